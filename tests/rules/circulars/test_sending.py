"""Journeys at their boundaries: first day, repeated sendings, sessions, companions' ages, vehicles, shares."""

import pytest

from app.domain.dates import JalaliDate
from app.domain.findings import Effect, Mark
from app.rules.circulars.sendings import first_days
from tests.rules.circulars.orders import BUS, journey
from tests.rules.claims import approved, asked, cited, marks, said

FARE, NIGHT, WITH, WITH_NIGHT = "TR01", "TR02", "TR03", "TR04"
AGAIN = {"repeat_sending": True, "followup_recorded": True}


def fare(vehicle, amount, code=FARE, qty=2, **over):
    facts = over.pop("facts", {})
    return {"code": code, "qty": qty, "amount": amount, "facts": {"vehicle": vehicle} | facts} | over


def past(*days, qty=None, **facts):
    rows = [{"date": day, "code": FARE, "facts": facts} for day in days]
    return [row if qty is None else row | {"qty": qty} for row in rows]


@pytest.mark.parametrize(("day", "left"), [("1399-08-30", 600_000), ("1399-09-01", 0)])
def test_the_order_acts_from_its_first_day(day, left):
    assert approved(journey("TRV-02", day=day, facts={"service_covered": False})) == [left]


def test_journeys_of_other_insurers_are_left_alone():
    result = journey("TRV-02", insurer="armed_forces", facts={"service_covered": False})
    assert not {rule for rule in cited(result) if rule.startswith("TRV")}


@pytest.mark.parametrize(
    ("trips", "begun"),
    [
        ({5: 2, 6: 2}, [5, 6]),
        ({5: 1, 6: 1}, [5]),
        ({5: 1, 6: 1, 7: 1, 8: 1}, [5, 7]),
        ({5: 1, 6: 2, 7: 1}, [5, 6, 7]),
        ({5: 1}, [5]),
        ({}, []),
    ],
)
def test_a_single_trip_after_a_single_trip_is_the_way_home(trips, begun):
    days = {JalaliDate(1399, 10, day): trip for day, trip in trips.items()}
    assert [day.day for day in first_days(days)] == begun


@pytest.mark.parametrize(
    ("since", "locally", "left"),
    [("1399-10-09", False, 0), ("1399-10-10", True, 600_000), (None, True, 0), (None, False, 600_000)],
)
def test_a_known_day_decides_whether_the_town_has_the_service(since, locally, left):
    facts = {"available_locally": locally} | ({} if since is None else {"available_since": since})
    assert approved(journey("TRV-01a", facts=facts)) == [left]


@pytest.mark.parametrize(
    ("approval", "listed", "out", "outcome"),
    [
        ("none", True, True, [Effect.REJECT]),
        ("none", True, False, []),
        (None, True, True, [Effect.QUERY]),
        ("medical_council", None, True, []),
        ("none", None, True, [Effect.QUERY]),
        (None, False, None, []),
    ],
)
def test_a_listed_service_needs_an_approval_to_leave_the_province(approval, listed, out, outcome):
    facts = {"sending_approval": approval, "on_province_list": listed, "out_of_province": out}
    assert said(journey("TRV-04a", facts=facts), "TRV-04a") == outcome


@pytest.mark.parametrize(("sent", "refers"), [(True, True), (False, False)])
def test_those_who_ordered_a_refused_sending_answer_for_it(sent, refers):
    result = journey("TRV-20a", facts={"service_covered": False, "sent_through_system": sent})
    assert ("TRV-20a" in cited(result)) == refers


@pytest.mark.parametrize(
    ("days", "since", "left"),
    [
        (("1399-07-05", "1399-08-05"), "1399-07-05", 600_000),
        (("1399-07-05", "1399-08-05", "1399-09-05"), "1399-07-05", 0),
        (("1399-07-05", "1399-08-05", "1399-09-05"), "1399-07-06", 600_000),
    ],
)
def test_an_operation_is_followed_up_three_times_after_the_service_came(days, since, left):
    facts = AGAIN | {"available_since": since, "surgery_followup": True}
    assert approved(journey("TRV-12c", facts=facts, history=past(*days, surgery_followup=True))) == [left]


@pytest.mark.parametrize(("qty", "left"), [(1, 600_000), (2, 0), (None, 0)])
def test_rows_of_one_trip_are_paired_and_rows_without_a_quantity_are_whole_journeys(qty, left):
    facts = AGAIN | {"available_since": "1399-06-01", "surgery_followup": True}
    rows = past("1399-07-05", "1399-07-06", "1399-09-05", qty=qty, surgery_followup=True)
    assert approved(journey("TRV-12c", facts=facts, history=rows)) == [left]


def test_sendings_of_the_same_submission_count_with_the_facts_of_their_claims():
    facts = AGAIN | {"available_since": "1399-06-01", "surgery_followup": True}
    others = [
        {"id": f"E-{day}", "prescription_date": day, "service_date": day, "lines": [BUS], "facts": facts}
        for day in ("1399-09-25", "1399-09-28", "1399-10-02")
    ]
    assert approved(journey("TRV-12c", facts=facts, more_claims=others)) == [0]
    assert approved(journey("TRV-12c", facts=facts, more_claims=others[1:])) == [600_000]
    one_way = [other | {"lines": [fare("bus", 300_000, qty=1)]} for other in others]
    assert approved(journey("TRV-12c", facts=facts, more_claims=one_way)) == [0]


@pytest.mark.parametrize(
    ("trips", "before", "left"),
    [
        ((("1399-10-02", 1), ("1399-10-04", 1)), 1, 600_000),
        ((("1399-10-02", 1), ("1399-10-04", 1)), 2, 0),
        ((("1399-10-02", 2), ("1399-10-04", 2)), 0, 600_000),
        ((("1399-10-02", 2), ("1399-10-04", 2)), 1, 0),
        ((("1399-10-20", 2),), 1, 600_000),
        ((("1399-10-20", 2),), 2, 0),
    ],
)
def test_a_journey_of_the_submission_counts_once_on_whatever_days_its_fares_are(trips, before, left):
    facts = AGAIN | {"available_since": "1399-06-01", "surgery_followup": True}
    lines = [fare("bus", 300_000, qty=qty, date=day) for day, qty in trips]
    other = {"id": "E-1", "prescription_date": "1399-09-28", "service_date": "1399-10-01", "lines": lines}
    history = past(*("1399-07-05", "1399-08-05")[:before], surgery_followup=True)
    result = journey("TRV-12c", facts=facts, history=history, more_claims=[other | {"facts": facts}])
    assert approved(result) == [left]


@pytest.mark.parametrize(("own", "left"), [(0, [0, 4_000_000]), (4_000_000, [4_000_000, 0])])
def test_a_car_of_which_the_patient_asks_nothing_is_paid_to_the_companion(own, left):
    lines = [fare("hired_car", own), fare("hired_car", 4_000_000, WITH, facts={"companion_no": 1})]
    facts = {"approved_vehicles": ["hired_car"], "companions_requested": 1}
    assert approved(journey("TRV-06e", *lines, facts=facts, patient={"birth_date": "1390-01-01"})) == left


def test_a_ticket_of_less_than_nothing_is_asked_for():
    lines = [fare("train", 1_400_000, facts={"ticket_price": -1})]
    result = journey("TRV-06c", *lines, facts={"approved_vehicles": ["train"]})
    assert asked(result, "TRV-06c") == {"ticket_price"}
    assert approved(result) == [1_400_000]


@pytest.mark.parametrize(("approved_car", "wanted"), [(True, set()), (False, {"companion_no"})])
def test_a_companion_refused_in_the_patients_car_is_no_other_of_whom_a_number_is_asked(approved_car, wanted):
    facts = {"approved_vehicles": ["hired_car"] if approved_car else [], "companions_requested": 1}
    lines = [
        fare("hired_car", 4_000_000),
        fare("hired_car", 4_000_000, WITH, facts={"companion_no": 1}),
        fare("bus", 300_000, WITH, qty=1),
    ]
    result = journey("TRV-10a", *lines, facts=facts, patient={"birth_date": "1390-01-01"})
    assert asked(result, "TRV-10a") == wanted


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [("QAZVIN", None, {"route_to"}), (" ", "", {"route_from", "route_to"}), (" QAZVIN ", "TEHRAN", set())],
)
def test_a_town_that_is_only_blanks_is_unknown(start, end, wanted):
    result = journey("TRV-06f", facts={"route_from": start, "route_to": end})
    assert asked(result, "TRV-06f") == wanted
    assert said(result, "TRV-06f") == ([Effect.QUERY] if wanted else [])


def test_a_fare_says_since_when_and_by_which_source_its_rate_holds():
    result = journey("TRV-06d", fare("bus", 700_000))
    told = next(step for finding in result.findings for step in finding.steps)
    assert (told.expression, told.value) == ("test figure", 300_000)
    assert "۱۳۹۴/۰۱/۰۱" in told.caption


def test_a_journey_of_the_submission_is_no_way_home_of_one_in_the_history():
    facts = AGAIN | {"available_since": "1399-06-01", "surgery_followup": True}
    one_way = [fare("bus", 300_000, qty=1)]
    other = {"id": "E-1", "prescription_date": "1399-09-28", "service_date": "1399-10-02", "lines": one_way}
    history = past("1399-07-05", surgery_followup=True) + past("1399-09-25", qty=1, surgery_followup=True)
    result = journey("TRV-12c", facts=facts, history=history, more_claims=[other | {"facts": facts}])
    assert approved(result) == [0]


def test_journeys_before_the_first_day_of_the_pack_count_by_its_first_row():
    facts = AGAIN | {"available_since": "1399-06-01", "surgery_followup": True}
    code = {"code": "TR09", "section": "travel", "group": "travel_fare", "from": "1399-09-01"}
    days = ("1399-06-05", "1399-07-05", "1399-08-30")
    rows = [{"date": day, "code": "TR09", "facts": {"surgery_followup": True}} for day in days]
    assert approved(journey("TRV-12c", facts=facts, history=rows, services=[code])) == [0]
    assert approved(journey("TRV-12c", facts=facts, history=rows[1:], services=[code])) == [600_000]


def test_sessions_of_a_protocol_are_counted_over_earlier_sendings_and_this_claim():
    facts = AGAIN | {"course_treatment": "dialysis", "protocol_approved": True, "protocol_sessions": 3}
    lines = [fare("bus", 300_000, qty=1, date=f"1399-10-{day}") for day in ("09", "10", "16", "17")]
    assert (
        approved(journey("TRV-12e", *lines, facts=facts, history=past("1399-10-02", course_treatment="dialysis")))
        == [300_000] * 4
    )
    result = journey(
        "TRV-12e", *lines, facts=facts, history=past("1399-10-02", "1399-10-03", course_treatment="dialysis")
    )
    assert approved(result) == [300_000, 300_000, 0, 0]


@pytest.mark.parametrize(
    ("born", "disability", "left", "wanted"),
    [
        ("1381-10-10", "none", 600_000, set()),
        ("1381-10-09", "none", 0, set()),
        ("1334-10-09", "none", 0, set()),
        ("1334-10-08", "none", 600_000, set()),
        ("1350-01-01", "confirmed", 600_000, set()),
        ("1350-01-01", "physician_only", 0, set()),
        ("1350-01-01", None, 600_000, {"disability_companion"}),
        (None, "none", 600_000, {"birth_date"}),
        (None, "confirmed", 600_000, set()),
    ],
)
def test_a_companion_goes_with_the_young_the_old_and_the_confirmed(born, disability, left, wanted):
    facts = {"companions_requested": 1} | ({} if disability is None else {"disability_companion": disability})
    lines = (BUS, fare("bus", 600_000, WITH, facts={"companion_no": 1}))
    result = journey("TRV-09", *lines, patient={"birth_date": born}, facts=facts)
    assert approved(result)[1] == left
    assert asked(result, "TRV-09") | asked(result, "TRV-09c") == wanted


@pytest.mark.parametrize(
    ("born", "number", "left"),
    [("1392-10-10", 2, 600_000), ("1392-10-09", 2, 0), ("1392-10-10", 3, 0), ("1385-01-01", 1, 600_000)],
)
def test_a_child_below_seven_may_have_two(born, number, left):
    lines = (BUS, fare("bus", 600_000, WITH, facts={"companion_no": number}))
    result = journey("TRV-10a", *lines, patient={"birth_date": born}, facts={"companions_requested": 3})
    assert approved(result)[1] == left


@pytest.mark.parametrize(
    ("vehicle", "approved_vehicles", "claimed", "left", "rule"),
    [
        ("hired_car", ["hired_car"], 4_000_001, 4_000_000, "TRV-06b"),
        ("hired_car", ["train"], 4_000_000, 600_000, "TRV-06a"),
        ("hired_car", None, 600_000, 600_000, None),
        ("hired_car", None, 600_001, 600_001, "TRV-06a"),
        ("other", ["hired_car"], 600_001, 600_000, "TRV-06a"),
        ("shared_taxi", None, 1_000_001, 1_000_000, "TRV-06d"),
    ],
)
def test_a_vehicle_is_paid_as_it_was_approved(vehicle, approved_vehicles, claimed, left, rule):
    facts = {} if approved_vehicles is None else {"approved_vehicles": approved_vehicles}
    result = journey("TRV-06a", fare(vehicle, claimed), facts=facts)
    assert approved(result) == [left]
    assert {found for found in cited(result, 1) if found.startswith("TRV-06")} == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("ticket", "left", "mark"),
    [(900_000, 900_000, Mark.CIRCLE), (0, 600_000, Mark.CIRCLE), (None, 950_000, Mark.QUERY)],
)
def test_a_train_is_paid_by_its_ticket(ticket, left, mark):
    line = fare("train", 950_000, facts={} if ticket is None else {"ticket_price": ticket})
    result = journey("TRV-06c", line, facts={"approved_vehicles": ["train"]})
    assert (approved(result), marks(result)) == ([left], [mark])


@pytest.mark.parametrize(
    ("ticket", "wanted"),
    [(0, set()), (600_000, set()), (599_999, {"approved_vehicles"}), (None, {"approved_vehicles"})],
)
def test_an_approval_is_asked_for_only_where_it_changes_what_is_paid(ticket, wanted):
    line = fare("train", 950_000, facts={} if ticket is None else {"ticket_price": ticket})
    assert asked(journey("TRV-06a", line), "TRV-06a") == wanted


@pytest.mark.parametrize(("approval", "left"), [(["hired_car"], 0), ([], 600_000), (None, 600_000)])
def test_one_car_carries_both(approval, left):
    facts = {"companions_requested": 1} | ({} if approval is None else {"approved_vehicles": approval})
    lines = (fare("hired_car", 4_000_000), fare("hired_car", 4_000_000, WITH, facts={"companion_no": 1}))
    result = journey("TRV-06e", *lines, patient={"birth_date": "1385-01-01"}, facts=facts)
    assert approved(result)[1] == left


def test_the_route_counts_in_both_directions_and_a_missing_rate_is_asked_for():
    back = journey("TRV-06d", fare("bus", 700_000), facts={"route_from": "TEHRAN", "route_to": "QAZVIN"})
    nowhere = journey("TRV-06f", fare("bus", 700_000), facts={"route_to": "NOWHERE"})
    assert approved(back) == [600_000]
    assert (approved(nowhere), said(nowhere, "TRV-06f")) == ([700_000], [Effect.QUERY])


def test_nights_have_rates_of_their_own_and_no_patient_pays_a_share():
    lines = (BUS, {"code": NIGHT, "qty": 2, "amount": 2_000_001}, {"code": WITH_NIGHT, "qty": 1, "amount": 900_000})
    result = journey("TRV-07", *lines, patient={"birth_date": "1385-01-01"}, facts={"companions_requested": 1})
    assert approved(result) == [600_000, 2_000_000, 800_000]
    assert (result.totals.patient_share, result.totals.insurer_share) == (0, 3_400_000)


def test_a_line_that_is_neither_fare_nor_night_is_asked_about():
    result = journey("TRV-08", BUS, {"section": "travel", "title": "کارمزد", "amount": 50_000})
    assert (approved(result), said(result, "TRV-08")) == ([600_000, 50_000], [Effect.QUERY])


@pytest.mark.parametrize(
    ("before", "following", "wanted"),
    [(2, True, set()), (3, True, {"available_locally"}), (0, None, {"available_locally"})],
)
def test_a_follow_up_that_passes_either_way_is_not_asked_whether_the_town_has_the_service(before, following, wanted):
    days = ("1399-07-05", "1399-08-05", "1399-09-05")[:before]
    facts = AGAIN | {"available_locally": None, "surgery_followup": following}
    result = journey("TRV-12b", facts=facts, history=past(*days, surgery_followup=True))
    assert asked(result, "TRV-12b") == wanted


@pytest.mark.parametrize("turned", [False, True])
def test_two_rows_of_a_day_tell_the_same_in_either_order(turned):
    days = ("1399-07-05", "1399-08-05", "1399-09-05")
    rows = past(*days, surgery_followup=True) + past("1399-09-05", surgery_followup=False)
    facts = AGAIN | {"available_since": "1399-06-01", "surgery_followup": True}
    result = journey("TRV-12c", facts=facts, history=rows[::-1] if turned else rows)
    assert said(result, "TRV-12c") == [Effect.REJECT]
