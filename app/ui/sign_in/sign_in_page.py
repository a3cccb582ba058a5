"""The page before the desk: who is there? In a new office: who will administer it?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.services.office import Office
from app.services.people import NewPasswordNeeded, Session, has_people, make_first_administrator, sign_in
from app.ui.sign_in.form import Form
from app.ui.sign_in.own_password import OwnPasswordForm
from app.ui.tasks import Worker, sentence_of


class SignInPage(QWidget):
    """Signs a person in; Argon2 takes its time, so it runs in the worker.

    Signals:
        signed_in: the Session.
    """

    signed_in = Signal(object)

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self.form, self.first = self._make_form(), self._make_first()
        self.own = OwnPasswordForm(office, worker, self)
        self.own.signed_in.connect(self._on_session)
        self.own.left.connect(self.begin)
        self._pages = QStackedLayout(self)
        for page in (self.form, self.first, self.own):
            self._pages.addWidget(page)

    def begin(self, name: str = "") -> None:
        """Ask who is there; a new office asks for its first administrator."""
        new = not has_people(self._office)
        self._pages.setCurrentWidget(self.first if new else self.form)
        self.password.clear()
        self.own.forget()
        if name:
            self.name.setText(name)
        (self.first if new else self.form).take_focus()

    def _make_form(self) -> Form:
        form = Form(self.tr("میز رسیدگی"), self.tr("با نام کاربری و گذرواژه خود وارد شوید."), self.tr("ورود"), self)
        self.name = form.add_field(self.tr("نام کاربری"))
        self.password = form.add_field(self.tr("گذرواژه"), hidden=True)
        form.finish()
        form.submitted.connect(self._on_sign_in)
        return form

    def _make_first(self) -> Form:
        form = Form(
            self.tr("دفتر تازه"),
            self.tr("این دفتر هنوز کسی ندارد. نخستین کس، مدیر دفتر است و می‌تواند رسیدگی هم بکند."),
            self.tr("ساختن دفتر"),
            self,
        )
        self.full_name = form.add_field(self.tr("نام و نام خانوادگی"))
        self.first_name = form.add_field(self.tr("نام کاربری"))
        self.first_password = form.add_field(self.tr("گذرواژه (دست‌کم هشت نویسه)"), hidden=True)
        self.repeated = form.add_field(self.tr("تکرار گذرواژه"), hidden=True)
        form.finish()
        form.submitted.connect(self._on_first)
        return form

    def _on_sign_in(self) -> None:
        name, password = self.name.text(), self.password.text()
        if not name.strip():
            self.form.say(self.tr("نام کاربری را بنویسید."), self.name)
            return
        self.form.set_busy(True)
        self._worker.start(
            lambda _report: sign_in(self._office, name, password),
            done=self._on_session,
            failed=lambda error: self._on_refused(error, name, password),
        )

    def _on_refused(self, error: Exception, name: str, password: str) -> None:
        self.form.say(sentence_of(error), self.password)
        if isinstance(error, NewPasswordNeeded):
            self.form.clear()
            self._pages.setCurrentWidget(self.own)
            self.own.ask(name, password)

    def _on_first(self) -> None:
        if self.first_password.text() != self.repeated.text():
            self.first.say(self.tr("دو گذرواژه یکی نیست؛ دوباره بنویسید."), self.repeated)
            return
        name, full_name, password = self.first_name.text(), self.full_name.text(), self.first_password.text()
        self.first.set_busy(True)
        self._worker.start(
            lambda _report: make_first_administrator(self._office, name=name, full_name=full_name, password=password),
            done=self._on_session,
            failed=lambda error: self.first.say(sentence_of(error), self.first_name),
        )

    def _on_session(self, session: Session) -> None:
        for form in (self.form, self.first):
            form.set_busy(False)
        for field in (self.password, self.first_password, self.repeated):
            field.clear()
        self.signed_in.emit(session)
