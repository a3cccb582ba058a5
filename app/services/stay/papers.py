"""The documents of article 4 as a checklist: what is there, what is wrong with it, and what its absence would cost.

What a document costs is what the engine says with and without it. Nothing of that is stored, and nobody is asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.claim import Claim
from app.domain.facts import FactDictionary, FactValue
from app.domain.findings import Finding
from app.domain.money import Rial
from app.rules.inpatient_stay.documents import DOCUMENTS, FAULTS, PAGE, PAGE_WITHOUT_PHOTO

FAULTS_OF: Mapping[str, tuple[str, ...]] = {
    "admission_order": ("order_unsigned", "order_without_diagnosis", "initial_confirmation_missing"),
    PAGE: (PAGE_WITHOUT_PHOTO,),
    "bill": (
        "bill_unsigned_physician",
        "bill_unsigned_hospital",
        "bill_not_itemised",
        "bill_not_confirmed",
        "stamps_scanned",
        "signatures_scanned",
    ),
    "operation_report": (
        "operation_report_unsigned",
        "assistant_signature_missing",
        "operation_codes_missing",
        "operation_times_missing",
    ),
    "anesthesia_sheet": ("anesthesia_sheet_unsigned", "anesthesia_values_missing", "anesthesia_times_missing"),
    "equipment_invoice": ("invoice_not_certified", "equipment_supplier_unapproved"),
    "equipment_labels": (),
    "drug_list": ("drug_list_unsigned", "drug_list_unpriced"),
    "operating_room_list": ("operating_room_list_unsigned",),
    "lab_list": ("lab_list_unsigned",),
    "imaging_list": ("imaging_list_unsigned",),
}
"""The documents in the order of article 4, each with the faults that it may have."""


Answers = frozenset[tuple[str, int | None, FactValue]]
"""Facts by name and line (None: of the claim), as they are tried together."""


class PaperState(StrEnum):
    """How a document stands: nobody has looked, it is there, it is there with a fault, or it is not there."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    FAULTY = "faulty"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Papers:
    """What is known of the documents of a claim; None where nobody entered a list."""

    documents: frozenset[str] | None
    faults: frozenset[str] | None

    def state(self, document: str) -> PaperState:
        """Return how a document stands."""
        if self.documents is None:
            return PaperState.UNKNOWN
        if not self._is_there(document):
            return PaperState.MISSING
        return PaperState.FAULTY if any(self.has(fault) for fault in FAULTS_OF[document]) else PaperState.GIVEN

    def _is_there(self, document: str) -> bool:
        names = {PAGE, PAGE_WITHOUT_PHOTO} if document == PAGE else {document}
        return self.documents is not None and not names.isdisjoint(self.documents)

    def has(self, fault: str) -> bool:
        """Tell whether a fault is known; a page without photo is one only where no other page is there."""
        if fault == PAGE_WITHOUT_PHOTO:
            return self.documents is not None and fault in self.documents and PAGE not in self.documents
        return self.faults is not None and fault in self.faults

    def all_seen(self) -> "Papers":
        """Return the same with the lists that nobody entered taken as faultless."""
        return Papers(
            frozenset(FAULTS_OF) if self.documents is None else self.documents,
            frozenset() if self.faults is None else self.faults,
        )

    def with_document(self, document: str, *, there: bool) -> "Papers":
        """Return the same with a document there or missing; of a list that nobody entered the rest is there."""
        names = self.all_seen().documents or frozenset()
        gone = {document, PAGE_WITHOUT_PHOTO} if document == PAGE else {document}
        return replace(self, documents=(names - gone) | ({document} if there else set()))

    def with_fault(self, fault: str, *, there: bool) -> "Papers":
        """Return the same with a fault or without it."""
        if fault == PAGE_WITHOUT_PHOTO:
            names = (self.all_seen().documents or frozenset()) - {PAGE, PAGE_WITHOUT_PHOTO}
            return replace(self, documents=names | {PAGE_WITHOUT_PHOTO if there else PAGE})
        names = self.faults or frozenset()
        return replace(self, faults=names | {fault} if there else names - {fault})

    def answers(self, dictionary: FactDictionary) -> dict[str, FactValue]:
        """Return the known lists as facts, in the order of the dictionary."""
        lists = {DOCUMENTS: self.documents, FAULTS: self.faults}
        return {
            fact: tuple(value for value in dictionary[fact].values if value in known)
            for fact, known in lists.items()
            if known is not None
        }

    def tried(self, dictionary: FactDictionary) -> Answers:
        """Return the known lists as they are tried."""
        return frozenset((name, None, value) for name, value in self.answers(dictionary).items())


@dataclass(frozen=True, slots=True)
class PaperTurn:
    """What a person says of one document or of one fault of it; without either, that everything is there and in order.

    It is taken on the papers as the word before left them, however fast the keys follow one another.
    """

    document: str | None = None
    fault: str | None = None
    there: bool = True

    def on(self, papers: Papers) -> Papers:
        """Return the papers after it."""
        if self.fault is not None:
            return papers.with_fault(self.fault, there=self.there)
        if self.document is not None:
            return papers.with_document(self.document, there=self.there)
        return Papers(frozenset(FAULTS_OF), frozenset())


def papers_of(claim: Claim) -> Papers:
    """Return what is known of the documents of a claim with its answers."""
    return Papers(_known(claim, DOCUMENTS), _known(claim, FAULTS))


def _known(claim: Claim, fact: str) -> frozenset[str] | None:
    value = claim.facts.get(fact)
    return frozenset(value) if isinstance(value, tuple) else None


@dataclass(frozen=True, slots=True)
class PaperTrial:
    """Two ways that a claim may be: in order, and without a document or with a fault of it (`fault` is None: gone).

    For a further fact of the papers `document` is its name, and `line` where it stands.
    """

    document: str
    fault: str | None
    in_order: Answers
    lacking: Answers
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PaperCost:
    """What the lack of a document, or a fault of it, does: rials that go, and the findings that only it brings."""

    document: str
    fault: str | None
    rial: Rial
    findings: tuple[Finding, ...]
    line: int | None = None

    @property
    def clause(self) -> str:
        """The clause that takes the money, or holds or remarks on the claim; empty where nothing hangs on it."""
        return self.findings[0].clause if self.findings else ""

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that hang on it."""
        return tuple(sorted({finding.line for finding in self.findings if finding.line is not None}))

    @property
    def on_claim(self) -> bool:
        """Tell whether the claim as a whole hangs on it."""
        return any(finding.line is None for finding in self.findings)


def paper_trials(papers: Papers, dictionary: FactDictionary) -> Iterator[PaperTrial]:
    """Yield what is to be tried to know what each document and each of its faults costs."""

    def tried(document: str, fault: str | None, in_order: Papers, lacking: Papers) -> PaperTrial:
        return PaperTrial(document, fault, in_order.tried(dictionary), lacking.tried(dictionary))

    seen = papers.all_seen()
    for document in FAULTS_OF:
        there = seen if seen.state(document) is not PaperState.MISSING else seen.with_document(document, there=True)
        yield tried(document, None, there, seen.with_document(document, there=False))
        for fault in FAULTS_OF[document]:
            yield tried(document, fault, there.with_fault(fault, there=False), there.with_fault(fault, there=True))


def brought_by(lacking: tuple[Finding, ...], in_order: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings on documents that stand in one result and not in the other."""
    before = {(finding.rule, finding.line) for finding in in_order}
    return tuple(
        finding for finding in lacking if finding.rule.startswith("DOC-") and (finding.rule, finding.line) not in before
    )
