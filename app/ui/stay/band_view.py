"""One band of the time line: lanes of bars over an axis, overlaps and gaps marked; keys and pointer go over them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.dates import Moment
from app.services.stay.times import Band, Span, TroubleMark
from app.ui.stay.axis import Axis
from app.ui.stay.band_pen import BandPen
from app.ui.stay.lanes import Lane, lanes_of
from app.ui.stay.words import span_words, trouble_words
from app.ui.text import without_bidi_marks

ROW, LANE_GAP, HEAD, FOOT = 22, 4, 22, 4
NAMES, MARGIN = 84, 20
Item = Span | TroubleMark
Bound = tuple[Moment, bool]
"""Where the stay began or ended; True where it was ordered to end."""


class BandView(QWidget):
    """Spans and marks of a band; the keys stand on one of them.

    Signals:
        pointed: words on what is under the keys or the pointer; its lines.
        line_wanted: number of the line to which a person wants to go.
        left: -1 or 1: the keys go to what is above or below.
    """

    pointed = Signal(str, object)
    line_wanted = Signal(int)
    left = Signal(int)

    def __init__(self, band: Band, bounds: tuple[Bound, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("نمودار زمان"))
        self.band = band
        self._bounds = bounds
        self._lanes: tuple[Lane, ...] = lanes_of(band)
        self._places: list[tuple[Item, QRectF]] = []
        self._current = 0
        self._axis = self._make_axis()

    @property
    def items(self) -> list[Item]:
        """Spans and marks in the order of time, as the keys go over them."""
        return [item for item, _room in self._places]

    @property
    def current(self) -> Item | None:
        """What is under the keys."""
        return self._places[self._current][0] if self._places else None

    def room_of(self, item: Item) -> QRectF:
        """Return where an item is drawn."""
        return next(room for other, room in self._places if other is item)

    def sizeHint(self) -> QSize:
        """Return the room of all lanes."""
        rows = sum(len(lane.rows) for lane in self._lanes)
        return QSize(420, HEAD + rows * ROW + len(self._lanes) * LANE_GAP + FOOT)

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the axis gives way, the lanes do not."""
        return QSize(280, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the axis over the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axis, lanes, bars and marks."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = BandPen(painter, self._axis, self.rect())
        pen.draw_ticks(HEAD, self.height() - FOOT)
        for lane, top in self._tops():
            pen.draw_lane_name(lane.kind, self._name_room(top))
        for item, room in self._places:
            if isinstance(item, Span):
                pen.draw_span(item, room)
        for item, room in self._places:
            if isinstance(item, TroubleMark):
                pen.draw_mark(item, room)
        for item, room in self._places:
            if isinstance(item, Span):
                pen.write_label(item, room)
        for moment, dashed in self._bounds:
            pen.draw_bound(moment, HEAD, self.height() - FOOT, dashed=dashed)
        if self.hasFocus() and self._places:
            pen.draw_focus(self._places[self._current][1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from item to item as time goes, to the line of one, or out of the band."""
        later = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        earlier = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        steps = {later: 1, earlier: -1, Qt.Key.Key_End: len(self._places), Qt.Key.Key_Home: -len(self._places)}
        key = event.key()
        if key in steps:
            self._go(self._current + steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._want_line()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the line of what was clicked."""
        place = self._place_at(event.position())
        if place is not None:
            self._go(place)
            self._want_line()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand over what leads to a line."""
        place = self._place_at(event.position())
        item = None if place is None else self._places[place][0]
        self.setCursor(Qt.CursorShape.PointingHandCursor if item and item.lines else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say in words what the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            if place is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), words_on(self._places[place][0]), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what the keys stand on."""
        super().focusInEvent(event)
        self._go(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame off."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, place: int) -> None:
        if not self._places:
            return
        self._current = min(max(place, 0), len(self._places) - 1)
        item = self._places[self._current][0]
        said = words_on(item)
        self.setAccessibleDescription(without_bidi_marks(said))
        self.pointed.emit(said, item.lines)
        self.update()

    def _want_line(self) -> None:
        item = self.current
        if item is not None and item.lines:
            self.line_wanted.emit(item.lines[0])

    def _place_at(self, point: QPointF) -> int | None:
        """Return the place of what is drawn uppermost at a point; marks lie over spans."""
        hit = [place for place, (_item, room) in enumerate(self._places) if room.contains(point)]
        marks = [place for place in hit if isinstance(self._places[place][0], TroubleMark)]
        return next(iter(marks or hit), None)

    def _make_axis(self) -> Axis:
        minutes = self.band.end.minutes_since(self.band.start)
        width = max(self.width() - NAMES - 2 * MARGIN, 1)
        left = MARGIN if self.isRightToLeft() else NAMES + MARGIN
        return Axis(self.band.start, minutes, left, width, self.isRightToLeft())

    def _tops(self) -> list[tuple[Lane, float]]:
        tops, top = [], float(HEAD)
        for lane in self._lanes:
            tops.append((lane, top))
            top += len(lane.rows) * ROW + LANE_GAP
        return tops

    def _name_room(self, top: float) -> QRectF:
        left = self.width() - NAMES if self.isRightToLeft() else 0
        return QRectF(left, top, NAMES - 6, ROW)

    def _lay_out(self) -> None:
        self._axis = self._make_axis()
        found: list[tuple[Item, QRectF]] = []
        rooms: list[tuple[Span, QRectF]] = []
        for lane, top in self._tops():
            for number, row in enumerate(lane.rows):
                rooms += [(s, self._axis.room(s.start, s.end, top + number * ROW + 2, ROW - 4)) for s in row]
        found += rooms
        found += [(mark, self._mark_room(mark, rooms)) for mark in self.band.marks]
        self._places = sorted(found, key=lambda place: (place[0].start, place[1].top()))
        self._current = min(self._current, max(len(found) - 1, 0))
        if self.hasFocus():
            self._go(self._current)

    def _mark_room(self, mark: TroubleMark, rooms: list[tuple[Span, QRectF]]) -> QRectF:
        """Return the room of a mark: over the bars of its lines where it has some, else over the lane of beds."""
        concerned = [
            room
            for span, room in rooms
            if not set(span.lines).isdisjoint(mark.lines) and span.start < mark.end and span.end > mark.start
        ]
        over = concerned or [room for span, room in rooms if span.days] or [room for _span, room in rooms]
        top = min((room.top() for room in over), default=float(HEAD))
        bottom = max((room.bottom() for room in over), default=float(HEAD + ROW))
        return self._axis.room(mark.start, mark.end, top, bottom - top)


def words_on(item: Item) -> str:
    """Return a sentence on a span or mark."""
    return span_words(item) if isinstance(item, Span) else trouble_words(item)
