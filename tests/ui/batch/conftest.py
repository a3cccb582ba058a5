"""Widgets with the look of the desk."""

from tests.ui.frame.conftest import themed

__all__ = ["themed"]
