"""Audit results as the contract writes them: one JSON document a line."""

import json
from collections.abc import Sequence

from app.domain.assessment import ClaimResult, result_document

FORMAT = "rasidegi/audit"
VERSION = 1


def audit_line(results: Sequence[ClaimResult], packs: Sequence[str], rulebook_version: str) -> str:
    """Return the results of one claim file, with the names of the packs and the rule set they rest on, as one line."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "reference_packs": list(packs),
        "rulebook": rulebook_version,
        "claims": [result_document(result) for result in results],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
