"""Queue, bill and "why" side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

LEAST_SIDE, QUEUE_SHARE, WHY_SHARE = 280, 0.225, 0.24
MOST_QUEUE, MOST_WHY = 380, 480


class Panes(QSplitter):
    """Three panes, each with its share of the window until a person moves a border."""

    def __init__(self, queue: QWidget, bill: QWidget, why: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._moved = False
        for place, pane in enumerate((queue, bill, why)):
            self.addWidget(pane)
            self.setCollapsible(place, False)
        for side in (queue, why):
            side.setMinimumWidth(LEAST_SIDE)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if not self._moved:
            width = self.width() - 2 * self.handleWidth()
            queue, why = min(MOST_QUEUE, int(width * QUEUE_SHARE)), min(MOST_WHY, int(width * WHY_SHARE))
            self.setSizes([queue, width - queue - why, why])

    def _on_moved(self) -> None:
        self._moved = True
