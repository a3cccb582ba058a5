"""The choice of a password of one's own, by who signed in with a one-time password of the administrator."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.office import Office
from app.services.people import Session, choose_password
from app.ui.bill.key_cap import action
from app.ui.sign_in.form import Form
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier


class OwnPasswordForm(Form):
    """Asks for another password before anything else; the one-time password is forgotten as soon as that is done.

    Signals:
        signed_in: the Session, opened by the person's own password.
        left: the person thought better of it; the one-time password stays as it is.
    """

    signed_in = Signal(object)
    left = Signal()

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        self._office, self._worker = office, worker
        self._name = self._one_time = ""
        self.name_things(
            self.tr("گذرواژه‌ای برای خود برگزینید"),
            self.tr(
                "گذرواژه‌ای که دارید یک‌بارمصرف است و مدیر دفتر آن را می‌داند. کلید امضای شما با گذرواژه تازه بسته می‌شود."
            ),
            self.tr("ثبت گذرواژه و ورود"),
        )
        self.new = self.add_field(self.tr("گذرواژه تازه (دست‌کم هشت نویسه)"), hidden=True)
        self.repeated = self.add_field(self.tr("تکرار گذرواژه تازه"), hidden=True)
        self.finish()
        self.submitted.connect(self._on_submitted)
        self.leave_action = action(self, self.tr("بازگشت"), "Esc")
        self.leave_action.triggered.connect(self._leave)
        leave = QPushButton(f"{self.leave_action.text()}  {identifier('Esc')}", self)
        leave.clicked.connect(self.leave_action.trigger)
        self.add_below(leave)

    def ask(self, name: str, one_time: str) -> None:
        """Ask a person who gave name and one-time password rightly."""
        self._name, self._one_time = name, one_time
        self.begin()

    def forget(self) -> None:
        """Forget who was asked."""
        self._name = self._one_time = ""
        self.clear()

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _on_submitted(self) -> None:
        name, one_time, new = self._name, self._one_time, self.new.text()
        if new != self.repeated.text():
            self.say(self.tr("دو گذرواژه یکی نیست؛ دوباره بنویسید."), self.repeated)
            return
        self.set_busy(True)
        self._worker.start(
            lambda _report: choose_password(self._office, name, one_time, new),
            done=self._on_session,
            failed=lambda error: self.say(sentence_of(error), self.new),
        )

    def _on_session(self, session: Session) -> None:
        self.forget()
        self.signed_in.emit(session)
