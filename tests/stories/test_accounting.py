"""Two people at two programs on one office: one signs in green, the other corrects in red, and both sign in the end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.findings import Pen
from app.domain.office import ClaimState, Role
from app.services.clock import system_clock
from app.services.people import add_person, make_first_administrator
from app.services.queue import QueueView
from app.services.review import Review
from app.services.sign_off import sign, signed_sheet_file
from app.services.verification import verify_sheet_file
from app.ui.passes.accounting_pass import AccountingPass
from app.ui.passes.sheet_pass import SheetPass
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.offices import FULL_NAME, NAME, PASSWORD, add_claims, claim, empty_office, line
from tests.stories.conftest import WAIT_MS, type_text, window_over

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("colleague_at_the_accounts.py")
LINES = line(1, "700245", 100_000), line(2, "T-CHEST", 60_000)
WRITTEN = {"written": {"total": 165_000, "patient_share": 48_000, "insurer_share": 112_000}}


@pytest.fixture
def office(tmp_path):
    """An office with a reviewer who administers, an accountant, and three signed claims, the last with wrong sums."""
    office = empty_office(tmp_path / "office", system_clock)
    mina = make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
    for name, full_name, role in (("homa", "هما کاردان", Role.ACCOUNTANT), ("zari", "زری کمالی", Role.REVIEWER)):
        add_person(office, None, name=name, full_name=full_name, roles=frozenset({role}), password=PASSWORD)
    claims = claim("C-1", *LINES), claim("C-2", *LINES), claim("C-3", *LINES) | WRITTEN
    review = Review(office, mina)
    for number in add_claims(office, mina, *claims):
        sign(office, mina, review.open(number))
    yield office
    office.close()


@pytest.fixture
def window(qtbot, office):
    with window_over(qtbot, office) as main:
        yield main


def elsewhere(office, name, deed, claim_id, *words):
    """Let a colleague work on a claim in a program of its own; return what was said there."""
    command = [sys.executable, str(SCRIPT), str(office.store.folder), name, deed, str(claim_id), *words]
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def open_claim(qtbot, desk, claim_id):
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == claim_id):
        desk.open_claim(claim_id)
    return desk.claim.open_claim


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def correct(qtbot, desk, no, amount, reason):
    """Correct an amount as an accountant types it: F2, the amount, the reason."""
    desk.claim.select_line(no)
    press(Qt.Key.Key_F2)
    type_text(desk.claim.editor.field, amount)
    press(Qt.Key.Key_Return)
    type_text(desk.claim.editor.panel.reasons.field, reason)
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)
    return desk.claim.open_claim


def test_from_the_green_signature_over_the_red_correction_to_the_closed_claim(office, desk_of, qtbot):
    desk = desk_of("homa")
    assert desk.queue.filter.view is QueueView.READY
    opened = open_claim(qtbot, desk, 1)
    assert opened.state is ClaimState.TECHNICALLY_DONE
    assert desk.pass_of(AccountingPass).accounts.isVisible()
    assert not desk.claim.header.locked_band.isVisible()

    corrected = correct(qtbot, desk, 1, "70000", "به فاکتور دیگر")
    settled = corrected.settlement.line(1)
    assert (settled.approved, settled.pen, settled.green.approved) == (70_000, Pen.RED, 80_000)
    band = desk.claim.header.voided_band
    assert band.isVisible()
    assert all(word in band.label.text() for word in (FULL_NAME, "هما کاردان", "به فاکتور دیگر", "باطل"))

    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id != 1):
        press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "امضای دوباره" in desk.notices.text, timeout=WAIT_MS)

    qtbot.waitUntil(lambda: elsewhere(office, NAME, "sign", 1) == "technically_done", timeout=WAIT_MS)

    again = open_claim(qtbot, desk, 1)
    assert (again.state, again.voided) == (ClaimState.TECHNICALLY_DONE, None)
    assert not band.isVisible()
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    closed = desk.claim.open_claim
    assert (closed.state, closed.settlement.totals.approved) == (ClaimState.CLOSED, 130_000)
    path = signed_sheet_file(office, 1)
    verdict = verify_sheet_file(path, office.store.folder)
    assert verdict.holds
    assert [FULL_NAME in verdict.sentences[0], "هما کاردان" in verdict.sentences[1]] == [True, True]
    first = min(office.store.sheets_folder.glob("claim-1-*"), key=lambda file: file.stat().st_mtime)
    voided = verify_sheet_file(first, office.store.folder)
    assert not voided.holds
    assert "به فاکتور دیگر" in voided.sentences[-1]
    assert office.store.check() == []


def test_the_reviewer_finds_the_corrected_claim_at_the_head_of_the_queue_and_signs_it_anew(
    office, window, desk_of, qtbot
):
    desk = desk_of("zari")
    assert elsewhere(office, "homa", "correct", 2, "1", "70000", "ضرب نادرست") == "in_review"
    desk.queue.refresh()
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() > 0, timeout=WAIT_MS)
    assert desk.queue.rows.row(0).external_id == "C-2"
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.go(1)
    technical = desk.pass_of(TechnicalPass)
    assert technical.note.isVisible()
    assert "برای امضای دوباره پس از تصحیح حسابداری: ردیف ۱" in technical.note.label.text()
    assert desk.claim.header.voided_band.isVisible()
    assert desk.claim.open_claim.settlement.line(1).pen is Pen.RED
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    window.sign_out()
    qtbot.waitUntil(lambda: elsewhere(office, "homa", "close", 2) == "closed", timeout=WAIT_MS)
    assert verify_sheet_file(signed_sheet_file(office, 2), office.store.folder).holds


def test_the_sheet_of_a_corrected_claim_is_a_draft_that_tells_of_the_void_signature(office, desk_of, qtbot):
    desk = desk_of("homa")
    open_claim(qtbot, desk, 1)
    correct(qtbot, desk, 1, "70000", "ضرب نادرست")
    with qtbot.waitSignal(desk.work.sheet_drawn, timeout=WAIT_MS) as drawn:
        desk.pass_of(SheetPass).sheet_action.trigger()
    _pdf, draft, _name = drawn.args
    assert draft


def test_sums_that_the_centre_wrote_wrong_are_shown_and_nothing_is_corrected(office, desk_of, qtbot):
    desk = desk_of("homa")
    open_claim(qtbot, desk, 3)
    accounts = desk.pass_of(AccountingPass).accounts
    assert "نمی‌خواند" in accounts.title.text()
    assert "۱۶۵٬۰۰۰" in accounts.sums.accessibleName()
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    closed = desk.claim.open_claim
    assert (closed.state, closed.settlement.totals.approved) == (ClaimState.CLOSED, 140_000)


def test_the_rest_of_a_submission_is_signed_in_a_row(office, desk_of, qtbot):
    desk = desk_of("homa")
    open_claim(qtbot, desk, 1)
    accounts = desk.pass_of(AccountingPass).accounts
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: accounts.rest.rest is not None, timeout=WAIT_MS)
    assert "۲ سند" in accounts.rest.told.text()
    assert "۱ سند با جمع نادرست مرکز" in accounts.rest.waiting.text()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "۲ سند" in desk.notices.text, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: desk.claim.open_claim.state is ClaimState.CLOSED, timeout=WAIT_MS)
    with office.read() as view:
        states = [view.claims.standing(number).state for number in (1, 2, 3)]
    assert states == [ClaimState.CLOSED, ClaimState.CLOSED, ClaimState.TECHNICALLY_DONE]
    assert verify_sheet_file(signed_sheet_file(office, 2), office.store.folder).holds


def test_a_claim_goes_back_with_a_note_and_a_correction_is_taken_back(office, desk_of, qtbot):
    desk = desk_of("homa")
    open_claim(qtbot, desk, 1)
    correct(qtbot, desk, 2, "50000", "فاکتور")
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.claim.open_claim.settlement.line(2).approved == 60_000
    assert "باطل" in desk.pass_of(AccountingPass).accounts.turn.text()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    note = desk.pass_of(AccountingPass).accounts.note
    assert note.isVisible()
    type_text(note.reasons.field, "گزارش را ببینید")
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS) as changed:
        press(Qt.Key.Key_Return)
    (sent,) = changed.args
    assert (sent.state, sent.sent_back.reason) == (ClaimState.IN_REVIEW, "گزارش را ببینید")


def test_whoever_signs_out_signs_no_further_claim(office, window, desk_of, qtbot):
    desk = desk_of("homa")
    open_claim(qtbot, desk, 1)
    accounting = desk.pass_of(AccountingPass)
    accounting.rest_action.trigger()
    qtbot.waitUntil(lambda: accounting.accounts.rest.rest is not None, timeout=WAIT_MS)
    press(Qt.Key.Key_Return)
    assert accounting.task is not None
    window.sign_out()
    with qtbot.waitSignal(window.worker.start(lambda _report: None).done, timeout=WAIT_MS):
        pass
    with office.read() as view:
        states = [view.claims.standing(number).state for number in (1, 2)]
        sheets = [len(view.sheets.of_claim(number)) for number in (1, 2)]
    assert states[1] is ClaimState.TECHNICALLY_DONE
    assert [state is ClaimState.CLOSED for state in states] == [count == 2 for count in sheets]
    assert office.store.check() == []
