"""From a remark that only a person can judge to the signed sheet that cites its clause, on the real desk."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.sign_off import signed_sheet_file
from app.services.verification import verify_sheet_file
from app.ui.bill.key_cap import KeyHint
from tests.services.offices import claim, line
from tests.sheets.sheet_text import text_of
from tests.stories.conftest import WAIT_MS, import_and_open, type_text

RULE = "GEN-16b"


@pytest.fixture
def opened(window, desk, qtbot, write_file):
    """The desk with a claim of two lines, line 1 cut by the engine to 80,000 rials; nothing is asked."""
    lines = line(1, "700245", 100_000), line(2, "T-CHEST", 60_000)
    import_and_open(qtbot, desk, write_file(claim("C-1", *lines)))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return desk


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keys are."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def stand_on_remark(desk, line_no):
    """Select a line and go with F3 to the remark."""
    desk.claim.select_line(line_no)
    while desk.why.findings.current_remark is None or desk.why.findings.current_rule != RULE:
        press(Qt.Key.Key_F3)
    return desk.why.findings.current_remark


def after(desk, qtbot, do):
    """Do something and wait until the claim lies on the desk anew."""
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        do()


def deduct(desk, qtbot, amount):
    """Deduct from the line with the keys on its remark."""
    press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    type_text(QApplication.focusWidget(), amount)
    press(Qt.Key.Key_Return)
    type_text(QApplication.focusWidget(), "تشخیص")
    after(desk, qtbot, lambda: press(Qt.Key.Key_Return))


def remark(desk, line_no):
    settled = desk.claim.open_claim.settlement.remarks
    return next(s for s in settled if (s.remark.rule, s.remark.line) == (RULE, line_no))


def test_from_a_remark_to_the_verified_sheet(opened, qtbot):
    desk, office = opened, opened.work._office
    stand_on_remark(desk, 2)
    after(desk, qtbot, lambda: press(Qt.Key.Key_F5))
    assert (remark(desk, 2).seen, remark(desk, 2).deducted) == (True, False)

    stand_on_remark(desk, 1)
    deduct(desk, qtbot, "۵۰۰۰۰")
    assert remark(desk, 1).deducted
    assert desk.claim.open_claim.settlement.totals.approved == 50_000 + 60_000
    assert desk.queue.rows.row(0).approved == 50_000 + 60_000

    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)

    path = signed_sheet_file(office, desk.claim.open_claim.id)
    text, entry = text_of(path.read_bytes()), office.rulebook[RULE]
    for said in ("از ۸۰٬۰۰۰ به ۵۰٬۰۰۰ (کسر ۳۰٬۰۰۰)", "نظر کارشناس"):
        assert said in text
    for sentence in (entry.clause, entry.wording, "خدمت با تشخیص نوشته‌شده نمی‌خواند"):
        for word in re.findall(r"[^\W\d]+", sentence.replace("\u200c", "")):
            assert word in text
    assert verify_sheet_file(path, office.store.folder).holds
    assert office.store.check() == []


def test_both_words_are_taken_back_by_undo(opened, qtbot):
    desk = opened
    stand_on_remark(desk, 1)
    after(desk, qtbot, lambda: press(Qt.Key.Key_F5))
    deduct(desk, qtbot, "0")
    assert desk.claim.open_claim.settlement.line(1).approved == 0

    after(desk, qtbot, lambda: press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert desk.claim.open_claim.settlement.line(1).approved == 80_000
    assert (remark(desk, 1).seen, remark(desk, 1).deducted) == (True, False)
    after(desk, qtbot, lambda: press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert not remark(desk, 1).seen


def test_the_keys_of_a_remark_can_be_clicked_and_escape_thinks_again(opened, qtbot):
    desk = opened
    card = stand_on_remark(desk, 1)
    (hint,) = (hint for hint in card.findChildren(KeyHint) if hint.accessibleName() == "کسر با این بند")
    qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)
    assert desk.claim.editor.is_open
    press(Qt.Key.Key_Escape)
    assert not desk.claim.editor.is_open
    assert desk.claim.open_claim.decisions == ()


def test_remarks_hold_no_signature_up(opened, qtbot):
    desk = opened
    assert not any(settled.seen for settled in desk.claim.open_claim.settlement.remarks)
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
