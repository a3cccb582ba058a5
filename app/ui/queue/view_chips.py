"""The views of the queue as a row of chips, each with its count; one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.domain.persian import rials
from app.services.queue import QueueCounts, QueueView
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.names import name_of
from app.ui.fonts import SMALL, font
from app.ui.theme import restyle

NAMES = {
    QueueView.OPEN: QT_TRANSLATE_NOOP("names", "باز"),
    QueueView.MINE: QT_TRANSLATE_NOOP("names", "کارهای من"),
    QueueView.TO_ANSWER: QT_TRANSLATE_NOOP("names", "پرسش دارد"),
    QueueView.TO_DEDUCT: QT_TRANSLATE_NOOP("names", "کسر دارد"),
    QueueView.REJECTED: QT_TRANSLATE_NOOP("names", "ردشده"),
    QueueView.CLEAN: QT_TRANSLATE_NOOP("names", "بی‌ایراد"),
    QueueView.AWAITING: QT_TRANSLATE_NOOP("names", "نزد ناظر"),
    QueueView.DONE: QT_TRANSLATE_NOOP("names", "امضاشده"),
    QueueView.AWAY: QT_TRANSLATE_NOOP("names", "برگشتی"),
    QueueView.READY: QT_TRANSLATE_NOOP("names", "آماده حسابداری"),
    QueueView.IN_ACCOUNTING: QT_TRANSLATE_NOOP("names", "در حسابداری"),
    QueueView.CLOSED: QT_TRANSLATE_NOOP("names", "بسته"),
    QueueView.OBJECTED: QT_TRANSLATE_NOOP("names", "اعتراض"),
    QueueView.EDITED: QT_TRANSLATE_NOOP("names", "تغییر پس از امضا"),
    QueueView.ALL: QT_TRANSLATE_NOOP("names", "همه"),
}


class ViewChips(QWidget):
    """One chip for each view that concerns a person; the first one is chosen.

    Signals:
        chosen: the view that a person chose.
    """

    chosen = Signal(object)

    def __init__(self, views: Sequence[QueueView] = tuple(QueueView), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips: dict[QueueView, QPushButton] = {}
        layout = FlowLayout(self, spacing=6)
        for view in views:
            chip = QPushButton(self)
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setFont(font(SMALL))
            self._group.addButton(chip)
            self._chips[view] = chip
            layout.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, view=view: self.chosen.emit(view))
            if view is QueueView.AWAY:
                chip.setToolTip(self.tr("برگشت به مرکز یا ارجاع به اداره نظارت"))
            if view is QueueView.EDITED:
                chip.setToolTip(self.tr("سندهایی که امضایشان باطل شده یا نسخه‌ای پس از امضا دارند"))
        for view in views[:1]:
            self.choose(view)
        self.show_counts(None)

    def show_counts(self, counts: QueueCounts | None) -> None:
        """Show the counts beside the names; chips of empty views step back but keep their place."""
        for view, chip in self._chips.items():
            name = name_of(NAMES, view)
            count = None if counts is None else counts.views.get(view, 0)
            chip.setText(name if not count else f"{name} {rials(count)}")
            restyle(chip, empty=count == 0)

    def chip(self, view: QueueView) -> QPushButton:
        """Return the chip of a view."""
        return self._chips[view]

    def choose(self, view: QueueView) -> None:
        """Choose a view without telling anybody; where the person has no chip of it, none stays chosen."""
        self._group.setExclusive(False)
        for name, chip in self._chips.items():
            chip.setChecked(name is view)
        self._group.setExclusive(True)
