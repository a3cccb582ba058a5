"""Items 3, 4 and 5 with table 2: what a dental row is paid, by whom it was done.

`dental_price` is the payable price that GEN-15e compares with; the clauses here say which part of a claim above the
general tariff each of them takes off.
"""

from dataclasses import dataclass

from app.domain.facts import UNKNOWN, Answer, all_true
from app.domain.findings import Step
from app.domain.money import Rial, round_half_up
from app.domain.persian import number, rials
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.dental.performers import may_be_auxiliarys, unnamed_rank
from app.rules.dental.terms import (
    BITEWING,
    EXAM_GROUP,
    PERIAPICAL_ROW,
    SPECIALIST,
    by_auxiliary,
    performer_of,
    performer_role,
    row_for_age,
)
from app.rules.outcomes import Ask, Note, Outcomes, Reduce
from app.rules.persons import one_of, unnamed
from app.rules.pricing import DENTAL_SECTION, Price, pricer, unit_price
from app.rules.registry import Phase, line_rule, on, silent
from app.rules.tariffs import before_rule

ANY_SPECIALTY = "any"
DENTAL_LINES = on(sections={DENTAL_SECTION})


@dataclass(frozen=True, slots=True)
class Surplus:
    """Rials of the general tariff and of the percent of it that a rule speaks of, for a line's quantity."""

    base: Price
    percent: int

    @property
    def price(self) -> Price:
        """The percent of the general tariff."""
        exact = self.base.exact * self.percent / 100
        step = Step(
            f"{number(self.percent)} درصد تعرفه عمومی",
            f"{rials(self.base.rial)} × {number(self.percent)}٪",
            round_half_up(exact),
        )
        return Price(exact, (*self.base.steps, step))


def is_specialists_row(line: CaseLine) -> bool:
    """Tell whether a line bears the examination row that is the specialist's own."""
    return line.group == EXAM_GROUP and bool(line.attribute("specialist_only"))


def by_specialist(case: Case, line: CaseLine) -> Answer:
    """Tell whether a dental specialist did a service."""
    return one_of(performer_of(case, line).qualification, {SPECIALIST})


def general_exam(case: Case, line: CaseLine) -> Service | None:
    """Return the examination row of dentists who are no specialists."""
    rows = case.services_of_group(EXAM_GROUP, line.day)
    return next((row for row in rows if not row.attributes.get("specialist_only")), None)


def paid_row(case: Case, line: CaseLine) -> Service | None:
    """Return the row by which a line is paid: of the patient's age, of a bitewing film, of a dentist's examination."""
    if is_specialists_row(line) and by_specialist(case, line) is False:
        return general_exam(case, line)
    if line.attribute("film_kind") == BITEWING:
        return case.service(PERIAPICAL_ROW, line.day)
    return row_for_age(case, line)


def base_price(case: Case, line: CaseLine) -> Price | None:
    """Return the general tariff for what is left of the quantity."""
    one = unit_price(case, line, paid_row(case, line))
    return one.times(line.quantity) if one else None


def in_own_field(case: Case, line: CaseLine) -> Answer:
    """Tell whether a specialist did a service of his own field, so that he earns more than the general tariff."""
    row = row_for_age(case, line)
    specialties = row.attributes.get("specialties") or () if row else ()
    if not specialties or (row and row.attributes.get("specialist_only")):
        return False
    own = True if ANY_SPECIALTY in specialties else one_of(performer_of(case, line).specialty, specialties)
    return all_true(by_specialist(case, line), own)


def _specialists(case: Case, base: Price) -> Surplus:
    return Surplus(base, case.figure("dental_specialist_percent"))


def _auxiliaries(case: Case, base: Price) -> Surplus:
    return Surplus(base, case.figure("dental_auxiliary_percent"))


@pricer(sections={DENTAL_SECTION})
def dental_price(case: Case, line: CaseLine) -> Price | None:
    """Return the payable price of a dental line; an unknown performer is the one who is paid most."""
    if not case.is_under("DEN-16"):
        one = unit_price(case, line, line.service)
        return one.times(line.quantity) if one else None
    base = base_price(case, line)
    if base is None:
        return None
    if by_auxiliary(case, line) is True:
        return _auxiliaries(case, base).price
    return base if in_own_field(case, line) is False else _specialists(case, base).price


@line_rule("DEN-04a", Phase.PRICE, DENTAL_LINES, ahead_of="GEN-15e")
def surplus_in_own_field(case: Case, line: CaseLine) -> Outcomes:
    """Note that a specialist used the surplus of his own field."""
    base = base_price(case, line)
    if base is not None and line.amount > base.rial and in_own_field(case, line) is True:
        yield Note(steps=_specialists(case, base).price.steps)


@line_rule("DEN-04b", Phase.PRICE, DENTAL_LINES, ahead_of="GEN-15e")
def surplus_outside_own_field(case: Case, line: CaseLine) -> Outcomes:
    """Take the surplus off a specialist's line outside his field; what is claimed above it is left to GEN-15e."""
    base, own_field = base_price(case, line), in_own_field(case, line)
    if base is None or line.amount <= base.rial or is_specialists_row(line):
        return
    if own_field is UNKNOWN:
        parts = ("qualification",) if by_specialist(case, line) is UNKNOWN else ("specialty",)
        yield Ask(line, unnamed(performer_role(line), performer_of(case, line), *parts))
    elif own_field is False and by_specialist(case, line) is True:
        surplus = _specialists(case, base).price.rial
        yield from _without_part(line, min(line.amount, surplus) - base.rial, base)


@line_rule("DEN-04c", Phase.PRICE, on(where=is_specialists_row), ahead_of="GEN-15e")
def specialists_exam(case: Case, line: CaseLine) -> Outcomes:
    """Pay the specialist's examination as the general one where no specialist did it."""
    specialist, row = by_specialist(case, line), general_exam(case, line)
    one = unit_price(case, line, row)
    if one is None or specialist is True:
        return
    general = one.times(line.quantity)
    if specialist is False:
        yield Reduce(line, to=general.rial, steps=(*general.steps, before_rule(line)))
    elif line.amount > general.rial:
        yield Ask(line, unnamed_rank(case, line))


@line_rule("DEN-05a", Phase.PRICE, DENTAL_LINES, ahead_of="GEN-15e")
def auxiliarys_half(case: Case, line: CaseLine) -> Outcomes:
    """Take the half off an auxiliary's line that is above his share of the tariff; the rest is left to GEN-15e.

    Where he would not be paid at all, his half is not asked about.
    """
    base, auxiliary = base_price(case, line), by_auxiliary(case, line)
    if base is None or auxiliary is False or not may_be_auxiliarys(case, line):
        return
    half = _auxiliaries(case, base).price
    if auxiliary is UNKNOWN and line.amount > half.rial:
        yield Ask(line, unnamed_rank(case, line))
    elif auxiliary is True:
        yield from _without_part(line, min(line.amount, base.rial) - half.rial, half)


def _without_part(line: CaseLine, part: Rial, price: Price) -> Outcomes:
    """Take a part off a line; the steps show the price that it comes down to."""
    if part > 0:
        left = line.amount - part
        lost = Step("کسر به موجب این بند", f"{rials(line.amount)} − {rials(part)}", left)
        yield Reduce(line, to=left, steps=(*price.steps, before_rule(line), lost))


silent("carried out by dental_price, with which GEN-15e compares", "DEN-16")
