"""Peripheral angiography beside coronary angiography, and how many of a physician's keep their professional part."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.judge import up_to
from tests.oracle.paper import STAYS, Paper
from tests.oracle.sayings import Says, reduce
from tests.oracle.svc_prices import technical
from tests.oracle.svc_terms import beside as stand_together
from tests.oracle.svc_terms import of_groups
from tests.oracle.table import rule

HALF = Fraction(1, 2)
SHARE_OF_PERIPHERAL = Fraction(3, 10)


@rule(5, "SUR-CVS-06a")
def peripheral_beside_coronary(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "peripheral_angiography"):
        price = paper.price(entry.code, entry)
        coronary = of_groups(paper, "coronary_angiography")
        if price is not None and any(stand_together(entry, other) for other in coronary):
            yield reduce(entry.no, half_up(price * HALF * entry.units))


@rule(5, "SUR-CVS-06b")
def share_of_peripheral(paper: Paper) -> Iterator[Says]:
    cases: Counter[str | None] = Counter()
    beside_them: dict[str | None, list[tuple[str, int, int]]] = {}
    for index, claim in enumerate(paper.file["claims"]):
        peripheral = of_groups(paper, "peripheral_angiography")
        if not peripheral or claim["kind"] not in STAYS or not has_angiography(paper, index):
            continue
        stay = paper if index == paper.index else up_to("SUR-CVS-06b", paper, index)
        coronary = of_groups(stay, "coronary_angiography")
        cases.update(entry.performer.get("id") for entry in coronary)
        for entry in of_groups(stay, "peripheral_angiography"):
            own = [other.performer.get("id") for other in coronary if stand_together(entry, other)]
            if own:
                beside_them.setdefault(own[0], []).append((entry.day, index, entry.no))
    for physician, places in beside_them.items():
        allowed = max(1, int(SHARE_OF_PERIPHERAL * cases[physician]))
        beyond = {no for _, index, no in sorted(places)[allowed:] if index == paper.index}
        for entry in of_groups(paper, "peripheral_angiography"):
            if entry.no in beyond and "rvu" in (entry.row or {}):
                yield reduce(entry.no, half_up(HALF * technical(paper, entry) * entry.units))


def has_angiography(paper: Paper, index: int) -> bool:
    entries = Paper(paper.file, index, paper.books).entries
    return any(entry.group in {"coronary_angiography", "peripheral_angiography"} for entry in entries)
