"""Offices with reimbursement requests, for tests of their statuses and payments; all figures are test figures."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.domain.facts import FactValue
from app.services.objections import ObjectedLine
from app.services.people import Session
from app.services.results import audit_submission
from app.services.review import Review
from tests.catalogue.expansion import FOLDER
from tests.rules.circulars.orders import IBAN, PAID, PRIVATE
from tests.rules.claims import made
from tests.services.closed_claims import House, make_house
from tests.services.offices import ticking_clock

OTHER_IBAN = "IR210120000000009876543210"
PERSONS = ("0012345679", "0499370899")
TODAY = datetime(2021, 6, 1, 8, tzinfo=UTC)


def refund_house(folder: Path) -> House:
    """Return an office with the test figures of reimbursements, two reviewers and an accountant, in Khordad 1400."""
    house = make_house(folder, ticking_clock(TODAY))
    house.office.install_pack(FOLDER / "circulars.pack.json", actor=house.first.user.id)
    return house


def bring_refund(
    house: House,
    number: str = "R-1",
    *,
    amount: int = 600_000,
    iban: str | None = IBAN,
    insurer: str = "salamat",
    person: str = PERSONS[0],
    **facts: Any,
) -> int:
    """Bring a faultless outpatient request, laid over with these facts (None leaves one out); returns its claim."""
    given = {name: value for name, value in (PAID | facts).items() if value is not None}
    claim = {
        "id": number,
        "pathway": "reimbursement",
        "patient": {"id": person, "iban": iban},
        "prescription_date": "1400-02-05",
        "service_date": "1400-02-05",
        "facts": given,
        "lines": [{"code": "C212", "amount": amount}],
    }
    submission = {"id": f"S-{number}", "month": "1400-02", "delivered_on": None, "provider": PRIVATE}
    file = made("REI-01", "physician_service", submission=submission | {"insurer": insurer}, claim=claim)
    office = house.office
    with office.change(house.first.user.id) as unit:
        sha256 = hashlib.sha256(number.encode()).hexdigest()
        added = unit.submissions.add(file.submission, file.claims, sha256=sha256, file_name=f"{number}.json")
    audit_submission(office, added)
    with office.read() as view:
        (brought,) = view.claims.of_submission(added, office.dictionary)
    return brought.id


def answer(house: House, number: int, answers: Mapping[str, FactValue]) -> None:
    """Answer questions of a request as its first reviewer."""
    review = Review(house.office, house.first)
    for name, value in answers.items():
        review.enter_fact(review.open(number), name, value)


def hear(
    house: House,
    number: int,
    amount: int,
    why: str = "پس از اعتراض",
    *,
    by: Session | None = None,
    **answers: FactValue,
) -> None:
    """Object to a closed request, and let another reviewer and the accountant close its next version."""
    by = by or house.second
    review = Review(house.office, by)
    house.hand_over(number)
    house.objections().record(number, [ObjectedLine(1, "با فاکتور نمی‌خواند")], house.today)
    taken = house.objections(by).take_up(number)
    for name, value in answers.items():
        taken = review.enter_fact(taken, name, value)
    if taken.settlement.line(1).approved == amount:
        review.answer_objection(taken, 1, why)
    else:
        review.set_amount(taken, 1, amount, why)
    house.close(number, by)
