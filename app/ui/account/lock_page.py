"""The locked desk: nothing of it is seen until the same person gives the password again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from app.services.office import Office
from app.services.people import NewPasswordNeeded, Session, sign_in
from app.ui.sign_in.form import Form
from app.ui.sign_in.own_password import OwnPasswordForm
from app.ui.tasks import Worker, sentence_of


class LockPage(QWidget):
    """Takes the place of the whole desk.

    Signals:
        unlocked: the new Session of the same person.
        sign_out_wanted: somebody else wants to sign in.
    """

    unlocked = Signal(object)
    sign_out_wanted = Signal()

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self._name = ""
        self.form = Form(self.tr("میز قفل است"), "", self.tr("باز کردن"), self)
        self.password = self.form.add_field(self.tr("گذرواژه"), hidden=True)
        self.form.finish()
        self.leave = QPushButton(self.tr("کس دیگری هستم"), self)
        self.form.add_below(self.leave)
        self.form.submitted.connect(self._on_submitted)
        self.leave.clicked.connect(self.sign_out_wanted)
        self.own = OwnPasswordForm(office, worker, self)
        self.own.signed_in.connect(self._on_session)
        self.own.left.connect(self._ask_again)
        self._pages = QStackedLayout(self)
        for page in (self.form, self.own):
            self._pages.addWidget(page)

    def begin(self, session: Session) -> None:
        """Lock the desk of a person."""
        self._name = session.user.name
        self.own.forget()
        self.form.explain(self.tr("{name}، برای ادامه گذرواژه خود را بنویسید.").format(name=session.user.full_name))
        self._ask_again()

    def _ask_again(self) -> None:
        self._pages.setCurrentWidget(self.form)
        self.form.begin()

    def _on_submitted(self) -> None:
        name, password = self._name, self.password.text()
        self.form.set_busy(True)
        self._worker.start(
            lambda _report: sign_in(self._office, name, password),
            done=self._on_session,
            failed=lambda error: self._on_refused(error, name, password),
        )

    def _on_refused(self, error: Exception, name: str, password: str) -> None:
        """Say why the desk stays locked; whose password was reset meanwhile chooses another here."""
        self.form.say(sentence_of(error), self.password)
        if isinstance(error, NewPasswordNeeded):
            self.form.clear()
            self._pages.setCurrentWidget(self.own)
            self.own.ask(name, password)

    def _on_session(self, session: Session) -> None:
        self.form.begin()
        self.unlocked.emit(session)
