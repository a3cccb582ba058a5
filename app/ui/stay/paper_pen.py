"""Draws the rows of the checklist: mark, name, what hangs on it, clause, and rials under one another."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QWidget

from app.services.stay.papers import FAULTS_OF, PaperState
from app.ui import theme
from app.ui.bill.marks import draw_circle, draw_question, draw_tick, draw_zero
from app.ui.fonts import BODY, MEDIUM, REGULAR, SMALL, font, metrics
from app.ui.stay.paper_rows import PaperRow, clause_text, cost_text, place_text
from app.ui.text import sentence

MARK, INDENT, PAD = 34, 26, 6
COST, CLAUSE, LINES = 112, 96, 122
WIDE = 560
MARK_SIZE = 11.0


class PaperPen:
    """Draws rows in the direction of the screen."""

    def __init__(self, painter: QPainter, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._direction = direction

    @staticmethod
    def part_at(point: QPoint, room: QRect, widget: QWidget) -> str:
        """Return which part of a row is at a point: mark, name, lines, or nothing that can be clicked."""
        at = QStyle.visualPos(widget.layoutDirection(), room, point).x()
        if at < MARK:
            return "mark"
        end_of_name = room.width() - COST - LINES - (CLAUSE if room.width() >= WIDE else 0)
        if at < end_of_name:
            return "name"
        return "lines" if at < end_of_name + LINES else ""

    def draw(self, row: PaperRow, room: QRect, *, current: bool, focused: bool) -> None:
        """Draw a row; where the list is narrow its clause is told in the words below alone."""
        if current:
            self._painter.fillRect(room, theme.SELECTED if focused else theme.SELECTED_QUIET)
        clause = CLAUSE if room.width() >= WIDE else 0
        indent = INDENT if row.fault else 0
        name_width = room.width() - MARK - indent - COST - LINES - clause
        self._draw_mark(row, QPointF(self._cell(room, indent, MARK).center()))
        strong = row.lacking
        name = self._cell(room, MARK + indent, name_width)
        self._write(name, row.name, BODY if row.fault is None else SMALL + 0.5, strong=strong)
        if row.fault is None and FAULTS_OF.get(row.document):
            self._draw_fold(row, room)
        start = MARK + indent + name_width
        self._write(self._cell(room, start, LINES), place_text(row), SMALL, quiet=True)
        if clause:
            self._write(self._cell(room, start + LINES, clause), clause_text(row), SMALL, quiet=True)
        self._write_cost(row, self._cell(room, room.width() - COST, COST))
        self._painter.setPen(theme.HAIRLINE)
        self._painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _cell(self, room: QRect, start: int, width: int) -> QRect:
        cell = QRect(room.left() + start, room.top(), width, room.height())
        return QStyle.visualRect(self._direction, room, cell)

    def _draw_mark(self, row: PaperRow, centre: QPointF) -> None:
        seed = sum(map(ord, row.document))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.fault is not None and row.state is not PaperState.FAULTY:
            self._painter.setPen(QPen(theme.AMBER if row.state is PaperState.UNKNOWN else theme.FAINT, 1.2))
            self._painter.drawEllipse(centre, 2.5, 2.5)
        elif row.state is PaperState.UNKNOWN:
            draw_question(self._painter, centre, MARK_SIZE, theme.AMBER, seed)
        elif row.state is PaperState.GIVEN:
            draw_tick(self._painter, centre, MARK_SIZE, theme.GREEN, seed)
        elif row.state is PaperState.FAULTY:
            draw_circle(self._painter, QRectF(centre.x() - 9, centre.y() - 7, 18, 14), theme.AMBER, seed)
            self._painter.setPen(QPen(theme.AMBER, 2.0))
            self._painter.drawLine(centre + QPointF(0, -3.5), centre + QPointF(0, 0.5))
            self._painter.drawPoint(centre + QPointF(0, 3.5))
        else:
            draw_zero(self._painter, centre, MARK_SIZE * 1.3, theme.GREEN, seed)

    def _draw_fold(self, row: PaperRow, room: QRect) -> None:
        """Draw the small triangle of a document that may have faults, beside the mark."""
        if row.open:
            points = [QPointF(-3, -2), QPointF(3, -2), QPointF(0, 3)]
        else:
            side = -1 if self._direction == Qt.LayoutDirection.RightToLeft else 1
            points = [QPointF(-2 * side, -3), QPointF(-2 * side, 3), QPointF(3 * side, 0)]
        centre = QPointF(self._cell(room, 0, 8).center())
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme.FAINT)
        self._painter.drawPolygon(QPolygonF([centre + point for point in points]))

    def _write_cost(self, row: PaperRow, room: QRect) -> None:
        figures = row.cost is not None and row.cost.rial > 0
        colour = theme.INK if row.lacking and figures else theme.QUIET
        colour = theme.FAINT if row.stale else colour
        weight = MEDIUM if row.lacking and figures else REGULAR
        self._painter.setFont(font(BODY if figures else SMALL, weight, tabular=figures))
        self._painter.setPen(colour)
        where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(room.adjusted(PAD, 0, -PAD, 0), where, cost_text(row))

    def _write(self, room: QRect, text: str, points: float, *, quiet: bool = False, strong: bool = False) -> None:
        weight = MEDIUM if strong else REGULAR
        colour: QColor = theme.QUIET if quiet else theme.INK
        inside = room.adjusted(PAD, 0, -PAD, 0)
        shown = metrics(points, weight).elidedText(sentence(text), Qt.TextElideMode.ElideRight, inside.width())
        self._painter.setFont(font(points, weight))
        self._painter.setPen(colour)
        start = QStyle.visualAlignment(self._direction, Qt.AlignmentFlag.AlignLeft)
        self._painter.drawText(inside, start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
