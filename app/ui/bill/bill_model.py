"""The bill as a table model: sections and lines, with clean texts for reading aloud, tool tips and the clipboard."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.domain.findings import Mark
from app.domain.persian import number, persian_digits, rials
from app.ui.bill.bill_rows import BillRow, FactorsRow, HeadingRow, LineRow, payable_text
from app.ui.bill.names import SECTIONS, name_of
from app.ui.text import sentence, without_bidi_marks

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of the bill, from the right."""

    NUMBER = 0
    CODE = 1
    TITLE = 2
    QUANTITY = 3
    CLAIMED = 4
    APPROVED = 5


HEADINGS: dict[Column, Any] = {
    Column.NUMBER: QT_TRANSLATE_NOOP("bill", "ردیف"),
    Column.CODE: QT_TRANSLATE_NOOP("bill", "کد"),
    Column.TITLE: QT_TRANSLATE_NOOP("bill", "عنوان خدمت"),
    Column.QUANTITY: QT_TRANSLATE_NOOP("bill", "تعداد"),
    Column.CLAIMED: QT_TRANSLATE_NOOP("bill", "مبلغ درخواستی"),
    Column.APPROVED: QT_TRANSLATE_NOOP("bill", "مبلغ تأییدشده"),
}
MARKS: dict[Mark, Any] = {
    Mark.TICK: QT_TRANSLATE_NOOP("bill", "درست"),
    Mark.CIRCLE: QT_TRANSLATE_NOOP("bill", "اصلاح‌شده"),
    Mark.ZERO: QT_TRANSLATE_NOOP("bill", "حذف‌شده"),
    Mark.QUERY: QT_TRANSLATE_NOOP("bill", "در انتظار پاسخ"),
}


class BillModel(QAbstractTableModel):
    """The rows of one bill; `ROW_ROLE` gives a row's whole value to the delegate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BillRow, ...] = ()
        self._places: dict[int, int] = {}

    @property
    def rows(self) -> tuple[BillRow, ...]:
        """All rows in their order."""
        return self._rows

    def show_rows(self, rows: tuple[BillRow, ...]) -> None:
        """Show other rows; rows of the same shape are repainted in place, so that nothing jumps."""
        if [_shape(row) for row in rows] == [_shape(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._keep(rows)
        self.endResetModel()

    def turn_factors(self, no: int) -> None:
        """Lay the factors of a line's amount below it, or take them away again."""
        place = self._places[no] + 1
        line = self._rows[place - 1]
        if place < len(self._rows) and isinstance(self._rows[place], FactorsRow):
            self.beginRemoveRows(ROOT, place, place)
            self._keep(self._rows[:place] + self._rows[place + 1 :])
            self.endRemoveRows()
        elif isinstance(line, LineRow):
            self.beginInsertRows(ROOT, place, place)
            self._keep((*self._rows[:place], FactorsRow(no, line.factors), *self._rows[place:]))
            self.endInsertRows()

    def _keep(self, rows: tuple[BillRow, ...]) -> None:
        self._rows = rows
        self._places = {row.line.no: place for place, row in enumerate(rows) if isinstance(row, LineRow)}

    @staticmethod
    def heading(column: Column) -> str:
        """Return the heading of a column in the language of the screen."""
        return QCoreApplication.translate("bill", HEADINGS[column])

    def place_of(self, no: int) -> int | None:
        """Return the row in which a line stands."""
        return self._places.get(no)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell: the selection passes over unfolded amounts."""
        if index.isValid() and isinstance(self._rows[index.row()], FactorsRow):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heading(Column(section))
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, its tool tip, what is said of it, or its whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, LineRow):
            return _tool_tip(row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, Column(index.column()))
        return None


def _shape(row: BillRow) -> tuple[object, ...]:
    if isinstance(row, HeadingRow):
        return (row.section,)
    if isinstance(row, FactorsRow):
        return row.no, len(row.factors)
    return row.line.no, row.title, row.details, bool(row.hint), bool(row.before), row.objection is not None


def _text(row: BillRow, column: Column) -> str:
    if isinstance(row, HeadingRow):
        texts = {
            Column.NUMBER: name_of(SECTIONS, row.section),
            Column.CLAIMED: rials(row.claimed),
            Column.APPROVED: rials(row.approved),
        }
        return texts.get(column, "")
    if isinstance(row, FactorsRow):
        return _arithmetic(row) if column is Column.NUMBER else ""
    match column:
        case Column.NUMBER:
            return persian_digits(row.line.no)
        case Column.CODE:
            return row.line.code or ""
        case Column.TITLE:
            return row.title
        case Column.QUANTITY:
            return number(row.line.quantity)
        case Column.CLAIMED:
            return rials(row.settled.claimed)
        case Column.APPROVED:
            return rials(row.settled.approved)


def _arithmetic(row: FactorsRow) -> str:
    """Return the steps of an unfolded amount as one text, for the clipboard and for reading aloud."""
    steps = (step for part in row.factors for step in part.steps)
    parts = ([step.caption, step.expression, "" if step.value is None else rials(step.value)] for step in steps)
    return "\n".join("، ".join(filter(None, texts)) for texts in parts)


def _tool_tip(row: LineRow, column: Column) -> str | None:
    if column is Column.TITLE:
        texts = row.title, row.details, row.before, row.objection.text if row.objection else ""
        return "\n".join(sentence(text) for text in texts if text)
    return sentence(row.hint) or None if column is Column.APPROVED else None


def _spoken(row: BillRow, column: Column) -> str:
    """Return what a screen reader says of a cell: the mark is named beside the amount, and an accountant's pen."""
    text = without_bidi_marks(_text(row, column))
    if isinstance(row, FactorsRow) or column is not Column.APPROVED:
        return text
    mark = row.settled.mark if isinstance(row, LineRow) else row.mark
    if isinstance(row, LineRow) and row.payable:
        text = without_bidi_marks(payable_text(row.payable))
    said = text if mark is None else f"{text}، {QCoreApplication.translate('bill', MARKS[mark])}"
    if isinstance(row, LineRow) and row.settled.green is not None:
        red = QCoreApplication.translate("bill", "{said}، تصحیح حسابداری به جای {amount}")
        return red.format(said=said, amount=without_bidi_marks(rials(row.settled.green.approved)))
    return said
