"""What each form of request must carry, and which form asks for nothing of it."""

import pytest

from app.domain.findings import Effect
from tests.rules.circulars.orders import request
from tests.rules.claims import approved, cited, said

LETTERHEAD = {
    "prescription_names_patient": True,
    "prescriber_stamp": True,
    "date_written": True,
    "prescriber_signature": "original",
}


@pytest.mark.parametrize(
    ("form", "registered", "rule"),
    [
        ("electronic", None, "PAR-06c"),
        ("electronic", False, "PAR-06c"),
        ("electronic", True, None),
        ("booklet", None, None),
        ("booklet", False, "PAR-09"),
        ("letterhead", None, None),
        ("letterhead", False, "PAR-10e"),
    ],
)
def test_registration_is_the_only_document_of_an_electronic_request(form, registered, rule):
    facts = {} if registered is None else {"service_registered": registered}
    result = request("PAR-06c", prescription_form=form, eligibility_code="1", **LETTERHEAD, **facts)
    assert cited(result) & {"PAR-06c", "PAR-09", "PAR-10e"} == ({rule} if rule else set())
    assert approved(result) == [100_000]


@pytest.mark.parametrize(
    ("rule", "fact", "bad"),
    [
        ("PAR-10a", "prescription_names_patient", False),
        ("PAR-10b", "prescriber_stamp", False),
        ("PAR-10c", "date_written", False),
        ("PAR-10d", "prescriber_signature", "none"),
        ("PAR-10d", "prescriber_signature", "stamped"),
    ],
)
@pytest.mark.parametrize("form", ["letterhead", "booklet"])
def test_a_letterhead_needs_all_its_parts_and_other_forms_do_not(rule, fact, bad, form):
    facts = LETTERHEAD | {fact: bad, "insurer_approved": True}
    result = request(rule, prescription_form=form, eligibility_code="1", **facts)
    assert said(result, rule) == ([Effect.REJECT] if form == "letterhead" else [])
    assert approved(result) == [0 if form == "letterhead" else 100_000]


@pytest.mark.parametrize(("form", "left"), [("booklet", 0), ("letterhead", 0), ("electronic", 100_000)])
def test_the_paper_itself_comes_with_the_list(form, left):
    facts = LETTERHEAD | {"paper_delivered": False, "service_registered": True}
    assert approved(request("PAR-11b", prescription_form=form, eligibility_code="1", **facts)) == [left]


def test_an_unknown_form_is_asked_for_and_nothing_that_hangs_on_it():
    result = request("PAR-01a", prescription_form=None, eligibility_code="1")
    assert {rule for rule in cited(result) if rule.startswith("PAR")} == {"PAR-01a"}


@pytest.mark.parametrize(("day", "rules"), [("1399-11-30", set()), ("1399-12-01", {"PAR-01a"})])
def test_the_guide_acts_from_its_first_day(day, rules):
    result = request("PAR-01a", day=day, prescription_form=None, eligibility_code="1")
    assert {rule for rule in cited(result) if rule.startswith("PAR")} == rules
