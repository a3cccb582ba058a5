"""Item 5 and table 1: services that are payable on a condition, and what the desk shows beside single codes."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.lines import own_lines
from app.rules.outcomes import Outcomes, demand, refuse
from app.rules.physicians.scope import line_rule
from app.rules.registry import Phase, Place, on, remark, silent

DRUG, COSMETIC, ORDERED = "oral_chemo_drug", "cosmetic", "ordered_by_physician"

CODES_WITH_LIMITS = {"100050", "100100", "100215", "100225", "204625", "901290", "901540"}
CODES_WITH_REPORT = {"900255", "900270", "900300", "900710", "900771"}
GLASSES_FITTING = {"900375", "900380"}
OTOACOUSTIC_EMISSION = "900505"


@line_rule("PHY-05", Phase.COVER, on(attributes={"drug_only"}))
def oral_chemotherapy(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse oral chemotherapy for any drug but the one that its row names."""
    drug, allowed = line.fact(DRUG), line.attribute("drug_only")
    if allowed:
        yield from demand(drug if drug is UNKNOWN else drug == allowed, DRUG)


@line_rule("PHY-20", Phase.COVER, on(attributes={"cosmetic_star"}))
def cosmetic_use(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service done for beauty where its row says that it counts as starred then; ask on its own line."""
    answer = case.fact(COSMETIC)
    if line.attribute("cosmetic_star") and (answer is not UNKNOWN or not own_lines(case, line)):
        yield from refuse(answer, COSMETIC)


@line_rule("PHY-26", Phase.COVER, on(attributes={"needs_order"}))
def paraspinal_muscles(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse what is payable only if the treating physician asked for it, and he did not."""
    if line.attribute("needs_order"):
        yield from demand(line.fact(ORDERED), ORDERED)


remark("PHY-35", Place.LINE, on(codes=CODES_WITH_LIMITS))
remark("PHY-37", Place.LINE, on(codes=GLASSES_FITTING))
remark("PHY-38", Place.LINE, on(codes=CODES_WITH_REPORT))
remark("PHY-40", Place.LINE, on(codes={OTOACOUSTIC_EMISSION}))
silent("carried out by the pricing of the pack's relative values and GEN-15e", "PHY-39")
