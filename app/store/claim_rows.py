"""A claim as rows: what lists and statistics need in columns, the whole of it as a canonical document."""

from dataclasses import dataclass
from typing import Any

from app.domain.assessment import canonical_json
from app.domain.claim import Claim, Line, Submission
from app.domain.claim_document import claim_document
from app.domain.office import ClaimState
from app.domain.persian import fold
from app.store.sealing import claim_digest


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """The rows of one claim in claims, claim_documents, lines and claim_search."""

    claim: dict[str, Any]
    document: dict[str, Any]
    lines: list[dict[str, Any]]
    search: dict[str, Any]


def claim_rows(claim: Claim, submission: Submission, *, submission_id: int, claim_id: int, position: int) -> ClaimRows:
    """Return the rows of a claim that has just been received."""
    service_day = claim.service_day
    row = {
        "id": claim_id,
        "submission_id": submission_id,
        "position": position,
        "external_id": claim.id,
        "kind": claim.kind.value,
        "fund": claim.fund or submission.fund,
        "insurer": (claim.insurer or submission.insurer).value,
        "patient_id": claim.patient.id,
        "patient_name": claim.patient.name,
        "service_day": str(service_day) if service_day else None,
        "claimed": claim.claimed,
        "state": ClaimState.RECEIVED.value,
        "version": 1,
    }
    document = canonical_json(claim_document(claim))
    lines = [_line_row(claim, line, claim_id) for line in claim.lines]
    return ClaimRows(
        claim=row | {"digest": claim_digest(row, document, lines)},
        document={"claim_id": claim_id, "document": document},
        lines=lines,
        search={"rowid": claim_id, "text": _search_text(claim, submission)},
    )


def _line_row(claim: Claim, line: Line, claim_id: int) -> dict[str, Any]:
    day = line.day or claim.service_day
    return {
        "claim_id": claim_id,
        "no": line.no,
        "section": line.section,
        "code": line.code,
        "title": line.title,
        "quantity": str(line.quantity),
        "day": str(day) if day else None,
        "claimed": line.amount,
    }


def _search_text(claim: Claim, submission: Submission) -> str:
    centre = submission.provider
    words = (claim.patient.name, claim.patient.id, claim.id, submission.id, centre.name, centre.id)
    return fold(" ".join(word for word in words if word))
