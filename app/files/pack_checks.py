"""What a reference pack must satisfy: its schema, real days, one row a key and date, parts that make up their total."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from app.domain.dates import JalaliDate
from app.domain.persian import persian_digits
from app.files.json_parts import FieldPath
from app.files.problem_texts import Code
from app.files.problems import WHOLE_FILE, Place, Problems, shown
from app.files.schema_checks import REFERENCE_PACK, check_schema, schema_validator
from app.files.versions import check_version

FORMAT = "rasidegi/reference"
MAX_PERCENT = 100
RIAL_FIELDS = ("fee", "rial")
LIST_NAMES = {"services": "خدمت", "coefficients": "ضریب", "fees": "تعرفه", "shares": "سهم"}
KEYS: Mapping[str, tuple[str, ...]] = {
    "services": ("code",),
    "coefficients": ("component", "sector", "care", "code_from", "code_to"),
    "fees": ("key",),
    "shares": ("care", "condition"),
}


def check_pack(document: dict[str, Any], problems: Problems) -> None:
    """Note every fault of a pack's document, whose texts are normalised."""
    if not check_version(document, FORMAT, problems):
        return
    check_schema(schema_validator(REFERENCE_PACK), document, _place, problems)
    if problems.errors:
        return
    _day(document, "issued_on", WHOLE_FILE, problems)
    for name in KEYS:
        rows = document.get(name, [])
        for place, row in _rows(name, rows):
            _check_row(row, place, problems)
        _check_doubles(name, rows, problems)


def _row_place(name: str, index: int) -> Place:
    return Place(row=f"{LIST_NAMES[name]} شماره {persian_digits(index + 1)} از {name}")


def _place(path: FieldPath) -> Place:
    """Return where a step of a schema's refusal stands."""
    match path:
        case (str(name), int(index), *steps) if name in LIST_NAMES:
            return _row_place(name, index).along(steps)
    return WHOLE_FILE.along(path)


def _rows(name: str, rows: list[dict[str, Any]]) -> Iterator[tuple[Place, dict[str, Any]]]:
    return ((_row_place(name, index), row) for index, row in enumerate(rows))


def _check_row(row: dict[str, Any], place: Place, problems: Problems) -> None:
    start, end = _day(row, "from", place, problems), _day(row, "to", place, problems)
    if start and end and end < start:
        problems.add(Code.ENDS_BEFORE_BEGINNING, place.at("to"))
    for name in (*RIAL_FIELDS, "percent"):
        if row.get(name, 0) < 0:
            problems.add(Code.TOO_SMALL, place.at(name), value=shown(row[name]), expected="صفر یا بیشتر")
    if row.get("percent", 0) > MAX_PERCENT:
        problems.add(Code.TOO_LARGE, place.at("percent"), value=shown(row["percent"]), expected="تا ۱۰۰")
    _check_relative_value(row.get("rvu", {}), place.at("rvu"), problems)


def _check_relative_value(parts: dict[str, Any], place: Place, problems: Problems) -> None:
    for name, value in parts.items():
        if value < 0:
            problems.add(Code.TOO_SMALL, place.at(name), value=shown(value), expected="صفر یا بیشتر")
    if "total" in parts and parts.keys() & {"professional", "technical"}:
        total, summed = Decimal(parts["total"]), Decimal(parts.get("professional", 0)) + parts.get("technical", 0)
        if total != summed:
            problems.add(Code.PARTS_NOT_TOTAL, place.at("total"), value=shown(total), expected=shown(summed))


def _day(row: dict[str, Any], field: str, place: Place, problems: Problems) -> JalaliDate | None:
    if field not in row:
        return None
    try:
        return JalaliDate.parse(row[field])
    except ValueError:
        problems.add(Code.NO_SUCH_DAY, place.at(field), value=shown(row[field]))
        return None


def _check_doubles(name: str, rows: list[dict[str, Any]], problems: Problems) -> None:
    seen: set[tuple[Any, ...]] = set()
    for place, row in _rows(name, rows):
        key = (*(row.get(field) for field in KEYS[name]), row["from"])
        if key in seen:
            problems.add(Code.REPEATED_ROW, place.at(KEYS[name][0]))
        seen.add(key)
