"""Faults of the program itself, as the log may hold them: what kind and where, never what they were about."""

import traceback
from pathlib import Path


def whereabouts(error: BaseException) -> str:
    """Return the kind of a fault and the places it came through, the deepest first; no word of its message."""
    places = (f"{Path(frame.f_code.co_filename).name}:{line}" for frame, line in traceback.walk_tb(error.__traceback__))
    return f"{type(error).__name__} at {' < '.join(reversed([*places]))}"
