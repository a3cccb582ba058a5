"""The desk around a claim: its states, its head and foot, and its keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.office import ClaimState
from app.sheets import labels
from app.ui.bill import names
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.names import LOCKED_BECAUSE, age_text, person_name
from app.ui.text import without_bidi_marks
from app.ui.theme import DESK
from app.ui.why.finding_card import EFFECTS
from app.ui.why.why_pane import WhyPane
from tests.ui.bill.conftest import press, shown
from tests.ui.open_claims import every_mark, line, open_claim


def texts(widget):
    return [without_bidi_marks(label.text()) for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_with_no_claim_the_desk_says_what_to_do(themed, qtbot):
    desk = ClaimDesk()
    qtbot.addWidget(desk)

    assert texts(desk.state) == ["سندی باز نیست", "سندی را از صف برگزینید؛ صورت آن همین‌جا باز می‌شود."]
    assert not any(act.isEnabled() for act in desk.actions())


def test_loading_and_error_are_states_of_their_own(desk):
    desk.show_loading()
    assert "سند باز می‌شود…" in texts(desk)
    desk.show_error("پرونده سند خوانده نشد؛ پشتیبان را برگردانید.")
    assert texts(desk.state) == ["این سند باز نشد", "پرونده سند خوانده نشد؛ پشتیبان را برگردانید."]
    assert not any(act.isEnabled() for act in desk.actions())


def test_the_head_says_whose_claim_it_is(desk):
    said = texts(desk.header)

    for expected in (
        "مریم رضایی", "سند 95-03-000417", "۰۰۱۲۳۴۵۶۷۹", "۴۴ ساله، زن", "دکتر کاوه نادری، مغز و اعصاب", "۱۳۹۵/۰۳/۰۷",
        "مرکز تصویربرداری مهرگان", "خرداد ۱۳۹۵", "بیمه سلامت، کارکنان دولت", "سردرد و سرگیجه", "در دست رسیدگی",
    ):  # fmt: skip
        assert expected in said
    assert desk.header.trial_badge.isVisible()
    assert "ارقام آزمایشی" in desk.header.trial_badge.text()


def test_the_foot_agrees_with_the_settlement_to_the_rial(desk):
    totals = desk.open_claim.settlement.totals
    figures = [text for text in texts(desk.sums) if "۰" in text]

    assert len(figures) == 5
    assert totals.claimed - totals.deducted == totals.approved == totals.patient_share + totals.insurer_share


@pytest.mark.parametrize(("numbers", "visible"), [((), False), (("95-04-000012",), True)])
def test_a_later_claim_that_was_closed_first_is_named(themed, qtbot, numbers, visible):
    desk = shown(qtbot, ClaimDesk(), replace(every_mark(), overtaken_by=numbers))

    assert desk.header.overtaken_band.isVisible() is visible
    said = without_bidi_marks(desk.header.overtaken_band.label.text())
    assert all(number in said for number in numbers)


@pytest.mark.parametrize(("labels", "visible"), [((), False), (("مسئول فنی حضور دارد",), True)])
def test_what_closed_claims_were_signed_with_another_answer_to_is_told(themed, qtbot, labels, visible):
    desk = shown(qtbot, ClaimDesk(), replace(every_mark(), signed_otherwise=labels))

    assert desk.header.otherwise_band.isVisible() is visible
    assert all(f"«{label}»" in desk.header.otherwise_band.label.text() for label in labels)


@pytest.mark.parametrize("state", LOCKED_BECAUSE)
def test_a_claim_that_takes_no_more_words_says_why(themed, qtbot, state):
    desk = shown(qtbot, ClaimDesk(), open_claim([line(1, "T-CTBRAIN-C", 1_840_000)], state=state))

    assert desk.header.locked_band.isVisible()
    assert len(desk.header.locked_band.label.text()) > 20
    assert not desk.edit_action.isEnabled()
    assert not desk.undo_action.isEnabled()


def test_screen_and_sheet_call_a_thing_by_one_name():
    for words in ("KINDS", "SECTIONS", "INSURERS", "FUNDS", "ID_KINDS"):
        assert getattr(names, words) == getattr(labels, words)
    assert EFFECTS == labels.EFFECTS


def test_every_state_that_is_closed_has_its_reason():
    assert set(LOCKED_BECAUSE) == set(ClaimState) - {ClaimState.RECEIVED, ClaimState.IN_REVIEW}


def test_no_two_keys_mean_two_things(themed, qtbot):
    desk, why = ClaimDesk(), WhyPane()
    qtbot.addWidget(desk)
    qtbot.addWidget(why)
    keys = [key.toString() for act in [*desk.actions(), *why.actions()] for key in act.shortcuts()]

    assert len(keys) == len(set(keys))
    assert {"F2", "F4", "F6", "F8", "Ctrl+Z", "Ctrl+ظ", "F3", "F5", "F7", "Ctrl+1"} <= set(keys)
    assert all(act.text() for act in [*desk.actions(), *why.actions()])


def test_another_claim_forgets_folds_and_selection(desk):
    desk.bill.fold("supply", folded=True)
    desk.select_line(10)
    desk.show_claim(
        open_claim([line(1, "T-CHEST", 60_000), line(2, "T-SYRINGE", 60_000, section="supply")], store_id=9)
    )

    assert desk.bill.selected_line() == 1
    assert not desk.bill.isRowHidden(desk.bill.bill.place_of(2))


def test_the_selected_line_is_told_and_drawn(desk, qtbot):
    with qtbot.waitSignal(desk.line_selected) as told:
        desk.select_line(6)
    assert told.args == [6]
    QApplication.processEvents()
    row = desk.bill.visualRect(desk.bill.bill.index(desk.bill.bill.place_of(6), 2))
    image = desk.bill.viewport().grab(row).toImage()

    assert image.pixelColor(3, 3) == QColor("#e6effa")


def test_nothing_is_wider_than_a_small_window(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), every_mark(), size=(560, 640))
    for _ in desk.open_claim.questions:
        desk.next_action.trigger()
        QApplication.processEvents()
        assert desk.width() == 560
        assert desk.minimumSizeHint().width() <= 560

    assert desk.grab().toImage().pixelColor(2, 2) == DESK


def test_ages_and_people_are_named_as_one_says_them(themed):
    claim = every_mark().claim

    assert age_text(claim.patient, claim.service_day) == "۴۴ ساله"
    assert age_text(claim.patient, claim.patient.birth_date.plus_months(5)) == "۵ ماهه"
    assert age_text(claim.patient, None) == "—"
    assert person_name(None) == "—"


def test_a_claim_shown_tells_its_line_once(desk, qtbot):
    told = []
    desk.line_selected.connect(told.append)
    desk.show_claim(every_mark())
    desk.show_claim(open_claim([line(1, "T-CHEST", 60_000)], store_id=9))
    desk.show_claim(None)

    assert told == [1, 1, None]


def test_escape_and_arrows_bring_the_keys_back_to_the_bill(desk, qtbot):
    qtbot.keyClick(desk.bill, Qt.Key.Key_F4)
    assert desk.strip.hasFocus()
    qtbot.keyClick(desk.strip, Qt.Key.Key_Escape)
    assert desk.bill.hasFocus()
    qtbot.keyClick(desk.bill, Qt.Key.Key_F4)
    qtbot.keyClick(desk.strip, Qt.Key.Key_Down)
    assert desk.bill.hasFocus()
    assert desk.bill.selected_line() == desk.strip.question.line + 1


def test_after_the_last_answer_the_keys_are_the_bills(themed, qtbot):
    desk = shown(qtbot, ClaimDesk(), open_claim([line(1, "T-CTCHEST", 600_000, report_attached=None)]))
    qtbot.keyClick(desk.bill, Qt.Key.Key_F4)
    desk.show_claim(open_claim([line(1, "T-CTCHEST", 600_000)]))

    assert desk.strip.question is None
    assert desk.bill.hasFocus()


def test_waiving_gives_the_keys_back_to_where_they_were(desk, qtbot):
    pane = WhyPane(desk)
    desk.line_selected.connect(lambda no: pane.show_claim(desk.open_claim, no))
    desk.select_line(3)
    pane.show()
    desk.bill.setFocus()
    qtbot.keyClick(desk.bill, Qt.Key.Key_F7)
    assert pane.findings.cards[0].reasons.field.hasFocus()
    press(pane.findings.cards[0].reasons.field, key=Qt.Key.Key_Escape)

    assert desk.bill.hasFocus()
    with qtbot.waitSignal(pane.left):
        qtbot.keyClick(pane, Qt.Key.Key_Escape)


def test_waiting_for_the_same_claim_forgets_nothing(desk):
    desk.select_line(6)
    desk.show_loading()
    desk.show_claim(every_mark())

    assert desk.bill.selected_line() == 6
    assert desk.bill.isVisible()


def test_the_national_code_is_copied_clean_and_the_arrows_stay_the_bills(desk, qtbot):
    label = next(label for label in desk.header.findChildren(CleanLabel) if "۰۰۱۲۳۴۵۶۷۹" in label.text())
    label.setFocus()
    label.setSelection(0, len(label.text()))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "۰۰۱۲۳۴۵۶۷۹"
    qtbot.keyClick(label, Qt.Key.Key_Down)

    assert desk.bill.hasFocus()
    assert desk.bill.selected_line() == 2
