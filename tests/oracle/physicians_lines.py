"""Physicians, phases 3 and 4: services that exclude each other, visits beside them, and codes that count once."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.days import age
from tests.oracle.paper import STAYS, Entry, Paper, Request
from tests.oracle.physicians_papers import is_service, physicians
from tests.oracle.sayings import Says, ask, reduce, reject, stay_open
from tests.oracle.turns import in_turn

in_turn("PHY-21 PHY-23 PHY-24 PHY-27 PHY-25 PHY-36 PHY-28 PHY-06 PHY-32 PHY-34 PHY-07 PHY-13 PHY-08 PHY-22")
PART_OF_ANOTHER = frozenset({"surgery", "service", "recording", "chemotherapy"})


def session(phase: int, rule_id: str) -> Callable[[Callable[[Request], Iterator[Says]]], None]:
    """A rule that looks at the lines of one day."""

    def enter(function: Callable[[Request], Iterator[Says]]) -> None:
        def found(paper: Paper) -> Iterator[Says]:
            for request in paper.requests():
                yield from function(request)

        physicians(phase, rule_id)(found)

    return enter


def dearest(request: Request, entries: list[Entry]) -> Entry:
    """The line with the highest price of one unit; of equals the lowest number."""
    return min(entries, key=lambda entry: (-(request.price(entry.code, entry) or 0), entry.no))


@physicians(3, "PHY-21")
def beside_these_codes(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        if any(other.code in entry.attributes.get("not_with", []) for other in paper.alive()):
            yield reject(entry.no)


@session(3, "PHY-23")
def complete_electrodiagnosis(request: Request) -> Iterator[Says]:
    complete = request.alive(group="emg_ncv", sole_code=True)
    for entry in request.alive() if complete else []:
        if is_service(request, entry) and entry.code and entry is not dearest(request, complete):
            yield reject(entry.no)


@session(3, "PHY-24")
def perimetry(request: Request) -> Iterator[Says]:
    fields = [entry for entry in request.alive(sole_code=True) if entry.group != "emg_ncv"]
    for entry in request.alive():
        holding = [field for field in fields if field is not entry]
        included = any(entry.code in field.attributes.get("includes", []) for field in holding)
        if holding and (entry.section in {"drug", "supply"} or included):
            yield reject(entry.no)
        elif holding and entry.code and is_service(request, entry):
            yield from part_of_another(entry)


def part_of_another(entry: Entry) -> Iterator[Says]:
    """Payable where it was done for itself, else a part of what stands beside it."""
    independent = entry.fact("independent_procedure")
    if independent is None:
        yield ask(entry.no)
    elif not independent:
        yield reject(entry.no)


@session(3, "PHY-27")
def contained(request: Request) -> Iterator[Says]:
    for entry in request.alive():
        if any(entry.code in other.attributes.get("includes", []) for other in request.alive()):
            yield reject(entry.no)


def beside(request: Request, entry: Entry) -> bool:
    """Whether this is a service beside which a separate procedure may be a part."""
    if request.kind in STAYS:
        return bool(entry.code) and entry.section in PART_OF_ANOTHER
    return is_service(request, entry)


@session(3, "PHY-25")
def separate_procedure(request: Request) -> Iterator[Says]:
    for entry in request.alive(separate_procedure=True):
        if any(beside(request, other) for other in request.alive() if other is not entry):
            yield from part_of_another(entry)


@physicians(3, "PHY-36")
def film_of_its_angiography(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        groups = entry.attributes.get("not_with_groups", [])
        if any(other.group in groups for other in paper.alive() if other is not entry):
            yield reject(entry.no)


@session(3, "PHY-28")
def further_without_first(request: Request) -> Iterator[Says]:
    for entry in request.alive():
        wanted = entry.attributes.get("add_on_to")
        if wanted is not None and not request.alive(*wanted):
            yield reject(entry.no)


@session(3, "PHY-06")
def corn(request: Request) -> Iterator[Says]:
    for entry in request.alive(may_be_corn=True):
        price = request.price("100085", entry)
        lesion = entry.fact("lesion")
        if lesion != "other" and price is not None:
            lower = reject(entry.no) if request.alive(corn_code=True) else reduce(entry.no, half_up(price))
            yield lower if lesion == "corn" else ask(entry.no, lower)


@physicians(3, "PHY-32")
def not_an_infant(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        below, birth = entry.attributes.get("age_variant_below"), paper.patient.get("birth_date")
        price = paper.price(entry.attributes.get("age_variant_else"), entry)
        if below is not None and price is not None and (birth is None or age(birth, entry.day) >= below):
            lower = reduce(entry.no, half_up(price * entry.units))
            yield ask(entry.no, lower) if birth is None else lower


@session(3, "PHY-34")
def with_imaging(request: Request) -> Iterator[Says]:
    if any(entry.section == "imaging" for entry in request.alive()):
        yield from (stay_open(entry.no) for entry in request.alive(no_guidance=True))


def units_kept(paper: Paper, entry: Entry, units: int) -> Says:
    """So many units, and no more rials than their tariff; of a visit of unknown rank the highest."""
    tariff = paper.payable(entry, Fraction(units))
    if tariff is None and entry.section == "visit" and not entry.code:
        fees = [paper.visit_fee(level, entry) for level in ("gp", "specialist", "subspecialist")]
        tariff = half_up(max(fee for fee in fees if fee is not None) * units)
    return Says(entry.no, "reduce", units=Fraction(units), after=tariff)


def at_most(rule_id: str, units: Callable[[Entry], int | None]) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        for entry in paper.alive():
            most = units(entry)
            if most is not None and entry.units > most:
                yield units_kept(paper, entry, most)

    physicians(4, rule_id)(found)


at_most("PHY-07a", lambda entry: 1 if entry.group == "echo" else None)
at_most("PHY-13a", lambda entry: 1 if entry.section == "visit" else None)
at_most("PHY-23a", lambda entry: 1 if entry.has("sole_code") else None)
at_most("PHY-30", lambda entry: most if (most := entry.attributes.get("max_qty", 0)) > 1 else None)


@session(4, "PHY-29")
def once_a_session(request: Request) -> Iterator[Says]:
    met = set()
    for entry in request.alive(max_qty=1):
        if entry.code in met:
            yield Says(entry.no, "reduce", units=Fraction())
        elif entry.units > 1:
            yield units_kept(request, entry, 1)
        met.add(entry.code)


@physicians(4, "PHY-31")
def recording(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        per, hours = entry.attributes.get("per_hours"), entry.fact("recording_hours")
        if per is not None and entry.units > 1:
            whole = 1 if hours is None else max(int(Fraction(str(hours)) / per), 1)
            if hours is None:
                yield ask(entry.no, units_kept(paper, entry, whole))
            elif entry.units > whole:
                yield units_kept(paper, entry, whole)
