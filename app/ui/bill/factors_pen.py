"""Paints the factors of an amount below its line: what it was built of, step by step, each value under the amounts.

The arithmetic reads from left to right, as it is calculated, inside captions that read from right to left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter

from app.domain.factors import Factors
from app.domain.money import Rial
from app.domain.persian import rials
from app.ui import theme
from app.ui.bill.bill_rows import FactorsRow
from app.ui.bill.cells import MARK_ROOM, PAD, Cell, write, write_amount
from app.ui.fonts import MEDIUM, REGULAR, SMALL, metrics
from app.ui.text import formula, identifier

INDENT, LINE, AROUND, GAP = 60, 21, 7, 14
POINTS = SMALL + 0.5


@dataclass(frozen=True, slots=True)
class FactorLine:
    """One written line: whose steps follow (`title`), or a caption, its arithmetic, or both, and a value in rials."""

    caption: str = ""
    expression: str = ""
    value: Rial | None = None
    title: bool = False


def factor_lines(factors: Sequence[Factors], width: int) -> tuple[FactorLine, ...]:
    """Return the lines of an unfolded amount in a room of this width; what is too long for one has two."""
    if not any(part.steps for part in factors):
        return (FactorLine(QCoreApplication.translate("bill", "هیچ ضابطه‌ای بهای این ردیف را حساب نکرده است.")),)
    return tuple(line for part in factors for line in _lines_of(part, width))


def height_of_factors(row: FactorsRow, width: int, approved_width: int) -> int:
    """Return the height of an unfolded amount in pixels."""
    return 2 * AROUND + LINE * len(factor_lines(row.factors, _text_width(width, approved_width)))


def paint_factors(painter: QPainter, cell: Cell, row: FactorsRow, approved_width: int) -> None:
    """Paint an unfolded amount over the whole width of the bill."""
    rect, width = cell.rect, _text_width(cell.rect.width(), approved_width)
    painter.fillRect(cell.part(INDENT - 2 * GAP + 8, 2), theme.HAIRLINE)
    top = rect.top() + AROUND
    for line in factor_lines(row.factors, width):
        weight = MEDIUM if line.title else REGULAR
        caption = f"{line.caption}:" if line.caption and line.expression else line.caption
        room = width if line.value is not None else rect.width() - INDENT - PAD
        write(painter, cell.part(INDENT, room, top, LINE), caption, points=POINTS, weight=weight, colour=theme.QUIET)
        if line.expression:
            start = metrics(POINTS).horizontalAdvance(caption) + GAP if caption else GAP
            write(painter, cell.part(INDENT + start, width - start, top, LINE), line.expression, points=POINTS)
        if line.value is not None:
            write_amount(painter, _value_room(cell, top, approved_width), line.value, theme.INK, points=POINTS + 0.5)
        top += LINE


def _text_width(width: int, approved_width: int) -> int:
    return max(width - INDENT - approved_width - PAD, 1)


def _value_room(cell: Cell, top: int, approved_width: int) -> QRect:
    start = cell.rect.width() - approved_width + PAD + MARK_ROOM
    return cell.part(start, cell.rect.width() - start - PAD, top, LINE)


def _lines_of(part: Factors, width: int) -> Iterator[FactorLine]:
    finding = part.finding
    if finding is not None:
        text = QCoreApplication.translate("bill", "ضابطه {rule}").format(rule=identifier(finding.rule))
        if finding.deducted and finding.before is not None and finding.after is not None:
            change = QCoreApplication.translate("bill", "ضابطه {rule}: از {before} به {after}")
            text = change.format(
                rule=identifier(finding.rule), before=rials(finding.before), after=rials(finding.after)
            )
        yield FactorLine(text, title=True)
    for step in part.steps:
        expression = formula(step.expression) if step.expression else ""
        measure = metrics(POINTS).horizontalAdvance
        if measure(f"{step.caption}:") + (GAP + measure(expression) if expression else 0) > width:
            yield FactorLine(step.caption)
            yield FactorLine("", expression, step.value)
        else:
            yield FactorLine(step.caption, expression, step.value)
