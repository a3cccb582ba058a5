"""What an office knows around a claim: its submission's other claims, the centre's other submissions, shared answers.

A fact of the submission (is the technical officer present?) is answered once, on any of its claims, and holds for all.
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.claim import Claim, Submission
from app.domain.coded_fields import with_answers
from app.domain.facts import FactDictionary, Facts, FactScope
from app.rules.around import Surroundings
from app.rules.persons import ABSENT_ASSISTANT, absent_residents
from app.services.anesthesias import anesthesia_search
from app.services.audit import FOREIGN_STAMP, Auditor, surroundings_of
from app.store.transactions import OfficeChange, OfficeView

View = OfficeView | OfficeChange


def office_surroundings(
    view: View, auditor: Auditor, submission_id: int, submission: Submission, claims: Iterable[Claim], *, newest: int
) -> Surroundings:
    """Return what the claims of a submission say about one another, with what the office knows of the centre.

    `newest` is the last submission that counts: what came in after a claim was signed says nothing of it.
    """
    claims = tuple(claims)
    here = surroundings_of(claims)
    elsewhere = view.claims.count_with_fact(
        submission.provider.id, FOREIGN_STAMP, outside_submission=submission_id, newest=newest
    )
    peers = auditor.peers_of(submission, claims)
    elsewhere_absent = view.claims.of_month_with_line_fact(
        submission, ABSENT_ASSISTANT, auditor.dictionary, outside_submission=submission_id, newest=newest
    )
    return replace(
        here,
        foreign_stamps=here.foreign_stamps + elsewhere,
        peers=peers,
        absent_residents=here.absent_residents | absent_residents(elsewhere_absent),
        anesthesias=anesthesia_search(auditor, submission, claims),
    )


@dataclass(frozen=True, slots=True)
class SharedAnswers:
    """Answers given on claims of a submission that matter for all of them.

    `stamped` are claims by number, `absent_residents` people found absent from an operation, by theirs.
    """

    facts: Facts
    stamped: frozenset[int]
    absent_residents: frozenset[str] = frozenset()

    def around(self, surroundings: Surroundings) -> Surroundings:
        """Return the surroundings with the foreign stamps and the absent residents that people have seen."""
        return replace(
            surroundings,
            foreign_stamps=surroundings.foreign_stamps + len(self.stamped),
            absent_residents=surroundings.absent_residents | self.absent_residents,
        )


def shared_answers(
    view: View, submission_id: int, dictionary: FactDictionary, *, known_at: int | None = None
) -> SharedAnswers:
    """Return what people answered on the claims of a submission that holds beyond the claim itself; the latest wins.

    `known_at` leaves out what was answered or undone after a place of the trail: a closed claim stays as it was signed.
    """
    names = _of_the_submission(dictionary)
    asked = names | {FOREIGN_STAMP, ABSENT_ASSISTANT}
    answers = view.decisions.answers_in_submission(submission_id, asked, known_at=known_at)
    absences = {(claim_id, d.line): d.value is True for claim_id, d in answers if d.fact == ABSENT_ASSISTANT}
    return SharedAnswers(
        facts={d.fact: d.value for _claim, d in answers if d.fact in names and d.value is not None},
        stamped=frozenset(claim_id for claim_id, d in answers if d.fact == FOREIGN_STAMP and d.value is True),
        absent_residents=absent_residents(
            with_answers(view.claims.get(claim_id, dictionary).claim, {no: {ABSENT_ASSISTANT: True}})
            for (claim_id, no), absent in absences.items()
            if absent
        ),
    )


def signed_otherwise(
    view: View, submission_id: int, submission: Submission, dictionary: FactDictionary
) -> tuple[str, ...]:
    """Return the facts of a submission with another answer of which, the file's or a person's, claims were signed.

    These stay as they were signed; who answers otherwise, or takes the answer back, has to know of them.
    """
    names = _of_the_submission(dictionary)
    answered = view.decisions.places_of_answers(submission_id, names)
    signed = view.sheets.places_in_submission(submission_id) if answered else ()
    now = {**submission.facts, **shared_answers(view, submission_id, dictionary).facts}
    differing = set[str]()
    for place in {bisect(answered, place): place for place in signed}.values():
        then = shared_answers(view, submission_id, dictionary, known_at=place).facts
        differing |= {name for name, value in {**submission.facts, **then}.items() if now.get(name) != value}
    return tuple(sorted(differing))


def _of_the_submission(dictionary: FactDictionary) -> set[str]:
    return {fact.name for fact in dictionary.values() if fact.scope is FactScope.SUBMISSION}
