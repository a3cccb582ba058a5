"""Cover that is denied for want of a paper, or contested: what is told of the insured person decides at once."""

from datetime import UTC, datetime

import pytest
from offices import add_claims, claim, line, make_office, ticking_clock

from app.domain.dates import JalaliDate
from app.domain.patient_fields import patient_fields
from app.services.review import Review


@pytest.fixture
def work(tmp_path):
    """An office of which the clock stands after the circulars."""
    office, session = make_office(tmp_path / "office", ticking_clock(datetime(2021, 6, 1, 8, tzinfo=UTC)))
    yield office, session, Review(office, session)
    office.close()


def bring(office, session, patient, cover):
    """Import a chest picture of Social Security of a patient, who is told over that of every test."""
    electronic = {"prescription_form": "electronic", "service_registered": True, "eligibility_code": "4021887"}
    made = claim("C-1", line(1, "T-CHEST", 60_000), **electronic, eligibility=cover)
    made |= {"prescription_date": "1400-02-05", "service_date": "1400-02-05"}
    made["patient"] = {**made["patient"], **patient}
    (number,) = add_claims(office, session, made, insurer="tamin")
    return number


def asked(opened):
    return [question.name for question in opened.questions]


def test_a_child_whose_paper_is_missing_goes_by_the_current_rules_once_it_is_known_to_be_one(work):
    office, session, review = work
    opened = review.open(bring(office, session, {"sex": None, "birth_date": None}, "not_covered"))
    assert asked(opened) == ["no_cover_reason"]
    reason = review.enter_fact(opened, "no_cover_reason", "study_certificate_missing")
    assert set(asked(reason)) == {"child_accepted", "sex", "birth_date"}
    son = review.enter_patient(reason, {"sex": "male", "birth_date": JalaliDate(1381, 2, 5)})
    assert asked(son) == ["child_accepted"]
    accepted = review.enter_fact(son, "child_accepted", True)
    assert (asked(accepted), accepted.settlement.totals.approved) == ([], 60_000)

    too_young = review.enter_patient(accepted, {"birth_date": JalaliDate(1381, 2, 6)})
    assert "ELG-02" in {finding.rule for finding in too_young.result.findings}
    assert too_young.settlement.totals.approved == 0
    assert review.undo(too_young).settlement.totals.approved == 60_000


def test_a_contested_answer_is_noted_and_changes_no_amount(work):
    office, session, review = work
    number = bring(office, session, {"sex": "male", "birth_date": "1385-01-01"}, "covered")
    assert "eligibility_contested" not in patient_fields(review.open(number).submission, review.open(number).claim)
    refused = review.enter_patient(review.open(number), {"eligibility": "not_covered"})
    contested = review.enter_patient(refused, {"eligibility_contested": True})
    assert "ELG-08" in {finding.rule for finding in contested.result.findings}
    assert contested.settlement.totals.approved == refused.settlement.totals.approved == 0
