"""Services that are paid only so often, given on several days, and an office into which their claims come in any order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from offices import FULL_NAME, NAME, PACKS, PASSWORD, ticking_clock

from app.domain.claim import ClaimFile, PastService
from app.domain.dates import JalaliMonth
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import make_first_administrator
from app.services.results import audit_submission
from app.services.review import Review
from app.services.sign_off import sign
from app.store.office import OfficeStore
from tests.rules.claims import line, made

CHILD = {"birth_date": "1389-01-10"}
HEPATITIS = {"conditions": ["hcv"]}
DAYS_AFTER_THE_MONTH = 5


@dataclass(frozen=True)
class Frequency:
    """A service that is paid only so often: its rule, the days on which it was given, each in another submission.

    `amount` is that of one unit; `approved` are those of the claims, settled in the order of their days.
    """

    area: str
    rule: str
    base: str
    code: str
    amount: int
    days: tuple[str, ...]
    approved: tuple[int, ...]
    quantities: tuple[int, ...] = ()
    claim: dict[str, Any] = field(default_factory=dict)
    submission: dict[str, Any] = field(default_factory=dict)
    line_facts: dict[str, Any] = field(default_factory=dict)

    def file(self, place: int) -> ClaimFile:
        """Return the submission in which the service was given on the day with this place."""
        day = self.days[place]
        quantity = self.quantities[place] if self.quantities else 1
        given = line(self.code, self.amount * quantity, quantity, {"date": day}, **self.line_facts)
        dated = {"id": f"C-{place}", "service_date": day, "prescription_date": day, "lines": [given]}
        file = made(self.rule, self.base, claim=self.claim | dated, submission=self.submission)
        month = JalaliMonth.parse(day[:7])
        delivered = month.last_day.plus_days(DAYS_AFTER_THE_MONTH)
        return replace(file, submission=replace(file.submission, id=f"S-{place}", month=month, delivered_on=delivered))


EDUCATION = Frequency("dental", "DEN-06a", "dental", "D6", 28_000, ("1395-03-05", "1397-03-05"), (28_000, 0))
FLUORIDE = Frequency(
    "dental",
    "DEN-14",
    "dental",
    "D21",
    70_000,
    days=("1395-03-05", "1395-11-05", "1396-03-05"),
    approved=(70_000, 0, 70_000),
    claim={"patient": CHILD},
)
ECHO = Frequency(
    "physicians",
    "PHY-07",
    "physician_service",
    "900785",
    86_000,
    days=("1395-02-05", "1395-03-05", "1395-03-05"),
    approved=(86_000, 86_000, 0),
    claim={"prescriber": {"specialty": "cardiology"}},
)
PCR = Frequency(
    "laboratory",
    "LAB-07f",
    "laboratory",
    "805079",
    600_000,
    days=("1395-02-05", "1395-05-05", "1395-08-05", "1395-11-05", "1395-12-05"),
    approved=(600_000, 600_000, 600_000, 600_000, 0),
    claim={"patient": HEPATITIS, "facts": {"insurer_approved": True, "committee_approved": False}},
    submission={"facts": {"pcr_contract": True}},
)
SESSION = Frequency(
    "physiotherapy",
    "PT-14a",
    "physiotherapy",
    "901645",
    100_000,
    days=("1395-03-10", "1395-03-10", "1395-04-01"),
    approved=(100_000, 0, 100_000),
    claim={"facts": {"sessions_prescribed": 10, "undocumented_sessions": 0, "unsigned_sessions": 0}},
    line_facts={"body_region": "neck"},
)
VARNISH = Frequency(
    "dental",
    "DEN-15",
    "dental",
    "D23",
    20_000,
    days=("1394-06-10", "1395-03-05", "1395-07-01", "1396-03-04", "1396-03-05"),
    quantities=(1, 2, 2, 2, 2),
    approved=(20_000, 20_000, 20_000, 0, 20_000),
    claim={"patient": CHILD},
)
"""Two a year: the second claim keeps one of its two units, which leaves one to the third while the first is too old."""
WEAK_IMMUNITY = Frequency(
    "laboratory",
    "LAB-07j",
    "laboratory",
    "805082",
    450_000,
    days=("1394-06-10", "1395-03-05", "1395-07-01", "1396-03-04", "1396-03-05"),
    quantities=(1, 3, 3, 1, 1),
    approved=(450_000, 450_000, 450_000, 0, 450_000),
    claim={"patient": {"conditions": ["malignancy"]}, "facts": {"insurer_approved": True}},
    submission={"facts": {"pcr_contract": True}},
)
ONCE = (EDUCATION, FLUORIDE, ECHO, PCR, SESSION)
FREQUENCIES = (*ONCE, VARNISH, WEAK_IMMUNITY)


class Desk:
    """An office into which the claims of a frequency come in any order, with its reviewer."""

    def __init__(self, folder: Path, frequency: Frequency) -> None:
        self.office = Office(OfficeStore.open_or_create(folder), ticking_clock())
        for name in ("base", frequency.area):
            self.office.install_pack(PACKS / f"{name}.pack.json", actor=None)
        self.session = make_first_administrator(self.office, name=NAME, full_name=FULL_NAME, password=PASSWORD)
        self._frequency = frequency
        self._claims: dict[int, int] = {}

    def bring(self, *places: int) -> None:
        """Import submissions in this order."""
        for place in places:
            self._import(self._frequency.file(place), place)

    def bring_together(self) -> None:
        """Import all claims as one submission."""
        files = [self._frequency.file(place) for place in range(len(self._frequency.days))]
        claims = tuple(claim for file in files for claim in file.claims)
        self._import(replace(files[-1], claims=claims), *range(len(claims)))

    def _import(self, file: ClaimFile, *places: int) -> None:
        sha = sha256(str(places).encode()).hexdigest()
        with self.office.change(self.session.user.id) as unit:
            submission_id = unit.submissions.add(file.submission, file.claims, sha256=sha, file_name="test.json")
        audit_submission(self.office, submission_id)
        with self.office.read() as view:
            claims = view.claims.of_submission(submission_id, self.office.dictionary)
            self._claims |= {place: claim.id for place, claim in zip(places, claims, strict=True)}

    def number(self, place: int) -> int:
        """Return the number in the office of the claim of a submission."""
        return self._claims[place]

    def open(self, place: int) -> OpenClaim:
        """Return the claim of a submission as a desk that has just been started shows it."""
        return Review(self.office, self.session).open(self._claims[place])

    def sign(self, *places: int) -> None:
        """Close the reviews in this order, each as the engine has it."""
        for place in places:
            sign(self.office, self.session, self.open(place))

    def approved(self, *places: int) -> list[int]:
        """Return what stands on the claims."""
        return [self.open(place).settlement.totals.approved for place in places]

    def history(self) -> Sequence[PastService]:
        """Return what the office has paid the patient."""
        patient = self._frequency.file(0).claims[0].patient.id
        with self.office.read() as view:
            return view.claims.history_of(patient, self.office.dictionary)
