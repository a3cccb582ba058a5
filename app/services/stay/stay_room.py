"""Looks at a stay beside its bill: times, documents and what they cost, global operations, a transfer.

Of a claim without a stay only the transfer is shown: an inpatient of an own hospital may have been sent for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.claim import STAY_KINDS
from app.domain.facts import FactValue
from app.domain.findings import Finding
from app.domain.money import Rial
from app.domain.office import Decision
from app.domain.rulebook import Rulebook
from app.domain.settlement import waivers
from app.rules.registry import Phase
from app.services.claim_laying import Assessment
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.stay.further import FurtherPaper, further_papers, further_trials
from app.services.stay.global_view import GlobalView, global_view
from app.services.stay.papers import Answers, PaperCost, Papers, PaperTrial, brought_by, paper_trials, papers_of
from app.services.stay.time_line import time_line
from app.services.stay.times import TimeLine
from app.services.stay.transfer import Transfer, may_be_transferred, transfer_of

ENTRY_OF_PAPERS = "DOC-00d"


@dataclass(frozen=True, slots=True)
class Stay:
    """What the desk shows beside a bill; `papers` are None where article 4 asks for none, `times` without a stay.

    `transfer` is None where no own hospital can have sent the patient.
    """

    claim_id: int
    times: TimeLine | None
    papers: Papers | None
    further: tuple[FurtherPaper, ...]
    global_view: GlobalView | None
    transfer: Transfer | None = None


def has_stay(open_claim: OpenClaim) -> bool:
    """Tell whether a claim is of a stay."""
    return open_claim.claim.kind in STAY_KINDS


def has_more_than_a_bill(open_claim: OpenClaim) -> bool:
    """Tell whether something of a claim is shown beside its bill."""
    return has_stay(open_claim) or may_be_transferred(open_claim)


class StayRoom:
    """Looks at stays of an office off the screen's thread; nothing that it tries is stored."""

    def __init__(self, office: Office, opening: ClaimOpening) -> None:
        self._office = office
        self._opening = opening

    def look(self, open_claim: OpenClaim) -> tuple[Stay, "PaperTrials | None"]:
        """Return a stay as it lies on the desk, and what its documents are tried with."""
        with self._office.read() as view:
            laid = self._opening.lay(view, open_claim.id)
        assessment = laid.assessment
        transfer = transfer_of(assessment, laid.decisions) if may_be_transferred(open_claim) else None
        if not has_stay(open_claim):
            return Stay(open_claim.id, None, None, (), None, transfer), None
        stay = stay_of(assessment, open_claim, self._office.rulebook, transfer)
        if stay.papers is None:
            return stay, None
        dictionary = self._office.dictionary
        trials = [*paper_trials(stay.papers, dictionary), *further_trials(stay.further, stay.papers, dictionary)]
        trials.sort(key=lambda trial: trial.fault is not None)  # what is seen first is tried first
        return stay, PaperTrials(assessment, laid.decisions, tuple(trials))


def stay_of(
    assessment: Assessment, open_claim: OpenClaim, rulebook: Rulebook, transfer: Transfer | None = None
) -> Stay:
    """Return what is shown of a stay that is laid ready."""
    set_aside = waivers(open_claim.result, open_claim.decisions)
    judged = assessment.judged_alone(until=Phase.QUANTITY, set_aside=set_aside)
    claim, submission = assessment.claim, assessment.submission
    papers = papers_of(claim) if claim.kind in rulebook[ENTRY_OF_PAPERS].kinds and judged.is_contracted else None
    return Stay(
        claim_id=open_claim.id,
        times=time_line(assessment.as_submitted()),
        papers=papers,
        further=further_papers(claim, submission, papers) if papers else (),
        global_view=global_view(judged, open_claim.result),
        transfer=transfer,
    )


class PaperTrials:
    """Tries a claim with and without each document, one after another; a trial takes as long as one audit or two."""

    def __init__(self, assessment: Assessment, decisions: tuple[Decision, ...], trials: tuple[PaperTrial, ...]) -> None:
        self._assessment = assessment
        self._decisions = decisions
        self._results: dict[Answers, tuple[Rial, tuple[Finding, ...]]] = {}
        self.trials = trials

    def costs(self) -> Iterator[PaperCost]:
        """Yield the cost of each document and of each of its faults, in the order of article 4."""
        yield from map(self.cost, self.trials)

    def cost(self, trial: PaperTrial) -> PaperCost:
        """Return what one document or fault costs, with what people have decided."""
        with_it, found_with = self._approved(trial.in_order)
        without, found_without = self._approved(trial.lacking)
        brought = brought_by(found_without, found_with)
        return PaperCost(trial.document, trial.fault, with_it - without, brought, trial.line)

    def _approved(self, answers: Answers) -> tuple[Rial, tuple[Finding, ...]]:
        if answers not in self._results:
            by_line: dict[int | None, dict[str, FactValue]] = {}
            for name, line, value in answers:
                by_line.setdefault(line, {})[name] = value
            settlement = self._assessment.with_answers(dict(by_line)).settle(self._decisions, {})
            self._results[answers] = settlement.totals.approved, settlement.result.findings
        return self._results[answers]
