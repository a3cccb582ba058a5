"""JSON in one pass: exact, strict, and every way in which a file is no JSON told apart."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files.json_parts import MAX_DEPTH, JsonError, JsonFault, Part, ValueFault
from app.files.json_stream import CHUNK_BYTES, JsonFile


def parts(folder: Path, content: bytes | str, streamed: str | None = None) -> list[Part]:
    path = folder / "file.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(JsonFile(path).parts(streamed))


def refusal(folder: Path, content: bytes | str) -> tuple[JsonFault, int | None, int | None]:
    with pytest.raises(JsonError) as caught:
        parts(folder, content)
    return caught.value.fault, caught.value.line, caught.value.column


def test_members_come_one_by_one_and_the_items_of_the_streamed_list_with_their_positions(tmp_path: Path) -> None:
    found = parts(tmp_path, '{"a": 1, "rows": [{"x": [1]}, 5, []], "b": {"rows": [1]}}', "rows")

    assert [(part.key, part.position, part.value) for part in found] == [
        ("a", None, 1),
        ("rows", None, []),
        ("rows", 1, {"x": [1]}),
        ("rows", 2, 5),
        ("rows", 3, []),
        ("b", None, {"rows": [1]}),
    ]


def test_numbers_are_exact(tmp_path: Path) -> None:
    (part,) = parts(tmp_path, '{"n": [1, -2, 0.1, 1e3, 123456789012345678]}')

    assert part.value == [1, -2, Decimal("0.1"), Decimal(1000), 123456789012345678]
    assert [type(number) for number in part.value] == [int, int, Decimal, Decimal, int]


@pytest.mark.parametrize(
    "number", ["1" + "0" * 18, "-1" + "0" * 300, "1e400", "1e-400", "1e99999999999999999999", "0." + "1" * 19]
)
def test_a_number_that_no_figure_can_be_is_noted_and_not_worked_with(tmp_path: Path, number: str) -> None:
    (part,) = parts(tmp_path, f'{{"n": {{"x": [0, {number}]}}}}')

    assert part.faults == ((ValueFault.NUMBER_OUT_OF_RANGE, ("x", 1)),)
    assert part.value == {"x": [0, 1]}


def test_digits_without_end_are_refused_before_they_reach_the_parser(tmp_path: Path) -> None:
    assert refusal(tmp_path, '{"a": 1,\n "n": ' + "9" * 5_000 + "}") == (JsonFault.ENDLESS_NUMBER, 2, 7)


def test_double_keys_are_noted_with_their_path_and_the_first_value_stays(tmp_path: Path) -> None:
    found = parts(tmp_path, '{"rows": [{"a": 1, "a": 2, "b": [0, {"c": 1, "c": [2]}]}], "z": 1, "z": 2}', "rows")

    assert found[1].value == {"a": 1, "b": [0, {"c": 1}]}
    assert found[1].faults == ((ValueFault.DUPLICATE_KEY, ("a",)), (ValueFault.DUPLICATE_KEY, ("b", 1, "c")))
    assert found[2].faults == ()
    assert found[3].faults == ((ValueFault.DUPLICATE_KEY, ("z",)),)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", JsonFault.EMPTY),
        (b" \n\t ", JsonFault.EMPTY),
        (b"\xef\xbb\xbf", JsonFault.EMPTY),
        (b"PK\x03\x04rest", JsonFault.BINARY),
        (b"%PDF-1.7", JsonFault.BINARY),
        (b"\x1f\x8b\x08", JsonFault.BINARY),
        (b"\xd0\xcf\x11\xe0", JsonFault.BINARY),
        (b'{"a": "\x00"}', JsonFault.BINARY),
        ('{"a": "سند"}'.encode("utf-16"), JsonFault.UTF16),
        ('{"a": "سند"}'.encode("utf-16-le"), JsonFault.UTF16),
        ('{"a": "سند"}'.encode("utf-16-be"), JsonFault.UTF16),
        ("کد,عنوان\n".encode(), JsonFault.NOT_JSON),
        (b"<html></html>", JsonFault.NOT_JSON),
        (b"[1]", JsonFault.NOT_OBJECT),
        (b"5", JsonFault.NOT_OBJECT),
        (b'"text"', JsonFault.NOT_OBJECT),
        (b"null", JsonFault.NOT_OBJECT),
        (b'{"a": 1', JsonFault.TRUNCATED),
        (b'{"a": "x', JsonFault.TRUNCATED),
        ('{"a": "س'.encode()[:-1], JsonFault.TRUNCATED),
        (b'{"a": ' + b"[" * (MAX_DEPTH + 1), JsonFault.TOO_DEEP),
        (b'{"a": ' + b'{"b": ' * 100_000, JsonFault.TOO_DEEP),
    ],
)
def test_what_is_no_json_document_is_told_apart(tmp_path: Path, content: bytes, fault: JsonFault) -> None:
    assert refusal(tmp_path, content)[0] is fault


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"a":\n 1x}', (JsonFault.BROKEN, 2, 3)),
        (b'{"a": NaN}', (JsonFault.BROKEN, 1, 7)),
        (b'{"a": Infinity}', (JsonFault.BROKEN, 1, 7)),
        (b'{"a": 1,}', (JsonFault.BROKEN, 1, 9)),
        (b"{'a': 1}", (JsonFault.BROKEN, 1, 2)),
        (b'{"a": 1}\n}', (JsonFault.TRAILING, 2, 1)),
        (b'{"a": 1}{"a": 1}', (JsonFault.TRAILING, 1, 9)),
        ('{"\u0633\u0646\u062f": x}'.encode(), (JsonFault.BROKEN, 1, 9)),
        (b'\xef\xbb\xbf{"a": x}', (JsonFault.BROKEN, 1, 7)),
        ('{"a":\n"سند"}'.encode("cp1256", errors="replace"), (JsonFault.NOT_UTF8, 2, 2)),
    ],
)
def test_a_broken_document_is_told_with_line_and_column(
    tmp_path: Path, content: bytes, place: tuple[JsonFault, int, int]
) -> None:
    assert refusal(tmp_path, content) == place


def test_a_fault_far_into_a_large_file_is_found_to_the_letter(tmp_path: Path) -> None:
    rows = ",\n".join('"سند"' for _ in range(CHUNK_BYTES // 3))
    path = tmp_path / "file.json"
    path.write_text('{"rows": [\n' + rows + ",\n  ?]}", encoding="utf-8")
    found: list[Part] = []

    with pytest.raises(JsonError) as caught:
        found.extend(JsonFile(path).parts("rows"))

    assert len(found) == 1 + CHUNK_BYTES // 3
    assert (caught.value.fault, caught.value.line, caught.value.column) == (JsonFault.BROKEN, CHUNK_BYTES // 3 + 2, 3)


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert parts(tmp_path, b'\xef\xbb\xbf{"a": 1}') == [Part("a", 1)]


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text("abcسند"), inner), max_leaves=15)


@settings(max_examples=60)
@given(document=st.dictionaries(st.text("abcسند"), VALUES))
def test_whatever_json_writes_is_read_back(tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]) -> None:
    folder = tmp_path_factory.mktemp("json")

    found = parts(folder, json.dumps(document, ensure_ascii=False))

    assert {part.key: part.value for part in found} == document
