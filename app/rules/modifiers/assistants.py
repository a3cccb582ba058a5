"""Modifier 80: who may assist, at which operations, and one assistant for each.

Who may assist stands in the second phase, because article 11 says the same there and both are cited.
"""

from decimal import Decimal
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer, all_true
from app.rules.case import Case, CaseLine
from app.rules.modifiers.sessions import session_of, surgery_of
from app.rules.modifiers.terms import ASSISTANT, by_relative_value, printed_professional
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.persons import one_of
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent

TEACHING, YEAR, RELATED = "teaching", "resident_year", "assistant_specialty_related"
QUALIFICATION = "performer.qualification"
RESIDENT = "resident"
ASSISTANTS = on(sections={ASSISTANT}, where=by_relative_value)


def _as_resident(case: Case, line: CaseLine) -> dict[str, Answer]:
    """Return what a teaching centre's assistant must be: a resident, and far enough in residency."""
    qualification = line.performer.qualification if line.performer else None
    year = line.fact(YEAR)
    far_enough: Answer = UNKNOWN
    if isinstance(year, (int, Decimal)):
        far_enough = year >= int(case.figure("assistant_resident_year"))
    return {QUALIFICATION: one_of(qualification, {RESIDENT}), YEAR: far_enough}


def _as_specialist(case: Case, line: CaseLine) -> dict[str, Answer]:
    """Return what another centre's assistant must be: a specialist, of the surgeon's field or a related one."""
    qualification = line.performer.qualification if line.performer else None
    field = line.performer.specialty if line.performer else None
    surgeons = {other.performer.specialty for other in surgery_of(case, line) if other.performer}
    is_related: Answer = True if field is not None and field in surgeons else line.fact(RELATED)
    return {QUALIFICATION: one_of(qualification, case.figure("assistant_qualifications")), RELATED: is_related}


@line_rule("MOD-80b", Phase.COVER, ASSISTANTS)
def resident_of_a_teaching_centre(case: Case, line: CaseLine) -> Outcomes:
    """Demand a resident of the third year or above in a teaching centre; ask whether it is one where that decides."""
    teaching, resident = case.fact(TEACHING), _as_resident(case, line)
    if teaching is True:
        yield from _demanded(resident)
    elif teaching is UNKNOWN:
        open_ways = [way for way in (resident, _as_specialist(case, line)) if all_true(*way.values()) is not False]
        yield Ask(facts=(TEACHING,)) if open_ways else Reject(facts=(TEACHING, QUALIFICATION))


@line_rule("MOD-80c", Phase.COVER, ASSISTANTS)
def specialist_elsewhere(case: Case, line: CaseLine) -> Outcomes:
    """Demand a specialist of a related field in a centre that does not teach, whatever its sector."""
    if case.fact(TEACHING) is False:
        yield from _demanded(_as_specialist(case, line))


def _demanded(answers: dict[str, Answer]) -> Outcomes:
    """Refuse where one condition fails; else ask for those that are open."""
    failed = tuple(name for name, answer in answers.items() if answer is False)
    unknown = tuple(name for name, answer in answers.items() if answer is UNKNOWN)
    if failed:
        yield Reject(facts=failed)
    elif unknown:
        yield Ask(facts=unknown)


@line_rule("MOD-80e", Phase.COVER, ASSISTANTS)
def too_small_for_an_assistant(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the assistant of an operation below 30 printed units, as long as the ministry has no list of them."""
    if line.attribute("assistant") is None and printed_professional(line) < case.figure("assistant_lowest_value"):
        yield Reject()


@line_rule("MOD-80f", Phase.COVER, ASSISTANTS)
def off_the_list(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse the assistant of an operation that the ministry's list leaves out; a listed one is paid at any value."""
    if line.attribute("assistant") == "not_listed":
        yield Reject()


@rule("MOD-80a", Phase.PRICE, ASSISTANTS)
def one_assistant(case: Case) -> Outcomes:
    """Refuse further assistants of one operation; the price of the first is set by following_prices."""
    for line in case.live_lines:
        if line.section != ASSISTANT or not by_relative_value(line):
            continue
        earlier = (other for other in session_of(case, line).of_code(line.code, ASSISTANT) if other.no < line.no)
        taken = sum((other.quantity for other in earlier), Fraction(0))
        operations = sum((other.quantity for other in surgery_of(case, line)), Fraction(0)) or Fraction(1)
        if taken >= operations:
            yield Reject(line)


silent("MOD-80b and MOD-80c go by the fact teaching, whatever the sector", "MOD-80d")
remark("MOD-80g", Place.LINE, on(sections={ASSISTANT}))
