"""The submissions in hand as rows of a list."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.services.workload import SubmissionInHand
from app.ui.workload.submission_texts import spoken

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class SubmissionModel(QAbstractListModel):
    """Rows in the order in which they are due."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SubmissionInHand, ...] = ()

    def show_rows(self, rows: tuple[SubmissionInHand, ...]) -> None:
        """Show the submissions as they stand now."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, submission_id: int) -> int | None:
        """Return the place of a submission, None where it is not in hand."""
        return next((place for place, row in enumerate(self._rows) if row.id == submission_id), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many submissions are in hand."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row; as a text for who listens."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return spoken(row)
        return None
