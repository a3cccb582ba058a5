"""The accountant's signature under many claims in a row: which ones, how far it came, and what was left."""

import pytest
from colleagues import join
from offices import add_claims, claim, line

from app.domain.office import ClaimState
from app.errors import UseError
from app.services.accounting import Accounting
from app.services.review import Review
from app.services.sign_off import sign
from app.services.signing_the_rest import SignedInARow, TheRest, sign_the_rest, the_rest


def written(number, total):
    return claim(f"C-{number}", line(1, "T-CHEST", 60_000)) | {
        "written": {"total": total, "patient_share": 18_000, "insurer_share": total - 18_000}
    }


@pytest.fixture
def signed(desk):
    """Five claims under a reviewer's signature, the last with a wrong sum, and one that is still under review."""
    claims = [written(number, 60_000) for number in range(1, 5)]
    numbers = add_claims(*desk, *claims, written(5, 61_000), written(6, 60_000))
    for number in numbers[:5]:
        sign(*desk, Review(*desk).open(number))
    return numbers


@pytest.fixture
def accountant(desk):
    return join(desk[0], "accountant")


def states(desk, numbers):
    with desk[0].read() as view:
        return [view.claims.standing(number).state for number in numbers]


def test_only_what_needs_no_look_is_signed_in_a_row(desk, accountant, signed):
    office, _session = desk
    accounting, review = Accounting(office, accountant), Review(*desk)
    accounting.undo(accounting.correct(review.open(signed[0]), 1, 50_000, "دلیل"))
    accounting.correct(review.open(signed[1]), 1, 50_000, "دلیل")
    rest = the_rest(office, accountant, review.open(signed[0]).submission_id)
    assert (rest.ready, rest.differing, rest.voided, rest.own, rest.left) == (
        (signed[2], signed[3]),
        (signed[4],),
        (signed[0], signed[1]),
        (),
        3,
    )
    told = []
    result = sign_the_rest(office, accountant, rest, lambda done, count: told.append((done, count)))
    assert result == SignedInARow(2)
    assert told == [(0, 2), (1, 2), (2, 2)]
    closed, accounts = ClaimState.CLOSED, ClaimState.IN_ACCOUNTING
    assert states(desk, signed) == [
        accounts,
        accounts,
        closed,
        closed,
        ClaimState.TECHNICALLY_DONE,
        ClaimState.RECEIVED,
    ]
    assert office.store.check() == []


def test_ones_own_review_is_left_to_another_accountant(desk, signed):
    office, session = desk
    everything = join(office, "everything")
    review = Review(office, everything)
    sign(office, everything, review.open(signed[5]))
    rest = the_rest(office, everything, review.open(signed[5]).submission_id)
    assert (rest.own, len(rest.ready)) == ((signed[5],), 4)
    with pytest.raises(UseError, match="کارشناس حسابداری"):
        the_rest(office, session, rest.submission_id)


class Enough(Exception):
    """Somebody cancelled."""


def test_cancelling_leaves_every_claim_whole(desk, accountant, signed):
    office, _session = desk

    def heard(done, _count):
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        sign_the_rest(office, accountant, the_rest(office, accountant, 1), heard)
    closed, done = ClaimState.CLOSED, ClaimState.TECHNICALLY_DONE
    assert states(desk, signed[:5]) == [closed, closed, done, done, done]
    with office.read() as view:
        assert [len(view.sheets.of_claim(number)) for number in signed[:5]] == [2, 2, 1, 1, 1]
    assert len(list(office.store.sheets_folder.iterdir())) == 7
    assert office.store.check() == []


def test_a_claim_that_came_into_other_hands_is_told_of(desk, accountant, signed):
    office, _session = desk
    rest = the_rest(office, accountant, 1)
    Accounting(office, accountant).send_back(Review(*desk).open(signed[1]), "ببینید")
    result = sign_the_rest(office, accountant, rest, lambda *_told: None)
    assert result.signed == 3
    ((number, sentence),) = result.refused
    assert number == "C-2"
    assert "برقرار نیست" in sentence


def test_nothing_to_sign_is_no_fault(desk, accountant):
    assert sign_the_rest(desk[0], accountant, TheRest(1, ()), lambda *_told: None) == SignedInARow(0)
