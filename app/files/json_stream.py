"""JSON read in one pass, strictly, with bounded memory: exact numbers, no double keys, no endless nesting.

A document's top-level members are handed over one by one as `Part`s; of one list, named by the caller, each item is a
part of its own, so that a file of many claims is never in memory whole. The SHA-256 is taken in the same pass.
"""

import codecs
import decimal
import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ijson

from app.files.json_parts import Assembler, Event, JsonError, JsonFault, Part

CHUNK_BYTES = 1 << 16

Progress = Callable[[int, int], None]

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DIGITS_WITHOUT_END = re.compile(rb"[0-9]{1000}")
_NO_TRAPS = decimal.Context(traps=[])
_BINARY_MARKS = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")


class JsonFile:
    """One pass over a JSON file; `sha256` and `bytes_read` are complete once `parts` is exhausted."""

    def __init__(self, path: Path, progress: Progress | None = None) -> None:
        self._path = path
        self._progress = progress
        self._hash = hashlib.sha256()
        self.bytes_read = 0

    @property
    def sha256(self) -> str:
        """The hash of what has been read so far."""
        return self._hash.hexdigest()

    def parts(self, streamed: str | None = None) -> Iterator[Part]:
        """Yield the members of the top-level object, each item of the list `streamed` as a part of its own.

        Raises JsonError (after the parts before the fault), OSError, and whatever `progress` raises to cancel.
        """
        events: list[Event] = ijson.sendable_list()
        parser = ijson.basic_parse_coro(events)
        assembler = Assembler(streamed)
        fed = 0
        for chunk in self._chunks():
            faulty = not _feed(parser, chunk)
            yield from assembler.take_all(events)
            if faulty:
                fault = JsonFault.TRAILING if assembler.complete else JsonFault.BROKEN
                raise JsonError(fault, *self._line_and_column(self._first_fault(fed)))
            fed += len(chunk)
        if not _feed(parser, b""):
            raise JsonError(JsonFault.TRUNCATED if self.bytes_read else JsonFault.EMPTY)
        yield from assembler.take_all(events)

    def _chunks(self) -> Iterator[bytes]:
        """Yield the bytes of the file without a byte order mark; raises JsonError for what cannot be JSON text."""
        decoder = codecs.getincrementaldecoder("utf-8")()
        total = self._path.stat().st_size
        with self._path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                if self.bytes_read == 0:
                    _refuse_other_formats(chunk)
                self._check_text(chunk, decoder)
                self._hash.update(chunk)
                self.bytes_read += len(chunk)
                yield chunk.removeprefix(codecs.BOM_UTF8) if self.bytes_read == len(chunk) else chunk
                if self._progress is not None:
                    self._progress(self.bytes_read, total)

    def _check_text(self, chunk: bytes, decoder: codecs.IncrementalDecoder) -> None:
        """Raise JsonError for bytes that are no UTF-8, and for digits without end, on which the parser would crash."""
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            raise JsonError(JsonFault.NOT_UTF8, *self._line_and_column(self.bytes_read + error.start)) from error
        if found := _DIGITS_WITHOUT_END.search(chunk):
            raise JsonError(JsonFault.ENDLESS_NUMBER, *self._line_and_column(self.bytes_read + found.start()))

    def _first_fault(self, fed: int) -> int:
        """Return the byte at which the parser stops, given that the first `fed` bytes please it."""
        parser = ijson.basic_parse_coro(ijson.sendable_list())
        text = self._beginning(fed + CHUNK_BYTES)
        if fed:
            parser.send(text[:fed])
        places = range(fed, len(text))
        return next((place for place in places if not _feed(parser, text[place : place + 1])), len(text))

    def _line_and_column(self, place: int) -> tuple[int, int]:
        """Return the line and column, from 1, of a byte of the file (column in characters)."""
        before = self._beginning(place)
        last_line = before[before.rfind(b"\n") + 1 :]
        return before.count(b"\n") + 1, len(last_line.decode("utf-8", errors="replace")) + 1

    def _beginning(self, length: int) -> bytes:
        with self._path.open("rb") as file:
            return file.read(length + len(codecs.BOM_UTF8)).removeprefix(codecs.BOM_UTF8)[:length]


def _feed(parser: Any, chunk: bytes) -> bool:
    """Feed a chunk to the parser, or end it with an empty one; return whether it stays JSON.

    An exponent that Decimal cannot hold becomes NaN instead of an exception inside the parser's C code.
    """
    with decimal.localcontext(_NO_TRAPS):
        try:
            parser.send(chunk) if chunk else parser.close()
        except ijson.JSONError:
            return False
    return True


def _refuse_other_formats(chunk: bytes) -> None:
    """Raise JsonError for the first bytes of a file that is something else than JSON in UTF-8."""
    if chunk.startswith(_UTF16_MARKS) or chunk[:2] in {b"{\0", b"\0{"}:
        raise JsonError(JsonFault.UTF16)
    if chunk.startswith(_BINARY_MARKS) or b"\0" in chunk:
        raise JsonError(JsonFault.BINARY)
    text = chunk.removeprefix(codecs.BOM_UTF8).lstrip()
    if not text:
        raise JsonError(JsonFault.EMPTY)
    if text[:1] not in b'{["-0123456789tfn':
        raise JsonError(JsonFault.NOT_JSON)
