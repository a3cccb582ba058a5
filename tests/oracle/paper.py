"""One claim of a claim file as plain documents, with the words that the rules use of it."""

from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.oracle.books import Books, Row, half_up
from tests.oracle.days import Day

PARACLINIC = frozenset({"laboratory", "imaging", "nuclear_medicine", "radiotherapy", "physiotherapy"})
RADIOLOGY = frozenset({"imaging", "nuclear_medicine", "radiotherapy"})
OUTPATIENT = PARACLINIC | {"visit", "physician_service", "dental"}
STAYS = frozenset({"inpatient", "temporary"})
COSTLY_GROUPS = frozenset(
    [
        "bone_density",
        "angiography",
        "doppler",
        "ct",
        "mri",
        "interventional",
        "genetics",
        "molecular_genetics",
        "cytogenetics",
        "prenatal_genetics",
        "pathology",
        "echo",
        "exercise_test",
        "endoscopy",
        "colonoscopy",
        "spirometry",
        "eeg",
        "emg_ncv",
    ]
)
SPECIALISTS = frozenset({"specialist", "subspecialist", "fellowship", "dental_specialist"})
VISIT_FEES = {
    "gp": "gp",
    "specialist": "specialist",
    "subspecialist": "subspecialist",
    "fellowship": "subspecialist",
    "dental_specialist": "specialist",
}
Truth = bool | None
Shelf = dict[tuple[int, int], "Paper"]
"""The claims of a file, each judged up to a place of the table of rules."""


class Entry:
    """One line of the bill: what the centre wrote, and what is left of it while the phases go on."""

    def __init__(self, document: dict[str, Any], day: Day, books: Books) -> None:
        self.document = document
        self.no: int = document["no"]
        self.claimed: int = document["amount"]
        self.amount = self.claimed
        self.quantity = Fraction(str(document.get("qty", 1)))
        self.units = self.quantity
        self.gone = False
        self.uncovered = False
        self.day = day
        self.code: str | None = document.get("code")
        self.row: Row | None = books.service(self.code, day)
        self.attributes: dict[str, Any] = (self.row or {}).get("attributes", {})
        self.group: str | None = (self.row or {}).get("group")
        self.section: str = document["section"]
        self.performer: dict[str, Any] = document.get("performer") or {}

    def fact(self, name: str) -> Any:
        return self.document.get("facts", {}).get(name)

    def has(self, attribute: str, value: Any = True) -> bool:
        return bool(self.attributes.get(attribute) == value)

    @property
    def costly(self) -> bool:
        """High cost as part one defines it: by attribute, else by group, else by section."""
        if self.row is None:
            return False
        if "high_cost" in self.attributes:
            return bool(self.attributes["high_cost"])
        nuclear = self.row["section"] == "nuclear" and self.group not in {"thyroid_scan", "thyroid_uptake"}
        return self.group in COSTLY_GROUPS or nuclear or self.row["section"] in {"radiotherapy", "pathology"}


class Paper:
    """A claim with its submission: facts, people, days, and the lines by request."""

    def __init__(self, file: dict[str, Any], index: int, books: Books, shelf: Shelf | None = None) -> None:
        self.books = books
        self.file = file
        self.index = index
        self.submission = file["submission"]
        self.provider = self.submission["provider"]
        self.claim = file["claims"][index]
        self.kind: str = self.claim["kind"]
        self.patient = self.claim["patient"]
        self.prescriber: dict[str, Any] = self.claim.get("prescriber") or {}
        self.said: list[Any] = []
        self.forced: frozenset[tuple[str, int]] = frozenset()
        self.shared: dict[int, int] = {}
        self.shelf: Shelf = {} if shelf is None else shelf
        self.entries = [Entry(line, line.get("date") or self.known_day, books) for line in self.claim["lines"]]

    @cached_property
    def day(self) -> Day | None:
        """The service day of the claim; of a stay the day of admission."""
        if self.kind in STAYS and self.claim.get("admitted_at"):
            return str(self.claim["admitted_at"])[:10]
        dates = [line["date"] for line in self.claim["lines"] if line.get("date")]
        return self.claim.get("service_date") or min(dates, default=None)

    @property
    def place(self) -> tuple[Day, int]:
        """The claim's place among those of its file: by service day, then in the order of the file."""
        return self.known_day, self.index

    @property
    def known_day(self) -> Day:
        """The service day, or for want of any date the first of the submission's month."""
        return self.day or f"{self.submission['month']}-01"

    def fact(self, name: str) -> Any:
        return self.claim.get("facts", {}).get(name)

    def told(self, name: str) -> Truth:
        """A fact of the claim that is true, false or unknown."""
        answer: Truth = self.fact(name)
        return answer

    def office_fact(self, name: str) -> Any:
        return self.submission.get("facts", {}).get(name)

    @property
    def contracted(self) -> bool:
        return bool(self.claim.get("pathway", "contracted") == "contracted")

    @property
    def fund(self) -> Any:
        return self.claim.get("fund") or self.submission.get("fund")

    @property
    def insurer(self) -> str:
        """Whose insured person it is; the submission's insurer where the claim names none."""
        return str(self.claim.get("insurer") or self.submission.get("insurer", "salamat"))

    @property
    def on_paper(self) -> bool:
        return self.kind in OUTPATIENT and self.fact("prescription_form") != "electronic"

    @property
    def pharmacy(self) -> bool:
        return bool(self.provider["kind"] == "pharmacy")

    @property
    def undiagnosed(self) -> bool:
        return not (self.claim.get("diagnosis") or "").strip()

    @property
    def referred(self) -> Truth:
        """Whether another physician sent the patient for a physician's service."""
        if self.fact("referred_by_other") is not None:
            return bool(self.fact("referred_by_other"))
        performers = [entry.performer.get("id") for entry in self.entries]
        own = self.prescriber.get("id")
        if own is None:
            return None
        if any(performer is not None and performer != own for performer in performers):
            return True
        return False if performers and all(performer == own for performer in performers) else None

    @property
    def like_gp(self) -> Truth:
        """gp_level of part one: general practitioner, intern, or a resident without the admission stamp."""
        qualification = self.prescriber.get("qualification")
        if qualification is None:
            return None
        if qualification == "resident" and self.kind in RADIOLOGY:
            stamp = self.fact("admission_stamp")
            return None if stamp is None else not stamp
        return qualification in {"gp", "intern"}

    @property
    def specialist(self) -> Truth:
        """'Specialist or above' of the imaging part."""
        qualification = self.prescriber.get("qualification")
        if qualification is None:
            return None
        return self.fact("admission_stamp") if qualification == "resident" else qualification in SPECIALISTS

    def alive(self, *codes: str, group: str | None = None, **attributes: Any) -> list[Entry]:
        """The lines that nothing has taken yet, of these codes, this group and these attributes."""
        return [
            entry
            for entry in self.entries
            if not entry.gone
            and (not codes or (entry.code in codes and entry.row is not None))
            and (group is None or entry.group == group)
            and all(entry.has(name, value) for name, value in attributes.items())
        ]

    def requests(self) -> list["Request"]:
        """The lines by day: what the imaging part calls the same request."""
        return [Request(self, day) for day in sorted({entry.day for entry in self.entries})]

    def borne_with_patient(self, entry: Entry) -> int:
        """The rials of a line of which the patient bears a percent: without what 90 and 95 add (MOD-90b)."""
        shared: int = self.shared.get(entry.no, entry.amount)
        return min(int(entry.amount), shared)

    def price(self, code: str | None, entry: Entry) -> Fraction | None:
        return self.books.unit_price(code, entry.day)

    def visit_fee(self, level: str | None, entry: Entry) -> Fraction | None:
        fee = self.books.newest("fees", entry.day, key=f"visit/outpatient/{level}")
        return Fraction(fee["rial"]) if fee else None

    def payable(self, entry: Entry, units: Fraction) -> int | None:
        """The tariff of so many units of a line; an uncoded visit has the fee of the physician's qualification."""
        price = self.price(entry.code, entry)
        if entry.code is None and entry.section == "visit" and self.kind in OUTPATIENT:
            visitor = entry.performer or self.prescriber
            level = visitor.get("qualification")
            price = self.visit_fee(VISIT_FEES.get(level, "gp"), entry) if level else None
        return None if price is None else half_up(price * units)


class Request(Paper):
    """The lines of one day of a claim."""

    def __init__(self, paper: Paper, day: str) -> None:
        self.__dict__.update(paper.__dict__)
        self.entries = [entry for entry in paper.entries if entry.day == day]
