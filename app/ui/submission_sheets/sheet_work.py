"""The drawing of a submission's sheets, in a worker of its own: the desk goes on while hundreds of them are bound."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.dates import JalaliDate
from app.domain.receivers import Receiver
from app.services.office import Office
from app.services.people import Session
from app.services.submission_sheets import (
    Progress,
    SheetKind,
    draw_all_sheets,
    draw_submission_sheet,
    hand_over,
    write_all_sheets,
)
from app.ui.tasks import Cancelled, Report, Task, Worker


class SheetWork(QObject):
    """One piece of work at a time; what is begun while another is under way waits for it.

    Signals:
        begun: some work is under way.
        progressed: how much of how much is done.
        drawn: PDF bytes, and the SheetKind, None for all sheets bound.
        written: the files that were written (tuple of Path), and the Receiver for whom they were sealed, or None.
        handed: the day on which the report was handed over.
        failed: the error of the work.
        cancelled: a person ended it.
    """

    begun = Signal()
    progressed = Signal(int, int)
    drawn = Signal(object, object)
    written = Signal(object, object)
    handed = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._worker = Worker(self)
        self._task: Task | None = None
        self._left = threading.Event()
        self.destroyed.connect(self._left.set)

    @property
    def busy(self) -> bool:
        """Whether some work is under way."""
        return self._task is not None

    def draw(self, session: Session, submission_id: int, kind: SheetKind | None) -> None:
        """Draw one sheet of a submission, or all of them bound."""

        def work(progress: Progress) -> bytes:
            if kind is None:
                return draw_all_sheets(self._office, session, submission_id, progress)
            return draw_submission_sheet(self._office, session, submission_id, kind, progress)

        self._start(work, lambda pdf: self.drawn.emit(pdf, kind))

    def write(self, session: Session, submission_id: int, folder: Path, receiver: Receiver | None) -> None:
        """Write all sheets into a folder, for a receiver or as they are."""
        self._start(
            lambda progress: write_all_sheets(
                self._office, session, submission_id, folder, progress, receiver=receiver
            ),
            lambda paths: self.written.emit(paths, receiver),
        )

    def hand_over(self, session: Session, submission_id: int, day: JalaliDate) -> None:
        """Record that the report was handed over on a day."""
        self._start(
            lambda _progress: hand_over(self._office, session, submission_id, day),
            lambda _path: self.handed.emit(day),
        )

    def cancel(self) -> None:
        """End what is under way at its next step."""
        if self._task is not None:
            self._task.cancel()

    def finish(self) -> None:
        """Cancel what can be cancelled, and wait for the rest."""
        self._worker.finish()

    def _start(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        left = self._left

        def run(report: Report) -> Any:
            def heard(count: int, total: int) -> None:
                if left.is_set():
                    raise Cancelled
                report((count, total))

            return work(heard)

        task = self._task = self._worker.start(run)
        task.progressed.connect(lambda told: self.progressed.emit(*told))
        task.done.connect(lambda outcome: self._end(lambda: done(outcome)))
        task.failed.connect(lambda error: self._end(lambda: self.failed.emit(error)))
        task.cancelled.connect(lambda: self._end(self.cancelled.emit))
        self.begun.emit()

    def _end(self, tell: Callable[[], object]) -> None:
        self._task = None
        tell()
