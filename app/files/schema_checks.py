"""The contract's JSON Schemas, their refusals said in Persian with place and remedy."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from jsonschema_rs import ValidationError, ValidationErrorKind, Validator, validator_for

from app.files.json_parts import FieldPath
from app.files.problem_texts import Code
from app.files.problems import Place, Problems, listed, shown
from app.resources import resource

CLAIM_FILE = "claim-file.schema.json"
REFERENCE_PACK = "reference-pack.schema.json"

PlaceOf = Callable[[FieldPath], Place]

FACT_NAME = "^[a-z][a-z0-9_]*$"

_TYPES = {
    "string": "متن",
    "integer": "عدد صحیح بدون ممیز، جداکننده و نشان نقل قول",
    "number": "عدد بدون نشان نقل قول",
    "boolean": "true یا false",
    "object": "یک شیء",
    "array": "یک فهرست",
}
_FORMS = {
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "سال-ماه-روز، مانند 1395-03-07",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$": "تاریخ و ساعت، مانند 1395-03-07T08:30",
    "^[0-9]{4}-[0-9]{2}$": "سال-ماه، مانند 1395-03",
    "^[0-9]{2}$": "دو رقم، مانند 60",
    FACT_NAME: "حرف‌های کوچک لاتین، رقم و خط زیر",
}


@cache
def schema_validator(name: str, definition: str | None = None) -> Validator:
    """Return the validator of a schema of the contract, or of one of its definitions."""
    schema = json.loads(resource("contract", name).read_text(encoding="utf-8"))
    if definition is not None:
        schema = {"$schema": schema["$schema"], "$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]}
    return validator_for(schema)


def check_schema(validator: Validator, document: Any, place_of: PlaceOf, problems: Problems) -> None:
    """Note everything in a document that its schema refuses."""
    for error in validator.iter_errors(document):
        _note(error, place_of, problems)


def _note(error: ValidationError, place_of: PlaceOf, problems: Problems) -> None:
    path = tuple(error.instance_path)
    place, value = place_of(path), shown(error.instance)
    match error.kind:
        case ValidationErrorKind.Required(property=name):
            problems.add(Code.MISSING_FIELD, place_of((*path, name)))
        case ValidationErrorKind.AdditionalProperties(unexpected=names):
            for name in names:
                problems.add(Code.UNKNOWN_FIELD, place_of((*path, name)))
        case ValidationErrorKind.Type(types=types):
            problems.add(Code.WRONG_TYPE, place, value=value, expected=" یا ".join(_TYPES[name] for name in types))
        case ValidationErrorKind.Enum(options=options):
            problems.add(Code.NOT_IN_LIST, place, value=value, expected=listed(str(option) for option in options))
        case ValidationErrorKind.Pattern(pattern=pattern):
            problems.add(Code.BAD_FORM, place, value=value, expected=_FORMS[pattern])
        case ValidationErrorKind.PropertyNames(error=inner):
            problems.add(Code.BAD_FORM, place, value=shown(inner.instance), expected=_FORMS[FACT_NAME])
        case ValidationErrorKind.Minimum():
            problems.add(Code.TOO_SMALL, place, value=value, expected="صفر یا بیشتر")
        case ValidationErrorKind.ExclusiveMinimum():
            problems.add(Code.TOO_SMALL, place, value=value, expected="بیشتر از صفر")
        case _:
            raise AssertionError(f"the contract's schemas refuse in no such way: {error.message}")
