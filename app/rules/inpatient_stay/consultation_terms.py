"""Consultations of a stay: whose they are, which of them count, and what one costs (article 9)."""

from fractions import Fraction

from app.domain.findings import Step
from app.domain.money import Rial
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.terms import CONSULTATION
from app.rules.pricing import Price
from app.rules.registry import on

CONSULT_KIND, INVITED_PHYSICIAN = "consult_kind", "invited"
SPECIALTY_IN_HOSPITAL, WORKS_IN_CLINIC = "specialty_in_hospital", "works_in_hospital_clinic"
OF_THE_HOUSE = {"CNS-08a": SPECIALTY_IN_HOSPITAL, "CNS-08c": WORKS_IN_CLINIC}
REGULAR_FEE_KEY, INVITED_FEE_KEY = "consultation", "consultation/invited"

CONSULTATIONS = on(sections={CONSULTATION})


def is_invited(line: CaseLine) -> bool:
    """Tell whether the consultant was invited from outside; a kind that nobody read is regular."""
    return line.fact(CONSULT_KIND) == INVITED_PHYSICIAN


INVITED = on(sections={CONSULTATION}, where=is_invited)


def is_paid_as_invited(case: Case, line: CaseLine) -> bool:
    """Tell whether the fee of invited physicians holds, at least until it is known who he is.

    One whose specialty the hospital has, or who works in its clinics, is paid like one of the house, unless a person
    has set that clause aside.
    """
    return is_invited(line) and not any(
        line.fact(fact) is True and not case.is_waived(clause, line) for clause, fact in OF_THE_HOUSE.items()
    )


def consultation_fee(case: Case, *, invited: bool) -> Rial | None:
    """Return the fee of one consultation on the day of admission, None where the packs have none."""
    fee = case.fee(INVITED_FEE_KEY if invited else REGULAR_FEE_KEY, case.day)
    return fee.rial if fee else None


def fee_price(case: Case, line: CaseLine, *, invited: bool) -> Price | None:
    """Return what the units of a line cost at the fee of consultations."""
    fee = consultation_fee(case, invited=invited)
    if fee is None:
        return None
    caption = "تعرفه مشاوره پزشک مدعو" if invited else "تعرفه یک مشاوره"
    return Price(Fraction(fee), (Step(caption, "", fee),), under="CNS-02").times(line.quantity)
