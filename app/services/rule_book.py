"""The rule book as people read it: each rule with its state in the program, its dated figures and its examples."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from app.domain.assessment import ClaimResult
from app.domain.coded_fields import CODED_FIELDS
from app.domain.facts import FactDictionary
from app.domain.persian import fold
from app.domain.rule_examples import RuleExample
from app.domain.rulebook import DatedFigure, Rulebook, RuleEntry
from app.files.rule_examples_reader import read_examples
from app.rules.registry import REGISTRY, Phase, Place, RegisteredRule
from app.services.office import Office

_NAMED_RULE = re.compile(r"\b[A-Z]{2,3}-\d+[a-z]?\b")
_IN_PARENTHESES = re.compile(r"\s*\([^)]*\)$")


class RuleState(Enum):
    """What the program does with a rule."""

    ACTS = "acts"
    REMARK = "remark"
    CARRIED_OUT = "carried_out"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class BookRule:
    """A rule with all that the rule book shows of it.

    `phases` are those in which it acts; `place` is where a person is shown its clause; `carried_by` are the rules that
    carry out one without a finding of its own; `wakes` the codes and groups of the lines that it looks at.
    """

    entry: RuleEntry
    state: RuleState
    phases: tuple[Phase, ...] = ()
    place: Place | None = None
    carried_by: tuple[str, ...] = ()
    wakes: tuple[str, ...] = ()
    figures: tuple[DatedFigure, ...] = ()
    examples: tuple[RuleExample, ...] = ()


class RuleBook:
    """All rules in the order of the catalogue, with their search; reads the examples and raises DataError."""

    def __init__(self, office: Office) -> None:
        rulebook, dictionary = office.rulebook, office.dictionary
        examples = read_examples(dictionary)
        figures = _figures_by_clause(rulebook.figures.values())
        acting: dict[str, list[RegisteredRule]] = defaultdict(list)
        for registered in REGISTRY:
            acting[registered.id].append(registered)
        self.rules = tuple(
            _book_rule(entry, acting.get(entry.id, []), figures, examples, rulebook) for entry in rulebook.values()
        )
        self._texts = tuple(fold(_searched(rule, dictionary)) for rule in self.rules)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas in the order of the catalogue."""
        return tuple(dict.fromkeys(rule.entry.area for rule in self.rules))

    def find(
        self, words: str = "", *, area: str | None = None, among: Collection[str] | None = None
    ) -> tuple[BookRule, ...]:
        """Return the rules that hold all words, of one area or of all, among these ids or all; an exact id first."""
        wanted = fold(words)
        found = [
            rule
            for rule, text in zip(self.rules, self._texts, strict=True)
            if area in {None, rule.entry.area}
            and (among is None or rule.entry.id in among)
            and all(word in text for word in wanted.split())
        ]
        return tuple(sorted(found, key=lambda rule: fold(rule.entry.id) != wanted))


def rules_on(result: ClaimResult) -> frozenset[str]:
    """Return the rules that have a finding on a claim, and those whose clause a person is shown with it."""
    return frozenset(finding.rule for finding in result.findings) | {remark.rule for remark in result.remarks}


def _book_rule(
    entry: RuleEntry,
    acting: Sequence[RegisteredRule],
    figures: Mapping[str, tuple[DatedFigure, ...]],
    examples: Mapping[str, tuple[RuleExample, ...]],
    rulebook: Rulebook,
) -> BookRule:
    remark = REGISTRY.remarks.get(entry.id)
    because = REGISTRY.silent.get(entry.id, "")
    wakes = [registered.wakes for registered in acting] + ([remark.wakes] if remark else [])
    return BookRule(
        entry=entry,
        state=_state(entry.id, acts=bool(acting)),
        phases=tuple(registered.phase for registered in acting),
        place=remark.place if remark else None,
        carried_by=tuple(dict.fromkeys(rule for rule in _NAMED_RULE.findall(because) if rule in rulebook)),
        wakes=tuple(sorted({name for wake in wakes for name in wake.codes | wake.groups})),
        figures=tuple(figure for clause in entry.clause.split("؛") for figure in figures.get(_clause_key(clause), ())),
        examples=examples.get(entry.id, ()),
    )


def _state(rule_id: str, *, acts: bool) -> RuleState:
    if acts:
        return RuleState.ACTS
    if rule_id in REGISTRY.remarks:
        return RuleState.REMARK
    return RuleState.CARRIED_OUT if rule_id in REGISTRY.silent else RuleState.NOT_YET


def _searched(rule: BookRule, dictionary: FactDictionary) -> str:
    entry = rule.entry
    known = (CODED_FIELDS.get(name) or dictionary.get(name) for name in entry.facts)
    labels = (definition.label for definition in known if definition)
    return " ".join((entry.id, entry.title, entry.clause, entry.wording, *labels, *rule.wakes))


def _figures_by_clause(figures: Iterable[DatedFigure]) -> dict[str, tuple[DatedFigure, ...]]:
    """Return the figures by the clauses that their source names in full; what it only hints at is left out."""
    found: dict[str, tuple[DatedFigure, ...]] = {}
    for figure in figures:
        for clause in figure.source.split("؛"):
            key = _clause_key(clause)
            found[key] = (*found.get(key, ()), figure)
    return found


def _clause_key(clause: str) -> str:
    return fold(_IN_PARENTHESES.sub("", clause.strip()))
