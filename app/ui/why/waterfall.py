"""A small waterfall: from the claimed amount down to the one that stands, one bar for each deduction."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.domain.findings import Effect
from app.domain.money import Rial
from app.domain.persian import rials
from app.services.open_claim import OpenClaim
from app.ui import theme
from app.ui.fonts import MEDIUM, REGULAR, SMALL, font, metrics
from app.ui.text import identifier, without_bidi_marks

ROW, BAR = 26, 12
NAME_SHARE = 0.34

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar between two amounts in rials; `shown` is the figure beside it."""

    name: str
    top: Rial
    bottom: Rial
    shown: Rial
    colour: QColor
    strong: bool = False


def bars_of_line(open_claim: OpenClaim, no: int) -> tuple[Bar, ...]:
    """Return the bars of a line: claimed, each deduction, what the engine lets stand, and a person's amount.

    What a rule takes off by rejecting the whole claim comes after the deductions of the line's own.
    """
    settled = open_claim.settlement.line(no)
    bars = [Bar(translate("waterfall", "درخواستی"), settled.claimed, 0, settled.claimed, theme.FAINT)]
    left = settled.claimed
    for finding in open_claim.result.findings_of(no):
        if finding.deducted:
            colour = theme.PEN_COLOURS[finding.pen]
            bars.append(Bar(identifier(finding.rule), left, left - finding.deducted, -finding.deducted, colour))
            left -= finding.deducted
    engine = settled.engine.approved
    whole = next((found for found in open_claim.result.findings_of(None) if found.effect is Effect.REJECT), None)
    if whole is not None and engine < left:
        bars.append(Bar(identifier(whole.rule), left, engine, engine - left, theme.PEN_COLOURS[whole.pen]))
    if settled.base != engine:
        today = open_claim.by_todays_rules is not None
        name = translate("waterfall", "ضوابط امروز") if today else translate("waterfall", "نظر سامانه")
        bars.append(Bar(name, engine, 0, engine, theme.FAINT))
    if settled.added and settled.base != engine:
        bars.append(Bar(_opinion(settled.base_initials), settled.base, 0, settled.base, theme.FAINT))
    for found in (added.finding for added in settled.added):
        before, after, colour = found.before or 0, found.after or 0, theme.PEN_COLOURS[found.pen]
        bars.append(Bar(identifier(found.rule), before, after, -found.deducted, colour))
    if settled.green is not None and settled.corrected and settled.green.overridden:
        green = settled.green
        bars.append(Bar(_opinion(green.author_initials), green.approved, 0, green.approved, theme.FAINT))
    if settled.overridden or settled.added or settled.corrected:
        signed = open_claim.by_todays_rules is not None and settled.decision is None
        name = translate("waterfall", "امضاشده") if signed else _opinion(settled.author_initials)
        bars.append(Bar(name, settled.approved, 0, settled.approved, theme.INK, strong=True))
    else:
        bars.append(Bar(translate("waterfall", "تأییدشده"), engine, 0, engine, theme.INK, strong=True))
    return tuple(bars)


def _opinion(initials: str | None) -> str:
    return translate("waterfall", "نظر {initials}").format(initials=initials or translate("waterfall", "کارشناس"))


def bars_of_claim(open_claim: OpenClaim) -> tuple[Bar, ...]:
    """Return the bars of a claim: claimed, deducted, approved, and the two shares."""
    totals = open_claim.settlement.totals
    return (
        Bar(translate("waterfall", "درخواستی"), totals.claimed, 0, totals.claimed, theme.FAINT),
        Bar(translate("waterfall", "تعدیل"), totals.claimed, totals.approved, -totals.deducted, theme.GREEN),
        Bar(translate("waterfall", "تأییدشده"), totals.approved, 0, totals.approved, theme.INK, strong=True),
        Bar(
            translate("waterfall", "سهم بیمه‌شده"),
            totals.approved,
            totals.insurer_share,
            totals.patient_share,
            theme.FAINT,
        ),
        Bar(translate("waterfall", "سهم سازمان"), totals.insurer_share, 0, totals.insurer_share, theme.FAINT),
    )


class Waterfall(QWidget):
    """Names, bars and amounts in three columns; the amounts stand under one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show other bars."""
        self._bars = bars
        said = "؛ ".join(f"{bar.name}: {rials(bar.shown)}" for bar in bars)
        self.setAccessibleName(without_bidi_marks(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all bars."""
        return QSize(280, ROW * len(self._bars) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the bars give way, the amounts do not."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = max((bar.top for bar in self._bars), default=0) or 1
        figures = max((_figure_width(bar) for bar in self._bars), default=0)
        name_width = int(self.width() * NAME_SHARE)
        bar_width = max(self.width() - name_width - figures - 16, 0)
        for place, bar in enumerate(self._bars):
            top = place * ROW
            self._write(painter, self._room(0, top, name_width), bar.name, bar.strong)
            self._draw(painter, bar, QRect(name_width, top, bar_width, ROW), whole)
            self._amount(painter, self._room(self.width() - figures, top, figures), bar)

    def _room(self, start: int, top: int, width: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(start, top, width, ROW))

    def _draw(self, painter: QPainter, bar: Bar, room: QRect, whole: Rial) -> None:
        start = room.left() + room.width() * bar.bottom // whole
        width = max(room.width() * (bar.top - bar.bottom) // whole, 2)
        inside = QRect(start, room.top() + (ROW - BAR) // 2, width, BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar.colour)
        painter.drawRoundedRect(QStyle.visualRect(self.layoutDirection(), self.rect(), inside), 2, 2)

    @staticmethod
    def _write(painter: QPainter, room: QRect, text: str, strong: bool) -> None:
        weight = MEDIUM if strong else REGULAR
        painter.setFont(font(SMALL, weight))
        painter.setPen(theme.INK if strong else theme.QUIET)
        shown = metrics(SMALL, weight).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        align = QStyle.visualAlignment(painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _amount(painter: QPainter, room: QRect, bar: Bar) -> None:
        painter.setFont(font(SMALL + 0.5, MEDIUM if bar.strong else REGULAR, tabular=True))
        painter.setPen(theme.INK)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right | Qt.TextFlag.TextDontClip, rials(bar.shown))


def _figure_width(bar: Bar) -> int:
    return metrics(SMALL + 0.5, MEDIUM, tabular=True).horizontalAdvance(rials(bar.shown)) + 4
