"""What is read off a transfer: whole or for a service, why, coordinated, signed by whom; and the shares it leads to."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.facts import FactDictionary, FactValue
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import SMALL
from app.ui.text import amount_in_rials
from app.ui.travel.fields import fact_field

TRANSFER = "own_hospital_transfer"
NAMES = (TRANSFER, "transfer_reason", "transfer_coordinated", "transfer_form_signed")


class TransferFacts(QWidget):
    """Four answers about a claim that an own hospital may have sent.

    Signals:
        changed: an answer was chosen.
    """

    changed = Signal()

    def __init__(self, dictionary: FactDictionary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Any] = {name: fact_field(dictionary[name], self) for name in NAMES}
        self.shares = CleanLabel("", self)
        self._before: dict[str, FactValue | None] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, (name, field) in enumerate(self.fields.items()):
            label = CleanLabel(dictionary[name].label, self, tone="quiet", points=SMALL)
            label.setBuddy(field)
            field.setAccessibleName(dictionary[name].label)
            field.changed.connect(self.changed)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(grid)
        box.addWidget(self.shares)

    def show_claim(self, open_claim: OpenClaim) -> None:
        """Show what is known of a claim."""
        self._before = {name: open_claim.claim.facts.get(name) for name in NAMES}
        for name, field in self.fields.items():
            field.show_value(self._before[name])
        self.setEnabled(open_claim.editable)
        self.shares.setText(self._shares(open_claim))

    @property
    def said(self) -> dict[str, FactValue]:
        """The answers that differ from what was known."""
        values = {name: field.value for name, field in self.fields.items()}
        return {name: value for name, value in values.items() if value is not None and value != self._before.get(name)}

    def _shares(self, open_claim: OpenClaim) -> str:
        totals, transfer = open_claim.settlement.totals, self._before.get(TRANSFER)
        patient, insurer = amount_in_rials(totals.patient_share), amount_in_rials(totals.insurer_share)
        if transfer == "service_only":
            text = self.tr(
                "برای یک خدمت: سهم سازمان {insurer}؛ سهم بیمه‌شده {patient} با مابه‌التفاوت بر عهده واحد ملکی"
                " اعزام‌کننده است."
            )
        elif transfer == "complete":
            text = self.tr("انتقال کامل: سهم سازمان {insurer}، سهم بیمه‌شده {patient}.")
        else:
            text = self.tr("سهم سازمان {insurer}، سهم بیمه‌شده {patient}.")
        return text.format(insurer=insurer, patient=patient)
