"""Faults found while reading a file: where each stands, what it is, what to do; all of them, up to a limit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.domain.persian import code_text, persian_digits
from app.files.json_parts import JsonError
from app.files.problem_texts import FIELD_LABELS, TEXTS, Code, Severity

MAX_PROBLEMS = 1_000
MAX_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a fault stands.

    `claim` is the claim's id, or its number in the file where it has none; `line` the line's number; `row` another row
    («سابقه ۲», «services ۱۲»); `field` the dotted name of the field in the contract.
    """

    claim: str | None = None
    line: int | None = None
    row: str | None = None
    field: str | None = None

    def at(self, field: str | int) -> "Place":
        """Return the place of a field here; a position in a list belongs to the list's own name."""
        if isinstance(field, int):
            return self
        name = field if self.field is None else f"{self.field}.{field}"
        return Place(self.claim, self.line, self.row, name)

    def along(self, path: Iterable[str | int]) -> "Place":
        """Return the place at the end of a path of fields and positions."""
        place = self
        for step in path:
            place = place.at(step)
        return place

    def __str__(self) -> str:
        parts = [
            f"سند {code_text(self.claim)}" if self.claim is not None else None,
            f"ردیف {persian_digits(self.line)}" if self.line is not None else None,
            self.row,
            field_text(self.field) if self.field is not None else None,
        ]
        return "، ".join(part for part in parts if part)


WHOLE_FILE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a file, in Persian."""

    file: str
    place: Place
    code: Code
    severity: Severity
    sentence: str
    remedy: str

    def __str__(self) -> str:
        where = "، ".join(part for part in (f"پرونده {code_text(self.file)}", str(self.place)) if part)
        return f"{where}: {self.sentence} {self.remedy}"


class Problems:
    """The faults of one file as they are found; past the limit they are only counted."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[Severity, list[Problem]] = {Severity.ERROR: [], Severity.WARNING: []}
        self.errors = 0
        self.warnings = 0

    def add(self, code: Code, place: Place = WHOLE_FILE, **words: Any) -> None:
        """Note a fault; `words` fill the placeholders of its sentences."""
        text = TEXTS[code]
        if text.severity is Severity.ERROR:
            self.errors += 1
        else:
            self.warnings += 1
        found = self._found[text.severity]
        if len(found) < MAX_PROBLEMS:
            sentence, remedy = text.sentence.format(**words), text.remedy.format(**words)
            found.append(Problem(self._file, place, code, text.severity, sentence, remedy))

    def add_json_error(self, error: JsonError, place: Place = WHOLE_FILE) -> None:
        """Note why the file is no readable JSON from a place on."""
        position = ""
        if error.line is not None:
            position = f" (سطر {persian_digits(error.line)}، نویسه {persian_digits(error.column)})"
        self.add(Code(error.fault.value), place, position=position)

    def add_os_error(self, error: OSError) -> None:
        """Note why the file cannot be opened or read."""
        reasons = {
            FileNotFoundError: "چنین پرونده‌ای نیست",
            PermissionError: "اجازه خواندن آن را ندارید",
            IsADirectoryError: "این نشانی پوشه است",
        }
        self.add(Code.UNREADABLE, value=reasons.get(type(error), f"خطای دستگاه {persian_digits(error.errno or '')}"))

    def all(self) -> tuple[Problem, ...]:
        """Return the faults kept, errors first."""
        return (*self._found[Severity.ERROR], *self._found[Severity.WARNING])

    @property
    def omitted(self) -> int:
        """How many faults were counted but not kept."""
        return self.errors + self.warnings - len(self.all())


def field_text(field: str) -> str:
    """Return a field's Persian name with its name in the file."""
    label = FIELD_LABELS.get(field) or FIELD_LABELS.get(field.rpartition(".")[2])
    return f"{label} ({code_text(field)})" if label else code_text(field)


def shown(value: Any) -> str:
    """Return a value of a file as a message quotes it, short and isolated from the Persian around it."""
    if isinstance(value, dict | list):
        return "شیء" if isinstance(value, dict) else "فهرست"
    names = {None: "تهی (null)", True: code_text("true"), False: code_text("false")}
    if value is None or isinstance(value, bool):
        return names[value]
    text = str(value)
    return f"«{code_text(text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + '…')}»"


def listed(words: Iterable[str]) -> str:
    """Return the values that a field accepts, as a message lists them."""
    return "، ".join(code_text(word) for word in words)


def problem_lines(problems: Iterable[Problem], omitted: int = 0) -> list[str]:
    """Return faults for the command line, each a line with its place first."""
    marks = {Severity.ERROR: "خطا", Severity.WARNING: "هشدار"}
    lines = [f"{marks[problem.severity]}: {problem}" for problem in problems]
    if omitted:
        lines.append(f"{persian_digits(omitted)} مورد دیگر هم یافت شد که در این فهرست نیامده است.")
    return lines
