"""A signed claim is judged by what was installed, answered and known at its signature; nothing later changes it."""

import json
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from colleagues import join
from frequencies import FLUORIDE, VARNISH
from offices import PACKS, add_claims, claim, line, two_without_officer

from app.domain.settlement_digest import settlement_digest
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.review import Review
from app.services.sign_off import sign
from app.store.office import OfficeStore

OFFICER = "technical_officer_present"


def opened(office, number):
    """Return a claim as a desk that has just been started shows it."""
    with office.read() as view:
        return ClaimOpening(office).open(view, number)


@contextmanager
def unchanged(office, number):
    """Expect of a claim that it stays what it is, on a desk that was open all the time and on a new one."""
    opening = ClaimOpening(office)
    with office.read() as view:
        before = opening.open(view, number)
        (sheet,) = view.sheets.of_claim(number)
    assert sheet.digest == settlement_digest(before.settlement)
    yield
    with office.read() as view:
        again = opening.open(view, number)
    for now in (again, opened(office, number)):
        assert (now.settlement, now.claim, now.history) == (before.settlement, before.claim, before.history)
        assert (now.titles, now.decisions) == (before.titles, before.decisions)


@pytest.fixture
def signed(desk):
    """Two claims of one submission: an answer on the second holds for both, and the first is signed with it."""
    office, session = desk
    first, second = two_without_officer(office, session)
    review = Review(office, session)
    review.enter_fact(review.open(second), OFFICER, True)
    sign(office, session, review.open(first))
    return office, review, first, second


def test_another_answer_than_a_closed_claim_was_signed_with_is_told_of(signed):
    office, review, _first, second = signed
    label = office.dictionary[OFFICER].label
    assert review.open(second).signed_otherwise == ()
    assert review.undo(review.open(second)).signed_otherwise == (label,)
    assert review.enter_fact(review.open(second), OFFICER, False).signed_otherwise == (label,)
    again = review.enter_fact(review.open(second), OFFICER, True)
    assert again.signed_otherwise == ()
    sign(office, review._session, again)
    assert review.open(second).signed_otherwise == ()


def test_another_answer_than_that_of_the_file_is_told_of_too(desk):
    office, session = desk
    first, second = add_claims(
        office, session, *(claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in (1, 2))
    )
    review = Review(office, session)
    sign(office, session, review.open(first))
    answered = review.enter_fact(review.open(second), OFFICER, False)
    assert answered.signed_otherwise == (office.dictionary[OFFICER].label,)
    assert review.undo(answered).signed_otherwise == ()


def test_an_answer_that_is_undone_on_another_claim(signed):
    office, review, first, second = signed
    with unchanged(office, first):
        review.undo(review.open(second))
        assert [question.name for question in review.open(second).questions] == [OFFICER]


def test_another_answer_on_another_claim(signed):
    office, review, first, second = signed
    with unchanged(office, first):
        review.enter_fact(review.open(second), OFFICER, False)
        assert review.open(second).settlement.totals.approved == 0


def test_an_answer_by_a_clock_that_is_behind(signed):
    office, review, first, second = signed
    late = Office(OfficeStore.open(office.store.folder), lambda: datetime(2001, 1, 1, tzinfo=UTC))
    with unchanged(office, first):
        elsewhere = Review(late, review._session)
        elsewhere.enter_fact(elsewhere.open(second), OFFICER, False)
    late.close()


def test_a_stamp_that_is_seen_on_another_claim(desk):
    office, session = desk
    first, second = add_claims(
        office,
        session,
        claim("C-1", line(1, "T-CHEST", 60_000), other_provider_stamp=True),
        claim("C-2", line(1, "T-CHEST", 60_000), other_provider_stamp=None),
    )
    review = Review(office, session)
    sign(office, session, review.open(first))
    with unchanged(office, first):
        review.enter_fact(review.open(second), "other_provider_stamp", True)
        assert "GEN-08r" in {finding.rule for finding in review.open(second).result.findings}


def test_a_stamp_that_comes_in_with_a_later_file(desk):
    office, session = desk
    stamped = [claim(f"C-{number}", line(1, "T-CHEST", 60_000), other_provider_stamp=True) for number in (1, 2)]
    (first,) = add_claims(office, session, stamped[0])
    sign(office, session, opened(office, first))
    with unchanged(office, first):
        (second,) = add_claims(office, session, stamped[1], submission_id="S-2")
        assert "GEN-08r" in {finding.rule for finding in opened(office, second).result.findings}


def test_a_later_pack_with_another_price_and_another_title(desk, tmp_path):
    office, session = desk
    first, second = add_claims(
        office, session, claim("C-1", line(1, "T-CHEST", 60_000)), claim("C-2", line(1, "T-CHEST", 60_000))
    )
    sign(office, session, opened(office, first))
    pack = json.loads((PACKS / "imaging.pack.json").read_text(encoding="utf-8"))
    chest = next(row for row in pack["services"] if row["code"] == "T-CHEST")
    changed = chest | {"fee": 50_000, "title": "عکس قفسه سینه"}
    path = tmp_path / "later.pack.json"
    path.write_text(json.dumps(pack | {"name": "later", "services": [changed]}), encoding="utf-8")
    with unchanged(office, first):
        office.install_pack(path, actor=session.user.id)
        now = opened(office, second)
        assert (now.settlement.totals.approved, now.titles) == (50_000, {1: "عکس قفسه سینه"})


def test_an_earlier_claim_that_is_signed_later(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(1)
    desk.sign(1)
    with unchanged(desk.office, desk.number(1)):
        desk.bring(0)
        desk.sign(0)


def test_an_earlier_claim_that_is_opened_again_and_signed_with_fewer_units(desk_of):
    desk = desk_of(VARNISH)
    desk.bring(1, 2)
    desk.sign(1, 2)
    assert desk.approved(1, 2) == [40_000, 0]
    second = join(desk.office, "reviewer")
    review = Review(desk.office, second)
    with unchanged(desk.office, desk.number(2)):
        with desk.office.change(second.user.id) as unit:
            unit.claims.reopen(desk.number(1))
        changed = review.set_amount(review.open(desk.number(1)), 1, 0, "برگ پیوست نیست")
        assert desk.open(2).settlement.totals.approved == 0
        sign(desk.office, second, changed)
    assert desk.history() == ()
