"""Section ب, items 5 to 7: nuchal scans, malformation scans and several fetuses."""

from decimal import Decimal
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine, units
from app.rules.imaging.exclusions import MALFORMATION, NUCHAL, NUCHAL_WITH_MALFORMATION, PREGNANCY
from app.rules.lines import beside, keep_units, with_code
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject
from app.rules.pricing import Price, price_of_code, written_quantity
from app.rules.registry import Phase, line_rule, on, rule
from app.rules.tariffs import before_rule, capped, no_price, over_cap, priced_as_unless

FURTHER_FETUS = "701735"
WEEKS, FETUSES = "gestational_weeks", "fetus_count"
NUCHAL_SCANS = on(codes={NUCHAL})


def in_first_trimester(case: Case) -> Answer:
    """Tell whether the completed weeks of pregnancy are those of the first trimester."""
    weeks = case.fact(WEEKS)
    return weeks < case.figure("first_trimester_end") if isinstance(weeks, (int, Decimal)) else UNKNOWN


def _pairs(case: Case) -> list[list[CaseLine]]:
    """Return, of each request that holds both, the lines of the nuchal and the malformation scan."""
    found = [[line for line in request if line.code in {NUCHAL, MALFORMATION}] for request in case.requests()]
    return [lines for lines in found if {line.code for line in lines} == {NUCHAL, MALFORMATION}]


@rule("SON-05a", Phase.PRICE, NUCHAL_SCANS, late=True)
def both_scans_in_first_trimester(case: Case) -> Outcomes:
    """Pay both scans together as the one code that means both; so also while the weeks are unknown (SON-05b asks)."""
    if in_first_trimester(case) is not False:
        for lines in _pairs(case):
            yield from capped(case, lines, NUCHAL_WITH_MALFORMATION, WEEKS)


@line_rule("SON-05b", Phase.EXCLUSION, NUCHAL_SCANS)
def nuchal_scan_after_first_trimester(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the nuchal scan beside a malformation scan after the first trimester."""
    if in_first_trimester(case) is False and beside(case, line, with_code(MALFORMATION)):
        yield Reject(line, (WEEKS,))


@rule("SON-05b", Phase.PRICE, NUCHAL_SCANS, late=True, ahead_of="SON-05a")
def trimester_of_both_scans(case: Case) -> Outcomes:
    """Ask for the weeks on every line that would be worth something else after the first trimester.

    Then the nuchal scan is nothing and the malformation scan stands whole; in the first trimester SON-05a caps both.
    """
    if in_first_trimester(case) is not UNKNOWN:
        return
    for lines in _pairs(case):
        cap = price_of_code(case, lines[0], NUCHAL_WITH_MALFORMATION)
        left = dict(over_cap(lines, cap.rial)) if cap else {}
        for line in lines:
            later = 0 if line.code == NUCHAL else line.amount
            if left.get(line, line.amount) != later:
                yield Ask(line, (WEEKS,))


@line_rule("SON-05d", Phase.PRICE, on(codes={NUCHAL_WITH_MALFORMATION}), ahead_of="GEN-15e")
def double_scan_after_first_trimester(case: Case, line: CaseLine) -> Outcomes:
    """Pay the double scan as a malformation scan after the first trimester; the whole cut is cited here."""
    yield from priced_as_unless(case, line, MALFORMATION, in_first_trimester(case), WEEKS)


@rule("SON-06", Phase.QUANTITY, NUCHAL_SCANS)
def nuchal_scan_once(case: Case) -> Outcomes:
    """Keep one unit of the nuchal scan in a request: NT with NB is one scan, of twins too."""
    for request in case.requests():
        yield from keep_units(filter(with_code(NUCHAL), request), 1)


@rule("SON-07b", Phase.QUANTITY, on(codes={FURTHER_FETUS}))
def further_fetuses(case: Case) -> Outcomes:
    """Keep as many units of a further fetus as there are fetuses after the first."""
    fetuses = _fetuses(case)
    for request in case.requests():
        lines = [line for line in request if line.code == FURTHER_FETUS]
        if fetuses is None:
            yield from (Ask(line, (FETUSES,)) for line in lines)
        else:
            yield from keep_units(lines, max(Fraction(0), fetuses - 1))


@rule("SON-07a", Phase.PRICE, on(codes={PREGNANCY}))
def pregnancy_scans_of_several_fetuses(case: Case) -> Outcomes:
    """Pay one pregnancy scan of a request whole and one for each further fetus as a further fetus, no more.

    Fetuses that are billed under their own code are used up first. While the number of fetuses is unknown every further
    unit is paid as one, and asked about.
    """
    for request in case.requests():
        scans = [line for line in request if line.code == PREGNANCY]
        if units(scans) > 1:
            billed = units(line for line in request if line.code == FURTHER_FETUS)
            yield from _scans_of_request(case, sorted(scans, key=lambda line: line.no), billed)


def _scans_of_request(case: Case, scans: list[CaseLine], billed: Fraction) -> Outcomes:
    first, further = (price_of_code(case, scans[0], code) for code in (PREGNANCY, FURTHER_FETUS))
    fetuses = _fetuses(case)
    firsts_left = Fraction(1)
    further_left = units(scans) if fetuses is None else max(Fraction(0), fetuses - 1 - billed)
    for line in scans:
        firsts = min(firsts_left, line.quantity)
        furthers = min(further_left, line.quantity - firsts)
        firsts_left, further_left = firsts_left - firsts, further_left - furthers
        if firsts == line.quantity or first is None:
            continue
        if furthers and further is None:
            yield Ask(line, needs=no_price(FURTHER_FETUS))
            continue
        yield from _worth_of_scans(line, (first, firsts), (further or first, furthers), asked=fetuses is None)


def _worth_of_scans(
    line: CaseLine, first: tuple[Price, Fraction], further: tuple[Price, Fraction], *, asked: bool
) -> Outcomes:
    """Pay a line its first and further units; ask for the fetuses where an amount hangs on the further ones."""
    whole = first[0].exact * first[1]
    worth = round_half_up(whole + further[0].exact * further[1])
    caption = "بهای قل اول و قل‌های بعدی"
    expression = " + ".join(
        f"{rials(price.rial)} × {number(written_quantity(count))}" for price, count in (first, further) if count
    )
    yield Reduce(line, (FETUSES,), to=worth, steps=(Step(caption, expression, worth), before_rule(line)))
    if asked and min(line.amount, worth) > round_half_up(whole):
        yield Ask(line, (FETUSES,))


def _fetuses(case: Case) -> Fraction | None:
    """Return the number of fetuses, None where it is unknown."""
    count = case.fact(FETUSES)
    return Fraction(count) if isinstance(count, (int, Decimal)) else None
