"""No file makes the reader fall: spoiled at random it still ends in a report, never in an exception."""

import json
import random
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from claim_files import DICTIONARY, a_file, faults, read_document, write_claims
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files.claim_reader import read_claim_file
from app.files.problem_texts import Code
from app.files.read_report import ReadReport, format_problems

GOOD = json.dumps(a_file(), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.EMPTY_FILE),
        (b"PK\x03\x04", Code.BINARY_FILE),
        (GOOD.decode().encode("utf-16"), Code.UTF16_FILE),
        (GOOD.decode().encode("cp1256", errors="replace"), Code.NOT_UTF8),
        (b"id;kind\n1;visit\n", Code.NOT_JSON),
        (GOOD[:-2] + b"}}", Code.BROKEN_JSON),
        (GOOD + b"{}", Code.TRAILING_TEXT),
        (b"[" + GOOD + b"]", Code.NOT_OBJECT),
        (GOOD.replace(b'"amount": 150000', b'"amount": ' + b"9" * 5_000), Code.ENDLESS_NUMBER),
        (GOOD.replace(b'"amount": 150000', b'"amount": NaN'), Code.BROKEN_JSON),
        (GOOD.replace(b'"facts": {}', b'"facts": 0').replace(b'"C-1"', b"[" * 50), Code.TOO_DEEP),
    ],
)
def test_a_file_that_is_no_claim_file_ends_in_one_sentence(tmp_path: Path, content: bytes, code: Code) -> None:
    report = read_document(tmp_path, content)

    assert [problem.code for problem in report.problems] == [code]
    assert (report.ok, report.claims) == (False, ())


def test_a_file_cut_off_names_the_last_whole_claim_and_the_good_ones(tmp_path: Path) -> None:
    report = read_document(tmp_path, GOOD[: GOOD.index(b'"C-2"') + 20])

    assert [problem.code for problem in report.problems] == [Code.TRUNCATED_JSON]
    assert report.problems[0].place.row is not None
    assert "C-1" in report.problems[0].place.row
    assert report.good_claims == ("C-1",)
    assert not report.ok


def test_keys_that_stand_twice_are_told_with_their_line(tmp_path: Path) -> None:
    text = json.dumps(a_file(claims=1)).replace('"amount": 150000', '"amount": 150000, "amount": 1', 1)

    assert faults(read_document(tmp_path, text)) == [(Code.DUPLICATE_KEY, "C-1", 1, "amount")]


def test_a_second_list_of_claims_is_refused(tmp_path: Path) -> None:
    text = json.dumps(a_file(claims=1))[:-1] + ', "claims": []}'

    assert faults(read_document(tmp_path, text)) == [(Code.DUPLICATE_KEY, None, None, "claims")]


@pytest.mark.parametrize("name", ["none.json", "."])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    report = read_claim_file(tmp_path / name, DICTIONARY)

    assert [problem.code for problem in report.problems] == [Code.UNREADABLE]


def sound(report: ReadReport) -> bool:
    """Whether a report keeps its promises: all or nothing, and errors that can be read."""
    whole = report.submission is not None and len(report.claims) == len(report.good_claims)
    nothing = report.submission is None and report.claims == () and len(report.errors) > 0
    return (whole if report.ok else nothing) and (not report.problems or bool(format_problems(report)))


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["1395-12-30", "1396-12-30", "2017-02-29", "۱۲", "", "first", "IR", "1395-13", "9999-12-31"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "no", "lines", "facts", "x"]), inner)
    ),
    max_leaves=4,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place inside a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in items for place in places(item, (*path, key)))]


def put(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The document with another value at a place."""
    if not path:
        return value
    target = document
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return document


PLACES = places(a_file(claims=2))


@settings(max_examples=300)
@given(changes=st.lists(st.tuples(st.sampled_from(PLACES), JSON_VALUES), min_size=1, max_size=3))
def test_any_value_at_any_place_ends_in_a_report(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    document: Any = a_file(claims=2)
    for path, value in changes:
        try:
            document = put(document, path, value)
        except (TypeError, KeyError, IndexError):
            continue  # an earlier change took the place away

    report = read_document(tmp_path_factory.mktemp("fuzz"), json.dumps(document))

    assert sound(report)


@settings(max_examples=300)
@given(seed=st.integers(0, 2**32), strikes=st.integers(1, 6))
def test_bytes_changed_at_random_end_in_a_report(
    tmp_path_factory: pytest.TempPathFactory, seed: int, strikes: int
) -> None:
    chance = random.Random(seed)
    content = bytearray(GOOD)
    for _ in range(strikes):
        place = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[place] = chance.randrange(256)
            case 1:
                del content[place : place + chance.randrange(1, 40)]
            case 2:
                content[place:place] = bytes(chance.choice(b'{}[]",:0e-\\u') for _ in range(chance.randrange(1, 4)))
            case 3:
                content[place:place] = content[place : place + 200]

    assert sound(read_document(tmp_path_factory.mktemp("fuzz"), bytes(content)))


@settings(max_examples=60)
@given(content=st.binary(max_size=200))
def test_bytes_of_no_sense_end_in_a_report(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    assert sound(read_document(tmp_path_factory.mktemp("fuzz"), content))


def test_a_large_file_takes_memory_for_its_values_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    claims = 2_000
    write_claims(path, 100)
    read_claim_file(path, DICTIONARY)
    write_claims(path, claims)

    tracemalloc.start()
    try:
        report = read_claim_file(path, DICTIONARY)
        kept, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(report.claims) == claims
    assert kept / claims < 8_000, "bytes a claim, of about 1,500 in the file"
    assert peak - kept < 12_000_000, "bytes beside the values: one chunk, its events, the texts remembered"
