"""The circular on sending patients: those whom the insurer's own hospitals hand on, and whose the costs are."""

from collections.abc import Iterator

from tests.oracle.circ_terms import circular, in_force, under_contract
from tests.oracle.paper import Paper
from tests.oracle.sayings import Says, hold, note, refer

HANDED_ON = frozenset({"complete", "service_only"})
NO_INDICATION = frozenset({"patient_request", "financial"})


def transfer(paper: Paper) -> str:
    return paper.fact("own_hospital_transfer") or "none"


def paid_in_full(paper: Paper) -> bool:
    """Complete transfers to contracted centres, and all that is paid for journeys."""
    if paper.kind == "travel":
        return True
    stay = paper.kind in {"inpatient", "temporary"} and paper.insurer == "tamin" and in_force("TRV-17a", paper)
    return stay and paper.contracted and transfer(paper) == "complete" and under_contract(paper)


@circular(6, "TRV-17a", refunds=False)
def complete(paper: Paper) -> Iterator[Says]:
    if paid_in_full(paper):
        yield note()


@circular(6, "TRV-17b")
def complete_without_contract(paper: Paper) -> Iterator[Says]:
    if transfer(paper) == "complete" and not under_contract(paper):
        yield refer()


@circular(6, "TRV-18", refunds=False)
def service_only(paper: Paper) -> Iterator[Says]:
    if transfer(paper) == "service_only":
        yield note()


@circular(1, "TRV-20b")
def who_answers(paper: Paper) -> Iterator[Says]:
    wrong = paper.fact("transfer_coordinated") is False or paper.fact("transfer_reason") in NO_INDICATION
    if transfer(paper) in HANDED_ON and wrong:
        yield refer()


@circular(1, "TRV-21a", refunds=False)
def signatures(paper: Paper) -> Iterator[Says]:
    if transfer(paper) in HANDED_ON and not {"physician", "supervisor"} <= set(
        paper.fact("transfer_form_signed") or []
    ):
        yield hold()


@circular(1, "TRV-21b", refunds=False)
def acceptance(paper: Paper) -> Iterator[Says]:
    signed = paper.fact("transfer_form_signed")
    if transfer(paper) in HANDED_ON and signed is not None and "destination" not in signed:
        yield hold()
