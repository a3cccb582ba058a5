"""The requests of a month with their papers; one key says of the paper under the keys whether it came."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain.papers import FORM_FACT, Paper, PaperList
from app.domain.persian import date_text
from app.ui.answers.answer_editors import NO_KEYS, YES_KEYS
from app.ui.answers.value_names import value_name
from app.ui.bill.key_cap import typed
from app.ui.bill.names import KINDS, name_of
from app.ui.reading_table import ReadingTable
from app.ui.text import NOTHING, identifier, sentence
from app.ui.theme import AMBER, GREEN, QUIET, RED

DAY, FORM, DELIVERED = 2, 3, 4


class PaperTable(ReadingTable):
    """ب or Y says that the paper came, خ or N that it did not; the keys go on to the next paper at once.

    Signals:
        said: number of a claim in the office, whether its paper came.
        claim_wanted: number of a claim that is to be opened.
    """

    said = Signal(int, bool)
    claim_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("", "", "", "", ""), parent)
        self.setHorizontalHeaderLabels(
            [self.tr("سند"), self.tr("بیمه‌شده"), self.tr("روز خدمت"), self.tr("نوع درخواست"), self.tr("اصل برگ")]
        )
        self.setAccessibleName(self.tr("برگ‌های ماه"))
        self.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in (DAY, FORM, DELIVERED):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.papers: tuple[Paper, ...] = ()
        self._under_way: set[int] = set()
        self.activated.connect(lambda _index: self._open())

    @property
    def current(self) -> Paper | None:
        """The request under the keys."""
        place = self.currentRow()
        return self.papers[place] if 0 <= place < len(self.papers) else None

    def show_papers(self, listed: PaperList) -> None:
        """Show the requests of a month; the keys stay, at first on the first paper that is not counted."""
        before = self.current
        self.papers = listed.papers
        self._under_way.clear()
        filling = QSignalBlocker(self)
        self.show_rows(
            [self._texts(paper) for paper in self.papers],
            marked=DELIVERED,
            colours=[_colour(paper) for paper in self.papers],
        )
        numbers = [paper.claim_id for paper in self.papers]
        if before is not None and before.claim_id in numbers:
            self.setCurrentCell(numbers.index(before.claim_id), 0)
        else:
            self.setCurrentCell(max(self._next_left(-1), 0), 0)
        filling.unblock()

    def show_paper(self, paper: Paper) -> None:
        """Show what was said of one paper; the keys stay where they are."""
        place = self._end(paper.claim_id)
        if place is not None:
            self.papers = (*self.papers[:place], paper, *self.papers[place + 1 :])
            self.show_row(place, self._texts(paper), marked=DELIVERED, colour=_colour(paper))

    def show_refused(self, claim_id: int) -> None:
        """Show that what was to be said of a paper was not said."""
        place = self._end(claim_id)
        if place is not None:
            self.show_row(place, self._texts(self.papers[place]), marked=DELIVERED, colour=_colour(self.papers[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say of the paper under the keys whether it came; every other key moves."""
        paper, character = self.current, typed(event)
        if paper is None or character not in YES_KEYS | NO_KEYS:
            super().keyPressEvent(event)
        elif paper.may_be_ticked:
            self._under_way.add(paper.claim_id)
            self.said.emit(paper.claim_id, character in YES_KEYS)
            self.setCurrentCell(max(self._next_left(self.currentRow()), 0), 0)

    def _end(self, claim_id: int) -> int | None:
        """Return the place of a paper of which something was to be said, as that has ended."""
        self._under_way.discard(claim_id)
        return next((place for place, paper in enumerate(self.papers) if paper.claim_id == claim_id), None)

    def _next_left(self, after: int) -> int:
        """Return the place of the next paper that is not counted, after the last one again the first; -1 for none."""
        left = [place for place, paper in enumerate(self.papers) if self._is_left(paper)]
        return next((place for place in left if place > after), left[0] if left else -1)

    def _is_left(self, paper: Paper) -> bool:
        return paper.may_be_ticked and paper.delivered is None and paper.claim_id not in self._under_way

    def _open(self) -> None:
        if self.current is not None:
            self.claim_wanted.emit(self.current.claim_id)

    def _texts(self, paper: Paper) -> tuple[str, ...]:
        patient = sentence(paper.patient.name or NOTHING)
        return (
            f"{identifier(paper.number)}\n{name_of(KINDS, paper.kind)}",
            f"{patient}\n{identifier(paper.patient.id)}",
            date_text(paper.day) if paper.day else NOTHING,
            value_name(FORM_FACT, paper.form) if paper.form else self.tr("خوانده نشده"),
            self._delivered(paper),
        )

    def _delivered(self, paper: Paper) -> str:
        if not paper.needed:
            return NOTHING
        if paper.delivered is None:
            return self.tr("شمرده نشده")
        return self.tr("تحویل شد") if paper.delivered else self.tr("تحویل نشد")


def _colour(paper: Paper) -> QColor:
    if not paper.needed:
        return QUIET
    return {True: GREEN, False: RED, None: AMBER}[paper.delivered]
