"""The words of the circulars: whose claim it is, since when a circular holds, who is under contract, what is equipment."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import WHOLE, Says, ask, hold, reject
from tests.oracle.table import Rule, rule

SINCE = {"ELG": "1399-03-01", "TRV": "1399-09-01", "REI": "1399-11-01", "PAR": "1399-12-01"}
EQUIPMENT = frozenset({"supply", "prosthesis"})


def in_force(rule_id: str, paper: Paper) -> bool:
    """Whether the circular of a rule holds on the service day; a claim without one is left alone."""
    return paper.day is not None and paper.day >= SINCE[rule_id[:3]]


def circular(phase: int, rule_id: str, *, refunds: bool | None = None) -> Callable[[Rule], Rule]:
    """A rule of a circular, of reimbursement claims, of contracted ones, or of both."""

    def enter(function: Rule) -> Rule:
        def found(paper: Paper) -> Iterator[Says]:
            if in_force(rule_id, paper) and refunds in {None, not paper.contracted}:
                yield from function(paper)

        rule(phase, rule_id)(found)
        return function

    return enter


def service_day(paper: Paper) -> str:
    assert paper.day is not None
    return paper.day


def is_wanted(answer: Any, line: int = WHOLE) -> Iterator[Says]:
    """What must be so: false rejects, unknown asks."""
    if answer is None:
        yield ask(line)
    elif not answer:
        yield reject(line)


def settled(answer: Any) -> Iterator[Says]:
    """What holds the payment until it is so."""
    if not answer:
        yield hold()


def under_contract(paper: Paper) -> bool:
    day, start, end = service_day(paper), paper.provider.get("contract_from"), paper.provider.get("contract_to")
    return paper.provider.get("contracted") is not False and (start or "0") <= day <= (end or "9999")


def equipment(entry: Entry) -> bool:
    return entry.section in EQUIPMENT


def has_services(paper: Paper) -> bool:
    return any(not equipment(entry) for entry in paper.entries)
