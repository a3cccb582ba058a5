"""Passes at the desk: keys and panels of those that concern the claim, and of no other."""

from PySide6.QtWidgets import QLabel

from app.domain.office import Role
from app.ui.bill.key_cap import KeyHint, action
from app.ui.key_bar import KeyBar
from app.ui.passes.all_passes import PASSES
from app.ui.passes.sheet_pass import SheetPass
from app.ui.passes.technical_pass import TechnicalPass
from tests.ui.frame.conftest import shown
from tests.ui.passes.conftest import open_claim


def keys_shown(desk):
    return [hint.accessibleName() for hint in desk.keys.findChildren(KeyHint) if not hint.isHidden()]


def test_every_pass_is_at_the_desk_in_its_order(desk):
    assert [type(pass_) for pass_ in desk.passes] == list(PASSES)


def test_a_reviewer_has_the_keys_of_signing_and_others_only_look(desk, desk_of, claims, qtbot):
    signing = desk.pass_of(TechnicalPass).sign_action
    assert signing.isVisible()
    assert signing.text() in keys_shown(desk)

    other = desk_of(Role.ACCOUNTANT)
    open_claim(other, qtbot, claims[0])
    assert not other.pass_of(TechnicalPass).sign_action.isVisible()
    assert signing.text() not in keys_shown(other)
    assert other.pass_of(SheetPass).sheet_action.text() in keys_shown(other)


def test_no_pass_has_keys_or_a_panel_while_no_claim_lies_there(desk_of):
    desk = desk_of()
    assert not any(act.isVisible() for pass_ in desk.passes for act in pass_.actions)
    assert not any(pass_.panel.isVisible() for pass_ in desk.passes if pass_.panel is not None)


def test_no_two_keys_that_act_at_once_are_the_same(desk):
    acting = [act for pass_ in desk.passes for act in pass_.actions if act.isEnabled() and act.isVisible()]
    keys = [key.toString() for act in acting for key in act.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_key_bar_leaves_out_what_has_no_room_and_never_widens_the_window(qtbot, themed):
    owner = shown(qtbot, QLabel(), (200, 100))
    bar = KeyBar()
    shown(qtbot, bar, (1200, 40))
    bar.show_actions([action(owner, f"کاری با نامی دراز {number}", f"Ctrl+{number}") for number in range(9)])
    wide = [hint for hint in bar.findChildren(KeyHint) if hint.isVisible()]
    assert all(hint.geometry().right() <= bar.width() and hint.x() >= 0 for hint in wide)
    bar.resize(300, 40)
    narrow = [hint for hint in bar.findChildren(KeyHint) if hint.isVisible()]
    assert 0 < len(narrow) < len(wide)
    assert narrow == wide[: len(narrow)]
    assert bar.width() == 300

    acts = [act for act in owner.actions() if act.text() in {hint.accessibleName() for hint in wide}]
    acts[0].setEnabled(False)
    left = [hint.accessibleName() for hint in bar.findChildren(KeyHint) if hint.isVisible()]
    assert acts[0].text() not in left  # what can't act now makes room for what can
    assert acts[1].text() in left
