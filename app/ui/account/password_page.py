"""Another password; it protects the person's signing key as well."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.office import Office
from app.services.people import Session, WrongPassword, change_password
from app.ui.bill.key_cap import action
from app.ui.page_over_bill import PageOverBill
from app.ui.sign_in.form import Form
from app.ui.tasks import Worker, sentence_of


class PasswordPage(PageOverBill):
    """Takes the place of the bill; the session of before opens no key any more once it has another password."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self.form = Form(
            self.tr("گذرواژه تازه"),
            self.tr("کلید امضای شما هم با همین گذرواژه باز می‌شود. با Esc به سند بازمی‌گردید."),
            self.tr("ثبت گذرواژه"),
            self,
        )
        self.current = self.form.add_field(self.tr("گذرواژه کنونی"), hidden=True)
        self.new = self.form.add_field(self.tr("گذرواژه تازه (دست‌کم هشت نویسه)"), hidden=True)
        self.repeated = self.form.add_field(self.tr("تکرار گذرواژه تازه"), hidden=True)
        self.form.finish()
        self.form.submitted.connect(self._on_submitted)
        self.close_action = action(self, self.tr("بازگشت به سند"), "Esc")
        self.close_action.triggered.connect(self._close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)

    def begin(self, session: Session) -> None:
        """Ask a signed-in person for another password."""
        self._session = session
        self.form.begin()

    def _on_submitted(self) -> None:
        session, current, new = self._session, self.current.text(), self.new.text()
        if session is None:
            return
        if new != self.repeated.text():
            self.form.say(self.tr("دو گذرواژه یکی نیست؛ دوباره بنویسید."), self.repeated)
        else:
            self.form.set_busy(True)
            self.worker.start(
                lambda _report: change_password(self.office, session, current, new),
                done=self._on_changed,
                failed=self._on_refused,
            )

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassword):
            self.form.say(self.tr("گذرواژه کنونی درست نیست؛ دوباره بنویسید."), self.current)
        else:
            self.form.say(sentence_of(error), self.new)

    def _on_changed(self, session: Session) -> None:
        self.form.begin()
        self.session_changed.emit(session)
        self.told.emit(self.tr("گذرواژه تازه ثبت شد."))
        self.closed.emit()

    def _close(self) -> None:
        self.form.begin()
        self.closed.emit()
