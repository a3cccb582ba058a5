"""A card on which a supervisor says whose work a submission is; it takes the place of a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.office import User
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.narrowing_list import NarrowingList
from app.ui.fonts import MEDIUM, SMALL


class AssignCard(QFrame):
    """The reviewers of the office, narrowed while one types.

    Signals:
        chosen: the User whose work it becomes.
        left: Esc was pressed.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("focused", "true")
        self._people: dict[str, User] = {}
        self.question = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.names = NarrowingList((), self, visible_rows=4)
        self.fault = CleanLabel(self.tr("کارشناسی را از فهرست برگزینید."), self, tone="red", points=SMALL)
        self.names.field.setPlaceholderText(self.tr("چند حرف از نام کارشناس"))
        self.names.committed.connect(self._on_committed)
        self.names.cancelled.connect(self.left)
        self.names.field.textEdited.connect(lambda _text: self.fault.hide())
        keys = QHBoxLayout()
        keys.setSpacing(14)
        for key, text, do in (
            ("Enter", self.tr("واگذاری"), self.names.commit),
            ("Esc", self.tr("انصراف"), self.names.cancelled.emit),
            ("↑↓", self.tr("برگزیدن"), None),
        ):
            keys.addWidget(KeyHint(key, text, self, do))
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(5)
        for widget in (self.question, self.names, self.fault):
            box.addWidget(widget)
        box.addLayout(keys)
        self.hide()

    def ask(self, question: str, people: Sequence[User]) -> None:
        """Ask whose work something becomes; people of the same name are told apart by their user names."""
        names = [person.full_name for person in people]
        self._people = {
            person.full_name if names.count(person.full_name) == 1 else f"{person.full_name} ({person.name})": person
            for person in people
        }
        self.question.setText(question)
        self.fault.hide()
        self.names.offer(tuple(self._people), chosen=True)
        self.show()
        self.names.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_committed(self, name: str) -> None:
        if name in self._people:
            self.chosen.emit(self._people[name])
        else:
            self.fault.show()
