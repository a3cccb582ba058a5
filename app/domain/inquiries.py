"""Inquiries about a person's cover on a day of service, made by telephone, USSD or web and typed in once."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import Claim
from app.domain.dates import JalaliDate
from app.domain.facts import Facts, FactValue


class InquiryWay(StrEnum):
    """How cover was asked about; every way gives the same proof (ELG-01a)."""

    SMS = "sms"
    USSD = "ussd"
    MOBILE_APP = "mobile_app"
    WEB_DARMAN = "web_darman"
    WEB_MEDICAL = "web_medical"
    API = "api"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The answer to an inquiry about a person's cover on a day; `asked_on` is the day on which it was made.

    `special` inquiries show the end of cover (`valid_to`); `tracking_code` is their only proof on paper.
    """

    id: int
    patient_id: str
    day: JalaliDate
    way: InquiryWay
    covered: bool
    tracking_code: str | None
    special: bool
    valid_to: JalaliDate | None
    asked_on: JalaliDate
    recorded_by: int
    recorded_at: str

    @property
    def facts(self) -> Facts:
        """The facts of a claim that the inquiry gives (ELG-02 to ELG-05c)."""
        facts: dict[str, FactValue] = {
            "eligibility": "covered" if self.covered else "not_covered",
            "eligibility_inquiry": "special" if self.special else "general",
            "eligibility_checked_on": self.asked_on,
        }
        if self.tracking_code:
            facts["eligibility_code"] = self.tracking_code
        if self.valid_to is not None:
            facts["eligibility_valid_to"] = self.valid_to
        return facts


INQUIRED_FACTS = frozenset(
    {"eligibility", "eligibility_code", "eligibility_inquiry", "eligibility_valid_to", "eligibility_checked_on"}
)
"""The facts of a claim that an inquiry may give."""


@dataclass(frozen=True, slots=True)
class Inquired:
    """What an inquiry gives a claim: those of its facts that neither the file nor a person gave."""

    inquiry: Inquiry
    facts: Facts


def inquired(claim: Claim, inquiry: Inquiry) -> Inquired | None:
    """Return what an inquiry gives a claim, None where file and people said all of it."""
    facts = {name: value for name, value in inquiry.facts.items() if name not in claim.facts}
    return Inquired(inquiry, facts) if facts else None
