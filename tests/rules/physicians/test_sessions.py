"""Table 1 at its boundaries: services of one session that exclude, contain, replace or limit each other."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, assess, cited, marks, said, waiting
from tests.rules.physicians.office import CARDIOLOGIST, office, service, sheets, visit

HEART = {"prescriber": CARDIOLOGIST}
LATER = {"date": "1395-03-06"}


def test_of_equal_echocardiographies_the_first_line_stays():
    result = office("PHY-07", service("900785"), service("900785"), claim=HEART)

    assert approved(result) == [86000, 0]


def test_an_echocardiography_of_the_day_before_leaves_the_next_day_alone():
    history = {"history": [{"date": "1395-03-04", "code": "900780"}]}

    assert approved(office("PHY-07", service("900785"), claim=HEART | history)) == [86000]


def test_a_later_sheet_keeps_no_second_echocardiography_but_one_of_the_next_day():
    second = HEART | {"id": "C-2", "lines": [service("900780"), service("900780", over=LATER)]}
    found = sheets("PHY-07", HEART | {"lines": [service("900785")]}, second)

    assert approved(found["C-2"]) == [0, 126500]


@pytest.mark.parametrize(("amount", "left"), [(200000, 86000), (80000, 80000), (172000, 86000)])
def test_two_echocardiographies_of_a_line_are_paid_as_one(amount, left):
    result = office("PHY-07a", service("900785", 2) | {"amount": amount}, claim=HEART)

    assert approved(result) == [left]
    assert ("PHY-07a" in cited(result, 1)) is (left < amount)


def test_perimetry_takes_drugs_and_supplies_of_its_day_only():
    drug = {"section": "drug", "amount": 7000, "title": "قطره"}
    lines = service("900275"), drug, drug | LATER

    assert approved(office("PHY-24", *lines)) == [29700, 0, 7000]


def test_of_two_perimetries_the_other_is_asked_about():
    result = office("PHY-24", service("900275"), service("900275"))

    assert waiting(result, "PHY-24") == {2: ("independent_procedure",)}


def test_a_part_of_the_perimetry_that_was_none_for_itself_goes():
    result = office("PHY-24", service("900275"), service("900290", independent_procedure=False))

    assert approved(result) == [29700, 0]


def test_complete_electrodiagnosis_goes_before_perimetry():
    result = office("PHY-23", service("901255", over={"section": "recording"}), service("900275"))

    assert approved(result) == [119000, 0]
    assert "PHY-24" not in cited(result, 1)


def test_contained_services_go_in_a_chain_but_not_on_another_day():
    result = office("PHY-27", service("901010"), service("901005"), service("900985"), service("900985", over=LATER))

    assert approved(result) == [50500, 0, 0, 13500]


def test_what_is_contained_is_not_asked_whether_it_was_independent():
    result = office("PHY-25", service("400565"), service("400515"))

    assert approved(result) == [143500, 0]
    assert asked(result, "PHY-25") == set()


def test_a_separate_procedure_beside_a_visit_alone_asks_nothing():
    assert asked(office("PHY-25", service("401540"), visit()), "PHY-25") == set()


@pytest.mark.parametrize(
    ("section", "code", "asks"), [("surgery", "P903", True), ("surgery", None, False), ("drug", "P903", False)]
)
def test_a_separate_procedure_of_a_stay_looks_at_coded_procedures_only(section, code, asks):
    lines = [service("401540") | {"section": "service"}, {"section": section, "code": code, "amount": 1000}]
    result = assess("PHY-25", "inpatient", area="physicians", claim={"lines": lines})

    assert ("independent_procedure" in asked(result, "PHY-25")) is asks


def test_further_lesions_of_another_day_than_the_first_go():
    result = office("PHY-28", service("100165"), service("100166", over=LATER))

    assert approved(result) == [15000, 0]


def test_a_corn_beside_the_corns_own_code_is_nothing():
    result = office("PHY-06", service("100085"), service("100100", lesion="corn"))

    assert approved(result) == [20000, 0]


def test_an_unknown_lesion_is_asked_for_beside_the_corns_code_however_cheap():
    cheap = service("100100") | {"amount": 15000}

    assert waiting(office("PHY-06", service("100085"), cheap), "PHY-06") == {2: ("lesion",)}
    assert waiting(office("PHY-06", cheap), "PHY-06") == {}


def test_several_corns_are_one_unit_of_their_code():
    assert approved(office("PHY-06", service("100100", 3, lesion="corn"))) == [20000]


def test_codes_that_count_once_keep_the_first_line_of_the_session():
    result = office("PHY-29", service("602490"), service("602490", 2), service("602490", over=LATER))

    assert approved(result) == [60000, 0, 60000]
    assert marks(result)[1] is Mark.ZERO


@pytest.mark.parametrize(("hours", "left"), [(71.9, 71000), (72, 106500), (23, 35500), (0, 35500)])
def test_holter_is_paid_for_whole_days_and_once_at_least(hours, left):
    result = office("PHY-31", service("900771", 3, {"section": "recording"}, recording_hours=hours), claim=HEART)

    assert approved(result) == [left]


def test_holter_at_the_price_of_one_day_asks_nothing():
    cheap = service("900771", 2, {"section": "recording"}) | {"amount": 35500}

    assert said(office("PHY-31", cheap, claim=HEART), "PHY-31") == []


def test_infants_code_of_an_unknown_age_is_asked_for_only_above_the_adults_price():
    unborn = {"patient": {"birth_date": None}}
    cheap = service("900990") | {"amount": 13500}

    assert said(office("PHY-32", service("900990"), claim=unborn), "PHY-32") == [Effect.QUERY]
    assert said(office("PHY-32", cheap, claim=unborn), "PHY-32") == []


@pytest.mark.parametrize(
    ("performer", "referred", "fact"),
    [
        (None, True, {"performer.specialty"}),
        ({"id": "9"}, None, {"performer.specialty"}),
        (None, None, set()),
    ],
)
def test_who_did_an_exercise_test_is_asked_for_where_it_is_unknown(performer, referred, fact):
    row = {"code": "900800", "amount": 51300} | ({"performer": performer} if performer else {})
    facts = {"facts": {"referred_by_other": referred}} if referred else {}
    result = office("PHY-04a", row, claim=facts)

    assert said(result, "PHY-04a") == [Effect.QUERY]
    assert asked(result, "PHY-04a") == fact


@pytest.mark.parametrize(("named", "left"), [(["P901"], 200000), ([], 0), (["skin"], 0)])
def test_a_service_outside_the_table_must_be_named_in_the_contract(named, left):
    result = office("PHY-03", {"code": "P901", "amount": 200000}, submission={"facts": {"contract_items": named}})

    assert approved(result) == [left]


def test_a_reimbursement_needs_no_contract():
    row = {"code": "P901", "amount": 200000}
    result = office("PHY-03", row, claim={"pathway": "reimbursement"}, submission={"facts": {"contract_items": []}})

    assert "PHY-03" not in cited(result, 1)


def test_codes_in_a_pharmacys_claim_are_not_the_physicians_business():
    lines = [service("901005"), service("900985"), service("602490", 2)]

    assert approved(office("PHY-27", *lines, submission={"provider": {"kind": "pharmacy"}})) == [40500, 13500, 120000]
    assert approved(office("PHY-27", *lines)) == [40500, 0, 60000]


def test_an_unknown_lesion_costs_nothing_where_the_excision_itself_is_worth_no_more():
    half = service("100100", 0.5, {"amount": 40000})

    assert approved(office("PHY-06", half)) == [20000]
    assert not asked(office("PHY-06", half), "PHY-06")
    assert asked(office("PHY-06", service("100100", 0.6, {"amount": 40000})), "PHY-06") == {"lesion"}
