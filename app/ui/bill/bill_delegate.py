"""Paints the cells of the bill: printed figures in ink, marks by the pen; the only strong colour is the pen's."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.assessment import LineResult
from app.domain.findings import Mark
from app.domain.persian import number, persian_digits, rials
from app.domain.settlement import SettledLine
from app.ui import theme
from app.ui.bill.bill_model import ROW_ROLE, Column
from app.ui.bill.bill_rows import BillRow, HeadingRow, LineRow
from app.ui.bill.marks import draw_arrow, draw_circle, draw_question, draw_strike, draw_tick, draw_zero
from app.ui.bill.names import SECTIONS, name_of
from app.ui.fonts import BODY, MEDIUM, REGULAR, SMALL, font, metrics
from app.ui.text import identifier

PAD = 12
TITLE_LINE = 23
SMALL_LINE = 19
TOP = 9
PLAIN_HEIGHT = 50
HEADING_HEIGHT = 36
MARK_ROOM = 40
CIRCLE_ROOM = 18
AMOUNT_POINTS = 11.0
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one cell is painted: its rectangle, the direction, and the height of its main line."""

    rect: QRect
    direction: Qt.LayoutDirection
    main: int

    def part(self, start: int, width: int, top: int | None = None, height: int | None = None) -> QRect:
        """Return a part of the cell `start` pixels from its beginning (the right in Persian)."""
        top = self.rect.top() if top is None else top
        height = self.rect.height() if height is None else height
        return QStyle.visualRect(self.direction, self.rect, QRect(self.rect.left() + start, top, width, height))

    def main_line(self, start: int, width: int) -> QRect:
        """Return a part of the main line."""
        return self.part(start, width, self.main - TITLE_LINE // 2, TITLE_LINE)

    def second_line(self, start: int, width: int, lines: int = 1) -> QRect:
        """Return a part of the small line below a main text of so many lines."""
        return self.part(start, width, self.main - TITLE_LINE // 2 + lines * TITLE_LINE, SMALL_LINE)


class BillDelegate(QStyledItemDelegate):
    """Draws headings and lines; `title_width` is set by the view, from it follow the heights of rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.moved_to_details: frozenset[Column] = frozenset()
        self.edited_line: int | None = None
        self.folded: set[str] = set()

    def height_of(self, row: BillRow, title_width: int, approved_width: int) -> int:
        """Return the height of a row in pixels; it follows from the widths of the two columns that hold text."""
        if isinstance(row, HeadingRow):
            return HEADING_HEIGHT
        titles = len(_broken(row.title, title_width - 2 * PAD)) * TITLE_LINE
        details = SMALL_LINE if self._details(row) else 0
        hints = len(self._hints(row, approved_width)) * SMALL_LINE
        return max(PLAIN_HEIGHT, 2 * TOP + max(titles + details, TITLE_LINE + hints))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row: BillRow = index.data(ROW_ROLE)
        painter.save()
        _background(painter, option, row, Column(index.column()))
        if isinstance(row, HeadingRow):
            self._paint_heading(painter, option, row, Column(index.column()))
        else:
            second = self._details(row) or row.hint or row.overridden
            top = option.rect.top()
            main = top + TOP + TITLE_LINE // 2 if second else option.rect.center().y()
            self._paint_line(painter, Cell(option.rect, option.direction, main), row, Column(index.column()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room that a cell asks for."""
        return QSize(
            option.rect.width(), self.height_of(index.data(ROW_ROLE), option.rect.width(), option.rect.width())
        )

    def _details(self, row: LineRow) -> str:
        """Return the small line under the title, with what has no column of its own in a narrow bill."""
        parts = []
        if Column.CODE in self.moved_to_details and row.line.code:
            parts.append(identifier(row.line.code))
        if Column.QUANTITY in self.moved_to_details and row.line.quantity != 1:
            count = QCoreApplication.translate("bill", "تعداد {count}")
            parts.append(count.format(count=number(row.line.quantity)))
        return " · ".join([*parts, row.details] if row.details else parts)

    @staticmethod
    def _hints(row: LineRow, width: int) -> list[str]:
        """Return the small lines under the approved amount; beside a struck amount there is room for one."""
        if row.overridden:
            return [row.hint]
        return _broken(row.hint, width - 2 * PAD, points=SMALL) if row.hint else []

    def _paint_line(self, painter: QPainter, cell: Cell, row: LineRow, column: Column) -> None:
        match column:
            case Column.NUMBER:
                self._paint_number(painter, cell, row)
            case Column.CODE:
                self._paint_code(painter, cell, row)
            case Column.TITLE:
                self._paint_title(painter, cell, row)
            case Column.QUANTITY:
                self._paint_quantity(painter, cell, row)
            case Column.CLAIMED:
                self._paint_claimed(painter, cell, row)
            case Column.APPROVED:
                self._paint_approved(painter, cell, row)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: HeadingRow, column: Column) -> None:
        cell = Cell(option.rect, option.direction, option.rect.center().y())
        if column is Column.NUMBER:
            _chevron(painter, QPointF(cell.main_line(PAD, 12).center()), option.direction, row.section in self.folded)
            count = QCoreApplication.translate("bill", "{count} ردیف").format(count=persian_digits(row.lines))
            _write(painter, cell.main_line(PAD + 20, 400), name_of(SECTIONS, row.section), weight=MEDIUM)
            wide = metrics(BODY, MEDIUM).horizontalAdvance(name_of(SECTIONS, row.section))
            _write(painter, cell.main_line(PAD + 30 + wide, 200), count, points=SMALL, colour=theme.QUIET)
        elif column is Column.CLAIMED:
            _amount(painter, cell.main_line(CIRCLE_ROOM, cell.rect.width() - 2 * CIRCLE_ROOM), row.claimed, theme.QUIET)
        elif column is Column.APPROVED:
            _amount(painter, _approved_room(cell), row.approved, theme.QUIET)

    def _paint_number(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        text = persian_digits(row.line.no)
        _write(painter, cell.main_line(0, cell.rect.width()), text, colour=theme.QUIET, align=CENTRE, tabular=True)

    def _paint_code(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        if row.line.code:
            room = cell.main_line(PAD, cell.rect.width() - PAD)
            _write(painter, room, identifier(row.line.code), colour=theme.QUIET)

    def _paint_title(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        width = cell.rect.width() - 2 * PAD
        top = cell.main - TITLE_LINE // 2
        lines = _broken(row.title, width)
        for place, text in enumerate(lines):
            _write(painter, cell.part(PAD, width, top + place * TITLE_LINE, TITLE_LINE), text)
        details = self._details(row)
        if details:
            _write(painter, cell.second_line(PAD, width, len(lines)), details, points=SMALL, colour=theme.QUIET)

    def _paint_quantity(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        _write(painter, cell.main_line(0, cell.rect.width()), number(row.line.quantity), align=CENTRE, tabular=True)

    def _paint_claimed(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        room = cell.main_line(CIRCLE_ROOM, cell.rect.width() - 2 * CIRCLE_ROOM)
        _amount(painter, room, row.settled.claimed)
        if Mark.CIRCLE in {row.settled.mark, row.settled.engine.mark}:
            wide = _advance(row.settled.claimed)
            around = QRectF(room.right() - wide - 12, cell.main - 17, wide + 25, 35)
            standing = row.settled.mark is Mark.CIRCLE
            draw_circle(painter, around, theme.PEN_COLOURS[row.settled.pen], row.line.no)
            if not standing:
                draw_strike(painter, around.adjusted(-4, 8, 4, -8), theme.PEN_COLOURS[row.settled.pen], row.line.no + 3)

    def _paint_approved(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        if row.line.no == self.edited_line:
            return
        settled, colour = row.settled, theme.PEN_COLOURS[row.settled.pen]
        _mark_and_amount(painter, cell, row)
        if settled.author_initials:
            _initials(painter, cell, settled, colour)
        width = cell.rect.width() - 2 * PAD
        if row.overridden:
            _struck_engine(painter, cell, settled.engine, row.line.no)
            taken = MARK_ROOM + _advance(settled.engine.approved, SMALL) + 24
            _write(
                painter,
                cell.second_line(taken, cell.rect.width() - taken - PAD),
                row.hint,
                points=SMALL,
                colour=theme.QUIET,
            )
        else:
            tone = theme.AMBER if row.stale or settled.mark is Mark.QUERY else theme.QUIET
            for place, text in enumerate(self._hints(row, cell.rect.width())):
                room = cell.second_line(PAD, width).translated(0, place * SMALL_LINE)
                _write(painter, room, text, points=SMALL, colour=tone)


def amount_width(amount: int) -> int:
    """Return the room that an amount takes in the bill, in pixels."""
    return _advance(amount)


def _advance(amount: int, points: float = AMOUNT_POINTS) -> int:
    return metrics(points, MEDIUM, tabular=True).horizontalAdvance(rials(amount))


def _approved_room(cell: Cell) -> QRect:
    start = PAD + MARK_ROOM
    return cell.main_line(start, cell.rect.width() - start - PAD)


def _mark_and_amount(painter: QPainter, cell: Cell, row: LineRow) -> None:
    settled = row.settled
    colour = theme.PEN_COLOURS[settled.pen]
    centre = QPointF(cell.main_line(PAD, MARK_ROOM - 8).center())
    room = _approved_room(cell)
    match settled.mark:
        case Mark.TICK:
            draw_tick(painter, centre, 19, colour, row.line.no)
            _amount(painter, room, settled.approved)
        case Mark.CIRCLE:
            draw_arrow(painter, centre, 20, colour, row.line.no)
            _amount(painter, room, settled.approved, colour, weight=MEDIUM)
        case Mark.ZERO:
            draw_zero(painter, centre, 22, colour, row.line.no)
            _amount(painter, room, settled.approved, colour, weight=MEDIUM)
        case Mark.QUERY:
            draw_question(painter, centre, 18, theme.AMBER, row.line.no)
            _amount(painter, room, settled.approved, theme.FAINT)


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
    wide = _advance(engine.approved, SMALL)
    room = cell.second_line(PAD + MARK_ROOM, wide + 4)
    _amount(painter, room, engine.approved, theme.QUIET, points=SMALL)
    whole = room.united(QRect(int(centre.x()) - 9, room.top(), 18, room.height()))
    draw_strike(painter, QRectF(whole.adjusted(-2, 4, 2, -4)), colour, seed)


def _initials(painter: QPainter, cell: Cell, settled: SettledLine, colour: QColor) -> None:
    """Draw the person's initials beside the amount."""
    wide = metrics(SMALL, MEDIUM).horizontalAdvance(settled.author_initials or "") + 12
    start = PAD + MARK_ROOM + _advance(settled.approved) + 12
    room = QRectF(cell.main_line(start, wide)).adjusted(0, 2, 0, -2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    _write(
        painter, room.toRect(), settled.author_initials or "", points=SMALL, weight=MEDIUM, colour=colour, align=CENTRE
    )


def _background(painter: QPainter, option: QStyleOptionViewItem, row: BillRow, column: Column) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = option.widget is None or option.widget.hasFocus()
    rect = option.rect
    if selected:
        painter.fillRect(rect, theme.SELECTED if focused else theme.SELECTED_QUIET)
    elif isinstance(row, HeadingRow):
        painter.fillRect(rect, theme.TINT)
    if isinstance(row, LineRow) and row.stale:
        painter.fillRect(rect, QBrush(QColor("#e2b566"), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(rect.adjusted(0, 0, 0, 0), QColor(255, 254, 251, 120))
    painter.setPen(QPen(theme.HAIRLINE))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if selected and column is Column.NUMBER:
        bar = QStyle.visualRect(option.direction, rect, QRect(rect.left(), rect.top(), 4, rect.height()))
        painter.fillRect(bar, theme.FOCUS)


def _amount(
    painter: QPainter, room: QRect, amount: int, colour: QColor = theme.INK, *, points: float = AMOUNT_POINTS,
    weight: QFont.Weight = REGULAR,
) -> None:  # fmt: skip
    """Write an amount whole: it is never shortened, and its ones stand under those of the other rows."""
    painter.setFont(font(points, weight, tabular=True))
    painter.setPen(colour)
    painter.drawText(room, RIGHT | Qt.TextFlag.TextDontClip, rials(amount))


def _write(
    painter: QPainter, room: QRect, text: str, *, points: float = BODY, weight: QFont.Weight = REGULAR,
    colour: QColor = theme.INK, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    tabular: bool = False,
) -> None:  # fmt: skip
    """Write a text on one line, with an ellipsis where the room is too narrow."""
    painter.setFont(font(points, weight, tabular=tabular))
    painter.setPen(colour)
    measure = metrics(points, weight, tabular=tabular)
    fits = measure.horizontalAdvance(text) <= room.width()
    painter.drawText(room, align, text if fits else measure.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


def _broken(text: str, width: int, points: float = BODY) -> list[str]:
    """Return a text on one or two lines; the second ends in an ellipsis where it does not hold the rest."""
    measure = metrics(points)
    if measure.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font(points))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(width, 1))
    split = first.textLength()
    layout.endLayout()
    return [text[:split].strip(), measure.elidedText(text[split:].strip(), Qt.TextElideMode.ElideRight, width)]


def _chevron(painter: QPainter, centre: QPointF, direction: Qt.LayoutDirection, folded: bool) -> None:
    """Draw the little arrow of a heading: downwards when open, along the reading direction when folded."""
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
    painter.setPen(QPen(theme.QUIET, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.restore()
