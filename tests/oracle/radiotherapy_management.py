"""Radiotherapy, phase 4: management before and during treatment, of teletherapy and brachytherapy."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from tests.oracle.paper import Paper
from tests.oracle.radiotherapy_course import (
    HDR,
    MANAGEMENT_DURING,
    MANAGEMENT_PRE,
    PROCEDURE,
    SESSION_MANAGEMENT,
    at_most,
    brachytherapy,
    of,
    of_course,
    past,
    teletherapy,
    units_of,
)
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule
from tests.oracle.turns import in_turn

in_turn("RT-19a RT-04b")
ONE = Fraction(1)


@rule(4, "RT-03a")
def management_before(paper: Paper) -> Iterator[Says]:
    if not brachytherapy(paper):
        yield from in_line_order(paper, MANAGEMENT_PRE, ONE)


@rule(4, "RT-18")
def management_before_brachytherapy(paper: Paper) -> Iterator[Says]:
    """One for brachytherapy and one for teletherapy beside it; of what was paid, one is brachytherapy's if that was."""
    lines, both = of(paper, MANAGEMENT_PRE), teletherapy(paper)
    if not brachytherapy(paper) or not lines:
        return
    paid, before = of_course(paper, MANAGEMENT_PRE), of_course(paper, PROCEDURE, HDR)
    if paid is None and (both or any(row.group in {PROCEDURE, HDR} for row in past(paper))):
        yield from (ask(entry.no) for entry in lines)
    units = units_of(paid or [])
    yield from at_most(paper, lines, (1 + both) - min(units, Fraction(both + bool(before))))


def in_line_order(paper: Paper, group: str, allowed: Fraction) -> Iterator[Says]:
    """So many units, less what the course has been paid."""
    paid = of_course(paper, group)
    free = allowed - (units_of(paid) if paid else 0)
    for says in at_most(paper, of(paper, group), free):
        if paid is None and says.units:
            yield ask(says.line)
        yield says


def tele_sessions(paper: Paper) -> Fraction | None:
    told, lines = paper.fact("sessions"), of(paper, SESSION_MANAGEMENT)
    if lines and (told is None or brachytherapy(paper)):
        return sum((entry.units for entry in lines), Fraction())
    return None if told is None else Fraction(told)


def brachy_sessions(paper: Paper) -> Fraction:
    told = None if teletherapy(paper) else paper.fact("sessions")
    largest = max((entry.units for entry in of(paper, HDR, PROCEDURE)), default=Fraction())
    return largest if told is None else Fraction(told)


def fives(paper: Paper) -> tuple[Fraction, Fraction] | None:
    """The sets of five that are due so far, whole ones and with those begun; None where that cannot be counted."""
    brachy, now = brachytherapy(paper), tele_sessions(paper)
    tele = not brachy or teletherapy(paper)
    groups = (MANAGEMENT_DURING, *((SESSION_MANAGEMENT,) if tele else ()), *((HDR,) if brachy else ()))
    if any(of_course(paper, group) is None for group in groups) or (tele and now is None):
        return None
    whole = begun = -units_of(of_course(paper, MANAGEMENT_DURING) or [])
    if tele and now is not None:
        total = now + units_of(of_course(paper, SESSION_MANAGEMENT) or [])
        whole, begun = whole + total // 5, begun + ceil(total / 5)
    if brachy:
        total = brachy_sessions(paper) + units_of(of_course(paper, HDR) or [])
        sets = ceil(total / 5) if total >= 2 else 0
        whole, begun = whole + sets, begun + sets
    return whole, begun


def during(rule_id: str, *, brachy: bool) -> None:
    """Management during treatment: what is over the sets of five that are due, the begun one among them."""

    @rule(4, rule_id)
    def found(paper: Paper) -> Iterator[Says]:
        lines, due = of(paper, MANAGEMENT_DURING), fives(paper)
        if brachytherapy(paper) != brachy or single_session(paper):
            return
        if due is None:
            yield from (ask(entry.no) for entry in lines)
        else:
            yield from at_most(paper, lines, due[1])


def single_session(paper: Paper) -> bool:
    """Whether the course is of one session of brachytherapy and nothing else."""
    earlier = of_course(paper, HDR)
    if not brachytherapy(paper) or teletherapy(paper) or earlier is None:
        return False
    return brachy_sessions(paper) + units_of(earlier) < 2


during("RT-04a", brachy=False)
during("RT-19a", brachy=True)


@rule(4, "RT-19c")
def nothing_for_a_single_session(paper: Paper) -> Iterator[Says]:
    if single_session(paper):
        yield from (reject(entry.no) for entry in of(paper, MANAGEMENT_DURING))


@rule(4, "RT-04b")
def rest_of_the_course(paper: Paper) -> Iterator[Says]:
    lines, due, finished = of(paper, MANAGEMENT_DURING), fives(paper), paper.fact("course_finished")
    if due is None or due[0] == due[1] or finished:
        return
    for entry, says in zip(lines, at_most(paper, lines, due[0]), strict=True):
        if says.units is not None and says.units < entry.units:
            yield ask(entry.no, says) if finished is None else says
