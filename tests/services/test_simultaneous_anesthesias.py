"""Modifier 44 in an office: an anesthetist's other patients of the month count there as they do in a claim file."""

import pytest

from app.services.office import Office
from app.services.people import make_first_administrator
from app.services.results import audit_submission
from app.services.review import Review
from app.store.office import OfficeStore
from tests.catalogue.expansion import FOLDER, cases, claim_file
from tests.services.offices import FULL_NAME, NAME, PASSWORD, ticking_clock


@pytest.fixture
def office(tmp_path):
    made = Office(OfficeStore.open_or_create(tmp_path / "office"), ticking_clock())
    for name in ("base", "modifiers"):
        made.install_pack(FOLDER / f"{name}.pack.json", actor=None)
    yield made
    made.close()


def test_the_third_patient_of_an_anesthetist_at_a_time_is_not_paid_at_the_desk_either(office):
    session = make_first_administrator(office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
    file = claim_file(next(case for case in cases("modifiers") if case["id"] == "MOD-44a-a"))
    with office.change(session.user.id) as unit:
        number = unit.submissions.add(file.submission, file.claims, sha256="44" * 32, file_name="test.json")
    audit_submission(office, number)

    with office.read() as view:
        ids = [claim.id for claim in view.claims.of_submission(number, office.dictionary)]
    opened = [Review(office, session).open(claim_id) for claim_id in ids]
    assert [claim.result.line(2).approved for claim in opened] == [90_000, 90_000, 0]
    assert [finding.rule for finding in opened[-1].result.findings_of(2)] == ["MOD-44a"]
