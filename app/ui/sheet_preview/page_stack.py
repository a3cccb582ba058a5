"""The pages of a sheet under one another, on the desk, as large as the room or the person wants them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.ui.theme import DESK, HAIRLINE

MARGIN, GAP = 16, 14
NEAR = 8  # pages before and after those in sight that are kept drawn; of a long file the others would fill the memory
ZOOM_STEP, SMALLEST, LARGEST = 1.25, 0.4, 6.0
LINE = 40  # pixels that one press of an arrow moves


class PageStack(QAbstractScrollArea):
    """Keeps the room of every page from the beginning; the pictures come when they are drawn.

    Pages are counted from zero, however many there are, none is a widget of its own.

    Signals:
        scale_changed: pixels to a point at which the pages are now wanted.
        page_changed: number of the page in sight, counted from one.
    """

    scale_changed = Signal(float)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("صفحه‌های برگ"))
        self._sizes: tuple[QSizeF, ...] = ()
        self._chosen_scale: float | None = None
        self._rooms: list[QSize] = []
        self._tops: list[int] = [MARGIN]
        self._width = 2 * MARGIN
        self._pictures: dict[int, QPixmap] = {}
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(LINE)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.page_changed.emit(self.page_in_sight))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def show_sizes(self, sizes: Sequence[QSizeF]) -> None:
        """Make room for pages of these sizes, in points."""
        self._sizes, self._chosen_scale = tuple(sizes), None
        self.verticalScrollBar().setValue(0)
        self._make_room()

    def show_page(self, number: int, picture: QImage) -> None:
        """Show the picture of a page; one of another size is late and not shown."""
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        if abs(pixmap.deviceIndependentSize().width() - self._rooms[number].width()) <= 2:  # noqa: PLR2004 - rounding
            self._pictures[number] = pixmap
            self.viewport().update()

    def picture(self, number: int) -> QPixmap | None:
        """Return the picture of a page, None while it is not drawn."""
        return self._pictures.get(number)

    def forget_far(self) -> None:
        """Let go of the pictures of pages that are far away."""
        near = self.near
        self._pictures = {number: picture for number, picture in self._pictures.items() if number in near}

    @property
    def scale(self) -> float:
        """Pixels to a point: what the person chose, else what fits the width."""
        if self._chosen_scale is not None:
            return self._chosen_scale
        widest = max((size.width() for size in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * MARGIN
        return min(max(room / widest, SMALLEST), LARGEST)

    @property
    def in_sight(self) -> range:
        """Numbers of the pages of which something is seen."""
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first, min(last, self.count))

    @property
    def near(self) -> range:
        """Numbers of the pages in sight and of those close by."""
        seen = self.in_sight
        return range(max(0, seen.start - NEAR), min(self.count, seen.stop + NEAR))

    @property
    def page_in_sight(self) -> int:
        """Number of the page in the middle of the room, counted from one."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(1, min(bisect_right(self._tops, middle), self.count))

    def zoom(self, steps: int) -> None:
        """Show the pages larger (1) or smaller (−1); 0 fits them to the room again."""
        self._chosen_scale = None if steps == 0 else min(max(self.scale * ZOOM_STEP**steps, SMALLEST), LARGEST)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first page by Home and to the last by End; the other keys are the scroll area's own."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new room, unless the person chose their size."""
        super().resizeEvent(event)
        if self._sizes and self._chosen_scale is None:
            self._make_room()
        else:
            self._set_bars()
        self.page_changed.emit(self.page_in_sight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight: bare paper where the picture has not come yet."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), DESK)
        painter.setPen(HAIRLINE)
        for number in self.in_sight:
            room = self._place(number)
            painter.fillRect(room, Qt.GlobalColor.white)
            picture = self._pictures.get(number)
            if picture is not None:
                painter.drawPixmap(room.topLeft(), picture)
            painter.drawRect(room.adjusted(0, 0, -1, -1))

    def _place(self, number: int) -> QRect:
        """Return where a page stands in the window: in its middle, a wide one from the beginning of the line."""
        room, width = self._rooms[number], self._width
        across = self.horizontalScrollBar().value()
        left = self.viewport().width() - width + across if self.isRightToLeft() else -across
        if width <= self.viewport().width():
            left = (self.viewport().width() - width) // 2
        top = self._tops[number] - self.verticalScrollBar().value()
        return QRect(left + (width - room.width()) // 2, top, room.width(), room.height())

    def _make_room(self) -> None:
        """Give each page its room in the present scale; whoever looks at a page goes on looking at it."""
        scale, bar = self.scale, self.verticalScrollBar()
        before, total = bar.value(), self._tops[-1]
        self._pictures = {}
        self._rooms = [QSize(round(size.width() * scale), round(size.height() * scale)) for size in self._sizes]
        self._width = max((room.width() for room in self._rooms), default=0) + 2 * MARGIN
        self._tops = list(accumulate((room.height() + GAP for room in self._rooms), initial=MARGIN))
        self._set_bars()
        bar.setValue(round(before * self._tops[-1] / total))
        self.viewport().update()
        self.scale_changed.emit(scale)

    def _set_bars(self) -> None:
        view, height = self.viewport().size(), self._tops[-1] - GAP + MARGIN
        for bar, room, wanted in (
            (self.verticalScrollBar(), view.height(), height),
            (self.horizontalScrollBar(), view.width(), self._width),
        ):
            bar.setRange(0, max(0, wanted - room))
            bar.setPageStep(room)
