"""The card of a global operation: what the sum holds, what stands beside it, and why a claim left the tariff."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.persian import persian_digits, rials
from app.services.open_claim import OpenClaim
from app.services.stay.global_view import GlobalKind, GlobalView, Leaving
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.names import line_title
from app.ui.fonts import MEDIUM, SMALL, font, metrics
from app.ui.stay.words import line_list
from app.ui.text import identifier, sentence
from app.ui.why.finding_card import StepsTable

MOST_LINES, TITLE_ROOM = 6, 190


class LineLink(QPushButton):
    """A line of the bill by number and title; pressing it leads there."""

    def __init__(self, open_claim: OpenClaim, no: int, parent: QWidget | None = None) -> None:
        title = sentence(line_title(open_claim.line(no), open_claim.titles))
        short = metrics(SMALL).elidedText(title, Qt.TextElideMode.ElideRight, TITLE_ROOM)
        super().__init__(f"{persian_digits(no)}  {short}", parent)
        self.no = no
        self.setProperty("role", "chip")
        self.setFont(font(SMALL))
        self.setToolTip(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class GlobalCard(QFrame):
    """What article 22 makes of a claim.

    Signals:
        line_wanted: number of the line to which a person wants to go.
        rule_wanted: id of a rule to be read in the rule book.
        left: -1 or 1: the keys go to what is above or below the card.
    """

    line_wanted = Signal(int)
    rule_wanted = Signal(str)
    left = Signal(int)

    def __init__(self, view: GlobalView, open_claim: OpenClaim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.view, self._open_claim = view, open_claim
        self.links: list[QPushButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 10)
        self._box.setSpacing(4)
        self._box.addWidget(CleanLabel(self._title(), self, weight=MEDIUM))
        self._box.addWidget(CleanLabel(self._says(), self, points=SMALL + 0.5))
        for leaving in view.leaving:
            self._add_leaving(leaving)
        for name, lines in self._groups():
            self._add_lines(name, lines)
        if len(view.steps) > 1:
            self._box.addWidget(StepsTable(view.steps, self))

    def take_focus(self, *, last: bool = False) -> bool:
        """Give the keys to the first or last link; tell whether there is one."""
        if self.links:
            self.links[-1 if last else 0].setFocus()
        return bool(self.links)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from link to link with the arrows, or out of the card."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        ahead, back = Qt.Key.Key_Left, Qt.Key.Key_Right
        if not self.isRightToLeft():
            ahead, back = back, ahead
        sideways = {ahead: 1, back: -1}
        focused = self.focusWidget()
        if event.key() in sideways and focused in self.links:
            place = self.links.index(focused) + sideways[Qt.Key(event.key())]
            self.links[min(max(place, 0), len(self.links) - 1)].setFocus()
        elif event.key() in steps:
            self.left.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _title(self) -> str:
        row = f"{self.view.row} {identifier(self.view.code)}".strip()
        if self.view.kind is GlobalKind.SUM:
            return self.tr("عمل گلوبال: {row}").format(row=row)
        if self.view.kind is GlobalKind.ITEMS:
            return self.tr("این عمل در فهرست گلوبال است و به ریز نوشته شده: {row}").format(row=row)
        return self.tr("بیرون از تعرفه گلوبال: {row}").format(row=row)

    def _says(self) -> str:
        view, amount = self.view, rials(self.view.sum or 0)
        if view.kind is GlobalKind.LEFT:
            return self.tr("این سند به ریز خدمات حساب می‌شود ({lines}).").format(lines=line_list(view.operations))
        if view.sum is None:
            return self.tr("سرجمع این عمل در بسته‌های مرجع نیست.")
        if view.kind is GlobalKind.SUM:
            return self.tr("سرجمع تعرفه {amount} ریال، {lines}").format(amount=amount, lines=line_list(view.operations))
        inside = rials(view.inside_approved)
        return self.tr("ردیف‌های درون سرجمع {inside} ریال تأیید شده؛ بیش از سرجمع {amount} ریال پرداخت نمی‌شود.").format(
            inside=inside, amount=amount
        )

    def _groups(self) -> Iterator[tuple[str, Sequence[int]]]:
        view = self.view
        inside = self.tr("درون سرجمع است و جداگانه پرداخت نمی‌شود")
        yield (self.tr("درون سرجمع است") if view.kind is GlobalKind.ITEMS else inside), view.inside
        yield self.tr("مازاد بر سرجمع از این ردیف‌ها کاسته شد"), view.capped
        yield self.tr("به سرجمع افزوده می‌شود"), view.added
        yield self.tr("در عمل گلوبال پرداختنی نیست"), view.refused
        yield self.tr("در هیچ فهرستی نیست؛ نظر کارشناس لازم است"), view.unnamed

    def _add_leaving(self, leaving: Leaving) -> None:
        entry = self._open_claim.rulebook[leaving.rule]
        text = self.tr("{wording} ({clause})").format(wording=entry.wording.rstrip("."), clause=entry.clause)
        self._box.addWidget(CleanLabel(text, self, tone="amber", points=SMALL + 0.5))
        row = self._new_row()
        read = QPushButton(self.tr("ضابطه {rule}").format(rule=identifier(leaving.rule)), self)
        read.setProperty("role", "chip")
        read.setFont(font(SMALL))
        read.clicked.connect(lambda _checked=False, rule=leaving.rule: self.rule_wanted.emit(rule))
        self._link(row, read)
        self._fill(row, leaving.lines)

    def _add_lines(self, name: str, lines: Sequence[int]) -> None:
        if lines:
            self._box.addWidget(CleanLabel(name, self, tone="quiet", points=SMALL))
            self._fill(self._new_row(), lines)

    def _new_row(self) -> QWidget:
        row = QWidget(self)
        FlowLayout(row, spacing=6, row_spacing=4)
        self._box.addWidget(row)
        return row

    def _fill(self, row: QWidget, lines: Sequence[int]) -> None:
        for no in lines[:MOST_LINES]:
            link = LineLink(self._open_claim, no, row)
            link.clicked.connect(lambda _checked=False, no=no: self.line_wanted.emit(no))
            self._link(row, link)
        if len(lines) > MOST_LINES:
            more = QLabel(self.tr("و {count} ردیف دیگر").format(count=persian_digits(len(lines) - MOST_LINES)), row)
            more.setProperty("tone", "quiet")
            more.setFont(font(SMALL))
            self._layout_of(row).addWidget(more)

    def _link(self, row: QWidget, link: QPushButton) -> None:
        self.links.append(link)
        self._layout_of(row).addWidget(link)

    @staticmethod
    def _layout_of(row: QWidget) -> FlowLayout:
        layout = row.layout()
        assert isinstance(layout, FlowLayout)
        return layout
