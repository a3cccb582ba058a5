"""Queue, bill and "why" side by side."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from app.services.pane_widths import PaneWidths

LEAST_SIDE, QUEUE_SHARE, WHY_SHARE = 280, 0.225, 0.24
MOST_QUEUE, MOST_WHY = 380, 480
LEAST_BILL = 560
"""What is left to the bill in a narrower window than the one in which a border was moved, unless it had less there."""
MOVED_MS = 400


class Panes(QSplitter):
    """Three panes, each with its share of the window until a person moves a border.

    Signals:
        widths_chosen: the PaneWidths of a person who has moved a border, None after a reset.
    """

    widths_chosen = Signal(object)

    def __init__(self, queue: QWidget, bill: QWidget, why: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._chosen: PaneWidths | None = None
        self._moving = QTimer(self, singleShot=True, interval=MOVED_MS)
        for place, pane in enumerate((queue, bill, why)):
            self.addWidget(pane)
            self.setCollapsible(place, False)
            if place:
                self.handle(place).setToolTip(self.tr("کشیدن: پهنای ستون. دو بار کلیک یا Ctrl+0: پهنای پیش‌فرض."))
        for side in (queue, why):
            side.setMinimumWidth(LEAST_SIDE)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)
        self._moving.timeout.connect(lambda: self.widths_chosen.emit(self._chosen))

    def choose(self, widths: PaneWidths | None) -> None:
        """Give the panes the widths that a person has chosen before; None for the shares of everybody."""
        self._chosen = widths
        self._share()

    def reset(self) -> None:
        """Give each pane its share again, and tell so."""
        self._moving.stop()
        self.choose(None)
        self.widths_chosen.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

    def createHandle(self) -> QSplitterHandle:
        """Make a border that a double click brings back."""
        return _Border(self)

    def _share(self) -> None:
        width = self.width() - 2 * self.handleWidth()
        if self._chosen is None:
            queue, why = min(MOST_QUEUE, int(width * QUEUE_SHARE)), min(MOST_WHY, int(width * WHY_SHARE))
        else:
            queue, why = _beside_bill(self._chosen, width)
        self.setSizes([queue, width - queue - why, why])

    def _on_moved(self) -> None:
        self._chosen = PaneWidths(*self.sizes())
        self._moving.start()


class _Border(QSplitterHandle):
    """The border between two panes."""

    def __init__(self, panes: Panes) -> None:
        super().__init__(Qt.Orientation.Horizontal, panes)
        self._panes = panes

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Bring all borders back."""
        self._panes.reset()


def _beside_bill(chosen: PaneWidths, width: int) -> tuple[int, int]:
    """Return the chosen widths; in a narrower window each side gives the bill room by what it has to spare."""
    spare_queue, spare_why = max(0, chosen.queue - LEAST_SIDE), max(0, chosen.why - LEAST_SIDE)
    spare = spare_queue + spare_why
    lacking = min(spare, max(0, chosen.queue + chosen.why + min(LEAST_BILL, chosen.bill) - width))
    from_queue = lacking * spare_queue // spare if spare else 0
    return chosen.queue - from_queue, chosen.why - (lacking - from_queue)
