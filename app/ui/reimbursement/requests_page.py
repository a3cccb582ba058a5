"""The page of reimbursement requests: how far each has come, the sheet for its insured person, and all as a file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedWidget, QWidget

from app.domain.persian import persian_digits
from app.domain.receivers import Receiver
from app.domain.request_status import RequestStep
from app.services.exports import kind_of, write_export
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.paper_bills import PaperBills
from app.services.people import Session
from app.services.reimbursements import Reimbursements, RequestRow
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action
from app.ui.bill.state_page import StatePage
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.reading_table import ReadingTable
from app.ui.receivers.receiver_choice import ReceiverChoice, told_of
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier
from app.ui.theme import AMBER, GREEN, INK, RED

STATUS_COLUMN = 2
COLOURS = {
    RequestStep.WAITING_FOR_PAPERS: AMBER,
    RequestStep.DECIDED: GREEN,
    RequestStep.SENT_FOR_PAYMENT: GREEN,
    RequestStep.REFUSED: RED,
}


class RequestsPage(PageOverBill):
    """Takes the place of the bill; the request of the claim on the desk is chosen at first."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._work: Reimbursements | None = None
        self._bills: PaperBills | None = None
        self._wanted: int | None = None
        self.rows: tuple[RequestRow, ...] = ()
        self._frame = PageCard(self)
        self.heading, self.said = QLabel(self.tr("درخواست‌های خسارت متفرقه"), self), CleanLabel("", self)
        self.heading.setFont(font(LARGE, MEDIUM))
        headings = self.tr("درخواست"), self.tr("بیمه‌شده"), self.tr("وضعیت"), self.tr("شرح")
        self.table, self.state, self.preview = ReadingTable(headings, self), StatePage(self), SheetPreview(office, self)
        self.save_for = ReceiverChoice(office, worker, self._frame)
        self._make_actions()
        self._lay_out()

    def begin(self, session: Session) -> None:
        """Read the requests anew."""
        work = self._work = Reimbursements(self.office, session)
        self._bills = PaperBills(self.office, session)
        self._pages.setCurrentWidget(self._frame)
        self._say("")
        self._show_state(self.tr("درخواست‌ها خوانده می‌شود…"), "")
        self.worker.start(lambda _report: work.requests(), done=self._on_rows, failed=self._on_not_read)

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """The request of the claim on the desk is what a person asks for first."""
        if open_claim is not None:
            self._wanted = open_claim.id

    def finish(self) -> None:
        """Wait for what is being drawn."""
        self.preview.finish()

    @property
    def chosen(self) -> RequestRow | None:
        """The request whose row is chosen."""
        row = self.table.currentRow()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def write_to(self, path: Path) -> None:
        """Write all statuses for the receiver who was chosen: as CSV where the name says so, else as a workbook."""
        rows, receiver = self.rows, self.save_for.chosen

        def write(work: Reimbursements) -> Path:
            content = work.table(rows) if kind_of(path) == ".csv" else work.workbook(rows)
            return write_export(self.office, path, content, receiver)

        self._do(write, lambda written: self._on_written(len(rows), written, receiver))

    def _do(self, work: Callable[[Reimbursements], Any], done: Callable[[Any], None]) -> None:
        requests = self._work
        if requests is not None:
            self.worker.start(lambda _report: work(requests), done=done, failed=self._on_failed)

    def _on_rows(self, rows: tuple[RequestRow, ...]) -> None:
        self.rows = rows
        for act in (self.sheet_action, self.open_action, self.export_action, self.centres_action):
            act.setEnabled(bool(rows))
        if not rows:
            self._show_state(
                self.tr("درخواستی نیست"), self.tr("پرونده درخواست بیمه‌شده مانند هر پرونده سند وارد می‌شود.")
            )
            return
        colours = [COLOURS.get(row.status.step, INK) for row in rows]
        self.table.show_rows([_texts(row) for row in rows], marked=STATUS_COLUMN, colours=colours)
        numbers = [row.claim_id for row in rows]
        self.table.setCurrentCell(numbers.index(self._wanted) if self._wanted in numbers else 0, 0)
        self._middle.setCurrentWidget(self.table)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_read(self, error: Exception) -> None:
        self._show_state(self.tr("درخواست‌ها خوانده نشد"), sentence_of(error))

    def _show_state(self, heading: str, sentence: str) -> None:
        self.state.say(heading, sentence)
        self._middle.setCurrentWidget(self.state)

    def _show_sheet(self) -> None:
        row = self.chosen
        if row is not None:
            self._do(lambda work: work.sheet(row.claim_id), lambda pdf: self._on_sheet(row, pdf))

    def _on_sheet(self, row: RequestRow, pdf: bytes) -> None:
        title = self.tr("وضعیت درخواست {number}").format(number=identifier(row.claim.id))
        self.preview.show_pdf(pdf, draft=False, file_name=f"request-{row.claim_id}.pdf", title=title)
        self._pages.setCurrentWidget(self.preview)
        self.preview.setFocus()

    def _show_centres(self) -> None:
        bills = self._bills
        if bills is not None:
            self.worker.start(lambda _report: bills.sheet(), done=self._on_centres, failed=self._on_failed)

    def _on_centres(self, pdf: bytes) -> None:
        title = self.tr("مراکزی که صورتحساب را به سپاس نفرستاده‌اند")
        self.preview.show_pdf(pdf, draft=False, file_name="reported-centres.pdf", title=title)
        self._pages.setCurrentWidget(self.preview)
        self.preview.setFocus()

    def _on_written(self, count: int, path: Path, receiver: Receiver | None) -> None:
        said = self.tr("وضعیت {count} درخواست در {file} نوشته شد.").format(
            count=persian_digits(count), file=identifier(str(path))
        )
        self._say(told_of(said, receiver), "green")

    def _open_claim(self) -> None:
        row = self.chosen
        if row is not None:
            self.claim_wanted.emit(row.claim_id)

    def _ask_place(self) -> None:
        kinds = (self.tr("کارپوشه اکسل"), ".xlsx"), (self.tr("جدول متنی"), ".csv")
        path = self.save_for.ask_place(self.tr("ذخیره وضعیت‌ها"), "requests", kinds)
        if path is not None:
            self.write_to(path)

    def _back(self) -> None:
        self._pages.setCurrentWidget(self._frame)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: Exception) -> None:
        self._say(sentence_of(error), "red")

    def _say(self, sentence: str, tone: str = "quiet") -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _make_actions(self) -> None:
        """Make the keys; they belong to the frame, so that they rest while a sheet lies over it."""
        frame = self._frame
        self.sheet_action = action(frame, self.tr("برگ وضعیت"), "F8")
        self.open_action = action(frame, self.tr("باز کردن سند"), "F2")
        self.export_action = action(frame, self.tr("اکسل یا CSV"), "Shift+F8")
        self.centres_action = action(frame, self.tr("مراکز گزارش‌شدنی"), "F7")
        self.close_action = action(frame, self.tr("بازگشت"), "Esc")
        for act, do in (
            (self.sheet_action, self._show_sheet),
            (self.open_action, self._open_claim),
            (self.export_action, self._ask_place),
            (self.centres_action, self._show_centres),
            (self.close_action, self.closed.emit),
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())
        self.table.activated.connect(lambda _index: self._open_claim())
        self.preview.closed.connect(self._back)

    def _lay_out(self) -> None:
        self.table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.heading.text())
        for column in (0, 1, STATUS_COLUMN):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._middle = QStackedWidget(self._frame)
        for part in (self.table, self.state):
            self._middle.addWidget(part)
        buttons = FlowLayout(spacing=6)
        for act in (self.sheet_action, self.open_action, self.export_action, self.centres_action, self.close_action):
            buttons.addWidget(action_button(act, self._frame))
        buttons.addWidget(self.save_for)
        inside = self._frame.parts
        inside.addWidget(self.heading)
        inside.addWidget(self._middle, 1)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._frame)
        self._pages.addWidget(self.preview)
        fill_page(self, self._pages)


def _texts(row: RequestRow) -> tuple[str, ...]:
    status, patient = row.status, row.claim.patient
    said = " ".join(part for part in (status.sentence, status.after_payment) if part)
    return (
        identifier(row.claim.id),
        patient.name or identifier(patient.id),
        status.name,
        said,
    )
