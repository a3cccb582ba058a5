"""Jalali days of the oracle, as ISO text; all arithmetic is done by jdatetime, none by the program's own dates."""

import jdatetime

Day = str
Month = tuple[int, int]


def date_of(day: Day) -> jdatetime.date:
    return jdatetime.date(*map(int, day.split("-")))


def text_of(date: jdatetime.date) -> Day:
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}"


def later(day: Day, days: int) -> Day:
    return text_of(date_of(day) + jdatetime.timedelta(days=days))


def month_of(day: Day) -> Month:
    return int(day[:4]), int(day[5:7])


def month_after(month: Month, count: int = 1) -> Month:
    year, number = month
    for _ in range(count):
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
    return year, number


def day_in(month: Month, number: int) -> Day:
    return f"{month[0]:04d}-{month[1]:02d}-{number:02d}"


def last_day(month: Month) -> Day:
    return later(day_in(month_after(month), 1), -1)


def one_month_after(day: Day) -> Day:
    """The same day of the next month, or that month's last day."""
    following = month_after(month_of(day))
    return min(day_in(following, int(day[8:])), last_day(following))


def age(birth: Day, day: Day) -> int:
    """Full years; the birthday counts, and one born on 30 Esfand has it on the 29th where there is no 30th."""
    years = int(day[:4]) - int(birth[:4])
    birthday = min(f"{day[:4]}{birth[4:]}", last_day((int(day[:4]), int(birth[5:7]))))
    return years if day >= birthday else years - 1
