"""One open claim in the middle of the desk: its bill, and below it what the rules ask of the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from app.domain.assessment import Remark
from app.domain.findings import Pen
from app.services.open_claim import OpenClaim, Question
from app.ui.answers.answers_strip import AnswersStrip
from app.ui.answers.value_names import load_names
from app.ui.bill.amount_editor import AmountEditor
from app.ui.bill.bill_rows import LineRow, bill_rows
from app.ui.bill.bill_view import BillView
from app.ui.bill.both_amounts import BothAmounts
from app.ui.bill.claim_header import ClaimHeader
from app.ui.bill.key_cap import KeyHint, action
from app.ui.bill.state_page import StatePage
from app.ui.bill.sums_bar import SumsBar
from app.ui.key_bar import key_text
from app.ui.patient.patient_card import PatientCard
from app.ui.stay.bill_or_stay import BillOrStay


class ClaimDesk(QWidget):
    """Shows one claim and takes the reviewer's word on it; whoever holds the desk does what the signals ask.

    Signals:
        line_selected: number of the selected line, None for the claim as a whole; told anew with every claim shown.
        amount_decided: line number, rials, reason (empty where the amount is the engine's).
        amount_corrected: line number, rials and reason of an accountant.
        deducted: id of the rule by which a person deducts, line number, rials that are left, reason.
        answered: fact name, line number or None, value of the domain.
        all_in_order: fill in the good value of every question that has one.
        undo_requested: take the latest word back.
        rule_wanted: id of a rule that is to be read in the rule book.
        paper_turned: a PaperTurn, what a person says of a paper of the stay.
        patient_told: what a person says of the insured person, by the names of the fields.
    """

    line_selected = Signal(object)
    amount_decided = Signal(int, object, str)
    amount_corrected = Signal(int, object, str)
    deducted = Signal(str, int, object, str)
    answered = Signal(str, object, object)
    all_in_order = Signal()
    undo_requested = Signal()
    rule_wanted = Signal(str)
    paper_turned = Signal(object)
    patient_told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_names()
        self.setProperty("role", "desk")
        self.open_claim: OpenClaim | None = None
        self._shown_id: int | None = None
        self._showing = False
        self._red = False
        self.header, self.bill, self.sums = ClaimHeader(self), BillView(self), SumsBar(self)
        self.sheet = BillOrStay(self.bill, self)
        self.strip, self.patient = AnswersStrip(self), PatientCard(self)
        self.both_amounts = BothAmounts(self.bill, self.strip)
        self.state = StatePage(self)
        self.patient_action = action(self, self.tr("مشخصات بیمار و سند"), "Ctrl+6")
        self.to_patient = KeyHint(
            key_text(self.patient_action), self.patient_action.text(), self, self.patient_action.trigger
        )
        self._claim_page = self._page()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.state)
        self._pages.addWidget(self._claim_page)
        self.editor = AmountEditor(self._claim_page, self.bill)
        self._make_actions()
        self._connect()
        self.show_claim(None)

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Show a claim; the same claim anew keeps the selected line, the folds and the question under the eye."""
        another = open_claim is None or open_claim.id != self._shown_id
        self.editor.close()
        self.patient.show_claim(open_claim)
        self.open_claim = open_claim
        self._shown_id = None if open_claim is None else open_claim.id
        self.both_amounts.begin(open_claim)
        self._showing = True
        if open_claim is None:
            self._show_state(self.tr("سندی باز نیست"), self.tr("سندی را از صف برگزینید؛ صورت آن همین‌جا باز می‌شود."))
        else:
            self._show_open_claim(open_claim, another=another)
        self._showing = False
        self.line_selected.emit(None if open_claim is None else self.bill.selected_line())

    def take_red_pen(self, *, taken: bool) -> None:
        """Let an accountant correct amounts of the claim that lies here, or nobody any more."""
        self._red = taken
        if taken:
            self.header.locked_band.hide()
        self._enable_actions()

    def add_panel(self, panel: QWidget) -> None:
        """Lay a panel above the bill, below those that lie there already."""
        self._panels.addWidget(panel)

    def take_focus(self) -> None:
        """Take the keys onto the bill, or onto the stay while that lies over it."""
        self.sheet.take_focus()

    def show_loading(self) -> None:
        """Say that a claim is on its way."""
        self._leave_claim()
        self._show_state(self.tr("سند باز می‌شود…"), self.tr("ضابطه‌ها روی سند اجرا می‌شود."))

    def show_no_claims(self) -> None:
        """Say that claims are not the work of the person's roles."""
        self._show_state(
            self.tr("سندها در این سمت دیده نمی‌شود"),
            self.tr("پرونده بیماران را کارشناس رسیدگی، حسابداری و ناظر می‌بینند؛ کارهای مدیر دفتر در «کارها» است."),
        )

    def show_error(self, sentence: str) -> None:
        """Say why no claim can be shown; the sentence names the remedy."""
        self._leave_claim()
        self._show_state(self.tr("این سند باز نشد"), sentence)

    def select_line(self, no: int | None) -> None:
        """Show the bill with a line selected."""
        self.sheet.show_bill()
        self.bill.select_line(no)

    def begin_deduction(self, ground: Remark, no: int) -> None:
        """Ask what is left of a line, and why, when a person deducts by a clause."""
        self.select_line(no)
        self._edit("", ground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the editor beside its line."""
        super().resizeEvent(event)
        self.editor.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what bill, stay and strip left: letters answer, Esc and arrows go back to the bill or the stay."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not self.bill.hasFocus():
            self.take_focus()
            if not self.sheet.shows_stay:
                self.bill.keyPressEvent(event)
        elif not self._editable or self.sheet.shows_stay or not self.strip.take_letter(event):
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        """Go back from the strip to what lies uppermost, and from the stay to the bill."""
        if self.sheet.isAncestorOf(self.focusWidget() or self):
            self.sheet.show_bill()
        self.take_focus()

    @property
    def bill_actions(self) -> tuple[QAction, ...]:
        """What the key bar shows of the bill, or of the stay while that lies over it."""
        if self.sheet.shows_stay:
            return self.edit_action, self.sheet.turn_action
        return self.edit_action, self.turn_action, self.headings_action, self.finding_action

    @property
    def _editable(self) -> bool:
        return self.open_claim is not None and self.open_claim.editable

    def _show_open_claim(self, open_claim: OpenClaim, *, another: bool) -> None:
        if another:
            self.bill.forget()
        answering = self.strip.isAncestorOf(self.focusWidget() or self.bill) or self.strip.hasFocus()
        self.header.show_claim(open_claim)
        self.bill.show_rows(bill_rows(open_claim))
        self.sums.show_totals(open_claim.settlement.totals)
        self.strip.show_claim(open_claim)
        self.sheet.show_claim(open_claim)
        self._show_strip()
        self._pages.setCurrentWidget(self._claim_page)
        self._enable_actions()
        if another:
            self.bill.select_first_line()
        if another or (answering and not open_claim.questions):
            self.take_focus()

    def _page(self) -> QWidget:
        page = QWidget(self)
        card = QFrame(page)
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for hint in (self.sheet.to_stay, self.sheet.to_bill):
            self.header.add_key(hint)
        self.header.add_patient_key(self.to_patient)
        inside.addWidget(self.header)
        inside.addWidget(self.sheet, 1)
        inside.addWidget(rule(card))
        inside.addWidget(self.sums)
        box = QVBoxLayout(page)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        self._panels = QVBoxLayout()
        self._panels.setSpacing(8)
        box.addLayout(self._panels)
        box.addWidget(card, 1)
        box.addWidget(self.strip)
        box.addWidget(self.patient)
        return page

    def _make_actions(self) -> None:
        self.edit_action = action(self, self.tr("تعیین مبلغ"), "F2")
        self.answer_action = action(self, self.tr("پاسخ"), "F4")
        self.next_action = action(self, self.tr("پرسش بعد"), "F6")
        self.previous_action = action(self, self.tr("پرسش پیش"), "Shift+F6")
        self.all_action = action(self, self.tr("همه درست است"), "F8")
        self.turn_action = action(self.bill, self.tr("حساب مبلغ"), "Space")
        self.headings_action = action(self.bill, self.tr("همه سرفصل‌ها"), "*")
        for act in (self.turn_action, self.headings_action):
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.finding_action = action(self, self.tr("ردیف نشان‌دار بعد"), "F12")
        self.finding_before_action = action(self, self.tr("ردیف نشان‌دار پیش"), "Shift+F12")
        self.undo_action = action(self, self.tr("برگرداندن"), "Ctrl+Z", "Ctrl+ظ")
        self.strip.show_keys(self.answer_action, (self.next_action, self.all_action, self.undo_action))

    def _connect(self) -> None:
        self.bill.line_selected.connect(self._on_line_selected)
        self.bill.edit_asked.connect(self._edit)
        self.editor.decided.connect(self.amount_decided)
        self.editor.corrected.connect(self.amount_corrected)
        self.editor.deducted.connect(self.deducted)
        self._connect_stay()
        self.strip.answered.connect(self.answered)
        self.strip.rule_wanted.connect(self.rule_wanted)
        self.patient.given.connect(self.patient_told)
        self.patient.left.connect(self._leave_patient)
        self.patient_action.triggered.connect(self._turn_patient)
        self.edit_action.triggered.connect(lambda: self._edit(""))
        self.turn_action.triggered.connect(self.bill.turn_selected)
        self.headings_action.triggered.connect(self.bill.turn_headings)
        self.finding_action.triggered.connect(lambda: self.bill.select_next_finding(1))
        self.finding_before_action.triggered.connect(lambda: self.bill.select_next_finding(-1))
        self.answer_action.triggered.connect(self._take_question)
        self.next_action.triggered.connect(lambda: self._go_to_question(1))
        self.previous_action.triggered.connect(lambda: self._go_to_question(-1))
        self.all_action.triggered.connect(self.all_in_order)
        self.undo_action.triggered.connect(self.undo_requested)

    def _connect_stay(self) -> None:
        """Give the stay the room of the questions too; each key that leads to one of these leads to the bill."""
        stay = self.sheet.stay
        self.sheet.turned.connect(self._show_strip)
        stay.line_pointed.connect(self.bill.select_line)
        stay.line_wanted.connect(self._go_to_line)
        stay.paper_turned.connect(self.paper_turned)
        stay.answered.connect(self.answered)
        stay.rule_wanted.connect(self.rule_wanted)

    def _show_strip(self) -> None:
        """Show what is asked of the paper, where something is or may still be.

        The stay has its own answers, and so has the card of the insured person, which takes the place of the strip.
        """
        asks = self.open_claim is not None and (self.open_claim.editable or bool(self.open_claim.questions))
        self.strip.setVisible(asks and not self.sheet.shows_stay and self.patient.isHidden())

    def _turn_patient(self) -> None:
        """Lay the card of the insured person below the bill, or take it off again."""
        if self.patient.isVisible():
            self._leave_patient()
        elif self.open_claim is not None:
            self.patient.begin(self.open_claim)
            self._show_strip()

    def _leave_patient(self) -> None:
        self.patient.hide()
        self._show_strip()
        self.take_focus()

    def _go_to_line(self, no: int) -> None:
        self.select_line(no)
        self.take_focus()

    def _enable_actions(self) -> None:
        editable, asked = self._editable, bool(self.open_claim and self.open_claim.questions)
        acts: dict[QAction, bool] = {
            self.edit_action: editable or (self._red and self.open_claim is not None),
            self.turn_action: self.open_claim is not None,
            self.headings_action: self.bill.has_headings,
            self.finding_action: self.open_claim is not None,
            self.finding_before_action: self.open_claim is not None,
            self.answer_action: asked and editable,
            self.next_action: asked,
            self.previous_action: asked,
            self.all_action: editable
            and bool(self.open_claim and any(q.has_good_answer for q in self.open_claim.questions)),
            self.patient_action: editable,
            self.undo_action: editable and bool(self.open_claim and self.open_claim.last_decision),
        }
        for act, enabled in acts.items():
            act.setEnabled(enabled)
        self.to_patient.setVisible(editable)

    def _leave_claim(self) -> None:
        self.editor.close()
        self.patient.show_claim(None)
        self.sheet.show_claim(None)
        self.open_claim = None

    def _show_state(self, heading: str, sentence: str) -> None:
        self.state.say(heading, sentence)
        self._pages.setCurrentWidget(self.state)
        self._enable_actions()

    def _on_line_selected(self, no: int | None) -> None:
        if self.editor.is_open:
            self.editor.close()
        if not self._showing:
            self.line_selected.emit(no)

    def _edit(self, typed: str, ground: Remark | None = None) -> None:
        no = self.bill.selected_line()
        place = None if no is None else self.bill.bill.place_of(no)
        may_edit = self._editable or (self._red and ground is None)
        if may_edit and place is not None:
            row = self.bill.bill.rows[place]
            if isinstance(row, LineRow):
                self.select_line(no)
                self.editor.open(row, typed, ground=ground, pen=Pen.RED if self._red else Pen.GREEN)

    def _go_to_question(self, step: int) -> None:
        """Show another question, with its line selected in the bill."""
        self.strip.show_next(step)
        self._take_question()

    def _take_question(self) -> None:
        """Take the keys to the question under the eye, with its line selected in the bill."""
        self.sheet.show_bill()
        question: Question | None = self.strip.question
        if question is not None and question.line is not None:
            self.bill.select_line(question.line)
        self.strip.take_focus()


def rule(parent: QWidget) -> QFrame:
    """Return a hairline between two parts of a card."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    return line
