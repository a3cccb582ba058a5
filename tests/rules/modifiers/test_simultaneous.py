"""One anesthetist for several patients (44), notes without times, and the follow-up of an accident (99)."""

import pytest

from app.domain.findings import Mark, Verdict
from tests.rules.claims import approved, asked, assess, assess_all, cited, marks, said
from tests.rules.modifiers.bills import AREA, anesthesia, bill, operation

DAY = "1395-03-05"


def stay(no, start, end, *, asa=1, by="A1", method="general", date=DAY):
    """Return a patient's claim with one anesthesia; times are those of the surgery."""
    times = {"surgery_start": f"{date}T{start}", "surgery_end": f"{date}T{end}"} if start else {}
    facts = {"asa_class": asa} if asa else {}
    person = {"performer": {"id": by, "qualification": "specialist", "specialty": "anesthesiology"}} if by else {}
    given = anesthesia("109040", 45_000, over=person, anesthesia_method=method, **facts)
    given["facts"] = {k: v for k, v in given["facts"].items() if not k.startswith("surgery_")} | times
    patient = {"id": f"000000000{no}", "birth_date": "1345-01-01", "sex": "male"}
    return {"id": f"C-{no}", "patient": patient, "lines": [operation("109040"), given]}


def month(*claims):
    """Return, for each claim in order, its result."""
    first, *others = claims
    results = assess_all("MOD-44a", "inpatient", area=AREA, claim=first, more_claims=others)
    return [results[claim["id"]] for claim in claims]


def paid(*claims):
    return [approved(result)[1] > 0 for result in month(*claims)]


def test_of_three_at_a_time_the_last_to_begin_is_not_paid():
    assert paid(stay(1, "09:00", "11:00"), stay(2, "09:20", "11:00"), stay(3, "09:40", "11:00")) == [True, True, False]
    assert paid(stay(1, "09:40", "11:00"), stay(2, "09:20", "11:00"), stay(3, "09:00", "11:00")) == [False, True, True]


@pytest.mark.parametrize(("start", "left"), [("10:29", False), ("10:30", True)])
def test_the_quarters_before_and_after_surgery_count_and_their_very_end_does_not(start, left):
    claims = stay(1, "09:00", "10:00"), stay(2, "09:00", "11:30"), stay(3, start, "12:00")

    assert paid(*claims)[2] is left


def test_of_those_that_begin_at_one_minute_the_order_of_the_file_decides():
    claims = [stay(no, "09:00", "10:00") for no in (1, 2, 3)]

    assert paid(*claims) == [True, True, False]


@pytest.mark.parametrize("third", [{"by": "A2"}, {"by": None}, {"date": "1395-03-06"}])
def test_another_anesthetist_nobody_named_and_another_day_are_not_at_the_same_time(third):
    assert paid(stay(1, "09:00", "11:00"), stay(2, "09:20", "11:00"), stay(3, "09:40", "11:00", **third))[2]


def test_whatever_the_method_and_without_times_never():
    sedated = [stay(no, "09:00", "10:00", method="iv_sedation") for no in (1, 2, 3)]

    assert paid(*sedated) == [True, True, False]
    assert paid(*sedated[:2], stay(3, None, None)) == [True, True, True]


@pytest.mark.parametrize(
    ("first", "second", "mark"),
    [
        (2, 2, Mark.TICK),
        (3, 1, Mark.ZERO),
        (1, 3, Mark.ZERO),
        (None, 3, Mark.ZERO),
        (None, 1, Mark.QUERY),
        (2, None, Mark.QUERY),
    ],
)
def test_beside_a_patient_of_asa_three_no_second_one_is_paid(first, second, mark):
    results = month(stay(1, "09:00", "10:00", asa=first), stay(2, "09:30", "10:30", asa=second))

    assert marks(results[0])[1] is Mark.TICK
    assert marks(results[1])[1] is mark
    assert ("MOD-44b" in cited(results[1], 2)) == (mark is not Mark.TICK)


def test_an_unread_class_of_a_patient_alone_is_not_asked_for():
    alone = month(stay(1, "09:00", "10:00", asa=None), stay(2, "10:30", "11:00", asa=None))

    assert [said(result, "MOD-44b") for result in alone] == [[], []]


def unconfirmed(amount, *modifiers, answer=False, **facts):
    line = operation("109040", amount, *modifiers, **facts)
    known = {name: value for name, value in line["facts"].items() if name != "operation_times_confirmed"}
    return line | {"facts": known | ({} if answer is None else {"operation_times_confirmed": answer})}


def test_a_tenth_of_what_other_rules_left_goes_for_a_note_without_times():
    second = unconfirmed(250_000, incision="a")
    first = operation("109030", 400_000, incision="a")

    assert approved(bill("MOD-44c", unconfirmed(300_000))) == [225_000]
    assert approved(bill("MOD-44c", first, second)) == [400_000, 112_500]
    assert approved(bill("MOD-44c", unconfirmed(100_005))) == [90_005]


def test_unread_times_are_asked_for_and_take_nothing_of_a_standby_never():
    standby = unconfirmed(200_000, "60", answer=None) | {
        "code": "109180",
        "performer": {"id": "H", "qualification": "specialist", "specialty": "cardiac_surgery"},
    }

    open_question = bill("MOD-44c", unconfirmed(250_000, answer=None))
    beside = bill("MOD-44c", operation("109180", 800_000), standby, facts={"standby_team_present": True})

    assert (approved(open_question), asked(open_question, "MOD-44c")) == ([250_000], {"operation_times_confirmed"})
    assert asked(beside, "MOD-44c") == set()


def accident(service_day, *, base="visit", discharge="1395-02-31", modifiers=(), crash=True):
    line = {"no": 1, "section": "visit", "amount": 100_000, "modifiers": list(modifiers)}
    day = {"service_date": service_day, "prescription_date": service_day}
    if base == "inpatient":
        line = {"no": 1, "section": "service", "code": "109320", "amount": 50_000, "modifiers": list(modifiers)}
        day = {"admitted_at": f"{service_day}T08:00", "discharged_at": f"{service_day}T20:00"}
    facts = {"traffic_accident": crash, "accident_first_discharge": discharge}
    return assess("MOD-99a", base, area=AREA, claim={"lines": [line], "facts": facts} | day)


@pytest.mark.parametrize(
    ("day", "refused"),
    [("1395-02-30", False), ("1395-02-31", True), ("1395-04-31", True), ("1395-05-01", False)],
)
def test_the_follow_up_lasts_from_the_first_discharge_to_the_day_two_months_later(day, refused):
    assert (said(accident(day), "MOD-99a") != []) == refused


def test_two_months_after_the_31st_may_end_on_the_30th():
    assert said(accident("1395-07-30", discharge="1395-05-31"), "MOD-99a") != []
    assert said(accident("1395-08-01", discharge="1395-05-31"), "MOD-99a") == []


@pytest.mark.parametrize(("day", "rule"), [("1395-02-30", "MOD-99b"), ("1395-02-31", "MOD-99a")])
def test_the_stay_that_began_before_the_first_discharge_is_the_accidents(day, rule):
    result = accident(day, base="inpatient")

    assert result.verdict is Verdict.REJECTED
    assert {"MOD-99a", "MOD-99b"} & cited(result) == {rule}


def test_an_unread_discharge_is_asked_for_after_an_accident_or_beside_99_alone():
    assert asked(accident("1395-03-05", discharge=None), "MOD-99a") == {"accident_first_discharge"}
    assert asked(accident("1395-03-05", discharge=None, crash=None, modifiers=("99",)), "MOD-99a") == {
        "accident_first_discharge"
    }
    assert asked(accident("1395-03-05", discharge=None, crash=None), "MOD-99a") == set()
