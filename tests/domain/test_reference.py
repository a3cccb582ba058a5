"""Reference data are looked up by service day; every figure here is a test figure."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import JalaliDate
from app.domain.reference import Coefficient, Fee, Reference, ReferencePack, Service, Share

DAYS = st.integers(JalaliDate(1394, 1, 1).ordinal, JalaliDate(1396, 12, 29).ordinal).map(JalaliDate.from_ordinal)
START = JalaliDate(1395, 1, 1)


def pack(name: str = "آزمایشی", *, official: bool = False, **rows: object) -> ReferencePack:
    return ReferencePack(name, START, official=official, **rows)  # type: ignore[arg-type]


def service(code: str, start: JalaliDate = START, **fields: object) -> Service:
    return Service(code, "خدمت آزمایشی", "imaging", start, **fields)  # type: ignore[arg-type]


def coefficient(rial: int, start: JalaliDate = START, **fields: str) -> Coefficient:
    return Coefficient("professional", "public", rial, start, **fields)


@given(starts=st.lists(DAYS, min_size=1, max_size=6, unique=True), day=DAYS)
def test_the_row_in_force_has_the_latest_start_that_is_not_later(starts: list[JalaliDate], day: JalaliDate) -> None:
    fees = tuple(Fee("visit", number, start) for number, start in enumerate(starts))
    begun = [fee for fee in fees if fee.start <= day]

    found = Reference([pack(fees=fees)]).fee("visit", day)

    assert found == (max(begun, key=lambda fee: fee.start) if begun else None)


@given(
    rows=st.lists(st.tuples(st.sampled_from([START, START.plus_months(1)]), st.integers(1, 9)), min_size=1, max_size=6)
)
def test_of_equal_starts_the_later_pack_wins(rows: list[tuple[JalaliDate, int]]) -> None:
    packs = [pack(f"بسته {number}", fees=(Fee("visit", rial, start),)) for number, (start, rial) in enumerate(rows)]
    latest = max(start for start, _ in rows)

    found = Reference(packs).fee("visit", START.plus_months(2))

    assert found is not None
    assert found.rial == [rial for start, rial in rows if start == latest][-1]


def test_a_later_pack_adds_to_an_earlier_one() -> None:
    reference = Reference([pack(services=(service("A"),)), pack(services=(service("B"),))])

    assert {row.code for row in reference.search_services()} == {"A", "B"}


def test_a_row_ends_with_its_last_day() -> None:
    end = START.plus_days(9)
    reference = Reference([pack(services=(service("A", end=end),))])

    assert reference.service("A", end) is not None
    assert reference.service("A", end.plus_days(1)) is None
    assert reference.service("A", START.plus_days(-1)) is None
    assert reference.service("B", START) is None


def test_a_row_that_has_ended_does_not_bring_back_the_one_before() -> None:
    rows = (service("A", title_of := START), service("A", title_of.plus_days(10), end=START.plus_days(20)))
    reference = Reference([pack(services=rows)])

    assert reference.service("A", START.plus_days(5)) == rows[0]
    assert reference.service("A", START.plus_days(15)) == rows[1]
    assert reference.service("A", START.plus_days(21)) is None


def test_groups_and_families_follow_the_day() -> None:
    later = START.plus_months(6)
    rows = (
        service("B", group="mri", attributes={"title_family": "knee"}),
        service("A", group="mri"),
        service("A", later, group="ct", attributes={"title_family": "knee"}),
    )
    reference = Reference([pack(services=rows)])

    assert [row.code for row in reference.services_of_group("mri", START)] == ["A", "B"]
    assert [row.code for row in reference.services_of_group("mri", later)] == ["B"]
    assert [row.code for row in reference.services_of_family("knee", START)] == ["B"]
    assert [row.code for row in reference.services_of_family("knee", later)] == ["A", "B"]


def test_the_narrowest_coefficient_wins_even_over_a_later_wide_one() -> None:
    rows = (
        coefficient(1),
        coefficient(2, care="inpatient"),
        coefficient(3, care="inpatient", code_from="700000", code_to="799999"),
        coefficient(9, START.plus_months(1)),
    )
    reference = Reference([pack(coefficients=rows)])

    def rial(code: str, care: str) -> int:
        found = reference.coefficient("professional", START.plus_months(2), code=code, care=care)
        assert found is not None
        return found.rial

    assert rial("700001", "inpatient") == 3
    assert rial("600001", "inpatient") == 2
    assert rial("700001", "outpatient") == 9


def test_a_code_range_holds_from_its_first_to_its_last_code() -> None:
    row = coefficient(1, code_from="700000", code_to="709999")

    assert [row.covers(code, "inpatient") for code in ("699999", "700000", "709999", "710000")] == [
        False,
        True,
        True,
        False,
    ]
    assert coefficient(1, code_from="700000").covers("999999", "inpatient")


def test_coefficients_of_another_component_or_sector_do_not_answer() -> None:
    reference = Reference([pack(coefficients=(coefficient(1),))])

    assert reference.coefficient("technical", START, code="1", care="inpatient") is None
    assert reference.coefficient("professional", START, code="1", care="inpatient", sector="private") is None


def test_shares_answer_for_their_own_condition() -> None:
    shares = (Share("outpatient", Decimal(30), START), Share("outpatient", Decimal(0), START, condition="hemophilia"))
    reference = Reference([pack(shares=shares)])

    assert reference.share("outpatient", START) == shares[0]
    assert reference.share("outpatient", START, "hemophilia") == shares[1]
    assert reference.share("outpatient", START, "ms") is None


def test_packs_without_official_figures_are_named() -> None:
    assert Reference([pack("رسمی", official=True), pack("آزمایشی")]).unofficial == ("آزمایشی",)
