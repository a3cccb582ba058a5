"""Which modifiers of a line hold: each is judged by its clauses, in the order in which they act.

A verdict says what goes out of the price where its clause bites. Every modifier that does not hold goes out under the
first clause that says so, and the line falls to the price without it and without all that fell before (conventions).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine
from app.rules.modifiers.terms import belongs, reports


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause says of a line: `out` leaves its price where `holds` is False, and is asked for where unknown."""

    rule: str
    out: frozenset[str]
    holds: Answer
    facts: tuple[str, ...] = ()


Condition = tuple[str, Answer, tuple[str, ...]]
Judge = Callable[[Case, CaseLine], Iterable[Verdict]]
_JUDGES: list[tuple[int, str | None, Judge]] = []


def judge(order: int, modifier: str | None = None) -> Callable[[Judge], Judge]:
    """Register what judges a modifier on the lines that report it (all lines for None), at its place in the order."""

    def register(function: Judge) -> Judge:
        _JUDGES.append((order, modifier, function))
        _JUDGES.sort(key=lambda each: each[0])
        return function

    return register


def by_conditions(case: Case, line: CaseLine, modifier: str, conditions: Iterable[Condition]) -> Iterator[Verdict]:
    """Judge a modifier by the conditions of its clauses: the first that fails takes it out, and then nothing is asked.

    A clause that does not concern the claim, or that a person has set aside at the line, says nothing.
    """
    judged = [
        Verdict(rule, frozenset({modifier}), holds, facts)
        for rule, holds, facts in conditions
        if case.is_under(rule) and not case.is_waived(rule, line)
    ]
    failed = [verdict for verdict in judged if verdict.holds is False]
    yield from failed[:1] or judged


def excess(case: Case, line: CaseLine, rule: str, mark: str, *facts: str) -> Iterator[Verdict]:
    """Take out of the price what a clause does not give beyond its measure."""
    if case.is_under(rule) and not case.is_waived(rule, line):
        yield Verdict(rule, frozenset({mark}), holds=False, facts=facts)


def _known(_case: Case) -> dict[int, tuple[Verdict, ...]]:
    return {}


def verdicts(case: Case, line: CaseLine) -> tuple[Verdict, ...]:
    """Return what the clauses say of a line, in the order in which they act."""
    known = case.while_unchanged(_known)
    if line.no not in known:
        known[line.no] = tuple(
            verdict
            for _order, modifier, judged in _JUDGES
            if modifier is None or (reports(line, modifier) and belongs(line, modifier))
            for verdict in judged(case, line)
        )
    return known[line.no]


def fallen(said: Iterable[Verdict]) -> frozenset[str]:
    """Return what the verdicts take out of the price."""
    return frozenset().union(*(verdict.out for verdict in said if verdict.holds is False))


def doubtful(said: Iterable[Verdict]) -> frozenset[str]:
    """Return what would go out of the price if every open question turned out badly."""
    return frozenset().union(*(verdict.out for verdict in said if verdict.holds is UNKNOWN))


def holds(said: Iterable[Verdict], modifier: str) -> bool:
    """Tell whether a modifier counts in the price, an open question taken as good."""
    return modifier not in fallen(said)


def settled(case: Case, line: CaseLine) -> frozenset[str]:
    """Return all that goes out of a line's price, open questions taken as good."""
    return fallen(verdicts(case, line))
