"""An office with test packs and its first administrator, for the tests of the services."""

import pytest
from offices import make_office


@pytest.fixture
def desk(tmp_path):
    office, session = make_office(tmp_path / "office")
    yield office, session
    office.close()
