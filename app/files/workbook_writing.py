"""How a report is written as an Excel workbook; openpyxl takes its time to load, so only `statistics_workbook` asks."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from app.domain.persian import date_text
from app.domain.statistics_report import Cell, ColumnKind, ReportColumn, ReportTable, StatisticsReport
from app.files.statistics_workbook import FORMULA_BEGINNINGS, SUMMARY, TRIAL

_FORMATS = {ColumnKind.RIAL: "#,##0", ColumnKind.COUNT: "#,##0", ColumnKind.SHARE: "0.0%"}
_WIDTHS = {ColumnKind.RIAL: 20, ColumnKind.COUNT: 14, ColumnKind.SHARE: 14}
_NARROWEST, _WIDEST = 16, 60
_TITLE, _STRONG = Font(name="Tahoma", size=13, bold=True), Font(name="Tahoma", bold=True)
_PLAIN, _WARNING = Font(name="Tahoma"), Font(name="Tahoma", bold=True, color="9A5B00")
_HEAD = PatternFill("solid", start_color="ECEEF1")
_TOP = Alignment(vertical="top", wrap_text=True)


def written(report: StatisticsReport) -> bytes:
    """Return the report as the content of an .xlsx file."""
    book = Workbook(write_only=True)
    book.properties.title = report.office_name
    book.properties.creator = report.printed_by
    book.properties.created = datetime.combine(report.printed_on.to_gregorian(), time())
    _write_summary(book, report)
    for table in report.tables:
        _write_table(book, report, table)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_summary(book: Workbook, report: StatisticsReport) -> None:
    sheet = _sheet(book, SUMMARY, (30, 60))
    for row in _heading(sheet, report, report.title):
        sheet.append(row)
    for name, value in report.criteria:
        sheet.append([_text(sheet, name, _STRONG), _text(sheet, value)])
    sheet.append([])
    sums = (("سند", report.claims), ("جمع درخواستی (ریال)", report.claimed), ("جمع تأییدشده (ریال)", report.approved))
    for name, amount in (*sums, ("جمع کسر (ریال)", report.deducted)):
        sheet.append([_text(sheet, name, _STRONG), _cell(sheet, amount, ColumnKind.RIAL)])


def _write_table(book: Workbook, report: StatisticsReport, table: ReportTable) -> None:
    sheet = _sheet(book, table.name, [_width(table, place) for place in range(len(table.columns))])
    above = [*_heading(sheet, report, table.title)]
    sheet.freeze_panes = f"A{len(above) + 2}"
    for line in above:
        sheet.append(line)
    sheet.append([_head(sheet, column) for column in table.columns])
    for row in table.rows:
        sheet.append([*_cells(sheet, table, row, _PLAIN)])
    if table.sums is not None:
        sheet.append([*_cells(sheet, table, table.sums, _STRONG)])
    if table.note:
        sheet.append([])
        sheet.append([_text(sheet, table.note)])


def _sheet(book: Workbook, name: str, widths: Sequence[int]) -> Any:
    sheet = book.create_sheet(name)
    sheet.sheet_view.rightToLeft = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    return sheet


def _heading(sheet: Any, report: StatisticsReport, title: str) -> Iterator[list[Any]]:
    """Yield what stands above each table: whose figures these are, of which period, from which day."""
    period = "، ".join(f"{name}: {value}" for name, value in report.criteria)
    yield [_text(sheet, title, _TITLE, wrapped=False)]
    yield [_text(sheet, report.office_name, _STRONG, wrapped=False)]
    yield [_text(sheet, period, wrapped=False)]
    printed = f"تاریخ {date_text(report.printed_on)}، تهیه‌کننده {report.printed_by}، مبلغ‌ها به ریال"
    yield [_text(sheet, printed, wrapped=False)]
    if report.trial_figures:
        yield [_text(sheet, TRIAL, _WARNING, wrapped=False)]
    yield []


def _head(sheet: Any, column: ReportColumn) -> Any:
    cell = _text(sheet, f"{column.title} (ریال)" if column.kind is ColumnKind.RIAL else column.title, _STRONG)
    cell.fill = _HEAD
    return cell


def _cells(sheet: Any, table: ReportTable, row: Sequence[Cell], font: Font) -> Iterator[Any]:
    for value, column in zip(row, table.columns, strict=True):
        if isinstance(value, str):
            yield _text(sheet, value, font)
        else:
            yield _cell(sheet, value, column.kind, font)


def _cell(sheet: Any, value: Cell, kind: ColumnKind, font: Font = _PLAIN) -> Any:
    """Return the cell of a number; Excel has no fractions, so a share is the nearest floating one."""
    number = value if value is None or isinstance(value, int) else float(value)
    cell = WriteOnlyCell(sheet, number)
    cell.font, cell.alignment = font, _TOP
    cell.number_format = _FORMATS.get(kind, "General")
    return cell


def _text(sheet: Any, text: str, font: Font = _PLAIN, *, wrapped: bool = True) -> Any:
    """Return the cell of a text that no program takes for a formula."""
    shown = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell = WriteOnlyCell(sheet, shown)
    cell.data_type = "s"
    cell.font = font
    cell.quotePrefix = shown.lstrip(" \u200e\u200f").startswith(FORMULA_BEGINNINGS)
    if wrapped:
        cell.alignment = _TOP
    return cell


def _width(table: ReportTable, place: int) -> int:
    """Return the width of a column in characters: of numbers by their kind, of texts by the longest."""
    kind = table.columns[place].kind
    if kind is not ColumnKind.TEXT:
        return _WIDTHS[kind]
    longest = max((len(str(row[place] or "")) for row in table.rows), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)
