"""The queue pane: search, submission, views with counts, and the list of claims; everything by keyboard."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QListView, QStackedLayout, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.domain.queue import QueueCount, QueueRow
from app.services.queue import QueueCounts, QueueFilter, QueueView
from app.ui.bill.key_cap import action
from app.ui.bill.state_page import StatePage
from app.ui.queue.queue_delegate import QueueDelegate
from app.ui.queue.queue_model import ROW, QueueModel
from app.ui.queue.view_chips import ViewChips

TYPING_PAUSE_MS = 180


class QueuePane(QWidget):
    """The list from which claims are opened.

    Signals:
        filter_changed: the QueueFilter that is now wanted; its first page and counts are to be shown.
        more_wanted: QueueFilter and the row after which further rows are wanted.
        claim_chosen: the number of the claim that is now current.
    """

    filter_changed = Signal(object)
    more_wanted = Signal(object, object)
    claim_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self.filter = QueueFilter()
        self.search, self.submissions, self.chips = QLineEdit(self), QComboBox(self), ViewChips(self)
        self.rows = QueueModel(self)
        self.list, self.state = self._make_list(), StatePage(self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._make_actions()
        self.show_loading()

    def show_first(self, wanted: QueueFilter, rows: tuple[QueueRow, ...]) -> None:
        """Show the first page of a filter, unless another one is wanted by now."""
        if wanted != self.filter:
            return
        chosen = self.current_id()
        self.rows.show(rows)
        if rows:
            self._pages.setCurrentWidget(self.list)
            self._mark_current(chosen)
            return
        nothing = not (wanted.text or wanted.submission) and wanted.view is QueueView.OPEN
        heading = self.tr("صف خالی است") if nothing else self.tr("سندی یافت نشد")
        remedy = (
            self.tr("با Ctrl+O پرونده سند یک مرکز را وارد کنید.")
            if nothing
            else self.tr("جست‌وجو یا نما را تغییر دهید.")
        )
        self.state.say(heading, remedy)
        self._pages.setCurrentWidget(self.state)

    def show_more(self, wanted: QueueFilter, rows: tuple[QueueRow, ...]) -> None:
        """Show a further page of a filter, unless another one is wanted by now."""
        if wanted == self.filter:
            self.rows.append(rows)

    def show_counts(self, counts: QueueCounts) -> None:
        """Show the counts of the views and the submissions that can be chosen."""
        self.chips.show_counts(counts)
        if [self.submissions.itemData(place) for place in range(1, self.submissions.count())] != [
            int(count.key) for count in counts.submissions if count.key
        ]:
            self._fill_submissions(counts.submissions)

    def show_loading(self) -> None:
        """Say that the list is on its way."""
        self.state.say(self.tr("صف بار می‌شود…"), "")
        self._pages.setCurrentWidget(self.state)

    def show_row(self, row: QueueRow) -> None:
        """Show one claim as it stands now."""
        self.rows.replace(row)

    def current_id(self) -> int | None:
        """Return the number of the current claim."""
        row = self.list.currentIndex().data(ROW)
        return row.id if isinstance(row, QueueRow) else None

    def neighbour(self, step: int) -> QueueRow | None:
        """Return the claim before (−1) or after (1) the current one."""
        return self.rows.row(self.list.currentIndex().row() + step)

    def go(self, step: int) -> bool:
        """Make the next (1) or previous (−1) claim current; tell whether there was one."""
        row = self.neighbour(step)
        if row is None:
            return False
        self.choose(row.id)
        return True

    def choose(self, claim_id: int) -> None:
        """Make a claim of the list current, and open it."""
        place = self.rows.place_of(claim_id)
        if place is not None:
            self.list.setCurrentIndex(self.rows.index(place))

    def refresh(self) -> None:
        """Ask for the first page and the counts anew."""
        self.filter_changed.emit(self.filter)

    def show_view(self, view: QueueView) -> None:
        """Change to a view."""
        self.chips.choose(view)
        self._narrow(replace(self.filter, view=view))

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.rows)
        view.setItemDelegate(QueueDelegate(view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setAccessibleName(self.tr("صف سندها"))
        return view

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("جست‌وجوی بیمار، کد ملی، شماره سند یا مرکز  (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.submissions.addItem(self.tr("همه درخواست‌ها"), None)
        card = QFrame(self)
        card.setProperty("role", "card")
        self._pages = QStackedLayout(card)
        self._pages.setContentsMargins(1, 1, 1, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.state)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        for widget in (self.search, self.submissions, self.chips):
            box.addWidget(widget)
        box.addWidget(card, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._on_return)
        self._typing.timeout.connect(lambda: self._narrow(replace(self.filter, text=self.search.text().strip())))
        self.submissions.activated.connect(
            lambda _place: self._narrow(replace(self.filter, submission=self.submissions.currentData()))
        )
        self.chips.chosen.connect(lambda view: self._narrow(replace(self.filter, view=view)))
        self.rows.more_wanted.connect(lambda: self.more_wanted.emit(self.filter, self.rows.last))
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def _make_actions(self) -> None:
        self.search_action = action(self, self.tr("جست‌وجو"), "Ctrl+F", "Ctrl+ب")
        self.search_action.triggered.connect(self._take_search)
        self.next_action = action(self, self.tr("سند بعد"), "Ctrl+Down")
        self.next_action.triggered.connect(lambda: self.go(1))
        self.previous_action = action(self, self.tr("سند پیش"), "Ctrl+Up")
        self.previous_action.triggered.connect(lambda: self.go(-1))

    def _narrow(self, wanted: QueueFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self.filter_changed.emit(wanted)

    def _take_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_return(self) -> None:
        self._typing.stop()
        self._narrow(replace(self.filter, text=self.search.text().strip()))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, QueueRow):
            self.claim_chosen.emit(row.id)

    def _mark_current(self, claim_id: int | None) -> None:
        """Keep the same claim current in a list that was loaded anew, without opening it again."""
        place = None if claim_id is None else self.rows.place_of(claim_id)
        if place is not None:
            self.list.selectionModel().blockSignals(True)
            self.list.selectionModel().setCurrentIndex(
                self.rows.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.selectionModel().blockSignals(False)

    def _fill_submissions(self, found: tuple[QueueCount, ...]) -> None:
        chosen = self.submissions.currentData()
        self.submissions.clear()
        self.submissions.addItem(self.tr("همه درخواست‌ها"), None)
        for count in found:
            if count.key is not None:
                text = self.tr("{submission} — {claims} سند").format(
                    submission=count.title or count.key, claims=persian_digits(count.claims)
                )
                self.submissions.addItem(text, int(count.key))
        self.submissions.setCurrentIndex(max(0, self.submissions.findData(chosen)))
