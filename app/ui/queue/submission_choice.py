"""The choice of a submission."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.persian import persian_digits
from app.domain.queue import QueueCount
from app.ui.quiet_choice import QuietChoice
from app.ui.text import identifier


class SubmissionChoice(QuietChoice):
    """All submissions, or one of them.

    Signals:
        chosen: number of the submission in the office, None for all.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("درخواست هزینه"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._shown: tuple[QueueCount, ...] = ()
        self.addItem(self.tr("همه درخواست‌ها"), None)
        self.activated.connect(lambda _place: self.chosen.emit(self.currentData()))

    def show_submissions(self, found: tuple[QueueCount, ...]) -> None:
        """Show the submissions that can be chosen; the choice stays."""
        if found == self._shown:
            return
        self._shown = found
        chosen = self.currentData()
        self.clear()
        self.addItem(self.tr("همه درخواست‌ها"), None)
        for count in found:
            if count.key is not None:
                text = self.tr("{submission} — {claims} سند").format(
                    submission=identifier(count.title or count.key), claims=persian_digits(count.claims)
                )
                self.addItem(text, int(count.key))
        self.choose(chosen)

    def choose(self, number: int | None) -> None:
        """Choose a submission without telling anybody; all where it is not known."""
        self.setCurrentIndex(max(0, self.findData(number)))
