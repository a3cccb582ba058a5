"""The papers that a paraclinic centre delivers with its month, ticked off as answers on its claims (PAR-11)."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from app.domain.claim import PARACLINIC_KINDS, Claim, Insurer, Pathway, Submission
from app.domain.office import OPEN_STATES, ClaimState, Decision, DecisionKind, ImportedSubmission, OfficeClaim
from app.domain.papers import DELIVERED_FACT, FORM_FACT, Paper, PaperList
from app.domain.queue import QueueGroup, QueueQuery
from app.domain.rights import Action
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.office import Office
from app.services.people import Session
from app.services.presence import expect_on_no_other_desk
from app.services.results import settled_summary
from app.services.rights import expect_new_eyes, expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.services.surroundings import View
from app.sheets.paper_list import draw_paper_list
from app.store.transactions import OfficeChange

Progress = Callable[[int, int], None]
AT_ONCE = 25
"""Papers of which something is said in one change of the office; other desks write in between."""
COUNTED = "شمارش برگ‌های ماه"
"""The reason of the answers that the list of papers gives."""


class Papers:
    """A signed-in person's work with the papers of Social Security's paraclinic months; raises UseError."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def months(self) -> tuple[ImportedSubmission, ...]:
        """Return the submissions to Social Security that hold paraclinic requests, the latest imported first."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            found = view.submissions.list(self._office.dictionary)
            of_kinds = (
                view.claims.counts_by(QueueGroup.SUBMISSION, QueueQuery(kind=kind)) for kind in PARACLINIC_KINDS
            )
            with_requests = {count.key for counts in of_kinds for count in counts}
        return tuple(
            one for one in reversed(found) if one.submission.insurer is Insurer.TAMIN and str(one.id) in with_requests
        )

    def list_of(self, submission_id: int) -> PaperList:
        """Return the paraclinic requests of a submission with what is known of their papers."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            return self._list(view, submission_id)

    def say(self, claim_id: int, *, delivered: bool) -> Paper:
        """Say of one paper whether it was delivered, and return it as it then stands."""
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.REVIEW, now=unit)
            self._answer(unit, claim_id, delivered=delivered)
            return _paper(unit.claims.get(claim_id, self._office.dictionary), _said(unit.decisions.of_claim(claim_id)))

    def all_delivered(self, submission_id: int, progress: Progress) -> PaperList:
        """Say of every paper of which nobody has said anything that it was delivered, a few at a time.

        Those of claims that lie on another desk, were closed meanwhile or are for other eyes are left as they are.
        `progress` hears (done, all) and may raise to cancel; what was said until then stays.
        """
        left = self.list_of(submission_id).left
        for start in range(0, len(left), AT_ONCE):
            papers = left[start : start + AT_ONCE]
            with self._office.change(self._session.user.id) as unit:
                expect_right(self._session, Action.REVIEW, now=unit)
                for paper in papers:
                    with suppress(UseError):
                        self._answer(unit, paper.claim_id, delivered=True)
            progress(start + len(papers), len(left))
        return self.list_of(submission_id)

    def draw(self, papers: PaperList) -> bytes:
        """Return the list as a sheet."""
        with self._office.read() as view:
            expect_right(self._session, Action.PRINT_SHEETS, now=view)
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
        return draw_paper_list(papers, office_name=name, printed_on=day_of(self._office.clock()))

    def _answer(self, unit: OfficeChange, claim_id: int, *, delivered: bool) -> None:
        """Record what was said of the paper of a claim; raises UseError, before anything is written, where it may not.

        The answer is tried on the claim as it was laid for the question, so that it is read from the store once.
        """
        expect_new_eyes(self._session, unit, claim_id)
        expect_on_no_other_desk(self._office, unit, claim_id)
        state = unit.claims.standing(claim_id).state
        if state not in OPEN_STATES:
            raise UseError("رسیدگی این سند بسته شده است و تحویل برگ آن دیگر تغییر نمی‌کند.")
        if state is ClaimState.RECEIVED:
            unit.claims.set_state(claim_id, ClaimState.IN_REVIEW)
        laid = self._opening.lay(unit, claim_id)
        unit.decisions.add(
            claim_id,
            DecisionKind.ENTER_FACT,
            result_digest=laid.assessment.result().digest_of(None),
            fact=DELIVERED_FACT,
            value=delivered,
            reason=COUNTED,
        )
        answered = laid.assessment.with_answers({None: {DELIVERED_FACT: delivered}})
        unit.results.put(claim_id, settled_summary(answered.settle(laid.decisions, {})))

    def _list(self, view: View, submission_id: int) -> PaperList:
        dictionary = self._office.dictionary
        submission = view.submissions.get(submission_id, dictionary).submission
        said: dict[int, list[Decision]] = {}
        for claim_id, decision in view.decisions.answers_in_submission(submission_id, {FORM_FACT, DELIVERED_FACT}):
            said.setdefault(claim_id, []).append(decision)
        papers = (
            _paper(one, _said(said.get(one.id, ())))
            for one in view.claims.of_submission(submission_id, dictionary)
            if _is_listed(submission, one.claim)
        )
        return PaperList(submission_id, submission, tuple(papers))


def _is_listed(submission: Submission, claim: Claim) -> bool:
    """Tell whether the guide for paraclinic centres concerns a claim of a month."""
    insured = (claim.insurer or submission.insurer) is Insurer.TAMIN
    return insured and claim.kind in PARACLINIC_KINDS and claim.pathway is Pathway.CONTRACTED


def _paper(one: OfficeClaim, said: Mapping[str, object]) -> Paper:
    facts = {**one.claim.facts, **said}
    form, delivered = facts.get(FORM_FACT), facts.get(DELIVERED_FACT)
    return Paper(
        one.id,
        one.claim.id,
        one.claim.kind,
        one.claim.patient,
        one.claim.service_day,
        one.claim.claimed,
        one.state,
        form if isinstance(form, str) else None,
        delivered if isinstance(delivered, bool) else None,
    )


def _said(answers: Iterable[Decision]) -> Mapping[str, object]:
    """Return what answers that hold say of a paper; a later one stands in place of an earlier one."""
    return {word.fact: word.value for word in answers if word.fact in {FORM_FACT, DELIVERED_FACT} and not word.undone}
