"""Statistics as they leave the program: plain tables with a heading, for a workbook and for a printed report."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.money import Rial

Cell = str | int | Fraction | None
"""A text, whole rials, a count, or a share of one; None where there is nothing to say."""


class ColumnKind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    RIAL = "rial"
    COUNT = "count"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column under its Persian heading; `room` is how much a text takes on paper beside the other texts."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    room: int = 1


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table of a report.

    `name` is short (at most 31 characters, as a tab of a workbook), `title` says the whole. `bars` is the place of the
    column that is drawn as bars, `names` that of the column that names them. `sums` stand below the rows, None where
    sums would say nothing.
    """

    name: str
    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[Cell, ...] | None = None
    names: int = 0
    bars: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatisticsReport:
    """Everything that the printed report and the workbook show.

    `criteria` are pairs of a name and a value that say which claims were counted, the period first; `claims`,
    `claimed`, `approved` and `deducted` (rials) their sums. `trial_figures` says that trial figures were used.
    """

    office_name: str
    printed_on: JalaliDate
    printed_by: str
    criteria: tuple[tuple[str, str], ...]
    claims: int
    claimed: Rial
    approved: Rial
    deducted: Rial
    trial_figures: bool
    tables: tuple[ReportTable, ...]
    title: str = "آمار رسیدگی"
