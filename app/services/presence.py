"""Which claim lies on which desk: what is open at one desk is only read at the others, until it is put away there.

A desk is one running program (`Office.desk`). It says now and then that it is still there; one that was not heard of
for `STALE_AFTER`, because its program ended without a word, has no claim any more.
"""

import threading
from datetime import datetime, timedelta

from app.domain.office import User
from app.domain.office_records import Presence
from app.domain.persian import persian_digits
from app.errors import UseError
from app.services.clock import stamp
from app.services.office import Office
from app.services.surroundings import View
from app.store.transactions import OfficeChange

STALE_AFTER = timedelta(minutes=2)
"""How long a desk counts as there after it was last heard of."""


class LiesElsewhere(UseError):
    """A step on a claim was refused because it lies on another desk; `there` is which."""

    def __init__(self, there: Presence, person: User) -> None:
        super().__init__(where_it_lies(there, person))
        self.there = there


def elsewhere(office: Office, view: View, claim_id: int) -> Presence | None:
    """Return the other desk of the office on which a claim lies now, None where it lies on this one or on none."""
    there = view.desks.at_claim(claim_id, heard_since(office))
    return None if there is None or there.desk == office.desk else there


def expect_on_no_other_desk(office: Office, unit: OfficeChange, claim_id: int) -> None:
    """Raise LiesElsewhere where a claim that is about to be changed lies on another desk."""
    there = elsewhere(office, unit, claim_id)
    if there is not None:
        raise LiesElsewhere(there, unit.users.get(there.user_id))


def heard_since(office: Office) -> str:
    """Return the time (ISO, UTC) since which a desk must have been heard of to count as there."""
    return stamp(office.clock() - STALE_AFTER)


def where_it_lies(there: Presence, person: User) -> str:
    """Say on whose desk a claim lies, and since when on this machine's clock."""
    since = hour_of(there.since)
    return f"این سند روی میز {person.full_name} باز است (از ساعت {since})؛ اینجا فقط خوانده می‌شود."


def hour_of(at: str) -> str:
    """Return the hour and minute of an ISO time on this machine's clock."""
    return persian_digits(f"{datetime.fromisoformat(at).astimezone():%H:%M}")


class ThisDesk:
    """What lies on this desk, as the other desks are told of it; safe to use from several threads."""

    def __init__(self, office: Office, user_id: int) -> None:
        self._office, self._user_id = office, user_id
        self._lock = threading.Lock()
        self._claim_id: int | None = None

    @property
    def claim_id(self) -> int | None:
        """The claim that lies here, as far as this desk knows."""
        return self._claim_id

    def take(self, claim_id: int) -> Presence | None:
        """Lay a claim here in place of the one before, or say again that it lies here.

        Where it lies on another desk, that one is returned and nothing lies here.
        """
        with self._lock, self._office.change(self._user_id) as unit:
            desk = self._office.desk
            unit.desks.leave(desk, but=claim_id)
            there = unit.desks.take(claim_id, self._user_id, desk, at=unit.at, since=heard_since(self._office))
            self._claim_id = claim_id if there is None else None
        return there

    def expect(self, claim_id: int) -> bool:
        """Lay a claim here for a step on it, and tell whether it has only come now; raises LiesElsewhere.

        What has only come now may have been changed at another desk since it was looked at.
        """
        if self._claim_id == claim_id:
            return False
        there = self.take(claim_id)
        if there is not None:
            with self._office.read() as view:
                raise LiesElsewhere(there, view.users.get(there.user_id))
        return True

    def still_there(self) -> Presence | None:
        """Say that this desk is still there; where its claim has gone to another desk meanwhile, return that one."""
        claim_id = self._claim_id
        return None if claim_id is None else self.take(claim_id)

    def leave(self) -> None:
        """Put away what lies here, for others to take."""
        with self._lock:
            if self._claim_id is not None:
                with self._office.change(self._user_id) as unit:
                    unit.desks.leave(self._office.desk)
                self._claim_id = None
