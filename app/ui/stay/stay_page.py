"""The stay beside the bill: times, global operation, transfer and documents below one another; the keys go through all.

Of a claim without a stay there is only the transfer.
"""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.services.open_claim import OpenClaim
from app.services.stay.global_view import GlobalView
from app.services.stay.papers import PaperCost
from app.services.stay.stay_room import Stay
from app.services.stay.times import TimeLine
from app.ui.bill.clean_label import CleanLabel
from app.ui.stay.global_card import GlobalCard
from app.ui.stay.papers_card import PapersCard
from app.ui.stay.times_card import TimesCard
from app.ui.stay.transfer_card import TransferCard

SEEN_AROUND = 24
Card = TypeVar("Card", bound=QWidget)


class StayPage(QScrollArea):
    """The stay of one claim.

    Signals:
        line_pointed: number of the line on which the keys stand.
        line_wanted: number of the line to which a person wants to go on the bill.
        paper_turned: a PaperTurn of a person.
        answered: fact, line number or None, value: of what hangs on the papers besides, or of a transfer.
        rule_wanted: id of a rule to be read in the rule book.
    """

    line_pointed = Signal(int)
    line_wanted = Signal(int)
    paper_turned = Signal(object)
    answered = Signal(str, object, object)
    rule_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.times: TimesCard | None = None
        self.global_card: GlobalCard | None = None
        self.transfer, self.papers = TransferCard(), PapersCard()
        self._claim_id: int | None = None
        self._loading = CleanLabel(self.tr("آنچه در کنار صورت‌حساب است خوانده می‌شود…"), tone="quiet")
        self._inside = self._content()
        self.setWidget(self._inside)
        self.transfer.answered.connect(self.answered)
        self.transfer.rule_wanted.connect(self.rule_wanted)
        self.transfer.left.connect(lambda step: self._step(self.transfer, step))
        self.papers.paper_turned.connect(self.paper_turned)
        self.papers.answered.connect(self.answered)
        self.papers.list.rule_wanted.connect(self.rule_wanted)
        self.papers.list.left.connect(lambda step: self._step(self.papers, step))
        self.papers.list.row_shown.connect(self._show_row)

    def begin(self, claim_id: int) -> None:
        """Wait for the stay of a claim; the same claim stays as it is seen until it is there anew."""
        if claim_id == self._claim_id:
            return
        self._claim_id = claim_id
        for card in (self.transfer, self.papers):
            card.forget()
            card.hide()
        self._show_times(None)
        self._show_global(None, None)
        self._loading.show()
        self.verticalScrollBar().setValue(0)

    def show_stay(self, open_claim: OpenClaim, stay: Stay) -> None:
        """Show the stay of the claim that was begun; where the keys stand they stay."""
        if stay.claim_id != self._claim_id:
            return
        self._loading.hide()
        waiting = self.hasFocus()
        if (None if self.times is None else self.times.times) != stay.times:
            self._show_times(stay.times)
        if self.global_card is None or self.global_card.view != stay.global_view:
            self._show_global(stay.global_view, open_claim)
        if stay.transfer is not None:
            self.transfer.show_transfer(stay.transfer, editable=open_claim.editable)
        self.transfer.setVisible(stay.transfer is not None)
        self.papers.setVisible(stay.papers is not None)
        if stay.papers is not None:
            self.papers.show_papers(stay.papers, stay.further, editable=open_claim.editable)
        if waiting:
            self.take_focus()

    def show_cost(self, claim_id: int, cost: PaperCost) -> None:
        """Show what a document or fault costs."""
        if claim_id == self._claim_id:
            self.papers.show_cost(cost)

    def take_focus(self) -> None:
        """Take the keys: where they were on this page, else to its first part."""
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self and self.isAncestorOf(focused):
            return
        if not any(self._give(part, last=False) for part in self._parts()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll where no part took the key."""
        bar, key = self.verticalScrollBar(), event.key()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if key in steps:
            bar.setValue(bar.value() + steps[Qt.Key(key)])
        else:
            event.ignore()

    def _content(self) -> QWidget:
        content = QWidget()
        content.setProperty("role", "scrolled")
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(12, 8, 12, 8)
        self._box.setSpacing(8)
        self._box.addWidget(self._loading)
        self._box.addWidget(self.transfer)
        self._box.addWidget(self.papers)
        self._box.addStretch(1)
        return content

    def _parts(self) -> list[QWidget]:
        made = (part for part in (self.times, self.global_card) if part is not None)
        return [*made, *(part for part in (self.transfer, self.papers) if not part.isHidden())]

    def _give(self, part: QWidget, *, last: bool) -> bool:
        if isinstance(part, (TimesCard, GlobalCard, TransferCard)):
            given = part.take_focus(last=last)
        else:
            self.papers.list.setFocus()
            given = True
        focused = QApplication.focusWidget()
        if given and focused is not None:
            self.ensureWidgetVisible(focused, 0, SEEN_AROUND)
        return given

    def _step(self, part: QWidget, step: int) -> None:
        """Give the keys to the next part that takes them; at the ends they stay."""
        parts = self._parts()
        place = parts.index(part)
        following = parts[place + 1 :] if step > 0 else list(reversed(parts[:place]))
        if not any(self._give(other, last=step < 0) for other in following):
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum() if step > 0 else bar.minimum())

    def _show_row(self, top: int, height: int) -> None:
        """Keep the row under the keys visible."""
        inside = self.papers.list.mapTo(self._inside, QPoint(0, top + height // 2))
        self.ensureVisible(inside.x(), inside.y(), 0, height + SEEN_AROUND)

    def _show_times(self, times: TimeLine | None) -> None:
        had_keys = self.times is not None and self.times.isAncestorOf(QApplication.focusWidget() or self)
        self.times = _replaced(self._box, self.times, None if times is None else TimesCard(times), 1)
        if self.times is not None:
            card = self.times
            card.line_pointed.connect(self.line_pointed)
            card.line_wanted.connect(self.line_wanted)
            card.left.connect(lambda step: self._step(card, step))
            if had_keys:
                card.take_focus()

    def _show_global(self, view: GlobalView | None, open_claim: OpenClaim | None) -> None:
        made = None if view is None or open_claim is None else GlobalCard(view, open_claim)
        place = 1 if self.times is None else 2
        self.global_card = _replaced(self._box, self.global_card, made, place)
        if self.global_card is not None:
            card = self.global_card
            card.line_wanted.connect(self.line_wanted)
            card.rule_wanted.connect(self.rule_wanted)
            card.left.connect(lambda step: self._step(card, step))


def _replaced(box: QVBoxLayout, old: Card | None, new: Card | None, place: int) -> Card | None:
    """Put a card in the place of another, which goes later: a key pressed in it may have brought the new one."""
    if old is not None:
        box.removeWidget(old)
        old.hide()
        old.deleteLater()
    if new is not None:
        box.insertWidget(place, new)
    return new
