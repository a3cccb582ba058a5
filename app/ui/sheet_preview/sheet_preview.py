"""The sheet as it will stand on paper, in the middle of the desk: look, zoom, print, keep a copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.domain.receivers import Receiver
from app.services.exports import write_export
from app.services.office import Office
from app.services.verification import SheetVerdict
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.receivers.receiver_choice import ReceiverChoice, told_of
from app.ui.sheet_preview.page_stack import PageStack
from app.ui.sheet_preview.pdf_pages import draw_page, page_sizes
from app.ui.sheet_preview.printing import make_printer, print_pdf
from app.ui.sheet_preview.signature_lines import SignatureLines
from app.ui.tasks import Report, Task, Worker, sentence_of
from app.ui.text import identifier


class SheetPreview(QWidget):
    """Takes the place of the bill while a sheet is looked at; pages are drawn in a worker of its own.

    Signals:
        closed: the person is done with the sheet.
    """

    closed = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._worker = office, Worker(self)
        self._drawing: dict[int, Task] = {}
        self._printing: Task | None = None
        self._pdf, self._file_name = b"", ""
        self.heading, self.draft, self.page, self.said = (QLabel(self) for _label in range(4))
        self.pages, self.signatures = PageStack(self), SignatureLines(self)
        self.save_for = ReceiverChoice(office, self._worker, self)
        self.setFocusProxy(self.pages)
        self._make_actions()
        self._lay_out()
        self.pages.scale_changed.connect(self._draw_anew)
        self.pages.page_changed.connect(self._on_page)

    def show_pdf(self, pdf: bytes, *, draft: bool, file_name: str, title: str | None = None) -> None:
        """Show a sheet.

        Args:
            pdf: the sheet.
            draft: whether the window says that nobody has signed it.
            file_name: what is offered for a copy.
            title: what the sheet is; None is a claim's assessment sheet.
        """
        self._pdf, self._file_name = pdf, file_name
        self.heading.setText(title or self.tr("برگ رسیدگی {name}").format(name=identifier(Path(file_name).stem)))
        self.draft.setVisible(draft)
        self.said.clear()
        self.page.clear()
        self.signatures.show_verdict(None)
        self._worker.start(lambda _report: (pdf, page_sizes(pdf)), done=self._on_sizes, failed=self._on_failed)

    def show_verdict(self, pdf: bytes, verdict: SheetVerdict) -> None:
        """Show what was found of the signatures on a sheet, unless another one is shown by now."""
        if pdf == self._pdf:
            self.signatures.show_verdict(verdict)

    def print_on(self, printer: QPrinter) -> Task:
        """Print the sheet on a printer that has been chosen."""
        pdf = self._pdf
        self._say(self.tr("چاپ می‌شود…"))
        task = self._printing = self._worker.start(
            lambda report: print_pdf(printer, pdf, report), done=self._on_printed, failed=self._on_not_printed
        )
        task.progressed.connect(self._on_progress)
        task.cancelled.connect(self._on_cancelled)
        return task

    def save_copy(self, path: Path) -> Task:
        """Keep a copy of the sheet where the person wants it, readable by them alone or by its receiver."""
        office, pdf, receiver = self._office, self._pdf, self.save_for.chosen
        return self._worker.start(
            lambda _report: write_export(office, path, pdf, receiver),
            done=lambda written: self._on_saved(written, receiver),
            failed=self._on_failed,
        )

    def finish(self) -> None:
        """Wait for what is being drawn or printed."""
        self._worker.finish()

    def _make_actions(self) -> None:
        self.print_action = self._action(self.tr("چاپ"), self._ask_printer, "Ctrl+P", "Ctrl+ح")
        self.save_action = self._action(self.tr("ذخیره رونوشت"), self._ask_place, "Ctrl+S", "Ctrl+س")
        self.larger_action = self._action(self.tr("بزرگ‌تر"), lambda: self.pages.zoom(1), "Ctrl++", "Ctrl+=")
        self.smaller_action = self._action(self.tr("کوچک‌تر"), lambda: self.pages.zoom(-1), "Ctrl+-")
        self.fit_action = self._action(self.tr("هم‌اندازه پنجره"), lambda: self.pages.zoom(0), "Ctrl+0")
        self.close_action = self._action(self.tr("بازگشت"), self._on_escape, "Esc")

    def _action(self, text: str, do: Callable[[], object], *keys: str) -> QAction:
        made = action(self, text, *keys)
        made.triggered.connect(lambda _checked=False: do())
        return made

    def _lay_out(self) -> None:
        self.heading.setFont(font(LARGE, MEDIUM))
        self.draft.setText(self.tr("پیش‌نویس؛ هنوز امضا نشده است"))
        self.draft.setProperty("role", "badge")
        self.draft.setProperty("tone", "amber")
        for label in (self.page, self.said):
            label.setProperty("tone", "quiet")
        self.said.setWordWrap(True)
        first, second = QHBoxLayout(), FlowLayout(spacing=6)
        for widget in (self.heading, self.draft):
            first.addWidget(widget)
        first.addWidget(self.said, 1)
        first.addWidget(self.page)
        for made, key in (
            (self.print_action, "Ctrl+P"),
            (self.save_action, "Ctrl+S"),
            (self.larger_action, "Ctrl++"),
            (self.smaller_action, "Ctrl+-"),
            (self.fit_action, "Ctrl+0"),
            (self.close_action, "Esc"),
        ):
            second.addWidget(self._button(made, key))
        second.addWidget(self.save_for)
        card = QFrame(self)
        card.setProperty("role", "card")
        head = QVBoxLayout(card)
        head.setContentsMargins(16, 10, 16, 10)
        head.addLayout(first)
        head.addLayout(second)
        head.addWidget(self.signatures)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(4)
        box.addWidget(card)
        box.addWidget(self.pages, 1)

    def _button(self, made: QAction, key: str) -> QPushButton:
        button = QPushButton(f"{made.text()}  {identifier(key)}", self)
        button.setFont(font(SMALL))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(made.trigger)
        return button

    def _on_sizes(self, found: tuple[bytes, tuple[QSizeF, ...]]) -> None:
        pdf, sizes = found
        if pdf == self._pdf:
            self.pages.show_sizes(sizes)
            self._show_page_number(1)

    def _draw_anew(self, _scale: float) -> None:
        """Draw what is seen in the new size, and no longer in the one before."""
        for task in self._drawing.values():
            task.cancel()
        self._drawing = {}
        self._draw_near()

    def _draw_near(self) -> None:
        """Draw the pages in sight and close by; of a long file the others come when somebody goes there."""
        near = self.pages.near
        self.pages.forget_far()
        for number in [number for number in self._drawing if number not in near]:
            self._drawing.pop(number).cancel()
        sharp = self.pages.scale * self.devicePixelRatioF()
        for number in near:
            if number not in self._drawing and self.pages.picture(number) is None:
                self._drawing[number] = self._draw(self._pdf, number, sharp)

    def _draw(self, pdf: bytes, number: int, scale: float) -> Task:
        def work(report: Report) -> QImage:
            report(number)
            return draw_page(pdf, number, scale)

        def show(picture: QImage) -> None:
            if self._drawing.get(number) is task:
                del self._drawing[number]
                self.pages.show_page(number, picture)

        task = self._worker.start(work, done=show, failed=self._on_failed)
        return task

    def _on_page(self, number: int) -> None:
        if self._pdf and self.pages.count:
            self._show_page_number(number)
            self._draw_near()

    def _show_page_number(self, number: int) -> None:
        text = self.tr("صفحه {number} از {count}")
        count = self.pages.count
        self.page.setText(text.format(number=persian_digits(number), count=persian_digits(count)))

    def _ask_printer(self) -> None:
        printer = make_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.show()

    def _ask_place(self) -> None:
        kinds = ((self.tr("برگ"), ".pdf"),)
        path = self.save_for.ask_place(self.tr("ذخیره رونوشت"), Path(self._file_name).stem, kinds)
        if path is not None:
            self.save_copy(path)

    def _on_progress(self, told: tuple[int, int]) -> None:
        done, count = (persian_digits(number) for number in told)
        self._say(self.tr("{done} صفحه از {count} به چاپگر رفت؛ Esc لغو می‌کند.").format(done=done, count=count))

    def _on_cancelled(self) -> None:
        self._printing = None
        self._say(self.tr("چاپ لغو شد."))

    def _on_escape(self) -> None:
        """Cancel the printing that is under way; else the person is done with the sheet."""
        if self._printing is None:
            self.closed.emit()
        else:
            self._printing.cancel()

    def _on_printed(self, pages: int) -> None:
        self._printing = None
        self._say(self.tr("{pages} صفحه به چاپگر رفت.").format(pages=persian_digits(pages)))

    def _on_saved(self, path: Path, receiver: Receiver | None) -> None:
        self._say(told_of(self.tr("رونوشت در «{path}» ذخیره شد.").format(path=identifier(path.name)), receiver))

    def _on_not_printed(self, error: Exception) -> None:
        self._printing = None
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self._say(sentence_of(error))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
