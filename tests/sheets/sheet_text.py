"""What a reader and an eye find in a PDF: its text as pdfium takes it out, and the pixels of a colour."""

import unicodedata

import pypdfium2
from PIL import Image
from reportlab.lib.colors import Color

_SCALE = 2.0
_NEAR = 60


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page, letters in their base form; signatures count as part of their page."""
    document = _opened(pdf)
    try:
        return [_tidy(document[number].get_textpage().get_text_range()) for number in range(len(document))]
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """Return the text of all pages."""
    return "\n".join(page_texts(pdf))


def page_image(pdf: bytes, page: int) -> Image.Image:
    """Return a page as it is shown, signatures with it; -1 is the last."""
    document = _opened(pdf)
    try:
        return document[page % len(document)].render(scale=_SCALE).to_pil().convert("RGB")
    finally:
        document.close()


def pixels_near(pdf: bytes, page: int, colour: Color, box: tuple[float, float, float, float] | None = None) -> int:
    """Return how many pixels of a page, or of a box on it in points, have about a colour."""
    image = page_image(pdf, page)
    if box is not None:
        left, bottom, right, top = (round(edge * _SCALE) for edge in box)
        image = image.crop((left, image.height - top, right, image.height - bottom))
    wanted = [round(255 * part) for part in colour.rgb()]
    return sum(
        all(abs(part - other) < _NEAR for part, other in zip(pixel, wanted, strict=True))
        for pixel in image.get_flattened_data()
    )


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document


def _tidy(text: str) -> str:
    """Return text by base letters; what is hidden in it and how its lines end differs from reader to reader."""
    plain = unicodedata.normalize("NFKC", text)
    return " ".join(plain.replace("\u200c", "").replace("\ufffe", "-").split())
