"""The recipes of the sample's hospital bills, read from resources/sample/hospital: each tells a story a reviewer knows.

A recipe names the story, says what the reviewer should find, and lists the lines as a hospital writes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.domain.dates import JalaliDate, Moment
from app.files.yaml12 import read_yaml
from app.resources import resource
from app.services.sample.recipe import WHOLE_TARIFF

Document = dict[str, Any]

CENTRES_FILE = "centres.yaml"
USUAL_CENTRE = "hospital"


@dataclass(frozen=True, slots=True)
class BillLine:
    """One line of a bill, or one for each of several days of the stay (`days`; the day of admission is 1).

    It is claimed at `percent` of an amount in rials, of a fee key, of so many `units` of the section's K, or of the
    public tariff of its code, times the quantity.
    """

    section: str = ""
    code: str | None = None
    title: str = ""
    days: tuple[int | None, ...] = (None,)
    quantity: Decimal = Decimal(1)
    percent: int = WHOLE_TARIFF
    amount: int | None = None
    fee: str | None = None
    units: Decimal | None = None
    by: str | None = None
    modifiers: tuple[str, ...] = ()
    facts: Document = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bill:
    """One bill: its story, what the rules find in it and ask of it, what is approved, and what the hospital wrote.

    `finds` are the rules that take money off, `asks` those that wait for the reviewer's answer; `approved` is the sum
    in rials before anything is answered.
    """

    number: int
    title: str
    says: str
    centre: str
    finds: tuple[str, ...]
    asks: tuple[str, ...]
    approved: int
    claim: Document
    lines: tuple[BillLine, ...]
    staff: Mapping[str, Document] = field(default_factory=dict)

    @property
    def admission(self) -> JalaliDate:
        """Return the day of admission."""
        return Moment.parse(self.claim["admitted_at"]).day


@dataclass(frozen=True, slots=True)
class Centre:
    """A centre of the bills: its file, how its submission introduces it, and what stands on its faultless paper."""

    name: str
    file: str
    provider: Document
    submission_facts: Document
    facts: Document
    line_facts: Document


def read_bills() -> tuple[Bill, ...]:
    """Return all bills in the order of their files; raises DataError where one is damaged."""
    paths = sorted(path for path in resource("sample", "hospital").glob("*.yaml") if path.name != CENTRES_FILE)
    return tuple(_bill(number, read_yaml(path)) for number, path in enumerate(paths, 1))


def read_centres() -> tuple[Centre, ...]:
    """Return the centres whose bills there are."""
    document = read_yaml(resource("sample", "hospital", CENTRES_FILE))
    shared: Document = document["shared"]
    return tuple(
        Centre(
            name=name,
            file=row["file"],
            provider=row["provider"],
            submission_facts=row["submission_facts"],
            facts=shared["facts"],
            line_facts=shared["line_facts"],
        )
        for name, row in document["centres"].items()
    )


def _bill(number: int, document: Document) -> Bill:
    return Bill(
        number=number,
        **document
        | {
            "centre": document.get("centre", USUAL_CENTRE),
            "finds": tuple(document.get("finds", ())),
            "asks": tuple(document.get("asks", ())),
            "lines": tuple(_line(row) for row in document["lines"]),
        },
    )


def _line(row: str | Document) -> BillLine:
    if isinstance(row, str):
        return BillLine(code=row)
    fields = dict(row)
    fields["quantity"] = Decimal(str(fields.pop("qty", 1)))
    fields["days"] = _days(fields.pop("days", None))
    fields["modifiers"] = tuple(row.get("modifiers", ()))
    if "units" in row:
        fields["units"] = Decimal(str(row["units"]))
    return BillLine(**fields)


def _days(written: int | str | list[int] | None) -> tuple[int | None, ...]:
    """Read one day, days from and to («2-6»), or a list of days."""
    if isinstance(written, str):
        first, last = written.split("-")
        return tuple(range(int(first), int(last) + 1))
    if isinstance(written, list):
        return tuple(written)
    return (written,)
