"""The centres' objections: recorded in time, heard by other eyes than before, answered by a further version.

Recording one changes nothing of what was signed. Taking it up makes the next version of the assessment, which begins
with every word of the one before and is reviewed, signed and closed like any; it answers each objected line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.claim import Claim, Submission
from app.domain.claim_versions import sheets_of_versions, signed_before
from app.domain.dates import JalaliDate
from app.domain.money import Rial
from app.domain.objection_days import DAYS_FIGURE, ObjectionPeriod, objection_period, why_not_accepted
from app.domain.office import OPEN_STATES, ClaimState, Role
from app.domain.office_records import Objection
from app.domain.persian import persian_digits, rials
from app.domain.queue import QueueQuery, QueueRow
from app.domain.rights import Action, refusal
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import expect_on_no_other_desk
from app.services.results import settled_summary
from app.services.rights import expect_right
from app.store.transactions import OfficeChange, OfficeView

REPORTED_STATES = frozenset({ClaimState.CLOSED, ClaimState.OBJECTED})
"""The states in which the present version of a claim is what the centre was told, and may object to."""
FOUND = 8

View = OfficeView | OfficeChange


@dataclass(frozen=True, slots=True)
class ObjectedLine:
    """What a centre's letter says of a line (None: of the whole claim), and the rials that it wants, if it says so."""

    line: int | None
    reason: str
    wanted: Rial | None = None


@dataclass(frozen=True, slots=True)
class ObjectionTerms:
    """A claim as its centre may object to it.

    `version` is the one that is objected to, None where none was closed yet; `period` None where no report that tells
    of it was handed over.
    """

    claim: OpenClaim
    version: int | None
    period: ObjectionPeriod | None
    today: JalaliDate

    def approved(self, line: int | None) -> Rial:
        """Return what the reported version pays of a line, or of the whole claim for None."""
        if self.version is not None and self.version < self.claim.version:
            reported = next(earlier for earlier in self.claim.earlier if earlier.version == self.version)
            return reported.total if line is None else reported.approved[line]
        settlement = self.claim.settlement
        return settlement.totals.approved if line is None else settlement.line(line).approved

    def refusal(self, received_on: JalaliDate) -> str | None:
        """Return why a letter that came in on a day is not accepted, as a Persian sentence; None where it is."""
        if self.version is None:
            return _why_not_reported(self.claim)
        return why_not_accepted(self.period, received_on, self.today)


@dataclass(frozen=True, slots=True)
class OpenObjection:
    """A claim of which objections are open: they wait to be taken up (`waits`), or its next version is under way.

    `refusal` says why the person who asks may not take it up; `reviewers` are the full names of those who may.
    """

    claim_id: int
    claim: Claim
    submission: Submission
    version: int
    state: ClaimState
    objections: tuple[Objection, ...]
    days: int
    last_day: JalaliDate | None
    refusal: str | None
    reviewers: tuple[str, ...]

    @property
    def waits(self) -> bool:
        """Tell whether nobody has taken it up yet."""
        return self.state is ClaimState.OBJECTED

    @property
    def received_on(self) -> JalaliDate:
        """The day on which the first of the letters came in."""
        return min(objection.received_on for objection in self.objections)


class Objections:
    """A signed-in person's work on objections."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def find(self, words: str) -> tuple[QueueRow, ...]:
        """Return the first closed claims whose number, patient or centre has all these words."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            return view.claims.page(QueueQuery(text=words, states=REPORTED_STATES), None, FOUND)

    def terms(self, claim_id: int) -> ObjectionTerms:
        """Return a claim with the time in which its centre may object to it."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            return self._terms(view, claim_id)

    def record(self, claim_id: int, said: Sequence[ObjectedLine], received_on: JalaliDate) -> tuple[Objection, ...]:
        """Record what one letter objects to, all of it or nothing; the claim then waits to be taken up.

        Raises UseError for a letter out of time (with the dates), before any handover of a report or of a day to come,
        without a line or a reason, for an amount that the centre can't want, and for what is recorded already.
        """
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.RECORD_OBJECTION, now=unit)
            terms = self._terms(unit, claim_id)
            known = unit.objections.of_claim(claim_id)
            refused = terms.refusal(received_on) or _fault_of(said, terms) or _known(said, received_on, terms, known)
            if refused is not None:
                raise UseError(refused)
            added = tuple(
                unit.objections.add(
                    claim_id,
                    one.line,
                    received_on=received_on,
                    reason=one.reason.strip(),
                    wanted=one.wanted,
                    version=terms.version,
                )
                for one in said
            )
            if terms.claim.state is ClaimState.CLOSED:
                unit.claims.set_state(claim_id, ClaimState.OBJECTED)
        return added

    def list(self) -> tuple[OpenObjection, ...]:
        """Return the claims with open objections, those that came in first first."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            of_claims: dict[int, list[Objection]] = {}
            for objection in view.objections.open():
                of_claims.setdefault(objection.claim_id, []).append(objection)
            found = [self._open_objection(view, *of_claim) for of_claim in of_claims.items()]
        return tuple(sorted(found, key=lambda row: (row.received_on, row.claim_id)))

    def take_up(self, claim_id: int) -> OpenClaim:
        """Take an objected claim into review again as its next version.

        Raises UseError for who does not review or signed an earlier version, and where nobody objected.
        """
        with self._office.change(self._session.user.id) as unit:
            standing = unit.claims.standing(claim_id)
            own = signed_before(self._session.user.id, unit.sheets.of_claim(claim_id), standing.version + 1)
            expect_right(self._session, Action.REVIEW_OBJECTION, own=own, now=unit)
            expect_on_no_other_desk(self._office, unit, claim_id)
            if standing.state is not ClaimState.OBJECTED:
                raise UseError("اعتراضی به این سند در انتظار رسیدگی نیست؛ شاید همکار دیگری آن را برداشته است.")
            unit.claims.reopen(claim_id)
            opened = self._opening.open(unit, claim_id)
            unit.results.put(claim_id, settled_summary(opened.settlement))
        return opened.seen_by(self._session.user)

    def _terms(self, view: View, claim_id: int) -> ObjectionTerms:
        claim, today = self._opening.open(view, claim_id), day_of(self._office.clock())
        version = _reported_version(claim)
        period = None if version is None else self._period(view, claim_id, claim.submission_id, version)
        return ObjectionTerms(claim, version, period, today)

    def _period(self, view: View, claim_id: int, submission_id: int, version: int) -> ObjectionPeriod | None:
        """Return the time for objections to a version; only a report made after it was closed tells of it."""
        signed = sheets_of_versions(view.sheets.of_claim(claim_id), version + 1)
        closed_at = next((pair.last.signed_at for pair in signed if pair.last.version == version), None)
        if closed_at is None:
            return None
        handovers = view.handovers.of_submission(submission_id)
        days = (handover.handed_on for handover in handovers if handover.recorded_at >= closed_at)
        return objection_period(days, lambda day: int(self._office.rulebook.figure(DAYS_FIGURE, day)))

    def _open_objection(self, view: OfficeView, claim_id: int, objections: Sequence[Objection]) -> OpenObjection:
        office_claim = view.claims.get(claim_id, self._office.dictionary)
        sheets, version = view.sheets.of_claim(claim_id), objections[0].version
        period = self._period(view, claim_id, office_claim.submission_id, version)
        user = self._session.user
        first_day = min(objection.received_on for objection in objections)
        return OpenObjection(
            claim_id,
            office_claim.claim,
            view.submissions.get(office_claim.submission_id, self._office.dictionary).submission,
            version,
            office_claim.state,
            tuple(objections),
            days=day_of(self._office.clock()).ordinal - first_day.ordinal,
            last_day=period.last_day if period else None,
            refusal=refusal(Action.REVIEW_OBJECTION, user.roles, own=signed_before(user.id, sheets, version + 1)),
            reviewers=tuple(
                other.full_name
                for other in view.users.list()
                if other.active and Role.REVIEWER in other.roles and not signed_before(other.id, sheets, version + 1)
            ),
        )


def _reported_version(claim: OpenClaim) -> int | None:
    """Return the version to which a centre may object now; while the next one is reviewed, still the one before."""
    if claim.state in REPORTED_STATES:
        return claim.version
    return claim.version - 1 if claim.version > 1 and claim.state in OPEN_STATES else None


def _why_not_reported(claim: OpenClaim) -> str:
    if claim.version > 1:
        return (
            f"نسخه {persian_digits(claim.version)} این سند در دست امضاست؛ پس از بسته شدن و تحویل گزارش تازه می‌توان"
            " به آن اعتراض کرد."
        )
    return "این سند هنوز بسته نشده و نتیجه آن به مرکز گزارش نشده است؛ اعتراض پس از امضای حسابداری پذیرفته می‌شود."


def _fault_of(said: Iterable[ObjectedLine], terms: ObjectionTerms) -> str | None:
    """Return what is wrong with a letter as it was entered, None where all is well."""
    entered = tuple(said)
    if not entered:
        return "هیچ ردیفی برگزیده نشده است؛ ردیف‌های اعتراض یا «کل سند» را برگزینید."
    claim = terms.claim
    for one in entered:
        place = "کل سند" if one.line is None else f"ردیف {persian_digits(one.line)}"
        if not one.reason.strip():
            return f"{place}: دلیل اعتراض مرکز را بنویسید."
        claimed = claim.settlement.totals.claimed if one.line is None else claim.line(one.line).amount
        approved = terms.approved(one.line)
        if one.wanted is not None and not approved < one.wanted <= claimed:
            return (
                f"{place}: مبلغ خواسته‌شده باید از مبلغ تأییدشده ({rials(approved)} ریال) بیشتر باشد و از مبلغ"
                f" درخواستی ({rials(claimed)} ریال) نگذرد."
            )
    return None


def _known(
    said: Iterable[ObjectedLine], received_on: JalaliDate, terms: ObjectionTerms, known: Iterable[Objection]
) -> str | None:
    """Return that something of a letter was recorded before, perhaps at another desk; None where all of it is new."""
    recorded = {
        (one.line, one.reason, one.wanted)
        for one in known
        if (one.version, one.received_on) == (terms.version, received_on)
    }
    for one in said:
        if (one.line, one.reason.strip(), one.wanted) in recorded:
            place = "کل سند" if one.line is None else f"ردیف {persian_digits(one.line)}"
            return f"{place}: همین اعتراض با همین تاریخ دریافت پیش‌تر ثبت شده است."
    return None
