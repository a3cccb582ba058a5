"""The rows of the checklist: documents, and below an open one its faults; what each costs in figures or a word."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.findings import Effect
from app.domain.persian import persian_digits, rials
from app.services.stay.further import FurtherPaper
from app.services.stay.papers import FAULTS_OF, PaperCost, Papers, PaperState
from app.ui.answers.value_names import fact_label, value_name
from app.ui.stay.words import line_list

translate = QCoreApplication.translate
FEW_LINES = 3
ARTICLE = "بخش بستری، ماده ۴، "
"""What every clause of the card begins with; its title says it once."""
Key = tuple[str, str | None, int | None]
Costs = Mapping[Key, PaperCost]
"""What is known of costs, by document or fact, fault, and line of the fact."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row; `fault` is None on the document's own row, `further` is the fact of a row that is no document.

    A `stale` cost was worked out before the latest answer and is on its way anew.
    """

    document: str
    fault: str | None
    state: PaperState
    name: str
    open: bool
    cost: PaperCost | None
    further: FurtherPaper | None = None
    stale: bool = False

    @property
    def rule(self) -> str | None:
        """The rule that acts where it lacks."""
        return self.cost.findings[0].rule if self.cost is not None and self.cost.findings else None

    @property
    def key(self) -> Key:
        """What the row is of."""
        return self.document, self.fault, self.further.line if self.further else None

    @property
    def lacking(self) -> bool:
        """Tell whether the document is missing, or the fault there."""
        return self.state in {PaperState.MISSING, PaperState.FAULTY} if self.fault else self.state is PaperState.MISSING


def paper_rows(
    papers: Papers, further: Sequence[FurtherPaper], costs: Costs, opened: Collection[str]
) -> Iterator[PaperRow]:
    """Yield the rows of the checklist; the faults of a document stand below it while it is open."""
    yield from _documents(papers, costs, opened)
    for paper in further:
        name = fact_label(paper.fact)
        if paper.line is not None:
            name = translate("stay", "{name}، {lines}").format(name=name, lines=line_list((paper.line,)))
        cost = costs.get((paper.fact, None, paper.line))
        yield PaperRow(paper.fact, None, paper.state, name, open=False, cost=cost, further=paper)


def _documents(papers: Papers, costs: Costs, opened: Collection[str]) -> Iterator[PaperRow]:
    for document, faults in FAULTS_OF.items():
        is_open = document in opened and bool(faults)
        name = value_name("documents", document)
        yield PaperRow(document, None, papers.state(document), name, is_open, costs.get((document, None, None)))
        for fault in faults if is_open else ():
            state = PaperState.FAULTY if papers.has(fault) else PaperState.GIVEN
            if not papers.has(fault) and papers.faults is None:
                state = PaperState.UNKNOWN
            name_of_fault = value_name("document_faults", fault)
            yield PaperRow(document, fault, state, name_of_fault, False, costs.get((document, fault, None)))


def cost_text(row: PaperRow) -> str:
    """Return what a lack costs: rials, a word where it takes nothing, … while it is worked out."""
    if row.cost is None:
        return "…"
    effects = {finding.effect for finding in row.cost.findings}
    if row.cost.rial or Effect.REJECT in effects:
        return rials(row.cost.rial)
    if Effect.QUERY in effects:
        return translate("stay", "سند می‌ماند")
    return translate("stay", "یادآوری") if effects else "—"


def place_text(row: PaperRow) -> str:
    """Return what hangs on it: the claim, a few lines by number, or how many."""
    if row.cost is None or not row.cost.findings:
        return ""
    if row.cost.on_claim:
        return translate("stay", "کل سند")
    if len(row.cost.lines) <= FEW_LINES:
        return line_list(row.cost.lines)
    return translate("stay", "{count} ردیف").format(count=persian_digits(len(row.cost.lines)))


def clause_text(row: PaperRow) -> str:
    """Return the clause without what the card's title says already."""
    return "" if row.cost is None else row.cost.clause.removeprefix(ARTICLE)


def state_text(row: PaperRow) -> str:
    """Return how a row stands."""
    if row.further is not None:
        if row.state is PaperState.UNKNOWN:
            return translate("stay", "هنوز خوانده نشده است")
        return translate("stay", "بله") if row.further.value is True else translate("stay", "خیر")
    if row.fault is not None:
        if row.state is PaperState.FAULTY:
            return translate("stay", "این ایراد دیده شده است")
        return translate("stay", "این ایراد دیده نشده است")
    return {
        PaperState.UNKNOWN: translate("stay", "هنوز دیده نشده است"),
        PaperState.GIVEN: translate("stay", "پیوست است"),
        PaperState.FAULTY: translate("stay", "پیوست است، با ایراد"),
        PaperState.MISSING: translate("stay", "پیوست نیست"),
    }[row.state]


def row_words(row: PaperRow) -> str:
    """Return a sentence on a row: its name, how it stands, what its lack does, and under which clause."""
    words = [f"{row.name}: {state_text(row)}"]
    if row.cost is None:
        return words[0]
    if not row.cost.findings:
        words.append(translate("stay", "در این سند چیزی بر آن تکیه ندارد"))
    else:
        if row.cost.rial:
            words.append(_lost(row).format(cost=rials(row.cost.rial)))
        words += [place_text(row), row.cost.findings[0].message, row.cost.clause]
    return "؛ ".join(word.rstrip(".") for word in words if word)


def _lost(row: PaperRow) -> str:
    if row.further is not None:
        return translate("stay", "پاسخ دیگر {cost} ریال می‌کاهد")
    if row.fault is not None:
        return translate("stay", "این ایراد {cost} ریال می‌کاهد")
    return translate("stay", "نبود آن {cost} ریال می‌کاهد")
