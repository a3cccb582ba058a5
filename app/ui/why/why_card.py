"""A card of the "why" pane on which the keys can stand: it is shown which they are, and each can be clicked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint
from app.ui.key_bar import key_text
from app.ui.theme import restyle


@dataclass(frozen=True, slots=True)
class CardActions:
    """What can be done with the card under the keys.

    `further` is what passes do on a remark, `on_words` what they do on a finding of which a person has said something.
    """

    uphold: QAction
    waive: QAction
    deduct: QAction
    read: QAction
    further: list[QAction] = field(default_factory=list)
    on_words: list[QAction] = field(default_factory=list)


class WhyCard(QFrame):
    """What a rule says of a line or of the claim.

    Signals:
        chosen: the card was clicked.
    """

    chosen = Signal()

    def __init__(self, role: str, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.rule = rule
        self.box = QVBoxLayout(self)
        self._keys: QWidget | None = None

    def keys(self) -> Sequence[tuple[QAction, str]]:
        """Return the actions that the card offers, each with its short name."""
        return ()

    def offers(self, act: QAction) -> bool:
        """Tell whether an action is among those of the card."""
        offered = self.keys()
        return any(act is one for one, _text in offered)

    def set_current(self, *, current: bool) -> None:
        """Show whether the keys act on this card."""
        self.show_keys(shown=current)
        restyle(self, focused="true" if current else "false")

    def show_keys(self, *, shown: bool) -> None:
        """Show or hide which keys act on the card; they are made when they are first seen."""
        if shown and self._keys is None:
            self._keys = self._key_line()
            self.box.addWidget(self._keys)
        if self._keys is not None:
            self._keys.setVisible(shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card."""
        super().mousePressEvent(event)
        self.chosen.emit()

    def _key_line(self) -> QWidget:
        line = QWidget(self)
        box = FlowLayout(line, spacing=10, row_spacing=4)
        for act, text in self.keys():
            box.addWidget(KeyHint(key_text(act), text, line, partial(self.do, act)))
        return line

    def do(self, act: QAction) -> None:
        """Do what a key of the card does."""
        act.trigger()
