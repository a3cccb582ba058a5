"""Which operations of the book are on the global list, and septorhinoplasty, which has the sum of septoplasty."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, reduce, stay_open
from tests.oracle.svc_global_sum import global_price
from tests.oracle.svc_terms import of_groups
from tests.oracle.table import rule


@rule(5, "SUR-RES-01b")
def septorhinoplasty(paper: Paper) -> Iterator[Says]:
    for entry in of_groups(paper, "septorhinoplasty"):
        row = row_of_septoplasty(paper, entry)
        price = global_price(paper, row["code"], entry.day) if row else None
        if price is None:
            yield stay_open(entry.no)
            continue
        yield reduce(entry.no, half_up(price.most * entry.units))
        if price.open:
            yield ask(entry.no, reduce(entry.no, half_up(price.least * entry.units)))


def global_rows(paper: Paper, day: str) -> list[dict[str, Any]]:
    rows = (paper.books.service(code, day) for code in paper.books.codes_with("book_codes"))
    return [row for row in rows if row and row["section"] == "global"]


def row_of_septoplasty(paper: Paper, entry: Entry) -> dict[str, Any] | None:
    for row in global_rows(paper, entry.day):
        services = [paper.books.service(code, entry.day) for code in row["attributes"]["book_codes"]]
        if any(service and service.get("group") == "septoplasty" for service in services):
            return row
    return None
