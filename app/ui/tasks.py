"""Work off the GUI thread: one worker in order for the office, one for pictures; answers come back on the GUI one."""

import logging
import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

from app.errors import RasidegiError

log = logging.getLogger(__name__)


class Report(Protocol):
    """What a task tells its progress to; past the point of no return it says that it may not be cancelled."""

    def __call__(self, progress: object, *, may_cancel: bool = True) -> None:
        """Tell how far the work has come; raises Cancelled where a person wants it to end."""


class Cancelled(Exception):
    """Raised inside a task at the next report of progress after a person cancelled it."""


class Task(QObject):
    """One piece of work: `work` runs off the GUI thread and is handed a function that reports progress.

    Signals, all on the GUI thread; exactly one of the last three comes at the end:
        progressed: what the work reported.
        done: what the work returned.
        failed: the RasidegiError, or any other exception, that it raised.
        cancelled: it was cancelled in time.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _told = Signal(object, object)

    def __init__(self, work: Callable[[Report], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to end at its next report of progress."""
        self._cancel.set()

    def run(self) -> None:
        """Do the work; called by the worker, off the GUI thread."""
        try:
            self._told.emit("done", self._work(self._report))
        except Cancelled:
            self._told.emit("cancelled", None)
        except RasidegiError as error:
            self._told.emit("failed", error)
        except Exception as error:
            log.exception("a task failed: %s", type(error).__name__)
            self._told.emit("failed", error)

    def _report(self, progress: object, *, may_cancel: bool = True) -> None:
        if may_cancel and self._cancel.is_set():
            raise Cancelled
        self._told.emit("progressed", progress)

    def _pass_on(self, word: str, payload: object) -> None:
        """Tell on the GUI thread what the worker told, whatever kind of function listens."""
        if word == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, word).emit(payload)
        if word != "progressed":
            self.deleteLater()


class _Run(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


class Worker(QObject):
    """One thread that does its tasks one after another, in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    def start(
        self,
        work: Callable[[Report], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Give the worker a task and return it, so that its other signals can be heard and it can be cancelled."""
        task = Task(work, self)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        self._pool.start(_Run(task))
        return task

    def finish(self) -> None:
        """Cancel what can be cancelled and wait for the rest; at the end of the program."""
        for task in self.findChildren(Task):
            task.cancel()
        self._pool.waitForDone()


def sentence_of(error: Exception) -> str:
    """Return what a person is told of a failed task: the error's own sentence, never the inside of a bug."""
    if isinstance(error, RasidegiError):
        return str(error)
    return QCoreApplication.translate(
        "tasks", "برنامه در این کار به خطای خودش برخورد. دوباره بکوشید و اگر ماند، خبر دهید."
    )
