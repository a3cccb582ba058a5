"""What the tests of statistics share with those of the frame: the look, workers that end, an office of their own."""

from tests.ui.frame.conftest import new_office, signed_in, themed, worker

__all__ = ["new_office", "signed_in", "themed", "worker"]
