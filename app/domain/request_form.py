"""The printed request forms of the order on sending patients: their fields, blank or filled from a claim (TRV-21c)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.dates import JalaliDate


class RequestKind(StrEnum):
    """A journey to another town (part A), or an inpatient of an own hospital who is handed over or sent (part B)."""

    TRAVEL = "travel"
    TRANSFER = "transfer"


class FieldKind(StrEnum):
    """What is written in a field by hand; a signature needs room."""

    TEXT = "text"
    DATE = "date"
    DATETIME = "datetime"
    CHOICE = "choice"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field with what stands in it; an empty `value` is left to the pen."""

    key: str
    title: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    value: str = ""

    @property
    def is_missing(self) -> bool:
        """Tell whether the form asks for the field and nothing stands in it."""
        return self.required and not self.value


@dataclass(frozen=True, slots=True)
class RequestForm:
    """A form as it is printed; `digest` binds the print to what stands on it."""

    kind: RequestKind
    title: str
    source: str
    fields: tuple[FormField, ...]
    office_name: str
    printed_on: JalaliDate
    printed_by: str

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands on the form."""
        return not any(field.value for field in self.fields)

    @property
    def missing(self) -> tuple[FormField, ...]:
        """The fields that the form asks for and that are empty."""
        return tuple(field for field in self.fields if field.is_missing)
