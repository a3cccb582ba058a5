"""The key bar at the foot of the desk: which key does what, here and now."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QLayout, QSizePolicy, QWidget

from app.ui.bill.key_cap import KeyHint

ARROWS = {"Down": "↓", "Up": "↑", "Return": "Enter"}
RESTING = 0.35


class KeyBar(QFrame):
    """One hint for each action; what can't be done now steps back but keeps its place.

    Where the window is too narrow for all of them, the last ones are left out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 6, 16, 8)
        self._box.setSpacing(16)
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._actions: list[QAction] = []
        self._hints: dict[QAction, QWidget] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Show the keys of these actions, in their order; a hint that was made once is kept for the next time."""
        if list(actions) == self._actions:
            return
        while self._box.count():
            self._box.takeAt(0)
        for action in self._actions:
            action.changed.disconnect(self._follow_all)
            self._hints[action].hide()
        self._actions = list(actions)
        for action in self._actions:
            hint = self._hints.get(action) or self._hint(action)
            self._hints[action] = hint
            action.changed.connect(self._follow_all)
            self._box.addWidget(hint)
        self._follow_all()
        self._box.addStretch(1)
        self._fit()
        self.setMinimumHeight(max(self.minimumHeight(), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many hints as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right() + self._box.spacing()
        for action in self._actions:
            room -= self._hints[action].sizeHint().width() + self._box.spacing()
            self._hints[action].setVisible(room >= 0)

    def _hint(self, action: QAction) -> QWidget:
        hint = KeyHint(key_text(action), action.text(), self, action.trigger)
        hint.setGraphicsEffect(QGraphicsOpacityEffect(hint))
        return hint

    def _follow_all(self) -> None:
        for action in self._actions:
            self._follow(action, self._hints[action])

    @staticmethod
    def _follow(action: QAction, hint: QWidget) -> None:
        effect = hint.graphicsEffect()
        assert isinstance(effect, QGraphicsOpacityEffect)
        effect.setOpacity(1.0 if action.isEnabled() else RESTING)


def key_text(action: QAction) -> str:
    """Return the first key of an action as it stands on the keyboard."""
    text = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
    return "+".join(ARROWS.get(part, part) for part in text.split("+"))
