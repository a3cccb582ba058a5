"""How wide the columns of the bill are: amounts are never cut, the title takes what the others leave."""

from collections.abc import Mapping, Sequence

from app.domain.findings import Mark
from app.ui.bill.bill_model import BillModel, Column
from app.ui.bill.bill_rows import BillRow, HeadingRow, LineRow, payable_text
from app.ui.bill.cells import CIRCLE_ROOM, MARK_ROOM, PAD, UNFOLD_ROOM, amount_width
from app.ui.fonts import MEDIUM, SMALL, metrics
from app.ui.text import identifier

NARROW, VERY_NARROW = 800, 620
NUMBER_WIDTH, QUANTITY_WIDTH = 48, 58
MOST_APPROVED = 400
INITIALS_ROOM = 52


def moved_columns(width: int) -> dict[Column, bool]:
    """Return which columns a bill of this width has no room for; they stand under the title then."""
    return {Column.CODE: width < NARROW, Column.QUANTITY: width < VERY_NARROW}


def column_widths(rows: Sequence[BillRow], width: int) -> Mapping[Column, int]:
    """Return the width of every column in pixels, 0 for one that has moved."""
    moved = moved_columns(width)
    widest = amount_width(max((_claimed(row) for row in rows), default=0))
    heading = metrics(SMALL, MEDIUM).horizontalAdvance(BillModel.heading(Column.CLAIMED))
    claimed = max(widest, heading) + 2 * CIRCLE_ROOM + 6
    needed = max(widest + INITIALS_ROOM, _both_width(rows)) + MARK_ROOM + UNFOLD_ROOM + 2 * PAD
    approved = max(needed, min(MOST_APPROVED, width // 3))
    code = 0 if moved[Column.CODE] else _code_width(rows)
    quantity = 0 if moved[Column.QUANTITY] else QUANTITY_WIDTH
    return {
        Column.NUMBER: NUMBER_WIDTH,
        Column.CODE: code,
        Column.TITLE: width - NUMBER_WIDTH - code - quantity - claimed - approved,
        Column.QUANTITY: quantity,
        Column.CLAIMED: claimed,
        Column.APPROVED: approved,
    }


def _claimed(row: BillRow) -> int:
    if isinstance(row, HeadingRow):
        return row.claimed
    return row.settled.claimed if isinstance(row, LineRow) else 0


def _both_width(rows: Sequence[BillRow]) -> int:
    """Return the room of both amounts of a line that waits for an answer, before anybody has worked them out."""
    asked = (row.settled.claimed for row in rows if isinstance(row, LineRow) and row.settled.mark is Mark.QUERY)
    most = max(asked, default=0)
    return metrics(SMALL).horizontalAdvance(payable_text((most, most))) + 2 if most else 0


def _code_width(rows: Sequence[BillRow]) -> int:
    codes = {row.line.code for row in rows if isinstance(row, LineRow) and row.line.code}
    return max((metrics().horizontalAdvance(identifier(code)) for code in codes), default=0) + 2 * PAD
