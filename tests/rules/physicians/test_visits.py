"""Visits beside services, repeated visits, and the other sheets of a day."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, assess, cited, marks, said, waiting
from tests.rules.physicians.office import CARDIOLOGIST, INTERNIST, office, service, sheets, visit

NO_ID = {"prescriber": {"id": None}}
SECOND_SHEET = {"id": "C-2", "kind": "visit", "facts": {"sheets": ["second"]}, "lines": [visit()]}


def test_a_visit_on_an_earlier_sheet_falls_for_a_service_on_a_later_one():
    found = sheets("PHY-08", {"kind": "visit", "lines": [visit()]}, {"id": "C-2", "lines": [service("100020")]})

    assert (approved(found["C-1"]), approved(found["C-2"])) == ([0], [40000])
    assert cited(found["C-1"], 1) == {"PHY-08"}


@pytest.mark.parametrize("facts", [{"referred_by_other": True}, {"referred_by_other": False}])
def test_a_referred_service_of_another_sheet_leaves_the_visit(facts):
    service_sheet = {"facts": facts, "lines": [service("100020")]}
    found = sheets("PHY-08", service_sheet, SECOND_SHEET)

    assert approved(found["C-2"]) == [150000 if facts["referred_by_other"] else 0]


def test_a_referred_service_of_the_same_claim_leaves_the_visit_unless_the_visiting_physician_did_it():
    echo = service("900785", over={"performer": CARDIOLOGIST})
    referred = {"facts": {"referred_by_other": True}}

    assert approved(office("PHY-08", visit(), echo, claim=referred)) == [150000, 86000]
    assert approved(office("PHY-08", visit({"performer": CARDIOLOGIST}), echo, claim=referred)) == [0, 86000]


def test_another_physicians_sheet_of_the_day_leaves_the_visit():
    found = sheets("PHY-08", {"lines": [service("100020")]}, SECOND_SHEET | {"prescriber": CARDIOLOGIST})

    assert approved(found["C-2"]) == [150000]


@pytest.mark.parametrize(("first", "second", "facts"), [({}, NO_ID, ("prescriber.id",)), (NO_ID, {}, ())])
def test_an_unnamed_physician_of_one_of_two_sheets_is_asked_about(first, second, facts):
    found = sheets("PHY-08", first | {"lines": [service("100020")]}, SECOND_SHEET | second)

    assert said(found["C-2"], "PHY-08") == [Effect.QUERY]
    assert waiting(found["C-2"], "PHY-08") == {1: facts}
    assert marks(found["C-2"]) == [Mark.QUERY]


def test_an_add_on_that_fell_on_its_own_sheet_takes_no_visit_with_it():
    found = sheets("PHY-08", {"lines": [service("100166")]}, SECOND_SHEET)

    assert approved(found["C-1"]) == [0]
    assert approved(found["C-2"]) == [150000]


def test_a_supply_is_no_service():
    supply = {"section": "supply", "amount": 5000, "title": "گاز"}

    assert "PHY-08" not in cited(office("PHY-08", visit(), supply), 1)


def test_the_fitting_of_glasses_on_another_sheet_is_cited_for_itself():
    found = sheets("PHY-22", {"lines": [service("900375")]}, SECOND_SHEET)

    assert cited(found["C-2"], 1) == {"PHY-22"}


def test_the_second_visit_of_one_claim_goes_and_the_third_too():
    result = assess("PHY-13", "visit", area="physicians", claim={"lines": [visit(), visit(), visit()]})

    assert approved(result) == [150000, 0, 0]


def test_visits_of_one_day_by_two_physicians_and_of_two_days_by_one_stand():
    lines = [visit(), visit({"performer": CARDIOLOGIST}), visit({"date": "1395-03-06"})]

    assert approved(assess("PHY-13", "visit", area="physicians", claim={"lines": lines})) == [150000] * 3


def test_a_visit_that_item_8_takes_still_makes_the_next_one_a_repetition():
    first = {"lines": [visit(), service("100020")]}
    found = sheets("PHY-13", first, SECOND_SHEET)

    assert approved(found["C-1"]) == [0, 40000]
    assert "PHY-13" in cited(found["C-2"], 1)


def test_two_visits_of_unnamed_physicians_are_asked_about_once():
    result = assess("PHY-13", "visit", area="physicians", claim=NO_ID | {"lines": [visit(), visit()]})

    assert waiting(result, "PHY-13") == {2: ("prescriber.id",)}


@pytest.mark.parametrize(("qty", "amount", "left"), [(2, 200000, 150000), (3, 450000, 150000), (2, 100000, 100000)])
def test_several_visits_of_a_line_are_paid_as_one_fee(qty, amount, left):
    lines = [visit({"qty": qty, "amount": amount})]

    assert approved(assess("PHY-13a", "visit", area="physicians", claim={"lines": lines})) == [left]


def test_several_visits_of_a_physician_without_rank_are_paid_as_the_highest_fee_and_asked_about():
    claim = {"prescriber": INTERNIST | {"qualification": None}, "lines": [visit({"qty": 2, "amount": 400000})]}
    result = assess("PHY-13a", "visit", area="physicians", claim=claim)

    assert approved(result) == [180000]
    assert asked(result, "GEN-15e") == {"prescriber.qualification"}


def test_services_on_two_sheets_are_noted_on_both_but_not_of_an_unknown_physician():
    second = {"id": "C-2", "lines": [service("602770")]}

    assert all("PHY-02" in cited(r) for r in sheets("PHY-02", {"lines": [service("100020")]}, second).values())
    unknown = sheets("PHY-02", {"lines": [service("100020")]} | NO_ID, second | NO_ID)
    assert not any("PHY-02" in cited(result) for result in unknown.values())


def test_a_pharmacys_claim_is_not_the_physicians_business():
    drug = {"section": "drug", "code": "D-1", "amount": 1000}
    result = office(
        "PHY-11", drug, claim={"facts": {"certificate": "death"}}, submission={"provider": {"kind": "pharmacy"}}
    )

    assert not [finding for finding in result.findings if finding.rule.startswith("PHY-")]


def test_a_referred_service_that_the_prescriber_himself_did_takes_his_visit():
    own = service("900785", over={"performer": INTERNIST})
    another = service("100020", over={"performer": CARDIOLOGIST})

    assert approved(office("PHY-08", visit(), own, another)) == [0, 86000, 40000]
    assert approved(office("PHY-08", visit(), another)) == [150000, 40000]
