"""A bar in two lines: its name and figure over it, and how long it is beside the longest."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.fonts import MEDIUM, REGULAR, SMALL, font, metrics
from app.ui.statistics.bars import Bar
from app.ui.statistics.tones import draw_part
from app.ui.text import sentence
from app.ui.theme import FOCUS, HAIRLINE, INK, QUIET, SELECTED, SELECTED_QUIET

BAR = Qt.ItemDataRole.UserRole
HEIGHT, PAD, GAP = 50, 12, 10
TEXT, THICKNESS, SHORTEST = 22, 10, 2
LEAST_NOTE, MOST_NOTE_SHARE = 120, 0.45


@dataclass(frozen=True, slots=True)
class _Hand:
    """How a text is written."""

    points: float
    weight: QFont.Weight
    colour: QColor
    tabular: bool = False

    def width(self, text: str) -> int:
        """Return the room of a text on one line."""
        return self._metrics.horizontalAdvance(sentence(text)) + 4 if text else 0

    def write(self, painter: QPainter, room: QRect, text: str, align: Qt.AlignmentFlag) -> None:
        """Write a text on one line, cut short where it does not fit."""
        painter.setFont(font(self.points, self.weight, tabular=self.tabular))
        painter.setPen(self.colour)
        shown = self._metrics.elidedText(sentence(text), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, shown)

    @property
    def _metrics(self) -> QFontMetrics:
        return metrics(self.points, self.weight, tabular=self.tabular)


STRONG, SOFT = _Hand(SMALL + 0.5, MEDIUM, INK), _Hand(SMALL, REGULAR, QUIET)
FIGURE = _Hand(SMALL + 0.5, MEDIUM, INK, tabular=True)


class BarDelegate(QStyledItemDelegate):
    """Paints the bars of a list, all beside the same longest one and beside the same room for their notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest, self._note_room = 1, LEAST_NOTE

    def measure(self, bars: Sequence[Bar]) -> None:
        """Take the measures of the bars that are to be painted."""
        self._longest = max((sum(part.length for part in bar.parts) for bar in bars), default=1)
        self._note_room = max((LEAST_NOTE, *(SOFT.width(bar.note) for bar in bars)))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a bar."""
        return QSize(260, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one bar; mirrored by hand, for Qt does not mirror what a delegate paints."""
        bar: Bar = index.data(BAR)
        area, direction = option.rect, option.direction

        def part(start: int, top: int, width: int, height: int) -> QRect:
            return QStyle.visualRect(direction, area, QRect(area.left() + start, area.top() + top, width, height))

        painter.save()
        _paint_ground(painter, option)
        room = area.width() - 2 * PAD
        figure, note = FIGURE.width(bar.figure), min(self._note_room, int(room * MOST_NOTE_SHARE))
        name = min(STRONG.width(bar.name), max(room - figure - GAP, 0))
        at_start, at_end = _alignments(direction)
        STRONG.write(painter, part(PAD, 5, name, TEXT), bar.name, at_start)
        rest = room - name - figure - 2 * GAP
        if bar.detail and rest > 2 * GAP:
            SOFT.write(painter, part(PAD + name + GAP, 5, rest, TEXT), bar.detail, at_start)
        FIGURE.write(painter, part(PAD + room - figure, 5, figure, TEXT), bar.figure, at_end)
        SOFT.write(painter, part(PAD + room - note, 26, note, TEXT), bar.note, at_end)
        self._paint_bar(painter, bar, part(PAD, 31, max(room - note - GAP, 0), THICKNESS), option)
        painter.restore()

    def _paint_bar(self, painter: QPainter, bar: Bar, room: QRect, option: QStyleOptionViewItem) -> None:
        """Draw the parts one after another from the beginning of the line; the least of them can still be seen."""
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        start = 0
        for segment in bar.parts:
            if segment.length > 0:
                width = max(room.width() * segment.length // max(self._longest, 1), SHORTEST)
                piece = QRect(room.left() + start, room.top(), width, room.height())
                seen = QStyle.visualRect(option.direction, room, piece)
                draw_part(painter, QRectF(seen), segment.tone, current=current)
                start += width


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(option.rect, SELECTED if focused else SELECTED_QUIET)
        edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, option.rect, edge), FOCUS)
    painter.setPen(HAIRLINE)
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _alignments(direction: Qt.LayoutDirection) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """Return the alignments at the beginning and at the end of a line."""
    absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    left, right = absolute | Qt.AlignmentFlag.AlignLeft, absolute | Qt.AlignmentFlag.AlignRight
    return (right, left) if direction is Qt.LayoutDirection.RightToLeft else (left, right)
