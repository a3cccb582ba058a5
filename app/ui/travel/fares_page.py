"""The dated fares and nights of journeys: those of the installed packs, and the form for further ones."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from app.domain.persian import persian_digits
from app.services.office import Office
from app.services.people import Session
from app.services.travel_fares import Fare, FareBook, KeptFare, TravelFares
from app.services.travel_rates import RATED_VEHICLES
from app.ui.action_button import action_button
from app.ui.answers.value_names import value_name
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.bill.names import name_of
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.page_over_bill import PageOverBill
from app.ui.tasks import Worker, sentence_of
from app.ui.travel.fares_table import NIGHT_NAMES, FaresTable
from app.ui.travel.fields import ChoiceField, DayField, MoneyField, TownField, WordsField

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FaresPage(PageOverBill):
    """Takes the place of the bill; what was written and not yet installed stands first."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._fares: TravelFares | None = None
        self._kept: tuple[KeptFare, ...] = ()
        self.written: list[Fare] = []
        self._installing = False
        kinds = [(name, value_name("vehicle", name)) for name in RATED_VEHICLES]
        nights = [(group, name_of(NIGHT_NAMES, group)) for group in NIGHT_NAMES]
        self.kind = ChoiceField([*kinds, *nights], self, open_too=False)
        self.start, self.end, self.source = TownField(self), TownField(self), WordsField(self)
        self.amount, self.day = MoneyField(self), DayField(self)
        self.official = QCheckBox(self.tr("این نرخ‌ها رسمی است؛ بی این نشان، آزمایشی شمرده می‌شود"), self)
        self.table, self.said = FaresTable(self), CleanLabel("", self)
        order = (self.kind, self.start, self.end, self.amount, self.day, self.source, self.official)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self._make_actions()
        self._lay_out()

    def begin(self, session: Session) -> None:
        """Show the rates to a person."""
        self._fares = TravelFares(self.office, session)
        self._say("")
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self._do(lambda fares: fares.book(), self._on_book)

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field by Enter; on the last one it puts the rate on the list."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.source.hasFocus():
            self._write_down()
        elif not self.official.hasFocus():
            self.focusNextChild()

    def _do(self, work: Callable[[TravelFares], Any], done: Callable[[Any], None]) -> None:
        fares = self._fares
        if fares is not None:
            self.worker.start(lambda _report: work(fares), done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._installing = False
        self._show()
        self._say(sentence_of(error), "red")

    def _on_book(self, book: FareBook) -> None:
        self._kept = book.kept
        for field in (self.start, self.end):
            field.offer(book.towns)
        if self.day.value is None:
            self.day.show_value(book.today)
        self._show()
        if not self._kept and not self.written:
            self._say(self.tr("هنوز نرخی ثبت نشده است؛ نرخ هر مسیر را با روز و سند آن بنویسید."))

    def _write_down(self) -> None:
        """Put the rate that was typed on the list of those to be installed."""
        amount, day = self.amount.value, self.day.value
        if day is None:
            self._say(self.tr("روزی را بنویسید که نرخ از آن برقرار است."), "red")
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        route = self.kind.value in RATED_VEHICLES
        fare = Fare(
            self.kind.value,
            amount or 0,
            day,
            self.source.value or "",
            (self.start.value or "") if route else "",
            (self.end.value or "") if route else "",
        )
        fault = fare.fault()
        if fault is not None:
            self._say(fault, "red")
            return
        same = fare.is_of, fare.start
        self.written = [other for other in self.written if (other.is_of, other.start) != same]
        self.written.insert(0, fare)
        self.amount.clear()
        self._say(self.tr("{count} نرخ در انتظار ثبت است.").format(count=persian_digits(len(self.written))), "amber")
        self._show()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        if self.written and not self._installing:
            self.written.pop(0)
            self._say("")
            self._show()

    def _install(self) -> None:
        written, official = tuple(self.written), self.official.isChecked()
        if written and not self._installing:
            self._installing = True
            self._offer()
            self._do(
                lambda fares: fares.install(written, official=official),
                lambda name: self._on_installed(written, name),
            )

    def _on_installed(self, installed: Sequence[Fare], name: str) -> None:
        """Keep what was written while the others were installed."""
        self._installing = False
        self.written = [fare for fare in self.written if fare not in installed]
        self.official.setChecked(False)
        self._offer()
        self._say(self.tr("«{name}» نصب شد و از این پس در رسیدگی به کار می‌رود.").format(name=name), "green")
        self.office_changed.emit()
        self._do(lambda fares: fares.book(), self._on_book)

    def _show(self) -> None:
        self.table.show_fares(self.written, self._kept)
        self._offer()

    def _offer(self) -> None:
        """Offer what may be done with what was written."""
        for act in (self.install_action, self.take_back_action):
            act.setEnabled(bool(self.written) and not self._installing)

    def _on_kind(self) -> None:
        """Ask for the towns of a route where the rate is one of a vehicle."""
        for field in (self.start, self.end):
            field.setEnabled(self.kind.value in RATED_VEHICLES)

    def _say(self, sentence: str, tone: str = "quiet") -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _make_actions(self) -> None:
        self.write_action = action(self, self.tr("افزودن به فهرست"), *in_both_scripts("Ctrl+N"))
        self.take_back_action = action(self, self.tr("برداشتن آخرین"), "Ctrl+Del")
        self.install_action = action(self, self.tr("ثبت و نصب نرخ‌ها"), *in_both_scripts("Ctrl+S"))
        self.close_action = action(self, self.tr("بازگشت"), "Esc")
        for act, do in (
            (self.write_action, self._write_down),
            (self.take_back_action, self._take_back),
            (self.install_action, self._install),
            (self.close_action, self.closed.emit),
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())
        self.kind.changed.connect(self._on_kind)
        self.install_action.setEnabled(False)
        self.take_back_action.setEnabled(False)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("نرخ‌های سفر"), self)
        heading.setFont(font(LARGE, MEDIUM))
        frame = PageCard(self)
        inside = frame.parts
        buttons = FlowLayout(spacing=6)
        for act in (self.write_action, self.take_back_action, self.install_action, self.close_action):
            buttons.addWidget(action_button(act, frame))
        inside.addWidget(heading)
        inside.addLayout(self._fields())
        inside.addWidget(self.official)
        inside.addWidget(self.table, 1)
        inside.addWidget(CleanLabel(self._how_to_mend(), frame, tone="quiet", points=SMALL))
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        fill_page(self, frame)

    def _how_to_mend(self) -> str:
        return self.tr(
            "نرخ نصب‌شده پاک نمی‌شود: نرخ درست همان مسیر و همان روز جای آن را می‌گیرد، و سند بسته با نرخ خود می‌ماند."
        )

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for place, (text, field) in enumerate(
            (
                (self.tr("وسیله یا شب"), self.kind),
                (self.tr("از شهر"), self.start),
                (self.tr("به شهر"), self.end),
                (self.tr("مبلغ هر سفر یا شب (ریال)"), self.amount),
                (self.tr("از روز"), self.day),
                (self.tr("سند (نامه، شماره، تاریخ)"), self.source),
            )
        ):
            label = QLabel(text, self)
            label.setFont(font(SMALL))
            label.setProperty("tone", "quiet")
            label.setBuddy(field)
            field.setAccessibleName(text)
            row, column = 2 * (place // 3), place % 3
            grid.addWidget(label, row, column)
            grid.addWidget(field, row + 1, column)
        return grid
