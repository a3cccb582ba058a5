"""A field with a list that narrows while one types, for reasons and for long lists of values."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from app.domain.persian import clean, fold


class NarrowingList(QWidget):
    """Entries that hold every word typed; the first is chosen by Enter, another with Up and Down.

    Signals:
        committed: Enter was pressed; carries `text()`.
        cancelled: Esc was pressed.
    """

    committed = Signal(str)
    cancelled = Signal()

    def __init__(self, entries: Sequence[str], parent: QWidget | None = None, *, visible_rows: int = 4) -> None:
        super().__init__(parent)
        self._entries, self._visible_rows = tuple(entries), visible_rows
        self.field = QLineEdit(self)
        self.shown = QStringListModel(self)
        self.list = QListView(self)
        self.list.setModel(self.shown)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_clicked)
        self.field.textEdited.connect(self._narrow)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.field)
        box.addWidget(self.list)
        self.start()
        self._fit()

    def start(self, text: str = "") -> None:
        """Begin anew with a text in the field."""
        self.field.setText(text)
        self._narrow("")

    def offer(self, entries: Sequence[str], *, chosen: bool = False) -> None:
        """Begin anew with other entries; with `chosen` the first of them is under the keys."""
        self._entries = tuple(entries)
        self.start()
        self._fit()
        if chosen and entries:
            self.list.setCurrentIndex(self.shown.index(0))

    def text(self) -> str:
        """Return the chosen entry, else what was typed."""
        index = self.list.currentIndex()
        return index.data() if index.isValid() else clean(self.field.text())

    def commit(self) -> None:
        """Tell which text was chosen."""
        self.committed.emit(self.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the field move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Give the list the room of its visible rows, once it is known how high one is."""
        if self.shown.rowCount():
            self.list.setFixedHeight(self._visible_rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth())

    def _take(self, key: int) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        """Choose the next entry; above the first one nothing is chosen and the typed text stands."""
        row = self.list.currentIndex().row() + step
        if row < self.shown.rowCount():
            self.list.setCurrentIndex(self.shown.index(max(row, -1)) if row >= 0 else QModelIndex())

    def _narrow(self, text: str) -> None:
        words = fold(text).split()
        self.shown.setStringList([entry for entry in self._entries if all(word in fold(entry) for word in words)])
        first = self.shown.index(0) if words and self.shown.rowCount() else QModelIndex()
        self.list.setCurrentIndex(first)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.commit()
