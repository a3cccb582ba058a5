"""Which clause takes what where several lower one line, and what stands in for a base that nobody printed."""

import pytest

from tests.rules.claims import approved, cited
from tests.rules.modifiers.bills import anesthesia, bill, operation


def steps(result, no):
    """Return what each clause took from a line: its rule, and the rials before and after."""
    return [(each.rule, each.before, each.after) for each in result.findings if each.line == no and each.before]


def test_the_rank_of_an_operation_goes_ahead_of_an_addition_that_does_not_hold():
    result = bill(
        "MOD-46a",
        operation("109030", 400_000, incision="A"),
        operation("109040", 300_000, "46", incision="A", anesthesia_method="general"),
    )

    assert steps(result, 2) == [("MOD-51a", 300_000, 150_000), ("MOD-46a", 150_000, 125_000)]


@pytest.mark.parametrize(
    ("risks", "reason", "found"),
    [
        ([], False, ["MOD-35a", "MOD-36a"]),
        (["controlled_diabetes"], True, ["MOD-35c"]),
        (["controlled_diabetes"], False, ["MOD-35c", "MOD-36a"]),
    ],
    ids=["no risk named", "beside an emergency", "no emergency either"],
)
def test_a_risk_falls_under_the_first_clause_that_bites(risks, reason, found):
    first = anesthesia("109040", 108_000, "35", anesthesia_risks=["controlled_diabetes"])
    second = anesthesia(
        "109040",
        135_000,
        "35",
        "36",
        over={"date": "1395-03-06"},
        anesthesia_risks=risks,
        emergency_reason_stated=reason,
        modifier_reasons_stated=True,
    )
    result = bill("MOD-35c", first, second)

    assert [rule for rule, _, _ in steps(result, 2)] == found


def test_an_add_on_of_which_no_operation_is_left_has_no_base():
    result = bill("MOD-01c", anesthesia("109100", 81_000))

    assert approved(result) == [6 * 9_000]
    assert cited(result, 1) == {"MOD-41a"}


def test_another_insurers_standby_is_an_anesthesia_like_any_other():
    lines = operation("109180", 800_000), anesthesia("109180", 200_000, "60")
    result = bill("MOD-60a", *lines, submission={"insurer": "tamin"})

    assert approved(result) == [800_000, 14 * 9_000]
