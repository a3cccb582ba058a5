"""Reference packs: read, checked whole, and made into the rows of `app.domain.reference`.

Numbers stay exact; of a relative value "one value alone in the book is the professional part". A pack with any fault is
refused with all its faults; `pack_from_text` makes a pack again of a text that was checked when it was installed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.dates import JalaliDate
from app.domain.persian import clean, latin_digits
from app.domain.reference import Coefficient, Fee, ReferencePack, RelativeValue, Service, Share
from app.errors import DataError
from app.files.json_parts import JsonError
from app.files.json_stream import JsonFile
from app.files.pack_checks import check_pack
from app.files.problem_texts import Code
from app.files.problems import WHOLE_FILE, Problem, Problems, problem_lines

Document = Mapping[str, Any]

WORDING_KEYS = frozenset({"name", "title", "source"})


@dataclass(frozen=True, slots=True)
class PackReport:
    """What reading a pack file found; `pack` is None where a fault refuses it."""

    path: Path
    pack: ReferencePack | None
    problems: tuple[Problem, ...]
    omitted: int = 0


def read_pack(path: Path) -> ReferencePack:
    """Return the pack of a file; raises DataError with every fault."""
    report = inspect_pack(path)
    if report.pack is None:
        raise DataError("\n".join(problem_lines(report.problems, report.omitted)))
    return report.pack


def inspect_pack(path: Path) -> PackReport:
    """Return the pack of a file together with its faults and warnings."""
    problems = Problems(path.name)
    document: dict[str, Any] = {}
    try:
        for part in JsonFile(path).parts():
            document.setdefault(part.key, part.value)
            for fault, steps in part.faults:
                problems.add(Code(fault.value), WHOLE_FILE.along(steps))
    except JsonError as error:
        problems.add_json_error(error)
    except OSError as error:
        problems.add_os_error(error)
    else:
        document = _normalised(document)
        check_pack(document, problems)
    pack = None if problems.errors else pack_from_document(document)
    return PackReport(path, pack, problems.all(), problems.omitted)


def pack_from_text(text: str) -> ReferencePack:
    """Return the pack of a text that has been checked before."""
    return pack_from_document(_normalised(json.loads(text.removeprefix("\ufeff"), parse_float=Decimal)))


def pack_from_document(document: Document) -> ReferencePack:
    """Return the pack that a valid document describes."""
    name = document["name"]
    return ReferencePack(
        name=name,
        issued_on=JalaliDate.parse(document["issued_on"]),
        official=document.get("official", False),
        services=tuple(_service(row, name) for row in document.get("services", ())),
        coefficients=tuple(_coefficient(row, name) for row in document.get("coefficients", ())),
        fees=tuple(_fee(row, name) for row in document.get("fees", ())),
        shares=tuple(_share(row, name) for row in document.get("shares", ())),
    )


def _normalised(document: dict[str, Any]) -> dict[str, Any]:
    """Return a pack with clean Persian in its wording and Latin digits in its codes, keys and dates."""
    return dict(_normalised_members(document))


def _normalised_members(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, str):
            yield key, clean(value) if key in WORDING_KEYS else latin_digits(clean(value))
        elif isinstance(value, list):
            yield key, [_normalised(item) if isinstance(item, dict) else item for item in value]
        else:
            yield key, value


def _day(row: Document, key: str) -> JalaliDate | None:
    return JalaliDate.parse(row[key]) if key in row else None


def _relative_value(row: Document) -> RelativeValue | None:
    if "rvu" not in row:
        return None
    parts = {name: Decimal(value) for name, value in row["rvu"].items()}
    if "total" in parts and not parts.keys() & {"professional", "technical"}:
        parts["professional"] = parts["total"]
    return RelativeValue(**parts)


def _rials(row: Document, key: str) -> int | None:
    return int(row[key]) if key in row else None


def _service(row: Document, pack: str) -> Service:
    return Service(
        code=row["code"],
        title=row["title"],
        section=row["section"],
        start=JalaliDate.parse(row["from"]),
        end=_day(row, "to"),
        group=row.get("group"),
        marks=frozenset(row.get("marks", ())),
        relative_value=_relative_value(row),
        fee=_rials(row, "fee"),
        attributes=row.get("attributes", {}),
        source=row.get("source", ""),
        pack=pack,
    )


def _coefficient(row: Document, pack: str) -> Coefficient:
    return Coefficient(
        component=row["component"],
        sector=row["sector"],
        rial=int(row["rial"]),
        start=JalaliDate.parse(row["from"]),
        care=row.get("care"),
        code_from=row.get("code_from"),
        code_to=row.get("code_to"),
        source=row.get("source", ""),
        pack=pack,
    )


def _fee(row: Document, pack: str) -> Fee:
    return Fee(
        key=row["key"],
        rial=int(row["rial"]),
        start=JalaliDate.parse(row["from"]),
        attributes=row.get("attributes", {}),
        source=row.get("source", ""),
        pack=pack,
    )


def _share(row: Document, pack: str) -> Share:
    return Share(
        care=row["care"],
        percent=Decimal(row["percent"]),
        start=JalaliDate.parse(row["from"]),
        condition=row.get("condition"),
        source=row.get("source", ""),
        pack=pack,
    )
