"""Paints the cells of the bill: printed figures in ink, marks by the pen; the only strong colour is the pen's."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.findings import Mark
from app.domain.persian import number, persian_digits
from app.ui import theme
from app.ui.bill.bill_model import ROW_ROLE, Column
from app.ui.bill.bill_pen import paint_approved, paint_claimed, paint_objection
from app.ui.bill.bill_rows import BillRow, FactorsRow, HeadingRow, LineRow
from app.ui.bill.cells import (
    CENTRE,
    HEADING_HEIGHT,
    PAD,
    PLAIN_HEIGHT,
    SMALL_LINE,
    TITLE_LINE,
    TOP,
    Cell,
    unfold_room,
    wrapped,
    write,
)
from app.ui.bill.factors_pen import height_of_factors, paint_factors
from app.ui.bill.folds import Folds
from app.ui.bill.heading_pen import draw_chevron, paint_heading
from app.ui.fonts import SMALL
from app.ui.text import identifier


class BillDelegate(QStyledItemDelegate):
    """Draws headings, lines and unfolded amounts; the view tells how wide the bill and its last column are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.moved_to_details: frozenset[Column] = frozenset()
        self.edited_line: int | None = None
        self.folds = Folds()
        self.whole_width = 0
        self.approved_width = 0

    def height_of(self, row: BillRow, title_width: int, approved_width: int) -> int:
        """Return the height of a row in pixels; it follows from the widths of the two columns that hold text."""
        if isinstance(row, HeadingRow):
            return HEADING_HEIGHT
        if isinstance(row, FactorsRow):
            return height_of_factors(row, self.whole_width, approved_width)
        titles = len(wrapped(row.title, title_width - 2 * PAD)) * TITLE_LINE
        details = SMALL_LINE if self._has_second_line(row) else 0
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
            cell = Cell(option.rect, option.direction, option.rect.center().y())
            folded = row.section in self.folds.sections
            paint_heading(painter, cell, row, Column(index.column()), folded=folded)
        elif isinstance(row, FactorsRow):
            paint_factors(painter, Cell(option.rect, option.direction, 0), row, self.approved_width)
        else:
            second = self._has_second_line(row) or row.hint or row.struck
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
        parts = [row.before] if row.before else []
        if Column.CODE in self.moved_to_details and row.line.code:
            parts.append(identifier(row.line.code))
        if Column.QUANTITY in self.moved_to_details and row.line.quantity != 1:
            count = QCoreApplication.translate("bill", "تعداد {count}")
            parts.append(count.format(count=number(row.line.quantity)))
        return " · ".join([*parts, row.details] if row.details else parts)

    def _has_second_line(self, row: LineRow) -> bool:
        """Tell whether something small stands under the title."""
        return row.objection is not None or bool(self._details(row))

    @staticmethod
    def _hints(row: LineRow, width: int) -> tuple[str, ...]:
        """Return the small lines under the approved amount; beside a struck amount there is room for one."""
        if row.struck:
            return (row.hint,)
        return wrapped(row.hint, width - 2 * PAD, points=SMALL) if row.hint else ()

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
                paint_claimed(painter, cell, row)
            case Column.APPROVED:
                self._paint_approved(painter, cell, row)

    def _paint_number(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        text = persian_digits(row.line.no)
        write(painter, cell.main_line(0, cell.rect.width()), text, colour=theme.QUIET, align=CENTRE, tabular=True)

    def _paint_code(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        if row.line.code:
            room = cell.main_line(PAD, cell.rect.width() - PAD)
            write(painter, room, identifier(row.line.code), colour=theme.QUIET)

    def _paint_title(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        width = cell.rect.width() - 2 * PAD
        top = cell.main - TITLE_LINE // 2
        lines = wrapped(row.title, width)
        for place, text in enumerate(lines):
            write(painter, cell.part(PAD, width, top + place * TITLE_LINE, TITLE_LINE), text)
        taken = 0
        if row.objection is not None:
            taken = paint_objection(painter, cell, row.objection, len(lines))
        details = self._details(row)
        if details:
            room = cell.second_line(PAD + taken, width - taken, len(lines))
            write(painter, room, details, points=SMALL, colour=theme.QUIET)

    def _paint_quantity(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        write(painter, cell.main_line(0, cell.rect.width()), number(row.line.quantity), align=CENTRE, tabular=True)

    def _paint_approved(self, painter: QPainter, cell: Cell, row: LineRow) -> None:
        if row.line.no == self.edited_line:
            return
        paint_approved(painter, cell, row)
        if row.factors:
            folded, centre = row.line.no not in self.folds.amounts, QPointF(unfold_room(cell).center())
            draw_chevron(painter, centre, cell.direction, folded=folded, colour=theme.FAINT)
        if not row.struck:
            tone = theme.AMBER if row.stale or row.settled.mark is Mark.QUERY else theme.QUIET
            for place, text in enumerate(self._hints(row, cell.rect.width())):
                room = cell.second_line(PAD, cell.rect.width() - 2 * PAD).translated(0, place * SMALL_LINE)
                write(painter, room, text, points=SMALL, colour=tone)


def _background(painter: QPainter, option: QStyleOptionViewItem, row: BillRow, column: Column) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = option.widget is None or option.widget.hasFocus()
    rect = option.rect
    if selected:
        painter.fillRect(rect, theme.SELECTED if focused else theme.SELECTED_QUIET)
    elif isinstance(row, HeadingRow | FactorsRow):
        painter.fillRect(rect, theme.TINT)
    if isinstance(row, LineRow) and row.stale:
        painter.fillRect(rect, QBrush(theme.HATCH, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(theme.HAIRLINE))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if selected and column is Column.NUMBER:
        bar = QStyle.visualRect(option.direction, rect, QRect(rect.left(), rect.top(), 4, rect.height()))
        painter.fillRect(bar, theme.FOCUS)
