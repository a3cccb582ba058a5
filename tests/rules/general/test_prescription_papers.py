"""Items 2 to 6 at their boundaries: stamp, signature, defects, date and tampering."""

import pytest

from app.domain.findings import Effect, Verdict
from tests.rules.claims import asked, assess, general, said

TEST = {"code": "G304", "amount": 50000}
PAPER_RULES = [
    "GEN-02a",
    "GEN-02b",
    "GEN-02c",
    "GEN-02d",
    "GEN-02g",
    "GEN-02h",
    "GEN-03",
    "GEN-04",
    "GEN-05",
    "GEN-15c",
    "GEN-17a",
    "GEN-17b",
]
EVERY_DEFECT = {
    "prescriber_stamp": False,
    "prescriber_signature": "none",
    "specialty_legible": False,
    "date_written": False,
    "defects": ["text_crossed_out", "date_altered", "price_altered", "torn_header"],
    "defect_endorsed": False,
    "price_defect_endorsed": False,
    "header_repaired": False,
    "insurer_approved": False,
    "sums_written": False,
    "provider_stamp": False,
    "officer_stamp": False,
}


def laboratory(rule, **facts):
    return assess(rule, "laboratory", claim={"facts": facts, "lines": [TEST]})


@pytest.mark.parametrize("form", ["booklet", "letterhead", None])
def test_a_form_that_nobody_wrote_down_counts_as_paper(form):
    result = laboratory("GEN-02a", prescription_form=form, prescriber_stamp=False)

    assert said(result, "GEN-02a") == [Effect.REJECT]


def test_every_ground_is_cited_and_the_first_takes_the_money():
    result = laboratory("GEN-02a", **EVERY_DEFECT)

    assert general(result) == set(PAPER_RULES) - {"GEN-02g"}
    assert [finding.deducted for finding in result.findings] == [50000] + [0] * (len(PAPER_RULES) - 2)


def test_an_electronic_prescription_has_no_paper_to_look_at():
    result = laboratory("GEN-02a", **EVERY_DEFECT | {"prescription_form": "electronic"})

    assert (result.verdict, result.findings) == (Verdict.APPROVED, ())


@pytest.mark.parametrize(
    ("endorsed", "approved", "effect", "waits_for"),
    [
        (True, None, [], set()),
        (None, True, [], set()),
        (False, False, [Effect.REJECT], set()),
        (None, False, [Effect.QUERY], {"defect_endorsed"}),
        (False, None, [Effect.QUERY], {"insurer_approved"}),
        (None, None, [Effect.QUERY], {"defect_endorsed", "insurer_approved"}),
    ],
)
def test_an_altered_date_is_put_right_by_the_physician_or_approved_by_the_insurer(
    endorsed, approved, effect, waits_for
):
    result = laboratory("GEN-02d", defects=["date_altered"], defect_endorsed=endorsed, insurer_approved=approved)

    assert said(result, "GEN-02d") == effect
    assert asked(result, "GEN-02d") == waits_for
    assert said(result, "GEN-02c") == []


def test_unknown_defects_are_asked_for_once():
    result = laboratory("GEN-02c", defects=None)

    assert [finding.rule for finding in result.queries] == ["GEN-02c"]


@pytest.mark.parametrize("defect", ["text_crossed_out", "correction_fluid", "two_handwritings", "punched_over_text"])
def test_each_defect_of_the_text_counts(defect):
    assert said(laboratory("GEN-02c", defects=[defect], defect_endorsed=False), "GEN-02c") == [Effect.REJECT]


@pytest.mark.parametrize("defect", ["date_altered", "price_altered", "torn_header"])
def test_other_defects_are_none_of_the_text(defect):
    assert said(laboratory("GEN-02c", defects=[defect], defect_endorsed=False), "GEN-02c") == []


def test_an_approved_prescription_needs_no_date():
    result = laboratory("GEN-05", date_written=None, insurer_approved=True)

    assert said(result, "GEN-05") == []


def test_an_unknown_date_is_asked_for_even_where_the_approval_is_refused():
    assert asked(laboratory("GEN-05", date_written=None, insurer_approved=False), "GEN-05") == {"date_written"}


def test_the_approval_heals_no_defect_of_text_stamp_or_signature():
    result = laboratory("GEN-29b", **EVERY_DEFECT | {"insurer_approved": True})

    assert general(result) == {
        "GEN-02a",
        "GEN-02b",
        "GEN-02c",
        "GEN-02h",
        "GEN-03",
        "GEN-04",
        "GEN-15c",
        "GEN-17a",
        "GEN-17b",
    }
