"""The sheet in the middle of the desk: the bill, or by one key the stay or the transfer beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.open_claim import OpenClaim
from app.services.stay.stay_room import has_more_than_a_bill, has_stay
from app.ui.bill.key_cap import KeyHint, action
from app.ui.key_bar import key_text
from app.ui.stay.stay_page import StayPage


class BillOrStay(QStackedWidget):
    """Holds the bill of one claim and its stay, or without one the transfer that it may be.

    Signals:
        stay_wanted: the OpenClaim whose stay is to be shown.
        stay_left: nobody looks at the stay any more.
        turned: the other sheet lies uppermost.
    """

    stay_wanted = Signal(object)
    stay_left = Signal()
    turned = Signal()

    def __init__(self, bill: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bill, self.stay = bill, StayPage(self)
        self._open_claim: OpenClaim | None = None
        self.addWidget(bill)
        self.addWidget(self.stay)
        self.turn_action = action(self, self.tr("زمان‌ها و مدارک"), "Ctrl+5")
        self.turn_action.triggered.connect(self.turn)
        self.to_stay = KeyHint(key_text(self.turn_action), self.tr("زمان‌ها و مدارک"), self, self.turn_action.trigger)
        self.to_bill = KeyHint(key_text(self.turn_action), self.tr("صورت‌حساب"), self, self.turn_action.trigger)
        self.currentChanged.connect(lambda _place: self.turned.emit())
        self.show_claim(None)

    @property
    def shows_stay(self) -> bool:
        """Tell whether the stay lies uppermost."""
        return self.currentWidget() is self.stay

    def show_claim(self, open_claim: OpenClaim | None) -> None:
        """Take another state of the claim, or another claim, which begins with its bill."""
        before, self._open_claim = self._open_claim, open_claim
        self.turn_action.setEnabled(open_claim is not None and has_more_than_a_bill(open_claim))
        if open_claim is None or before is None or before.id != open_claim.id:
            self.show_bill()
        elif self.shows_stay:
            self.stay_wanted.emit(open_claim)
        self._show_hints()

    def turn(self) -> None:
        """Show the stay in place of the bill, or the bill again."""
        if self.shows_stay:
            self.show_bill()
            self.take_focus()
        elif self._open_claim is not None and has_more_than_a_bill(self._open_claim):
            self.setCurrentWidget(self.stay)
            self.stay.begin(self._open_claim.id)
            self._show_hints()
            self.take_focus()
            self.stay_wanted.emit(self._open_claim)

    def show_bill(self) -> None:
        """Show the bill."""
        if self.shows_stay:
            self.setCurrentWidget(self._bill)
            self.stay_left.emit()
        self._show_hints()

    def take_focus(self) -> None:
        """Take the keys onto what lies uppermost."""
        if self.shows_stay:
            self.stay.take_focus()
        else:
            self._bill.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hints(self) -> None:
        possible = self.turn_action.isEnabled()
        stays = self._open_claim is None or has_stay(self._open_claim)
        beside = self.tr("زمان‌ها و مدارک") if stays else self.tr("انتقال بیمار")
        self.turn_action.setText(beside)
        self.to_stay.say(beside)
        self.to_stay.setVisible(possible and not self.shows_stay)
        self.to_bill.setVisible(possible and self.shows_stay)
