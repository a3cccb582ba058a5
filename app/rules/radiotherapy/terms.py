"""The terms of the radiotherapy rules: kinds of claim, courses, sessions, and the order in which lines stay."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from app.domain.claim import PastService
from app.domain.facts import Answer
from app.domain.findings import Step
from app.domain.persian import date_text
from app.rules.case import Case, CaseLine
from app.rules.general.terms import day_of
from app.rules.outcomes import Ask, Outcomes
from app.rules.past import service_of
from app.rules.pricing import unit_price
from app.rules.tariffs import kept_over_lines

COURSE, SESSIONS = "course_start", "sessions"
BEFORE, DURING = "rt_management_pre", "rt_management_during"
SIMULATOR, PLANNING, PHYSICS, SHIELD = "rt_simulator", "rt_planning", "rt_physics", "rt_shield"
TUMOUR, ORGANS_AT_RISK = "rt_contour_tumor", "rt_contour_oar"
SESSION_MANAGEMENT, PORTAL_FILM = "rt_session_management", "rt_portal_film"
LINAC, COBALT = "rt_field_linac", "rt_field_cobalt"
PROCEDURE, HDR, INSERTION = "brachy_procedure", "brachy_hdr", "brachy_insertion"
FIELDS = (LINAC, COBALT)


def lines_of(case: Case, *groups: str) -> list[CaseLine]:
    """Return the live lines of some groups by number."""
    return sorted((line for line in case.live_lines if line.group in groups), key=lambda line: line.no)


def is_brachytherapy(case: Case) -> bool:
    """Tell whether a brachytherapy stands in the claim; a claim may be both kinds."""
    return bool(lines_of(case, PROCEDURE, HDR))


def has_teletherapy(case: Case) -> bool:
    """Tell whether a teletherapy stands in the claim."""
    return bool(lines_of(case, *FIELDS, SESSION_MANAGEMENT))


def units_of(lines: Iterable[CaseLine]) -> Fraction:
    """Return the units of lines together."""
    return sum((line.quantity for line in lines), Fraction(0))


def dearest_first(case: Case, lines: Iterable[CaseLine]) -> list[CaseLine]:
    """Return lines by the price of one unit, the dearest first; of equals the lower number."""

    def worth(line: CaseLine) -> tuple[Fraction, int]:
        price = unit_price(case, line, line.service)
        return -price.exact if price else Fraction(1), line.no

    return sorted(lines, key=worth)


def count(answer: Answer) -> Fraction | None:
    """Return the number that a fact holds, None where it is unknown."""
    return Fraction(answer) if isinstance(answer, (int, Decimal)) else None


def past(case: Case, *groups: str) -> list[PastService]:
    """Return the services of some groups that were paid to the patient."""
    rows = ((row, service_of(case, row)) for row in case.history)
    return [row for row, service in rows if service is not None and service.group in groups]


def in_course(case: Case, *groups: str) -> list[PastService] | None:
    """Return the services of the course that were paid; None where the unknown start of the course decides."""
    found, start = past(case, *groups), day_of(case.fact(COURSE))
    if start is None:
        return None if found else []
    return [row for row in found if row.day >= start]


def units_of_past(rows: Iterable[PastService]) -> Fraction:
    """Return the units of past services together."""
    return sum((Fraction(row.quantity) for row in rows), Fraction(0))


def kept_in_course(case: Case, lines: list[CaseLine], allowed: Fraction, *groups: str) -> Outcomes:
    """Keep what the course has left of so many units over lines, in the order given.

    Where the unknown start of the course decides, what stands is asked about.
    """
    if not lines:
        return
    rows = in_course(case, *groups)
    left = max(Fraction(0), allowed - units_of_past(rows or ()))
    steps = tuple(Step("پرداخت‌شده در همین دوره", date_text(row.day)) for row in rows or ())
    for outcome in kept_over_lines(case, lines, left, COURSE):
        yield replace(outcome, steps=steps)
    if rows is None:
        yield from (Ask(line, (COURSE,)) for line in lines)


def sessions_of_teletherapy(case: Case) -> Fraction | None:
    """Return the sessions of the claim: the fact, without it the session management billed; None where both lack.

    Beside brachytherapy the fact may mean either kind of session, so there the session management goes first.
    """
    told, managed = count(case.fact(SESSIONS)), lines_of(case, SESSION_MANAGEMENT)
    billed = units_of(managed) if managed else None
    if is_brachytherapy(case):
        return told if billed is None else billed
    return billed if told is None else told


def sessions_of_brachytherapy(case: Case) -> Fraction:
    """Return the brachytherapy sessions: the fact, without it or beside teletherapy the largest quantity billed."""
    told = count(case.fact(SESSIONS))
    if told is not None and not has_teletherapy(case):
        return told
    return max((line.quantity for line in lines_of(case, PROCEDURE, HDR)), default=Fraction(0))
