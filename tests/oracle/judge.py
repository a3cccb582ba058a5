"""The oracle's loop: the rules of each phase in turn, the questions kept that can cost something, marks and shares.

It shares no code with the engine. Whether a question matters is not reasoned about but tried: the claim is judged once
more with the question's worst answer, and where no amount changes the question is dropped.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from typing import Any

from tests.oracle.books import Books, half_up
from tests.oracle.paper import STAYS, Entry, Paper, Shelf
from tests.oracle.turns import kinds, positions

WHOLE = 0
EVERY_INSURER = frozenset({"GEN-08d", "GEN-15e", "GEN-25", "GEN-27"})


AHEAD_OF = {"SON-05c": "SON-05b", "SON-16o": "SON-16k"} | dict.fromkeys(
    ("DEN-03c", "DEN-04a", "DEN-04b", "DEN-04c", "DEN-05a"), "GEN-15e"
)
CAPS = frozenset({"SON-01c", "SON-05a", "SON-11c", "SON-11d", "SON-13c"})


@dataclass(frozen=True)
class Says:
    """What a rule says of a line, or of the whole claim (line 0).

    `units` is what a cut of quantity leaves, `after` what a price leaves in rials; a query's `worst` is what the bad
    answer would say, and without one the query stands as long as its line bears money. A query that does not mark asks
    on its line for the sake of another one.
    """

    line: int
    effect: str
    units: Fraction | None = None
    after: int | None = None
    worst: "Says | None" = None
    rule: str = ""
    marks: bool = True


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


def reduce(line: int, after: int) -> Says:
    return Says(line, "reduce", after=after)


def keep(line: int, units: Fraction) -> Says:
    return Says(line, "reduce", units=units)


def note(line: int = WHOLE) -> Says:
    return Says(line, "note")


def refer(line: int = WHOLE) -> Says:
    return Says(line, "refer")


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
    return kind in kinds()[rule_id] and (insurer == "salamat" or rule_id in EVERY_INSURER)


def concerns(rule_id: str, paper: Paper) -> bool:
    """Whether a rule speaks of a claim."""
    return speaks(rule_id, paper.kind, paper.insurer)


def order(entry: tuple[int, str, Rule]) -> tuple[int, bool, float]:
    """The order of acting: by phase and catalogue, caps after the other prices, and two rules ahead of another."""
    phase, rule_id, _ = entry
    position = positions()[AHEAD_OF.get(rule_id, rule_id)]
    return phase, rule_id in CAPS, position - 0.5 if rule_id in AHEAD_OF else position


@cache
def in_order() -> list[tuple[int, str, Rule]]:
    return sorted(TABLE, key=order)


@cache
def turns(kind: str, insurer: str) -> list[tuple[int, int, str, Rule]]:
    """The rules that speak of claims of a kind and insurer, each behind its place in the table."""
    rules = enumerate(in_order())
    return [(place, *entry) for place, entry in rules if speaks(entry[1], kind, insurer)]


@dataclass
class Judgement:
    """A claim's result: who says what where, what is left of each line, its mark, the shares."""

    approved: dict[int, int] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    said: list[tuple[Says, int, int]] = field(default_factory=list)
    shares: tuple[int, int] | None = None

    def cited(self, line: int, *effects: str) -> set[str]:
        return {says.rule for says, _, _ in self.said if says.line == line and says.effect in effects}


class Hearing:
    """One pass over the phases, with some questions taken at their worst."""

    def __init__(self, paper: Paper, forced: frozenset[tuple[str, int]]) -> None:
        self.paper = paper
        self.turns = turns(paper.kind, paper.insurer)
        self.forced = forced
        self.said: list[tuple[Says, int, int]] = paper.said

    def run(self) -> None:
        self.run_until(len(in_order()))
        for says in self.sayings(6):
            self.said.append((says, 0, 0))

    def run_until(self, place: int) -> None:
        """The phases before the last, up to a place of the table behind phase 2."""
        self.admit(list(self.sayings(1)))
        if not self.rejected:
            self.admit(list(self.sayings(2)))
            for turn, phase, rule_id, function in self.turns:
                if turn < place and phase in {3, 4, 5}:
                    for says in list(self.heard(rule_id, function)):
                        self.act(says)

    @property
    def rejected(self) -> bool:
        return any(says.line == WHOLE and says.effect == "reject" for says, _, _ in self.said)

    def sayings(self, phase: int) -> Iterator[Says]:
        """What the rules of a phase say, in the order of the catalogue: the first ground takes the money."""
        for _, own_phase, rule_id, function in self.turns:
            if own_phase == phase:
                yield from self.heard(rule_id, function)

    def heard(self, rule_id: str, function: Rule) -> Iterator[Says]:
        """What a rule says here, with its own id where it names no other; questions taken at their worst."""
        for says in function(self.paper):
            named = says.rule or rule_id
            if not concerns(named, self.paper):
                continue
            forced = says.effect == "query" and (named, says.line) in self.forced
            yield replace(says.worst if forced and says.worst else says, rule=named)

    def admit(self, sayings: list[Says]) -> None:
        """Phases 1 and 2: all grounds of a line are cited, the first takes the money, and what is rejected asks nothing."""
        rejected = {says.line for says in sayings if says.effect == "reject"}
        for says in sayings:
            if says.effect == "query" and says.line in rejected:
                continue
            if says.effect == "reduce":
                self.act(says)
                continue
            before = sum(entry.amount for entry in self.entries(says.line)) if says.effect == "reject" else 0
            self.said.append((says, before, 0))
            if says.effect == "reject":
                for entry in self.entries(says.line):
                    entry.amount, entry.gone, entry.uncovered = 0, True, True

    def entries(self, line: int) -> list[Entry]:
        return [entry for entry in self.paper.entries if line in {WHOLE, entry.no}]

    def act(self, says: Says) -> None:
        """Phases 3 to 5: a rule is cited only where it lowers what is left; a line of no rials that goes is told why."""
        (entry,) = self.entries(says.line)
        if entry.gone:
            return
        if says.effect not in {"reject", "reduce"}:
            self.said.append((says, 0, 0))
            return
        before = entry.amount
        if says.units is not None:
            if says.units >= entry.units:
                return
            floor = int(before * says.units / entry.units)
            entry.amount = floor if says.after is None else min(before, says.after)
            entry.units = says.units
        else:
            entry.amount = min(before, says.after or 0)
        entry.gone = says.effect == "reject" or says.units == 0 or (entry.amount == 0 and before > 0)
        if entry.amount < before or entry.gone:
            self.said.append((says, before, entry.amount))


def up_to(rule_id: str, paper: Paper, index: int, *, done: bool = False) -> Paper:
    """Another claim of the file as it stands when a rule of phases 3 to 5 is reached, or done."""
    return on_the_shelf(paper, index, [entry[1] for entry in in_order()].index(rule_id) + done)


def at_end(paper: Paper, index: int) -> Paper:
    """Another claim of the file as it stands after the last phase that takes money."""
    return on_the_shelf(paper, index, len(in_order()))


def on_the_shelf(paper: Paper, index: int, place: int) -> Paper:
    """Another claim of the file, judged once up to a place of the table and then kept for the whole file."""
    if (index, place) not in paper.shelf:
        other = Paper(paper.file, index, paper.books, paper.shelf)
        Hearing(other, frozenset()).run_until(place)
        paper.shelf[index, place] = other
    return paper.shelf[index, place]


def judge(file: dict[str, Any], index: int, books: Books, shelf: Shelf) -> Judgement:
    """Judge one claim of a file; its other claims are judged once and shelved."""

    def hearing(forced: frozenset[tuple[str, int]] = frozenset()) -> Hearing:
        found = Hearing(Paper(file, index, books, shelf), forced)
        found.run()
        return found

    first = hearing()
    amounts = [entry.amount for entry in first.paper.entries]

    def matters(says: Says) -> bool:
        """Whether a bad answer takes anything; of a line that ends at zero anyway nothing is asked."""
        if not any(entry.amount > 0 for entry in first.entries(says.line)):
            return False
        if says.worst is None:
            return True
        worst = hearing(frozenset({(says.rule, says.line)}))
        return [entry.amount for entry in worst.paper.entries] != amounts

    result = Judgement(said=[item for item in first.said if item[0].effect != "query" or matters(item[0])])
    for entry in first.paper.entries:
        result.approved[entry.no] = entry.amount
        result.marks[entry.no] = mark(entry, result)
    result.shares = shares(first.paper, sum(amounts))
    return result


def mark(entry: Entry, result: Judgement) -> str:
    """Zero before query before circle before tick."""
    if entry.amount == 0:
        return "zero" if entry.gone or entry.claimed > 0 else "tick"
    asked = [says for says, _, _ in result.said if says.effect == "query" and says.marks]
    if any(says.line in {WHOLE, entry.no} for says in asked):
        return "query"
    return "tick" if entry.amount == entry.claimed else "circle"


def shares(paper: Paper, approved: int) -> tuple[int, int] | None:
    """The patient's and the insurer's share of what is approved (GEN-27); those of stays are SHR-05's."""
    if paper.kind in STAYS:
        return None
    by_care = dict.fromkeys(("dental", "radiotherapy", "outpatient"), 0)
    for entry in paper.entries:
        by_care[care_of(paper, entry)] += entry.amount
    exact = sum(percent(paper, care) * amount for care, amount in by_care.items() if amount)
    patient = half_up(Fraction(exact, 100))
    return patient, approved - patient


def percent(paper: Paper, care: str) -> Fraction:
    row = paper.books.newest("shares", paper.known_day, care=care, condition=None)
    assert row is not None, f"no share of {care}"
    return Fraction(str(row["percent"]))


def care_of(paper: Paper, entry: Entry) -> str:
    """Whose share a line has: beside radiotherapy, other services have that of outpatients (RT-23)."""
    if paper.kind != "radiotherapy" or not concerns("RT-23b", paper):
        return paper.kind if paper.kind in {"dental", "radiotherapy"} else "outpatient"
    number = int(entry.code) if entry.code and entry.code.isdigit() else 0
    own = number in (901950, 901955) or 705300 <= number <= 705435 or 705505 <= number <= 705555
    consumable = entry.group in {"rt_consumable", "brachy_consumable"}
    return "radiotherapy" if own or consumable else "outpatient"
