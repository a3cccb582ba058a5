"""The table of rights, walked whole: every action, every set of roles, own work and others'."""

from itertools import chain, combinations

import pytest

from app.domain.office import Role
from app.domain.rights import RIGHTS, Action, refusal

R, A, S, M = Role.REVIEWER, Role.ACCOUNTANT, Role.SUPERVISOR, Role.ADMINISTRATOR
EXPECTED = {
    "import": ({R, M}, True),
    "see_claims": ({R, A, S}, True),
    "review": ({R}, True),
    "sign_review": ({R}, True),
    "send_away": ({R}, True),
    "endorse": ({S}, False),
    "send_back": ({S, A}, False),
    "set_thresholds": ({S, M}, True),
    "draw_sample": ({S}, True),
    "judge_sample": ({S}, False),
    "correct": ({A}, False),
    "sign_accounts": ({A}, False),
    "see_payments": ({A}, True),
    "list_payments": ({A}, False),
    "record_objection": ({R, A, S}, True),
    "review_objection": ({R}, False),
    "hand_over_report": ({R, A, S}, True),
    "assign": ({S}, True),
    "print_sheets": ({R, A, S}, True),
    "see_statistics": ({A, S}, True),
    "install_pack": ({M}, True),
    "set_fares": ({S, M}, True),
    "set_receivers": ({M}, True),
    "manage_people": ({M}, True),
    "change_office": ({M}, True),
}
"""Who may, and whether on their own work too; written down a second time, so that a slip of the table shows."""
SETS_OF_ROLES = [frozenset(held) for held in chain.from_iterable(combinations(Role, count) for count in range(5))]


def test_every_action_has_its_right() -> None:
    assert set(RIGHTS) == set(Action) == {Action(word) for word in EXPECTED}


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("roles", SETS_OF_ROLES, ids=lambda roles: "+".join(sorted(roles)) or "none")
def test_a_right_is_held_through_any_of_its_roles_and_never_twice_in_one_approval(
    action: Action, roles: frozenset[Role]
) -> None:
    allowed, on_own_work = EXPECTED[action.value]
    assert (refusal(action, roles) is None) == bool(roles & allowed)
    assert (refusal(action, roles, own=True) is None) == bool(roles & allowed and on_own_work)


@pytest.mark.parametrize("action", Action)
def test_a_refusal_says_who_may_or_that_another_must(action: Action) -> None:
    nobody = refusal(action, frozenset())
    assert nobody is not None
    assert "با نام کاربری دیگری وارد شوید" in nobody
    own = refusal(action, frozenset(Role), own=True)
    assert own is None or "کس دیگری" in own
