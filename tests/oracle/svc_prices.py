"""Phase 5 of articles 10, 13, 14 and 17: what was really done, and by which code it is paid."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.prices import assists_at_a_fee, by_another_code, of_an_operation
from tests.oracle.sayings import Says, ask, beside, note, reduce, stay_open
from tests.oracle.svc_counts import on_a_later_day
from tests.oracle.svc_terms import every, modifiers, of_groups, of_sections
from tests.oracle.table import rule

WEIGHTS = (Fraction(1), Fraction(1, 2), Fraction(1, 4), Fraction(1, 10), Fraction(1, 20))
HALF = Fraction(1, 2)
LONG_HOURS = 8
SHARE_OF_PERIPHERAL = Fraction(3, 10)


def by_code(paper: Paper, entry: Entry, code: str | None, answer: Truth) -> Iterator[Says]:
    """Where the answer is false, the price of another code; unknown asks."""
    if answer:
        return
    price = paper.price(code, entry) if code else None
    if price is None:
        yield from [stay_open(entry.no)] if answer is False else []
        return
    lower = reduce(entry.no, half_up(price * entry.units))
    yield lower if answer is False else ask(entry.no, lower)


@rule(5, "SUR-SKN-01b")
def benign_mass(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "mass_excision"):
        kind = entry.fact("mass_kind")
        if entry.has("mass", "malignant"):
            malignant = None if kind is None else kind == "malignant"
            yield from by_code(paper, entry, entry.attributes.get("benign_code"), malignant)


@rule(5, "SUR-SKN-07")
def infants_among_the_burnt(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(child_in_title=True, burn_repair=True):
        if "63" in modifiers(entry):
            yield note(entry.no)


@rule(5, "SUR-ORT-05")
def implant_by_its_own_code(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "implant_removal"):
        if not entry.has("implant_removal", "generic"):
            continue
        removed = entry.fact("removed_implant")
        rows = specific_rows(paper, entry)
        if removed is None:
            lower = [paper.price(row["code"], entry) for row in rows]
            yield ask(entry.no, reduce(entry.no, half_up(min(price or Fraction() for price in lower) * entry.units)))
        for row in rows:
            if row["attributes"]["implant_removal"] == removed:
                yield from by_code(paper, entry, row["code"], False)


def specific_rows(paper: Paper, entry: Entry) -> list[dict[str, Any]]:
    codes = paper.books.codes_with("implant_removal")
    rows = [row for code in codes if (row := paper.books.service(code, entry.day))]
    return [row for row in rows if row.get("attributes", {}).get("implant_removal") not in {None, "generic"}]


def technical(paper: Paper, entry: Entry) -> Fraction:
    """The technical part of one unit in rials."""
    value = Fraction(str((entry.row or {})["rvu"].get("technical", 0)))
    return value * paper.books.k("technical", entry.day)


@rule(5, "SUR-DIG-01a")
def radical_tonsillectomy(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "tonsillectomy_radical"):
        shown = every(entry.fact("retromolar_removed"), entry.fact("pathology_result_attached"))
        yield from by_code(paper, entry, entry.attributes.get("simple_code"), shown)


@rule(5, "SUR-URO-03")
def several_studies(paper: Paper) -> Iterator[Says]:
    entries = [entry for entry in of_groups(paper, "urodynamic") if "rvu" in (entry.row or {})]
    for day in sorted({entry.day for entry in entries}):
        ranked = sorted((e for e in entries if e.day == day), key=lambda entry: (-professional(entry), entry.no))
        place = Fraction()
        for entry in ranked:
            weight = sum((weight_at(place + step) for step in range(int(entry.units))), Fraction())
            if entry.units % 1:
                weight += (entry.units % 1) * weight_at(place + int(entry.units))
            place += entry.units
            price = paper.price(entry.code, entry) or Fraction()
            weighed = half_up(price * weight)
            lowered = weight < entry.units and weighed >= entry.amount and weighed_down(paper, entry)
            yield beside(entry.no) if lowered else reduce(entry.no, weighed)


def professional(entry: Entry) -> Fraction:
    values = (entry.row or {})["rvu"]
    return Fraction(str(values.get("professional", values.get("total", 0))))


def weight_at(place: Fraction) -> Fraction:
    return WEIGHTS[min(int(place), len(WEIGHTS) - 1)]


by_another_code("SUR-EYE-02", "priced_as", "602020")
by_another_code("SUR-EYE-03", "priced_as", "602055")
by_another_code("SUR-EYE-04", "priced_as", "602370")
by_another_code("SUR-EYE-05", "priced_as", "602275")
by_another_code("SUR-EYE-06", "priced_as", "602375")


@rule(5, "DRG-03")
def supplies(paper: Paper) -> Iterator[Says]:
    yield from at_the_approved_rate(paper, "supply")


@rule(5, "DRG-05c")
def prostheses(paper: Paper) -> Iterator[Says]:
    yield from at_the_approved_rate(paper, "prosthesis")


def at_the_approved_rate(paper: Paper, section: str) -> Iterator[Says]:
    """Beside the general rule where the pack has the fee, otherwise by the lowest approved rate that is noted."""
    for entry in of_sections(paper, section):
        if entry.row is not None and "fee" in entry.row:
            if cut_by(paper, entry, "GEN-15e"):
                yield beside(entry.no)
        elif entry.fact("approved_unit_price") is not None and paper.price(entry.code, entry) is None:
            yield reduce(entry.no, half_up(entry.fact("approved_unit_price") * entry.units))


def cut_by(paper: Paper, entry: Entry, *rules: str) -> bool:
    return any(
        says.rule in rules and says.line == entry.no and says.effect in {"reduce", "reject"}
        for says, _, _ in paper.said
    )


@rule(5, "HIM-03a")
def not_interpreted(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        by_group = entry.group in {"mri", "ct", "ct_angiography", "ecg"}
        unread = entry.fact("interpreted_by_physician") is False
        if (by_group or entry.section == "nuclear") and unread and "rvu" in (entry.row or {}):
            left = half_up(technical(paper, entry) * entry.units)
            yield (
                beside(entry.no) if cut_by(paper, entry, "REC-01c") and entry.amount <= left else reduce(entry.no, left)
            )


@rule(5, "HIM-03b")
def exercise_test(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "exercise_test"):
        done = every(entry.fact("performer_present"), entry.fact("report_attached"))
        if not done and "rvu" in (entry.row or {}):
            lower = reduce(entry.no, half_up(technical(paper, entry) * entry.units))
            yield lower if done is False else ask(entry.no, lower)


@rule(5, "CHM-06a")
def short_infusion(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("901550"):
        hours = entry.fact("infusion_hours")
        if hours is not None or entry.fact("pump_action") != "refill":
            yield from by_code(paper, entry, "901540", None if hours is None else Fraction(str(hours)) > LONG_HOURS)


@rule(5, "CHM-07")
def refill_of_the_pump(paper: Paper) -> Iterator[Says]:
    home = paper.told("discharged_with_pump")
    for entry in paper.alive("901550"):
        price = paper.price("901565", entry)
        if price is None or not on_a_later_day(paper, entry):
            continue
        refill = reduce(entry.no, half_up(price * entry.units))
        action = entry.fact("pump_action")
        if action == "refill" or (action is None and home):
            yield refill
        if action is None and home is not False:
            yield ask(entry.no) if home else ask(entry.no, refill)


@rule(5, "AST-01")
def fifth_of_the_surgeon(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "assistant"):
        fifth = of_an_operation(paper, entry, entry.units) if assists_at_a_fee(entry) else None
        if fifth is not None and fifth < entry.amount:
            yield replace(reduce(entry.no, fifth), rule="MOD-80a")
            yield beside(entry.no)
        elif cut_by(paper, entry, "GEN-15e", "MOD-80a"):
            yield beside(entry.no)


@rule(5, "ORM-01")
def room_of_a_single_value(paper: Paper) -> Iterator[Says]:
    yield from beside_the_room(paper, three_values=False)


@rule(5, "ORM-02")
def room_of_three_values(paper: Paper) -> Iterator[Says]:
    yield from beside_the_room(paper, three_values=True)


def beside_the_room(paper: Paper, *, three_values: bool) -> Iterator[Says]:
    for entry in of_sections(paper, "operating_room"):
        values = (entry.row or {}).get("rvu")
        if values and ("technical" in values) == three_values and cut_by(paper, entry, "GEN-15e", "MOD-27a", "MOD-27b"):
            yield beside(entry.no)


@rule(5, "SUR-ORT-07")
def each_tendon(paper: Paper) -> Iterator[Says]:
    yield from beside_the_weights(paper, [e for e in of_sections(paper, "surgery") if e.has("per_each")])


@rule(5, "SUR-CVS-03a")
def pacemaker(paper: Paper) -> Iterator[Says]:
    yield from beside_the_weights(paper, of_groups(paper, "pacemaker_permanent", "pacemaker_temporary"))


def beside_the_weights(paper: Paper, entries: list[Entry]) -> Iterator[Says]:
    for entry in entries:
        if weighed_down(paper, entry):
            yield beside(entry.no)


def weighed_down(paper: Paper, entry: Entry) -> bool:
    """Whether modifier 51 took something from a line."""
    return any(
        says.rule.startswith("MOD-51") and says.line == entry.no and says.effect == "reduce" for says, *_ in paper.said
    )
