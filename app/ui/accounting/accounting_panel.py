"""The panel above the bill of a claim in accounting: its sums, and below them what the accountant is asked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.persian import persian_digits
from app.domain.recomputed_sums import recomputed_sums, sums_agree
from app.services.open_claim import OpenClaim
from app.services.signing_the_rest import TheRest
from app.ui.accounting.rest_card import RestCard
from app.ui.accounting.sums_table import SumsTable
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.passes.reason_card import ReasonCard


class AccountingPanel(QFrame):
    """Shows the recomputed sums beside the centre's, and whose turn it is; a question takes the place of the sums."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.turn = CleanLabel("", self, tone="amber", points=SMALL)
        self.sums, self.note, self.rest = SumsTable(self), ReasonCard(self), RestCard(self)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.title, 2)
        head.addWidget(self.turn, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(4)
        box.addLayout(head)
        for widget in (self.sums, self.note, self.rest):
            box.addWidget(widget)

    def show_claim(self, open_claim: OpenClaim, refused: str | None) -> None:
        """Show the sums of a claim; `refused` says why the person may not do its accounts, None where they may."""
        self.title.setText(self._summary(open_claim))
        turn = refused or self._whose_turn(open_claim)
        self.turn.setText(turn)
        self.turn.setVisible(bool(turn))
        self.sums.show_sums(recomputed_sums(open_claim.claim, open_claim.settlement))
        if not self.rest.is_signing:
            self.leave_question()

    def ask_note(self, question: str, sentences: Sequence[str]) -> None:
        """Ask with which note the claim goes back."""
        self.leave_question()
        self.sums.hide()
        self.note.ask(question, sentences)

    def look_at_rest(self) -> None:
        """Say that the rest of the submission is being looked through."""
        self.leave_question()
        self.sums.hide()
        self.rest.show_looking()

    def ask_rest(self, rest: TheRest) -> None:
        """Ask whether what can be signed in a row is to be signed, unless the person has left the question."""
        if not self.rest.isHidden():
            self.rest.ask(rest)

    def leave_question(self) -> None:
        """Ask no more, and show the sums again."""
        self.note.hide()
        self.rest.hide()
        self.sums.show()

    def _summary(self, open_claim: OpenClaim) -> str:
        written = open_claim.claim.written
        if written is None or written.total is None:
            return self.tr("مرکز جمع‌ها را ننوشته است؛ جمع از ردیف‌ها حساب شد.")
        if sums_agree(open_claim.claim):
            return self.tr("جمع نوشته مرکز با ردیف‌ها می‌خواند.")
        return self.tr("جمع نوشته مرکز با ردیف‌ها نمی‌خواند؛ پرداخت از ردیف‌هاست.")

    def _whose_turn(self, open_claim: OpenClaim) -> str:
        if open_claim.voided is None:
            return ""
        count = len({word.line for word in open_claim.corrections})
        if not count:
            return self.tr("امضای فنی باطل است؛ سند را برای امضای دوباره بفرستید.")
        text = self.tr("{count} ردیف تصحیح شده است؛ سند باید پیش از بستن دوباره امضای فنی شود.")
        return text.format(count=persian_digits(count))
