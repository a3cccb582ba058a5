"""The centre's words on a line, what the version before paid of it, and the answer: a card of the "why" pane."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.claim_versions import EarlierVersion
from app.domain.office_records import Objection
from app.domain.persian import persian_digits, rials
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.objections.sentences import answered_text, letter_text, place_of
from app.ui.text import local_moment


def objection_cards(open_claim: OpenClaim, no: int | None, parent: QWidget) -> Iterator[QWidget]:
    """Yield what the centre says of a line (None: of the whole claim), then what was paid before, from version 2 on.

    Under a line stand the objections to the whole claim too.
    """
    for objection in open_claim.objected:
        if objection.line in {no, None}:
            yield ObjectionCard(open_claim, objection, parent)
    if open_claim.earlier:
        yield EarlierCard(open_claim, no, parent)


class ObjectionCard(QFrame):
    """One objection with its answer, or the word that it waits for one."""

    def __init__(self, open_claim: OpenClaim, objection: Objection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        answer = open_claim.answer_to(objection)
        self.setProperty("role", "notice" if answer is None else "box")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(3)
        head = self.tr("اعتراض مرکز — {place}").format(place=place_of(objection))
        box.addWidget(CleanLabel(head, self, tone="amber", points=SMALL, weight=MEDIUM))
        box.addWidget(CleanLabel(self.tr("«{reason}»").format(reason=objection.reason), self))
        box.addWidget(CleanLabel(letter_text(objection), self, tone="quiet", points=SMALL))
        if answer is not None:
            author = open_claim.authors.get(answer.author)
            said = answered_text(answer, author.full_name if author is not None else "")
            box.addWidget(CleanLabel(said, self, tone="green", points=SMALL + 0.5, weight=MEDIUM))
        elif objection in open_claim.unanswered:
            box.addWidget(CleanLabel(self.tr("پاسخی داده نشده است."), self, tone="amber", points=SMALL))


class EarlierCard(QFrame):
    """What each earlier version paid of a line, or in all, beside what stands now; and who signed it when."""

    def __init__(self, open_claim: OpenClaim, no: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(3)
        for earlier in open_claim.earlier:
            box.addWidget(CleanLabel(self._paid(earlier, no), self, points=SMALL + 0.5, weight=MEDIUM))
            box.addWidget(CleanLabel(self._signed(open_claim, earlier), self, tone="quiet", points=SMALL))
        settlement = open_claim.settlement
        now = settlement.totals.approved if no is None else settlement.line(no).approved
        text = self.tr("نسخه {version} (کنونی): {amount} ریال")
        text = text.format(version=persian_digits(open_claim.version), amount=rials(now))
        box.addWidget(CleanLabel(text, self, points=SMALL + 0.5, weight=MEDIUM))

    def _signed(self, open_claim: OpenClaim, earlier: EarlierVersion) -> str:
        author = open_claim.authors.get(earlier.signed_by)
        text = self.tr("امضای {name}، {moment}")
        return text.format(name=author.full_name if author is not None else "", moment=local_moment(earlier.signed_at))

    def _paid(self, earlier: EarlierVersion, no: int | None) -> str:
        amount = earlier.total if no is None else earlier.approved.get(no, 0)
        text = self.tr("نسخه {version}: {amount} ریال")
        return text.format(version=persian_digits(earlier.version), amount=rials(amount))
