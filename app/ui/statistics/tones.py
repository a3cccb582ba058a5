"""How parts of bars are drawn: by lightness and pattern, so that a print in grey tells them apart."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.ui.statistics.bars import Tone
from app.ui.theme import FAINT, FOCUS, INK, PAPER, QUIET

_GROUNDS: Mapping[Tone, QColor] = {
    Tone.PLAIN: QUIET,
    Tone.SOLID: QUIET,
    Tone.MIDDLE: QColor("#b4bdc6"),
    Tone.HATCHED: PAPER,
    Tone.DOTTED: PAPER,
    Tone.EMPTY: PAPER,
}
_PATTERNS: Mapping[Tone, QBrush] = {
    Tone.HATCHED: QBrush(INK, Qt.BrushStyle.BDiagPattern),
    Tone.DOTTED: QBrush(INK, Qt.BrushStyle.Dense5Pattern),
}
_OUTLINED = frozenset({Tone.HATCHED, Tone.DOTTED, Tone.EMPTY})


def draw_part(painter: QPainter, room: QRectF, tone: Tone, *, current: bool = False) -> None:
    """Fill the room of a bar or of a part of it; the one under the keys has the colour of the focus."""
    ground = FOCUS if current and tone in {Tone.PLAIN, Tone.SOLID} else _GROUNDS[tone]
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(room, ground)
    if tone in _PATTERNS:
        painter.setBrushOrigin(room.topLeft())
        painter.fillRect(room, _PATTERNS[tone])
    if tone in _OUTLINED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(FAINT, 1))
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
