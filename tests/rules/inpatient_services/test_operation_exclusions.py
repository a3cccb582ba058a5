"""Services that belong to another one beside them: one of each pair alone, apart by day, side and region, companions."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, assess, cited, marks, said
from tests.rules.inpatient_services.stays import AREA, SURGEON, bill, row

DAY, NEXT = "1395-03-05", "1395-03-06"
SERVICES = {"OR06", "CV06", "CV07", "BL01", "BL02"}
AMOUNT = 100_000

PAIRS = [
    ("SUR-SKN-06", "SK30", "100325"),
    ("SUR-ORT-01a", "OR01", "OR02"),
    ("SUR-ORT-03", "OR06", "OR05"),
    ("SUR-ORT-04", "OR08", "OR07"),
    ("SUR-ORT-10", "OR17", "OR16"),
    ("SUR-CVS-02", "CV02", "CV01"),
    ("SUR-CVS-03b", "CV05", "CV01"),
    ("SUR-CVS-04", "CV06", "CV01"),
    ("SUR-CVS-04", "CV07", "CV01"),
    ("SUR-CVS-04", "CV08", "CV19"),
    ("SUR-CVS-05", "CV09", "CV19"),
    ("SUR-URO-01", "UR02", "UR01"),
    ("SUR-URO-04", "UR07", "UR06"),
    ("SUR-URO-04", "UR08", "UR10"),
    ("SUR-URO-04", "UR09", "UR06"),
    ("SUR-NEU-02", "NE03", "NE04"),
]
WHATEVER_SIDE = {"SUR-SKN-06", "SUR-CVS-02"}
WHATEVER_REGION = {"SUR-SKN-06"}


def line(code, date=DAY, **facts):
    """Return a line of a code, known to be no complication, of a penetrating wound that was read."""
    known = {"operation_times_confirmed": True, "complication_of_operation": False, "deep_exploration_documented": True}
    section = "service" if code in SERVICES else "surgery"
    return row(section, code, AMOUNT, over={"date": date, "performer": SURGEON}, **known | facts)


def pair(rule, part, main, *others, **claim):
    return bill(rule, part, main, *others, **claim)


@pytest.mark.parametrize(("rule", "part", "main"), PAIRS)
def test_a_part_falls_beside_its_main_service_whichever_stands_first(rule, part, main):
    assert "reject" in [effect.value for effect in said(pair(rule, line(part), line(main)), rule)]
    assert approved(pair(rule, line(main), line(part))) == [AMOUNT, 0]


@pytest.mark.parametrize(("rule", "part", "main"), PAIRS)
def test_a_part_alone_or_of_another_day_is_paid(rule, part, main):
    assert approved(pair(rule, line(part), line(main, NEXT)))[0] == AMOUNT
    assert said(bill(rule, line(part)), rule) == []


@pytest.mark.parametrize(("rule", "part", "main"), PAIRS)
def test_two_sides_or_regions_that_both_name_keep_two_services_apart(rule, part, main):
    sides = pair(rule, line(part, side="left"), line(main, side="right"))
    regions = pair(rule, line(part, region="a"), line(main, region="b"))

    assert (said(sides, rule) == []) == (rule not in WHATEVER_SIDE)
    assert (said(regions, rule) == []) == (rule not in WHATEVER_REGION)


@pytest.mark.parametrize(("rule", "part", "main"), PAIRS)
def test_a_side_that_one_does_not_name_or_that_is_both_keeps_nothing_apart(rule, part, main):
    assert said(pair(rule, line(part, side="left"), line(main)), rule) == [Effect.REJECT]
    assert said(pair(rule, line(part, side="both"), line(main, side="right")), rule) == [Effect.REJECT]


def test_what_was_refused_before_is_beside_nothing():
    beside_refused = bill(
        "SUR-ORT-10", line("OR17"), line("OR16", complication_of_operation=True), line("OR41"), facts={}
    )

    assert approved(beside_refused) == [AMOUNT, 0, AMOUNT]


def test_another_valve_is_repaired_for_its_own_fee():
    assert approved(bill("SUR-CVS-05", line("CV10"), line("CV19"))) == [AMOUNT, AMOUNT]


def test_a_valve_that_the_book_does_not_name_is_no_other_ones():
    services = [
        {"code": "X1", "section": "surgery", "group": "valve_repair", "fee": AMOUNT},
        {"code": "X2", "section": "surgery", "group": "valve_replacement", "fee": AMOUNT},
    ]
    lines = [line("X1") | {"no": 1}, line("X2") | {"no": 2}]

    result = assess("SUR-CVS-05", "inpatient", area=AREA, services=services, claim={"lines": lines})

    assert said(result, "SUR-CVS-05") == []


@pytest.mark.parametrize(("rule", "part", "main"), [("SUR-ORT-02", "OR04", "OR03"), ("SUR-BLD-01", "BL01", "BL02")])
@pytest.mark.parametrize(("answer", "mark"), [(True, Mark.ZERO), (False, Mark.TICK), (None, Mark.QUERY)])
def test_what_may_be_part_of_another_service_hangs_on_the_note(rule, part, main, answer, mark):
    known = {} if answer is None else {"part_of_main_operation": answer}

    assert marks(bill(rule, line(part, **known), line(main)))[0] is mark
    assert marks(bill(rule, line(part, **known))) == [Mark.TICK]


@pytest.mark.parametrize(
    ("answer", "mark", "noted"), [(True, Mark.TICK, True), (False, Mark.ZERO, False), (None, Mark.QUERY, False)]
)
def test_a_closed_reduction_stands_where_traction_is_the_whole_treatment(answer, mark, noted):
    result = bill("SUR-ORT-08a", line("OR14"), line("OR13"), facts={"traction_only_treatment": answer})

    assert marks(result)[:1] == [mark]
    assert (said(result, "SUR-ORT-08b") == [Effect.NOTE]) == noted
    assert approved(result)[1] == AMOUNT


def test_of_operations_on_the_septum_the_dearest_stays_of_equal_ones_the_first():
    assert approved(bill("SUR-RES-01a", line("RS02", side="left"), line("RS01", side="right"))) == [0, AMOUNT]
    assert approved(bill("SUR-RES-01a", line("RS01"), line("RS01"))) == [AMOUNT, 0]
    assert approved(bill("SUR-RES-01a", line("RS01"), line("RS02", NEXT))) == [AMOUNT, AMOUNT]


ROOM = row("operating_room", "CV15", AMOUNT, over={"date": NEXT}, in_operating_room=True)
HELP = row(
    "assistant",
    "CV15",
    AMOUNT,
    over={"date": NEXT, "performer": {"id": "7", "qualification": "resident"}},
    resident_year=4,
    assistant_signed=["operative_note", "or_sheet"],
)
SLEEP = row("anesthesia", "AN01", 900_000, over={"date": NEXT})


@pytest.mark.parametrize(("date", "left"), [("1395-03-04", AMOUNT), (DAY, 0), (NEXT, 0)])
def test_a_control_of_bleeding_has_no_surgeons_fee_from_the_day_of_an_operation_on(date, left):
    result = bill("SUR-CVS-01", line("CV17"), line("CV15", date), admitted_at="1395-03-04T08:00")

    assert approved(result)[1] == left


def test_the_assistant_of_a_control_of_bleeding_falls_and_room_and_anesthesia_stand():
    result = bill("SUR-CVS-01", line("CV17"), line("CV15", NEXT), HELP, ROOM, SLEEP)

    assert [amount > 0 for amount in approved(result)] == [True, False, False, True, True]
    assert "SUR-CVS-01" in cited(result, 3)


def test_two_controls_of_bleeding_without_an_operation_are_paid():
    assert approved(bill("SUR-CVS-01", line("CV15"), line("CV15", NEXT))) == [AMOUNT, AMOUNT]


def companions(code, **over):
    keys = {"date": DAY} | over
    person = {"id": "7", "qualification": "resident"}
    signed = {"resident_year": 4, "assistant_signed": ["operative_note", "or_sheet"]}
    return [
        row("assistant", code, AMOUNT, over=keys | {"performer": person}, **signed),
        row("operating_room", code, AMOUNT, over=keys, in_operating_room=True),
        row("anesthesia", code, AMOUNT, over=keys),
    ]


def test_assistant_and_room_fall_with_a_part_and_the_anesthesia_stays_with_the_main_operation():
    result = bill("SUR-ORT-04", line("OR07"), line("OR08"), *companions("OR08"))

    assert [amount > 0 for amount in approved(result)] == [True, False, False, False, True]
    assert all("SUR-ORT-04" in cited(result, no) for no in (2, 3, 4))


def test_what_belongs_to_the_line_that_is_paid_stays_with_it():
    result = bill("SUR-RES-01a", line("RS01"), line("RS01"), *companions("RS01"))

    assert "SUR-RES-01a" not in cited(result, 3) | cited(result, 4)


def test_companions_of_another_day_stay():
    result = bill("SUR-ORT-04", line("OR07"), line("OR08"), *companions("OR08", date=NEXT))

    assert "SUR-ORT-04" not in cited(result, 3) | cited(result, 4)


def test_companions_stand_where_a_person_set_the_rule_aside_at_their_operation():
    lines = [line("OR07"), line("OR08"), *companions("OR08")]
    numbered = [each | {"no": no} for no, each in enumerate(lines, start=1)]
    waived = frozenset({("SUR-ORT-04", 2)})

    result = assess("SUR-ORT-04", "inpatient", area=AREA, waived=waived, claim={"lines": numbered})

    assert all("SUR-ORT-04" not in cited(result, no) for no in (2, 3, 4))


def visit(performer, date=DAY):
    person = (
        {"performer": {"id": performer, "qualification": "specialist", "specialty": "cardiology"}} if performer else {}
    )
    return row("visit", "VS01", 200_000, over={"date": date} | person)


@pytest.mark.parametrize("done", ["CV14", "CV01"])
@pytest.mark.parametrize(("performer", "mark"), [(SURGEON["id"], Mark.ZERO), ("70009", Mark.TICK), (None, Mark.QUERY)])
def test_who_did_an_intervention_or_heart_operation_has_no_visit_in_the_stay(done, performer, mark):
    result = bill("SUR-CVS-09", line(done, NEXT), visit(performer), facts={"standby_team_present": True})

    assert ("SUR-CVS-09" in cited(result, 2)) == (mark is not Mark.TICK)
    assert marks(result)[1] is mark


def test_visits_beside_a_diagnosis_are_left_to_other_clauses():
    diagnosis = row("service", "CV11", 355_000, over={"performer": SURGEON})

    assert said(bill("SUR-CVS-09", diagnosis, visit(SURGEON["id"])), "SUR-CVS-09") == []


def test_an_operator_whom_nobody_named_makes_every_visit_a_question():
    unnamed = {key: value for key, value in line("CV14", NEXT).items() if key != "performer"}

    result = bill("SUR-CVS-09", unnamed, visit("70009"), facts={"standby_team_present": True})

    assert asked(result, "SUR-CVS-09") == {"performer.id"}


@pytest.mark.parametrize(("outside", "mark"), [(True, Mark.TICK), (False, Mark.ZERO), (None, Mark.QUERY)])
def test_a_curettage_after_birth_is_paid_for_a_birth_outside(outside, mark):
    result = bill("SUR-OBS-02", line("501730"), facts={"delivered_outside": outside}, patient={"sex": "female"})

    assert marks(result) == [mark]


def test_a_birth_in_the_bill_holds_the_curettage_and_asks_nothing():
    mother = {"patient": {"sex": "female"}, "facts": {"delivered_outside": None}}
    itemised = bill("SUR-OBS-02", line("501730", NEXT), line("OB01"), **mother)
    whole = bill("SUR-OBS-02", line("501730"), row("global", "GL04", 8_000_000), **mother)

    assert [approved(result)[0] for result in (itemised, whole)] == [0, 0]
    assert asked(itemised, "SUR-OBS-02") | asked(whole, "SUR-OBS-02") == set()
