"""The checklist of documents: the keys stand on a row, one key turns it, another opens its faults."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.services.stay.further import FurtherPaper
from app.services.stay.papers import FAULTS_OF, Papers
from app.ui.bill.key_cap import typed
from app.ui.stay.paper_pen import PaperPen
from app.ui.stay.paper_rows import Costs, Key, PaperRow, paper_rows, row_words
from app.ui.text import sentence, without_bidi_marks

ROW = 26
READ_KEY = Qt.Key.Key_F11
ALL_KEYS = frozenset({"h", "ه"})


class PaperList(QWidget):
    """The rows of the checklist.

    Signals:
        turned: the PaperRow that a person turns: what is there into what is not, or back.
        all_there: every document is there and faultless.
        pointed: words on the row under the keys; its lines.
        line_wanted: number of the line to which a person wants to go.
        rule_wanted: id of the rule that acts where the row under the keys lacks.
        row_shown: top and height of the row under the keys, to be scrolled to.
        left: -1 or 1: the keys go to what is above or below.
    """

    turned = Signal(object)
    all_there = Signal()
    pointed = Signal(str, object)
    line_wanted = Signal(int)
    rule_wanted = Signal(str)
    row_shown = Signal(int, int)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("فهرست مدارک"))
        self.rows: list[PaperRow] = []
        self.editable = True
        self._papers, self._further = Papers(None, None), tuple[FurtherPaper, ...]()
        self._costs: Costs = {}
        self._stale: Collection[Key] = ()
        self._opened: set[str] = set()
        self._current = 0

    @property
    def current(self) -> PaperRow | None:
        """The row under the keys."""
        return self.rows[self._current] if self.rows else None

    def show_papers(
        self, papers: Papers, further: tuple[FurtherPaper, ...], costs: Costs, stale: Collection[Key]
    ) -> None:
        """Show how the documents stand; a document with a fault is opened when the fault is first seen."""
        seen = self._papers
        self._opened |= {d for d, faults in FAULTS_OF.items() if any(papers.has(f) and not seen.has(f) for f in faults)}
        self._papers, self._further, self._costs, self._stale = papers, further, costs, stale
        self._fill()

    def forget(self) -> None:
        """Close every document and go to the first, as for another claim."""
        self._opened.clear()
        self._papers, self._current = Papers(None, None), 0

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        return QSize(420, ROW * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: names give way, figures do not."""
        return QSize(280, self.sizeHint().height())

    def room_of(self, place: int) -> QRect:
        """Return where a row is drawn."""
        return QRect(0, place * ROW, self.width(), ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = PaperPen(painter, self.layoutDirection())
        for place, row in enumerate(self.rows):
            room = self.room_of(place)
            if room.intersects(event.rect()):
                pen.draw(row, room, current=place == self._current, focused=self.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, turn, open, close, or go to the line."""
        opening = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        closing = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        key, row = event.key(), self.current
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(0 if key == Qt.Key.Key_Home else len(self.rows) - 1)
        elif row is not None and key == Qt.Key.Key_Space:
            self._turn(row)
        elif row is not None and key in {opening, closing}:
            self._open(row.document, opened=key == opening)
        elif row is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._want_line(row)
        elif key == READ_KEY:
            self._want_rule()
        elif typed(event) in ALL_KEYS and self.editable:
            self.all_there.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn a row where its mark is, open it where its faults are told, else stand on it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = event.position().toPoint().y() // ROW
        if not 0 <= place < len(self.rows):
            return
        self._go(place)
        row, part = self.rows[place], PaperPen.part_at(event.position().toPoint(), self.room_of(place), self)
        if part == "mark":
            self._turn(row)
        elif part == "name" and FAULTS_OF.get(row.document) and row.fault is None:
            self._open(row.document, opened=row.document not in self._opened)
        elif part == "lines":
            self._want_line(row)

    def event(self, event: QEvent) -> bool:
        """Say in words what the pointer rests on; here the key that leads to a rule means that of the row."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == READ_KEY:
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = QPoint(event.pos()).y() // ROW
            if 0 <= place < len(self.rows):
                QToolTip.showText(event.globalPos(), sentence(row_words(self.rows[place])), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what the keys stand on."""
        super().focusInEvent(event)
        self._go(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _fill(self) -> None:
        stood = self.current
        before = len(self.rows)
        rows = paper_rows(self._papers, self._further, self._costs, self._opened)
        self.rows = [replace(row, stale=row.key in self._stale) for row in rows]
        keys = [row.key for row in self.rows]
        wanted = stood.key if stood else keys[0]
        its_document = (wanted[0], None, None)
        self._current = next((keys.index(key) for key in (wanted, its_document) if key in keys), 0)
        if len(self.rows) != before:
            self.updateGeometry()
        if self.hasFocus():
            self._say()
        self.update()

    def _turn(self, row: PaperRow) -> None:
        if self.editable:
            self.turned.emit(row)

    def _open(self, document: str, *, opened: bool) -> None:
        (self._opened.add if opened else self._opened.discard)(document)
        self._fill()

    def _want_line(self, row: PaperRow) -> None:
        if row.cost is not None and row.cost.lines:
            self.line_wanted.emit(row.cost.lines[0])

    def _want_rule(self) -> None:
        row = self.current
        if row is not None and row.rule is not None:
            self.rule_wanted.emit(row.rule)

    def _step(self, step: int) -> None:
        place = self._current + step
        if 0 <= place < len(self.rows):
            self._go(place)
        else:
            self.left.emit(step)

    def _go(self, place: int) -> None:
        self._current = min(max(place, 0), max(len(self.rows) - 1, 0))
        self._say()
        self.row_shown.emit(self._current * ROW, ROW)
        self.update()

    def _say(self) -> None:
        row = self.current
        if row is not None:
            words = sentence(row_words(row))
            self.setAccessibleDescription(without_bidi_marks(words))
            self.pointed.emit(words, row.cost.lines if row.cost else ())
