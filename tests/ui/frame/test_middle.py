"""Pages lie over the bill as a pile, and the keys go back to where they were."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.middle import Middle
from tests.ui.frame.conftest import shown


class Page(QWidget):
    """A page with two fields."""

    def __init__(self):
        super().__init__()
        self.fields = QLineEdit(self), QLineEdit(self)
        box = QVBoxLayout(self)
        for field in self.fields:
            box.addWidget(field)
        self.setFocusProxy(self.fields[0])


@pytest.fixture
def bill(themed):
    return Page()


@pytest.fixture
def middle(bill, qtbot):
    return shown(qtbot, Middle(bill))


def lay_over(middle, page):
    middle.lay_over(page)
    page.setFocus()
    return page


def test_pages_come_off_one_by_one_and_the_keys_go_back(middle, bill):
    bill.fields[1].setFocus()
    first = lay_over(middle, Page())
    first.fields[1].setFocus()
    lay_over(middle, Page())

    middle.take_off()
    assert middle.currentWidget() is first
    assert first.fields[1].hasFocus()
    middle.take_off()
    assert middle.shows_bill
    assert bill.fields[1].hasFocus()


def test_a_page_of_the_pile_comes_up_again_from_its_place(middle, bill):
    first = lay_over(middle, Page())
    lay_over(middle, Page())
    lay_over(middle, first)
    lay_over(middle, first)
    middle.take_off()

    assert middle.shows_bill


def test_where_the_keys_were_is_gone_the_page_takes_them(middle, bill):
    bill.fields[1].setFocus()
    lay_over(middle, Page())
    bill.fields[1].setParent(None)
    middle.take_off()

    assert bill.fields[0].hasFocus()


def test_the_bill_comes_up_under_all_pages_at_once(middle, bill):
    for _page in range(3):
        lay_over(middle, Page())
    middle.show_bill()
    lay_over(middle, Page())
    middle.take_off()

    assert middle.shows_bill
