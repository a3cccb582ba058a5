"""Items 4 and 6 and modifiers 20, 25 to 27: parts of a service, independent procedures, numbers out of place."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.modifiers.service_prices import is_part, is_whole, takes_modifiers
from app.rules.modifiers.sessions import follow, session_of
from app.rules.modifiers.terms import (
    ASSISTANT,
    GLOBAL,
    OPERATING_ROOM,
    PROFESSIONAL_PART,
    SURGERY,
    TECHNICAL_PART,
    belongs,
    by_relative_value,
    has_three_values,
    is_operation,
)
from app.rules.outcomes import Ask, Note, Outcomes, Reject, demand
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent

INDEPENDENT_FACT, IN_ROOM = "independent_procedure", "in_operating_room"
UP_TO_EXCLUSION = (None, Phase.EXCLUSION)


def _is_separate(line: CaseLine) -> bool:
    return is_operation(line) and bool(line.attribute("separate_procedure"))


@rule("MOD-20a", Phase.EXCLUSION, on(sections={SURGERY}))
def part_of_the_main_operation(case: Case) -> Outcomes:
    """Refuse an independent procedure that was part of the session's main operation, with its room and assistant.

    PHY-25 decides the same of the rows of the physicians' table; then both are cited.
    """
    parts = []
    for line in case.lines:
        if line.zeroed_in not in UP_TO_EXCLUSION or not _is_separate(line):
            continue
        if all(_is_separate(other) for other in session_of(case, line).operations if other is not line):
            continue
        answer = line.fact(INDEPENDENT_FACT)
        if answer is UNKNOWN:
            yield Ask(line, (INDEPENDENT_FACT,))
        elif answer is False:
            parts.append(line)
            yield Reject(line, (INDEPENDENT_FACT,), beside=True)
    followers = follow(case, parts, {OPERATING_ROOM, ASSISTANT})
    yield from (Reject(other, (INDEPENDENT_FACT,)) for other in followers)


@line_rule("MOD-25b", Phase.EXCLUSION, on(where=lambda line: _is_a_part(line) and has_three_values(line)))
def part_beside_the_whole(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the professional or technical part of a service that is billed as total for the same day."""
    alike = (other for other in case.live_lines if other.code == line.code and other.day == line.day)
    if any(is_whole(other) for other in alike):
        yield Reject()


def _is_a_part(line: CaseLine) -> bool:
    return is_part(line, PROFESSIONAL_PART) or is_part(line, TECHNICAL_PART)


silent("set by service_prices, and cited for what is claimed above the professional part", "MOD-26a")
silent("set by following_prices, and cited for what is claimed above the operating room's percent", "MOD-27a")


@line_rule("MOD-27b", Phase.PRICE, on(sections={OPERATING_ROOM}, where=by_relative_value))
def third_value_paid_already(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the operating room of a service that was priced as total on the day; its price is set elsewhere."""
    alike = (other for other in case.live_lines if other.code == line.code and other.day == line.day)
    if has_three_values(line) and any(is_whole(other) for other in alike):
        yield Reject()


def _needs_a_room(line: CaseLine) -> bool:
    if not by_relative_value(line) or has_three_values(line):
        return False
    return line.section == OPERATING_ROOM or (takes_modifiers(line) and is_part(line, TECHNICAL_PART))


@line_rule("MOD-27c", Phase.COVER, on(where=_needs_a_room))
def technical_part_of_one_value(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a technical part of a single printed value: outside the operating room there is none.

    It stands in the second phase, because article 12 says the same there and both are cited.
    """
    if line.section == OPERATING_ROOM:
        yield from demand(line.fact(IN_ROOM), IN_ROOM)
    else:
        yield Reject()


def _is_out_of_place(line: CaseLine) -> bool:
    return line.section != GLOBAL and any(not belongs(line, modifier) for modifier in line.line.modifiers)


@line_rule("MOD-06b", Phase.PRICE, on(where=_is_out_of_place))
def number_out_of_place(_case: Case, _line: CaseLine) -> Outcomes:
    """Tell the centre of a number that is no modifier of the book or stands on the wrong kind of line."""
    yield Note()


remark("MOD-27d", Place.LINE, on(sections={OPERATING_ROOM}))
silent("set by pricing: a value that is printed alone is the professional part", "MOD-04a")
silent("set by pricing: total = professional × K + technical × K", "MOD-25a")
