"""The tables of the payments page: what is ready to be paid, and the lists that were signed."""

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain.identity import iban_groups
from app.domain.payments import ClosedRequest, KeptList, PaymentPreview
from app.domain.persian import date_text, persian_digits, rials
from app.ui.bill.names import INSURERS, name_of
from app.ui.reading_table import ReadingTable
from app.ui.text import identifier
from app.ui.theme import AMBER, GREEN, INK, RED

LONGEST_GROUND = 160
"""Letters of a reason that the table shows; the signed list has all of it, and the claim that lies behind the row."""


class _Table(ReadingTable):
    """A table of which one row is chosen; Enter opens it.

    Signals:
        opened: place of the row that is to be opened.
    """

    opened = Signal(int)

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(headings, parent)
        self.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def choose_first(self) -> None:
        """Choose the first row, where there is one."""
        if self.rowCount():
            self.setCurrentCell(0, 0)

    def take_focus(self) -> None:
        """Give the keys to the rows."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit_columns(self, *columns: int) -> None:
        """Let columns be as wide as their texts."""
        for column in columns:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


class ReadyTable(_Table):
    """The closed requests of a period: what a list would pay, what it reclaims, then what it leaves out and why."""

    NOTE = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        headings = (
            self.tr("درخواست"),
            self.tr("بیمه‌شده و شماره شبا"),
            self.tr("مبلغ"),
            self.tr("در فهرست"),
        )
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(self.tr("درخواست‌های بسته‌شده"))
        self.fit_columns(0, 1, 2)
        self.requests: tuple[ClosedRequest, ...] = ()

    def show_preview(self, preview: PaymentPreview | None) -> None:
        """Show what a list would hold; None shows nothing."""
        self.requests = () if preview is None else (*preview.listed, *preview.held)
        colours = [_colour(request) for request in self.requests]
        self.show_rows([self._texts(request) for request in self.requests], marked=self.NOTE, colours=colours)
        self.horizontalHeader().setVisible(bool(self.requests))
        self.choose_first()

    def _texts(self, request: ClosedRequest) -> tuple[str, ...]:
        patient = request.claim.patient
        iban = request.payment.iban
        return (
            f"{identifier(request.claim.id)}\n{date_text(request.closed_on)}",
            f"{patient.name or identifier(patient.id)}\n{identifier(iban_groups(iban)) if iban else '—'}",
            rials(request.amount),
            self._note(request),
        )

    def _note(self, request: ClosedRequest) -> str:
        """Say whether a list takes a request in, and of one that was paid before what has become of it."""
        going = self.tr("بازپس گرفته می‌شود") if request.payment.reclaims else self.tr("آماده پرداخت")
        grounds = (shorten(ground, LONGEST_GROUND, placeholder="…") for ground in request.grounds)
        notes = (request.why_held or going, request.difference, *grounds, request.account_changed)
        return "\n".join(note for note in notes if note)


def _colour(request: ClosedRequest) -> QColor:
    if request.why_held:
        return AMBER
    return RED if request.payment.reclaims else GREEN


class KeptTable(_Table):
    """The signed lists, the latest first."""

    NOTE = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        headings = (
            self.tr("فهرست"),
            self.tr("بیمه‌گر"),
            self.tr("امضا"),
            self.tr("جمع پرداخت"),
            self.tr("درخواست‌ها"),
        )
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(self.tr("فهرست‌های امضاشده"))
        self.fit_columns(0, 3)
        self.lists: tuple[KeptList, ...] = ()

    @property
    def chosen(self) -> KeptList | None:
        """The list whose row is chosen."""
        row = self.currentRow()
        return self.lists[row] if 0 <= row < len(self.lists) else None

    def show_lists(self, lists: Sequence[KeptList]) -> None:
        """Show the lists; the latest is chosen."""
        self.lists = tuple(lists)
        colours = [AMBER if kept.objected else INK for kept in lists]
        self.show_rows([_list_texts(kept) for kept in lists], marked=self.NOTE, colours=colours)
        self.choose_first()


def _list_texts(kept: KeptList) -> tuple[str, ...]:
    count = QCoreApplication.translate("payments", "{count} درخواست").format(count=persian_digits(len(kept.requests)))
    if kept.objected:
        objected = QCoreApplication.translate("payments", "به {count} درخواست پس از فهرست اعتراض شده است")
        count = f"{count}؛ {objected.format(count=persian_digits(kept.objected))}"
    if kept.reclaimed:
        back = QCoreApplication.translate("payments", "{total} ریال بازپس‌گرفتنی")
        count = f"{count}؛ {back.format(total=rials(kept.total_reclaimed))}"
    return (
        persian_digits(kept.made.id),
        name_of(INSURERS, kept.made.insurer),
        f"{kept.maker}، {date_text(kept.made_on)}",
        rials(kept.total),
        count,
    )
