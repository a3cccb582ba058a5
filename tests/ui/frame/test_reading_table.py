"""Every text of a table that is read stands there whole, in whatever width."""

import time

import pytest
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from app.ui.reading_table import PADDING, ReadingTable
from app.ui.theme import RED
from tests.ui.frame.conftest import shown

TEXT = "این ردیف ایرادی دارد که در یک خط نمی‌گنجد و باید تا پایان خوانده شود"


@pytest.mark.parametrize("width", range(300, 700, 23))
def test_a_row_is_as_high_as_its_texts(themed, qtbot, width):
    table = shown(qtbot, ReadingTable(["جا", "ایراد"]), size=(500, 300))
    table.show_rows([("ردیف ۱", TEXT)], marked=1, colours=[RED])
    table.resize(width, 300)
    room = table.columnWidth(1) - 2 * PADDING
    needed = table.fontMetrics().boundingRect(0, 0, room - 6, 1000, 0x1000, TEXT).height()

    assert table.rowHeight(0) >= needed


def test_many_rows_get_their_heights_a_few_at_a_time_and_come_anew_quickly(themed, qtbot):
    table = shown(qtbot, ReadingTable(["جا", "ایراد", "چاره"]), size=(420, 300))
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    rows = [(f"ردیف {number}", TEXT, TEXT) for number in range(150)]
    colours = [RED] * len(rows)
    for _again in range(2):
        started = time.thread_time()
        table.show_rows(rows, marked=1, colours=colours)
        assert time.thread_time() - started < 1  # measured for each text anew it would take ten seconds
        first = table.rowHeight(0)
        qtbot.waitUntil(lambda: table.rowHeight(149) == first)  # noqa: B023 - waited for in this round
    assert first > 2 * table.fontMetrics().height()


def test_rows_that_were_filled_while_nobody_saw_them_fit_once_they_are_seen(themed, qtbot):
    stack = QStackedWidget()
    table = ReadingTable(["گیرنده", "دارنده گواهی", "وضعیت"], stack)
    stack.addWidget(QWidget(stack))
    stack.addWidget(table)
    shown(qtbot, stack, size=(654, 300))
    table.show_rows([("خزانه نمونه", "خزانه نمونه (ساختگی)", "تا ۱۴۱۵ معتبر")], marked=2, colours=[RED])
    stack.setCurrentWidget(table)

    qtbot.waitUntil(lambda: table.rowHeight(0) < 2 * table.fontMetrics().height())
