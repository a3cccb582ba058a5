"""A claim that lies on another desk: here it is read, until it comes free there."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import where_it_lies
from app.ui.bill.clean_label import CleanLabel
from app.ui.bill.key_cap import KeyHint, action, in_both_scripts
from app.ui.fonts import MEDIUM
from app.ui.passes.desk_pass import Desk, Pass


class ElsewherePass(Pass):
    """Says on whose desk the claim lies and since when; it turns editable by itself once it is put away there."""

    also_elsewhere = True

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.again_action = action(widget, self.tr("دوباره ببین"), *in_both_scripts("Ctrl+R"))
        self.again_action.triggered.connect(self._look_again)
        self.actions = (self.again_action,)
        self.panel = QFrame(widget)
        self.panel.setProperty("role", "notice")
        self.sentence = CleanLabel("", self.panel, tone="amber", weight=MEDIUM)
        self.hint = CleanLabel(self.tr("با بسته شدن آن، سند همین‌جا ویرایش‌پذیر می‌شود."), self.panel, tone="quiet")
        box = QHBoxLayout(self.panel)
        box.setContentsMargins(14, 6, 14, 6)
        box.setSpacing(16)
        box.addWidget(self.sentence, 3)
        box.addWidget(self.hint, 2)
        box.addWidget(KeyHint("Ctrl+R", self.again_action.text(), self.panel, self.again_action.trigger))

    def concerns(self, open_claim: OpenClaim, session: Session) -> bool:
        """Whoever sees a claim that lies on another desk is told so."""
        del session
        return open_claim.elsewhere is not None

    def show(self, open_claim: OpenClaim | None) -> None:
        """Say where the claim lies."""
        if open_claim is not None and open_claim.elsewhere is not None:
            there = open_claim.elsewhere
            self.sentence.setText(where_it_lies(there, open_claim.authors[there.user_id]))

    def _look_again(self) -> None:
        if self.desk.claim.open_claim is not None:
            self.desk.work.open_anew(self.desk.claim.open_claim.id)
