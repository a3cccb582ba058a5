"""What is payable beside a session, and physiotherapy in wards."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, cited, marks, said, waiting
from tests.rules.physiotherapy.courses import course, session, stay, unit

PLANNED = {"plan_by_physician": False, "plan_by_centre": True}
GP = {"id": "33001", "qualification": "gp", "specialty": "general_practice"}


def test_one_plan_of_several_lines():
    result = course("PT-08", session(), unit("901620"), unit("901620", 2), facts=PLANNED)

    assert approved(result) == [100000, 60000, 0]
    assert said(result, "PT-08") == [Effect.REJECT]


def test_a_plan_that_was_not_ordered_leaves_the_one_to_the_next():
    not_ordered = unit("901620", ordered_by_physician=False)
    result = course("PT-08", session(), not_ordered, unit("901620"), facts=PLANNED)

    assert approved(result) == [100000, 0, 60000]
    assert said(result, "PT-08") == []


def test_a_plan_is_asked_for_what_is_unknown_unless_it_is_refused_anyway():
    unknown = course("PT-08", session(), unit("901620"), facts={"plan_by_physician": False})
    refused = course("PT-08", session(), unit("901620"), facts={"plan_by_centre": False})

    assert waiting(unknown, "PT-08") == {2: ("plan_by_centre",)}
    assert said(refused, "PT-08") == [Effect.REJECT]


def test_one_heat_for_a_region_and_session():
    dated = course("PT-15b", session(1, "1395-03-10"), unit("901646", 2, "1395-03-10", "neck", heat_method="shortwave"))
    undated = course(
        "PT-15b",
        session(3),
        unit("901646", 2, region="neck", heat_method="shortwave"),
        unit("901646", 2, region="neck", heat_method="microwave"),
    )

    assert approved(dated) == [100000, 30000]
    assert approved(undated) == [300000, 60000, 30000]


@pytest.mark.parametrize(
    ("add_on", "stands"),
    [
        (unit("901660", 1, "1395-03-10", "neck"), True),
        (unit("901660", 1, "1395-03-10"), True),
        (unit("901660", 1, None, "neck"), False),
        (unit("901660", 1, "1395-03-10", "chest"), False),
    ],
)
def test_an_add_on_needs_its_session(add_on, stands):
    ready = {"facts": {"hydro_standards_issued": True, "hydro_equipment_approved": True}}
    result = course("PT-15d", session(1, "1395-03-10"), add_on, submission=ready)

    assert (approved(result)[1] > 0) is stands
    assert cited(result, 2) == (set() if stands else {"PT-15d"})


def test_lymph_drainage_needs_no_session_beside_it():
    assert marks(course("PT-15d", unit("901662", 5, region="right_upper_limb"))) == [Mark.TICK]


def test_ward_codes_of_one_day_and_undated_ones():
    cheap = unit("901640", 1, "1395-03-06", ward="normal") | {"no": 1}
    dear = {"code": "901635", "amount": 120000, "date": "1395-03-06", "facts": {"body_region": "right_lower_limb"}}
    undated = unit("901640", 1, ward="normal")

    assert approved(stay("PT-19c", cheap, dear, cheap | {"no": 3})) == [0, 120000, 0]
    assert waiting(stay("PT-19c", dear, undated), "PT-19c") == {2: ("concurrent_session",)}
    assert approved(stay("PT-19c", dear, unit("901640", 1, ward="normal", concurrent_session=True))) == [120000, 0]
    assert marks(stay("PT-19c", dear, unit("901640", 1, ward="normal", concurrent_session=False))) == [Mark.TICK] * 2


@pytest.mark.parametrize(("ordered", "left"), [(0, 0), (1, 70000), (2, 140000), (3, 140000)])
def test_the_order_gives_the_number_of_sessions_in_wards(ordered, left):
    result = stay("PT-19d", unit("901640", 2, "1395-03-06", ward="normal", ordered_quantity=ordered))

    assert approved(result) == [left]
    assert said(result, "PT-19d") == {0: [Effect.REJECT], 70000: [Effect.REDUCE]}.get(left, [])


@pytest.mark.parametrize(("ordered", "left"), [(1, 70000), (2, 140000), (3, 140000)])
def test_the_number_ordered_is_the_most_while_the_order_itself_is_asked_for(ordered, left):
    unread = {"ordered_by_physician": None, "ordered_quantity": ordered}
    result = stay("PT-19d", unit("901640", 2, "1395-03-06", ward="normal", **unread))

    assert approved(result) == [left]
    assert waiting(result, "PT-19d") == {1: ("ordered_by_physician",)}


@pytest.mark.parametrize(
    ("region", "prescriber", "says"),
    [
        ("chest", GP, [Effect.REJECT]),
        ("right_lower_limb", GP, []),
        (None, GP, [Effect.QUERY]),
        ("chest", {"id": "1", "qualification": None}, [Effect.QUERY]),
        (None, {"id": "1", "qualification": "specialist"}, []),
    ],
)
def test_chest_physiotherapy_of_intensive_care(region, prescriber, says):
    row = {"code": "901635", "amount": 120000, "date": "1395-03-06", "facts": {"body_region": region} if region else {}}

    assert said(stay("PT-19e", row, claim={"prescriber": prescriber}), "PT-19e") == says
