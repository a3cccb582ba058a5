"""The page of a month's papers: choose the month, count its papers with one key each, print the list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from app.domain.claim import Submission
from app.domain.office import ImportedSubmission
from app.domain.papers import Paper, PaperList
from app.domain.persian import date_text, month_text, persian_digits
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.papers import Papers
from app.services.people import Session
from app.services.submission_sheets import sheet_file_name
from app.sheets.paper_list import standing_text
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint, action, in_both_scripts
from app.ui.bill.state_page import StatePage
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.papers.paper_table import PaperTable
from app.ui.quiet_choice import QuietChoice
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier


class PapersPage(PageOverBill):
    """Takes the place of the bill; what is said of a paper is an answer on its claim, and is judged at once."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self._claim: OpenClaim | None = None
        self._wanted: int | None = None
        self._changed: set[int] = set()
        self._opening = ClaimOpening(office)
        self.listed: PaperList | None = None
        self._counting = False
        self.choice, self.table, self.state = QuietChoice(self), PaperTable(self), StatePage(self)
        self.standing, self.delivered = CleanLabel("", self, tone="quiet"), CleanLabel("", self, tone="quiet")
        self.said = CleanLabel("", self)
        self.preview = SheetPreview(office, self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the months of Social Security, at first that of the claim on the desk."""
        self._session, self._changed = session, set()
        self._say("", "quiet")
        self._show_list()
        self._start(lambda papers: papers.months(), self._on_months)

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take the claim that now lies on the desk; its month is what a person asks for first."""
        self._claim = open_claim
        if open_claim is not None:
            self._wanted = open_claim.submission_id

    def _start(
        self,
        work: Callable[[Papers], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if self._session is not None:
            papers = Papers(self.office, self._session, self._opening)
            self.worker.start(lambda _report: work(papers), done=done, failed=failed or self._on_failed)

    # --- the month

    def _on_months(self, found: Sequence[ImportedSubmission]) -> None:
        self.choice.clear()
        for imported in found:
            self.choice.addItem(self._named(imported.submission), imported.id)
        if not found:
            self._show_nothing(
                self.tr("درخواستی از تأمین اجتماعی نیست"),
                self.tr("فهرست برگ‌ها برای درخواست‌های پاراکلینیک این بیمه‌گر است."),
            )
            return
        self.choice.setCurrentIndex(max(self.choice.findData(self._wanted), 0))
        self._read()

    def _named(self, submission: Submission) -> str:
        return self.tr("{submission} — {centre}، {month}").format(
            submission=identifier(submission.id),
            centre=submission.provider.name or identifier(submission.provider.id),
            month=month_text(submission.month),
        )

    def _show_standing(self, listed: PaperList) -> None:
        """Tell how the papers stand, and on which day they came: whether in time is for a person to say."""
        day = listed.submission.delivered_on
        self.delivered.setVisible(day is not None)
        if day is not None:
            self.delivered.setText(self.tr("تحویل به اداره: {day}").format(day=date_text(day)))
        self.standing.setText(standing_text(listed))

    def _read(self) -> None:
        number = self.choice.currentData()
        self._wanted = number
        if number is not None:
            self._start(lambda papers: papers.list_of(number), self._show)

    def _show(self, listed: PaperList) -> None:
        if listed.id != self._wanted:
            return
        self.listed = listed
        if not listed.papers:
            self._show_nothing(self.tr("این درخواست سند پاراکلینیک ندارد"), self.tr("درخواست دیگری را برگزینید."))
            return
        self.table.show_papers(listed)
        self._show_standing(listed)
        self._pages.setCurrentWidget(self.table)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    def _show_nothing(self, heading: str, sentence: str) -> None:
        self.listed = None
        self.standing.clear()
        self.delivered.hide()
        self.state.say(heading, sentence)
        self._pages.setCurrentWidget(self.state)
        self._enable()

    # --- what is said of the papers

    def _tick(self, claim_id: int, delivered: bool) -> None:
        self._say("", "quiet")
        self._changed.add(claim_id)
        self._start(
            lambda papers: papers.say(claim_id, delivered=delivered),
            self._on_ticked,
            lambda error: self._on_refused(claim_id, error),
        )

    def _on_ticked(self, paper: Paper) -> None:
        if self.listed is not None:
            self.listed = self.listed.with_paper(paper)
            self.table.show_paper(paper)
            self._show_standing(self.listed)
            self._enable()
        self.queue_changed.emit()

    def _on_refused(self, claim_id: int, error: Exception) -> None:
        self.table.show_refused(claim_id)
        self._on_failed(error)

    def _tick_all(self) -> None:
        """Count the rest; asked for again before it is done, that one counts for both."""
        listed, session = self.listed, self._session
        if listed is None or session is None or not listed.left or self._counting:
            return
        self._counting = True
        self._changed |= {paper.claim_id for paper in listed.left}
        self._enable()
        self._on_counted((0, len(listed.left)))
        papers = Papers(self.office, session, self._opening)
        task = self.worker.start(
            lambda report: papers.all_delivered(listed.id, lambda *counted: report(counted)),
            done=self._on_all_ticked,
            failed=self._on_failed,
        )
        task.progressed.connect(self._on_counted)

    def _on_counted(self, counted: tuple[int, int]) -> None:
        done, total = map(persian_digits, counted)
        self._say(self.tr("تحویل برگ‌ها ثبت می‌شود: {done} از {total}").format(done=done, total=total), "quiet")

    def _on_all_ticked(self, listed: PaperList) -> None:
        self._counting = False
        self._show(listed)
        left = len(listed.left)
        if left:
            text = self.tr("{count} برگ شمرده نشد: سند آن روی میز دیگری است، یا کارشناس دیگری باید به آن رسیدگی کند.")
            self._say(text.format(count=persian_digits(left)), "amber")
        else:
            self._say(self.tr("همه برگ‌هایی که شمرده نشده بود، تحویل‌شده ثبت شد."), "green")
        self.queue_changed.emit()

    # --- the sheet

    def _draw(self) -> None:
        """Draw the month as it stands now, with what other desks have counted meanwhile."""
        listed = self.listed
        if listed is not None:
            self._start(lambda papers: _drawn(papers, listed.id), lambda drawn: self._on_drawn(*drawn))

    def _on_drawn(self, listed: PaperList, pdf: bytes) -> None:
        self._show(listed)
        name = sheet_file_name("papers", listed.submission.id)
        self.preview.show_pdf(pdf, draft=False, file_name=name, title=self.tr("فهرست برگ‌های ماه"))
        self._whole.setCurrentWidget(self.preview)
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the page

    def _show_list(self) -> None:
        self._whole.setCurrentWidget(self._list)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """Leave the page; a claim of whose paper something was said is shown anew."""
        if self._claim is not None and self._claim.id in self._changed:
            self.claim_wanted.emit(self._claim.id)
        else:
            self.closed.emit()

    def _enable(self) -> None:
        left = self.listed is not None and bool(self.listed.left)
        self.all_action.setEnabled(left and not self._counting)
        self.print_action.setEnabled(self.listed is not None)

    def _on_failed(self, error: Exception) -> None:
        self._counting = False
        self._enable()
        self._say(sentence_of(error), "red")

    def _say(self, sentence: str, tone: str) -> None:
        self.said.say(sentence, tone)

    def _make_actions(self) -> None:
        self._frame = PageCard(self)
        self.all_action = action(self._frame, self.tr("بقیه تحویل شده است"), "F8")
        self.print_action = action(self._frame, self.tr("فهرست برای چاپ"), *in_both_scripts("Ctrl+P"))
        self.close_action = action(self._frame, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        self.choice.activated.connect(lambda _place: self._read())
        self.table.said.connect(self._tick)
        self.table.claim_wanted.connect(self.claim_wanted)
        self.all_action.triggered.connect(lambda _checked: self._tick_all())
        self.print_action.triggered.connect(lambda _checked: self._draw())
        self.close_action.triggered.connect(lambda _checked: self._back())
        self.preview.closed.connect(self._show_list)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("برگ‌های ماه مرکز"), self._frame)
        heading.setFont(font(LARGE, MEDIUM))
        self.choice.setAccessibleName(self.tr("درخواست"))
        buttons = FlowLayout(spacing=6)
        for act in (self.all_action, self.print_action, self.close_action):
            buttons.addWidget(action_button(act, self._frame))
        hints = FlowLayout(spacing=16)
        for key, text in (
            ("ب", self.tr("تحویل شد")),
            ("خ", self.tr("تحویل نشد")),
            ("Enter", self.tr("باز کردن سند")),
        ):
            hints.addWidget(KeyHint(key, text, self._frame))
        lists = QWidget(self._frame)
        self._pages = QStackedLayout(lists)
        self._pages.addWidget(self.state)
        self._pages.addWidget(self.table)
        inside = self._frame.parts
        for widget in (heading, self.choice, self.delivered, self.standing):
            inside.addWidget(widget)
        inside.addWidget(lists, 1)
        inside.addWidget(self.said)
        inside.addLayout(hints)
        inside.addLayout(buttons)
        self._list = QWidget(self)
        fill_page(self._list, self._frame)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(self._list)
        self._whole.addWidget(self.preview)


def _drawn(papers: Papers, submission_id: int) -> tuple[PaperList, bytes]:
    """Return the list of a month, and its sheet."""
    listed = papers.list_of(submission_id)
    return listed, papers.draw(listed)
