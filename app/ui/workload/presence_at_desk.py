"""What lies on this desk, told to the office's other desks; and what lies on another, watched until it comes free."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.office_records import Presence
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.presence import ThisDesk, elsewhere
from app.ui.tasks import Worker

SETTLE_MS = 400
"""How long a claim lies here before it is taken: whoever runs through the queue takes none on the way."""
BEAT_MS, WATCH_MS = 30_000, 5_000


class PresenceAtDesk(QObject):
    """Keeps the office's notice of this desk; all of it runs beside the desk's own work, which it never waits for.

    A failure to reach the store is no news to anybody: the next beat tries again, and steps are refused by the store.

    Signals:
        look_again: number of the claim on the desk, which has gone to another desk or may have come free there.
    """

    look_again = Signal(int)

    def __init__(self, office: Office, this_desk: ThisDesk, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._this_desk, self._worker = office, this_desk, worker
        self._claim: OpenClaim | None = None
        self._worked_on = self._rests = False
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._beating, self._watching = QTimer(self, interval=BEAT_MS), QTimer(self, interval=WATCH_MS)
        self._settling.timeout.connect(self._settle)
        self._beating.timeout.connect(self._beat)
        self._watching.timeout.connect(self._watch)
        self._beating.start()

    def show(self, open_claim: OpenClaim | None, *, worked_on: bool) -> None:
        """Say what lies on the desk now, and whether the person there may change it; else it stays free for others."""
        self._claim, self._worked_on = open_claim, worked_on
        if self._rests:
            return
        if open_claim is not None and open_claim.elsewhere is not None:
            self._watching.start()
        else:
            self._watching.stop()
        wanted = open_claim.id if open_claim is not None and worked_on else None
        if wanted == self._this_desk.claim_id:
            self._settling.stop()
        else:
            self._settling.start()

    def rest(self) -> None:
        """Put away what lies here, as the desk is locked or left."""
        self._rests = True
        for timer in (self._settling, self._beating, self._watching):
            timer.stop()
        self._ask(self._this_desk.leave)

    def resume(self) -> None:
        """Go on after a rest; a claim that others have changed meanwhile, or have now, is looked at again.

        Where nothing has changed nothing moves on the desk: what somebody was about to write is still there.
        """
        if not self._rests:
            return
        self._rests, claim = False, self._claim
        self._beating.start()
        if claim is not None:
            self._ask(lambda: self._is_as_shown(claim), lambda same: self._on_resumed(claim, same=same))

    def _settle(self) -> None:
        """Take what has lain here for a while, or put away what lay here before."""
        claim = self._claim
        if claim is not None and self._worked_on:
            self._ask(lambda: self._this_desk.take(claim.id), self._on_taken)
        else:
            self._ask(self._this_desk.leave)

    def _beat(self) -> None:
        self._ask(self._this_desk.still_there, self._on_taken)

    def _watch(self) -> None:
        claim = self._claim
        if claim is not None:
            self._ask(lambda: self._there(claim.id), self._on_watched)

    def _there(self, claim_id: int) -> Presence | None:
        with self._office.read() as view:
            return elsewhere(self._office, view, claim_id)

    def _is_as_shown(self, claim: OpenClaim) -> bool:
        """Tell whether nobody has changed a claim since it was opened here, and nobody has it elsewhere."""
        with self._office.read() as view:
            standing, there = view.claims.standing(claim.id), elsewhere(self._office, view, claim.id)
            said = view.decisions.of_claim(claim.id)
        return (standing.state, standing.version, there, said) == (claim.state, claim.version, None, claim.decisions)

    def _on_resumed(self, claim: OpenClaim, *, same: bool) -> None:
        if not same:
            self._want_again()
        elif self._claim is claim:
            self.show(claim, worked_on=self._worked_on)

    def _on_taken(self, there: Presence | None) -> None:
        """Look again where another desk has the claim that lies here."""
        if there is not None and self._claim is not None and self._claim.id == there.claim_id:
            self._want_again()

    def _on_watched(self, there: Presence | None) -> None:
        """Look again once the claim has come free, or lies on yet another desk."""
        before = None if self._claim is None else self._claim.elsewhere
        if before is not None and (there is None or there.desk != before.desk):
            self._want_again()

    def _want_again(self) -> None:
        if self._claim is not None and not self._rests:
            self.look_again.emit(self._claim.id)

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        """Do something with the store beside the desk's work; a desk at rest hears no more of it."""
        self._worker.beside.start(
            lambda _report: work(),
            done=lambda outcome: done(outcome) if done is not None and not self._rests else None,
        )
