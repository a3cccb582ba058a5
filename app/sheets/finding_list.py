"""The findings below the bill: what each rule says and its clause, and beside that the arithmetic, step by step."""

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Spacer

from app.domain.findings import Effect, Finding, Step
from app.domain.line_words import AddedDeduction
from app.domain.office import DecisionKind
from app.domain.persian import code_text, persian_digits, rials
from app.domain.settlement import SettledLine
from app.sheets import style
from app.sheets.content import AssessmentSheet
from app.sheets.labels import EFFECTS
from app.sheets.layout import Columns, barred
from app.sheets.text import Text, baseline_offset, draw_text
from app.sheets.wording import sentence, step_text

_INDEX_WIDTH, _GAP = 16.0, 7.0
_INDENT = _INDEX_WIDTH + _GAP
_PLACE_WIDTH, _CHANGE_WIDTH = 82.0, 176.0
_STEPS_WIDTH, _VALUE_WIDTH = 208.0, 54.0
_STEPS_BESIDE = 12  # of a finding; more of them follow in rows of their own, which may go over to the next page


def finding_list(sheet: AssessmentSheet) -> list[list[Flowable]]:
    """Return the numbered findings, then where a person departs from the engine, each with all that belongs to it.

    What a person took off by a rule stands among the findings.
    """
    found = [[*_finding(sheet, index, finding)] for index, finding in sheet.numbered_findings]
    greens = [line.green or line for line in sheet.settlement.lines]
    decided = [[Text(_departure(line), style.BODY, space_after=3)] for line in greens if _departs(line)]
    corrected = [
        [Text(_correction(line, line.green), style.BODY.coloured(style.RED), space_after=3)]
        for line in sheet.settlement.lines
        if line.green is not None and line.corrected
    ]
    return [
        *_headed("یافته‌ها و محاسبه", found),
        *_headed("نظر رسیدگی‌کننده", decided),
        *_headed("تصحیح حسابداری", corrected),
    ]


class FindingIndex(Flowable):
    """The number of a finding, in a ring of its colour."""

    def __init__(self, index: int, colour: Color) -> None:
        super().__init__()
        self._index, self._colour = index, colour

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 (reportlab's names)
        """Return the room of one line."""
        self.width, self.height = aW, style.FINDING.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw ring and number."""
        self.canv.setStrokeColor(self._colour)
        self.canv.setLineWidth(0.8)
        self.canv.circle(self.width / 2, self.height / 2, 6.6, stroke=1, fill=0)
        baseline = self.height - baseline_offset(style.FINDING_INDEX)
        draw_text(self.canv, persian_digits(self._index), style.FINDING_INDEX, (0, self.width), baseline + 0.5)


def _finding(sheet: AssessmentSheet, index: int, finding: Finding) -> Iterator[Flowable]:
    """Yield a finding: a head, then what it says; its arithmetic, where it has any, stands beside that."""
    yield _head(index, finding)
    steps = [_step(step) for step in finding.steps]
    if steps:
        said = [*_said(sheet, finding)]
        yield Columns((said, 0), (steps[:_STEPS_BESIDE], _STEPS_WIDTH), gap=_GAP, indent=_INDENT)
        yield from (Columns((None, 0), (step, _STEPS_WIDTH), gap=_GAP) for step in steps[_STEPS_BESIDE:])
    else:
        yield from _said(sheet, finding, indent=_INDENT)
    if finding.reading:
        yield Spacer(0, 1)
        yield barred(f"منبع مبهم است: {finding.reading}", style.READING, style.AMBER, indent=_INDENT + 8)
    yield Spacer(0, 5)


def _head(index: int, finding: Finding) -> Flowable:
    """Return the first line of a finding: its number, where and what it does, its source, and what changes."""
    head = Columns(
        (FindingIndex(index, _colour(finding)), _INDEX_WIDTH),
        (Text(_place(finding), style.FINDING), _PLACE_WIDTH),
        (Text(_source(finding), style.FINDING_SOURCE), 0),
        (Text(_change(finding), style.FINDING_CHANGE), _CHANGE_WIDTH),
        gap=_GAP,
    )
    head.keepWithNext = 1
    return head


def _said(sheet: AssessmentSheet, finding: Finding, *, indent: float = 0) -> Iterator[Flowable]:
    """Yield what a finding says, why a person made it, and what it waits for."""
    yield Text(sentence(finding.message), style.BODY, indent=indent)
    word = sheet.persons_word(finding)
    if word is not None:
        yield Text(_why(word), style.AWAITED.coloured(style.PEN_COLOURS[finding.pen]), indent=indent)
    awaited = _awaited(sheet, finding)
    if awaited:
        yield Text(awaited, style.AWAITED, indent=indent)


def _headed(text: str, groups: Sequence[Sequence[Flowable]]) -> list[list[Flowable]]:
    """Return groups with a heading in the first one; nothing where there are none."""
    heading = Text(text, style.HEADING, space_after=3)
    heading.keepWithNext = 1
    return [[heading, *group] if place == 0 else [*group] for place, group in enumerate(groups)]


def _colour(finding: Finding) -> Color:
    if finding.effect in {Effect.QUERY, Effect.REFER}:
        return style.AMBER
    return style.PEN_COLOURS[finding.pen] if finding.effect in {Effect.REJECT, Effect.REDUCE} else style.QUIET


def _place(finding: Finding) -> str:
    where = f"ردیف {persian_digits(finding.line)}" if finding.line else "کل سند"
    return f"{where} — {EFFECTS[finding.effect]}"


def _change(finding: Finding) -> str:
    """Return what a finding does to an amount; one that takes nothing off has nothing to show."""
    if not finding.deducted or finding.before is None or finding.after is None:
        return ""
    return f"از {rials(finding.before)} به {rials(finding.after)} (کسر {rials(finding.deducted)})"


def _source(finding: Finding) -> str:
    also = f"؛ همچنین {'، '.join(code_text(rule) for rule in finding.also)}" if finding.also else ""
    return f"ضابطه {code_text(finding.rule)} — {finding.clause}{also}"


def _awaited(sheet: AssessmentSheet, finding: Finding) -> str:
    """Return what a query waits for, or that a person settled it."""
    if finding.effect is not Effect.QUERY:
        return ""
    if finding not in sheet.settlement.open_queries:
        return "با نظر کارشناس روشن شد."
    if finding.needs:
        return f"در انتظار: {finding.needs}"
    labels = "؛ ".join(sheet.fact_labels.get(name, code_text(name)) for name in finding.facts)
    return f"در انتظار: {labels}" if labels else ""


def _step(step: Step) -> Flowable:
    """Return one row of arithmetic: caption and expression, and its value in rials at the left."""
    value = "" if step.value is None else rials(step.value)
    return Columns((Text(step_text(step), style.STEP), 0), (Text(value, style.STEP_VALUE), _VALUE_WIDTH), gap=4)


def _why(word: AddedDeduction) -> str:
    """Return why a person deducted by a rule, with the initials of who did."""
    by = f" ({word.author_initials})" if word.author_initials else ""
    return f"نظر کارشناس{by}: {word.decision.reason or ''}"


def _departs(line: SettledLine) -> bool:
    """Tell whether the technical pass departs from the engine on a line by an amount of its own."""
    return line.base != line.engine.approved


def _correction(line: SettledLine, green: SettledLine) -> str:
    """Return where an accountant departs from the technical pass, why, and the initials of who did."""
    said = f"ردیف {persian_digits(line.no)}: {rials(line.approved)} به جای {rials(green.approved)}"
    if line.decision is not None and line.decision.reason:
        said += f"؛ دلیل: {line.decision.reason}"
    return f"{said} ({line.author_initials})" if line.author_initials else said


def _departure(line: SettledLine) -> str:
    """Return where a person departs from the engine, why, and the initials of who did."""
    decision = line.base_decision
    said = f"ردیف {persian_digits(line.no)}: {rials(line.base)} به جای {rials(line.engine.approved)}"
    if decision is not None and decision.kind is DecisionKind.WAIVE and decision.rule:
        said += f"، ضابطه {code_text(decision.rule)} کنار گذاشته شد"
    if decision is not None and decision.reason:
        said += f"؛ دلیل: {decision.reason}"
    return f"{said} ({line.base_initials})" if line.base_initials else said
