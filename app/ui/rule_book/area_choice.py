"""The choice of an area of the rule book."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.bill.names import name_of
from app.ui.quiet_choice import QuietChoice
from app.ui.rule_book.words import AREAS


class AreaChoice(QuietChoice):
    """All areas, or one of them.

    Signals:
        chosen: the choice is another one.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("حوزه"))
        self.show_areas(())
        self.activated.connect(lambda _place: self.chosen.emit())

    def show_areas(self, areas: tuple[str, ...]) -> None:
        """Show the areas of a book."""
        self.clear()
        self.addItem(self.tr("همه حوزه‌ها"), None)
        for area in areas:
            self.addItem(name_of(AREAS, area), area)

    @property
    def area(self) -> str | None:
        """The chosen area, None for all."""
        area: str | None = self.currentData()
        return area

    def choose(self, area: str | None) -> None:
        """Choose an area, or all."""
        self.setCurrentIndex(max(0, self.findData(area)))
