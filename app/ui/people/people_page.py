"""The people of the office: who is there, what they may do, whether they come in, and whose signing key counts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.office import Role, User
from app.domain.persian import persian_digits
from app.services.office import Office
from app.services.people import Session
from app.services.staff import Member, OneTimePassword, Staff, idle_lock_minutes
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.people.handed_card import HandedCard
from app.ui.people.idle_choice import IdleChoice
from app.ui.people.people_table import PeopleTable
from app.ui.people.person_card import PersonCard
from app.ui.people.sure_card import SureCard
from app.ui.tasks import Worker, sentence_of


class PeoplePage(PageOverBill):
    """Takes the place of the bill; only the administrator gets here, and each step is asked of the store anew."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._session: Session | None = None
        self.people, self.idle, self.said = PeopleTable(self), IdleChoice(self), CleanLabel("", self)
        self.person, self.handed = PersonCard(self), HandedCard(self)
        self.reset_card, self.revoke_card = SureCard(parent=self), SureCard(self._reasons(), self)
        self._cards = (self.person, self.reset_card, self.revoke_card, self.handed)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the people to their administrator."""
        self._session = session
        self._say(self.tr("افراد دفتر خوانده می‌شوند…") if not self.people.members else "", "quiet")
        self._close_card()
        self._read()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def _start(self, work: Callable[[Staff], Any], done: Callable[[Any], None]) -> None:
        """Do something with the people in the worker, as the person whose page this is."""
        if self._session is not None:
            staff = Staff(self.office, self._session)
            self.worker.start(
                lambda _report: work(staff),
                done=done,
                failed=lambda error: self._say(sentence_of(error), "red"),
            )

    def _read(self) -> None:
        self._start(lambda staff: (staff.members(), idle_lock_minutes(self.office)), lambda read: self._show(*read))

    def _change(self, work: Callable[[Staff], Any], done: Callable[[Any], None]) -> None:
        """Change something, and show the people as they are then."""

        def finished(outcome: Any) -> None:
            self._say("", "quiet")
            done(outcome)
            self._read()

        self._start(work, finished)

    def _show(self, members: tuple[Member, ...], idle_minutes: int) -> None:
        if self.said.property("tone") == "quiet":
            self._say("", "quiet")
        self.people.show_members(members)
        self.idle.show_minutes(idle_minutes)
        if all(card.isHidden() for card in self._cards):
            self.people.take_focus()

    def _on_chosen(self) -> None:
        """Offer what can be done with the chosen person; the cards are about the one chosen when they were opened."""
        member = self.people.chosen
        own = member is not None and self._session is not None and member.user.id == self._session.user.id
        self.roles_action.setEnabled(member is not None)
        self.active_action.setEnabled(member is not None and not own)
        self.reset_action.setEnabled(member is not None and not own)
        self.revoke_action.setEnabled(member is not None and member.has_key)
        active = member is None or member.user.active
        self.active_action.setText(self.tr("غیرفعال کردن") if active else self.tr("فعال کردن"))

    def _ask_new(self) -> None:
        self._open_card(self.person)
        self.person.ask_new()

    def _ask_roles(self, user: User) -> None:
        self._open_card(self.person)
        self.person.ask_roles(user)

    def _ask_reset(self, user: User) -> None:
        self._open_card(self.reset_card)
        sentence = self.tr(
            "گذرواژه {name} بازنشانی شود؟ کلید امضای کنونی‌اش باطل می‌شود و کلید تازه هنگام ورودش ساخته می‌شود."
        )
        self.reset_card.ask(sentence.format(name=user.full_name), user)

    def _ask_revoke(self, user: User) -> None:
        self._open_card(self.revoke_card)
        sentence = self.tr("کلید امضای {name} باطل شود؟ برگ‌هایی که تا اکنون با آن امضا شده است برقرار می‌ماند.")
        self.revoke_card.ask(sentence.format(name=user.full_name), user)

    def _commit_person(self) -> None:
        user, roles = self.person.user, self.person.roles.roles()
        if user is None:
            name, full_name = self.person.name.text(), self.person.full_name.text()
            self._change(lambda staff: staff.add(name=name, full_name=full_name, roles=roles), self._hand_over)
        else:
            self._change(lambda staff: staff.set_roles(user.id, roles), lambda _none: self._on_roles(user, roles))

    def _on_roles(self, user: User, roles: frozenset[Role]) -> None:
        self._done(self.tr("سمت‌های {name} ثبت شد.").format(name=user.full_name))
        session = self._session
        if session is not None and session.user.id == user.id:
            self._session = None  # whoever has other roles now gets another desk, and another page if any
            self.session_changed.emit(replace(session, user=replace(session.user, roles=roles)))

    def _turn_active(self, user: User) -> None:
        active = not user.active
        sentence = self.tr("{name} دوباره می‌تواند وارد شود.") if active else self.tr("{name} دیگر نمی‌تواند وارد شود.")
        self._change(
            lambda staff: staff.set_active(user.id, active),
            lambda _none: self._done(sentence.format(name=user.full_name)),
        )

    def _reset(self, user: User) -> None:
        self._change(lambda staff: staff.reset_password(user.id), self._hand_over)

    def _revoke(self, user: User, reason: str) -> None:
        sentence = self.tr("کلید امضای {name} باطل شد.").format(name=user.full_name)
        self._change(lambda staff: staff.revoke_key(user.id, reason), lambda _none: self._done(sentence))

    def _set_idle(self, minutes: int) -> None:
        sentence = self.tr("از ورود بعدی هر کس، میز پس از {count} دقیقه بی‌کاری قفل می‌شود.")
        self._change(
            lambda staff: staff.set_idle_lock(minutes),
            lambda _none: self._done(sentence.format(count=persian_digits(minutes))),
        )

    def _hand_over(self, one_time: OneTimePassword) -> None:
        self._open_card(self.handed)
        self.handed.show_password(one_time)

    def _done(self, sentence: str) -> None:
        self._close_card()
        self._say(sentence, "green")

    def _open_card(self, opened: QWidget) -> None:
        self.handed.forget()
        self._say("", "quiet")
        for card in self._cards:
            card.setVisible(card is opened)

    def _close_card(self) -> None:
        self.handed.forget()
        for card in self._cards:
            card.hide()
        self.people.take_focus()

    def _back(self) -> None:
        """Close the open card, else the page."""
        if all(card.isHidden() for card in self._cards):
            self.closed.emit()
        else:
            self._close_card()

    def _say(self, sentence: str, tone: str) -> None:
        self.said.say(sentence, tone)

    def _reasons(self) -> tuple[str, ...]:
        """Return the reasons that are offered for the revocation of a key; any other can be typed."""
        return (
            self.tr("گذرواژه یا پرونده کلید به دست دیگری افتاده است"),
            self.tr("کلید گم شده است"),
            self.tr("صاحب کلید از دفتر رفته است"),
            self.tr("سمت صاحب کلید عوض شده است"),
        )

    def _make_actions(self) -> None:
        self.add_action = action(self, self.tr("فرد تازه"), *in_both_scripts("Ctrl+N"))
        self.roles_action = action(self, self.tr("سمت‌ها"), "F2")
        self.active_action = action(self, self.tr("غیرفعال کردن"), "F4")
        self.reset_action = action(self, self.tr("بازنشانی گذرواژه"), "F6")
        self.revoke_action = action(self, self.tr("ابطال کلید امضا"), "F8")
        self.close_action = action(self, self.tr("بازگشت"), "Esc")

    def _connect(self) -> None:
        self.add_action.triggered.connect(lambda _checked: self._ask_new())
        self.close_action.triggered.connect(lambda _checked: self._back())
        for act, do in (
            (self.roles_action, self._ask_roles),
            (self.active_action, self._turn_active),
            (self.reset_action, self._ask_reset),
            (self.revoke_action, self._ask_revoke),
        ):
            act.triggered.connect(lambda _checked, do=do: self.people.chosen and do(self.people.chosen.user))
        self.people.chosen_changed.connect(self._on_chosen)
        self.person.committed.connect(self._commit_person)
        self.reset_card.confirmed.connect(lambda user, _reason: self._reset(user))
        self.revoke_card.confirmed.connect(self._revoke)
        self.idle.chosen.connect(self._set_idle)
        for card in (self.person, self.reset_card, self.revoke_card):
            card.cancelled.connect(self._close_card)
        self.handed.closed.connect(self._close_card)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("افراد دفتر"), self)
        heading.setFont(font(LARGE, MEDIUM))
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.idle)
        buttons = FlowLayout(spacing=6)
        for act in self.actions():
            buttons.addWidget(action_button(act, self))
        frame = PageCard(self)
        inside = frame.parts
        inside.addLayout(head)
        inside.addWidget(self.people, 1)
        for card in self._cards:
            inside.addWidget(card)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        fill_page(self, frame)
