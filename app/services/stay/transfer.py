"""What is read of a transfer from an own hospital, and the shares that each kind of it leads to (order on sending, B).

A patient may have been handed over whole or sent for a service alone (TRV-14); of a stay and of a service done outside
alike. The shares are worked out by the rules themselves, one trial for each kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.claim import Provider
from app.domain.facts import UNKNOWN, Answer
from app.domain.findings import Finding
from app.domain.money import Rial
from app.domain.office import Decision
from app.rules.circulars.reimbursed_lines import under_contract
from app.rules.circulars.terms import SENDING_FROM, TAMIN
from app.rules.circulars.transfers import COORDINATED, REASON, SIGNED, TRANSFER, TRANSFERS
from app.services.claim_laying import Assessment
from app.services.open_claim import OpenClaim

TRANSFER_FACTS = (TRANSFER, REASON, COORDINATED, SIGNED)
KINDS_OF_TRANSFER = ("none", "complete", "service_only")
ENTRY_OF_TRANSFERS = "TRV-14"
RULES_OF_SHARES = ("TRV-17a", "TRV-17b", "TRV-18")


@dataclass(frozen=True, slots=True)
class TransferShares:
    """Who pays how much, in rials, if the transfer is of a kind; `said` are the findings that make it so."""

    kind: str
    insurer: Rial
    patient: Rial
    said: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """What is known of a transfer, and the centre and diagnosis beside which a person judges it (TRV-15, 16, 18a)."""

    answers: Mapping[str, Answer]
    shares: tuple[TransferShares, ...]
    destination: Provider
    under_contract: bool
    diagnosis: str | None

    @property
    def is_transfer(self) -> bool:
        """Tell whether the patient is known to have been handed over or sent."""
        return self.answers[TRANSFER] in TRANSFERS


def may_be_transferred(open_claim: OpenClaim) -> bool:
    """Tell whether an own hospital may have sent the patient of a claim: its kind, insurer and day allow it."""
    claim, rulebook = open_claim.claim, open_claim.rulebook
    day, insurer = claim.service_day, claim.insurer or open_claim.submission.insurer
    in_force = day is not None and str(day) >= rulebook.figure(SENDING_FROM, day)
    return in_force and insurer in TAMIN and claim.kind in rulebook[ENTRY_OF_TRANSFERS].kinds


def transfer_of(assessment: Assessment, decisions: tuple[Decision, ...]) -> Transfer:
    """Return what is known of the transfer of a claim that is laid ready, with the shares of each kind."""
    claim, submission = assessment.claim, assessment.submission
    return Transfer(
        answers={name: claim.facts.get(name, UNKNOWN) for name in TRANSFER_FACTS},
        shares=tuple(_shares(assessment, decisions)),
        destination=submission.provider,
        under_contract=under_contract(assessment.as_submitted()),
        diagnosis=claim.diagnosis,
    )


def _shares(assessment: Assessment, decisions: tuple[Decision, ...]) -> Iterator[TransferShares]:
    for kind in KINDS_OF_TRANSFER:
        settlement = assessment.with_answers({None: {TRANSFER: kind}}).settle(decisions, {})
        said = tuple(finding for finding in settlement.result.findings if finding.rule in RULES_OF_SHARES)
        yield TransferShares(kind, settlement.totals.insurer_share, settlement.totals.patient_share, said)
