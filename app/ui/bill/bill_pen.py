"""What the pen writes on a line: the mark, the right amount beside the wrong one, the struck word of the engine."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.assessment import LineResult
from app.domain.findings import Mark
from app.domain.settlement import SettledLine
from app.ui import theme
from app.ui.bill.bill_rows import LineRow
from app.ui.bill.cells import (
    CENTRE,
    MARK_ROOM,
    PAD,
    Cell,
    amount_width,
    approved_room,
    claimed_room,
    write,
    write_amount,
)
from app.ui.bill.marks import draw_arrow, draw_circle, draw_question, draw_strike, draw_tick, draw_zero
from app.ui.fonts import MEDIUM, SMALL, metrics


def paint_claimed(painter: QPainter, cell: Cell, row: LineRow) -> None:
    """Write the claimed amount, which never changes, and around it the circle of a wrong one."""
    room = claimed_room(cell)
    write_amount(painter, room, row.settled.claimed)
    if Mark.CIRCLE in {row.settled.mark, row.settled.engine.mark}:
        wide = amount_width(row.settled.claimed)
        around = QRectF(room.right() - wide - 12, cell.main - 17, wide + 25, 35)
        standing = row.settled.mark is Mark.CIRCLE
        draw_circle(painter, around, theme.PEN_COLOURS[row.settled.pen], row.line.no)
        if not standing:
            draw_strike(painter, around.adjusted(-4, 8, 4, -8), theme.PEN_COLOURS[row.settled.pen], row.line.no + 3)


def paint_approved(painter: QPainter, cell: Cell, row: LineRow) -> None:
    """Write what stands, with its mark; under an override the engine's word, struck through."""
    settled, colour = row.settled, theme.PEN_COLOURS[row.settled.pen]
    _mark_and_amount(painter, cell, row)
    if settled.author_initials:
        _initials(painter, cell, settled, colour)
    if row.overridden:
        _struck_engine(painter, cell, settled.engine, row.line.no)
        taken = MARK_ROOM + amount_width(settled.engine.approved, SMALL) + 24
        room = cell.second_line(taken, cell.rect.width() - taken - PAD)
        write(painter, room, row.hint, points=SMALL, colour=theme.QUIET)


def _mark_and_amount(painter: QPainter, cell: Cell, row: LineRow) -> None:
    settled = row.settled
    colour = theme.PEN_COLOURS[settled.pen]
    centre = QPointF(cell.main_line(PAD, MARK_ROOM - 8).center())
    room = approved_room(cell)
    match settled.mark:
        case Mark.TICK:
            draw_tick(painter, centre, 19, colour, row.line.no)
            write_amount(painter, room, settled.approved)
        case Mark.CIRCLE:
            draw_arrow(painter, centre, 20, colour, row.line.no)
            write_amount(painter, room, settled.approved, colour, weight=MEDIUM)
        case Mark.ZERO:
            draw_zero(painter, centre, 22, colour, row.line.no)
            write_amount(painter, room, settled.approved, colour, weight=MEDIUM)
        case Mark.QUERY:
            draw_question(painter, centre, 18, theme.AMBER, row.line.no)
            write_amount(painter, room, settled.approved, theme.FAINT)


def _struck_engine(painter: QPainter, cell: Cell, engine: LineResult, seed: int) -> None:
    """Draw the engine's mark and amount, small, with a stroke through both."""
    colour = theme.PEN_COLOURS[engine.pen]
    centre = QPointF(cell.second_line(PAD, MARK_ROOM - 8).center())
    match engine.mark:
        case Mark.TICK:
            draw_tick(painter, centre, 12, colour, seed)
        case Mark.CIRCLE:
            draw_arrow(painter, centre, 13, colour, seed)
        case Mark.ZERO:
            draw_zero(painter, centre, 13, colour, seed)
        case Mark.QUERY:
            draw_question(painter, centre, 11, theme.AMBER, seed)
    wide = amount_width(engine.approved, SMALL)
    room = cell.second_line(PAD + MARK_ROOM, wide + 4)
    write_amount(painter, room, engine.approved, theme.QUIET, points=SMALL)
    whole = room.united(QRect(int(centre.x()) - 9, room.top(), 18, room.height()))
    draw_strike(painter, QRectF(whole.adjusted(-2, 4, 2, -4)), colour, seed)


def _initials(painter: QPainter, cell: Cell, settled: SettledLine, colour: QColor) -> None:
    """Draw the person's initials beside the amount."""
    wide = metrics(SMALL, MEDIUM).horizontalAdvance(settled.author_initials or "") + 12
    start = PAD + MARK_ROOM + amount_width(settled.approved) + 12
    room = QRectF(cell.main_line(start, wide)).adjusted(0, 2, 0, -2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    write(
        painter, room.toRect(), settled.author_initials or "", points=SMALL, weight=MEDIUM, colour=colour, align=CENTRE
    )
