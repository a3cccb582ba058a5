"""Cover of a stay: asked about on the day of admission, and which of two base insurers pays is settled first."""

from datetime import UTC, datetime

import pytest
from offices import PACKS, make_office, ticking_clock

from app.domain.dates import JalaliDate
from app.domain.inquiries import InquiryWay
from app.services.inquiries import Inquiries, TypedInquiry
from app.services.results import audit_submission
from app.services.review import Review
from tests.catalogue.expansion import claim_file

ADMITTED = JalaliDate(1399, 12, 5)
BED = {"section": "service", "code": "C201", "amount": 5_000_000}


@pytest.fixture
def stay(tmp_path):
    """An office with a stay of Social Security that says nothing of cover and of other insurers."""
    office, session = make_office(tmp_path / "office", ticking_clock(datetime(2021, 6, 1, 8, tzinfo=UTC)))
    office.install_pack(PACKS / "circulars.pack.json", actor=None)
    days = {"admitted_at": "1399-12-05T08:00", "discharged_at": "1399-12-08T08:00", "prescription_date": None}
    silent = {"base_overlap": None, "eligibility": None}
    file = claim_file(
        {
            "rule": "ELG-03a",
            "base": "inpatient",
            "expect": {},
            "claim": {**days, "facts": silent, "lines": [BED]},
            "submission": {"insurer": "tamin", "month": "1399-12", "delivered_on": None},
        }
    )
    with office.change(session.user.id) as unit:
        number = unit.submissions.add(file.submission, file.claims, sha256="0" * 64, file_name="stay.json")
    audit_submission(office, number)
    yield office, Review(office, session), Inquiries(office, session), file.claims[0]
    office.close()


def asked(opened):
    return {question.name for question in opened.questions} & {"eligibility", "base_overlap"}


def typed(claim, day, **over):
    usual = {"id_kind": "national_code", "way": InquiryWay.WEB_DARMAN, "covered": True, "asked_on": day}
    return TypedInquiry(**usual | {"patient_id": claim.patient.id, "day": day, "tracking_code": "402"} | over)


def test_an_inquiry_of_the_day_of_admission_serves_the_stay_and_one_of_a_later_day_does_not(stay):
    _office, review, inquiries, claim = stay
    (waiting,) = inquiries.waiting()[0]
    assert (waiting.day, waiting.asks) == (ADMITTED, ("eligibility",))
    inquiries.record(typed(claim, ADMITTED.plus_days(1)))
    assert asked(review.open(waiting.id)) == {"eligibility", "base_overlap"}
    assert inquiries.record(typed(claim, ADMITTED)).served == (waiting.id,)
    assert asked(review.open(waiting.id)) == {"base_overlap"}
    assert inquiries.waiting()[0] == ()


def test_a_stay_waits_until_it_is_settled_which_insurer_pays(stay):
    office, review, inquiries, claim = stay
    inquiries.record(typed(claim, ADMITTED))
    opened = review.open(1)
    unresolved = review.enter_fact(opened, "base_overlap", "unresolved")
    assert asked(unresolved) == {"base_overlap"}
    assert asked(review.enter_fact(unresolved, "base_overlap", "resolved")) == set()
    assert office.store.check() == []


def test_a_stay_without_cover_asks_nothing_of_other_insurers(stay):
    _office, review, inquiries, claim = stay
    inquiries.record(typed(claim, ADMITTED, covered=False))
    refused = review.enter_patient(review.open(1), {"sex": "male", "birth_date": JalaliDate(1390, 1, 1)})
    assert asked(refused) == set()
    assert refused.settlement.totals.approved == 0
    assert "ELG-03a" in {finding.rule for finding in refused.result.findings}
