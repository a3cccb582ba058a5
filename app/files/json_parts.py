"""The pieces of a JSON document as a one-pass reading hands them over, built out of parse events.

Numbers stay exact, a double key is noted, nesting and the digits of a number have an end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

MAX_DEPTH = 16
MAX_DIGITS = 18
NUMBER_LIMIT: int = 10**MAX_DIGITS

FieldPath = tuple[str | int, ...]
Event = tuple[str, Any]


class JsonFault(Enum):
    """Why a file is no readable JSON document."""

    EMPTY = "empty_file"
    BINARY = "binary_file"
    UTF16 = "utf16_file"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    BROKEN = "broken_json"
    TRUNCATED = "truncated_json"
    TRAILING = "trailing_text"
    TOO_DEEP = "too_deep"
    ENDLESS_NUMBER = "endless_number"
    NOT_OBJECT = "not_object"


class JsonError(Exception):
    """A file is no readable JSON document; `line` and `column` count from 1 where the place is known."""

    def __init__(self, fault: JsonFault, line: int | None = None, column: int | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.line = line
        self.column = column


class ValueFault(Enum):
    """What is wrong inside a part although it is JSON."""

    DUPLICATE_KEY = "duplicate_key"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the top-level object, or (with its `position`, from 1) one item of the streamed list.

    Numbers are int, or Decimal where they have a point or an exponent; of a double key the first value is kept.
    """

    key: str
    value: Any
    position: int | None = None
    faults: tuple[tuple[ValueFault, FieldPath], ...] = ()


class Assembler:
    """Turns parse events into parts."""

    def __init__(self, streamed: str | None) -> None:
        self._streamed = streamed
        self._seen: set[str] = set()
        self._key = ""
        self._position: int | None = None
        self._builder = _Builder()
        self.opened = False
        self.complete = False

    def take_all(self, events: list[Event]) -> Iterator[Part]:
        """Yield the parts that events complete, and forget the events; raises JsonError."""
        building = self._builder.containers
        for event, value in events:
            if building or not self._structural(event, value):
                if self._builder.take(event, value):
                    yield self._part(self._builder.value)
            elif event == "start_array":
                yield self._part([])
                self._position = 0
        del events[:]

    def _structural(self, event: str, value: Any) -> bool:
        """Tell whether an event belongs to the frame (top-level object, its keys, the streamed list) and note it."""
        if not self.opened:
            if event != "start_map":
                raise JsonError(JsonFault.NOT_OBJECT)
            self.opened = True
        elif event == "map_key":
            self._key = value
        elif event == "end_map":
            self.complete = True
        elif event == "end_array":
            self._position = None
        else:
            return event == "start_array" and self._key == self._streamed and self._position is None
        return True

    def _part(self, value: Any) -> Part:
        if self._position is not None:
            self._position += 1
            return Part(self._key, value, self._position, self._builder.take_faults())
        faults = self._builder.take_faults()
        if self._key in self._seen:
            faults = ((ValueFault.DUPLICATE_KEY, (self._key,)), *faults)
        self._seen.add(self._key)
        return Part(self._key, value, None, faults)


class _Builder:
    """Builds one value at a time out of parse events, and notes what is wrong inside it.

    `containers` are the objects and lists that have begun and are not complete, outermost first.
    """

    def __init__(self) -> None:
        self.value: Any = None
        self.containers: list[dict[str, Any] | list[Any]] = []
        self._keys: list[str] = []
        self._faults: list[tuple[ValueFault, FieldPath]] = []

    def take_faults(self) -> tuple[tuple[ValueFault, FieldPath], ...]:
        """Return the faults of the value just built, and forget them."""
        faults, self._faults = tuple(self._faults), []
        return faults

    def take(self, event: str, value: Any) -> bool:
        """Take one event; return whether it completes a value, which then stands in `value`; raises JsonError."""
        if event == "map_key":
            self._keys[-1] = value
            return False
        if event in {"start_map", "start_array"}:
            if len(self.containers) == MAX_DEPTH:
                raise JsonError(JsonFault.TOO_DEEP)
            self.containers.append({} if event == "start_map" else [])
            self._keys.append("")
            return False
        if event in {"end_map", "end_array"}:
            value = self.containers.pop()
            self._keys.pop()
        elif event == "number" and not _in_range(value):
            self._faults.append((ValueFault.NUMBER_OUT_OF_RANGE, self._path()))
            value = 1
        return self._place(value)

    def _place(self, value: Any) -> bool:
        if not self.containers:
            self.value = value
            return True
        container = self.containers[-1]
        if isinstance(container, list):
            container.append(value)
        elif self._keys[-1] in container:
            self._faults.append((ValueFault.DUPLICATE_KEY, self._path()))
        else:
            container[self._keys[-1]] = value
        return False

    def _path(self) -> FieldPath:
        """Return where in the value under construction the present event stands."""
        return tuple(
            len(container) if isinstance(container, list) else key
            for container, key in zip(self.containers, self._keys, strict=True)
        )


def _in_range(number: int | Decimal) -> bool:
    """Tell whether a number has so few digits that working with it costs nothing."""
    if isinstance(number, int):
        return abs(number) < NUMBER_LIMIT
    _, digits, exponent = number.as_tuple()
    return isinstance(exponent, int) and len(digits) <= MAX_DIGITS and -MAX_DIGITS <= exponent <= MAX_DIGITS
