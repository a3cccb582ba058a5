"""Admission and sampling: one of a prescription, one of a stay, the code that fits, small children, drawings."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, cited, marks, said, waiting
from tests.rules.laboratory.prescriptions import item, prescription, stay

TISSUE = {"genetic_test": "n_myc", "sample": "tissue"}


def test_the_first_admission_of_a_stay_is_the_earliest_by_date():
    result = stay("LAB-01a", item("800005", 1, "1395-03-07"), item("800005", 2, "1395-03-05"), item("L-CBC"))

    assert approved(result) == [0, 10000, 40000]
    assert said(result, "LAB-01a") == [Effect.REDUCE, Effect.REJECT]


def test_undated_drawings_fill_the_days_that_dated_ones_leave():
    lines = [item("800010", 1, "1395-03-06"), item("800010", 1, "1395-03-05"), item("800010", 2), item("800010", 2)]
    result = stay("LAB-01b", *lines, facts={"repeat_draw_days": 3})

    assert approved(result) == [5000, 0, 10000, 0]
    assert cited(result, 2) == cited(result, 4) == {"LAB-01b"}


def test_a_single_day_has_no_repeated_drawing():
    result = stay("LAB-01b", item("800010", 1), claim={"discharged_at": "1395-03-05T20:00"})

    assert approved(result) == [0]
    assert cited(result, 1) == {"LAB-01b"}


@pytest.mark.parametrize(("days", "left", "effect"), [(0, 0, Effect.REJECT), (1, 5000, Effect.REDUCE)])
def test_drawings_are_cut_to_the_record(days, left, effect):
    result = stay("LAB-12", item("800010", 2), facts={"repeat_draw_days": days})

    assert approved(result) == [left]
    assert said(result, "LAB-12") == [effect]


def test_a_dated_drawing_is_itself_the_record():
    assert waiting(stay("LAB-12", item("800010", 1, "1395-03-06")), "LAB-12") == {}


def test_of_equal_admissions_the_first_stays_with_one_unit():
    result = prescription("LAB-02a", item("800005", 2), item("801415"), item("800005"))

    assert approved(result) == [10000, 50000, 0]


def test_a_misfit_falls_beside_a_fitting_admission():
    result = prescription("LAB-02b", item("807000"), item("800005"), item("801415"))

    assert approved(result) == [0, 10000, 50000]
    assert cited(result, 1) == {"LAB-02b"}


def test_a_misfit_beside_the_childrens_fee_falls_as_well():
    child = {"patient": {"birth_date": "1392-01-01"}}

    assert approved(prescription("LAB-02b", item("807000"), item("800015"), item("L-CBC"), claim=child))[0] == 0


def test_the_dearest_fitting_admission_prices_a_misfit():
    lines = [item("804600"), item("801415"), {"code": "807025", "section": "pathology", "amount": 100000}]

    assert approved(prescription("LAB-02b", *lines))[0] == 20000


def test_a_genetic_test_of_no_set_has_the_cytogenetic_admission():
    result = prescription("LAB-02b", item("804600"), {"code": "804640", "amount": 220000})

    assert marks(result) == [Mark.TICK, Mark.TICK]


def test_the_codes_of_an_admission_are_no_test():
    result = prescription("LAB-02c", item("800005"), {"code": "801415", "amount": 0})

    assert approved(result) == [0, 0]
    assert cited(result, 1) == {"LAB-02c"}


def test_a_test_in_question_counts_as_payable():
    assert approved(prescription("LAB-02c", item("800005"), item("805057"))) == [10000, 220000]


def test_the_pcr_of_a_test_of_unknown_name_leaves_the_cytogenetic_admission_in_question():
    open_name = prescription("LAB-04j", item("804600"), item("805010"))
    no_way = prescription("LAB-04j", item("804600", sample="blood"), item("805057"))

    assert marks(open_name) == [Mark.QUERY, Mark.QUERY]
    assert approved(open_name)[0] == 30000
    assert approved(no_way)[0] == 10000


@pytest.mark.parametrize(
    ("admission", "main", "left", "asked"),
    [
        ({}, {"sample": "blood"}, 10000, False),
        ({"sample": "tissue"}, {}, 20000, False),
        ({"sample": "tissue"}, {"sample": "blood"}, 10000, False),
        ({}, {}, 20000, True),
    ],
)
def test_the_sample_of_the_main_code_decides_then_that_of_the_admission(admission, main, left, asked):
    result = prescription("LAB-04j", item("804600", **admission), item("805057", genetic_test="n_myc", **main))

    assert approved(result)[0] == left
    assert waiting(result, "LAB-04j") == ({1: ("sample",)} if asked else {})


def test_the_blood_admission_fits_tissue_only_where_something_else_calls_for_it():
    alone = prescription("LAB-02b", item("807000"), item("805000"), item("805057", **TISSUE))
    both = prescription("LAB-04j", item("804600"), item("800005"), item("805057", **TISSUE), item("L-CBC"))

    assert marks(alone) == [Mark.TICK] * 3
    assert approved(both)[:2] == [0, 10000]


@pytest.mark.parametrize(
    ("birth", "code", "claimed", "left", "asked"),
    [
        (None, "L-CBC", 15000, 15000, ("birth_date",)),
        (None, "L-CBC", 10000, 10000, None),
        (None, "L-UC", 15000, 10000, None),
        ("1392-01-01", "807160", 15000, 10000, None),
        ("1392-01-01", "806500", 15000, 15000, ("sample",)),
        ("1380-01-01", "806500", 15000, 10000, None),
    ],
)
def test_what_the_childrens_fee_hangs_on(birth, code, claimed, left, asked):
    lines = [{"code": "800015", "amount": claimed}, {"code": code, "amount": 40000}]
    result = prescription("LAB-03", *lines, claim={"patient": {"birth_date": birth}})

    assert approved(result)[0] == left
    assert waiting(result, "LAB-03").get(1) == asked


def test_a_small_child_in_a_ward_by_the_day_of_the_line():
    lines = [item("800015", 1, "1395-03-06"), item("L-CBC", 1, "1395-03-06")]

    assert approved(stay("LAB-03", *lines, claim={"patient": {"birth_date": "1390-03-07"}}))[0] == 15000
    assert approved(stay("LAB-03", *lines, claim={"patient": {"birth_date": "1390-03-06"}}))[0] == 10000
