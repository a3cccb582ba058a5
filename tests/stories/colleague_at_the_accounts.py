"""A program of its own in which a colleague signs or corrects a claim of the same office, and says how it stands."""

import sys
from pathlib import Path

from app.errors import UseError
from app.services.accounting import Accounting
from app.services.clock import system_clock
from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review
from app.services.sign_off import sign
from app.store.office import OfficeStore
from tests.services.offices import PASSWORD


def main(folder: str, name: str, deed: str, claim_id: str, *words: str) -> None:
    """Do a deed on a claim, and say its state or why it was refused."""
    office = Office(OfficeStore.open(Path(folder)), system_clock)
    session = sign_in(office, name, PASSWORD)
    review, accounting = Review(office, session), Accounting(office, session)
    shown = review.open(int(claim_id))
    try:
        if deed == "sign":
            sign(office, session, shown)
        elif deed == "correct":
            line, amount, reason = words
            accounting.ask_for_signature(accounting.correct(shown, int(line), int(amount), reason))
        elif deed == "close":
            accounting.sign(shown)
    except UseError as refused:
        print(f"refused: {refused}")
    else:
        print(review.open(shown.id).state.value)
    office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
