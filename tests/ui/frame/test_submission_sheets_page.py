"""The page of a submission's sheets: empty, of another submission, of a damaged office, and where nobody may."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState, Role
from app.domain.persian import date_text
from app.services.clock import day_of
from app.services.people import Session
from app.services.review import Review
from app.services.sign_off import sign
from app.ui.submission_sheets.submission_sheets_page import SubmissionSheetsPage
from tests.services.offices import PASSWORD, add_claims, claim, line
from tests.ui.frame.conftest import shown

WAIT_MS = 20_000


@pytest.fixture
def page(signed_in, worker, qtbot):
    made = shown(qtbot, SubmissionSheetsPage(signed_in[0], worker), size=(720, 700))
    yield made
    made.finish()


def ready(page):
    return page._standing is not None and page.overview.report_action.isEnabled()


def begin(qtbot, page, session):
    page.begin(session)
    qtbot.waitUntil(lambda: ready(page), timeout=WAIT_MS)


def test_an_office_without_submissions_says_what_to_do(page, signed_in, qtbot):
    page.begin(signed_in[1])
    qtbot.waitUntil(lambda: "Ctrl+O" in page.overview.said.text(), timeout=WAIT_MS)
    assert not page.overview.choice.isEnabled()
    assert not page.overview.report_action.isEnabled()
    assert page.overview.handover.isHidden()
    page.overview.report_action.trigger()
    assert not page.work.busy


def test_the_submission_of_the_claim_on_the_desk_comes_first(page, signed_in, three_claims, qtbot):
    office, session = signed_in
    (other,) = add_claims(office, session, claim("95-101", line(1, "T-CHEST", 60_000)), submission_id="S-2")
    begin(qtbot, page, session)
    assert "S-2" in page.overview.choice.currentText()  # the latest, while nothing lies on the desk

    page.show_claim(Review(office, session).open(three_claims[0]))
    begin(qtbot, page, session)
    assert "S-1" in page.overview.choice.currentText()
    assert [badge.text() for badge in page.overview.badges] == ["دریافت‌شده  ۳"]

    page.show_claim(Review(office, session).open(other))
    begin(qtbot, page, session)
    assert "S-2" in page.overview.choice.currentText()


def test_another_submission_is_chosen_by_the_keys(page, signed_in, three_claims, qtbot):
    office, session = signed_in
    add_claims(office, session, claim("95-101", line(1, "T-CHEST", 60_000)), submission_id="S-2")
    begin(qtbot, page, session)
    assert page.overview.choice.hasFocus()
    qtbot.keyClick(page.overview.choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ready(page) and page._standing.imported.claims == 3, timeout=WAIT_MS)
    assert "۳ سند" in page.overview.facts.text()
    assert "کار ۳ سند" in page.overview.standing.text()


def test_states_are_told_as_they_change(page, signed_in, three_claims, qtbot):
    office, session = signed_in
    sign(office, session, Review(office, session).open(three_claims[0]))
    begin(qtbot, page, session)
    assert sorted(badge.text() for badge in page.overview.badges) == ["دریافت‌شده  ۲", "پایان رسیدگی فنی  ۱"]
    with office.change(None) as unit:
        for number in three_claims:
            unit.claims.set_state(number, ClaimState.CLOSED)
    begin(qtbot, page, session)
    qtbot.waitUntil(lambda: "به پایان رسیده" in page.overview.standing.text(), timeout=WAIT_MS)
    (badge,) = page.overview.badges
    assert (badge.text(), badge.property("tone")) == ("بسته‌شده  ۳", "green")
    assert page.overview.handover.hand_over_action.isEnabled()
    assert page.overview.handover.day.text() == date_text(day_of(office.clock()))


def test_who_may_not_print_is_told_so(page, signed_in, three_claims, qtbot):
    office, session = signed_in
    with office.change(None) as unit:
        unit.users.set_roles(session.user.id, frozenset({Role.ADMINISTRATOR}))
    page.begin(session)
    qtbot.waitUntil(lambda: "چاپ برگ‌ها" in page.overview.said.text(), timeout=WAIT_MS)
    assert page.overview.said.property("tone") == "red"
    assert not page.overview.report_action.isEnabled()


def test_a_right_that_is_gone_meanwhile_is_told_when_a_sheet_is_wanted(page, signed_in, three_claims, qtbot):
    office, session = signed_in
    begin(qtbot, page, session)
    with office.change(None) as unit:
        unit.users.set_roles(session.user.id, frozenset({Role.ADMINISTRATOR}))
    with qtbot.waitSignal(page.work.failed, timeout=WAIT_MS):
        qtbot.keyClick(page, Qt.Key.Key_F2)
    assert page._stack.currentWidget() is page.overview
    assert "چاپ برگ‌ها" in page.overview.said.text()


def test_a_folder_that_takes_nothing_says_so(page, signed_in, three_claims, tmp_path, qtbot):
    begin(qtbot, page, signed_in[1])
    (tmp_path / "file").touch()
    with qtbot.waitSignal(page.work.failed, timeout=WAIT_MS):
        page.write_to(tmp_path / "file")
    assert page.overview.said.property("tone") == "red"
    assert "نمی‌توان نوشت" in page.overview.said.text()


def test_the_progress_is_seen_and_the_same_key_does_not_begin_twice(page, signed_in, three_claims, qtbot):
    begin(qtbot, page, signed_in[1])
    steps = []
    page.work.progressed.connect(lambda *told: steps.append(told))
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert page._stack.currentWidget() is page.progress
    assert page.progress.cancel_button.hasFocus()
    page.overview.all_action.trigger()
    with qtbot.waitSignal(page.work.drawn, timeout=WAIT_MS):
        pass
    assert steps == [(done, 6) for done in range(1, 7)]
    assert "کشیده می‌شود" in page.progress.stage.text()
    assert not page.work.busy


def test_coming_back_while_sheets_are_drawn_shows_how_far_it_is(page, signed_in, three_claims, qtbot):
    begin(qtbot, page, signed_in[1])
    qtbot.keyClick(page, Qt.Key.Key_F8)
    page.begin(signed_in[1])
    assert page._stack.currentWidget() is page.progress
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.preview, timeout=WAIT_MS)


def test_the_preview_names_sheet_and_submission(page, signed_in, three_claims, qtbot):
    begin(qtbot, page, signed_in[1])
    qtbot.keyClick(page, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.preview, timeout=WAIT_MS)
    assert "روکش، درخواست" in page.preview.heading.text()
    assert "S-1" in page.preview.heading.text()
    assert page.preview._file_name == "cover-S-1.pdf"
    assert page.preview.pages.hasFocus()


def test_a_new_session_of_the_same_person_prints_on(page, signed_in, three_claims, qtbot):
    _office, session = signed_in
    begin(qtbot, page, session)
    begin(qtbot, page, replace(Session(session.user, PASSWORD)))
    with qtbot.waitSignal(page.work.drawn, timeout=WAIT_MS):
        qtbot.keyClick(page, Qt.Key.Key_F4)
