"""The first tab of the "why" pane: the way of the amount, the findings, and what only a person can judge."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.assessment import Remark
from app.domain.findings import Finding
from app.domain.office import Decision, DecisionKind
from app.domain.settlement import in_force
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.text import identifier
from app.ui.why.finding_card import FindingCard, StepsTable
from app.ui.why.scrolled_page import ScrolledPage
from app.ui.why.waterfall import Waterfall, bars_of_claim, bars_of_line

WORDS = frozenset({DecisionKind.WAIVE, DecisionKind.UPHOLD})


class FindingsPage(ScrolledPage):
    """Findings as cards, one of them under the keys.

    Signals:
        finding_waived: rule, line number or None, reason.
        current_changed: the finding under the keys, None where there is none.
        waiving_ended: the reason was given or thought better of.
    """

    finding_waived = Signal(str, object, str)
    current_changed = Signal(object)
    waiving_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[FindingCard] = []
        self._current = -1

    @property
    def current(self) -> Finding | None:
        """The finding under the keys."""
        return self.cards[self._current].finding if 0 <= self._current < len(self.cards) else None

    def show_findings(self, open_claim: OpenClaim, no: int | None) -> None:
        """Show what the rules say of a line, or of the claim as a whole for None."""
        content, box = self.begin()
        way = Waterfall(content)
        way.show_bars(bars_of_claim(open_claim) if no is None else bars_of_line(open_claim, no))
        box.addWidget(way)
        self.cards = [self._card(open_claim, finding, content) for finding in open_claim.result.findings_of(no)]
        for card in self.cards:
            box.addWidget(card)
        if not self.cards:
            box.addWidget(CleanLabel(self._nothing_found(no), content, tone="quiet"))
        for widget in self._rest(open_claim, no, content):
            box.addWidget(widget)
        box.addStretch(1)
        self.fill(content)
        self._make_current(0)

    def step(self, by: int) -> None:
        """Put another finding under the keys."""
        if self.cards:
            self._make_current((self._current + by) % len(self.cards))
            self.ensureWidgetVisible(self.cards[self._current])

    def ask_reason(self) -> None:
        """Ask why the finding under the keys is set aside."""
        if 0 <= self._current < len(self.cards) and self.cards[self._current].editable:
            self.cards[self._current].ask_reason()

    def _card(self, open_claim: OpenClaim, finding: Finding, parent: QWidget) -> FindingCard:
        word = word_on(open_claim, finding)
        author = open_claim.authors.get(word.author) if word is not None else None
        name = author.full_name if author is not None else ""
        card = FindingCard(finding, word, name, editable=open_claim.editable, parent=parent)
        card.chosen.connect(lambda: self._make_current(self.cards.index(card)))
        card.waived.connect(lambda reason: self.finding_waived.emit(finding.rule, finding.line, reason))
        card.waiving_ended.connect(self.waiving_ended)
        return card

    def _make_current(self, place: int) -> None:
        self._current = place
        for number, card in enumerate(self.cards):
            card.set_current(current=number == place)
        self.current_changed.emit(self.current)

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
        remarks = [remark for remark in open_claim.result.remarks if remark.line == no]
        if remarks:
            yield CleanLabel(self.tr("برای نظر کارشناس"), parent, points=SMALL, weight=MEDIUM)
            for remark in remarks:
                yield RemarkBox(remark, parent)


class RemarkBox(QFrame):
    """A clause that only a person can judge."""

    def __init__(self, remark: Remark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.setSpacing(2)
        box.addWidget(CleanLabel(remark.wording, self, points=SMALL + 0.5))
        place = self.tr("ضابطه {rule} — {clause}").format(rule=identifier(remark.rule), clause=remark.clause)
        box.addWidget(CleanLabel(place, self, tone="quiet", points=SMALL))


def word_on(open_claim: OpenClaim, finding: Finding) -> Decision | None:
    """Return the latest word of a person on a finding that is in force."""
    said = (
        decision
        for decision in reversed(open_claim.decisions)
        if decision.kind in WORDS and not decision.undone and in_force(decision, open_claim.result)
    )
    return next((d for d in said if (d.rule, d.line) == (finding.rule, finding.line)), None)
