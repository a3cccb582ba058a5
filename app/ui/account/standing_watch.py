"""Tells when the person at an open desk may no longer sit there as they came: shut out, reset, or in other roles."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.office import Office
from app.services.people import Session, still_stands
from app.ui.tasks import Task, Worker

EVERY_MS = 20_000


class StandingWatch(QObject):
    """Looks into the store from time to time between `watch` and `rest`.

    Signals:
        fallen: what the session says of the person holds no longer; signing in again tells what does.
    """

    fallen = Signal()

    def __init__(self, office: Office, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._worker = office, worker
        self._session: Session | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, session: Session) -> None:
        """Begin to watch over a person's desk."""
        self._session = session
        self._timer.start()

    def rest(self) -> None:
        """Watch no longer."""
        self._session = None
        self._timer.stop()

    def look(self) -> Task | None:
        """Look now; a fault of the store is told where the person works, not here."""
        session = self._session
        if session is None:
            return None
        return self._worker.start(
            lambda _report: still_stands(self._office, session), done=lambda stands: self._on_seen(session, stands)
        )

    def _on_seen(self, session: Session, stands: bool) -> None:
        if not stands and session is self._session:
            self.rest()
            self.fallen.emit()
