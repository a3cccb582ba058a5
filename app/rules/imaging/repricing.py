"""Services that have the price of another code, always or where the order asked for less than was billed."""

from dataclasses import dataclass
from fractions import Fraction

from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import rials
from app.rules.case import Case, CaseLine
from app.rules.imaging.exclusions import ABDOMEN
from app.rules.imaging.terms import is_ct
from app.rules.lines import with_attribute
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import Price, price_of_code
from app.rules.registry import LinePick, Phase, line_rule, on
from app.rules.tariffs import before_rule, priced_as, priced_as_unless

LIMITED_PELVIS, TECHNETIUM_THYROID_SCAN = "701630", "704725"


@dataclass(frozen=True, slots=True)
class OtherPrice:
    """Under this rule, the lines picked are paid at most by the code that an attribute of their row names."""

    rule: str
    lines: LinePick
    named_by: str = "priced_as"

    def paid(self, case: Case, line: CaseLine) -> Outcomes:
        """Pay the line by the other code; the row has no price of its own."""
        code = line.attribute(self.named_by)
        if code is not None:
            yield from priced_as(case, line, code)


OTHER_PRICES = (
    OtherPrice("RAD-02", with_attribute("dental_film", "bitewing")),
    OtherPrice("RAD-05", with_attribute("priced_as", "700245")),
    OtherPrice("RAD-08", with_attribute("digital", value=True)),
    OtherPrice("SON-02a", with_attribute("priced_as", "701715")),
    OtherPrice("SON-12", with_attribute("priced_as", "701580")),
    OtherPrice("SON-16n", with_attribute("priced_as", "701870")),
    OtherPrice("CT-09", with_attribute("priced_as", "703035")),
    OtherPrice("CT-11a", with_attribute("cap_as", "702875"), named_by="cap_as"),
    OtherPrice("MRI-05a", with_attribute("mr_mammography", "dynamic")),
    OtherPrice("NUC-01e", with_attribute("priced_as", TECHNETIUM_THYROID_SCAN)),
)
for other in OTHER_PRICES:
    line_rule(other.rule, Phase.PRICE, on(where=other.lines))(other.paid)


@line_rule("SON-01a", Phase.PRICE, on(where=with_attribute("pelvic", "complete")))
def limited_pelvis_ordered(case: Case, line: CaseLine) -> Outcomes:
    """Pay a complete pelvis as a limited one where one part alone was ordered."""
    extent = line.fact("pelvic_extent")
    complete = UNKNOWN if extent is UNKNOWN else extent == "complete"
    yield from priced_as_unless(case, line, LIMITED_PELVIS, complete, "pelvic_extent")


@line_rule("CT-01b", Phase.PRICE, on(attributes={"non_spiral_code"}, where=is_ct))
def spiral_not_ordered(case: Case, line: CaseLine) -> Outcomes:
    """Pay a spiral CT as the ordinary one of the region where the order does not say spiral."""
    code = line.attribute("non_spiral_code")
    yield from priced_as_unless(case, line, code, line.fact("spiral_ordered"), "spiral_ordered")


@line_rule("NUC-01f", Phase.PRICE, on(where=with_attribute("radionuclide", "iodine131")))
def iodine_not_ordered(case: Case, line: CaseLine) -> Outcomes:
    """Pay a thyroid scan with iodine as one with technetium where the order names no isotope."""
    if line.group == "thyroid_scan":
        yield from priced_as_unless(case, line, TECHNETIUM_THYROID_SCAN, line.fact("isotope_named"), "isotope_named")


@line_rule("SON-11a", Phase.PRICE, on(codes={ABDOMEN}))
def some_organs_ordered(case: Case, line: CaseLine) -> Outcomes:
    """Pay a whole abdomen as the organs that were ordered, at most as the abdomen itself.

    An order of 'abdomen' without organs, or of all five, is the whole abdomen. An unknown or empty order is asked for
    where the cheapest single organ would be worth less than what stands.
    """
    ordered = line.fact("organs_ordered")
    if not isinstance(ordered, tuple) or not ordered:
        least = [price.exact * line.quantity for price in _organ_prices(case, line).values()]
        if not least or line.amount > round_half_up(min(least)):
            yield Ask(line, ("organs_ordered",))
    elif "whole_abdomen" not in ordered and not set(case.figure("abdominal_organs")) <= set(ordered):
        prices = _organ_prices(case, line)
        yield from _sum_of_organs(case, line, [prices.get(str(organ)) for organ in dict.fromkeys(ordered)])


def _sum_of_organs(case: Case, line: CaseLine, wanted: list[Price | None]) -> Outcomes:
    priced = [price for price in wanted if price]
    abdomen = price_of_code(case, line, ABDOMEN)
    if len(priced) < len(wanted):
        yield Ask(line, needs="دست‌کم یکی از احشای درخواست‌شده در روز خدمت در بسته‌های مرجع بها ندارد")
        return
    total = sum((price.exact for price in priced), Fraction(0))
    steps = [Step("جمع بهای احشای درخواست‌شده", " + ".join(rials(p.rial) for p in priced), round_half_up(total))]
    if abdomen and abdomen.exact < total:
        total = abdomen.exact
        steps.append(Step("حداکثر، بهای سونوگرافی شکم", "", abdomen.rial))
    price = Price(total, tuple(steps)).times(line.quantity)
    yield Reduce(line, ("organs_ordered",), to=price.rial, steps=(*price.steps, before_rule(line)))


def _organ_prices(case: Case, line: CaseLine) -> dict[str, Price]:
    """Return the price of one scan of each abdominal organ that the packs hold on the line's day."""
    prices: dict[str, Price] = {}
    for service in case.services_of_group("abdominal_organ_sonography", line.day):
        price = price_of_code(case, line, service.code)
        if price is not None:
            prices.setdefault(service.attributes.get("organ", ""), price)
    return prices
