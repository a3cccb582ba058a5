"""Item 6 and table 1: services that are paid as another code, such as corns and spirometry after infancy."""

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.persian import code_text
from app.rules.case import Case, CaseLine
from app.rules.lines import beside
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject
from app.rules.physicians.scope import line_rule
from app.rules.pricing import price_of_code, price_of_line
from app.rules.registry import Phase, on
from app.rules.tariffs import before_rule, no_price, priced_as_unless

CORN, LESION = "100085", "lesion"


@line_rule("PHY-06", Phase.EXCLUSION, on(attributes={"may_be_corn"}))
def corns(case: Case, line: CaseLine) -> Outcomes:
    """Pay corns under an excision code as one unit of their own code, whatever the quantity; beside that, nothing.

    An unknown lesion is asked for only where the answer "corn" would lower the line.
    """
    lesion = line.fact(LESION)
    if not line.attribute("may_be_corn") or lesion not in {UNKNOWN, "corn"}:
        return
    paid_already = bool(beside(case, line, lambda other: bool(other.attribute("corn_code"))))
    price = price_of_code(case, line, CORN)
    if lesion is UNKNOWN:
        if paid_already or price is None or _worth(case, line) > price.rial:
            yield Ask(line, (LESION,))
    elif paid_already:
        yield Reject(line, (LESION,))
    elif price is None:
        yield Ask(line, needs=no_price(CORN))
    else:
        by = Step(f"به بهای یک واحد کد {code_text(CORN)}")
        yield Reduce(line, (LESION,), to=price.rial, steps=(by, *price.steps, before_rule(line)))


def _worth(case: Case, line: CaseLine) -> int:
    """Return what a line would be paid under its own code."""
    price = price_of_line(case, line)
    return line.amount if price is None else min(line.amount, price.rial)


@line_rule("PHY-32", Phase.EXCLUSION, on(attributes={"age_variant_below"}), ahead_of="PHY-07")
def infants_code_after_infancy(case: Case, line: CaseLine) -> Outcomes:
    """Pay the infants' code as the older patients' one from the birthday on that its row names."""
    below, other = line.attribute("age_variant_below"), line.attribute("age_variant_else")
    if below is None or other is None:
        return
    born = case.claim.patient.birth_date
    young: Answer = UNKNOWN if born is None else line.day.years_since(born) < below
    yield from priced_as_unless(case, line, other, young, "birth_date")
