"""Those for whom an office seals what it sends: an insurer's treasury, the supervision office, a centre (REI-15c)."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.dates import JalaliDate

LONGEST_NAME = 60
_GROUP = 4
_EARLIEST, _LATEST = date(1000, 1, 1), date(9000, 1, 1)
"""Days between which every calendar names a day; a certificate without an end is written to the end of all years."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The certificate of a receiver: whose it says it is, its SHA-256, and between which moments it holds."""

    der: bytes
    subject: str
    fingerprint: str
    valid_from: datetime
    valid_until: datetime

    @property
    def first_day(self) -> JalaliDate:
        """The day on which it begins to hold, in UTC as certificates tell it."""
        return _day(self.valid_from)

    @property
    def last_day(self) -> JalaliDate:
        """The last day on which it holds, in UTC as certificates tell it."""
        return _day(self.valid_until)

    @property
    def read_aloud(self) -> str:
        """The fingerprint in groups, as two people compare it on the telephone."""
        digits = self.fingerprint.upper()
        return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


@dataclass(frozen=True, slots=True)
class Receiver:
    """A receiver whom an office knows; `fault` says why nothing can be sealed for them any more, empty where it can."""

    name: str
    certificate: Certificate
    fault: str = ""


def _day(moment: datetime) -> JalaliDate:
    return JalaliDate.from_gregorian(min(max(moment.date(), _EARLIEST), _LATEST))
