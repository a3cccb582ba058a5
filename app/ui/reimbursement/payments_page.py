"""The page of payments: closed reimbursements of a period, the list that is signed of them, and the lists of before."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.domain.payments import KeptList, PaymentChoice, PaymentPreview
from app.domain.persian import persian_digits, rials
from app.domain.receivers import Receiver
from app.services.exports import write_export
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.payment_lists import PaymentLists
from app.services.people import Session
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action
from app.ui.card import PageCard, fill_page
from app.ui.fonts import BODY, LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.receivers.receiver_choice import ReceiverChoice, told_of
from app.ui.reimbursement.payments_choice import PaymentsChoice
from app.ui.reimbursement.payments_tables import KeptTable, ReadyTable
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier


class PaymentsPage(PageOverBill):
    """Takes the place of the bill; an accountant signs here what is paid to insured persons."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._payments: PaymentLists | None = None
        self.shown: PaymentPreview | None = None
        self._on_desk: int | None = None
        self._listed: set[int] = set()
        self._frame = PageCard(self)
        self.heading, self.sums, self.said = QLabel(self), CleanLabel("", self), CleanLabel("", self)
        self.heading.setText(self.tr("پرداخت خسارت متفرقه"))
        self.heading.setFont(font(LARGE, MEDIUM))
        self.choice, self.ready, self.kept = PaymentsChoice(self), ReadyTable(self), KeptTable(self)
        self.preview, self.save_for = SheetPreview(office, self), ReceiverChoice(office, worker, self._frame)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show what is ready and the lists; what was chosen before stays."""
        payments = self._payments = PaymentLists(self.office, session)
        self._pages.setCurrentWidget(self._frame)
        self._say(self.tr("درخواست‌های بسته‌شده خوانده می‌شود…"))
        self._show_preview(None)
        self.choice.take_focus()
        self.worker.start(
            lambda _report: (payments.waiting(), payments.all()),
            done=lambda found: self._on_begun(*found),
            failed=self._on_failed,
        )

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Remember the claim on the desk, whose head says whether it is paid."""
        self._on_desk = open_claim.id if open_claim else None
        self._listed.clear()

    def finish(self) -> None:
        """Wait for what is being drawn."""
        self.preview.finish()

    def write_workbook(self, path: Path) -> None:
        """Write the chosen list as a workbook, for the receiver who was chosen."""
        kept, receiver = self.kept.chosen, self.save_for.chosen
        if kept is not None:
            self._do(
                lambda payments: write_export(self.office, path, payments.workbook(kept), receiver),
                lambda written: self._on_written(written, receiver),
            )

    def _do(self, work: Callable[[PaymentLists], Any], done: Callable[[Any], None]) -> None:
        payments = self._payments
        if payments is not None:
            self.worker.start(lambda _report: work(payments), done=done, failed=self._on_failed)

    def _on_begun(self, waiting: PaymentChoice | None, lists: Sequence[KeptList]) -> None:
        self._show_lists(lists)
        if waiting is None:
            self._say(self.tr("درخواست بسته‌شده‌ای بیرون از فهرست‌ها نمانده است."))
            return
        self._say("")
        self.choice.show_choice(waiting)
        self._look()

    def _look(self) -> None:
        """Show what a list of the chosen period would hold."""
        wanted = self.choice.wanted
        self._show_preview(None)
        if wanted is None:
            self._say(self.choice.fault, "red")
            return
        self.sums.setText(self.tr("درخواست‌های این دوره خوانده می‌شود…"))
        self._say("")
        self._do(lambda payments: payments.preview(wanted), self._on_preview)

    def _on_preview(self, preview: PaymentPreview) -> None:
        if preview.choice == self.choice.wanted:
            self._show_preview(preview)

    def _show_preview(self, preview: PaymentPreview | None) -> None:
        self.shown = preview
        self.ready.show_preview(preview)
        self.sign_action.setEnabled(preview is not None and bool(preview.listed))
        self.open_action.setEnabled(bool(self.ready.requests))
        self.sums.setText("" if preview is None else self._sums(preview))

    def _sums(self, preview: PaymentPreview) -> str:
        if not preview.listed and not preview.held:
            return self.tr("در این دوره درخواست بسته‌شده‌ای بیرون از فهرست‌ها نیست.")
        ready = self.tr("{count} درخواست آماده پرداخت، جمع سهم بیمه‌گر {total} ریال").format(
            count=persian_digits(len(preview.payable)), total=rials(preview.total)
        )
        back = self.tr("{count} درخواست بازپس‌گرفتنی، جمع {total} ریال").format(
            count=persian_digits(len(preview.reclaimed)), total=rials(preview.total_reclaimed)
        )
        held = self.tr("{count} درخواست در فهرست نمی‌آید").format(count=persian_digits(len(preview.held)))
        told = (ready, back if preview.reclaimed else "", held if preview.held else "")
        return "؛ ".join(part for part in told if part)

    def _show_lists(self, lists: Sequence[KeptList]) -> None:
        self.kept.show_lists(lists)
        self._lists_heading.setVisible(bool(lists))
        self.kept.setVisible(bool(lists))
        for act in (self.list_action, self.workbook_action):
            act.setEnabled(bool(lists))

    def _sign(self) -> None:
        shown = self.shown
        if shown is not None:
            self.sign_action.setEnabled(False)
            self._say(self.tr("فهرست امضا می‌شود…"))
            self._do(lambda payments: (payments.make(shown), payments.all()), lambda made: self._on_made(*made))

    def _on_made(self, made: KeptList, lists: Sequence[KeptList]) -> None:
        self._show_lists(lists)
        self._listed.update(request.payment.claim_id for request in made.requests)
        self._look()
        text = self.tr("فهرست پرداخت {number} با {count} درخواست و {total} ریال امضا شد.")
        number, count = persian_digits(made.made.id), persian_digits(len(made.requests))
        said = text.format(number=number, count=count, total=rials(made.total))
        if made.reclaimed:
            back = self.tr("{total} ریال بازپس گرفته می‌شود.").format(total=rials(made.total_reclaimed))
            said = f"{said} {back}"
        self._say(said, "green")
        self.kept.take_focus()
        self.queue_changed.emit()

    def _on_written(self, path: Path, receiver: Receiver | None) -> None:
        said = self.tr("فهرست در {file} نوشته شد.").format(file=identifier(str(path)))
        self._say(told_of(said, receiver), "green")

    def _show_list(self) -> None:
        kept = self.kept.chosen
        if kept is not None:
            self._do(lambda payments: payments.pdf(kept), lambda pdf: self._on_pdf(kept, pdf))

    def _on_pdf(self, kept: KeptList, pdf: bytes) -> None:
        title = self.tr("فهرست پرداخت {number}").format(number=persian_digits(kept.made.id))
        self.preview.show_pdf(pdf, draft=False, file_name=kept.made.file_name, title=title)
        self._pages.setCurrentWidget(self.preview)
        self.preview.setFocus()

    def _open_claim(self) -> None:
        row = self.ready.currentRow()
        if 0 <= row < len(self.ready.requests):
            self.claim_wanted.emit(self.ready.requests[row].claim_id)

    def _ask_place(self) -> None:
        kept = self.kept.chosen
        if kept is not None:
            name, kinds = f"payments-{kept.made.id}", ((self.tr("کارپوشه اکسل"), ".xlsx"),)
            path = self.save_for.ask_place(self.tr("ذخیره فهرست در اکسل"), name, kinds)
            if path is not None:
                self.write_workbook(path)

    def _close(self) -> None:
        """Go back to the bill; one that was put on a list meanwhile is shown anew, for its head says so."""
        if self._on_desk is not None and self._on_desk in self._listed:
            self.claim_wanted.emit(self._on_desk)
        else:
            self.closed.emit()

    def _back(self) -> None:
        """Go back from a list to the page."""
        self._pages.setCurrentWidget(self._frame)
        self.kept.take_focus()

    def _on_failed(self, error: Exception) -> None:
        self._say(sentence_of(error), "red")
        self.sign_action.setEnabled(self.shown is not None and bool(self.shown.listed))

    def _say(self, sentence: str, tone: str = "quiet") -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _make_actions(self) -> None:
        """Make the keys; they belong to the frame, so that they rest while a list lies over it."""
        frame = self._frame
        self.sign_action = action(frame, self.tr("امضا و ساختن فهرست"), "F9")
        self.open_action = action(frame, self.tr("باز کردن سند"), "F2")
        self.list_action = action(frame, self.tr("دیدن فهرست"), "F8")
        self.workbook_action = action(frame, self.tr("اکسل"), "Shift+F8")
        self.close_action = action(frame, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        for act, do in (
            (self.sign_action, self._sign),
            (self.open_action, self._open_claim),
            (self.list_action, self._show_list),
            (self.workbook_action, self._ask_place),
            (self.close_action, self._close),
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())
        self.choice.changed.connect(self._look)
        self.ready.opened.connect(lambda _row: self._open_claim())
        self.kept.opened.connect(lambda _row: self._show_list())
        self.preview.closed.connect(self._back)

    def _lay_out(self) -> None:
        self._lists_heading = QLabel(self.tr("فهرست‌های امضاشده"), self._frame)
        self._lists_heading.setFont(font(BODY, MEDIUM))
        buttons = FlowLayout(spacing=6)
        for act in (
            self.sign_action,
            self.open_action,
            self.list_action,
            self.workbook_action,
            self.close_action,
        ):
            buttons.addWidget(action_button(act, self._frame))
        buttons.addWidget(self.save_for)
        inside = self._frame.parts
        for widget, stretch in (
            (self.heading, 0),
            (self.choice, 0),
            (self.sums, 0),
            (self.ready, 3),
            (self._lists_heading, 0),
            (self.kept, 2),
            (self.said, 0),
        ):
            inside.addWidget(widget, stretch)
        inside.addLayout(buttons)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._frame)
        self._pages.addWidget(self.preview)
        fill_page(self, self._pages)
