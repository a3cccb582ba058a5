"""The window: signing in first, then the desk with its header; what concerns the whole program has its keys here."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.office import Role
from app.services.office import Office
from app.services.people import Session, sign_in
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.ui.bill.key_cap import action
from app.ui.desk_page import DeskPage
from app.ui.header_bar import HeaderBar
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
        self.sign_in_page = SignInPage(office, self.worker, self)
        self.sign_in_page.signed_in.connect(self._on_signed_in)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.sign_in_page)
        self.setCentralWidget(self._pages)
        self._make_actions()

    def begin(self) -> None:
        """Ask who is there."""
        self._set_desk_actions(False)
        self._pages.setCurrentWidget(self.sign_in_page)
        self.sign_in_page.begin(self.session.user.name if self.session else "")

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
        """Hide the desk until the same person signs in again."""
        if self.session is not None:
            self.begin()

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
        self.lock_action = action(self, self.tr("قفل"), "Ctrl+L", "Ctrl+م")
        self.sign_out_action = action(self, self.tr("خروج از حساب"), "Ctrl+Shift+Q")
        self.import_action.triggered.connect(self.choose_files)
        self.lock_action.triggered.connect(self.lock)
        self.sign_out_action.triggered.connect(self.sign_out)

    def _set_desk_actions(self, enabled: bool) -> None:
        for act in (self.import_action, self.lock_action, self.sign_out_action):
            act.setEnabled(enabled)

    def _on_signed_in(self, session: Session) -> None:
        same = self.session is not None and self.session.user.id == session.user.id
        self.session = session
        if self.desk is None or not same:
            self._leave_desk()
            self._pages.addWidget(self._make_desk(session))
        self._pages.setCurrentIndex(1)
        self._set_desk_actions(True)
        self.import_action.setEnabled(session.holds(Role.REVIEWER) or session.holds(Role.ADMINISTRATOR))
        self.desk_ready.emit()

    def _make_desk(self, session: Session) -> QWidget:
        page = QWidget(self)
        page.setProperty("role", "desk")
        header = HeaderBar(page)
        header.show_actions([self.import_action], [self.lock_action, self.sign_out_action])
        with self._office.read() as view:
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
            trial = any(not pack.official for pack in view.packs.documents())
        header.show_person(name, session, trial=trial)
        self.desk = DeskPage(self._office, session, self.worker, header.notices, page)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(header)
        box.addWidget(self.desk, 1)
        return page

    def _leave_desk(self) -> None:
        self.desk = None
        page = self._pages.widget(1)
        if page is not None:
            self._pages.removeWidget(page)
            page.deleteLater()


def _is_claim_file(name: str) -> bool:
    return name.casefold().endswith(".json")
