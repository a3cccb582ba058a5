"""Tab goes through the fields of a form as they are seen, and leaves none out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.eligibility.inquiry_form import InquiryForm
from app.ui.statistics.statistics_head import StatisticsHead
from tests.ui.frame.conftest import shown


def inquiry(form):
    return form.fields()


def filters(head):
    row = head.filters
    return row.settled, row.first, row.last, row.centre, row.insurer, row.fund, row.kind, row.reviewer


@pytest.mark.parametrize(("make", "fields_of"), [(InquiryForm, inquiry), (StatisticsHead, filters)])
def test_tab_goes_from_field_to_field_as_they_are_seen(themed, qtbot, make, fields_of):
    form = shown(qtbot, make(), (1100, 400))
    first, *rest = fields_of(form)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for field in rest:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field, field.accessibleName()
