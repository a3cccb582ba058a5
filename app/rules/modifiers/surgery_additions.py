"""Modifiers 46, 53 and 85: what raises an operation, and when it does not hold.

46 is a local anesthesia by the surgeon himself, 53 the repeat of an operation, 85 a semi-invasive technology (which a
service outside the operating room may bear too).
"""

from collections.abc import Iterator

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.modifiers.falling import reporting_line, takes_part, taking_out
from app.rules.modifiers.surgery_prices import ABOVE_LOCAL, TECHNOLOGY_AGAIN
from app.rules.modifiers.terms import (
    LOCAL,
    REPEATED,
    SURGERY,
    TECHNOLOGY,
    anesthesia_base,
    is_listed,
    reports,
    times_reported,
)
from app.rules.modifiers.treating_physician import is_local_refuted
from app.rules.modifiers.units import METHOD
from app.rules.modifiers.verdicts import Condition, Verdict, by_conditions, excess, holds, judge
from app.rules.outcomes import Outcomes, refuse
from app.rules.registry import Phase, line_rule, on, silent

RECURRENCE, DISCHARGE, COMPLICATION = (
    "recurrence_after_followup",
    "previous_operation_discharge",
    "complication_of_operation",
)


@judge(46, LOCAL)
def local_anesthesia(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 46: the surgeon's own local where general or spinal is usual, no other anesthesia beside it; a ceiling."""
    said = list(by_conditions(case, line, LOCAL, _local_conditions(case, line)))
    yield from said
    if holds(said, LOCAL):
        yield from excess(case, line, "MOD-46b", ABOVE_LOCAL)


def _local_conditions(case: Case, line: CaseLine) -> Iterator[Condition]:
    method = line.fact(METHOD)
    by_surgeon: Answer = UNKNOWN if method is UNKNOWN else method in case.figure("local_anesthesia_methods")
    yield "MOD-46a", by_surgeon if anesthesia_base(line) > 0 else False, (METHOD,)
    yield "MOD-46d", not is_local_refuted(case, line), (METHOD,)


taking_out("MOD-46a", reporting_line(LOCAL))
taking_out("MOD-46b", reporting_line(LOCAL))
taking_out("MOD-46d", reporting_line(LOCAL))
silent("the prices of operating room and assistant rest on the final value, in which 46 is not", "MOD-46c")


@judge(53, REPEATED)
def repeated_operation(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 53: a recurrence after follow-up, later than a month after discharge, of a code that is no redo itself."""
    return by_conditions(case, line, REPEATED, _repeat_conditions(case, line))


def _repeat_conditions(case: Case, line: CaseLine) -> Iterator[Condition]:
    yield "MOD-53a", line.fact(RECURRENCE), (RECURRENCE,)
    discharged = _previous_discharge(case, line)
    months = int(case.figure("repeated_operation_months"))
    late: Answer = UNKNOWN if discharged is None else line.day > discharged.plus_months(months)
    yield "MOD-53b", late, (DISCHARGE,)
    yield "MOD-53d", not line.attribute("redo_in_title"), ()
    yield "MOD-53e", not line.attribute("caesarean"), ()


def _previous_discharge(case: Case, line: CaseLine) -> JalaliDate | None:
    """Return the discharge after the earlier operation: as read, else of the latest one of this code on record."""
    given = line.fact(DISCHARGE)
    if given is UNKNOWN:
        earlier = [row for row in case.history if row.code == line.code and row.day <= line.day]
        latest = max(earlier, key=lambda row: row.day, default=None)
        given = latest.facts.get(DISCHARGE, UNKNOWN) if latest else UNKNOWN
    return given if isinstance(given, JalaliDate) else None


taking_out("MOD-53a", reporting_line(REPEATED))
taking_out("MOD-53b", reporting_line(REPEATED))
taking_out("MOD-53d", reporting_line(REPEATED))
taking_out("MOD-53e", reporting_line(REPEATED))


def _may_be_recurrence(line: CaseLine) -> bool:
    names_it = line.attribute("redo_in_title") or line.attribute("caesarean")
    return line.section == SURGERY and reports(line, REPEATED) and takes_part(line) and not names_it


@line_rule("MOD-53c", Phase.COVER, on(where=_may_be_recurrence))
def repeat_for_a_complication(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a repeat that is reported with 53 and was needed for a complication of the first operation."""
    yield from refuse(line.fact(COMPLICATION), COMPLICATION)


@judge(85, TECHNOLOGY)
def technology(case: Case, line: CaseLine) -> Iterator[Verdict]:
    """Judge 85: a device was used, which neither the code's text names nor its usual way needs; it counts once."""
    conditions: list[Condition] = [
        ("MOD-85a", is_listed(line, "technology"), ("technology",)),
        ("MOD-85b", not line.attribute("technology_in_title"), ()),
        ("MOD-85c", not line.attribute("technology_routine"), ()),
    ]
    said = list(by_conditions(case, line, TECHNOLOGY, conditions))
    yield from said
    if holds(said, TECHNOLOGY) and times_reported(line, TECHNOLOGY) > 1:
        yield from excess(case, line, "MOD-85d", TECHNOLOGY_AGAIN, "technology")


taking_out("MOD-85a", reporting_line(TECHNOLOGY))
taking_out("MOD-85b", reporting_line(TECHNOLOGY))
taking_out("MOD-85c", reporting_line(TECHNOLOGY))
taking_out("MOD-85d", reporting_line(TECHNOLOGY))
