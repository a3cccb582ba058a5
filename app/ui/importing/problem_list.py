"""What is wrong with a claim file: place, sentence and remedy of every fault; it can be copied for the centre."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.files.problem_texts import Severity
from app.files.problems import Problem
from app.files.read_report import ReadReport, format_problems
from app.ui.bill.key_cap import action
from app.ui.text import without_bidi_marks
from app.ui.theme import AMBER, RED


class ProblemList(QWidget):
    """A table of faults and warnings, or one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([self.tr("جا"), self.tr("ایراد"), self.tr("چاره")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, share in enumerate(
            (QHeaderView.ResizeMode.ResizeToContents, *[QHeaderView.ResizeMode.Stretch] * 2)
        ):
            header.setSectionResizeMode(column, share)
        self.copy = QPushButton(self.tr("رونوشت همه برای مرکز  (Ctrl+Shift+C)"), self)
        self.copy.clicked.connect(self._copy)
        self._copied = ""
        key = action(self, self.tr("رونوشت همه"), QKeySequence("Ctrl+Shift+C").toString())
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(self._copy)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.sentence)
        box.addWidget(self.table, 1)
        box.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeading)

    def say(self, sentence: str) -> None:
        """Show one sentence in place of a table."""
        self.sentence.setText(sentence)
        self.table.hide()
        self.copy.hide()

    def show_report(self, report: ReadReport) -> None:
        """Show every fault of a file, and how many of its claims were good."""
        good = persian_digits(len(report.good_claims))
        counted = self.tr("{faults} ایراد و {warnings} هشدار").format(
            faults=persian_digits(len(report.errors)), warnings=persian_digits(len(report.warnings))
        )
        spared = "" if report.ok else self.tr(" — {good} سند این پرونده بی‌ایراد بود").format(good=good)
        self.sentence.setText(counted + spared)
        self.table.setRowCount(len(report.problems))
        for row, problem in enumerate(report.problems):
            self._fill(row, problem)
        self.table.resizeRowsToContents()
        self.table.show()
        self.copy.show()
        self._copied = without_bidi_marks(format_problems(report))

    def _fill(self, row: int, problem: Problem) -> None:
        for column, text in enumerate((str(problem.place), problem.sentence, problem.remedy)):
            item = QTableWidgetItem(text)
            if column == 1:
                item.setForeground(RED if problem.severity is Severity.ERROR else AMBER)
            self.table.setItem(row, column, item)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
