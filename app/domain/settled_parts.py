"""The parts of a settled claim's deduction: what each rule and each person took, adding up to the rial."""

from collections.abc import Iterator

from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.findings import Finding
from app.domain.office import DecisionKind
from app.domain.settlement import SettledLine, Settlement


def deduction_parts(settlement: Settlement) -> tuple[DeductionPart, ...]:
    """Return who took what, line by line, what concerns the whole claim last.

    The parts but the waived ones add up to what is deducted from the claim.
    """
    parts = [part for line in settlement.lines for part in _of_line(line, settlement)]
    return (*parts, *_of_claim(settlement, parts), *_waived(settlement))


def _of_line(line: SettledLine, settlement: Settlement) -> Iterator[DeductionPart]:
    findings = [found for found in settlement.without_waived.findings_of(line.no) if found.deducted]
    if _is_own_amount(line, settlement):
        yield from (_part(found, Taker.WAIVED) for found in findings)
        if line.claimed != line.base:
            yield DeductionPart(line.no, None, line.claimed - line.base, Taker.PERSON)
    else:
        yield from (_part(found, Taker.ENGINE) for found in findings)
    yield from (_part(added.finding, Taker.PERSON) for added in line.added if added.finding.deducted)


def _is_own_amount(line: SettledLine, settlement: Settlement) -> bool:
    """Tell whether a person's amount stands in place of what the rules leave."""
    word = line.base_decision
    said = word is not None and word.kind is DecisionKind.SET_AMOUNT
    return said and line.base != settlement.without_waived.line(line.no).approved


def _of_claim(settlement: Settlement, parts: list[DeductionPart]) -> Iterator[DeductionPart]:
    """Yield what the findings on the whole claim took of the lines: all that the parts of the lines leave."""
    left = settlement.totals.deducted - sum(part.amount for part in parts if part.taker is not Taker.WAIVED)
    grounds = [found for found in settlement.without_waived.findings_of(None) if found.deducted]
    for found in grounds[1:]:
        yield _part(found, Taker.ENGINE)
        left -= found.deducted
    if left:
        first = grounds[0].rule if grounds else None
        yield DeductionPart(None, first, left, Taker.ENGINE if grounds else Taker.PERSON)


def _waived(settlement: Settlement) -> Iterator[DeductionPart]:
    """Yield what the engine says only where nothing is waived."""
    standing = {(found.rule, found.line) for found in settlement.without_waived.findings if found.deducted}
    for found in settlement.result.findings:
        if found.deducted and (found.rule, found.line) not in standing:
            yield _part(found, Taker.WAIVED)


def _part(finding: Finding, taker: Taker) -> DeductionPart:
    return DeductionPart(finding.line, finding.rule, finding.deducted, taker)
