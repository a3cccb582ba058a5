"""Rules on frequency over submissions and months: what was paid counts, whatever came into the office first."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from offices import FULL_NAME, NAME, PACKS, PASSWORD, ticking_clock

from app.domain.claim import ClaimFile, PastService
from app.domain.dates import JalaliMonth
from app.domain.office import ClaimState
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
            file = self._frequency.file(place)
            sha = sha256(str(place).encode()).hexdigest()
            with self.office.change(self.session.user.id) as unit:
                submission_id = unit.submissions.add(file.submission, file.claims, sha256=sha, file_name="test.json")
            audit_submission(self.office, submission_id)
            with self.office.read() as view:
                (claim,) = view.claims.of_submission(submission_id, self.office.dictionary)
            self._claims[place] = claim.id

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


@pytest.fixture
def desk_of(tmp_path):
    desks: list[Desk] = []

    def make(frequency: Frequency) -> Desk:
        desks.append(Desk(tmp_path / str(len(desks)), frequency))
        return desks[-1]

    yield make
    for desk in desks:
        desk.office.close()


@pytest.mark.parametrize("frequency", FREQUENCIES, ids=lambda frequency: frequency.rule)
def test_the_order_of_import_changes_no_amount(desk_of, frequency):
    places, histories = range(len(frequency.days)), []
    for order in (places, places[::-1]):
        desk = desk_of(frequency)
        desk.bring(*order)
        desk.sign(*places)
        assert tuple(desk.approved(*places)) == frequency.approved, order
        histories.append(desk.history())
    assert all(history == histories[0] for history in histories)


@pytest.mark.parametrize("frequency", ONCE, ids=lambda frequency: frequency.rule)
def test_what_is_only_imported_has_not_been_paid(desk_of, frequency):
    desk = desk_of(frequency)
    desk.bring(*range(len(frequency.days)))

    assert set(desk.approved(*range(len(frequency.days)))) == {frequency.amount}


def test_two_claims_of_a_day_stand_in_one_order_whichever_came_first(desk_of):
    histories = []
    for order in ((0, 1, 2), (1, 0, 2)):
        desk = desk_of(replace(ECHO, days=("1395-02-05", "1395-02-06", "1395-02-06")))
        desk.bring(*order)
        desk.sign(*order[:2])
        histories.append(desk.history())

    assert histories[0] == histories[1]


@pytest.mark.parametrize("frequency", [EDUCATION, FLUORIDE], ids=lambda frequency: frequency.rule)
def test_an_earlier_month_that_comes_later_leaves_a_closed_claim_as_it_was_signed(desk_of, frequency):
    desk = desk_of(frequency)
    desk.bring(1)
    desk.sign(1)
    signed = desk.open(1)
    desk.bring(0)
    earlier = desk.open(0)
    # a service once in a life counts whenever it was paid, so that there the earlier claim gets nothing
    assert earlier.settlement.totals.approved == (0 if frequency is EDUCATION else frequency.amount)
    desk.sign(0)

    assert desk.open(1).settlement == signed.settlement
    assert desk.open(1).history == signed.history


def test_an_open_claim_names_the_closed_one_that_should_have_come_after_it(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0, 1, 2)
    assert desk.open(0).overtaken_by == ()
    desk.sign(1)

    assert desk.open(0).overtaken_by == ("C-1",)
    assert desk.open(2).overtaken_by == ()
    desk.sign(0)
    assert desk.open(0).overtaken_by == ()


def test_a_later_claim_that_would_be_paid_all_the_same_is_not_named(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0, 2)
    desk.sign(2)

    assert desk.open(0).overtaken_by == ()


def test_a_claim_that_gets_nothing_itself_overtakes_nobody(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0, 1)
    desk.sign(1)
    review = Review(desk.office, desk.session)
    unpaid = review.set_amount(desk.open(0), 1, 0, "برگ اول پیوست نیست")

    assert unpaid.overtaken_by == ()


def test_a_claim_in_its_next_version_is_judged_by_the_history_of_today(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0, 1)
    desk.sign(1, 0)
    assert desk.approved(1) == [FLUORIDE.amount]
    with desk.office.change(desk.session.user.id) as unit:
        unit.claims.reopen(desk.open(1).id)

    again = desk.open(1)
    assert (again.state, again.version) == (ClaimState.IN_REVIEW, 2)
    assert again.settlement.totals.approved == 0
