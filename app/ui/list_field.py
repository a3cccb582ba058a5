"""A search field whose keys of moving and Enter act on the list below it, while the focus stays where one types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.ui.queue.search_field import SearchField

PAGE_STEP = 6
MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE_STEP,
    Qt.Key.Key_PageUp: -PAGE_STEP,
}


class ListField(SearchField):
    """Searches a list and moves in it.

    Signals:
        moved: by how many places, down or (negative) up.
        entered: Enter was pressed.
    """

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys of moving and Enter on to the list; every other key types."""
        key = event.key()
        if key in MOVES:
            self.moved.emit(MOVES[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
