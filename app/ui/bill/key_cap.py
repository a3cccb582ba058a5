"""Keys drawn as caps beside what they do, and the reading of keys in both scripts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from app.domain.persian import latin_digits
from app.ui.fonts import SMALL, font

PERSIAN_LETTERS = dict(
    zip("QWERTYUIOPASDFGHJKLZXCVBNM", "ضصثقفغعهخحشسیبلاتنمظطزرذدئ", strict=True)  # ISIRI 9147
)
"""What the keys of the Latin letters type in the Persian layout."""


class KeyCap(QLabel):
    """The cap of one key."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setProperty("role", "key")
        self.setFont(font(SMALL - 0.5))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class KeyHint(QAbstractButton):
    """A key cap and what the key does; where `do` does the same it can be clicked, and it never takes the focus."""

    def __init__(
        self, key: str, text: str, parent: QWidget | None = None, do: Callable[[], object] | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        self._label = QLabel(text, self)
        self._label.setProperty("tone", "quiet")
        self._label.setFont(font(SMALL))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addWidget(KeyCap(key, self))
        box.addWidget(self._label)
        if do is None:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda _checked: do())

    def say(self, text: str) -> None:
        """Show what else the key does."""
        self.setAccessibleName(text)
        self._label.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the painting to cap and text."""


def typed(event: QKeyEvent) -> str:
    """Return the character that a key without Ctrl, Alt or Meta types: digits Latin, letters small."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return "" if event.modifiers() & ~plain else latin_digits(event.text()).casefold()


def in_both_scripts(key: str) -> tuple[str, ...]:
    """Return a key with Ctrl as both layouts know it, such as Ctrl+K and Ctrl+ن; other keys are the same in both."""
    held, _plus, letter = key.rpartition("+")
    return (key, f"{held}+{PERSIAN_LETTERS[letter]}") if held and letter in PERSIAN_LETTERS else (key,)


def action(owner: QWidget, text: str, *keys: str) -> QAction:
    """Return an action of a widget with its keys; it acts wherever the focus is in the widget's window."""
    made = QAction(text, owner)
    made.setShortcuts([QKeySequence(key) for key in keys])
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    owner.addAction(made)
    return made
