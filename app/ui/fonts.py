"""The shipped typeface: loaded once, so that the desk looks alike on every machine."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from app.errors import MachineError
from app.resources import resource

FAMILY = "Vazirmatn"
FILES = ("Vazirmatn-Regular.ttf", "Vazirmatn-Medium.ttf", "Vazirmatn-Bold.ttf")
BODY = 10.5
SMALL = 9.0
LARGE = 13.0
REGULAR, MEDIUM, BOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.Bold


def load_fonts() -> None:
    """Make the typeface known to Qt; raises MachineError where a file is missing or damaged."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise MachineError(f"قلم {name} در پوشه برنامه نیست یا خراب است؛ برنامه را دوباره نصب کنید.")


@cache
def font(points: float = BODY, weight: QFont.Weight = REGULAR, *, tabular: bool = False) -> QFont:
    """Return the typeface in a size; `tabular` gives all figures one width, for columns of amounts."""
    found = QFont(FAMILY)
    found.setPointSizeF(points)
    found.setWeight(weight)
    if tabular:
        found.setFeature(QFont.Tag("tnum"), 1)
        found.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.08 * points)  # its tabular figures stand wide
    return found


@cache
def metrics(points: float = BODY, weight: QFont.Weight = REGULAR, *, tabular: bool = False) -> QFontMetrics:
    """Return the measures of `font` on the screen."""
    return QFontMetrics(font(points, weight, tabular=tabular))
