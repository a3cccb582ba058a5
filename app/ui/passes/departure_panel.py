"""The departures of a claim from the rules, one row each, for the supervisor's eye."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app.domain.departures import Departure, departures_of
from app.domain.persian import persian_digits, rials
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.names import line_title
from app.ui.fonts import MEDIUM, SMALL
from app.ui.key_bar import key_text
from app.ui.passes.reason_card import ReasonCard
from app.ui.reading_table import ReadingTable
from app.ui.text import identifier, sentence, signed_rials
from app.ui.theme import AMBER, QUIET

DIFFERENCE, TITLE, WHY = 4, 1, 5
TITLE_WIDTH, MOST_ROWS_PX, BESIDE_NOTE_PX = 150, 150, 60


class DeparturePanel(QFrame):
    """What a supervisor endorses or sends back; the row under the keys shows its line on the bill.

    Signals:
        line_wanted: number of the line whose row was chosen.
    """

    line_wanted = Signal(int)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.own = CleanLabel("", self, tone="amber", points=SMALL)
        self.hints = QWidget(self)
        self.table = self._make_table()
        self.note = ReasonCard(self)
        self._rows: tuple[Departure, ...] = ()
        keys = QHBoxLayout(self.hints)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(14)
        for act in actions:
            keys.addWidget(KeyHint(key_text(act), act.text(), self.hints, act.trigger))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.title, 1)
        head.addWidget(self.own, 1)
        head.addWidget(self.hints)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.table)
        box.addWidget(self.note)

    def show_claim(self, open_claim: OpenClaim, own: str | None) -> None:
        """Show the departures of a claim; `own` says why the person may not judge it, None where they may."""
        self._rows = departures_of(open_claim.settlement, open_claim.decisions)
        self.title.setText(self._summary())
        self.own.setText(own or "")
        self.own.setVisible(own is not None)
        self.hints.setVisible(own is None)
        self.note.hide()
        colours = [AMBER if row.difference > 0 else QUIET for row in self._rows]
        self.table.show_rows([self._texts(open_claim, row) for row in self._rows], marked=DIFFERENCE, colours=colours)
        self._fit()

    def ask_note(self, question: str, sentences: Sequence[str]) -> None:
        """Ask with which note the claim goes back; the departures make room for it."""
        self.note.ask(question, sentences)
        self._fit()

    def leave_note(self) -> None:
        """Ask no more."""
        self.note.hide()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table the room that its rows need in the new width, once they have taken it."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Give the table the room of its rows, up to a third of the bill; more of them scroll."""
        most = MOST_ROWS_PX if self.note.isHidden() else BESIDE_NOTE_PX
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        self.table.setFixedHeight(min(rows, most) + self.table.horizontalHeader().sizeHint().height() + 2)

    def _summary(self) -> str:
        differences = [row.difference for row in self._rows]
        more, less = sum(d for d in differences if d > 0), sum(d for d in differences if d < 0)
        sums = self.tr(" و ").join(signed_rials(amount) for amount in (more, less) if amount)
        text = self.tr("{count} اختلاف با ضابطه: {sums} ریال")
        return text.format(count=persian_digits(len(differences)), sums=sums or rials(0))

    def _texts(self, open_claim: OpenClaim, row: Departure) -> tuple[str, ...]:
        title = sentence(line_title(open_claim.line(row.line), open_claim.titles))
        initials = (self._initials(open_claim, ground.decision.author) for ground in row.grounds)
        return (
            persian_digits(row.line),
            title,
            rials(row.engine),
            rials(row.approved),
            signed_rials(row.difference),
            "\n".join(self._why(open_claim, row)),
            "، ".join(dict.fromkeys(initials)),
        )

    def _why(self, open_claim: OpenClaim, row: Departure) -> list[str]:
        said = []
        for ground in row.grounds:
            clauses = []
            for rule in ground.rules:
                entry = open_claim.rulebook.get(rule)
                clauses.append(f"{identifier(rule)} {entry.clause if entry is not None else ''}".strip())
            reason = ground.decision.reason or ""
            said.append(sentence(f"{reason} — {'؛ '.join(clauses)}" if clauses else reason))
        return said

    @staticmethod
    def _initials(open_claim: OpenClaim, author: int) -> str:
        user = open_claim.authors.get(author)
        return user.initials if user is not None else ""

    def _make_table(self) -> ReadingTable:
        headings = (
            self.tr("ردیف"),
            self.tr("خدمت"),
            self.tr("سامانه"),
            self.tr("کارشناس"),
            self.tr("تفاوت"),
            self.tr("دلیل و بند"),
            self.tr("نام"),
        )
        table = ReadingTable(headings, self)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(TITLE, TITLE_WIDTH)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setAccessibleName(self.tr("اختلاف‌های سند با ضابطه"))
        table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        table.currentCellChanged.connect(self._on_row)
        return table

    def _on_row(self, row: int, *_rest: int) -> None:
        if 0 <= row < len(self._rows):
            self.line_wanted.emit(self._rows[row].line)
