"""The card of the times: the stay as a whole, each day of operation enlarged, and in words what does not fit."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.persian import date_text, moment_text, persian_digits
from app.services.stay.times import Band, TimeLine, midnight
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.stay.band_view import BandView, Bound
from app.ui.stay.words import line_list, trouble_words


class TimesCard(QFrame):
    """The time line of a stay.

    Signals:
        line_pointed: number of the line on which the keys stand.
        line_wanted: number of the line to which a person wants to go.
        left: -1 or 1: the keys go to what is above or below the card.
    """

    line_pointed = Signal(int)
    line_wanted = Signal(int)
    left = Signal(int)

    def __init__(self, times: TimeLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.times = times
        self.bands: list[BandView] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(4)
        box.addWidget(CleanLabel(self.tr("زمان‌های بستری"), self, weight=MEDIUM))
        box.addWidget(CleanLabel("؛ ".join(self._summary()), self, tone="quiet", points=SMALL))
        bounds = [(moment, False) for moment in (times.admitted, times.discharged) if moment is not None]
        if times.ordered_on is not None:
            bounds.append((midnight(times.ordered_on), True))
        if times.stay is not None:
            self._add_band(times.stay, bounds, box)
        for band in times.operations:
            day = self.tr("روز عمل، {day}").format(day=date_text(band.start.day))
            box.addWidget(CleanLabel(day, self, points=SMALL, weight=MEDIUM))
            self._add_band(band, bounds, box)
        self.said = CleanLabel("", self, points=SMALL + 0.5)
        self.said.setVisible(bool(self.bands))
        box.addWidget(self.said)
        self.troubles = [CleanLabel(text, self, tone="amber", points=SMALL + 0.5) for text in self._troubles()]
        for label in self.troubles:
            box.addWidget(label)

    def take_focus(self, *, last: bool = False) -> bool:
        """Give the keys to the first or last band; tell whether there is one."""
        if self.bands:
            self.bands[-1 if last else 0].setFocus()
        return bool(self.bands)

    def _add_band(self, band: Band, bounds: list[Bound], box: QVBoxLayout) -> None:
        shown = tuple((moment, dashed) for moment, dashed in bounds if band.start <= moment <= band.end)
        view = BandView(band, shown, self)
        number = len(self.bands)
        self.bands.append(view)
        view.pointed.connect(self._on_pointed)
        view.line_wanted.connect(self.line_wanted)
        view.left.connect(lambda step: self._step(number + step, step))
        box.addWidget(view)

    def _step(self, number: int, step: int) -> None:
        if 0 <= number < len(self.bands):
            self.bands[number].setFocus()
        else:
            self.left.emit(step)

    def _on_pointed(self, words: str, lines: tuple[int, ...]) -> None:
        self.said.setText(words)
        if lines:
            self.line_pointed.emit(lines[0])

    def _summary(self) -> Iterator[str]:
        times, missing = self.times, self.tr("نیامده")
        admitted = moment_text(times.admitted) if times.admitted else missing
        discharged = moment_text(times.discharged) if times.discharged else missing
        yield self.tr("پذیرش {moment}").format(moment=admitted)
        if times.ordered_on is not None:
            yield self.tr("دستور ترخیص {day}").format(day=date_text(times.ordered_on))
        yield self.tr("ترخیص {moment}").format(moment=discharged)
        if times.days is not None:
            yield self.tr("تخت‌روز قابل پرداخت: {days}").format(days=persian_digits(times.days.due))

    def _troubles(self) -> Iterator[str]:
        bands = [band for band in (self.times.stay, *self.times.operations) if band is not None]
        yield from dict.fromkeys(trouble_words(mark) for band in bands for mark in band.marks)
        if self.times.untimed:
            yield self.tr("زمان آغاز و پایان عمل خوانده نشده است: {lines}").format(lines=line_list(self.times.untimed))
        if self.times.stay is None:
            yield self.tr("تاریخ پذیرش در صورت‌حساب نیست؛ نمودار زمان کشیده نمی‌شود.")
