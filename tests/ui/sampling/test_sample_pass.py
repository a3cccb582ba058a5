"""Looking at the claims of a sample at the desk: who sees where a claim waits, and what the keys do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.office import Role
from app.domain.office_records import SampleMethod
from app.domain.sampling import SamplePlan, SampleScope
from app.services.people import sign_in
from app.services.sampling import Sampling
from app.ui.desk_page import DeskPage
from app.ui.notices import NoticeLine
from app.ui.passes.sample_pass import SamplePass
from tests.services.offices import NAME, PASSWORD
from tests.ui.frame.conftest import shown

WAIT_MS = 20_000
PLAN = SamplePlan(SampleMethod.RANDOM, size=2, seed=1395)


@pytest.fixture
def drawn(sampled):
    """The claims of a sample of two, in their order."""
    office, supervisor, _numbers = sampled
    return [row.claim_id for row in Sampling(office, supervisor).draw(SampleScope(), PLAN).rows]


@pytest.fixture
def desk_of(sampled, worker, qtbot):
    def make(session) -> DeskPage:
        desk = shown(qtbot, DeskPage(sampled[0], session, worker, NoticeLine()), (1366, 720))
        qtbot.addWidget(desk.notices)
        return desk

    return make


def opened(desk, qtbot, number):
    """Open a claim, wait for all that the worker is asked of it, and return the panel of samples."""
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda claim: claim.id == number):
        desk.open_claim(number)
    settle(desk, qtbot)
    return desk.pass_of(SamplePass).sample


def settle(desk, qtbot):
    """Wait until the worker has done all that it has been given so far."""
    ends = []
    desk.worker.start(lambda _report: None, done=ends.append)
    qtbot.waitUntil(lambda: bool(ends), timeout=WAIT_MS)


def test_a_claim_that_waits_says_in_which_sample_and_why(desk_of, sampled, drawn, qtbot):
    _office, supervisor, numbers = sampled
    desk = desk_of(supervisor)
    panel = opened(desk, qtbot, drawn[0])
    assert panel.isVisible()
    assert panel.title.text() == "نمونه ۱: این سند و ۱ سند دیگر از ۲ سند دیده نشده است"
    assert "به قرعه، با شماره ۱۳۹۵." in panel.why.text()
    other = next(number for number in numbers if number not in drawn)
    assert not opened(desk, qtbot, other).isVisible()


def test_a_key_agrees_and_opens_the_next_one_until_none_waits(desk_of, sampled, drawn, qtbot):
    office, supervisor, _numbers = sampled
    desk = desk_of(supervisor)
    panel = opened(desk, qtbot, drawn[0])
    desk.claim.take_focus()
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda claim: claim.id == drawn[1]):
        QTest.keyClick(desk.focusWidget(), Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(panel.isVisible, timeout=WAIT_MS)
    assert "تنها همین سند" in panel.title.text()
    desk.claim.take_focus()
    QTest.keyClick(desk.focusWidget(), Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(panel.note.isVisible, timeout=WAIT_MS)
    panel.note.reasons.field.setText("شرح عمل ناخوانا است")
    panel.note.reasons.commit()
    qtbot.waitUntil(lambda: "۲ از ۲ سند دیده شد: ۱ موافق، ۱ ناموافق" in desk.notices.text, timeout=WAIT_MS)
    assert not panel.isVisible()
    result = Sampling(office, supervisor).open(1).result
    assert [row.sampled.note for row in result.disputed] == ["شرح عمل ناخوانا است"]


def test_nobody_is_asked_about_what_they_reviewed(desk_of, sampled, drawn, qtbot):
    office, _supervisor, _numbers = sampled
    with office.change(None) as unit:
        unit.users.set_roles(1, frozenset(Role))
    desk = desk_of(sign_in(office, NAME, PASSWORD))
    assert not opened(desk, qtbot, drawn[0]).isVisible()


def test_a_verdict_that_is_refused_says_why(desk_of, sampled, drawn, qtbot):
    office, supervisor, _numbers = sampled
    desk = desk_of(supervisor)
    panel = opened(desk, qtbot, drawn[0])
    with office.change(None) as unit:
        unit.users.set_roles(supervisor.user.id, frozenset({Role.ACCOUNTANT}))
    panel.agree_action.trigger()
    qtbot.waitUntil(lambda: "ناظر" in desk.notices.text, timeout=WAIT_MS)
    with office.read() as view:
        assert all(row.agreed is None for row in view.samples.claims_of(1))
    with office.change(None) as unit:
        unit.users.set_roles(supervisor.user.id, frozenset({Role.SUPERVISOR}))
    panel.agree_action.trigger()
    qtbot.waitUntil(lambda: "۱ از ۲" in desk.notices.text, timeout=WAIT_MS)
