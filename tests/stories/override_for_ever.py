"""Overrides one line again and again and says each one that the office has taken; to be killed at any moment."""

import sys
from pathlib import Path

from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review


def main(folder: str, name: str, password: str) -> None:
    """Open the office and go on until somebody kills the process."""
    office = Office.open(Path(folder))
    review = Review(office, sign_in(office, name, password))
    opened, amount = review.open(1), 0
    while True:
        amount += 1
        opened = review.set_amount(opened, 1, amount, "آزمون")
        print(amount, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
