"""What a rule may say of a line or of the whole claim."""

from dataclasses import dataclass
from fractions import Fraction

WHOLE = 0
"""The line number of what is said of the whole claim."""


@dataclass(frozen=True)
class Says:
    """What a rule says of a line, or of the whole claim (line 0).

    `units` is what a cut of quantity leaves, `after` what a price leaves in rials; a query's `worst` is what the bad
    answer would say, and without one the query stands as long as its line bears money. A query that does not mark asks
    on its line for the sake of another one; what stands beside another rule is cited and takes nothing. What
    holds the payment stands although no amount hangs on it. A question among others counts as well if it costs
    something where the others of its kind on the line end badly.
    """

    line: int
    effect: str
    units: Fraction | None = None
    after: int | None = None
    worst: "Says | None" = None
    rule: str = ""
    marks: bool = True
    beside: bool = False
    among_others: bool = False
    holds: bool = False


def reject(line: int = WHOLE) -> Says:
    return Says(line, "reject")


def ask(line: int = WHOLE, worst: Says | None = None) -> Says:
    """A question whose bad answer rejects, unless another worst is told."""
    return Says(line, "query", worst=worst or reject(line))


def ask_for(line: int, worst: Says) -> Says:
    """A question on a line whose answer another line waits for."""
    return Says(line, "query", worst=worst, marks=False)


def stay_open(line: int = WHOLE) -> Says:
    """A question on which no amount hangs."""
    return Says(line, "query")


def hold() -> Says:
    """A question that holds the whole claim, even one of which nothing is left."""
    return Says(WHOLE, "query", holds=True)


def beside(line: int, rule_id: str = "", effect: str = "reduce") -> Says:
    """What says the same as another rule of the line: cited, and nothing is taken twice."""
    return Says(line, effect, rule=rule_id, beside=True)


def reduce(line: int, after: int) -> Says:
    return Says(line, "reduce", after=after)


def keep(line: int, units: Fraction) -> Says:
    return Says(line, "reduce", units=units)


def note(line: int = WHOLE) -> Says:
    return Says(line, "note")


def refer(line: int = WHOLE) -> Says:
    return Says(line, "refer")
