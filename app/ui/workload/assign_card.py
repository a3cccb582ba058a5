"""A card on which a supervisor says whose work a submission is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.office import User
from app.ui.bill.choice_card import ChoiceCard


class AssignCard(ChoiceCard):
    """Asks for one of the reviewers of the office.

    Signals:
        chosen: the User whose work it becomes.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            hint=self.tr("چند حرف از نام کارشناس"),
            fault=self.tr("کارشناسی را از فهرست برگزینید."),
            commit=self.tr("واگذاری"),
            visible_rows=4,
            parent=parent,
        )
        self.names = self.choices
        self._people: dict[str, User] = {}

    def ask(self, question: str, people: Sequence[User]) -> None:
        """Ask whose work something becomes; people of the same name are told apart by their user names."""
        names = [person.full_name for person in people]
        self._people = {
            person.full_name if names.count(person.full_name) == 1 else f"{person.full_name} ({person.name})": person
            for person in people
        }
        self.names.offer(tuple(self._people), chosen=True)
        self.begin(question)

    def take(self, answer: str) -> bool:
        """Pass on the person of a name; any other name is none."""
        person = self._people.get(answer)
        if person is not None:
            self.chosen.emit(person)
        return person is not None
