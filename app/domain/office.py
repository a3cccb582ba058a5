"""The office: its people and their roles, what they decide, and the states that a claim goes through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.assessment import Totals
from app.domain.claim import Claim, Submission
from app.domain.deduction_parts import DeductionPart
from app.domain.facts import FactValue
from app.domain.findings import Pen, Verdict
from app.domain.money import Rial


class Role(StrEnum):
    """What a person may do; one person may hold several roles."""

    REVIEWER = "reviewer"
    ACCOUNTANT = "accountant"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class User:
    """A person of the office; `initials` stand beside their marks, the certificate is PEM text."""

    id: int
    name: str
    full_name: str
    initials: str
    roles: frozenset[Role]
    active: bool = True
    certificate: str | None = None
    must_change_password: bool = False


class ClaimState(StrEnum):
    """How far a claim has come."""

    RECEIVED = "received"
    IN_REVIEW = "in_review"
    AWAITING_SUPERVISOR = "awaiting_supervisor"
    TECHNICALLY_DONE = "technically_done"
    IN_ACCOUNTING = "in_accounting"
    CLOSED = "closed"
    OBJECTED = "objected"
    RETURNED = "returned"
    REFERRED = "referred"


OPEN_STATES = frozenset({ClaimState.RECEIVED, ClaimState.IN_REVIEW})
AWAY_STATES = frozenset({ClaimState.RETURNED, ClaimState.REFERRED})
"""The states of a claim that lies with others: back at its centre, or with the supervision office."""
SETTLED_STATES = frozenset(
    {ClaimState.TECHNICALLY_DONE, ClaimState.IN_ACCOUNTING, ClaimState.CLOSED, ClaimState.OBJECTED}
)
"""The states in which a claim's latest sheet says what is paid; an objection leaves that standing until it is heard."""


class DecisionKind(StrEnum):
    """What a person may say of a claim, a line or a finding.

    ENDORSE is the supervisor's agreement with a claim's departures from the engine, SEND_BACK the note with which a
    supervisor or an accountant returns it to its reviewer.
    """

    ENTER_FACT = "enter_fact"
    UPHOLD = "uphold"
    WAIVE = "waive"
    SET_AMOUNT = "set_amount"
    ADD_DEDUCTION = "add_deduction"
    RETURN = "return"
    REFER = "refer"
    ENDORSE = "endorse"
    SEND_BACK = "send_back"


@dataclass(frozen=True, slots=True)
class Decision:
    """One word of a person, never changed once written; undoing is a further entry that names it.

    `line` None is the whole claim. `fact` and `value` belong to ENTER_FACT, `rule` to UPHOLD, WAIVE and ADD_DEDUCTION,
    `amount` (rials that stand) to SET_AMOUNT and ADD_DEDUCTION. `result_digest` is the engine result it was made on;
    `at` is an ISO time in UTC. `pen` is green for the technical review, red for the accounting.
    """

    id: int
    kind: DecisionKind
    author: int
    at: str
    result_digest: str
    line: int | None = None
    rule: str | None = None
    fact: str | None = None
    value: FactValue | None = None
    amount: Rial | None = None
    reason: str | None = None
    undone: bool = False
    pen: Pen = Pen.GREEN


@dataclass(frozen=True, slots=True)
class Credentials:
    """What signing in needs of a person; `password_hash` is Argon2 text, `locked_until` an ISO time in UTC."""

    user: User
    password_hash: str
    failed_attempts: int = 0
    locked_until: str | None = None


@dataclass(frozen=True, slots=True)
class SignInTry:
    """One try of a person to sign in or to unlock the desk, at an ISO time in UTC."""

    at: str
    succeeded: bool


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A reference pack as the office keeps it; `document` is its JSON text, `position` the order of installing."""

    position: int
    name: str
    issued_on: str
    official: bool
    sha256: str
    document: str
    installed_at: str


@dataclass(frozen=True, slots=True)
class ImportedSubmission:
    """A submission in the office; `sha256` is that of the file it was read from, `claimed` its sum in rials."""

    id: int
    submission: Submission
    sha256: str
    file_name: str
    imported_at: str
    claims: int
    claimed: Rial


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """A claim in the office: as the centre wrote it, and how far it has come."""

    id: int
    submission_id: int
    claim: Claim
    state: ClaimState
    version: int


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """How far a claim of the office has come: what changes of it, without what the centre wrote."""

    submission_id: int
    state: ClaimState
    version: int


@dataclass(frozen=True, slots=True)
class ResultSummary:
    """What lists and statistics show of a claim's latest result.

    `approved_lines` are rials by line number, `engine_lines` those of the engine where it is known; `parts` say which
    rule or person took what.
    """

    digest: str
    verdict: Verdict
    totals: Totals
    queries: int
    trial_figures: bool
    rulebook: str
    approved_lines: Mapping[int, Rial]
    engine_lines: Mapping[int, Rial] = field(default_factory=dict)
    parts: tuple[DeductionPart, ...] = ()


@dataclass(frozen=True, slots=True)
class PaidLine:
    """What a signed sheet pays of one line: rials, and the units that they are for."""

    approved: Rial
    units: Decimal


@dataclass(frozen=True, slots=True)
class Voided:
    """That a signed sheet holds no longer: since when (ISO time in UTC), by whose doing, and why."""

    at: str
    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class SignedSheet:
    """A sheet that somebody signed: `digest` is that of result and decisions, `sha256` that of the PDF.

    The accountant's is the reviewer's with a second signature. A sheet that was voided says so.
    """

    id: int
    claim_id: int
    version: int
    digest: str
    sha256: str
    file_name: str
    signed_by: int
    signed_at: str
    role: Role = Role.REVIEWER
    voided: Voided | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept beside a claim, such as a scanned page; `size` in bytes."""

    id: int
    claim_id: int
    sha256: str
    file_name: str
    size: int
    added_by: int
    added_at: str


class TrailAction(StrEnum):
    """What the audit trail tells of."""

    USER_ADDED = "user_added"
    USER_CHANGED = "user_changed"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    PACK_INSTALLED = "pack_installed"
    SUBMISSION_IMPORTED = "submission_imported"
    FACT_ENTERED = "fact_entered"
    DECIDED = "decided"
    UNDONE = "undone"
    STATE_CHANGED = "state_changed"
    SHEET_SIGNED = "sheet_signed"
    ATTACHMENT_ADDED = "attachment_added"
    SETTING_CHANGED = "setting_changed"
    SHEET_VOIDED = "sheet_voided"
    KEY_REVOKED = "key_revoked"
    SUBMISSION_ASSIGNED = "submission_assigned"
    REPORT_HANDED_OVER = "report_handed_over"
    OBJECTION_RECORDED = "objection_recorded"
    SAMPLE_DRAWN = "sample_drawn"
    SAMPLE_JUDGED = "sample_judged"
    INQUIRY_RECORDED = "inquiry_recorded"
    PAYMENTS_LISTED = "payments_listed"


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One link of the audit trail; `actor` None is the program itself, `subject` such as decision/7."""

    seq: int
    at: str
    actor: int | None
    action: TrailAction
    subject: str
    claim_id: int | None
    payload: Mapping[str, Any]
    hash: str
