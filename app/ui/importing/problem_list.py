"""What is wrong with a claim file: place, sentence and remedy of every fault; it can be copied for the centre."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.files.problem_texts import Severity
from app.files.problems import Problem
from app.files.read_report import ReadReport, format_problems
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import action
from app.ui.text import without_bidi_marks
from app.ui.theme import AMBER, RED

SHOWN = 100
PLACE_WIDTH, PADDING = 230, 10


class ProblemList(QWidget):
    """A sentence, and a table of faults and warnings: the first hundred, for nobody reads more; a copy holds all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = CleanLabel("", self)
        self.table = self._make_table()
        self._report: ReadReport | None = None
        self.copy_action = action(self, self.tr("رونوشت همه برای مرکز"), "Ctrl+Shift+C", "Ctrl+Shift+ز")
        self.copy_action.triggered.connect(self._copy)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.sentence)
        box.addWidget(self.table, 1)
        box.addStretch(0)

    def say(self, sentence: str) -> None:
        """Show one sentence in place of a table."""
        self._report = None
        self.sentence.setText(sentence)
        self.table.hide()
        self.copy_action.setEnabled(False)

    def show_report(self, report: ReadReport) -> None:
        """Show the faults of a file, and how many of its claims were good."""
        self._report = report
        self.sentence.setText(self._summary(report))
        shown = report.problems[:SHOWN]
        self.table.setRowCount(len(shown))
        for row, problem in enumerate(shown):
            self._fill(row, problem)
        self.table.show()
        self.table.resizeRowsToContents()
        self.copy_action.setEnabled(True)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setHorizontalHeaderLabels([self.tr("جا"), self.tr("ایراد"), self.tr("چاره")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setProperty("role", "list")
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, PLACE_WIDTH)
        header.sectionResized.connect(lambda *_sizes: table.resizeRowsToContents())
        return table

    def _summary(self, report: ReadReport) -> str:
        counted = self.tr("{errors} ایراد و {warnings} هشدار").format(
            errors=persian_digits(len(report.errors)), warnings=persian_digits(len(report.warnings))
        )
        parts = [counted]
        if not report.ok:
            good = persian_digits(len(report.good_claims))
            parts.append(self.tr("{good} سند این پرونده بی‌ایراد بود").format(good=good))
        unseen = len(report.problems) - SHOWN + report.omitted if len(report.problems) > SHOWN else report.omitted
        if unseen > 0:
            count = persian_digits(unseen)
            parts.append(self.tr("{count} مورد دیگر در این فهرست نیامده است").format(count=count))
        return "؛ ".join(parts) + "."

    def _fill(self, row: int, problem: Problem) -> None:
        for column, text in enumerate((str(problem.place), problem.sentence, problem.remedy)):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            if column == 1:
                item.setForeground(RED if problem.severity is Severity.ERROR else AMBER)
            self.table.setItem(row, column, item)

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(without_bidi_marks(format_problems(self._report)))
