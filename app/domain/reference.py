"""Reference packs: dated services, coefficients, fees and shares, and the lookups by service date.

Every row holds from its `start` until a later row of the same key (and never after its `end`). Later packs add to
earlier ones; where two rows have the same key and the same start, the later pack's row wins.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from app.domain.dates import JalaliDate
from app.domain.money import Rial

PUBLIC_SECTOR = "public"


@dataclass(frozen=True, slots=True)
class RelativeValue:
    """The relative value parts of a service in K; one value alone in the book is the professional part."""

    professional: Decimal | None = None
    technical: Decimal | None = None
    anesthesia_base: Decimal | None = None
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the relative value book or of a table of the sources; `fee` in rials of the public sector."""

    code: str
    title: str
    section: str
    start: JalaliDate
    end: JalaliDate | None = None
    group: str | None = None
    marks: frozenset[str] = frozenset()
    relative_value: RelativeValue | None = None
    fee: Rial | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """Rials for one unit of K of a component and sector, for all codes or a range of codes."""

    component: str
    sector: str
    rial: Rial
    start: JalaliDate
    care: str | None = None
    code_from: str | None = None
    code_to: str | None = None
    source: str = ""
    pack: str = ""

    def covers(self, code: str, care: str) -> bool:
        """Tell whether the row speaks of this code and care."""
        if self.care is not None and self.care != care:
            return False
        return (self.code_from is None or self.code_from <= code) and (self.code_to is None or code <= self.code_to)

    @property
    def narrowness(self) -> int:
        """How much the row names; the row that names most wins."""
        return (self.care is not None) + (self.code_from is not None or self.code_to is not None)


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee in rials looked up by a key such as visit/outpatient/specialist."""

    key: str
    rial: Rial
    start: JalaliDate
    attributes: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """The patient's share (franchise) in percent of the public tariff."""

    care: str
    percent: Decimal
    start: JalaliDate
    condition: str | None = None
    source: str = ""
    pack: str = ""


@dataclass(frozen=True, slots=True)
class ReferencePack:
    """One installed pack; `official` false marks every screen and sheet that used it."""

    name: str
    issued_on: JalaliDate
    official: bool = False
    services: tuple[Service, ...] = ()
    coefficients: tuple[Coefficient, ...] = ()
    fees: tuple[Fee, ...] = ()
    shares: tuple[Share, ...] = ()


class _Dated(Protocol):
    @property
    def start(self) -> JalaliDate: ...


Row = TypeVar("Row", bound=_Dated)


def _index(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> dict[Hashable, list[Row]]:
    """Return the rows by key, each list sorted by start; of equal starts the row of the later pack stands last."""
    found: dict[Hashable, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    for rows_of_key in found.values():
        rows_of_key.sort(key=lambda row: row.start)
    return found


def _in_force(rows: Iterable[Row], day: JalaliDate) -> Row | None:
    """Return the row with the latest start on or before the day."""
    return next((row for row in reversed(list(rows)) if row.start <= day), None)


class Reference:
    """Several packs as one, in the order in which they were installed; lookups by service date."""

    def __init__(self, packs: Iterable[ReferencePack]) -> None:
        self.packs = tuple(packs)
        self._services = _index((row for pack in self.packs for row in pack.services), lambda row: row.code)
        self._fees = _index((row for pack in self.packs for row in pack.fees), lambda row: row.key)
        self._shares = _index(
            (row for pack in self.packs for row in pack.shares), lambda row: (row.care, row.condition)
        )
        self._coefficients = _index(
            (row for pack in self.packs for row in pack.coefficients),
            lambda row: (row.component, row.sector),
        )
        self._families = self._by_attribute("title_family")
        self._analytes = self._by_attribute("analyte")
        self._all_in = self._by_book_code()

    def _by_attribute(self, name: str) -> dict[Hashable, list[Service]]:
        rows = (row for pack in self.packs for row in pack.services if name in row.attributes)
        return _index(rows, lambda row: row.attributes[name])

    def _by_book_code(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in (row for pack in self.packs for row in pack.services):
            for book_code in row.attributes.get("book_codes", ()):
                found.setdefault(book_code, set()).add(row.code)
        return found

    @property
    def unofficial(self) -> tuple[str, ...]:
        """Names of the packs whose figures are no official ones."""
        return tuple(pack.name for pack in self.packs if not pack.official)

    def service(self, code: str, day: JalaliDate) -> Service | None:
        """Return the row of a code in force on a day (GEN-25a)."""
        row = _in_force(self._services.get(code, ()), day)
        return row if row is None or row.end is None or day <= row.end else None

    def services_of_group(self, group: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services of a group in force on a day, by code."""
        codes = sorted({row.code for rows in self._services.values() for row in rows if row.group == group})
        rows = (self.service(code, day) for code in codes)
        return tuple(row for row in rows if row is not None and row.group == group)

    def services_of_family(self, family: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services of a title family in force on a day, by code (GEN-26)."""
        return self._sharing(self._families, "title_family", family, day)

    def services_of_analyte(self, analyte: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services that measure one analyte in force on a day, by code (LAB-04f)."""
        return self._sharing(self._analytes, "analyte", analyte, day)

    def all_in_services_of(self, book_code: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services at an all-in price in force on a day that stand for a code of the book (GLO-08)."""
        rows = (self.service(code, day) for code in sorted(self._all_in.get(book_code, ())))
        return tuple(row for row in rows if row is not None and book_code in row.attributes.get("book_codes", ()))

    def _sharing(
        self, index: Mapping[Hashable, list[Service]], name: str, value: str, day: JalaliDate
    ) -> tuple[Service, ...]:
        codes = sorted({row.code for row in index.get(value, ())})
        rows = (self.service(code, day) for code in codes)
        return tuple(row for row in rows if row is not None and row.attributes.get(name) == value)

    def coefficient(
        self, component: str, day: JalaliDate, *, code: str, care: str, sector: str = PUBLIC_SECTOR
    ) -> Coefficient | None:
        """Return the K of a component in force on a day; the row that names most (care, code range) wins."""
        rows = [row for row in self._coefficients.get((component, sector), ()) if row.covers(code, care)]
        for narrowness in (2, 1, 0):
            found = _in_force((row for row in rows if row.narrowness == narrowness), day)
            if found is not None:
                return found
        return None

    def fee(self, key: str, day: JalaliDate) -> Fee | None:
        """Return the fee of a key in force on a day."""
        return _in_force(self._fees.get(key, ()), day)

    def share(self, care: str, day: JalaliDate, condition: str | None = None) -> Share | None:
        """Return the patient's share of a kind of care in force on a day."""
        return _in_force(self._shares.get((care, condition), ()), day)

    def search_services(self) -> Iterable[Service]:
        """Return the latest row of each code, for lists and search."""
        return (rows[-1] for rows in self._services.values())
