"""The answers already given, as quiet chips; those that one key filled bear its name as their reason.

What an inquiry about cover gives stands after what people answered.
"""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.domain.office import Decision
from app.domain.persian import persian_digits
from app.services.open_claim import OpenClaim
from app.ui import theme
from app.ui.answers.value_names import answer_text, fact_label
from app.ui.eligibility.words import given_text
from app.ui.fonts import SMALL, font, metrics
from app.ui.text import sentence

HEIGHT, PAD, GAP = 24, 10, 6
POINTS = SMALL - 0.5


class AnswerChips(QWidget):
    """The latest answers first, as many as fit whole; the rest as a count, all of them in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_answers(self, open_claim: OpenClaim) -> None:
        """Show the answers that hold."""
        answers = tuple(_chip_text(answer) for answer in reversed(open_claim.answers()))
        given = () if open_claim.inquired is None else (given_text(open_claim.inquired.inquiry),)
        self.texts = (*answers, *given)
        self.setToolTip("\n".join(self.texts))
        self.setAccessibleName("؛ ".join(self.texts))
        self.update()

    def fitting(self) -> tuple[str, ...]:
        """Return the texts that are shown: whole answers, then how many there are besides."""
        shown: list[str] = []
        left = self.width()
        for place, text in enumerate(self.texts):
            rest = len(self.texts) - place
            more = self.tr("و {count} پاسخ دیگر").format(count=persian_digits(rest))
            if _width(text) + (_width(more) if rest > 1 else 0) > left:
                return (*shown, more if shown else self.tr("{count} پاسخ").format(count=persian_digits(rest)))
            shown.append(text)
            left -= _width(text)
        return tuple(shown)

    def sizeHint(self) -> QSize:
        """Return the room of one row."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(POINTS))
        start = 0
        for text in self.fitting():
            width = _width(text) - GAP
            room = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(start, 1, width, HEIGHT - 2))
            painter.setPen(QPen(theme.HAIRLINE))
            painter.setBrush(theme.TINT)
            painter.drawRoundedRect(room, HEIGHT / 2 - 1, HEIGHT / 2 - 1)
            painter.setPen(theme.INK)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
            start += width + GAP


def _width(text: str) -> int:
    return metrics(POINTS).horizontalAdvance(text) + 2 * PAD + GAP


def _chip_text(answer: Decision) -> str:
    translate = QCoreApplication.translate
    name = answer.fact or ""
    value = answer.value if answer.value is not None else ""
    said = answer_text(name, value, yes=translate("answers", "بله"), no=translate("answers", "خیر"))
    text = f"{fact_label(name)}: {said}"
    if answer.line is not None:
        place = translate("answers", "ردیف {no}").format(no=persian_digits(answer.line))
        text = f"{place}، {text}"
    return sentence(f"{text} ({answer.reason})" if answer.reason else text)
