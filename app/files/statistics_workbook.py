"""The statistics of an office as an Excel workbook: right-to-left sheets, one for each table, numbers as numbers."""

from app.domain.statistics_report import StatisticsReport

SUMMARY = "خلاصه"
TRIAL = "ارقام آزمایشی: دست‌کم یکی از این سندها با بسته مرجعی رسیدگی شده است که رسمی نیست."
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that begins so is taken for a formula where somebody edits it; it is kept as a text, with its own mark."""


def statistics_workbook(report: StatisticsReport) -> bytes:
    """Return the report as the content of an .xlsx file."""
    from app.files.workbook_writing import written  # openpyxl takes as long to load as the desk to begin

    return written(report)
