"""What a centre objected to, over the bill: how much of it is answered, and what the version before paid."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.office import ClaimState
from app.domain.persian import persian_digits, rials
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint
from app.ui.fonts import MEDIUM, SMALL
from app.ui.key_bar import key_text
from app.ui.passes.reason_card import ReasonCard
from app.ui.text import local_moment


class ObjectionPanel(QFrame):
    """One line on the objections, one on the version before, and the field for an answer."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = CleanLabel("", self, points=SMALL + 0.5, weight=MEDIUM)
        self.before = CleanLabel("", self, tone="quiet", points=SMALL)
        self.refused = CleanLabel("", self, tone="amber", points=SMALL)
        self.answer = ReasonCard(self)
        self._hints = [(act, KeyHint(key_text(act), act.text(), self, act.trigger)) for act in actions]
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.title, 1)
        for _act, hint in self._hints:
            head.addWidget(hint)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(3)
        box.addLayout(head)
        for part in (self.before, self.refused, self.answer):
            box.addWidget(part)

    def show_claim(self, open_claim: OpenClaim, refused: str | None) -> None:
        """Show what a claim was objected to; `refused` says why the person may not take it up, None where they may."""
        self.title.setText(self._summary(open_claim))
        self.before.setText(self._before(open_claim))
        self.before.setVisible(bool(open_claim.earlier))
        self.refused.setText(refused or "")
        self.refused.setVisible(refused is not None)
        for act, hint in self._hints:
            hint.setVisible(act.isVisible() and act.isEnabled())

    def _summary(self, open_claim: OpenClaim) -> str:
        count = persian_digits(len(open_claim.objected))
        if open_claim.state is ClaimState.OBJECTED:
            return self.tr("{count} اعتراض مرکز در انتظار رسیدگی است.").format(count=count)
        if not open_claim.objected:
            return self.tr("این نسخه {version} سند است.").format(version=persian_digits(open_claim.version))
        waiting = len(open_claim.unanswered)
        text = self.tr("نسخه {version} پس از اعتراض مرکز: همه {count} مورد پاسخ دارد.")
        if waiting:
            text = self.tr("نسخه {version} پس از اعتراض مرکز: {waiting} مورد از {count} بی‌پاسخ است.")
        return text.format(version=persian_digits(open_claim.version), count=count, waiting=persian_digits(waiting))

    def _before(self, open_claim: OpenClaim) -> str:
        if not open_claim.earlier:
            return ""
        earlier = open_claim.earlier[-1]
        author = open_claim.authors.get(earlier.signed_by)
        text = self.tr("نسخه {version}: {amount} ریال تأییدشده · امضای {name}، {moment} · اکنون {now} ریال")
        return text.format(
            version=persian_digits(earlier.version),
            amount=rials(earlier.total),
            name=author.full_name if author is not None else "",
            moment=local_moment(earlier.signed_at),
            now=rials(open_claim.settlement.totals.approved),
        )
