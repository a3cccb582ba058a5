"""The window: signing in first, then the desk with its header; what concerns the whole program has its keys here."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.rights import Action, refusal
from app.services.office import Office
from app.services.people import Session, sign_in
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.services.staff import idle_lock_minutes
from app.ui.account.idle_lock import IdleLock
from app.ui.account.lock_page import LockPage
from app.ui.account.standing_watch import StandingWatch
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.desk_page import DeskPage
from app.ui.header_bar import HeaderBar
from app.ui.office_pages import OfficePages
from app.ui.page_over_bill import PageOverBill
from app.ui.passes.sample_pass import SamplePass
from app.ui.rule_book.rule_book_page import RuleBookPage
from app.ui.sampling.sampling_page import SamplingPage
from app.ui.sign_in.sign_in_page import SignInPage
from app.ui.tasks import Worker

MINUTE_MS = 60_000


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
        self.pages = OfficePages(office, self.worker, self)
        self.idle_lock, self._idle_minutes = IdleLock(self), 0
        self.standing = StandingWatch(office, self.worker, self)
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
        self._rest()
        self._leave_desk()
        self.begin()

    def lock(self) -> None:
        """Hide the desk until the same person gives the password again."""
        if self.session is not None:
            self._rest()
            self._close_what_lies_over()
            self._set_desk_actions(False)
            if self.desk is not None:
                self.desk.presence.rest()
            self._pages.setCurrentWidget(self.lock_page)
            self.lock_page.begin(self.session)

    def _rest(self) -> None:
        """Watch over the desk no longer: nobody sits at it."""
        self.idle_lock.rest()
        self.standing.rest()

    def _close_what_lies_over(self) -> None:
        """Close menus and dialogs over the desk, which would show of it what a locked desk does not."""
        while (over := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
            if not over.close():
                return

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take claim files that are dropped on the desk; a locked one takes none."""
        if self._at_desk and any(_is_claim_file(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if _is_claim_file(url.toLocalFile())]
        if paths and self._at_desk and self.desk is not None:
            self.desk.import_files([Path(path) for path in paths])

    @property
    def _at_desk(self) -> bool:
        return self._desk_frame is not None and self._pages.currentWidget() is self._desk_frame

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what the worker has in hand."""
        self._rest()
        self._leave_desk()
        self.worker.finish()
        super().closeEvent(event)

    def _make_actions(self) -> None:
        self.import_action = action(self, self.tr("ورود پرونده"), *in_both_scripts("Ctrl+O"))
        self.lock_action = action(self, self.tr("قفل"), *in_both_scripts("Ctrl+L"))
        self.sign_out_action = action(self, self.tr("خروج از حساب"), *in_both_scripts("Ctrl+Shift+Q"))

    def _connect(self) -> None:
        self.import_action.triggered.connect(self.choose_files)
        self.pages.wanted.connect(self.show_page)
        self.pages.made.connect(self._connect_page)
        self.lock_action.triggered.connect(self.lock)
        self.idle_lock.idle.connect(self.lock)
        self.standing.fallen.connect(self.lock)
        self.sign_out_action.triggered.connect(self.sign_out)
        self.sign_in_page.signed_in.connect(self._on_signed_in)
        self.lock_page.unlocked.connect(self._on_unlocked)
        self.lock_page.sign_out_wanted.connect(self.sign_out)

    def _connect_page(self, page: PageOverBill) -> None:
        """Do what a page asks for; it is made and put away with the desk."""
        desk = self.desk
        if desk is None:
            return
        page.closed.connect(desk.close_page)
        page.claim_wanted.connect(desk.open_claim)
        page.claims_wanted.connect(desk.show_claims)
        page.rule_wanted.connect(self._show_rule)
        page.queue_changed.connect(desk.work.forget)
        page.queue_changed.connect(desk.queue.refresh)
        page.office_changed.connect(lambda: desk.work.refresh(None))
        page.session_changed.connect(self._on_session)
        page.told.connect(desk.notices.say)
        if isinstance(page, SamplingPage):
            page.taken_in_hand.connect(desk.pass_of(SamplePass).take_in_hand)

    def _set_desk_actions(self, enabled: bool) -> None:
        for act in self._actions():
            act.setEnabled(enabled)

    def _actions(self) -> tuple[QAction, ...]:
        return self.import_action, *self.pages.actions(), self.lock_action, self.sign_out_action

    def _on_signed_in(self, session: Session) -> None:
        self.session = session
        self._leave_desk()
        self._desk_frame = self._make_desk(session)
        self._pages.addWidget(self._desk_frame)
        self._show_desk(session)
        self.desk_ready.emit()

    def _on_unlocked(self, session: Session) -> None:
        self._on_session(session)
        self._show_desk(session)
        if self.desk is not None:
            self.desk.presence.resume()

    def _on_session(self, session: Session) -> None:
        """Go on as the same person; one whose roles have become others gets the desk of these."""
        before, self.session = self.session, session
        if before is not None and before.user.roles != session.user.roles:
            self._on_signed_in(session)
        elif self.desk is not None:
            self.desk.use_session(session)
            self.standing.watch(session)

    def _show_desk(self, session: Session) -> None:
        if self.desk is not None and self._desk_frame is not None:
            self.desk.use_session(session)
            self._pages.setCurrentWidget(self._desk_frame)
        self._set_desk_actions(True)
        self.idle_lock.watch(self._idle_minutes * MINUTE_MS)
        self.standing.watch(session)

    def show_page(self, name: str) -> PageOverBill | None:
        """Show a page of the office over the bill; None while there is no desk."""
        if self.desk is None or self.session is None:
            return None
        page = self.pages.page(name)
        self.desk.show_page(page, page.keys())
        page.begin(self.session)
        if not page.isAncestorOf(QApplication.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)  # a key meant for it moves nothing beside it
        return page

    def _show_rule(self, rule_id: str) -> None:
        page = self.show_page("rule_book")
        if isinstance(page, RuleBookPage):
            page.open_at(rule_id)

    def _make_desk(self, session: Session) -> QWidget:
        self.import_action.setVisible(refusal(Action.IMPORT, session.user.roles) is None)
        self.pages.show_to(session.user)
        frame = QWidget(self)
        frame.setProperty("role", "desk")
        header = HeaderBar(frame)
        with self._office.read() as view:
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
            trial = any(not pack.official for pack in view.packs.documents())
        self._idle_minutes = idle_lock_minutes(self._office)
        header.show_person(name, session, trial=trial)
        self.desk = DeskPage(self._office, session, self.worker, header.notices, frame)
        self.desk.claim_shown.connect(self.pages.show_claim)
        self.desk.rule_wanted.connect(self._show_rule)
        first, others = self.pages.actions(on_header=True), self.pages.actions(on_header=False)
        of_desk = self.desk.widths_action, self.lock_action, self.sign_out_action
        header.show_actions(((self.import_action, *first), others, of_desk))
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(header)
        box.addWidget(self.desk, 1)
        return frame

    def _leave_desk(self) -> None:
        """Put the desk and its pages away, so that the next person finds nothing of what this one saw."""
        if self.desk is not None:
            self.desk.presence.rest()
            for pass_ in self.desk.passes:
                pass_.leave()
        self.desk = None
        for page in self.pages.put_away():
            self._put_away(page)
        if self._desk_frame is not None:
            self._pages.removeWidget(self._desk_frame)
            self._put_away(self._desk_frame)
            self._desk_frame = None

    def _put_away(self, widget: QWidget) -> None:
        """Delete a widget once the worker has told it all that it asked for."""
        widget.setParent(self)
        widget.hide()
        self.worker.start(lambda _report: None, done=lambda _none: widget.deleteLater())


def _is_claim_file(name: str) -> bool:
    return name.casefold().endswith(".json")
