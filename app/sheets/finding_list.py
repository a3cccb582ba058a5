"""The findings below the bill: what each rule says, its clause, and the arithmetic, step by step."""

from collections.abc import Iterator

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Spacer

from app.domain.findings import Effect, Finding, Step
from app.domain.office import DecisionKind
from app.domain.persian import code_text, persian_digits, rials
from app.domain.settlement import SettledLine
from app.sheets import style
from app.sheets.content import AssessmentSheet
from app.sheets.labels import EFFECTS
from app.sheets.layout import Columns, barred
from app.sheets.text import Text, baseline_offset, draw_text

_INDENT = 24.0


def finding_list(sheet: AssessmentSheet) -> Iterator[Flowable]:
    """Yield the numbered findings, then how the shares came about, then where a person departs from the engine."""
    if sheet.numbered_findings:
        yield _heading("یافته‌ها و محاسبه")
    for index, finding in sheet.numbered_findings:
        yield from _finding(sheet, index, finding)
    if sheet.settlement.result.share_steps:
        yield _heading("محاسبه سهم‌ها")
        yield from _steps(sheet.settlement.result.share_steps)
    decided = [line for line in sheet.settlement.lines if line.overridden]
    if decided:
        yield _heading("نظر رسیدگی‌کننده")
    for line in decided:
        yield from _departure(line)


class FindingHead(Flowable):
    """The first line of a finding: its number in a ring, what it does and where, and at the left what changes."""

    def __init__(self, index: int, finding: Finding) -> None:
        super().__init__()
        self._index, self._finding = index, finding
        self.keepWithNext = 1

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Return the room of one line."""
        self.width, self.height = aW, style.FINDING.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw number, effect and change."""
        canvas, baseline = self.canv, self.height - baseline_offset(style.FINDING)
        colour = _colour(self._finding)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(0.8)
        canvas.circle(self.width - 8, self.height / 2, 7.2, stroke=1, fill=0)
        draw_text(canvas, persian_digits(self._index), style.FINDING_INDEX, self.width - 16, self.width, baseline + 0.5)
        draw_text(canvas, _place(self._finding), style.FINDING, 0, self.width - _INDENT, baseline)
        draw_text(canvas, _change(self._finding), style.FINDING_CHANGE, 0, self.width, baseline)


def _finding(sheet: AssessmentSheet, index: int, finding: Finding) -> Iterator[Flowable]:
    yield FindingHead(index, finding)
    yield Text(finding.message, style.BODY, indent=_INDENT)
    yield Text(_source(finding), style.SMALL, indent=_INDENT)
    awaited = _awaited(sheet, finding)
    if awaited:
        yield Text(awaited, style.AWAITED, indent=_INDENT)
    yield from _steps(finding.steps)
    if finding.reading:
        reading = f"منبع مبهم است: {finding.reading}"
        yield Spacer(0, 2)
        yield barred(reading, style.READING, style.AMBER, indent=_INDENT + 8)
    yield Spacer(0, 8)


def _heading(text: str) -> Text:
    heading = Text(text, style.HEADING, space_after=3)
    heading.keepWithNext = 1
    return heading


def _colour(finding: Finding) -> Color:
    if finding.effect is Effect.QUERY:
        return style.AMBER
    return style.PEN_COLOURS[finding.pen] if finding.deducted else style.QUIET


def _place(finding: Finding) -> str:
    where = f"ردیف {persian_digits(finding.line)}" if finding.line else "کل سند"
    return f"{EFFECTS[finding.effect]} — {where}"


def _change(finding: Finding) -> str:
    if finding.before is None or finding.after is None:
        return ""
    if finding.before == finding.after:
        return f"{rials(finding.after)} ریال، بی‌تغییر"
    return f"از {rials(finding.before)} به {rials(finding.after)} ریال (کسر {rials(finding.before - finding.after)})"


def _source(finding: Finding) -> str:
    also = f"؛ همچنین {'، '.join(code_text(rule) for rule in finding.also)}" if finding.also else ""
    return f"ضابطه {code_text(finding.rule)} — {finding.clause}{also}"


def _awaited(sheet: AssessmentSheet, finding: Finding) -> str:
    """Return what a query waits for."""
    if finding.effect is not Effect.QUERY:
        return ""
    if finding.needs:
        return f"در انتظار: {finding.needs}"
    labels = "؛ ".join(sheet.fact_labels.get(name, code_text(name)) for name in finding.facts)
    return f"در انتظار: {labels}" if labels else ""


def _steps(steps: tuple[Step, ...]) -> Iterator[Flowable]:
    """Yield one row for each step: caption, expression in figures, value in rials."""
    for step in steps:
        value = "" if step.value is None else f"{rials(step.value)} ریال"
        yield Columns(
            (Text(step.caption, style.STEP), 0.0),
            (Text(step.expression, style.STEP_FIGURES), 190.0),
            (Text(value, style.STEP_VALUE), 92.0),
            indent=_INDENT,
        )


def _departure(line: SettledLine) -> Iterator[Flowable]:
    """Yield where a person departs from the engine, with the reason and the initials of who did."""
    author = f" ({line.author_initials})" if line.author_initials else ""
    yield Text(
        f"ردیف {persian_digits(line.no)}: به جای {rials(line.engine.approved)} ریالِ سامانه، "
        f"{rials(line.approved)} ریال{author}",
        style.FINDING,
    )
    decision = line.decision
    if decision is not None and decision.kind is DecisionKind.WAIVE and decision.rule:
        yield Text(f"ضابطه {code_text(decision.rule)} کنار گذاشته شد.", style.BODY)
    if decision is not None and decision.reason:
        yield Text(f"دلیل: {decision.reason}", style.BODY)
    yield Spacer(0, 6)
