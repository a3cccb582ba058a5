"""A program of its own in which a colleague works on claims of the same office, and says how each then stands."""

import sys
from pathlib import Path

from app.errors import UseError
from app.services.clock import system_clock
from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review
from app.services.sign_off import sign
from app.services.supervision import Supervision
from app.store.office import OfficeStore
from tests.services.offices import PASSWORD


def main(folder: str, name: str, deed: str, claim_id: str, *words: str) -> None:
    """Do a deed on a claim, and say its state or why it was refused."""
    office = Office(OfficeStore.open(Path(folder)), system_clock)
    session = sign_in(office, name, PASSWORD)
    review, supervision = Review(office, session), Supervision(office, session)
    shown = review.open(int(claim_id))
    try:
        if deed == "override":
            sign(office, session, review.set_amount(shown, 1, int(words[0]), words[1]))
        elif deed == "endorse":
            supervision.endorse(shown)
        elif deed == "send_back":
            supervision.send_back(shown, words[0])
    except UseError as refused:
        print(f"refused: {refused}")
    else:
        print(review.open(shown.id).state.value)
    office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
