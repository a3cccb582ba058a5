"""Two people at two programs on one office: what one of them overrides, another one endorses or sends back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.office import ClaimState, DecisionKind, Role
from app.services.clock import system_clock
from app.services.people import add_person, make_first_administrator
from app.services.queue import QueueView
from app.ui.passes.supervision_pass import SupervisionPass
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.offices import FULL_NAME, NAME, PASSWORD, add_claims, claim, empty_office, line
from tests.stories.conftest import WAIT_MS, type_text, window_over

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("colleague.py")
NOTE = "مدرک توافق پیوست نیست"


@pytest.fixture
def office(tmp_path):
    """An office with a reviewer who administers, a supervisor, one person of all roles, and three claims."""
    office = empty_office(tmp_path / "office", system_clock)
    mina = make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
    for name, full_name, roles in (
        ("davar", "داریوش نیک‌نام", {Role.SUPERVISOR}),
        ("arash", "آرش همه‌کاره", set(Role)),
    ):
        add_person(office, None, name=name, full_name=full_name, roles=frozenset(roles), password=PASSWORD)
    add_claims(office, mina, *(claim(f"C-{n}", line(1, "700245", 100_000)) for n in (1, 2, 3)))
    yield office
    office.close()


@pytest.fixture
def window(qtbot, office):
    with window_over(qtbot, office) as main:
        yield main


@pytest.fixture
def desk_of(desk_of, qtbot):
    """Return what signs somebody in at the window and shows them their queue."""

    def sign_in(name):
        desk = desk_of(name)
        qtbot.waitUntil(lambda: desk.queue.rows.rowCount() > 0, timeout=WAIT_MS)
        return desk

    return sign_in


def elsewhere(office, name, deed, claim_id, *words):
    """Let a colleague work on a claim in a program of its own; return what was said there."""
    command = [sys.executable, str(SCRIPT), str(office.store.folder), name, deed, str(claim_id), *words]
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def open_claim(desk, qtbot, number):
    """Open a claim of the queue and wait until it lies on the desk."""
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == number):
        desk.queue.choose(number)
    desk.claim.take_focus()


def words_on(office, number, kind):
    with office.read() as view:
        return [word for word in view.decisions.of_claim(number) if word.kind is kind]


def override_and_sign(desk, qtbot, amount):
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        desk.claim.amount_decided.emit(1, amount, "توافق")
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    following = desk.queue.neighbour(0).id
    qtbot.waitUntil(lambda: desk.work.this_desk.claim_id == following, timeout=WAIT_MS)  # the signed one is put away


def test_the_reviewer_overrides_and_a_supervisor_elsewhere_endorses(office, desk_of, qtbot):
    desk = desk_of(NAME)
    open_claim(desk, qtbot, 1)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == 2):
        override_and_sign(desk, qtbot, 95_000)
    assert desk.queue.rows.row(0).state is ClaimState.AWAITING_SUPERVISOR

    assert elsewhere(office, "davar", "endorse", 1) == "technically_done"

    (word,) = words_on(office, 1, DecisionKind.ENDORSE)
    assert word.author != desk.session.user.id
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == 1):
        press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert desk.claim.open_claim.state is ClaimState.TECHNICALLY_DONE
    assert not desk.pass_of(TechnicalPass).sign_action.isVisible()
    assert office.store.check() == []


def test_what_a_supervisor_sends_back_heads_the_queue_until_it_is_signed_again(office, desk_of, qtbot):
    desk = desk_of(NAME)
    open_claim(desk, qtbot, 2)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == 3):
        override_and_sign(desk, qtbot, 95_000)
    assert elsewhere(office, "davar", "send_back", 2, NOTE) == "in_review"

    desk.queue.refresh()
    qtbot.waitUntil(lambda: desk.queue.rows.row(0).id == 2 and desk.queue.rows.row(0).sent_back, timeout=WAIT_MS)
    open_claim(desk, qtbot, 2)
    note = desk.pass_of(TechnicalPass).note
    assert note.isVisible()
    assert NOTE in note.label.text()
    assert "داریوش نیک‌نام" in note.label.text()

    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        desk.claim.amount_decided.emit(1, 80_000, "")
    assert note.isVisible()
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not note.isVisible(), timeout=WAIT_MS)
    assert desk.claim.open_claim.state is ClaimState.TECHNICALLY_DONE
    assert [sheet.voided is None for sheet in desk.claim.open_claim.sheets] == [False, True]
    assert office.store.check() == []


def test_a_supervisor_goes_through_the_departures_with_one_key_each(office, desk_of, qtbot):
    for number, amount in ((1, 82_000), (2, 99_000), (3, 90_000)):
        said = elsewhere(office, NAME, "override", number, str(amount), "توافق")
        assert said == "awaiting_supervisor"
    desk = desk_of("davar")
    panel = desk.pass_of(SupervisionPass).departures
    rows = desk.queue.rows
    assert desk.queue.filter.view is QueueView.AWAITING
    assert [rows.row(place).id for place in range(rows.rowCount())] == [2, 3, 1]  # the dearest first

    open_claim(desk, qtbot, 2)
    assert panel.isVisible()
    texts = [panel.table.item(0, column).text() for column in range(panel.table.columnCount())]
    assert texts[2:4] == ["۸۰٬۰۰۰", "۹۹٬۰۰۰"]
    assert "۱۹٬۰۰۰" in texts[4]
    assert "توافق" in texts[5]
    assert "GEN-15e" in texts[5]
    assert texts[6] == "م.ر"

    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == 3):
        press(Qt.Key.Key_F9)
    assert len(words_on(office, 2, DecisionKind.ENDORSE)) == 1

    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert panel.note.reasons.field.hasFocus()
    press(Qt.Key.Key_Return)
    assert panel.note.fault.isVisible()  # no claim goes back without a word
    type_text(panel.note.reasons.field, "یادداشتی که در فهرست نیست")
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda shown: shown.id == 1):
        press(Qt.Key.Key_Return)
    assert [word.reason for word in words_on(office, 3, DecisionKind.SEND_BACK)] == ["یادداشتی که در فهرست نیست"]

    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "آخرین سند صف" in desk.notices.text, timeout=WAIT_MS)
    assert not panel.isVisible()
    states = [rows.row(place).state for place in range(3)]
    assert states == [ClaimState.TECHNICALLY_DONE, ClaimState.IN_REVIEW, ClaimState.TECHNICALLY_DONE]
    assert office.store.check() == []


def test_the_author_may_not_endorse_at_either_program(office, desk_of, qtbot):
    assert elsewhere(office, "arash", "override", 1, "95000", "توافق") == "awaiting_supervisor"
    assert "کار خود شما" in elsewhere(office, "arash", "endorse", 1)
    desk = desk_of("arash")
    desk.queue.show_view(QueueView.AWAITING)
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 1, timeout=WAIT_MS)
    open_claim(desk, qtbot, 1)
    supervision = desk.pass_of(SupervisionPass)
    assert supervision.departures.isVisible()
    assert "کس دیگری" in supervision.departures.own.text()
    assert not supervision.endorse_action.isEnabled()
    assert not supervision.send_back_action.isEnabled()
    press(Qt.Key.Key_F9)
    assert words_on(office, 1, DecisionKind.ENDORSE) == []
    assert desk.claim.open_claim.state is ClaimState.AWAITING_SUPERVISOR


def test_a_supervisor_does_not_endorse_what_was_signed_anew_meanwhile(office, desk_of, qtbot):
    elsewhere(office, NAME, "override", 1, "95000", "توافق")
    desk = desk_of("davar")
    open_claim(desk, qtbot, 1)
    desk.work.this_desk.leave()  # as after a break of the line: the office knows nothing of this desk any more
    assert elsewhere(office, "arash", "send_back", 1, NOTE) == "in_review"
    assert elsewhere(office, NAME, "override", 1, "99000", "توافق تازه") == "awaiting_supervisor"

    with qtbot.waitSignal(desk.work.failed, timeout=WAIT_MS):
        press(Qt.Key.Key_F9)
    assert "به دست دیگری رسیده" in desk.notices.text
    assert words_on(office, 1, DecisionKind.ENDORSE) == []
