"""The instruction on reimbursement: what an insured person paid himself is paid to his own account."""

from collections.abc import Iterator

from tests.oracle.circ_terms import (
    circular,
    equipment,
    has_services,
    is_wanted,
    service_day,
    settled,
    under_contract,
)
from tests.oracle.paper import STAYS, Paper
from tests.oracle.sayings import Says, hold, refer, reject, stay_open

HOSPITALS = frozenset({"hospital", "limited_surgery_center"})
BILLS_BY_SEPAS, SEALED_AFTER = "1400-01-01", "1400-07-23"


@circular(2, "REI-04a", refunds=True)
def of_a_contracted_centre(paper: Paper) -> Iterator[Says]:
    if under_contract(paper):
        yield from (reject(entry.no) for entry in paper.entries if not equipment(entry))


@circular(1, "REI-04b", refunds=True)
def nobody_paid(paper: Paper) -> Iterator[Says]:
    payers = paper.fact("paid_by")
    yield from is_wanted(None if payers is None else len(payers) > 0)


@circular(1, "REI-04c", refunds=True)
def others_paid(paper: Paper) -> Iterator[Says]:
    if {"supplementary", "policyholder"} & set(paper.fact("paid_by") or []):
        yield refer()


@circular(2, "REI-05a", refunds=True)
def stay_outside_a_hospital(paper: Paper) -> Iterator[Says]:
    if paper.provider["kind"] not in HOSPITALS:
        yield from (reject(entry.no) for entry in paper.entries if not equipment(entry))


@circular(1, "REI-05b", refunds=True)
def proof(paper: Paper) -> Iterator[Says]:
    yield from settled(paper.fact("proof_complete"))


@circular(2, "REI-05c", refunds=True)
def invoice(paper: Paper) -> Iterator[Says]:
    for entry in filter(equipment, paper.entries):
        yield from is_wanted(entry.fact("invoice_attached"), entry.no)


@circular(2, "REI-05d", refunds=True)
def paid_to_a_contracted_hospital(paper: Paper) -> Iterator[Says]:
    for entry in filter(equipment, paper.entries if under_contract(paper) else []):
        yield from is_wanted(entry.fact("paid_by_patient"), entry.no)


@circular(1, "REI-06a", refunds=True)
def outpatient_outside_a_hospital(paper: Paper) -> Iterator[Says]:
    if has_services(paper) and not under_contract(paper) and paper.provider["kind"] != "hospital":
        yield refer()


@circular(2, "REI-06b", refunds=True)
def for_an_allowed_service(paper: Paper) -> Iterator[Says]:
    for entry in filter(equipment, paper.entries):
        if not entry.has("without_service"):
            yield from is_wanted(entry.fact("for_allowed_service"), entry.no)


@circular(1, "REI-07", refunds=True)
def university_centre(paper: Paper) -> Iterator[Says]:
    university = paper.provider["sector"] == "public_university"
    if has_services(paper) and not under_contract(paper) and university:
        yield refer()


def discharged(paper: Paper) -> str | None:
    end = paper.claim.get("discharged_at")
    return str(end)[:10] if end else None


@circular(1, "REI-12", refunds=True)
def bill_on_paper(paper: Paper) -> Iterator[Says]:
    centre = paper.provider["kind"] in HOSPITALS and paper.provider["sector"] != "public_university"
    if centre and (discharged(paper) or "0") >= BILLS_BY_SEPAS and paper.fact("bill_source") == "paper":
        yield refer()


@circular(1, "REI-12b", refunds=True)
def eligibility(paper: Paper) -> Iterator[Says]:
    answer = paper.fact("eligibility")
    yield from is_wanted(None if answer is None else answer == "covered")


@circular(1, "REI-12c", refunds=True)
def eligibility_of_the_day(paper: Paper) -> Iterator[Says]:
    late = (paper.fact("eligibility_checked_on") or "0") > service_day(paper)
    over = (paper.fact("eligibility_valid_to") or "9999") < service_day(paper)
    if paper.fact("eligibility") == "covered" and (late or over):
        yield hold()


@circular(1, "REI-13a", refunds=True)
def iban(paper: Paper) -> Iterator[Says]:
    yield from settled(paper.patient.get("iban"))


@circular(1, "REI-13b", refunds=True)
def owner_of_the_iban(paper: Paper) -> Iterator[Says]:
    if paper.patient.get("iban"):
        yield from settled(paper.fact("iban_owner") == "insured")


@circular(1, "REI-15a", refunds=True)
def broken_seal(paper: Paper) -> Iterator[Says]:
    if paper.fact("bill_source") == "sepas" and paper.fact("bill_seal") == "broken":
        yield hold()


@circular(1, "REI-15b", refunds=True)
def missing_seal(paper: Paper) -> Iterator[Says]:
    sealed = (discharged(paper) or "0") > SEALED_AFTER
    if sealed and paper.fact("bill_source") == "sepas" and paper.fact("bill_seal") in {None, "missing"}:
        yield hold()


@circular(1, "REI-18", refunds=True)
def misuse(paper: Paper) -> Iterator[Says]:
    if paper.fact("misuse_found"):
        yield refer()


@circular(1, "REI-20g", refunds=True)
def not_discharged(paper: Paper) -> Iterator[Says]:
    if paper.kind in STAYS and not discharged(paper):
        yield hold()


@circular(2, "REI-20g", refunds=True)
def nameless_line(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if not entry.code and not (entry.document.get("title") or "").strip():
            yield stay_open(entry.no)
