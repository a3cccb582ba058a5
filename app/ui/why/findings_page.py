"""The first tab of the "why" pane: the way of the amount, the findings, and what only a person can judge."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.findings import Finding
from app.domain.line_words import in_force
from app.domain.office import Decision, DecisionKind
from app.domain.persian import persian_digits
from app.services.batch import word_to_repeat
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.why.finding_card import FindingCard, StepsTable
from app.ui.why.objection_card import objection_cards
from app.ui.why.remark_card import RemarkCard
from app.ui.why.scrolled_page import ScrolledPage
from app.ui.why.waterfall import Waterfall, bars_of_claim, bars_of_line
from app.ui.why.why_card import CardActions, WhyCard

WORDS = frozenset({DecisionKind.WAIVE, DecisionKind.UPHOLD})


class FindingsPage(ScrolledPage):
    """Findings as cards, then what only a person can judge; the keys stand on one of them.

    Signals:
        finding_waived: rule, line number or None, reason.
        current_changed: the keys stand on another card, or on none.
        waiving_ended: the reason was given or thought better of.
    """

    finding_waived = Signal(str, object, str)
    current_changed = Signal()
    waiving_ended = Signal()

    def __init__(self, actions: CardActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.cards: list[FindingCard] = []
        self.remarks: list[RemarkCard] = []
        self._place = -1
        self._shown: tuple[int, int | None] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on a finding leaves the keys on the bill

    @property
    def current(self) -> Finding | None:
        """The finding under the keys."""
        card = self._card_under_keys()
        return card.finding if isinstance(card, FindingCard) else None

    @property
    def current_rule(self) -> str | None:
        """The rule of the finding or remark under the keys."""
        card = self._card_under_keys()
        return card.rule if card is not None else None

    @property
    def current_remark(self) -> RemarkCard | None:
        """The remark under the keys."""
        card = self._card_under_keys()
        return card if isinstance(card, RemarkCard) else None

    def offers(self, act: QAction) -> bool:
        """Tell whether the card under the keys offers an action."""
        card = self._card_under_keys()
        return card is not None and card.offers(act)

    @property
    def stops(self) -> list[WhyCard]:
        """The cards on which the keys can stand."""
        return [*self.cards, *self.remarks]

    def show_findings(self, open_claim: OpenClaim, no: int | None) -> None:
        """Show what the rules say of a line and, below, of the whole claim, or for None of that alone.

        The same line shown anew keeps the card on which the keys stand.
        """
        rule, place, shown = self.current_rule, self._place, (open_claim.id, no)
        same, self._shown = shown == self._shown, shown
        content, box = self.begin()
        for card in objection_cards(open_claim, no, content):
            box.addWidget(card)
        way = Waterfall(content)
        way.show_bars(bars_of_claim(open_claim) if no is None else bars_of_line(open_claim, no))
        box.addWidget(way)
        own, whole = self._findings(open_claim, no, content), []
        if no is not None:
            whole = self._findings(open_claim, None, content)
            own += self._added(open_claim, no, content)
        self.cards = own + whole
        self.remarks = [
            RemarkCard(settled, open_claim, no, self._actions, content)
            for settled in sorted(open_claim.settlement.remarks, key=lambda settled: settled.remark.line is None)
            if settled.remark.line in {no, None}
        ]
        for stop in self.stops:
            stop.chosen.connect(lambda stop=stop: self._make_current(self.stops.index(stop)))
        for card in own:
            box.addWidget(card)
        if whole:
            box.addWidget(CleanLabel(self.tr("درباره کل سند"), content, points=SMALL, weight=MEDIUM))
        for card in whole:
            box.addWidget(card)
        if not self.cards:
            box.addWidget(CleanLabel(self._nothing_found(no), content, tone="quiet"))
        for widget in self._rest(open_claim, no, content):
            box.addWidget(widget)
        box.addStretch(1)
        self.fill(content)
        kept = [number for number, stop in enumerate(self.stops) if same and stop.rule == rule]
        self._make_current(min(kept, key=lambda number: abs(number - place), default=0))

    def step(self, by: int) -> None:
        """Put the keys on another card."""
        if self.stops:
            self._make_current((self._place + by) % len(self.stops))
            self.ensureWidgetVisible(self.stops[self._place])

    def ask_reason(self) -> None:
        """Ask why the finding under the keys is set aside."""
        card = self._card_under_keys()
        if isinstance(card, FindingCard) and card.editable:
            card.ask_reason()
            QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card))  # when its reasons have their room

    def _card_under_keys(self) -> WhyCard | None:
        return self.stops[self._place] if 0 <= self._place < len(self.stops) else None

    def _findings(self, open_claim: OpenClaim, no: int | None, parent: QWidget) -> list[FindingCard]:
        return [self._card(open_claim, finding, parent) for finding in open_claim.result.findings_of(no)]

    def _added(self, open_claim: OpenClaim, no: int, parent: QWidget) -> list[FindingCard]:
        """Return what people deducted from a line by rules; it is undone, not answered."""
        return [
            FindingCard(
                added.finding,
                added.decision,
                _name(open_claim, added.decision),
                self._actions,
                editable=False,
                parent=parent,
            )
            for added in open_claim.settlement.line(no).added
        ]

    def _card(self, open_claim: OpenClaim, finding: Finding, parent: QWidget) -> FindingCard:
        word = word_on(open_claim, finding)
        name = _name(open_claim, word)
        repeatable = word_to_repeat(open_claim, finding.rule, finding.line) is not None
        card = FindingCard(
            finding,
            word,
            name,
            self._actions,
            editable=open_claim.editable,
            repeatable=repeatable,
            parent=parent,
        )
        card.waived.connect(lambda reason: self.finding_waived.emit(finding.rule, finding.line, reason))
        card.waiving_ended.connect(self.waiving_ended)
        return card

    def _make_current(self, place: int) -> None:
        self._place = place
        for number, stop in enumerate(self.stops):
            stop.set_current(current=number == place)
        self.current_changed.emit()

    def _nothing_found(self, no: int | None) -> str:
        if no is None:
            return self.tr("هیچ ضابطه‌ای درباره کل سند یافته‌ای ندارد؛ برای یافته‌های هر ردیف، آن را برگزینید.")
        return self.tr("هیچ ضابطه‌ای به این ردیف ایرادی نگرفته است.")

    def _remarks_title(self) -> str:
        """Return the heading of the remarks; once somebody has begun to judge them, how many are left."""
        left = sum(not card.settled.seen for card in self.remarks)
        if left in {0, len(self.remarks)}:
            return self.tr("برای نظر کارشناس")
        return self.tr("برای نظر کارشناس — {left} مانده").format(left=persian_digits(left))

    def _steps_title(self, open_claim: OpenClaim, no: int | None) -> str:
        if no is not None:
            return self.tr("حساب بهای این ردیف")
        if open_claim.settlement.totals != open_claim.result.totals:
            return self.tr("حساب سهم‌ها پیش از نظر کارشناس")
        return self.tr("حساب سهم‌ها")

    def _rest(self, open_claim: OpenClaim, no: int | None, parent: QWidget) -> Iterator[QWidget]:
        """Return the arithmetic of price or shares, and the remarks for a person."""
        steps = open_claim.result.share_steps if no is None else open_claim.result.line(no).steps
        if steps and all(card.finding.steps != steps for card in self.cards):
            yield CleanLabel(self._steps_title(open_claim, no), parent, points=SMALL, weight=MEDIUM)
            yield StepsTable(steps, parent)
        if self.remarks:
            yield CleanLabel(self._remarks_title(), parent, points=SMALL, weight=MEDIUM)
            yield from self.remarks


def _name(open_claim: OpenClaim, word: Decision | None) -> str:
    """Return the full name of who said a word."""
    author = open_claim.authors.get(word.author) if word is not None else None
    return author.full_name if author is not None else ""


def word_on(open_claim: OpenClaim, finding: Finding) -> Decision | None:
    """Return the latest word of a person on a finding that is in force."""
    said = (
        decision
        for decision in reversed(open_claim.decisions)
        if decision.kind in WORDS and not decision.undone and in_force(decision, open_claim.result)
    )
    return next((d for d in said if (d.rule, d.line) == (finding.rule, finding.line)), None)
