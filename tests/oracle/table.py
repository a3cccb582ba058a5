"""The table of rules, whose turn it is, and of which claims a rule speaks."""

from collections.abc import Callable, Iterator
from functools import cache

from tests.oracle.paper import Paper
from tests.oracle.sayings import Says
from tests.oracle.turns import kinds, positions

EVERY_INSURER = frozenset({"GEN-08d", "GEN-15e", "GEN-25", "GEN-27"})
OF_TAMIN = ("ELG-", "PAR-", "TRV-")
AHEAD_OF = {"SON-05c": "SON-05b", "SON-16o": "SON-16k"} | dict.fromkeys(
    ("DEN-03c", "DEN-04a", "DEN-04b", "DEN-04c", "DEN-05a"), "GEN-15e"
)
LAST = frozenset(
    {"SON-01c", "SON-05a", "SON-11c", "SON-11d", "SON-13c", "SUR-CVS-06b", "GLO-08", "MOD-01a", "MOD-01c", "MOD-51h"}
)

Rule = Callable[[Paper], Iterator[Says]]
TABLE: list[tuple[int, str, Rule]] = []


def rule(phase: int, rule_id: str) -> Callable[[Rule], Rule]:
    """Enter a function in the table under its phase and id."""

    def enter(function: Rule) -> Rule:
        TABLE.append((phase, rule_id, function))
        return function

    return enter


def speaks(rule_id: str, kind: str, insurer: str) -> bool:
    """Whether a rule speaks of claims of a kind and insurer."""
    return kind in kinds().get(rule_id, frozenset()) and of_insurer(rule_id, insurer)


def of_insurer(rule_id: str, insurer: str) -> bool:
    """Whose claims a rule is for: the handbook's are salamat's, those of a circular are for the insurers it names."""
    if rule_id.startswith(OF_TAMIN):
        return insurer == "tamin"
    return insurer == "salamat" or rule_id in EVERY_INSURER or rule_id.startswith("REI-")


def concerns(rule_id: str, paper: Paper) -> bool:
    """Whether a rule speaks of a claim."""
    return speaks(rule_id, paper.kind, paper.insurer)


def order(entry: tuple[int, str, Rule]) -> tuple[int, bool, float]:
    """The order of acting: by phase and catalogue, some last of their phase, and some rules ahead of another."""
    phase, rule_id, _ = entry
    position = positions()[AHEAD_OF.get(rule_id, rule_id)]
    return phase, rule_id in LAST, position - 0.5 if rule_id in AHEAD_OF else position


@cache
def in_order() -> list[tuple[int, str, Rule]]:
    return sorted(TABLE, key=order)


@cache
def turns(kind: str, insurer: str) -> list[tuple[int, int, str, Rule]]:
    """The rules that speak of claims of a kind and insurer, each behind its place in the table."""
    rules = enumerate(in_order())
    return [(place, *entry) for place, entry in rules if speaks(entry[1], kind, insurer)]
