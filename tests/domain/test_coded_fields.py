"""Answers to what a file left out are laid over the claim, and the claim itself stays as it was read."""

from dataclasses import replace

import pytest
from claim_strategies import CLAIMS
from hypothesis import given, settings

from app.domain.claim import Claim, ClaimKind, Line, Patient, Person, WrittenSums
from app.domain.coded_fields import CODED_FIELDS, coded_field_fault, with_answers
from app.domain.dates import JalaliDate, Moment
from app.domain.facts import FactScope, FactValue
from app.files.rulebook_reader import read_fact_dictionary

BORN = JalaliDate(1350, 5, 5)


def a_claim(**fields: object) -> Claim:
    lines = (Line(1, "imaging", 100), Line(2, "imaging", 50))
    return Claim("C-1", ClaimKind.IMAGING, Patient("0012345679"), lines, **fields)  # type: ignore[arg-type]


@settings(max_examples=30)
@given(claim=CLAIMS)
def test_no_answers_leave_a_claim_as_it_is(claim: Claim) -> None:
    assert with_answers(claim, {}) == claim


def test_answers_of_the_claim_take_their_places() -> None:
    answers = {
        "birth_date": BORN,
        "sex": "female",
        "iban": "IR050170000000123456789012",
        "conditions": ("hemophilia", "dialysis"),
        "diagnosis": "درد شکم",
        "written.total": 150,
        "prescriber.specialty": "neurology",
        "prescriber_stamp": True,
    }

    claim = with_answers(a_claim(), {None: answers})

    assert (claim.patient.birth_date, claim.patient.sex, claim.diagnosis) == (BORN, "female", "درد شکم")
    assert claim.patient.iban == "IR050170000000123456789012"
    assert claim.patient.conditions == ("hemophilia", "dialysis")
    assert claim.written == WrittenSums(total=150)
    assert claim.prescriber == Person(specialty="neurology")
    assert claim.facts == {"prescriber_stamp": True}


def test_answers_of_a_line_stay_with_that_line() -> None:
    claim = with_answers(a_claim(), {2: {"performer.qualification": "specialist", "side": "left"}})

    assert claim.lines[0] == a_claim().lines[0]
    assert claim.lines[1].performer == Person(qualification="specialist")
    assert claim.lines[1].facts == {"side": "left"}


def test_an_answer_keeps_what_the_file_said_beside_it() -> None:
    claim = a_claim(prescriber=Person(id="11113"), written=WrittenSums(patient_share=30))

    answered = with_answers(claim, {None: {"prescriber.qualification": "gp", "written.total": 100}})

    assert answered.prescriber == Person(id="11113", qualification="gp")
    assert answered.written == WrittenSums(total=100, patient_share=30)
    assert claim.prescriber == Person(id="11113")


@pytest.mark.parametrize("name", CODED_FIELDS)
def test_each_coded_field_has_its_place_in_the_claim_and_is_no_fact(name: str) -> None:
    scope = CODED_FIELDS[name].scope
    value = {"birth_date": BORN, "written.total": 100, "conditions": ("ms",)}.get(name, "specialist")

    claim = with_answers(a_claim(), {None if scope is FactScope.CLAIM else 1: {name: value}})

    assert claim != a_claim()
    assert (claim.facts, claim.lines[0].facts) == ({}, {})


def test_an_answer_takes_the_place_of_the_conditions_of_a_file() -> None:
    claim = replace(a_claim(), patient=Patient("0012345679", conditions=("dialysis", "ms")))

    assert with_answers(claim, {None: {"conditions": ("ms",)}}).patient.conditions == ("ms",)
    assert with_answers(claim, {None: {"conditions": ()}}).patient.conditions == ()
    assert claim.patient.conditions == ("dialysis", "ms")


def test_the_conditions_are_those_of_the_fact_dictionary() -> None:
    assert CODED_FIELDS["conditions"].values == read_fact_dictionary().vocabularies["condition"]


@pytest.mark.parametrize(
    ("name", "value", "good"),
    [
        ("conditions", ("hemophilia",), True),
        ("conditions", (), True),
        ("conditions", ("hemophilia", "flu"), False),
        ("conditions", "hemophilia", False),
        ("sex", "male", True),
        ("sex", "unknown", False),
        ("prescriber.qualification", "gp", True),
        ("prescriber.qualification", "plumber", False),
        ("prescriber.specialty", "neurology", True),
        ("birth_date", BORN, True),
        ("prescriber_stamp", True, True),
    ],
)
def test_a_coded_field_takes_what_its_vocabulary_holds(name: str, value: FactValue, good: bool) -> None:
    assert (coded_field_fault(a_claim(), name, value) is None) is good


def test_nobody_is_born_after_the_last_day_of_a_claim() -> None:
    service = JalaliDate(1399, 12, 3)
    stay = replace(
        a_claim(),
        kind=ClaimKind.INPATIENT,
        admitted_at=Moment(service, 8, 0),
        discharged_at=Moment(service.plus_days(2), 8, 0),
    )
    outpatient = a_claim(service_date=service)

    assert coded_field_fault(outpatient, "birth_date", service) is None
    assert coded_field_fault(stay, "birth_date", service.plus_days(2)) is None
    assert coded_field_fault(a_claim(), "birth_date", service) is None
    for claim in (replace(outpatient), replace(stay, discharged_at=None)):
        fault = coded_field_fault(claim, "birth_date", service.plus_days(1))
        assert fault is not None
        assert "۱۳۹۹/۱۲/۰۳" in fault
    assert coded_field_fault(stay, "birth_date", service.plus_days(3)) is not None
