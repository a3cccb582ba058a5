"""How much is burnt: rows of a family, units by the surface, the two tables, at their boundaries."""

import pytest

from app.domain.findings import Mark
from tests.rules.claims import approved, asked, cited, marks
from tests.rules.inpatient_services.stays import bill, operation

ROWS = ("SUR-SKN-04a", "SUR-SKN-04c")
TWELVE_TODAY, TWELVE_YESTERDAY = "1383-03-05", "1383-03-04"
UNREAD = {"burn_regions": None, "burn_percent": None}


def burn(code, amount, *, born="1350-05-05", qty=1, area=None, **facts):
    line = operation(code, amount)
    line |= {"qty": qty, "facts": line["facts"] | ({"burn_area_cm2": area} if area is not None else {})}
    return bill(ROWS[0], line, facts=UNREAD | facts, patient={"birth_date": born})


@pytest.mark.parametrize(
    ("percent", "left"), [(9.9, 1_000_000), (10, 1_000_000), (10.1, 2_500_000), (30, 2_500_000), (30.1, 5_000_000)]
)
def test_a_row_begins_above_its_percent_and_holds_its_last(percent, left):
    assert approved(burn("SK12", 5_000_000, burn_percent=percent)) == [left]


def test_regions_are_the_ceiling_of_what_is_written_and_stand_alone_where_nothing_is():
    front = ["trunk_front"]

    assert approved(burn("SK12", 5_000_000, burn_regions=front, burn_percent=9)) == [1_000_000]
    assert approved(burn("SK12", 5_000_000, burn_regions=front, burn_percent=40)) == [2_500_000]
    assert approved(burn("SK12", 5_000_000, burn_regions=front)) == [2_500_000]


@pytest.mark.parametrize(
    ("code", "amount", "mark"),
    [
        ("SK10", 1_000_000, Mark.TICK),
        ("SK11", 2_500_000, Mark.QUERY),
        ("SK11", 1_000_001, Mark.QUERY),
        ("SK11", 1_000_000, Mark.TICK),
    ],
)
def test_a_percent_that_nobody_noted_is_asked_for_where_a_lower_row_would_pay_less(code, amount, mark):
    assert marks(burn(code, amount)) == [mark]


@pytest.mark.parametrize(("born", "left"), [(TWELVE_TODAY, 2_500_000), (TWELVE_YESTERDAY, 1_000_000)])
def test_the_twelfth_birthday_itself_is_a_childs(born, left):
    result = burn("SK11", 2_500_000, born=born, burn_regions=["head_neck"])

    assert approved(result) == [left]
    assert ("SUR-SKN-04c" in cited(result, 1)) == (born == TWELVE_YESTERDAY)


def test_the_clause_on_age_is_left_out_where_both_tables_pay_the_same():
    result = burn("SK12", 5_000_000, burn_regions=["trunk_back"])

    assert cited(result, 1) & set(ROWS) == {"SUR-SKN-04a"}


def test_an_unknown_birth_date_is_asked_for_where_the_tables_differ_alone():
    differing = burn("SK11", 2_500_000, born=None, burn_regions=["head_neck"])
    alike = burn("SK12", 5_000_000, born=None, burn_regions=["trunk_back"])

    assert (approved(differing), asked(differing, "SUR-SKN-04c")) == ([2_500_000], {"birth_date"})
    assert (approved(alike), asked(alike, "SUR-SKN-04c")) == ([2_500_000], set())


@pytest.mark.parametrize(("area", "units"), [(1_530, 9), (1_531, 10), (1_700, 10), (1_701, 11), (1_870, 11), (1, 1)])
def test_an_adults_percent_is_170_square_centimetres_a_begun_one_in_full(area, units):
    assert approved(burn("SK20", 3_600_000, qty=12, area=area)) == [units * 300_000]


@pytest.mark.parametrize(("percent", "units"), [(10, 1), (10.5, 2), (20, 2), (20.1, 3), (45, 3)])
def test_a_begun_ten_percent_is_a_unit(percent, units):
    assert approved(burn("SK21", 1_200_000, qty=3, burn_percent=percent)) == [units * 400_000]


def test_the_surface_goes_before_the_percent_in_an_adult_and_counts_for_nothing_in_a_child():
    known = {"area": 850, "burn_percent": 8}

    assert approved(burn("SK20", 3_000_000, qty=10, **known)) == [5 * 300_000]
    assert approved(burn("SK20", 3_000_000, qty=10, born="1390-01-01", **known)) == [8 * 300_000]


def test_a_childs_surface_alone_is_asked_for_as_a_percent_one_unit_never():
    several = burn("SK20", 3_000_000, qty=10, born="1390-01-01", area=850)
    single = burn("SK20", 300_000, born="1390-01-01", area=850)

    assert (approved(several), asked(several, "SUR-SKN-04b")) == ([3_000_000], {"burn_regions", "burn_percent"})
    assert marks(single) == [Mark.TICK]


def test_a_surface_without_a_birth_date_asks_for_that_first():
    result = burn("SK20", 3_000_000, qty=10, born=None, area=850)

    assert approved(result) == [3_000_000]
    assert asked(result, "SUR-SKN-04c") == {"birth_date"}
    assert asked(result, "SUR-SKN-04b") == set()


def test_units_that_an_adults_table_cut_cite_the_age_where_the_childs_keeps_others():
    result = burn("SK20", 6_000_000, qty=20, burn_regions=["head_neck"])

    assert approved(result) == [9 * 300_000]
    assert {"SUR-SKN-04b", "SUR-SKN-04c"} <= cited(result, 1)
