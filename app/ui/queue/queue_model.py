"""The claims of the queue, loaded page by page as they scroll into sight."""

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.persian import persian_digits, rials
from app.domain.queue import QueueRow
from app.services.queue import PAGE
from app.ui.bill.names import KINDS, STATES, name_of
from app.ui.text import identifier, sentence

ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    """Rows of one filter.

    Signals:
        more_wanted: the view has come to the end of what is loaded; the rows after the last one are wanted.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QueueRow] = []
        self._complete = True
        self._waiting = False

    @property
    def last(self) -> QueueRow | None:
        """The last row that is loaded."""
        return self._rows[-1] if self._rows else None

    def show(self, rows: tuple[QueueRow, ...]) -> None:
        """Show the first page of a filter."""
        self.beginResetModel()
        self._rows = list(rows)
        self._complete, self._waiting = len(rows) < PAGE, False
        self.endResetModel()

    def append(self, rows: tuple[QueueRow, ...]) -> None:
        """Show a further page."""
        self._complete, self._waiting = len(rows) < PAGE, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def replace(self, row: QueueRow) -> None:
        """Show a claim of the list as it stands now."""
        place = self.place_of(row.id)
        if place is not None:
            self._rows[place] = row
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def place_of(self, claim_id: int) -> int | None:
        """Return where a claim stands in the list, None where it is not loaded."""
        return next((place for place, row in enumerate(self._rows) if row.id == claim_id), None)

    def row(self, place: int) -> QueueRow | None:
        """Return the row at a place, None beyond the ends."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows that are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> QueueRow | str | None:
        """Return the row itself, its number, or all of it for reading aloud and as a hint."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _whole_text(row)
        return row.external_id if role == Qt.ItemDataRole.DisplayRole else None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether rows are missing that nobody has asked for yet."""
        return not parent.isValid() and not self._complete and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page; it comes later."""
        if self.canFetchMore(parent):
            self._waiting = True
            self.more_wanted.emit()


def _whole_text(row: QueueRow) -> str:
    """Return everything that the row shows, one thing a line."""
    parts = (
        row.patient_name,
        identifier(row.patient_id),
        identifier(row.external_id),
        row.centre_name,
        name_of(KINDS, row.kind),
        rials(row.claimed),
        name_of(STATES, row.state),
        edited_text(row),
    )
    return "\n".join(part for part in parts if part)


def edited_text(row: QueueRow) -> str:
    """Return how a claim changed after it had been signed; empty where it did not."""
    if row.voided is not None:
        return QCoreApplication.translate("queue", "امضا باطل شد: {reason}").format(reason=sentence(row.voided))
    if row.version > 1:
        return QCoreApplication.translate("queue", "نسخه {version}").format(version=persian_digits(row.version))
    return ""
