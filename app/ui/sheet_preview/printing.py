"""A PDF onto paper, page by page, as sharp as a printer draws."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.errors import MachineError
from app.store.folder import make_private_file
from app.ui.sheet_preview.pdf_pages import draw_page, page_sizes
from app.ui.tasks import Report

DOTS_PER_INCH, POINTS_PER_INCH = 300, 72


def make_printer() -> QPrinter:
    """Return the printer of this machine, set to A4 upright without margins: the sheet has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def print_pdf(printer: QPrinter, pdf: bytes, report: Report) -> int:
    """Print the pages that the printer's dialog chose and return their number; raises MachineError.

    Where the dialog chose a file in place of paper, only its owner can read it.
    Runs in the worker; `report` hears (printed, all) and may raise to cancel.
    """
    wanted = _wanted_pages(printer, len(page_sizes(pdf)))
    _keep_private(printer)
    painter = QPainter()
    if not painter.begin(printer):
        raise MachineError("چاپگر آماده نیست. روشن بودن و کاغذ آن را بررسی کنید و دوباره چاپ کنید.")
    try:
        for done, number in enumerate(wanted):
            report((done, len(wanted)))
            if done and not printer.newPage():
                raise MachineError("چاپ در میان کار ماند. چاپگر را بررسی کنید و دوباره چاپ کنید.")
            picture = draw_page(pdf, number, DOTS_PER_INCH / POINTS_PER_INCH)
            painter.drawImage(QRectF(painter.viewport()), picture, QRectF(picture.rect()))
    finally:
        painter.end()
    return len(wanted)


def _keep_private(printer: QPrinter) -> None:
    """Make the file that stands for paper its owner's alone; where none can be made, the printer itself says so."""
    if printer.outputFileName():
        with suppress(OSError):
            make_private_file(Path(printer.outputFileName()))


def _wanted_pages(printer: QPrinter, count: int) -> range:
    """Return the numbers of the chosen pages, counted from zero; 0 to 0 in the dialog means all."""
    first, last = printer.fromPage(), printer.toPage()
    return range(first - 1, min(last, count)) if first else range(count)
