"""The technical pass: the reviewer's signature, and what still stands in its way."""

from PySide6.QtWidgets import QWidget

from app.domain.office import Decision
from app.domain.persian import persian_digits
from app.domain.rights import Action, refusal
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.ui.bill.claim_header import Band
from app.ui.bill.key_cap import action
from app.ui.notices import Tone
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.text import local_moment


class TechnicalPass(Pass):
    """Signs the sheet of a claim under review, or leads to the question that is still open.

    Over the bill of a claim that came back stands why it did, until it is signed again.
    """

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.sign_action = action(widget, self.tr("امضا"), "F9")
        self.sign_next_action = action(widget, self.tr("امضا و سند بعد"), "Ctrl+Return", "Ctrl+Enter")
        self.actions = self.sign_action, self.sign_next_action
        self.note = Band(widget)
        self.panel = self.note
        self._go_on = False
        self.sign_action.triggered.connect(lambda: self._sign(go_on=False))
        self.sign_next_action.triggered.connect(lambda: self._sign(go_on=True))
        desk.work.signed.connect(self._on_signed)

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """A reviewer signs what is under review."""
        return open_claim.editable and refusal(Action.SIGN_REVIEW, session.user.roles) is None

    def show(self, open_claim: OpenClaim | None) -> None:
        """Show the notes with which a claim came back."""
        notes = () if open_claim is None else open_claim.notes
        self.note.setVisible(bool(notes))
        if open_claim is not None:
            self.note.label.setText("\n".join(self._told(open_claim, note) for note in notes))

    def _told(self, open_claim: OpenClaim, note: Decision) -> str:
        author = open_claim.authors.get(note.author)
        name = author.full_name if author is not None else ""
        text = self.tr("{name} این سند را به رسیدگی بازگرداند ({moment}): {note}")
        return text.format(name=name, moment=local_moment(note.at), note=note.reason or "")

    def _sign(self, *, go_on: bool) -> None:
        desk, open_claim = self.desk, self.desk.claim.open_claim
        if open_claim is None:
            return
        if not desk.bill_is_seen:
            desk.show_bill()
            desk.notices.say(self.tr("صورت سند را ببینید و سپس F9 را بزنید."), Tone.HINT)
        elif open_claim.may_be_signed:
            self._go_on = go_on
            desk.notices.say(self.tr("برگ رسیدگی امضا می‌شود…"), Tone.HINT)
            desk.work.sign(open_claim)
        else:
            desk.notices.say(self._what_is_open(open_claim), Tone.WARNING)
            self._go_to_open(open_claim)

    def _what_is_open(self, open_claim: OpenClaim) -> str:
        if open_claim.settlement.open_queries:
            count = persian_digits(len(open_claim.questions))
            return self.tr("هنوز {count} پرسش باز است؛ پس از پاسخ، F9 را بزنید.").format(count=count)
        if open_claim.settlement.stale:
            return self.tr("نتیجه ردیفی پس از نظر شما تغییر کرده است؛ دوباره نظر دهید.")
        count = persian_digits(len(open_claim.unanswered))
        text = self.tr("هنوز {count} اعتراض مرکز بی‌پاسخ است؛ با Ctrl+J پاسخ دهید و سپس F9 را بزنید.")
        return text.format(count=count)

    def _go_to_open(self, open_claim: OpenClaim) -> None:
        stale = next((line.no for line in open_claim.settlement.lines if line.stale is not None), None)
        if open_claim.questions:
            self.desk.claim.answer_action.trigger()
        elif stale is not None:
            self.desk.claim.select_line(stale)
        else:
            self.desk.claim.select_line(next((one.line for one in open_claim.unanswered), None))

    def _on_signed(self, _open_claim: OpenClaim) -> None:
        notices = self.desk.notices
        notices.say(self.tr("برگ رسیدگی امضا و ثبت شد؛ برای دیدن و چاپ F10 را بزنید."))
        if self._go_on and not self.desk.queue.go(1):
            notices.say(self.tr("برگ رسیدگی امضا و ثبت شد؛ این آخرین سند صف بود."))
