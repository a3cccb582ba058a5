"""A card on which a receiver is added under a name, once their fingerprint was compared, or taken off the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.persian import date_text
from app.domain.receivers import LONGEST_NAME, Certificate, Receiver
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.receivers.fingerprint import fingerprint_text
from app.ui.text import leading

FIELD_WIDTH = 360
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ReceiverCard(QFrame):
    """Says what will happen; Enter does it, Esc leaves it. `certificate` is that of the receiver who is asked about.

    Signals:
        add_wanted: the name under which the receiver is to be added.
        removal_wanted: the receiver is to be taken off the list.
        cancelled: Esc was pressed.
    """

    add_wanted = Signal(str)
    removal_wanted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.certificate: Certificate | None = None
        self._adding = False
        self.sentence, self.until = CleanLabel("", self), CleanLabel("", self, tone="quiet")
        self.fingerprint = CleanLabel("", self, tabular=True)
        self.fingerprint.setAccessibleName(self.tr("اثر انگشت گواهی"))
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setMaximumWidth(FIELD_WIDTH)
        self.name.setAlignment(leading())
        self._lay_out()

    def ask_name(self, certificate: Certificate) -> None:
        """Ask under which name the owner of a certificate is to be added."""
        self.certificate, self._adding = certificate, True
        self.sentence.setText(
            self.tr("این اثر انگشت (SHA-256) را تلفنی یا حضوری با خود گیرنده بسنجید؛ تنها اگر یکی بود، ثبت کنید.")
        )
        self.fingerprint.setText(fingerprint_text(certificate))
        self.until.setText(
            self.tr("از {first} تا {last} معتبر است.").format(
                first=date_text(certificate.first_day), last=date_text(certificate.last_day)
            )
        )
        self.name.setText(certificate.subject[:LONGEST_NAME])
        self._show_parts(adding=True)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def ask_removal(self, receiver: Receiver) -> None:
        """Ask whether a receiver is to be taken off the list."""
        self.certificate, self._adding = receiver.certificate, False
        sentence = self.tr("{name} از گیرندگان برداشته شود؟ از این پس پرونده‌ای برای او رمز نمی‌شود.")
        self.sentence.setText(sentence.format(name=f"«{receiver.name}»"))
        self._show_parts(adding=False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; Esc is the page's."""
        if event.key() in ENTER:
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self._adding:
            self.add_wanted.emit(self.name.text())
        else:
            self.removal_wanted.emit()

    def _show_parts(self, *, adding: bool) -> None:
        for widget in (self.fingerprint, self.until, self._named):
            widget.setVisible(adding)

    def _lay_out(self) -> None:
        self._named = QWidget(self)
        named = QHBoxLayout(self._named)
        named.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("نام گیرنده در این دفتر"), self._named)
        label.setBuddy(self.name)
        self.name.setAccessibleName(label.text())
        named.addWidget(label)
        named.addWidget(self.name, 1)
        named.addStretch(1)
        keys = QHBoxLayout()
        keys.setSpacing(14)
        keys.addWidget(KeyHint("Enter", self.tr("انجام شود"), self, self._confirm))
        keys.addWidget(KeyHint("Esc", self.tr("انصراف"), self, self.cancelled.emit))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(10)
        for widget in (self.sentence, self.fingerprint, self.until, self._named):
            box.addWidget(widget)
        box.addLayout(keys)
