"""A sheet in the window: its pages as pictures, zoom by keys, a copy, paper."""

import stat

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from app.services.review import Review
from app.services.sign_off import draw_sheet
from app.ui.sheet_preview.pdf_pages import draw_page, page_sizes
from app.ui.sheet_preview.printing import make_printer
from app.ui.sheet_preview.sheet_preview import SheetPreview
from tests.services.offices import add_claims, claim, line, make_office
from tests.ui.frame.conftest import press, shown

A4 = (595, 842)
NEVER_WHITE = 250


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """Return the unsigned sheet of a claim with many lines, on several pages."""
    office, session = make_office(tmp_path_factory.mktemp("sheets") / "office")
    lines = (line(number, "T-CHEST", 95_000) for number in range(1, 25))
    (claim_id,) = add_claims(office, session, claim("95-009", *lines))
    drawn = draw_sheet(office, session, Review(office, session).open(claim_id))
    office.close()
    return drawn


@pytest.fixture
def preview(pdf, signed_in, themed, qtbot):
    made = shown(qtbot, SheetPreview(signed_in[0]))
    made.show_pdf(pdf, draft=True, file_name="95-009.pdf")
    qtbot.waitUntil(lambda: drawn(made))
    yield made
    made.finish()


def drawn(preview):
    pages = preview.pages
    return pages.count > 0 and all(pages.picture(number) is not None for number in range(pages.count))


def ink(picture):
    """Return where a picture, every third pixel in both directions, is not bare paper."""
    return [
        (x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
        if picture.pixelColor(x, y).lightness() < NEVER_WHITE
    ]


def extent(picture):
    """Return the corners of a picture's ink."""
    across, down = zip(*ink(picture), strict=True)
    return min(across), min(down), max(across), max(down)


def test_every_page_is_drawn_with_its_ink(preview, pdf):
    sizes = page_sizes(pdf)

    assert len(sizes) > 1
    assert all((round(size.width()), round(size.height())) == A4 for size in sizes)
    assert preview.pages.count == len(sizes)
    assert all(len(ink(preview.pages.picture(number).toImage())) > 100 for number in range(len(sizes)))


def test_a_page_is_drawn_as_large_as_asked(pdf):
    picture = draw_page(pdf, 0, 2.0)

    assert (picture.width() // 2, picture.height() // 2) == A4


@pytest.mark.parametrize("draft", [True, False])
def test_the_window_says_whether_anybody_has_signed(preview, pdf, draft):
    preview.show_pdf(pdf, draft=draft, file_name="95-009.pdf")

    assert preview.draft.isVisible() is draft
    assert "پیش‌نویس" in preview.draft.text()
    assert "95-009" in preview.heading.text()


def test_keys_zoom_and_fit_and_the_pages_are_drawn_anew(preview, qtbot):
    fitting = preview.pages.scale
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(preview.pages, Qt.Key.Key_Plus, control)
    assert preview.pages.scale == pytest.approx(fitting * 1.25)
    assert not drawn(preview)
    qtbot.waitUntil(lambda: drawn(preview))

    qtbot.keyClick(preview.pages, Qt.Key.Key_Minus, control)
    qtbot.keyClick(preview.pages, Qt.Key.Key_Minus, control)
    assert preview.pages.scale == pytest.approx(fitting / 1.25)
    qtbot.keyClick(preview.pages, Qt.Key.Key_0, control)
    assert preview.pages.scale == pytest.approx(fitting)


def test_pages_fit_the_room_until_somebody_chose_their_size(preview, qtbot):
    before = preview.pages.scale
    preview.resize(900, 640)
    qtbot.waitUntil(lambda: preview.pages.scale > before)

    preview.pages.zoom(1)
    chosen = preview.pages.scale
    preview.resize(760, 640)
    assert preview.pages.scale == chosen


def test_end_and_home_lead_to_the_last_and_first_page(preview, pdf):
    count = len(page_sizes(pdf))
    assert preview.pages.page_in_sight == 1
    press(preview.pages, key=Qt.Key.Key_End)
    assert preview.pages.page_in_sight == count
    press(preview.pages, key=Qt.Key.Key_Home)
    assert preview.pages.page_in_sight == 1


def test_a_copy_is_the_same_file_and_its_owners_alone(preview, pdf, tmp_path, qtbot):
    path = tmp_path / "copy.pdf"
    with qtbot.waitSignal(preview.save_copy(path).done):
        pass

    assert path.read_bytes() == pdf
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "copy.pdf" in preview.said.text()


def test_a_copy_that_cannot_be_written_says_why(preview, tmp_path, qtbot):
    (tmp_path / "file").touch()
    with qtbot.waitSignal(preview.save_copy(tmp_path / "file" / "copy.pdf").failed):
        pass

    assert preview.said.text()
    assert "Error" not in preview.said.text()


def test_paper_gets_every_page_in_full_size(preview, pdf, tmp_path, qtbot):
    printer = make_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with qtbot.waitSignal(preview.print_on(printer).done, timeout=30_000):
        pass

    assert stat.S_IMODE((tmp_path / "paper.pdf").stat().st_mode) == 0o600
    printed = (tmp_path / "paper.pdf").read_bytes()
    assert len(page_sizes(printed)) == len(page_sizes(pdf))
    assert extent(draw_page(printed, 0, 1.0)) == pytest.approx(extent(draw_page(pdf, 0, 1.0)), abs=4)


def test_only_the_chosen_pages_are_printed(preview, tmp_path, qtbot):
    printer = make_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setFromTo(2, 2)
    with qtbot.waitSignal(preview.print_on(printer).done, timeout=30_000) as done:
        pass

    assert done.args == [1]


def test_escape_goes_back(preview, qtbot):
    with qtbot.waitSignal(preview.closed):
        qtbot.keyClick(preview.pages, Qt.Key.Key_Escape)
