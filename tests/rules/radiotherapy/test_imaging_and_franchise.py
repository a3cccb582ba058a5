"""The simulator's imaging, and who pays what of a radiotherapy claim."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, asked, cited, said
from tests.rules.radiotherapy.courses import course, done

IMAGING = {"section": "imaging"}


def office(equipped, radiologist):
    facts = {"ct_simulator_equipped": equipped, "radiologist_officer": radiologist}
    return {"facts": {name: value for name, value in facts.items() if value is not None}}


def test_a_service_of_one_value_is_nothing_without_a_radiologist():
    result = course("RT-05d", done("709340", over=IMAGING), office=office(True, False))

    assert approved(result) == [0]
    assert cited(result, 1) == {"RT-05d"}


def test_an_unknown_radiologist_is_asked_for_above_the_technical_part_only():
    cheap = done("709320", over=IMAGING) | {"amount": 87500}

    assert asked(course("RT-05d", cheap, office=office(True, None)), "RT-05d") == set()
    dearer = course("RT-05d", cheap | {"amount": 87501}, office=office(True, None))
    assert asked(dearer, "RT-05d") == {"radiologist_officer"}


def test_what_is_above_the_whole_price_is_an_overcharge_the_professional_part_is_not():
    result = course("RT-05d", done("709320", over=IMAGING) | {"amount": 140000}, office=office(True, False))

    taken = {finding.rule: finding.deducted for finding in result.findings if finding.deducted}
    assert taken == {"GEN-15e": 2500, "RT-05d": 50000}


def test_a_plain_film_needs_no_simulator():
    film = done("709320", over=IMAGING | {"code": "709310"}) | {"amount": 100000}

    assert approved(course("RT-05c", film, office=office(False, False))) == [100000]


def test_imaging_of_a_stay_has_no_addition_of_the_simulator():
    result = course("RT-05c", done("709320", over=IMAGING) | {"amount": 137500}, base="inpatient")

    assert said(result, "RT-05c") == []


@pytest.mark.parametrize(
    ("lines", "patient"),
    [
        ([done("705330", 10)], 0),
        ([done("705330", 10), done("709320", over=IMAGING) | {"amount": 110000}], 33000),
        ([done("705545"), done("602365", over={"section": "service"})], 240000),
        ([done("705330", 10), {"section": "supply", "code": "T-RTMASK", "amount": 500000}], 0),
    ],
)
def test_only_other_lines_have_a_patients_share(lines, patient):
    result = course("RT-23b", *lines, office=office(True, True))

    assert result.totals.patient_share == patient
    assert result.totals.insurer_share == result.totals.approved - patient
    assert [finding for finding in result.findings if finding.rule.startswith("RT-23")] == []


def test_a_refused_other_line_leaves_a_claim_without_a_share():
    result = course("RT-23b", done("705330", 10), {"section": "visit", "code": None, "amount": 150000})

    assert result.totals.patient_share == 0
    assert said(result, "RT-02a") == [Effect.REJECT]
