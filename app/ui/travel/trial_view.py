"""What the rules say of a typed form while it is typed: the sums, and each finding with its clause."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.assessment import ClaimResult
from app.domain.findings import Effect, Finding
from app.domain.persian import persian_digits
from app.services.travel_claims import TravelTrial
from app.ui.answers.value_names import fact_label
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.text import amount_in_rials

TONES = {Effect.REJECT: "red", Effect.REDUCE: "red", Effect.QUERY: "amber", Effect.REFER: "amber", Effect.NOTE: "quiet"}


class TrialView(QScrollArea):
    """A column of sentences beside the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._inside = QWidget(self)
        self._inside.setProperty("role", "scrolled")
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(0, 0, 8, 0)
        self._box.setSpacing(8)
        self.setWidget(self._inside)
        self.texts: list[str] = []

    def wait_for(self, missing: str) -> None:
        """Say what has to be typed before the rules can look."""
        self._begin()
        self._add(self.tr("نظر ضوابط با نوشتن فرم در همین جا می‌آید."), "quiet")
        self._add(missing, "amber")
        self._box.addStretch(1)

    def show_error(self, sentence: str) -> None:
        """Say why the rules can't look."""
        self._begin()
        self._add(sentence, "red")
        self._box.addStretch(1)

    def show_trial(self, trial: TravelTrial) -> None:
        """Show what would be said of the form."""
        self._begin()
        for said, tone in ((trial.fault, "red"), (trial.doubt, "amber")):
            if said:
                self._add(said, tone)
        if trial.before is not None:
            self._add(str(trial.before), "red")
        for problem in trial.problems:
            self._add(f"{problem.sentence} {problem.remedy}", "amber" if trial.result else "red")
        if trial.result is not None:
            self._show_result(trial.result)
        self._box.addStretch(1)

    def _show_result(self, result: ClaimResult) -> None:
        totals = result.totals
        self._add(self.tr("درخواست: {amount}").format(amount=amount_in_rials(totals.claimed)))
        self._add(self.tr("پرداختنی: {amount}").format(amount=amount_in_rials(totals.approved)), medium=True)
        if result.unofficial:
            self._add(self.tr("ارقام آزمایشی"), "amber")
        if not result.findings:
            self._add(self.tr("هیچ ضابطه‌ای ایرادی نمی‌گیرد."), "green")
        for finding in result.findings:
            self._add(self._sentence(finding), TONES[finding.effect])

    def _sentence(self, finding: Finding) -> str:
        where = "" if finding.line is None else self.tr("ردیف {no}: ").format(no=persian_digits(finding.line))
        said = f"{where}{finding.message} ({finding.clause})"
        if finding.effect is not Effect.QUERY:
            return said
        asked = finding.needs or "، ".join(fact_label(name) for name in finding.facts)
        return self.tr("{said} — می‌پرسد: {asked}").format(said=said, asked=asked) if asked else said

    def _begin(self) -> None:
        self.texts = []
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, text: str, tone: str = "", *, medium: bool = False) -> None:
        self.texts.append(text)
        if medium:
            self._box.addWidget(CleanLabel(text, self._inside, weight=MEDIUM))
        else:
            self._box.addWidget(CleanLabel(text, self._inside, tone=tone, points=SMALL + 1))
