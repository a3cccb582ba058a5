"""A claim lies on one desk at a time: others only read it, until it is put away there or the desk is gone."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from offices import NAME, PASSWORD, add_claims, claim, line

from app.domain.office import ClaimState, Role
from app.errors import UseError
from app.services.accounting import Accounting
from app.services.office import Office
from app.services.people import add_person, sign_in
from app.services.presence import STALE_AFTER, LiesElsewhere, ThisDesk, elsewhere
from app.services.review import Review
from app.services.sign_off import sign
from app.services.supervision import Supervision
from app.store.office import OfficeStore

NOW = datetime(2016, 7, 1, 9, 15, tzinfo=UTC)


class Time:
    """A clock that stands until it is moved on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def time(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    return Time()


@pytest.fixture
def two_desks(desk, time):
    """The same office opened twice with one clock, and three claims in it."""
    office, session = desk
    claims = add_claims(office, session, *(claim(f"C-{n}", line(1, "T-CHEST", 60_000)) for n in (1, 2, 3)))
    office.clock = time
    other = Office(OfficeStore.open(office.store.folder), time)
    yield (office, session), (other, sign_in(other, NAME, PASSWORD)), claims
    other.close()


def reads(office, session, claim_id):
    """Tell whether a claim may only be read at a desk."""
    return not Review(office, session).open(claim_id).editable


def test_what_lies_on_one_desk_is_read_only_at_the_other(two_desks):
    (office, session), (other, stranger), (first, second, _third) = two_desks
    here = ThisDesk(office, session.user.id)

    assert here.take(first) is None
    shown = Review(other, stranger).open(first)
    assert not shown.editable
    assert shown.held.startswith("این سند روی میز مینا رستگار باز است (از ساعت ")
    assert shown.elsewhere.desk == office.desk
    assert not reads(office, session, first)
    assert not reads(other, stranger, second)
    there = ThisDesk(other, stranger.user.id).take(first)
    assert (there.desk, there.user_id) == (office.desk, session.user.id)


def test_a_desk_has_one_claim_and_puts_it_away(two_desks):
    (office, session), (other, stranger), (first, second, _third) = two_desks
    here, there = ThisDesk(office, session.user.id), ThisDesk(other, stranger.user.id)
    here.take(first)
    here.take(second)

    assert there.take(first) is None
    assert there.take(second) is not None
    assert there.claim_id is None
    assert not reads(office, session, first)
    here.leave()
    assert here.claim_id is None
    assert there.take(second) is None


def test_a_desk_that_is_heard_of_no_more_has_no_claim(two_desks, time):
    (office, session), (other, stranger), (first, *_rest) = two_desks
    here, there = ThisDesk(office, session.user.id), ThisDesk(other, stranger.user.id)
    here.take(first)
    since = elsewhere_of(other, first).since
    for _beat in range(5):
        time.goes_on(timedelta(seconds=100))
        assert here.still_there() is None
    assert elsewhere_of(other, first).since == since

    time.goes_on(STALE_AFTER)
    assert there.take(first) is not None
    time.goes_on(timedelta(milliseconds=1))
    assert not reads(other, stranger, first)
    assert there.take(first) is None
    gone_to = here.still_there()
    assert gone_to.desk == other.desk
    assert here.claim_id is None
    assert here.still_there() is None


def elsewhere_of(office, claim_id):
    with office.read() as view:
        return elsewhere(office, view, claim_id)


def everything_of(office):
    with office.read() as view:
        return [entry.hash for entry in view.trail.all()]


@pytest.mark.parametrize(
    "step",
    [
        lambda review, shown: review.set_amount(shown, 1, 10_000, "توافق"),
        lambda review, shown: review.enter_fact(shown, "at_home", value=True),
        lambda review, shown: review.all_in_order(shown),
        lambda review, shown: review.undo(shown),
        lambda review, shown: review.send_away(shown, ClaimState.RETURNED, "مدرک ندارد"),
        lambda review, shown: sign(review._office, review._session, shown),
    ],
    ids=["amount", "fact", "all in order", "undo", "send away", "sign"],
)
def test_no_step_is_taken_on_what_lies_on_another_desk(two_desks, step):
    (office, session), (other, stranger), (first, *_rest) = two_desks
    mine, theirs = Review(office, session), Review(other, stranger)
    mine.set_amount(mine.open(first), 1, 20_000, "توافق")
    shown = theirs.open(first)
    ThisDesk(office, session.user.id).take(first)
    before = everything_of(office)

    with pytest.raises(LiesElsewhere, match="روی میز مینا رستگار باز است"):
        step(theirs, shown)
    assert everything_of(office) == before
    step(mine, mine.open(first))


@pytest.mark.parametrize(
    ("amount", "name", "step"),
    [
        (
            60_000,
            "nazer",
            lambda office, session, shown: Supervision(office, session).send_back(shown, "دوباره ببینید"),
        ),
        (70_000, "nazer", lambda office, session, shown: Supervision(office, session).endorse(shown)),
        (60_000, "hesab", lambda office, session, shown: Accounting(office, session).correct(shown, 1, 5, "جمع")),
        (60_000, "hesab", lambda office, session, shown: Accounting(office, session).send_back(shown, "جمع")),
        (60_000, "hesab", lambda office, session, shown: Accounting(office, session).sign(shown)),
    ],
    ids=["send back", "endorse", "correct", "send back from accounts", "countersign"],
)
def test_neither_supervisor_nor_accountant_reaches_to_another_desk(desk, amount, name, step):
    office, session = desk
    (number,) = add_claims(office, session, claim("C-1", line(1, "T-CHEST", 70_000)))
    review = Review(office, session)
    sign(office, session, review.set_amount(review.open(number), 1, amount, "توافق"))
    for person, role in (("nazer", Role.SUPERVISOR), ("hesab", Role.ACCOUNTANT)):
        add_person(office, None, name=person, full_name=person, roles=frozenset({role}), password=PASSWORD)
    session = sign_in(office, name, PASSWORD)
    shown = Review(office, session).open(number)
    other = Office(OfficeStore.open(office.store.folder), office.clock)
    there = ThisDesk(other, session.user.id)
    there.take(number)
    before = everything_of(office)

    with pytest.raises(LiesElsewhere):
        step(office, session, shown)
    assert everything_of(office) == before
    there.leave()
    other.close()
    step(office, session, shown)
    assert everything_of(office) != before


def test_a_step_lays_the_claim_on_the_desk_first(two_desks):
    (office, session), (other, stranger), (first, *_rest) = two_desks
    here, there = ThisDesk(office, session.user.id), ThisDesk(other, stranger.user.id)

    assert here.expect(first)
    assert not here.expect(first)
    with pytest.raises(LiesElsewhere):
        there.expect(first)
    assert (here.claim_id, there.claim_id) == (first, None)


def test_presence_leaves_no_trail_and_the_office_is_sound(two_desks):
    (office, session), _other, (first, *_rest) = two_desks
    before = everything_of(office)
    here = ThisDesk(office, session.user.id)
    here.take(first)
    here.still_there()
    here.leave()

    assert everything_of(office) == before
    assert office.store.check() == []


def test_of_many_that_take_a_claim_at_once_one_has_it(two_desks):
    (office, session), _other, (first, *_rest) = two_desks
    offices = [Office(OfficeStore.open(office.store.folder), office.clock) for _ in range(6)]
    desks = [ThisDesk(one, session.user.id) for one in offices]
    refused: list[object] = []
    threads = [threading.Thread(target=lambda desk=desk: refused.append(desk.take(first))) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in offices:
        one.close()

    assert sorted(there is None for there in refused) == [False] * 5 + [True]
    assert [desk.claim_id for desk in desks].count(first) == 1


def test_who_reads_only_is_told_so_before_anything_else(two_desks):
    (office, session), (other, stranger), (first, *_rest) = two_desks
    review = Review(office, session)
    sign(office, session, review.open(first))
    ThisDesk(office, session.user.id).take(first)
    with pytest.raises(UseError, match="روی میز مینا رستگار باز است"):
        Review(other, stranger).set_amount(Review(other, stranger).open(first), 1, 1_000, "توافق")
