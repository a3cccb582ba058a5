"""The days in which a centre may object, on the Jalali calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import JalaliDate, days_in_month
from app.domain.objection_days import DAYS_FIGURE, OBJECTION_RULE, objection_period, why_not_accepted
from app.files.rulebook_reader import read_rulebook

FIRST, LAST = JalaliDate(1395, 2, 1).ordinal, JalaliDate(1460, 12, 29).ordinal
DAYS = st.integers(FIRST, LAST).map(JalaliDate.from_ordinal)
LATE = JalaliDate(1490, 1, 1)


def fifteen(_day: JalaliDate) -> int:
    return 15


def day(text: str) -> JalaliDate:
    return JalaliDate.parse(text)


@pytest.mark.parametrize(
    ("handed_on", "last_day"),
    [
        ("1395-06-01", "1395-06-16"),
        ("1395-06-20", "1395-07-04"),  # Shahrivar has 31 days
        ("1395-07-20", "1395-08-05"),  # Mehr has 30
        ("1395-12-20", "1396-01-05"),  # 1395 is a leap year: Esfand has 30 days
        ("1396-12-20", "1397-01-06"),  # and 29 in a common one
        ("1399-12-30", "1400-01-15"),
    ],
)
def test_the_fifteenth_day_after_the_handover_is_the_last(handed_on: str, last_day: str) -> None:
    period = objection_period([day(handed_on)], fifteen)

    assert period is not None
    assert period.last_day == day(last_day)
    assert why_not_accepted(period, day(last_day), LATE) is None
    assert why_not_accepted(period, day(last_day).plus_days(1), LATE) is not None


@given(handed_on=DAYS)
def test_exactly_fifteen_days_follow_the_handover_whatever_the_month(handed_on: JalaliDate) -> None:
    period = objection_period([handed_on], fifteen)
    assert period is not None

    accepted = [d for n in range(40) if why_not_accepted(period, d := handed_on.plus_days(n), LATE) is None]

    assert len(accepted) == 1 + 15
    month_end = days_in_month(handed_on.year, handed_on.month)
    expected = handed_on.day + 15
    assert accepted[-1].day == (expected if expected <= month_end else expected - month_end)
    assert period.days_left(accepted[-1]) == 0


@given(handed_on=st.lists(DAYS, min_size=1, max_size=4), received=DAYS)
def test_the_latest_handover_counts_and_none_is_answered_before_the_first(
    handed_on: list[JalaliDate], received: JalaliDate
) -> None:
    period = objection_period(handed_on, fifteen)
    assert period is not None

    assert period.last_day == max(handed_on).plus_days(15)
    in_time = min(handed_on) <= received <= max(handed_on).plus_days(15)
    assert (why_not_accepted(period, received, LATE) is None) == in_time


def test_a_late_objection_is_refused_with_its_three_dates() -> None:
    refused = why_not_accepted(objection_period([day("1395-06-01")], fifteen), day("1395-06-17"), LATE)

    assert refused == (
        "مهلت اعتراض گذشته است: گزارش عملکرد در ۱۳۹۵/۰۶/۰۱ تحویل شده، آخرین روز اعتراض ۱۳۹۵/۰۶/۱۶ بوده و اعتراض در"
        " ۱۳۹۵/۰۶/۱۷ دریافت شده است (بخش اول، بند ۲۴-۱-۶)."
    )


def test_before_any_handover_the_remedy_is_named() -> None:
    assert "نخست گزارش را تحویل دهید" in (why_not_accepted(None, day("1395-06-17"), LATE) or "")
    early = why_not_accepted(objection_period([day("1395-06-01")], fifteen), day("1395-05-31"), LATE)
    assert early is not None
    assert "۱۳۹۵/۰۶/۰۱" in early


def test_a_letter_cannot_come_tomorrow() -> None:
    period = objection_period([day("1395-06-01")], fifteen)

    assert why_not_accepted(period, day("1395-06-03"), today=day("1395-06-03")) is None
    assert "هنوز نرسیده" in (why_not_accepted(period, day("1395-06-04"), today=day("1395-06-03")) or "")


def test_the_days_are_a_dated_figure_with_its_clause() -> None:
    book = read_rulebook()

    assert book.figure(DAYS_FIGURE, day("1395-06-01")) == 15
    assert book.figures[DAYS_FIGURE].source == book[OBJECTION_RULE].clause
