"""Section ت: who orders an MRI, and what counts as one region."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer, all_true
from app.rules.case import Case, CaseLine, units
from app.rules.imaging.orders import is_subspecialist, rank_facts, specialist_ordered, unknown_facts
from app.rules.imaging.terms import ask_side, is_mri, same_side
from app.rules.lines import beside, keep_units
from app.rules.outcomes import Ask, Outcomes, Refer, Reject, demand
from app.rules.persons import one_of
from app.rules.pricing import price_of_code, unit_price
from app.rules.registry import Phase, line_rule, on, rule

MRI = on(groups={"mri"})
APPROVED, EMERGENCY, DESCRIBED = "insurer_approved", "emergency_or_trauma", "illness_described"
ORDERED, REPORTED = "separately_ordered", "separately_reported"
SIDED_REGIONS = frozenset({"ankle"})
"""General regions of MRI-02 of which a patient has two; the brain meets its special regions whatever side is told."""
Together = Callable[[CaseLine, CaseLine], Answer]


def _of_named_field(case: Case) -> Answer:
    return one_of(case.prescriber.specialty, case.figure("mri_specialties"))


@line_rule("MRI-01a", Phase.COVER, MRI)
def specialist_orders_mri(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an MRI that no specialist ordered; other fields than the named ones are MRI-01b's."""
    yield from demand(specialist_ordered(case), *rank_facts(case), line=line)


@line_rule("MRI-01b", Phase.COVER, MRI)
def mri_of_own_field(case: Case, line: CaseLine) -> Outcomes:
    """Refuse an MRI that a specialist of another field ordered outside his own field."""
    if case.prescriber.qualification is None or specialist_ordered(case) is False:
        return
    if _of_named_field(case) is not True and is_subspecialist(case) is False:
        yield from demand(line.fact("specialty_relevant"), "specialty_relevant", line=line)


def _double_region(case: Case, line: CaseLine) -> bool:
    """Tell whether a special region of the line's own general region stands beside it, not surely on another side."""
    region = line.attribute("region")
    specials = {special for general, special in case.figure("mri_double_regions") if general == region}
    partners = beside(case, line, lambda other: is_mri(other) and other.attribute("region") in specials)
    return any(region not in SIDED_REGIONS or same_side(line, partner) is not False for partner in partners)


@line_rule("MRI-02a", Phase.EXCLUSION, MRI)
def focus_on_special_region(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the general region where the order only focussed on a special region inside it.

    Without a report of its own MRI-02b refuses it whatever was ordered: then nobody is asked for the order.
    """
    matters = line.fact(ORDERED) is not UNKNOWN or line.fact(REPORTED) is not False
    if matters and _double_region(case, line):
        yield from demand(line.fact(ORDERED), ORDERED)


@line_rule("MRI-02b", Phase.EXCLUSION, MRI)
def double_region_done_separately(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the general region that was not done and reported separately, unless MRI-02a refuses it already.

    The report is asked for only where it was ordered separately; where it is known to be missing, it refuses at once.
    """
    ordered, reported = line.fact(ORDERED), line.fact(REPORTED)
    if (ordered is True or (ordered is UNKNOWN and reported is False)) and _double_region(case, line):
        yield from demand(reported, REPORTED)


@rule("MRI-02c", Phase.EXCLUSION)
def double_region_to_supervision(case: Case) -> Outcomes:
    """Tell the supervision office of every refusal under MRI-02b of a region that was ordered separately."""
    refused = (line for line in case.lines if case.rejected_by(line, "MRI-02b"))
    yield from (Refer(line, (ORDERED, REPORTED)) for line in refused if line.fact(ORDERED) is True)


@rule("MRI-03", Phase.EXCLUSION, MRI)
def wrist_and_hand(case: Case) -> Outcomes:
    """Pay wrist and hand of one side as one region, the dearer; a missing side is asked for at the other."""
    for lines in _requests(case):
        for regions in case.figure("mri_regions_of_one_protocol"):
            pair = [line for line in lines if line.attribute("region") in regions]
            for line, partner, together in _cheaper_ones(case, pair, "region", same_side):
                yield Reject(line, ("side",)) if together is True else ask_side(line, partner)


@rule("MRI-04a", Phase.EXCLUSION, MRI)
def junction_of_spine(case: Case) -> Outcomes:
    """Pay the two spine regions of a junction as one, the dearer, where the order names that junction."""
    asked = case.fact("junction_request")
    for lines in _requests(case):
        for junction, regions in case.figure("mri_spine_junctions").items():
            named = UNKNOWN if asked is UNKNOWN else asked == junction
            pair = [line for line in lines if line.attribute("spine_region") in regions]
            if named is not False:
                for line, _partner, _together in _cheaper_ones(case, pair, "spine_region", lambda *_: True):
                    yield Reject(line, ("junction_request",)) if named is True else Ask(line, ("junction_request",))


def _requests(case: Case) -> Iterator[list[CaseLine]]:
    for request in case.requests():
        yield [line for line in request if is_mri(line)]


def _cheaper_ones(
    case: Case, lines: Iterable[CaseLine], key: str, together: Together
) -> Iterator[tuple[CaseLine, CaseLine, Answer]]:
    """Yield each line that goes, or may go, for a line of another region that stays, with that line.

    The dearer stays, of equal fees the lower number; a line that goes takes no other with it.
    """
    staying: dict[CaseLine, Answer] = {}
    for line in sorted(lines, key=lambda line: (-_fee(case, line), line.no)):
        others = (other for other in staying if other.attribute(key) != line.attribute(key))
        found = {other: all_true(staying[other], together(line, other)) for other in others}
        partner = next((other for answer in (True, UNKNOWN) for other in found if found[other] is answer), None)
        goes = False if partner is None else found[partner]
        if partner is not None:
            yield line, partner, goes
        if goes is not True:
            staying[line] = UNKNOWN if goes is UNKNOWN else True


def _fee(case: Case, line: CaseLine) -> int:
    code = line.attribute("priced_as")
    price = price_of_code(case, line, code) if code else unit_price(case, line, line.service)
    return price.rial if price else 0


@rule("MRI-04b", Phase.QUANTITY, on(attributes={"junction"}))
def junction_once(case: Case) -> Outcomes:
    """Keep one unit of a junction row in a request."""
    for lines in _requests(case):
        for code in dict.fromkeys(line.code for line in lines if line.attribute("junction")):
            yield from keep_units((line for line in lines if line.code == code), 1)


@rule("MRI-01c", Phase.EXCLUSION, MRI)
def several_regions(case: Case) -> Outcomes:
    """Refuse a whole order of several MRI regions without the insurer's approval, but for described emergencies.

    It looks at what MRI-02 to MRI-05 left; a junction row is one region, whatever its quantity.
    """
    for lines in _requests(case):
        if _regions(lines) > 1:
            for line in lines:
                yield from _approval(case, line)


def _regions(lines: list[CaseLine]) -> Fraction:
    """Return the regions of an order in units, each junction row as one."""
    junctions = {line.code for line in lines if line.attribute("junction")}
    return len(junctions) + units(line for line in lines if line.code not in junctions)


def _approval(case: Case, line: CaseLine) -> Outcomes:
    approved, emergency, described = case.fact(APPROVED), case.fact(EMERGENCY), case.fact(DESCRIBED)
    rank = specialist_ordered(case)
    if approved is True or (emergency is True and described is True and rank is True):
        return
    no_exception = emergency is False or (emergency is True and described is False)
    if approved is False and (no_exception or rank is False):
        yield Reject(line, (APPROVED, EMERGENCY, DESCRIBED))
    else:
        asked = unknown_facts(case, APPROVED, EMERGENCY, DESCRIBED)
        yield Ask(line, asked + (rank_facts(case) if rank is UNKNOWN else ()))
