"""The looks of a sheet: page, colours, and the kinds of text. Lengths are points."""

from dataclasses import dataclass, replace
from enum import Enum

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4

from app.domain.findings import Pen
from app.sheets import fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT_MARGIN, RIGHT_MARGIN = 40.0, 62.0  # the right one is for filing
BODY_WIDTH = PAGE_WIDTH - LEFT_MARGIN - RIGHT_MARGIN
BODY_RIGHT = PAGE_WIDTH - RIGHT_MARGIN
BODY_BOTTOM = 76.0

INK = HexColor("#17202b")
QUIET = HexColor("#5c6875")
HAIRLINE = HexColor("#cfd6dd")
TINT = HexColor("#f3f5f7")
WHITE = HexColor("#ffffff")
BAR = HexColor("#5b7083")
GREEN = HexColor("#12803c")
RED = HexColor("#c2202a")
AMBER = HexColor("#b36b00")
AMBER_TINT = HexColor("#fdf3df")
RED_TINT = HexColor("#fdeeee")
PEN_COLOURS = {Pen.GREEN: GREEN, Pen.RED: RED}


class Align(Enum):
    """Where the lines of a text stand in their room."""

    RIGHT = "right"
    CENTRE = "centre"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks; `leading` is the height of one line."""

    font: str
    size: float
    leading: float
    colour: Color = INK
    align: Align = Align.RIGHT

    def coloured(self, colour: Color) -> "TextStyle":
        """Return the same style in another colour."""
        return replace(self, colour=colour)


TITLE = TextStyle(fonts.BOLD, 17, 23)
SUBTITLE = TextStyle(fonts.REGULAR, 8.4, 12.5, QUIET)
OFFICE = TextStyle(fonts.MEDIUM, 9.5, 14, INK, Align.LEFT)
PRINTED = TextStyle(fonts.REGULAR, 8, 11.5, QUIET, Align.LEFT)
HEADING = TextStyle(fonts.BOLD, 10, 15)
LABEL = TextStyle(fonts.REGULAR, 7, 10, QUIET)
VALUE = TextStyle(fonts.MEDIUM, 8.6, 12.6)
BODY = TextStyle(fonts.REGULAR, 8.4, 12.6)
SMALL = TextStyle(fonts.REGULAR, 7.2, 10.8, QUIET)
SMALL_LEFT = TextStyle(fonts.REGULAR, 7.2, 10.8, QUIET, Align.LEFT)
NOTE = TextStyle(fonts.REGULAR, 7, 10.6, QUIET)
COLUMN = TextStyle(fonts.MEDIUM, 7.4, 12, QUIET)
COLUMN_CENTRE = TextStyle(fonts.MEDIUM, 7.4, 12, QUIET, Align.CENTRE)
CELL = TextStyle(fonts.REGULAR, 8.6, 13.4)
CELL_CENTRE = TextStyle(fonts.REGULAR, 8.6, 13.4, INK, Align.CENTRE)
AMOUNT = TextStyle(fonts.TABULAR, 9, 13.4)
AMOUNT_STRONG = TextStyle(fonts.TABULAR_MEDIUM, 9, 13.4)
AMOUNT_SECTION = TextStyle(fonts.TABULAR, 8, 12.6, QUIET)
AMOUNT_STRUCK = TextStyle(fonts.TABULAR, 7.6, 11, QUIET)
AMOUNT_EARLIER = TextStyle(fonts.TABULAR, 9, 13.4, QUIET)
AMOUNT_LARGE = TextStyle(fonts.TABULAR_MEDIUM, 10.6, 15)
AMOUNT_LARGE_STRONG = TextStyle(fonts.TABULAR_BOLD, 10.6, 15)
SECTION = TextStyle(fonts.BOLD, 8.4, 12.6)
INITIALS = TextStyle(fonts.MEDIUM, 6.8, 9, INK, Align.CENTRE)
WORDS = TextStyle(fonts.MEDIUM, 8.6, 13)
FINDING = TextStyle(fonts.BOLD, 8.4, 13)
FINDING_SOURCE = TextStyle(fonts.REGULAR, 7.2, 13, QUIET)
FINDING_INDEX = TextStyle(fonts.MEDIUM, 7.6, 13, INK, Align.CENTRE)
FINDING_CHANGE = TextStyle(fonts.MEDIUM, 8.2, 13, INK, Align.LEFT)
AWAITED = TextStyle(fonts.MEDIUM, 7.6, 11.4, AMBER)
READING = TextStyle(fonts.REGULAR, 7.4, 11, AMBER)
STEP = TextStyle(fonts.REGULAR, 7.4, 11, QUIET)
STEP_VALUE = TextStyle(fonts.TABULAR, 7.4, 11, INK, Align.LEFT)
BOX_TITLE = TextStyle(fonts.MEDIUM, 8.4, 13)
BOX_VALUE = TextStyle(fonts.MEDIUM, 8.6, 13)
STAMP_TITLE = TextStyle(fonts.BOLD, 7.4, 11)
STAMP_NAME = TextStyle(fonts.MEDIUM, 8.6, 13)
STAMP = TextStyle(fonts.REGULAR, 7.2, 11)
FOOT = TextStyle(fonts.REGULAR, 7.4, 12, QUIET)
FOOT_CENTRE = TextStyle(fonts.MEDIUM, 8, 12, INK, Align.CENTRE)
FOOT_LEFT = TextStyle(fonts.REGULAR, 7.4, 12, QUIET, Align.LEFT)
DIGEST = TextStyle(fonts.MEDIUM, 7.4, 12, INK, Align.LEFT)
BAND = TextStyle(fonts.MEDIUM, 8.2, 13, HexColor("#6b4000"), Align.CENTRE)
VOID_BAND = TextStyle(fonts.BOLD, 8.6, 13, HexColor("#8c1018"), Align.CENTRE)
AMOUNT_STATED = TextStyle(fonts.TABULAR, 8.2, 12.6)
AMOUNT_STATED_STRONG = TextStyle(fonts.TABULAR_MEDIUM, 8.2, 12.6)
GROUP = TextStyle(fonts.MEDIUM, 8.2, 12.6)
STATED = TextStyle(fonts.REGULAR, 7.8, 12)
STATED_CENTRE = TextStyle(fonts.REGULAR, 7.8, 12, INK, Align.CENTRE)
STRONG = TextStyle(fonts.MEDIUM, 8.6, 13.4)
