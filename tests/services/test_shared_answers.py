"""Answers that hold for a whole submission."""

from offices import add_claims, claim, line, two_without_officer

from app.rules.around import Surroundings
from app.services.review import Review
from app.services.surroundings import shared_answers


def test_a_fact_of_the_submission_is_answered_once(desk):
    office, session = desk
    first, second = two_without_officer(office, session)
    review = Review(office, session)
    assert [q.name for q in review.open(second).questions] == ["technical_officer_present"]
    review.enter_fact(review.open(first), "technical_officer_present", True)
    assert review.open(second).questions == ()
    review.undo(review.open(first))
    assert [q.name for q in review.open(second).questions] == ["technical_officer_present"]


def test_a_stamp_seen_on_another_claim_counts_for_the_supervision_office(desk):
    office, session = desk
    stamped = {"other_provider_stamp": None}
    first, second = add_claims(
        office,
        session,
        claim("C-1", line(1, "T-CHEST", 60_000), **stamped),
        claim("C-2", line(1, "T-CHEST", 60_000), **stamped),
    )
    review = Review(office, session)
    alone = review.enter_fact(review.open(first), "other_provider_stamp", True)
    assert {f.rule for f in alone.result.findings} == {"GEN-08e"}
    review.enter_fact(review.open(second), "other_provider_stamp", True)
    assert {f.rule for f in review.open(first).result.findings} == {"GEN-08e", "GEN-08r"}


def test_a_resident_seen_absent_on_one_claim_is_known_around_the_others(desk):
    office, session = desk
    helped = line(1, "T-CHEST", 60_000) | {
        "section": "assistant",
        "performer": {"id": "60001", "qualification": "resident"},
    }
    first, _second = add_claims(office, session, claim("C-1", helped), claim("C-2", line(1, "T-CHEST", 60_000)))
    review = Review(office, session)

    def absent():
        with office.store.read() as view:
            found = shared_answers(view, review.open(first).submission_id, office.dictionary)
        return found.around(Surroundings(frozenset())).absent_residents

    assert absent() == frozenset()
    review.enter_fact(review.open(first), "assistant_absent", True, line=1)
    assert absent() == {"60001"}
    review.enter_fact(review.open(first), "assistant_absent", False, line=1)
    assert absent() == frozenset()
