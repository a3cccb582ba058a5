"""Inquiries about cover: the form above, below it who waits for one, or what was typed in before."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from app.domain.inquiries import Inquiry
from app.services.claim_opening import ClaimOpening
from app.services.inquiries import Inquiries, Recorded, WaitingClaim
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.card import PageCard, fill_page
from app.ui.eligibility.inquiry_form import InquiryForm
from app.ui.eligibility.typed_list import TypedList
from app.ui.eligibility.waiting_list import WaitingList
from app.ui.eligibility.words import recorded_words
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.tasks import Worker, sentence_of

ENOUGH_ROWS = 60
"""People and days that the list holds before it stops looking for more."""


class InquiriesPage(PageOverBill):
    """Takes the place of the bill; after each inquiry the form asks for the next one for which claims wait."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self._claim: OpenClaim | None = None
        self._opening = ClaimOpening(office)
        self._served: set[int] = set()
        self._round, self._looked_at, self._looking, self._recording = 0, 0, False, False
        self._listed: tuple[Inquiry, ...] = ()
        self._words = ""
        self._frame = PageCard(self)
        self.form, self.waiting, self.typed = InquiryForm(self), WaitingList(self), TypedList(self)
        self.heading, self.said, self.preview = QLabel(self), CleanLabel("", self), SheetPreview(office, self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show who waits for an inquiry, and ask for the first."""
        self._session, self._served = session, set()
        self._round, self._looked_at = self._round + 1, 0
        self._say("", "quiet")
        self._whole.setCurrentWidget(self._lists_page)
        self.form.begin()
        self.waiting.forget()
        self.waiting.say(self.tr("سندهای در انتظار استعلام خوانده می‌شوند…"), "")
        self._show_waiting()
        self._look_on()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take the claim that now lies on the desk; it is shown anew where an inquiry serves it."""
        self._claim = open_claim

    # --- who waits

    def _start(self, work: Callable[[Inquiries], Any], done: Callable[[Any], None]) -> None:
        if self._session is not None:
            inquiries = Inquiries(self.office, self._session, self._opening)
            self.worker.start(lambda _report: work(inquiries), done=done, failed=self._on_failed)

    def _look_on(self) -> None:
        """Look at a few more claims, so that the person's own steps come in between."""
        round_, after = self._round, self._looked_at
        self._looking = True
        self._start(lambda inquiries: inquiries.waiting(after), lambda found: self._on_looked(round_, *found))

    def _on_looked(self, round_: int, claims: tuple[WaitingClaim, ...], last: int | None) -> None:
        if round_ != self._round:
            return
        self._looking = False
        self.waiting.add(claims)
        if self._claim is not None and any(one.id == self._claim.id for one in claims):
            self.waiting.point_at(self._claim.id)
        self._looked_at = -1 if last is None else last
        self._go_on()

    def _go_on(self) -> None:
        """Look for more where the list has room; say so where nobody waits."""
        if self._looked_at >= 0 and not self._looking and len(self.waiting.rows) < ENOUGH_ROWS:
            self._look_on()
        elif self._looked_at < 0 and not self.waiting.rows:
            self.waiting.say(
                self.tr("سندی در انتظار استعلام نیست"),
                self.tr("استعلامی را که به دستتان می‌رسد بالا بنویسید؛ سندهایی که پس از آن وارد شود نیز آن را می‌یابد."),
            )

    def _on_current(self) -> None:
        row = self.waiting.current
        if row is None:
            self.form.begin()
        else:
            self.form.show_waiting(row)
        if self.isVisible() and not self.waiting.table.hasFocus() and self._lists.currentWidget() is self.waiting:
            self.form.take_focus()

    # --- recording

    def _record(self) -> None:
        """Record what stands in the form; asked for again before the first word of it, that one counts for both."""
        typed = self.form.typed()
        if self._recording:
            return
        if typed is None:
            self._say(self.form.fault, "red")
        else:
            self._recording = True
            self._start(lambda inquiries: inquiries.record(typed), self._on_recorded)

    def _on_recorded(self, recorded: Recorded) -> None:
        self._recording = False
        self._served |= set(recorded.served)
        self._say(*recorded_words(recorded))
        before = self.waiting.current
        self.waiting.serve(recorded.inquiry.patient_id, recorded.waiting)
        if before is None or before == self.waiting.current:
            self._on_current()
        self._go_on()
        self.queue_changed.emit()
        if self._lists.currentWidget() is self.typed:
            self._read_typed()

    # --- the page

    def _show_waiting(self) -> None:
        self._lists.setCurrentWidget(self.waiting)
        self._enable()
        self.heading.setText(self.tr("استعلام استحقاق درمان — در انتظار"))
        self.list_action.setText(self.tr("استعلام‌های ثبت‌شده"))
        self.form.take_focus()

    def _turn(self) -> None:
        """Turn from those who wait to what was typed in, and back."""
        if self._lists.currentWidget() is self.typed:
            self._show_waiting()
            return
        self._lists.setCurrentWidget(self.typed)
        self.heading.setText(self.tr("استعلام استحقاق درمان — ثبت‌شده"))
        self.list_action.setText(self.tr("در انتظار استعلام"))
        self.typed.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read_typed()

    def _read_typed(self) -> None:
        words = self.typed.field.text()
        self._start(lambda inquiries: inquiries.latest(words), lambda found: self._show_typed(found, words))

    def _show_typed(self, found: tuple[Inquiry, ...], words: str) -> None:
        self._listed, self._words = found, words
        self.typed.show_inquiries(found)
        self._enable()

    # --- the sheet

    def _draw(self) -> None:
        """Draw the inquiries that are shown, as many as were found by the words in the field."""
        found, words = self._listed, self._words
        self._say(self.tr("فهرست آماده می‌شود…"), "quiet")
        self._start(lambda inquiries: inquiries.draw(found, words), self._on_drawn)

    def _on_drawn(self, pdf: bytes) -> None:
        self._say("", "quiet")
        self.preview.show_pdf(pdf, draft=False, file_name="inquiries.pdf", title=self.tr("فهرست استعلام‌ها"))
        self._whole.setCurrentWidget(self.preview)
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_sheet(self) -> None:
        self._whole.setCurrentWidget(self._lists_page)
        self.typed.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self) -> None:
        """Offer the sheet where what it would hold is in sight."""
        self.print_action.setEnabled(self._lists.currentWidget() is self.typed and bool(self._listed))

    def _correct(self, inquiry: Inquiry) -> None:
        """Ask for an inquiry anew that was typed in wrongly; the later one stands in its place."""
        self._say("", "quiet")
        self.form.show_inquiry(inquiry)
        self.form.take_focus()

    def _begin_other(self) -> None:
        self._say("", "quiet")
        self.form.begin()
        self.form.take_focus()

    def _back(self) -> None:
        """Leave the list of typed inquiries, else the page; a claim that an inquiry served is shown anew."""
        if self._lists.currentWidget() is self.typed:
            self._show_waiting()
        elif self._claim is not None and self._claim.id in self._served:
            self.claim_wanted.emit(self._claim.id)
        else:
            self.closed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._looking = self._recording = False
        self._say(sentence_of(error), "red")

    def _say(self, sentence: str, tone: str) -> None:
        self.said.say(sentence, tone)

    def _make_actions(self) -> None:
        self.record_action = action(self._frame, self.tr("ثبت استعلام"), *in_both_scripts("Ctrl+S"))
        self.next_action = action(self._frame, self.tr("بعدی"), "Alt+Down")
        self.previous_action = action(self._frame, self.tr("قبلی"), "Alt+Up")
        self.other_action = action(self._frame, self.tr("بیمه‌شده دیگر"), *in_both_scripts("Ctrl+N"))
        self.list_action = action(self._frame, self.tr("استعلام‌های ثبت‌شده"), "F6")
        self.print_action = action(self._frame, self.tr("فهرست برای چاپ"), *in_both_scripts("Ctrl+P"))
        self.close_action = action(self._frame, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        self.record_action.triggered.connect(lambda _checked: self._record())
        self.next_action.triggered.connect(lambda _checked: self.waiting.step(1))
        self.previous_action.triggered.connect(lambda _checked: self.waiting.step(-1))
        self.other_action.triggered.connect(lambda _checked: self._begin_other())
        self.list_action.triggered.connect(lambda _checked: self._turn())
        self.print_action.triggered.connect(lambda _checked: self._draw())
        self.preview.closed.connect(self._leave_sheet)
        self.close_action.triggered.connect(lambda _checked: self._back())
        self.form.submitted.connect(self._record)
        self.waiting.current_changed.connect(self._on_current)
        self.waiting.chosen.connect(self.form.take_focus)
        self.typed.chosen.connect(self._correct)
        self.typed.words_changed.connect(lambda _words: self._read_typed())

    def _lay_out(self) -> None:
        self.heading.setFont(font(LARGE, MEDIUM))
        buttons = FlowLayout(spacing=6)
        for act in self._frame.actions():
            buttons.addWidget(action_button(act, self))
        lists = QWidget(self)
        self._lists = QStackedLayout(lists)
        self._lists.addWidget(self.waiting)
        self._lists.addWidget(self.typed)
        inside = self._frame.parts
        inside.addWidget(self.heading)
        inside.addWidget(self.form)
        inside.addWidget(self.said)
        inside.addWidget(lists, 1)
        inside.addLayout(buttons)
        self._lists_page = QWidget(self)
        fill_page(self._lists_page, self._frame)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(self._lists_page)
        self._whole.addWidget(self.preview)
        self._enable()
