"""A clause that only a person can judge: what to look at, what became of it, and the keys that settle it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.assessment import Remark
from app.domain.persian import persian_digits
from app.domain.settled_remarks import SettledRemark
from app.services.open_claim import OpenClaim
from app.ui.bill.clean_label import CleanLabel
from app.ui.fonts import MEDIUM, SMALL
from app.ui.text import identifier
from app.ui.why.why_card import CardActions, WhyCard


class RemarkCard(WhyCard):
    """A remark with the person's word on it, if there is one.

    `line` is the line from which it may deduct: its own, or for a remark on the claim the one that is shown.
    """

    def __init__(
        self,
        settled: SettledRemark,
        open_claim: OpenClaim,
        line: int | None,
        actions: CardActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("box", settled.remark.rule, parent)
        self.settled, self.line = settled, line
        self._actions = actions
        self._editable = open_claim.editable
        self._has_rest = line is not None and open_claim.settlement.line(line).approved > 0
        remark = settled.remark
        self.box.setContentsMargins(10, 6, 10, 6)
        self.box.setSpacing(2)
        self.box.addWidget(CleanLabel(remark.wording, self, points=SMALL + 0.5))
        place = self.tr("ضابطه {rule} — {clause}").format(rule=identifier(remark.rule), clause=remark.clause)
        self.box.addWidget(CleanLabel(place, self, tone="quiet", points=SMALL))
        if settled.seen:
            self.box.addWidget(CleanLabel(self._word(), self, tone="green", points=SMALL, weight=MEDIUM))

    @property
    def remark(self) -> Remark:
        """The clause and what to look at."""
        return self.settled.remark

    def keys(self) -> Sequence[tuple[QAction, str]]:
        """Return what a person may say of it, and the way to its rule."""
        read = (self._actions.read, self.tr("ضابطه"))
        if not self._editable:
            return (read,)
        seen = (self._actions.uphold, self.tr("دیدم، ایرادی ندارد"))
        deduct = (self._actions.deduct, self._deducting())
        offered = [(seen, not self.settled.seen), (deduct, self._may_deduct), (read, True)]
        further = [(act, act.text()) for act in self._actions.further if act.isVisible()]
        return [*(key for key, shown in offered if shown), *further]

    def do(self, act: QAction) -> None:
        """Do what a key of the card does; what passes do with a remark they find under the keys."""
        if act in self._actions.further:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        super().do(act)

    @property
    def _may_deduct(self) -> bool:
        """Tell whether something is left to deduct from; a remark on a line deducts once."""
        return self._has_rest and not (self.settled.deducted and self.remark.line is not None)

    def _deducting(self) -> str:
        if self.remark.line is not None or self.line is None:
            return self.tr("کسر با این بند")
        return self.tr("کسر با این بند از ردیف {no}").format(no=persian_digits(self.line))

    def _word(self) -> str:
        word, initials = self.settled.decision, self.settled.author_initials or ""
        if word is None or not self.settled.deducted:
            return self.tr("دیده شد؛ ایرادی ندارد ({initials})").format(initials=initials)
        text = self.tr("با این بند از ردیف {no} کسر شد ({initials}): {reason}")
        return text.format(no=persian_digits(word.line or 0), initials=initials, reason=word.reason or "")
