"""The window: signing in first, then the desk with its header; what concerns the whole program has its keys here."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.office import Role
from app.services.office import Office
from app.services.people import Session, sign_in
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.ui.account.lock_page import LockPage
from app.ui.account.packs_page import PacksPage
from app.ui.account.password_page import PasswordPage
from app.ui.bill.key_cap import action
from app.ui.desk_page import DeskPage
from app.ui.find.find_pane import FindPane
from app.ui.header_bar import HeaderBar
from app.ui.rule_book.rule_book_page import RuleBookPage
from app.ui.sign_in.sign_in_page import SignInPage
from app.ui.tasks import Worker


class MainWindow(QMainWindow):
    """One office in one window.

    Signals:
        desk_ready: somebody has signed in and the desk is there.
    """

    desk_ready = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.worker = Worker(self)
        self.session: Session | None = None
        self.desk: DeskPage | None = None
        self.setWindowTitle(self.tr("میز رسیدگی"))
        self.setAcceptDrops(True)
        self.sign_in_page, self.lock_page = SignInPage(office, self.worker, self), LockPage(office, self.worker, self)
        self.find_pane = FindPane(self.worker, self)
        self.password_page = PasswordPage(office, self.worker, self)
        self.packs_page = PacksPage(office, self.worker, self)
        self.rule_book_page = RuleBookPage(office, self.worker, self)
        self._desk_frame: QWidget | None = None
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.sign_in_page)
        self._pages.addWidget(self.lock_page)
        self.setCentralWidget(self._pages)
        self._make_actions()
        self._connect()

    def begin(self) -> None:
        """Ask who is there."""
        self._set_desk_actions(False)
        self._pages.setCurrentWidget(self.sign_in_page)
        self.sign_in_page.begin()

    def sign_in_as(self, name: str, password: str) -> None:
        """Sign a known person in, such as the invented one of the sample office."""
        self.worker.start(
            lambda _report: sign_in(self._office, name, password),
            done=self._on_signed_in,
            failed=lambda _error: self.begin(),
        )

    def choose_files(self) -> None:
        """Let the person choose claim files to import."""
        names, _kind = QFileDialog.getOpenFileNames(
            self, self.tr("ورود پرونده سند"), "", self.tr("پرونده سند (*.json)")
        )
        if names and self.desk is not None:
            self.desk.import_files([Path(name) for name in names])

    def sign_out(self) -> None:
        """Leave the desk; the next person signs in."""
        self.session = None
        self._leave_desk()
        self.begin()

    def lock(self) -> None:
        """Hide the desk until the same person gives the password again."""
        if self.session is not None:
            self._set_desk_actions(False)
            self._pages.setCurrentWidget(self.lock_page)
            self.lock_page.begin(self.session)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take claim files that are dropped on the desk."""
        if self.desk is not None and any(_is_claim_file(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if _is_claim_file(url.toLocalFile())]
        if paths and self.desk is not None:
            self.desk.import_files([Path(path) for path in paths])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what the worker has in hand."""
        self._leave_desk()
        self.worker.finish()
        super().closeEvent(event)

    def _make_actions(self) -> None:
        self.import_action = action(self, self.tr("ورود پرونده"), "Ctrl+O", "Ctrl+خ")
        self.find_action = action(self, self.tr("یافتن"), "Ctrl+K", "Ctrl+ن")
        self.rule_book_action = action(self, self.tr("دفتر ضوابط"), "F1")
        self.packs_action = action(self, self.tr("بسته‌های مرجع"), "Ctrl+Shift+B")
        self.password_action = action(self, self.tr("گذرواژه تازه"), "Ctrl+Shift+P")
        self.lock_action = action(self, self.tr("قفل"), "Ctrl+L", "Ctrl+م")
        self.sign_out_action = action(self, self.tr("خروج از حساب"), "Ctrl+Shift+Q")

    def _connect(self) -> None:
        self.import_action.triggered.connect(self.choose_files)
        self.find_action.triggered.connect(self._find)
        self.rule_book_action.triggered.connect(lambda _checked: self._show_rule_book())
        self.packs_action.triggered.connect(self._show_packs)
        self.password_action.triggered.connect(self._ask_password)
        self.lock_action.triggered.connect(self.lock)
        self.sign_out_action.triggered.connect(self.sign_out)
        self.sign_in_page.signed_in.connect(self._on_signed_in)
        self.lock_page.unlocked.connect(self._on_unlocked)
        self.lock_page.sign_out_wanted.connect(self.sign_out)
        self.find_pane.claim_wanted.connect(self._open_claim)
        self.find_pane.rule_wanted.connect(self._show_rule_book)
        self.password_page.changed.connect(self._on_password)
        self.packs_page.installed.connect(self._on_pack)
        for page in (self.find_pane, self.rule_book_page, self.password_page, self.packs_page):
            page.closed.connect(self._close_page)

    def _set_desk_actions(self, enabled: bool) -> None:
        for act in self._actions():
            act.setEnabled(enabled)

    def _actions(self) -> tuple[QAction, ...]:
        return (
            self.import_action,
            self.find_action,
            self.rule_book_action,
            self.packs_action,
            self.password_action,
            self.lock_action,
            self.sign_out_action,
        )

    def _on_signed_in(self, session: Session) -> None:
        self.session = session
        self._leave_desk()
        self._desk_frame = self._make_desk(session)
        self._pages.addWidget(self._desk_frame)
        self._show_desk(session)
        self.desk_ready.emit()

    def _on_unlocked(self, session: Session) -> None:
        self.session = session
        self._show_desk(session)

    def _on_password(self, session: Session) -> None:
        self.session = session
        if self.desk is not None:
            self.desk.use_session(session)
            self.desk.notices.say(self.tr("گذرواژه تازه ثبت شد."))

    def _on_pack(self, _name: str) -> None:
        """A new pack may change what open claims are worth; they are assessed anew in the background."""
        if self.desk is not None:
            self.desk.work.refresh(None)

    def _show_desk(self, session: Session) -> None:
        if self.desk is not None and self._desk_frame is not None:
            self.desk.use_session(session)
            self._pages.setCurrentWidget(self._desk_frame)
        self._set_desk_actions(True)
        self.import_action.setEnabled(session.holds(Role.REVIEWER) or session.holds(Role.ADMINISTRATOR))

    def _close_page(self) -> None:
        if self.desk is not None:
            self.desk.close_page()

    def _open_claim(self, claim_id: int) -> None:
        if self.desk is not None:
            self.desk.open_claim(claim_id)

    def _find(self) -> None:
        if self.desk is not None:
            self.desk.show_page(self.find_pane, self.find_pane.actions())
            self.find_pane.begin(self._office)

    def _show_rule_book(self, rule_id: str | None = None) -> None:
        if self.desk is not None:
            self.desk.show_page(self.rule_book_page, self.rule_book_page.actions())
            self.rule_book_page.begin(rule_id)

    def _show_packs(self) -> None:
        if self.desk is not None and self.session is not None:
            self.desk.show_page(self.packs_page)
            self.packs_page.begin(self.session)

    def _ask_password(self) -> None:
        if self.desk is not None and self.session is not None:
            self.desk.show_page(self.password_page, self.password_page.actions())
            self.password_page.begin(self.session)

    def _make_desk(self, session: Session) -> QWidget:
        frame = QWidget(self)
        frame.setProperty("role", "desk")
        header = HeaderBar(frame)
        header.show_actions(self._actions()[:3], self._actions()[3:])
        with self._office.read() as view:
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
            trial = any(not pack.official for pack in view.packs.documents())
        header.show_person(name, session, trial=trial)
        self.desk = DeskPage(self._office, session, self.worker, header.notices, frame)
        self.desk.claim_shown.connect(self.rule_book_page.show_claim)
        self.desk.rule_wanted.connect(self._show_rule_book)
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(header)
        box.addWidget(self.desk, 1)
        return frame

    def _leave_desk(self) -> None:
        """Put the desk away; the pages that stood in its middle stay for the next one."""
        for page in (self.find_pane, self.rule_book_page, self.password_page, self.packs_page):
            page.setParent(self)
            page.hide()
        self.find_pane.field.clear()
        self.rule_book_page.show_claim(None)
        self.desk = None
        if self._desk_frame is not None:
            self._pages.removeWidget(self._desk_frame)
            self._desk_frame.deleteLater()
            self._desk_frame = None


def _is_claim_file(name: str) -> bool:
    return name.casefold().endswith(".json")
