"""Jalali days, months and moments: the only dates that the rest of the program handles.

A value is always a real day of the Jalali calendar. Text comes in as YYYY-MM-DD (a year below 1700 is Jalali, any other
Gregorian) and goes out as a Jalali ISO string; how a date looks to a person is the business of `app.domain.persian`.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import jdatetime

FIRST_GREGORIAN_YEAR = 1700
DAY_PATTERN = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
MONTH_PATTERN = re.compile(r"(\d{4})-(\d{2})")
MOMENT_PATTERN = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})")
MONTHS_OF_A_YEAR = 12
ESFAND = 12


@lru_cache(maxsize=4096)
def _ordinal(year: int, month: int, day: int) -> int:
    return int(jdatetime.date(year, month, day).togregorian().toordinal())


@lru_cache(maxsize=4096)
def _parts(ordinal: int) -> tuple[int, int, int]:
    found = jdatetime.date.fromgregorian(date=dt.date.fromordinal(ordinal))
    return found.year, found.month, found.day


@lru_cache(maxsize=512)
def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a Jalali month (29 to 31)."""
    following = (year, month + 1) if month < MONTHS_OF_A_YEAR else (year + 1, 1)
    return _ordinal(*following, 1) - _ordinal(year, month, 1)


@dataclass(frozen=True, order=True, slots=True)
class JalaliMonth:
    """A Jalali month, such as the month of a submission."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= MONTHS_OF_A_YEAR:
            raise ValueError(f"no such month: {self.year}-{self.month}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read YYYY-MM of the Jalali calendar; raises ValueError."""
        match = MONTH_PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"not a month: {text!r}")
        return cls(int(match[1]), int(match[2]))

    def plus(self, months: int) -> "JalaliMonth":
        """Return the month so many months later (earlier when negative)."""
        count = self.year * MONTHS_OF_A_YEAR + self.month - 1 + months
        return JalaliMonth(count // MONTHS_OF_A_YEAR, count % MONTHS_OF_A_YEAR + 1)

    @property
    def first_day(self) -> "JalaliDate":
        """The first day of the month."""
        return JalaliDate(self.year, self.month, 1)

    @property
    def last_day(self) -> "JalaliDate":
        """The last day of the month."""
        return JalaliDate(self.year, self.month, days_in_month(self.year, self.month))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, order=True, slots=True)
class JalaliDate:
    """A day of the Jalali calendar; raises ValueError for a day that does not exist."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        _ordinal(self.year, self.month, self.day)

    @classmethod
    def parse(cls, text: str) -> "JalaliDate":
        """Read YYYY-MM-DD, Jalali when the year is below 1700, otherwise Gregorian; raises ValueError."""
        match = DAY_PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        if year < FIRST_GREGORIAN_YEAR:
            return cls(year, month, day)
        return cls.from_gregorian(dt.date(year, month, day))

    @classmethod
    def from_gregorian(cls, day: dt.date) -> "JalaliDate":
        """Return the Jalali name of a Gregorian day."""
        return cls.from_ordinal(day.toordinal())

    @classmethod
    def from_ordinal(cls, ordinal: int) -> "JalaliDate":
        """Return the day with this proleptic Gregorian ordinal."""
        return cls(*_parts(ordinal))

    @property
    def ordinal(self) -> int:
        """Days since 1 January of year 1 (Gregorian), for differences of days."""
        return _ordinal(self.year, self.month, self.day)

    @property
    def jalali_month(self) -> JalaliMonth:
        """The month that the day lies in."""
        return JalaliMonth(self.year, self.month)

    def to_gregorian(self) -> dt.date:
        """Return the same day as a Gregorian date."""
        return dt.date.fromordinal(self.ordinal)

    def plus_days(self, days: int) -> "JalaliDate":
        """Return the day so many days later (earlier when negative)."""
        return JalaliDate.from_ordinal(self.ordinal + days)

    def plus_months(self, months: int) -> "JalaliDate":
        """Return the same day so many months later, or that month's last day where it has no such day."""
        month = self.jalali_month.plus(months)
        return JalaliDate(month.year, month.month, min(self.day, days_in_month(month.year, month.month)))

    def plus_years(self, years: int) -> "JalaliDate":
        """Return the same day so many Jalali years later; 30 Esfand falls back to 29 Esfand."""
        return self.plus_months(years * MONTHS_OF_A_YEAR)

    def months_since(self, earlier: "JalaliDate") -> int:
        """Return completed Jalali months from `earlier` to this day; the day of the month itself completes it."""
        months = (self.year - earlier.year) * MONTHS_OF_A_YEAR + self.month - earlier.month
        return months if self >= earlier.plus_months(months) else months - 1

    def years_since(self, earlier: "JalaliDate") -> int:
        """Return completed Jalali years from `earlier` to this day; the birthday itself already counts."""
        years = self.year - earlier.year
        return years if self >= earlier.plus_years(years) else years - 1

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    """A minute of a Jalali day, such as an admission; differences are whole minutes."""

    day: JalaliDate
    hour: int
    minute: int

    def __post_init__(self) -> None:
        dt.time(self.hour, self.minute)

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read YYYY-MM-DDTHH:MM; raises ValueError."""
        match = MOMENT_PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date and time: {text!r}")
        return cls(JalaliDate.parse(match[1]), int(match[2]), int(match[3]))

    def minutes_since(self, earlier: "Moment") -> int:
        """Return the minutes from `earlier` to this moment."""
        days = self.day.ordinal - earlier.day.ordinal
        return days * 24 * 60 + (self.hour - earlier.hour) * 60 + self.minute - earlier.minute

    def __str__(self) -> str:
        return f"{self.day}T{self.hour:02d}:{self.minute:02d}"
