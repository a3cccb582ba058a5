"""The people as a table, one of them chosen, with the latest sign-ins of that one below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.staff import Member
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import SMALL
from app.ui.people.member_texts import STATE_COLUMN, row_of, sign_ins_text, state_colour
from app.ui.reading_table import ReadingTable


class PeopleTable(QWidget):
    """Who is in the office.

    Signals:
        chosen_changed: another person was chosen, or the chosen one reads otherwise now.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members: tuple[Member, ...] = ()
        headings = [
            self.tr("نام"),
            self.tr("سمت‌ها"),
            self.tr("وضعیت"),
            self.tr("آخرین ورود"),
            self.tr("کلید امضا"),
        ]
        self.table = ReadingTable(headings, self)
        self.table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.sign_ins = CleanLabel("", self, tone="quiet", points=SMALL)
        self.setFocusProxy(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.table, 1)
        box.addWidget(self.sign_ins)

    @property
    def chosen(self) -> Member | None:
        """The person whose row is chosen."""
        row = self.table.currentRow()
        return self.members[row] if 0 <= row < len(self.members) else None

    def choose(self, user_id: int) -> None:
        """Choose a person; one who is not there leaves the choice as it is."""
        for row, member in enumerate(self.members):
            if member.user.id == user_id:
                self.table.setCurrentCell(row, 0)

    def show_members(self, members: tuple[Member, ...]) -> None:
        """Show the people as they are now; the chosen one stays chosen, else it is the first."""
        before = self.chosen
        self.members = members
        self.table.show_rows(
            [row_of(member) for member in members],
            marked=STATE_COLUMN,
            colours=[state_colour(member) for member in members],
        )
        self.table.setCurrentCell(0, 0)
        if before is not None:
            self.choose(before.user.id)
        self._on_chosen()

    def take_focus(self) -> None:
        """Give the keys to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        self.sign_ins.setText(sign_ins_text(self.chosen) if self.chosen else "")
        self.chosen_changed.emit()
