"""The tests of samples share an office with signed claims and its supervisor."""

import os
import shutil
from datetime import UTC, datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from app.services.office import Office
from app.store.office import OfficeStore
from tests.services.offices import ticking_clock
from tests.services.reviewed_office import reviewed_office
from tests.ui.frame.conftest import themed, worker

__all__ = ["themed", "worker"]
LATER = datetime(2016, 7, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory):
    """The folder of an office with signed claims, its people and its claims."""
    folder = tmp_path_factory.mktemp("reviewed") / "office"
    return folder, *reviewed_office(folder)


@pytest.fixture
def sampled(reviewed, tmp_path):
    """An office of the test's own, its supervisor and its claims."""
    folder, _reviewer, supervisor, numbers = reviewed
    office = Office(OfficeStore.open(shutil.copytree(folder, tmp_path / "office")), ticking_clock(LATER))
    yield office, supervisor, numbers
    office.close()
