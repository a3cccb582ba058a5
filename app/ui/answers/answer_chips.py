"""The answers already given, as quiet chips; those that one key filled bear its name as their reason."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.office import Decision
from app.domain.persian import persian_digits
from app.services.open_claim import OpenClaim
from app.ui.answers.value_names import answer_text, fact_label
from app.ui.fonts import SMALL, font

MOST_CHIPS = 3


class AnswerChips(QWidget):
    """The latest answers first; the rest as a count with a tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.texts: tuple[str, ...] = ()

    def show_answers(self, open_claim: OpenClaim) -> None:
        """Show the answers that hold."""
        self.texts = tuple(_chip_text(answer) for answer in reversed(open_claim.answers()))
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for text in self.texts[:MOST_CHIPS]:
            self._box.addWidget(_chip(text, self))
        rest = self.texts[MOST_CHIPS:]
        if rest:
            more = self.tr("و {count} پاسخ دیگر").format(count=persian_digits(len(rest)))
            chip = _chip(more, self)
            chip.setToolTip("\n".join(rest))
            self._box.addWidget(chip)
        self._box.addStretch(1)


def _chip(text: str, parent: QWidget) -> QLabel:
    chip = QLabel(text, parent)
    chip.setProperty("role", "badge")
    chip.setFont(font(SMALL - 0.5))
    return chip


def _chip_text(answer: Decision) -> str:
    translate = QCoreApplication.translate
    name = answer.fact or ""
    value = answer.value if answer.value is not None else ""
    said = answer_text(name, value, yes=translate("answers", "بله"), no=translate("answers", "خیر"))
    text = f"{fact_label(name)}: {said}"
    if answer.line is not None:
        place = translate("answers", "ردیف {no}").format(no=persian_digits(answer.line))
        text = f"{place}، {text}"
    return f"{text} ({answer.reason})" if answer.reason else text
