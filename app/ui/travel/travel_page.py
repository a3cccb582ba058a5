"""The page on which a travel claim is typed from paper, with what the rules say of it beside it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from app.domain.travel_form import TravelForm
from app.services.office import Office
from app.services.people import Session
from app.services.travel_claims import TravelChoices, TravelClaims, TravelTrial, TypedBefore
from app.ui.action_button import action_button
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.flow_layout import FlowLayout
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.card import PageCard, fill_page
from app.ui.fonts import LARGE, MEDIUM, font
from app.ui.page_over_bill import PageOverBill
from app.ui.tasks import Worker, sentence_of
from app.ui.travel.form_fields import FormFields
from app.ui.travel.trial_view import TrialView

PAUSE_MS = 250


class TravelPage(PageOverBill):
    """Takes the place of the bill; what was typed is there again when the page comes back."""

    def __init__(self, office: Office, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(office, worker, parent)
        self._travel: TravelClaims | None = None
        self._before: int | None = None
        self._saving = False
        self.heading, self.said = QLabel(self), CleanLabel("", self)
        self.fields, self.trial = FormFields(office.dictionary, self), TrialView(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self, session: Session) -> None:
        """Show the form to a person."""
        self._travel = TravelClaims(self.office, session)
        self._say("")
        self._do(lambda travel: travel.choices(), self._on_choices)
        self.fields.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    def keys(self) -> Sequence[QAction]:
        """All keys stand on buttons of the page."""
        return ()

    def _do(
        self,
        work: Callable[[TravelClaims], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        travel = self._travel
        if travel is not None:
            self.worker.start(lambda _report: work(travel), done=done, failed=failed or self._on_failed)

    def _on_choices(self, choices: TravelChoices) -> None:
        self.fields.begin(choices)

    def _judge(self) -> None:
        """Ask the rules about the form as it stands."""
        form = self.fields.form()
        self._offer_to_save(form)
        if form is None:
            self.fields.show_trial(None)
            self.trial.wait_for(self.fields.missing())
            return

        def judged(trial: TravelTrial) -> None:
            if self.fields.form() == form:
                self._offer_to_save(form if trial.result is not None else None)
                self._before = None if trial.before is None else trial.before.claim_id
                self.before_action.setVisible(self._before is not None)
                self.fields.show_trial(trial)
                self.trial.show_trial(trial)

        self._do(lambda travel: travel.trial(form), judged, lambda error: self.trial.show_error(sentence_of(error)))

    def _on_changed(self) -> None:
        self._say("")
        self._offer_to_save(self.fields.form())
        self._pause.start()

    def _offer_to_save(self, form: TravelForm | None) -> None:
        self.save_action.setEnabled(form is not None and not self._saving)

    def _save(self) -> None:
        form = self.fields.form()
        if form is not None and not self._saving:
            self._saving = True
            self._offer_to_save(form)
            self._do(lambda travel: travel.save(form), self._on_saved)

    def _on_saved(self, claim_id: int) -> None:
        self._saving = False
        self.fields.clear()
        self.queue_changed.emit()
        self.told.emit(self.tr("فرم سفر ثبت شد و سند آن باز است."))
        self.claim_wanted.emit(claim_id)

    def _on_failed(self, error: Exception) -> None:
        self._saving = False
        self._offer_to_save(self.fields.form())
        self._say(sentence_of(error), "red")
        if isinstance(error, TypedBefore):
            self._before = error.claim_id
            self.before_action.setVisible(True)

    def _open_before(self) -> None:
        if self._before is not None:
            self.claim_wanted.emit(self._before)

    def _say(self, sentence: str, tone: str = "quiet") -> None:
        self.said.say(sentence, tone)
        self.said.setVisible(bool(sentence))

    def _make_actions(self) -> None:
        self.save_action = action(self, self.tr("ثبت سند"), *in_both_scripts("Ctrl+S"))
        self.row_action = action(self, self.tr("ردیف تازه"), *in_both_scripts("Ctrl+N"))
        self.remove_action = action(self, self.tr("حذف ردیف"), "Ctrl+Del")
        self.before_action = action(self, self.tr("باز کردن سند نخست"), "F2")
        self.clear_action = action(self, self.tr("فرم تازه"), "Ctrl+Shift+Backspace")
        self.close_action = action(self, self.tr("بازگشت"), "Esc")
        self.before_action.setVisible(False)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._judge)
        self.fields.changed.connect(self._on_changed)
        self.fields.row_wanted.connect(self._begin_row)
        for act, do in (
            (self.save_action, self._save),
            (self.row_action, self._begin_row),
            (self.remove_action, self.fields.remove_row),
            (self.before_action, self._open_before),
            (self.clear_action, self._clear),
            (self.close_action, self.closed.emit),
        ):
            act.triggered.connect(lambda _checked=False, do=do: do())

    def _clear(self) -> None:
        self.fields.clear()
        self._judge()

    def _begin_row(self) -> None:
        """Go to a new line; it is brought into sight once it has its place."""
        self.fields.begin_row()
        row = self.fields.rows[-1]
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row))

    def _lay_out(self) -> None:
        self.heading.setText(self.tr("سند سفر از روی کاغذ"))
        self.heading.setFont(font(LARGE, MEDIUM))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.fields)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addWidget(self._scroll, 2)
        columns.addWidget(self.trial, 1)
        frame = PageCard(self)
        buttons = FlowLayout(spacing=6)
        for act in (
            self.save_action,
            self.row_action,
            self.remove_action,
            self.before_action,
            self.clear_action,
            self.close_action,
        ):
            buttons.addWidget(action_button(act, frame))
        inside = frame.parts
        inside.addWidget(self.heading)
        inside.addLayout(columns, 1)
        inside.addWidget(self.said)
        inside.addLayout(buttons)
        fill_page(self, frame)
