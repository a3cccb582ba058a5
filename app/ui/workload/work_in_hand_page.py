"""The work in hand: what is due when, whose work it is and how far it has come, and who is at what just now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QStackedLayout, QWidget

from app.domain.office import User
from app.domain.persian import persian_digits
from app.domain.rights import Action, refusal
from app.services.office import Office
from app.services.people import Session
from app.services.queue import QueueFilter, QueueView
from app.services.workload import AtWork, SubmissionInHand, Workload
from app.ui.bill.claim_desk import rule
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import KeyHint, action
from app.ui.bill.state_page import StatePage
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.page_over_bill import PageOverBill
from app.ui.tasks import Worker, sentence_of
from app.ui.workload.assign_card import AssignCard
from app.ui.workload.submission_delegate import SubmissionDelegate
from app.ui.workload.submission_model import ROW, SubmissionModel
from app.ui.workload.submission_texts import at_work_text, centre_text, request_text

REFRESH_MS = 30_000
SHOWN_AT_WORK = 6


class WorkInHandPage(PageOverBill):
    """Takes the place of the bill; a supervisor shares the work out here."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._workload: Workload | None = None
        self._asked: SubmissionInHand | None = None
        self.reviewers: tuple[User, ...] = ()
        self.heading, self.said = QLabel(self.tr("کارهای در دست"), self), CleanLabel("", self)
        self.rows = SubmissionModel(self)
        self.list, self.state = self._make_list(), StatePage(self)
        self.at_work = CleanLabel("", self, points=SMALL)
        self.card = AssignCard(self)
        self._refreshing = QTimer(self, interval=REFRESH_MS)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the work to a person; who shares it out gets the keys for that."""
        self._workload = Workload(self.office, session)
        shares_out = refusal(Action.ASSIGN, session.user.roles) is None
        for act in (self.assign_action, self.take_back_action):
            act.setVisible(shares_out)
        for hint in self._sharing_hints:
            hint.setVisible(shares_out)
        self._say("")
        self._leave_card()
        if not self.rows.rowCount():
            self.state.say(self.tr("کارها خوانده می‌شود…"), "")
            self._pages.setCurrentWidget(self.state)
        self.refresh()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on the page."""
        return ()

    @property
    def chosen(self) -> SubmissionInHand | None:
        """The submission whose row is chosen."""
        row = self.list.currentIndex().data(ROW)
        return row if isinstance(row, SubmissionInHand) else None

    def refresh(self) -> None:
        """Read the work anew; the chosen row stays chosen."""
        workload = self._workload
        if workload is not None:
            self.worker.start(
                lambda _report: (workload.in_hand(), workload.reviewers(), workload.at_work()),
                done=lambda read: self._show(*read),
                failed=self._on_failed,
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Read the work anew now and then while somebody looks at it."""
        super().showEvent(event)
        self._refreshing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave it alone while nobody does."""
        super().hideEvent(event)
        self._refreshing.stop()

    def _show(
        self, rows: tuple[SubmissionInHand, ...], reviewers: tuple[User, ...], at_work: tuple[AtWork, ...]
    ) -> None:
        before, scrolled = self.chosen, self.list.verticalScrollBar().value()
        self.reviewers = reviewers
        self.rows.show_rows(rows)
        place = self.rows.place_of(before.id) if before is not None else None
        self.list.setCurrentIndex(self.rows.index(place or 0))
        self.list.verticalScrollBar().setValue(scrolled)
        self._show_at_work(at_work)
        overdue = persian_digits(sum(row.overdue for row in rows))
        text = self.tr("کارهای در دست — {count} درخواست، {overdue} با مهلت گذشته")
        self.heading.setText(text.format(count=persian_digits(len(rows)), overdue=overdue))
        if rows:
            self._pages.setCurrentIndex(0)
        else:
            self.state.say(self.tr("کاری در دست نیست"), self.tr("همه سندهای دفتر بسته شده است."))
            self._pages.setCurrentWidget(self.state)
        self._enable()

    def _show_at_work(self, at_work: tuple[AtWork, ...]) -> None:
        texts = [at_work_text(one) for one in at_work[:SHOWN_AT_WORK]]
        if len(at_work) > SHOWN_AT_WORK:
            more = persian_digits(len(at_work) - SHOWN_AT_WORK)
            texts.append(self.tr("و {count} میز دیگر").format(count=more))
        self.at_work.setText("\n".join(texts) or self.tr("اکنون سندی روی میزی باز نیست."))

    def _enable(self) -> None:
        row = self.chosen
        self.open_action.setEnabled(row is not None)
        self.assign_action.setEnabled(row is not None and bool(self.reviewers))
        self.take_back_action.setEnabled(row is not None and row.reviewer is not None)

    def _open(self) -> None:
        """Show the claims of the chosen submission in the queue: the open ones, else all of them."""
        row = self.chosen
        if row is not None:
            view = QueueView.OPEN if row.open else QueueView.ALL
            self.claims_wanted.emit(QueueFilter(view=view, submission=row.id))

    def _ask(self) -> None:
        row = self._asked = self.chosen
        if row is not None:
            question = self.tr("درخواست {request} از {centre} به کدام کارشناس واگذار شود؟")
            self.card.ask(question.format(request=request_text(row), centre=centre_text(row)), self.reviewers)

    def _assign(self, row: SubmissionInHand | None, reviewer: User | None) -> None:
        """Give a submission to a reviewer, or to nobody; it may not be the chosen one any more."""
        workload = self._workload
        self._leave_card()
        if row is None or workload is None:
            return
        told = self.tr("واگذاری درخواست پس گرفته شد.")
        if reviewer is not None:
            told = self.tr("درخواست به {name} واگذار شد.").format(name=reviewer.full_name)

        def done(_none: object) -> None:
            self._say(told, "green")
            self.queue_changed.emit()
            self.refresh()

        number, person = row.id, None if reviewer is None else reviewer.id
        self.worker.start(lambda _report: workload.assign(number, person), done=done, failed=self._on_failed)

    def _leave_card(self) -> None:
        self.card.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self.card.isVisible():
            self._leave_card()
        else:
            self.closed.emit()

    def _on_failed(self, error: Exception) -> None:
        if self.rows.rowCount():
            self._say(sentence_of(error), "red")
        else:
            self.state.say(self.tr("کارها خوانده نشد"), sentence_of(error))
            self._pages.setCurrentWidget(self.state)

    def _say(self, sentence: str, tone: str = "quiet") -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.rows)
        view.setItemDelegate(SubmissionDelegate(view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setAccessibleName(self.tr("درخواست‌های در دست"))
        return view

    def _make_actions(self) -> None:
        self.open_action = action(self.list, self.tr("سندهای درخواست در صف"), "Return", "Enter")
        self.open_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.assign_action = action(self, self.tr("واگذاری به کارشناس"), "F2")
        self.take_back_action = action(self.list, self.tr("پس گرفتن واگذاری"), "Del")
        self.take_back_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.refresh_action = action(self, self.tr("تازه کردن"), "F6")
        self.close_action = action(self, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        self.open_action.triggered.connect(self._open)
        self.list.doubleClicked.connect(lambda _index: self._open())
        self.assign_action.triggered.connect(self._ask)
        self.take_back_action.triggered.connect(lambda: self._assign(self.chosen, None))
        self.refresh_action.triggered.connect(self.refresh)
        self.close_action.triggered.connect(self._back)
        self.card.chosen.connect(lambda reviewer: self._assign(self._asked, reviewer))
        self.card.left.connect(self._leave_card)
        self.list.selectionModel().currentChanged.connect(lambda *_indexes: self._enable())
        self._refreshing.timeout.connect(self.refresh)

    def _lay_out(self) -> None:
        self.heading.setFont(font(LARGE, MEDIUM))
        keys = FlowLayout(spacing=16, row_spacing=6)
        hints = {
            act: KeyHint(key, act.text(), self, act.trigger)
            for act, key in (
                (self.open_action, "Enter"),
                (self.assign_action, "F2"),
                (self.take_back_action, "Del"),
                (self.refresh_action, "F6"),
                (self.close_action, "Esc"),
            )
        }
        for hint in hints.values():
            keys.addWidget(hint)
        self._sharing_hints = hints[self.assign_action], hints[self.take_back_action]
        here = CleanLabel(self.tr("اکنون روی میزها"), self, points=SMALL, weight=MEDIUM)
        middle = QWidget(self)
        self._pages = QStackedLayout(middle)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.state)
        frame = PageCard(self)
        inside = frame.parts
        inside.addWidget(self.heading)
        inside.addWidget(middle, 1)
        for widget in (self.card, self.said, rule(frame), here, self.at_work):
            inside.addWidget(widget)
        inside.addLayout(keys)
        fill_page(self, frame)
