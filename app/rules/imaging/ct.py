"""Section پ, items 3 and 5 to 8: the scanner, what a CT already holds, and the simulator."""

from decimal import Decimal
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.imaging.terms import is_ct, same_side
from app.rules.lines import beside, keep_units, with_attribute
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject, demand, refuse
from app.rules.pricing import Price, price_of_line, price_of_line_as, surcharge
from app.rules.registry import Phase, line_rule, on, rule
from app.rules.tariffs import before_rule

SIMULATOR, EQUIPPED = "ct_simulator", "ct_simulator_equipped"
OTHER_KINDS_OF_CT = ("ct_kind", "hrct", "min_slices")
is_three_dimensional = with_attribute("ct_kind", "three_d")


def is_ordinary_ct(line: CaseLine) -> bool:
    """Pick a CT, with or without contrast, that is none of the special kinds."""
    return line.group == "ct" and not any(line.attribute(name) for name in OTHER_KINDS_OF_CT)


@line_rule("CT-03", Phase.COVER, on(attributes={"min_slices"}))
def multislice_scanner(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what needs a multislice scanner where the centre's scanner has fewer slices than the row asks."""
    slices = case.fact("ct_slices")
    enough = slices >= line.attribute("min_slices") if isinstance(slices, (int, Decimal)) else UNKNOWN
    yield from demand(enough, "ct_slices")


@line_rule("CT-05a", Phase.EXCLUSION, on(where=is_ordinary_ct))
def ordinary_beside_three_dimensional(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the ordinary CT beside the three-dimensional one of the same region and side."""
    if _beside_three_dimensional(case, line):
        yield Reject()


@line_rule("CT-05b", Phase.EXCLUSION, on(where=with_attribute("ct_kind", "reconstruction")))
def reconstruction_beside_three_dimensional(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the reconstruction beside the three-dimensional CT of the same region and side."""
    if _beside_three_dimensional(case, line):
        yield Reject()


def _beside_three_dimensional(case: Case, line: CaseLine) -> bool:
    region = line.attribute("region")
    scans = [other for other in beside(case, line, is_three_dimensional) if other.attribute("region") == region]
    return region is not None and any(same_side(line, scan) is not False for scan in scans)


@line_rule("CT-06", Phase.EXCLUSION, on(where=with_attribute("bone_window", value=True)))
def bone_window_of_trauma(case: Case, line: CaseLine) -> Outcomes:
    """Refuse bone-window films beside a CT of a trauma patient; without a CT nothing is asked."""
    if beside(case, line, is_ct):
        yield from refuse(case.fact("trauma_patient"), "trauma_patient")


@rule("CT-07", Phase.QUANTITY, on(attributes={"spine_region"}))
def spiral_spine_once_a_region(case: Case) -> Outcomes:
    """Keep one unit of spiral CT for each of the three regions of the spine, however many vertebrae were asked."""
    for request in case.requests():
        spiral = [line for line in request if line.attribute("spiral") is True]
        for region in case.figure("spiral_spine_regions"):
            yield from keep_units((line for line in spiral if line.attribute("spine_region") == region), 1)


def _may_have_simulator(case: Case, line: CaseLine) -> bool:
    """Tell whether the simulator comes into question: its fact is given, or the patient has a malignancy."""
    return is_ct(line) and (line.fact(SIMULATOR) is not UNKNOWN or "malignancy" in case.claim.patient.conditions)


def _denied(*answers: Answer) -> bool:
    return any(answer is False for answer in answers)


@surcharge("CT-08")
def simulator_addition(case: Case, line: CaseLine, price: Price) -> Price:
    """Raise the price of a CT by the percent for the simulator, unless its use or its presence is denied."""
    if not _may_have_simulator(case, line) or _denied(line.fact(SIMULATOR), case.fact(EQUIPPED)):
        return price
    percent = case.figure("ct_simulator_addition")
    raised = round_half_up(price.exact * _factor(case))
    step = Step("با CT-Simulator", f"{rials(price.rial)} × (۱ + {number(percent)}٪)", raised)
    return price.raised(_factor(case), step)


@line_rule("CT-08", Phase.PRICE, on(where=is_ct), ahead_of="GEN-15e")
def ct_simulator(case: Case, line: CaseLine) -> Outcomes:
    """Take back the addition of a centre without a simulator; ask where more than the plain price hangs on it.

    The addition itself is in the price (above), so that only what exceeds it is cut, under GEN-15e.
    """
    used, equipped, price = line.fact(SIMULATOR), case.fact(EQUIPPED), _worth(case, line)
    if not _may_have_simulator(case, line) or price is None:
        return
    if used is True and equipped is False:
        yield Reduce(line, (SIMULATOR, EQUIPPED), to=price.rial, steps=(*price.steps, before_rule(line)))
    elif not _denied(used, equipped) and line.amount > round_half_up(price.exact / _factor(case)):
        unknown = tuple(name for name, answer in ((SIMULATOR, used), (EQUIPPED, equipped)) if answer is UNKNOWN)
        if unknown:
            yield Ask(line, unknown)


def _worth(case: Case, line: CaseLine) -> Price | None:
    """Return the price of a CT line, by the other code where its row names one."""
    code = line.attribute("priced_as") or line.attribute("cap_as")
    return price_of_line_as(case, line, code) if code else price_of_line(case, line)


def _factor(case: Case) -> Fraction:
    return 1 + Fraction(case.figure("ct_simulator_addition")) / 100
