"""Those who wait for an inquiry: a row for each person and day, with the claims that one inquiry would serve."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QWidget

from app.domain.persian import date_text, persian_digits
from app.services.inquiries import Waiting, WaitingClaim, grouped
from app.ui.answers.value_names import fact_label
from app.ui.bill.names import ID_KINDS, name_of
from app.ui.bill.state_page import StatePage
from app.ui.reading_table import ReadingTable
from app.ui.text import identifier, sentence
from app.ui.theme import AMBER

DAY, ASKED = 1, 3
SHOWN_CLAIMS = 4


class WaitingList(QWidget):
    """The row under the keys is what the form asks for.

    Signals:
        current_changed: another person or day is under the keys.
        chosen: Enter was pressed on a row, or it was clicked twice.
    """

    current_changed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Waiting, ...] = ()
        self._claims: dict[int, WaitingClaim] = {}
        self._told: Waiting | None = None
        self.state, self.table = StatePage(self), self._make_table()
        self.setFocusProxy(self.table)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.state)
        self._pages.addWidget(self.table)
        self.table.currentCellChanged.connect(lambda *_cells: self._tell())
        self.table.activated.connect(lambda _index: self.chosen.emit())

    @property
    def current(self) -> Waiting | None:
        """The person and day under the keys."""
        place = self.table.currentRow()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def forget(self) -> None:
        """Show nothing until claims are found."""
        self._claims = {}
        self._show()

    def add(self, claims: Iterable[WaitingClaim]) -> None:
        """Show further claims that wait; the row under the keys stays under them."""
        self._claims |= {claim.id: claim for claim in claims}
        self._show()

    def serve(self, patient_id: str, still: Iterable[WaitingClaim]) -> None:
        """Take a person's claims off, but for those that still wait; the next row comes under the keys."""
        self._claims = {number: one for number, one in self._claims.items() if one.patient_id != patient_id}
        self.add(still)

    def point_at(self, claim_id: int) -> None:
        """Put the keys on the person and day of a claim, where these wait."""
        place = next((n for n, row in enumerate(self.rows) if any(one.id == claim_id for one in row.claims)), None)
        if place is not None:
            self.table.setCurrentCell(place, 0)

    def step(self, by: int) -> None:
        """Put the keys on another row."""
        if self.rows:
            self.table.setCurrentCell((self.table.currentRow() + by) % len(self.rows), 0)

    def say(self, heading: str, sentence_: str) -> None:
        """Show a word in place of the rows."""
        self.state.say(heading, sentence_)
        self._pages.setCurrentWidget(self.state)

    def _show(self) -> None:
        before, place = self.current, self.table.currentRow()
        self.rows = grouped(self._claims[number] for number in sorted(self._claims))
        keys = [_key(row) for row in self.rows]
        kept = keys.index(_key(before)) if before is not None and _key(before) in keys else place
        quiet = QSignalBlocker(self.table)
        self.table.show_rows([self._texts(row) for row in self.rows], marked=ASKED, colours=[AMBER] * len(self.rows))
        self.table.setCurrentCell(min(max(kept, 0), len(self.rows) - 1), 0)
        quiet.unblock()
        if self.rows:
            self._pages.setCurrentWidget(self.table)
        self._tell()

    def _tell(self) -> None:
        before, self._told = self._told, self.current
        if (before and _key(before)) != (self._told and _key(self._told)):
            self.current_changed.emit()

    def _texts(self, row: Waiting) -> tuple[str, ...]:
        number = f"{name_of(ID_KINDS, row.id_kind)} {identifier(row.patient_id)}"
        claims = [f"{identifier(one.number)} — {one.centre}" for one in row.claims[:SHOWN_CLAIMS]]
        more = len(row.claims) - SHOWN_CLAIMS
        if more > 0:
            claims.append(self.tr("و {count} سند دیگر").format(count=persian_digits(more)))
        asks = dict.fromkeys(name for one in row.claims for name in one.asks)
        return (
            f"{sentence(row.patient_name)}\n{number}" if row.patient_name else number,
            date_text(row.day),
            "\n".join(sentence(text) for text in claims),
            "\n".join(fact_label(name) for name in asks),
        )

    def _make_table(self) -> ReadingTable:
        headings = self.tr("بیمه‌شده"), self.tr("روز خدمت"), self.tr("سندها"), self.tr("پرسش")
        table = ReadingTable(headings, self)
        table.setAccessibleName(self.tr("در انتظار استعلام"))
        table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setSectionResizeMode(DAY, QHeaderView.ResizeMode.ResizeToContents)
        return table


def _key(row: Waiting) -> tuple[str, object]:
    return row.patient_id, row.day
