"""The page of a submission's sheets: an overview, the progress of what is drawn, and the sheet that is looked at."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dates import JalaliDate
from app.domain.office import ImportedSubmission
from app.domain.persian import date_text, persian_digits
from app.domain.receivers import Receiver
from app.services.clock import day_of
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.submission_sheets import (
    ALL_SHEETS,
    SheetKind,
    SubmissionStanding,
    sheet_file_name,
    submission_standing,
    submissions,
)
from app.ui.page_over_bill import PageOverBill
from app.ui.receivers.receiver_choice import ReceiverChoice, told_of
from app.ui.sheet_preview.sheet_preview import SheetPreview
from app.ui.submission_sheets.overview import Overview
from app.ui.submission_sheets.progress_card import ProgressCard
from app.ui.submission_sheets.sheet_work import SheetWork
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier


class SubmissionSheetsPage(PageOverBill):
    """Takes the place of the bill; at first it is about the submission of the claim on the desk."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self._wanted: int | None = None
        self._standing: SubmissionStanding | None = None
        self.work = SheetWork(office, self)
        self.overview, self.progress, self.preview = Overview(self), ProgressCard(self), SheetPreview(office, self)
        self.save_for = ReceiverChoice(office, worker, self.overview)
        self.overview.add(self.save_for)
        self._stack = QStackedWidget(self)
        for part in (self.overview, self.progress, self.preview):
            self._stack.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the submissions; what is being drawn or looked at stays."""
        self._session = session
        if self.work.busy:
            self.progress.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._show_nothing()
        self._show(self.overview)
        self.overview.handover.begin(day_of(self.office.clock()))
        self.overview.say(self.tr("درخواست‌ها خوانده می‌شود…"), "quiet")
        self.worker.start(
            lambda _report: submissions(self.office, session), done=self._on_submissions, failed=self._on_failed
        )

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """The submission of the claim on the desk is what a person asks for first."""
        if open_claim is not None:
            self._wanted = open_claim.submission_id

    def finish(self) -> None:
        """Wait for what is being drawn."""
        self.work.finish()
        self.preview.finish()

    def write_to(self, folder: Path) -> None:
        """Write all sheets of the chosen submission into a folder."""
        number = self.overview.submission
        if self._session is not None and number is not None and not self.work.busy:
            self._begin(self.tr("برگ‌ها در پوشه نوشته می‌شود"))
            self.work.write(self._session, number, folder, self.save_for.chosen)

    def _connect(self) -> None:
        overview, work = self.overview, self.work
        overview.chosen.connect(self._on_chosen)
        overview.sheet_wanted.connect(self._draw)
        overview.folder_wanted.connect(self._ask_folder)
        overview.handover.wanted.connect(self._hand_over)
        overview.closed.connect(self.closed)
        self.progress.cancelled.connect(work.cancel)
        self.preview.closed.connect(lambda: self._show(self.overview))
        work.progressed.connect(self.progress.show_progress)
        work.drawn.connect(self._on_drawn)
        work.written.connect(self._on_written)
        work.handed.connect(self._on_handed)
        work.cancelled.connect(lambda: self._back(self.tr("لغو شد؛ چیزی نوشته نشد."), "quiet"))
        work.failed.connect(lambda error: self._back(sentence_of(error), "red"))

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        if part is self.overview:
            self.overview.take_focus()
        elif part is self.preview:
            self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nothing(self) -> None:
        """Show no submission until the one that is wanted has been read anew."""
        self._standing = None
        self.overview.show_nothing()

    def _back(self, sentence: str, tone: str) -> None:
        self._show(self.overview)
        self.overview.say(sentence, tone)

    def _on_submissions(self, found: Sequence[ImportedSubmission]) -> None:
        self.overview.say("", "quiet")
        self.overview.show_submissions(found, self._wanted)
        number = self.overview.submission
        if number is not None:
            self._on_chosen(number)

    def _on_chosen(self, number: int) -> None:
        session, self._wanted = self._session, number
        self._show_nothing()
        if session is not None:
            self.worker.start(
                lambda _report: submission_standing(self.office, session, number),
                done=self._on_standing,
                failed=self._on_failed,
            )

    def _on_standing(self, standing: SubmissionStanding) -> None:
        if standing.imported.id == self._wanted:
            self._standing = standing
            self.overview.show_standing(standing)

    def _on_failed(self, error: Exception) -> None:
        self._back(sentence_of(error), "red")

    def _begin(self, heading: str) -> None:
        self.overview.say("", "quiet")
        self.progress.begin(heading)
        self._show(self.progress)

    def _draw(self, kind: SheetKind | None) -> None:
        number = self.overview.submission
        if self._session is not None and number is not None and not self.work.busy:
            self._begin(self.tr("{sheet} ساخته می‌شود").format(sheet=self._name(kind)))
            self.work.draw(self._session, number, kind)

    def _on_drawn(self, pdf: bytes, kind: SheetKind | None) -> None:
        submission = "" if self._standing is None else self._standing.imported.submission.id
        title = self.tr("{sheet}، درخواست {submission}").format(
            sheet=self._name(kind), submission=identifier(submission)
        )
        file_name = sheet_file_name(ALL_SHEETS if kind is None else kind.value, submission)
        self.preview.show_pdf(pdf, draft=False, file_name=file_name, title=title)
        self._show(self.preview)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("پوشه برگ‌ها"))
        if name:
            self.write_to(Path(name))

    def _on_written(self, paths: Sequence[Path], receiver: Receiver | None) -> None:
        count, folder = persian_digits(len(paths)), identifier(str(paths[0].parent))
        said = self.tr("{count} پرونده در پوشه {folder} نوشته شد.").format(count=count, folder=folder)
        self._back(told_of(said, receiver), "green")

    def _hand_over(self, day: JalaliDate) -> None:
        number = self.overview.submission
        if self._session is not None and number is not None and not self.work.busy:
            self.overview.say(self.tr("تحویل ثبت می‌شود…"), "quiet")
            self.work.hand_over(self._session, number, day)

    def _on_handed(self, day: JalaliDate) -> None:
        self._back(self.tr("تحویل گزارش در {day} ثبت شد.").format(day=date_text(day)), "green")
        if self._wanted is not None:
            self._on_chosen(self._wanted)

    def _name(self, kind: SheetKind | None) -> str:
        """Return what people call a sheet."""
        names = {
            SheetKind.REPORT: self.tr("گزارش عملکرد"),
            SheetKind.DEDUCTIONS: self.tr("صورت کسورات"),
            SheetKind.COVER: self.tr("روکش"),
        }
        return self.tr("همه برگ‌ها") if kind is None else names[kind]
