"""What the inquiries of an office say of a claim: read with it from the store, and laid over it where it is silent."""

from dataclasses import replace

from app.domain.claim import Claim, Insurer, Submission
from app.domain.inquiries import Inquired, inquired
from app.services.surroundings import View

ASKED_INSURER = Insurer.TAMIN
"""The insurer that answers inquiries about cover, and whose claims alone wait for them (ELG)."""


def by_inquiry(
    view: View, submission: Submission, claim: Claim, *, known_at: int | None = None
) -> tuple[Claim, Inquired | None]:
    """Return a claim with what the latest inquiry about its patient's cover on its day gives, and that by itself.

    `known_at` leaves out inquiries that were typed in after a place of the trail.
    """
    day = claim.service_day
    if day is None or (claim.insurer or submission.insurer) is not ASKED_INSURER:
        return claim, None
    inquiry = view.inquiries.of_day(claim.patient.id, day, known_at=known_at)
    given = None if inquiry is None else inquired(claim, inquiry)
    return (claim, None) if given is None else (replace(claim, facts={**given.facts, **claim.facts}), given)
