"""The inquiries that were typed in, the latest first, with a field to search them by number or tracking code."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from app.domain.inquiries import Inquiry, tracking_text
from app.domain.persian import date_text
from app.ui.bill.names import name_of
from app.ui.bill.state_page import StatePage
from app.ui.eligibility.words import ANSWERS, KINDS, WAYS
from app.ui.queue.search_field import SearchField
from app.ui.reading_table import ReadingTable
from app.ui.text import NOTHING, identifier, local_moment
from app.ui.theme import GREEN, RED

TYPING_PAUSE_MS = 150
ANSWER = 2


class TypedList(QWidget):
    """A table under a field.

    Signals:
        words_changed: what is looked for now.
        chosen: the Inquiry on which Enter was pressed, or that was clicked twice.
    """

    words_changed = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.state, self.table = SearchField("", self), StatePage(self), self._make_table()
        self.field.cap.hide()
        self.field.setPlaceholderText(self.tr("شماره بیمه‌شده یا کد رهگیری"))
        self._inquiries: tuple[Inquiry, ...] = ()
        self.table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.table.activated.connect(lambda index: self.chosen.emit(self._inquiries[index.row()]))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._typing.timeout.connect(lambda: self.words_changed.emit(self.field.text()))
        self.field.textEdited.connect(lambda _text: self._typing.start())
        self.setFocusProxy(self.field)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.state)
        self._pages.addWidget(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.field)
        box.addWidget(pages, 1)

    def show_inquiries(self, inquiries: Sequence[Inquiry]) -> None:
        """Show inquiries, or that there are none."""
        self._inquiries = tuple(inquiries)
        colours = [GREEN if inquiry.covered else RED for inquiry in inquiries]
        self.table.show_rows([_texts(inquiry) for inquiry in inquiries], marked=ANSWER, colours=colours)
        if inquiries:
            self._pages.setCurrentWidget(self.table)
            return
        sought = self.field.text().strip()
        heading = self.tr("استعلامی با این نشانی نیست") if sought else self.tr("هنوز استعلامی ثبت نشده است")
        self.state.say(heading, self.tr("هر استعلام یک بار نوشته می‌شود و برای همه سندهای آن بیمه‌شده و آن روز است."))
        self._pages.setCurrentWidget(self.state)

    def _make_table(self) -> ReadingTable:
        headings = (
            self.tr("شماره بیمه‌شده"),
            self.tr("روز خدمت"),
            self.tr("پاسخ"),
            self.tr("کد رهگیری"),
            self.tr("استعلام"),
            self.tr("ثبت"),
        )
        table = ReadingTable(headings, self)
        table.setAccessibleName(self.tr("استعلام‌های ثبت‌شده"))
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table


def _texts(inquiry: Inquiry) -> tuple[str, ...]:
    answer = name_of(ANSWERS, inquiry.covered)
    if inquiry.valid_to is not None:
        answer = f"{answer}\n{date_text(inquiry.valid_to)}"
    return (
        identifier(inquiry.patient_id),
        date_text(inquiry.day),
        answer,
        tracking_text(inquiry.tracking_code) if inquiry.tracking_code else NOTHING,
        f"{date_text(inquiry.asked_on)}\n{name_of(WAYS, inquiry.way)}\n{name_of(KINDS, inquiry.special)}",
        local_moment(inquiry.recorded_at),
    )
