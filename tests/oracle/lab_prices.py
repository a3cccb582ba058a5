"""Phase 5 of the laboratory part: tests that are paid by the price of another row."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.lab_tests import prescriptions, refusals
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, reduce
from tests.oracle.table import rule


def quantitative_counts(paper: Paper, entry: Entry) -> bool:
    """Whether a qualitative test gave way to this quantitative one."""
    analyte = entry.attributes["analyte"]
    return entry.has("method_kind", "quantitative") and any(
        "LAB-04g" in refusals(paper, other) and other.attributes.get("analyte") == analyte
        for lines in prescriptions_of_all(paper)
        if entry in lines
        for other in lines
    )


def prescriptions_of_all(paper: Paper) -> list[list[Entry]]:
    same = prescriptions(paper)
    if len(same) == 1:
        return [paper.entries]
    dates = {entry.document.get("date") for entry in paper.entries}
    return [[entry for entry in paper.entries if entry.document.get("date") == date] for date in dates]


@rule(5, "LAB-04f")
def requested_method(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        analyte, method = entry.attributes.get("analyte"), entry.fact("requested_method")
        if analyte is None or "method_kind" not in entry.attributes or quantitative_counts(paper, entry):
            continue
        rows = paper.books.rows_with("analyte", analyte, entry.day)
        prices = {row["attributes"]["method_kind"]: paper.price(row["code"], entry) or Fraction() for row in rows}
        cheapest = reduce(entry.no, half_up(min(prices.values()) * entry.units))
        if method is None:
            yield ask(entry.no, cheapest)
        elif method == "not_stated":
            yield cheapest
        elif method in prices:
            yield reduce(entry.no, half_up(prices[method] * entry.units))


@rule(5, "LAB-06a")
def tolerance_test(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive(group="gtt"):
        price = paper.price("800410", entry)
        if entry.code != "800410" and price is not None:
            yield reduce(entry.no, half_up(price * entry.units))


@rule(5, "LAB-11l")
def immunophenotyping(paper: Paper) -> Iterator[Says]:
    rows = [row for row in paper.books.rows["services"] if row.get("group") == "ihc"]
    for entry in paper.alive(group="immunophenotyping") if rows else []:
        price = paper.price(rows[0]["code"], entry)
        if price is not None:
            yield reduce(entry.no, half_up(price * entry.units))
