"""A field of choice has room for what it shows, and shortens it visibly where somebody made it too narrow."""

import pytest

from app.ui.quiet_choice import QuietChoice


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
