"""A claim of the queue in two lines: patient and sum, number and state, with the sign of its verdict."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.findings import Verdict
from app.domain.office import OPEN_STATES, ClaimState
from app.domain.persian import rials
from app.domain.queue import QueueRow
from app.ui.bill.marks import draw_circle, draw_question, draw_tick, draw_zero
from app.ui.bill.names import KINDS, STATES, name_of
from app.ui.fonts import MEDIUM, SMALL, font, metrics
from app.ui.queue.queue_model import ROW, edited_text
from app.ui.text import NOTHING, identifier, signed_rials
from app.ui.theme import AMBER, FAINT, FOCUS, GREEN, HAIRLINE, INK, QUIET, SELECTED, SELECTED_QUIET

HEIGHT, PAD, SIGN = 56, 12, 34


class QueueDelegate(QStyledItemDelegate):
    """Paints the rows of the queue."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a row."""
        return QSize(220, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one claim; mirrored by hand, for Qt does not mirror what a delegate paints."""
        row: QueueRow = index.data(ROW)
        area, direction = option.rect, option.direction
        painter.save()
        self._paint_ground(painter, option)

        def part(left: int, top: int, width: int, height: int) -> QRect:
            return QStyle.visualRect(direction, area, QRect(area.left() + left, area.top() + top, width, height))

        wide, upper, lower = area.width(), 8, 30
        self._paint_sign(painter, QPointF(part(PAD, 0, SIGN, HEIGHT).center()), row)
        sum_width = metrics(tabular=True).horizontalAdvance(rials(row.claimed)) + 4
        room = wide - 2 * PAD - SIGN - 6
        leading, trailing = _alignments(direction)
        painter.setFont(font(weight=MEDIUM))
        painter.setPen(INK)
        name = row.patient_name or identifier(row.patient_id)
        name_area = part(PAD + SIGN + 6, upper, room - sum_width - 8, 22)
        painter.drawText(
            name_area, leading, metrics(weight=MEDIUM).elidedText(name, Qt.TextElideMode.ElideRight, name_area.width())
        )
        painter.setFont(font(tabular=True))
        painter.drawText(part(wide - PAD - sum_width, upper, sum_width, 22), trailing, rials(row.claimed))
        painter.setFont(font(SMALL))
        painter.setPen(AMBER if row.sent_back else QUIET)
        state = _state_text(row)
        state_width = metrics(SMALL).horizontalAdvance(state) + 4
        painter.drawText(part(wide - PAD - state_width, lower, state_width, 18), trailing, state)
        painter.setPen(QUIET)
        detail = _detail_text(row)
        detail_area = part(PAD + SIGN + 6, lower, room - state_width - 8, 18)
        painter.drawText(
            detail_area, leading, metrics(SMALL).elidedText(detail, Qt.TextElideMode.ElideRight, detail_area.width())
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen:
            painter.fillRect(option.rect, SELECTED if focused else SELECTED_QUIET)
            edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, edge), FOCUS)
        painter.setPen(HAIRLINE)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_sign(self, painter: QPainter, centre: QPointF, row: QueueRow) -> None:
        colour = GREEN if row.state in OPEN_STATES else FAINT
        if row.verdict is Verdict.QUERY:
            draw_question(painter, centre, 17, AMBER, row.id)
        elif row.verdict is Verdict.APPROVED:
            draw_tick(painter, centre, 16, colour, row.id)
        elif row.verdict is Verdict.REJECTED:
            draw_zero(painter, centre, 18, colour, row.id)
        elif row.verdict is Verdict.ADJUSTED:
            self._paint_circle(painter, centre, colour, row.id)

    def _paint_circle(self, painter: QPainter, centre: QPointF, colour: QColor, seed: int) -> None:
        around = QRect(0, 0, 27, 17)
        around.moveCenter(centre.toPoint())
        draw_circle(painter, around.toRectF(), colour, seed)


def _detail_text(row: QueueRow) -> str:
    """Return number and centre; why a signature was voided takes all the room, and the number is in the hint."""
    if row.voided is not None:
        return edited_text(row)
    return f"{identifier(row.external_id)} · {edited_text(row) or row.centre_name or name_of(KINDS, row.kind)}"


def _state_text(row: QueueRow) -> str:
    """Return how far the claim has come, and for an open one what is taken off."""
    if row.state is ClaimState.AWAITING_SUPERVISOR and row.departure:
        return f"{name_of(STATES, row.state)} · {signed_rials(row.departure)}"
    if row.state not in OPEN_STATES:
        return name_of(STATES, row.state)
    if row.corrected:
        return QCoreApplication.translate("queue", "برای امضای دوباره")
    if row.sent_back:
        return QCoreApplication.translate("queue", "بازگشته به رسیدگی")
    if row.verdict is None:
        return NOTHING
    return rials(-row.deducted) if row.deducted else ""


def _alignments(direction: Qt.LayoutDirection) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """Return the alignments at the beginning and at the end of a line."""
    absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    left, right = absolute | Qt.AlignmentFlag.AlignLeft, absolute | Qt.AlignmentFlag.AlignRight
    return (right, left) if direction is Qt.LayoutDirection.RightToLeft else (left, right)
