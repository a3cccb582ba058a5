"""Sessions over several sheets: extractions, examinations, films, sealant beside restoration."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import approved, asked, cited, said, waiting
from tests.rules.dental.chair import CHILD, dentist, done, sheets

ERUPTED = {"tooth_erupted_on": "1393-06-01"}
NEXT_DAY = {"date": "1395-03-06"}


def film(*regions, code="D3", qty=1, **over):
    return done(code, qty, over or None, film_regions=list(regions))


def test_a_tooth_of_a_later_sheet_that_stands_further_back_takes_the_place_of_a_front_one():
    first = {"lines": [done("D31"), done("D33"), done("D35")]}
    found = sheets("DEN-02", first, {"id": "C-2", "lines": [done("D36")]})

    assert approved(found["C-1"]) == [0, 90000, 90000]
    assert approved(found["C-2"]) == [110000]


def test_an_extraction_of_the_next_day_counts_for_itself():
    lines = done("D36"), done("D35"), done("D33"), done("D31", over=NEXT_DAY)

    assert "DEN-02" not in cited(dentist("DEN-02", *lines), 4)


def test_an_extraction_that_the_cover_refused_takes_no_place():
    gone = done("D36", over={"performer": {"id": "9", "qualification": "dental_auxiliary"}}, auxiliary_permitted=False)

    assert approved(dentist("DEN-02", gone, done("D35"), done("D33"), done("D31"))) == [0, 90000, 90000, 82000]


@pytest.mark.parametrize(
    ("other", "left"), [("D6", 100000), ("D24", 100000), ("D5", 100000), ("D21", 0), ("D8", 0), ("D36", 0)]
)
def test_an_examination_stands_beside_education_varnish_and_films_only(other, left):
    assert approved(dentist("DEN-08", done("D1"), done(other, arch="upper")))[0] == left


def test_an_examination_falls_for_a_service_that_a_limit_takes_later():
    history = {"history": [{"date": "1394-09-01", "code": "D21"}]}

    assert approved(dentist("DEN-08", done("D1"), done("D21"), claim=CHILD | history)) == [0, 0]


def test_a_visit_of_a_dental_claim_is_an_examination():
    visit = {"section": "visit", "amount": 100000}

    assert cited(dentist("DEN-08", visit, done("D36")), 1) == {"DEN-08"}


def test_a_sealant_falls_for_a_restoration_of_another_sheet():
    sealed = CHILD | {"lines": [done("D25", **ERUPTED)]}
    found = sheets("DEN-12", sealed, CHILD | {"id": "C-2", "lines": [done("D81")]})

    assert approved(found["C-1"]) == [0]
    assert approved(found["C-2"]) == [142000]


@pytest.mark.parametrize(("regions", "left"), [(["UR6", " "], 40000), (["UR6", "LL6"], 80000), (["", " "], 0)])
def test_only_films_with_a_region_are_marked(regions, left):
    result = dentist("DEN-03a", film(*regions, qty=2))

    assert approved(result) == [left]


def test_regions_are_compared_whatever_their_spelling():
    result = dentist("DEN-03d", film("ur6"), film(" UR۶ "))

    assert approved(result) == [40000, 0]


def test_the_same_region_twice_on_one_line_is_one_film():
    assert approved(dentist("DEN-03d", film("UR6", "UR6", "LL6", qty=3))) == [80000]


def test_a_film_beside_a_series_goes_unasked_but_a_bitewing_stays():
    result = dentist("DEN-03d", done("D5"), done("D3"), film("UR6", code="D902"))

    assert approved(result) == [400000, 0, 40000]
    assert asked(result, "DEN-03a") == set()


def test_a_series_on_another_sheet_repeats_the_films_of_this_one():
    found = sheets("DEN-03d", {"lines": [film("UR6")]}, {"id": "C-2", "lines": [done("D4")]})

    assert approved(found["C-1"]) == [0]
    assert approved(found["C-2"]) == [300000]


@pytest.mark.parametrize(("codes", "left"), [(("D4", "D5"), [0, 400000]), (("D5", "D5"), [400000, 0])])
def test_of_two_series_the_larger_stays_of_equal_ones_the_first(codes, left):
    assert approved(dentist("DEN-03d", *(done(code) for code in codes))) == left


def test_repeated_and_unmarked_films_of_an_earlier_sheet_leave_room():
    first = {"lines": [film("UR6", "UR6", qty=3)]}
    second = {"id": "C-2", "lines": [film("UL1", "UL2", "UL3", qty=3)]}

    assert approved(sheets("DEN-03b", first, second)["C-2"]) == [80000]


def test_films_of_an_unknown_region_count_as_films():
    result = dentist("DEN-03b", done("D3", 4))

    assert approved(result) == [120000]
    assert waiting(result, "DEN-03a") == {1: ("film_regions",)}


def test_the_second_sheet_is_noted_the_first_is_not():
    found = sheets("DEN-01", {"lines": [done("D36")]}, {"id": "C-2", "lines": [done("D35")]})

    assert said(found["C-1"], "DEN-01") == []
    assert said(found["C-2"], "DEN-01") == [Effect.NOTE]
