"""The pass after an objection: it is taken up by other eyes, and each objected line is answered before signing."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.claim_versions import signed_before
from app.domain.office import ClaimState
from app.domain.office_records import Objection
from app.domain.rights import Action, refusal
from app.services.objections import Objections
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.ui.bill.key_cap import action, in_both_scripts
from app.ui.objections.sentences import listed, place_of
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.passes.objection_panel import ObjectionPanel


class ObjectionPass(Pass):
    """Takes an objected claim up as its next version, answers its lines, and shows the sheet of the version before.

    An answer by key leaves the amount as it is; another amount, a deduction or a waiver with its reason answers too.
    """

    also_elsewhere = True

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.take_up_action = action(widget, self.tr("رسیدگی به اعتراض"), "F9")
        self.answer_action = action(widget, self.tr("پاسخ به اعتراض"), *in_both_scripts("Ctrl+J"))
        self.before_action = action(widget, self.tr("برگ نسخه پیش"), "Shift+F10")
        self.actions = self.take_up_action, self.answer_action, self.before_action
        self.on_sheet = frozenset({self.before_action})
        self.objections = ObjectionPanel(self.actions, widget)
        self.panel = self.objections
        self._asked: Objection | None = None
        self._back = 0
        self.take_up_action.triggered.connect(self._take_up)
        self.answer_action.triggered.connect(self.ask_answer)
        self.before_action.triggered.connect(self._show_before)
        self.objections.answer.given.connect(self._answer)
        self.objections.answer.left.connect(self._leave)

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """Whoever sees a claim sees what was objected to, and what an earlier version of it paid."""
        del session
        return open_claim.state is ClaimState.OBJECTED or open_claim.version > 1

    def show(self, open_claim: OpenClaim | None) -> None:
        """Show the objections of a claim."""
        self._asked, self._back = None, 0
        self.objections.answer.hide()
        if open_claim is None:
            return
        waits = open_claim.state is ClaimState.OBJECTED
        user = self.desk.session.user
        own = signed_before(user.id, open_claim.sheets, open_claim.version + 1)
        refused = refusal(Action.REVIEW_OBJECTION, user.roles, own=own) if waits else None
        self.take_up_action.setVisible(waits)
        self.take_up_action.setEnabled(refused is None)
        self.answer_action.setVisible(open_claim.editable and bool(open_claim.objected))
        self.before_action.setVisible(bool(open_claim.earlier))
        self.objections.show_claim(open_claim, refused)

    def ask_answer(self) -> None:
        """Ask for the answer to what waits for one on the selected line, else to the first that does.

        Once all are answered, the selected line may be answered anew.
        """
        open_claim = self.desk.claim.open_claim
        if open_claim is None or not open_claim.objected:
            return
        asked = self._next(open_claim)
        self._asked = asked
        self.desk.show_bill()
        if asked.line is not None:
            self.desk.claim.select_line(asked.line)
        question = self.tr("{place}: «{reason}» — پاسخ چیست؟ مبلغ ردیف همان می‌ماند.")
        text = question.format(place=place_of(asked), reason=asked.reason)
        self.objections.answer.ask(text, listed("answers"))
        bill = self.desk.claim.bill
        QTimer.singleShot(0, bill, lambda: bill.scrollTo(bill.currentIndex()))  # once the question has its room

    def _next(self, open_claim: OpenClaim) -> Objection:
        selected = self.desk.claim.bill.selected_line()
        waiting = open_claim.unanswered
        here = [one for one in (*waiting, *open_claim.objected) if one.line == selected]
        if here and (here[0] in waiting or not waiting):
            return here[0]
        return (waiting or open_claim.objected)[0]

    def _answer(self, answer: str) -> None:
        open_claim, asked = self.desk.claim.open_claim, self._asked
        self._leave()
        if open_claim is not None and asked is not None:
            self.desk.work.take(open_claim.id, lambda review, now: review.answer_objection(now, asked.line, answer))

    def _leave(self) -> None:
        self._asked = None
        self.objections.answer.hide()
        self.desk.claim.take_focus()

    def _take_up(self) -> None:
        open_claim, desk = self.desk.claim.open_claim, self.desk
        if not desk.bill_is_seen:
            desk.show_bill()
        elif open_claim is not None:
            desk.work.take(
                open_claim.id,
                lambda _review, now: Objections(desk.office, desk.session, desk.work.opening).take_up(now.id),
                self._on_taken_up,
                hands_on=True,
            )

    def _on_taken_up(self, _open_claim: OpenClaim) -> None:
        self.desk.queue.refresh()
        self.desk.notices.say(self.tr("نسخه تازه سند باز شد؛ به هر اعتراض پاسخ دهید و سپس F9 را بزنید."))

    def _show_before(self) -> None:
        """Show the sheet of the version before; pressed again, that of the one before that."""
        open_claim = self.desk.claim.open_claim
        if open_claim is not None and open_claim.earlier:
            self._back = self._back % len(open_claim.earlier) + 1
            earlier = open_claim.earlier[-self._back]
            self.desk.work.bring_sheet(earlier.file_name, f"{open_claim.claim.id}-v{earlier.version}.pdf")
