"""What the open questions of a claim leave possible: under the choices of a question, and on the lines of the bill."""

from app.domain.findings import Mark
from app.services.alternatives import Weighed, payable_amounts
from app.services.open_claim import OpenClaim
from app.ui.answers.answers_strip import AnswersStrip
from app.ui.bill.bill_view import BillView


class BothAmounts:
    """Gathers what was tried on the claim that lies on the desk, and shows it where it acts."""

    def __init__(self, bill: BillView, strip: AnswersStrip) -> None:
        self._bill, self._strip = bill, strip
        self._open_claim: OpenClaim | None = None
        self._weighed: dict[tuple[str, int | None], Weighed] = {}

    def begin(self, open_claim: OpenClaim | None) -> None:
        """Forget what was tried: the claim on the desk is another, or was answered."""
        self._open_claim = open_claim
        self._weighed.clear()

    def show(self, open_claim: OpenClaim, weighed: Weighed) -> None:
        """Show what the choices of a question would pay, if the claim is still the one that they were tried on."""
        if open_claim is not self._open_claim:
            return
        self._weighed[weighed.name, weighed.line] = weighed
        self._strip.show_weighed(weighed)
        asked = (line for line in open_claim.settlement.lines if line.mark is Mark.QUERY)
        found = self._weighed.values()
        self._bill.show_payable({line.no: payable_amounts(found, line.no, line.approved) for line in asked})
