"""The time line of a stay: wards on their days, operations on the clock, overlaps and gaps. Test figures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim import STAY_KINDS
from app.domain.dates import JalaliDate, Moment
from app.services.stay.times import SpanKind, Trouble, plus_minutes
from app.services.stay.wards import MOST_DAYS
from tests.catalogue.expansion import cases
from tests.services.stays import example, stay_file, times

AREAS = ("modifiers", "inpatient_stay", "inpatient_services")


def bed(days, kind="normal", date=None, **facts):
    dated = {"date": date} if date else {}
    return {"section": "hotel", "qty": days, "amount": days * 1_000_000, "facts": {"bed_kind": kind, **facts}, **dated}


def operation(session=None):
    facts = {"anesthesia_session": session} if session else {}
    return {"section": "surgery", "code": "109040", "amount": 250_000, "date": "1395-03-06", "facts": facts}


def anesthesia(start, end, session=None, modifiers=(), **facts):
    given_facts = {"surgery_start": f"1395-03-06T{start}", "surgery_end": f"1395-03-06T{end}", **facts}
    if session:
        given_facts["anesthesia_session"] = session
    return {
        "section": "anesthesia", "code": "109040", "amount": 90_000, "date": "1395-03-06",
        "modifiers": list(modifiers), "facts": given_facts,
    }  # fmt: skip


def day(number):
    return Moment(JalaliDate(1395, 3, number), 0, 0)


def at(hour, minute):
    return Moment(JalaliDate(1395, 3, 6), hour, minute)


def spans(line, kind):
    return [(span.start, span.end, span.lines) for span in line.stay.spans if span.kind is kind]


def marks(band):
    return [(mark.trouble, mark.start, mark.end, mark.lines) for mark in band.marks]


def test_the_axis_runs_over_whole_days_from_admission_to_discharge():
    line = times(stay_file(bed(3)))

    assert (line.stay.start, line.stay.end) == (day(5), day(9))
    assert spans(line, SpanKind.STAY) == [(line.admitted, line.discharged, ())]
    assert line.days.due == 3


def test_a_bed_without_a_date_is_laid_on_the_days_that_are_left():
    line = times(stay_file(bed(1), bed(2, "icu", "1395-03-05")))

    assert spans(line, SpanKind.BED) == [(day(5), day(7), (2,)), (day(7), day(8), (1,))]
    assert [span.exact for span in line.stay.spans if span.kind is SpanKind.BED] == [True, False]
    assert marks(line.stay) == []


def test_two_wards_on_a_day_overlap_and_a_day_without_a_bed_is_a_gap():
    line = times(stay_file(bed(1, date="1395-03-05"), bed(1, "icu", "1395-03-05")))

    assert marks(line.stay) == [(Trouble.TWO_BEDS, day(5), day(6), (1, 2)), (Trouble.NO_BED, day(6), day(8), ())]


def test_the_bed_of_a_newborn_or_companion_is_no_second_bed():
    line = times(stay_file(bed(3, date="1395-03-05"), bed(1, "newborn_healthy", "1395-03-05")))

    assert marks(line.stay) == []
    assert spans(line, SpanKind.OTHER_BED) == [(day(5), day(6), (2,))]


def test_days_beyond_discharge_and_after_its_order_are_marked():
    line = times(stay_file(bed(5), facts={"discharge_ordered_on": "1395-03-07"}))

    assert marks(line.stay) == [
        (Trouble.OUTSIDE_STAY, day(8), day(10), (1,)),
        (Trouble.AFTER_ORDER, day(7), day(8), (1,)),
    ]
    assert line.ordered_on == JalaliDate(1395, 3, 7)


def test_leave_lies_where_no_bed_is_and_is_then_no_gap():
    line = times(stay_file(bed(2), facts={"leave_days": 1}))

    assert spans(line, SpanKind.LEAVE) == [(day(7), day(8), ())]
    assert marks(line.stay) == []


def test_anesthesia_runs_a_quarter_of_an_hour_before_and_after_surgery_and_recovery_follows():
    line = times(stay_file(operation(), anesthesia("09:00", "10:00", modifiers=["39"], recovery_minutes=45)))

    (band,) = line.operations
    found = {span.kind: (span.start, span.end, span.lines, span.exact) for span in band.spans}
    assert found == {
        SpanKind.SURGERY: (at(9, 0), at(10, 0), (1,), True),
        SpanKind.ANESTHESIA: (at(8, 45), at(10, 15), (2,), True),
        SpanKind.RECOVERY: (at(10, 15), at(11, 0), (2,), True),
    }
    assert (band.start, band.end) == (at(8, 45), at(11, 0))


def test_recovery_that_nobody_timed_is_drawn_as_uncertain():
    line = times(stay_file(operation(), anesthesia("09:00", "10:00", modifiers=["39"])))

    (recovery,) = (span for span in line.operations[0].spans if span.kind is SpanKind.RECOVERY)
    assert not recovery.exact


def test_anesthesias_of_two_sessions_overlap_but_two_lines_of_one_do_not():
    two = [operation("a"), anesthesia("09:00", "10:00", "a"), operation("b"), anesthesia("10:20", "11:00", "b")]
    one = [operation(), anesthesia("09:00", "10:00"), anesthesia("09:00", "10:00")]

    assert marks(times(stay_file(*two)).operations[0]) == [
        (Trouble.ANESTHESIAS_OVERLAP, at(10, 5), at(10, 15), (2, 4)),
    ]
    assert marks(times(stay_file(*one)).operations[0]) == []


def test_an_operation_after_discharge_is_outside_the_stay():
    late = {"surgery_start": "1395-03-08T11:00", "surgery_end": "1395-03-08T12:00"}
    line = times(stay_file(operation() | {"date": "1395-03-08"}, anesthesia("09:00", "10:00") | {
        "date": "1395-03-08", "facts": late,
    }))  # fmt: skip

    assert [mark.trouble for mark in line.operations[0].marks] == [Trouble.OUTSIDE_STAY]


def test_another_patient_of_the_anesthetist_is_shown_as_modifier_44_sees_him():
    file = example("modifiers", "MOD-44a-a")

    assert [len(times(file, place).operations[0].marks) for place in range(3)] == [0, 1, 1]
    third = times(file, 2).operations[0]
    others = [span for span in third.spans if span.kind is SpanKind.OTHER_PATIENT]
    assert len(others) == 2
    assert third.marks[0].trouble is Trouble.OTHER_PATIENT
    assert third.marks[0].lines == (2,)


def test_an_operation_without_times_is_named_and_a_claim_without_any_time_has_no_line():
    assert times(stay_file(operation())).untimed == (1,)
    empty = times(stay_file(operation(), admitted_at=None, discharged_at=None))
    assert empty.stay is None


@given(minutes=st.integers(-3_000, 3_000))
def test_minutes_after_a_moment_are_counted_as_the_calendar_counts_them(minutes):
    assert plus_minutes(at(9, 0), minutes).minutes_since(at(9, 0)) == minutes


@given(kinds=st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["normal", "icu"])), max_size=5))
def test_beds_without_dates_lie_one_after_another(kinds):
    line = times(stay_file(*(bed(days, kind) for days, kind in kinds)))

    laid = sorted(spans(line, SpanKind.BED))
    assert all(before[1] == after[0] for before, after in pairwise(laid))
    assert sum(end.day.ordinal - start.day.ordinal for start, end, _ in laid) == sum(days for days, _ in kinds)


def test_an_operation_at_an_all_in_price_has_its_times_on_its_own_line():
    read = {"surgery_start": "1395-03-06T09:00", "surgery_end": "1395-03-06T10:00", "recovery_minutes": 60}
    line = times(
        stay_file({"section": "global", "code": "GL01", "amount": 10_000_000, "date": "1395-03-06", "facts": read})
    )

    (band,) = line.operations
    assert [(span.kind, span.start, span.end) for span in band.spans] == [
        (SpanKind.SURGERY, at(9, 0), at(10, 0)),
        (SpanKind.RECOVERY, at(10, 15), at(11, 15)),
    ]


def test_a_slip_of_the_pen_in_the_days_of_a_bed_is_drawn_as_far_as_it_can_be_seen():
    (span,) = (span for span in times(stay_file(bed(90_000))).stay.spans if span.kind is SpanKind.BED)

    assert span.days == 90_000
    assert span.end.day.ordinal - span.start.day.ordinal == MOST_DAYS


@pytest.mark.parametrize("area", AREAS)
def test_every_stay_of_the_worked_examples_lies_within_its_bands(area):
    stays = 0
    for case in cases(area):
        file = example(area, case["id"])
        for place, claim in enumerate(file.claims):
            if claim.kind in STAY_KINDS:
                line, stays = times(file, place), stays + 1
                for band in filter(None, (line.stay, *line.operations)):
                    assert all(band.start <= span.start <= span.end <= band.end for span in band.spans), case["id"]
    assert stays > 100
