"""The foot of the bill: claimed, deducted, approved, and who pays what of it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.assessment import Totals
from app.domain.persian import rials
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import BOLD, MEDIUM, SMALL, font


class Sum(QWidget):
    """One sum under its name, in rials."""

    def __init__(self, name: str, *, strong: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(name, self)
        label.setProperty("tone", "quiet")
        label.setFont(font(SMALL - 0.5))
        points, weight = (13, BOLD) if strong else (11.5, MEDIUM)
        self._amount = CleanLabel("", self, points=points, weight=weight, tabular=True)
        self._amount.setWordWrap(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(label)
        box.addWidget(self._amount)

    def show_amount(self, amount: int) -> None:
        """Show rials."""
        self._amount.setText(rials(amount))


class SumsBar(QWidget):
    """The five sums of a claim, the approved one in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claimed = Sum(self.tr("جمع درخواستی"), strong=False, parent=self)
        self._deducted = Sum(self.tr("تعدیل"), strong=False, parent=self)
        self._approved = Sum(self.tr("جمع تأییدشده (ریال)"), strong=True, parent=self)
        self._patient = Sum(self.tr("سهم بیمه‌شده"), strong=False, parent=self)
        self._insurer = Sum(self.tr("سهم سازمان"), strong=False, parent=self)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 5, 16, 6)
        box.setSpacing(20)
        for widget in (self._claimed, self._deducted, self._approved, self._patient, self._insurer):
            box.addWidget(widget, 1)

    def show_totals(self, totals: Totals) -> None:
        """Show the sums of a claim."""
        self._claimed.show_amount(totals.claimed)
        self._deducted.show_amount(totals.deducted)
        self._approved.show_amount(totals.approved)
        self._patient.show_amount(totals.patient_share)
        self._insurer.show_amount(totals.insurer_share)
