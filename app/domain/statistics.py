"""What an office's figures tell: what was deducted on which grounds, and how far people and rules say the same.

How they leave the program, as tables for a workbook and a printed report, stands in `app.domain.statistics_report`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.domain.circulars import Circular
from app.domain.claim import ClaimKind, Insurer
from app.domain.dates import MONTHS_OF_A_YEAR, JalaliMonth
from app.domain.money import Rial
from app.domain.office import ClaimState


@dataclass(frozen=True, slots=True)
class StatisticsFilter:
    """Which claims are counted; what is left open does not narrow.

    `first` and `last` are months of submissions, both counted; `centre` is a centre's id, `reviewer` the person who
    signed a claim's latest sheet as its reviewer, of an unsigned claim the one who decided on it last. `insurer` is
    the claim's own, or its submission's where the claim names none.
    """

    first: JalaliMonth | None = None
    last: JalaliMonth | None = None
    centre: str | None = None
    fund: str | None = None
    kind: ClaimKind | None = None
    reviewer: int | None = None
    settled_only: bool = True
    insurer: Insurer | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Something that statistics can be narrowed to, such as a centre or a person, with the name that people know."""

    key: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What an office's claims can be narrowed to; months the earliest first."""

    months: tuple[JalaliMonth, ...] = ()
    centres: tuple[Named, ...] = ()
    funds: tuple[str, ...] = ()
    kinds: tuple[ClaimKind, ...] = ()
    reviewers: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of the counted claims in rials.

    `unassessed` claims have no result yet: they are claimed, but nothing of them is approved or deducted. `departed` is
    what the lines pay more, and `withheld` what they pay less, than the engine says. `trial_claims` were judged with
    trial figures.
    """

    claims: int = 0
    claimed: Rial = 0
    approved: Rial = 0
    deducted: Rial = 0
    unassessed: int = 0
    departed: Rial = 0
    withheld: Rial = 0
    trial_claims: int = 0

    @property
    def share(self) -> Fraction | None:
        """The part of the claimed sum that is deducted, None where nothing is claimed."""
        return Fraction(self.deducted, self.claimed) if self.claimed else None


class Grouping(StrEnum):
    """By what deductions are summed."""

    RULE = "rule"
    CIRCULAR = "circular"
    SECTION = "section"
    CENTRE = "centre"
    MONTH = "month"


UNTOLD = ""
"""The key of what results of an older release took without saying on which grounds."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """What is deducted under one value of a grouping.

    `key` is a rule's id, a circular or `OTHER_GROUNDS`, a section, a centre's id or a month; a rule's is None where a
    person set the amount. `claimed` is the sum from which it was taken: of a centre's or month's claims, of a section's
    lines; None where there is no such sum. `claims` are those of which anything was deducted.
    """

    key: str | None
    deducted: Rial
    claims: int
    title: str | None = None
    claimed: Rial | None = None

    @property
    def share(self) -> Fraction | None:
        """The part of the claimed sum that is deducted, None where there is no such sum."""
        return Fraction(self.deducted, self.claimed) if self.claimed else None


def every_month(found: Sequence[Deduction]) -> tuple[Deduction, ...]:
    """Return the deductions of months in their order, with a month of nothing for each one that is missing between."""
    months = {JalaliMonth.parse(bar.key): bar for bar in found if bar.key}
    if not months:
        return ()
    first, last = min(months), max(months)
    apart = (last.year - first.year) * MONTHS_OF_A_YEAR + last.month - first.month
    between = (first.plus(number) for number in range(apart + 1))
    return tuple(months.get(month) or Deduction(str(month), 0, 0, claimed=0) for month in between)


def every_circular(found: Sequence[Deduction]) -> tuple[Deduction, ...]:
    """Return the deductions of circulars, and after them a deduction of nothing for each one that took nothing."""
    taken = {bar.key for bar in found}
    return (*found, *(Deduction(circular.value, 0, 0) for circular in Circular if circular.value not in taken))


class Word(StrEnum):
    """What a person said where a rule spoke, or where it kept silent.

    AGREED lets a rule's deduction stand, by a word of their own or by signing; WAIVED sets it aside; AMENDED puts an
    amount of their own in its place. ADDED deducts by a rule that had not; IN_ORDER looked and found nothing to deduct.
    """

    AGREED = "agreed"
    WAIVED = "waived"
    AMENDED = "amended"
    ADDED = "added"
    IN_ORDER = "in_order"


ENGINE_SPOKE = frozenset({Word.AGREED, Word.WAIVED, Word.AMENDED})
DEDUCTED = frozenset({Word.AGREED, Word.ADDED})
OVERRIDES = frozenset({Word.WAIVED, Word.AMENDED})
LEAST_CASES = 3
"""With fewer cases of a rule nobody is compared with others: a single word tells nothing of a habit."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was said, and the rials that it was said of."""

    times: int = 0
    rials: Rial = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.times + other.times, self.rials + other.rials)


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What one person, or everybody where `reviewer` is None, said of one rule."""

    rule: str
    reviewer: int | None
    tallies: Mapping[Word, Tally]

    def of(self, *words: Word) -> Tally:
        """Return how often any of these words was said."""
        return sum((self.tallies.get(word, Tally()) for word in words), Tally())

    @property
    def cases(self) -> int:
        """How often the rule was judged, whoever spoke first."""
        return sum(tally.times for tally in self.tallies.values())

    @property
    def engine(self) -> Tally:
        """How often the rule itself deducted, and how much."""
        return self.of(*ENGINE_SPOKE)

    @property
    def overrides(self) -> Tally:
        """How often its deduction was set aside, and the rials that this cost."""
        return self.of(*OVERRIDES)

    @property
    def agreement(self) -> Fraction | None:
        """The part of the rule's deductions that stood, None where it made none."""
        return Fraction(self.of(Word.AGREED).times, self.engine.times) if self.engine.times else None

    @property
    def deducting(self) -> Fraction | None:
        """The part of all cases in which this rule deducted in the end, None without a case."""
        return Fraction(self.of(*DEDUCTED).times, self.cases) if self.cases else None


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """What became of one rule in people's hands: in all, and with each person, whoever judged most first.

    `disagreement` is how far apart the people are who judged it most differently, as a part of the cases; None where
    fewer than two people judged it often enough to be compared.
    """

    whole: RuleWords
    reviewers: tuple[RuleWords, ...]
    disagreement: Fraction | None = None

    @property
    def rule(self) -> str:
        """The rule's id."""
        return self.whole.rule


def rule_records(said: Mapping[tuple[str, int | None, Word], Tally]) -> tuple[RuleRecord, ...]:
    """Return the record of each rule from what each person said of it, the rule judged most often first.

    A person is None where nobody is known to have said it.
    """
    by_rule: dict[str, dict[int | None, dict[Word, Tally]]] = {}
    for (rule, reviewer, word), tally in said.items():
        words = by_rule.setdefault(rule, {}).setdefault(reviewer, {})
        words[word] = words.get(word, Tally()) + tally
    records = [_record(rule, people) for rule, people in by_rule.items()]
    return tuple(sorted(records, key=lambda record: (-record.whole.cases, record.rule)))


def _record(rule: str, people: Mapping[int | None, Mapping[Word, Tally]]) -> RuleRecord:
    whole = {word: sum((words.get(word, Tally()) for words in people.values()), Tally()) for word in Word}
    each = [RuleWords(rule, reviewer, words) for reviewer, words in people.items() if reviewer is not None]
    return RuleRecord(
        RuleWords(rule, None, {word: tally for word, tally in whole.items() if tally.times}),
        tuple(sorted(each, key=lambda words: (-words.cases, words.reviewer or 0))),
        _disagreement(each),
    )


def _disagreement(reviewers: Sequence[RuleWords]) -> Fraction | None:
    parts = [words.deducting or Fraction(0) for words in reviewers if words.cases >= LEAST_CASES]
    return max(parts) - min(parts) if len(parts) > 1 else None


def most_overridden(records: tuple[RuleRecord, ...]) -> tuple[RuleRecord, ...]:
    """Return the rules whose deductions people set aside, the one set aside most often first."""
    found = [record for record in records if record.whole.overrides.times]
    return tuple(sorted(found, key=lambda r: (-r.whole.overrides.times, -r.whole.overrides.rials, r.rule)))


def most_disputed(records: tuple[RuleRecord, ...]) -> tuple[RuleRecord, ...]:
    """Return the rules, those first on which people disagree most; then as they stand."""
    return tuple(sorted(records, key=lambda record: -(record.disagreement or Fraction(0))))


@dataclass(frozen=True, slots=True)
class DeductionsUnder:
    """The documents behind what is deducted under one value of a grouping."""

    grouping: Grouping
    key: str | None


@dataclass(frozen=True, slots=True)
class WordsOn:
    """The documents on which these words were said of a rule, by one person or by anybody."""

    rule: str
    words: frozenset[Word]
    reviewer: int | None = None


Behind = DeductionsUnder | WordsOn


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A document behind a bar: what it adds to the bar in rials, and how often."""

    id: int
    external_id: str
    patient_id: str
    patient_name: str | None
    centre_id: str
    centre_name: str | None
    month: JalaliMonth
    kind: ClaimKind
    state: ClaimState
    rials: Rial
    times: int
