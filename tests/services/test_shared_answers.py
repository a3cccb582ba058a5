"""Answers that hold for a whole submission, and closed claims that nothing later changes."""

import json

from offices import PACKS, add_claims, claim, line

from app.services.review import Review
from app.services.sign_off import sign


def import_without_officer(office, session):
    """Import two claims of a submission that does not say whether the technical officer was present."""
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in (1, 2)]
    return add_claims(office, session, *claims, technical_officer_present=None)


def test_a_fact_of_the_submission_is_answered_once(desk):
    office, session = desk
    first, second = import_without_officer(office, session)
    review = Review(office, session)
    assert [q.name for q in review.open(second).questions] == ["technical_officer_present"]
    review.enter_fact(review.open(first), "technical_officer_present", True)
    assert review.open(second).questions == ()
    review.undo(review.open(first))
    assert [q.name for q in review.open(second).questions] == ["technical_officer_present"]


def test_a_closed_claim_stays_as_it_was_signed(desk, tmp_path):
    office, session = desk
    first, second = import_without_officer(office, session)
    review = Review(office, session)
    signed = review.enter_fact(review.open(first), "technical_officer_present", True)
    sign(office, session, signed)
    review.enter_fact(review.open(second), "technical_officer_present", False)
    assert review.open(second).settlement.totals.approved == 0
    assert review.open(first).settlement.totals == signed.settlement.totals


def test_a_later_pack_does_not_rewrite_a_closed_claim(desk, tmp_path):
    office, session = desk
    first, second = add_claims(
        office, session, claim("C-1", line(1, "T-CHEST", 60_000)), claim("C-2", line(1, "T-CHEST", 60_000))
    )
    review = Review(office, session)
    sign(office, session, review.open(first))
    pack = json.loads((PACKS / "imaging.pack.json").read_text(encoding="utf-8"))
    chest = next(row for row in pack["services"] if row["code"] == "T-CHEST")
    path = tmp_path / "later.pack.json"
    path.write_text(json.dumps(pack | {"name": "later", "services": [chest | {"fee": 50_000}]}), encoding="utf-8")
    office.install_pack(path, actor=session.user.id)
    assert review.open(second).settlement.totals.approved == 50_000
    assert review.open(first).settlement.totals.approved == 60_000


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
