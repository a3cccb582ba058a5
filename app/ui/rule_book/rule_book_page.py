"""The page of the rule book: search, two filters, the list and the rule under the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.domain.persian import rials
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.rule_book import BookRule, RuleBook, rules_on
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import action
from app.ui.bill.state_page import StatePage
from app.ui.card import Card
from app.ui.fonts import SMALL, font
from app.ui.key_bar import key_text
from app.ui.list_field import ListField
from app.ui.page_over_bill import PageOverBill
from app.ui.rule_book.area_choice import AreaChoice
from app.ui.rule_book.rule_details import RuleDetails
from app.ui.rule_book.rule_list import RuleList
from app.ui.rule_book.trial_pane import TrialPane
from app.ui.tasks import Worker, sentence_of


class RuleBookPage(PageOverBill):
    """Takes the place of the bill while the rule book is read."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._book: RuleBook | None = None
        self._open_claim: OpenClaim | None = None
        self._wanted: str | None = None
        self.field, self.area = ListField("F1", self), AreaChoice(self)
        self.here, self.count = (
            QPushButton(self.tr("در این سند"), self),
            CleanLabel("", self, tone="quiet", points=SMALL),
        )
        self.state, self.rules, self.details = StatePage(self), RuleList(self), RuleDetails(self)
        self.trial, self.try_button = TrialPane(office, worker, self), QPushButton(self)
        self.try_action = action(self, self.tr("آزمودن در این سند"), "Ctrl+T", "Ctrl+ف")
        self._lay_out()
        self._connect()
        self._enable_trial()

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take the claim that now lies on the desk."""
        another = self._open_claim is None or open_claim is None or open_claim.id != self._open_claim.id
        self._open_claim = open_claim
        if another:
            self._leave_trial()
        self._enable_trial()
        self.here.setEnabled(open_claim is not None)
        self.here.setChecked(self.here.isChecked() and open_claim is not None)
        if self.here.isChecked():
            self._look()

    def begin(self, _session: Session) -> None:
        """Open the book where it was left."""
        self.open_at(None)

    def open_at(self, rule_id: str | None) -> None:
        """Open the book at a rule whatever was looked for, or where it was left; it is read the first time."""
        self._wanted = rule_id
        self._leave_trial()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self._book is not None:
            self._open_at_wanted()
            return
        self._say(self.tr("دفتر ضوابط باز می‌شود…"), "")
        self.worker.start(
            lambda _report: RuleBook(self.office),
            done=self._on_read,
            failed=lambda error: self._say(self.tr("دفتر ضوابط باز نشد"), sentence_of(error)),
        )

    def _on_read(self, book: RuleBook) -> None:
        self._book = book
        self.area.show_areas(book.areas)
        self._open_at_wanted()

    def _open_at_wanted(self) -> None:
        """Show the list, and go to the rule for which the book was opened; no word or filter may hide it."""
        if self._wanted is not None:
            self.field.clear()
            self.here.setChecked(False)
            self.area.choose(None)
        self._look()
        if self._wanted is not None:
            self.rules.choose(self._wanted)

    def _look(self) -> None:
        """Show what holds the words in the field; a search takes a few milliseconds, so it is made at once."""
        if self._book is None:
            return
        among = rules_on(self._open_claim.result) if self._open_claim and self.here.isChecked() else None
        found = self._book.find(self.field.text(), area=self.area.area, among=among)
        self.rules.show_rules(found)
        self.count.setText(self.tr("{count} ضابطه").format(count=rials(len(found))))
        if found:
            self._pages.setCurrentWidget(self._finds)
        elif among is not None and not among:
            self._say(
                self.tr("ضابطه‌ای در این سند به کار نیامده است"), self.tr("«در این سند» را بردارید تا همه را ببینید.")
            )
        else:
            self._say(self.tr("ضابطه‌ای یافت نشد"), self.tr("واژه دیگری بنویسید یا حوزه دیگری برگزینید."))

    def _say(self, heading: str, sentence: str) -> None:
        self.state.say(heading, sentence)
        self._pages.setCurrentWidget(self.state)

    def _show_rule(self, rule: BookRule | None) -> None:
        if rule is not None:
            self.details.show_rule(rule)
        self._enable_trial()

    def _enable_trial(self) -> None:
        rule = self.rules.current
        self.try_action.setEnabled(self._open_claim is not None and rule is not None and bool(rule.entry.facts))
        self.try_button.setEnabled(self.try_action.isEnabled())
        self.try_button.setToolTip("" if self.try_action.isEnabled() else self._why_not_tried(rule))

    def _why_not_tried(self, rule: BookRule | None) -> str:
        if self._open_claim is None:
            return self.tr("سندی روی میز نیست که ضابطه در آن آزموده شود.")
        if rule is not None and not rule.entry.facts:
            return self.tr("این ضابطه چیزی نمی‌پرسد که پاسخ دیگری بتوان به آن داد.")
        return ""

    def _try(self) -> None:
        """Try the rule under the keys on a copy of the claim on the desk."""
        rule = self.rules.current
        if rule is not None and self._open_claim is not None:
            self._pages.setCurrentWidget(self.trial)
            self.trial.begin(rule.entry, self._open_claim)

    def _leave_trial(self) -> None:
        if self._pages.currentWidget() is self.trial:
            self._pages.setCurrentWidget(self._finds)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Go back one step: from a trial to its rule, from the book to the claim."""
        if self._pages.currentWidget() is self.trial:
            self._leave_trial()
        else:
            self.closed.emit()

    def _read_rule(self) -> None:
        if self.rules.current is not None:
            self.details.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.field.moved.connect(self.rules.step)
        self.field.entered.connect(self._read_rule)
        self.field.textChanged.connect(self._look)
        self.area.chosen.connect(self._look)
        self.here.toggled.connect(self._look)
        self.rules.current_changed.connect(self._show_rule)
        self.rules.chosen.connect(self._read_rule)
        self.close_action = action(self, self.tr("بازگشت"), "Esc")
        self.close_action.triggered.connect(self._close)
        self.trial.left.connect(self._leave_trial)
        self.try_button.clicked.connect(self.try_action.trigger)
        self.try_action.triggered.connect(self._try)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(self.tr("شماره ضابطه، بند، واژه، کد خدمت"))
        self.field.setMinimumHeight(38)
        self.here.setCheckable(True)
        self.here.setEnabled(False)
        self.here.setProperty("role", "chip")
        self.here.setFont(font(SMALL))
        self.here.setToolTip(self.tr("تنها ضابطه‌هایی که در سند روی میز یافته یا یادآوری دارند"))
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.area)
        filters.addWidget(self.here)
        filters.addWidget(self.count, 1)
        self.try_button.setText(f"{self.try_action.text()}  {key_text(self.try_action)}")
        self.try_button.setFont(font(SMALL))
        filters.addWidget(self.try_button)
        self._finds = QWidget(self)
        inside = QVBoxLayout(self._finds)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(Card(self.rules, 6), 1)
        inside.addWidget(Card(self.details, 14), 2)
        self._pages = QStackedLayout()
        self.state.setContentsMargins(-8, -8, -8, -8)  # its card stands where the cards of the rules stand
        self._pages.addWidget(self.state)
        self._pages.addWidget(self._finds)
        self._pages.addWidget(self.trial)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addLayout(filters)
        box.addLayout(self._pages, 1)
