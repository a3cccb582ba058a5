"""A program of its own that shows a claim, waits for a word, signs what it showed, and says what became of it."""

import sys
from pathlib import Path

from app.services.clock import system_clock
from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review
from app.services.sign_off import ClaimChanged, sign
from app.store.office import OfficeStore
from tests.services.offices import NAME, PASSWORD


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def show_and_sign(folder: Path, claim_id: int) -> None:
    office = Office(OfficeStore.open(folder), system_clock)
    session = sign_in(office, NAME, PASSWORD)
    shown = Review(office, session).open(claim_id)
    say(f"shown {shown.settlement.totals.approved}")
    sys.stdin.readline()
    try:
        sign(office, session, shown)
    except ClaimChanged as changed:
        say(f"changed {changed.now.settlement.totals.approved}")
    else:
        say("signed")
    office.close()


if __name__ == "__main__":
    show_and_sign(Path(sys.argv[1]), int(sys.argv[2]))
