"""Claims of one person in one submission: a closed one counts as it was signed, an open one as it stands."""

from dataclasses import replace

import pytest
from frequencies import FLUORIDE, VARNISH

from app.services.review import Review

TOGETHER = replace(FLUORIDE, days=("1395-03-05", "1395-03-20"))
UNITS = replace(VARNISH, days=("1395-03-05", "1395-03-20"), quantities=(2, 2))


@pytest.fixture
def desk(desk_of):
    made = desk_of(TOGETHER)
    made.bring_together()
    return made


def set_amount(desk, place, amount):
    review = Review(desk.office, desk.session)
    return review.set_amount(review.open(desk.number(place)), 1, amount, "برگ پیوست نیست")


def test_an_open_claim_counts_as_the_engine_has_it(desk):
    assert desk.approved(0, 1) == [FLUORIDE.amount, 0]


def test_a_signed_claim_counts_as_it_was_signed(desk):
    set_amount(desk, 0, 0)
    desk.sign(0)

    assert desk.approved(0, 1) == [0, FLUORIDE.amount]


def test_an_amount_of_a_person_says_nothing_of_the_units_unless_it_is_nothing(desk_of):
    desk = desk_of(UNITS)
    desk.bring_together()
    assert desk.approved(0, 1) == [40_000, 0]
    set_amount(desk, 0, 20_000)
    assert desk.approved(0, 1) == [20_000, 0]
    review = Review(desk.office, desk.session)
    review.undo(desk.open(0))
    set_amount(desk, 0, 0)
    desk.sign(0)

    assert desk.approved(0, 1) == [0, 40_000]


def test_what_a_signed_claim_was_paid_stays_paid_whatever_is_answered_afterwards(desk):
    desk.sign(0)
    review = Review(desk.office, desk.session)
    review.enter_fact(desk.open(1), "technical_officer_present", False)

    assert desk.approved(0) == [FLUORIDE.amount]
    review.enter_fact(desk.open(1), "technical_officer_present", True)
    assert desk.approved(1) == [0]


def test_a_closed_claim_that_was_judged_with_the_open_one_is_named_once_that_becomes_another(desk):
    desk.sign(1)
    assert desk.open(0).overtaken_by == ()
    assert set_amount(desk, 0, 0).overtaken_by == ("C-1",)

    assert desk.approved(1) == [0]
    desk.sign(0)
    assert desk.approved(1) == [0]


def test_an_earlier_closed_claim_is_not_named(desk):
    desk.sign(0)
    assert set_amount(desk, 1, 0).overtaken_by == ()
