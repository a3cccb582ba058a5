"""Jalali dates agree with jdatetime and with the calendar that a contract means."""

import datetime as dt

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import JalaliDate, JalaliMonth, Moment, days_in_month

FIRST, LAST = JalaliDate(1250, 1, 1).ordinal, JalaliDate(1500, 12, 29).ordinal
DAYS = st.integers(FIRST, LAST).map(JalaliDate.from_ordinal)
MONTHS = st.builds(JalaliMonth, st.integers(1250, 1500), st.integers(1, 12))
MOMENTS = st.builds(Moment, DAYS, st.integers(0, 23), st.integers(0, 59))


@given(day=DAYS)
def test_a_day_is_the_one_that_jdatetime_names(day: JalaliDate) -> None:
    known = jdatetime.date.fromgregorian(date=day.to_gregorian())

    assert (day.year, day.month, day.day) == (known.year, known.month, known.day)


@given(day=DAYS)
def test_a_day_comes_back_from_each_of_its_writings(day: JalaliDate) -> None:
    assert JalaliDate.parse(str(day)) == day
    assert JalaliDate.parse(day.to_gregorian().isoformat()) == day
    assert JalaliDate.from_ordinal(day.ordinal) == day
    assert JalaliDate.from_gregorian(day.to_gregorian()) == day


@given(first=DAYS, second=DAYS)
def test_days_stand_in_the_order_of_time(first: JalaliDate, second: JalaliDate) -> None:
    assert (first < second) == (first.ordinal < second.ordinal)


@given(day=DAYS, days=st.integers(-1_000, 1_000))
def test_days_added_are_days_between(day: JalaliDate, days: int) -> None:
    assert day.plus_days(days).ordinal - day.ordinal == days


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ("1395-01-01", dt.date(2016, 3, 20)),
        ("1395-12-30", dt.date(2017, 3, 20)),
        ("1396-01-01", dt.date(2017, 3, 21)),
        ("1357-11-22", dt.date(1979, 2, 11)),
        ("1403-12-30", dt.date(2025, 3, 20)),
    ],
)
def test_known_days(jalali: str, gregorian: dt.date) -> None:
    assert JalaliDate.parse(jalali).to_gregorian() == gregorian


@pytest.mark.parametrize(
    "text",
    ["1396-12-30", "1395-07-31", "1395-13-01", "1395-00-10", "1395-01-00", "2017-02-29", "0000-01-01"],
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        JalaliDate.parse(text)


@pytest.mark.parametrize("text", ["", "1395/01/01", "95-01-01", "1395-1-1", "1395-01-01 ", "1395-01", "x1395-01-01"])
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        JalaliDate.parse(text)


@pytest.mark.parametrize(("year", "days"), [(1395, 30), (1396, 29), (1399, 30), (1403, 30), (1404, 29)])
def test_esfand_has_thirty_days_in_a_leap_year(year: int, days: int) -> None:
    assert days_in_month(year, 12) == days
    assert jdatetime.date(year, 1, 1).isleap() is (days == 30)


@given(month=MONTHS)
def test_a_month_spans_its_first_to_its_last_day(month: JalaliMonth) -> None:
    assert month.first_day.day == 1
    assert month.last_day.plus_days(1) == month.plus(1).first_day
    assert month.last_day.jalali_month == month


@given(month=MONTHS, first=st.integers(-60, 60), second=st.integers(-60, 60))
def test_months_add_up(month: JalaliMonth, first: int, second: int) -> None:
    assert month.plus(first).plus(second) == month.plus(first + second)
    assert JalaliMonth.parse(str(month)) == month


@pytest.mark.parametrize("text", ["1395-13", "1395-00", "1395", "1395-3", "1395-03-01"])
def test_a_month_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        JalaliMonth.parse(text)


@given(day=DAYS, months=st.integers(-36, 36))
def test_a_month_later_is_the_same_day_or_the_last_of_its_month(day: JalaliDate, months: int) -> None:
    later = day.plus_months(months)

    assert later.jalali_month == day.jalali_month.plus(months)
    assert later.day == min(day.day, later.jalali_month.last_day.day)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("1395-06-31", 1, "1395-07-30"), ("1395-11-30", 1, "1395-12-30"), ("1396-11-30", 1, "1396-12-29")],
)
def test_a_day_that_the_next_month_lacks_becomes_its_last(day: str, months: int, later: str) -> None:
    assert str(JalaliDate.parse(day).plus_months(months)) == later


@given(earlier=DAYS, later=DAYS)
def test_completed_months_are_those_that_have_passed(earlier: JalaliDate, later: JalaliDate) -> None:
    months = later.months_since(earlier)

    assert earlier.plus_months(months) <= later < earlier.plus_months(months + 1)


@given(birth=DAYS, day=DAYS)
def test_completed_years_are_those_that_have_passed(birth: JalaliDate, day: JalaliDate) -> None:
    years = day.years_since(birth)

    assert birth.plus_years(years) <= day < birth.plus_years(years + 1)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("1390-03-07", "1395-03-06", 4),
        ("1390-03-07", "1395-03-07", 5),
        ("1395-12-30", "1396-12-28", 0),
        ("1395-12-30", "1396-12-29", 1),
    ],
)
def test_the_birthday_completes_the_year(birth: str, day: str, age: int) -> None:
    assert JalaliDate.parse(day).years_since(JalaliDate.parse(birth)) == age


@given(moment=MOMENTS)
def test_a_moment_comes_back_from_its_writing(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@given(first=MOMENTS, second=MOMENTS)
def test_minutes_between_moments_follow_the_clock(first: Moment, second: Moment) -> None:
    def clock(moment: Moment) -> dt.datetime:
        return dt.datetime.combine(moment.day.to_gregorian(), dt.time(moment.hour, moment.minute))

    assert second.minutes_since(first) == (clock(second) - clock(first)) // dt.timedelta(minutes=1)
    assert (first < second) == (second.minutes_since(first) > 0)


@pytest.mark.parametrize(
    "text", ["1395-03-07T24:00", "1395-03-07T10:60", "1395-03-07", "1395-03-07 10:00", "1395-07-31T10:00"]
)
def test_a_moment_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Moment.parse(text)
