"""The strip of questions: one at a time under the eye, answered by one key."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.persian import persian_digits, rials
from app.services.alternatives import NAMES, Outcome, Weighed, names_given, new_name
from app.services.open_claim import OpenClaim, Question
from app.ui.answers.answer_chips import AnswerChips
from app.ui.answers.answer_editors import AnswerEditor, answer_editor
from app.ui.answers.named_editor import NamedEditor
from app.ui.bill.key_cap import KeyHint
from app.ui.bill.names import line_title
from app.ui.fonts import LARGE, MEDIUM, SMALL, font, metrics
from app.ui.key_bar import key_text
from app.ui.text import identifier, sentence
from app.ui.theme import restyle

LEAST_HEIGHT = 152
TITLE_ROOM = 200
READ_KEY = Qt.Key.Key_F11


class AnswersStrip(QFrame):
    """What the rules wait for.

    Signals:
        answered: fact name, line number or None, value of the domain.
        question_shown: the question now under the eye, None where nothing is asked.
        rule_wanted: id of the rule that asks, to be read in the rule book.
    """

    answered = Signal(str, object, object)
    question_shown = Signal(object)
    rule_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open_claim: OpenClaim | None = None
        self._place = 0
        self.editor: AnswerEditor | None = None
        self._counter, self._label, self._where, self._why = (QLabel(self) for _ in range(4))
        self._counter.setProperty("role", "badge")
        self._counter.setProperty("tone", "amber")
        self._counter.setFont(font(SMALL))
        self._label.setFont(font(LARGE - 1, MEDIUM))
        self._label.setWordWrap(True)
        self._where.setProperty("tone", "quiet")
        self._where.setFont(font(SMALL))
        self._why.setProperty("tone", "quiet")
        self._why.setFont(font(SMALL + 0.5))
        self._why.setWordWrap(True)
        self.chips = AnswerChips(self)
        self._keys, self._elsewhere, self._here = QWidget(self), QWidget(self), QWidget(self)
        self._room = QVBoxLayout()
        self._lay_out()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def question(self) -> Question | None:
        """The question under the eye."""
        questions = self._questions()
        return questions[self._place] if questions else None

    def show_claim(self, open_claim: OpenClaim) -> None:
        """Show the questions of a claim; after an answer the next one comes, else the same one stays."""
        before = self.question if self._open_claim is not None and self._open_claim.id == open_claim.id else None
        if before is None:
            self._place = 0
        self._open_claim = open_claim
        names = [(question.name, question.line) for question in open_claim.questions]
        if before is not None and (before.name, before.line) in names:
            self._place = names.index((before.name, before.line))
        self._place = min(self._place, max(len(names) - 1, 0))
        same = before is not None and self.question is not None and self.question.name == before.name
        self._show_question(keep_editor=same and self.question == before)
        self.chips.show_answers(open_claim)

    def show_weighed(self, weighed: Weighed) -> None:
        """Show what each choice would pay, where its question is under the eye."""
        question = self.question
        if question is None or self.editor is None or (question.name, question.line) != (weighed.name, weighed.line):
            return
        buttons = self.editor.choices()
        for choice in weighed.choices:
            if choice.value in buttons:
                buttons[choice.value].show_amounts(_amounts_text(choice.outcome, question.line))

    def show_keys(self, answer: QAction, others: Sequence[QAction]) -> None:
        """Show the keys: that which leads here, or while one is here that which leads to the rule; then the others."""
        box = QHBoxLayout(self._keys)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        self._elsewhere = KeyHint(key_text(answer), answer.text(), self._keys, answer.trigger)
        self._here = KeyHint(READ_KEY.name.removeprefix("Key_"), self.tr("ضابطه"), self._keys, self.read_rule)
        self._here.hide()
        rest = [KeyHint(key_text(act), act.text(), self._keys, act.trigger) for act in others]
        for hint in (self._elsewhere, self._here, *rest):
            box.addWidget(hint)

    def read_rule(self) -> None:
        """Ask for the rule behind the question in the rule book."""
        if self.question is not None:
            self.rule_wanted.emit(self.question.findings[0].rule)

    def label_text(self) -> str:
        """Return what is asked, as it is shown."""
        return self._label.text()

    def why_text(self) -> str:
        """Return why it is asked, as it is shown."""
        return self._why.text()

    def show_next(self, step: int = 1) -> None:
        """Show the next question, after the last one the first."""
        questions = self._questions()
        if questions:
            self._place = (self._place + step) % len(questions)
            self._show_question()

    def take_focus(self) -> None:
        """Take the keys: into the field where one types, else onto the strip."""
        target = self.editor.focusProxy() if self.editor is not None else None
        (target or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_letter(self, event: QKeyEvent) -> bool:
        """Answer yes or no by a letter that was typed elsewhere on the desk; digits belong to the amounts there."""
        return event.text().isalpha() and self._take(event)

    def event(self, event: QEvent) -> bool:
        """Claim the key that leads to the rule: while one is here it means the rule of the question."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == READ_KEY:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the key to the editor of the question, or go to its rule."""
        if event.key() == READ_KEY:
            self.read_rule()
        elif not self._take(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here."""
        super().focusInEvent(event)
        self._show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self._show_focus(focused=False)

    def _take(self, event: QKeyEvent) -> bool:
        return self.editor is not None and self.editor.isEnabled() and self.editor.take_key(event)

    def _questions(self) -> tuple[Question, ...]:
        return self._open_claim.questions if self._open_claim is not None else ()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._label, 1)
        head.addWidget(self._where, 0, Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.addWidget(self.chips, 1)
        foot.addWidget(self._keys)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._why)
        box.addLayout(self._room)
        box.addStretch(1)
        box.addLayout(foot)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        here = now is not None and (now is self or self.isAncestorOf(now))
        self._here.setVisible(here)
        self._elsewhere.setVisible(not here)

    def _show_question(self, *, keep_editor: bool = False) -> None:
        question = self.question
        self.setMinimumHeight(0 if question is None else LEAST_HEIGHT)
        for widget in (self._counter, self._where, self._keys):
            widget.setVisible(question is not None)
        if question is None:
            self._show_nothing_asked()
        else:
            count = self.tr("{place} از {all}")
            self._counter.setText(
                count.format(place=persian_digits(self._place + 1), all=persian_digits(len(self._questions())))
            )
            self._where.setText(self._where_text(question))
            self._label.setText(sentence(self._question_text(question)))
            self._why.setText(sentence(self._why_text(question)))
        if not keep_editor:
            self._replace_editor(question)
        self.question_shown.emit(question)

    def _show_nothing_asked(self) -> None:
        self._label.setText(self.tr("پرسشی نمانده است"))
        self._why.setText(self.tr("آنچه ضابطه‌ها از روی سند می‌خواستند پاسخ دارد."))

    def _replace_editor(self, question: Question | None) -> None:
        had_focus = self.editor is not None and self.editor.focusProxy() is not None and self._focus_inside()
        if self.editor is not None:
            self._room.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        if question is not None and question.definition is not None:
            self.editor = self._editor_of(question)
            self.editor.setEnabled(self._open_claim is not None and self._open_claim.editable)
            self.editor.given.connect(lambda value: self.answered.emit(question.name, question.line, value))
            self._room.addWidget(self.editor)
        if had_focus or self.hasFocus():
            self.take_focus()

    def _editor_of(self, question: Question) -> AnswerEditor:
        """Return the editor of a question, with room for what each choice would pay."""
        if self._open_claim is not None and question.name in NAMES:
            names = names_given(question.name, self._open_claim)
            editor: AnswerEditor = NamedEditor(names, new_name(question.name, self._open_claim), self)
        else:
            assert question.definition is not None
            editor = answer_editor(question.definition, self)
        if self._open_claim is not None and self._open_claim.editable:
            for button in editor.choices().values():
                button.show_amounts(" ")
        return editor

    def _focus_inside(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and focused is not self and focused.hasFocus()

    def _where_text(self, question: Question) -> str:
        if question.line is None or self._open_claim is None:
            return self.tr("کل سند")
        title = line_title(self._open_claim.line(question.line), self._open_claim.titles)
        short = metrics(SMALL).elidedText(sentence(title), Qt.TextElideMode.ElideRight, TITLE_ROOM)
        return self.tr("ردیف {no}، {title}").format(no=persian_digits(question.line), title=short)

    def _question_text(self, question: Question) -> str:
        if question.definition is not None:
            return self.tr("{label}؟").format(label=question.definition.label)
        return question.needs or question.findings[0].message

    def _why_text(self, question: Question) -> str:
        rule = question.findings[0].rule
        if question.definition is None:
            return self.tr("پاسخ آن در سند نیست: مبلغ ردیف را با F2 تعیین کنید یا سند را به مرکز برگردانید.")
        entry = self._open_claim.rulebook.get(rule) if self._open_claim is not None else None
        wording = entry.wording if entry is not None else question.findings[0].message
        return self.tr("{wording} (ضابطه {rule})").format(wording=wording, rule=identifier(rule))

    def _show_focus(self, *, focused: bool) -> None:
        restyle(self, focused="true" if focused else "false")


def _amounts_text(outcome: Outcome, line: int | None) -> str:
    """Return what a choice would pay on the line that is asked about, and on the whole claim."""
    claim = rials(outcome.claim)
    if line is None:
        return QCoreApplication.translate("answers", "سند {amount}").format(amount=claim)
    text = QCoreApplication.translate("answers", "ردیف {line} · سند {claim}")
    return text.format(line=rials(outcome.lines[line]), claim=claim)
