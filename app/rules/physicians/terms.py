"""The terms of the physicians' rules: their scope, service lines, and who did what (handbook 004, part two, الف)."""

from collections.abc import Iterable

from app.domain.claim import ClaimKind, Person
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.general.terms import VISIT_SECTION, is_pharmacy, referred
from app.rules.pricing import unit_price
from app.rules.registry import on

OFFICE = "office"
VISITS = on(sections={VISIT_SECTION})
PHYSICIAN_SERVICES = frozenset({ClaimKind.PHYSICIAN_SERVICE})
PHYSICIANS_KINDS = PHYSICIAN_SERVICES | {ClaimKind.VISIT}


def in_office(case: Case) -> bool:
    """Tell whether a physician's office submits the claim."""
    return case.submission.provider.kind == OFFICE


def is_service_line(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is a physician's service: no visit, drug, supply or the like, and no claim of a pharmacy.

    Of a hospital stay (separate procedures) it is a coded line of the sections that hold procedures.
    """
    if case.is_stay:
        return line.code is not None and line.section in case.figure("stay_service_sections")
    if case.claim.kind is not ClaimKind.PHYSICIAN_SERVICE or is_pharmacy(case):
        return False
    return line.section not in case.figure("sections_without_services")


def service_lines(case: Case, lines: Iterable[CaseLine]) -> list[CaseLine]:
    """Return those of the lines that are services."""
    return [line for line in lines if is_service_line(case, line)]


def performer_of(case: Case, line: CaseLine) -> Person:
    """Return who did a service: the named performer, else the prescriber unless he is known to have referred it."""
    if line.performer is not None:
        return line.performer
    return NOBODY if referred(case) is True else case.prescriber


def performer_role(case: Case, line: CaseLine) -> str:
    """Return under which name the coded fields of the performer are asked for."""
    return "performer" if line.performer is not None or referred(case) is True else "prescriber"


def dearest(case: Case, lines: Iterable[CaseLine]) -> CaseLine:
    """Return the line with the highest price of one unit, of equals the one with the lowest number."""

    def worth(line: CaseLine) -> tuple[bool, object, int]:
        price = unit_price(case, line, line.service)
        return price is not None, price.exact if price else 0, -line.no

    return max(lines, key=worth)
