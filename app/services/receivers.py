"""The receivers of an office: for whom its people can seal what they send, kept as certificates by its administrator.

A certificate is public; what makes it the receiver's own is that the administrator compared its fingerprint with what
the receiver told. The list is a setting of the office, so that each change of it stands in the trail.
"""

from base64 import b64decode, b64encode
from datetime import datetime
from pathlib import Path

from app.domain.persian import clean, fold, persian_digits
from app.domain.receivers import LONGEST_NAME, Certificate, Receiver
from app.domain.rights import Action
from app.errors import DataError, UseError
from app.files.certificates import certificate_of, expect_fit, read_certificate
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right
from app.store.transactions import OfficeChange, OfficeView

RECEIVERS_SETTING = "receivers"


class Receivers:
    """A signed-in administrator's work on the receivers; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def look(self, path: Path) -> Certificate:
        """Read the certificate of a file, so that its fingerprint is compared before anybody is added.

        Raises DataError for a file without a certificate that can be sealed for, and for one with a private key.
        """
        with self._office.read() as view:
            expect_right(self._session, Action.SET_RECEIVERS, now=view)
        certificate = read_certificate(path)
        expect_fit(certificate, self._office.clock())
        return certificate

    def all(self) -> tuple[Receiver, ...]:
        """Return the receivers by name."""
        with self._office.read() as view:
            expect_right(self._session, Action.SET_RECEIVERS, now=view)
            return receivers_of(view, self._office.clock())

    def add(self, name: str, certificate: Certificate) -> tuple[Receiver, ...]:
        """Add a receiver and return all; raises UseError for a name that does not do and for who is there already."""
        name, now = clean(name), self._office.clock()
        if not name:
            raise UseError("نام گیرنده را بنویسید؛ همین نام هنگام ذخیره پرونده‌ها دیده می‌شود.")
        if len(name) > LONGEST_NAME:
            raise UseError(f"نام گیرنده بلند است؛ آن را در {persian_digits(LONGEST_NAME)} نویسه بنویسید.")
        expect_fit(certificate, now)
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.SET_RECEIVERS, now=unit)
            there = receivers_of(unit, now)
            for other in there:
                if other.certificate.fingerprint == certificate.fingerprint:
                    raise UseError(f"این گواهی پیش از این با نام «{other.name}» ثبت شده است.")
                if fold(other.name) == fold(name):
                    raise UseError(f"گیرنده‌ای با نام «{other.name}» هست. نام دیگری بنویسید، یا نخست او را بردارید.")
            return self._keep(unit, (*there, Receiver(name, certificate)))

    def remove(self, fingerprint: str) -> tuple[Receiver, ...]:
        """Take a receiver off the list and return those who stay; what was sealed before stays sealed for them."""
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.SET_RECEIVERS, now=unit)
            there = receivers_of(unit, self._office.clock())
            stay = tuple(receiver for receiver in there if receiver.certificate.fingerprint != fingerprint)
            if len(stay) == len(there):
                raise UseError("این گیرنده در این میان برداشته شده است.")
            return self._keep(unit, stay)

    def _keep(self, unit: OfficeChange, receivers: tuple[Receiver, ...]) -> tuple[Receiver, ...]:
        rows = [
            {"name": receiver.name, "certificate": b64encode(receiver.certificate.der).decode("ascii")}
            for receiver in receivers
        ]
        unit.settings.set(RECEIVERS_SETTING, rows)
        return receivers_of(unit, self._office.clock())


def receivers_of(view: OfficeView | OfficeChange, at: datetime) -> tuple[Receiver, ...]:
    """Return the receivers of an office by name, each with what stands in the way of sealing for them at a moment."""
    rows = view.settings.get(RECEIVERS_SETTING, [])
    found = [_receiver(row["name"], certificate_of(b64decode(row["certificate"])), at) for row in rows]
    return tuple(sorted(found, key=lambda receiver: fold(receiver.name)))


def known_receivers(office: Office) -> tuple[Receiver, ...]:
    """Return the receivers to whoever saves a file: whose certificates an office keeps is no secret in it."""
    with office.read() as view:
        return receivers_of(view, office.clock())


def _receiver(name: str, certificate: Certificate, at: datetime) -> Receiver:
    try:
        expect_fit(certificate, at)
    except DataError as error:
        return Receiver(name, certificate, str(error))
    return Receiver(name, certificate)
