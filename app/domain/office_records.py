"""What the office records of its own work: who is at a claim, what was handed over, objected to, sampled, revoked."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.dates import JalaliDate
from app.domain.money import Rial


@dataclass(frozen=True, slots=True)
class Presence:
    """A claim that lies on somebody's desk; `desk` names one running desk, times are ISO in UTC."""

    claim_id: int
    user_id: int
    desk: str
    since: str
    seen_at: str


@dataclass(frozen=True, slots=True)
class Handover:
    """A performance report that a centre was given; from `handed_on` its days to object run."""

    id: int
    submission_id: int
    handed_on: JalaliDate
    sha256: str
    file_name: str
    handed_by: int
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Objection:
    """A centre's objection to one version of a claim's assessment; `line` None is the whole claim.

    `wanted` are the rials that the centre holds to be right, None where it names none.
    """

    id: int
    claim_id: int
    version: int
    line: int | None
    received_on: JalaliDate
    reason: str
    wanted: Rial | None
    recorded_by: int
    recorded_at: str


class SampleMethod(StrEnum):
    """How claims are chosen for a second look."""

    RANDOM = "random"
    VALUE = "value"
    DEVIATION = "deviation"


@dataclass(frozen=True, slots=True)
class Sample:
    """A drawn sample; the same seed and criteria over the same claims give the same sample."""

    id: int
    method: SampleMethod
    seed: int
    criteria: Mapping[str, Any]
    drawn_by: int
    drawn_at: str


@dataclass(frozen=True, slots=True)
class SampledClaim:
    """A claim of a sample, why it is in it, and what the supervisor found; `agreed` None waits for a look."""

    claim_id: int
    why: str
    agreed: bool | None = None
    note: str | None = None
    judged_by: int | None = None
    judged_at: str | None = None


@dataclass(frozen=True, slots=True)
class RevokedKey:
    """A person's certificate, by its serial number, whose signatures count no longer from a time on (ISO, UTC)."""

    user_id: int
    serial: str
    revoked_at: str
    revoked_by: int | None
    reason: str
