"""Words that several commands share."""

import argparse
from pathlib import Path

from app.services.places import default_office_folder


def add_office_word(words: argparse.ArgumentParser) -> None:
    """Add the option that names the office's folder."""
    words.add_argument("--office", type=Path, metavar="DIR", help="پوشه دفتر (اگر نباشد: پوشه پیش‌فرض کاربر)")


def office_folder(arguments: argparse.Namespace) -> Path:
    """Return the folder of the office that the command line means."""
    folder: Path | None = arguments.office
    return folder or default_office_folder()
