"""The terms of the imaging rules: one request, sides of the body, units kept, the right person, and picks of lines."""

from collections.abc import Collection, Iterable
from fractions import Fraction

from app.domain.claim import Person
from app.domain.facts import UNKNOWN, Answer, all_true
from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Keep, Outcomes, Reject
from app.rules.registry import LinePick, Phase

BOTH_SIDES = "both"


def with_code(*codes: str) -> LinePick:
    """Pick the lines with one of these codes."""
    return lambda line: line.code in codes


def with_group(*groups: str) -> LinePick:
    """Pick the lines whose service is of one of these groups."""
    return lambda line: line.group in groups


def with_attribute(name: str, value: object) -> LinePick:
    """Pick the lines whose service has this value of an attribute."""
    return lambda line: line.attribute(name) == value


is_ct = with_group("ct", "ct_angiography")
is_mri = with_group("mri")


def request_of(case: Case, line: CaseLine, phase: Phase) -> tuple[CaseLine, ...]:
    """Return the lines of one request: those of the line's service day that are in play in a phase, itself included."""
    return tuple(other for other in case.lines_in_play(phase) if other.day == line.day)


def beside(case: Case, line: CaseLine, pick: LinePick) -> tuple[CaseLine, ...]:
    """Return the other live lines of the request that a pick holds of."""
    return tuple(o for o in case.live_lines if o is not line and o.day == line.day and pick(o))


def keep_units(lines: Iterable[CaseLine], limit: Fraction | int) -> Outcomes:
    """Keep so many units over the lines, in the order of their numbers."""
    left = Fraction(limit)
    for line in sorted(lines, key=lambda line: line.no):
        kept = min(left, line.quantity)
        left -= kept
        if kept < line.quantity:
            yield Keep(line, units=kept)


def same_side(one: CaseLine, other: CaseLine) -> Answer:
    """Tell whether two lines concern a common side; unknown unless both bear the fact `side`."""
    first, second = one.fact("side"), other.fact("side")
    if first is UNKNOWN or second is UNKNOWN:
        return UNKNOWN
    return first == second or BOTH_SIDES in (first, second)


def ask_side(line: CaseLine, partner: CaseLine) -> Ask:
    """Return the question for the side of a line, or what is missing where only the line beside it bears none."""
    if line.fact("side") is UNKNOWN:
        return Ask(line, ("side",))
    return Ask(line, needs=f"سمت خدمت ردیف {number(partner.no)} نوشته نشده است")


def refuse(answer: Answer, *facts: str) -> Outcomes:
    """Reject where the answer is true, ask for the facts where it is unknown: the mirror of `demand`."""
    if answer is True:
        yield Reject(None, facts)
    elif answer is UNKNOWN:
        yield Ask(None, facts)


def one_of(value: str | None, allowed: Collection[str]) -> Answer:
    """Tell whether a coded field has one of the allowed values; unknown where the claim leaves it out."""
    return UNKNOWN if value is None else value in allowed


def is_among(person: Person, qualifications: Collection[str], specialties: Collection[str]) -> Answer:
    """Tell whether a person has one of the qualifications and one of the specialties."""
    return all_true(one_of(person.qualification, qualifications), one_of(person.specialty, specialties))


def unnamed(role: str, person: Person, *parts: str) -> tuple[str, ...]:
    """Return the coded fields of a prescriber or performer that the claim leaves out, of the parts that matter."""
    return tuple(f"{role}.{part}" for part in parts if getattr(person, part) is None)
