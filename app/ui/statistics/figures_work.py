"""What the screen of statistics asks of the office: everything runs in the worker, and late answers are let go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.receivers import Receiver
from app.domain.statistics import Behind, Choices, CountedClaim, Grouping, StatisticsFilter, Sums
from app.services.exports import write_export
from app.services.office import Office
from app.services.people import Session
from app.services.statistics import Statistics
from app.ui.statistics.wording import Chart, Rules
from app.ui.tasks import Task, Worker


@dataclass(frozen=True, slots=True)
class Grounds:
    """What all charts rest on: what can be chosen, the full names of the people, and the rule book."""

    choices: Choices
    people: Mapping[int, str]
    rulebook: Rules


class FiguresWork(QObject):
    """Reads figures as one person.

    Signals:
        ready: the Grounds have been read.
        figures: the Sums and what the chart shows, for the chart and filter that were asked for last.
        documents: a page of the documents that were asked for last, and how many stand before it.
        drawn: the report as a PDF.
        written: where the workbook was kept, and the Receiver for whom it was sealed, None for nobody.
        failed: the error of any of these.
    """

    ready = Signal(object)
    figures = Signal(object, object)
    documents = Signal(object, int)
    drawn = Signal(object)
    written = Signal(object, object)
    failed = Signal(object)

    def __init__(self, office: Office, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self._statistics: Statistics | None = None
        self._asked = self._asked_behind = 0
        self._drawing: StatisticsFilter | None = None

    def begin(self, session: Session) -> None:
        """Go on as a person, and read what can be chosen."""
        statistics = self._statistics = Statistics(self._office, session)
        self._start(lambda: Grounds(statistics.choices(), statistics.people(), self._office.rulebook), self.ready.emit)

    def look(self, chart: Chart, wanted: StatisticsFilter) -> None:
        """Read the figures of a chart."""
        statistics, number = self._statistics, self._asked + 1
        if statistics is None:
            return
        self._asked = number

        def read() -> tuple[Sums, Any]:
            if chart in {Chart.WORDS, Chart.OVERRIDES}:
                return statistics.records(wanted)
            return statistics.deductions(Grouping(chart.value), wanted)

        def tell(found: tuple[Sums, Any]) -> None:
            if number == self._asked:
                self.figures.emit(*found)

        self._start(read, tell)

    def look_behind(self, behind: Behind, wanted: StatisticsFilter, skip: int = 0) -> None:
        """Read documents behind a bar, those after the first `skip`."""
        statistics, number = self._statistics, self._asked_behind + 1
        if statistics is None:
            return
        self._asked_behind = number

        def tell(found: tuple[CountedClaim, ...]) -> None:
            if number == self._asked_behind:
                self.documents.emit(found, skip)

        self._start(lambda: statistics.documents(behind, wanted, skip), tell)

    def draw(self, wanted: StatisticsFilter) -> None:
        """Draw the report of the figures; one that is being drawn already is not drawn again."""
        statistics = self._statistics
        if statistics is None or wanted == self._drawing:
            return
        self._drawing = wanted

        def tell(pdf: bytes) -> None:
            if wanted == self._drawing:
                self._drawing = None
                self.drawn.emit(pdf)

        def fail(error: Exception) -> None:
            if wanted == self._drawing:
                self._drawing = None
            self.failed.emit(error)

        self._worker.start(lambda _report: statistics.paper(wanted), done=tell, failed=fail)

    def write(self, wanted: StatisticsFilter, path: Path, receiver: Receiver | None) -> Task | None:
        """Keep the figures as a workbook where a person wants it, readable by them alone or by its receiver."""
        statistics = self._statistics
        if statistics is None:
            return None
        return self._start(
            lambda: write_export(self._office, path, statistics.workbook(wanted), receiver),
            lambda written: self.written.emit(written, receiver),
        )

    def _start(self, work: Callable[[], Any], done: Callable[[Any], None]) -> Task:
        return self._worker.start(lambda _report: work(), done=done, failed=self.failed.emit)
