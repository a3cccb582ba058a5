"""The sample of the four circulars: told beside its files, of people whom no two stories share, with one ready to pay."""

import re
from pathlib import Path

import pytest

from app.domain.office import ClaimState
from app.domain.queue import QueueQuery
from app.errors import MachineError
from app.services.office import Office
from app.services.payment_lists import PaymentLists
from app.services.people import sign_in
from app.services.sample.circular_stories import DESCRIPTION_FILE, description, write_description
from app.services.sample.journeys import read_journeys
from app.services.sample.refunds import read_requests
from app.services.sample.social_security import read_month
from app.services.sample_office import SAMPLE_PASSWORD, open_sample_office

CIRCULARS = re.compile("REFUND-|LAB-T-|SYNTHETIC-travel-")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    made = open_sample_office(tmp_path_factory.mktemp("sample") / "office")
    yield made
    made.close()


def stories_of(office: Office) -> list:
    """Return the claims of the four circulars in the office."""
    with office.read() as view:
        rows = [row for words in ("REFUND", "LAB-T", "travel") for row in view.claims.page(QueueQuery(text=words))]
        return [view.claims.get(row.id, office.dictionary) for row in rows if CIRCULARS.match(row.external_id)]


def test_the_text_beside_the_files_tells_every_story_by_the_number_of_its_claim(office: Office) -> None:
    told = (office.store.folder / "sample-files" / DESCRIPTION_FILE).read_text(encoding="utf-8")
    assert told == description()
    for tale in (*read_requests()["requests"], *read_month()["claims"], *read_journeys()["forms"]):
        assert tale["says"] in told
    numbers = {claim.claim.id for claim in stories_of(office)}
    assert numbers == set(re.findall(r"^((?:REFUND-|LAB-T-|SYNTHETIC-travel-)\S+)", told, re.MULTILINE))
    assert len(numbers) == len(re.findall(r"^\S+  ", told, re.MULTILINE))


def test_no_two_people_of_the_stories_share_a_number(office: Office) -> None:
    names: dict[str, set[str | None]] = {}
    for claim in stories_of(office):
        names.setdefault(claim.claim.patient.id, set()).add(claim.claim.patient.name)
    assert [people for people in names.values() if len(people) > 1] == []
    assert len(names) > 10


def test_a_request_that_was_closed_waits_for_the_payment_list(office: Office) -> None:
    closed = [request["id"] for request in read_requests()["requests"] if request.get("closed")]
    states = {claim.claim.id: claim.state for claim in stories_of(office)}
    assert {number for number, state in states.items() if state is ClaimState.CLOSED} == set(closed) != set()

    payments = PaymentLists(office, sign_in(office, "hesabdar", SAMPLE_PASSWORD))
    choice = payments.waiting()
    assert choice is not None
    assert [request.claim.id for request in payments.preview(choice).payable] == closed


def test_a_place_that_takes_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="missing"):
        write_description(tmp_path / "missing")
