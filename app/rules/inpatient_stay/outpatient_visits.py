"""Visits of a stay that are paid like those of outpatients: by the rank of the visiting physician (articles 7 and 8).

Where that rank is unknown and decides, the highest fee holds until it is answered.
"""

from fractions import Fraction

from app.domain.claim import Person
from app.domain.findings import Step
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import GENERAL_VISIT_FEE_KEY, VISIT_FEE_KEYS, Price
from app.rules.tariffs import before_rule

SPECIALIST = "specialist"
RANK_FEE_KEYS = VISIT_FEE_KEYS | {"resident": VISIT_FEE_KEYS[SPECIALIST]}
FORENSIC_MEDICINE = "forensic_medicine"


def visiting_physician(case: Case, line: CaseLine) -> Person:
    """Return who decides the price of a visit: its performer, else the physician of the claim."""
    return line.performer or case.prescriber


def unknown_rank(line: CaseLine) -> str:
    """Return the coded field that holds the rank of the visiting physician."""
    return "performer.qualification" if line.performer else "prescriber.qualification"


def outpatient_prices(case: Case, line: CaseLine) -> tuple[Price, ...]:
    """Return what the line may be worth as outpatient visits, the lowest first: one price where the rank is known."""
    rank = visiting_physician(case, line).qualification
    keys = (
        {RANK_FEE_KEYS.get(rank, GENERAL_VISIT_FEE_KEY)} if rank else {*RANK_FEE_KEYS.values(), GENERAL_VISIT_FEE_KEY}
    )
    fees = sorted(fee.rial for fee in (case.fee(key, case.day) for key in sorted(keys)) if fee)
    step = "تعرفه ویزیت سرپایی پزشک" if rank else "بیشترین تعرفه ویزیت سرپایی"
    return tuple(Price(Fraction(fee), (Step(step, "", fee),)).times(line.quantity) for fee in fees)


def paid_as_outpatient(case: Case, line: CaseLine, *facts: str) -> Outcomes:
    """Pay a visit at most like one of outpatients; ask for the physician's rank where a lower one would cost."""
    prices = outpatient_prices(case, line)
    if not prices:
        return
    if visiting_physician(case, line).qualification is None and line.amount > prices[0].rial:
        yield Ask(line, (unknown_rank(line),))
    yield Reduce(line, facts, to=prices[-1].rial, steps=(*prices[-1].steps, before_rule(line)))
