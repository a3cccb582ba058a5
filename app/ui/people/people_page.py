"""The people of the office: who is there, what they may do, whether they come in, and whose signing key counts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.persian import persian_digits
from app.services.office import Office
from app.services.people import Session
from app.services.staff import IDLE_LOCK_MINUTES, Member, OneTimePassword, Staff, idle_lock_minutes
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.key_bar import key_text
from app.ui.page_over_bill import PageOverBill
from app.ui.people.handed_card import HandedCard
from app.ui.people.member_texts import STATE_COLUMN, row_of, sign_ins_text, state_colour
from app.ui.people.person_card import PersonCard
from app.ui.people.sure_card import SureCard
from app.ui.quiet_choice import QuietChoice
from app.ui.reading_table import ReadingTable
from app.ui.tasks import Worker, sentence_of
from app.ui.text import identifier

IDLE_CHOICES = (1, 2, 5, 10, 15, 20, 30, 60)


class PeoplePage(PageOverBill):
    """Takes the place of the bill; only the administrator gets here, and each step is asked of the store anew."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self.members: tuple[Member, ...] = ()
        self.table, self.details, self.said = (
            self._make_table(),
            CleanLabel("", self, tone="quiet"),
            CleanLabel("", self),
        )
        self.person, self.handed = PersonCard(self), HandedCard(self)
        self.reset_card, self.revoke_card = SureCard(parent=self), SureCard(self._reasons(), self)
        self.idle = QuietChoice(self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the people to their administrator."""
        self._session = session
        self._say("", "quiet")
        self._close_card()
        self._read()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    @property
    def chosen(self) -> Member | None:
        """The person whose row is chosen."""
        row = self.table.currentRow()
        return self.members[row] if 0 <= row < len(self.members) else None

    def _do(self, work: Callable[[Staff], Any], done: Callable[[Any], None]) -> None:
        """Do something with the people in the worker, and read them anew."""
        if self._session is None:
            return
        staff = Staff(self.office, self._session)

        def finished(outcome: Any) -> None:
            done(outcome)
            self._read()

        self.worker.start(lambda _report: work(staff), done=finished, failed=self._on_failed)

    def _read(self) -> None:
        if self._session is not None:
            staff = Staff(self.office, self._session)
            self.worker.start(
                lambda _report: (staff.members(), idle_lock_minutes(self.office)),
                done=lambda read: self._show(*read),
                failed=self._on_failed,
            )

    def _show(self, members: tuple[Member, ...], idle_minutes: int) -> None:
        """Show the people; the chosen one stays chosen."""
        before = self.chosen.user.id if self.chosen else None
        self.members = members
        self.table.show_rows(
            [row_of(member) for member in members],
            marked=STATE_COLUMN,
            colours=[state_colour(member) for member in members],
        )
        rows = [row for row, member in enumerate(members) if member.user.id == before]
        self.table.setCurrentCell(rows[0] if rows else 0, 0)
        self._show_idle(idle_minutes)
        self._on_chosen()
        if self._cards.currentWidget() is self._no_card:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_idle(self, minutes: int) -> None:
        self.idle.clear()
        for choice in sorted({*IDLE_CHOICES, minutes}):
            self.idle.addItem(self.tr("{count} دقیقه").format(count=persian_digits(choice)), choice)
        self.idle.setCurrentIndex(self.idle.findData(minutes))

    def _on_chosen(self) -> None:
        member = self.chosen
        self.details.setText(sign_ins_text(member) if member else "")
        own = member is not None and self._session is not None and member.user.id == self._session.user.id
        self.roles_action.setEnabled(member is not None)
        self.active_action.setEnabled(member is not None and not own)
        self.reset_action.setEnabled(member is not None and not own and member.user.active)
        self.revoke_action.setEnabled(member is not None and member.has_key)
        active = member is None or member.user.active
        self.active_action.setText(self.tr("غیرفعال کردن") if active else self.tr("فعال کردن"))

    def _ask_new(self) -> None:
        self._open_card(self.person)
        self.person.ask_new()

    def _ask_roles(self) -> None:
        if self.chosen is not None:
            self._open_card(self.person)
            self.person.ask_roles(self.chosen.user)

    def _ask_reset(self) -> None:
        if self.chosen is not None:
            self._open_card(self.reset_card)
            sentence = self.tr(
                "گذرواژه {name} بازنشانی شود؟ کلید امضای کنونی‌اش باطل می‌شود و کلید تازه هنگام ورودش ساخته می‌شود."
            )
            self.reset_card.ask(sentence.format(name=self.chosen.user.full_name))

    def _ask_revoke(self) -> None:
        if self.chosen is not None:
            self._open_card(self.revoke_card)
            sentence = self.tr("کلید امضای {name} باطل شود؟ برگ‌هایی که تا اکنون با آن امضا شده است برقرار می‌ماند.")
            self.revoke_card.ask(sentence.format(name=self.chosen.user.full_name))

    def _commit_person(self) -> None:
        user, roles = self.person.user, self.person.roles.roles()
        if user is None:
            name, full_name = self.person.name.text(), self.person.full_name.text()
            self._do(lambda staff: staff.add(name=name, full_name=full_name, roles=roles), self._hand_over)
            return
        user_id = user.id

        def changed(_none: object) -> None:
            self._done(self.tr("سمت‌های {name} ثبت شد.").format(name=user.full_name))
            session = self._session
            if session is not None and session.user.id == user_id:
                self.session_changed.emit(replace(session, user=replace(session.user, roles=roles)))

        self._do(lambda staff: staff.set_roles(user_id, roles), changed)

    def _turn_active(self) -> None:
        member = self.chosen
        if member is None:
            return
        active = not member.user.active
        sentence = self.tr("{name} دوباره وارد می‌شود.") if active else self.tr("{name} دیگر وارد نمی‌شود.")
        self._do(
            lambda staff: staff.set_active(member.user.id, active),
            lambda _none: self._done(sentence.format(name=member.user.full_name)),
        )

    def _reset(self) -> None:
        member = self.chosen
        if member is not None:
            self._do(lambda staff: staff.reset_password(member.user.id), self._hand_over)

    def _revoke(self, reason: str) -> None:
        member = self.chosen
        if member is not None:
            sentence = self.tr("کلید امضای {name} باطل شد.").format(name=member.user.full_name)
            self._do(lambda staff: staff.revoke_key(member.user.id, reason), lambda _none: self._done(sentence))

    def _set_idle(self) -> None:
        minutes = int(self.idle.currentData() or IDLE_LOCK_MINUTES)
        sentence = self.tr("میزها پس از {count} دقیقه بی‌کاری قفل می‌شوند؛ از ورود بعدی هر کس.")
        self._do(
            lambda staff: staff.set_idle_lock(minutes),
            lambda _none: self._done(sentence.format(count=persian_digits(minutes))),
        )

    def _hand_over(self, one_time: OneTimePassword) -> None:
        self._say("", "quiet")
        self._open_card(self.handed)
        self.handed.show_password(one_time)

    def _done(self, sentence: str) -> None:
        self._close_card()
        self._say(sentence, "green")

    def _on_failed(self, error: Exception) -> None:
        self._say(sentence_of(error), "red")

    def _open_card(self, card: QWidget) -> None:
        self.handed.forget()
        self._say("", "quiet")
        self._cards.setCurrentWidget(card)

    def _close_card(self) -> None:
        self.handed.forget()
        self._cards.setCurrentWidget(self._no_card)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """Close the open card, else the page."""
        if self._cards.currentWidget() is self._no_card:
            self.closed.emit()
        else:
            self._close_card()

    def _say(self, sentence: str, tone: str) -> None:
        self.said.setText(sentence)
        self.said.setProperty("tone", tone)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def _reasons(self) -> tuple[str, ...]:
        """Return the reasons that are offered for the revocation of a key; any other can be typed."""
        return (
            self.tr("گذرواژه یا پرونده کلید به دست دیگری افتاده است"),
            self.tr("کلید گم شده است"),
            self.tr("صاحب کلید از دفتر رفته است"),
            self.tr("سمت صاحب کلید عوض شده است"),
        )

    def _make_table(self) -> ReadingTable:
        headings = [
            self.tr("نام"),
            self.tr("نام کاربری"),
            self.tr("سمت‌ها"),
            self.tr("وضعیت"),
            self.tr("آخرین ورود"),
            self.tr("کلید امضا"),
        ]
        table = ReadingTable(headings, self)
        table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        for column in (1, 3):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _make_actions(self) -> None:
        self.add_action = action(self, self.tr("کس تازه"), *in_both_scripts("Ctrl+N"))
        self.roles_action = action(self, self.tr("سمت‌ها"), "F2")
        self.active_action = action(self, self.tr("غیرفعال کردن"), "F4")
        self.reset_action = action(self, self.tr("بازنشانی گذرواژه"), "F6")
        self.revoke_action = action(self, self.tr("ابطال کلید امضا"), "F8")
        self.close_action = action(self, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        for act, do in (
            (self.add_action, self._ask_new),
            (self.roles_action, self._ask_roles),
            (self.active_action, self._turn_active),
            (self.reset_action, self._ask_reset),
            (self.revoke_action, self._ask_revoke),
            (self.close_action, self._back),
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.person.committed.connect(self._commit_person)
        self.reset_card.confirmed.connect(lambda _reason: self._reset())
        self.revoke_card.confirmed.connect(self._revoke)
        self.idle.activated.connect(lambda _index: self._set_idle())
        for card in (self.person, self.reset_card, self.revoke_card):
            card.cancelled.connect(self._close_card)
        self.handed.closed.connect(self._close_card)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("افراد دفتر"), self)
        heading.setFont(font(LARGE, MEDIUM))
        idle_label = QLabel(self.tr("قفل خودکار میز پس از بی‌کاری:"), self)
        idle_label.setFont(font(SMALL))
        idle_label.setBuddy(self.idle)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(idle_label)
        head.addWidget(self.idle)
        self._cards, self._no_card = QStackedWidget(self), QWidget(self)
        for card in (self._no_card, self.person, self.reset_card, self.revoke_card, self.handed):
            self._cards.addWidget(card)
        buttons = FlowLayout(spacing=6)
        for act in self.actions():
            buttons.addWidget(self._button(act))
        frame = QFrame(self)
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.details)
        inside.addWidget(self._cards)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(frame)

    def _button(self, act: QAction) -> QPushButton:
        button = QPushButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(act.trigger)

        def follow() -> None:
            button.setText(f"{act.text()}  {identifier(key_text(act))}")
            button.setEnabled(act.isEnabled())

        act.changed.connect(follow)
        follow()
        return button
