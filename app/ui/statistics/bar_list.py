"""A chart of bars under one another: the keys go from bar to bar, Enter or a click leads to what lies behind."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.ui.statistics.bar_delegate import BAR, BarDelegate
from app.ui.statistics.bars import Bar

Index = QModelIndex | QPersistentModelIndex
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class BarModel(QAbstractListModel):
    """The bars of a chart, or as many of them as have been read.

    Signals:
        more_wanted: the view has come to the end of what is there; further bars are wanted.
    """

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self._complete, self._waiting = True, False

    def show_bars(self, bars: Sequence[Bar], *, complete: bool) -> None:
        """Show other bars."""
        self.beginResetModel()
        self.bars = tuple(bars)
        self._complete, self._waiting = complete, False
        self.endResetModel()

    def append(self, bars: Sequence[Bar], *, complete: bool) -> None:
        """Show further bars."""
        self._complete, self._waiting = complete, False
        if bars:
            self.beginInsertRows(QModelIndex(), len(self.bars), len(self.bars) + len(bars) - 1)
            self.bars += tuple(bars)
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether bars are missing that nobody has asked for yet."""
        return not parent.isValid() and not self._complete and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for further bars; they come later."""
        if self.canFetchMore(parent):
            self._waiting = True
            self.more_wanted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many bars there are."""
        return 0 if parent.isValid() else len(self.bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the bar itself, its name, or all of it for reading aloud and as a hint."""
        if not index.isValid():
            return None
        bar = self.bars[index.row()]
        if role == BAR:
            return bar
        if role == Qt.ItemDataRole.ToolTipRole:
            return bar.hint
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return bar.spoken
        return bar.name if role == Qt.ItemDataRole.DisplayRole else None


class BarList(QListView):
    """Bars, the first of which is under the keys at once.

    Signals:
        chosen: the Bar that a person wants to look behind.
        current_changed: the Bar that is now under the keys, None where there is none.
    """

    chosen = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_bars, self._delegate = BarModel(self), BarDelegate(self)
        self.setModel(self.model_of_bars)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_places: self.current_changed.emit(self.current))
        self.clicked.connect(lambda _place: self._choose())

    @property
    def count(self) -> int:
        """How many bars are shown."""
        return self.model_of_bars.rowCount()

    @property
    def current(self) -> Bar | None:
        """The bar under the keys."""
        index = self.currentIndex()
        bar: Bar | None = index.data(BAR) if index.isValid() else None
        return bar

    def bar(self, place: int) -> Bar:
        """Return the bar at a place."""
        bar: Bar = self.model_of_bars.index(place).data(BAR)
        return bar

    def show_bars(self, bars: Sequence[Bar], *, complete: bool = True) -> None:
        """Show other bars; the one that was under the keys stays so if there is one that leads to the same."""
        before = self.current
        self._delegate.measure(bars)
        self.model_of_bars.show_bars(bars, complete=complete)
        same = (place for place, bar in enumerate(bars) if before is not None and bar.behind == before.behind)
        self.go_to(next(same, 0))
        if not bars:
            self.current_changed.emit(None)

    def append(self, bars: Sequence[Bar], *, complete: bool) -> None:
        """Show further bars."""
        self._delegate.measure((*self.model_of_bars.bars, *bars))
        self.model_of_bars.append(bars, complete=complete)

    def go_to(self, place: int) -> None:
        """Put the keys on the bar at a place."""
        if 0 <= place < self.count:
            self.setCurrentIndex(self.model_of_bars.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look behind the bar under the keys with Enter."""
        if event.key() in ENTER:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
