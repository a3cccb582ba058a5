"""Appendix 1: services that go by several names or abbreviations."""

from collections.abc import Iterable, Sequence

from app.domain.persian import fold
from app.rules.registry import silent


def names_of_row(words: str, rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return all names of the rows that bear a name, so that a search by one finds the service under any other.

    Args:
        words: a name or abbreviation as somebody typed it.
        rows: the figure `imaging_service_names`, the names of one row in each.
    """
    wanted = fold(words)
    return tuple(name for row in rows if any(fold(name) == wanted for name in row) for name in row)


silent("names_of_row, by which services are searched", "RAD-13")
