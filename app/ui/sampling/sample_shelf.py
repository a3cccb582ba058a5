"""The samples that were drawn, the latest first, each with what has come of it so far."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from app.domain.persian import persian_digits, rials
from app.services.sample_views import SampleEntry
from app.ui.bill.names import name_of
from app.ui.bill.state_page import StatePage
from app.ui.reading_table import ReadingTable
from app.ui.sampling.names import METHODS
from app.ui.text import local_moment
from app.ui.theme import AMBER, GREEN, RED

RESULT_COLUMN = 5


class SampleShelf(QWidget):
    """A table of samples; an office without any says how the first one is drawn.

    Signals:
        opened: number of the sample that is to be looked at.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples: tuple[SampleEntry, ...] = ()
        headings = (
            self.tr("نمونه"),
            self.tr("شیوه"),
            self.tr("کشیده‌شده"),
            self.tr("ناظر"),
            self.tr("از میان"),
            self.tr("نتیجه"),
        )
        self.table, self.state = ReadingTable(headings, self), StatePage(self)
        self.table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("نمونه‌ها"))
        for column in (0, 2, 4):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.activated.connect(lambda index: self._open(index.row()))
        self._pages = QStackedWidget(self)
        for page in (self.table, self.state):
            self._pages.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)

    def show_loading(self) -> None:
        """Say that the samples are on their way."""
        self._say(self.tr("نمونه‌ها خوانده می‌شود…"), "")

    def show_error(self, sentence: str) -> None:
        """Say why there is nothing to see; the sentence names the remedy."""
        self._say(self.tr("نمونه‌ها خوانده نشد"), sentence)

    def show_samples(self, samples: Sequence[SampleEntry]) -> None:
        """Show the samples; the chosen one stays chosen."""
        row = max(0, self.table.currentRow())
        self.samples = tuple(samples)
        if not samples:
            self._say(
                self.tr("هنوز نمونه‌ای نیست"),
                self.tr("با Ctrl+N نمونه‌ای از سندهای امضاشده بکشید که کسی در آن‌ها از ضابطه جدا نشده است."),
            )
            return
        self.table.show_rows(
            [_texts(entry) for entry in samples],
            marked=RESULT_COLUMN,
            colours=[_colour(entry) for entry in samples],
        )
        self.table.setCurrentCell(min(row, len(samples) - 1), 0)
        self._pages.setCurrentWidget(self.table)

    def take_focus(self) -> None:
        """Give the keys to the samples."""
        (self.table if self.samples else self.state).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, heading: str, sentence: str) -> None:
        self.state.say(heading, sentence)
        self._pages.setCurrentWidget(self.state)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.samples):
            self.opened.emit(self.samples[row].sample.id)


def _texts(entry: SampleEntry) -> tuple[str, ...]:
    sample, progress = entry.sample, entry.progress
    candidates = sample.criteria.get("candidates")
    seen = f"{persian_digits(progress.looked_at)}/{persian_digits(progress.drawn)}"
    result = QCoreApplication.translate("sampling", "{seen} دیده، {not_agreed} ناموافق")
    return (
        persian_digits(sample.id),
        name_of(METHODS, sample.method),
        local_moment(sample.drawn_at),
        entry.drawn_by,
        "" if candidates is None else rials(candidates),
        result.format(seen=seen, not_agreed=persian_digits(progress.not_agreed)),
    )


def _colour(entry: SampleEntry) -> QColor:
    if entry.progress.waiting:
        return AMBER
    return RED if entry.progress.not_agreed else GREEN
