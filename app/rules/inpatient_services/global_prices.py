"""Article 22, items 1, 2, 10 and 11: the price of a global line, and the clauses that are cited for it (GLO)."""

from collections.abc import Collection
from dataclasses import replace

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.cited import cited, cited_beside_price, is_lowered
from app.rules.inpatient_services.global_additions import ADDED, Addition, additions_of, steps_of, with_additions
from app.rules.inpatient_services.global_tariff import GRADE, Tariff, is_limited_surgery, tariff_of
from app.rules.inpatient_services.terms import GLOBAL, book_codes, is_birth_by_midwife
from app.rules.modifiers.terms import FULL_TIME
from app.rules.outcomes import Ask, Outcomes
from app.rules.pricing import Price, price_of_code, price_of_line, pricer
from app.rules.registry import Phase, line_rule, on, silent

GLOBALS = on(sections={GLOBAL})
BY_MIDWIFE = "SUR-OBS-04"
NO_K = "ضریب K حرفه‌ای، فنی یا بیهوشی در روز خدمت در بسته‌های مرجع نیست"
NO_STAY = "سهم هتلینگ سرجمع گلوبال در بسته‌های مرجع نیست"


@pricer(sections={GLOBAL})
def price_of_global_line(case: Case, line: CaseLine) -> Price | None:
    """Price a global operation by the grade's sum and what its modifiers add; a midwife's birth by its book code.

    A grade that nobody knows is taken as the best. The whole sum is no professional part that 90 or 95 would raise.
    """
    if is_birth_by_midwife(line):
        codes = book_codes(line)
        one = price_of_code(case, line, codes[0]) if codes else None
        return replace(one, under=BY_MIDWIFE).times(line.quantity) if one else None
    tariff = _tariff(case, line)
    return with_additions(tariff.best, additions_of(case, line)).times(line.quantity) if tariff else None


def _tariff(case: Case, line: CaseLine) -> Tariff | None:
    return tariff_of(case, line.service, line.day) if line.service and not is_birth_by_midwife(line) else None


@line_rule("GLO-01", Phase.PRICE, GLOBALS)
def sum_of_grade(case: Case, line: CaseLine) -> Outcomes:
    """Pay the sum of the hospital's grade: cited beside the price rule that cut the line to it.

    An unknown grade is asked for where the claim is above what the lowest grade would be paid.
    """
    tariff, price = _tariff(case, line), price_of_line(case, line)
    if tariff is None or price is None or is_limited_surgery(case):
        return
    lowest = Price(price.exact - (tariff.best.exact - tariff.lowest.exact) * line.quantity)
    if line.amount > lowest.rial:
        yield Ask(facts=(GRADE,))
    yield from cited_beside_price(case, line, steps=price.steps)


@line_rule("GLO-02b", Phase.PRICE, GLOBALS)
def sum_without_stay(case: Case, line: CaseLine) -> Outcomes:
    """Take the stay out of the sum of a limited surgery centre; what it is must stand in the packs."""
    tariff, price = _tariff(case, line), price_of_line(case, line)
    if tariff is None or price is None or not is_limited_surgery(case):
        return
    if tariff.stay_unknown:
        yield Ask(needs=NO_STAY)
    yield from cited_beside_price(case, line, steps=price.steps)


@line_rule("GLO-10a", Phase.PRICE, GLOBALS)
def modifiers_added(case: Case, line: CaseLine) -> Outcomes:
    """Add what 39, 63, 85 and 95 are worth where they hold; every other modifier adds nothing."""
    yield from _added(case, line, [modifier for modifier in line.line.modifiers if modifier != FULL_TIME])


@line_rule("GLO-11", Phase.PRICE, GLOBALS)
def second_k(case: Case, line: CaseLine) -> Outcomes:
    """Add the second K of full-time surgeon, anesthetist and newborn's physician, the insurer's alone."""
    yield from _added(case, line, [modifier for modifier in line.line.modifiers if modifier == FULL_TIME])


def _added(case: Case, line: CaseLine, modifiers: Collection[str]) -> Outcomes:
    """Judge the additions of some modifiers that the line reports; what they are reckoned from must be in the packs."""
    price = price_of_line(case, line)
    if not modifiers or price is None or _tariff(case, line) is None:
        return
    additions = [addition for addition in additions_of(case, line) if addition.modifier in modifiers]
    if not additions and not ADDED.isdisjoint(modifiers):
        yield Ask(needs=NO_K)
    yield from _judged(case, line, price, additions)


def _judged(case: Case, line: CaseLine, price: Price, additions: list[Addition]) -> Outcomes:
    """Ask for what decides an addition that the claim holds, and cite the clauses where the line was cut."""
    for addition in additions:
        without = Price(price.exact - addition.rial * line.quantity)
        for verdict in addition.said:
            if verdict.holds is UNKNOWN and addition.holds and line.amount > without.rial:
                yield Ask(facts=verdict.facts)
            elif verdict.holds is False and not addition.holds and is_lowered(case, line):
                yield cited(line, *verdict.facts, under=verdict.rule)
    facts = (fact for one in additions if not one.holds for verdict in one.said for fact in verdict.facts)
    yield from cited_beside_price(case, line, *dict.fromkeys(facts), steps=steps_of(additions))


silent("carried out by GLO-01 and GLO-08, which act in every sector and in reimbursement too", "GLO-02a")
