"""A submission of the work in hand in three lines, with a sign for its deadline that differs by shape."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.services.workload import SubmissionInHand
from app.ui.fonts import MEDIUM, REGULAR, SMALL, font, metrics
from app.ui.theme import AMBER, FAINT, FOCUS, HAIRLINE, INK, PAPER, QUIET, RED, SELECTED, SELECTED_QUIET
from app.ui.workload.submission_model import ROW
from app.ui.workload.submission_texts import (
    Urgency,
    age_text,
    centre_text,
    claimed_text,
    deadline_text,
    request_text,
    reviewer_text,
    states_text,
    urgency_of,
)

HEIGHT, PAD, SIGN, GAP = 82, 14, 30, 10
TOPS = (8, 33, 55)
Text = tuple[str, float, QFont.Weight, QColor]
"""A text with its size in points, weight and colour."""
COLOURS = {Urgency.OVERDUE: RED, Urgency.SOON: AMBER, Urgency.LATER: INK, Urgency.NONE: QUIET}


class SubmissionDelegate(QStyledItemDelegate):
    """Paints the rows; mirrored by hand, for Qt does not mirror what a delegate paints."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a row."""
        return QSize(360, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one submission."""
        row: SubmissionInHand = index.data(ROW)
        urgency = urgency_of(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        sign = QRect(option.rect.left() + PAD, option.rect.top(), SIGN, HEIGHT)
        _paint_sign(painter, QPointF(QStyle.visualRect(option.direction, option.rect, sign).center()), urgency)
        weight = MEDIUM if urgency in {Urgency.OVERDUE, Urgency.SOON} else REGULAR
        lines = (
            ((centre_text(row), 10.5, MEDIUM, INK), (deadline_text(row), 10.0, weight, COLOURS[urgency])),
            ((request_text(row), SMALL, REGULAR, QUIET), (claimed_text(row), SMALL, REGULAR, QUIET)),
            (
                (f"{states_text(row)} — {age_text(row)}", SMALL, REGULAR, INK),
                (reviewer_text(row), SMALL, MEDIUM if row.reviewer else REGULAR, INK if row.reviewer else FAINT),
            ),
        )
        for top, (first, last) in zip(TOPS, lines, strict=True):
            _paint_line(painter, option, top, first, last)
        painter.restore()


def _paint_line(
    painter: QPainter,
    option: QStyleOptionViewItem,
    top: int,
    first: Text,
    last: Text,
) -> None:
    """Paint a text at the beginning of a line, cut where it must be, and one at its end."""
    right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
    absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    left, right = absolute | Qt.AlignmentFlag.AlignLeft, absolute | Qt.AlignmentFlag.AlignRight
    beginning, end = (right, left) if right_to_left else (left, right)
    start, room = PAD + SIGN + GAP, option.rect.width() - 2 * PAD - SIGN - GAP
    text, points, weight, _colour = last
    width = min(metrics(points, weight).horizontalAdvance(text) + 4, room)
    for (said, size, heavy, ink), at, wide, alignment in (
        (first, start, room - width - GAP, beginning),
        (last, start + room - width, width, end),
    ):
        area = QRect(option.rect.left() + at, option.rect.top() + top, wide, 22)
        area = QStyle.visualRect(option.direction, option.rect, area)
        painter.setFont(font(size, heavy))
        painter.setPen(ink)
        measures = metrics(size, heavy)
        painter.drawText(area, alignment, measures.elidedText(said, Qt.TextElideMode.ElideRight, wide))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(option.rect, SELECTED if focused else SELECTED_QUIET)
        edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, option.rect, edge), FOCUS)
    painter.setPen(HAIRLINE)
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _paint_sign(painter: QPainter, centre: QPointF, urgency: Urgency) -> None:
    """Paint a filled triangle with a stroke where time has run out, a half disc where it soon does, else a ring."""
    colour, around = COLOURS[urgency], QRectF(centre.x() - 9, centre.y() - 9, 18, 18)
    painter.setPen(QPen(colour, 1.6))
    if urgency is Urgency.OVERDUE:
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(centre.x(), around.top()), around.bottomRight(), around.bottomLeft()]))
        painter.setPen(QPen(PAPER, 2.2))
        painter.drawLine(centre - QPointF(0, 2), centre + QPointF(0, 3))
        painter.drawPoint(centre + QPointF(0, 6.5))
    elif urgency is Urgency.SOON:
        painter.drawEllipse(around)
        painter.setBrush(colour)
        painter.drawPie(around, 90 * 16, -180 * 16)
    elif urgency is Urgency.LATER:
        painter.setPen(QPen(FAINT, 1.6))
        painter.drawEllipse(around)
    else:
        painter.setPen(QPen(FAINT, 1.6))
        painter.drawLine(QPointF(around.left() + 3, centre.y()), QPointF(around.right() - 3, centre.y()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
