"""Item 15 and 25 to 27: what a line is paid, and codes and fees that the reference packs do not hold.

Always the public-sector tariff, whatever the centre's sector; what a private centre claims above it is the patient's
(GEN-27a) and is deducted here.
"""

from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import code_text, rials
from app.rules.case import Case, CaseLine
from app.rules.general.terms import VISIT_SECTION
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import (
    GENERAL_VISIT_FEE_KEY,
    VISIT_FEE_KEYS,
    Price,
    is_left_to_rules,
    price_of_code,
    price_of_line,
    unit_price,
    visit_fee_key,
)
from app.rules.registry import EVERY_INSURER, Phase, line_rule, silent

PRICED_BY_ANOTHER_CODE = ("priced_as", "cap_as")
TITLE = "title_complete"
NO_FAMILY = "عنوان این خدمت کامل نیست و در بسته‌های مرجع نیامده است که کدام خدمت‌ها می‌تواند باشد"


@line_rule("GEN-15e", Phase.PRICE, insurers=EVERY_INSURER)
def above_tariff(case: Case, line: CaseLine) -> Outcomes:
    """Pay min(claimed, tariff) of what earlier phases left of the quantity; below the tariff the claim stands.

    A visit without a code has the fee of the physician's qualification: where that is unknown and decides, the highest
    fee holds until it is answered. Where the handbook prices a kind of line by a clause of its own (the operating room,
    anesthesia), that clause is cited.
    """
    price = None if is_left_to_rules(case, line) else price_of_line(case, line)
    if price is not None:
        claimed = Step("مبلغ درخواستی پیش از این بند", "", line.amount)
        cited = price.under if price.under and case.is_under(price.under) else None
        steps = (*price.steps, claimed)
        yield Reduce(steps=steps, to=price.rial, insurer_only=price.insurer_only_rial, under=cited)
    elif _is_plain_visit(case, line) and visit_fee_key(case, line) is None:
        yield from _visit_of_unknown_rank(case, line)


def _is_plain_visit(case: Case, line: CaseLine) -> bool:
    return line.section == VISIT_SECTION and line.code is None and not case.is_stay


def _visit_of_unknown_rank(case: Case, line: CaseLine) -> Outcomes:
    keys = sorted({*VISIT_FEE_KEYS.values(), GENERAL_VISIT_FEE_KEY})
    fees = sorted(fee.rial for fee in (case.fee(key, line.day) for key in keys) if fee)
    if not fees:
        return
    lowest, highest = (Price(Fraction(fee)).times(line.quantity).rial for fee in (fees[0], fees[-1]))
    if line.amount > lowest:
        yield Ask(facts=("performer.qualification" if line.performer else "prescriber.qualification",))
    yield Reduce(steps=(Step("بیشترین تعرفه ویزیت", "", highest),), to=highest)


@line_rule("GEN-25", Phase.PRICE, insurers=EVERY_INSURER)
def code_without_price(case: Case, line: CaseLine) -> Outcomes:
    """Ask about a code that no pack holds on the day, or whose row has no price; approved stays as claimed.

    A line whose own price waits for a fact (the times of an anesthesia) has a row with a price all the same.
    """
    if line.code is None or any(line.attribute(name) for name in PRICED_BY_ANOTHER_CODE):
        return
    if is_left_to_rules(case, line):
        return
    if line.service is None:
        yield Ask(needs=f"کد {code_text(line.code)} در روز خدمت در هیچ بسته مرجعی نیست")
    elif price_of_line(case, line) is None and unit_price(case, line, line.service) is None:
        yield Ask(needs=f"برای کد {code_text(line.code)} در روز خدمت بهایی در بسته‌های مرجع نیست")


@line_rule("GEN-26", Phase.PRICE)
def incomplete_title(case: Case, line: CaseLine) -> Outcomes:
    """Pay an incomplete title as the cheapest service that it may mean.

    A title that nobody looked at is asked for only where a cheaper service of the family stands in the packs, an
    incomplete one whose family is unknown always. A code in no pack is GEN-25's question.
    """
    complete = line.fact(TITLE)
    if complete is True or (line.code is not None and line.service is None):
        return
    cheapest = cheapest_of_family(case, line)
    if cheapest is None:
        if complete is False:
            yield Ask(needs=NO_FAMILY)
    elif complete is False:
        lowest = Step("کمترین تعرفه این عنوان", f"در برابر {rials(line.amount)}", cheapest.rial)
        yield Reduce(facts=(TITLE,), steps=(*cheapest.steps, lowest), to=cheapest.rial)
    elif complete is UNKNOWN and cheapest.rial < line.amount:
        yield Ask(facts=(TITLE,))


def cheapest_of_family(case: Case, line: CaseLine) -> Price | None:
    """Return the lowest price, for the line's quantity, of the services that its incomplete title may mean."""
    family = line.attribute("title_family")
    if family is None:
        return None
    codes = [service.code for service in case.services_of_family(family, line.day)]
    prices = [price for price in (price_of_code(case, line, code) for code in codes) if price]
    return min(prices, key=lambda price: price.exact).times(line.quantity) if prices else None


silent("carried out by GEN-15e, which always takes the public-sector K and fees", "GEN-27a")
silent("carried out by the dated look-ups of the reference packs, whose latest row counts", "GEN-25a")
silent("carried out by the shares of a claim", "GEN-27")
