"""The sample office finds every role something to do, and its trail holds."""

from pathlib import Path

import pytest

from app.domain.office import ClaimState, Role
from app.domain.queue import QueueGroup
from app.services.office import Office
from app.services.people import sign_in
from app.services.sample_office import SAMPLE_PASSWORD, SAMPLE_PEOPLE, SAMPLE_PERSON, open_sample_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return open_sample_office(tmp_path_factory.mktemp("sample") / "office")


def test_every_pass_has_a_claim_that_waits_for_it(office: Office) -> None:
    with office.read() as view:
        counted = {count.key: count.claims for count in view.claims.counts_by(QueueGroup.STATE)}
    assert set(counted) >= {
        ClaimState.RECEIVED,
        ClaimState.AWAITING_SUPERVISOR,
        ClaimState.TECHNICALLY_DONE,
        ClaimState.CLOSED,
        ClaimState.OBJECTED,
        ClaimState.RETURNED,
    }
    assert counted[ClaimState.RECEIVED] > 200
    assert office.store.check() == []


@pytest.mark.parametrize(("name", "roles"), [(n, {role}) for n, _full, role in SAMPLE_PEOPLE])
def test_each_of_its_people_signs_in_with_one_role(office: Office, name: str, roles: set[Role]) -> None:
    assert sign_in(office, name, SAMPLE_PASSWORD).user.roles == roles


def test_the_one_who_is_signed_in_at_once_holds_every_role(office: Office) -> None:
    assert sign_in(office, *SAMPLE_PERSON).user.roles == set(Role)


def test_opened_again_it_is_the_same_office(office: Office) -> None:
    folder: Path = office.store.folder
    with office.read() as view:
        before = view.trail.last()
    again = open_sample_office(folder)
    with again.read() as view:
        assert view.trail.last() == before
    again.close()
