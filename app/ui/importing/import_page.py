"""The import of claim files, one after another: a bar and a cancel key, then what came in or what is wrong."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.files.read_report import ReadReport
from app.services.importing import Imported, ImportRefused, ImportStage, import_claim_file
from app.services.office import Office
from app.services.people import Session
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import action
from app.ui.card import PageCard
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.importing.problem_list import ProblemList
from app.ui.tasks import Report, Task, Worker, sentence_of
from app.ui.text import identifier

BAR_STEPS = 1000


class ImportPage(QWidget):
    """Takes the place of the bill while files come in.

    Signals:
        imported: what one file brought (Imported).
        closed: the person is done with the page.
    """

    imported = Signal(object)
    closed = Signal()

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self._session: Session | None = None
        self._waiting: list[Path] = []
        self.task: Task | None = None
        self.heading, self.stage, self.seals = QLabel(self), QLabel(self), CleanLabel("", self)
        self.bar, self.problems = QProgressBar(self), ProblemList(self)
        self.cancel, self.close_button = QPushButton(self), QPushButton(self)
        self.copy = QPushButton(f"{self.problems.copy_action.text()}  {identifier('Ctrl+Shift+C')}", self)
        self._lay_out()
        self._connect()

    def start(self, session: Session, paths: list[Path]) -> None:
        """Import files after those that are still waiting."""
        self._session = session
        self._waiting += paths
        if self.task is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting or self._session is None:
            return
        path, session = self._waiting.pop(0), self._session
        self.heading.setText(self.tr("ورود پرونده {name}").format(name=identifier(path.name)))
        self._show_progress(running=True)

        def work(report: Report) -> Imported:
            def heard(stage: ImportStage, done: int, total: int) -> None:
                report((stage, done, total), may_cancel=stage is not ImportStage.AUDITING)

            return import_claim_file(self._office, session, path, heard)

        self.task = self._worker.start(work, done=self._on_done, failed=self._on_failed)
        self.task.progressed.connect(self._on_progress)
        self.task.cancelled.connect(self._on_cancelled)

    def _on_progress(self, told: tuple[ImportStage, int, int]) -> None:
        stage, done, total = told
        names = {
            ImportStage.READING: self.tr("خواندن و بررسی پرونده: {percent} درصد"),
            ImportStage.STORING: self.tr("ثبت سندها: {percent} درصد"),
            ImportStage.AUDITING: self.tr("سندها ثبت شد؛ رسیدگی به آن‌ها: {percent} درصد"),
        }
        share = min(done / total, 1.0) if total else 0.0
        self.stage.setText(names[stage].format(percent=persian_digits(int(100 * share))))
        self.bar.setRange(0, BAR_STEPS)
        self.bar.setValue(int(BAR_STEPS * share))
        self.cancel.setVisible(stage is not ImportStage.AUDITING)

    def _on_done(self, imported: Imported) -> None:
        self.task = None
        self.imported.emit(imported)
        self.seals.setText("" if imported.seals is None else imported.seals.sentence())
        if imported.report.warnings or imported.seals is not None:
            count = persian_digits(imported.claims)
            self._tell(self.tr("{count} سند وارد شد؛ این موارد را بدانید").format(count=count), imported.report)
        elif self._waiting:
            self._next()
        else:
            self.closed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.task = None
        if isinstance(error, ImportRefused):
            name = identifier(error.report.path.name)
            heading = self.tr("پرونده {name} ایراد دارد و هیچ سندی از آن وارد نشد").format(name=name)
            self._tell(heading, error.report)
            return
        self._show_progress(running=False)
        self.heading.setText(self.tr("پرونده وارد نشد"))
        self.problems.say(sentence_of(error))

    def _on_cancelled(self) -> None:
        self.task = None
        self._waiting.clear()
        self.closed.emit()

    def _on_escape(self) -> None:
        if self.task is not None:
            self.stage.setText(self.tr("لغو می‌شود…"))
            self.task.cancel()
        elif self._waiting:
            self._next()
        else:
            self.closed.emit()

    def _tell(self, heading: str, report: ReadReport) -> None:
        self._show_progress(running=False)
        self.heading.setText(heading)
        self.problems.show_report(report)
        self.problems.setVisible(bool(report.problems))
        self.seals.setVisible(report.ok and bool(self.seals.text()))
        self.copy.setVisible(bool(report.problems))

    def _show_progress(self, *, running: bool) -> None:
        """Show the bar of a running import, or what came of it."""
        for widget in (self.bar, self.stage, self.cancel):
            widget.setVisible(running)
        self.problems.setVisible(not running)
        self.seals.hide()
        self.copy.setVisible(False)
        word = self.tr("پرونده بعد") if self._waiting else self.tr("بستن")
        self.close_button.setText(f"{word}  {identifier('Esc')}")
        self.close_button.setVisible(not running)
        self.bar.setRange(0, 0)
        self.stage.clear()
        (self.cancel if running else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.escape_action = action(self, self.tr("لغو یا بستن"), "Esc")
        self.escape_action.triggered.connect(self._on_escape)
        for button in (self.cancel, self.close_button):
            button.clicked.connect(self._on_escape)
        self.copy.clicked.connect(self.problems.copy_action.trigger)

    def _lay_out(self) -> None:
        word = self.tr("لغو")
        self.cancel.setText(f"{word}  {identifier('Esc')}")
        self.heading.setFont(font(LARGE, MEDIUM))
        self.heading.setWordWrap(True)
        self.stage.setProperty("tone", "quiet")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(12)
        card = PageCard(self)
        inside = card.parts
        buttons = QHBoxLayout()
        for button in (self.cancel, self.close_button, self.copy):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for widget in (self.heading, self.stage, self.bar):
            inside.addWidget(widget)
        inside.addWidget(self.seals)
        inside.addWidget(self.problems, 1)
        inside.addLayout(buttons)
        inside.addStretch(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(card, 1)
