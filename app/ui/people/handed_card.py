"""The one-time password of a person: seen once, written down, handed over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.persian import code_text, persian_digits
from app.services.staff import OneTimePassword
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.text import leading

GROUP, GAP = 4, "\u2002"


class HandedCard(QFrame):
    """Shows a one-time password until it is closed, and then never again.

    Signals:
        closed: Esc was pressed.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sentence = CleanLabel("", self)
        self.password = QLabel(self)
        self.password.setFont(font(LARGE + 5, MEDIUM))
        self.password.setAlignment(leading())
        keys = QHBoxLayout()
        keys.addWidget(KeyHint("Esc", self.tr("نوشتم؛ دیگر نشان داده نشود"), self, self.closed.emit))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(10)
        box.addWidget(self.sentence)
        box.addWidget(self.password)
        box.addLayout(keys)

    def show_password(self, one_time: OneTimePassword) -> None:
        """Show the password of a person."""
        sentence = self.tr("گذرواژه یک‌بارمصرف {name} این است؛ به خودش بدهید. در نخستین ورود گذرواژه دیگری برمی‌گزیند.")
        self.sentence.setText(sentence.format(name=one_time.user.full_name))
        self.password.setText(code_text(grouped(one_time.password)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget the password."""
        self.password.clear()


def grouped(password: str) -> str:
    """Return the digits of a one-time password in groups, as people read and dictate them."""
    return persian_digits(GAP.join(password[at : at + GROUP] for at in range(0, len(password), GROUP)))
