"""What holds for every test: where Python's garbage is collected, and what a password costs.

Garbage is collected on the main thread alone, as `app.ui.garbage` tells. Passwords are kept by the same Argon2 as in an
office, at its least cost: at its full one a third of all the time of the tests went into signing in.
"""

import gc
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from app.services import passwords


@pytest.fixture(autouse=True, scope="session")
def cheap_passwords() -> Iterator[None]:
    """Let signing in take no time; what guards a real office is tried in tests/services/test_signing_in.py."""
    in_an_office = passwords._HASHER
    passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield
    passwords._HASHER = in_an_office


@pytest.fixture(autouse=True)
def garbage_on_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep a worker's thread from destroying the widgets of earlier tests; after a test with Qt, collect here.

    What stood there before the test is left out of that: books and packs by the hundred thousand values, which tests
    keep for one another, would be looked through each time.
    """
    with_qt = "qtbot" in request.fixturenames or "qapp" in request.fixturenames
    if with_qt:
        gc.disable()
        gc.freeze()
    yield
    if with_qt:
        gc.collect()
        gc.enable()
