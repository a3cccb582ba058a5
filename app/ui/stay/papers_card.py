"""The card of the documents of article 4: the checklist, its keys, and in words what the row under them does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.services.stay.further import FurtherPaper
from app.services.stay.papers import FAULTS_OF, PaperCost, Papers, PaperState, PaperTurn
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.stay.paper_list import PaperList
from app.ui.stay.paper_rows import Key, PaperRow
from app.ui.theme import restyle


class PapersCard(QFrame):
    """The checklist of a stay.

    Signals:
        paper_turned: a PaperTurn.
        answered: fact, line number or None, value: of what hangs on the papers besides.
    """

    paper_turned = Signal(object)
    answered = Signal(str, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self._papers = Papers(None, None)
        self._further: tuple[FurtherPaper, ...] = ()
        self._costs: dict[Key, PaperCost] = {}
        self._stale: set[Key] = set()
        self.list = PaperList(self)
        told = self.tr("در کنار هر مدرک، آنچه نبود آن از مبلغ تأییدشده می‌کاهد (ریال)")
        self._state, self.said = QLabel(self), CleanLabel(told, self, tone="quiet", points=SMALL + 0.5)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())  # rows below never move
        self._state.setProperty("role", "badge")
        self._state.setFont(font(SMALL))
        self._keys = self._key_line()
        head = QHBoxLayout()
        head.addWidget(CleanLabel(self.tr("مدارک ماده ۴"), self, weight=MEDIUM), 1)
        head.addWidget(self._state)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.said)
        box.addWidget(self.list)
        box.addWidget(self._keys)
        self.list.turned.connect(self._turn)
        self.list.all_there.connect(lambda: self.paper_turned.emit(PaperTurn()))
        self.list.pointed.connect(lambda words, _lines: self.said.setText(words))

    @property
    def costs_known(self) -> int:
        """How many figures are as new as the latest answer."""
        return len(self._costs) - len(self._stale)

    def show_papers(self, papers: Papers, further: tuple[FurtherPaper, ...], *, editable: bool) -> None:
        """Show how the documents stand; what they cost follows as it is worked out."""
        self._papers, self._further = papers, further
        self._stale = set(self._costs)
        self.list.editable = editable
        self._keys.setVisible(editable)
        self.list.show_papers(papers, further, self._costs, self._stale)
        states = [papers.state(document) for document in FAULTS_OF]
        tone = "" if all(state is PaperState.GIVEN for state in states) else "amber"
        self._state.setText(self._summary(states))
        restyle(self._state, tone=tone)

    def show_cost(self, cost: PaperCost) -> None:
        """Show what one document or fault costs; until then an earlier figure stays, fainter."""
        key = cost.document, cost.fault, cost.line
        self._costs[key] = cost
        self._stale.discard(key)
        self.list.show_papers(self._papers, self._further, self._costs, self._stale)

    def forget(self) -> None:
        """Forget figures and open rows, as for another claim."""
        self._costs = {}
        self.list.forget()

    def _turn(self, row: PaperRow) -> None:
        papers, further = self._papers, row.further
        if further is not None:
            value = not further.good if row.state is PaperState.GIVEN else further.good
            self.answered.emit(further.fact, further.line, value)
        elif row.fault is not None:
            self.paper_turned.emit(PaperTurn(fault=row.fault, there=not papers.has(row.fault)))
        else:
            self.paper_turned.emit(PaperTurn(row.document, there=row.state is PaperState.MISSING))

    def _summary(self, states: list[PaperState]) -> str:
        if PaperState.UNKNOWN in states:
            return self.tr("هنوز دیده نشده")
        lacking = [state for state in states if state is not PaperState.GIVEN]
        if not lacking:
            return self.tr("همه پیوست است")
        return self.tr("{count} مدرک نیست یا ایراد دارد").format(count=persian_digits(len(lacking)))

    def _key_line(self) -> QWidget:
        line = QWidget(self)
        box = FlowLayout(line, spacing=12, row_spacing=4)
        box.addWidget(KeyHint(self.tr("فاصله"), self.tr("هست یا نیست"), line))
        box.addWidget(KeyHint("←", self.tr("ایرادها"), line))
        box.addWidget(KeyHint("Enter", self.tr("رفتن به ردیف"), line))
        box.addWidget(KeyHint("F11", self.tr("ضابطه"), line))
        box.addWidget(KeyHint("ه", self.tr("همه هست و درست است"), line, self.list.all_there.emit))
        return line
