"""What the pen writes on a line: the mark, the right amount beside the wrong one, the struck word of the engine."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.assessment import LineResult
from app.domain.findings import Mark, Pen
from app.domain.money import Rial
from app.domain.settlement import SettledLine
from app.ui import theme
from app.ui.bill.bill_rows import LineRow, ObjectionMark, payable_text
from app.ui.bill.cells import (
    CENTRE,
    MARK_ROOM,
    PAD,
    RIGHT,
    UNFOLD_ROOM,
    Cell,
    amount_width,
    approved_room,
    claimed_room,
    write,
    write_amount,
)
from app.ui.bill.marks import draw_arrow, draw_circle, draw_question, draw_strike, draw_tick, draw_zero
from app.ui.fonts import BODY, MEDIUM, SMALL, metrics

OBJECTION_PAD = 8


def paint_objection(painter: QPainter, cell: Cell, objection: ObjectionMark, lines: int) -> int:
    """Draw under a title of so many lines that the centre objects: filled while it waits, else in outline.

    Returns the width that it takes, in pixels.
    """
    wide = metrics(SMALL, MEDIUM).horizontalAdvance(objection.text) + 2 * OBJECTION_PAD
    room = QRectF(cell.second_line(PAD, wide, lines)).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.AMBER if objection.waits else theme.GREEN, 1))
    painter.setBrush(theme.AMBER_TINT if objection.waits else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, 8, 8)
    colour = theme.AMBER if objection.waits else theme.GREEN
    write(painter, room.toRect(), objection.text, points=SMALL, weight=MEDIUM, colour=colour, align=CENTRE)
    return wide + OBJECTION_PAD


def paint_claimed(painter: QPainter, cell: Cell, row: LineRow) -> None:
    """Write the claimed amount, which never changes, and around it the circle of a wrong one."""
    colour, before = theme.PEN_COLOURS[row.settled.pen], row.struck or row.settled.engine
    write_amount(painter, claimed_room(cell), row.settled.claimed)
    if Mark.CIRCLE in {row.settled.mark, before.mark}:
        around = circle_claimed(painter, cell, row.settled.claimed, colour, row.line.no)
        if row.settled.mark is not Mark.CIRCLE:
            draw_strike(painter, around.adjusted(-4, 8, 4, -8), colour, row.line.no + 3)


def paint_approved(painter: QPainter, cell: Cell, row: LineRow) -> None:
    """Write what stands, with its mark; below it, struck through, the word in whose place it stands."""
    settled, colour, struck = row.settled, theme.PEN_COLOURS[row.settled.pen], row.struck
    _mark_and_amount(painter, cell, row)
    if settled.author_initials:
        _initials(painter, cell, settled, colour)
    if struck is not None:
        _struck(painter, cell, struck, colour, row.line.no)
        taken = MARK_ROOM + amount_width(struck.approved, SMALL) + 24
        room = cell.second_line(taken, cell.rect.width() - taken - PAD)
        write(painter, room, row.hint, points=SMALL, colour=theme.QUIET)


def _mark_and_amount(painter: QPainter, cell: Cell, row: LineRow) -> None:
    settled = row.settled
    draw_mark(painter, cell, settled.mark, theme.PEN_COLOURS[settled.pen], row.line.no)
    if settled.mark is Mark.QUERY and row.payable:
        _write_payable(painter, cell, payable_text(row.payable))
    else:
        write_marked_amount(painter, cell, settled.mark, settled.approved, theme.PEN_COLOURS[settled.pen])


def _write_payable(painter: QPainter, cell: Cell, text: str) -> None:
    """Write both amounts of a line that waits for an answer; smaller where they would not stand whole."""
    start = PAD + MARK_ROOM
    room = cell.main_line(start, cell.rect.width() - start - PAD - UNFOLD_ROOM)
    points = BODY if metrics(BODY).horizontalAdvance(text) <= room.width() else SMALL
    write(painter, room, text, points=points, colour=theme.AMBER, align=RIGHT)


def draw_mark(painter: QPainter, cell: Cell, mark: Mark, colour: QColor, seed: int) -> None:
    """Draw the mark before the approved amount; a question has a colour of its own."""
    centre = QPointF(cell.main_line(PAD, MARK_ROOM - 8).center())
    match mark:
        case Mark.TICK:
            draw_tick(painter, centre, 19, colour, seed)
        case Mark.CIRCLE:
            draw_arrow(painter, centre, 20, colour, seed)
        case Mark.ZERO:
            draw_zero(painter, centre, 22, colour, seed)
        case Mark.QUERY:
            draw_question(painter, centre, 18, theme.AMBER, seed)


def write_marked_amount(painter: QPainter, cell: Cell, mark: Mark, amount: Rial, colour: QColor) -> None:
    """Write the amount beside its mark: one that stands in ink, another in the colour of the pen."""
    room = approved_room(cell)
    match mark:
        case Mark.TICK:
            write_amount(painter, room, amount)
        case Mark.QUERY:
            write_amount(painter, room, amount, theme.FAINT)
        case _:
            write_amount(painter, room, amount, colour, weight=MEDIUM)


def circle_claimed(painter: QPainter, cell: Cell, amount: Rial, colour: QColor, seed: int) -> QRectF:
    """Draw the circle around a claimed amount that is wrong, and return where it runs."""
    wide = amount_width(amount)
    around = QRectF(claimed_room(cell).right() - wide - 12, cell.main - 17, wide + 25, 35)
    draw_circle(painter, around, colour, seed)
    return around


def _struck(painter: QPainter, cell: Cell, word: SettledLine | LineResult, striking: QColor, seed: int) -> None:
    """Draw a mark and amount that hold no longer, small, with a stroke of the later pen through both."""
    colour = theme.PEN_COLOURS[word.pen]
    centre = QPointF(cell.second_line(PAD, MARK_ROOM - 8).center())
    match word.mark:
        case Mark.TICK:
            draw_tick(painter, centre, 12, colour, seed)
        case Mark.CIRCLE:
            draw_arrow(painter, centre, 13, colour, seed)
        case Mark.ZERO:
            draw_zero(painter, centre, 13, colour, seed)
        case Mark.QUERY:
            draw_question(painter, centre, 11, theme.AMBER, seed)
    wide = amount_width(word.approved, SMALL)
    room = cell.second_line(PAD + MARK_ROOM, wide + 4)
    write_amount(painter, room, word.approved, theme.QUIET, points=SMALL)
    whole = room.united(QRect(int(centre.x()) - 9, room.top(), 18, room.height()))
    draw_strike(painter, QRectF(whole.adjusted(-2, 4, 2, -4)), striking, seed)


def _initials(painter: QPainter, cell: Cell, settled: SettledLine, colour: QColor) -> None:
    """Draw the person's initials beside the amount: in a round frame, in red in a square one with a double line."""
    wide = metrics(SMALL, MEDIUM).horizontalAdvance(settled.author_initials or "") + 12
    start = PAD + MARK_ROOM + amount_width(settled.approved) + 12
    room = QRectF(cell.main_line(start, wide)).adjusted(0, 2, 0, -2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if settled.pen is Pen.RED:
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.drawRect(room.adjusted(2.5, 2.5, -2.5, -2.5))
    else:
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    write(
        painter, room.toRect(), settled.author_initials or "", points=SMALL, weight=MEDIUM, colour=colour, align=CENTRE
    )
