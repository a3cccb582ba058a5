"""Reading the worked examples of the rule book: `<area>.examples.yaml` beside the rules of an area."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.claim_document import fact_value
from app.domain.coded_fields import CODED_FIELDS
from app.domain.dates import JalaliDate
from app.domain.facts import FactDictionary, Facts
from app.domain.findings import Mark
from app.domain.rule_examples import CIRCUMSTANCES, ExampleLine, ExamplePast, RuleExample
from app.errors import DataError
from app.files.rulebook_reader import AREAS
from app.files.yaml12 import read_yaml
from app.resources import resource


def read_examples(dictionary: FactDictionary, folder: Path | None = None) -> Mapping[str, tuple[RuleExample, ...]]:
    """Return the examples of a folder (the shipped ones by default) by rule, in the order of the files.

    Raises DataError, naming file and rule, for an unknown key, fact or mark. An area may have no file.
    """
    folder = folder or resource("rulebook")
    found: dict[str, tuple[RuleExample, ...]] = {}
    for area in AREAS:
        path = folder / f"{area}.examples.yaml"
        if path.is_file():
            for example in _read_area(path, dictionary):
                found[example.rule] = (*found.get(example.rule, ()), example)
    return found


def _read_area(path: Path, dictionary: FactDictionary) -> Iterator[RuleExample]:
    document = read_yaml(path)
    if not isinstance(document, dict) or not isinstance(document.get("examples"), list):
        raise DataError(f"پرونده {path.name}: فهرست «examples» را ندارد؛ برنامه را دوباره نصب کنید.")
    for row in document["examples"]:
        try:
            yield _example(row, dictionary)
        except (KeyError, ValueError, TypeError, ArithmeticError, AttributeError) as error:
            rule = row.get("rule", "؟") if isinstance(row, dict) else "؟"
            raise DataError(f"پرونده {path.name}، نمونه {rule}: مقداری نادرست دارد ({error}).") from error


def _example(row: dict[str, Any], dictionary: FactDictionary) -> RuleExample:
    return RuleExample(
        **{
            **row,
            "kind": ClaimKind(row["kind"]),
            "lines": tuple(_line(line, dictionary) for line in row["lines"]),
            "facts": _facts(row.get("facts", {}), dictionary),
            "history": tuple(_past(past) for past in row.get("history", ())),
        }
    )


def _line(row: dict[str, Any], dictionary: FactDictionary) -> ExampleLine:
    return ExampleLine(
        **{
            **row,
            "mark": Mark(row["mark"]),
            "quantity": Decimal(row.get("quantity", 1)),
            "facts": _facts(row.get("facts", {}), dictionary),
        }
    )


def _past(row: dict[str, Any]) -> ExamplePast:
    return ExamplePast(
        **{**row, "day": JalaliDate.parse(row["day"]), "quantity": Decimal(row.get("quantity", 1))},
    )


def _facts(document: dict[str, Any], dictionary: FactDictionary) -> Facts:
    """Return typed facts; raises KeyError for a name that is no fact, coded field or circumstance."""
    definitions = {name: CIRCUMSTANCES.get(name) or CODED_FIELDS.get(name) or dictionary[name] for name in document}
    return {name: fact_value(definitions[name].kind, value) for name, value in document.items()}
