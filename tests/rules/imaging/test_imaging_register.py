"""Every entry of the imaging part is known to the program, in the state that its logic asks for."""

import pytest

from app.rules.imaging.names import names_of_row
from app.rules.registry import REGISTRY, Place
from tests.catalogue.expansion import rulebook
from tests.rules.imaging.scans import claimed, scan

IMAGING = {rule_id: entry for rule_id, entry in rulebook().items() if entry.area == "imaging"}
RADIOLOGIST = {"id": "20001", "qualification": "specialist", "specialty": "radiology"}


def test_what_neither_acts_nor_is_a_remark_says_why():
    silent = set(IMAGING) - REGISTRY.acting - set(REGISTRY.remarks)

    assert silent == {"RAD-04b", "RAD-07", "RAD-13", "SON-08", "SON-10b", "NUC-00", "NUC-01a", "NUC-03b"}
    assert all(REGISTRY.silent[rule_id] for rule_id in silent)


def remarks(*lines, base="imaging", **over):
    result = claimed("GEN-15e", *lines, base=base, **over)
    return [(remark.rule, remark.line) for remark in result.remarks if remark.rule in IMAGING]


def test_contracting_is_a_matter_of_the_rule_book():
    assert REGISTRY.remarks["RAD-12j"].place is Place.RULE_BOOK
    assert remarks(scan("700920", 300000)) == []


@pytest.mark.parametrize(
    ("code", "sex", "shown"),
    [
        ("701611", "female", []),
        ("701611", "male", [("SON-01d", 1)]),
        ("701655", "female", [("SON-01d", 1)]),
        ("701655", "male", []),
        ("701655", None, []),
        ("701630", "male", []),
    ],
)
def test_a_pelvis_of_the_other_sex_is_remarked(code, sex, shown):
    assert remarks(scan(code, 16000), claim={"patient": {"sex": sex}}) == shown


@pytest.mark.parametrize(
    ("performer", "shown"),
    [
        ({"id": "1", "qualification": "subspecialist", "specialty": "gastroenterology"}, [("RAD-11c", 1)]),
        ({"id": "1", "qualification": "fellowship", "specialty": "cardiology"}, [("RAD-11c", 1)]),
        ({"id": "1", "qualification": "fellowship", "specialty": "interventional_radiology"}, []),
        (RADIOLOGIST, []),
        (None, []),
    ],
)
def test_the_field_of_an_intervening_subspecialist_is_remarked(performer, shown):
    line = scan("T-DRAIN", 2000000, over={"performer": performer})

    assert remarks(line, submission={"provider": {"kind": "hospital"}}) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("701865", [("SON-16e", 1), ("SON-16h", 1)]),
        ("701870", [("SON-16e", 1)]),
        ("T-TCCD", [("SON-16e", 1)]),
        ("701740", []),
        ("T-CTABD-SP", [("CT-01a", 1)]),
        ("T-CTABD", []),
    ],
)
def test_remarks_stand_only_at_the_lines_they_concern(code, shown):
    assert remarks(scan(code, 350000)) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [("T-NMTHY131", [("NUC-01g", 1)]), ("704725", []), ("T-NMBONE", []), ("T-CHEST", [("NUC-02b", 1)]), ("X", [])],
)
def test_nuclear_remarks(code, shown):
    assert remarks(scan(code, 60000), base="nuclear_medicine") == shown


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ivu", "اوروگرافی (پیلوگرافی) ترشحی"),
        ("KUB", "رادیوگرافی ساده شکم خوابیده"),
        ("داكروسيستوگرافي", "داکریوسیستوگرافی"),
    ],
)
def test_a_service_is_found_by_any_of_its_names(words, found):
    rows = rulebook().figures["imaging_service_names"].values[0][1]

    assert len(rows) == 24
    assert names_of_row(words, rows)[0] == found
    assert names_of_row("گرافی", rows) == ()
