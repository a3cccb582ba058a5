"""Trying a rule on the claim on the desk: its facts, the editor of one of them, the bill before and after."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.domain.assessment import ClaimResult
from app.domain.facts import UNKNOWN, FactValue
from app.domain.persian import persian_digits
from app.domain.rulebook import RuleEntry
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.trial import TrialAnswers, TrialQuestion, TrialRoom, trial_questions
from app.ui.answers.answer_editors import AnswerEditor, answer_editor
from app.ui.answers.value_names import answer_text
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.names import line_title
from app.ui.fonts import MEDIUM, SMALL
from app.ui.rule_book.trial_bill import TrialBill
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier

MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TrialPane(QWidget):
    """Takes the place of list and details while a rule is tried.

    Signals:
        shown: the bill with the answers so far is on the screen.
        left: the person is done with trying.
    """

    shown = Signal()
    left = Signal()

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dictionary, self._room, self._worker = office.dictionary, TrialRoom(office), worker
        self._open_claim: OpenClaim | None = None
        self._questions: tuple[TrialQuestion, ...] = ()
        self.answers: TrialAnswers = {}
        self.editor: AnswerEditor | None = None
        self.title, self.list, self.bill = CleanLabel("", self, weight=MEDIUM), QListWidget(self), TrialBill(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_editor())

    def begin(self, entry: RuleEntry, open_claim: OpenClaim) -> None:
        """Try a rule on a copy of a claim."""
        self._open_claim, self.answers = open_claim, {}
        self._questions = trial_questions(entry, open_claim, self._dictionary)
        self.title.setText(self.tr("آزمودن ضابطه {rule} در این سند").format(rule=identifier(entry.id)))
        self.list.clear()
        self.list.addItems([self._text(question) for question in self._questions])
        self.bill.show_results(open_claim, open_claim.result)
        self.list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the facts, or give the key to the editor."""
        if event.key() in MOVES:
            place = self.list.currentRow() + MOVES[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(place, 0), self.list.count() - 1))
        elif self.editor is None or not self.editor.take_key(event):
            super().keyPressEvent(event)

    def answer(self, value: FactValue) -> None:
        """Lay an answer to the fact under the keys over the copy, and ask the engine."""
        place, open_claim = self.list.currentRow(), self._open_claim
        if open_claim is None or place < 0:
            return
        question = self._questions[place]
        self.answers[question.definition.name, question.line] = value
        self.list.item(place).setText(self._text(question))
        answers = dict(self.answers)
        self._worker.start(
            lambda _report: self._room.result(open_claim.id, answers),
            done=lambda result: self._show(result, open_claim, answers),
            failed=lambda error: self.bill.summary.setText(sentence_of(error)),
        )

    def _show(self, result: ClaimResult, open_claim: OpenClaim, answers: TrialAnswers) -> None:
        """Show a result unless the claim or the answers have become others meanwhile."""
        if open_claim is self._open_claim and answers == self.answers:
            self.bill.show_results(open_claim, result)
            self.shown.emit()

    def _text(self, question: TrialQuestion) -> str:
        name = question.definition.name
        value = self.answers.get((name, question.line), question.known)
        told = self.tr("نامعلوم")
        if value is not UNKNOWN:
            told = answer_text(name, value, yes=self.tr("بله"), no=self.tr("خیر"))
        if question.line is None or self._open_claim is None:
            return f"{question.definition.label}: {told}"
        title = line_title(self._open_claim.line(question.line), self._open_claim.titles)
        where = self.tr("ردیف {no}، {title}").format(no=persian_digits(question.line), title=title)
        return f"{where} — {question.definition.label}: {told}"

    def _show_editor(self) -> None:
        """Bring the editor of the fact under the keys; one types into it at once, or answers by a key."""
        if self.editor is not None:
            self._editor_room.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        place = self.list.currentRow()
        if 0 <= place < len(self._questions):
            self.editor = answer_editor(self._questions[place].definition, self)
            self.editor.given.connect(self.answer)
            self._editor_room.addWidget(self.editor)
        proxy = self.editor.focusProxy() if self.editor is not None else None
        (proxy or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        band = QFrame(self)
        band.setProperty("role", "notice")
        inside = QHBoxLayout(band)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.addWidget(CleanLabel(self.tr("آزمایشی؛ چیزی ثبت نمی‌شود"), band, tone="amber", weight=MEDIUM), 1)
        inside.addWidget(KeyHint("↑ ↓", self.tr("مورد پیش و بعد"), band))
        inside.addWidget(KeyHint("Esc", self.tr("بازگشت به ضابطه"), band, self.left.emit))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("role", "list")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("موردهای این ضابطه"))
        card = QFrame(self)
        card.setProperty("role", "card")
        self._editor_room = QVBoxLayout()
        box = QVBoxLayout(card)
        box.setContentsMargins(14, 10, 14, 10)
        box.addWidget(self.title)
        box.addWidget(CleanLabel(self.tr("مقداری برگزینید تا اثرش را ببینید."), card, tone="quiet", points=SMALL))
        box.addWidget(self.list, 1)
        box.addLayout(self._editor_room)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addWidget(band)
        page.addWidget(card, 1)
        page.addWidget(self.bill, 1)
