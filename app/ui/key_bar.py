"""The key bar at the foot of the desk: which key does what, here and now."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QLayout, QSizePolicy, QWidget

from app.ui.bill.key_cap import KeyHint

ARROWS = {"Down": "↓", "Up": "↑", "Return": "Enter"}
RESTING = 0.35


class KeyBar(QFrame):
    """One hint for each action; what can't be done now steps back but keeps its place.

    Where the window is too narrow for all of them, those that can't act now are left out first, then the last ones.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 6, 16, 8)
        self._box.setSpacing(16)
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._shown: list[tuple[QAction, KeyHint]] = []
        self._made: dict[tuple[QAction, str], KeyHint] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Show the keys of these actions, in their order; a hint that was made once is kept for the next time."""
        shown = [(action, self._hint(action)) for action in actions]
        if shown == self._shown:
            return
        while self._box.count():
            self._box.takeAt(0)
        for action, hint in self._shown:
            action.changed.disconnect(self._follow_all)
            hint.hide()
        self._shown = shown
        for action, hint in shown:
            action.changed.connect(self._follow_all)
            self._box.addWidget(hint)
        self._box.addStretch(1)
        self._follow_all()
        self.setMinimumHeight(max(self.minimumHeight(), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many hints as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what has no room: what can't be done now before what can, the last ones first."""
        margins, gap = self._box.contentsMargins(), self._box.spacing()
        room = self.width() - margins.left() - margins.right() + gap
        room -= sum(hint.sizeHint().width() + gap for _action, hint in self._shown)
        out = set[KeyHint]()
        places = sorted(range(len(self._shown)), key=lambda place: (self._shown[place][0].isEnabled(), -place))
        for hint in (self._shown[place][1] for place in places):
            if room < 0:
                room += hint.sizeHint().width() + gap
                out.add(hint)
        for _action, hint in self._shown:
            hint.setVisible(hint not in out)

    def _hint(self, action: QAction) -> KeyHint:
        """Return the hint of an action under its present name."""
        name = action.text()
        if (action, name) not in self._made:
            hint = self._made[action, name] = KeyHint(key_text(action), name, self, action.trigger)
            hint.setGraphicsEffect(QGraphicsOpacityEffect(hint))
        return self._made[action, name]

    def _follow_all(self) -> None:
        for action, hint in self._shown:
            self._follow(action, hint)
        self._fit()

    @staticmethod
    def _follow(action: QAction, hint: QWidget) -> None:
        effect = hint.graphicsEffect()
        assert isinstance(effect, QGraphicsOpacityEffect)
        effect.setOpacity(1.0 if action.isEnabled() else RESTING)


def key_text(action: QAction) -> str:
    """Return the first key of an action as it stands on the keyboard."""
    text = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
    return "+".join(ARROWS.get(part, part) for part in text.split("+"))
