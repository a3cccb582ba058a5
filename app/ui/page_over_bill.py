"""A page of the office that takes the place of the bill until it is closed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.ui.tasks import Worker


class PageOverBill(QWidget):
    """What the window asks of each page, and what a page may ask of the window; it sends only the signals it needs.

    A page is made when it is first wanted and put away with the desk of the person who wanted it.

    Signals:
        closed: the person is done with the page.
        claim_wanted: number of a claim in the office that is to be opened on the desk.
        claims_wanted: the QueueFilter of claims that are to be shown in the queue.
        rule_wanted: id of a rule that is to be read in the rule book.
        queue_changed: claims have come into other hands or states; the queue is to be read anew.
        office_changed: what claims are judged by has changed; all open ones are to be assessed anew.
        session_changed: the Session with which the person goes on.
        told: a sentence for the notices of the desk.
    """

    closed = Signal()
    claim_wanted = Signal(int)
    claims_wanted = Signal(object)
    rule_wanted = Signal(str)
    queue_changed = Signal()
    office_changed = Signal()
    session_changed = Signal(object)
    told = Signal(str)

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office, self.worker = office, worker

    def begin(self, session: Session) -> None:
        """Show the page to a person, each time that it is wanted; the keys are to go where work begins."""
        raise NotImplementedError

    def keys(self) -> Sequence[QAction]:
        """Return what the key bar shows meanwhile; a page with all keys on buttons of its own needs none there."""
        return self.actions()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take the claim that now lies on the desk."""
