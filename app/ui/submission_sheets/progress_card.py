"""What is seen while sheets are drawn: how far it is, and how to end it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.domain.persian import persian_digits
from app.ui.bill.key_cap import action
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.text import identifier


class ProgressCard(QWidget):
    """A bar with its sentence.

    Signals:
        cancelled: the person wants it to end.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.stage, self.bar = QLabel(self), QLabel(self), QProgressBar(self)
        self.cancel_action = action(self, self.tr("لغو"), "Esc")
        self.cancel_action.triggered.connect(self._cancel)
        self.cancel_button = QPushButton(f"{self.cancel_action.text()}  {identifier('Esc')}", self)
        self.cancel_button.clicked.connect(self.cancel_action.trigger)
        self._lay_out()

    def begin(self, heading: str) -> None:
        """Show that something has begun."""
        self.heading.setText(heading)
        self.stage.setText(self.tr("سندها خوانده می‌شود…"))
        self.bar.setRange(0, 0)
        self.cancel_action.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if not self.cancel_action.isEnabled():
            return
        if done == total:
            self.bar.setRange(0, 0)
            self.stage.setText(self.tr("صفحه‌ها کشیده می‌شود…"))
        else:
            percent = persian_digits(100 * done // total)
            self.stage.setText(self.tr("{percent} درصد").format(percent=percent))

    def _cancel(self) -> None:
        self.cancel_action.setEnabled(False)
        self.cancel_button.setEnabled(False)
        self.stage.setText(self.tr("لغو می‌شود…"))
        self.cancelled.emit()

    def _lay_out(self) -> None:
        self.heading.setFont(font(LARGE, MEDIUM))
        self.heading.setWordWrap(True)
        self.stage.setProperty("tone", "quiet")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(12)
        card = PageCard(self)
        inside = card.parts
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        for widget in (self.heading, self.stage, self.bar):
            inside.addWidget(widget)
        inside.addLayout(buttons)
        inside.addStretch(1)
        fill_page(self, card)
