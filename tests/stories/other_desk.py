"""A second program at an office, which does what it reads line by line and says what became of it."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.errors import RasidegiError
from app.services.office import Office
from app.services.people import sign_in
from app.services.presence import ThisDesk
from app.services.review import Review
from app.store.office import OfficeStore


class OtherDesk:
    def __init__(self, folder: Path, name: str, password: str) -> None:
        self.ahead = timedelta()
        self.office = Office(OfficeStore.open(folder), lambda: datetime.now(UTC) + self.ahead)
        self.session = sign_in(self.office, name, password)
        self.review = Review(self.office, self.session)
        self.desk = ThisDesk(self.office, self.session.user.id)

    def clock(self, seconds: str) -> str:
        self.ahead = timedelta(seconds=int(seconds))
        return seconds

    def take(self, claim_id: str) -> str:
        self.desk.expect(int(claim_id))
        return "taken"

    def leave(self) -> str:
        self.desk.leave()
        return "left"

    def set(self, claim_id: str, line: str, amount: str) -> str:
        self.review.set_amount(self.review.open(int(claim_id)), int(line), int(amount), "توافق")
        return "done"


def main(folder: str, name: str, password: str) -> None:
    desk = OtherDesk(Path(folder), name, password)
    for words in sys.stdin:
        step, *rest = words.split()
        try:
            said = getattr(desk, step)(*rest)
        except RasidegiError as error:
            said = f"refused {error}"
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
