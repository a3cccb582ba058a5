"""Widths of the panes are kept for each person, in a file that names nobody and stops nobody."""

import stat

import pytest

from app.errors import MachineError
from app.services.pane_widths import FILE_NAME, PaneWidths, keep_widths, widths_of
from tests.services.offices import make_office

CHOSEN = PaneWidths(300, 646, 420)


@pytest.fixture
def office(tmp_path):
    made, _session = make_office(tmp_path / "office")
    yield made
    made.close()


def test_each_person_finds_the_widths_they_chose(office):
    keep_widths(office, 1, CHOSEN)
    keep_widths(office, 2, PaneWidths(310, 656, 400))
    keep_widths(office, 2, PaneWidths(320, 636, 410))
    assert [widths_of(office, person) for person in (1, 2, 3)] == [CHOSEN, PaneWidths(320, 636, 410), None]
    keep_widths(office, 1, None)
    assert [widths_of(office, person) for person in (1, 2)] == [None, PaneWidths(320, 636, 410)]


def test_the_file_is_its_owners_alone_and_no_matter_of_the_office(office):
    keep_widths(office, 1, CHOSEN)
    file = office.store.folder / FILE_NAME
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == '{"1": [300, 646, 420]}'
    assert office.store.check() == []


SPOILT_WIDTHS = "300", "[300]", "[300, 646]", '[300, 646, "x"]', "[true, 646, 420]", "[0, 646, 420]", "[300, -5, 420]"
SPOILT = (
    "",
    "no json",
    "[]",
    "null",
    "\ud800",
    *(f'{{"1": {widths}}}' for widths in (*SPOILT_WIDTHS, "[300, 646, 99999]")),
)


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_file_says_nothing_and_is_written_anew(office, spoilt):
    (office.store.folder / FILE_NAME).write_bytes(spoilt.encode(errors="surrogatepass"))
    assert widths_of(office, 1) is None
    keep_widths(office, 1, CHOSEN)
    assert widths_of(office, 1) == CHOSEN


def test_a_folder_that_takes_no_file_is_named(office):
    (office.store.folder / f"{FILE_NAME}.part").mkdir()
    with pytest.raises(MachineError, match="office"):
        keep_widths(office, 1, CHOSEN)
