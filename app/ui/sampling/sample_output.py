"""The result of a sample on its way out of the desk: as a report to look at and print, and as a workbook."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.office import Office
from app.services.people import Session
from app.services.sample_report import draw_report, sample_workbook
from app.services.sample_views import SampleView
from app.store.folder import reporting_file_faults, write_private_file
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.tasks import Worker
from app.ui.text import identifier


class SampleOutput(QObject):
    """Two actions of a page, and the preview of the report; `sample` gives the sample that is looked at.

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
        self._office, self._worker, self._sample, self._page = office, worker, sample, page
        self.session: Session | None = None
        self.preview = SheetPreview(page)
        self.report_action = action(owner, self.tr("نتیجه نمونه"), "F8")
        self.workbook_action = action(owner, self.tr("اکسل"), *in_both_scripts("Ctrl+Shift+X"))
        self.report_action.triggered.connect(lambda _checked: self._draw())
        self.workbook_action.triggered.connect(lambda _checked: self._ask_place())

    def write_workbook(self, path: Path) -> None:
        """Write the result of the sample as a workbook."""
        view, session, office = self._sample(), self.session, self._office
        if view is None or session is None:
            return

        def write(_report: object) -> None:
            content = sample_workbook(office, session, view)
            with reporting_file_faults(path.parent):
                write_private_file(path, content)

        said = self.tr("نتیجه نمونه در {file} نوشته شد.").format(file=identifier(str(path)))
        self._worker.start(write, done=lambda _none: self.told.emit(said), failed=self.failed.emit)

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

    def _ask_place(self) -> None:
        view = self._sample()
        if view is not None:
            place, kinds = f"sample-{view.sample.id}.xlsx", self.tr("کارپوشه اکسل (*.xlsx)")
            name, _kind = QFileDialog.getSaveFileName(self._page, self.tr("ذخیره کارپوشه اکسل"), place, kinds)
            if name:
                self.write_workbook(Path(name))
