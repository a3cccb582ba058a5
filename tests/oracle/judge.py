"""The oracle's loop: the rules of each phase in turn, the questions kept that can cost something, and the marks.

It shares no code with the engine. Whether a question matters is not reasoned about but tried: the claim is judged once
more with the question's worst answer, and where no amount changes the question is dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tests.oracle.books import Books
from tests.oracle.paper import Entry, Paper, Shelf
from tests.oracle.sayings import WHOLE, Says
from tests.oracle.shares import shares
from tests.oracle.table import Rule, concerns, in_order, turns


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
        self.forced = paper.forced = forced
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
        if says.beside:
            self.said.append((says, entry.amount, entry.amount))
            return
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
        if says.holds:
            return True
        if not any(entry.amount > 0 for entry in first.entries(says.line)):
            return False
        if says.worst is None:
            return True
        own = (says.rule, says.line)
        return after({own}) != amounts or (says.among_others and after(others(says) | {own}) != after(others(says)))

    def after(forced: set[tuple[str, int]]) -> list[int]:
        return [entry.amount for entry in hearing(frozenset(forced)).paper.entries]

    def others(says: Says) -> set[tuple[str, int]]:
        """The other questions of the kind that a line bears."""
        asked = {(other.rule, other.line) for other, _, _ in first.said if other.among_others}
        return {key for key in asked if key[1] == says.line} - {(says.rule, says.line)}

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
