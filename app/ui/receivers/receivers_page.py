"""The receivers of the office: those for whom its people can seal what they save; the administrator keeps the list."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QStackedWidget,
    QWidget,
)

from app.domain.persian import date_text
from app.domain.receivers import Certificate, Receiver
from app.services.office import Office
from app.services.people import Session
from app.services.receivers import Receivers
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.bill.state_page import StatePage
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.reading_table import ReadingTable
from app.ui.receivers.fingerprint import fingerprint_text
from app.ui.receivers.receiver_card import ReceiverCard
from app.ui.tasks import Worker, sentence_of
from app.ui.theme import GREEN, RED

STANDING_COLUMN = 2


class ReceiversPage(PageOverBill):
    """Takes the place of the bill; each step is asked of the store anew."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._receivers: Receivers | None = None
        self.shown: tuple[Receiver, ...] = ()
        self.table, self.state = self._make_table(), StatePage(self)
        self.fingerprint, self.said = CleanLabel("", self, tone="quiet", tabular=True), CleanLabel("", self)
        self.card = ReceiverCard(self)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the receivers to the administrator."""
        self._receivers = Receivers(self.office, session)
        self._say("", "quiet")
        self._close_card()
        self._show_state(self.tr("گیرندگان خوانده می‌شوند…"), "")
        self._do(lambda receivers: receivers.all(), self._show)

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    @property
    def chosen(self) -> Receiver | None:
        """The receiver whose row is chosen."""
        row = self.table.currentRow()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def look(self, path: Path) -> None:
        """Read the certificate of a file, and ask under which name its owner is to be added."""
        self._close_card()
        self._say(self.tr("گواهی خوانده و بررسی می‌شود…"), "quiet")
        self._do(lambda receivers: receivers.look(path), self._on_looked)

    def _do(self, work: Callable[[Receivers], Any], done: Callable[[Any], None]) -> None:
        receivers = self._receivers
        if receivers is not None:
            self.worker.start(lambda _report: work(receivers), done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if self._middle.currentWidget() is self.state and not self.shown:
            self._show_state(self.tr("گیرنده‌ای ثبت نشده است"), "")
        self._say(sentence_of(error), "red")

    def _show(self, receivers: tuple[Receiver, ...]) -> None:
        self.shown = receivers
        self.remove_action.setEnabled(bool(receivers))
        self.fingerprint.setVisible(bool(receivers) and self.card.isHidden())
        if not receivers:
            self._show_state(
                self.tr("گیرنده‌ای ثبت نشده است"),
                self.tr("گواهی کسی را که برایش پرونده می‌فرستید بیفزایید تا پرونده‌ها هنگام ذخیره برای او رمز شوند."),
            )
            return
        self.table.show_rows(
            [self._texts(receiver) for receiver in receivers],
            marked=STANDING_COLUMN,
            colours=[RED if receiver.fault else GREEN for receiver in receivers],
        )
        self.table.setCurrentCell(0, 0)
        self._middle.setCurrentWidget(self.table)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        """Show the fingerprint of the chosen receiver, who may be asked for it again."""
        receiver = self.chosen
        if receiver is not None:
            heading = self.tr("اثر انگشت گواهی {name} (SHA-256):").format(name=f"«{receiver.name}»")
            self.fingerprint.setText(f"{heading}\n{fingerprint_text(receiver.certificate)}")

    def _texts(self, receiver: Receiver) -> tuple[str, str, str]:
        certificate = receiver.certificate
        standing = receiver.fault or self.tr("تا {day} معتبر").format(day=date_text(certificate.last_day))
        return receiver.name, certificate.subject or "—", standing

    def _on_looked(self, certificate: Certificate) -> None:
        self._open_card()
        self.card.ask_name(certificate)

    def _add(self, name: str) -> None:
        certificate = self.card.certificate
        if certificate is not None:
            said = self.tr("گیرنده ثبت شد؛ از این پس هنگام ذخیره پرونده‌ها می‌توان او را برگزید.")
            self._do(lambda receivers: receivers.add(name, certificate), lambda all_: self._on_changed(all_, said))

    def _ask_removal(self) -> None:
        receiver = self.chosen
        if receiver is not None:
            self._open_card()
            self.card.ask_removal(receiver)

    def _remove(self) -> None:
        certificate = self.card.certificate
        if certificate is not None:
            said = self.tr("گیرنده برداشته شد.")
            self._do(
                lambda receivers: receivers.remove(certificate.fingerprint), lambda all_: self._on_changed(all_, said)
            )

    def _on_changed(self, receivers: tuple[Receiver, ...], said: str) -> None:
        self._close_card()
        self._show(receivers)
        self._say(said, "green")

    def _choose_file(self) -> None:
        kinds = self.tr("گواهی (*.cer *.crt *.pem *.der);;همه پرونده‌ها (*)")
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("گواهی گیرنده"), "", kinds)
        if name:
            self.look(Path(name))

    def _back(self) -> None:
        """Close the open card, else the page."""
        if self.card.isHidden():
            self.closed.emit()
        else:
            self._close_card()
            self._say("", "quiet")

    def _open_card(self) -> None:
        """Show the card, and no other fingerprint than its own."""
        self._say("", "quiet")
        self.fingerprint.hide()
        self.card.show()

    def _close_card(self) -> None:
        self.card.hide()
        self.fingerprint.setVisible(bool(self.shown))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, heading: str, sentence: str) -> None:
        self.state.say(heading, sentence)
        self._middle.setCurrentWidget(self.state)

    def _say(self, sentence: str, tone: str) -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _make_table(self) -> ReadingTable:
        table = ReadingTable((self.tr("گیرنده"), self.tr("دارنده گواهی"), self.tr("وضعیت")), self)
        table.setAccessibleName(self.tr("گیرندگان"))
        return table

    def _make_actions(self) -> None:
        self.add_action = action(self, self.tr("گیرنده تازه از پرونده گواهی"), *in_both_scripts("Ctrl+N"))
        self.remove_action = action(self, self.tr("برداشتن گیرنده"), "Ctrl+Del")
        self.close_action = action(self, self.tr("بازگشت"), "Esc")
        self.remove_action.setEnabled(False)

    def _connect(self) -> None:
        for act, do in (
            (self.add_action, self._choose_file),
            (self.remove_action, self._ask_removal),
            (self.close_action, self._back),
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())
        self.table.currentCellChanged.connect(lambda *_places: self._on_chosen())
        self.card.add_wanted.connect(self._add)
        self.card.removal_wanted.connect(self._remove)
        self.card.cancelled.connect(self._back)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("گیرندگان"), self)
        heading.setFont(font(LARGE, MEDIUM))
        about = CleanLabel(
            self.tr("پرونده‌ای که برای گیرنده‌ای ذخیره شود، تنها با کلید خود او باز می‌شود؛ رونوشت بی‌رمز نمی‌ماند."),
            self,
            tone="quiet",
        )
        self._middle = QStackedWidget(self)
        for part in (self.state, self.table):
            self._middle.addWidget(part)
        buttons = FlowLayout(spacing=6)
        for act in (self.add_action, self.remove_action, self.close_action):
            buttons.addWidget(action_button(act, self))
        frame = PageCard(self)
        inside = frame.parts
        inside.addWidget(heading)
        inside.addWidget(about)
        inside.addWidget(self._middle, 1)
        inside.addWidget(self.fingerprint)
        inside.addWidget(self.card)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        fill_page(self, frame)
