"""Clauses that say the same as the price rule before them: cited where that has lowered a line, for no further rial."""

from app.domain.findings import Step
from app.rules.case import Case, CaseLine
from app.rules.outcomes import Outcomes, Reduce
from app.rules.registry import Phase


def is_lowered(case: Case, line: CaseLine) -> bool:
    """Tell whether a price rule has lowered the line so far."""
    return bool(case.lowered_in(line, Phase.PRICE))


def cited_beside_price(case: Case, line: CaseLine, *facts: str, steps: tuple[Step, ...] = ()) -> Outcomes:
    """Cite a clause with before = after where a price rule has lowered the line."""
    if is_lowered(case, line):
        yield cited(line, *facts, steps=steps)


def cited(line: CaseLine, *facts: str, steps: tuple[Step, ...] = (), under: str | None = None) -> Reduce:
    """Return the finding that stands beside one that took the money; `under` names the clause to cite."""
    return Reduce(line, facts, to=line.amount, steps=steps, under=under, beside=True)
