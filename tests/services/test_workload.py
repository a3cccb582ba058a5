"""Work in hand: deadlines, ages and counts of submissions, whose work they are, and the queue of one's own work."""

from datetime import UTC, datetime

import pytest
from offices import PASSWORD, SUBMISSION, claim, line

from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.dates import JalaliDate
from app.domain.office import ClaimState, Role
from app.errors import UseError
from app.services.people import add_person, sign_in
from app.services.queue import QueueFilter, QueueView, counts, page
from app.services.review import Review
from app.services.sign_off import sign
from app.services.workload import Workload

TODAY = datetime(2016, 10, 5, 9, tzinfo=UTC)  # 14 Mehr 1395


@pytest.fixture
def people(desk):
    """The first administrator, who reviews, and a supervisor and an accountant beside."""
    office, session = desk
    found = {"mina": session}
    for name, full_name, role in (
        ("nazer", "ناظر آزمایشی", Role.SUPERVISOR),
        ("hesab", "حسابدار آزمایشی", Role.ACCOUNTANT),
        ("sima", "سیما آزمایشی", Role.REVIEWER),
        ("modir", "مدیر آزمایشی", Role.ADMINISTRATOR),
    ):
        add_person(office, None, name=name, full_name=full_name, roles=frozenset({role}), password=PASSWORD)
        found[name] = sign_in(office, name, PASSWORD)
    return office, found


def bring(office, session, number: str, month: str, delivered_on: str | None, *, claims: int = 1, **provider):
    """Import a submission of a month; return its id and those of its claims."""
    document = SUBMISSION | {"id": number, "month": month, "provider": SUBMISSION["provider"] | provider}
    document = {key: value for key, value in (document | {"delivered_on": delivered_on}).items() if value is not None}
    values = [claim(f"{number}-{place}", line(1, "T-CHEST", 60_000)) for place in range(claims)]
    with office.change(session.user.id) as unit:
        submission_id = unit.submissions.add(
            submission_from_document(document, office.dictionary),
            [claim_from_document(value, office.dictionary) for value in values],
            sha256=f"{abs(hash(number)):064x}"[:64],
            file_name=f"{number}.json",
        )
    with office.read() as view:
        return submission_id, [one.id for one in view.claims.of_submission(submission_id, office.dictionary)]


def test_submissions_lie_in_the_order_in_which_they_are_due(people):
    office, found = people
    bring(office, found["mina"], "S-HOSPITAL", "1395-03", "1395-04-20", kind="hospital")
    bring(office, found["mina"], "S-ESFAND", "1394-12", "1395-01-31")
    bring(office, found["mina"], "S-LATE", "1395-03", "1395-04-20")
    bring(office, found["mina"], "S-INTIME", "1395-03", "1395-04-10")
    bring(office, found["mina"], "S-NOBODY", "1395-01", None, contracted=False)
    office.clock = lambda: TODAY

    rows = Workload(office, found["mina"]).in_hand()

    assert [(row.submission.id, row.days_left, row.overdue, row.delivered_late, row.age) for row in rows] == [
        ("S-ESFAND", -92, True, False, 169),
        ("S-INTIME", 1, False, False, 97),
        ("S-HOSPITAL", 16, False, False, 87),
        ("S-LATE", 31, False, True, 87),
        ("S-NOBODY", None, False, False, 96),
    ]


def test_a_submission_without_a_day_of_delivery_counts_from_its_import(people):
    office, found = people
    bring(office, found["mina"], "S-1", "1395-03", None)
    (row,) = Workload(office, found["mina"]).in_hand()

    assert (row.came_on, row.delivery_is_known, row.age) == (JalaliDate(1395, 4, 11), False, 0)
    assert row.deadlines.assessment == JalaliDate(1395, 7, 15)
    assert not row.delivered_late


def test_claims_are_counted_by_how_far_they_have_come_until_all_are_closed(people):
    office, found = people
    number, (first, second, third, fourth) = bring(office, found["mina"], "S-1", "1395-03", "1395-04-10", claims=4)
    bring(office, found["mina"], "S-2", "1395-03", "1395-04-10")
    review = Review(office, found["mina"])
    sign(office, found["mina"], review.open(first))
    review.send_away(review.open(second), ClaimState.RETURNED, "مدرک ندارد")
    with office.change(None) as unit:
        unit.claims.set_state(third, ClaimState.CLOSED)
    workload = Workload(office, found["hesab"])

    row = workload.in_hand()[0]
    assert (row.id, row.open, row.signed, row.away, row.closed, row.claimed) == (number, 1, 1, 1, 1, 240_000)
    with office.change(None) as unit:
        unit.claims.set_state(third, ClaimState.OBJECTED)
    assert workload.in_hand()[0].open == 2
    with office.change(None) as unit:
        for claim_id in (first, second, third, fourth):
            unit.claims.set_state(claim_id, ClaimState.CLOSED)
    assert [row.submission.id for row in workload.in_hand()] == ["S-2"]


def test_a_supervisor_gives_a_submission_to_a_reviewer_and_takes_it_back(people):
    office, found = people
    number, _claims = bring(office, found["mina"], "S-1", "1395-03", "1395-04-10")
    workload = Workload(office, found["nazer"])
    reviewer = found["sima"].user

    assert {user.name for user in workload.reviewers()} == {"mina", "sima"}
    workload.assign(number, reviewer.id)
    assert workload.in_hand()[0].reviewer.name == "sima"
    workload.assign(number, None)
    workload.assign(number, None)
    assert workload.in_hand()[0].reviewer is None
    with office.read() as view:
        assert [entry.action for entry in view.trail.latest(3)].count("submission_assigned") == 2
    assert office.store.check() == []


@pytest.mark.parametrize("name", ["mina", "hesab", "sima", "modir"])
def test_nobody_else_shares_work_out(people, name):
    office, found = people
    number, _claims = bring(office, found["mina"], "S-1", "1395-03", "1395-04-10")

    with pytest.raises(UseError, match="کار ناظر است"):
        Workload(office, found[name]).assign(number, found["sima"].user.id)
    assert Workload(office, found["sima"]).in_hand()[0].reviewer is None


def test_work_is_given_to_reviewers_alone(people):
    office, found = people
    number, _claims = bring(office, found["mina"], "S-1", "1395-03", "1395-04-10")
    workload = Workload(office, found["nazer"])

    with pytest.raises(UseError, match="کارشناس رسیدگی این دفتر نیست"):
        workload.assign(number, found["hesab"].user.id)
    with office.change(None) as unit:
        unit.users.set_active(found["sima"].user.id, active=False)
    with pytest.raises(UseError, match="کارشناس رسیدگی این دفتر نیست"):
        workload.assign(number, found["sima"].user.id)
    assert [user.name for user in workload.reviewers()] == ["mina"]


def test_an_administrator_alone_sees_no_work(people):
    office, found = people
    with pytest.raises(UseError):
        Workload(office, found["modir"]).in_hand()


def test_my_work_are_the_open_claims_of_my_submissions_the_most_urgent_first(people):
    office, found = people
    later, later_claims = bring(office, found["mina"], "S-LATER", "1395-04", "1395-05-10", claims=2)
    sooner, sooner_claims = bring(office, found["mina"], "S-SOONER", "1395-03", "1395-04-10", claims=3)
    other, _claims = bring(office, found["mina"], "S-OTHER", "1395-01", "1395-02-10")
    bring(office, found["mina"], "S-FREE", "1395-01", "1395-02-10")
    workload = Workload(office, found["nazer"])
    me = found["mina"].user.id
    for number, person in ((later, me), (sooner, me), (other, found["sima"].user.id)):
        workload.assign(number, person)
    review = Review(office, found["mina"])
    sign(office, found["mina"], review.open(sooner_claims[0]))
    wanted = QueueFilter(view=QueueView.MINE)

    rows = page(office, wanted, person=me)
    assert [row.id for row in rows] == [*sooner_claims[1:], *later_claims]
    assert [row.id for row in page(office, wanted, rows[2], person=me)] == later_claims[1:]
    assert [row.id for row in page(office, wanted, rows[0], person=me)] == [*sooner_claims[2:], *later_claims]
    assert page(office, wanted) == ()
    assert counts(office, QueueFilter(), person=me).views[QueueView.MINE] == 4
    assert counts(office, QueueFilter(), person=found["sima"].user.id).views[QueueView.MINE] == 1


def test_whoever_has_a_claim_on_the_desk_is_at_work(people):
    office, found = people
    number, (first, second) = bring(office, found["mina"], "S-1", "1395-03", "1395-04-10", claims=2)
    with office.change(None) as unit:
        at = "2016-07-01T08:00:00.000+00:00"
        for claim_id, name, seen in ((second, "sima", "08:00:30"), (first, "mina", "07:00:00")):
            seen_at = f"2016-07-01T{seen}.000+00:00"
            unit.desks.take(claim_id, found[name].user.id, name, at=seen_at, since=at)

    (one,) = Workload(office, found["nazer"]).at_work()
    assert (one.person.name, one.claim_id, one.claim_number, one.submission_id) == ("sima", second, "S-1-1", number)
