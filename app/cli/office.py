"""`rasidegi check`: verifies the store of an office and its audit trail."""

import argparse
import sys

from app.cli.words import add_office_word, office_folder
from app.errors import UseError


def add_words(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the words of this command."""
    words = parts.add_parser("check", help="بررسی درستی دفتر و زنجیره رد رویدادها")
    add_office_word(words)
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong, one finding a line, and return 1; or say that the office is sound and return 0."""
    from app.store.office import OfficeStore

    folder = office_folder(arguments)
    if not folder.is_dir():
        raise UseError(f"دفتری در پوشه {folder} نیست. پوشه درست را با --office نشان دهید.")
    store = OfficeStore.open(folder)
    try:
        findings = store.check()
    finally:
        store.close()
    for finding in findings:
        print(finding, file=sys.stderr)
    if findings:
        return 1
    print(f"دفتر {folder} سالم است: رد رویدادها پیوسته است و همه ردیف‌ها با آن می‌خوانند.")
    return 0
