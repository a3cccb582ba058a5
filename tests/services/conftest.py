"""An office with test packs and its first administrator, for the tests of the services."""

import pytest
from frequencies import Desk, Frequency
from offices import make_office


@pytest.fixture
def desk(tmp_path):
    office, session = make_office(tmp_path / "office")
    yield office, session
    office.close()


@pytest.fixture
def desk_of(tmp_path):
    desks: list[Desk] = []

    def make(frequency: Frequency) -> Desk:
        desks.append(Desk(tmp_path / str(len(desks)), frequency))
        return desks[-1]

    yield make
    for desk in desks:
        desk.office.close()
