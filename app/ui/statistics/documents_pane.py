"""The documents behind a bar, the one that adds most first; from here to the desk."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.statistics import CountedClaim
from app.services.statistics import PAGE
from app.ui.bill.clean_label import CleanLabel
from app.ui.card import Card
from app.ui.fonts import LARGE, MEDIUM, SMALL
from app.ui.statistics.bar_list import BarList
from app.ui.statistics.bars import Bar
from app.ui.statistics.wording import bar_of_document


class DocumentsPane(QWidget):
    """What a bar is made of.

    Signals:
        claim_wanted: number of the claim that is to lie on the desk.
        more_wanted: how many documents are shown already; those after them are wanted.
    """

    claim_wanted = Signal(int)
    more_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar: Bar | None = None
        self.heading = CleanLabel("", self, points=LARGE, weight=MEDIUM)
        self.about = CleanLabel("", self, tone="quiet", points=SMALL)
        self.list = BarList(self)
        self.list.setAccessibleName(self.tr("سندها"))
        self.setFocusProxy(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.heading)
        box.addWidget(self.about)
        box.addWidget(Card(self.list, 6), 1)
        self.list.chosen.connect(lambda bar: self.claim_wanted.emit(bar.behind))
        self.list.model_of_bars.more_wanted.connect(lambda: self.more_wanted.emit(self.list.count))

    def show_bar(self, bar: Bar) -> None:
        """Begin with the documents of a bar; they come later."""
        self.say_bar(bar)
        self.list.show_bars(())

    def say_bar(self, bar: Bar) -> None:
        """Say of which bar the documents are."""
        self.bar = bar
        self.heading.setText(self.tr("سندهای {bar}").format(bar=bar.name))
        self.about.setText(" · ".join(text for text in (bar.figure, bar.note, bar.detail) if text))

    def show_documents(self, found: Sequence[CountedClaim]) -> None:
        """Show the first documents."""
        self.list.show_bars([bar_of_document(claim) for claim in found], complete=len(found) < PAGE)

    def show_more(self, found: Sequence[CountedClaim]) -> None:
        """Show further documents."""
        self.list.append([bar_of_document(claim) for claim in found], complete=len(found) < PAGE)
