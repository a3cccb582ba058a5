"""Modifiers 63, 90 and 95: small children, full-time physicians, deprived towns; and who was absent.

They are judged alike on operations, anesthesia, assistants and other professional services, wherever they may stand.
"""

from collections.abc import Iterator

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.modifiers.factors import ABOVE_BOTH, ABOVE_TOWN, FACTOR, is_full_time, is_small_child, town_factor
from app.rules.modifiers.falling import reporting_line, taking_out
from app.rules.modifiers.service_prices import is_part, takes_modifiers, technical_price
from app.rules.modifiers.terms import (
    ANESTHESIA,
    ASSISTANT,
    CONSULTATION,
    DEPRIVED,
    FULL_TIME,
    GLOBAL,
    OPERATING_ROOM,
    PROFESSIONAL_PART,
    SMALL_CHILD,
    SURGERY,
    TECHNICAL_PART,
    VISIT,
    by_relative_value,
    has_three_values,
    reports,
)
from app.rules.modifiers.verdicts import Condition, Verdict, by_conditions, excess, fallen, holds, judge
from app.rules.outcomes import Outcomes, Reduce, Reject
from app.rules.registry import Phase, line_rule, on, silent

FULL_TIME_FACT, PRESENT = "full_time_geographic", "performer_present"
BIRTH_DATE = "birth_date"
PROFESSIONAL_SECTIONS = frozenset({SURGERY, ANESTHESIA, ASSISTANT, VISIT, CONSULTATION})


@judge(63, SMALL_CHILD)
def small_child(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 63 by the age at admission and by the code: neither named for small children nor less than invasive."""
    young = is_small_child(case)
    named = line.attribute("child_in_title") and not line.attribute("burn_repair")
    invasive = line.attribute("invasiveness") not in case.figure("not_invasive")
    conditions: list[Condition] = [
        ("MOD-63a", UNKNOWN if young is UNKNOWN else True, (BIRTH_DATE,)),
        ("MOD-63b", young is not False, (BIRTH_DATE,)),
        ("MOD-63c", not named, ()),
        ("MOD-63d", invasive, ()),
    ]
    return by_conditions(case, line, SMALL_CHILD, conditions)


for _rule_id in ("MOD-63a", "MOD-63b", "MOD-63c", "MOD-63d"):
    taking_out(_rule_id, reporting_line(SMALL_CHILD))


@judge(90, FULL_TIME)
def full_time(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 90: a university centre, no resident's assistance, and a physician who is full-time geographic there."""
    in_sector = case.submission.provider.sector in case.figure("full_time_sectors")
    by_resident = (
        line.section == ASSISTANT and line.performer is not None and line.performer.qualification == "resident"
    )
    conditions: list[Condition] = [
        ("MOD-90a", in_sector and not by_resident, ()),
        ("MOD-90c", line.fact(FULL_TIME_FACT), (FULL_TIME_FACT,)),
    ]
    return by_conditions(case, line, FULL_TIME, conditions)


@judge(95, DEPRIVED)
def deprived_town(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 95: an inpatient service in a town with a factor above one; what is paid beyond the factor goes out.

    Where 90 holds as well, the two are added up under a ceiling, and that clause bears all that is beyond.
    """
    factor = town_factor(case)
    deprived: Answer = UNKNOWN if factor is None else factor > 1
    inpatient = case.claim.kind is ClaimKind.INPATIENT
    conditions: list[Condition] = [("MOD-95a", deprived, (FACTOR,)), ("MOD-95b", inpatient, ())]
    said = list(by_conditions(case, line, DEPRIVED, conditions))
    yield from said
    if not holds(said, DEPRIVED):
        return
    both = reports(line, FULL_TIME) and is_full_time(case, line, fallen(full_time(case, line)))
    if both:
        yield from excess(case, line, "MOD-95c", ABOVE_BOTH, FACTOR)
    else:
        yield from excess(case, line, "MOD-95a", ABOVE_TOWN, FACTOR)


for _rule_id in ("MOD-90a", "MOD-90c"):
    taking_out(_rule_id, reporting_line(FULL_TIME))
for _rule_id in ("MOD-95a", "MOD-95b", "MOD-95c"):
    taking_out(_rule_id, reporting_line(DEPRIVED))


def _is_professional(line: CaseLine) -> bool:
    """Pick the lines with a professional part: those of operations, visits, and services by relative value."""
    if line.section in PROFESSIONAL_SECTIONS:
        return by_relative_value(line) or line.service is None
    return takes_modifiers(line) and line.section not in {OPERATING_ROOM, GLOBAL}


@line_rule("MOD-90d", Phase.COVER, on(where=_is_professional))
def stamped_in_absence(case: Case, line: CaseLine) -> Outcomes:
    """Pay a full-time physician who was absent and only stamped nothing professional; a technical part stays.

    The absence must be established: where nobody says so nothing is asked.
    """
    is_his = reports(line, FULL_TIME) or line.fact(FULL_TIME_FACT) is True
    if not is_his or line.fact(PRESENT) is not False or is_part(line, TECHNICAL_PART):
        return
    facts = (PRESENT, FULL_TIME_FACT)
    keeps_technical = takes_modifiers(line) and has_three_values(line) and not is_part(line, PROFESSIONAL_PART)
    technical = technical_price(case, line) if keeps_technical else None
    if technical is None:
        yield Reject(facts=facts)
    else:
        yield Reduce(facts=facts, to=technical.rial, steps=technical.steps)


silent("carried out by the ledger: the patient's percent rests on the price with m = 1", "MOD-90b", "MOD-95d")
silent("set by surgery_prices and anesthesia_prices: only reported modifiers count; cited as GEN-15e", "MOD-06a")
