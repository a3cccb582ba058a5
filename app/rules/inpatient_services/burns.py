"""Article 10, الف, item 4: how much of the body is burnt, and the row and number of units that it fits."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.money import Rial
from app.domain.persian import code_text, number
from app.domain.reference import Service
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.cited import cited
from app.rules.inpatient_services.terms import FOLLOWING_SECTIONS
from app.rules.lines import at_most
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import Price, price_of_line, price_of_line_as, written_quantity
from app.rules.registry import Phase, Wakes, line_rule, on
from app.rules.tariffs import before_rule, worth_more

REGIONS, PERCENT, AREA, BORN = "burn_regions", "burn_percent", "burn_area_cm2", "birth_date"
ADULT, CHILD = "adult", "child"
FROM, TO, FAMILY, UNIT = "burn_from", "burn_to", "burn_family", "burn_unit_percent"


def _by_attribute(name: str) -> Wakes:
    return on(where=lambda line: line.section not in FOLLOWING_SECTIONS and line.attribute(name) is not None)


RANGES, UNITS = _by_attribute(FROM), _by_attribute(UNIT)


def tables(case: Case) -> tuple[str, ...]:
    """Return the tables that may hold: the adult's from the day after the 12th birthday; both without a birth date."""
    born = case.claim.patient.birth_date
    if born is None:
        return ADULT, CHILD
    return (ADULT,) if case.day > born.plus_years(int(case.figure("burn_adult_above_age"))) else (CHILD,)


def burnt_percent(case: Case, table: str) -> Fraction | None:
    """Return the burnt percent of the body: what the physician wrote, at most what the named regions can be."""
    regions, written = case.fact(REGIONS), case.fact(PERCENT)
    known = [Fraction(written)] if isinstance(written, (int, Decimal)) else []
    if isinstance(regions, tuple):
        shares: Mapping[str, int] = case.figure("burn_rule_of_nines")[table]
        known.append(Fraction(sum(shares[region] for region in regions)))
    return min(known) if known else None


@dataclass(frozen=True, slots=True)
class Fit:
    """The row that a burnt percent fits, None where the billed one stands, and what the line is then paid at most."""

    row: Service | None
    price: Price | None


def _fit(case: Case, line: CaseLine, percent: Fraction) -> Fit:
    own = price_of_line(case, line)
    if percent > Fraction(line.attribute(FROM)):
        return Fit(None, own)
    for service in _family(case, line):
        if Fraction(service.attributes[FROM]) < percent <= Fraction(service.attributes[TO]):
            return Fit(service, price_of_line_as(case, line, service.code))
    return Fit(None, own)


def _family(case: Case, line: CaseLine) -> list[Service]:
    """Return the rows that differ from the line's own by the burnt percent alone."""
    rows = case.services_of_group(line.group or "", case.price_day(line.day))
    return [row for row in rows if row.attributes.get(FAMILY) == line.attribute(FAMILY)]


def _lower_rows(case: Case, line: CaseLine) -> list[str]:
    """Return the codes of the rows of the family for smaller burns; the lowest row has none."""
    lowest = Fraction(line.attribute(FROM))
    return [row.code for row in _family(case, line) if Fraction(row.attributes[FROM]) < lowest]


def _payable(amount: Rial, fit: Fit) -> Rial:
    """Return what a fit leaves of an amount."""
    return amount if fit.price is None else min(amount, fit.price.rial)


@line_rule("SUR-SKN-04a", Phase.PRICE, RANGES)
def row_of_the_burn(case: Case, line: CaseLine) -> Outcomes:
    """Pay the row of the family that the burnt percent fits; a higher one is never given."""
    found = [burnt_percent(case, table) for table in tables(case)]
    percents = [percent for percent in found if percent is not None]
    if not percents:
        if any(worth_more(case, line, price_of_line_as(case, line, code)) for code in _lower_rows(case, line)):
            yield Ask(facts=(REGIONS, PERCENT))
        return
    best = max((_fit(case, line, percent) for percent in percents), key=lambda fit: _payable(line.amount, fit))
    if best.row is not None and best.price is not None:
        fits = Step("درصد سوختگی", f"{number(written_quantity(max(percents)))}٪، کد {code_text(best.row.code)}")
        alone = best.price.insurer_only_rial if best.price.rial < line.amount else 0
        steps = (fits, *best.price.steps, before_rule(line))
        yield Reduce(facts=(REGIONS, PERCENT), to=best.price.rial, insurer_only=alone, steps=steps)


@line_rule("SUR-SKN-04c", Phase.PRICE, RANGES)
def age_of_the_row(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the birth date where the two tables would pay differently; cite the clause where one of them bit."""
    percents = {table: burnt_percent(case, table) for table in (ADULT, CHILD)}
    payable = {t: _payable(line.claimed, _fit(case, line, p)) for t, p in percents.items() if p is not None}
    if len(set(payable.values())) <= 1:
        return
    if len(tables(case)) > 1:
        yield Ask(facts=(BORN,))
    elif "SUR-SKN-04a" in case.lowered_in(line, Phase.PRICE):
        yield cited(line, BORN)


def units_payable(case: Case, line: CaseLine, table: str) -> int | None:
    """Return the units that the burnt area or percent is worth, a begun one in full; None where nothing tells it."""
    area, unit = line.fact(AREA), Fraction(line.attribute(UNIT))
    if table == ADULT and isinstance(area, (int, Decimal)):
        return ceil(Fraction(area) / Fraction(case.figure("burn_area_of_one_percent")) / unit)
    percent = burnt_percent(case, table)
    return None if percent is None else ceil(percent / unit)


@line_rule("SUR-SKN-04b", Phase.QUANTITY, UNITS)
def units_of_the_burn(case: Case, line: CaseLine) -> Outcomes:
    """Keep the units that the burnt surface is worth; one unit hangs on nothing.

    A surface without a birth date tells an adult's units alone: then SUR-SKN-04c asks for that date first.
    """
    if line.quantity <= 1:
        return
    counted = [units_payable(case, line, table) for table in tables(case)]
    known = [count for count in counted if count is not None]
    if not known:
        yield Ask(facts=_unread(case, line))
    elif len(known) == len(counted):
        yield from at_most(line, max(known), REGIONS, PERCENT, AREA)


def _unread(case: Case, line: CaseLine) -> tuple[str, ...]:
    answers: dict[str, Answer] = {REGIONS: case.fact(REGIONS), PERCENT: case.fact(PERCENT)}
    if ADULT in tables(case):
        answers[AREA] = line.fact(AREA)
    return tuple(fact for fact, answer in answers.items() if answer is UNKNOWN)


@line_rule("SUR-SKN-04c", Phase.QUANTITY, UNITS)
def age_of_the_units(case: Case, line: CaseLine) -> Outcomes:
    """Ask for the birth date where the two tables would keep other units; cite the clause where units have gone."""
    claimed = Fraction(line.line.quantity)
    units = [units_payable(case, line, table) for table in (ADULT, CHILD)]
    kept = {None if count is None else min(claimed, Fraction(count)) for count in units}
    if len(tables(case)) > 1:
        if len(kept) > 1 and claimed > 1:
            yield Ask(facts=(BORN,))
    elif len(kept - {None}) > 1 and "SUR-SKN-04b" in case.lowered_in(line, Phase.QUANTITY):
        yield cited(line, BORN)
