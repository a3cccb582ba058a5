"""What an answer would pay: every choice of an open question is tried with the engine, and nothing is stored."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from app.domain.facts import FactKind, Facts, FactValue
from app.domain.money import Rial
from app.domain.persian import persian_digits
from app.domain.settlement import Settlement
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim, Question

MOST_CHOICES = 9
MOST_KEPT = 2_000
SEVERAL = 2
NAMES: Mapping[str, str] = {"incision": "شکاف", "anesthesia_session": "نوبت"}
"""Facts whose text is a name: lines that bear one name belong together; a new name is this word with a number."""

Answers = Mapping[int | None, Facts]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would be paid, in rials: on the whole claim, and on each line by its number."""

    claim: Rial
    lines: Mapping[int, Rial]


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer to a question, and what would be paid with it."""

    value: FactValue
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question with each of its choices tried.

    `together` are outcomes of answers on other lines as well: whether operations share one incision shows only when
    more than one of them has a name.
    """

    name: str
    line: int | None
    choices: tuple[Choice, ...]
    together: tuple[Outcome, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Everything that the question leaves possible."""
        return (*(choice.outcome for choice in self.choices), *self.together)


def choices_of(question: Question, open_claim: OpenClaim) -> tuple[FactValue, ...]:
    """Return the answers that can be tried: none for dates, numbers, free texts and long lists."""
    definition = question.definition
    if definition is None:
        return ()
    values = definition.values if len(definition.values) <= MOST_CHOICES else ()
    match definition.kind:
        case FactKind.BOOL:
            return True, False
        case FactKind.ENUM:
            return values
        case FactKind.LIST if values:
            return *((value,) for value in values), ()
        case FactKind.TEXT if question.name in NAMES:
            return *names_given(question.name, open_claim), new_name(question.name, open_claim)
    return ()


def names_given(fact: str, open_claim: OpenClaim) -> dict[str, tuple[int, ...]]:
    """Return the names that lines of a claim bear, with the numbers of these lines; at most as many as have a key."""
    lines: dict[str, tuple[int, ...]] = {}
    for line in open_claim.claim.lines:
        name = line.facts.get(fact)
        if isinstance(name, str):
            lines[name] = (*lines.get(name, ()), line.no)
    return dict(list(lines.items())[: MOST_CHOICES - 1])


def new_name(fact: str, open_claim: OpenClaim) -> str:
    """Return a name that no line bears yet."""
    given = {line.facts.get(fact) for line in open_claim.claim.lines}
    return next(name for name in _numbered(fact) if name not in given)


def payable_amounts(weighed: Iterable[Weighed], no: int, now: Rial) -> tuple[Rial, ...]:
    """Return what open questions leave possible on a line, the most first; nothing where no answer changes it."""
    amounts = set[Rial]()
    for question in weighed:
        found = {outcome.lines[no] for outcome in question.outcomes}
        if question.line == no or found - {now}:
            amounts |= found
    return tuple(sorted(amounts, reverse=True)) if len(amounts) > 1 else ()


class Alternatives:
    """Tries the choices of questions on claims of an office; safe to use from the worker's thread.

    What was tried is kept for each state of a claim, so that going back and forth between questions costs nothing.
    """

    def __init__(self, office: Office, opening: ClaimOpening) -> None:
        self._office = office
        self._opening = opening
        self._known: dict[object, Weighed] = {}

    def weigh(self, open_claim: OpenClaim, question: Question, go_on: Callable[[], None]) -> Weighed:
        """Return a question with its choices tried; `go_on` is called before each and may raise to end the work."""
        key = _state(open_claim), question.name, question.line
        if key not in self._known:
            found = self._tried(open_claim, question, go_on)
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[key] = found
        return self._known[key]

    def forget(self) -> None:
        """Forget everything, such as after a pack was installed."""
        self._known.clear()

    def _tried(self, open_claim: OpenClaim, question: Question, go_on: Callable[[], None]) -> Weighed:
        values = choices_of(question, open_claim)
        tries: list[Answers] = [{question.line: {question.name: value}} for value in values]
        tries += _together(question, open_claim)
        outcomes = []
        with self._office.read() as view:
            trial = self._opening.trial(view, open_claim.id)
            for answers in tries:
                go_on()
                outcomes.append(_outcome(trial(answers)))
        choices = tuple(map(Choice, values, outcomes[: len(values)]))
        return Weighed(question.name, question.line, choices, tuple(outcomes[len(values) :]))


def _state(open_claim: OpenClaim) -> object:
    """Return what tells one state of a claim from another."""
    standing = tuple(decision.id for decision in open_claim.decisions if not decision.undone)
    return open_claim.id, open_claim.version, standing, open_claim.result.digest()


def _together(question: Question, open_claim: OpenClaim) -> list[Answers]:
    """Return answers to all open questions for a name at once: all share one name, each in turn, or none shares any."""
    lines = [other.line for other in open_claim.questions if other.name == question.name]
    if question.name not in NAMES or len(lines) < SEVERAL:
        return []
    given = names_given(question.name, open_claim)
    shared = (*given, new_name(question.name, open_claim))
    unused = (name for name in _numbered(question.name) if name not in given)
    apart = zip(lines, unused, strict=False)
    return [
        *({line: {question.name: name} for line in lines} for name in shared),
        {line: {question.name: name} for line, name in apart},
    ]


def _numbered(fact: str) -> Iterable[str]:
    return (f"{NAMES[fact]} {persian_digits(number)}" for number in count(1))


def _outcome(settlement: Settlement) -> Outcome:
    return Outcome(settlement.totals.approved, {line.no: line.approved for line in settlement.lines})
