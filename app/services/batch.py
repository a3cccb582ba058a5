"""Batches: one word for many lines and claims, looked at first, said in one change, taken back in one.

What a batch said is known by its author and its time: only a batch says more than one word at the same moment.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.batch import BATCH_KINDS, SameWord, Word, rest_words, same_words
from app.domain.claim_versions import signed_before
from app.domain.line_words import in_force
from app.domain.office import OPEN_STATES, ClaimState, Decision, DecisionKind
from app.domain.rights import Action
from app.domain.settlement import Settlement
from app.errors import UseError
from app.services.batch_plan import BatchKind, BatchPlan, LeftOut, TouchedClaim, with_words, without
from app.services.claim_laying import LaidClaim
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import elsewhere, heard_since
from app.services.refreshing import open_claims
from app.services.rights import expect_right
from app.services.surroundings import View
from app.store.transactions import OfficeChange

Row = TypeVar("Row")
Look = tuple[TouchedClaim | None, tuple[LeftOut, ...]]
Progress = Callable[[int, int], None]
"""Hears how many claims of how many are done; may raise to cancel, and then nothing was done."""

SIGNED_MEANWHILE = "رسیدگی آن دیگر باز نیست"
LIES_ELSEWHERE = "روی میز دیگری باز است"
OWN_EARLIER_VERSION = "نسخه پیشین آن را خود شما امضا کرده‌اید"
CHANGED_MEANWHILE = "در این میان تغییر کرده است"
SAID_SINCE = "پس از آن نظر دیگری درباره آن داده شده است"


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What a batch did and left out, and the moment (ISO, UTC) by which it is known."""

    plan: BatchPlan
    at: str


class Batches:
    """A reviewer's batches in one submission at a time."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._user_id, self._session = office, session.user.id, session
        self._opening = opening or ClaimOpening(office)

    def rest_of(self, open_claim: OpenClaim) -> BatchPlan:
        """Return what agreement with the rest of a bill comes to."""

        def look(laid: LaidClaim, before: Settlement) -> Look:
            words = rest_words(before, laid.decisions)
            return (with_words(laid, before, words, self._user_id) if words else None), ()

        with self._office.read() as view:
            looks = [self._looked_at(view, open_claim.id, look)]
            return _plan(BatchKind.REST, open_claim.submission_id, view, looks)

    def same_in_submission(self, open_claim: OpenClaim, rule: str, line: int | None, progress: Progress) -> BatchPlan:
        """Return what the word on a finding comes to on the same finding everywhere in its submission.

        Raises UseError where nobody has said anything of the finding yet.
        """
        decision = word_to_repeat(open_claim, rule, line)
        if decision is None:
            raise UseError("نخست درباره این یافته نظر دهید؛ همان نظر سپس به یافته‌های همانند داده می‌شود.")
        same = SameWord(decision, rule, None if line is None else open_claim.line(line))

        def look(laid: LaidClaim, before: Settlement) -> Look:
            claim = laid.assessment.claim
            words, left = same_words(claim, before, laid.decisions, same)
            left_out = tuple(LeftOut(laid.office_claim.id, claim.id, one.line, one.why) for one in left)
            return (with_words(laid, before, words, self._user_id) if words else None), left_out

        numbers = [number for batch in open_claims(self._office, open_claim.submission_id) for number in batch]
        with self._office.read() as view:
            looks = [self._looked_at(view, number, look) for number in _counted(numbers, progress)]
            word = Word(decision.kind, line, rule, decision.amount, decision.reason)
            return replace(_plan(BatchKind.SAME, open_claim.submission_id, view, looks), word=word)

    def last_said(self, submission_id: int) -> str | None:
        """Return when the person's latest batch in a submission was said that still holds, None where there is none."""
        with self._office.read() as view:
            return view.decisions.latest_together(submission_id, self._user_id, BATCH_KINDS)

    def undoing(self, submission_id: int, at: str, progress: Progress) -> BatchPlan:
        """Return what it comes to when what the person said at one moment is taken back, wherever that still can be."""
        with self._office.read() as view:
            said = view.decisions.said_together(submission_id, self._user_id, at, BATCH_KINDS)

            def look(laid: LaidClaim, before: Settlement) -> Look:
                return _taken_back(laid, before, tuple(word.id for word in said[laid.office_claim.id]))

            looks = [self._looked_at(view, number, look) for number in _counted(list(said), progress)]
            return _plan(BatchKind.UNDO, submission_id, view, looks)

    def carry_out(self, plan: BatchPlan, progress: Progress) -> CarriedOut:
        """Do in one change what a plan says, or nothing.

        A claim that has become another since the plan was shown is left out and named. Raises UseError where nothing
        is left to be done.
        """
        with self._office.read() as view:
            plan = self._as_it_stands(view, plan, progress)
        with self._office.change(self._user_id) as unit:
            expect_right(self._session, Action.REVIEW, now=unit)
            plan = self._as_it_stands(unit, plan, progress)
            if not plan.claims:
                raise UseError("چیزی برای انجام نماند: این سندها در این میان تغییر کرده‌اند.")
            for claim in _counted(plan.claims, progress):
                _write(unit, claim)
            return CarriedOut(plan, unit.at)

    def _as_it_stands(self, view: View, plan: BatchPlan, progress: Progress) -> BatchPlan:
        """Return a plan without the claims that have become others, or lie elsewhere, since it was made."""
        if _place(view) == plan.known_at:
            return self._without_those_elsewhere(view, plan)
        planned = {claim.claim_id: claim for claim in plan.claims}

        def look(laid: LaidClaim, before: Settlement) -> Look:
            claim = planned[laid.office_claim.id]
            now = with_words(laid, before, claim.words, self._user_id)
            if claim.undone:
                now = without(laid, before, claim.undone)
            if now == claim or laid.office_claim.state not in OPEN_STATES:
                return now, ()
            return None, (LeftOut(claim.claim_id, claim.number, None, CHANGED_MEANWHILE),)

        looks = [self._looked_at(view, number, look) for number in _counted(list(planned), progress)]
        now = _plan(plan.kind, plan.submission_id, view, looks)
        return replace(now, left_out=(*plan.left_out, *now.left_out), word=plan.word)

    def _without_those_elsewhere(self, view: View, plan: BatchPlan) -> BatchPlan:
        """Leave out and name the claims that lie on other desks; that somebody opened one stands in no trail."""
        desks = view.desks.at_work(heard_since(self._office))
        taken = {there.claim_id for there in desks if there.desk != self._office.desk}
        left = (LeftOut(c.claim_id, c.number, None, LIES_ELSEWHERE) for c in plan.claims if c.claim_id in taken)
        kept = tuple(claim for claim in plan.claims if claim.claim_id not in taken)
        return replace(plan, claims=kept, left_out=(*plan.left_out, *left))

    def _looked_at(self, view: View, claim_id: int, look: Callable[[LaidClaim, Settlement], Look]) -> Look:
        """Return what a look at a claim gives; where nobody may change it here now, why."""
        laid = self._opening.lay(view, claim_id)
        touched, left = look(laid, laid.assessment.settle(laid.decisions, {}))
        if touched is None:
            return None, left
        why = None
        if laid.office_claim.state not in OPEN_STATES:
            why = SIGNED_MEANWHILE
        elif elsewhere(self._office, view, claim_id) is not None:
            why = LIES_ELSEWHERE
        elif signed_before(self._user_id, laid.sheets, laid.office_claim.version):
            why = OWN_EARLIER_VERSION
        return (touched, left) if why is None else (None, (LeftOut(claim_id, touched.number, None, why),))


def word_to_repeat(open_claim: OpenClaim, rule: str, line: int | None) -> Decision | None:
    """Return the word on a finding that can be said of others: on the finding itself, else the amount of its line."""
    held = (word for word in reversed(open_claim.decisions) if not word.undone and in_force(word, open_claim.result))
    on_finding = (word for word in held if word.kind in BATCH_KINDS and (word.rule, word.line) == (rule, line))
    settled = None if line is None else open_claim.settlement.line(line)
    amount = None if settled is None or settled.stale is not None else settled.decision
    if amount is not None and amount.kind is DecisionKind.SET_AMOUNT:
        return amount
    return next(on_finding, None)


def _taken_back(laid: LaidClaim, before: Settlement, undone: tuple[int, ...]) -> Look:
    later = [word for word in laid.decisions if word.id > max(undone) and not word.undone]
    if later and laid.office_claim.state in OPEN_STATES:
        return None, (LeftOut(laid.office_claim.id, laid.assessment.claim.id, None, SAID_SINCE),)
    return without(laid, before, undone), ()


def _plan(kind: BatchKind, submission_id: int, view: View, looks: Iterable[Look]) -> BatchPlan:
    looks = tuple(looks)
    return BatchPlan(
        kind,
        submission_id,
        _place(view),
        tuple(touched for touched, _left in looks if touched is not None),
        tuple(one for _touched, left in looks for one in left),
    )


def _counted(rows: Sequence[Row], progress: Progress) -> Iterator[Row]:
    """Yield rows and tell how many are done before each."""
    for done, row in enumerate(rows):
        progress(done, len(rows))
        yield row


def _write(unit: OfficeChange, claim: TouchedClaim) -> None:
    if claim.state is ClaimState.RECEIVED:
        unit.claims.set_state(claim.claim_id, ClaimState.IN_REVIEW)
    for word in claim.words:
        unit.decisions.add(
            claim.claim_id,
            word.kind,
            result_digest=claim.digests[word.line],
            line=word.line,
            rule=word.rule,
            amount=word.amount,
            reason=word.reason,
        )
    for decision_id in claim.undone:
        unit.decisions.undo(decision_id)
    unit.results.put(claim.claim_id, claim.summary)


def _place(view: View) -> int:
    last = view.trail.last()
    return 0 if last is None else last.seq
