"""Keys pressed twice before the first one is done: a claim is handed on once, and nobody is told that others did it."""

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState, Role
from app.services.review import Review
from app.services.sign_off import sign
from tests.ui.passes.conftest import WAIT_MS, open_claim, press

CTRL = Qt.KeyboardModifier.ControlModifier


def signed(signed_in, claims, *, departing=False):
    """Sign the claims as their reviewer, with an amount beyond the engine's where they are to depart."""
    office, session = signed_in
    review = Review(office, session)
    for number in claims:
        shown = review.open(number)
        sign(office, session, review.set_amount(shown, 1, 95_000, "توافق") if departing else shown)


def press_twice(desk, qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key twice before the worker is heard, wait until all is done, and return what was refused."""
    refused = []
    desk.work.failed.connect(refused.append)
    for _press in range(2):
        press(key, modifiers)
    qtbot.waitUntil(lambda: not desk.worker._tasks, timeout=WAIT_MS)
    return [str(error) for error in refused]


DESKS = {"reviewer": (), "supervisor": (Role.SUPERVISOR,), "accountant": (Role.ACCOUNTANT,)}


@pytest.mark.parametrize("who", DESKS)
def test_a_signature_that_is_asked_for_twice_is_given_once(signed_in, claims, desk_of, qtbot, who):
    if who != "reviewer":
        signed(signed_in, claims[:1], departing=who == "supervisor")
    desk = desk_of(*DESKS[who])
    open_claim(desk, qtbot, claims[0])
    assert press_twice(desk, qtbot, Qt.Key.Key_F9) == []

    with signed_in[0].read() as view:
        after = view.claims.standing(claims[0]).state
    assert after is (ClaimState.CLOSED if who == "accountant" else ClaimState.TECHNICALLY_DONE)


def test_signing_and_going_on_twice_signs_no_claim_that_was_not_seen(signed_in, claims, desk, qtbot):
    assert press_twice(desk, qtbot, Qt.Key.Key_Return, CTRL) == []
    with signed_in[0].read() as view:
        states = [view.claims.standing(number).state for number in claims]
    assert states.count(ClaimState.TECHNICALLY_DONE) == 1


def test_a_key_that_is_held_down_acts_once(desk):
    held = [act.text() for pass_ in desk.passes for act in pass_.actions if act.autoRepeat()]
    assert held == []


def test_after_a_refusal_the_key_acts_again(signed_in, claims, desk, qtbot):
    office, session = signed_in
    Review(office, session).set_amount(Review(office, session).open(claims[0]), 1, 90_000, "توافق")
    assert len(press_twice(desk, qtbot, Qt.Key.Key_F9)) == 1  # it is shown anew instead
    press_twice(desk, qtbot, Qt.Key.Key_F9)
    with office.read() as view:
        assert view.claims.standing(claims[0]).state is ClaimState.AWAITING_SUPERVISOR
