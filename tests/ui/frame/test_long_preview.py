"""Hundreds of pages in the window: those near are drawn, printing tells how far it is and is cancelled by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from app.services.review import Review
from app.services.sign_off import draw_sheet
from app.sheets.binding import bound, count_pages
from app.ui.sheet_preview.page_stack import NEAR
from app.ui.sheet_preview.printing import make_printer
from app.ui.sheet_preview.sheet_preview import SheetPreview
from tests.services.offices import add_claims, claim, line, make_office
from tests.ui.frame.conftest import press, shown

COPIES = 60


@pytest.fixture(scope="module")
def long_pdf(tmp_path_factory):
    """Return many copies of a claim's sheet bound into one file."""
    office, session = make_office(tmp_path_factory.mktemp("long") / "office")
    (claim_id,) = add_claims(office, session, claim("95-009", line(1, "T-CHEST", 60_000)))
    sheet = draw_sheet(office, session, Review(office, session).open(claim_id))
    office.close()
    return bound(("برگ", sheet) for _copy in range(COPIES))


@pytest.fixture
def preview(long_pdf, signed_in, themed, qtbot):
    made = shown(qtbot, SheetPreview(signed_in[0]))
    made.show_pdf(long_pdf, draft=False, file_name="all-sheets-S-1.pdf", title="همه برگ‌ها")
    qtbot.waitUntil(lambda: 0 in drawn(made), timeout=20_000)
    yield made
    made.finish()


def drawn(preview):
    return {number for number in range(preview.pages.count) if preview.pages.picture(number) is not None}


def idle(preview):
    return not preview._drawing


def test_only_pages_near_those_in_sight_are_drawn(preview, long_pdf, qtbot):
    qtbot.waitUntil(lambda: idle(preview), timeout=20_000)
    assert count_pages(long_pdf) == preview.pages.count == COPIES
    assert drawn(preview) == set(preview.pages.near)
    assert len(drawn(preview)) <= NEAR + 2


def test_whoever_goes_to_the_end_sees_it_and_the_beginning_is_let_go(preview, qtbot):
    press(preview.pages, key=Qt.Key.Key_End)
    qtbot.waitUntil(lambda: COPIES - 1 in drawn(preview) and idle(preview), timeout=20_000)
    assert 0 not in drawn(preview)
    assert drawn(preview) == set(preview.pages.near)
    press(preview.pages, key=Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: 0 in drawn(preview), timeout=20_000)


def test_another_size_draws_the_near_pages_anew(preview, qtbot):
    qtbot.waitUntil(lambda: idle(preview), timeout=20_000)
    preview.pages.zoom(1)
    assert not drawn(preview)
    qtbot.waitUntil(lambda: drawn(preview) == set(preview.pages.near), timeout=20_000)


def test_the_window_says_what_the_sheet_is(preview):
    assert preview.heading.text() == "همه برگ‌ها"
    assert preview.draft.isHidden()


def to_file(path):
    printer = make_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_printing_tells_how_far_it_is_and_escape_ends_it(preview, tmp_path, qtbot):
    told = []
    task = preview.print_on(to_file(tmp_path / "paper.pdf"))
    task.progressed.connect(told.append)
    qtbot.waitUntil(lambda: len(told) > 1, timeout=30_000)
    assert "از ۶۰ به چاپگر رفت" in preview.said.text()
    with qtbot.assertNotEmitted(preview.closed), qtbot.waitSignal(task.cancelled, timeout=30_000):
        press(preview.pages, key=Qt.Key.Key_Escape)
        preview.close_action.trigger()
    assert "لغو شد" in preview.said.text()
    assert len(told) < COPIES
    with qtbot.waitSignal(preview.closed):
        preview.close_action.trigger()


def test_after_printing_escape_closes_again(preview, tmp_path, qtbot):
    printer = to_file(tmp_path / "paper.pdf")
    printer.setFromTo(1, 2)
    with qtbot.waitSignal(preview.print_on(printer).done, timeout=30_000):
        pass
    assert "۲ صفحه" in preview.said.text()
    with qtbot.waitSignal(preview.closed):
        preview.close_action.trigger()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_not_there_says_so_and_escape_still_closes(preview, tmp_path, qtbot):
    printer = to_file(tmp_path / "no-such-folder" / "paper.pdf")
    with qtbot.waitSignal(preview.print_on(printer).failed, timeout=30_000):
        pass
    assert "چاپگر" in preview.said.text()
    with qtbot.waitSignal(preview.closed):
        preview.close_action.trigger()


def test_whoever_looks_at_a_page_goes_on_looking_at_it_in_another_size(preview):
    bar = preview.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    page = preview.pages.page_in_sight
    for steps in (1, 1, -1, 0):
        preview.pages.zoom(steps)
        assert preview.pages.page_in_sight == page


def test_a_wide_page_begins_at_the_beginning_of_the_line(preview):
    preview.pages.zoom(3)
    wide = preview.pages._place(preview.pages.in_sight[0])
    assert wide.right() < preview.pages.viewport().width() < wide.width()
    assert wide.left() < 0
    across = preview.pages.horizontalScrollBar()
    across.setValue(across.maximum())
    assert preview.pages._place(preview.pages.in_sight[0]).left() > 0
