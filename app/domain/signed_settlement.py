"""A signed claim as it was signed, where the program's present rules would leave something else.

What was signed counts: of each line stands what the sheet pays, and the engine's words beside it are those of today.
"""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.assessment import Totals
from app.domain.findings import Mark
from app.domain.money import Rial, percent_of
from app.domain.settlement import SettledLine, Settlement


def as_signed(today: Settlement, paid: Mapping[int, Rial], totals: Totals | None = None) -> Settlement:
    """Return what stands on a claim by its signed sheet.

    Args:
        today: what the present rules, with people's words, would leave.
        paid: what the sheet pays of each line.
        totals: the sums that were kept when the sheet was signed; where they are not known, or are not those of the
            sheet, the shares are found from today's percent.

    Nothing is asked any more, and no word has to be said again: it was said before the signature.
    """
    lines = tuple(_line(line, paid.get(line.no, line.approved)) for line in today.lines)
    approved = sum(line.approved for line in lines)
    if totals is None or (totals.approved, totals.claimed) != (approved, today.totals.claimed):
        totals = _totals(today, approved)
    return replace(today, lines=lines, totals=totals, open_queries=())


def _line(line: SettledLine, approved: Rial) -> SettledLine:
    said = line.decision or line.stale
    if approved == line.approved and line.mark is not Mark.QUERY:
        return replace(line, decision=said, stale=None)
    mark = Mark.TICK if approved == line.claimed else Mark.CIRCLE if approved else Mark.ZERO
    return replace(line, approved=approved, mark=mark, decision=said, stale=None, added=())


def _totals(today: Settlement, approved: Rial) -> Totals:
    claimed, result = today.totals.claimed, today.without_waived
    shared = max(0, approved - result.insurer_only)
    patient = percent_of(result.share_percent, shared) if result.share_percent is not None else 0
    return Totals(claimed, approved, claimed - approved, patient, approved - patient)
