"""Where the parts of a cell of the bill stand, and how figures and texts are written there."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from app.domain.persian import rials
from app.ui import theme
from app.ui.fonts import BODY, MEDIUM, REGULAR, font, metrics
from app.ui.text import sentence

PAD = 12
TITLE_LINE = 23
SMALL_LINE = 19
TOP = 9
PLAIN_HEIGHT = 50
HEADING_HEIGHT = 36
MARK_ROOM = 40
CIRCLE_ROOM = 18
UNFOLD_ROOM = 20
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


def approved_room(cell: Cell) -> QRect:
    """Return the room of the approved amount, between that of its mark and that of the arrow that unfolds it."""
    start = PAD + MARK_ROOM
    return cell.main_line(start, cell.rect.width() - start - PAD - UNFOLD_ROOM)


def unfold_room(cell: Cell) -> QRect:
    """Return the room of the little arrow that unfolds the approved amount, at the end of its cell."""
    return cell.main_line(cell.rect.width() - UNFOLD_ROOM - 4, UNFOLD_ROOM)


def claimed_room(cell: Cell) -> QRect:
    """Return the room of the claimed amount, inside that of a circle around it."""
    return cell.main_line(CIRCLE_ROOM, cell.rect.width() - 2 * CIRCLE_ROOM)


def amount_width(amount: int, points: float = AMOUNT_POINTS) -> int:
    """Return the room that an amount takes, in pixels."""
    return metrics(points, MEDIUM, tabular=True).horizontalAdvance(rials(amount))


def write_amount(
    painter: QPainter, room: QRect, amount: int, colour: QColor = theme.INK, *, points: float = AMOUNT_POINTS,
    weight: QFont.Weight = REGULAR,
) -> None:  # fmt: skip
    """Write an amount whole: it is never shortened, and its ones stand under those of the other rows."""
    painter.setFont(font(points, weight, tabular=True))
    painter.setPen(colour)
    painter.drawText(room, RIGHT | Qt.TextFlag.TextDontClip, rials(amount))


def write(
    painter: QPainter, room: QRect, text: str, *, points: float = BODY, weight: QFont.Weight = REGULAR,
    colour: QColor = theme.INK, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    tabular: bool = False,
) -> None:  # fmt: skip
    """Write a text on one line, with an ellipsis where the room is too narrow."""
    text = sentence(text)
    painter.setFont(font(points, weight, tabular=tabular))
    painter.setPen(colour)
    measure = metrics(points, weight, tabular=tabular)
    fits = measure.horizontalAdvance(text) <= room.width()
    painter.drawText(room, align, text if fits else measure.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


@lru_cache(maxsize=4096)
def wrapped(text: str, width: int, points: float = BODY) -> tuple[str, ...]:
    """Return a text on one or two lines; the second ends in an ellipsis where it does not hold the rest."""
    text, measure = sentence(text), metrics(points)
    if measure.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font(points))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(width, 1))
    split = first.textLength()
    layout.endLayout()
    return text[:split].strip(), measure.elidedText(text[split:].strip(), Qt.TextElideMode.ElideRight, width)
