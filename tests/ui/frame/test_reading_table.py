"""Every text of a table that is read stands there whole, in whatever width."""

import pytest

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
