"""Phase 5: the public tariff, rows without a price, incomplete titles, and prices by another code."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.dental_prices import dental_line, dental_price, priced_by
from tests.oracle.mod_down import as_reported, priced_here
from tests.oracle.paper import OUTPATIENT, Entry, Paper
from tests.oracle.radiotherapy_tariff import on_a_simulator, reported
from tests.oracle.sayings import Says, ask, reduce, reject, stay_open
from tests.oracle.svc_global_sum import of_a_midwife
from tests.oracle.svc_global_sum import payable as global_sum
from tests.oracle.table import concerns, rule

SIMULATOR = Fraction(5, 4)
FIRST_TRIMESTER = 14
CT_GROUPS = {"ct", "ct_angiography"}


def simulated(paper: Paper, entry: Entry) -> bool | None:
    """CT-08: whether the line is worth a quarter more; None where that is not known."""
    used, equipped = entry.fact("ct_simulator"), paper.office_fact("ct_simulator_equipped")
    looked_at = used is not None or "malignancy" in paper.patient.get("conditions", [])
    if entry.group not in CT_GROUPS or not looked_at or not concerns("CT-08", paper) or False in (used, equipped):
        return False
    return None if None in (used, equipped) else True


def worth(paper: Paper, entry: Entry, price: Fraction) -> int:
    """So many units at this price, with the simulator's addition where it is not denied."""
    return half_up(price * entry.units * (1 if simulated(paper, entry) is False else SIMULATOR))


def own_price(paper: Paper, entry: Entry) -> int | None:
    """The tariff of a line at its best, for the units left; None where it is priced by another code or by none."""
    price = paper.price(entry.code, entry)
    if priced_elsewhere(entry):
        return None
    if entry.section == "global" or assists_at_a_fee(entry):
        under_another_rule = assists_at_a_fee(entry) and concerns("MOD-80a", paper)
        return None if under_another_rule else of_an_operation(paper, entry, entry.units)
    if dental_line(paper, entry):
        return None if priced_by(paper, entry) else dental_price(paper, entry, entry.units)
    if price is None:
        return paper.payable(entry, entry.units)
    if priced_here(paper, entry):
        return as_reported(paper, entry)
    return worth(paper, entry, price * reported(paper, entry) * on_a_simulator(paper, entry))


def assists_at_a_fee(entry: Entry) -> bool:
    """An assistant at an operation of a fixed fee has a fifth of it."""
    return entry.section == "assistant" and "fee" in (entry.row or {})


def of_an_operation(paper: Paper, entry: Entry, units: Fraction) -> int | None:
    """So many units of a global sum, or of the assistant of an operation of a fixed fee."""
    if entry.section == "global":
        return global_sum(paper, entry, units)
    return half_up((paper.price(entry.code, entry) or Fraction()) * units / 5)


def priced_elsewhere(entry: Entry) -> bool:
    return "priced_as" in entry.attributes or "cap_as" in entry.attributes


@rule(5, "GEN-15e")
def tariff(paper: Paper) -> Iterator[Says]:
    weeks = paper.fact("gestational_weeks")
    for entry in paper.alive():
        unequipped = entry.fact("ct_simulator") and paper.office_fact("ct_simulator_equipped") is False
        elsewhere = unequipped and entry.group in CT_GROUPS and concerns("CT-08", paper)
        late_pair = entry.code == "701731" and weeks is not None and Fraction(str(weeks)) >= FIRST_TRIMESTER
        payable = None if late_pair and concerns("SON-05d", paper) else own_price(paper, entry)
        if payable is not None and not elsewhere:
            yield reduce(entry.no, payable)


@rule(5, "GEN-15e")
def visit_of_unknown_level(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        visitor = entry.performer or paper.prescriber
        if (
            entry.code is None
            and entry.section == "visit"
            and paper.kind in OUTPATIENT
            and not visitor.get("qualification")
        ):
            fees = [paper.visit_fee(level, entry) for level in ("gp", "specialist", "subspecialist")]
            prices = [half_up(fee * entry.units) for fee in fees if fee is not None]
            yield reduce(entry.no, max(prices))
            yield ask(entry.no, reduce(entry.no, min(prices)))


@rule(5, "GEN-15f")
def price_not_written(paper: Paper) -> Iterator[Says]:
    total = (paper.claim.get("written") or {}).get("total")
    for entry in paper.alive():
        if entry.fact("price_written") is False:
            payable = [full_price(paper, other) for other in paper.entries]
            unpriced = any(
                amount is None and not other.gone for other, amount in zip(paper.entries, payable, strict=True)
            )
            if total is None or unpriced:
                yield ask(entry.no)
            elif total != sum(amount or 0 for amount in payable):
                yield reject(entry.no)


def full_price(paper: Paper, entry: Entry) -> int | None:
    """The tariff of all that was claimed on a line, by its own row or by the one that prices it."""
    if dental_line(paper, entry):
        return dental_price(paper, entry, entry.quantity)
    if entry.section == "global" or assists_at_a_fee(entry):
        return of_an_operation(paper, entry, entry.quantity)
    code = entry.attributes.get("priced_as") or entry.attributes.get("cap_as")
    price = paper.price(code, entry) if code else None
    return half_up(price * entry.quantity) if price is not None else paper.payable(entry, entry.quantity)


@rule(5, "GEN-25")
def not_in_the_packs(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        own = global_sum(paper, entry) if entry.section == "global" else paper.price(entry.code, entry)
        elsewhere = priced_elsewhere(entry) or of_a_midwife(entry)
        if entry.code is not None and not elsewhere and own is None:
            yield stay_open(entry.no)


@rule(5, "GEN-26")
def incomplete_title(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        complete, family = entry.fact("title_complete"), entry.attributes.get("title_family")
        if complete or (entry.code is not None and entry.row is None):
            continue
        if family is None:
            if complete is False:
                yield stay_open(entry.no)
            continue
        rows = paper.books.rows_with("title_family", family, entry.day)
        prices = [price for row in rows if (price := paper.price(row["code"], entry)) is not None]
        lowest = reduce(entry.no, half_up(min(prices) * entry.units))
        yield lowest if complete is False else ask(entry.no, lowest)


def by_another_code(rule_id: str, attribute: str, target: str | None, **marks: Any) -> None:
    """A price by another code: the rule that names the pair cites the cut."""

    def found(paper: Paper) -> Iterator[Says]:
        for entry in paper.alive(**marks):
            code = entry.attributes.get(attribute)
            if code is not None and target in {None, code}:
                price = paper.price(code, entry)
                if price is not None:
                    yield reduce(entry.no, worth(paper, entry, price))

    rule(5, rule_id)(found)


def by_named_code(paper: Paper, entry: Entry, code: str, answer: bool | None) -> Iterator[Says]:
    """A price by another code that hangs on a fact: false takes it, unknown asks."""
    price = paper.price(code, entry)
    if price is not None and not answer:
        lower = reduce(entry.no, worth(paper, entry, price))
        yield lower if answer is False else ask(entry.no, lower)


by_another_code("RAD-02", "priced_as", None, dental_film="bitewing")
by_another_code("RAD-05", "priced_as", "700245")
by_another_code("RAD-08", "priced_as", None, digital=True)


@rule(5, "SON-01a")
def limited_pelvis(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(pelvic="complete"):
        extent = entry.fact("pelvic_extent")
        yield from by_named_code(paper, entry, "701630", None if extent is None else extent != "limited")


by_another_code("SON-02a", "priced_as", "701715")


@rule(5, "SON-05d")
def combined_scan_late(paper: Paper) -> Iterator[Says]:
    weeks = paper.fact("gestational_weeks")
    for entry in paper.alive("701731"):
        yield from by_named_code(
            paper, entry, "701725", None if weeks is None else Fraction(str(weeks)) < FIRST_TRIMESTER
        )


@rule(5, "SON-07a")
def further_fetuses(paper: Paper) -> Iterator[Says]:
    fetuses = paper.fact("fetus_count")
    for request in paper.requests():
        entries = request.alive("701715")
        if sum(entry.units for entry in entries) <= 1:
            continue
        further = sum(entry.units for entry in request.alive("701735"))
        free = None if fetuses is None else max(Fraction(str(fetuses)) - 1 - further, Fraction())
        first = Fraction(1)
        for entry in entries:
            own = min(first, entry.units)
            rest = entry.units - own
            first -= own
            paid = rest if free is None else min(rest, free)
            free = None if free is None else free - paid
            single = own * (request.price("701715", entry) or 0)
            extra = request.price("701735", entry) or Fraction()
            if rest and free is None:
                yield ask(entry.no, reduce(entry.no, half_up(single)))
            yield reduce(entry.no, half_up(single + paid * extra))


@rule(5, "SON-11a")
def organs_of_the_abdomen(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive("701555"):
        ordered = set(entry.fact("organs_ordered") or [])
        prices = {
            row["attributes"]["organ"]: paper.price(row["code"], entry) or Fraction()
            for row in (
                paper.books.service(code, entry.day) for code in {r["code"] for r in paper.books.rows["services"]}
            )
            if row and row.get("group") == "abdominal_organ_sonography"
        }
        if "whole_abdomen" in ordered or len(ordered) == 5:
            continue
        whole = paper.price("701555", entry) or Fraction()
        worth = (
            sum((prices[organ] for organ in ordered), Fraction()) if ordered else min(prices.values(), default=whole)
        )
        lower = reduce(entry.no, half_up(min(worth, whole) * entry.units))
        yield lower if ordered else ask(entry.no, lower)


by_another_code("SON-12", "priced_as", "701580")
by_another_code("SON-16n", "priced_as", "701870")


@rule(5, "CT-01b")
def spiral_not_ordered(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        plain = entry.attributes.get("non_spiral_code")
        if plain and entry.group in CT_GROUPS:
            yield from by_named_code(paper, entry, plain, entry.fact("spiral_ordered"))


@rule(5, "CT-08")
def simulator(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        code = entry.attributes.get("priced_as") or entry.attributes.get("cap_as") or entry.code
        price = paper.price(code, entry)
        unequipped = entry.fact("ct_simulator") and paper.office_fact("ct_simulator_equipped") is False
        if entry.group in CT_GROUPS and price is not None:
            plain = half_up(price * entry.units)
            if unequipped:
                yield reduce(entry.no, plain)
            elif simulated(paper, entry) is None:
                yield ask(entry.no, reduce(entry.no, plain))


by_another_code("CT-09", "priced_as", "703035")
by_another_code("CT-11a", "cap_as", "702875")
by_another_code("MRI-05a", "priced_as", None, mr_mammography="dynamic")
by_another_code("NUC-01e", "priced_as", "704725")


@rule(5, "NUC-01f")
def isotope(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group="thyroid_scan", radionuclide="iodine131"):
        yield from by_named_code(paper, entry, "704725", entry.fact("isotope_named"))
