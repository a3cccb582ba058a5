"""The marks as a printer without colour shows them: their shape alone tells them apart."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.sheets import style
from app.sheets.marks import Ink, draw_arrow, draw_circle, draw_question, draw_strike, draw_tick, draw_zero

SIDE = 60.0
CENTRE = (30.0, 30.0)
MARKS = {
    "tick": lambda canvas, seed: draw_tick(Ink(canvas, style.GREEN, seed), CENTRE, 22),
    "circle": lambda canvas, seed: draw_circle(Ink(canvas, style.GREEN, seed), CENTRE, (25, 12)),
    "zero": lambda canvas, seed: draw_zero(Ink(canvas, style.GREEN, seed), CENTRE, 22),
    "question": lambda canvas, seed: draw_question(Ink(canvas, style.AMBER, seed), CENTRE, 22),
    "arrow": lambda canvas, seed: draw_arrow(Ink(canvas, style.GREEN, seed), CENTRE, 26),
    "strike": lambda canvas, seed: draw_strike(Ink(canvas, style.INK, seed), (15, 27), (45, 33)),
}


def drawing(mark: str, seed: int) -> bytes:
    """Return a small PDF with one mark."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(SIDE, SIDE), invariant=1)
    MARKS[mark](canvas, seed)
    canvas.save()
    return target.getvalue()


def ink(mark: str, seed: int = 1) -> Image.Image:
    """Return where a mark leaves ink, without its colour."""
    document = pypdfium2.PdfDocument(drawing(mark, seed))
    try:
        return document[0].render(scale=2).to_pil().convert("L").point(lambda grey: 255 if grey < 200 else 0)
    finally:
        document.close()


def covered(image: Image.Image) -> set[tuple[int, int]]:
    """Return the inked pixels."""
    return {(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y))}


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_leaves_ink_inside_its_room(mark):
    left, top, right, bottom = ink(mark).getbbox()
    assert (right - left) * (bottom - top) > 60
    assert min(left, top) > 0
    assert max(right, bottom) < 2 * SIDE


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("other", MARKS)
def test_marks_differ_in_shape(mark, other):
    one, two = covered(ink(mark)), covered(ink(other))
    alike = len(one & two) / len(one | two)
    assert (alike > 0.6) is (mark == other)


def test_a_circle_leaves_the_amount_readable():
    assert not covered(ink("circle").crop((40, 45, 80, 75)))


@pytest.mark.parametrize("mark", MARKS)
def test_a_hand_is_never_twice_the_same_but_a_seed_is(mark):
    assert drawing(mark, 1) == drawing(mark, 1)
    assert drawing(mark, 1) != drawing(mark, 2)
