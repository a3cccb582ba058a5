"""The rates of journeys as a table: those that wait to be installed, then those of the office's packs."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain.persian import date_text, rials
from app.domain.travel_form import COMPANION_LODGING, LODGING
from app.services.travel_fares import Fare, KeptFare
from app.ui.answers.value_names import value_name
from app.ui.bill.names import name_of
from app.ui.reading_table import ReadingTable
from app.ui.theme import AMBER, GREEN, QUIET

NIGHT_NAMES = {
    LODGING: QT_TRANSLATE_NOOP("names", "اقامت بیمار، هر شب"),
    COMPANION_LODGING: QT_TRANSLATE_NOOP("names", "اقامت همراه، هر شب"),
}
STANDING = 4
"""The column that says how a rate stands."""


class FaresTable(ReadingTable):
    """A row for each rate; the keys stay with the form above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([], parent)
        headings = [self.tr("نرخ"), self.tr("ریال"), self.tr("از روز"), self.tr("سند"), self.tr("وضعیت")]
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_fares(self, written: Sequence[Fare], kept: Sequence[KeptFare]) -> None:
        """Show what waits to be installed and what is installed."""
        rows = [(*_texts(fare), self.tr("در انتظار ثبت")) for fare in written]
        rows += [(*_texts(row.fare), self._standing(row)) for row in kept]
        colours = [QUIET] * len(written) + [_colour(row) for row in kept]
        self.show_rows(rows, marked=STANDING, colours=colours)

    def _standing(self, kept: KeptFare) -> str:
        if kept.replaced:
            return self.tr("جایگزین شده")
        return self.tr("آزمایشی") if kept.trial else self.tr("رسمی")


def _colour(kept: KeptFare) -> QColor:
    if kept.replaced:
        return QUIET
    return AMBER if kept.trial else GREEN


def _texts(fare: Fare) -> tuple[str, str, str, str]:
    if fare.kind in NIGHT_NAMES:
        what = name_of(NIGHT_NAMES, fare.kind)
    else:
        what = f"{value_name('vehicle', fare.kind)}، {fare.route_from} ↔ {fare.route_to}"
    return what, rials(fare.rial), date_text(fare.start), fare.source
