"""Inquiries about a person's cover on a day of service, made by telephone, USSD or web and typed in once."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import Claim
from app.domain.dates import JalaliDate
from app.domain.facts import Facts, FactValue
from app.domain.persian import clean, code_text, fold, persian_digits

SPECIAL = "خاص"
"""The word at the end of a tracking code that says special patient (PAR-04a)."""
_SPECIAL_AT_END = re.compile(rf"(?<![\u0621-\u06d3]){SPECIAL}\W*$")
"""As the end of a longer Persian word it is another word."""
_JOINTS = " \u200c-_–(["


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


def says_otherwise(claim: Claim, inquiry: Inquiry) -> bool:
    """Tell whether file or people say of a claim's cover what an inquiry denies."""
    return claim.facts.get("eligibility", inquiry.facts["eligibility"]) != inquiry.facts["eligibility"]


def inquired(claim: Claim, inquiry: Inquiry) -> Inquired | None:
    """Return what an inquiry gives a claim, None where file and people said all of it.

    The code of an inquiry that denies what they say of cover proves nothing of the claim.
    """
    if says_otherwise(claim, inquiry):
        return None
    facts = {name: value for name, value in inquiry.facts.items() if name not in claim.facts}
    return Inquired(inquiry, facts) if facts else None


def special_code(code: str) -> tuple[str, bool]:
    """Return a tracking code without the word special patient at its end, however joined, and whether it was there."""
    if _SPECIAL_AT_END.search(fold(code)) is None:
        return code, False
    return _SPECIAL_AT_END.sub("", clean(code)).rstrip(_JOINTS), True


def tracking_text(code: str) -> str:
    """Return a tracking code as people read it: figures in Persian, and the word of special patients behind them."""
    bare, special = special_code(code)
    shown = code_text(persian_digits(bare) if bare.isdecimal() else bare) if bare else ""
    return f"{shown} {SPECIAL}".strip() if special else shown
