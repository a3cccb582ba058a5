"""The terms of the imaging rules: kinds of scans and sides of the body."""

from app.domain.facts import UNKNOWN, Answer
from app.domain.persian import number
from app.rules.case import CaseLine
from app.rules.lines import with_group
from app.rules.outcomes import Ask

BOTH_SIDES = "both"

is_ct = with_group("ct", "ct_angiography")
is_mri = with_group("mri")


def same_side(one: CaseLine, other: CaseLine) -> Answer:
    """Tell whether two lines concern a common side; unknown unless both bear the fact `side`."""
    first, second = one.fact("side"), other.fact("side")
    if first is UNKNOWN or second is UNKNOWN:
        return UNKNOWN
    return first == second or BOTH_SIDES in (first, second)


def ask_side(line: CaseLine, partner: CaseLine) -> Ask:
    """Return the question for the side of a line, or what is missing where only the line beside it bears none."""
    if line.fact("side") is UNKNOWN:
        return Ask(line, ("side",))
    return Ask(line, needs=f"سمت خدمت ردیف {number(partner.no)} نوشته نشده است")
