"""The fares and nights of journeys that an office keeps: typed by route, dated, and installed as a pack of its own.

The rates of hired cars are asked of the transport authority (TRV-06g); nobody's figure is assumed. A pack of typed
rates is a trial one until whoever types it says that the rates are official.
"""

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.dates import JalaliDate
from app.domain.money import Rial
from app.domain.persian import clean, date_text
from app.domain.reference import Fee, Reference
from app.domain.rights import Action
from app.domain.travel_form import TRAVEL_GROUPS
from app.errors import UseError
from app.files.pack_writer import fee_pack_text
from app.resources import resource
from app.services.clock import day_of
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right
from app.services.travel_rates import NIGHTS, PREFIX, RATED_VEHICLES, route_key, towns
from app.store.folder import reporting_file_faults, write_private_file

TRAVEL_ROWS = ("packs", "travel-lines.pack.json")


@dataclass(frozen=True, slots=True)
class Fare:
    """One dated rate: of a vehicle by its route, one way; or of a night, whose `kind` is the group of its line."""

    kind: str
    rial: Rial
    start: JalaliDate
    source: str
    route_from: str = ""
    route_to: str = ""

    @property
    def key(self) -> str:
        """The key of the rate in a pack."""
        return NIGHTS.get(self.kind) or route_key(self.kind, clean(self.route_from), clean(self.route_to))

    @property
    def is_of(self) -> tuple[object, ...]:
        """What the rate is of: rates of a way and of its way back are of one route."""
        return self.kind, frozenset((clean(self.route_from), clean(self.route_to)))

    @property
    def back(self) -> "Fare":
        """The same rate, written for the way back."""
        return replace(self, route_from=self.route_to, route_to=self.route_from)

    def fault(self) -> str | None:
        """Return what is wrong with a typed rate, as a sentence; None where nothing is."""
        if self.kind in RATED_VEHICLES:
            ends = clean(self.route_from), clean(self.route_to)
            if not all(ends):
                return "شهر مبدأ و مقصد این نرخ را بنویسید."
            if any(mark in end for end in ends for mark in "-/"):
                return "نام شهر را بی خط تیره و خط کج بنویسید."
            if ends[0] == ends[1]:
                return "مبدأ و مقصد یکی است؛ یکی را اصلاح کنید."
        if self.rial <= 0:
            return "مبلغ نرخ را به ریال بنویسید."
        if not clean(self.source):
            return "سند این نرخ را بنویسید، مانند شماره و تاریخ نامه اداره حمل‌ونقل."
        return None


@dataclass(frozen=True, slots=True)
class KeptFare:
    """A rate in an installed pack; `trial` where the pack is not official, `replaced` by one of a later pack.

    A rate is never taken out of the office: closed claims were paid by it. A wrong one is replaced by one of its day.
    """

    fare: Fare
    pack: str
    trial: bool
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class FareBook:
    """The rates of an office, by route and day, and what new ones may be of."""

    kept: tuple[KeptFare, ...]
    towns: tuple[str, ...]
    today: JalaliDate


class TravelFares:
    """Keeps the rates of an office for one person; safe to use from the worker's thread."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def book(self) -> FareBook:
        """Return the rates of all packs; of one key and day the pack installed last stands first."""
        with self._office.read() as view:
            expect_right(self._session, Action.SET_FARES, now=view)
            reference = self._office.auditor_of(view).reference
        return FareBook(_kept(reference), towns(reference), day_of(self._office.clock()))

    def install(self, fares: Sequence[Fare], *, official: bool) -> str:
        """Install rates as one pack and return its name; raises UseError for a faulty rate, or without the right."""
        faults = [fault for fare in fares if (fault := fare.fault()) is not None]
        if faults or not fares:
            raise UseError(faults[0] if faults else "هیچ نرخی نوشته نشده است.")
        if len({(fare.is_of, fare.start) for fare in fares}) < len(fares):
            raise UseError("برای یک مسیر و یک روز دو نرخ نوشته شده است؛ یکی را بردارید.")
        with self._office.read() as view:
            expect_right(self._session, Action.SET_FARES, now=view)
            reference = self._office.auditor_of(view).reference
        self._install_rows(reference)
        today = day_of(self._office.clock())
        name = f"نرخ‌های سفر، ثبت‌شده در {date_text(today)}"
        known = {fee.key for pack in reference.packs for fee in pack.fees}
        written = (way for fare in fares for way in _ways(fare, known))
        fees = sorted(map(_fee, written), key=lambda fee: (fee.key, fee.start))
        return self._install_text(fee_pack_text(name, today, fees, official=official))

    def _install_rows(self, reference: Reference) -> None:
        """Install the rows of travel lines in an office that is older than they are."""
        known = {service.group for pack in reference.packs for service in pack.services}
        if not known.issuperset(TRAVEL_GROUPS):
            self._office.install_pack(resource(*TRAVEL_ROWS), actor=self._session.user.id)

    def _install_text(self, text: str) -> str:
        root = self._office.store.folder
        with reporting_file_faults(root), tempfile.TemporaryDirectory(prefix="fares-", dir=root) as folder:
            path = Path(folder) / "travel-fares.pack.json"
            write_private_file(path, text.encode())
            return self._office.install_pack(path, actor=self._session.user.id)


def _fee(fare: Fare) -> Fee:
    return Fee(fare.key, fare.rial, fare.start, source=clean(fare.source))


def _ways(fare: Fare, known: Collection[str]) -> tuple[Fare, ...]:
    """Return a rate as it is to be written: of a route that the office knows the other way round, that way.

    A row of the way itself is looked for before one of the way back, so an older one would hide a newer one.
    """
    if fare.kind not in RATED_VEHICLES or fare.back.key not in known:
        return (fare,)
    return (fare, fare.back) if fare.key in known else (fare.back,)


def _kept(reference: Reference) -> tuple[KeptFare, ...]:
    """Return the rates of all packs by key, the latest day and the pack installed last first."""
    found: list[KeptFare] = []
    seen: set[tuple[str, JalaliDate]] = set()
    for pack in reversed(reference.packs):
        for fare in filter(None, map(_fare, pack.fees)):
            replaced = (fare.key, fare.start) in seen
            seen.add((fare.key, fare.start))
            found.append(KeptFare(fare, pack.name, trial=not pack.official, replaced=replaced))
    latest_first = sorted(found, key=lambda kept: kept.fare.start, reverse=True)
    return tuple(sorted(latest_first, key=lambda kept: kept.fare.key))


def _fare(fee: Fee) -> Fare | None:
    """Return a row of a pack as a rate of journeys; None where it is none."""
    prefix, _, rest = fee.key.partition("/")
    kind, _, route = rest.partition("/")
    night = next((group for group, key in NIGHTS.items() if key == fee.key), None)
    if prefix != PREFIX or (night is None and kind not in RATED_VEHICLES):
        return None
    start, _, end = ("", "", "") if night else route.partition("-")
    return Fare(night or kind, fee.rial, fee.start, fee.source, start, end)
