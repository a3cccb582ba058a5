"""Python's garbage is collected on the GUI thread alone.

A worker's thread that happens to trigger a collection would destroy widgets that nobody refers to any more, and Qt may
only destroy them where they live. So the automatic collection is switched off and a timer of the GUI thread does it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 2_000


class GuiGarbage(QObject):
    """Collects as often as Python itself would, each generation by its own threshold."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is loaded by now stays: no collection has to look at it again
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    @staticmethod
    def collect_due() -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
        if due:
            gc.collect(due[-1])
