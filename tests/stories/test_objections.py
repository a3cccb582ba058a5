"""A centre objects: in time and too late, heard by other eyes at a desk of their own, two versions side by side."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState, Role
from app.services.people import add_person
from app.ui.bill.bill_rows import LineRow
from app.ui.passes.objection_pass import ObjectionPass
from app.ui.passes.sheet_pass import SheetPass
from app.ui.passes.technical_pass import TechnicalPass
from app.ui.why.objection_card import EarlierCard, ObjectionCard
from tests.services.closed_claims import ACCOUNTANT, SECOND
from tests.services.offices import PASSWORD, claim, line
from tests.stories.conftest import WAIT_MS, import_and_open, press, type_text

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("second_office_program.py")
ANSWER = "تعرفه روز خدمت همین است"


@pytest.fixture
def another(window):
    """Let another person's program do something on the office; returns what it said, line by line."""

    def run(work: str, *arguments: object) -> list[str]:
        done = subprocess.run(
            [sys.executable, PROGRAM, work, window._office.store.folder, *map(str, arguments)],
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


def sign(qtbot, desk):
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    return desk.claim.open_claim.id


def show(qtbot, desk, number):
    """Open a claim anew, as the office knows it now."""
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(number)


def cards(desk, kind):
    return [card for card in desk.why.findings.findChildren(kind) if card.isVisible()]


def texts(card):
    return " ".join(label.text() for label in card.findChildren(type(card.layout().itemAt(0).widget())))


def add_people(office):
    for (name, full_name), role in ((SECOND, Role.REVIEWER), (ACCOUNTANT, Role.ACCOUNTANT)):
        add_person(office, None, name=name, full_name=full_name, roles=frozenset({role}), password=PASSWORD)


def sign_two_claims(qtbot, desk, write_file):
    """Let the first reviewer sign a claim of each of two submissions."""
    rows = line(1, "T-CHEST", 60_000), line(2, "700245", 100_000)
    import_and_open(qtbot, desk, write_file(claim("C-1", *rows)))
    first = sign(qtbot, desk)
    more = write_file(claim("C-2", *rows), name="more.json")
    more.write_text(more.read_text(encoding="utf-8").replace('"S-1"', '"S-2"'), encoding="utf-8")
    with qtbot.waitSignal(desk.importing.imported, timeout=WAIT_MS):
        desk.import_files([more])
    show(qtbot, desk, first + 1)
    return first, sign(qtbot, desk)


def begin_letter(qtbot, window, number):
    """Begin a letter about a claim that lies on the desk."""
    show(qtbot, window.desk, number)
    page = window.show_page("objections")
    page.letter_action.trigger()
    qtbot.waitUntil(lambda: page.form.terms is not None, timeout=WAIT_MS)
    return page


def write_letter(form, reason, wanted):
    """Write down by keys what the letter says of the second line."""
    press(form.received, Qt.Key.Key_Return)
    press(form.lines, Qt.Key.Key_Down)
    press(form.lines, Qt.Key.Key_Space)
    type_text(form.entry.reasons.field, reason)
    press(form.entry.reasons.field, Qt.Key.Key_Return)
    type_text(form.entry.wanted, wanted)
    press(form.entry.wanted, Qt.Key.Key_Return)


@pytest.fixture
def reported(window, desk, qtbot, write_file, another):
    """Two claims, signed here and closed elsewhere: one reported today, one so long ago that it is too late."""
    add_people(window._office)
    in_time, late = sign_two_claims(qtbot, desk, write_file)
    assert another("close_and_report", in_time, 4, 0) == ["closed 1"]
    assert another("close_and_report", late, 5, 20) == ["closed 1"]
    return in_time, late


def test_a_late_letter_is_refused_with_its_dates(window, qtbot, reported):
    page = begin_letter(qtbot, window, reported[1])

    told = page.form.fault.text()
    assert "مهلت اعتراض گذشته است" in told
    for date in ("۱۳۹۵/۰۳/۲۲", "۱۳۹۵/۰۴/۰۶", "۱۳۹۵/۰۴/۱۱"):
        assert date in told
    write_letter(page.form, "دیر رسیده", "")
    assert not page.record_action.isEnabled()


def test_an_objection_in_time_gives_a_second_version_by_other_eyes(window, desk, qtbot, reported, another):
    number = reported[0]
    page = begin_letter(qtbot, window, number)
    write_letter(page.form, "تعرفه روز خدمت بیش", "100000")
    page.record_action.trigger()
    qtbot.waitUntil(lambda: len(page.open.rows) == 1, timeout=WAIT_MS)

    the_first_reviewer_is_refused(window, desk, qtbot, page)
    assert another("hear_objection", 8, ANSWER) == [
        "taken up 2 in_review",
        "هنوز ۱ اعتراض مرکز بی‌پاسخ است؛ با Ctrl+J پاسخ دهید و سپس F9 را بزنید.",
        "signed 2 technically_done",
    ]
    assert another("close_and_report", number, 9, 0) == ["closed 2"]
    both_versions_stand_side_by_side(window, desk, qtbot, reported)
    assert window._office.store.check() == []


def the_first_reviewer_is_refused(window, desk, qtbot, page):
    page.take_action.trigger()
    assert "کار خود شما" in page.said.text()
    page.close_action.trigger()
    qtbot.waitUntil(lambda: desk.claim.open_claim.state is ClaimState.OBJECTED, timeout=WAIT_MS)
    assert not desk.pass_of(ObjectionPass).take_up_action.isEnabled()
    desk.claim.select_line(2)
    (card,) = cards(desk, ObjectionCard)
    assert "تعرفه روز خدمت بیش از این است" in texts(card)


def both_versions_stand_side_by_side(window, desk, qtbot, reported):
    for number in reversed(reported):
        show(qtbot, desk, number)
    shown = desk.claim.open_claim
    assert (shown.state, shown.version) == (ClaimState.CLOSED, 2)
    lines = [row for row in desk.claim.bill.bill.rows if isinstance(row, LineRow)]
    assert [row.before for row in lines] == ["نسخه ۱: ۶۰٬۰۰۰", "نسخه ۱: ۸۰٬۰۰۰"]
    assert [row.objection and row.objection.text for row in lines] == [None, "پاسخ داده شد"]
    desk.claim.select_line(2)
    (card,) = cards(desk, ObjectionCard)
    assert ANSWER in texts(card)
    assert SECOND[1] in texts(card)
    (before,) = cards(desk, EarlierCard)
    assert "نسخه ۱: ۸۰٬۰۰۰ ریال" in texts(before)
    with qtbot.waitSignal(desk.work.sheet_drawn, timeout=WAIT_MS) as drawn:
        desk.pass_of(ObjectionPass).before_action.trigger()
    first_pdf = window._office.store.sheets_folder / shown.earlier[0].file_name
    assert drawn.args[0] == first_pdf.read_bytes()
    qtbot.waitUntil(desk.pass_of(SheetPass).preview.isVisible, timeout=WAIT_MS)
