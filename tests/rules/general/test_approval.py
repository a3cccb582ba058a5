"""Items 8 and 29 at their boundaries: referral system, approval and tracking code."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import asked, assess, general, said

VISIT = {"amount": 150000}


def visit(rule, fund=None, **facts):
    return assess(rule, "visit", claim={"fund": fund, "facts": facts, "lines": [VISIT]})


@pytest.mark.parametrize(
    ("required", "observed", "approved", "rules"),
    [
        (True, True, None, set()),
        (None, True, None, set()),
        (False, False, None, set()),
        (True, False, True, {"GEN-08p"}),
        (True, None, True, {"GEN-08p"}),
        (None, False, None, {"GEN-08p"}),
        (None, None, None, {"GEN-08p"}),
    ],
)
def test_the_referral_system(required, observed, approved, rules):
    facts = {"referral_required": required, "referral_observed": observed, "insurer_approved": approved}

    assert general(visit("GEN-08p", **facts)) == rules


@pytest.mark.parametrize(
    ("required", "observed", "approved", "rules"),
    [
        (True, False, False, {"GEN-29d": [Effect.REJECT], "GEN-08p": []}),
        (True, False, None, {"GEN-29d": [Effect.QUERY], "GEN-08p": []}),
        (True, None, None, {"GEN-29d": [], "GEN-08p": [Effect.QUERY]}),
        (None, None, False, {"GEN-29d": [], "GEN-08p": [Effect.QUERY]}),
        (None, None, True, {"GEN-29d": [], "GEN-08p": []}),
    ],
)
def test_the_referral_of_the_rural_fund(required, observed, approved, rules):
    facts = {"referral_required": required, "referral_observed": observed, "insurer_approved": approved}
    claim = {"fund": "rural", "facts": facts, "lines": [VISIT]}
    result = assess("GEN-29d", "visit", submission={"fund": "rural"}, claim=claim)

    assert {rule: said(result, rule) for rule in rules} == rules


@pytest.mark.parametrize(
    ("needed", "approved", "effect", "waits_for"),
    [
        (None, None, [Effect.QUERY], {"needs_insurer_approval"}),
        (None, False, [Effect.QUERY], {"needs_insurer_approval"}),
        (None, True, [], set()),
        (True, None, [Effect.QUERY], {"insurer_approved"}),
        (False, False, [], set()),
    ],
)
def test_a_prescription_that_may_need_approval(needed, approved, effect, waits_for):
    result = visit("GEN-29", needs_insurer_approval=needed, insurer_approved=approved)

    assert said(result, "GEN-29") == effect
    assert asked(result, "GEN-29") == waits_for


def test_a_service_needs_its_approval_whatever_the_prescription_needs():
    claim = {
        "facts": {"needs_insurer_approval": False, "insurer_approved": False},
        "lines": [{"code": "G116", "amount": 700000}],
    }

    assert said(assess("GEN-29a", "imaging", claim=claim), "GEN-29a") == [Effect.REJECT]


@pytest.mark.parametrize(("code", "effect"), [("   ", [Effect.REJECT]), ("0", [])])
def test_a_blank_tracking_code_is_none(code, effect):
    claim = {"facts": {"tracking_code": code}, "lines": [{"code": "G117", "amount": 500000}]}

    assert said(assess("GEN-29e", "laboratory", claim=claim), "GEN-29e") == effect
