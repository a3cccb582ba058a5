"""Patients whom an own hospital hands over or sends for a service: shares, the form, who answers (TRV-14 to TRV-22)."""

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.circulars.reimbursed_lines import under_contract
from app.rules.circulars.terms import SENDING_FROM, TAMIN, hold, is_in_force, travel_rule
from app.rules.general.terms import items
from app.rules.outcomes import Note, Outcomes, Refer
from app.rules.registry import Phase, Place, remark, silent
from app.rules.shares import paid_in_full

TRANSFER, SIGNED = "own_hospital_transfer", "transfer_form_signed"
COORDINATED, REASON = "transfer_coordinated", "transfer_reason"
COMPLETE, SERVICE_ONLY = "complete", "service_only"
TRANSFERS = frozenset({COMPLETE, SERVICE_ONLY})


def _came_as(case: Case, *kinds: str) -> bool:
    told = case.fact(TRANSFER)
    return told is not UNKNOWN and told in kinds


def _complete_under_contract(case: Case) -> bool:
    return case.is_contracted and under_contract(case) and _came_as(case, COMPLETE)


@travel_rule("TRV-17a", Phase.SHARES)
def complete_transfer(case: Case) -> Outcomes:
    """Note that a patient who was handed over whole pays no share of the public tariff."""
    if _complete_under_contract(case):
        yield Note(None, (TRANSFER,))


@travel_rule("TRV-17b", Phase.SHARES)
def transfer_outside_contract(case: Case) -> Outcomes:
    """Tell of a complete transfer to a centre without a contract; the shares stay the ordinary ones."""
    if not under_contract(case) and _came_as(case, COMPLETE):
        yield Refer(None, (TRANSFER,))


@travel_rule("TRV-18", Phase.SHARES)
def service_for_an_own_hospital(case: Case) -> Outcomes:
    """Note that the sending unit bears the patient's share of a service that was done for its inpatient."""
    if case.is_contracted and _came_as(case, SERVICE_ONLY):
        yield Note(None, (TRANSFER,))


@travel_rule("TRV-20b", Phase.ADMISSIBILITY)
def who_answers_for_a_transfer(case: Case) -> Outcomes:
    """Tell of a transfer without coordination, or for a reason that is no medical indication."""
    if not _came_as(case, *TRANSFERS):
        return
    reason = case.fact(REASON)
    uncoordinated = (COORDINATED,) if case.fact(COORDINATED) is False else ()
    without_need = reason is not UNKNOWN and reason in case.figure("reasons_without_indication")
    if uncoordinated or without_need:
        yield Refer(None, (*uncoordinated, *((REASON,) if without_need else ())))


@travel_rule("TRV-21a", Phase.ADMISSIBILITY)
def form_is_signed(case: Case) -> Outcomes:
    """Ask for the signatures of the sending physician and the supervisor on the form."""
    if case.is_contracted and _came_as(case, *TRANSFERS):
        signed = case.fact(SIGNED)
        if signed is UNKNOWN or not {"physician", "supervisor"} <= items(signed):
            yield hold(SIGNED)


@travel_rule("TRV-21b", Phase.ADMISSIBILITY)
def destination_accepted(case: Case) -> Outcomes:
    """Ask for the destination's acceptance on a form that is there; an unread form is asked for by TRV-21a."""
    if case.is_contracted and _came_as(case, *TRANSFERS):
        signed = case.fact(SIGNED)
        if signed is not UNKNOWN and "destination" not in items(signed):
            yield hold(SIGNED)


@paid_in_full(insurers=TAMIN, since=SENDING_FROM)
def insurer_pays_all(case: Case) -> str | None:
    """Return why the patient pays no share: journeys (TRV-22) and complete transfers under contract (TRV-17a)."""
    if case.claim.kind is ClaimKind.TRAVEL:
        return "هزینه سفر و اقامت سهم بیمه‌شده ندارد"
    if case.claim.kind in {ClaimKind.INPATIENT, ClaimKind.TEMPORARY} and _complete_under_contract(case):
        return "انتقال کامل از بیمارستان ملکی سهم بیمه‌شده ندارد"
    return None


def _was_transferred(case: Case, _line: CaseLine) -> bool:
    return is_in_force(case, SENDING_FROM) and _came_as(case, *TRANSFERS)


silent("the fact own_hospital_transfer has these values", "TRV-14")
silent("the shares of travel claims know no patient's share", "TRV-22")
for _judgement in ("TRV-15", "TRV-16", "TRV-18a", "TRV-21c"):
    remark(_judgement, Place.CLAIM, concerns=_was_transferred, insurers=TAMIN)
