"""Who ordered: 'specialist or above' in the sense of the imaging rules (clause 6-1-11 for residents)."""

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.persons import one_of, unnamed

RESIDENT = "resident"
STAMP = "admission_stamp"


def specialist_ordered(case: Case) -> Answer:
    """Tell whether the prescriber is a specialist or above; a resident is one by the hospital's admission stamp."""
    qualification = case.prescriber.qualification
    if qualification == RESIDENT:
        return case.fact(STAMP)
    return one_of(qualification, case.figure("specialist_order_qualifications"))


def rank_facts(case: Case) -> tuple[str, ...]:
    """Return what the prescriber's rank rests on beyond a known qualification."""
    if case.prescriber.qualification is None:
        return ("prescriber.qualification",)
    return (STAMP,) if case.prescriber.qualification == RESIDENT else ()


def own_prescription_only(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what somebody did on another physician's prescription; both council numbers are needed to tell."""
    performer = line.performer or NOBODY
    missing = unnamed("performer", performer, "id") + unnamed("prescriber", case.prescriber, "id")
    if missing:
        yield Ask(line, missing)
    elif performer.id != case.prescriber.id:
        yield Reject()


def counts_as_gp(case: Case) -> bool:
    """Tell whether the prescriber is, or without an admission stamp would be, looked at as a general practitioner."""
    return case.prescriber.qualification in case.figure("counted_as_gp_qualifications")


def is_subspecialist(case: Case) -> Answer:
    """Tell whether the prescriber is a subspecialist or fellow, of whatever field."""
    return one_of(case.prescriber.qualification, case.figure("subspecialist_qualifications"))


def unknown_facts(case: Case, *names: str) -> tuple[str, ...]:
    """Return those of the claim's facts that nobody gave."""
    return tuple(name for name in names if case.fact(name) is UNKNOWN)
