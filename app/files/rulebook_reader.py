"""Reading the rule book and the fact dictionary, which lie in resources/ as YAML.

`<area>.rules.yaml` holds the rules of an area in the order in which they act inside a phase, `<area>.figures.yaml` the
dated figures that they use. The files are checked strictly: an unknown key, a double id or a bad date is a DataError
that names file and entry, for a rule book that is half understood would judge wrongly.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app import __version__
from app.domain.claim import ClaimKind
from app.domain.claim_document import fact_value
from app.domain.dates import JalaliDate
from app.domain.facts import FactDefinition, FactDictionary, FactKind, FactScope
from app.domain.findings import Effect
from app.domain.persian import persian_digits
from app.domain.rulebook import DatedFigure, Decides, Rulebook, RuleEntry
from app.errors import DataError
from app.files.yaml12 import read_yaml
from app.resources import resource

AREAS = (
    "general",
    "physicians",
    "dental",
    "physiotherapy",
    "laboratory",
    "imaging",
    "radiotherapy",
    "modifiers",
    "inpatient_stay",
    "inpatient_services",
    "circulars",
)
DIGEST_LENGTH = 12
RULE_KEYS = frozenset({"id", "clause", "source", "title", "fa", "applies", "decides", "effect", "facts", "unclear"})
RULE_REQUIRED = RULE_KEYS - {"facts", "unclear"}
FIGURE_KEYS = frozenset({"name", "unit", "source", "values"})
FIGURE_REQUIRED = FIGURE_KEYS - {"unit"}
FACT_KEYS = frozenset({"name", "on", "type", "values", "good", "fa"})
FACT_REQUIRED = FACT_KEYS - {"values", "good"}


def read_rulebook(folder: Path | None = None) -> Rulebook:
    """Return the whole rule book of a folder (the shipped one by default); raises DataError."""
    folder = folder or resource("rulebook")
    files = [path for area in AREAS for path in (_rules_file(folder, area), _figures_file(folder, area))]
    present = [path for path in files if path.is_file()]
    if not present:
        raise DataError(f"در پوشه {folder} هیچ پرونده ضابطه‌ای نیست؛ برنامه را دوباره نصب کنید.")
    entries: list[RuleEntry] = []
    figures: list[DatedFigure] = []
    for area in AREAS:
        if _rules_file(folder, area) in present:
            entries += _read_rules(_rules_file(folder, area), area, position=len(entries))
        if _figures_file(folder, area) in present:
            figures += _read_figures(_figures_file(folder, area))
    _refuse_doubles("ضابطه", [entry.id for entry in entries])
    _refuse_doubles("رقم", [figure.name for figure in figures])
    return Rulebook(entries, figures, f"{__version__}+{_digest(present)}")


def read_fact_dictionary(path: Path | None = None) -> FactDictionary:
    """Return the fact dictionary of a file (the shipped one by default) with its vocabularies; raises DataError."""
    path = path or resource("facts.yaml")
    document = _document(path, frozenset({"vocabularies", "facts"}), "facts")
    definitions = [_fact(row, place) for row, place in _rows(path, document["facts"], "name")]
    _refuse_doubles("مورد کنترل", [definition.name for definition in definitions])
    vocabularies = {name: tuple(words) for name, words in document.get("vocabularies", {}).items()}
    return FactDictionary(definitions, vocabularies)


def _rules_file(folder: Path, area: str) -> Path:
    return folder / f"{area}.rules.yaml"


def _figures_file(folder: Path, area: str) -> Path:
    return folder / f"{area}.figures.yaml"


def _digest(paths: list[Path]) -> str:
    """Return a short hash over the names and texts of files, the same whatever line ends a checkout has."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.name.encode() + b"\0" + path.read_text(encoding="utf-8").encode() + b"\0")
    return found.hexdigest()[:DIGEST_LENGTH]


def _document(path: Path, keys: frozenset[str], required: str) -> dict[str, Any]:
    """Return the document of a file, which is a mapping with a list under its required key and no unknown keys."""
    document = read_yaml(path)
    if not isinstance(document, dict) or not isinstance(document.get(required), list) or document.keys() - keys:
        raise DataError(f"پرونده {path.name}: باید فهرست «{required}» و جز کلیدهای {_names(keys)} چیزی نداشته باشد.")
    return document


def _rows(path: Path, rows: list[Any], name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the rows of a list, each with its place in Persian for messages."""
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise DataError(f"پرونده {path.name}، مورد {persian_digits(number)}: باید نگاشتی از کلید و مقدار باشد.")
        yield row, f"پرونده {path.name}، {row.get(name, f'مورد {persian_digits(number)}')}"


def _check_keys(row: dict[str, Any], place: str, known: frozenset[str], required: frozenset[str]) -> None:
    if missing := required - row.keys():
        raise DataError(f"{place}: {_names(missing)} را ندارد؛ آن را بیفزایید.")
    if unknown := row.keys() - known:
        raise DataError(f"{place}: کلید {_names(unknown)} شناخته نیست؛ نوشتن آن را درست کنید.")


def _names(keys: frozenset[str] | set[str]) -> str:
    return "، ".join(f"«{key}»" for key in sorted(keys))


def _refuse_doubles(noun: str, names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise DataError(f"{noun} {name} در دفتر ضوابط دو بار آمده است؛ یکی را بردارید.")
        seen.add(name)


def _read_rules(path: Path, area: str, position: int) -> Iterator[RuleEntry]:
    document = _document(path, frozenset({"area", "rules"}), "rules")
    if document.get("area", area) != area:
        raise DataError(f"پرونده {path.name}: حوزه نوشته‌شده در آن «{document['area']}» است نه «{area}».")
    for offset, (row, place) in enumerate(_rows(path, document["rules"], "id")):
        _check_keys(row, place, RULE_KEYS, RULE_REQUIRED)
        yield _rule(row, place, area, position + offset)


def _rule(row: dict[str, Any], place: str, area: str, position: int) -> RuleEntry:
    try:
        return RuleEntry(
            id=row["id"],
            area=area,
            clause=row["clause"],
            source=row["source"],
            title=row["title"],
            wording=row["fa"],
            kinds=frozenset(ClaimKind(kind) for kind in row["applies"]),
            decides=Decides(row["decides"]),
            effect=Effect(row["effect"]),
            facts=tuple(row.get("facts") or ()),
            unclear=row.get("unclear"),
            position=position,
        )
    except (ValueError, TypeError) as error:
        raise DataError(f"{place}: مقداری نادرست دارد ({error}).") from error


def _read_figures(path: Path) -> Iterator[DatedFigure]:
    document = _document(path, frozenset({"area", "figures"}), "figures")
    for row, place in _rows(path, document["figures"], "name"):
        _check_keys(row, place, FIGURE_KEYS, FIGURE_REQUIRED)
        yield DatedFigure(row["name"], row["source"], _dated_values(row["values"], place), row.get("unit", ""))


def _dated_values(values: Any, place: str) -> tuple[tuple[JalaliDate, Any], ...]:
    if not isinstance(values, dict) or not values:
        raise DataError(f"{place}: «values» باید برای هر تاریخ آغاز یک مقدار داشته باشد.")
    try:
        dated = [(JalaliDate.parse(day), _frozen(value)) for day, value in values.items()]
    except ValueError as error:
        raise DataError(f"{place}: تاریخی نادرست دارد؛ آن را به صورت ۱۳۹۵-۰۲-۰۱ بنویسید ({error}).") from error
    return tuple(sorted(dated, key=lambda pair: pair[0]))


def _frozen(value: Any) -> Any:
    """Return a value with its lists as tuples, at any depth."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def _fact(row: dict[str, Any], place: str) -> FactDefinition:
    _check_keys(row, place, FACT_KEYS, FACT_REQUIRED)
    try:
        kind = FactKind(row["type"])
        good = fact_value(kind, row["good"]) if "good" in row else None
        return FactDefinition(row["name"], FactScope(row["on"]), kind, row["fa"], tuple(row.get("values", ())), good)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise DataError(f"{place}: مقداری نادرست دارد ({error}).") from error
