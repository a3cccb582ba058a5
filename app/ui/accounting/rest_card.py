"""Signing the rest of a submission: what would be signed is told first, then how far it has come."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.services.signing_the_rest import TheRest
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.fonts import MEDIUM, SMALL


class RestCard(QFrame):
    """Asks before many signatures, and shows them being made; it takes the place of a dialog.

    Signals:
        agreed: the person wants what was told to be signed.
        left: Esc was pressed, before or while claims are signed.
    """

    agreed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("focused", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rest: TheRest | None = None
        self.told = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.waiting = CleanLabel("", self, tone="quiet", points=SMALL)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self._agree = KeyHint("Enter", self.tr("امضای همه"), self, self._on_agreed)
        self._leave = KeyHint("Esc", self.tr("انصراف"), self, self.left.emit)
        keys = QHBoxLayout()
        keys.setSpacing(14)
        for hint in (self._agree, self._leave):
            keys.addWidget(hint)
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(5)
        for widget in (self.told, self.waiting, self.bar):
            box.addWidget(widget)
        box.addLayout(keys)
        self.hide()

    @property
    def is_signing(self) -> bool:
        """Whether claims are being signed now."""
        return not self.isHidden() and not self.bar.isHidden()

    def show_looking(self) -> None:
        """Say that the submission is being looked through."""
        self.rest = None
        self.told.setText(self.tr("سندهای درخواست دیده می‌شود…"))
        for widget in (self._agree, self.waiting, self.bar):
            widget.hide()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, rest: TheRest) -> None:
        """Tell what would be signed, and what waits for a look of its own."""
        self.rest = rest
        count = persian_digits(len(rest.ready))
        nothing = self.tr("در این درخواست سندی نیست که بتوان بی‌بازدید امضا کرد.")
        some = self.tr("{count} سند این درخواست، همان‌گونه که کارشناس امضا کرده است، امضا و بسته می‌شود.")
        self.told.setText(some.format(count=count) if rest.ready else nothing)
        self.waiting.setText(self._left_out(rest))
        self.waiting.setVisible(rest.left > 0)
        self._agree.setVisible(bool(rest.ready))
        self.bar.hide()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, count: int) -> None:
        """Show how many claims are signed."""
        text = self.tr("{done} از {count} سند امضا شد…")
        self.told.setText(text.format(done=persian_digits(done), count=persian_digits(count)))
        self._agree.hide()
        self.waiting.setText(self.tr("Esc پس از سند در دست می‌ایستد؛ آنچه امضا شده است می‌ماند."))
        self.waiting.show()
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        self.bar.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_agreed()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_agreed(self) -> None:
        if self.rest is not None and self.rest.ready and not self.is_signing:
            self.agreed.emit()

    def _left_out(self, rest: TheRest) -> str:
        reasons = (
            (rest.differing, self.tr("{count} سند با جمع نادرست مرکز")),
            (rest.voided, self.tr("{count} سند که امضای فنی آن برقرار نیست")),
            (rest.own, self.tr("{count} سند که خود شما رسیدگی کرده‌اید")),
        )
        told = [text.format(count=persian_digits(len(numbers))) for numbers, text in reasons if numbers]
        return self.tr("برای دیدن یکایک می‌ماند: {told}").format(told="، ".join(told))
