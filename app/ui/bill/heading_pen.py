"""Paints a heading of the bill: its name, how much stands under it, and the sums with a mark of their own."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.domain.findings import Mark
from app.domain.persian import persian_digits
from app.ui import theme
from app.ui.bill.bill_model import Column
from app.ui.bill.bill_pen import circle_claimed, draw_mark, write_marked_amount
from app.ui.bill.bill_rows import HeadingRow
from app.ui.bill.cells import PAD, Cell, approved_room, claimed_room, write, write_amount
from app.ui.bill.names import SECTIONS, name_of
from app.ui.fonts import BODY, MEDIUM, REGULAR, SMALL, metrics

NAME_START, GAP = PAD + 20, 10


def paint_heading(painter: QPainter, cell: Cell, row: HeadingRow, column: Column, *, folded: bool) -> None:
    """Paint one cell of a heading; the name runs over all columns before the claimed sum."""
    colour, seed = theme.PEN_COLOURS[row.pen], len(row.section)
    match column:
        case Column.NUMBER:
            draw_chevron(painter, QPointF(cell.main_line(PAD, 12).center()), cell.direction, folded=folded)
            _write_name(painter, cell, row)
        case Column.CLAIMED:
            write_amount(painter, claimed_room(cell), row.claimed, theme.QUIET)
            if row.mark is Mark.CIRCLE:
                circle_claimed(painter, cell, row.claimed, colour, seed)
        case Column.APPROVED if row.mark is not None:
            draw_mark(painter, cell, row.mark, colour, seed)
            write_marked_amount(painter, cell, row.mark, row.approved, colour)
        case Column.APPROVED:
            write_amount(painter, approved_room(cell), row.approved, theme.QUIET)


def questions_text(row: HeadingRow) -> str:
    """Return how many questions the lines of a heading wait for, empty for none."""
    if not row.questions:
        return ""
    return QCoreApplication.translate("bill", "{count} پرسش").format(count=persian_digits(row.questions))


def lines_text(row: HeadingRow) -> str:
    """Return how many lines stand under a heading."""
    return QCoreApplication.translate("bill", "{count} ردیف").format(count=persian_digits(row.lines))


def _write_name(painter: QPainter, cell: Cell, row: HeadingRow) -> None:
    name, start = name_of(SECTIONS, row.section), NAME_START
    for text, points, weight, tone in (
        (name, BODY, MEDIUM, theme.INK),
        (lines_text(row), SMALL, REGULAR, theme.QUIET),
        (questions_text(row), SMALL, MEDIUM, theme.AMBER),
    ):
        write(
            painter, cell.main_line(start, cell.rect.width() - start), text, points=points, weight=weight, colour=tone
        )
        start += metrics(points, weight).horizontalAdvance(text) + GAP


def draw_chevron(
    painter: QPainter,
    centre: QPointF,
    direction: Qt.LayoutDirection,
    *,
    folded: bool,
    colour: QColor = theme.QUIET,
) -> None:
    """Draw the little arrow of what unfolds: downwards when open, along the reading direction when folded."""
    path = QPainterPath()
    if folded:
        step = -3.5 if direction is Qt.LayoutDirection.RightToLeft else 3.5
        path.moveTo(centre.x() - step / 2, centre.y() - 4.5)
        path.lineTo(centre.x() + step / 2 + step / 4, centre.y())
        path.lineTo(centre.x() - step / 2, centre.y() + 4.5)
    else:
        path.moveTo(centre.x() - 4.5, centre.y() - 2)
        path.lineTo(centre.x(), centre.y() + 2.5)
        path.lineTo(centre.x() + 4.5, centre.y() - 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.restore()
