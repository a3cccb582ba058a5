"""The terms of the modifiers' rules: sections of an operation, numbers of modifiers, and what is a priced operation.

Everything of this area acts on services that the pack prices by relative value; a service with a fixed fee is left
alone. The relative value itself is read here once, as exact fractions.
"""

from collections.abc import Callable
from fractions import Fraction

from app.domain.facts import Answer
from app.domain.reference import RelativeValue
from app.rules.case import Case, CaseLine

SURGERY, ASSISTANT, ANESTHESIA, OPERATING_ROOM = "surgery", "assistant", "anesthesia", "operating_room"
SESSION_SECTIONS = frozenset({SURGERY, ASSISTANT, ANESTHESIA, OPERATING_ROOM})
SERVICE, IMAGING, GLOBAL, RADIOTHERAPY = "service", "imaging", "global", "radiotherapy"
VISIT, CONSULTATION = "visit", "consultation"

WHOLE, PROFESSIONAL_PART, TECHNICAL_PART = "25", "26", "27"
INDEPENDENT, LOCAL, SEVERAL, REPEATED, STANDBY = "20", "46", "51", "53", "60"
SMALL_CHILD, ASSISTED, TECHNOLOGY, PORTABLE = "63", "80", "85", "86"
FULL_TIME, DEPRIVED, PAIN, TRAFFIC = "90", "95", "43", "99"

ANESTHESIA_MODIFIERS = frozenset({"31", "32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", PAIN})
WHERE_THEY_BELONG = {
    SURGERY: frozenset({INDEPENDENT, LOCAL, SEVERAL, REPEATED, STANDBY, SMALL_CHILD, TECHNOLOGY, FULL_TIME, DEPRIVED}),
    ANESTHESIA: ANESTHESIA_MODIFIERS | {STANDBY, SMALL_CHILD, FULL_TIME, DEPRIVED},
    ASSISTANT: frozenset({ASSISTED, FULL_TIME, DEPRIVED}),
    OPERATING_ROOM: frozenset({TECHNICAL_PART}),
    IMAGING: frozenset({WHOLE, PROFESSIONAL_PART, TECHNICAL_PART, PORTABLE, FULL_TIME}),
}
BELONGING_ELSEWHERE = frozenset(
    {INDEPENDENT, WHOLE, PROFESSIONAL_PART, TECHNICAL_PART, TECHNOLOGY, FULL_TIME, DEPRIVED}
)
DEVICES = "88"

ADD_ON, PRIVATE_RISE, STAR = "+", "#", "*"


def reports(line: CaseLine, *modifiers: str) -> bool:
    """Tell whether one of the modifiers stands on the line as the centre reported it."""
    return any(modifier in line.line.modifiers for modifier in modifiers)


def reporting(*modifiers: str) -> Callable[[CaseLine], bool]:
    """Pick the lines that report one of the modifiers."""
    return lambda line: reports(line, *modifiers)


def belongs(line: CaseLine, modifier: str) -> bool:
    """Tell whether a modifier of the book may stand on a line of this section (MOD-06b); 99 may stand anywhere."""
    if modifier == TRAFFIC:
        return True
    if modifier == DEVICES:
        return line.section == RADIOTHERAPY
    return modifier in WHERE_THEY_BELONG.get(line.section, BELONGING_ELSEWHERE)


def times_reported(line: CaseLine, modifier: str) -> int:
    """Return how often a modifier stands on the line."""
    return line.line.modifiers.count(modifier)


def marked(line: CaseLine, mark: str) -> bool:
    """Tell whether the pack row bears a mark of the book: + for an add-on, # or *."""
    return line.service is not None and mark in line.service.marks


def relative_value(line: CaseLine) -> RelativeValue | None:
    """Return the relative value of a line; None for a service with a fixed fee, without a price, or in no pack."""
    service = line.service
    if service is None or service.fee is not None or service.relative_value is None:
        return None
    return service.relative_value if service.relative_value.professional is not None else None


def by_relative_value(line: CaseLine) -> bool:
    """Pick the lines that the rules of this area act on."""
    return relative_value(line) is not None


def printed_professional(line: CaseLine) -> Fraction:
    """Return the printed professional value of a line, 0 where there is none."""
    value = relative_value(line)
    return Fraction(value.professional) if value and value.professional is not None else Fraction(0)


def printed_technical(line: CaseLine) -> Fraction | None:
    """Return the third printed value of a line, None where the book prints one value alone."""
    value = relative_value(line)
    return Fraction(value.technical) if value and value.technical is not None else None


def anesthesia_base(line: CaseLine) -> Fraction:
    """Return the printed base of the line's anesthesia, 0 where none is printed."""
    value = relative_value(line)
    return Fraction(value.anesthesia_base) if value and value.anesthesia_base is not None else Fraction(0)


def has_three_values(line: CaseLine) -> bool:
    """Tell whether the book prints total, professional and technical for the line's code."""
    return printed_technical(line) is not None


def is_standby(line: CaseLine) -> bool:
    """Pick the lines of surgeons and anesthetists who stand by a cardiovascular intervention (modifier 60)."""
    return line.section in {SURGERY, ANESTHESIA} and reports(line, STANDBY)


def is_operation(line: CaseLine) -> bool:
    """Pick the operations: surgery lines priced by relative value that are neither add-ons nor standby."""
    return line.section == SURGERY and by_relative_value(line) and not marked(line, ADD_ON) and not is_standby(line)


def of_section(section: str) -> Callable[[CaseLine], bool]:
    """Pick the lines of a section that are priced by relative value."""
    return lambda line: line.section == section and by_relative_value(line)


def performer_id(line: CaseLine) -> str | None:
    """Return the medical council number of who did the service, None where the claim names nobody."""
    return line.performer.id if line.performer else None


def is_listed(line: CaseLine, fact: str) -> Answer:
    """Return whether a fact that is a list names anything; unknown where nobody gave it."""
    answer = line.fact(fact)
    return bool(answer) if isinstance(answer, tuple) else answer


def percent(case: Case, figure: str) -> Fraction:
    """Return a dated figure in percent as a fraction of one."""
    return Fraction(case.figure(figure)) / 100
