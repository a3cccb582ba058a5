"""The tests of the people's page share the office and the worker of the frame's."""

from tests.ui.frame.conftest import new_office, signed_in, themed, worker

__all__ = ["new_office", "signed_in", "themed", "worker"]
