"""The tests of the rule book share the office, the worker and the keys of the frame's."""

from tests.ui.frame.conftest import new_office, signed_in, themed, three_claims, worker

__all__ = ["new_office", "signed_in", "themed", "three_claims", "worker"]
