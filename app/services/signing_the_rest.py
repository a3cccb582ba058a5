"""The accountant's signature under the rest of a submission: one claim after another, each whole.

Only what needs no eye of its own is signed in a row: the reviewer's signature holds, the claim is not the person's own
work, and the sums that the centre wrote fit its lines and one another.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.office import OfficeClaim, SignedSheet
from app.domain.recomputed_sums import sums_agree
from app.domain.rights import Action
from app.errors import RasidegiError
from app.services.accounting import ACCOUNTING_STATES, Accounting
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right, reviewed_by
from app.store.transactions import OfficeView

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TheRest:
    """The claims of a submission that wait for the accountant, by their numbers in the office.

    `ready` can be signed in a row; the others wait for a look: `differing` for the centre's sums, `voided` for a
    reviewer's signature, `own` for another accountant.
    """

    submission_id: int
    ready: tuple[int, ...]
    differing: tuple[int, ...] = ()
    voided: tuple[int, ...] = ()
    own: tuple[int, ...] = ()

    @property
    def left(self) -> int:
        """How many are not signed in a row."""
        return len(self.differing) + len(self.voided) + len(self.own)


@dataclass(frozen=True, slots=True)
class SignedInARow:
    """What came of it: how many were signed, and why which claim (by the centre's number) was not."""

    signed: int
    refused: tuple[tuple[str, str], ...] = ()


def the_rest(office: Office, session: Session, submission_id: int) -> TheRest:
    """Return what waits for the accountant in a submission; raises UseError where that is not the person's work."""
    found: dict[str, list[int]] = {"ready": [], "differing": [], "voided": [], "own": []}
    with office.read() as view:
        expect_right(session, Action.SIGN_ACCOUNTS, now=view)
        for claim in view.claims.of_submission(submission_id, office.dictionary):
            if claim.state in ACCOUNTING_STATES:
                found[_kind(view, session, claim)].append(claim.id)
    return TheRest(submission_id, **{name: tuple(numbers) for name, numbers in found.items()})


def sign_the_rest(
    office: Office, session: Session, rest: TheRest, progress: Progress, opening: ClaimOpening | None = None
) -> SignedInARow:
    """Sign the claims that are ready, each as it stands under the reviewer's signature.

    `progress` hears (done, all) before each claim and may raise to cancel; what was signed until then stays. A claim
    that has come into other hands meanwhile is left and told of.
    """
    opening = opening or ClaimOpening(office)
    accounting, signed, refused = Accounting(office, session, opening), 0, list[tuple[str, str]]()
    for done, number in enumerate(rest.ready):
        progress(done, len(rest.ready))
        with office.read() as view:
            shown = opening.open(view, number)
        try:
            accounting.sign(shown)
        except RasidegiError as error:
            refused.append((shown.claim.id, str(error)))
        else:
            signed += 1
    progress(len(rest.ready), len(rest.ready))
    return SignedInARow(signed, tuple(refused))


def _kind(view: OfficeView, session: Session, claim: OfficeClaim) -> str:
    """Return among which of the rest a claim counts."""
    sheets = view.sheets.of_claim(claim.id)
    if reviewed_by(session.user.id, view.decisions.of_claim(claim.id), sheets):
        return "own"
    if not _holds(sheets, claim.version):
        return "voided"
    return "ready" if sums_agree(claim.claim) else "differing"


def _holds(sheets: tuple[SignedSheet, ...], version: int) -> bool:
    latest = next((sheet for sheet in reversed(sheets) if sheet.version == version), None)
    return latest is not None and latest.voided is None
