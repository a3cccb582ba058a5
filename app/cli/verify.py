"""`rasidegi verify`: says who signed a sheet, whether it is unchanged, and whether it agrees with the office."""

import argparse
from pathlib import Path

from app.cli.words import add_office_word, office_folder


def add_words(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the words of this command."""
    words = parts.add_parser("verify", help="بررسی امضا و درستی برگ رسیدگی (PDF)")
    add_office_word(words)
    words.add_argument("file", type=Path, metavar="FILE.pdf")
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what was found, one sentence a line; return 0 when everything holds, else 1."""
    from app.services.verification import verify_sheet_file

    outcome = verify_sheet_file(arguments.file, office_folder(arguments))
    print("\n".join(outcome.sentences))
    return 0 if outcome.holds else 1
