"""One field that finds claims, rules and services; Enter goes there."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.domain.queue import QueueRow
from app.domain.rulebook import RuleEntry
from app.services.find import Finder, Found
from app.services.office import Office
from app.services.people import Session
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import action
from app.ui.bill.state_page import StatePage
from app.ui.card import Card
from app.ui.find.find_details import FindDetails
from app.ui.find.found_list import Find, FoundList
from app.ui.list_field import ListField
from app.ui.page_over_bill import PageOverBill
from app.ui.tasks import Worker, sentence_of

TYPING_PAUSE_MS = 150


class FindPane(PageOverBill):
    """Takes the place of the bill while something is looked for."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._finder = Finder(office)
        self.field, self.names = ListField("Ctrl+K", self), CleanLabel("", self, tone="quiet")
        self.state, self.found, self.details = StatePage(self), FoundList(self), FindDetails(self)
        self._answered: str | None = None
        self._asked: str | None = None
        self._go_when_answered = False
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()

    def begin(self, _session: Session) -> None:
        """Look for something, from the words of before."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew for what was being looked for when the page was hidden."""
        super().showEvent(event)
        if self._asked is None and self._words != self._answered:
            self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing more and forget what was asked: a page that is put away may be gone before the answer."""
        super().hideEvent(event)
        self._typing.stop()
        self._asked, self._go_when_answered = None, False

    def _enter(self) -> None:
        """Go to the find under the keys; to that of words that were typed faster than they were looked for, later."""
        if self._words == self._answered:
            self._go(self.found.current)
        else:
            self._go_when_answered = True
            self._look()

    @property
    def _words(self) -> str:
        return self.field.text().strip()

    def _on_typed(self) -> None:
        self._go_when_answered = False
        self._typing.start()

    def _look(self) -> None:
        """Ask for what holds the words in the field; an answer to words of before is not shown."""
        self._typing.stop()
        words, finder = self._words, self._finder
        self._asked = words
        if not words:
            self._on_found(Found(), words)
            return
        self.worker.start(
            lambda _report: finder.find(words),
            done=lambda found: self._on_found(found, words),
            failed=lambda error: self._on_failed(error, words),
        )

    def _on_failed(self, error: Exception, words: str) -> None:
        if words == self._asked:
            self._asked = None
            self._say(self.tr("جست‌وجو نشد"), sentence_of(error))

    def _on_found(self, found: Found, words: str) -> None:
        if words == self._asked:
            self._asked = None
            self._show(found, words)

    def _show(self, found: Found, words: str) -> None:
        if words != self._words:
            return
        self._answered = words
        self.names.setText(self.tr("نام‌های دیگر این خدمت: {names}").format(names="، ".join(found.names)))
        self.names.setVisible(bool(found.names))
        self.found.show_found(found)
        if self.found.current is not None:
            self._pages.setCurrentWidget(self._finds)
        elif not words:
            self._say(
                self.tr("چه می‌جویید؟"), self.tr("نام بیمار، شماره سند، شماره ضابطه، واژه‌ای از متن آن، کد یا نام خدمت")
            )
        else:
            self._say(self.tr("چیزی یافت نشد"), self.tr("واژه دیگری بنویسید یا بخشی از آن را پاک کنید."))
        if self._go_when_answered:
            self._go_when_answered = False
            self._go(self.found.current)

    def _say(self, heading: str, sentence: str) -> None:
        self.state.say(heading, sentence)
        self._pages.setCurrentWidget(self.state)

    def _go(self, find: Find | None) -> None:
        if isinstance(find, QueueRow):
            self.claim_wanted.emit(find.id)
        elif isinstance(find, RuleEntry):
            self.rule_wanted.emit(find.id)

    def _connect(self) -> None:
        self.field.moved.connect(self.found.step)
        self.field.entered.connect(self._enter)
        self.field.textChanged.connect(self._on_typed)
        self._typing.timeout.connect(self._look)
        self.found.current_changed.connect(lambda find: None if find is None else self.details.show_find(find))
        self.found.chosen.connect(self._go)
        self.close_action = action(self, self.tr("بازگشت به سند"), "Esc")
        self.close_action.triggered.connect(self.closed)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(self.tr("سند، ضابطه یا خدمت"))
        self.field.setMinimumHeight(38)
        self._finds = QWidget(self)
        inside = QVBoxLayout(self._finds)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(Card(self.found, 6), 1)
        inside.addWidget(Card(self.details, 16), 1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.state)
        self.state.setContentsMargins(-8, -8, -8, -8)  # its card stands where the cards of the finds stand
        self._pages.addWidget(self._finds)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.names)
        box.addLayout(self._pages, 1)
