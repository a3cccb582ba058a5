"""After how long without a touch the desks of the office lock themselves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.persian import persian_digits
from app.ui.fonts import SMALL, font
from app.ui.quiet_choice import QuietChoice

CHOICES = (1, 2, 5, 10, 15, 20, 30, 60)


class IdleChoice(QWidget):
    """A few lengths of time, and the one that was set before.

    Signals:
        chosen: the minutes that the person has chosen.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QuietChoice(self)
        label = QLabel(self.tr("قفل خودکار میز پس از بی‌کاری:"), self)
        label.setFont(font(SMALL))
        label.setBuddy(self.choice)
        self.choice.setAccessibleName(label.text())
        self.choice.activated.connect(lambda _index: self.chosen.emit(self.choice.currentData()))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(label)
        box.addWidget(self.choice)

    def show_minutes(self, minutes: int) -> None:
        """Show what is set now."""
        self.choice.clear()
        for length in sorted({*CHOICES, minutes}):
            self.choice.addItem(self.tr("{count} دقیقه").format(count=persian_digits(length)), length)
        self.choice.setCurrentIndex(self.choice.findData(minutes))
