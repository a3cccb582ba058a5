"""What holds for every test: Python's garbage is collected on the main thread alone, as `app.ui.garbage` tells."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def garbage_on_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep a worker's thread from destroying the widgets of earlier tests; after a test with Qt, collect here."""
    with_qt = "qtbot" in request.fixturenames or "qapp" in request.fixturenames
    if with_qt:
        gc.disable()
    yield
    if with_qt:
        gc.collect()
        gc.enable()
