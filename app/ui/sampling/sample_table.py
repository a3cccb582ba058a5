"""One sample on the screen: how it was drawn, its claims with the supervisor's words, and the result so far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from app.domain.persian import persian_digits, rials
from app.domain.sample_report import sample_criteria
from app.domain.sample_results import SampleRow
from app.services.sample_views import SampleView
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import STATES, name_of
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.passes.reason_card import ReasonCard
from app.ui.reading_table import ReadingTable
from app.ui.sampling.names import VERDICTS, result_text
from app.ui.text import NOTHING, identifier, local_moment, sentence
from app.ui.theme import GREEN, QUIET, RED

VERDICT_COLUMN = 4
COLOURS: dict[bool | None, QColor] = {True: GREEN, False: RED, None: QUIET}


class SampleTable(QWidget):
    """The claims of a sample; below, why the chosen one is in it and what the supervisor wrote of it.

    Signals:
        opened: number of the claim in the office that is to be opened on the desk.
        chosen: another claim was chosen.
    """

    opened = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: SampleView | None = None
        self.criteria = CleanLabel("", self, tone="quiet", points=SMALL)
        self.result, self.details = QLabel(self), CleanLabel("", self)
        self.result.setFont(font(weight=MEDIUM))
        self.result.setWordWrap(True)
        self.people = CleanLabel("", self, tone="quiet", points=SMALL)
        self.table, self.note = self._make_table(), ReasonCard(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.criteria, self.result, self.people):
            box.addWidget(widget)
        box.addWidget(self.table, 1)
        box.addWidget(self.details)
        box.addWidget(self.note)

    def show_sample(self, view: SampleView) -> None:
        """Show a sample; in one that is shown already the chosen claim stays chosen."""
        same = self.view is not None and self.view.sample.id == view.sample.id
        place = max(0, self.table.currentRow()) if same else 0
        self.view = view
        self.criteria.setText(" · ".join(f"{name}: {value}" for name, value in sample_criteria(view.sample)))
        self.result.setText(result_text(view.result))
        self.people.setText(self._by_reviewer(view))
        self.people.setVisible(bool(view.result.by_reviewer))
        self.table.show_rows(
            [self._texts(view, row) for row in view.rows],
            marked=VERDICT_COLUMN,
            colours=[COLOURS[row.sampled.agreed] for row in view.rows],
        )
        self.table.setCurrentCell(place, 0)
        self._on_chosen()

    def choose(self, claim_id: int | None) -> None:
        """Choose a claim; None leaves the choice as it is."""
        rows = () if self.view is None else self.view.rows
        for place, row in enumerate(rows):
            if row.claim_id == claim_id:
                self.table.setCurrentCell(place, 0)

    def take_focus(self) -> None:
        """Give the keys to the claims."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def row(self) -> SampleRow | None:
        """The claim that is chosen."""
        place = self.table.currentRow()
        return self.view.rows[place] if self.view is not None and 0 <= place < len(self.view.rows) else None

    @property
    def next_waiting(self) -> int | None:
        """The next claim after the chosen one at which nobody has looked, from the first on after the last."""
        if self.view is None:
            return None
        place = self.table.currentRow() + 1
        ordered = (*self.view.rows[place:], *self.view.rows[:place])
        return next((row.claim_id for row in ordered if row.sampled.agreed is None and row is not self.row), None)

    def _on_chosen(self) -> None:
        row = self.row
        self.details.setText("" if row is None or self.view is None else self._details(self.view, row))
        self.chosen.emit()

    def _details(self, view: SampleView, row: SampleRow) -> str:
        said = [self.tr("چرا در نمونه است: {why}").format(why=row.sampled.why)]
        if row.sampled.judged_at is not None:
            judged = self.tr("{verdict}، {person}، {moment}").format(
                verdict=name_of(VERDICTS, row.sampled.agreed),
                person=view.name(row.sampled.judged_by),
                moment=local_moment(row.sampled.judged_at),
            )
            said.append(sentence(f"{judged}: {row.sampled.note}" if row.sampled.note else judged))
        return "\n".join(said)

    def _by_reviewer(self, view: SampleView) -> str:
        """Say whose claims were agreed with and whose not."""
        people = (
            self.tr("{name}: {agreed} از {looked} موافق").format(
                name=view.name(count.key if isinstance(count.key, int) else None),
                agreed=persian_digits(count.agreed),
                looked=persian_digits(count.looked_at),
            )
            for count in view.result.by_reviewer
        )
        return self.tr("به تفکیک کارشناس: {people}").format(people="؛ ".join(people))

    def _texts(self, view: SampleView, row: SampleRow) -> tuple[str, ...]:
        return (
            f"{identifier(row.external_id)}\n{row.patient_name or identifier(row.patient_id)}",
            f"{row.centre_name or identifier(row.centre_id)}\n{view.name(row.reviewer)}",
            NOTHING if row.approved is None else rials(row.approved),
            name_of(STATES, row.state),
            name_of(VERDICTS, row.sampled.agreed),
        )

    def _make_table(self) -> ReadingTable:
        headings = (
            self.tr("سند و بیمار"),
            self.tr("مرکز و کارشناس"),
            self.tr("تأییدشده"),
            self.tr("وضعیت"),
            self.tr("نظر ناظر"),
        )
        table = ReadingTable(headings, self)
        table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        table.setAccessibleName(self.tr("سندهای نمونه"))
        for column in (2, 3, VERDICT_COLUMN):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.itemSelectionChanged.connect(self._on_chosen)
        table.activated.connect(lambda _index: self._open())
        return table

    def _open(self) -> None:
        if self.row is not None:
            self.opened.emit(self.row.claim_id)
