"""The desk itself: queue, bill and "why" side by side, and what the signals of one mean for the others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.assessment import Remark
from app.domain.departures import cost_beyond_engine
from app.domain.facts import FactValue
from app.domain.persian import persian_digits
from app.services.importing import Imported
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.pane_widths import PaneWidths, keep_widths, widths_of
from app.services.people import Session
from app.services.queue import QueueFilter, counts, page, views_of
from app.services.results import settled_summary
from app.services.stay.papers import PaperTurn, papers_of
from app.services.stay.stay_room import StayRoom
from app.ui.bill.claim_desk import ClaimDesk
from app.ui.bill.key_cap import action
from app.ui.desk_work import DeskWork, Step
from app.ui.importing.import_page import ImportPage
from app.ui.key_bar import KeyBar
from app.ui.middle import Middle
from app.ui.notices import NoticeLine, Tone
from app.ui.panes import Panes
from app.ui.passes.all_passes import PASSES
from app.ui.passes.desk_pass import Pass
from app.ui.passes.sheet_pass import SheetPass
from app.ui.queue.queue_pane import QueuePane
from app.ui.stay.stay_work import StayWork
from app.ui.tasks import Worker, sentence_of
from app.ui.why.why_pane import WhyPane
from app.ui.workload.presence_at_desk import PresenceAtDesk

APass = TypeVar("APass", bound=Pass)
LOADING_AFTER_MS, COUNTS_AFTER_MS = 150, 400


class DeskPage(QWidget):
    """The three panes of a signed-in person.

    Signals:
        claim_shown: the OpenClaim that now lies on the desk.
        rule_wanted: id of a rule that is to be read in the rule book.
    """

    claim_shown = Signal(object)
    rule_wanted = Signal(str)

    def __init__(
        self, office: Office, session: Session, worker: Worker, notices: NoticeLine, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self.office, self.session, self.worker = office, session, worker
        self.work = DeskWork(office, session, worker, self)
        self.stay_work = StayWork(StayRoom(office, self.work.opening), worker, self)
        self.queue = QueuePane(self, views=views_of(session.user.roles))
        self.claim, self.why = ClaimDesk(self), WhyPane(self)
        self.importing = ImportPage(office, worker, self)
        self.notices, self.keys = notices, KeyBar(self)
        self._page_keys: dict[QWidget, Sequence[QAction]] = {}
        self._loading = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._counting = QTimer(self, singleShot=True, interval=COUNTS_AFTER_MS)
        self._lay_out()
        self._connect()
        self.presence = PresenceAtDesk(office, self.work.this_desk, worker, self)
        self.presence.look_again.connect(self.work.open_anew)
        self.passes = tuple(make(self, self.claim) for make in PASSES)
        for pass_ in self.passes:
            if pass_.panel is not None:
                self.claim.add_panel(pass_.panel)
            for act in pass_.actions:
                act.setAutoRepeat(False)  # a key held down acts once, not on claim after claim
        sheets = self.pass_of(SheetPass)
        sheets.preview.addActions([*sheets.actions, *(act for pass_ in self.passes for act in pass_.on_sheet)])
        self._show_passes(None)
        if not self.queue.views:
            self._show_no_claims()
        self.queue.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keys to the queue while no claim lies on the desk."""
        super().showEvent(event)
        if self.claim.open_claim is None and self.queue.views:
            self.queue.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def use_session(self, session: Session) -> None:
        """Go on as the same person with a new session, after unlocking or with another password."""
        self.session = session
        self.work.use_session(session)

    def import_files(self, paths: list[Path]) -> None:
        """Import claim files; the page takes the place of the bill."""
        self._middle.lay_over(self.importing)
        self.importing.start(self.session, paths)

    def show_page(self, page_: QWidget, keys: Sequence[QAction] = ()) -> None:
        """Let another page take the place of what stands in the middle until it is closed.

        Args:
            page_: the page.
            keys: what the key bar shows meanwhile; a page with keys on buttons of its own needs none there.
        """
        self._page_keys[page_] = keys
        self._middle.lay_over(page_)

    def close_page(self) -> None:
        """Go back to what stood in the middle before, with the keys where they were."""
        self._middle.take_off()

    @property
    def bill_is_seen(self) -> bool:
        """Whether the bill itself lies uppermost, under no page and no stay."""
        return self._middle.shows_bill and not self.claim.sheet.shows_stay

    def pass_of(self, kind: type[APass]) -> APass:
        """Return the pass of a kind; raises StopIteration where the desk has none."""
        return next(pass_ for pass_ in self.passes if isinstance(pass_, kind))

    def show_bill(self) -> None:
        """Go back to the bill."""
        self._middle.show_bill()
        self.claim.sheet.show_bill()
        self.claim.take_focus()

    def open_claim(self, claim_id: int) -> None:
        """Open a claim that may not be in the list."""
        self.queue.point_at(claim_id)
        self.show_bill()
        self._on_chosen(claim_id)

    def show_claims(self, wanted: QueueFilter) -> None:
        """Show the claims of a filter in the queue, such as those behind a figure."""
        self.show_bill()
        self.queue.show_filter(wanted)

    def _lay_out(self) -> None:
        self._middle = Middle(self.claim, self)
        self._middle.addWidget(self.importing)
        panes = Panes(self.queue, self._middle, self.why, self)
        panes.choose(widths_of(self.office, self.session.user.id))
        panes.widths_chosen.connect(self._keep_widths)
        self.widths_action = action(self.claim, self.tr("پهنای پیش‌فرض ستون‌ها"), "Ctrl+0")
        self.widths_action.triggered.connect(panes.reset)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(panes, 1)
        box.addWidget(self.keys)

    def _keep_widths(self, widths: PaneWidths | None) -> None:
        """Keep how wide the person has made the panes, for their next morning at this desk."""
        user_id = self.session.user.id
        self.worker.beside.start(
            lambda _report: keep_widths(self.office, user_id, widths),
            failed=lambda error: self.notices.say(sentence_of(error), Tone.FAULT),
        )

    def _show_passes(self, open_claim: OpenClaim | None) -> None:
        """Show keys and panels of the passes that concern the claim on the desk, and those alone."""
        worked_on = False
        for pass_ in self.passes:
            here = open_claim is not None and (pass_.also_elsewhere or open_claim.elsewhere is None)
            concerned = here and open_claim is not None and pass_.concerns(open_claim, self.session)
            worked_on |= concerned and not pass_.also_elsewhere
            for act in pass_.actions:
                act.setVisible(concerned)
            if pass_.panel is not None:
                pass_.panel.setVisible(concerned)
            pass_.show(open_claim if concerned else None)
        self.presence.show(open_claim, worked_on=worked_on)
        self.show_keys()

    def _show_no_claims(self) -> None:
        """Leave nothing of the desk but its middle, for the pages of who sees no claims."""
        for pane in (self.queue, self.why):
            pane.hide()
        self.widths_action.setVisible(False)
        self.claim.show_no_claims()

    def show_keys(self) -> None:
        """Show the keys of what stands in the middle: those of the bill, or of the page that lies over it."""
        page_ = self._middle.currentWidget()
        if page_ is not None and not self._middle.shows_bill:
            self.keys.show_actions(self._page_keys.get(page_, ()))
            return
        if not self.queue.views:
            self.keys.show_actions(())
            return
        of_passes = (act for pass_ in self.passes for act in pass_.actions if act not in pass_.off_bar)
        of_passes = (act for act in of_passes if act.isVisible())
        going = (self.queue.next_action, self.queue.previous_action, self.queue.search_action)
        self.keys.show_actions((*self.claim.bill_actions, *of_passes, *going))

    def _connect(self) -> None:
        queue, desk, why, work = self.queue, self.claim, self.why, self.work
        queue.filter_changed.connect(self._load_first)
        queue.more_wanted.connect(self._load_more)
        queue.claim_chosen.connect(self._on_chosen)
        desk.line_selected.connect(lambda no: why.show_claim(desk.open_claim, no))
        why.left.connect(desk.take_focus)
        for pane in (why, desk):
            pane.rule_wanted.connect(self.rule_wanted)
        desk.amount_decided.connect(
            lambda no, amount, reason: self._take(lambda r, c: r.set_amount(c, no, amount, reason or None))
        )
        desk.answered.connect(lambda name, no, value: self._take(lambda r, c: r.enter_fact(c, name, value, no)))
        desk.all_in_order.connect(lambda: self._take(lambda r, c: r.all_in_order(c)))
        desk.paper_turned.connect(lambda turn: self._take(lambda r, c: r.enter_papers(c, self._papers_after(turn, c))))
        desk.patient_told.connect(lambda said: self._take(lambda r, c: r.enter_patient(c, said)))
        self._connect_stay()
        desk.undo_requested.connect(lambda: self._take(lambda r, c: r.undo(c)))
        why.finding_waived.connect(lambda rule, no, reason: self._take(lambda r, c: r.waive(c, rule, no, reason)))
        why.finding_upheld.connect(lambda rule, no: self._take(lambda r, c: r.uphold(c, rule, no)))
        why.deduction_wanted.connect(self._begin_deduction)
        desk.deducted.connect(
            lambda rule, no, left, reason: self._take(lambda r, c: r.add_deduction(c, rule, no, left, reason))
        )
        desk.strip.question_shown.connect(lambda question: work.weighing.begin(desk.open_claim, question))
        work.weighing.weighed.connect(desk.both_amounts.show)
        work.opened.connect(self._show)
        work.changed.connect(self._on_changed)
        work.failed.connect(self._on_failed)
        work.signed.connect(self._on_changed)
        work.others_changed.connect(queue.refresh)
        self.importing.imported.connect(self._on_imported)
        self.importing.closed.connect(self.close_page)
        self._middle.currentChanged.connect(lambda _place: self._on_turned())
        self._loading.timeout.connect(desk.show_loading)
        self._counting.timeout.connect(self._load_counts)

    def _on_turned(self) -> None:
        """Leave no key on a claim that a page lies over, but those of whoever is among its findings."""
        self.show_keys()
        self.why.act_everywhere(self._middle.shows_bill)

    def _papers_after(self, turn: PaperTurn, open_claim: OpenClaim) -> Mapping[str, FactValue]:
        return turn.on(papers_of(open_claim.claim)).answers(self.office.dictionary)

    def _begin_deduction(self, ground: Remark, no: int) -> None:
        self._middle.show_bill()
        self.claim.begin_deduction(ground, no)

    def _connect_stay(self) -> None:
        sheet = self.claim.sheet
        sheet.stay_wanted.connect(self.stay_work.look)
        sheet.stay_left.connect(self.stay_work.stop)
        sheet.turned.connect(self.show_keys)
        self.stay_work.seen.connect(sheet.stay.show_stay)
        self.stay_work.priced.connect(sheet.stay.show_cost)
        self.stay_work.failed.connect(self._on_failed)
        self.work.failed.connect(lambda _error: sheet.stay.transfer.take_back())

    def _load_first(self, wanted: QueueFilter) -> None:
        self.worker.start(
            lambda _report: page(self.office, wanted, person=self.session.user.id),
            done=lambda rows: self.queue.show_first(wanted, rows),
            failed=lambda error: self.queue.show_error(sentence_of(error)),
        )
        self._load_counts()

    def _load_more(self, wanted: QueueFilter, after: object) -> None:
        self.worker.start(
            lambda _report: page(self.office, wanted, after, person=self.session.user.id),  # type: ignore[arg-type]
            done=lambda rows: self.queue.show_more(wanted, rows),
            failed=self._on_failed,
        )

    def _load_counts(self) -> None:
        wanted, views, person = self.queue.filter, self.queue.views, self.session.user.id
        self.worker.start(
            lambda _report: counts(self.office, wanted, views, person=person), done=self.queue.show_counts
        )

    def _on_chosen(self, claim_id: int) -> None:
        self._middle.show_bill()
        if not self.work.open(claim_id):
            self._loading.start()

    def _show(self, open_claim: OpenClaim) -> None:
        self._loading.stop()
        self.claim.show_claim(open_claim)
        self._show_passes(open_claim)
        following = self.queue.neighbour(1)
        if following is not None:
            self.work.look_ahead(following.id)
        self.claim_shown.emit(open_claim)

    def _take(self, step: Step) -> None:
        if self.claim.open_claim is not None:
            self.work.take(self.claim.open_claim.id, step)

    def _on_changed(self, open_claim: OpenClaim) -> None:
        if self.claim.open_claim is not None and self.claim.open_claim.id == open_claim.id:
            self._show(open_claim)
        self._refresh_row(open_claim)
        self.notices.clear()

    def _refresh_row(self, open_claim: OpenClaim) -> None:
        place = self.queue.rows.place_of(open_claim.id)
        row = None if place is None else self.queue.rows.row(place)
        if row is not None:
            summary = settled_summary(open_claim.settlement)
            self.queue.show_row(
                replace(
                    row,
                    state=open_claim.state,
                    verdict=summary.verdict,
                    approved=summary.totals.approved,
                    deducted=summary.totals.deducted,
                    queries=summary.queries,
                    departure=cost_beyond_engine(open_claim.settlement),
                    sent_back=open_claim.sent_back is not None,
                )
            )
        self._counting.start()

    def _on_failed(self, error: Exception) -> None:
        self._loading.stop()
        self.notices.say(sentence_of(error), Tone.FAULT)
        if self.claim.open_claim is None:
            self.claim.show_error(self.notices.text)
            self._show_passes(None)

    def _on_imported(self, imported: Imported) -> None:
        count = persian_digits(imported.claims)
        self.notices.say(self.tr("{count} سند وارد صف شد.").format(count=count))
        self.queue.refresh()
