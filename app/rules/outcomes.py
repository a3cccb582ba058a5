"""What a rule may answer: reject, reduce, keep some units, ask, refer, note.

A rule yields outcomes; the ledger applies them and writes the findings. `line` None means the whole claim, except in a
line rule, where the line that was looked at is put in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from app.domain.facts import UNKNOWN, Answer, all_true
from app.domain.findings import Step
from app.domain.money import Rial

if TYPE_CHECKING:
    from app.rules.case import CaseLine


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all outcomes carry: where, on which facts it rests, and the steps that explain it.

    `under` names the rule that is cited instead of the one that speaks, where a line falls with another one.
    """

    line: "CaseLine | None" = None
    facts: tuple[str, ...] = ()
    steps: tuple[Step, ...] = field(default=(), kw_only=True)
    under: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Reject(Outcome):
    """Nothing is payable. `beside` lets the finding stand with before = after where the money already went."""

    beside: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Reduce(Outcome):
    """At most `to` rials are payable; cited only where that lowers the amount.

    `insurer_only` rials of `to` are outside the patient's percent (modifiers 90 and 95). `restates` says that `to` is
    the whole price of the line anew, so that its steps explain the line even where less was claimed.
    """

    to: Rial = field(kw_only=True)
    insurer_only: Rial = field(default=0, kw_only=True)
    restates: bool = field(default=False, kw_only=True)
    beside: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Keep(Outcome):
    """Only `units` of the line's quantity stay, and the price looks at these; the amount is cut in proportion.

    Where a clause pays the price of the units, whatever was claimed for all of them, `to` is that price in rials.
    """

    units: Fraction = field(kw_only=True)
    to: Rial | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Ask(Outcome):
    """A fact, coded field or document is missing and an amount hangs on it; it is taken to turn out well meanwhile.

    `needs` names a missing document or figure in Persian. A holding question stands although no amount hangs on it. One
    that touches only the shares leaves the marks of the lines alone (`marks_lines` False).
    """

    needs: str | None = field(default=None, kw_only=True)
    holding: bool = field(default=False, kw_only=True)
    marks_lines: bool = field(default=True, kw_only=True)


@dataclass(frozen=True, slots=True)
class Refer(Outcome):
    """The supervision office is told; no amount changes by itself."""


@dataclass(frozen=True, slots=True)
class Note(Outcome):
    """Information. `by_accountant` marks what is the red pen's business."""

    by_accountant: bool = field(default=False, kw_only=True)


Outcomes = Iterator[Outcome]


def demand(answer: Answer, *facts: str, line: "CaseLine | None" = None) -> Outcomes:
    """Reject where the answer is false, ask for the facts where it is unknown, and say nothing where it is good."""
    if answer is False:
        yield Reject(line, facts)
    elif answer is UNKNOWN:
        yield Ask(line, facts)


def demand_all(answers: Mapping[str, Answer], line: "CaseLine | None" = None) -> Outcomes:
    """Reject where one of several facts is false, naming these; else ask for those that are unknown."""
    settled = all_true(*answers.values())
    yield from demand(settled, *(name for name, answer in answers.items() if answer is settled), line=line)


def refuse(answer: Answer, *facts: str, line: "CaseLine | None" = None) -> Outcomes:
    """Reject where the answer is true, ask for the facts where it is unknown: the mirror of `demand`."""
    if answer is True:
        yield Reject(line, facts)
    elif answer is UNKNOWN:
        yield Ask(line, facts)
