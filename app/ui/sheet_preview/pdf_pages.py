"""The pages of a PDF as pictures, by pdfium, which one thread at a time may call."""

from pypdfium2 import PdfDocument
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from app.sheets.binding import PDFIUM


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Return the sizes of all pages in points (1/72 inch)."""
    with PDFIUM, PdfDocument(pdf) as document:
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))


def draw_page(pdf: bytes, number: int, scale: float) -> QImage:
    """Return one page, counted from zero, with `scale` pixels to a point, and with the stamps of its signatures."""
    with PDFIUM, PdfDocument(pdf) as document:
        document.init_forms()  # the stamps are form fields
        page = document[number]
        drawn = page.render(scale=scale, prefer_bgrx=True)
        picture = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
        drawn.close()
        page.close()
        return picture
