"""What is wrong with a claim file: place, sentence and remedy of every fault; it can be copied for the centre."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.files.problem_texts import Severity
from app.files.read_report import ReadReport, format_problems
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import action
from app.ui.reading_table import ReadingTable
from app.ui.text import without_bidi_marks
from app.ui.theme import AMBER, RED

SHOWN = 100
PLACE_WIDTH = 230
COLOURS = {Severity.ERROR: RED, Severity.WARNING: AMBER}


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
        self.table.show()
        self.table.show_rows(
            [(str(problem.place), problem.sentence, problem.remedy) for problem in shown],
            marked=1,
            colours=[COLOURS[problem.severity] for problem in shown],
        )
        self.copy_action.setEnabled(True)

    def _make_table(self) -> ReadingTable:
        table = ReadingTable([self.tr("جا"), self.tr("ایراد"), self.tr("چاره")], self)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().resizeSection(0, PLACE_WIDTH)
        return table

    def _summary(self, report: ReadReport) -> str:
        counted = (
            (self.tr("{count} ایراد"), len(report.errors)),
            (self.tr("{count} هشدار"), len(report.warnings)),
        )
        parts = [text.format(count=persian_digits(count)) for text, count in counted if count]
        if not report.ok:
            good = persian_digits(len(report.good_claims))
            parts.append(self.tr("{good} سند این پرونده بی‌ایراد بود").format(good=good))
        unseen = len(report.problems) - SHOWN + report.omitted if len(report.problems) > SHOWN else report.omitted
        if unseen > 0:
            count = persian_digits(unseen)
            parts.append(self.tr("{count} مورد دیگر در این فهرست نیامده است").format(count=count))
        return "؛ ".join(parts) + "."

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(without_bidi_marks(format_problems(self._report)))
