"""What was paid for the same patient earlier, the latest first."""

from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from app.domain.claim import PastService
from app.domain.persian import date_text, number
from app.ui.text import NOTHING, identifier

ROOT = QModelIndex()
HEADINGS = tuple(
    str(heading)
    for heading in (
        QT_TRANSLATE_NOOP("history", "تاریخ"),
        QT_TRANSLATE_NOOP("history", "کد"),
        QT_TRANSLATE_NOOP("history", "تعداد"),
        QT_TRANSLATE_NOOP("history", "مرکز"),
    )
)


class HistoryModel(QAbstractTableModel):
    """The earlier services of a patient."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PastService, ...] = ()

    def show_services(self, services: tuple[PastService, ...]) -> None:
        """Show other services."""
        self.beginResetModel()
        self._rows = tuple(sorted(services, key=lambda row: row.day, reverse=True))
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return how many services there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("history", HEADINGS[section])
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; codes are clean here and isolated only where they are shown."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return (date_text(row.day), row.code, number(row.quantity), row.provider or NOTHING)[index.column()]


class CodeDelegate(QStyledItemDelegate):
    """Shows codes from left to right."""

    def displayText(self, value: Any, _locale: Any) -> str:
        """Return a code isolated from the text around it."""
        return identifier(str(value))


class HistoryPage(QWidget):
    """A table of earlier services, or the word that there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HistoryModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(1, CodeDelegate(self))
        self.table.setItemDelegateForColumn(3, CodeDelegate(self))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(HEADINGS) - 1, QHeaderView.ResizeMode.Stretch)
        self._nothing = QLabel(self.tr("خدمت پیشینی از این بیمار در دست نیست."), self)
        self._nothing.setProperty("tone", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.table)

    def show_history(self, services: tuple[PastService, ...]) -> None:
        """Show the earlier services of a patient."""
        self.model.show_services(services)
        self._pages.setCurrentWidget(self.table if services else self._nothing)
