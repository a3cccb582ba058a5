"""Lines that several areas pick and cut: by code, group or attribute, beside another line, units of several lines."""

from collections.abc import Iterable
from fractions import Fraction

from app.domain.findings import Step
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Keep, Outcomes, Reject
from app.rules.pricing import unit_price
from app.rules.registry import LinePick, Phase


def with_code(*codes: str) -> LinePick:
    """Pick the lines with one of these codes."""
    return lambda line: line.code in codes


def with_group(*groups: str) -> LinePick:
    """Pick the lines whose service is of one of these groups."""
    return lambda line: line.group in groups


def with_attribute(name: str, value: object) -> LinePick:
    """Pick the lines whose service has this value of an attribute."""
    return lambda line: line.attribute(name) == value


FOLLOWING_SECTIONS = frozenset({"assistant", "anesthesia", "operating_room"})
ANESTHESIA_SESSION = "anesthesia_session"


def own_lines(case: Case, line: CaseLine) -> list[CaseLine]:
    """Return the lines of the service itself that a line of assistant, anesthesia or operating room follows.

    They have its code and day, and where both say so the same session of anesthesia. What is judged on the service's
    own line is not asked for again on these (MOD-01f).
    """
    if line.section not in FOLLOWING_SECTIONS:
        return []
    session = line.fact(ANESTHESIA_SESSION)
    return [
        other
        for other in case.lines
        if other.code == line.code
        and other.day == line.day
        and other.section not in FOLLOWING_SECTIONS
        and (other.section != "surgery" or other.fact(ANESTHESIA_SESSION) == session)
    ]


def request_of(case: Case, line: CaseLine, phase: Phase) -> tuple[CaseLine, ...]:
    """Return the lines of one request: those of the line's service day that are in play in a phase, itself included."""
    return tuple(other for other in case.lines_in_play(phase) if other.day == line.day)


def beside(case: Case, line: CaseLine, pick: LinePick) -> tuple[CaseLine, ...]:
    """Return the other live lines of the line's service day that a pick holds of."""
    return tuple(o for o in case.live_lines if o is not line and o.day == line.day and pick(o))


def keep_units(lines: Iterable[CaseLine], limit: Fraction | int) -> Outcomes:
    """Keep so many units over the lines, in the order of their numbers."""
    yield from keep_first(sorted(lines, key=lambda line: line.no), limit)


def keep_first(lines: Iterable[CaseLine], limit: Fraction | int, *facts: str) -> Outcomes:
    """Keep so many units over the lines in the order in which they are given; none left of a line refuses it."""
    left = max(Fraction(limit), Fraction(0))
    for line in lines:
        kept = min(left, line.quantity)
        left -= kept
        yield from at_most(line, kept, *facts)


def at_most(line: CaseLine, limit: Fraction | int, *facts: str, steps: tuple[Step, ...] = ()) -> Outcomes:
    """Keep so many units of a line; none left refuses it."""
    if limit <= 0 < line.quantity:
        yield Reject(line, facts, steps=steps)
    elif limit < line.quantity:
        yield Keep(line, facts, units=Fraction(limit), steps=steps)


def dearest_first(case: Case, lines: Iterable[CaseLine]) -> list[CaseLine]:
    """Return the lines by falling pack price of one unit, equal prices by number: the first is the one that is kept."""

    def place(line: CaseLine) -> tuple[Fraction, int]:
        price = unit_price(case, line, line.service)
        return (-price.exact if price else Fraction(0), line.no)

    return sorted(lines, key=place)
