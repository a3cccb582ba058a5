"""Work off the GUI thread: one worker in order for the office, one for pictures; answers come back on the GUI one."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from itertools import count
from queue import SimpleQueue
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance

from app.errors import RasidegiError
from app.ui.faults import whereabouts

log = logging.getLogger(__name__)


class Report(Protocol):
    """What a task tells its progress to; past the point of no return it says that it may not be cancelled."""

    def __call__(self, progress: object, *, may_cancel: bool = True) -> None:
        """Tell how far the work has come; raises Cancelled where a person wants it to end."""


class Cancelled(Exception):
    """Raised inside a task at the next report of progress after a person cancelled it."""


class Task(QObject):
    """One piece of work on its way; it lives on the GUI thread alone, and the worker's thread never touches it.

    Python alone owns it, and lets it go once it has told its end: with a parent in Qt, and left to Qt to delete later,
    it was freed by both where the worker went first, and Qt crashed.

    Signals; exactly one of the last three comes at the end:
        progressed: what the work reported.
        done: what the work returned.
        failed: the RasidegiError, or any other exception, that it raised.
        cancelled: it was cancelled in time.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, wish: threading.Event) -> None:
        super().__init__()
        self._wish = wish

    def cancel(self) -> None:
        """Ask the work to end at its next report of progress."""
        self._wish.set()

    def pass_on(self, word: str, payload: object) -> None:
        """Tell whoever listens what the work told."""
        if word == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, word).emit(payload)


class _Bell(QObject):
    """Rings on the GUI thread for each word of the worker's thread; what is told itself never goes through Qt.

    A queued signal would copy the Python values that it carries outside Python's care; a ring carries none.
    """

    rung = Signal()


class Worker(QObject):
    """One thread that does its tasks one after another, in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rasidegi")
        self._finished = False
        self._numbers = count()
        self._tasks: dict[int, Task] = {}
        self._told: SimpleQueue[tuple[int, str, object]] = SimpleQueue()
        self._bell = _Bell(self)
        self._bell.rung.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
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
        """Give the worker a task and return it, so that its other signals can be heard and it can be cancelled.

        A worker that has finished takes no further task: what the screen still asks for as it closes is never told.
        """
        number, wish = next(self._numbers), threading.Event()
        task = self._tasks[number] = Task(wish)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        if not self._finished:
            self._executor.submit(_run, work, wish, partial(_tell, self._told, self._bell.rung, number))
        return task

    @cached_property
    def beside(self) -> "Worker":
        """A further worker for short words that may not wait behind long work; it ends with this one."""
        return Worker(self)

    def finish(self) -> None:
        """Cancel what can be cancelled and wait for the rest; at the end of the program."""
        self._finished = True
        if "beside" in self.__dict__:
            self.beside.finish()
        for task in self._tasks.values():
            task.cancel()
        self._executor.shutdown()

    def _pass_on(self) -> None:
        """Pass on the next word that was told; the bell rings once for each."""
        number, word, payload = self._told.get_nowait()
        task = self._tasks[number]
        if word != "progressed":
            del self._tasks[number]
        task.pass_on(word, payload)


def _tell(
    told: "SimpleQueue[tuple[int, str, object]]", rung: SignalInstance, number: int, word: str, payload: object
) -> None:
    """Lay a word of a task ready for the GUI thread, and ring."""
    told.put((number, word, payload))
    rung.emit()


def _run(work: Callable[[Report], Any], wish: threading.Event, tell: Callable[[str, object], None]) -> None:
    """Do a piece of work off the GUI thread, and tell how it ended."""

    def report(progress: object, *, may_cancel: bool = True) -> None:
        if may_cancel and wish.is_set():
            raise Cancelled
        tell("progressed", progress)

    try:
        tell("done", work(report))
    except Cancelled:
        tell("cancelled", None)
    except RasidegiError as error:
        tell("failed", error)
    except Exception as error:  # noqa: BLE001 - people and log are told of it
        log.error("a task failed: %s", whereabouts(error))  # noqa: TRY400 - a message may name a patient
        tell("failed", error)


def sentence_of(error: Exception) -> str:
    """Return what a person is told of a failed task: the error's own sentence, never the inside of a bug."""
    if isinstance(error, RasidegiError):
        return str(error)
    return QCoreApplication.translate(
        "tasks", "برنامه در این کار به خطای خودش برخورد. دوباره بکوشید و اگر ماند، خبر دهید."
    )
