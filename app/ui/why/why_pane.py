"""The "why" pane: follows the selected line and tells, clause by clause, why it stands as it does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QStackedLayout, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.persian import persian_digits
from app.services.open_claim import OpenClaim
from app.ui.bill.key_cap import action
from app.ui.bill.names import line_title
from app.ui.bill.state_page import StatePage
from app.ui.fonts import MEDIUM, font
from app.ui.text import sentence
from app.ui.why.decisions_page import DecisionsPage
from app.ui.why.findings_page import FindingsPage
from app.ui.why.history_page import HistoryPage
from app.ui.why.rule_page import RulePage
from app.ui.why.why_card import CardActions


class WhyPane(QWidget):
    """Findings, history, decisions and the rule itself, in four tabs.

    Signals:
        finding_waived: rule, line number or None, reason: a person sets a finding aside.
        finding_upheld: rule, line number or None: a person agrees with a finding, or has seen a remark and found it
            in order.
        deduction_wanted: Remark, line number: a person wants to deduct from the line by it.
        rule_wanted: id of the rule that a person wants to read in the rule book.
        left: Esc was pressed; the keys belong to the bill again.
    """

    finding_waived = Signal(str, object, str)
    finding_upheld = Signal(str, object)
    deduction_wanted = Signal(object, int)
    rule_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self.open_claim: OpenClaim | None = None
        self.line_no: int | None = None
        self.state = StatePage(self)
        self.title = QLabel(self)
        self.title.setFont(font(11.5, MEDIUM))
        self.title.setWordWrap(True)
        self._make_finding_actions()
        self._keys = CardActions(self.uphold_action, self.waive_action, self.deduct_action, self.read_action)
        self.findings, self.history = FindingsPage(self._keys, self), HistoryPage(self)
        self.decisions, self.rule = DecisionsPage(self), RulePage(self)
        self.tabs = self._make_tabs()
        self._page = self._make_page()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.state)
        self._pages.addWidget(self._page)
        self._make_tab_actions()
        self._focused_before: QWidget | None = None
        self.findings.finding_waived.connect(self.finding_waived)
        self.findings.waiving_ended.connect(self._give_focus_back)
        self.findings.current_changed.connect(self._on_current_changed)
        self.tabs.currentChanged.connect(lambda _place: self._show_current_tab())
        self.show_claim(None, None)

    def offer_on_remarks(self, *actions: QAction) -> None:
        """Show keys of a pass on remarks too, while they are visible at all."""
        self._keys.further.extend(actions)

    def offer_on_words(self, *actions: QAction) -> None:
        """Show keys of a pass on findings of which a person has said something."""
        self._keys.on_words.extend(actions)

    def show_claim(self, open_claim: OpenClaim | None, line_no: int | None) -> None:
        """Show a line of a claim, or the claim as a whole for line None; the tab stays."""
        self.open_claim, self.line_no = open_claim, line_no
        if open_claim is None:
            self.state.say(self.tr("چرا؟"), self.tr("ضابطه، بند و حساب هر ردیف اینجا دیده می‌شود."))
            self._pages.setCurrentWidget(self.state)
            self._on_current_changed()
            return
        self.title.setText(sentence(self._title(open_claim, line_no)))
        self.findings.show_findings(open_claim, line_no)
        self._show_current_tab()
        self._pages.setCurrentWidget(self._page)

    def act_everywhere(self, everywhere: bool) -> None:
        """Let the keys of the findings act wherever the focus is on the desk, or in this pane alone."""
        context = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
        for act in self._of_findings:
            act.setShortcutContext(context)

    def uphold(self) -> None:
        """Agree with the finding under the keys, or say that the remark there was seen and is in order."""
        card = self.findings.current_remark
        said = self.findings.current if card is None else card.remark
        if said is not None:
            self.finding_upheld.emit(said.rule, said.line)

    def deduct(self) -> None:
        """Ask for a deduction by the remark under the keys."""
        card = self.findings.current_remark
        if card is not None and card.line is not None:
            self.deduction_wanted.emit(card.remark, card.line)

    def waive(self) -> None:
        """Ask why the finding under the keys is set aside; afterwards the keys go back to where they were."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._focused_before = focused
        self.tabs.setCurrentWidget(self.findings)
        self.findings.ask_reason()

    def read_rule(self) -> None:
        """Ask for the rule under the keys in the rule book."""
        rule = self.findings.current_rule
        if rule is not None:
            self.rule_wanted.emit(rule)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the pane on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give_focus_back(self) -> None:
        before = self._focused_before
        target = before if before is not None and isValid(before) else self.findings
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.addTab(self.findings, self.tr("چرا"))
        tabs.addTab(self.history, self.tr("سابقه"))
        tabs.addTab(self.decisions, self.tr("نظرها"))
        tabs.addTab(self.rule, self.tr("ضابطه"))
        return tabs

    def _make_page(self) -> QWidget:
        page = QWidget(self)
        card = QFrame(page)
        card.setProperty("role", "card")
        box = QVBoxLayout(card)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addWidget(self.tabs, 1)
        around = QVBoxLayout(page)
        around.setContentsMargins(8, 8, 8, 8)
        around.addWidget(card)
        return page

    def _make_tab_actions(self) -> None:
        for place in range(self.tabs.count()):
            show = action(self, self.tabs.tabText(place), f"Ctrl+{place + 1}")
            show.triggered.connect(lambda _checked=False, place=place: self._show_tab(place))
            self.tabs.setTabToolTip(place, f"Ctrl+{persian_digits(place + 1)}")

    def _make_finding_actions(self) -> None:
        self.next_action = action(self, self.tr("یافته بعد"), "F3")
        self.previous_action = action(self, self.tr("یافته پیش"), "Shift+F3")
        self.uphold_action = action(self, self.tr("یافته وارد است"), "F5")
        self.waive_action = action(self, self.tr("چشم‌پوشی از یافته"), "F7")
        self.deduct_action = action(self, self.tr("کسر با بند نظر کارشناس"), "Shift+F2")
        self.read_action = action(self, self.tr("متن ضابطه در دفتر ضوابط"), "F11")
        stepping, saying = (self.next_action, self.previous_action), (self.uphold_action, self.waive_action)
        self._of_findings = *stepping, *saying, self.deduct_action, self.read_action
        self.next_action.triggered.connect(lambda: self.findings.step(1))
        self.previous_action.triggered.connect(lambda: self.findings.step(-1))
        self.uphold_action.triggered.connect(self.uphold)
        self.waive_action.triggered.connect(self.waive)
        self.deduct_action.triggered.connect(self.deduct)
        self.read_action.triggered.connect(self.read_rule)

    def _show_current_tab(self) -> None:
        """Fill the tab that is seen; the others are filled when somebody looks at them."""
        claim, rule = self.open_claim, self.findings.current_rule
        if claim is None:
            return
        if self.tabs.currentWidget() is self.history:
            self.history.show_history(claim.history)
        elif self.tabs.currentWidget() is self.decisions:
            self.decisions.show_decisions(claim)
        elif self.tabs.currentWidget() is self.rule:
            self.rule.show_rule(claim.rulebook.get(rule) if rule is not None else None)

    def _show_tab(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)
        self.tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_current_changed(self) -> None:
        shown, page = self.open_claim is not None, self.findings
        for act in (self.uphold_action, self.waive_action, self.deduct_action):
            act.setEnabled(shown and page.offers(act))
        for act in (self.next_action, self.previous_action):
            act.setEnabled(shown and len(page.stops) > 1)
        self.read_action.setEnabled(shown and page.current_rule is not None)
        self._show_current_tab()

    def _title(self, open_claim: OpenClaim, line_no: int | None) -> str:
        if line_no is None:
            return self.tr("کل سند")
        title = line_title(open_claim.line(line_no), open_claim.titles)
        return self.tr("ردیف {no}: {title}").format(no=persian_digits(line_no), title=title)
