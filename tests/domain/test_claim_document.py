"""A claim that is written as a document and read again is the same claim."""

import json
from decimal import Decimal

import pytest
from claim_strategies import CLAIMS, DICTIONARY, SUBMISSIONS
from hypothesis import given, settings

from app.domain.claim import Claim, ClaimKind, Line, Patient, Submission
from app.domain.claim_document import (
    claim_document,
    claim_from_document,
    fact_value,
    facts_from,
    quantity_document,
    submission_document,
    submission_from_document,
)
from app.domain.dates import JalaliDate, Moment
from app.domain.facts import FactKind


@settings(max_examples=60)
@given(claim=CLAIMS)
def test_a_claim_comes_back_from_its_document(claim: Claim) -> None:
    text = json.dumps(claim_document(claim), ensure_ascii=False)

    assert claim_from_document(json.loads(text), DICTIONARY) == claim


@settings(max_examples=60)
@given(submission=SUBMISSIONS)
def test_a_submission_comes_back_from_its_document(submission: Submission) -> None:
    text = json.dumps(submission_document(submission), ensure_ascii=False)

    assert submission_from_document(json.loads(text), DICTIONARY) == submission


@pytest.mark.parametrize(("quantity", "document"), [("1", 1), ("2.00", 2), ("0.25", "0.25"), ("1.50", "1.50")])
def test_a_quantity_is_written_exactly(quantity: str, document: int | str) -> None:
    written = quantity_document(Decimal(quantity))

    assert written == document
    assert type(written) is type(document)


def test_facts_that_no_dictionary_knows_are_kept() -> None:
    assert facts_from({"facts": {"ink": "blue", "pages": ["1", "2"], "stamped": True}}, DICTIONARY) == {
        "ink": "blue",
        "pages": ("1", "2"),
        "stamped": True,
    }


@pytest.mark.parametrize(
    ("kind", "value"), [(FactKind.DATE, "1395-12-31"), (FactKind.DATETIME, "1395-01-01"), (FactKind.INTEGER, "x")]
)
def test_a_value_of_another_type_is_refused(kind: FactKind, value: str) -> None:
    with pytest.raises(ValueError):
        fact_value(kind, value)


def test_a_person_or_sums_of_which_nothing_is_said_are_none() -> None:
    document = claim_document(a_claim(lines=(Line(1, "imaging", 5),))) | {"prescriber": {}, "written": {}}

    read = claim_from_document(document, DICTIONARY)

    assert (read.prescriber, read.written) == (None, None)


def a_claim(**fields: object) -> Claim:
    defaults = {"id": "C-1", "kind": ClaimKind.IMAGING, "patient": Patient("0012345679"), "lines": ()}
    return Claim(**defaults | fields)  # type: ignore[arg-type]


def test_the_service_day_of_an_outpatient_is_the_stated_one_or_the_first_of_the_lines() -> None:
    first, second = JalaliDate(1395, 3, 6), JalaliDate(1395, 3, 7)
    lines = (Line(1, "imaging", 100, day=second), Line(2, "imaging", 50), Line(3, "imaging", 5, day=first))

    assert a_claim(lines=lines).service_day == first
    assert a_claim(lines=lines, service_date=second).service_day == second
    assert a_claim().service_day is None
    assert a_claim(lines=lines).claimed == 155


def test_the_service_day_of_a_stay_is_the_admission() -> None:
    admitted = Moment(JalaliDate(1395, 3, 1), 23, 0)

    stay = a_claim(kind=ClaimKind.INPATIENT, admitted_at=admitted, service_date=JalaliDate(1395, 3, 9))

    assert stay.service_day == admitted.day
