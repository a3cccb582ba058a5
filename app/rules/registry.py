"""The register of rules: each small function with its catalogue id, its phase and what wakes it.

The text of a rule (clause, wording, kinds of claim) stands in the rule book's data under the same id; the engine joins
the two and refuses to start where they differ.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from app.domain.claim import Insurer
from app.rules.outcomes import Outcomes

if TYPE_CHECKING:
    from app.rules.case import Case, CaseLine

ClaimRule = Callable[["Case"], Outcomes]
LineRule = Callable[["Case", "CaseLine"], Outcomes]
LinePick = Callable[["CaseLine"], bool]

HANDBOOK_INSURERS = frozenset({Insurer.SALAMAT})
EVERY_INSURER = frozenset(Insurer)


class Phase(IntEnum):
    """The phases of the contract, in the order in which they run."""

    ADMISSIBILITY = 1
    COVER = 2
    EXCLUSION = 3
    QUANTITY = 4
    PRICE = 5
    SHARES = 6


@dataclass(frozen=True, slots=True)
class Wakes:
    """What must stand on a line for a rule to look at it; nothing named means every line.

    `where` narrows what the names pick to the lines of which it holds.
    """

    sections: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    where: LinePick | None = None

    def by(self, line: "CaseLine") -> bool:
        """Tell whether the line wakes the rule."""
        return self._names(line) and (self.where is None or self.where(line))

    def _names(self, line: "CaseLine") -> bool:
        return (
            self.names_nothing
            or line.section in self.sections
            or line.group in self.groups
            or line.code in self.codes
            or not self.attributes.isdisjoint(line.attributes)
        )

    @property
    def names(self) -> tuple[frozenset[str], ...]:
        """The names by which lines wake the rule: sections, groups, codes, attributes."""
        return self.sections, self.groups, self.codes, self.attributes

    @property
    def names_nothing(self) -> bool:
        """Tell whether every line wakes the rule, as far as its names go."""
        return not (self.sections or self.groups or self.codes or self.attributes)


ALWAYS = Wakes()


def on(
    *,
    sections: Collection[str] = (),
    groups: Collection[str] = (),
    codes: Collection[str] = (),
    attributes: Collection[str] = (),
    where: LinePick | None = None,
) -> Wakes:
    """Say what wakes a rule: a line with one of these sections, groups, codes or attributes, of which `where` holds."""
    return Wakes(frozenset(sections), frozenset(groups), frozenset(codes), frozenset(attributes), where)


@dataclass(frozen=True, slots=True)
class RegisteredRule:
    """A rule as the engine runs it: a look at the whole claim, or at each woken line.

    `ahead_of` names a rule of the same phase before which this one runs; else the order is that of the rule book.
    `late` rules of a phase run after all others of it, such as caps over lines that are already priced. `since` names
    the dated figure with the first service day on which the rule acts; None means that it always did.
    """

    id: str
    phase: Phase
    wakes: Wakes = ALWAYS
    on_claim: ClaimRule | None = None
    on_line: LineRule | None = None
    ahead_of: str | None = None
    late: bool = False
    insurers: frozenset[Insurer] = HANDBOOK_INSURERS
    since: str | None = None

    def run(self, case: "Case") -> Outcomes:
        """Yield the outcomes of the rule on a claim; those of a line rule bear their line."""
        woken = case.woken(self.wakes, self.phase)
        if self.on_claim is not None and (woken or self.wakes == ALWAYS):
            yield from self.on_claim(case)
        if self.on_line is not None:
            for line in woken:
                yield from (replace(outcome, line=line) for outcome in self.on_line(case, line))


class Place(Enum):
    """Where the desk shows what only a person can judge."""

    LINE = "line"
    CLAIM = "claim"
    RULE_BOOK = "rule_book"


@dataclass(frozen=True, slots=True)
class RegisteredRemark:
    """A rule that a person decides: the desk shows its clause at each line, or at the claim, that `concerns` picks.

    It is a matter of its insurers' claims alone, as the rules that act are.
    """

    id: str
    place: Place
    wakes: Wakes = ALWAYS
    concerns: Callable[["Case", "CaseLine"], bool] | None = None
    insurers: frozenset[Insurer] = HANDBOOK_INSURERS

    def lines(self, case: "Case") -> Iterator["CaseLine"]:
        """Yield the lines that the remark concerns."""
        for line in case.woken(self.wakes):
            if self.concerns is None or self.concerns(case, line):
                yield line


class Registry:
    """Every rule of the catalogue that the program knows, in one of three states.

    A rule acts (an id that acts in several phases stands once for each), is a remark for a person, or is silent: it has
    no finding of its own because another rule, the pricing or a definition carries it out.
    """

    def __init__(self) -> None:
        self._rules: list[RegisteredRule] = []
        self.remarks: dict[str, RegisteredRemark] = {}
        self.silent: dict[str, str] = {}
        self.sequences: list[tuple[Phase, tuple[str, ...]]] = []

    def __iter__(self) -> Iterator[RegisteredRule]:
        return iter(self._rules)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all states."""
        return self.acting | frozenset(self.remarks) | frozenset(self.silent)

    @property
    def acting(self) -> frozenset[str]:
        """The ids that have at least one function."""
        return frozenset(registered.id for registered in self._rules)

    def add(self, registered: RegisteredRule) -> None:
        """Register a rule; raises ValueError where the same id already stands in the same phase."""
        if any((known.id, known.phase) == (registered.id, registered.phase) for known in self._rules):
            raise ValueError(f"{registered.id} is registered twice in phase {registered.phase}")
        self._rules.append(registered)

    def add_remark(self, remark: RegisteredRemark) -> None:
        """Register what a person judges; raises ValueError where the id stands already."""
        self._refuse_known(remark.id)
        self.remarks[remark.id] = remark

    def add_silent(self, rule_id: str, because: str) -> None:
        """Register a rule without a finding of its own; raises ValueError where the id stands already."""
        self._refuse_known(rule_id)
        self.silent[rule_id] = because

    def _refuse_known(self, rule_id: str) -> None:
        if rule_id in self.ids:
            raise ValueError(f"{rule_id} is registered already")


REGISTRY = Registry()


def remark(
    rule_id: str,
    place: Place,
    wakes: Wakes = ALWAYS,
    *,
    concerns: Callable[["Case", "CaseLine"], bool] | None = None,
    insurers: frozenset[Insurer] = HANDBOOK_INSURERS,
) -> None:
    """Register a rule that only a person decides, and where and on whose claims the desk shows it."""
    REGISTRY.add_remark(RegisteredRemark(rule_id, place, wakes, concerns, insurers))


def silent(because: str, *rule_ids: str) -> None:
    """Register rules that have no finding of their own, and say what carries them out."""
    for rule_id in rule_ids:
        REGISTRY.add_silent(rule_id, because)


def in_sequence(phase: Phase, *rule_ids: str) -> None:
    """Let the rules of an area act in this order inside a phase, where the book orders them by their clauses."""
    REGISTRY.sequences.append((phase, rule_ids))


def rule(
    rule_id: str,
    phase: Phase,
    wakes: Wakes = ALWAYS,
    *,
    ahead_of: str | None = None,
    late: bool = False,
    insurers: frozenset[Insurer] = HANDBOOK_INSURERS,
    since: str | None = None,
) -> Callable[[ClaimRule], ClaimRule]:
    """Register a function that looks at a whole claim; see `RegisteredRule` for the options."""

    def register(function: ClaimRule) -> ClaimRule:
        REGISTRY.add(RegisteredRule(rule_id, phase, wakes, function, None, ahead_of, late, insurers, since))
        return function

    return register


def line_rule(
    rule_id: str,
    phase: Phase,
    wakes: Wakes = ALWAYS,
    *,
    ahead_of: str | None = None,
    late: bool = False,
    insurers: frozenset[Insurer] = HANDBOOK_INSURERS,
    since: str | None = None,
) -> Callable[[LineRule], LineRule]:
    """Register a function that looks at each woken line by itself; see `RegisteredRule` for the options."""

    def register(function: LineRule) -> LineRule:
        REGISTRY.add(RegisteredRule(rule_id, phase, wakes, None, function, ahead_of, late, insurers, since))
        return function

    return register
