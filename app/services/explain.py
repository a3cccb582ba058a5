"""The arithmetic of a claim as Persian text: every line from the claimed amount to what stands, step by step."""

from collections.abc import Iterator

from app.domain.assessment import ClaimResult, LineResult
from app.domain.claim import Claim, Line
from app.domain.findings import Effect, Finding, Mark, Step
from app.domain.persian import code_text, persian_digits, rials

MARK_NAMES = {
    Mark.TICK: "✓ درست است",
    Mark.CIRCLE: "◯ مبلغ درست نیست",
    Mark.ZERO: "۰ قابل پرداخت نیست",
    Mark.QUERY: "؟ باید روشن شود",
}
EFFECT_NAMES = {
    Effect.REJECT: "حذف",
    Effect.REDUCE: "کسر",
    Effect.QUERY: "پرسش",
    Effect.REFER: "ارجاع",
    Effect.NOTE: "یادآوری",
}


def explain(claim: Claim, result: ClaimResult) -> str:
    """Return the whole arithmetic of one claim, in rials, with rule and clause at each deduction."""
    return "\n".join(_claim_lines(claim, result))


def _claim_lines(claim: Claim, result: ClaimResult) -> Iterator[str]:
    yield f"سند {code_text(claim.id)}"
    for finding in result.findings_of(None):
        yield from _indented(_finding_lines(finding))
    for line in claim.lines:
        yield ""
        yield from _line_lines(line, result.line(line.no), result.findings_of(line.no))
    totals = result.totals
    yield ""
    claimed, deducted = rials(totals.claimed), rials(totals.deducted)
    yield f"جمع درخواستی {claimed} − کسر {deducted} = تأییدشده {rials(totals.approved)} ریال"
    yield from _indented(map(_step_line, result.share_steps))
    if result.unofficial:
        yield f"ارقام آزمایشی: {'، '.join(result.unofficial)}"


def _line_lines(line: Line, result: LineResult, findings: tuple[Finding, ...]) -> Iterator[str]:
    title = " ".join(part for part in (code_text(line.code) if line.code else "", line.title or "") if part)
    yield f"ردیف {persian_digits(line.no)}: {title} — درخواستی {rials(result.claimed)} ریال"
    yield from _indented(map(_step_line, result.steps))
    for finding in findings:
        yield from _indented(_finding_lines(finding))
    yield f"  {MARK_NAMES[result.mark]}؛ تأییدشده {rials(result.approved)} ریال"


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"{EFFECT_NAMES[finding.effect]} {code_text(finding.rule)} ({finding.clause}): {finding.message}"
    if finding.before is not None and finding.after is not None:
        taken = rials(finding.before - finding.after)
        yield f"  {rials(finding.before)} − {taken} = {rials(finding.after)} ریال"
    yield from _indented(map(_step_line, finding.steps))
    if finding.reading:
        yield f"  متن منبع روشن نیست: {finding.reading}"


def _step_line(step: Step) -> str:
    value = f" = {rials(step.value)}" if step.value is not None and step.expression else ""
    plain = rials(step.value) if step.value is not None and not step.expression else step.expression
    return f"{step.caption}: {plain}{value}"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
