"""Reference packs: exact numbers, every fault at once, nothing of a faulty pack."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.dates import JalaliDate
from app.domain.reference import RelativeValue
from app.errors import DataError
from app.files.pack_reader import PackReport, inspect_pack, pack_from_text, read_pack
from app.files.problem_texts import Code, Severity


def pack(**sections: Any) -> dict[str, Any]:
    """A pack of test figures."""
    return {
        "format": "rasidegi/reference",
        "version": 1,
        "name": "ارقام آزمایشی",
        "issued_on": "1395-01-01",
        **sections,
    }


def service(**fields: Any) -> dict[str, Any]:
    return {"code": "700100", "title": "خدمت آزمایشی", "section": "imaging", "from": "1395-01-01", **fields}


def fee(**fields: Any) -> dict[str, Any]:
    return {"key": "visit/outpatient/gp", "rial": 100_000, "from": "1395-01-01", **fields}


def inspect(tmp_path: Path, document: Any) -> PackReport:
    path = tmp_path / "test.pack.json"
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return inspect_pack(path)


def faults(report: PackReport) -> list[tuple[Code, str | None, str | None]]:
    return [(problem.code, problem.place.row, problem.place.field) for problem in report.problems]


def test_every_section_is_read_with_exact_numbers(tmp_path: Path) -> None:
    report = inspect(
        tmp_path,
        pack(
            official=True,
            services=[service(rvu={"professional": 1.1, "technical": 2.2, "total": 3.3}, marks=["#"], to="1396-01-01")],
            coefficients=[
                {
                    "component": "professional",
                    "sector": "public",
                    "care": "inpatient",
                    "from": "1395-01-01",
                    "rial": 500,
                }
            ],
            fees=[fee(attributes={"grade": 1}, source="رقم آزمایشی")],
            shares=[{"care": "outpatient", "from": "1395-01-01", "percent": 30.5}],
        ),
    )

    assert report.problems == ()
    read = report.pack
    assert read is not None
    assert (read.name, read.issued_on, read.official) == ("ارقام آزمایشی", JalaliDate(1395, 1, 1), True)
    assert read.services[0].relative_value == RelativeValue(
        professional=Decimal("1.1"), technical=Decimal("2.2"), total=Decimal("3.3")
    )
    assert (read.services[0].marks, read.services[0].end) == (frozenset({"#"}), JalaliDate(1396, 1, 1))
    assert (read.coefficients[0].rial, read.coefficients[0].care) == (500, "inpatient")
    assert (read.fees[0].attributes, read.fees[0].source, read.fees[0].pack) == ({"grade": 1}, "رقم آزمایشی", read.name)
    assert read.shares[0].percent == Decimal("30.5")


def test_one_value_alone_is_the_professional_part(tmp_path: Path) -> None:
    report = inspect(tmp_path, pack(services=[service(rvu={"total": 12, "anesthesia_base": 4})]))

    assert report.pack is not None
    assert report.pack.services[0].relative_value == RelativeValue(
        professional=Decimal(12), total=Decimal(12), anesthesia_base=Decimal(4)
    )


def test_digits_and_letters_are_normalised(tmp_path: Path) -> None:
    report = inspect(
        tmp_path, pack(services=[service(code="۷۰۱۷۱۵", title="سونوگرافي كامل", **{"from": "۱۳۹۵-۰۲-۰۱"})])
    )

    assert report.pack is not None
    row = report.pack.services[0]
    assert (row.code, row.title, row.start) == ("701715", "سونوگرافی کامل", JalaliDate(1395, 2, 1))


def test_a_gregorian_start_is_the_same_day(tmp_path: Path) -> None:
    report = inspect(tmp_path, pack(fees=[fee(**{"from": "2016-03-20"})]))

    assert report.pack is not None
    assert report.pack.fees[0].start == JalaliDate(1395, 1, 1)


def test_the_same_code_from_a_later_day_is_no_double(tmp_path: Path) -> None:
    report = inspect(tmp_path, pack(services=[service(), service(**{"from": "1396-01-01"})]))

    assert report.pack is not None
    assert report.problems == ()


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({"extra": []}, (Code.UNKNOWN_FIELD, None, "extra")),
        ({"fees": [fee(rial="100")]}, (Code.WRONG_TYPE, "تعرفه شماره ۱ از fees", "rial")),
        ({"fees": [fee(rial=1.5)]}, (Code.WRONG_TYPE, "تعرفه شماره ۱ از fees", "rial")),
        ({"fees": [fee(rial=-1)]}, (Code.TOO_SMALL, "تعرفه شماره ۱ از fees", "rial")),
        ({"fees": [{"key": "x", "rial": 1}]}, (Code.MISSING_FIELD, "تعرفه شماره ۱ از fees", "from")),
        ({"fees": [fee(), fee()]}, (Code.REPEATED_ROW, "تعرفه شماره ۲ از fees", "key")),
        ({"fees": [fee(**{"from": "1395-12-31"})]}, (Code.NO_SUCH_DAY, "تعرفه شماره ۱ از fees", "from")),
        ({"fees": [fee(**{"from": "1395/01/01"})]}, (Code.BAD_FORM, "تعرفه شماره ۱ از fees", "from")),
        ({"issued_on": "1395-07-31"}, (Code.NO_SUCH_DAY, None, "issued_on")),
        ({"services": [service(to="1394-01-01")]}, (Code.ENDS_BEFORE_BEGINNING, "خدمت شماره ۱ از services", "to")),
        ({"services": [service(rvu={"total": -1})]}, (Code.TOO_SMALL, "خدمت شماره ۱ از services", "rvu.total")),
        (
            {"shares": [{"care": "outpatient", "from": "1395-01-01", "percent": 101}]},
            (Code.TOO_LARGE, "سهم شماره ۱ از shares", "percent"),
        ),
        (
            {"shares": [{"care": "walking", "from": "1395-01-01", "percent": 10}]},
            (Code.NOT_IN_LIST, "سهم شماره ۱ از shares", "care"),
        ),
        ({"format": "rasidegi/claims"}, (Code.WRONG_FORMAT, None, "format")),
        ({"version": 2}, (Code.NEWER_VERSION, None, "version")),
        ({"version": "1"}, (Code.WRONG_VERSION, None, "version")),
    ],
)
def test_each_fault_is_found_and_refuses_the_pack(
    tmp_path: Path, sections: dict[str, Any], expected: tuple[Code, str | None, str | None]
) -> None:
    report = inspect(tmp_path, pack(**sections))

    assert faults(report) == [expected]
    assert report.pack is None


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "faulty.pack.json"
    path.write_text(json.dumps(pack(fees=[fee(rial="x"), fee(key=5)], shares=[{}])), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read_pack(path)

    lines = str(caught.value).splitlines()
    assert len(lines) == 5
    assert all("faulty.pack.json" in line for line in lines)


def test_parts_that_miss_their_total_are_only_a_warning(tmp_path: Path) -> None:
    report = inspect(tmp_path, pack(services=[service(rvu={"professional": 1, "technical": 2, "total": 4})]))

    assert [(problem.code, problem.severity) for problem in report.problems] == [
        (Code.PARTS_NOT_TOTAL, Severity.WARNING)
    ]
    assert report.pack is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", Code.EMPTY_FILE),
        ("کد,عنوان", Code.NOT_JSON),
        ("[1, 2]", Code.NOT_OBJECT),
        ('{"format": "rasidegi/reference", ', Code.TRUNCATED_JSON),
        ('{"format": rasidegi}', Code.BROKEN_JSON),
    ],
)
def test_what_is_no_pack_is_told_apart(tmp_path: Path, text: str, code: Code) -> None:
    assert [problem.code for problem in inspect(tmp_path, text).problems] == [code]


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    text = json.dumps(pack(fees=[fee()])).replace('"rial": 100000', '"rial": 100000, "rial": 900000')

    assert [problem.code for problem in inspect(tmp_path, text).problems] == [Code.DUPLICATE_KEY]


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="چنین پرونده‌ای نیست"):
        read_pack(tmp_path / "none.pack.json")


def test_the_text_that_the_store_keeps_gives_the_same_pack(tmp_path: Path) -> None:
    document = pack(services=[service(code="۷۰۱۷۱۵", rvu={"total": 1.25})], fees=[fee()])
    text = "\ufeff" + json.dumps(document, ensure_ascii=False)

    assert pack_from_text(text) == inspect(tmp_path, text).pack
