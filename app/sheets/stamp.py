"""The visible part of a signature: who signed, in which post, and when."""

from datetime import datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.domain.dates import JalaliDate
from app.domain.findings import Pen
from app.domain.persian import date_text, persian_digits
from app.sheets import style
from app.sheets.fonts import load_fonts
from app.sheets.signature_block import STAMP_HEIGHT, STAMP_WIDTH
from app.sheets.text import draw_text

PENS_OF_ROLES = {"reviewer": Pen.GREEN, "accountant": Pen.RED}
POSTS = {"reviewer": "کارشناس رسیدگی فنی", "accountant": "کارشناس حسابداری"}


def draw_stamp(role: str, full_name: str, at: datetime) -> bytes:
    """Return the stamp as a PDF of one small page; the moment is shown in the machine's time zone."""
    load_fonts()
    target = BytesIO()
    canvas = Canvas(target, pagesize=(STAMP_WIDTH, STAMP_HEIGHT), invariant=1)
    colour = style.PEN_COLOURS[PENS_OF_ROLES[role]]
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.9)
    canvas.setFillColor(style.WHITE)
    canvas.roundRect(0.6, 0.6, STAMP_WIDTH - 1.2, STAMP_HEIGHT - 1.2, 3, stroke=1, fill=1)
    lines = (
        ("امضای دیجیتال", style.STAMP_TITLE, 0.77),
        (full_name, style.STAMP_NAME, 0.52),
        (POSTS[role], style.STAMP, 0.30),
        (_moment(at), style.STAMP, 0.105),
    )
    for text, look, height in lines:
        draw_text(canvas, text, look.coloured(colour), (4, STAMP_WIDTH - 6), STAMP_HEIGHT * height)
    canvas.save()
    return target.getvalue()


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{date_text(JalaliDate.from_gregorian(local.date()))}، ساعت {persian_digits(f'{local:%H:%M}')}"
