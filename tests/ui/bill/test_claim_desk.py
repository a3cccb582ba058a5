"""The desk around a claim: its states, its head and foot, and its keys."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.office import ClaimState
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.bill.names import LOCKED_BECAUSE, age_text, person_name
from app.ui.text import without_bidi_marks
from app.ui.theme import DESK
from app.ui.why.why_pane import WhyPane
from tests.ui.bill.conftest import shown
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
    assert desk.header.trial_band.isVisible()
    assert "ارقام آزمایشی" in desk.header.trial_band.label.text()


def test_the_foot_agrees_with_the_settlement_to_the_rial(desk):
    totals = desk.open_claim.settlement.totals
    figures = [text for text in texts(desk.sums) if "۰" in text]

    assert len(figures) == 5
    assert totals.claimed - totals.deducted == totals.approved == totals.patient_share + totals.insurer_share


@pytest.mark.parametrize("state", LOCKED_BECAUSE)
def test_a_claim_that_takes_no_more_words_says_why(themed, qtbot, state):
    desk = shown(qtbot, ClaimDesk(), open_claim([line(1, "T-CTBRAIN-C", 1_840_000)], state=state))

    assert desk.header.locked_band.isVisible()
    assert len(desk.header.locked_band.label.text()) > 20
    assert not desk.edit_action.isEnabled()
    assert not desk.undo_action.isEnabled()


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

    assert desk.width() == 560
    assert desk.grab().toImage().pixelColor(2, 2) == DESK


def test_ages_and_people_are_named_as_one_says_them(themed):
    claim = every_mark().claim

    assert age_text(claim.patient, claim.service_day) == "۴۴ ساله"
    assert age_text(claim.patient, claim.patient.birth_date.plus_months(5)) == "۵ ماهه"
    assert age_text(claim.patient, None) == "—"
    assert person_name(None) == "—"
