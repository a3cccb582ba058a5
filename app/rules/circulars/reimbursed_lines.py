"""What of a reimbursement request is payable: services outside the contract, and equipment with its invoice (REI)."""

from app.domain.claim import ClaimKind
from app.rules.case import Case, CaseLine
from app.rules.circulars.reimbursement import is_reimbursement
from app.rules.circulars.terms import reimbursement_line_rule, reimbursement_rule
from app.rules.outcomes import Outcomes, Refer, Reject, demand
from app.rules.registry import Phase, silent

HOSPITAL, SURGERY_CENTRE = "hospital", "limited_surgery_center"
CENTRES = frozenset({HOSPITAL, SURGERY_CENTRE})
UNIVERSITY = "public_university"
EQUIPMENT = frozenset({"supply", "prosthesis"})
INVOICE, BY_PATIENT, ALLOWED = "invoice_attached", "paid_by_patient", "for_allowed_service"


def under_contract(case: Case) -> bool:
    """Tell whether the provider was under contract on the service day, its first and last day included."""
    provider = case.submission.provider
    begun = provider.contract_from is None or provider.contract_from <= case.day
    return provider.contracted and begun and (provider.contract_to is None or case.day <= provider.contract_to)


def _is_equipment(line: CaseLine) -> bool:
    return line.section in EQUIPMENT


def _has_service(case: Case) -> bool:
    return any(not _is_equipment(line) for line in case.lines)


def _outside_contract(case: Case) -> bool:
    return is_reimbursement(case) and _has_service(case) and not under_contract(case)


@reimbursement_line_rule("REI-04a", Phase.COVER)
def service_of_a_contracted_centre(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service of a centre under contract: its claim is the centre's. The physician's contract is no matter."""
    if is_reimbursement(case) and not _is_equipment(line) and under_contract(case):
        yield Reject()


@reimbursement_line_rule("REI-05a", Phase.COVER)
def stay_outside_a_centre(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the services of a stay in a place that is neither hospital nor limited surgery centre."""
    outside = case.submission.provider.kind not in CENTRES
    if is_reimbursement(case) and case.claim.kind is ClaimKind.INPATIENT and outside and not _is_equipment(line):
        yield Reject()


@reimbursement_line_rule("REI-05c", Phase.COVER)
def equipment_has_an_invoice(case: Case, line: CaseLine) -> Outcomes:
    """Refuse equipment without an invoice."""
    if is_reimbursement(case) and _is_equipment(line):
        yield from demand(line.fact(INVOICE), INVOICE)


@reimbursement_line_rule("REI-05d", Phase.COVER)
def inpatients_own_invoice(case: Case, line: CaseLine) -> Outcomes:
    """Refuse equipment of an inpatient under contract that somebody else than the patient paid."""
    stays = case.claim.kind is ClaimKind.INPATIENT and under_contract(case)
    if is_reimbursement(case) and stays and _is_equipment(line):
        yield from demand(line.fact(BY_PATIENT), BY_PATIENT)


@reimbursement_rule("REI-06a", Phase.ADMISSIBILITY)
def outpatient_service_outside_a_hospital(case: Case) -> Outcomes:
    """Tell the reimbursement unit of an outpatient service outside a hospital, which the instruction leaves open."""
    if _outside_contract(case) and case.submission.provider.kind != HOSPITAL:
        yield Refer(None)


@reimbursement_line_rule("REI-06b", Phase.COVER)
def equipment_of_a_covered_service(case: Case, line: CaseLine) -> Outcomes:
    """Refuse outpatient equipment of a service that is not covered; what stands alone (REI-06c) is not asked."""
    if is_reimbursement(case) and _is_equipment(line) and not line.attribute("without_service"):
        yield from demand(line.fact(ALLOWED), ALLOWED)


@reimbursement_rule("REI-07", Phase.ADMISSIBILITY)
def university_centres(case: Case) -> Outcomes:
    """Tell the reimbursement unit of a university centre: it is outside the instruction."""
    if _outside_contract(case) and case.submission.provider.sector == UNIVERSITY:
        yield Refer(None)


def is_centre(case: Case) -> bool:
    """Tell whether the provider is one of the instruction's centres (article 2)."""
    provider = case.submission.provider
    return provider.kind in CENTRES and provider.sector != UNIVERSITY


silent("REI-06b leaves out what the pack marks as standing without a service", "REI-06c")
silent("REI-04a looks at the centre's contract alone", "REI-12a")
