"""An office with reported claims, for the tests of the page of objections."""

import shutil
from dataclasses import replace

import pytest

from app.services.office import Office
from app.store.office import OfficeStore
from tests.services.closed_claims import make_house
from tests.services.offices import ticking_clock
from tests.ui.frame.conftest import LATER, themed, worker

__all__ = ["themed", "worker"]


@pytest.fixture(scope="session")
def new_house(tmp_path_factory):
    """An office with its people, made once for all tests, and closed."""
    made = make_house(tmp_path_factory.mktemp("house") / "office")
    made.office.close()
    return made


@pytest.fixture
def house(new_house, tmp_path):
    """An office of the test's own with two reviewers and an accountant."""
    folder = shutil.copytree(new_house.office.store.folder, tmp_path / "office")
    office = Office(OfficeStore.open(folder), ticking_clock(LATER))
    yield replace(new_house, office=office)
    office.close()
