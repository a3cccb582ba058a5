"""Sheets bound into one file to be printed together: signatures become part of their pages, as they look.

pdfium must not be called by two threads at once; whoever calls it anywhere in the program holds `PDFIUM`.
"""

import threading
from collections.abc import Iterable
from io import BytesIO

from pypdfium2 import PdfDocument, PdfiumError

from app.errors import DataError

PDFIUM = threading.RLock()


def bound(sheets: Iterable[tuple[str, bytes]]) -> bytes:
    """Return one PDF with the pages of all sheets in their order.

    A bound file is for paper: the signed sheets stay where they are, and are what is verified.

    Args:
        sheets: name and PDF of each, the name for the reader of an error; they are asked for one by one, and what
            raises there, such as to cancel, ends the binding.

    Raises DataError for a damaged file.
    """
    with PDFIUM:
        whole = PdfDocument.new()
    try:
        for name, pdf in sheets:
            with PDFIUM:
                _append(whole, name, pdf)
        target = BytesIO()
        with PDFIUM:
            whole.save(target)
        return target.getvalue()
    finally:
        with PDFIUM:
            whole.close()


def count_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with PDFIUM, PdfDocument(pdf) as document:
        return len(document)


def _append(whole: PdfDocument, name: str, pdf: bytes) -> None:
    """Append the pages of a sheet, its stamps drawn into them: a stamp is a form field, which no page takes along."""
    try:
        with PdfDocument(pdf) as sheet:
            sheet.init_forms()
            for number in range(len(sheet) if sheet.formenv else 0):
                page = sheet[number]
                page.flatten()
                page.close()
            whole.import_pages(sheet)
    except PdfiumError as fault:
        raise DataError(f"برگ «{name}» آسیب دیده است و در بسته نیامد. نسخه پشتیبان دفتر را بررسی کنید.") from fault
