"""From the last signature to the report in the centre's hands: the sheets of a submission on the real desk."""

import re
import unicodedata
from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.domain.office import ClaimState, Role
from app.domain.persian import date_text, latin_digits
from app.services.accounting import Accounting
from app.services.clock import day_of, system_clock
from app.services.people import add_person, make_first_administrator, sign_in
from app.services.review import Review
from app.services.sign_off import sign
from app.sheets.binding import PDFIUM
from tests.services.offices import FULL_NAME, NAME, PASSWORD, add_claims, claim, empty_office, line
from tests.stories.conftest import WAIT_MS, window_over

SHIFT_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(tmp_path):
    """An office with a reviewer and an accountant; a submission whose claims are signed but for the last one."""
    office = empty_office(tmp_path / "office", system_clock)
    mina = make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
    add_person(office, None, name="sahar", full_name="سحر یاوری", roles=frozenset({Role.ACCOUNTANT}), password=PASSWORD)
    rows = [claim(f"C-{number}", line(1, "700245", 100_000), line(2, "T-CHEST", 60_000)) for number in range(1, 4)]
    numbers = add_claims(office, mina, *rows, claim("C-4", line(1, "T-CHEST", 60_000)))
    for number in numbers[:3]:
        sign(office, mina, Review(office, mina).open(number))
    yield office
    office.close()


@pytest.fixture
def window(qtbot, office):
    with window_over(qtbot, office) as main:
        yield main


@pytest.fixture
def page_of(window, desk_of, qtbot):
    """Return what signs somebody in and opens the page of the sheets by its key."""
    pages = []

    def open_page(name):
        desk_of(name)
        press(window, Qt.Key.Key_G, SHIFT_CONTROL)
        page = window.pages.page("submission_sheets")
        pages.append(page)
        qtbot.waitUntil(page.overview.report_action.isEnabled, timeout=WAIT_MS)
        return page

    yield open_page
    for page in pages:
        if isValid(page):
            page.finish()


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def close_all(office):
    """Let the reviewer sign what is left and the accountant close everything."""
    mina, sahar = (sign_in(office, name, PASSWORD) for name in (NAME, "sahar"))
    review = Review(office, mina)
    with office.read() as view:
        numbers = [row.id for row in view.claims.of_submission(1, office.dictionary)]
    for number in numbers:
        if review.open(number).editable:
            sign(office, mina, review.open(number))
        Accounting(office, sahar).sign(Review(office, sahar).open(number))


def seen(page):
    """Return the text of the sheet that is looked at, in base letters."""
    with PDFIUM, pypdfium2.PdfDocument(page.preview._pdf) as document:
        text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u200c", "").split())


def looks_at(qtbot, page, window, key):
    """Press the key of a sheet and wait until it is looked at."""
    press(window, key)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.preview, timeout=WAIT_MS)
    return seen(page)


def test_a_reviewer_sees_how_far_it_is_looks_at_the_sheets_and_goes_back_to_the_bill(window, page_of, qtbot):
    page = page_of(NAME)
    states = [badge.text() for badge in page.overview.badges]
    assert [latin_digits(text).split()[-1] for text in states] == ["1", "3"]
    assert "پیش‌نویس" in page.overview.standing.text()
    assert not page.overview.handover.hand_over_action.isEnabled()

    statement = looks_at(qtbot, page, window, Qt.Key.Key_F4)
    assert "جمع ردیفهای کسرشده" in statement
    settled = [Review(page.office, page._session).open(number).settlement.totals for number in (1, 2, 3)]
    figures = set(re.findall("[0-9]+", latin_digits(statement).replace("٬", "")))
    assert {str(sum(totals.deducted for totals in settled)), str(sum(t.approved for t in settled))} <= figures
    press(window, Qt.Key.Key_Escape)
    assert page._stack.currentWidget() is page.overview

    assert "گزارش عملکرد" in looks_at(qtbot, page, window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_Escape)
    assert "فهرست سندها" in looks_at(qtbot, page, window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.desk.claim.isVisible()


def test_all_sheets_come_as_one_with_signed_sheets_and_the_draft_of_what_is_open(window, page_of, qtbot, tmp_path):
    page = page_of(NAME)
    whole = looks_at(qtbot, page, window, Qt.Key.Key_F8)
    assert whole.count("برگ رسیدگی سند") == 4
    assert whole.count("امضای دیجیتال") == 3
    assert whole.index("روکش درخواست هزینه") < whole.index("برگ رسیدگی سند") < whole.rindex("صورت کسورات")
    path = tmp_path / "all.pdf"
    with qtbot.waitSignal(page.preview.save_copy(path).done, timeout=WAIT_MS):
        pass
    assert path.read_bytes() == page.preview._pdf


def test_the_folder_gets_four_files_and_says_so(window, page_of, qtbot, tmp_path):
    page = page_of(NAME)
    with qtbot.waitSignal(page.work.written, timeout=WAIT_MS):
        page.write_to(tmp_path)
    assert len(list(tmp_path.glob("*-S-1.pdf"))) == 4
    assert "۴ پرونده" in page.overview.said.text()


def test_printing_is_cancelled_by_one_key_while_the_desk_goes_on(window, page_of, qtbot, tmp_path):
    page = page_of(NAME)
    page.work.begun.connect(page.work.cancel)
    with qtbot.waitSignal(page.work.cancelled, timeout=WAIT_MS):
        page.write_to(tmp_path)
    assert not list(tmp_path.glob("*.pdf"))
    assert page._stack.currentWidget() is page.overview
    assert "لغو شد" in page.overview.said.text()
    with qtbot.waitSignal(window.desk.claim_shown, timeout=WAIT_MS):
        window.desk.open_claim(4)


def test_escape_on_the_progress_cancels_and_a_page_left_meanwhile_goes_on(window, page_of, qtbot):
    page = page_of(NAME)
    press(window, Qt.Key.Key_F8)
    assert page._stack.currentWidget() is page.progress
    with qtbot.waitSignals([page.work.cancelled], timeout=WAIT_MS):
        press(window, Qt.Key.Key_Escape)
    assert page._stack.currentWidget() is page.overview

    press(window, Qt.Key.Key_F8)
    window.desk.show_bill()
    qtbot.waitUntil(lambda: not page.work.busy, timeout=WAIT_MS)
    assert page._stack.currentWidget() is page.preview


def test_who_signs_out_while_sheets_are_drawn_leaves_nothing_behind(window, page_of, qtbot):
    page = page_of(NAME)
    press(window, Qt.Key.Key_F8)
    assert page.work.busy
    window.sign_out()
    qtbot.waitUntil(lambda: not isValid(page), timeout=WAIT_MS)
    other = page_of("sahar")
    assert other is not page
    assert not other.work.busy


def test_the_accountant_hands_the_report_over_and_the_days_of_the_centre_run(window, page_of, qtbot, office):
    close_all(office)
    office.clock = lambda: system_clock() + timedelta(days=4)
    page = page_of("sahar")
    assert "به پایان رسیده" in page.overview.standing.text()
    box, today = page.overview.handover, day_of(office.clock())
    assert box.day.day == today
    assert "هنوز تحویل نشده" in box.history.text()

    box.day.setText("۱۳۹۵/۱۳/۴۰")
    press(window, Qt.Key.Key_H, CONTROL)
    assert "چنین روزی در تقویم نیست" in box.fault.text()
    assert box.day.hasFocus()

    box.day.show_day(today.plus_days(1))
    with qtbot.waitSignal(page.work.failed, timeout=WAIT_MS):
        press(window, Qt.Key.Key_Return)
    assert "هنوز نیامده" in page.overview.said.text()

    box.day.show_day(today.plus_days(-5))
    with qtbot.waitSignal(page.work.failed, timeout=WAIT_MS):
        press(window, Qt.Key.Key_H, CONTROL)
    assert "پیش از این روز تحویل نشده" in page.overview.said.text()

    day = today.plus_days(-3)
    box.day.show_day(day)
    with qtbot.waitSignal(page.work.handed, timeout=WAIT_MS):
        press(window, Qt.Key.Key_H, CONTROL)
    qtbot.waitUntil(lambda: date_text(day.plus_days(15)) in box.history.text(), timeout=WAIT_MS)
    with office.read() as view:
        (handed,) = view.handovers.of_submission(1)
        assert {view.claims.standing(number).state for number in range(1, 5)} == {ClaimState.CLOSED}
    assert handed.handed_on == day
    assert (office.store.sheets_folder / handed.file_name).read_bytes().startswith(b"%PDF")
    assert office.store.check() == []
    report = looks_at(qtbot, page, window, Qt.Key.Key_F2)
    assert date_text(day) in report
    assert date_text(day.plus_days(15)) in report
    assert "پیشنویس" not in report
