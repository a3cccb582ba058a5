"""Lists of items that the book names by their titles: how a written title is recognised in one.

A list is a dated figure: rows with a key, keywords, exceptions (`except`) and, where the book says so, a place. A row
matches a title that holds one of its keywords as whole words in a row and none of its exceptions.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from app.domain.persian import clean, latin_digits
from app.rules.case import Case, CaseLine

_BETWEEN_WORDS = re.compile(r"(?:[^\w-]|_)+")


@lru_cache(maxsize=4096)
def words_of(text: str) -> str:
    """Return a title or keyword as it is compared: Persian letters, Latin digits, lower case, single spaces around.

    ZWNJ, brackets and punctuation part words like a space; the hyphen stays in its word.
    """
    bare = "".join(c for c in clean(unicodedata.normalize("NFKC", text)) if not unicodedata.combining(c))
    return f" {_BETWEEN_WORDS.sub(' ', latin_digits(bare).lower()).strip()} "


def row_of_title(case: Case, title: str, figure: str) -> Mapping[str, Any] | None:
    """Return the first row of a list (the name of a dated figure) that matches a title."""
    words = words_of(title)
    return next((row for row in case.figure(figure) if _matches(row, words)), None)


def row_of_line(case: Case, line: CaseLine, figure: str) -> Mapping[str, Any] | None:
    """Return the row of a list that matches the title of a line, whether it has a code or not."""
    known, key = case.once(_rows_of_lines), (line.no, figure)
    if key not in known:
        title = line.line.title or (line.service.title if line.service else None)
        known[key] = row_of_title(case, title, figure) if title else None
    return known[key]


def _rows_of_lines(_case: Case) -> dict[tuple[int, str], Mapping[str, Any] | None]:
    """Return where the rows of the claim's lines are kept, for several rules look at the same title."""
    return {}


def uncoded_in(case: Case, line: CaseLine, section: str, figure: str) -> bool:
    """Tell whether a line without a code, of a section of the bill, is an item of a list by its title."""
    return line.code is None and line.section == section and row_of_line(case, line, figure) is not None


def _matches(row: Mapping[str, Any], words: str) -> bool:
    return _holds_one(words, row["keywords"]) and not _holds_one(words, row.get("except", ()))


def _holds_one(words: str, keywords: list[str]) -> bool:
    return any(words_of(keyword) in words for keyword in keywords)
