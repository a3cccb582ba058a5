"""The printed request forms of the order on sending patients: their fields, blank or filled from a claim (TRV-21c)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.dates import JalaliDate

WHOLE_ROW = 6
"""Into how many parts a row of a form is divided."""


class RequestKind(StrEnum):
    """A journey to another town (part A), or an inpatient of an own hospital who is handed over or sent (part B)."""

    TRAVEL = "travel"
    TRANSFER = "transfer"


class FieldKind(StrEnum):
    """What is written in a field by hand: a choice is ticked, a signature needs room."""

    TEXT = "text"
    DATE = "date"
    DATETIME = "datetime"
    CHOICE = "choice"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick; beside an `open` one a person writes which other thing is meant."""

    name: str
    ticked: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class FormField:
    """One field with what stands in it; an empty `value` is left to the pen, and of `choices` none is ticked.

    On paper it takes `span` parts of a row and `lines` lines; a `section` begins with it where it names one.
    """

    key: str
    title: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    value: str = ""
    choices: tuple[Choice, ...] = ()
    span: int = WHOLE_ROW // 2
    lines: int = 1
    section: str = ""

    @property
    def is_missing(self) -> bool:
        """Tell whether the form asks for the field and nothing stands in it."""
        return self.required and not self.value


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One line of costs on a travel form, each column as it is read."""

    what: str
    vehicle: str
    count: str
    ticket: str
    day: str
    amount: str


@dataclass(frozen=True, slots=True)
class RequestForm:
    """A form as it is printed; `blank_entries` lines of costs are left to the pen where there are no `entries`."""

    kind: RequestKind
    title: str
    source: str
    fields: tuple[FormField, ...]
    office_name: str
    printed_on: JalaliDate
    printed_by: str
    entries: tuple[FormEntry, ...] = ()
    blank_entries: int = 0

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands on the form."""
        return not self.entries and not any(field.value for field in self.fields)

    @property
    def missing(self) -> tuple[FormField, ...]:
        """The fields that the form asks for and that are empty."""
        return tuple(field for field in self.fields if field.is_missing)
