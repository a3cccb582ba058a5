"""What became of a submission, read from what the office keeps of its claims: the figures of the signed sheets."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from app.domain.claim import Claim, Submission
from app.domain.deduction_parts import Taker
from app.domain.objection_days import DAYS_FIGURE
from app.domain.office import SETTLED_STATES, DecisionKind, OfficeClaim, ResultSummary, Role, SignedSheet
from app.domain.queue import QueueQuery, QueueRow
from app.domain.reference import Reference
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.deducted_lines import Words, deducted_lines
from app.services.office import Office
from app.services.results import settled_summary
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.sheets.content_submission import (
    EarlierSubmission,
    ReportedClaim,
    ReportSignatory,
    SubmissionReport,
    Sum,
    added_up,
)
from app.store.transactions import OfficeView

COMPARED = 3
"""Earlier submissions of the centre that a report stands beside."""
_PAGE = 1000
_POSTS = {
    Role.REVIEWER: "کارشناس رسیدگی فنی",
    Role.ACCOUNTANT: "کارشناس حسابداری",
    Role.SUPERVISOR: "رئیس اداره",
}
_WENT_AWAY = frozenset({DecisionKind.RETURN, DecisionKind.REFER})
Progress = Callable[[int, int], None]


def submission_report(office: Office, submission_id: int, progress: Progress | None = None) -> SubmissionReport:
    """Return the report of a submission as it stands; `progress` hears (claims read, all) and may raise to cancel."""
    with office.read() as view:
        imported = view.submissions.get(submission_id, office.dictionary)
        handed = view.handovers.of_submission(submission_id)
        reader = _Reader(office, view, imported.submission)
        claims = []
        for office_claim in view.claims.of_submission(submission_id, office.dictionary):
            claims.append(reader.read(office_claim))
            if progress is not None:
                progress(len(claims), imported.claims)
        today, latest = day_of(office.clock()), max((handover.handed_on for handover in handed), default=None)
        return SubmissionReport(
            office_name=view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME,
            submission=imported.submission,
            claims=tuple(claims),
            printed_on=today,
            objection_days=office.rulebook.figure(DAYS_FIGURE, latest or today),
            handed_on=latest,
            earlier=tuple(_earlier(view, office, submission_id, imported.submission)),
            signatories=reader.signatories(),
            trial_figures=reader.trial_figures,
        )


def reported_claim(
    office_claim: OfficeClaim,
    summary: ResultSummary | None,
    words: Words,
    titles: Mapping[int, str],
    *,
    signed: bool = True,
) -> ReportedClaim:
    """Return a claim as the sheets of its submission show it; of one that is not settled only what was claimed."""
    claim, settled = office_claim.claim, office_claim.state in SETTLED_STATES
    went = next((d for d in reversed(words.decisions) if d.kind in _WENT_AWAY and not d.undone), None)
    reported = ReportedClaim(
        id=claim.id,
        kind=claim.kind,
        patient=claim.patient,
        day=claim.service_day,
        state=office_claim.state,
        claimed=claim.claimed,
        version=office_claim.version,
        signed=signed,
    )
    if summary is None or not settled:
        return replace(reported, note=(went.reason or "") if went else "")
    approved = summary.approved_lines
    return replace(
        reported,
        totals=summary.totals,
        sections=added_up((line.section, Sum(1, line.amount, approved[line.no])) for line in claim.lines),
        lines=tuple(deducted_lines(claim, summary, words, titles)),
    )


class _Reader:
    """Reads the claims of a submission one by one and remembers who signed them."""

    def __init__(self, office: Office, view: OfficeView, submission: Submission) -> None:
        self._office, self._view, self._submission = office, view, submission
        self._opening = ClaimOpening(office)
        self._users = {user.id: user for user in view.users.list()}
        self._reference = office.auditor_of(view).reference
        self._signers: dict[Role, set[int]] = {}
        self.trial_figures = False

    def read(self, office_claim: OfficeClaim) -> ReportedClaim:
        """Return one claim of the report."""
        sheets = holding_sheets(self._view.sheets.of_claim(office_claim.id), office_claim.version)
        summary = self._summary(office_claim) if office_claim.state in SETTLED_STATES else None
        if summary is not None:
            self.trial_figures = self.trial_figures or summary.trial_figures
            for sheet in sheets:
                self._signers.setdefault(sheet.role, set()).add(sheet.signed_by)
        initials = {user.id: user.initials for user in self._users.values()}
        words = Words(self._view.decisions.of_claim(office_claim.id), initials, self._office.rulebook)
        titles = _titles(self._reference, self._submission, office_claim.claim)
        return reported_claim(office_claim, summary, words, titles, signed=bool(sheets))

    def signatories(self) -> tuple[ReportSignatory, ...]:
        """Return who signs: the name of a post stands where one person did all of its work."""
        return tuple(ReportSignatory(post, self._only(role)) for role, post in _POSTS.items())

    def _only(self, role: Role) -> str | None:
        signers = self._signers.get(role, set())
        return self._users[next(iter(signers))].full_name if len(signers) == 1 else None

    def _summary(self, office_claim: OfficeClaim) -> ResultSummary:
        """Return what stands of a settled claim; of one that an older release settled the parts are found anew."""
        kept = self._view.results.of_claim(office_claim.id)
        if (
            kept is not None
            and sum(p.amount for p in kept.parts if p.taker is not Taker.WAIVED) == kept.totals.deducted
        ):
            return kept
        return settled_summary(self._opening.open(self._view, office_claim.id).settlement)


def holding_sheets(sheets: Iterable[SignedSheet], version: int) -> tuple[SignedSheet, ...]:
    """Return the signed sheets of a version of a claim that nothing has voided, the first signed first."""
    return tuple(sheet for sheet in sheets if sheet.version == version and sheet.voided is None)


def _titles(reference: Reference, submission: Submission, claim: Claim) -> Mapping[int, str]:
    """Return what each line is called: as the centre wrote it, else as the reference packs name the code."""
    day, titles = claim.service_day or submission.month.first_day, {}
    for line in claim.lines:
        service = reference.service(line.code, line.day or day) if line.code and not line.title else None
        titles[line.no] = line.title or (service.title if service else "")
    return titles


def _earlier(
    view: OfficeView, office: Office, submission_id: int, submission: Submission
) -> Iterator[EarlierSubmission]:
    """Yield the sums of what was settled of the centre's submissions of earlier months, the latest first."""
    known = (
        other
        for other in view.submissions.list(office.dictionary)
        if other.id != submission_id and _is_before(other.submission, submission)
    )
    latest = sorted(known, key=lambda other: (other.submission.month, other.id), reverse=True)
    for other in latest[:COMPARED]:
        settled = QueueQuery(submission=other.id, states=SETTLED_STATES)
        found = sum((Sum(1, row.claimed, row.claimed - row.deducted) for row in _rows(view, settled)), Sum())
        if found.count:
            yield EarlierSubmission(other.submission.id, other.submission.month, found)


def _is_before(other: Submission, submission: Submission) -> bool:
    """Tell whether a submission of the same centre, fund and insurer is of an earlier month."""
    same = (other.provider.id, other.fund, other.insurer)
    return other.month < submission.month and same == (submission.provider.id, submission.fund, submission.insurer)


def _rows(view: OfficeView, query: QueueQuery) -> Iterator[QueueRow]:
    """Yield all rows of a query, a page at a time."""
    rows: tuple[QueueRow, ...] = ()
    while rows := view.claims.page(query, rows[-1] if rows else None, _PAGE):
        yield from rows
