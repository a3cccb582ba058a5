"""Drawing the desk into a file without a screen: on a claim that shows what a reviewer sees all day."""

from collections.abc import Set as AbstractSet
from pathlib import Path

from PySide6.QtCore import QTimer

from app.domain.findings import Mark
from app.errors import MachineError
from app.services.open_claim import OpenClaim
from app.store.folder import make_private_file, reporting_file_faults
from app.ui.main_window import MainWindow

TELLING_MARKS: AbstractSet[Mark] = frozenset({Mark.TICK, Mark.CIRCLE, Mark.ZERO})
SETTLE_MS, GIVE_UP_MS = 400, 60_000
CLAIMS_LOOKED_AT = 120


def draw_when_ready(window: MainWindow, path: Path) -> None:
    """Once somebody is signed in, look for a claim that bears all the marks, draw the window and close it."""
    looked_at: list[int] = []

    def draw() -> None:
        with reporting_file_faults(path.parent):
            make_private_file(path)
        if not window.grab().save(str(path), "PNG"):
            raise MachineError(f"تصویر در {path} نوشته نشد؛ پوشه را بررسی کنید.")
        window.close()

    def on_claim(open_claim: OpenClaim) -> None:
        desk = window.desk
        if desk is None:
            return
        looked_at.append(open_claim.id)
        marks = {line.mark for line in open_claim.settlement.lines}
        if marks >= TELLING_MARKS or len(looked_at) >= CLAIMS_LOOKED_AT or desk.queue.neighbour(1) is None:
            desk.claim_shown.disconnect(on_claim)
            QTimer.singleShot(SETTLE_MS, draw)
        else:
            QTimer.singleShot(0, lambda: desk.queue.go(1))

    def on_desk() -> None:
        if window.desk is not None:
            desk = window.desk
            desk.claim_shown.connect(on_claim)
            desk.queue.rows.modelReset.connect(lambda: desk.queue.go(1))

    window.desk_ready.connect(on_desk)
    QTimer.singleShot(GIVE_UP_MS, window.close)
