"""A day's work of an office through its services: its trail replays to what the office holds, to the last byte of it."""

import hashlib
import shutil
from pathlib import Path

import pytest
from closed_claims import House, make_house
from colleagues import join
from offices import claim, line

from app.domain.claim import Insurer
from app.domain.inquiries import InquiryWay
from app.domain.office import ClaimState, Role
from app.domain.office_records import SampleMethod
from app.domain.payments import Payment
from app.domain.sampling import SamplePlan, SampleScope
from app.services.accounting import Accounting
from app.services.objections import ObjectedLine, Objections
from app.services.review import Review
from app.services.sampling import Sampling
from app.services.staff import Staff
from app.services.submission_sheets import hand_over
from app.services.supervision import Supervision, set_thresholds
from app.services.workload import Workload
from app.store.office import OfficeStore
from app.store.schema import metadata
from tests.services.offices import add_claims
from tests.store.office_samples import raw, without_guards

CHEST = line(1, "T-CHEST", 60_000)
DEAR = line(2, "700245", 100_000)
NO_RECORD = {"results", "result_lines", "result_parts", "desks"}
"""The tables that are caches of the engine, or a notice of who is at work."""


def _reviewed(house: House, supervisor) -> list[int]:
    """Let the reviewer answer, override, undo and sign; the supervisor sends one claim back and endorses it then."""
    claims = [claim(f"D-{number}", CHEST, DEAR) for number in range(1, 5)]
    numbers = add_claims(house.office, house.first, *claims, submission_id="S-D", technical_officer_present=None)
    review = Review(house.office, house.first)
    for number in numbers:
        now = review.all_in_order(review.open(number))
        if number == numbers[0]:
            now = review.set_amount(now, 1, 10_000, "دو بار درخواست شده است")
            now = review.undo(now)
            now = review.set_amount(now, 1, 60_000, "با مدارک می‌خواند")
        if number == numbers[1]:
            now = review.set_amount(now, 2, 90_000, "تعرفه مرکز پذیرفته شد")
        house.sign(number)
    supervision = Supervision(house.office, supervisor)
    supervision.send_back(review.open(numbers[1]), "دلیل را کامل بنویسید")
    house.sign(numbers[1])
    supervision.endorse(review.open(numbers[1]))
    return numbers


def _closed(house: House, numbers: list[int]) -> None:
    """Let the accountant correct one claim, which its reviewer signs anew, and close all."""
    accounting, review = Accounting(house.office, house.accountant), Review(house.office, house.accountant)
    corrected = accounting.correct(review.open(numbers[2]), 1, 50_000, "جمع ردیف")
    accounting.ask_for_signature(corrected)
    house.sign(numbers[2])
    for number in numbers:
        accounting.sign(review.open(number))


def _objected(house: House, number: int) -> None:
    """Hand the report over, record an objection, and let another reviewer take it up and answer it."""
    hand_over(house.office, house.first, 1, house.today)
    Objections(house.office, house.first).record(number, [ObjectedLine(1, "گزارش پیوست بود")], house.today)
    taken = Objections(house.office, house.second).take_up(number)
    answered = Review(house.office, house.second).set_amount(taken, 1, taken.claim.lines[0].amount - 1, "پاسخ اعتراض")
    house.sign(answered.id, house.second)


def a_day(house: House) -> None:
    """Do one day's work of everybody in the office."""
    supervisor = join(house.office, "supervisor")
    set_thresholds(house.office, supervisor, 1_000_000, 50)
    numbers = _reviewed(house, supervisor)
    Workload(house.office, supervisor).assign(1, house.second.user.id)
    _closed(house, numbers)
    sampling = Sampling(house.office, supervisor)
    drawn = sampling.draw(SampleScope(), SamplePlan(SampleMethod.RANDOM, size=1, seed=1395))
    sampling.judge(drawn.sample.id, drawn.rows[0].sampled.claim_id, agreed=False, note="مدرک کم است")
    _objected(house, numbers[3])
    staff = Staff(house.office, house.first)
    new = staff.add(name="taze", full_name="تازه وارد", roles=frozenset({Role.REVIEWER}))
    staff.set_roles(new.user.id, frozenset({Role.REVIEWER, Role.ACCOUNTANT}))
    staff.revoke_key(house.second.user.id, "کلید گم شد")
    with house.office.change(house.first.user.id) as unit:
        unit.inquiries.add("0012345679", house.today, way=InquiryWay.USSD, covered=True, asked_on=house.today)
        payment = Payment(numbers[0], "IR050170000000123456789012", 1)
        (house.office.store.sheets_folder / "payments.pdf").write_bytes(b"payments")
        sha256 = hashlib.sha256(b"payments").hexdigest()
        unit.payments.add(Insurer.SALAMAT, [payment], sha256=sha256, file_name="payments.pdf")
        unit.attachments.add(numbers[0], "scan.png", b"a scanned page")


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an office after a day's work."""
    folder = tmp_path_factory.mktemp("day") / "office"
    house = make_house(folder)
    a_day(house)
    house.office.close()
    return folder


def test_the_trail_of_a_day_replays_to_exactly_what_the_office_holds(worked: Path) -> None:
    with OfficeStore.open(worked) as store:
        told, held = store.replay()
        assert store.check() == []
    assert told == held
    assert {state for state, _version in held.claims.values()} == {
        ClaimState.CLOSED.value,
        ClaimState.TECHNICALLY_DONE.value,
    }
    assert max(version for _state, version in held.claims.values()) == 2


def test_the_day_left_something_in_every_table(worked: Path) -> None:
    with raw(worked) as connection:
        empty = [name for name in metadata.tables if not connection.execute(f"SELECT 1 FROM {name}").fetchone()]
    assert set(empty) <= NO_RECORD


@pytest.mark.parametrize("table", sorted(set(metadata.tables) - NO_RECORD))
def test_any_changed_value_of_the_day_is_found(worked: Path, tmp_path: Path, table: str) -> None:
    """Every column of a row, one after another, each in an office of its own."""
    for column in metadata.tables[table].columns:
        folder = tmp_path / column.name
        shutil.copytree(worked, folder)
        with raw(folder) as connection:
            without_guards(connection)
            key = metadata.tables[table].primary_key.columns.keys()[0]
            last = f"(SELECT max({key}) FROM {table})"
            connection.execute(
                f"UPDATE OR IGNORE {table} SET {column.name} = CASE typeof({column.name}) WHEN 'integer'"
                f" THEN {column.name} + 1000 ELSE coalesce({column.name}, '') || '7' END WHERE {key} = {last}"
            )
        with OfficeStore.open(folder) as store:
            assert store.check(), column.name
        shutil.rmtree(folder)
