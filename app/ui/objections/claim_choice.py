"""The choice of a closed claim by its number, its patient or its centre, found while one types."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.queue import QueueRow
from app.ui.list_field import ListField
from app.ui.text import identifier

TYPING_PAUSE_MS, SHOWN_ROWS = 150, 4
ROW = Qt.ItemDataRole.UserRole


class ClaimChoice(QWidget):
    """A field with the claims that it finds below it; up and down choose among them, Enter takes one.

    Signals:
        words_changed: what is looked for now; whoever holds the field answers with `show_found`.
        chosen: number of a claim in the office.
    """

    words_changed = Signal(str)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.found = ListField("", self), QListWidget(self)
        self.field.cap.hide()
        self.field.setPlaceholderText(self.tr("سند بسته‌شده: شماره، بیمار یا مرکز"))
        self.found.setProperty("role", "list")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setAccessibleName(self.tr("سندهای یافته"))
        self.found.hide()
        self._answered, self._enter_when_answered = "", False
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._ask)
        self.field.textEdited.connect(lambda _text: self._typing.start())
        self.field.moved.connect(self._step)
        self.field.entered.connect(self._enter)
        self.found.itemClicked.connect(self._choose)
        self.setFocusProxy(self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.field)
        box.addWidget(self.found)

    def start(self, text: str = "") -> None:
        """Begin anew with a text in the field and nothing found below it."""
        self._typing.stop()
        self._answered, self._enter_when_answered = text, False
        self.field.setText(text)
        self.found.hide()

    def show_found(self, words: str, rows: tuple[QueueRow, ...]) -> None:
        """Show what was found for words; an answer to words of before is left aside."""
        if words != self.field.text().strip():
            return
        self._answered = words
        self.found.clear()
        for row in rows:
            self._add(row)
        if not rows:
            nothing = QListWidgetItem(self.tr("سند بسته‌شده‌ای با این نشانی نیست."), self.found)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self.found.setCurrentRow(0)
        shown = min(self.found.count(), SHOWN_ROWS)
        self.found.setFixedHeight(shown * self.found.sizeHintForRow(0) + 2 * self.found.frameWidth())
        self.found.show()
        if self._enter_when_answered:
            self._enter()

    def _add(self, row: QueueRow) -> None:
        patient, centre = row.patient_name or identifier(row.patient_id), row.centre_name or identifier(row.centre_id)
        item = QListWidgetItem(f"{identifier(row.external_id)} — {patient} — {centre}", self.found)
        item.setData(ROW, row.id)

    def _ask(self) -> None:
        self._typing.stop()
        words = self.field.text().strip()
        if words:
            self.words_changed.emit(words)
        else:
            self.found.hide()

    def _step(self, step: int) -> None:
        if self.found.isVisible():
            self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), self.found.count() - 1))

    def _enter(self) -> None:
        """Take the claim under the keys; that of words that were typed faster than they were looked for, later."""
        if self.field.text().strip() != self._answered or self.found.isHidden():
            self._enter_when_answered = True
            self._ask()
            return
        self._enter_when_answered = False
        item = self.found.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        number = item.data(ROW)
        if number is not None:
            self.chosen.emit(number)
