"""What is asked about says what is wrong where that is known, and what is unknown where it is not."""

import pytest

from tests.catalogue.expansion import rulebook
from tests.rules.circulars.orders import BUS, PAID, journey, refund, request, visit

UNKNOWN = "روشن نیست"
AGAIN = {"repeat_sending": True}


def sentence(result, rule):
    return next(finding.message for finding in result.findings if finding.rule == rule)


@pytest.mark.parametrize(
    ("rule", "result"),
    [
        ("ELG-05b", visit("ELG-05b", eligibility="covered", eligibility_valid_to="1399-03-04")),
        ("ELG-04a", visit("ELG-04a", eligibility="covered", eligibility_code=" ")),
        ("PAR-06c", request("PAR-06c", prescription_form="electronic", service_registered=False)),
        ("PAR-02a", request("PAR-02a", prescription_form="booklet", eligibility_code="1", identity_document="none")),
        ("REI-05b", refund("REI-05b", facts=PAID | {"proof_complete": False})),
        ("REI-13b", refund("REI-13b", facts=PAID | {"iban_owner": "other"})),
        ("REI-15a", refund("REI-15a", "inpatient", facts=PAID | {"bill_seal": "broken"})),
        ("TRV-05a", journey("TRV-05a", facts={"nearest_centre": False})),
        ("TRV-12a", journey("TRV-12a", facts=AGAIN | {"followup_recorded": False})),
        (
            "TRV-10c",
            journey(
                "TRV-10c",
                BUS | {"code": "TR03", "facts": {"vehicle": "bus", "companion_no": 1}},
                patient={"birth_date": "1390-01-01"},
                facts={"companions_requested": 0},
            ),
        ),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_is_known_to_be_wrong_is_said_in_the_words_of_its_rule(rule, result):
    assert sentence(result, rule) == rulebook()[rule].wording


@pytest.mark.parametrize(
    ("rule", "result"),
    [
        ("PAR-06c", request("PAR-06c", prescription_form="electronic")),
        ("REI-05b", refund("REI-05b", facts=PAID | {"proof_complete": None})),
        ("TRV-12a", journey("TRV-12a", facts=AGAIN)),
        ("TRV-02", journey("TRV-02", facts={"service_covered": None})),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_nobody_knows_is_said_to_be_unknown(rule, result):
    assert UNKNOWN in sentence(result, rule)


def test_a_third_companion_of_a_small_child_is_not_told_that_one_is_paid_alone():
    third = BUS | {"code": "TR03", "facts": {"vehicle": "bus", "companion_no": 3}}
    result = journey("TRV-10a", third, patient={"birth_date": "1395-01-01"}, facts={"companions_requested": 3})
    assert "کودک زیر ۷ سال" in sentence(result, "TRV-10a")
