"""A table to be read: nothing in it is edited, and its rows are as high as their texts."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

PADDING = 8
"""Pixels before and after a text, as the style sheet has them; Qt forgets them when it asks for the height of a row."""

ROWS_AT_ONCE = 16


class _Wrapping(QStyledItemDelegate):
    """Gives a text as many lines as it needs between its paddings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a text."""
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        return super().sizeHint(inside, index)


class ReadingTable(QTableWidget):
    """A few rows of wrapped texts under headings."""

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self.setHorizontalHeaderLabels(list(headings))
        self.setProperty("role", "list")
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Wrapping(self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(ROWS_AT_ONCE)
        header.sectionResized.connect(lambda *_sizes: self.fit_rows())
        self._fitted = 0
        self._fitted_widths: list[int] = []
        self._fitting = QTimer(self, interval=0)
        self._fitting.timeout.connect(self._fit_further)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the height that their texts need in the new width."""
        super().resizeEvent(event)
        self.fit_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fit the rows anew where the columns are others: Qt tells of none that it stretched out of sight."""
        super().paintEvent(event)
        if self._widths() != self._fitted_widths:
            QTimer.singleShot(0, self, self.fit_rows)

    def fit_rows(self) -> None:
        """Give the rows the height that their texts need: the first ones at once, the others a few at a time."""
        self._fitted, self._fitted_widths = 0, self._widths()
        self._fit_further()

    def _widths(self) -> list[int]:
        return [self.columnWidth(column) for column in range(self.columnCount())]

    def _fit_further(self) -> None:
        until = min(self._fitted + ROWS_AT_ONCE, self.rowCount())
        for row in range(self._fitted, until):
            self.resizeRowToContents(row)
        self._fitted = until
        if until == self.rowCount():
            self._fitting.stop()
        else:
            self._fitting.start()

    def show_rows(self, rows: Sequence[Sequence[str]], *, marked: int, colours: Sequence[QColor]) -> None:
        """Show rows of texts; the text of the column `marked` has its row's colour."""
        self.setRowCount(len(rows))
        filling = QSignalBlocker(self.model())  # each text would have the columns measured anew
        for row, (texts, colour) in enumerate(zip(rows, colours, strict=True)):
            self._fill(row, texts, marked, colour)
        filling.unblock()
        self.model().layoutChanged.emit()
        self.fit_rows()

    def show_row(self, row: int, texts: Sequence[str], *, marked: int, colour: QColor) -> None:
        """Show other texts in one of the rows."""
        self._fill(row, texts, marked, colour)
        self.resizeRowToContents(row)

    def _fill(self, row: int, texts: Sequence[str], marked: int, colour: QColor) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            if column == marked:
                item.setForeground(colour)
            self.setItem(row, column, item)
