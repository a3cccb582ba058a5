"""The rows of a bill as plain values: headings of sections, and lines with everything that is drawn of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.assessment import LineResult
from app.domain.claim import STAY_KINDS, Line
from app.domain.factors import Factors, factors_of
from app.domain.findings import Effect, Finding, Mark, Pen
from app.domain.money import Rial
from app.domain.office import ClaimState
from app.domain.persian import date_text, persian_digits, rials
from app.domain.settlement import SettledLine
from app.services.open_claim import OpenClaim
from app.ui.answers.value_names import fact_label, value_name
from app.ui.bill.names import SECTIONS, line_title, person_name
from app.ui.text import identifier

SHOWN_FACTS = ("side", "region", "method", "arch", "tooth", "teeth", "ward")
LONG_BILL = 40
BOTH = 2
Payable = tuple[Rial, ...]


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A section of the bill with its sums in rials.

    `mark` is the worst of its lines, None on a short bill without a stay, whose lines are all seen; `questions` are
    those that its lines wait for. A heading is `quiet` where nothing is said of any of its lines.
    """

    section: str
    lines: int
    claimed: Rial
    approved: Rial
    mark: Mark | None = None
    pen: Pen = Pen.GREEN
    questions: int = 0
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionMark:
    """That the centre objects to a line, in words; `waits` while nobody has answered."""

    text: str
    waits: bool


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: what the centre wrote, how it stands, and short texts beside it.

    `details` is the small second line under the title, `hint` the one under the approved amount. `payable` are the
    amounts that the open questions leave possible, in rials, the most first; empty while nobody has worked them out.
    `objection` tells of the centre's objection to the line, None where it has none that this version concerns; `before`
    what the version before paid of it.
    """

    line: Line
    settled: SettledLine
    title: str
    details: str
    hint: str
    factors: tuple[Factors, ...] = ()
    payable: Payable = ()
    objection: ObjectionMark | None = None
    before: str = ""

    @property
    def struck(self) -> SettledLine | LineResult | None:
        """What no longer holds beside what stands: the technical pass's word below a red one, else the engine's."""
        if self.settled.corrected:
            return self.settled.green
        return self.settled.engine if self.settled.overridden else None

    @property
    def stale(self) -> bool:
        """Tell whether the person's word must be given again."""
        return self.settled.stale is not None

    @property
    def quiet(self) -> bool:
        """Tell whether the line stands as it was claimed, and nothing more is said of it."""
        return self.settled.mark is Mark.TICK and not self.hint and not self.stale and self.objection is None


def payable_text(payable: Payable) -> str:
    """Return the amounts that a question leaves possible, as a person reads them."""
    text = QCoreApplication.translate("bill", "{most} یا {least}")
    if len(payable) > BOTH:
        text = QCoreApplication.translate("bill", "{least} تا {most}")
    return text.format(most=rials(payable[0]), least=rials(payable[-1]))


@dataclass(frozen=True, slots=True)
class FactorsRow:
    """The arithmetic of a line's amount, unfolded below it."""

    no: int
    factors: tuple[Factors, ...]


BillRow = HeadingRow | LineRow | FactorsRow


def bill_rows(open_claim: OpenClaim) -> tuple[BillRow, ...]:
    """Return the rows of a bill in the order of its sections; headings only where there is more than one section."""
    sections = _by_section(open_claim)
    is_stay, questions = open_claim.claim.kind in STAY_KINDS, Counter(q.line for q in open_claim.questions)
    settled = {line.no: line for line in open_claim.settlement.lines}
    said: dict[int | None, list[Finding]] = {}
    for finding in open_claim.result.findings:
        said.setdefault(finding.line, []).append(finding)
    whole = [finding for finding in said.get(None, []) if finding.effect is Effect.REJECT]
    rows: list[BillRow] = []
    for section, lines in sections.items():
        of_section = [_line_row(open_claim, line, settled[line.no], said.get(line.no, []), whole) for line in lines]
        if len(sections) > 1:
            marked = is_stay or len(open_claim.claim.lines) > LONG_BILL
            rows.append(_heading(section, of_section, sum(questions[line.no] for line in lines), marked=marked))
        rows += of_section
    return tuple(rows)


def _by_section(open_claim: OpenClaim) -> dict[str, list[Line]]:
    """Return the lines by section: of a stay in the order of the paper form, else as the centre wrote them."""
    sections: dict[str, list[Line]] = {}
    for line in open_claim.claim.lines:
        sections.setdefault(line.section, []).append(line)
    if open_claim.claim.kind not in STAY_KINDS:
        return sections
    form = {section: place for place, section in enumerate(SECTIONS)}
    return {section: sections[section] for section in sorted(sections, key=lambda name: form.get(name, len(form)))}


def _heading(section: str, rows: Sequence[LineRow], questions: int, *, marked: bool) -> HeadingRow:
    settled = [row.settled for row in rows]
    return HeadingRow(
        section,
        len(rows),
        claimed=sum(line.claimed for line in settled),
        approved=sum(line.approved for line in settled),
        mark=_worst(settled) if marked else None,
        pen=next((line.pen for line in settled if line.pen is Pen.RED and line.mark is not Mark.TICK), Pen.GREEN),
        questions=questions,
        quiet=all(row.quiet for row in rows),
    )


def _worst(lines: Sequence[SettledLine]) -> Mark:
    """Return the mark of a sum: a question while one is open; zero where nothing of it is left."""
    marks = {line.mark for line in lines}
    if Mark.QUERY in marks:
        return Mark.QUERY
    if marks == {Mark.TICK}:
        return Mark.TICK
    return Mark.CIRCLE if any(line.approved for line in lines) else Mark.ZERO


def _line_row(
    open_claim: OpenClaim, line: Line, settled: SettledLine, findings: list[Finding], whole: list[Finding]
) -> LineRow:
    return LineRow(
        line=line,
        settled=settled,
        title=line_title(line, open_claim.titles),
        details=" · ".join(_details(open_claim, line)),
        hint=_hint(settled, findings + whole),
        factors=factors_of(settled.engine, findings),
        objection=_objection_mark(open_claim, line.no),
        before=_paid_before(open_claim, line.no),
    )


def _objection_mark(open_claim: OpenClaim, no: int) -> ObjectionMark | None:
    if all(objection.line != no for objection in open_claim.objected):
        return None
    if any(objection.line == no for objection in open_claim.unanswered):
        return ObjectionMark(QCoreApplication.translate("bill", "بی‌پاسخ"), waits=True)
    if open_claim.state is ClaimState.OBJECTED:
        return ObjectionMark(QCoreApplication.translate("bill", "اعتراض"), waits=True)
    return ObjectionMark(QCoreApplication.translate("bill", "پاسخ داده شد"), waits=False)


def _paid_before(open_claim: OpenClaim, no: int) -> str:
    """Return what the version before paid of a line; empty on a first one."""
    if not open_claim.earlier:
        return ""
    earlier = open_claim.earlier[-1]
    text = QCoreApplication.translate("bill", "نسخه {version}: {amount}")
    return text.format(version=persian_digits(earlier.version), amount=rials(earlier.approved.get(no, 0)))


def _details(open_claim: OpenClaim, line: Line) -> Iterator[str]:
    for name in SHOWN_FACTS:
        value = line.facts.get(name)
        if value:
            texts = value if isinstance(value, tuple) else (str(value),)
            yield "، ".join(value_name(name, text) for text in texts)
    if line.day and line.day != open_claim.claim.service_day:
        yield date_text(line.day)
    if line.modifiers:
        codes = "، ".join(identifier(code) for code in line.modifiers)
        yield QCoreApplication.translate("bill", "تعدیل {codes}").format(codes=codes)
    if line.performer:
        yield person_name(line.performer)


def _hint(settled: SettledLine, findings: list[Finding]) -> str:
    """Return the shortest true word on why a line stands as it does."""
    if settled.stale is not None:
        return _stale_hint(settled.stale.amount)
    if settled.decision is not None and settled.decision.reason:
        accounting = QCoreApplication.translate("bill", "حسابداری: {reason}")
        return accounting.format(reason=settled.decision.reason) if settled.pen is Pen.RED else settled.decision.reason
    return _finding_hint(min(findings, key=_weight)) if findings else ""


def _stale_hint(amount: Rial | None) -> str:
    if amount is None:
        return QCoreApplication.translate("bill", "دوباره نظر دهید")
    text = QCoreApplication.translate("bill", "دوباره نظر دهید؛ نظر پیشین {amount}")
    return text.format(amount=rials(amount))


def _weight(finding: Finding) -> tuple[int, bool, Rial]:
    order = (Effect.REJECT, Effect.REDUCE, Effect.QUERY, Effect.REFER, Effect.NOTE)
    return order.index(finding.effect), finding.line is None, -finding.deducted


def _finding_hint(finding: Finding) -> str:
    if finding.effect is Effect.REDUCE:
        text = QCoreApplication.translate("bill", "کسر {amount} · {rule}")
        return text.format(amount=rials(finding.deducted), rule=identifier(finding.rule))
    if finding.effect is Effect.QUERY and finding.facts:
        labels = "، ".join(fact_label(name) for name in finding.facts)
        return QCoreApplication.translate("bill", "پرسش: {labels}").format(labels=labels)
    return finding.message
