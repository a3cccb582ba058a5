"""A field of choice has room for what it shows, shortens it visibly where it was made too narrow, and hears each word."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.quiet_choice import QuietChoice
from tests.ui.frame.conftest import shown, type_text


@pytest.mark.parametrize(
    "text", ["همه حوزه‌ها", "All areas", "National code", "آزمایشگاه مهر (نمونه ساختگی)، خرداد ۱۴۰۰"]
)
def test_a_choice_is_whole_at_its_own_width_and_shortened_at_a_lesser_one(themed, qtbot, text):
    field = QuietChoice()
    qtbot.addWidget(field)
    field.addItem(text)
    field.resize(field.sizeHint())
    assert field.shown_text() == text
    field.resize(80, field.height())
    assert field.shown_text().endswith("…")
    assert field.currentText() == text


def test_a_word_begins_anew_whenever_the_keys_come_however_quickly(themed, qtbot):
    page = QWidget()
    field, other = QuietChoice(page), QLineEdit(page)
    field.addItems(["—", "دارای استحقاق", "فاقد استحقاق"])
    box = QVBoxLayout(page)
    box.addWidget(field)
    box.addWidget(other)
    shown(qtbot, page)
    for _form in range(2):
        field.setFocus()
        type_text(field, "دارا")
        assert field.currentIndex() == 1
        other.setFocus()
        field.setCurrentIndex(0)
