"""A submission with what became of its claims, and the sheets that can be had of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.domain.office import ClaimState, ImportedSubmission
from app.domain.persian import month_text, persian_digits
from app.services.submission_sheets import SheetKind, SubmissionStanding
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.bill.names import STATES, name_of
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, SMALL, font
from app.ui.quiet_choice import QuietChoice
from app.ui.submission_sheets.handover_box import HandoverBox
from app.ui.text import amount_in_rials, identifier

FINISHED = frozenset({ClaimState.CLOSED})


class Overview(QWidget):
    """Takes the whole page while no sheet is looked at.

    Signals:
        chosen: number of the submission in the office that is to be shown.
        sheet_wanted: the SheetKind that is to be drawn, None for all sheets bound.
        folder_wanted: all sheets are to be written into a folder.
        closed: the person is done with the page.
    """

    chosen = Signal(int)
    sheet_wanted = Signal(object)
    folder_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.facts, self.said = QuietChoice(self), CleanLabel("", self), CleanLabel("", self)
        self.standing = CleanLabel("", self, tone="quiet")
        self.badges: list[QLabel] = []
        self._badge_row = FlowLayout(spacing=6)
        self._make_actions()
        self.handover = HandoverBox(self)
        self._lay_out()
        self.choice.activated.connect(lambda _place: self.chosen.emit(self.choice.currentData()))
        self.show_nothing()

    @property
    def submission(self) -> int | None:
        """Number of the chosen submission in the office, None where there is none."""
        number: int | None = self.choice.currentData()
        return number

    def show_submissions(self, found: Sequence[ImportedSubmission], wanted: int | None) -> None:
        """Show the submissions that can be chosen, one of them chosen."""
        self.choice.clear()
        for imported in found:
            text = self.tr("{submission} — {centre}، {month}، {claims} سند").format(
                submission=identifier(imported.submission.id),
                centre=imported.submission.provider.name or identifier(imported.submission.provider.id),
                month=month_text(imported.submission.month),
                claims=persian_digits(imported.claims),
            )
            self.choice.addItem(text, imported.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(wanted)))
        self.choice.setEnabled(bool(found))
        if not found:
            self.say(self.tr("هنوز درخواستی وارد این دفتر نشده است. پرونده‌ای را با Ctrl+O وارد کنید."), "quiet")

    def show_nothing(self) -> None:
        """Show that nothing is known yet."""
        self.facts.clear()
        self.standing.clear()
        self._show_badges(())
        self._enable(False)
        self.handover.setVisible(False)

    def show_standing(self, standing: SubmissionStanding) -> None:
        """Show how far the chosen submission has come."""
        imported = standing.imported
        provider = imported.submission.provider
        self.facts.setText(
            self.tr("{centre} · {month} · {claims} سند · {amount} درخواستی").format(
                centre=provider.name or identifier(provider.id),
                month=month_text(imported.submission.month),
                claims=persian_digits(imported.claims),
                amount=amount_in_rials(imported.claimed),
            )
        )
        self._show_badges([(state, standing.states[state]) for state in ClaimState if standing.states.get(state)])
        unfinished = persian_digits(standing.unfinished)
        self.standing.setText(
            self.tr("کار {count} سند هنوز به پایان نرسیده است؛ برگ‌ها تا آن هنگام پیش‌نویس‌اند.").format(count=unfinished)
            if standing.unfinished
            else self.tr("کار همه سندها به پایان رسیده است.")
        )
        self._enable(True)
        self.handover.setVisible(True)
        self.handover.show_standing(standing)

    def add(self, widget: QWidget) -> None:
        """Set something of the page's own into the last row."""
        self._last_row.addWidget(widget)

    def say(self, sentence: str, tone: str) -> None:
        """Say what was done, or what is wrong."""
        self.said.say(sentence, tone)

    def take_focus(self) -> None:
        """Give the keys to the choice of the submission."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_badges(self, counts: Sequence[tuple[ClaimState, int]]) -> None:
        for badge in self.badges:
            self._badge_row.removeWidget(badge)
            badge.hide()
            badge.deleteLater()
        self.badges = []
        for state, count in counts:
            badge = QLabel(f"{name_of(STATES, state)}  {persian_digits(count)}", self)
            badge.setProperty("role", "badge")
            badge.setProperty("tone", "green" if state in FINISHED else "")
            badge.setFont(font(SMALL))
            self._badge_row.addWidget(badge)
            self.badges.append(badge)

    def _enable(self, enabled: bool) -> None:
        for act, _said in self._offered:
            act.setEnabled(enabled)

    def _make_actions(self) -> None:
        self.report_action = action(self, self.tr("گزارش عملکرد"), "F2")
        self.deductions_action = action(self, self.tr("صورت کسورات"), "F4")
        self.cover_action = action(self, self.tr("روکش"), "F6")
        self.all_action = action(self, self.tr("همه برگ‌ها"), "F8")
        self.folder_action = action(self, self.tr("ذخیره در پوشه"), *in_both_scripts("Ctrl+S"))
        self.close_action = action(self, self.tr("بازگشت به سند"), "Esc")
        self._offered: tuple[tuple[QAction, str], ...] = (
            (self.report_action, self.tr("جمع‌ها، دلیل‌ها و سرفصل‌ها، مهلت اعتراض مرکز")),
            (self.deductions_action, self.tr("هر ردیف کسرشده با ضابطه، بند و دلیل")),
            (self.cover_action, self.tr("جمع‌ها و فهرست سندها")),
            (self.all_action, self.tr("روکش، برگ هر سند به ترتیب و صورت کسورات، برای چاپ در یک پرونده")),
            (self.folder_action, self.tr("همه این‌ها، هر کدام یک پرونده PDF")),
        )
        for act, kind in (
            (self.report_action, SheetKind.REPORT),
            (self.deductions_action, SheetKind.DEDUCTIONS),
            (self.cover_action, SheetKind.COVER),
            (self.all_action, None),
        ):
            act.triggered.connect(lambda _checked, kind=kind: self.sheet_wanted.emit(kind))
        self.folder_action.triggered.connect(lambda _checked: self.folder_wanted.emit())
        self.close_action.triggered.connect(lambda _checked: self.closed.emit())

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("برگ‌های درخواست"), self)
        heading.setFont(font(LARGE, MEDIUM))
        self.choice.setAccessibleName(self.tr("درخواست هزینه"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        sheets = QGridLayout()
        sheets.setHorizontalSpacing(16)
        sheets.setVerticalSpacing(8)
        sheets.setColumnStretch(1, 1)
        for row, (act, said) in enumerate(self._offered):
            sheets.addWidget(action_button(act, self), row, 0)
            sheets.addWidget(CleanLabel(said, self, tone="quiet"), row, 1)
        card = PageCard(self)
        inside = card.parts
        for widget in (heading, self.choice, self.facts):
            inside.addWidget(widget)
        inside.addLayout(self._badge_row)
        inside.addWidget(self.standing)
        inside.addLayout(sheets)
        inside.addWidget(self.handover)
        inside.addWidget(self.said)
        inside.addStretch(1)
        self._last_row = FlowLayout(spacing=6)
        self._last_row.addWidget(action_button(self.close_action, self))
        inside.addLayout(self._last_row)
        fill_page(self, card)
