"""Rules on frequency over submissions and months: what was paid counts, whatever came into the office first."""

from dataclasses import replace

import pytest
from frequencies import ECHO, EDUCATION, FLUORIDE, FREQUENCIES, ONCE

from app.domain.office import ClaimState
from app.services.review import Review


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
