"""The first tab of the "why" pane: the way of the amount, the findings, and what only a person can judge."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.assessment import Remark
from app.domain.findings import Finding
from app.domain.line_words import in_force
from app.domain.office import Decision, DecisionKind
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.text import identifier
from app.ui.why.finding_card import FindingCard, StepsTable
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
    def answerable(self) -> bool:
        """Whether a person may agree with the finding under the keys, or set it aside."""
        card = self._card_under_keys()
        return isinstance(card, FindingCard) and card.editable

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
        way = Waterfall(content)
        way.show_bars(bars_of_claim(open_claim) if no is None else bars_of_line(open_claim, no))
        box.addWidget(way)
        own, whole = self._findings(open_claim, no, content), []
        if no is not None:
            whole = self._findings(open_claim, None, content)
        self.cards = own + whole
        self.remarks = [
            RemarkCard(remark, self._actions, content)
            for remark in sorted(open_claim.result.remarks, key=lambda remark: remark.line is None)
            if remark.line in {no, None}
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

    def _card(self, open_claim: OpenClaim, finding: Finding, parent: QWidget) -> FindingCard:
        word = word_on(open_claim, finding)
        author = open_claim.authors.get(word.author) if word is not None else None
        name = author.full_name if author is not None else ""
        card = FindingCard(finding, word, name, self._actions, editable=open_claim.editable, parent=parent)
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
            yield CleanLabel(self.tr("برای نظر کارشناس"), parent, points=SMALL, weight=MEDIUM)
            yield from self.remarks


class RemarkCard(WhyCard):
    """A clause that only a person can judge."""

    def __init__(self, remark: Remark, actions: CardActions, parent: QWidget | None = None) -> None:
        super().__init__("box", remark.rule, parent)
        self._read = actions.read
        self.box.setContentsMargins(10, 6, 10, 6)
        self.box.setSpacing(2)
        self.box.addWidget(CleanLabel(remark.wording, self, points=SMALL + 0.5))
        place = self.tr("ضابطه {rule} — {clause}").format(rule=identifier(remark.rule), clause=remark.clause)
        self.box.addWidget(CleanLabel(place, self, tone="quiet", points=SMALL))

    def keys(self) -> Sequence[tuple[QAction, str]]:
        """Return the way to the rule."""
        return ((self._read, self.tr("ضابطه")),)


def word_on(open_claim: OpenClaim, finding: Finding) -> Decision | None:
    """Return the latest word of a person on a finding that is in force."""
    said = (
        decision
        for decision in reversed(open_claim.decisions)
        if decision.kind in WORDS and not decision.undone and in_force(decision, open_claim.result)
    )
    return next((d for d in said if (d.rule, d.line) == (finding.rule, finding.line)), None)
