"""A small form on a card: fields under one another, one sentence for what is wrong, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.text import leading
from app.ui.theme import restyle

CARD_WIDTH = 380


class Form(QWidget):
    """A card in the middle of the window.

    Signals:
        submitted: the person pressed Enter in the last field, or the button.
    """

    submitted = Signal()

    def __init__(self, heading: str, explanation: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self._fields: list[QLineEdit] = []
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(CARD_WIDTH)
        self._inside = QVBoxLayout(card)
        self._inside.setContentsMargins(32, 28, 32, 28)
        self._inside.setSpacing(8)
        self._heading = _label(heading, card, LARGE)
        self._inside.addWidget(self._heading)
        self._explanation = _label(explanation, card)
        self._explanation.setProperty("tone", "quiet")
        self._inside.addWidget(self._explanation)
        self._inside.addSpacing(8)
        self.fault = _label("", card)
        self.fault.setProperty("tone", "red")
        self.button = QPushButton(button, card)
        self.button.setDefault(True)
        self.button.clicked.connect(self._submit)
        box = QVBoxLayout(self)
        box.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        box.addLayout(middle)
        box.addStretch(3)

    def add_field(self, label: str, *, hidden: bool = False) -> QLineEdit:
        """Add a field below the others; `hidden` is a password."""
        field = QLineEdit(self)
        field.setMinimumHeight(34)
        field.setAlignment(leading())
        field.setAccessibleName(label)
        if hidden:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        caption = _label(label, self)
        caption.setBuddy(field)
        self._inside.addWidget(caption)
        self._inside.addWidget(field)
        field.returnPressed.connect(lambda: self._go_on_from(field))
        self._fields.append(field)
        return field

    def finish(self) -> None:
        """Put the fault and the button below the fields."""
        self._inside.addWidget(self.fault)
        self._inside.addSpacing(4)
        self._inside.addWidget(self.button)

    def add_below(self, widget: QWidget) -> None:
        """Put something of one's own below the button."""
        self._inside.addWidget(widget)

    def name_things(self, heading: str, explanation: str, button: str) -> None:
        """Give heading, explanation and button their texts."""
        self._heading.setText(heading)
        self._explanation.setText(explanation)
        self.button.setText(button)

    def explain(self, explanation: str) -> None:
        """Say what the form is for."""
        self._explanation.setText(explanation)

    def begin(self) -> None:
        """Forget what was typed, and begin with the first field."""
        self.clear()
        self.take_focus()

    def clear(self) -> None:
        """Forget what was typed and what was wrong with it."""
        self.set_busy(False)
        for field in self._fields:
            field.clear()
        self.fault.clear()
        self._mark(None)

    def say(self, sentence: str, at: QLineEdit | None = None) -> None:
        """Say what is wrong, and lead to the field."""
        self.set_busy(False)
        self.fault.setText(sentence)
        if at is not None:
            self._mark(at)
            at.setFocus(Qt.FocusReason.OtherFocusReason)
            at.selectAll()

    def set_busy(self, busy: bool) -> None:
        """Take no input while the worker checks it."""
        for widget in (*self._fields, self.button):
            widget.setEnabled(not busy)

    def take_focus(self) -> None:
        """Go to the first field that is empty."""
        empty = next((field for field in self._fields if not field.text()), self._fields[0])
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_from(self, field: QLineEdit) -> None:
        following = self._fields[self._fields.index(field) + 1 :]
        if following:
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._submit()

    def _submit(self) -> None:
        self.fault.clear()
        self._mark(None)
        self.submitted.emit()

    def _mark(self, faulty: QLineEdit | None) -> None:
        """Mark the field that the sentence speaks of, and no other."""
        for field in self._fields:
            restyle(field, faulty=field is faulty)


def _label(text: str, parent: QWidget, points: float | None = None) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    if points is not None:
        label.setFont(font(points, MEDIUM))
    return label
