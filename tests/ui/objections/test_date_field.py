"""The field for a Jalali day."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.dates import JalaliDate
from app.ui.date_field import DateField
from tests.ui.frame.conftest import press, shown, type_text


@pytest.fixture
def field(qtbot):
    made = DateField()
    qtbot.addWidget(made)
    return made


def test_a_day_is_typed_in_either_script_and_read_in_persian(field):
    heard = []
    field.day_changed.connect(heard.append)
    type_text(field, "1395/6/7")

    assert field.text() == "۱۳۹۵/۶/۷"
    assert field.day == JalaliDate(1395, 6, 7)
    assert heard[-1] == field.day
    assert heard[0] is None


@pytest.mark.parametrize(("text", "said"), [("1395/12", "مانند"), ("1396/12/30", "چنین روزی")])
def test_what_is_no_day_says_so(field, text, said):
    type_text(field, text)

    assert field.day is None
    assert said in field.fault
    assert field.property("faulty") == "true"


def test_the_arrows_move_by_days_and_months_over_their_ends(field):
    field.show_day(JalaliDate(1395, 12, 30))
    press(field, key=Qt.Key.Key_Up)
    assert field.day == JalaliDate(1396, 1, 1)
    press(field, key=Qt.Key.Key_Down)
    press(field, key=Qt.Key.Key_PageDown)
    assert field.day == JalaliDate(1395, 11, 30)


def test_a_day_is_selected_where_the_keys_are_and_nowhere_else(themed, qtbot):
    box = QWidget()
    first, second = DateField(box), DateField(box)
    second.move(0, 60)
    shown(qtbot, box)
    for field in (first, second):
        field.show_day(JalaliDate.parse("1395-03-07"))
    first.setFocus()
    assert [first.selectedText(), second.selectedText()] == ["۱۳۹۵/۰۳/۰۷", ""]
    second.setFocus()
    assert [first.selectedText(), second.selectedText()] == ["", "۱۳۹۵/۰۳/۰۷"]
