"""Has the choices of open questions tried while nobody presses a key: the one under the eye first, then the others."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.alternatives import Alternatives, Weighed
from app.services.open_claim import OpenClaim, Question
from app.ui.tasks import Report, Task, Worker

AFTER_MS = 120


class Weighing(QObject):
    """Tries choices in the worker, a trial at a time; what a person does comes before the next trial.

    Signals:
        weighed: the OpenClaim and one question of it with its choices tried.
    """

    weighed = Signal(object, object)

    def __init__(self, alternatives: Alternatives, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._alternatives, self._worker = alternatives, worker
        self._waiting = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._waiting.timeout.connect(self._start)
        self._wanted: tuple[OpenClaim, tuple[Question, ...]] | None = None
        self._task: Task | None = None

    def begin(self, open_claim: OpenClaim | None, first: Question | None) -> None:
        """Have the questions of a claim tried, beginning with one of them."""
        self.stop()
        if open_claim is None or not open_claim.editable or first is None:
            return
        others = (question for question in open_claim.questions if question != first)
        self._wanted = open_claim, (first, *others)
        self._waiting.start()

    def stop(self) -> None:
        """Try nothing more: the claim is about to be another."""
        self._waiting.stop()
        self._wanted = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forget(self) -> None:
        """Forget what was tried, such as after a pack was installed."""
        self.stop()
        self._alternatives.forget()

    def _start(self) -> None:
        if self._wanted is None:
            return
        (open_claim, questions), alternatives = self._wanted, self._alternatives

        def work(report: Report) -> None:
            for question in questions:
                report((open_claim, alternatives.weigh(open_claim, question, lambda: report(None))))

        self._task = self._worker.start(work)
        self._task.progressed.connect(self._tell)
        self._task.done.connect(self._forget_task)

    def _tell(self, found: tuple[OpenClaim, Weighed] | None) -> None:
        """Pass on what was found, unless the claim has become another meanwhile."""
        if found is not None and self._wanted is not None and self._wanted[0] is found[0]:
            self.weighed.emit(*found)

    def _forget_task(self, _none: object) -> None:
        self._task = None
