"""Caesareans without indication: a part of the surgeon's fee, or of the global sum (article 10, births)."""

from collections.abc import Iterator

from tests.oracle.books import half_up
from tests.oracle.paper import Paper
from tests.oracle.sayings import Says, ask, reduce
from tests.oracle.svc_cap import capped
from tests.oracle.svc_global import WITHOUT_INDICATION
from tests.oracle.svc_global_sum import payable
from tests.oracle.svc_terms import of_groups
from tests.oracle.table import rule


@rule(5, "SUR-OBS-05")
def caesarean_without_indication(paper: Paper) -> Iterator[Says]:
    indicated = paper.told("cesarean_indicated")
    for entry in [] if indicated else of_groups(paper, "cesarean"):
        if entry.section == "global":
            price = payable(paper, entry)
            less = WITHOUT_INDICATION * paper.books.k("professional", entry.day)
            lower = None if price is None else reduce(entry.no, price - half_up(less * entry.units))
        elif entry.section == "surgery" and capped(paper) is None:
            price_of_surgeon = paper.price(entry.code, entry)
            lower = None if price_of_surgeon is None else reduce(entry.no, half_up(price_of_surgeon * entry.units / 2))
        else:
            continue
        if lower:
            yield lower if indicated is False else ask(entry.no, lower)
