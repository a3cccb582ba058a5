"""Facts: what a reviewer reads off a document, or an office knows; three-valued.

A fact that nobody gave is `UNKNOWN`, never false. `FactDictionary` holds what may be asked, where it stands
(submission, claim or line), its type, its Persian label and its good value (the one of a faultless document).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Final

from app.domain.dates import JalaliDate, Moment

FactValue = bool | int | Decimal | str | JalaliDate | Moment | tuple[str, ...]


class Unknown(Enum):
    """The type of `UNKNOWN`, the value of a fact that nobody gave."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("an unknown fact is neither true nor false: compare with `is`")


UNKNOWN: Final = Unknown.UNKNOWN
Answer = FactValue | Unknown
Facts = Mapping[str, FactValue]
NO_FACTS: Facts = {}


class FactScope(StrEnum):
    """Where a fact stands."""

    SUBMISSION = "submission"
    CLAIM = "claim"
    LINE = "line"


class FactKind(StrEnum):
    """The type of a fact's value."""

    BOOL = "bool"
    ENUM = "enum"
    LIST = "list"
    TEXT = "text"
    DATE = "date"
    DATETIME = "datetime"
    INTEGER = "integer"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """One entry of the fact dictionary; `good` is None where a faultless document has no fixed value."""

    name: str
    scope: FactScope
    kind: FactKind
    label: str
    values: tuple[str, ...] = ()
    good: FactValue | None = None


class FactDictionary(Mapping[str, FactDefinition]):
    """Every fact a rule may ask for, by name; and the closed vocabularies that coded fields draw on."""

    def __init__(
        self, definitions: Iterable[FactDefinition], vocabularies: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self._definitions = {definition.name: definition for definition in definitions}
        self.vocabularies: Mapping[str, tuple[str, ...]] = vocabularies or {}

    def __getitem__(self, name: str) -> FactDefinition:
        return self._definitions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._definitions)

    def __len__(self) -> int:
        return len(self._definitions)

    def good_values(self, scope: FactScope) -> dict[str, FactValue]:
        """Return the good value of every fact of a scope that declares one ("all in order")."""
        return {d.name: d.good for d in self._definitions.values() if d.scope is scope and d.good is not None}


def all_true(*answers: Answer) -> Answer:
    """Return the three-valued conjunction: one false makes it false, else one unknown makes it unknown."""
    if any(answer is False for answer in answers):
        return False
    return UNKNOWN if any(answer is UNKNOWN for answer in answers) else True


def any_true(*answers: Answer) -> Answer:
    """Return the three-valued disjunction: one true makes it true, else one unknown makes it unknown."""
    if any(answer is True for answer in answers):
        return True
    return UNKNOWN if any(answer is UNKNOWN for answer in answers) else False
