"""One spelling for what centres write in many: digits, letters, spaces, numbers as text; done once, on reading.

Codes, dates and numbers get Latin digits, wording gets Persian letters; an empty text is an absent one, except as a
fact: a tracking code left blank on the sheet is known to be missing (GEN-29e). Documents are changed in place. Equal
texts become one object, so that a file of a hundred thousand claims stays small in memory.
"""

import re
import sys
from decimal import Decimal
from typing import Any

from app.domain.facts import FactDictionary, FactKind
from app.domain.persian import DECIMAL_SEPARATOR, clean, latin_digits
from app.files.json_parts import FieldPath
from app.files.problem_texts import Code
from app.files.problems import Problems
from app.files.schema_checks import PlaceOf

WORDING_KEYS = frozenset({"name", "title", "diagnosis"})
NUMBER_KEYS = frozenset({"no", "amount", "qty", "total", "patient_share", "insurer_share"})
NUMBER_KINDS = frozenset({FactKind.INTEGER, FactKind.DECIMAL})
MAX_TEXT = 4_000
MAX_REMEMBERED = 50_000

_WHOLE = re.compile(r"[0-9]{1,18}")
_EXACT = re.compile(r"[0-9]{1,12}\.[0-9]{1,6}")
_CODE_LIKE = re.compile(r"[0-9A-Za-z ./:_+-]+")


def whole(number: int | Decimal) -> int | Decimal:
    """Return a number as int where it is whole: 1.0 and 1e3 are integers to JSON Schema, and so to us."""
    return int(number) if isinstance(number, Decimal) and number == number.to_integral_value() else number


def number_of_text(text: str) -> int | Decimal | None:
    """Return the number that a text of nothing but digits (and a decimal point) writes, else None."""
    if _WHOLE.fullmatch(text):
        return int(text)
    text = text.replace(DECIMAL_SEPARATOR, ".")
    return whole(Decimal(text)) if _EXACT.fullmatch(text) else None


class Normaliser:
    """Normalises the documents of one file, noting what it mended that the centre should know."""

    def __init__(self, dictionary: FactDictionary, problems: Problems) -> None:
        self._dictionary = dictionary
        self._problems = problems
        self._codes: dict[str, str] = {}
        self._wordings: dict[str, str] = {}

    def normalise(self, document: dict[str, Any], place_of: PlaceOf, path: FieldPath = ()) -> None:
        """Normalise every text and number of a claim or submission, in place."""
        for key, value in list(document.items()):
            here = (*path, key)
            if key == "facts" and isinstance(value, dict):
                document[key] = self._facts(value, place_of, here)
            elif isinstance(value, dict):
                self.normalise(value, place_of, here)
            elif isinstance(value, list):
                document[key] = [self._item(item, place_of, (*here, index)) for index, item in enumerate(value)]
            else:
                document[key] = self._scalar(key, value, place_of, here)
                if document[key] == "":
                    del document[key]

    def _item(self, item: Any, place_of: PlaceOf, path: FieldPath) -> Any:
        if isinstance(item, dict):
            self.normalise(item, place_of, path)
        return self._code(item) if isinstance(item, str) else item

    def _scalar(self, key: str, value: Any, place_of: PlaceOf, path: FieldPath) -> Any:
        if isinstance(value, str):
            if len(value) > MAX_TEXT:
                self._problems.add(Code.LONG_TEXT, place_of(path), expected=MAX_TEXT)
                return value[:MAX_TEXT]
            if key in WORDING_KEYS:
                return self._wording(value)
            if key in NUMBER_KEYS:
                return self._number(value, place_of, path)
            return self._iban(value) if key == "iban" else self._code(value)
        return whole(value) if isinstance(value, Decimal) else value

    def _number(self, text: str, place_of: PlaceOf, path: FieldPath) -> Any:
        number = number_of_text(self._code(text))
        if number is None:
            return text
        self._problems.add(Code.NUMBER_AS_TEXT, place_of(path))
        return number

    def _facts(self, facts: dict[str, Any], place_of: PlaceOf, path: FieldPath) -> dict[str, Any]:
        return {
            sys.intern(name): self._fact(name, value, place_of, (*path, name))
            for name, value in facts.items()
            if value != "" or self._kind(name) is FactKind.TEXT
        }

    def _kind(self, name: str) -> FactKind:
        return self._dictionary[name].kind if name in self._dictionary else FactKind.TEXT

    def _fact(self, name: str, value: Any, place_of: PlaceOf, path: FieldPath) -> Any:
        kind = self._kind(name)
        if isinstance(value, list):
            return [self._code(item) if isinstance(item, str) else item for item in value]
        if isinstance(value, Decimal):
            return whole(value)
        if not isinstance(value, str):
            return value
        if kind in NUMBER_KINDS:
            return self._number(value, place_of, path)
        code = self._code(value)
        return code if kind is not FactKind.TEXT or _CODE_LIKE.fullmatch(code) else self._wording(value)

    def _iban(self, text: str) -> str:
        return self._code(text).replace(" ", "").replace("-", "").upper()

    def _code(self, text: str) -> str:
        return self._codes.get(text) or _remember(self._codes, text, latin_digits(clean(text)))

    def _wording(self, text: str) -> str:
        return self._wordings.get(text) or _remember(self._wordings, text, clean(text))


def _remember(memory: dict[str, str], text: str, normalised: str) -> str:
    if len(memory) >= MAX_REMEMBERED:
        memory.clear()
    memory[text] = normalised
    return normalised
