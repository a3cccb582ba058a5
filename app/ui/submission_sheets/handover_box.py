"""The handing over of the report: what was handed over, until when the centre may object, and the day of a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.dates import JalaliDate
from app.domain.persian import date_text, persian_digits
from app.services.submission_sheets import SubmissionStanding
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.date_field import DateField
from app.ui.fonts import MEDIUM, font


class HandoverBox(QFrame):
    """A box within the page.

    Signals:
        wanted: the day (JalaliDate) on which the report was handed over.
    """

    wanted = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setProperty("role", "box")
        self.day, self.history, self.fault = DateField(self), CleanLabel("", self), CleanLabel("", self, tone="red")
        self.hand_over_action = action(owner, self.tr("ثبت تحویل گزارش"), *in_both_scripts("Ctrl+H"))
        self.hand_over_action.triggered.connect(lambda _checked: self._submit())
        self.day.returnPressed.connect(self._submit)
        self._lay_out()

    def actions_shown(self) -> tuple[QAction, ...]:
        """Return what can be done here."""
        return (self.hand_over_action,)

    def begin(self, today: JalaliDate) -> None:
        """Offer a day."""
        self.day.show_day(today)
        self.day.deselect()
        self.fault.hide()

    def show_standing(self, standing: SubmissionStanding) -> None:
        """Show what was handed over, and whether the report may be."""
        days = persian_digits(standing.objection_days)
        said = [
            self.tr("گزارش عملکرد در {day} تحویل شد.").format(day=date_text(handover.handed_on))
            for handover in standing.handovers
        ]
        if standing.deadline is None:
            said.append(
                self.tr("هنوز تحویل نشده است؛ مهلت {days} روزه اعتراض از روز پس از تحویل است.").format(days=days)
            )
        else:
            day = date_text(standing.deadline)
            said.append(self.tr("مرکز تا پایان {day} می‌تواند اعتراض کند.").format(day=day))
        self.history.setText("\n".join(said))
        self.hand_over_action.setEnabled(not standing.unfinished)
        self.day.setEnabled(not standing.unfinished)
        self.fault.hide()

    def say(self, sentence: str) -> None:
        """Say why the day was not taken."""
        self.fault.setText(sentence)
        self.fault.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _submit(self) -> None:
        self.fault.hide()
        day = self.day.day
        if day is None:
            self.say(self.day.fault)
        else:
            self.wanted.emit(day)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("تحویل گزارش به مرکز"), self)
        heading.setFont(font(weight=MEDIUM))
        caption = QLabel(self.tr("روز تحویل"), self)
        caption.setBuddy(self.day)
        self.day.setAccessibleName(self.tr("روز تحویل"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(caption)
        row.addWidget(self.day)
        row.addWidget(action_button(self.hand_over_action, self))
        row.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(heading)
        inside.addWidget(self.history)
        inside.addLayout(row)
        inside.addWidget(self.fault)
