"""The pages of a PDF as pictures, by pdfium; it must run in one thread at a time, so in one worker."""

from pypdfium2 import PdfDocument
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Return the sizes of all pages in points (1/72 inch)."""
    document = PdfDocument(pdf)
    try:
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))
    finally:
        document.close()


def draw_page(pdf: bytes, number: int, scale: float) -> QImage:
    """Return one page, counted from zero, with `scale` pixels to a point."""
    document = PdfDocument(pdf)
    try:
        drawn = document[number].render(scale=scale, prefer_bgrx=True)
        picture = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        return picture.copy()  # the buffer is pdfium's and goes with the document
    finally:
        document.close()
