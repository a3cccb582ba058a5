"""The pass after an objection, at a desk: taken up by other eyes, answered by keys, signed only then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.office import ClaimState
from app.services.objections import ObjectedLine
from app.ui.desk_page import DeskPage
from app.ui.notices import NoticeLine
from app.ui.passes.objection_pass import ObjectionPass
from app.ui.passes.sheet_pass import SheetPass
from app.ui.passes.technical_pass import TechnicalPass
from tests.ui.frame.conftest import shown, type_text

WAIT_MS = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def objected(house):
    """A reported claim to which its centre objects on line 2 and as a whole."""
    number = house.reported()
    letter = [ObjectedLine(2, "تعرفه روز خدمت بیش از این است", 100_000), ObjectedLine(None, "همه سند")]
    house.objections().record(number, letter, house.today)
    return number


@pytest.fixture
def desk_of(house, worker, objected, qtbot):
    def make(session) -> DeskPage:
        desk = shown(qtbot, DeskPage(house.office, session, worker, NoticeLine()), (1366, 720))
        qtbot.addWidget(desk.notices)
        with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
            desk.open_claim(objected)
        desk.claim.take_focus()
        return desk

    return make


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def take_up(desk, qtbot):
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: desk.claim.open_claim.version > 1, timeout=WAIT_MS)
    return desk.pass_of(ObjectionPass)


def test_f9_takes_the_claim_up_as_its_next_version(desk_of, house, qtbot):
    desk = desk_of(house.second)
    panel = desk.pass_of(ObjectionPass).objections
    assert panel.isVisible()
    assert "۲ اعتراض" in panel.title.text()

    objections = take_up(desk, qtbot)

    assert desk.claim.open_claim.state is ClaimState.IN_REVIEW
    assert "۲ مورد از ۲ بی‌پاسخ" in panel.title.text()
    assert "نسخه ۱: ۱۴۰٬۰۰۰ ریال" in panel.before.text()
    assert not objections.take_up_action.isVisible()
    assert objections.answer_action.isVisible()


def test_the_first_reviewer_is_told_why_not(desk_of, house, qtbot):
    desk = desk_of(house.first)
    objections = desk.pass_of(ObjectionPass)

    assert "کار خود شما" in objections.objections.refused.text()
    press(Qt.Key.Key_F9)
    qtbot.wait(100)
    assert desk.claim.open_claim.version == 1


def test_each_objection_is_answered_by_keys_before_the_signature(desk_of, house, qtbot):
    desk = desk_of(house.second)
    objections = take_up(desk, qtbot)
    desk.claim.select_line(1)
    desk.pass_of(TechnicalPass).sign_action.trigger()
    assert "هنوز ۲ اعتراض مرکز بی‌پاسخ است" in desk.notices.text
    assert desk.claim.bill.selected_line() == 2

    for answer, left in (("تعرفه روز خدمت همین است", 1), ("همه دوباره دیده شد", 0)):
        press(Qt.Key.Key_J, CONTROL)
        field = objections.objections.answer.reasons.field
        assert field.hasFocus()
        type_text(field, answer)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda left=left: len(desk.claim.open_claim.unanswered) == left, timeout=WAIT_MS)

    assert "همه ۲ مورد پاسخ دارد" in objections.objections.title.text()
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    assert (desk.claim.open_claim.state, desk.claim.open_claim.version) == (ClaimState.TECHNICALLY_DONE, 2)
    assert not objections.answer_action.isVisible()


def test_escape_leaves_the_answer_and_another_claim_forgets_it(desk_of, house, qtbot):
    desk = desk_of(house.second)
    objections = take_up(desk, qtbot)
    objections.answer_action.trigger()
    press(Qt.Key.Key_Escape)

    assert objections.objections.answer.isHidden()
    assert len(desk.claim.open_claim.unanswered) == 2
    objections.answer_action.trigger()
    other = house.bring(claim_id="C-9")
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.open_claim(other)
    assert objections.objections.isHidden()
    assert not objections.answer_action.isVisible()


def test_the_sheet_of_the_version_before_is_shown_as_it_was_signed(desk_of, house, qtbot):
    desk = desk_of(house.second)
    objections = take_up(desk, qtbot)
    with qtbot.waitSignal(desk.work.sheet_drawn, timeout=WAIT_MS) as drawn:
        objections.before_action.trigger()

    earlier = desk.claim.open_claim.earlier[0]
    pdf, draft, name = drawn.args
    assert pdf == (house.office.store.sheets_folder / earlier.file_name).read_bytes()
    assert (draft, name) == (False, "C-1-v1.pdf")
    preview = desk.pass_of(SheetPass).preview
    qtbot.waitUntil(preview.isVisible, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.work.sheet_drawn, timeout=WAIT_MS) as drawn:
        press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)  # there is none before the first one
    assert drawn.args[0] == pdf
