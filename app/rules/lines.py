"""Lines that several areas pick and cut: by code, group or attribute, beside another line, units of several lines."""

from collections.abc import Iterable
from fractions import Fraction

from app.rules.case import Case, CaseLine
from app.rules.outcomes import Keep, Outcomes
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


def request_of(case: Case, line: CaseLine, phase: Phase) -> tuple[CaseLine, ...]:
    """Return the lines of one request: those of the line's service day that are in play in a phase, itself included."""
    return tuple(other for other in case.lines_in_play(phase) if other.day == line.day)


def beside(case: Case, line: CaseLine, pick: LinePick) -> tuple[CaseLine, ...]:
    """Return the other live lines of the line's service day that a pick holds of."""
    return tuple(o for o in case.live_lines if o is not line and o.day == line.day and pick(o))


def keep_units(lines: Iterable[CaseLine], limit: Fraction | int) -> Outcomes:
    """Keep so many units over the lines, in the order of their numbers."""
    left = Fraction(limit)
    for line in sorted(lines, key=lambda line: line.no):
        kept = min(left, line.quantity)
        left -= kept
        if kept < line.quantity:
            yield Keep(line, units=kept)
