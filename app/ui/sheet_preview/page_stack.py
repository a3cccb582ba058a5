"""The pages of a sheet under one another, on the desk, as large as the room or the person wants them."""

from collections.abc import Sequence

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

MARGIN, GAP = 16, 14
NEAR = 8  # pages before and after those in sight that are kept drawn; of a long file the others would fill the memory
ZOOM_STEP, SMALLEST, LARGEST = 1.25, 0.4, 6.0


class PageStack(QScrollArea):
    """Keeps the room of every page from the beginning; the pictures come when they are drawn.

    Signals:
        scale_changed: pixels to a point at which the pages are now wanted.
        page_changed: number of the page in sight, counted from one.
    """

    scale_changed = Signal(float)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("صفحه‌های برگ"))
        self._sizes: tuple[QSizeF, ...] = ()
        self._chosen_scale: float | None = None
        self.pages: list[QLabel] = []
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.page_changed.emit(self.page_in_sight))

    def show_sizes(self, sizes: Sequence[QSizeF]) -> None:
        """Make room for pages of these sizes, in points."""
        self._sizes, self._chosen_scale = tuple(sizes), None
        content = QWidget()
        content.setProperty("role", "scrolled")
        box = QVBoxLayout(content)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(GAP)
        self.pages = [self._page(content) for _size in sizes]
        for page in self.pages:
            box.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self.setWidget(content)
        self._make_room()
        self.verticalScrollBar().setValue(0)

    def show_page(self, number: int, picture: QImage) -> None:
        """Show the picture of a page, counted from zero; one of another size is late and not shown."""
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        if abs(pixmap.deviceIndependentSize().width() - self.pages[number].width()) <= 2:  # noqa: PLR2004 - rounding
            self.pages[number].setPixmap(pixmap)

    @property
    def scale(self) -> float:
        """Pixels to a point: what the person chose, else what fits the width."""
        if self._chosen_scale is not None:
            return self._chosen_scale
        widest = max((size.width() for size in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * MARGIN
        return min(max(room / widest, SMALLEST), LARGEST)

    @property
    def near(self) -> range:
        """Numbers of the pages in sight and of those close by, counted from zero."""
        top = self.verticalScrollBar().value()
        bottom, down = top + self.viewport().height(), MARGIN
        in_sight = []
        for number, page in enumerate(self.pages):
            if down <= bottom and down + page.height() >= top:
                in_sight.append(number)
            down += page.height() + GAP
        if not in_sight:
            return range(0)
        return range(max(0, in_sight[0] - NEAR), min(len(self.pages), in_sight[-1] + NEAR + 1))

    def has_picture(self, number: int) -> bool:
        """Tell whether a page, counted from zero, is drawn."""
        return not self.pages[number].pixmap().isNull()

    def forget_far(self) -> None:
        """Let go of the pictures of pages that are far away."""
        near = self.near
        for number, page in enumerate(self.pages):
            if number not in near and self.has_picture(number):
                page.clear()

    @property
    def page_in_sight(self) -> int:
        """Number of the page in the middle of the room, counted from one."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return next((n for n, page in enumerate(self.pages, 1) if page.geometry().bottom() >= middle), len(self.pages))

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
        self.page_changed.emit(self.page_in_sight)

    def _page(self, parent: QWidget) -> QLabel:
        page = QLabel(parent)
        page.setProperty("role", "sheet")
        return page

    def _make_room(self) -> None:
        scale = self.scale
        for page, size in zip(self.pages, self._sizes, strict=True):
            page.clear()
            page.setFixedSize(round(size.width() * scale), round(size.height() * scale))
        self.scale_changed.emit(scale)
