"""A pass: one of the things that the office does with a claim, with its keys and its panel at the desk."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.desk_work import DeskWork
from app.ui.notices import NoticeLine
from app.ui.queue.queue_pane import QueuePane
from app.ui.tasks import Worker
from app.ui.why.why_pane import WhyPane


class Desk(Protocol):
    """What a pass finds at the desk; `session` is that of the person who sits there now."""

    office: Office
    session: Session
    worker: Worker
    work: DeskWork
    claim: ClaimDesk
    why: WhyPane
    queue: QueuePane
    notices: NoticeLine

    @property
    def bill_is_seen(self) -> bool:
        """Whether the bill itself lies uppermost, under no page and no stay."""

    def show_bill(self) -> None:
        """Go back to the bill."""

    def open_claim(self, claim_id: int) -> None:
        """Open a claim that may not be in the list."""

    def show_page(self, page_: QWidget, keys: Sequence[QAction] = ()) -> None:
        """Let another page take the place of what stands in the middle until it is closed."""

    def show_keys(self) -> None:
        """Show the keys of what stands in the middle, as it is now."""

    def close_page(self) -> None:
        """Go back to what stood in the middle before."""


class Pass(QObject):
    """One pass over a claim, such as the technical one, the supervisor's or the accountant's.

    The desk asks each pass whether it concerns the claim on it, shows the keys of those that do in its key bar and
    their panels above the bill, and hides the rest; two passes may use the same key as long as never both concern the
    same claim for the same person. To add a pass:

    1. Derive a class from this one in a module of `app/ui/passes/`. In its `__init__` set `actions` (made with
       `action(self.widget, …)`; they act only while the pass concerns the claim and no page lies over it) and, where it
       has one, `panel`; those of the actions that are shown where they act go into `off_bar` and not onto the key bar,
       and those that act on a sheet over the bill too, into `on_sheet`.
    2. Say in `concerns` for which claims and roles it is there, and lay the claim open in `show`. A panel is visible
       when `show` is called with a claim; a pass with nothing to say there hides it again.
    3. Take steps with `desk.work.take(claim_id, step, done=…)`: they run in the worker, one after another, and the desk
       shows the claim anew after each before `done` is called; one that hands the claim on says `hands_on`.
    4. A pass that changes nothing sets `also_elsewhere`: it stays there while the claim lies on another desk.
    5. Add the class to `PASSES` in `app/ui/passes/all_passes.py`; keys and panels stand in that order.

    A test finds it with `desk.pass_of(TheClass)`.
    """

    also_elsewhere = False

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(widget)
        self.desk, self.widget = desk, widget
        self.actions: tuple[QAction, ...] = ()
        self.off_bar: frozenset[QAction] = frozenset()
        self.on_sheet: frozenset[QAction] = frozenset()
        self.panel: QWidget | None = None

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """Tell whether a person has anything to do here with this claim."""
        raise NotImplementedError

    def show(self, open_claim: OpenClaim | None) -> None:
        """Lay a claim open that this pass concerns; None where it concerns nothing that lies on the desk."""

    def leave(self) -> None:
        """End what is still under way: the person leaves the desk."""
