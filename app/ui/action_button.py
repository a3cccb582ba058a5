"""A button that shows an action with its key, and follows it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.key_bar import key_text
from app.ui.text import identifier


def action_button(act: QAction, parent: QWidget) -> QPushButton:
    """Return a button of an action; the key does the same, so that it never takes the focus."""
    button = QPushButton(parent)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(act.trigger)

    def follow() -> None:
        button.setText(f"{act.text()}  {identifier(key_text(act))}")
        button.setEnabled(act.isEnabled())
        button.setVisible(act.isVisible())

    act.changed.connect(follow)
    follow()
    return button
