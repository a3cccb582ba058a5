"""Days, moments and months of a claim file: real ones, in a year that can be meant, in their order."""

from typing import Any, TypeVar

from app.domain.dates import DAY_PATTERN, MOMENT_PATTERN, MONTH_PATTERN, JalaliDate, JalaliMonth, Moment
from app.files.problem_texts import Code
from app.files.problems import Place, Problems, field_text, shown

FIRST_YEAR, LAST_YEAR = 1200, 1699

Time = TypeVar("Time", JalaliDate, Moment)


def check_day(document: dict[str, Any], field: str, place: Place, problems: Problems) -> JalaliDate | None:
    """Return the day of a field where it is good; what has not the form of a day is the schema's to refuse."""
    text = document.get(field)
    if not isinstance(text, str) or DAY_PATTERN.fullmatch(text) is None:
        return None
    try:
        day = JalaliDate.parse(text)
    except ValueError:
        problems.add(Code.NO_SUCH_DAY, place.at(field), value=shown(text))
        return None
    if day.year < FIRST_YEAR:
        problems.add(Code.IMPROBABLE_YEAR, place.at(field), value=shown(text))
    return day


def check_moment(document: dict[str, Any], field: str, place: Place, problems: Problems) -> Moment | None:
    """Return the moment of a field where it is good."""
    text = document.get(field)
    if not isinstance(text, str) or MOMENT_PATTERN.fullmatch(text) is None:
        return None
    try:
        moment = Moment.parse(text)
    except ValueError:
        problems.add(Code.NO_SUCH_MOMENT, place.at(field), value=shown(text))
        return None
    if moment.day.year < FIRST_YEAR:
        problems.add(Code.IMPROBABLE_YEAR, place.at(field), value=shown(text))
    return moment


def check_month(document: dict[str, Any], field: str, place: Place, problems: Problems) -> None:
    """Note a month that is none of the Jalali calendar."""
    text = document.get(field)
    if not isinstance(text, str) or MONTH_PATTERN.fullmatch(text) is None:
        return
    try:
        good = FIRST_YEAR <= JalaliMonth.parse(text).year <= LAST_YEAR
    except ValueError:
        good = False
    if not good:
        problems.add(Code.NO_SUCH_MONTH, place.at(field), value=shown(text))


def check_order(
    first: Time | None, last: Time | None, fields: tuple[str, str], place: Place, problems: Problems
) -> None:
    """Note an end that lies before its beginning."""
    if first is not None and last is not None and last < first:
        problems.add(Code.ENDS_BEFORE_START, place.at(fields[1]), expected=field_text(fields[0]))
