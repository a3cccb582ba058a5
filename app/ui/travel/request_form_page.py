"""The request form of the claim on the desk: what stands on it, what is blank, and the form on paper."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedWidget, QWidget

from app.domain.persian import persian_digits
from app.domain.request_form import RequestForm, RequestKind
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.request_forms import RequestForms, kind_of
from app.services.stay.transfer import may_be_transferred
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.reading_table import ReadingTable
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.tasks import Worker, sentence_of
from app.ui.theme import AMBER, INK


class RequestFormPage(PageOverBill):
    """Takes the place of the bill; without a claim it prints blank forms."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self._claim: OpenClaim | None = None
        self.form: RequestForm | None = None
        self.heading, self.missing, self.said = QLabel(self), CleanLabel("", self), CleanLabel("", self)
        self.table = ReadingTable([self.tr("خانه فرم"), self.tr("آنچه هست")], self)
        self.preview = SheetPreview(office, self)
        self._frame = PageCard(self)
        self._make_actions()
        self._lay_out()

    def begin(self, session: Session) -> None:
        """Show the form of the claim on the desk."""
        self._session = session
        self._say("")
        self._pages.setCurrentWidget(self._frame)
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take the claim that now lies on the desk."""
        self._claim = open_claim
        if self.isVisible():
            self._show()

    def finish(self) -> None:
        """Wait for what is being drawn."""
        self.preview.finish()

    def _do(self, work: Callable[[RequestForms], Any], done: Callable[[Any], None]) -> None:
        session = self._session
        if session is not None:
            forms = RequestForms(self.office, session)
            self.worker.start(lambda _report: work(forms), done=done, failed=self._on_failed)

    def _show(self) -> None:
        claim = self._claim
        kind = None if claim is None else kind_of(claim.claim)
        self.print_action.setVisible(kind is not None)
        self.table.setVisible(kind is not None)
        self.form = None
        if claim is not None and kind is not None:
            self._do(lambda forms: forms.of_claim(kind, claim), lambda form: self._on_form(claim, form))
        elif claim is not None and may_be_transferred(claim):
            unread = self.tr("از انتقال این بیمار چیزی خوانده نشده است؛ با Ctrl+5 آن را بنویسید.")
            self.missing.say(self.tr("{unread} فرم خالی را می‌توان چاپ کرد.").format(unread=unread), "quiet")
        else:
            self.missing.say(self.tr("سند روی میز اعزام یا انتقال نیست؛ فرم خالی را می‌توان چاپ کرد."), "quiet")

    def _on_form(self, claim: OpenClaim, form: RequestForm) -> None:
        if claim is not self._claim:
            return
        self.form = form
        blank = self.tr("خالی")
        rows = [(field.title, field.value or blank) for field in form.fields]
        self.table.show_rows(rows, marked=1, colours=[AMBER if field.is_missing else INK for field in form.fields])
        missing = "، ".join(field.title for field in form.missing)
        count = persian_digits(len(form.missing))
        if missing:
            text = self.tr("{count} خانه که فرم می‌خواهد خالی است؛ با کاغذ بسنجید: {missing}.")
            self.missing.say(text.format(count=count, missing=missing), "amber")
        else:
            self.missing.say(self.tr("هیچ خانه‌ای که فرم می‌خواهد خالی نیست."), "green")

    def _print(self) -> None:
        if self.form is not None:
            self._draw(self.form)

    def _print_blank(self, kind: RequestKind) -> None:
        self._do(lambda forms: forms.blank(kind), self._draw)

    def _draw(self, form: RequestForm) -> None:
        def drawn(pdf: bytes) -> None:
            name = f"{form.kind.value}-request.pdf"
            self.preview.show_pdf(pdf, draft=False, file_name=name, title=form.title)
            self._pages.setCurrentWidget(self.preview)
            self.preview.setFocus()

        self._do(lambda forms: forms.draw(form), drawn)

    def _on_failed(self, error: Exception) -> None:
        self._say(sentence_of(error), "red")

    def _say(self, sentence: str, tone: str = "quiet") -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _make_actions(self) -> None:
        """Make the keys; they belong to the frame, so that they rest while a form lies over it."""
        self.print_action = action(self._frame, self.tr("چاپ فرم"), "F8")
        self.blank_travel = action(self._frame, self.tr("فرم خالی سفر"), "F2")
        self.blank_transfer = action(self._frame, self.tr("فرم خالی انتقال"), "F4")
        self.close_action = action(self._frame, self.tr("بازگشت"), "Esc")
        self._actions = (
            self.print_action,
            self.blank_travel,
            self.blank_transfer,
            self.close_action,
        )
        for act, do in zip(
            self._actions,
            (
                self._print,
                lambda: self._print_blank(RequestKind.TRAVEL),
                lambda: self._print_blank(RequestKind.TRANSFER),
                self.closed.emit,
            ),
            strict=True,
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())
        self.preview.closed.connect(lambda: self._pages.setCurrentWidget(self._frame))

    def _lay_out(self) -> None:
        self.heading.setText(self.tr("فرم اعزام و انتقال"))
        self.heading.setFont(font(LARGE, MEDIUM))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        buttons = FlowLayout(spacing=6)
        for act in self._actions:
            buttons.addWidget(action_button(act, self._frame))
        inside = self._frame.parts
        for widget in (self.heading, self.missing):
            inside.addWidget(widget)
        inside.addWidget(self.table, 1)
        inside.addStretch(0)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._frame)
        self._pages.addWidget(self.preview)
        fill_page(self, self._pages)
