"""Rasidegi («میز رسیدگی»): the desk on which medical claims are audited."""

__version__ = "0.1.0"
