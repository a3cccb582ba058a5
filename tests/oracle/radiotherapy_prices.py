"""Radiotherapy, phase 5: imaging of the simulator, energy and complexity of fields, the surcharge, the device."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.paper import Entry, Paper
from tests.oracle.radiotherapy_course import (
    COBALT,
    HDR,
    LINAC,
    SHIELD,
    of,
    of_course,
)
from tests.oracle.radiotherapy_tariff import REPORTED, on_a_simulator, simulator_image, surcharged
from tests.oracle.sayings import Says, ask, reduce
from tests.oracle.table import rule

TENTH = Fraction(1, 10)
MEDIUM = Fraction(7, 10)
CODES = {
    "A": {"simple": "705330", "complex": "705405"},
    "B": {"simple": "705410", "complex": "705420"},
    "C": {"simple": "705415", "complex": "705425"},
    None: {"simple": "705430", "complex": "705435"},
}


@rule(5, "RT-05d")
def without_radiologist(paper: Paper) -> Iterator[Says]:
    officer = paper.office_fact("radiologist_officer")
    images = [entry for entry in paper.alive() if simulator_image(paper, entry)]
    for entry in images if not officer else []:
        assert entry.row is not None
        technical = Fraction(str(entry.row.get("rvu", {}).get("technical", 0)))
        price = technical * paper.books.k("technical", entry.day) * on_a_simulator(paper, entry)
        lower = reduce(entry.no, half_up(price * entry.units))
        yield ask(entry.no, lower) if officer is None else lower


@dataclass
class Field:
    """A field line as far as the rules have corrected it."""

    paper: Paper
    entry: Entry
    energy: str | None
    complexity: str
    surcharge: Fraction

    @property
    def linac(self) -> bool:
        return self.entry.group == LINAC

    def price(self) -> Says:
        price = self.paper.price(CODES[self.energy][self.complexity], self.entry) or Fraction()
        return reduce(self.entry.no, half_up(price * (1 + self.surcharge) * self.entry.units))


Answer = Callable[[Field], bool | None]
Change = Callable[[Field], None]


def fields(paper: Paper) -> list[Field]:
    found = []
    for entry in of(paper, LINAC, COBALT):
        linac = entry.group == LINAC
        energy = entry.attributes["energy_group"] if linac else None
        surcharge = REPORTED - 1 if surcharged(entry) else Fraction()
        found.append(Field(paper, entry, energy, entry.attributes["complexity"], surcharge))
    return found


def right_energy(field: Field) -> str | None:
    """The energy group by the field's own energy; None where nobody read it."""
    told = field.entry.fact("field_energy_mv")
    if told is None:
        return None
    energy = Fraction(str(told))
    return "A" if energy <= 8 else "B" if energy <= 15 else "C"


def too_high(field: Field) -> bool | None:
    told = field.entry.fact("field_energy_mv")
    if not field.linac or field.entry.has("energy_group", "A") or (told is not None and told <= 0):
        return False
    right = right_energy(field)
    return None if right is None else right < field.entry.attributes["energy_group"]


def lower_energy(field: Field) -> None:
    field.energy = right_energy(field) or "A"


def unstated(field: Field) -> bool:
    told = field.entry.fact("field_energy_mv")
    return field.linac and not field.entry.has("energy_group", "A") and told is not None and told <= 0


def simple_indeed(field: Field) -> bool | None:
    shaping, zero = field.entry.fact("field_shaping"), field.entry.fact("head_angle_zero")
    if not field.entry.has("complexity", "complex") or shaping or zero is False:
        return False
    return None if None in {shaping, zero} else True


def make_simple(field: Field) -> None:
    field.complexity = "simple"


def shield_paid(field: Field) -> bool | None:
    """Whether a shield of the course takes the multileaf's tenth."""
    paid = of_course(field.paper, SHIELD)
    if not field.surcharge or paid == [] or field.paper.office_fact("linac_mlc") is False:
        return False
    return None if paid is None else True


def devices(field: Field, there: bool | None) -> list[str]:
    """The devices of number 88 that the accelerator lacks, or of which nobody knows."""
    names = ("linac_mlc", "linac_portal") if surcharged(field.entry) and field.linac else ()
    return [name for name in names if field.paper.office_fact(name) is there]


CHAIN: tuple[tuple[str, Answer, Change], ...] = (
    ("RT-13b", too_high, lower_energy),
    ("RT-13c", unstated, lower_energy),
    ("RT-13d", simple_indeed, make_simple),
)
"""What each rule says of a field, and what it makes of it; each takes up the field as the rules before it left it."""


def put_right(paper: Paper, place: int = len(CHAIN)) -> list[Field]:
    """The fields as the certain answers to some rules leave them."""
    found = fields(paper)
    for field in found:
        for _, answer, change in CHAIN[:place]:
            if answer(field):
                change(field)
    return found


def finally_paid(field: Field) -> Field:
    """A field after all that is certain; what an open question takes shows only behind the rules that follow it."""
    for _, answer, change in CHAIN:
        if answer(field):
            change(field)
    lacking = len(devices(field, there=False)) + bool(shield_paid(field))
    return replace(field, surcharge=field.surcharge - TENTH * lacking if field.linac else Fraction())


def corrected(place: int) -> None:
    rule_id, answer, change = CHAIN[place]

    @rule(5, rule_id)
    def found(paper: Paper) -> Iterator[Says]:
        for field in put_right(paper, place):
            bad = answer(field)
            if bad is not False:
                change(field)
                yield field.price() if bad else ask(field.entry.no, finally_paid(field).price())


for _place in range(len(CHAIN)):
    corrected(_place)


@rule(5, "RT-13f")
def devices_of_the_accelerator(paper: Paper) -> Iterator[Says]:
    """The tenths of what is not there; then, under RT-09c, the multileaf's where a shield was paid."""
    for field in [field for field in put_right(paper) if field.linac and field.surcharge]:
        shield, unknown = shield_paid(field), devices(field, there=None)
        field.surcharge -= TENTH * len(devices(field, there=False))
        yield field.price()
        if shield:
            field.surcharge -= TENTH
            unknown = [name for name in unknown if name != "linac_mlc"]
            yield replace(field.price(), rule="RT-09c")
        elif shield is None:
            worse = replace(field, surcharge=field.surcharge - TENTH)
            yield replace(ask(field.entry.no, worse.price()), rule="RT-09c")
        if unknown:
            yield ask(field.entry.no, replace(field, surcharge=field.surcharge - TENTH * len(unknown)).price())


@rule(5, "RT-13g")
def surcharge_elsewhere(paper: Paper) -> Iterator[Says]:
    for field in put_right(paper):
        if surcharged(field.entry) and not field.linac:
            yield replace(field, surcharge=Fraction()).price()
    for entry in paper.alive():
        price = paper.price(entry.code, entry)
        if surcharged(entry) and entry.group not in {LINAC, COBALT} and price is not None:
            yield reduce(entry.no, half_up(price * entry.units * on_a_simulator(paper, entry)))


@rule(5, "RT-22b")
def other_device(paper: Paper) -> Iterator[Says]:
    for entry in of(paper, HDR):
        device = entry.fact("brachy_device")
        lower = reduce(entry.no, half_up((paper.price(entry.code, entry) or 0) * MEDIUM * entry.units))
        if device != "hdr":
            yield ask(entry.no, lower) if device is None else lower
