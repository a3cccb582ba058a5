"""What stands earlier in a submission: the lines of the patient's other claims that are paid."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.oracle.judge import at_end
from tests.oracle.paper import Entry, Paper


def earlier_claims(paper: Paper, wanted: Callable[[Entry], bool]) -> Iterator[dict[str, Any]]:
    """What earlier claims of the patient in the submission are paid for of some lines, with the units that are left."""
    claims = paper.file["claims"]
    own = next(number for number, claim in enumerate(claims) if claim is paper.claim)
    for number, claim in enumerate(claims):
        other = Paper(paper.file, number, paper.books)
        before = claim["patient"]["id"] == paper.patient["id"] and (other.known_day, number) < (paper.known_day, own)
        if before and any(wanted(entry) for entry in other.entries):
            for entry in at_end(paper, number).alive():
                if entry.amount and wanted(entry):
                    yield {
                        "date": entry.day,
                        "code": entry.code,
                        "qty": entry.units,
                        "facts": entry.document.get("facts", {}),
                    }
