"""The result of a sample on its way out of the desk: as a report to look at and print, and as a workbook."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.receivers import Receiver
from app.services.exports import write_export
from app.services.office import Office
from app.services.people import Session
from app.services.sample_report import draw_report, sample_workbook
from app.services.sample_views import SampleView
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.receivers.receiver_choice import ReceiverChoice, told_of
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.tasks import Worker
from app.ui.text import identifier


class SampleOutput(QObject):
    """Two actions of a page, the choice of a receiver, and the preview; `sample` gives the sample that is looked at.

    Signals:
        drawn: the report lies in the preview.
        told: a sentence that says what was written.
        failed: the error of what could not be done.
    """

    drawn = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, office: Office, worker: Worker, sample: Callable[[], SampleView | None], owner: QWidget, page: QWidget
    ) -> None:
        super().__init__(page)
        self._office, self._worker, self._sample = office, worker, sample
        self.session: Session | None = None
        self.preview, self.save_for = SheetPreview(office, page), ReceiverChoice(office, worker, owner)
        self.report_action = action(owner, self.tr("نتیجه نمونه"), "F8")
        self.workbook_action = action(owner, self.tr("اکسل"), *in_both_scripts("Ctrl+Shift+X"))
        self.report_action.triggered.connect(lambda _checked: self._draw())
        self.workbook_action.triggered.connect(lambda _checked: self._ask_place())
        self.workbook_action.changed.connect(lambda: self.save_for.setVisible(self.workbook_action.isVisible()))

    def write_workbook(self, path: Path) -> None:
        """Write the result of the sample as a workbook, for the receiver who was chosen."""
        view, session, office = self._sample(), self.session, self._office
        receiver = self.save_for.chosen
        if view is not None and session is not None:
            self._worker.start(
                lambda _report: write_export(office, path, sample_workbook(office, session, view), receiver),
                done=lambda written: self._on_written(written, receiver),
                failed=self.failed.emit,
            )

    def _draw(self) -> None:
        view, session, office = self._sample(), self.session, self._office
        if view is not None and session is not None:
            self._worker.start(
                lambda _report: draw_report(office, session, view), done=self._on_drawn, failed=self.failed.emit
            )

    def _on_drawn(self, drawn: tuple[bytes, str]) -> None:
        pdf, name = drawn
        self.preview.show_pdf(pdf, draft=False, file_name=name, title=self.tr("نتیجه نمونه‌گیری"))
        self.drawn.emit()

    def _on_written(self, path: Path, receiver: Receiver | None) -> None:
        said = self.tr("نتیجه نمونه در {file} نوشته شد.").format(file=identifier(str(path)))
        self.told.emit(told_of(said, receiver))

    def _ask_place(self) -> None:
        view = self._sample()
        if view is not None:
            name, kinds = f"sample-{view.sample.id}", ((self.tr("کارپوشه اکسل"), ".xlsx"),)
            path = self.save_for.ask_place(self.tr("ذخیره کارپوشه اکسل"), name, kinds)
            if path is not None:
                self.write_workbook(path)
