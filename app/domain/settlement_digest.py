"""What binds a signed sheet to what stood on its claim: one digest of the engine's result and people's words."""

import hashlib

from app.domain.assessment import canonical_json, finding_document
from app.domain.office import Decision
from app.domain.settlement import Settlement


def settlement_digest(settlement: Settlement) -> str:
    """Return the SHA-256 of what stands on a claim: the engine's result and people's decisions beside it."""
    lines = [
        {"no": line.no, "approved": line.approved, "mark": line.mark.value, "decision": _decision(line.decision)}
        for line in settlement.lines
    ]
    totals = settlement.totals
    document = {
        "result": settlement.result.digest(),
        "lines": lines,
        "shares": [totals.patient_share, totals.insurer_share],
        "open": [finding_document(finding) for finding in settlement.open_queries],
    }
    if settlement.added:
        document["added"] = [[finding_document(added.finding), added.decision.id] for added in settlement.added]
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def _decision(decision: Decision | None) -> list[object] | None:
    if decision is None:
        return None
    return [decision.id, decision.kind.value, decision.amount, decision.rule, decision.author, decision.reason]
