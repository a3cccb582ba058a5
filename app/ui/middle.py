"""The middle of the desk: the bill, and the pages that are laid over it until they are closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid


class Middle(QStackedWidget):
    """Pages on a pile; whoever takes the uppermost off finds the keys where they were before it."""

    def __init__(self, bill: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bill = bill
        self._below: list[tuple[QWidget, QWidget | None]] = []
        self.addWidget(bill)

    @property
    def shows_bill(self) -> bool:
        """Whether the bill lies uppermost."""
        return self.currentWidget() is self._bill

    def lay_over(self, page: QWidget) -> None:
        """Lay a page over what is seen; one that lies in the pile already comes up again from there."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        pages = [below for below, _focused in self._below]
        if page in pages:
            del self._below[pages.index(page) :]
        elif page is not (seen := self.currentWidget()):
            self._below.append((seen or self._bill, QApplication.focusWidget()))
        self.setCurrentWidget(page)

    def take_off(self) -> None:
        """Take the uppermost page off and give the keys back to where they were; where that is gone, to the page."""
        below, focused = self._below.pop() if self._below else (self._bill, None)
        self.setCurrentWidget(below)
        there = focused is not None and isValid(focused) and focused.isVisible()
        (focused if there and focused is not None else below).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_bill(self) -> None:
        """Take all pages off the bill."""
        self._below.clear()
        self.setCurrentWidget(self._bill)
