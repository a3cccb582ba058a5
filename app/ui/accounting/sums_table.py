"""The sums of a claim in a few rows: as the centre wrote them, as its lines give them, and as they stand."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.domain.money import Rial
from app.domain.persian import rials
from app.domain.recomputed_sums import RecomputedSum, SumOf
from app.ui import theme
from app.ui.bill.cells import PAD, RIGHT, amount_width, write, write_amount
from app.ui.bill.marks import draw_circle
from app.ui.bill.names import name_of
from app.ui.fonts import MEDIUM, SMALL
from app.ui.text import NOTHING, signed_rials

HEADING, ROW = 22, 27
CIRCLE_OUT = 11
LEAST_NAME, LEAST_AMOUNT = 170, 120
NAMES: Mapping[SumOf, Any] = {
    SumOf.TOTAL: QT_TRANSLATE_NOOP("names", "جمع کل"),
    SumOf.PATIENT: QT_TRANSLATE_NOOP("names", "سهم بیمه‌شده"),
    SumOf.INSURER: QT_TRANSLATE_NOOP("names", "سهم سازمان (قابل پرداخت)"),
}


class SumColumn(IntEnum):
    """The columns of amounts, from the beginning of the line."""

    WRITTEN = 0
    CLAIMED = 1
    DIFFERENCE = 2
    STANDS = 3


class SumsTable(QWidget):
    """Draws the three sums; one that the centre wrote otherwise than its lines give bears a red circle (article 20)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RecomputedSum, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sums(self, sums: Sequence[RecomputedSum]) -> None:
        """Show the total and both shares; the sums of headings stand on the bill itself."""
        self._rows = tuple(row for row in sums if row.of in NAMES)
        self.setAccessibleName("\n".join(self._as_sentence(row) for row in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        return QSize(LEAST_NAME + len(SumColumn) * LEAST_AMOUNT, HEADING + ROW * max(len(self._rows), 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw headings, rows and the marks on what the centre wrote."""
        painter = QPainter(self)
        for column in SumColumn:
            room = self._room(column, 0, HEADING)
            write(painter, room, self._heading(column), points=SMALL, colour=theme.QUIET, align=RIGHT)
        for place, row in enumerate(self._rows):
            top = HEADING + place * ROW
            painter.setPen(theme.HAIRLINE)
            painter.drawLine(0, top, self.width(), top)
            write(painter, self._part(0, self._name_width(), top, ROW), name_of(NAMES, row.of), points=SMALL + 0.5)
            self._draw_row(painter, row, top, place)

    def _draw_row(self, painter: QPainter, row: RecomputedSum, top: int, seed: int) -> None:
        written = self._room(SumColumn.WRITTEN, top)
        self._draw_amount(painter, written, row.written)
        self._draw_amount(painter, self._room(SumColumn.CLAIMED, top), row.claimed)
        if row.differs:
            wide = amount_width(row.written or 0)
            around = QRectF(QRect(QPoint(written.right() - wide, top), QSize(wide, ROW)))
            draw_circle(painter, around.adjusted(-CIRCLE_OUT, 1, CIRCLE_OUT, -1), theme.RED, seed)
            room = self._room(SumColumn.DIFFERENCE, top)
            text = signed_rials(row.difference or 0)
            write(painter, room, text, weight=MEDIUM, colour=theme.RED, align=RIGHT, tabular=True)
        write_amount(painter, self._room(SumColumn.STANDS, top), row.stands, weight=MEDIUM)

    @staticmethod
    def _draw_amount(painter: QPainter, room: QRect, amount: Rial | None) -> None:
        if amount is None:
            write(painter, room, NOTHING, colour=theme.FAINT, align=RIGHT)
        else:
            write_amount(painter, room, amount)

    def _name_width(self) -> int:
        return max(LEAST_NAME, self.width() // (len(SumColumn) + 1))

    def _room(self, column: SumColumn, top: int, height: int = ROW) -> QRect:
        """Return where a column writes; its amounts end at one edge, so that their ones stand under one another."""
        wide = (self.width() - self._name_width()) // len(SumColumn)
        start = self._name_width() + column * wide
        return self._part(start + PAD, wide - 2 * PAD - CIRCLE_OUT, top, height)

    def _part(self, start: int, width: int, top: int, height: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(start, top, width, height))

    def _heading(self, column: SumColumn) -> str:
        return {
            SumColumn.WRITTEN: self.tr("نوشته مرکز"),
            SumColumn.CLAIMED: self.tr("از ردیف‌ها"),
            SumColumn.DIFFERENCE: self.tr("اختلاف"),
            SumColumn.STANDS: self.tr("پس از رسیدگی"),
        }[column]

    def _as_sentence(self, row: RecomputedSum) -> str:
        amounts = (row.written, row.claimed, row.difference, row.stands)
        told = (
            f"{self._heading(column)} {NOTHING if amount is None else rials(amount)}"
            for column, amount in zip(SumColumn, amounts, strict=True)
        )
        return f"{name_of(NAMES, row.of)}: {'، '.join(told)}"
