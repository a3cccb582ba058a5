"""A program of its own in which the administrator does one thing with a person, and says what is to be handed over."""

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.domain.office import Role
from app.services.office import Office
from app.services.people import WrongPassword, sign_in
from app.services.staff import Staff
from app.store.office import OfficeStore
from tests.services.offices import NAME, PASSWORD, ticking_clock

A_DAY_LATER = datetime(2016, 7, 2, 8, tzinfo=UTC)


def main(folder: str, deed: str, name: str, *words: str) -> None:
    """Do a deed to the person of a name."""
    office = Office(OfficeStore.open(Path(folder)), ticking_clock(A_DAY_LATER))
    staff = Staff(office, sign_in(office, NAME, PASSWORD))
    user_id = next(member.user.id for member in staff.members() if member.user.name == name)
    if deed == "reset":
        print(staff.reset_password(user_id).password)
    elif deed == "revoke":
        staff.revoke_key(user_id, " ".join(words))
    elif deed == "roles":
        staff.set_roles(user_id, frozenset(Role(word) for word in words))
    elif deed == "shut_out":
        staff.set_active(user_id, False)
    elif deed == "try_wrongly":
        for _ in range(int(words[0])):
            with suppress(WrongPassword):
                sign_in(office, name, "not hers")
    office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
