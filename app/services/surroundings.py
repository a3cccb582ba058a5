"""What an office knows around a claim: its submission's other claims, the centre's other submissions, shared answers.

A fact of the submission (is the technical officer present?) is answered once, on any of its claims, and holds for all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.claim import Claim, Submission
from app.domain.facts import FactDictionary, Facts, FactScope
from app.rules.case import Surroundings
from app.services.audit import FOREIGN_STAMP, Auditor, surroundings_of
from app.store.transactions import OfficeChange, OfficeView

View = OfficeView | OfficeChange


def office_surroundings(
    view: View, auditor: Auditor, submission_id: int, submission: Submission, claims: Iterable[Claim]
) -> Surroundings:
    """Return what the claims of a submission say about one another, with what the office knows of the centre."""
    claims = tuple(claims)
    here = surroundings_of(claims)
    elsewhere = view.claims.count_with_fact(submission.provider.id, FOREIGN_STAMP, outside_submission=submission_id)
    return Surroundings(here.kinds, here.foreign_stamps + elsewhere, auditor.peers_of(submission, claims))


@dataclass(frozen=True, slots=True)
class SharedAnswers:
    """Answers given on claims of a submission that matter for all of them; `stamped` are claims by number."""

    facts: Facts
    stamped: frozenset[int]

    def around(self, surroundings: Surroundings) -> Surroundings:
        """Return the surroundings with the foreign stamps that people have seen."""
        return replace(surroundings, foreign_stamps=surroundings.foreign_stamps + len(self.stamped))


def shared_answers(
    view: View, submission_id: int, dictionary: FactDictionary, *, until: str | None = None
) -> SharedAnswers:
    """Return what people answered on the claims of a submission that holds beyond the claim itself; the latest wins.

    `until` leaves out what was answered after a claim was signed, so that a closed claim stays as it was.
    """
    names = {fact.name for fact in dictionary.values() if fact.scope is FactScope.SUBMISSION}
    answers = [
        (claim_id, decision)
        for claim_id, decision in view.decisions.answers_in_submission(submission_id, names | {FOREIGN_STAMP})
        if until is None or decision.at <= until
    ]
    return SharedAnswers(
        facts={d.fact: d.value for _claim, d in answers if d.fact in names and d.value is not None},
        stamped=frozenset(claim_id for claim_id, d in answers if d.fact == FOREIGN_STAMP and d.value is True),
    )
