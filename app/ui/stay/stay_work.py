"""Looking at a stay off the screen: first its times and papers, then what each paper costs, one trial at a time.

Each trial is a task of its own, so that the person's own steps come in between; with the next look they end.
"""

from PySide6.QtCore import QObject, Signal

from app.services.open_claim import OpenClaim
from app.services.stay.papers import PaperCost
from app.services.stay.stay_room import PaperTrials, Stay, StayRoom
from app.ui.tasks import Worker


class StayWork(QObject):
    """Looks at one stay at a time.

    Signals:
        seen: the OpenClaim that was looked at, its Stay.
        priced: number of the claim, a PaperCost of it.
        failed: the error of a look.
    """

    seen = Signal(object, object)
    priced = Signal(int, object)
    failed = Signal(object)

    def __init__(self, room: StayRoom, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._worker = room, worker
        self._look = 0

    def look(self, open_claim: OpenClaim) -> None:
        """Look at a claim's stay; what was still under way for an earlier look is left."""
        self._look += 1
        look = self._look
        self._worker.start(
            lambda _report: self._room.look(open_claim) if look == self._look else None,
            done=lambda found: self._on_seen(look, open_claim, found),
            failed=self.failed.emit,
        )

    def stop(self) -> None:
        """Try nothing more: nobody looks at it."""
        self._look += 1

    def _on_seen(self, look: int, open_claim: OpenClaim, found: tuple[Stay, PaperTrials | None] | None) -> None:
        if look == self._look and found is not None:
            stay, trials = found
            self.seen.emit(open_claim, stay)
            if trials is not None:
                self._try_next(look, stay.claim_id, trials, 0)

    def _try_next(self, look: int, claim_id: int, trials: PaperTrials, place: int) -> None:
        if look != self._look or place >= len(trials.trials):
            return

        def go_on(cost: PaperCost) -> None:
            if look == self._look:
                self.priced.emit(claim_id, cost)
                self._try_next(look, claim_id, trials, place + 1)

        self._worker.start(lambda _report: trials.cost(trials.trials[place]), done=go_on, failed=self.failed.emit)
