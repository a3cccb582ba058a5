"""Item 15 and 25 to 27: what a line is paid, and codes and fees that the reference packs do not hold.

Always the public-sector tariff, whatever the centre's sector; what a private centre claims above it is the patient's
(GEN-27a) and is deducted here.
"""

from app.domain.findings import Step
from app.domain.persian import code_text
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Ask, Outcomes, Reduce
from app.rules.pricing import price_of_line
from app.rules.registry import EVERY_INSURER, Phase, line_rule, silent

PRICED_BY_ANOTHER_CODE = ("priced_as", "cap_as")


@line_rule("GEN-15e", Phase.PRICE, insurers=EVERY_INSURER)
def above_tariff(case: Case, line: CaseLine) -> Outcomes:
    """Pay min(claimed, tariff) of what earlier phases left of the quantity; below the tariff the claim stands."""
    price = price_of_line(case, line)
    if price is not None:
        claimed = Step("مبلغ درخواستی پیش از این بند", "", line.amount)
        yield Reduce(steps=(*price.steps, claimed), to=price.rial, insurer_only=0)


@line_rule("GEN-25", Phase.PRICE, insurers=EVERY_INSURER)
def code_without_price(case: Case, line: CaseLine) -> Outcomes:
    """Ask about a code that no pack holds on the day, or whose row has no price; approved stays as claimed."""
    if line.code is None or any(line.attribute(name) for name in PRICED_BY_ANOTHER_CODE):
        return
    if line.service is None:
        yield Ask(needs=f"کد {code_text(line.code)} در روز خدمت در هیچ بسته مرجعی نیست")
    elif price_of_line(case, line) is None:
        yield Ask(needs=f"برای کد {code_text(line.code)} در روز خدمت بهایی در بسته‌های مرجع نیست")


silent("carried out by GEN-15e, which always takes the public-sector K and fees", "GEN-27a")
