"""How a claim is laid on the desk: assessed, settled with what people decided, held against what is closed already."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, PastService, Submission, code_in_history
from app.domain.claim_versions import EarlierVersion, sheets_of_versions
from app.domain.facts import Facts
from app.domain.money import Rial
from app.domain.office import OPEN_STATES, SETTLED_STATES, Role, SignedSheet
from app.domain.reference import Reference
from app.domain.settlement import Settlement
from app.domain.settlement_digest import settlement_digest
from app.domain.signed_settlement import as_signed
from app.services.claim_laying import ClaimLaying, LaidClaim
from app.services.office import Office
from app.services.open_claim import OpenClaim, questions_of
from app.services.presence import elsewhere, where_it_lies
from app.services.request_standing import standing_of
from app.services.surroundings import View, signed_otherwise


class ClaimOpening:
    """Opens claims of an office; safe to use from several threads."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._laying = ClaimLaying(office)

    def open(self, view: View, claim_id: int) -> OpenClaim:
        """Return a claim as it lies on the desk; a closed one as it was signed."""
        laid = self._laying.lay(view, claim_id)
        office_claim, assessment = laid.office_claim, laid.assessment
        claim = assessment.claim
        authors = {user.id: user for user in view.users.list()}
        settlement = assessment.settle(laid.decisions, {user.id: user.initials for user in authors.values()})
        signed = _as_signed(view, laid, settlement)
        today, settlement = (None, settlement) if signed is None else (settlement, signed)
        there = elsewhere(self._office, view, claim_id)
        opened = OpenClaim(
            id=claim_id,
            submission=assessment.submission,
            claim=claim,
            state=office_claim.state,
            submission_id=office_claim.submission_id,
            version=office_claim.version,
            settlement=settlement,
            questions=questions_of(settlement.open_queries, self._office.dictionary, assessment.submission, claim),
            decisions=laid.decisions,
            authors=authors,
            history=tuple(sorted((*claim.history, *assessment.history), key=lambda row: row.day)),
            titles=line_titles(assessment.auditor.reference, assessment.submission, claim),
            rulebook=self._office.rulebook,
            sheets=laid.sheets,
            by_todays_rules=today,
            earlier=earlier_versions(view, laid.sheets, office_claim.version),
            objections=view.objections.of_claim(claim_id),
            inquired=laid.inquired,
            filed=office_claim.claim.patient,
            held=None if there is None else where_it_lies(there, authors[there.user_id]),
            elsewhere=there,
            overtaken_by=self._overtaken_by(view, laid, settlement),
            signed_otherwise=self._signed_otherwise(view, laid),
        )
        return replace(opened, request=standing_of(view, opened))

    def lay(self, view: View, claim_id: int) -> LaidClaim:
        """Return a claim as it is read from the store to be assessed."""
        return self._laying.lay(view, claim_id)

    def result_with(self, view: View, claim_id: int, answers: Mapping[int | None, Facts]) -> ClaimResult:
        """Return what the engine would say of a claim if these answers were given too; nothing is stored."""
        return self._laying.lay(view, claim_id).assessment.with_answers(answers).result()

    def trial(self, view: View, claim_id: int) -> Callable[[Mapping[int | None, Facts]], Settlement]:
        """Return what tells how a claim would be settled if further answers were given too; nothing is stored."""
        laid = self._laying.lay(view, claim_id)
        return lambda answers: laid.assessment.with_answers(answers).settle(laid.decisions, {})

    def _signed_otherwise(self, view: View, laid: LaidClaim) -> tuple[str, ...]:
        """Return what closed claims of the submission were signed with another answer to, as people call it."""
        if laid.office_claim.state not in OPEN_STATES:
            return ()
        dictionary, submission_id = self._office.dictionary, laid.office_claim.submission_id
        names = signed_otherwise(view, submission_id, laid.assessment.submission, dictionary)
        return tuple(dictionary[name].label for name in names)

    def _overtaken_by(self, view: View, laid: LaidClaim, settlement: Settlement) -> tuple[str, ...]:
        """Return the settled claims of later days whose amounts would be others, had this open claim come first.

        They stay as they were signed; a person has to know of them before this claim is paid as well. Those of the same
        submission were judged with this claim in it, so that they are named where it has become another since.
        """
        claim, day = laid.assessment.claim, laid.assessment.claim.service_day
        if day is None or laid.office_claim.state not in OPEN_STATES:
            return ()
        paid = tuple(_paid_services(claim, laid.assessment.submission, settlement))
        elsewhere = view.claims.settled_after(claim.patient.id, day, outside_submission=laid.office_claim.submission_id)
        found = []
        closed = (number for number in laid.settled_siblings if view.claims.standing(number).state in SETTLED_STATES)
        for number in closed:
            here = self._laying.lay(view, number).assessment
            if day <= (here.claim.service_day or day):
                found.append((here, here.with_sibling(claim, paid)))
        for number in elsewhere if paid else ():
            there = self._laying.lay(view, number).assessment
            found.append((there, there.with_history(paid)))
        return tuple(
            signed.claim.id for signed, with_this in found if _amounts(signed.result()) != _amounts(with_this.result())
        )


def _as_signed(view: View, laid: LaidClaim, settlement: Settlement) -> Settlement | None:
    """Return what stands on a claim by a sheet that holds, where the present rules would leave something else."""
    if laid.office_claim.state in OPEN_STATES:
        return None
    of_version = [sheet for sheet in laid.sheets if sheet.version == laid.office_claim.version]
    sheet = next((sheet for sheet in reversed(of_version) if sheet.role is Role.REVIEWER), None)
    if sheet is None or sheet.voided is not None or settlement_digest(settlement) == sheet.digest:
        return None
    paid, kept = view.sheets.approved_on(sheet.id), view.results.of_claim(laid.office_claim.id)
    return as_signed(settlement, paid, kept.totals if kept and kept.approved_lines == paid else None)


def earlier_versions(view: View, sheets: tuple[SignedSheet, ...], before: int) -> tuple[EarlierVersion, ...]:
    """Return what the versions before one paid, as they were signed, the first one first."""
    return tuple(
        EarlierVersion(
            pair.reviewed.version,
            view.sheets.approved_on(pair.reviewed.id),
            pair.reviewed.signed_by,
            pair.reviewed.signed_at,
            pair.last.file_name,
        )
        for pair in sheets_of_versions(sheets, before)
    )


def line_titles(reference: Reference, submission: Submission, claim: Claim) -> Mapping[int, str]:
    """Return what each line is called: as the centre wrote it, else as the reference packs name the code."""
    day, titles = claim.service_day or submission.month.first_day, {}
    for line in claim.lines:
        service = reference.service(line.code, line.day or day) if line.code else None
        titles[line.no] = line.title or (service.title if service else "")
    return titles


def _paid_services(claim: Claim, submission: Submission, settlement: Settlement) -> Iterator[PastService]:
    """Yield the lines of which something is approved, as other claims of the patient will find them in the history."""
    for line in claim.lines:
        day = line.day or claim.service_day
        paid = settlement.line(line.no).kept_units
        code = code_in_history(line, line.facts)
        if code and day and paid:
            facts = {**claim.facts, **line.facts}
            yield PastService(day, code, paid, submission.provider.id, facts)


def _amounts(result: ClaimResult) -> tuple[Rial, ...]:
    return tuple(line.approved for line in result.lines)
