"""The claims with open objections: since when, what the centre says, and who may take them up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QWidget

from app.domain.persian import date_text, persian_digits
from app.services.objections import OpenObjection
from app.ui.bill.state_page import StatePage
from app.ui.objections.sentences import place_of
from app.ui.reading_table import ReadingTable
from app.ui.text import identifier, sentence
from app.ui.theme import AMBER, INK, QUIET

STATE = 3


class OpenList(QWidget):
    """One row for each claim, those that came in first first; a calm word where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[OpenObjection, ...] = ()
        self.state, self.table = StatePage(self), self._make_table()
        self.setFocusProxy(self.table)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.state)
        self._pages.addWidget(self.table)

    @property
    def current(self) -> OpenObjection | None:
        """The claim under the keys."""
        place = self.table.currentRow()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def show_rows(self, rows: Sequence[OpenObjection]) -> None:
        """Show the claims; the one under the keys stays under them."""
        before = self.current
        self.rows = tuple(rows)
        colours = [AMBER if row.waits and row.refusal is None else INK if row.waits else QUIET for row in self.rows]
        self.table.show_rows([self._texts(row) for row in self.rows], marked=STATE, colours=colours)
        numbers = [row.claim_id for row in self.rows]
        kept = numbers.index(before.claim_id) if before is not None and before.claim_id in numbers else 0
        self.table.setCurrentCell(kept, 0)
        if not self.rows:
            self.say(
                self.tr("اعتراض بازی نیست"),
                self.tr("نامه اعتراض مرکز را با Ctrl+N ثبت کنید؛ تا پایان مهلت پذیرفته است."),
            )
        else:
            self._pages.setCurrentWidget(self.table)

    def say(self, heading: str, sentence_: str) -> None:
        """Show a word in place of the rows."""
        self.state.say(heading, sentence_)
        self._pages.setCurrentWidget(self.state)

    def _texts(self, row: OpenObjection) -> tuple[str, ...]:
        centre = row.submission.provider.name or identifier(row.submission.provider.id)
        patient = row.claim.patient.name or identifier(row.claim.patient.id)
        said = (self.tr("{place}: {reason}").format(place=place_of(one), reason=one.reason) for one in row.objections)
        since = self.tr("{date}\n{days} روز پیش") if row.days else self.tr("{date}\nامروز")
        return (
            f"{identifier(row.claim.id)}\n{sentence(patient)}\n{sentence(centre)}",
            "\n".join(sentence(text) for text in said),
            since.format(date=date_text(row.received_on), days=persian_digits(row.days)),
            self._standing(row),
        )

    def _standing(self, row: OpenObjection) -> str:
        if not row.waits:
            return self.tr("نسخه {version} در دست رسیدگی").format(version=persian_digits(row.version + 1))
        if row.refusal is None:
            return self.tr("شما می‌توانید رسیدگی کنید")
        if not row.reviewers:
            return self.tr("کسی که نسخه پیش را امضا نکرده باشد در دفتر نیست")
        return self.tr("رسیدگی با {names}").format(names=self.tr(" یا ").join(row.reviewers))

    def _make_table(self) -> ReadingTable:
        headings = self.tr("سند"), self.tr("گفته مرکز"), self.tr("دریافت"), self.tr("رسیدگی")
        table = ReadingTable(headings, self)
        table.setAccessibleName(self.tr("اعتراض‌های باز"))
        table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        return table
