"""A sheet to draw and sign, for the tests of the sheets."""

import pytest
import sheet_samples


@pytest.fixture
def marked_sheet():
    """A claim with each mark, a person's override on line 6, trial figures, and both signatories."""
    return sheet_samples.marked_sheet()
