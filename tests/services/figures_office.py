"""An office in which two people have reviewed claims and a supervisor looks at the figures, for tests of these."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from app.domain.office import Role
from app.domain.statistics_report import Cell
from app.services.office import Office
from app.services.people import Session, add_person, sign_in
from app.services.review import Review
from app.services.sign_off import sign
from tests.services.offices import PASSWORD, add_claims, claim, line, make_office

CLAIMED = {"C-1": 100_000, "C-2": 100_000, "C-3": 100_000, "C-4": 95_000, "C-5": 60_000}
OVER_TARIFF, PRICED = "700245", "T-CHEST"
OTHERS = {"zari": ("زری کمالی", Role.REVIEWER), "davar": ("داریوش نیک‌نام", Role.SUPERVISOR)}


def in_excel(value: Cell) -> object:
    """Return what Excel gives back of a cell: it knows no fractions and no empty texts."""
    if isinstance(value, Fraction):
        return pytest.approx(float(value))
    return None if value == "" else value


def figures_office(folder: Path) -> tuple[Office, Mapping[str, Session], list[int]]:
    """Return an office with its people and claims: four are signed, the fifth is as it came.

    The second has an amount of its reviewer's own; of the third the deduction is waived, so that it awaits the
    supervisor.
    """
    office, mina = make_office(folder)
    people = {"mina": mina}
    for name, (full_name, role) in OTHERS.items():
        add_person(office, None, name=name, full_name=full_name, roles=frozenset({role}), password=PASSWORD)
        people[name] = sign_in(office, name, PASSWORD)
    codes = (OVER_TARIFF, OVER_TARIFF, OVER_TARIFF, PRICED, PRICED)
    claims = [claim(number, line(1, code, CLAIMED[number])) for number, code in zip(CLAIMED, codes, strict=True)]
    ids = add_claims(office, mina, *claims)
    for number, name in zip(ids[:4], ("mina", "zari", "mina", "zari"), strict=True):
        review = Review(office, people[name])
        opened = review.open(number)
        if number == ids[1]:
            opened = review.set_amount(opened, 1, 70_000, "توافق با مرکز")
        elif number == ids[2]:
            rule = next(found.rule for found in opened.result.findings if found.deducted)
            opened = review.waive(opened, rule, 1, "مدرک پیوست است")
        sign(office, people[name], opened)
    return office, people, ids
