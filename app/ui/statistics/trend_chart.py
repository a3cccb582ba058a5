"""Deductions from month to month: how much, and what part of the claimed sums; the keys go from month to month.

A month without a document is a gap, not a month of nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from app.domain.persian import POP_ISOLATE, rials
from app.ui.fonts import MEDIUM, SMALL, font, metrics
from app.ui.statistics.bar_list import ENTER
from app.ui.statistics.bars import Bar
from app.ui.statistics.scales import round_steps, unit_of
from app.ui.statistics.trend_points import TrendPoint, gaps
from app.ui.text import leading
from app.ui.theme import FAINT, FOCUS, HAIRLINE, INK, PAPER, QUIET

AXIS, EDGE, HEAD, CAPTION, FOOT, GAP = 60, 18, 30, 22, 40, 14
UPPER_SHARE, NEAR, POINT, POINT_HERE, GAP_HALF = 0.6, 44, 3.5, 5.5, 4
HUNDRED = 100
ISOLATE = "\u2068"

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Panel:
    """A part of the chart with a scale of its own."""

    room: QRectF
    values: tuple[Fraction | None, ...]
    steps: tuple[Fraction, ...]
    unit: int

    def height_of(self, value: Fraction) -> float:
        """Return where a value lies from top to bottom."""
        return self.room.bottom() - self.room.height() * float(max(value, Fraction(0)) / self.steps[-1])


class TrendChart(QWidget):
    """Two lines over the same months, the earliest at the beginning of the line.

    Signals:
        chosen: the Bar that a person wants to look behind.
        current_changed: the Bar that is now under the keys.
    """

    chosen = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[TrendPoint, ...] = ()
        self._here = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def count(self) -> int:
        """How many months are shown."""
        return len(self.points)

    @property
    def current(self) -> Bar | None:
        """The month under the keys."""
        return self.points[self._here].bar if self.points else None

    def show_points(self, points: Sequence[TrendPoint]) -> None:
        """Show other months, the last of which is under the keys."""
        self.points = tuple(points)
        self.go_to(len(self.points) - 1)

    def go_to(self, place: int) -> None:
        """Put the keys on a month, or the nearest there is."""
        self._here = min(max(place, 0), max(len(self.points) - 1, 0))
        self.setAccessibleName(self.current.spoken if self.current else "")
        self.current_changed.emit(self.current)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room in which the lines are easy to read."""
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(320, 280)

    def place_at(self, x: float) -> int:
        """Return the month that lies nearest to a place across the chart."""
        return min(range(len(self.points)), key=lambda place: abs(self._across(place) - x), default=0)

    def point_of(self, place: int) -> QPoint:
        """Return where the amount of a month is drawn."""
        panel = self._panels()[0]
        return QPointF(self._across(place), panel.height_of(panel.values[place] or Fraction(0))).toPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from month to month as they lie on the screen; Enter looks behind one."""
        later = -1 if self._mirrored else 1
        steps = {Qt.Key.Key_Right: later, Qt.Key.Key_Left: -later, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.points) - 1}
        if event.key() in steps:
            self.go_to(self._here + steps[Qt.Key(event.key())])
        elif event.key() in ends:
            self.go_to(ends[Qt.Key(event.key())])
        elif event.key() in ENTER and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look behind the month that lies under the pointer."""
        if self.points and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(self.place_at(event.position().x()))
            self.chosen.emit(self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell the figures of the month under the pointer."""
        if isinstance(event, QHelpEvent) and self.points:
            place = self.place_at(event.pos().x())
            near = abs(self._across(place) - event.pos().x()) <= NEAR
            QToolTip.showText(event.globalPos(), self.points[place].bar.hint if near else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines."""
        del event
        if not self.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        upper, lower = self._panels()
        self._write_head(painter)
        unit, name = unit_of(upper.steps[1])
        amounts = translate("statistics", "مبلغ کسر ({unit})").format(unit=translate("statistics", name))
        self._draw_scale(painter, upper, amounts, unit)
        self._draw_scale(painter, lower, translate("statistics", "سهم کسر از درخواستی (درصد)"), 1)
        self._draw_here(painter, upper, lower)
        for panel in (upper, lower):
            self._draw_gaps(painter, panel)
            self._draw_line(painter, panel)
        self._write_months(painter, lower)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _across(self, place: int) -> float:
        """Return where a month lies across the chart."""
        first, last = AXIS + EDGE, self.width() - EDGE
        along = (first + last) / 2 if self.count == 1 else first + (last - first) * place / max(self.count - 1, 1)
        return self.width() - along if self._mirrored else along

    def _panels(self) -> tuple[_Panel, _Panel]:
        left = 0 if self._mirrored else AXIS
        room = self.height() - HEAD - 2 * CAPTION - GAP - FOOT
        high = room * UPPER_SHARE
        top = HEAD + CAPTION
        amounts = tuple(None if point.empty else Fraction(point.bar.length) for point in self.points)
        shares = tuple(None if point.share is None else point.share * HUNDRED for point in self.points)
        width = self.width() - AXIS
        amount_steps = round_steps(max((amount for amount in amounts if amount is not None), default=Fraction(1)))
        upper = _Panel(QRectF(left, top, width, high), amounts, amount_steps, unit_of(amount_steps[1])[0])
        below = QRectF(left, top + high + GAP + CAPTION, width, room - high)
        share_steps = round_steps(max((share for share in shares if share is not None), default=Fraction(1)), at_most=2)
        return upper, _Panel(below, shares, share_steps, 1)

    def _write_head(self, painter: QPainter) -> None:
        """Say the figures of the month under the keys."""
        bar = self.points[self._here].bar
        painter.setFont(font(SMALL + 0.5, MEDIUM))
        painter.setPen(INK)
        said = "  ·  ".join(f"{ISOLATE}{text}{POP_ISOLATE}" for text in (bar.name, bar.figure, bar.note) if text)
        painter.drawText(QRect(EDGE, 0, self.width() - 2 * EDGE, HEAD), leading(), said)

    def _draw_scale(self, painter: QPainter, panel: _Panel, caption: str, unit: int) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(QUIET)
        room = panel.room
        painter.drawText(QRectF(EDGE, room.top() - CAPTION, self.width() - 2 * EDGE, CAPTION - 4), leading(), caption)
        painter.setFont(font(SMALL, tabular=True))
        start = self.width() - AXIS + 6 if self._mirrored else 0
        for step in panel.steps:
            height = panel.height_of(step)
            painter.setPen(HAIRLINE)
            painter.drawLine(QPointF(room.left(), height), QPointF(room.right(), height))
            painter.setPen(QUIET)
            label = QRectF(start, height - 9, AXIS - 10, 18)
            shown = rials(int(step) // unit)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_here(self, painter: QPainter, upper: _Panel, lower: _Panel) -> None:
        across = self._across(self._here)
        painter.setPen(QPen(FOCUS if self.hasFocus() else FAINT, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(across, upper.room.top()), QPointF(across, lower.room.bottom()))

    def _draw_gaps(self, painter: QPainter, panel: _Panel) -> None:
        """Mark months without a document on the ground of a part, and say so where there is room for it."""
        said = translate("statistics", "بدون سند")
        painter.setFont(font(SMALL))
        for gap in gaps(self.points):
            ends = [self._across(place) + side * GAP_HALF for place in (gap[0], gap[-1]) for side in (-1, 1)]
            ground = QRectF(min(ends), panel.room.bottom() - GAP_HALF, max(ends) - min(ends), GAP_HALF)
            painter.fillRect(ground, HAIRLINE)
            painter.setPen(QUIET)
            room = max(ground.width(), self._apart())
            if metrics(SMALL).horizontalAdvance(said) < room:
                above = QRectF(ground.center().x() - room / 2, ground.top() - CAPTION, room, CAPTION)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, said)

    def _draw_line(self, painter: QPainter, panel: _Panel) -> None:
        """Draw a line that breaks where a month has no value."""
        places = [
            None if value is None else QPointF(self._across(place), panel.height_of(value))
            for place, value in enumerate(panel.values)
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QUIET, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for run in _runs(places):
            painter.drawPolyline(QPolygonF(run))
        for place, point in enumerate(places):
            if point is not None:
                here = place == self._here
                painter.setPen(QPen(PAPER, 2))
                painter.setBrush(FOCUS if here and self.hasFocus() else INK if here else QUIET)
                radius = POINT_HERE if here else POINT
                painter.drawEllipse(point, radius, radius)

    def _apart(self) -> float:
        """Return how far two months lie apart."""
        return abs(self._across(1) - self._across(0)) if self.count > 1 else self.width()

    def _write_months(self, painter: QPainter, panel: _Panel) -> None:
        """Write as many months as there is room for; the year stands below the first of them and below each new one."""
        painter.setFont(font(SMALL))
        painter.setPen(QUIET)
        widest = max(metrics(SMALL).horizontalAdvance(point.month) for point in self.points) + 10
        every = max(1, -(-widest // max(int(self._apart()), 1)))
        year = ""
        for place in range(0, self.count, every):
            point, across = self.points[place], self._across(place)
            room = QRectF(across - widest / 2, panel.room.bottom() + 4, widest, 17)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, point.month)
            if point.year != year:
                year = point.year
                painter.drawText(room.translated(0, 17), Qt.AlignmentFlag.AlignCenter, year)


def _runs(places: Sequence[QPointF | None]) -> list[list[QPointF]]:
    """Return the unbroken parts of a line."""
    runs: list[list[QPointF]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if len(run) > 1]
