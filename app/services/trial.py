"""Trying a rule on the claim on the desk: answers on a copy of it, and what the engine would say; nothing is stored."""

from dataclasses import dataclass

from app.domain.assessment import ClaimResult
from app.domain.facts import UNKNOWN, Answer, FactDefinition, FactDictionary, FactScope, FactValue
from app.domain.rulebook import RuleEntry
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim


@dataclass(frozen=True, slots=True)
class TrialQuestion:
    """A fact of the tried rule at its place, with what the claim says of it; `line` is None for a fact of the claim."""

    definition: FactDefinition
    line: int | None
    known: Answer


TrialAnswers = dict[tuple[str, int | None], FactValue]


class TrialRoom:
    """Asks the engine about claims as they would be; safe to use from the worker's thread."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._opening = ClaimOpening(office)

    def result(self, claim_id: int, answers: TrialAnswers) -> ClaimResult:
        """Return the engine's result on a claim with these answers laid over those that were really given."""
        by_line: dict[int | None, dict[str, FactValue]] = {}
        for (name, line), value in answers.items():
            by_line.setdefault(line, {})[name] = value
        with self._office.read() as view:
            return self._opening.result_with(view, claim_id, dict(by_line))


def trial_questions(entry: RuleEntry, open_claim: OpenClaim, dictionary: FactDictionary) -> tuple[TrialQuestion, ...]:
    """Return every fact of a rule at every place of a claim; lines on which the rule has a finding come first."""
    found = {finding.line for finding in open_claim.result.findings if finding.rule == entry.id}
    lines = sorted((line.no for line in open_claim.claim.lines), key=lambda no: (no not in found, no))
    asked: list[TrialQuestion] = []
    for definition in (dictionary[name] for name in entry.facts):
        places = lines if definition.scope is FactScope.LINE else [None]
        asked += [TrialQuestion(definition, place, _known(open_claim, definition.name, place)) for place in places]
    return tuple(asked)


def _known(open_claim: OpenClaim, name: str, line: int | None) -> Answer:
    if line is not None:
        return open_claim.line(line).facts.get(name, UNKNOWN)
    return open_claim.claim.facts.get(name, open_claim.submission.facts.get(name, UNKNOWN))
