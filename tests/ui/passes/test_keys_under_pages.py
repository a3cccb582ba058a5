"""While a page of the office lies over the bill, no key says, signs or sends back anything on the claim below it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.office import ClaimState, Role
from app.domain.rights import refusal
from app.services.people import add_person
from app.services.review import Review
from app.services.sign_off import sign
from app.ui.main_window import MainWindow
from app.ui.office_pages import PAGES
from tests.services.offices import PASSWORD
from tests.ui.passes.conftest import WAIT_MS, open_claim

CLAIM_IN = {
    ClaimState.IN_REVIEW: Role.REVIEWER,
    ClaimState.RETURNED: Role.REVIEWER,
    ClaimState.AWAITING_SUPERVISOR: Role.SUPERVISOR,
    ClaimState.TECHNICALLY_DONE: Role.ACCOUNTANT,
}


@pytest.fixture
def window(signed_in, themed, qtbot):
    main = MainWindow(signed_in[0])
    qtbot.addWidget(main)
    main.resize(1366, 768)
    main.show()
    yield main
    main.close()


def bring(signed_in, number, state):
    """Bring a claim into a state, as its reviewer."""
    office, session = signed_in
    review = Review(office, session)
    shown = review.open(number)
    if state is ClaimState.RETURNED:
        review.send_away(shown, state, "نسخه ناخواناست")
    elif state is ClaimState.AWAITING_SUPERVISOR:
        sign(office, session, review.set_amount(shown, 1, 95_000, "توافق"))
    elif state is ClaimState.TECHNICALLY_DONE:
        sign(office, session, shown)
    else:
        review.set_amount(shown, 2, 50_000, "توافق")


@pytest.fixture
def at_desk(signed_in, claims, window, qtbot):
    """Return what opens the first claim in a state at the desk of somebody who may work on it, and returns the desk."""

    def make(state, role):
        bring(signed_in, claims[0], state)
        add_person(window._office, None, name="davar", full_name="داور", roles=frozenset({role}), password=PASSWORD)
        with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
            window.sign_in_as("davar", PASSWORD)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        open_claim(window.desk, qtbot, claims[0])
        qtbot.waitUntil(lambda: not window.worker._tasks, timeout=WAIT_MS)
        return window.desk

    return make


def acting(desk):
    """Return what a person can do to the claim with a key now."""
    why, bill = desk.why, desk.claim
    of_passes = (act for pass_ in desk.passes for act in pass_.actions)
    others = why.uphold_action, why.waive_action, why.deduct_action, bill.edit_action, bill.all_action, bill.undo_action
    return [act for act in (*of_passes, *others) if act.isEnabled() and act.isVisible()]


def press_all(actions):
    """Press the keys of actions wherever the keys are, and return the names of those that acted."""
    acted = []
    for act in actions:
        act.triggered.connect(lambda _checked, act=act: acted.append(act.text()))
    for act in actions:
        key = act.shortcut()[0]
        QTest.keyClick(QApplication.focusWidget(), key.key(), key.keyboardModifiers())
    return acted


@pytest.mark.parametrize(("state", "role"), CLAIM_IN.items())
def test_no_key_reaches_the_claim_under_a_page(at_desk, window, qtbot, state, role):
    desk = at_desk(state, role)
    offered = acting(desk)
    assert {"F9", "Ctrl+R"} & {act.shortcut().toString() for act in offered}
    assert desk.claim.open_claim.state is state
    number, decisions = desk.claim.open_claim.id, desk.claim.open_claim.decisions
    for entry in PAGES:
        if entry.rights and all(refusal(right, frozenset({role})) for right in entry.rights):
            continue
        window.pages.action(entry.name).trigger()
        page = window.pages.page(entry.name)
        qtbot.waitUntil(lambda: not window.worker._tasks, timeout=WAIT_MS)
        assert press_all(offered) == [], entry.name
        assert page.isVisible(), entry.name
        page.closed.emit()

    with window._office.read() as view:
        assert view.claims.standing(number).state is state
        assert view.decisions.of_claim(number) == decisions


def test_the_keys_act_again_once_the_bill_is_seen(at_desk, window):
    desk = at_desk(ClaimState.IN_REVIEW, Role.REVIEWER)
    window.pages.action("rule_book").trigger()
    window.pages.page("rule_book").closed.emit()
    desk.claim.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert any(pass_.panel.isVisible() for pass_ in desk.passes if hasattr(pass_, "card"))


def test_whoever_goes_into_the_findings_under_a_page_has_their_keys(at_desk, window, qtbot):
    desk = at_desk(ClaimState.IN_REVIEW, Role.REVIEWER)
    window.pages.action("rule_book").trigger()
    assert desk.why.uphold_action.isEnabled()
    desk.why.findings.setFocus()
    with qtbot.waitSignal(desk.why.finding_upheld, timeout=WAIT_MS):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F5)
