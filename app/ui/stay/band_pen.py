"""Draws a band of the time line: quiet bars, and amber only where something does not fit."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.domain.dates import Moment
from app.domain.persian import date_text, persian_digits
from app.services.stay.times import Span, SpanKind, Trouble, TroubleMark
from app.ui import theme
from app.ui.fonts import MEDIUM, REGULAR, SMALL, font, metrics
from app.ui.stay.axis import Axis
from app.ui.stay.words import clock, lane_name, no_bed, span_label
from app.ui.text import sentence

DAY_TICK, CLOCK_TICK = 60.0, 52.0
LEAST_LABEL = 3
DEEP, MIDDLE, LIGHT = QColor("#4d6079"), QColor("#c9d5e3"), QColor("#e3e9f0")
HATCH, LOOSE_HATCH = QColor(154, 91, 0, 70), QColor("#9fb0c3")
FILLS = {
    SpanKind.STAY: QColor("#d5d9de"),
    SpanKind.BED: MIDDLE,
    SpanKind.OTHER_BED: LIGHT,
    SpanKind.LEAVE: theme.PAPER,
    SpanKind.SURGERY: DEEP,
    SpanKind.ANESTHESIA: MIDDLE,
    SpanKind.RECOVERY: LIGHT,
    SpanKind.OTHER_PATIENT: theme.AMBER_TINT,
}
ALIGNED = Qt.AlignmentFlag.AlignCenter


class BandPen:
    """Draws on one axis inside the rectangle of a widget."""

    def __init__(self, painter: QPainter, axis: Axis, room: QRect) -> None:
        self._painter = painter
        self._axis = axis
        self._room = room

    def draw_ticks(self, top: float, bottom: float) -> None:
        """Draw a hairline at each tick with its day or time above it."""
        in_days = self._axis.in_days
        self._painter.setFont(font(SMALL - 0.5))
        for number, moment in enumerate(self._axis.ticks(DAY_TICK if in_days else CLOCK_TICK)):
            x = self._axis.x(moment)
            self._painter.setPen(theme.HAIRLINE)
            self._painter.drawLine(QPointF(x, top - 3), QPointF(x, bottom))
            whole_day = moment.hour == 0 and moment.minute == 0
            if in_days and moment.minutes_since(self._axis.start) < self._axis.minutes:
                self._write_day(moment, x, top, full=number == 0)
            elif not in_days:
                self._write(date_text(moment.day) if whole_day else clock(moment), QRectF(x - 40, 0, 80, top - 4))

    def _write_day(self, moment: Moment, x: float, top: float, *, full: bool) -> None:
        """Write a day of the stay at the beginning of its cell: the first with its year."""
        text = date_text(moment.day) if full else persian_digits(f"{moment.day.month:02d}/{moment.day.day:02d}")
        width = 70.0
        start = x - width if self._axis.mirrored else x
        side = Qt.AlignmentFlag.AlignRight if self._axis.mirrored else Qt.AlignmentFlag.AlignLeft
        room = QRectF(start, 0, width, top - 4).adjusted(2, 0, -2, 0)
        self._painter.setPen(theme.QUIET)
        self._painter.drawText(
            room,
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip,
            text,
        )

    def _write(self, text: str, room: QRectF) -> None:
        self._painter.setPen(theme.QUIET)
        self._painter.drawText(room, ALIGNED, text)

    def draw_lane_name(self, kind: SpanKind, room: QRectF) -> None:
        """Write what the bars of a lane are."""
        self._painter.setFont(font(SMALL))
        self._painter.setPen(theme.QUIET)
        side = Qt.AlignmentFlag.AlignRight if self._axis.mirrored else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(
            room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, lane_name(kind)
        )

    def draw_span(self, span: Span, room: QRectF) -> None:
        """Draw a bar: hatched and with a broken edge where its place is not known, with its margins lighter."""
        painter = self._painter
        edge = QPen(theme.FAINT if span.exact else theme.QUIET, 1)
        if not span.exact:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge if span.kind is not SpanKind.SURGERY else Qt.PenStyle.NoPen)
        painter.setBrush(FILLS[span.kind])
        thin = room.adjusted(0, 5, 0, -5) if span.kind is SpanKind.STAY else room
        painter.drawRoundedRect(thin, 3, 3)
        if not span.exact:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(LOOSE_HATCH, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(thin, 3, 3)
        self._draw_margins(span, room)

    def _draw_margins(self, span: Span, room: QRectF) -> None:
        """Part the quarters of an hour before and after surgery from the anesthesia between them."""
        if not span.margin:
            return
        minutes = span.end.minutes_since(span.start)
        width = room.width() * span.margin / max(minutes, 1)
        self._painter.setPen(QPen(theme.FAINT, 1, Qt.PenStyle.DotLine))
        for x in (room.left() + width, room.right() - width):
            self._painter.drawLine(QPointF(x, room.top() + 2), QPointF(x, room.bottom() - 2))

    def write_label(self, span: Span, room: QRectF) -> None:
        """Write what a bar is, as far as it has the room."""
        text, dark = sentence(span_label(span)), span.kind is SpanKind.SURGERY
        inside = room.adjusted(6, 0, -6, 0)
        shown = metrics(SMALL, MEDIUM if dark else REGULAR).elidedText(
            text, Qt.TextElideMode.ElideRight, int(inside.width())
        )
        if len(shown) < min(len(text), LEAST_LABEL):
            return
        self._painter.setFont(font(SMALL, MEDIUM if dark else REGULAR))
        self._painter.setPen(theme.PAPER if dark else theme.INK)
        self._painter.drawText(inside, ALIGNED, shown)

    def draw_mark(self, mark: TroubleMark, room: QRectF) -> None:
        """Draw an overlap or gap: amber hatching with a firm edge; a gap has no bar that would tell what is missing."""
        painter = self._painter
        around = room.adjusted(0, -1, 0, 1)
        painter.setPen(QPen(theme.AMBER, 1.6))
        painter.setBrush(QBrush(HATCH, Qt.BrushStyle.FDiagPattern))
        painter.drawRoundedRect(around, 2, 2)
        if mark.trouble is Trouble.NO_BED and room.width() > metrics(SMALL).horizontalAdvance(no_bed()) + 8:
            painter.setFont(font(SMALL, MEDIUM))
            painter.setPen(theme.AMBER)
            painter.drawText(room, ALIGNED, no_bed())

    def draw_bound(self, moment: Moment, top: float, bottom: float, *, dashed: bool) -> None:
        """Draw where the stay began or ended; dashed where it was ordered to end."""
        x = self._axis.x(moment)
        self._painter.setPen(QPen(theme.INK, 1.4, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        self._painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def draw_focus(self, room: QRectF) -> None:
        """Draw the frame of the keys."""
        self._painter.setPen(QPen(theme.FOCUS, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(room.adjusted(-2, -2, 2, 2), 4, 4)
