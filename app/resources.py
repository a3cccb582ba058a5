"""Where the program's own files lie: fonts, packs, rule book, translations; in a checkout or in an installed wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _data_root() -> Path:
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below resources/."""
    return _data_root().joinpath("resources", *parts)


def translation(name: str) -> Path:
    """Return the path of a compiled translation below translations/."""
    return _data_root().joinpath("translations", name)
