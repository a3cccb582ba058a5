"""Items 15, 25 and 26 at their boundaries: written sums, tariffs, unknown codes and incomplete titles."""

import pytest

from app.domain.findings import Effect, Mark, Pen
from tests.rules.claims import asked, assess, general, said

CBC, SUGAR = {"code": "G304", "amount": 50000}, {"code": "G305", "amount": 30000}
UNPRICED = SUGAR | {"facts": {"price_written": False}}
FAMILY = [
    {"code": code, "fee": fee, "attributes": {"title_family": "family"}}
    for code, fee in {"F1": 400, "F2": 600, "F3": 900}.items()
]
RANKS = {
    "gp": 100000,
    "intern": 100000,
    "specialist": 150000,
    "dental_specialist": 150000,
    "subspecialist": 180000,
    "fellowship": 180000,
}


def laboratory(rule, *lines, **claim):
    return assess(rule, "laboratory", claim={"lines": list(lines)} | claim)


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ({"total": 80000}, 0),
        ({"total": 80001}, 1),
        ({"total": 80000, "patient_share": 24000, "insurer_share": 56001}, 1),
        ({"total": 79999, "patient_share": 24000, "insurer_share": 56000}, 2),
        ({"patient_share": 1, "insurer_share": 1}, 0),
        ({"total": 80000, "patient_share": 1}, 0),
    ],
)
def test_sums_that_disagree_are_the_accountants(written, steps):
    notes = [
        finding for finding in laboratory("GEN-15d", CBC, SUGAR, written=written).findings if finding.rule == "GEN-15d"
    ]

    assert [(note.effect, note.pen, len(note.steps)) for note in notes] == [(Effect.NOTE, Pen.RED, steps)] * bool(steps)


def test_the_sums_of_a_rejected_claim_are_still_compared():
    assert "GEN-15d" in general(laboratory("GEN-15d", CBC, written={"total": 1}, facts={"prescriber_stamp": False}))


@pytest.mark.parametrize(("given", "effect"), [(False, [Effect.REJECT]), (True, [])])
def test_what_a_person_saw_goes_before_the_file(given, effect):
    written = {"total": 50000, "patient_share": 15000, "insurer_share": 35000}

    assert said(laboratory("GEN-15c", CBC, written=written, facts={"sums_written": given}), "GEN-15c") == effect


def test_the_total_is_compared_with_the_tariff_not_with_the_claim():
    cheaper = laboratory("GEN-15f", CBC | {"amount": 40000}, UNPRICED, written={"total": 80000})
    dearer = laboratory("GEN-15f", CBC | {"amount": 60000}, UNPRICED, written={"total": 90000})

    assert said(cheaper, "GEN-15f") == []
    assert said(dearer, "GEN-15f") == [Effect.REJECT]


def test_rows_that_cover_rejected_stand_in_the_written_total_too():
    refused = CBC | {"facts": {"ordered_by_physician": False}}

    assert said(laboratory("GEN-15f", refused, UNPRICED, written={"total": 80000}), "GEN-15f") == []


@pytest.mark.parametrize("attribute", ["priced_as", "cap_as"])
def test_a_row_that_is_priced_as_another_counts_with_that_price(attribute):
    services = [{"code": "X1", "attributes": {attribute: "G106"}}]
    lines = [{"code": "X1", "amount": 100000}, {"code": "G108", "amount": 200000, "facts": {"price_written": False}}]
    result = assess("GEN-15f", "imaging", services=services, claim={"written": {"total": 300000}, "lines": lines})

    assert said(result, "GEN-15f") == []


def test_a_row_of_an_unknown_price_leaves_the_comparison_open():
    result = laboratory("GEN-15f", {"code": "899999", "amount": 50000}, UNPRICED, written={"total": 80000})

    assert said(result, "GEN-15f") == [Effect.QUERY]


@pytest.mark.parametrize(("qualification", "fee"), RANKS.items())
def test_the_fee_of_an_uncoded_visit(qualification, fee):
    claim = {"prescriber": {"qualification": qualification}, "lines": [{"amount": 500000}]}

    assert assess("GEN-15e", "visit", claim=claim).line(1).approved == fee


def test_the_performer_of_a_visit_goes_before_the_prescriber():
    line = {"section": "visit", "amount": 500000, "performer": {"id": "9", "qualification": "gp"}}

    assert assess("GEN-15e", "visit", claim={"lines": [line]}).line(1).approved == 100000


@pytest.mark.parametrize(
    ("claimed", "approved", "mark"),
    [(100000, 100000, Mark.TICK), (100001, 100001, Mark.QUERY), (200000, 180000, Mark.QUERY)],
)
def test_a_visit_by_a_physician_of_unknown_rank(claimed, approved, mark):
    result = assess("GEN-15e", "visit", claim={"prescriber": {"qualification": None}, "lines": [{"amount": claimed}]})

    assert (result.line(1).approved, result.line(1).mark) == (approved, mark)
    assert asked(result, "GEN-15e") == ({"prescriber.qualification"} if mark is Mark.QUERY else set())


@pytest.mark.parametrize("day", ["1395-02-31", "1395-03-01"])
def test_a_row_ends_after_its_last_day(day):
    claim = {"service_date": day, "prescription_date": day, "lines": [{"code": "G121", "amount": 70000}]}
    result = assess("GEN-25", "imaging", submission={"month": day[:7]}, claim=claim)

    assert ("GEN-25" in general(result, 1)) == (day == "1395-03-01")


def test_a_row_that_merely_lacks_its_price_is_asked_about():
    result = assess("GEN-25", "imaging", services=[{"code": "X1"}], claim={"lines": [{"code": "X1", "amount": 1000}]})

    assert (said(result, "GEN-25"), result.line(1).approved) == ([Effect.QUERY], 1000)


@pytest.mark.parametrize(
    ("line", "approved", "rules"),
    [
        ({"code": "F3", "amount": 900}, 400, {"GEN-26"}),
        ({"code": "F3", "amount": 1000}, 400, {"GEN-15e", "GEN-26"}),
        ({"code": "F3", "amount": 400}, 400, set()),
        ({"code": "F1", "amount": 400}, 400, set()),
        ({"code": "F1", "amount": 500}, 400, {"GEN-15e"}),
        ({"code": "F2", "amount": 1800, "qty": 3}, 1200, {"GEN-26"}),
        ({"code": "F2", "amount": 900, "qty": "1.5"}, 600, {"GEN-26"}),
    ],
)
def test_an_incomplete_title_is_paid_as_the_cheapest_of_its_family(line, approved, rules):
    claim = {"lines": [line | {"facts": {"title_complete": False}}]}
    result = assess("GEN-26", "imaging", services=FAMILY, claim=claim)

    assert result.line(1).approved == approved
    assert general(result, 1) == rules


def test_a_cheaper_row_that_is_not_in_force_yet_does_not_count():
    later = [FAMILY[0] | {"from": "1395-03-08"}, *FAMILY[1:]]
    claim = {"lines": [{"code": "F3", "amount": 900, "facts": {"title_complete": False}}]}

    assert assess("GEN-26", "imaging", services=later, claim=claim).line(1).approved == 600


@pytest.mark.parametrize(("complete", "effect"), [(False, [Effect.QUERY]), (None, []), (True, [])])
def test_an_incomplete_title_without_a_family_is_asked_about(complete, effect):
    line = {"code": "G108", "amount": 200000, "facts": {"title_complete": complete}}

    assert said(assess("GEN-26", "imaging", claim={"lines": [line]}), "GEN-26") == effect


def test_a_code_in_no_pack_is_asked_about_once():
    line = {"code": "899999", "amount": 200000, "facts": {"title_complete": False}}

    assert general(assess("GEN-26", "imaging", claim={"lines": [line]}), 1) == {"GEN-25"}


def test_a_cheaper_claim_than_the_family_asks_nothing():
    line = {"code": "F3", "amount": 400, "facts": {"title_complete": None}}

    assert said(assess("GEN-26", "imaging", services=FAMILY, claim={"lines": [line]}), "GEN-26") == []
