"""A resident found absent loses the fees of the whole month at the centre, whichever submission says so."""

from pathlib import Path

from offices import PACKS, add_claims

from app.services.review import Review
from tests.catalogue.expansion import expanded

RESIDENT = {"id": "60001", "qualification": "resident"}
SURGEON = {"id": "55001", "qualification": "specialist", "specialty": "orthopedics"}


def helped(claim_id: str, patient: str, **facts: object) -> dict[str, object]:
    """Return a stay with an operation at which the resident assists."""
    known = {"resident_year": 3, "assistant_signed": ["operative_note", "or_sheet"], **facts}
    operation = {"section": "surgery", "code": "AS01", "amount": 500_000, "performer": SURGEON}
    assistant = {"section": "assistant", "code": "AS01", "amount": 100_000, "performer": RESIDENT, "facts": known}
    claim = {"id": claim_id, "patient": {"id": patient}, "lines": [operation, assistant]}
    return expanded({"rule": "AST-02", "base": "inpatient", "expect": {}, "claim": claim})["claims"][0]


def test_an_absence_in_another_submission_of_the_month_counts(desk):
    office, session = desk
    office.install_pack(Path(PACKS) / "inpatient_services.pack.json", actor=None)
    (first,) = add_claims(office, session, helped("C-1", "0012345679"), teaching=True)
    review = Review(office, session)

    def said():
        return {finding.rule for finding in review.open(first).result.findings if finding.line == 2}

    assert "AST-02" not in said()
    absent = helped("C-2", "0499370899", assistant_absent=True)
    add_claims(office, session, absent, submission_id="S-2", teaching=True)
    assert "AST-02" in said()
