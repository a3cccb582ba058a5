"""An office whose claims were signed by its first administrator, five as the rules have them and one against them."""

from pathlib import Path

from app.domain.office import Role
from app.services.people import Session, add_person, sign_in
from app.services.review import Review
from app.services.sign_off import sign
from tests.services.offices import PASSWORD, add_claims, claim, line, make_office

SUPERVISOR = ("davar", "داریوش نیک‌نام")
CLAIMS = 6


def reviewed_office(folder: Path) -> tuple[Session, Session, list[int]]:
    """Make the office and return its reviewer, its supervisor and its claims; the first one was overridden."""
    office, reviewer = make_office(folder)
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000 + 7_000 * number)) for number in range(CLAIMS)]
    numbers = add_claims(office, reviewer, *claims)
    review = Review(office, reviewer)
    lowered = review.open(numbers[0])
    review.set_amount(lowered, 1, lowered.settlement.line(1).approved - 1_000, "گزارش ناخوانا است")
    for number in numbers:
        sign(office, reviewer, review.open(number))
    name, full_name = SUPERVISOR
    add_person(office, None, name=name, full_name=full_name, roles=frozenset({Role.SUPERVISOR}), password=PASSWORD)
    supervisor = sign_in(office, name, PASSWORD)
    office.close()
    return reviewer, supervisor, numbers
