"""What comes with the program: its reference packs."""

from pathlib import Path

from app.resources import resource


def shipped_packs() -> tuple[Path, ...]:
    """Return the reference packs that come with the program, in the order in which they are installed."""
    return tuple(sorted(resource("packs").glob("*.pack.json")))
