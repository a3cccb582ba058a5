"""The bill under keys and pointer: what is selected, which headings are folded, which amounts unfolded."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.domain.money import Rial
from app.domain.persian import latin_digits
from app.ui.bill.bill_model import Column
from app.ui.bill.bill_rows import BillRow, FactorsRow, HeadingRow, LineRow
from app.ui.bill.bill_table import BillTable
from app.ui.bill.folds import section_around
from app.ui.text import without_bidi_marks

TURNING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class BillView(BillTable):
    """The lines of one bill.

    Signals:
        line_selected: the number of the line that is now selected, None on a heading or where there is none.
        edit_asked: a person wants to set the amount of the selected line; the text is the digit typed, or empty.
    """

    line_selected = Signal(object)
    edit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_new = True
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_rows(self, rows: tuple[BillRow, ...]) -> None:
        """Show the rows of a bill; the selected line and what is folded stay where the bill is the same."""
        no = self.selected_line()
        if self._is_new:
            self.folds.begin(rows)
            self._is_new = False
        self.lay_rows(rows)
        if no is not None and no != self.selected_line():
            self.select_line(no)

    def show_payable(self, payable: Mapping[int, tuple[Rial, ...]]) -> None:
        """Show the amounts that open questions leave possible, by the number of the line."""
        self.bill.show_rows(
            tuple(
                replace(row, payable=payable.get(row.line.no, ())) if isinstance(row, LineRow) else row
                for row in self.bill.rows
            )
        )

    def forget(self) -> None:
        """Forget folds and selection, as for another claim."""
        self._is_new = True
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    def selected_line(self) -> int | None:
        """Return the number of the selected line."""
        row = self.row_at(self.currentIndex())
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
        """Select the first line that is seen, or where all headings are folded the first of these."""
        seen = [place for place in range(len(self.bill.rows)) if not self.isRowHidden(place)]
        lines = (place for place in seen if isinstance(self.bill.rows[place], LineRow))
        place = next(lines, seen[0] if seen else None)
        self.setCurrentIndex(QModelIndex() if place is None else self.bill.index(place, Column.TITLE))

    def select_next_finding(self, step: int) -> None:
        """Select the next line of which something is said, opening its heading; after the last one the first."""
        said = [place for place, row in enumerate(self.bill.rows) if isinstance(row, LineRow) and not row.quiet]
        if not said:
            return
        here = self.currentIndex().row()
        beyond = [place for place in said if (place > here if step > 0 else place < here)]
        place = (beyond or said)[0 if step > 0 else -1]
        row = self.bill.rows[place]
        if isinstance(row, LineRow):
            self.select_line(row.line.no)

    def set_edited_line(self, no: int | None) -> None:
        """Leave the approved cell of a line free for its editor."""
        self.delegate.edited_line = no
        self.viewport().update()

    def fold(self, section: str, *, folded: bool) -> None:
        """Fold or open a heading; one that folds over the selected line is selected in its place."""
        self.folds.fold(section, folded=folded)
        self.hide_folded()
        if self.currentIndex().isValid() and self.isRowHidden(self.currentIndex().row()):
            self._select_heading()

    @property
    def has_headings(self) -> bool:
        """Tell whether there is anything to fold."""
        return any(isinstance(row, HeadingRow) for row in self.bill.rows)

    def turn_selected(self) -> None:
        """Fold or open the selected heading, unfold the amount of the selected line or fold it again."""
        row = self.row_at(self.currentIndex())
        if isinstance(row, HeadingRow):
            self.fold(row.section, folded=row.section not in self.folds.sections)
        elif isinstance(row, LineRow):
            self.turn_amount(row.line.no)

    def turn_headings(self) -> None:
        """Fold all headings but that of the selected line; where none of them is open, open all."""
        here = self.currentIndex().row() if self.selected_line() is not None else -1
        self.folds.turn_all(self.bill.rows, section_around(self.bill.rows, here) if here >= 0 else None)
        self.hide_folded()
        self.scrollTo(self.currentIndex())

    def turn_amount(self, no: int) -> None:
        """Unfold the amount of a line to its factors, or fold it again."""
        self.folds.turn_amount(no)
        self.bill.turn_factors(no)
        self.span_rows()
        self.lay_out()
        place = self.bill.place_of(no)
        if place is not None and no in self.folds.amounts:
            self.scrollTo(self.bill.index(place + 1, Column.NUMBER))
            self.scrollTo(self.bill.index(place, Column.NUMBER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, fold and begin to edit by key; what means nothing here goes on to the desk around."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        key, text = event.key(), latin_digits(event.text())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End} and plain:
            self._to_end(last=key == Qt.Key.Key_End)
        elif text == "*":
            self.turn_headings()
        elif plain and text.isdecimal() and self.selected_line() is not None:
            self.edit_asked.emit(text)
        elif plain and self._fold_by_key(key):
            event.accept()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and plain:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 (Qt's name)
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Return where a key leads: never onto an unfolded amount, which belongs to the line above it."""
        index = super().moveCursor(cursorAction, modifiers)
        if isinstance(self.row_at(index), FactorsRow):
            return self.bill.index(index.row() - 1, index.column())
        return index

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a line, unfold its amount, or fold and open a heading."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        if isinstance(self.row_at(self.indexAt(place)), HeadingRow) or self.is_on_arrow(place):
            self.turn_selected()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to edit the amount of a line; on its little arrow a second press is one more press."""
        place = event.position().toPoint()
        if self.is_on_arrow(place):
            self.mousePressEvent(event)
        elif isinstance(self.row_at(self.indexAt(place)), LineRow):
            self.edit_asked.emit("")

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.row_at(current)
        self.line_selected.emit(row.line.no if isinstance(row, LineRow) else None)

    def _copy(self) -> None:
        """Put the selected row on the clipboard as clean text."""
        index = self.currentIndex()
        if index.isValid():
            texts = [self.bill.index(index.row(), column).data() for column in Column]
            QGuiApplication.clipboard().setText(without_bidi_marks("\t".join(texts)))

    def _to_end(self, *, last: bool) -> None:
        rows = enumerate(self.bill.rows)
        places = [place for place, row in rows if not isinstance(row, FactorsRow) and not self.isRowHidden(place)]
        if places:
            self.setCurrentIndex(self.bill.index(places[-1 if last else 0], Column.TITLE))

    def _fold_by_key(self, key: int) -> bool:
        """Open or fold what is selected; from a line that is folded already, the folding arrow leads to its heading."""
        row = self.row_at(self.currentIndex())
        closing = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        opening = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if row is None or key not in TURNING | {closing, opening}:
            return False
        if key in TURNING:
            self.turn_selected()
        elif isinstance(row, HeadingRow):
            self.fold(row.section, folded=key == closing)
        elif isinstance(row, LineRow):
            if (row.line.no in self.folds.amounts) == (key == closing):
                self.turn_amount(row.line.no)
            elif key == closing:
                self._select_heading()
        return True

    def _select_heading(self) -> None:
        """Select the heading above the selected row, where there is one."""
        for place in range(self.currentIndex().row(), -1, -1):
            if isinstance(self.bill.rows[place], HeadingRow):
                self.setCurrentIndex(self.bill.index(place, Column.TITLE))
                return

    def _unfold_around(self, place: int) -> None:
        section = section_around(self.bill.rows, place)
        if section in self.folds.sections:
            self.folds.fold(section, folded=False)
            self.hide_folded()
