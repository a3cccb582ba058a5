"""What else article 4 asks of the papers of a bill: facts that a document or a fault of it brings with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.claim import Claim, Line, Submission
from app.domain.facts import UNKNOWN, Answer, FactDictionary
from app.rules.inpatient_stay.document_lines import ATTACHED, GIVEN, PICTURES, REQUESTED, SUPPLIER
from app.rules.inpatient_stay.documents import BOOKLET, EMERGENCY, EXPERT, FORM, LETTERHEAD
from app.rules.inpatient_stay.terms import GLOBAL, PROSTHESIS
from app.services.stay.papers import Papers, PaperState, PaperTrial

GOOD = {EMERGENCY: True, BOOKLET: True, EXPERT: False, SUPPLIER: True, ATTACHED: True, GIVEN: False}
"""The answer with which nothing lacks."""
TO_BE_CONFIRMED = ("bill_not_confirmed", "initial_confirmation_missing")


@dataclass(frozen=True, slots=True)
class FurtherPaper:
    """One fact of the claim (`line` None) or of a line on which the papers hang, and what is known of it."""

    fact: str
    line: int | None
    value: Answer

    @property
    def good(self) -> bool:
        """The answer with which nothing lacks."""
        return GOOD[self.fact]

    @property
    def state(self) -> PaperState:
        """How it stands."""
        if self.value is UNKNOWN:
            return PaperState.UNKNOWN
        return PaperState.GIVEN if self.value == self.good else PaperState.MISSING


def further_trials(further: Iterable[FurtherPaper], papers: Papers, dictionary: FactDictionary) -> Iterator[PaperTrial]:
    """Yield what is to be tried to know what each of these facts costs."""
    known = papers.all_seen().tried(dictionary)
    for paper in further:
        in_order, lacking = (known | {(paper.fact, paper.line, value)} for value in (paper.good, not paper.good))
        yield PaperTrial(paper.fact, None, in_order, lacking, paper.line)


def further_papers(claim: Claim, submission: Submission, papers: Papers) -> tuple[FurtherPaper, ...]:
    """Return what the documents and faults that are known bring with them, in the order of article 4."""
    return tuple(_further(claim, submission, papers))


def _further(claim: Claim, submission: Submission, papers: Papers) -> Iterator[FurtherPaper]:
    if claim.facts.get(FORM) == LETTERHEAD:
        yield from (FurtherPaper(fact, None, claim.facts.get(fact, UNKNOWN)) for fact in (EMERGENCY, BOOKLET))
    if any(papers.has(fault) for fault in TO_BE_CONFIRMED):
        known = claim.facts.get(EXPERT, submission.facts.get(EXPERT, UNKNOWN))
        yield FurtherPaper(EXPERT, None, known)
    for line in claim.lines:
        yield from (FurtherPaper(fact, line.no, line.facts.get(fact, UNKNOWN)) for fact in _of_line(line, papers))


def _of_line(line: Line, papers: Papers) -> Iterator[str]:
    if line.section == GLOBAL and papers.state("anesthesia_sheet") is PaperState.MISSING:
        yield GIVEN
    if line.section == PROSTHESIS and papers.has("equipment_supplier_unapproved"):
        yield SUPPLIER
    if line.section in PICTURES and line.facts.get(REQUESTED) is True:
        yield ATTACHED
