"""What a centre submits: a submission, its claims and their lines, as immutable values.

Amounts are whole rials, quantities exact decimals, dates our own; texts are already normalised (Persian ی and ک, Latin
digits in codes). A claimed figure never changes after reading.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.dates import JalaliDate, JalaliMonth, Moment
from app.domain.facts import NO_FACTS, Facts
from app.domain.money import Rial


class ClaimKind(StrEnum):
    """The kinds of claim of the contract."""

    VISIT = "visit"
    PHYSICIAN_SERVICE = "physician_service"
    DENTAL = "dental"
    PHYSIOTHERAPY = "physiotherapy"
    LABORATORY = "laboratory"
    IMAGING = "imaging"
    NUCLEAR_MEDICINE = "nuclear_medicine"
    RADIOTHERAPY = "radiotherapy"
    INPATIENT = "inpatient"
    TEMPORARY = "temporary"
    TRAVEL = "travel"


STAY_KINDS = frozenset({ClaimKind.INPATIENT, ClaimKind.TEMPORARY})
PARACLINIC_KINDS = frozenset(
    {
        ClaimKind.LABORATORY,
        ClaimKind.IMAGING,
        ClaimKind.NUCLEAR_MEDICINE,
        ClaimKind.RADIOTHERAPY,
        ClaimKind.PHYSIOTHERAPY,
    }
)
RADIOLOGY_KINDS = frozenset({ClaimKind.IMAGING, ClaimKind.NUCLEAR_MEDICINE, ClaimKind.RADIOTHERAPY})
OUTPATIENT_KINDS = PARACLINIC_KINDS | {ClaimKind.VISIT, ClaimKind.PHYSICIAN_SERVICE, ClaimKind.DENTAL}


class Pathway(StrEnum):
    """How a claim reaches the insurer: through a contracted centre, or as a reimbursement of the insured person."""

    CONTRACTED = "contracted"
    REIMBURSEMENT = "reimbursement"


class Insurer(StrEnum):
    """The insurers of the contract."""

    SALAMAT = "salamat"
    TAMIN = "tamin"
    ARMED_FORCES = "armed_forces"
    SUPPLEMENTARY = "supplementary"


@dataclass(frozen=True, slots=True)
class Person:
    """A prescriber or performer; `id` is the medical council number."""

    id: str | None = None
    name: str | None = None
    qualification: str | None = None
    specialty: str | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """The insured person; `id` is a national code unless `id_kind` says otherwise."""

    id: str
    id_kind: str = "national_code"
    name: str | None = None
    birth_date: JalaliDate | None = None
    sex: str | None = None
    iban: str | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenSums:
    """The three sums that the centre wrote on the document, in rials."""

    total: Rial | None = None
    patient_share: Rial | None = None
    insurer_share: Rial | None = None


@dataclass(frozen=True, slots=True)
class PastService:
    """A service of the same patient that was paid earlier; `quantity_given` False where a claim file left it out."""

    day: JalaliDate
    code: str
    quantity: Decimal = Decimal(1)
    provider: str | None = None
    facts: Facts = field(default_factory=lambda: NO_FACTS)
    quantity_given: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One priced service, drug or item of a claim; `amount` is what the centre asks for the whole line, in rials."""

    no: int
    section: str
    amount: Rial
    code: str | None = None
    title: str | None = None
    quantity: Decimal = Decimal(1)
    day: JalaliDate | None = None
    performer: Person | None = None
    modifiers: tuple[str, ...] = ()
    facts: Facts = field(default_factory=lambda: NO_FACTS)


PSYCHIATRIC_BED_DAYS = "bed_day/psychiatric"
"""The code under which the history keeps the days of an uncoded psychiatric bed (inpatient, article 6, item 12)."""


def code_in_history(line: Line, facts: Facts) -> str | None:
    """Return the code under which a paid line stands in the patient's history, None where none of it is kept.

    `facts` are those of the line, with what people entered over them.
    """
    if line.code is None and line.section == "hotel" and facts.get("bed_kind") == "psychiatric":
        return PSYCHIATRIC_BED_DAYS
    return line.code


@dataclass(frozen=True, slots=True)
class Claim:
    """One prescription or one hospital bill."""

    id: str
    kind: ClaimKind
    patient: Patient
    lines: tuple[Line, ...]
    pathway: Pathway = Pathway.CONTRACTED
    fund: str | None = None
    insurer: Insurer | None = None
    prescriber: Person | None = None
    prescription_date: JalaliDate | None = None
    service_date: JalaliDate | None = None
    admitted_at: Moment | None = None
    discharged_at: Moment | None = None
    diagnosis: str | None = None
    written: WrittenSums | None = None
    history: tuple[PastService, ...] = ()
    facts: Facts = field(default_factory=lambda: NO_FACTS)

    @property
    def claimed(self) -> Rial:
        """The sum of the lines, in rials."""
        return sum(line.amount for line in self.lines)

    @property
    def service_day(self) -> JalaliDate | None:
        """service_date, without it the first line date; of a stay the day of admission (GEN, definitions)."""
        if self.kind in STAY_KINDS:
            return self.admitted_at.day if self.admitted_at else self.service_date
        if self.service_date:
            return self.service_date
        return min((line.day for line in self.lines if line.day), default=None)


@dataclass(frozen=True, slots=True)
class Provider:
    """The centre that submits, and its contract."""

    id: str
    kind: str
    sector: str
    name: str | None = None
    contracted: bool = True
    contract_from: JalaliDate | None = None
    contract_to: JalaliDate | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """A centre's monthly request for one fund, or one insured person's reimbursement request; without its claims."""

    id: str
    month: JalaliMonth
    provider: Provider
    fund: str | None = None
    insurer: Insurer = Insurer.SALAMAT
    delivered_on: JalaliDate | None = None
    facts: Facts = field(default_factory=lambda: NO_FACTS)


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """A whole claim file: a submission and its claims in the order of the file."""

    submission: Submission
    claims: tuple[Claim, ...]
