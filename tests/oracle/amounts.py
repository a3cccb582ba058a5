"""Phase 4 of the imaging part, how many units are paid, and the caps over several lines that close phase 5."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from tests.oracle.pairs import each
from tests.oracle.paper import Entry, Paper, Request
from tests.oracle.sayings import Says, ask, keep, reduce, stay_open
from tests.oracle.table import rule

UPPER = ["13", "23", "12 11 21 22", "18 17 16", "26 27 28", "15 14", "24 25"]
LOWER = ["43", "33", "42 41 31 32", "48 47 46", "36 37 38", "45 44", "34 35"]
BITEWING = ["18 17 16 48 47 46", "26 27 28 36 37 38", "15 14 45 44", "24 25 34 35"]
PERMANENT_OF_MILK = {"5": "1", "6": "2", "7": "3", "8": "4"}


def tooth_group(tooth: str, groups: list[str]) -> str:
    """The group of teeth that one film shows; a tooth of no group stands for itself."""
    permanent = PERMANENT_OF_MILK.get(tooth[0], tooth[0]) + tooth[1]
    return next((group for group in groups if permanent in group.split()), permanent)


def films(rule_id: str, kind: str, groups: list[str]) -> None:
    def found(request: Request) -> Iterator[Says]:
        lines = request.alive(dental_film=kind)
        single = sum(entry.units for entry in lines) <= 1
        shown: list[str] = []
        for entry in lines:
            teeth = entry.fact("teeth")
            if teeth is None:
                yield from [] if single else [stay_open(entry.no)]
                continue
            brought = [
                group for group in dict.fromkeys(tooth_group(tooth, groups) for tooth in teeth) if group not in shown
            ]
            kept = brought[: int(entry.units)]
            shown += kept
            yield keep(entry.no, Fraction(len(brought)))

    each(4, rule_id)(found)


films("RAD-03", "periapical", UPPER + LOWER)
films("RAD-04", "bitewing", BITEWING)


def at_most(lines: list[Entry], units: Fraction) -> Iterator[Says]:
    """Units kept in the order of the lines until so many are reached."""
    for entry in lines:
        kept = min(entry.units, units)
        units -= kept
        yield keep(entry.no, kept)


def one_unit(lines: list[Entry]) -> Iterator[Says]:
    """One unit, on the first line; where that has less than one, the rest of it on the next."""
    yield from at_most(lines, Fraction(1))


@each(4, "RAD-10")
def ercp_films(request: Request) -> Iterator[Says]:
    yield from at_most(request.alive("700305"), Fraction(4))


@each(4, "SON-06")
def nuchal_scans(request: Request) -> Iterator[Says]:
    yield from one_unit(request.alive("701730"))


@each(4, "SON-07b")
def extra_fetuses(request: Request) -> Iterator[Says]:
    lines, fetuses = request.alive("701735"), request.fact("fetus_count")
    if fetuses is not None:
        yield from at_most(lines, max(Fraction(str(fetuses)) - 1, Fraction()))
    else:
        yield from (ask(entry.no, keep(entry.no, Fraction())) for entry in lines)


@each(4, "SON-16i")
def transcranial_once(request: Request) -> Iterator[Says]:
    yield from one_unit(request.alive("701865"))


@each(4, "CT-07")
def spine_once(request: Request) -> Iterator[Says]:
    for region in ("cervical", "thoracic", "lumbar"):
        yield from one_unit(request.alive(spiral=True, spine_region=region))


@each(4, "MRI-04b")
def junction_once(request: Request) -> Iterator[Says]:
    lines = [entry for entry in request.alive() if "junction" in entry.attributes]
    for code in sorted({str(entry.code) for entry in lines}):
        yield from one_unit([entry for entry in lines if entry.code == code])


def capped(request: Request, lines: list[Entry], code: str) -> dict[int, int]:
    """What a cap leaves of each line: the excess comes off the last line first."""
    price = request.price(code, lines[0]) if lines else None
    excess = sum(entry.amount for entry in lines) - int(price) if price is not None else 0
    left = {}
    for entry in sorted(lines, key=lambda entry: -entry.no):
        cut = min(max(excess, 0), entry.amount)
        left[entry.no] = entry.amount - cut
        excess -= cut
    return left


def cap(rule_id: str, code: str, lines: Callable[[Request], list[Entry]]) -> None:
    @each(5, rule_id)
    def found(request: Request) -> Iterator[Says]:
        for no, amount in capped(request, lines(request), code).items():
            yield reduce(no, amount)


@each(5, "SON-01c")
def limited_pelvis_scans(request: Request) -> Iterator[Says]:
    lines = request.alive(pelvic="limited")
    if request.alive(pelvic="complete") or sum(entry.units for entry in lines) < 2:
        return
    ordered = [entry.fact("complete_pelvis_ordered") for entry in lines]
    for no, amount in capped(request, lines, "701611").items():
        if True in ordered:
            yield reduce(no, amount)
        elif None in ordered:
            yield ask(no, reduce(no, amount))


@rule(5, "SON-05a")
def nuchal_with_malformation(paper: Paper) -> Iterator[Says]:
    weeks = paper.fact("gestational_weeks")
    for request in paper.requests():
        nuchal, whole = request.alive("701730"), request.alive("701725")
        if not nuchal or not whole or (weeks is not None and float(weeks) >= 14):
            continue
        lines = [entry for entry in request.alive() if entry in nuchal + whole]
        left = capped(request, lines, "701731")
        for entry in lines:
            later = 0 if entry in nuchal else entry.amount
            if weeks is None and later != left[entry.no]:
                yield Says(entry.no, "query", rule="SON-05b")
        for no, amount in left.items():
            yield reduce(no, amount)


def organ_lines(request: Request, *, five: bool) -> list[Entry]:
    lines = [entry for entry in request.alive() if entry.group == "abdominal_organ_sonography"]
    all_five = len({entry.attributes.get("organ") for entry in lines}) == 5
    return lines if not request.alive("701555") and len(lines) > 1 and all_five == five else []


def double_breasts(request: Request) -> list[Entry]:
    lines = request.alive("701540")
    return lines if sum(entry.units for entry in lines) >= 2 else []


cap("SON-11c", "701555", lambda request: organ_lines(request, five=True))
cap("SON-11d", "701555", lambda request: organ_lines(request, five=False))
cap("SON-13c", "701545", double_breasts)
