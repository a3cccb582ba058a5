"""What was found, claims before rules before services, each kind under its heading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.domain.queue import QueueRow
from app.domain.reference import Service
from app.domain.rulebook import RuleEntry
from app.services.find import Found
from app.ui.fonts import MEDIUM, SMALL, font
from app.ui.text import identifier
from app.ui.theme import QUIET

Find = QueueRow | RuleEntry | Service
FIND = Qt.ItemDataRole.UserRole


class FoundList(QListWidget):
    """One line for each find; the keys stay in the search field and move here from there.

    Signals:
        current_changed: the find under the keys, None where nothing was found.
        chosen: a find was clicked twice.
    """

    current_changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "list")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("یافته‌ها"))
        self.currentItemChanged.connect(lambda *_items: self.current_changed.emit(self.current))
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(item.data(FIND)))

    def show_found(self, found: Found) -> None:
        """Show what was found; the first find is current."""
        self.clear()
        for heading, finds in (
            (self.tr("سندها"), found.claims),
            (self.tr("ضابطه‌ها"), found.rules),
            (self.tr("خدمات"), found.services),
        ):
            if finds:
                self._add_heading(heading)
                for find in finds:
                    self._add(find)
        self.step(1)

    @property
    def current(self) -> Find | None:
        """The find under the keys."""
        item = self.currentItem()
        find: Find | None = None if item is None else item.data(FIND)
        return find

    def step(self, step: int) -> None:
        """Make the find some places on (or, negative, back) current, or the nearest there is; headings are no finds."""
        finds = [row for row in range(self.count()) if self.item(row).data(FIND) is not None]
        wanted = self.currentRow() + step
        beyond = (
            [row for row in finds if row >= wanted] if step > 0 else [row for row in reversed(finds) if row <= wanted]
        )
        if finds:
            self.setCurrentRow(beyond[0] if beyond else finds[-1 if step > 0 else 0])

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font(SMALL, MEDIUM))
        item.setForeground(QUIET)

    def _add(self, find: Find) -> None:
        text = _text(find)
        item = QListWidgetItem(text, self)
        item.setToolTip(text)
        item.setData(FIND, find)


def _text(find: Find) -> str:
    if isinstance(find, QueueRow):
        return f"{identifier(find.external_id)} — {find.patient_name or identifier(find.patient_id)}"
    if isinstance(find, RuleEntry):
        return f"{identifier(find.id)} — {find.wording}"
    return f"{identifier(find.code)} — {find.title}"
