"""A field to search in, with the cap of the key that leads to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.bill.key_cap import KeyCap
from app.ui.text import leading


class SearchField(QLineEdit):
    """The cap stands at the end of the field until something is typed."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setAlignment(leading())
        self.cap = KeyCap(key, self)
        self.cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        box.addStretch(1)
        box.addWidget(self.cap)
        self.textChanged.connect(lambda text: self.cap.setVisible(not text))
