"""The lines that a batch touches, in rials before and after; thousands of rows scroll as quickly as ten."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.domain.money import Rial
from app.domain.persian import persian_digits, rials
from app.services.batch_plan import BatchPlan, TouchedClaim, TouchedLine
from app.ui.fonts import MEDIUM, REGULAR, SMALL, font
from app.ui.text import identifier, sentence

Index = QModelIndex | QPersistentModelIndex
NUMBER, PATIENT, LINE, TITLE, BEFORE, AFTER, DIFFERENCE = range(7)
AMOUNTS = frozenset({BEFORE, AFTER, DIFFERENCE})
WIDTHS = {NUMBER: 92, PATIENT: 124, LINE: 56, BEFORE: 92, AFTER: 92, DIFFERENCE: 108}
ROOT = QModelIndex()


class TouchedModel(QAbstractTableModel):
    """One row for each touched line, in the order of the claims."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[TouchedClaim, TouchedLine]] = []
        self._headings = (
            self.tr("سند"),
            self.tr("بیمار"),
            self.tr("ردیف"),
            self.tr("خدمت"),
            self.tr("اکنون"),
            self.tr("پس از این"),
            self.tr("تفاوت"),
        )

    def show_plan(self, plan: BatchPlan | None) -> None:
        """Show what a plan touches, nothing for None."""
        self.beginResetModel()
        self._rows = [] if plan is None else [(claim, line) for claim in plan.claims for line in claim.lines]
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many lines are touched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell; a line whose amount changes stands out by its weight."""
        claim, line = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(claim, line, index.column())
        if role == Qt.ItemDataRole.FontRole:
            weight = MEDIUM if line.before != line.after else REGULAR
            return font(SMALL, weight, tabular=index.column() in {BEFORE, AFTER})
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return None

    def _text(self, claim: TouchedClaim, line: TouchedLine, column: int) -> str:
        match column:
            case 0:
                return identifier(claim.number)
            case 1:
                return sentence(claim.patient)
            case 2:
                return self.tr("کل سند") if line.line is None else persian_digits(line.line)
            case 3:
                return sentence(line.title)
            case 4:
                return rials(line.before)
            case 5:
                return rials(line.after)
        return difference_text(line.after - line.before)


class TouchedTable(QTableView):
    """The table itself: read and scrolled, never edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TouchedModel(self)
        self.setModel(self.rows)
        self.setProperty("role", "list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("ردیف‌هایی که تغییر می‌کنند"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(34)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def show_plan(self, plan: BatchPlan | None) -> None:
        """Show what a plan touches, from its beginning."""
        self.rows.show_plan(plan)
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.scrollToTop()


def _alignment(column: int) -> Qt.AlignmentFlag:
    """Return where the texts of a column stand: amounts at its end, below one another."""
    side = Qt.AlignmentFlag.AlignTrailing if column in AMOUNTS else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter


def difference_text(amount: Rial) -> str:
    """Return a difference in words as well as figures: a sign alone is easily overlooked."""
    if not amount:
        return QCoreApplication.translate("batch", "بی‌تغییر")
    more, less = (
        QCoreApplication.translate("batch", "{amount} بیشتر"),
        QCoreApplication.translate("batch", "{amount} کمتر"),
    )
    return (more if amount > 0 else less).format(amount=rials(abs(amount)))
