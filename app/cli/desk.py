"""`rasidegi desk` (and `rasidegi` alone): opens the desk on an office."""

import argparse
from pathlib import Path

from app.cli.words import add_office_word, office_folder
from app.services.places import sample_office_folder


def add_words(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the words of this command."""
    words = parts.add_parser("desk", help="باز کردن میز رسیدگی")
    add_office_word(words)
    words.add_argument("--sample-office", action="store_true", help="باز کردن دفتر نمونه با سندهای ساختگی")
    words.add_argument("--screenshot", type=Path, metavar="FILE.png", help="کشیدن میز بی صفحه‌نمایش و پایان")
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the desk and return when it is closed; with --screenshot, draw it into a file and return at once."""
    from app.services.office import Office
    from app.services.sample_office import SAMPLE_PERSON, open_sample_office
    from app.ui.application import run_desk

    if arguments.sample_office:
        office = open_sample_office(arguments.office or sample_office_folder())
        person = SAMPLE_PERSON
    else:
        office, person = Office.open(office_folder(arguments)), None
    try:
        return run_desk(office, signed_in=person, screenshot=arguments.screenshot)
    finally:
        office.close()
