"""Limits by tooth, arch and year, in history, on one line and over several sheets."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, cited, marks, said, waiting
from tests.rules.dental.chair import CHILD, dentist, done, sheets

ERUPTED = {"tooth_erupted_on": "1393-06-01"}


def past(date, code, qty=1, **facts):
    return {"date": date, "code": code, "qty": qty, "facts": facts}


def history(*rows):
    return {"history": list(rows)}


@pytest.mark.parametrize("date", ["1380-01-01", "1395-03-05", "1395-09-01"])
def test_education_counts_whenever_it_was_given(date):
    assert approved(dentist("DEN-06a", done("D6"), claim=history(past(date, "D6")))) == [0]


def test_education_on_two_sheets_is_paid_on_the_first():
    found = sheets("DEN-06a", {"lines": [done("D6")]}, {"id": "C-2", "lines": [done("D6")]})

    assert (approved(found["C-1"]), approved(found["C-2"])) == ([28000], [0])


@pytest.mark.parametrize(("erupted", "left"), [("1392-03-05", 88000), ("1392-03-04", 0), ("1391-12-30", 0)])
def test_a_sealant_is_paid_until_the_third_anniversary(erupted, left):
    assert approved(dentist("DEN-10a", done("D25", tooth_erupted_on=erupted), claim=CHILD)) == [left]


@pytest.mark.parametrize(("day", "month", "left"), [("1394-12-29", "1394-12", 88000), ("1395-01-01", "1395-01", 0)])
def test_an_eruption_on_the_leap_day_ends_on_the_last_day_of_esfand(day, month, left):
    claim = CHILD | {"prescription_date": day, "service_date": day}
    sent = {"month": month, "delivered_on": f"{month}-30" if month == "1395-01" else "1395-01-10"}
    result = dentist("DEN-10a", done("D25", tooth_erupted_on="1391-12-30"), claim=claim, submission=sent)

    assert approved(result) == [left]
    assert ("DEN-10a" in cited(result, 1)) is (left == 0)


def test_sealants_of_a_tooth_in_two_lines_are_paid_once():
    result = dentist("DEN-10b", done("D25", **ERUPTED), done("D25", **ERUPTED), claim=CHILD)

    assert approved(result) == [88000, 0]


@pytest.mark.parametrize(("tooth", "left"), [("LLE", 0), ("UR۶", 142000), ("UR7", 0), ("  ", 142000), (None, 142000)])
def test_the_tooth_of_the_sheet_must_be_six(tooth, left):
    assert approved(dentist("DEN-11b", done("D81", tooth=tooth))) == [left]


@pytest.mark.parametrize(
    ("rows", "qty", "left"),
    [
        ([], 3, 40000),
        ([past("1394-12-01", "D23")], 2, 20000),
        ([past("1394-12-01", "D23", qty=2)], 1, 0),
        ([past("1395-03-06", "D23", qty=2)], 1, 20000),
        ([past("1394-03-05", "D23", qty=2)], 2, 40000),
        ([past("1394-03-06", "D23", qty=2)], 2, 0),
    ],
)
def test_varnish_keeps_what_is_left_of_two_a_year(rows, qty, left):
    assert approved(dentist("DEN-15", done("D23", qty), claim=CHILD | history(*rows))) == [left]


def test_a_later_day_of_the_first_sheet_looks_at_an_earlier_day_of_the_second():
    first = CHILD | {
        "prescription_date": "1395-03-01",
        "service_date": "1395-03-01",
        "lines": [done("D23", over={"date": "1395-03-01"}), done("D23", over={"date": "1395-03-20"})],
    }
    second = CHILD | {"id": "C-2", "service_date": "1395-03-10", "lines": [done("D23", over={"date": "1395-03-10"})]}
    found = sheets("DEN-15", first, second)

    assert approved(found["C-1"]) == [20000, 0]
    assert approved(found["C-2"]) == [20000]


@pytest.mark.parametrize(("first", "second", "left"), [("D21", "D21", 0), ("D21", "D22", 70000)])
def test_fluoride_therapy_is_once_for_each_arch(first, second, left):
    lines = done("D21"), done("D21") | {"code": second}

    assert approved(dentist("DEN-14", *lines, claim=CHILD)) == [70000, left]


@pytest.mark.parametrize(
    ("qty", "arch", "left"), [(2, "both", 304000), (2, "upper", 152000), (1, "both", 152000), (3, "both", 304000)]
)
def test_a_whole_scaling_is_paid_for_as_many_arches_as_are_named(qty, arch, left):
    assert approved(dentist("DEN-13a", done("D8", qty, arch=arch))) == [left]


def test_two_whole_scalings_on_a_line_of_unknown_arches_are_asked_about():
    result = dentist("DEN-13a", done("D8", 2))

    assert approved(result) == [304000]
    assert waiting(result, "DEN-13a") == {1: ("arch",)}


def test_the_arch_that_is_left_of_both_is_paid():
    rows = history(past("1394-09-01", "D8", arch="lower"))

    assert approved(dentist("DEN-13a", done("D8", 2, arch="both"), claim=rows)) == [152000]


def test_one_scaling_of_both_arches_uses_up_both():
    rows = history(past("1394-09-01", "D8", qty=2, arch="both"))

    assert approved(dentist("DEN-13a", done("D8", arch="upper"), claim=rows)) == [0]


def test_a_scaling_of_both_arches_leaves_nothing_to_ask_about():
    result = dentist("DEN-13a", done("D8"), claim=history(past("1394-09-01", "D8", arch="both")))

    assert (approved(result), marks(result)) == ([0], [Mark.ZERO])


def test_a_scaling_that_was_refused_does_not_begin_a_new_year():
    rows = history(past("1394-03-06", "D8", arch="upper"), past("1394-12-01", "D8", arch="lower"))
    lines = [done("D8", over={"date": day}, arch="upper") for day in ("1395-03-05", "1395-03-07")]

    assert approved(dentist("DEN-13a", *lines, claim=rows)) == [0, 152000]


def test_an_arch_that_the_history_does_not_tell_is_named_as_missing():
    rows = history(past("1394-09-01", "D8"))
    result = dentist("DEN-13a", done("D8", arch="upper"), claim=rows)

    assert said(result, "DEN-13a") == [Effect.QUERY]
    assert asked(result, "DEN-13a") == set()


def test_an_arch_is_asked_of_the_line_that_lacks_it_without_holding_that_line():
    result = dentist("DEN-13a", done("D8"), done("D8", arch="lower"))

    assert marks(result) == [Mark.TICK, Mark.QUERY]
    assert waiting(result, "DEN-13a") == {1: ("arch",), 2: ()}


def test_the_first_whole_scaling_of_a_new_year_needs_no_arch():
    rows = history(past("1394-03-05", "D8"))

    assert approved(dentist("DEN-13a", done("D8"), claim=rows)) == [152000]


@pytest.mark.parametrize(("arch", "left"), [("upper", 0), ("lower", 44000), ("both", 0)])
def test_a_part_goes_beside_the_whole_of_its_arch(arch, left):
    assert approved(dentist("DEN-13b", done("D8", arch=arch), done("D10")))[1] == left


def test_a_part_beside_two_wholes_of_unknown_arches_goes():
    result = dentist("DEN-13b", done("D8"), done("D8"), done("D10"))

    assert approved(result)[2] == 0


def test_a_part_beside_a_whole_of_another_sheet_goes():
    found = sheets("DEN-13b", {"lines": [done("D10")]}, {"id": "C-2", "lines": [done("D8", arch="upper")]})

    assert approved(found["C-1"]) == [0]


@pytest.mark.parametrize(("date", "left"), [("1394-03-06", 0), ("1394-03-05", 44000)])
def test_the_same_part_of_an_arch_is_paid_once_a_year(date, left):
    assert approved(dentist("DEN-13b", done("D10"), claim=history(past(date, "D10")))) == [left]


def test_a_part_is_paid_once_on_a_line():
    assert approved(dentist("DEN-13b", done("D10", 2))) == [44000]


@pytest.mark.parametrize(("date", "effects"), [("1394-03-06", [Effect.REFER]), ("1394-03-05", []), ("1395-03-05", [])])
def test_a_whole_in_the_year_of_a_part_is_shown_unless_both_are_of_one_session(date, effects):
    result = dentist("DEN-13c", done("D8", arch="upper"), claim=history(past(date, "D10")))

    assert said(result, "DEN-13c") == effects


def test_a_row_of_another_age_asks_for_a_missing_birth_date():
    result = dentist("DEN-13d", done("D8", arch="upper"), claim={"patient": {"birth_date": None}})

    assert waiting(result, "DEN-13d") == {1: ("birth_date",)}


def test_an_arch_is_not_asked_of_a_whole_for_a_part_that_goes_anyway():
    rows = history(past("1394-12-01", "D8", arch="lower"))
    going = dentist("DEN-13b", done("D8"), done("D10"), claim=rows)
    standing = dentist("DEN-13b", done("D8"), done("D10"))

    assert waiting(going, "DEN-13b") == {}
    assert waiting(standing, "DEN-13b") == {1: ("arch",), 2: ()}


@pytest.mark.parametrize(("history", "left"), [([], 24000), ([{"date": "1394-12-01", "code": "D8"}], 0)])
def test_a_whole_of_the_session_and_one_of_the_year_cover_both_arches_for_a_part(history, left):
    result = dentist("DEN-13b", done("D8"), done("D20"), claim={"history": history})

    assert approved(result) == [152000, left]
