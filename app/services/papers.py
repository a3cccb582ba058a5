"""The papers that a paraclinic centre delivers with its month, ticked off as answers on its claims (PAR-11)."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from app.domain.claim import PARACLINIC_KINDS, Insurer, Pathway
from app.domain.office import OPEN_STATES, ClaimState, Decision, DecisionKind, ImportedSubmission
from app.domain.papers import DELIVERED_FACT, FORM_FACT, Paper, PaperList
from app.domain.rights import Action
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.office import Office
from app.services.people import Session
from app.services.presence import LiesElsewhere, expect_on_no_other_desk
from app.services.results import settled_summary
from app.services.rights import expect_new_eyes, expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.services.surroundings import View
from app.sheets.paper_list import draw_paper_list
from app.store.transactions import OfficeChange

Progress = Callable[[int, int], None]
COUNTED = "شمارش برگ‌های ماه"
"""The reason of the answers that the list of papers gives."""


class Papers:
    """A signed-in person's work with the papers of Social Security's paraclinic months; raises UseError."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def months(self) -> tuple[ImportedSubmission, ...]:
        """Return the submissions to Social Security, the latest imported first."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            found = view.submissions.list(self._office.dictionary)
        return tuple(one for one in reversed(found) if one.submission.insurer is Insurer.TAMIN)

    def list_of(self, submission_id: int) -> PaperList:
        """Return the paraclinic requests of a submission with what is known of their papers."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            return self._list(view, submission_id)

    def say(self, submission_id: int, claim_id: int, *, delivered: bool) -> PaperList:
        """Say of one paper whether it was delivered, and return the list as it then stands."""
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.REVIEW, now=unit)
            self._answer(unit, claim_id, delivered=delivered)
            return self._list(unit, submission_id)

    def all_delivered(self, submission_id: int, progress: Progress) -> PaperList:
        """Say of every paper of which nobody has said anything that it was delivered, in one change.

        That of a claim which lies on another desk is left as it is. `progress` hears (done, all) and may raise to
        cancel, and then nothing was said.
        """
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.REVIEW, now=unit)
            left = self._list(unit, submission_id).left
            for done, paper in enumerate(left, 1):
                with suppress(LiesElsewhere):
                    self._answer(unit, paper.claim_id, delivered=True)
                progress(done, len(left))
            return self._list(unit, submission_id)

    def draw(self, papers: PaperList) -> bytes:
        """Return the list as a sheet."""
        with self._office.read() as view:
            expect_right(self._session, Action.PRINT_SHEETS, now=view)
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
        return draw_paper_list(papers, office_name=name, printed_on=day_of(self._office.clock()))

    def _answer(self, unit: OfficeChange, claim_id: int, *, delivered: bool) -> None:
        expect_new_eyes(self._session, unit, claim_id)
        expect_on_no_other_desk(self._office, unit, claim_id)
        state = unit.claims.standing(claim_id).state
        if state not in OPEN_STATES:
            raise UseError("رسیدگی این سند بسته شده است و تحویل برگ آن دیگر تغییر نمی‌کند.")
        if state is ClaimState.RECEIVED:
            unit.claims.set_state(claim_id, ClaimState.IN_REVIEW)
        before = self._opening.open(unit, claim_id)
        unit.decisions.add(
            claim_id,
            DecisionKind.ENTER_FACT,
            result_digest=before.result.digest_of(None),
            fact=DELIVERED_FACT,
            value=delivered,
            reason=COUNTED,
        )
        unit.results.put(claim_id, settled_summary(self._opening.open(unit, claim_id).settlement))

    def _list(self, view: View, submission_id: int) -> PaperList:
        dictionary = self._office.dictionary
        answered = view.decisions.answers_in_submission(submission_id, {FORM_FACT, DELIVERED_FACT})
        said = _latest(answered)
        papers = []
        for one in view.claims.of_submission(submission_id, dictionary):
            claim = one.claim
            if claim.kind in PARACLINIC_KINDS and claim.pathway is Pathway.CONTRACTED:
                facts = {**claim.facts, **said.get(one.id, {})}
                form, delivered = facts.get(FORM_FACT), facts.get(DELIVERED_FACT)
                papers.append(
                    Paper(
                        one.id,
                        claim.id,
                        claim.kind,
                        claim.patient,
                        claim.service_day,
                        claim.claimed,
                        one.state,
                        form if isinstance(form, str) else None,
                        delivered if isinstance(delivered, bool) else None,
                    )
                )
        return PaperList(submission_id, view.submissions.get(submission_id, dictionary).submission, tuple(papers))


def _latest(answers: tuple[tuple[int, Decision], ...]) -> Mapping[int, Mapping[str, object]]:
    """Return the answers that hold, by claim; a later one stands in place of an earlier one."""
    found: dict[int, dict[str, object]] = {}
    for claim_id, decision in answers:
        if decision.fact is not None:
            found.setdefault(claim_id, {})[decision.fact] = decision.value
    return found
