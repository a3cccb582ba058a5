"""The supervisor's samples: drawn by lot from what nobody overrode, judged claim by claim, told in a small report."""

import secrets

from app.domain.deviations import Usual
from app.domain.office import ClaimState
from app.domain.office_records import Sample, SampleMethod
from app.domain.persian import persian_digits
from app.domain.queue import QueueGroup
from app.domain.rights import Action
from app.domain.sample_results import SampleProgress, sample_result
from app.domain.sampling import (
    LARGEST_SAMPLE,
    LARGEST_SEED,
    Ambiguous,
    SamplePlan,
    SampleScope,
    candidates_digest,
    draw_sample,
)
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right, reviewed_by
from app.services.sample_views import Outlook, SampleChoices, SampleEntry, SampleView, WaitingClaim
from app.services.supervision import Supervision
from app.store.transactions import OfficeView

SEED_DIGITS = 6


def fresh_seed() -> int:
    """Return a seed that nobody chose, short enough to be read out."""
    return secrets.randbelow(10**SEED_DIGITS)


class Sampling:
    """A signed-in supervisor's samples."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)
        self._ambiguous = frozenset(entry.id for entry in office.rulebook.values() if entry.unclear)

    def choices(self) -> SampleChoices:
        """Return what a sample can be narrowed to."""
        with self._office.read() as view:
            expect_right(self._session, Action.DRAW_SAMPLE, now=view)
            return SampleChoices(
                view.candidates.months(),
                view.claims.counts_by(QueueGroup.CENTRE),
                view.claims.counts_by(QueueGroup.SUBMISSION),
            )

    def outlook(self, scope: SampleScope, plan: SamplePlan) -> Outlook:
        """Return from how many claims a plan would draw."""
        with self._office.read() as view:
            expect_right(self._session, Action.DRAW_SAMPLE, now=view)
            found = view.candidates.find(scope, person=self._session.user.id, ambiguous=self._ambiguous)
        if plan.ambiguous is Ambiguous.ONLY:
            found = tuple(one for one in found if one.ambiguous)
        return Outlook(
            candidates=len(found),
            ambiguous=sum(1 for one in found if one.ambiguous),
            at_limit=0 if plan.limit is None else sum(1 for one in found if one.approved >= plan.limit),
        )

    def draw(self, scope: SampleScope, plan: SamplePlan) -> SampleView:
        """Draw a sample and keep it with its seed and all that it was drawn from.

        The supervisor's own work is left out. Raises UseError for a plan that cannot be, and where nothing was found.
        """
        _check(scope, plan)
        by_deviation = plan.method is SampleMethod.DEVIATION
        with_diagnosis = by_deviation and plan.usual is Usual.DIAGNOSIS
        with self._office.read() as view:
            expect_right(self._session, Action.DRAW_SAMPLE, now=view)
            candidates = view.candidates.find(
                scope, person=self._session.user.id, ambiguous=self._ambiguous, with_diagnosis=with_diagnosis
            )
            comparable = view.candidates.comparable(scope, with_diagnosis=with_diagnosis) if by_deviation else ()
            names = _names(view, scope)
        drawn = draw_sample(candidates, plan, comparable)
        if not drawn:
            raise UseError(_why_nothing(plan, candidates=len(candidates)))
        drawn_from = {"candidates": len(candidates), "candidates_digest": candidates_digest(candidates)}
        criteria = {**scope.document(), **names, **plan.document(), **drawn_from}
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.DRAW_SAMPLE, now=unit)
            sample = unit.samples.draw(plan.method, plan.seed, criteria, [(one.claim_id, one.why) for one in drawn])
        return self.open(sample.id)

    def all(self) -> tuple[SampleEntry, ...]:
        """Return every sample of the office, the latest first."""
        with self._office.read() as view:
            expect_right(self._session, Action.DRAW_SAMPLE, now=view)
            names = {user.id: user.full_name for user in view.users.list()}
            progress = view.samples.progress()
            return tuple(
                SampleEntry(sample, names[sample.drawn_by], progress.get(sample.id, SampleProgress()))
                for sample in view.samples.list()
            )

    def open(self, sample_id: int) -> SampleView:
        """Return a sample as it stands now; raises KeyError."""
        with self._office.read() as view:
            expect_right(self._session, Action.DRAW_SAMPLE, now=view)
            return _view_of(view, _sample(view, sample_id))

    def judge(self, sample_id: int, claim_id: int, *, agreed: bool, note: str = "") -> SampleView:
        """Say whether the supervisor agrees with a claim of a sample; a later word stands in place of an earlier one.

        Raises UseError on own work, and for a disagreement without a note.
        """
        note = note.strip()
        if not agreed and not note:
            raise UseError("بنویسید با چه چیز این سند موافق نیستید؛ گزارش نمونه همین یادداشت را نشان می‌دهد.")
        with self._office.change(self._session.user.id) as unit:
            words, sheets = unit.decisions.of_claim(claim_id), unit.sheets.of_claim(claim_id)
            own = reviewed_by(self._session.user.id, words, sheets)
            expect_right(self._session, Action.JUDGE_SAMPLE, own=own, now=unit)
            unit.samples.judge(sample_id, claim_id, agreed=agreed, note=note or None)
        return self.open(sample_id)

    def send_back(self, sample_id: int, claim_id: int) -> SampleView:
        """Return a claim that was not agreed with to its reviewer, with the note of the sample.

        Raises UseError where it was agreed with or nobody has judged it, and where it has gone on too far.
        """
        row = next(row for row in self.open(sample_id).rows if row.claim_id == claim_id)
        if row.sampled.agreed is not False or row.sampled.note is None:
            raise UseError("تنها سندی به رسیدگی بازمی‌گردد که با آن موافق نبوده‌اید؛ نخست بنویسید چرا موافق نیستید.")
        if row.state is not ClaimState.TECHNICALLY_DONE:
            raise UseError(_why_not_back(row.state))
        with self._office.read() as view:
            shown = self._opening.open(view, claim_id)
        Supervision(self._office, self._session, self._opening).send_back(shown, row.sampled.note)
        return self.open(sample_id)

    def waiting_on(self, claim_id: int, in_hand: int | None = None) -> WaitingClaim | None:
        """Return where a claim waits for a look, None where it waits in no sample.

        That is the sample in hand where it is one of them, else the latest.
        """
        with self._office.read() as view:
            expect_right(self._session, Action.JUDGE_SAMPLE, now=view)
            found = {sample.id: sample for sample in view.samples.waiting_on(claim_id)}
            if not found:
                return None
            sample = found.get(in_hand or 0) or next(iter(found.values()))
            rows = view.samples.claims_of(sample.id)
        why = next(row.why for row in rows if row.claim_id == claim_id)
        waiting = tuple(row.claim_id for row in rows if row.agreed is None and row.claim_id != claim_id)
        return WaitingClaim(sample.id, claim_id, why, len(rows), waiting)


def _check(scope: SampleScope, plan: SamplePlan) -> None:
    """Raise UseError for a plan that cannot be."""
    if not 1 <= plan.size <= LARGEST_SAMPLE:
        raise UseError(f"اندازه نمونه باید میان ۱ و {persian_digits(LARGEST_SAMPLE)} باشد. آن را اصلاح کنید.")
    if not 0 <= plan.seed <= LARGEST_SEED:
        raise UseError("شماره قرعه باید عددی نامنفی و حداکثر دوازده رقمی باشد. آن را اصلاح کنید.")
    if plan.limit is not None and plan.limit <= 0:
        raise UseError("مرز مبلغ باید بزرگ‌تر از صفر باشد. آن را اصلاح کنید، یا خالی بگذارید.")
    if scope.first is not None and scope.last is not None and scope.first > scope.last:
        raise UseError("ماه نخست پس از ماه آخر است. یکی از دو ماه را اصلاح کنید.")


def _why_nothing(plan: SamplePlan, *, candidates: int) -> str:
    if not candidates:
        return "در این محدوده سند امضاشده‌ای نیست که کسی در آن از ضابطه جدا نشده باشد. محدوده را بازتر کنید."
    if plan.method is SampleMethod.DEVIATION:
        least = persian_digits(plan.least_peers)
        return f"هیچ سندی دور از معمول یافت نشد؛ برای سنجش دست‌کم {least} سند هم‌سان لازم است. سنجه را تغییر دهید."
    return "هیچ سند این محدوده شرط نمونه را ندارد. شیوه نمونه‌گیری یا محدوده را تغییر دهید."


def _why_not_back(state: ClaimState) -> str:
    if state in {ClaimState.IN_ACCOUNTING, ClaimState.CLOSED, ClaimState.OBJECTED}:
        return "این سند از رسیدگی فنی گذشته است؛ نظر شما در نمونه می‌ماند و تغییر سند تنها با نسخه‌ای تازه ممکن است."
    return "این سند اکنون در دست رسیدگی است و بازگرداندن نمی‌خواهد؛ نظر شما در نمونه می‌ماند."


def _names(view: OfficeView, scope: SampleScope) -> dict[str, str]:
    """Return how people call the centre and the submission of a scope, to be kept beside their numbers."""
    wanted = {
        "centre_name": (QueueGroup.CENTRE, scope.centre),
        "submission_name": (QueueGroup.SUBMISSION, None if scope.submission is None else str(scope.submission)),
    }
    return {
        name: count.title or key
        for name, (group, key) in wanted.items()
        if key is not None
        for count in view.claims.counts_by(group)
        if count.key == key
    }


def _sample(view: OfficeView, sample_id: int) -> Sample:
    for sample in view.samples.list():
        if sample.id == sample_id:
            return sample
    raise KeyError(sample_id)


def _view_of(view: OfficeView, sample: Sample) -> SampleView:
    rows = view.candidates.rows(view.samples.claims_of(sample.id))
    return SampleView(sample, rows, sample_result(rows), {user.id: user for user in view.users.list()})
