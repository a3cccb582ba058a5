"""The table of the bill: moves by keyboard, folds sections, and gives every column the room that its figures need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.domain.persian import latin_digits
from app.ui.bill.bill_delegate import BillDelegate
from app.ui.bill.bill_header import BillHeader
from app.ui.bill.bill_model import BillModel, Column
from app.ui.bill.bill_rows import BillRow, HeadingRow, LineRow
from app.ui.bill.cells import CIRCLE_ROOM, MARK_ROOM, PAD, amount_width
from app.ui.fonts import MEDIUM, SMALL, metrics
from app.ui.text import identifier, without_bidi_marks

NARROW, VERY_NARROW = 800, 620
NUMBER_WIDTH, QUANTITY_WIDTH = 48, 58
MOST_APPROVED = 400
INITIALS_ROOM = 52


class BillView(QTableView):
    """The lines of one bill.

    Signals:
        line_selected: the number of the line that is now selected, None on a heading or where there is none.
        edit_asked: a person wants to set the amount of the selected line; the text is the digit typed, or empty.
    """

    line_selected = Signal(object)
    edit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bill = BillModel(self)
        self.delegate = BillDelegate(self)
        self.setModel(self.bill)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(BillHeader(self))
        self.setAccessibleName(self.tr("صورت سند"))
        self._set_behaviour()
        self.selectionModel().currentChanged.connect(self._on_current_changed)

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

    def show_rows(self, rows: tuple[BillRow, ...]) -> None:
        """Show the rows of a bill; the selected line and the folded sections stay where the bill is the same."""
        no = self.selected_line()
        before = self.bill.rows
        self.bill.show_rows(rows)
        if [type(row) for row in before] != [type(row) for row in rows]:
            self.clearSpans()
            for place, row in enumerate(rows):
                if isinstance(row, HeadingRow):
                    self.setSpan(place, Column.NUMBER, 1, Column.CLAIMED)
        self._lay_out()
        if no is not None:
            self.select_line(no)

    def forget(self) -> None:
        """Forget folds and selection, as for another claim."""
        self.delegate.folded.clear()
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    def selected_line(self) -> int | None:
        """Return the number of the selected line."""
        row = self._row(self.currentIndex())
        return row.line.no if isinstance(row, LineRow) else None

    def select_line(self, no: int | None) -> None:
        """Select a line by its number, opening its section; None or an unknown number selects nothing."""
        place = None if no is None else self.bill.place_of(no)
        if place is None:
            self.setCurrentIndex(QModelIndex())
            return
        self._unfold_around(place)
        index = self.bill.index(place, Column.TITLE)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def select_first_line(self) -> None:
        """Select the first line of the bill."""
        first = next((row.line.no for row in self.bill.rows if isinstance(row, LineRow)), None)
        self.select_line(first)

    def set_edited_line(self, no: int | None) -> None:
        """Leave the approved cell of a line free for its editor."""
        self.delegate.edited_line = no
        self.viewport().update()

    def fold(self, section: str, *, folded: bool) -> None:
        """Fold or open a section."""
        self.delegate.folded.discard(section)
        if folded:
            self.delegate.folded.add(section)
        self._hide_folded()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share of the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, fold and begin to edit by key; what means nothing here goes on to the desk around."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        key, text = event.key(), latin_digits(event.text())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End} and plain:
            self._to_end(last=key == Qt.Key.Key_End)
        elif plain and text.isdecimal() and self.selected_line() is not None:
            self.edit_asked.emit(text)
        elif plain and self._fold_by_key(key):
            event.accept()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and plain:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a line, or fold and open a section."""
        super().mousePressEvent(event)
        row = self._row(self.indexAt(event.position().toPoint()))
        if isinstance(row, HeadingRow):
            self.fold(row.section, folded=row.section not in self.delegate.folded)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to edit the amount of a line."""
        if isinstance(self._row(self.indexAt(event.position().toPoint())), LineRow):
            self.edit_asked.emit("")

    def _row(self, index: QModelIndex | QPersistentModelIndex) -> BillRow | None:
        return self.bill.rows[index.row()] if index.isValid() else None

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._row(current)
        self.line_selected.emit(row.line.no if isinstance(row, LineRow) else None)

    def _copy(self) -> None:
        """Put the selected row on the clipboard as clean text."""
        index = self.currentIndex()
        if index.isValid():
            texts = [self.bill.index(index.row(), column).data() for column in Column]
            QGuiApplication.clipboard().setText(without_bidi_marks("\t".join(texts)))

    def _to_end(self, *, last: bool) -> None:
        places = [place for place in range(len(self.bill.rows)) if not self.isRowHidden(place)]
        if places:
            self.setCurrentIndex(self.bill.index(places[-1 if last else 0], Column.TITLE))

    def _fold_by_key(self, key: int) -> bool:
        row = self._row(self.currentIndex())
        if not isinstance(row, HeadingRow):
            return False
        turn = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        closing = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        opening = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key in turn:
            self.fold(row.section, folded=row.section not in self.delegate.folded)
        elif key in {closing, opening}:
            self.fold(row.section, folded=key == closing)
        else:
            return False
        return True

    def _unfold_around(self, place: int) -> None:
        for row in reversed(self.bill.rows[:place]):
            if isinstance(row, HeadingRow):
                self.fold(row.section, folded=False)
                return

    def _hide_folded(self) -> None:
        hidden = False
        for place, row in enumerate(self.bill.rows):
            if isinstance(row, HeadingRow):
                hidden = row.section in self.delegate.folded
            if self.isRowHidden(place) != (hidden and isinstance(row, LineRow)):
                self.setRowHidden(place, hidden and isinstance(row, LineRow))
        self.viewport().update()

    def _lay_out(self) -> None:
        """Give every column its width and every row its height."""
        if not self.bill.rows:
            return
        self._move_columns()
        title_width = self._size_columns()
        header = self.verticalHeader()
        for place, row in enumerate(self.bill.rows):
            height = self.delegate.height_of(row, title_width, self.columnWidth(Column.APPROVED))
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)
        self._hide_folded()

    def _move_columns(self) -> None:
        """Move the code, then the quantity, under the title where the bill is too narrow for their columns."""
        width = self.viewport().width()
        moved = {Column.CODE: width < NARROW, Column.QUANTITY: width < VERY_NARROW}
        self.delegate.moved_to_details = frozenset(column for column, away in moved.items() if away)
        for column, away in moved.items():
            self.setColumnHidden(column, away)

    def _size_columns(self) -> int:
        """Size the columns and return the width of the title's, which takes what the others leave."""
        width = self.viewport().width()
        widest = max(amount_width(self._widest(row)) for row in self.bill.rows)
        heading = metrics(SMALL, MEDIUM).horizontalAdvance(self.bill.heading(Column.CLAIMED))
        claimed = max(widest, heading) + 2 * CIRCLE_ROOM + 6
        needed = widest + MARK_ROOM + 2 * PAD + INITIALS_ROOM
        approved = max(needed, min(MOST_APPROVED, width // 3))
        code = 0 if self.isColumnHidden(Column.CODE) else self._code_width()
        quantity = 0 if self.isColumnHidden(Column.QUANTITY) else QUANTITY_WIDTH
        title = width - NUMBER_WIDTH - code - quantity - claimed - approved
        widths = {
            Column.NUMBER: NUMBER_WIDTH, Column.CODE: code, Column.TITLE: title, Column.QUANTITY: quantity,
            Column.CLAIMED: claimed, Column.APPROVED: approved,
        }  # fmt: skip
        for column, wide in widths.items():
            if wide > 0:
                self.setColumnWidth(column, wide)
        return title

    @staticmethod
    def _widest(row: BillRow) -> int:
        return row.claimed if isinstance(row, HeadingRow) else row.settled.claimed

    def _code_width(self) -> int:
        codes = (row.line.code or "" for row in self.bill.rows if isinstance(row, LineRow))
        return max((metrics().horizontalAdvance(identifier(code)) for code in codes), default=0) + 2 * PAD
