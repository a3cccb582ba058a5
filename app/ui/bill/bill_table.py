"""The table of the bill: rows as high as their texts, headings over several columns, folded lines out of sight."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.bill.bill_columns import column_widths, moved_columns
from app.ui.bill.bill_delegate import BillDelegate
from app.ui.bill.bill_header import BillHeader
from app.ui.bill.bill_model import BillModel, Column
from app.ui.bill.bill_rows import BillRow, HeadingRow, LineRow
from app.ui.bill.cells import Cell, unfold_room
from app.ui.bill.folds import Folds


class BillTable(QTableView):
    """Lays the rows of a bill out; what keys and pointer mean is said by its view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bill = BillModel(self)
        self.delegate = BillDelegate(self)
        self.folds: Folds = self.delegate.folds
        self.setModel(self.bill)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(BillHeader(self))
        self.setAccessibleName(self.tr("صورت سند"))
        self._set_behaviour()

    def _set_behaviour(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share of the new width."""
        super().resizeEvent(event)
        self.lay_out()

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> BillRow | None:
        """Return the row of an index, None where it is none."""
        return self.bill.rows[index.row()] if index.isValid() else None

    def is_on_arrow(self, place: QPoint) -> bool:
        """Tell whether a point is on the little arrow that unfolds an amount."""
        index = self.indexAt(place)
        row, rect = self.row_at(index), self.visualRect(index)
        if index.column() != Column.APPROVED or not isinstance(row, LineRow) or not row.factors:
            return False
        room = unfold_room(Cell(rect, self.layoutDirection(), rect.center().y()))
        return room.left() <= place.x() <= room.right()

    def lay_rows(self, rows: tuple[BillRow, ...]) -> None:
        """Lay other rows out, with the factors of the amounts that are unfolded."""
        before, rows = self.bill.rows, self.folds.with_factors(rows)
        self.bill.show_rows(rows)
        if [type(row) for row in before] != [type(row) for row in rows]:
            self.span_rows()
        self.lay_out()

    def hide_folded(self) -> None:
        """Take what stands under folded headings out of sight."""
        hidden = False
        for place, row in enumerate(self.bill.rows):
            if isinstance(row, HeadingRow):
                hidden = row.section in self.folds.sections
            hide = hidden and not isinstance(row, HeadingRow)
            if self.isRowHidden(place) != hide:
                self.setRowHidden(place, hide)
        self.viewport().update()

    def span_rows(self) -> None:
        """Let headings run over the columns before the claimed sum, unfolded amounts over all."""
        self.clearSpans()
        for place, row in enumerate(self.bill.rows):
            if not isinstance(row, LineRow):
                self.setSpan(place, Column.NUMBER, 1, Column.CLAIMED if isinstance(row, HeadingRow) else len(Column))

    def lay_out(self) -> None:
        """Give every column its width and every row its height."""
        if not self.bill.rows:
            return
        width, delegate = self.viewport().width(), self.delegate
        moved, widths = moved_columns(width), column_widths(self.bill.rows, width)
        delegate.moved_to_details = frozenset(column for column, away in moved.items() if away)
        for column, away in moved.items():
            self.setColumnHidden(column, away)
        for column, wide in widths.items():
            if wide > 0:
                self.setColumnWidth(column, wide)
        delegate.whole_width, delegate.approved_width = width, widths[Column.APPROVED]
        header = self.verticalHeader()
        for place, row in enumerate(self.bill.rows):
            height = delegate.height_of(row, widths[Column.TITLE], widths[Column.APPROVED])
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)
        self.hide_folded()
