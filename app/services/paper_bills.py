"""The centres that sent bills on paper though they were due through SEPAS, as one names them to others (REI-16)."""

from collections.abc import Callable

from app.domain.claim import Provider
from app.domain.rights import Action
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.rights import expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING, SAMPLE_OFFICE_NAME
from app.sheets.reported_centres import CentreList, PaperBill, ReportedCentre, draw_reported_centres

REFERRAL = "REI-12"
Progress = Callable[[int, int], None]


class PaperBills:
    """A signed-in person's look at the referred bills; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def centres(self, progress: Progress | None = None) -> tuple[ReportedCentre, ...]:
        """Return the centres by name, each with its bills whose referral nobody has set aside.

        `progress` hears (read, all) and may raise to cancel.
        """
        providers: dict[str, Provider] = {}
        bills: dict[str, list[PaperBill]] = {}
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            numbers = view.claims.reimbursements()
            for done, number in enumerate(numbers, start=1):
                opened = self._opening.open(view, number)
                bill = _referred(opened)
                if bill is not None:
                    provider = opened.submission.provider
                    providers[provider.id] = provider
                    bills.setdefault(provider.id, []).append(bill)
                if progress is not None:
                    progress(done, len(numbers))
        found = (
            ReportedCentre(provider, tuple(sorted(bills[key], key=lambda bill: (bill.discharged_on, bill.number))))
            for key, provider in providers.items()
        )
        return tuple(sorted(found, key=lambda centre: (centre.provider.name or "", centre.provider.id)))

    def sheet(self) -> bytes:
        """Return the list of the centres as a sheet; raises UseError where there is none to name."""
        with self._office.read() as view:
            expect_right(self._session, Action.PRINT_SHEETS, now=view)
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
        centres = self.centres()
        if not centres:
            raise UseError("هیچ مرکزی صورتحساب بستری را به جای سپاس روی کاغذ نفرستاده است.")
        return draw_reported_centres(
            CentreList(
                office_name=name,
                printed_on=day_of(self._office.clock()),
                printed_by=self._session.user.full_name,
                centres=centres,
                sample=name == SAMPLE_OFFICE_NAME,
            )
        )


def _referred(opened: OpenClaim) -> PaperBill | None:
    """Return the bill of a claim, None where nothing refers it for having come on paper."""
    standing, discharged = opened.settlement.without_waived.findings, opened.claim.discharged_at
    if discharged is None or all(finding.rule != REFERRAL for finding in standing):
        return None
    return PaperBill(opened.claim.id, discharged.day, opened.claim.insurer or opened.submission.insurer)
