"""The bill of a trial: what the rules approve now, and what they would with the tried answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.assessment import ClaimResult, LineResult
from app.domain.persian import persian_digits, rials
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import line_title
from app.ui.fonts import MEDIUM, REGULAR, SMALL
from app.ui.rule_book.example_card import MarkSign, amount_label
from app.ui.why.scrolled_page import ScrolledPage


class TrialBill(QFrame):
    """Line by line: claimed, approved now, approved in the trial; lines that change come first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.summary, self._page = CleanLabel("", self, weight=MEDIUM), ScrolledPage(self)
        self.after: ClaimResult | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.addWidget(self.summary)
        box.addWidget(self._page, 1)

    def show_results(self, open_claim: OpenClaim, after: ClaimResult) -> None:
        """Show the engine's result of now beside that of the trial."""
        before, self.after = open_claim.result, after
        difference = after.totals.approved - before.totals.approved
        if difference:
            text = self.tr("تأییدشده از {before} به {after} ریال")
            totals = {"before": rials(before.totals.approved), "after": rials(after.totals.approved)}
            self.summary.setText(text.format(**totals))
        else:
            text = self.tr("تأییدشده {amount} ریال؛ تفاوتی نکرده است")
            self.summary.setText(text.format(amount=rials(after.totals.approved)))
        content, box = self._page.begin()
        box.addLayout(self._grid(open_claim, before, after, content))
        box.addStretch(1)
        self._page.fill(content)

    def _grid(self, open_claim: OpenClaim, before: ClaimResult, after: ClaimResult, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("ردیف"), self.tr("درخواستی"), "", self.tr("اکنون"), "", self.tr("در آزمایش"))
        for column, head in enumerate(heads):
            label = CleanLabel(head, parent, tone="quiet", points=SMALL)
            label.setWordWrap(False)
            grid.addWidget(label, 0, column)
        pairs = [(line, after.line(line.no)) for line in before.lines]
        for row, (now, then) in enumerate(sorted(pairs, key=_unchanged), 1):
            title = f"{persian_digits(now.no)}. {line_title(open_claim.line(now.no), open_claim.titles)}"
            weight = REGULAR if _unchanged((now, then)) else MEDIUM
            grid.addWidget(CleanLabel(title, parent, points=SMALL, weight=weight), row, 0)
            grid.addWidget(amount_label(rials(now.claimed), parent), row, 1)
            for column, line in ((2, now), (4, then)):
                grid.addWidget(MarkSign(line.mark, parent), row, column, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(amount_label(rials(line.approved), parent), row, column + 1)
        return grid


def _unchanged(pair: tuple[LineResult, LineResult]) -> bool:
    now, then = pair
    return (now.approved, now.mark) == (then.approved, then.mark)
