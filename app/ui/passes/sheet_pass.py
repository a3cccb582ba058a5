"""The sheet of any claim, signed or as a draft: to look at, print and save."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.verification import verify_in_office
from app.ui.bill.key_cap import action
from app.ui.passes.desk_pass import Desk, Pass
from app.ui.sheet_preview.sheet_preview import SheetPreview


class SheetPass(Pass):
    """Lays the assessment sheet over the bill."""

    also_elsewhere = True

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk, widget)
        self.preview = SheetPreview(desk.office, widget)
        self.preview.hide()
        self.sheet_action = action(widget, self.tr("برگ رسیدگی"), "F10")
        self.actions = (self.sheet_action,)
        self.sheet_action.triggered.connect(self._draw)
        self.preview.closed.connect(desk.close_page)
        desk.work.sheet_drawn.connect(self._on_drawn)

    def concerns(self, _open_claim: OpenClaim, _session: Session) -> bool:
        """Every claim has a sheet, and whoever sees the claim may see it."""
        return True

    def _draw(self) -> None:
        open_claim = self.desk.claim.open_claim
        if open_claim is not None:
            self.desk.work.draw_sheet(open_claim.id)

    def _on_drawn(self, pdf: bytes, draft: bool, name: str) -> None:
        self.preview.show_pdf(pdf, draft=draft, file_name=name)
        self.desk.show_page(self.preview)
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)
        if not draft:
            self.desk.worker.start(
                lambda _report: verify_in_office(self.desk.office, pdf),
                done=lambda verdict: self.preview.show_verdict(pdf, verdict),
            )
