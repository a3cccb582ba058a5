"""The rules that were found, one line each; the keys stay in the search field and move here from there."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.services.rule_book import BookRule
from app.ui.text import identifier

Index = QModelIndex | QPersistentModelIndex


class RuleListModel(QAbstractListModel):
    """The found rules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: tuple[BookRule, ...] = ()

    def show_rules(self, rules: tuple[BookRule, ...]) -> None:
        """Show other rules."""
        self.beginResetModel()
        self._rules = rules
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many rules there are."""
        return 0 if parent.isValid() else len(self._rules)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a rule's line, or the rule itself."""
        rule = self._rules[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{identifier(rule.entry.id)} — {rule.entry.wording}"
        return rule if role == Qt.ItemDataRole.UserRole else None


class RuleList(QListView):
    """The list of rules.

    Signals:
        current_changed: the BookRule under the keys, None where nothing was found.
        chosen: a rule was clicked twice.
    """

    current_changed = Signal(object)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = RuleListModel(self)
        self.setModel(self._rules)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "list")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("ضابطه‌ها"))
        self.selectionModel().currentChanged.connect(lambda *_places: self.current_changed.emit(self.current))
        self.doubleClicked.connect(lambda _place: self.chosen.emit())

    def show_rules(self, rules: tuple[BookRule, ...]) -> None:
        """Show what was found; the rule that was current stays so if it is among them, else the first one is."""
        before = self.current.entry.id if self.current is not None else None
        self._rules.show_rules(rules)
        places = [place for place, rule in enumerate(rules) if rule.entry.id == before]
        self.go_to(places[0] if places else 0)
        if not rules:
            self.current_changed.emit(None)

    @property
    def count(self) -> int:
        """How many rules are shown."""
        return self._rules.rowCount()

    @property
    def current(self) -> BookRule | None:
        """The rule under the keys."""
        index = self.currentIndex()
        rule: BookRule | None = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        return rule

    def step(self, step: int) -> None:
        """Move the keys by some rules, at most to the first or last one."""
        self.go_to(self.currentIndex().row() + step)

    def choose(self, rule_id: str) -> None:
        """Put the keys on a rule and bring it into the middle of the list."""
        ids = [self._rules.index(place).data(Qt.ItemDataRole.UserRole).entry.id for place in range(self.count)]
        if rule_id in ids:
            self.go_to(ids.index(rule_id))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def go_to(self, place: int) -> None:
        """Put the keys on the rule at a place, or the nearest there is."""
        if self.count:
            self.setCurrentIndex(self._rules.index(min(max(place, 0), self.count - 1)))
