"""Section ب, items 1, 11 and 13: scans of one request that together are paid at most as the scan that holds them."""

from collections.abc import Iterator

from app.domain.facts import UNKNOWN, any_true
from app.domain.persian import number
from app.rules.case import Case, CaseLine, units
from app.rules.imaging.exclusions import ABDOMEN, BOTH_BREASTS, COMPLETE_WOMANS_PELVIS, ONE_BREAST
from app.rules.outcomes import Ask, Outcomes
from app.rules.pricing import price_of_code
from app.rules.registry import Phase, on, rule
from app.rules.tariffs import capped, over_cap

ORGANS = on(groups={"abdominal_organ_sonography"})
ORDERED_COMPLETE = "complete_pelvis_ordered"
COUNTED_FROM = 2
"""Units of a request from which SON-01c and SON-13c look at them together."""


@rule("SON-01c", Phase.PRICE, on(attributes={"pelvic"}), late=True)
def limited_scans_for_complete_order(case: Case) -> Outcomes:
    """Pay several limited pelvic scans together as one complete scan, where the complete pelvis was ordered.

    Not known of any of them, and not denied of all: the lines that the cap would cut are asked about, nothing is cut.
    """
    for request in case.requests():
        pelvis = [line for line in request if line.attribute("pelvic") == "limited"]
        complete = any(line.attribute("pelvic") == "complete" for line in request)
        if complete or units(pelvis) < COUNTED_FROM:
            continue
        ordered = any_true(*(line.fact(ORDERED_COMPLETE) for line in pelvis))
        if ordered is True:
            yield from capped(case, pelvis, COMPLETE_WOMANS_PELVIS, ORDERED_COMPLETE)
        elif ordered is UNKNOWN:
            yield from _ask_order(case, pelvis)


def _ask_order(case: Case, pelvis: list[CaseLine]) -> Outcomes:
    cap = price_of_code(case, pelvis[0], COMPLETE_WOMANS_PELVIS)
    open_lines = [line for line in pelvis if line.fact(ORDERED_COMPLETE) is UNKNOWN]
    if cap is None:
        yield from (Ask(line, (ORDERED_COMPLETE,)) for line in open_lines)
        return
    numbers = "، ".join(number(line.no) for line in open_lines)
    for line, _left in over_cap(pelvis, cap.rial):
        if line in open_lines:
            yield Ask(line, (ORDERED_COMPLETE,))
        else:
            yield Ask(line, needs=f"روشن نیست که در دستور ردیف {numbers} سونوگرافی کامل لگن خواسته شده باشد")


@rule("SON-11c", Phase.PRICE, ORGANS, late=True)
def all_organs_are_the_abdomen(case: Case) -> Outcomes:
    """Pay all five abdominal organs of a request together as one abdominal scan."""
    for lines, all_five in _organ_requests(case):
        if all_five:
            yield from capped(case, lines, ABDOMEN)


@rule("SON-11d", Phase.PRICE, ORGANS, late=True)
def organs_at_most_the_abdomen(case: Case) -> Outcomes:
    """Pay some abdominal organs of a request together at most as the abdominal scan."""
    for lines, all_five in _organ_requests(case):
        if not all_five and len(lines) > 1:
            yield from capped(case, lines, ABDOMEN)


def _organ_requests(case: Case) -> Iterator[tuple[list[CaseLine], bool]]:
    """Yield the organ lines of each request without an abdominal scan, and whether they are all five organs."""
    for request in case.requests():
        lines = [line for line in request if line.group == "abdominal_organ_sonography"]
        if lines and not any(line.code == ABDOMEN for line in request):
            yield lines, set(case.figure("abdominal_organs")) <= {line.attribute("organ") for line in lines}


@rule("SON-13c", Phase.PRICE, on(codes={ONE_BREAST}), late=True)
def both_breasts(case: Case) -> Outcomes:
    """Pay two or more units of one breast in a request together as both breasts."""
    for request in case.requests():
        lines = [line for line in request if line.code == ONE_BREAST]
        if units(lines) >= COUNTED_FROM:
            yield from capped(case, lines, BOTH_BREASTS)
