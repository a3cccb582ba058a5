"""The queue pane: search, submission, views with counts, and the list of claims; everything by keyboard."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListView, QStackedLayout, QVBoxLayout, QWidget

from app.domain.queue import QueueRow
from app.services.queue import QueueCounts, QueueFilter, QueueView
from app.ui.bill.key_cap import action
from app.ui.bill.state_page import StatePage
from app.ui.queue.queue_delegate import QueueDelegate
from app.ui.queue.queue_model import ROW, QueueModel
from app.ui.queue.search_field import SearchField
from app.ui.queue.submission_choice import SubmissionChoice
from app.ui.queue.view_chips import ViewChips

TYPING_PAUSE_MS = 180


class QueuePane(QWidget):
    """The list from which claims are opened; `views` are those that concern the person.

    Signals:
        filter_changed: the QueueFilter that is now wanted; its first page and counts are to be shown.
        more_wanted: QueueFilter and the row after which further rows are wanted.
        claim_chosen: the number of the claim that is now current.
    """

    filter_changed = Signal(object)
    more_wanted = Signal(object, object)
    claim_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, views: Sequence[QueueView] = tuple(QueueView)) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self.views = tuple(views)
        self.filter = QueueFilter(view=self.views[0]) if self.views else QueueFilter()
        self.search, self.submissions = SearchField("Ctrl+F", self), SubmissionChoice(self)
        self.chips = ViewChips(self.views, self)
        self.rows = QueueModel(self)
        self.list, self.state = self._make_list(), StatePage(self)
        self._opened: int | None = None
        self._enter_when_shown = False
        self._listed: QueueFilter | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._make_actions()
        self.show_loading()

    def show_first(self, wanted: QueueFilter, rows: tuple[QueueRow, ...]) -> None:
        """Show the first page of a filter, unless another one is wanted by now."""
        if wanted != self.filter:
            return
        self._listed = wanted
        self.rows.show(rows)
        if rows:
            self._pages.setCurrentIndex(0)
            if self._opened is not None:
                self.choose(self._opened)
            self._enter_if_wanted()
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
        self.submissions.show_submissions(counts.submissions)

    def show_loading(self) -> None:
        """Say that the list is on its way."""
        self.state.say(self.tr("صف بار می‌شود…"), "")
        self._pages.setCurrentWidget(self.state)

    def show_error(self, sentence: str) -> None:
        """Say why the list can't be shown; the sentence names the remedy."""
        self.state.say(self.tr("صف خوانده نشد"), sentence)
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

    def point_at(self, claim_id: int) -> None:
        """Make a claim current that was opened from elsewhere, so that next and previous go on from it."""
        self._opened = claim_id
        self.choose(claim_id)

    def refresh(self) -> None:
        """Ask for the first page and the counts anew, unless claims are not the person's work."""
        if self.views:
            self.filter_changed.emit(self.filter)

    def show_view(self, view: QueueView) -> None:
        """Change to a view."""
        self.show_filter(replace(self.filter, view=view))

    def show_filter(self, wanted: QueueFilter) -> None:
        """Change to a filter, with chip, words and submission as it says."""
        self.chips.choose(wanted.view)
        self.submissions.choose(wanted.submission)
        if self.search.text().strip() != wanted.text:
            self.search.setText(wanted.text)
            self._typing.stop()
        self._narrow(wanted)

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
        self.search.setPlaceholderText(self.tr("بیمار، کد ملی، شماره سند، مرکز"))
        card = QFrame(self)
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 6, 1, 6)  # the card's corners are round, the list's are not
        inside.addWidget(self.list)
        self._pages = QStackedLayout()
        self._pages.addWidget(card)
        self._pages.addWidget(self.state)
        self.state.setContentsMargins(-8, -8, -8, -8)  # its card stands where the list's card stands
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        for widget in (self.search, self.submissions, self.chips):
            box.addWidget(widget)
        box.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_return)
        self._typing.timeout.connect(lambda: self._narrow(replace(self.filter, text=self.search.text().strip())))
        self.submissions.chosen.connect(lambda number: self._narrow(replace(self.filter, submission=number)))
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
        if wanted != self.filter and self.views:
            self.filter = wanted
            self.filter_changed.emit(wanted)

    def _on_typed(self) -> None:
        self._enter_when_shown = False
        self._typing.start()

    def _take_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_return(self) -> None:
        """Go into the list that the words bring, as soon as it is there."""
        self._typing.stop()
        self._enter_when_shown = True
        wanted = replace(self.filter, text=self.search.text().strip())
        self._narrow(wanted)
        if wanted == self._listed:
            self._enter_if_wanted()

    def _enter_if_wanted(self) -> None:
        """Give the keys to the list; where no claim of it is open, the first one is opened."""
        if self._enter_when_shown and self.rows.rowCount():
            self._enter_when_shown = False
            self.list.setCurrentIndex(self.list.currentIndex() if self.current_id() else self.rows.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Open the claim that became current; one that is open already, in a list loaded anew, stays as it is."""
        row = current.data(ROW)
        if isinstance(row, QueueRow) and row.id != self._opened:
            self._opened = row.id
            self.claim_chosen.emit(row.id)
