"""Objections: the list of open ones, from which they are taken up, and the form in which a letter is recorded."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from app.domain.persian import persian_digits
from app.domain.rights import Action, refusal
from app.services.objections import Objections, ObjectionTerms, OpenObjection
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.objections.letter_form import LetterForm
from app.ui.objections.open_list import OpenList
from app.ui.page_over_bill import PageOverBill
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier


class ObjectionsPage(PageOverBill):
    """Takes the place of the bill; a claim that is taken up opens on the desk as its next version."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self._claim: OpenClaim | None = None
        self._changed: set[int] = set()
        self._changing = False
        self.open, self.form = OpenList(self), LetterForm(self)
        self.heading, self.said = QLabel(self), CleanLabel("", self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the open objections to a person."""
        self._session = session
        self._changed = set()
        self._say("", "quiet")
        if not self.open.rows:
            self.open.say(self.tr("اعتراض‌ها خوانده می‌شوند…"), "")
        self._show_list()
        self._read()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take the claim that now lies on the desk; a letter is about it unless another one is chosen."""
        self._claim = open_claim

    def _start(self, work: Callable[[Objections], Any], done: Callable[[Any], None]) -> None:
        if self._session is not None:
            objections = Objections(self.office, self._session)
            self.worker.start(
                lambda _report: work(objections),
                done=done,
                failed=lambda error: self._say(sentence_of(error), "red"),
            )

    def _change(self, work: Callable[[Objections], Any], done: Callable[[Any], None]) -> None:
        """Start what changes the office, once however often its key is pressed until it has ended."""
        if self._session is None or self._changing:
            return

        def on_done(outcome: Any) -> None:
            self._changing = False
            done(outcome)

        def on_failed(error: Exception) -> None:
            self._changing = False
            self._say(sentence_of(error), "red")

        self._changing = True
        objections = Objections(self.office, self._session)
        self.worker.start(lambda _report: work(objections), done=on_done, failed=on_failed)

    def _read(self) -> None:
        self._start(lambda objections: objections.list(), self._on_read)

    def _on_read(self, rows: tuple[OpenObjection, ...]) -> None:
        self.open.show_rows(rows)
        self._enable()

    # --- taking up

    def _take_up(self) -> None:
        """Take up the claim under the keys; one that is under way already is opened."""
        row = self.open.current
        if row is None:
            return
        if not row.waits:
            self.claim_wanted.emit(row.claim_id)
        elif row.refusal is not None:
            self._say(row.refusal, "red")
        else:
            self._change(lambda objections: objections.take_up(row.claim_id), self._on_taken_up)

    def _on_taken_up(self, open_claim: OpenClaim) -> None:
        self.queue_changed.emit()
        version = persian_digits(open_claim.version)
        self.told.emit(self.tr("نسخه {version} سند باز شد؛ به هر اعتراض پاسخ دهید.").format(version=version))
        self.claim_wanted.emit(open_claim.id)

    # --- recording

    def _begin_letter(self) -> None:
        """Ask for a letter; of the claim on the desk, where that is one to which its centre may object."""
        self._say("", "quiet")
        self.form.begin()
        self._pages.setCurrentWidget(self.form)
        self.heading.setText(self.tr("ثبت اعتراض مرکز"))
        self._enable()
        self.form.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._claim is not None:
            claim_id = self._claim.id
            self._start(lambda objections: objections.terms(claim_id), self._on_own_terms)

    def _on_own_terms(self, terms: ObjectionTerms) -> None:
        if terms.version is not None and self.form.terms is None and not self.form.choice.field.text():
            self.form.show_terms(terms)

    def _find(self, words: str) -> None:
        self._start(lambda objections: objections.find(words), lambda rows: self.form.choice.show_found(words, rows))

    def _choose(self, claim_id: int) -> None:
        self._start(lambda objections: objections.terms(claim_id), self.form.show_terms)

    def _record(self) -> None:
        terms, received_on, letter = self.form.terms, self.form.received_on, self.form.letter
        if terms is not None and received_on is not None:
            self._change(
                lambda objections: objections.record(terms.claim.id, letter, received_on),
                lambda _added: self._on_recorded(terms.claim),
            )

    def _on_recorded(self, claim: OpenClaim) -> None:
        self._changed.add(claim.id)
        self._say(self.tr("اعتراض به سند {number} ثبت شد.").format(number=identifier(claim.claim.id)), "green")
        self._show_list()
        self._read()
        self.queue_changed.emit()

    # --- the page

    def _show_list(self) -> None:
        self._pages.setCurrentWidget(self.open)
        self.heading.setText(self.tr("اعتراض‌های باز"))
        self._enable()
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """Leave the line, else the letter, else the page; a claim to which was objected is shown anew."""
        if self._pages.currentWidget() is self.form:
            if not self.form.leave():
                self._say("", "quiet")
                self._show_list()
        elif self._claim is not None and self._claim.id in self._changed:
            self.claim_wanted.emit(self._claim.id)
        else:
            self.closed.emit()

    def _enable(self) -> None:
        in_form, row = self._pages.currentWidget() is self.form, self.open.current
        roles = self._session.user.roles if self._session is not None else frozenset()
        self.take_action.setVisible(not in_form)
        self.take_action.setEnabled(row is not None)
        self.take_action.setText(self.tr("رسیدگی") if row is None or row.waits else self.tr("باز کردن سند"))
        self.letter_action.setVisible(not in_form)
        self.letter_action.setEnabled(refusal(Action.RECORD_OBJECTION, roles) is None)
        self.record_action.setVisible(in_form)
        self.record_action.setEnabled(in_form and self.form.may_be_recorded)

    def _say(self, sentence: str, tone: str) -> None:
        self.said.say(sentence, tone)

    def _make_actions(self) -> None:
        self.take_action = action(self.open, self.tr("رسیدگی"), "Return", "Enter")
        self.take_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.letter_action = action(self, self.tr("ثبت نامه اعتراض"), *in_both_scripts("Ctrl+N"))
        self.record_action = action(self, self.tr("ثبت اعتراض"), *in_both_scripts("Ctrl+S"))
        self.close_action = action(self, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        self.take_action.triggered.connect(lambda _checked: self._take_up())
        self.letter_action.triggered.connect(lambda _checked: self._begin_letter())
        self.record_action.triggered.connect(lambda _checked: self._record())
        self.close_action.triggered.connect(lambda _checked: self._back())
        self.open.table.currentCellChanged.connect(lambda *_cells: self._enable())
        self.open.table.doubleClicked.connect(lambda _index: self._take_up())
        self.form.choice.words_changed.connect(self._find)
        self.form.choice.chosen.connect(self._choose)
        self.form.changed.connect(self._enable)

    def _lay_out(self) -> None:
        self.heading.setFont(font(LARGE, MEDIUM))
        buttons = FlowLayout(spacing=6)
        for act in (self.take_action, self.letter_action, self.record_action, self.close_action):
            buttons.addWidget(action_button(act, self))
        self._pages = QStackedLayout()
        self._pages.addWidget(self.open)
        self._pages.addWidget(self.form)
        frame = PageCard(self)
        inside = frame.parts
        inside.addWidget(self.heading)
        inside.addLayout(self._pages, 1)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        fill_page(self, frame)
