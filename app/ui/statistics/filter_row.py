"""Which claims are counted: a row of choices, each of which narrows."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from app.domain.claim import ClaimKind, Insurer
from app.domain.persian import month_text
from app.domain.statistics import Choices, StatisticsFilter
from app.ui.bill.names import FUNDS, INSURERS, KINDS, name_of
from app.ui.fonts import SMALL, font
from app.ui.quiet_choice import QuietChoice
from app.ui.text import identifier


class FilterRow(QWidget):
    """The choices of a StatisticsFilter; `settled` is laid out by whoever holds the row.

    Signals:
        changed: a person has chosen otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = self._choice(self.tr("از ماه")), self._choice(self.tr("تا ماه"))
        self.centre, self.fund = self._choice(self.tr("مرکز")), self._choice(self.tr("صندوق"))
        self.kind, self.reviewer = self._choice(self.tr("نوع سند")), self._choice(self.tr("کارشناس"))
        self.insurer = self._choice(self.tr("بیمه‌گر"))
        self.settled = QPushButton(self.tr("تنها امضاشده‌ها"), self)
        self.settled.setCheckable(True)
        self.settled.setChecked(True)
        self.settled.setProperty("role", "chip")
        self.settled.setFont(font(SMALL))
        self.settled.toggled.connect(lambda _checked: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for choice in self._all():
            layout.addWidget(choice, 1)
        self.show_choices(Choices())

    @property
    def wanted(self) -> StatisticsFilter:
        """What is chosen; a first month after the last one counts as the only month."""
        first, last = self.first.currentData(), self.last.currentData()
        kind: str | None = self.kind.currentData()
        insurer: str | None = self.insurer.currentData()
        return StatisticsFilter(
            first=first,
            last=max(first, last) if first is not None and last is not None else last,
            centre=self.centre.currentData(),
            fund=self.fund.currentData(),
            kind=None if kind is None else ClaimKind(kind),
            reviewer=self.reviewer.currentData(),
            settled_only=self.settled.isChecked(),
            insurer=None if insurer is None else Insurer(insurer),
        )

    def order_keys(self) -> None:
        """Let Tab go through all choices as they are seen, once they are laid out in one window."""
        for before, after in pairwise((self.settled, *self._all())):
            self.setTabOrder(before, after)

    def take_focus(self) -> None:
        """Put the keys on the first choice."""
        self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def narrows(self) -> bool:
        """Tell whether anything but the state of the claims is narrowed."""
        return any(choice.currentData() is not None for choice in self._all())

    def show_choices(self, choices: Choices) -> None:
        """Show what can be chosen; what is chosen stays where it still can be."""
        months: list[tuple[str, Any]] = [(month_text(month), month) for month in choices.months]
        centres = ((centre.name or identifier(centre.key), centre.key) for centre in choices.centres)
        people = ((person.name or identifier(person.key), int(person.key)) for person in choices.reviewers)
        entries: tuple[tuple[QComboBox, str, Iterable[tuple[str, Any]]], ...] = (
            (self.first, self.tr("از آغاز"), months),
            (self.last, self.tr("تا پایان"), months),
            (self.centre, self.tr("مرکزها"), centres),
            (self.insurer, self.tr("بیمه‌گران"), ((name_of(INSURERS, insurer), insurer.value) for insurer in Insurer)),
            (self.fund, self.tr("صندوق‌ها"), ((name_of(FUNDS, fund), fund) for fund in choices.funds)),
            (self.kind, self.tr("نوع‌ها"), ((name_of(KINDS, kind), kind.value) for kind in choices.kinds)),
            (self.reviewer, self.tr("کارشناسان"), people),
        )
        for choice, everything, found in entries:
            _fill(choice, everything, found)

    def _all(self) -> tuple[QComboBox, ...]:
        return self.first, self.last, self.centre, self.insurer, self.fund, self.kind, self.reviewer

    def _choice(self, name: str) -> QComboBox:
        choice = QuietChoice(self)
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.setFont(font(SMALL))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(4)
        choice.activated.connect(lambda _place: self.changed.emit())
        return choice


def _fill(choice: QComboBox, everything: str, found: Iterable[tuple[str, Any]]) -> None:
    chosen = choice.currentData()
    choice.clear()
    choice.addItem(everything, None)
    for text, value in found:
        choice.addItem(text, value)
    place = next((place for place in range(choice.count()) if choice.itemData(place) == chosen), 0)
    choice.setCurrentIndex(place)
