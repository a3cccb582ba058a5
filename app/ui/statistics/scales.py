"""The scale of a chart: round steps that a person can read, and the unit in which they are short."""

from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.domain.money import Exact, exact

STEPS = (1, 2, 5)
UNITS = (
    (10**9, QT_TRANSLATE_NOOP("statistics", "میلیارد ریال")),
    (10**6, QT_TRANSLATE_NOOP("statistics", "میلیون ریال")),
    (10**3, QT_TRANSLATE_NOOP("statistics", "هزار ریال")),
    (1, QT_TRANSLATE_NOOP("statistics", "ریال")),
)


def round_steps(most: Exact, *, at_most: int = 5, least: Exact = 1) -> tuple[Fraction, ...]:
    """Return the places of the lines of a scale: from zero in equal round steps up to the first that covers `most`.

    Args:
        most: the largest value that is drawn.
        at_most: how many steps there may be.
        least: the smallest step that makes sense, such as a rial; itself a round number.
    """
    step, covered = exact(least), max(exact(most), exact(least))
    place = 0
    while covered > step * at_most:
        place += 1
        step = exact(least) * STEPS[place % 3] * 10 ** (place // 3)
    count = -(-covered // step)
    return tuple(step * number for number in range(int(count) + 1))


def unit_of(step: Fraction) -> tuple[int, str]:
    """Return the largest unit of which a step is a whole multiple, in rials, and its Persian name."""
    return next((unit, str(name)) for unit, name in UNITS if unit == 1 or step % unit == 0)
