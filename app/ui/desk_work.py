"""What the desk does with claims: everything that touches the office runs in the worker, in order.

A step is always taken on the claim as the step before left it, however fast the keys follow one another.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.services.alternatives import Alternatives
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import LiesElsewhere, ThisDesk
from app.services.refreshing import open_claims, refresh, touches_others
from app.services.review import Review
from app.services.sign_off import ClaimChanged, draw_sheet, sign, signed_sheet_file
from app.store.folder import reporting_file_faults
from app.ui.answers.weighing import Weighing
from app.ui.tasks import Worker

Step = Callable[[Review, OpenClaim], OpenClaim]


class DeskWork(QObject):
    """One person's work at the desk.

    Signals:
        opened: the OpenClaim that was asked for last, ready to be shown.
        changed: an OpenClaim after a step on it.
        failed: the error of a step, or of opening.
        signed: the OpenClaim after its sheet was signed.
        sheet_drawn: PDF bytes, whether it is a draft, and a name for the file.
        others_changed: an answer for a whole submission has reached its other claims.
    """

    opened = Signal(object)
    changed = Signal(object)
    failed = Signal(object)
    signed = Signal(object)
    sheet_drawn = Signal(object, bool, str)
    others_changed = Signal()

    def __init__(self, office: Office, session: Session, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._session, self._worker = office, session, worker
        self.opening = ClaimOpening(office)
        self.this_desk = ThisDesk(office, session.user.id)
        self._review = Review(office, session, self.opening)
        self.weighing = Weighing(Alternatives(office, self.opening), worker, self)
        self._latest: dict[int, OpenClaim] = {}
        self._wanted: int | None = None
        self._ahead: dict[int, OpenClaim] = {}
        self._on_its_way: set[int] = set()

    def use_session(self, session: Session) -> None:
        """Go on as the same person with a new session."""
        self._session = session
        self._review = Review(self._office, session, self.opening)

    def open(self, claim_id: int) -> bool:
        """Open a claim; tell whether it lay ready and was shown at once."""
        self.weighing.stop()
        self._wanted = claim_id
        ready = self._ahead.pop(claim_id, None)
        if ready is not None:
            self._latest = {claim_id: ready}
            self.opened.emit(ready)
            return True
        self._worker.start(
            lambda _report: self._review.open(claim_id),
            done=self._on_opened,
            failed=self.failed.emit,
        )
        return False

    def open_anew(self, claim_id: int) -> None:
        """Open the claim that was asked for last as it stands now; another one is not wanted any more."""
        if claim_id == self._wanted:
            self.forget()
            self.open(claim_id)

    def forget(self) -> None:
        """Let go of what was opened before: many claims may have become others."""
        self._ahead.clear()
        self._latest = {}

    def look_ahead(self, claim_id: int) -> None:
        """Open a claim that will be asked for next, so that it then lies ready."""
        if claim_id not in self._ahead and claim_id != self._wanted:
            self._worker.start(lambda _report: self._review.open(claim_id), done=self._on_ahead)

    def take(
        self,
        claim_id: int,
        step: Step,
        done: Callable[[OpenClaim], None] | None = None,
        *,
        settles: bool = False,
        hands_on: bool = False,
    ) -> None:
        """Take a step on a claim; `done` is told of the claim after `changed` was.

        A step that only settles the claim, such as a signature, leaves what lies ready of other patients as it is.
        One that hands the claim on is not taken again while it is under way, however often its key is pressed.
        """
        self.weighing.stop()
        if not settles:
            self._ahead.clear()

        def work(_report: object) -> tuple[OpenClaim, OpenClaim]:
            known = None if self.this_desk.expect(claim_id) else self._latest.get(claim_id)
            now = known or self._review.open(claim_id)
            changed = step(self._review, now)
            self._latest = {claim_id: changed}
            return now, changed

        def on_taken(steps: tuple[OpenClaim, OpenClaim]) -> None:
            self._forget_patient(steps[1])
            self._on_step(*steps)
            if done is not None:
                done(steps[1])

        if hands_on:
            self._hand_on(claim_id, work, on_taken)
        else:
            self._worker.start(work, done=on_taken, failed=self._on_refused)

    def sign(self, shown: OpenClaim) -> None:
        """Sign the sheet of a claim as the person sees it; one that has become another is shown anew instead."""
        self.weighing.stop()

        def work(_report: object) -> OpenClaim:
            self.this_desk.expect(shown.id)
            sign(self._office, self._session, shown, self.opening)
            signed = self._review.open(shown.id)
            self._latest = {shown.id: signed}
            return signed

        self._hand_on(shown.id, work, self._on_signed)

    def _hand_on(self, claim_id: int, work: Callable[[object], Any], done: Callable[[Any], None]) -> None:
        """Hand a claim on; asked for again before the first word of it, that one counts for both."""
        if claim_id in self._on_its_way:
            return
        self._on_its_way.add(claim_id)

        def then(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            def end(outcome: object) -> None:
                self._on_its_way.discard(claim_id)
                tell(outcome)

            return end

        self._worker.start(work, done=then(done), failed=then(self._on_refused))

    def draw_sheet(self, claim_id: int) -> None:
        """Bring the signed sheet of a claim, or draw a draft of it."""
        self.weighing.stop()

        def work(_report: object) -> tuple[bytes, bool, str]:
            now = self._review.open(claim_id)
            path = None if now.editable else signed_sheet_file(self._office, now.id)
            name = f"{now.claim.id}.pdf"
            if path is None:
                return draw_sheet(self._office, self._session, now), True, name
            return path.read_bytes(), False, name

        self._worker.start(work, done=lambda drawn: self.sheet_drawn.emit(*drawn), failed=self.failed.emit)

    def bring_sheet(self, file_name: str, name: str) -> None:
        """Bring a sheet that was signed before, such as that of an earlier version; `name` is offered for a copy."""

        def work(_report: object) -> bytes:
            folder = self._office.store.sheets_folder
            with reporting_file_faults(folder):
                return (folder / file_name).read_bytes()

        self._worker.start(work, done=lambda pdf: self.sheet_drawn.emit(pdf, False, name), failed=self.failed.emit)

    def _on_signed(self, signed: OpenClaim) -> None:
        self._forget_patient(signed)
        self.signed.emit(signed)

    def _forget_patient(self, settled: OpenClaim) -> None:
        """Open claims of a patient anew; what lay ready was opened before this claim was in the history."""
        patient_id = settled.claim.patient.id
        self._ahead = {number: ready for number, ready in self._ahead.items() if ready.claim.patient.id != patient_id}

    def _on_refused(self, error: Exception) -> None:
        """Tell why nothing was done; a claim that has become another, or lies elsewhere now, is shown as it is."""
        if isinstance(error, ClaimChanged):
            self._latest = {error.now.id: error.now}
            self._ahead.clear()
            self.changed.emit(error.now)
        elif isinstance(error, LiesElsewhere):
            self.open_anew(error.there.claim_id)
        self.failed.emit(error)

    def _on_step(self, before: OpenClaim, after: OpenClaim) -> None:
        self.changed.emit(after)
        if touches_others(before, after, self._office.dictionary):
            self.refresh(after.submission_id)

    def refresh(self, submission_id: int | None) -> None:
        """Assess the open claims of a submission anew, or those of the whole office after a pack was installed."""
        self.weighing.forget()
        self.forget()
        self._worker.start(
            lambda _report: open_claims(self._office, submission_id),
            done=self._refresh_others,
            failed=self.failed.emit,
        )

    def _refresh_others(self, batches: list[list[int]]) -> None:
        """Assess the other claims a few at a time, so that the person's own steps come in between."""
        if not batches:
            self.others_changed.emit()
            return
        self._worker.start(
            lambda _report: refresh(self._office, self.opening, batches[0]),
            done=lambda _none: self._refresh_others(batches[1:]),
            failed=self.failed.emit,
        )

    def _on_opened(self, open_claim: OpenClaim) -> None:
        if open_claim.id == self._wanted:
            self._latest = {open_claim.id: open_claim}
            self.opened.emit(open_claim)

    def _on_ahead(self, open_claim: OpenClaim) -> None:
        self._ahead = {open_claim.id: open_claim}
