"""Deadlines: the 15th, the end of the month, the rule of Esfand, and what late documents come to."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim import Provider, Submission
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.deadlines import deadlines, delivery_deadline
from app.files.rulebook_reader import read_rulebook

DAYS = st.integers(JalaliDate(1395, 2, 1).ordinal, JalaliDate(1410, 12, 29).ordinal).map(JalaliDate.from_ordinal)
MONTHS = st.builds(JalaliMonth, st.integers(1395, 1409), st.integers(2, 12))


@cache
def rulebook():
    return read_rulebook()


def submission(month: str | JalaliMonth, kind: str = "imaging_center", *, contracted: bool = True) -> Submission:
    month = JalaliMonth.parse(str(month))
    return Submission("S-1", month, Provider("P-1", kind, "private", contracted=contracted))


def of(month: str, delivered_on: str, kind: str = "imaging_center") -> tuple[str, str]:
    found = deadlines(submission(month, kind), JalaliDate.parse(delivered_on), rulebook())
    assert found is not None
    return str(found.delivery), str(found.assessment)


@pytest.mark.parametrize(
    ("month", "delivered_on", "due"),
    [
        ("1395-03", "1395-04-10", ("1395-04-15", "1395-07-15")),
        ("1395-03", "1395-04-15", ("1395-04-15", "1395-07-15")),  # the 15th itself is in time
        ("1395-03", "1395-04-16", ("1395-04-15", "1395-08-15")),  # a day late: it came with the documents of Tir
        ("1395-12", "1396-01-31", ("1396-01-31", "1396-04-15")),  # those of Esfand have all of Farvardin
        ("1395-12", "1396-02-01", ("1396-01-31", "1396-05-15")),
        ("1395-09", "1395-10-01", ("1395-10-15", "1396-01-31")),  # the report comes with the documents of Esfand
        ("1395-03", "1395-07-16", ("1395-04-15", "1395-11-15")),
    ],
)
def test_outpatient_documents_are_due_on_the_fifteenth(month, delivered_on, due):
    assert of(month, delivered_on) == due


@pytest.mark.parametrize(
    ("month", "delivered_on", "due"),
    [
        ("1395-03", "1395-04-31", ("1395-04-31", "1395-07-30")),
        ("1395-03", "1395-05-01", ("1395-04-31", "1395-08-30")),
        ("1395-12", "1396-01-15", ("1396-01-31", "1396-04-31")),
        ("1399-11", "1399-12-30", ("1399-12-30", "1400-03-31")),  # the Esfand of a leap year
    ],
)
def test_bills_of_hospitals_are_due_at_the_end_of_the_month(month, delivered_on, due):
    assert of(month, delivered_on, "hospital") == due


def test_a_reimbursement_has_no_deadline():
    one = submission("1395-03", contracted=False)
    assert deadlines(one, JalaliDate(1395, 4, 10), rulebook()) is None


@given(month=MONTHS, delivered_on=DAYS, hospital=st.booleans())
def test_whoever_delivers_later_is_never_owed_an_answer_sooner(month, delivered_on, hospital):
    one = submission(month, "hospital" if hospital else "imaging_center")
    today = deadlines(one, delivered_on, rulebook())
    tomorrow = deadlines(one, delivered_on.plus_days(1), rulebook())
    assert today is not None
    assert tomorrow is not None

    assert today.delivery == tomorrow.delivery
    assert today.assessment <= tomorrow.assessment
    assert today.assessment > max(delivered_on, today.delivery)
    if delivered_on <= today.delivery:
        with_report = month.plus(3)
        assert today.assessment == delivery_deadline(with_report, hospital=hospital, outpatient_day=15)
