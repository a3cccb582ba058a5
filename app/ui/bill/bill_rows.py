"""The rows of a bill as plain values: headings of sections, and lines with everything that is drawn of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.claim import Line
from app.domain.findings import Effect, Finding
from app.domain.money import Rial
from app.domain.persian import date_text, rials
from app.domain.settlement import SettledLine
from app.services.open_claim import OpenClaim
from app.ui.answers.value_names import fact_label, value_name
from app.ui.bill.names import line_title, person_name
from app.ui.text import identifier

SHOWN_FACTS = ("side", "region", "method", "arch", "tooth", "teeth", "ward")


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A section of the bill with its sums in rials."""

    section: str
    lines: int
    claimed: Rial
    approved: Rial


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: what the centre wrote, how it stands, and short texts beside it.

    `details` is the small second line under the title, `hint` the one under the approved amount.
    """

    line: Line
    settled: SettledLine
    title: str
    details: str
    hint: str

    @property
    def overridden(self) -> bool:
        """Tell whether a person's amount stands in place of the engine's."""
        return self.settled.overridden

    @property
    def stale(self) -> bool:
        """Tell whether the person's word must be given again."""
        return self.settled.stale is not None


BillRow = HeadingRow | LineRow


def bill_rows(open_claim: OpenClaim) -> tuple[BillRow, ...]:
    """Return the rows of a bill in the order of its sections; headings only where there is more than one section."""
    sections: dict[str, list[Line]] = {}
    for line in open_claim.claim.lines:
        sections.setdefault(line.section, []).append(line)
    settled = {line.no: line for line in open_claim.settlement.lines}
    said: dict[int | None, list[Finding]] = {}
    for finding in open_claim.result.findings:
        said.setdefault(finding.line, []).append(finding)
    whole = [finding for finding in said.get(None, []) if finding.effect is Effect.REJECT]
    rows: list[BillRow] = []
    for section, lines in sections.items():
        of_section = [_line_row(open_claim, line, settled[line.no], said.get(line.no, []) + whole) for line in lines]
        if len(sections) > 1:
            rows.append(_heading(section, of_section))
        rows += of_section
    return tuple(rows)


def _heading(section: str, rows: list[LineRow]) -> HeadingRow:
    claimed = sum(row.settled.claimed for row in rows)
    return HeadingRow(section, len(rows), claimed, sum(row.settled.approved for row in rows))


def _line_row(open_claim: OpenClaim, line: Line, settled: SettledLine, findings: list[Finding]) -> LineRow:
    return LineRow(
        line=line,
        settled=settled,
        title=line_title(line, open_claim.titles),
        details=" · ".join(_details(open_claim, line)),
        hint=_hint(settled, findings),
    )


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
        return settled.decision.reason
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
