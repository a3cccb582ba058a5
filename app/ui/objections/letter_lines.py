"""The lines of a claim as a centre's letter names them: ticked, with the centre's words and the amount it wants."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from app.domain.money import Rial
from app.domain.persian import persian_digits, rials
from app.services.objections import ObjectedLine, ObjectionTerms
from app.ui.bill.names import line_title
from app.ui.text import sentence

ROOT = QModelIndex()
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A line of the claim (None: the whole of it) with what the letter says of it, None while it says nothing."""

    line: int | None
    title: str
    claimed: Rial
    approved: Rial
    said: ObjectedLine | None = None


class Column(IntEnum):
    """The columns, from the right."""

    LINE = 0
    TITLE = 1
    CLAIMED = 2
    APPROVED = 3
    SAID = 4


def letter_rows(terms: ObjectionTerms) -> tuple[LetterRow, ...]:
    """Return the lines of a claim as its centre was told of them; the whole claim comes last."""
    claim = terms.claim
    rows = [
        LetterRow(line.no, line_title(line, claim.titles), line.amount, terms.approved(line.no))
        for line in claim.claim.lines
    ]
    return *rows, LetterRow(None, "", claim.settlement.totals.claimed, terms.approved(None))


class LetterModel(QAbstractTableModel):
    """The rows of one letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LetterRow, ...] = ()

    def show_rows(self, rows: tuple[LetterRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def say(self, place: int, said: ObjectedLine | None) -> None:
        """Let the letter say something of a row, or nothing."""
        row = replace(self.rows[place], said=said)
        self.rows = (*self.rows[:place], row, *self.rows[place + 1 :])
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    @property
    def letter(self) -> tuple[ObjectedLine, ...]:
        """What the letter says."""
        return tuple(row.said for row in self.rows if row.said is not None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        headings = {
            Column.LINE: self.tr("ردیف"),
            Column.TITLE: self.tr("خدمت"),
            Column.CLAIMED: self.tr("درخواستی"),
            Column.APPROVED: self.tr("تأییدشده"),
            Column.SAID: self.tr("گفته مرکز"),
        }
        return headings[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and before the number of a line whether it is ticked."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.LINE:
            return Qt.CheckState.Unchecked if row.said is None else Qt.CheckState.Checked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: LetterRow, column: Column) -> str:
        match column:
            case Column.LINE:
                return "" if row.line is None else persian_digits(row.line)
            case Column.TITLE:
                return self.tr("کل سند") if row.line is None else sentence(row.title)
            case Column.CLAIMED:
                return rials(row.claimed)
            case Column.APPROVED:
                return rials(row.approved)
            case Column.SAID:
                return self._said(row.said)

    def _said(self, said: ObjectedLine | None) -> str:
        if said is None:
            return ""
        if said.wanted is None:
            return sentence(said.reason)
        return self.tr("{wanted} ریال — {reason}").format(wanted=rials(said.wanted), reason=said.reason)


class LetterLines(QTableView):
    """The rows under the keys: Enter writes down what the letter says of one, Space does so or takes it back.

    Signals:
        wanted: place of the row that is to be written down.
        changed: what the letter says has changed.
    """

    wanted = Signal(int)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = LetterModel(self)
        self.setModel(self.letter)
        self.setProperty("role", "list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("ردیف‌های سند"))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (Column.TITLE, Column.SAID):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.letter.dataChanged.connect(lambda *_places: self.changed.emit())
        self.letter.modelReset.connect(self.changed)
        self.doubleClicked.connect(lambda index: self.wanted.emit(index.row()))

    def show_terms(self, terms: ObjectionTerms) -> None:
        """Show the lines of a claim, none of them ticked."""
        self.letter.show_rows(letter_rows(terms))
        self.setCurrentIndex(self.letter.index(0, Column.TITLE))

    def step(self, step: int) -> None:
        """Move the keys by some rows, at most to the first or last one."""
        place = min(max(self.currentIndex().row() + step, 0), self.letter.rowCount() - 1)
        self.setCurrentIndex(self.letter.index(place, Column.TITLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write a row down, or take it back."""
        place = self.currentIndex().row()
        if place >= 0 and event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit(place)
        elif place >= 0 and event.key() == Qt.Key.Key_Space:
            if self.letter.rows[place].said is None:
                self.wanted.emit(place)
            else:
                self.letter.say(place, None)
        else:
            super().keyPressEvent(event)
