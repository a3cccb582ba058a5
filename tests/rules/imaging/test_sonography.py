"""Section ب at its boundaries: pelvis, pregnancy, abdomen, breast and neck, newborns, fibroscan, midwives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import JalaliDate
from app.domain.findings import Effect, Mark
from tests.rules.claims import cited, said
from tests.rules.imaging.scans import approved, claimed, marks, scan, waiting

REJECT, QUERY = [Effect.REJECT], [Effect.QUERY]


def sent(day):
    """Return the submission of the month of a day, delivered in good time."""
    month = JalaliDate.parse(day).jalali_month
    return {"submission": {"month": str(month), "delivered_on": str(month.plus(1).first_day)}}


def test_a_complete_pelvis_claimed_at_the_limited_price_asks_nothing():
    assert said(claimed("SON-01a", scan("701611", 16000)), "SON-01a") == []
    assert said(claimed("SON-01a", scan("701611", 16001)), "SON-01a") == QUERY


def test_quantity_counts_in_the_limited_price():
    assert approved(claimed("SON-01a", scan("701655", 48000, 2, pelvic_extent="limited"))) == [32000]


def limited(*facts, amount=16000):
    return claimed("SON-01c", *(scan("701630", amount, complete_pelvis_ordered=fact) for fact in facts))


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ((True, False), [16000, 8000]),
        ((None, True), [16000, 8000]),
        ((True, None, None), [16000, 8000, 0]),
        ((False, False), [16000, 16000]),
        ((True,), [16000]),
    ],
)
def test_one_complete_order_caps_all_limited_scans(facts, left):
    result = limited(*facts)

    assert approved(result) == left
    assert result.queries == ()


@pytest.mark.parametrize(("quantity", "left"), [(1.9, 30400), (2, 24000)])
def test_limited_scans_are_capped_from_two_units_on(quantity, left):
    scans = scan("701630", round(16000 * quantity), quantity, complete_pelvis_ordered=True)

    assert approved(claimed("SON-01c", scans)) == [left]


def test_only_the_lines_that_the_cap_would_cut_are_asked():
    assert waiting(limited(None, None, None), "SON-01c") == {
        2: ("complete_pelvis_ordered",),
        3: ("complete_pelvis_ordered",),
    }
    assert waiting(limited(None, None, amount=12000), "SON-01c") == {}


def test_an_order_unknown_on_an_uncut_line_is_named_on_the_cut_one():
    (query,) = limited(None, False).queries

    assert (query.line, query.facts) == (2, ())
    assert "ردیف ۱" in query.message


def test_the_mans_pelvis_stays_beside_a_pregnancy_scan():
    lines = scan("701655", 24000), scan("701715", 300000)

    assert approved(claimed("SON-02b", *lines)) == [24000, 300000]


def test_a_pregnancy_scan_goes_for_the_first_clause_that_bites():
    result = claimed("SON-03", scan("701715", 300000), scan("701736", 500000), scan("701725", 600000))

    assert cited(result, 1) & {"SON-03", "SON-04"} == {"SON-03"}
    assert approved(result) == [0, 500000, 600000]


PAIR = scan("701725", 600000), scan("701730", 300000)


@pytest.mark.parametrize(("weeks", "left"), [(13, [600000, 100000]), ("13.9", [600000, 100000]), (14, [600000, 0])])
def test_the_first_trimester_ends_with_week_fourteen(weeks, left):
    assert approved(claimed("SON-05a", *PAIR, claim={"facts": {"gestational_weeks": weeks}})) == left


def test_unknown_weeks_are_asked_only_where_the_two_outcomes_differ():
    cheap = claimed("SON-05b", scan("701725", 600000), scan("701730", 300000))
    dear = claimed("SON-05b", scan("701730", 300000), scan("701725", 300000))

    assert waiting(cheap, "SON-05b") == {2: ("gestational_weeks",)}
    assert waiting(dear, "SON-05b") == {1: ("gestational_weeks",)}
    assert marks(dear) == [Mark.QUERY, Mark.TICK]


def test_the_double_scan_takes_both_and_asks_for_no_weeks_of_them():
    result = claimed("SON-05c", scan("701731", 600000), *PAIR)

    assert approved(result) == [600000, 0, 0]
    assert [cited(result, no) for no in (2, 3)] == [{"SON-05c"}, {"SON-05c"}]
    assert result.queries == ()


@pytest.mark.parametrize(
    ("amount", "weeks", "left", "rules"),
    [
        (800000, 14, 600000, {"SON-05d"}),
        (800000, 13, 700000, {"GEN-15e"}),
        (800000, None, 700000, {"GEN-15e", "SON-05d"}),
        (600000, None, 600000, set()),
        (600001, None, 600001, {"SON-05d"}),
    ],
)
def test_the_double_scan_by_weeks(amount, weeks, left, rules):
    result = claimed("SON-05d", scan("701731", amount), claim={"facts": {"gestational_weeks": weeks}})

    assert (approved(result), cited(result, 1)) == ([left], rules)


def test_the_arithmetic_of_the_double_scan_is_that_of_the_price_paid():
    result = claimed("SON-05d", scan("701731", 700000), claim={"facts": {"gestational_weeks": 14}})

    assert [step.value for step in result.line(1).steps] == [None, 600000, 700000]


@pytest.mark.parametrize(("quantities", "left"), [((2,), [300000]), ((1, 1), [300000, 0]), ((1,), [300000])])
def test_one_nuchal_scan_a_request(quantities, left):
    assert approved(claimed("SON-06", *(scan("701730", 300000 * q, q) for q in quantities))) == left


def fetuses(count, *lines, rule="SON-07a", **over):
    return claimed(rule, *lines, claim={"facts": {"fetus_count": count}}, **over)


@pytest.mark.parametrize(
    ("count", "lines", "left"),
    [
        (2, [("701715", 2, 600000)], [450000]),
        (3, [("701715", 1, 300000), ("701715", 2, 600000)], [300000, 300000]),
        (2, [("701715", 3, 900000)], [450000]),
        (2, [("701715", 1, 300000), ("701735", 1, 150000), ("701715", 1, 300000)], [300000, 150000, 0]),
        (3, [("701715", 2, 600000), ("701735", 1, 150000)], [450000, 150000]),
        (None, [("701715", 3, 900000)], [600000]),
        (2, [("701715", 2, 400000)], [400000]),
        (1, [("701715", 1, 300000)], [300000]),
        (None, [("701715", 1, 300000), ("701715", 1, 300000)], [300000, 150000]),
    ],
)
def test_scans_of_several_fetuses(count, lines, left):
    assert approved(fetuses(count, *(scan(code, amount, qty) for code, qty, amount in lines))) == left


def test_fetuses_are_asked_where_an_amount_hangs_on_them():
    two = scan("701715", 300000), scan("701715", 300000)

    assert waiting(fetuses(None, *two), "SON-07a") == {2: ("fetus_count",)}
    assert waiting(fetuses(None, scan("701715", 300000, 2)), "SON-07a") == {}
    assert waiting(fetuses(None, scan("701735", 150000), rule="SON-07b"), "SON-07b") == {1: ("fetus_count",)}


@pytest.mark.parametrize(("count", "left"), [(0, [0]), (1, [0]), (2, [150000]), (3, [300000]), (4, [300000])])
def test_further_fetuses(count, left):
    assert approved(fetuses(count, scan("701735", 300000, 2), rule="SON-07b")) == left


@given(st.integers(1, 5), st.lists(st.integers(1, 3), min_size=1, max_size=3))
def test_several_fetuses_are_never_paid_above_their_number(count, quantities):
    result = fetuses(count, *(scan("701715", 300000 * q, q) for q in quantities))
    units = sum(quantities)

    further = min(count, units) - 1
    assert sum(approved(result)) == 300000 + 150000 * further


@pytest.mark.parametrize(
    ("born", "served", "effect"),
    [
        ("1395-02-07", "1395-03-07", []),
        ("1395-02-06", "1395-03-07", REJECT),
        ("1395-06-31", "1395-07-30", []),
        ("1395-06-31", "1395-08-01", REJECT),
        (None, "1395-03-07", QUERY),
    ],
)
def test_a_newborn_on_the_mothers_booklet(born, served, effect):
    over = {"patient": {"birth_date": born}, "service_date": served, "facts": {"mother_booklet": True}}
    result = claimed("SON-10a", scan("T-NEOBRAIN", 180000), claim=over | {"prescription_date": served}, **sent(served))

    assert said(result, "SON-10a") == effect


@pytest.mark.parametrize("booklet", [False, None])
def test_a_newborn_on_its_own_booklet_is_asked_nothing(booklet):
    over = {"patient": {"birth_date": None}, "facts": {"mother_booklet": booklet}}

    assert said(claimed("SON-10a", scan("T-NEOBRAIN", 180000), claim=over), "SON-10a") == []


ALL_FIVE = ["liver", "gallbladder", "spleen", "kidneys", "pancreas"]


@pytest.mark.parametrize(
    ("organs", "amount", "qty", "left"),
    [
        (["liver", "liver"], 400000, 1, 150000),
        (ALL_FIVE, 400000, 1, 400000),
        ([*ALL_FIVE[:4]], 400000, 1, 400000),
        (["liver", "whole_abdomen"], 400000, 1, 400000),
        (["spleen"], 800000, 2, 200000),
        (["spleen"], 90000, 1, 90000),
    ],
)
def test_an_abdomen_is_worth_the_organs_ordered(organs, amount, qty, left):
    assert approved(claimed("SON-11a", scan("701555", amount, qty, organs_ordered=organs))) == [left]


@pytest.mark.parametrize(("amount", "effect"), [(100000, []), (100001, QUERY)])
@pytest.mark.parametrize("organs", [None, []])
def test_an_unknown_order_is_asked_above_the_cheapest_organ(organs, amount, effect):
    assert said(claimed("SON-11a", scan("701555", amount, organs_ordered=organs)), "SON-11a") == effect


def organs(*codes, extra=()):
    fees = {"T-LIVER": 150000, "T-GB": 120000, "T-SPLEEN": 100000, "T-KIDNEYS": 150000, "T-PANCREAS": 130000}
    return claimed("SON-11d", *(scan(code, fees[code]) for code in codes), *extra)


def test_organs_are_capped_at_the_abdomen_from_the_last_line():
    four = organs("T-LIVER", "T-KIDNEYS", "T-GB", "T-SPLEEN")
    five = organs("T-LIVER", "T-KIDNEYS", "T-GB", "T-SPLEEN", "T-PANCREAS")

    assert (approved(four), cited(four, 4)) == ([150000, 150000, 100000, 0], {"SON-11d"})
    assert (approved(five), cited(five, 5)) == ([150000, 150000, 100000, 0, 0], {"SON-11c"})
    assert cited(four, 3) == {"SON-11d"}


def test_organs_exactly_at_the_abdomen_and_other_scans_beside_them_stand():
    result = organs("T-LIVER", "T-KIDNEYS", "T-SPLEEN", extra=[scan("701580", 200000), scan("701630", 16000)])

    assert approved(result) == [150000, 150000, 100000, 200000, 16000]


@pytest.mark.parametrize(("site", "effect"), [("breast_axilla", REJECT), ("neck", []), ("other", []), (None, QUERY)])
@pytest.mark.parametrize("breast", ["701540", "701545"])
def test_soft_tissue_beside_a_breast(breast, site, effect):
    lines = scan(breast, 200000), scan("T-SOFT", 110000, soft_tissue_site=site)

    assert said(claimed("SON-13b", *lines), "SON-13b") == effect


@pytest.mark.parametrize(("site", "effect"), [("breast_axilla", []), ("neck", REJECT), ("other", []), (None, QUERY)])
def test_soft_tissue_beside_a_thyroid(site, effect):
    lines = scan("701520", 200000), scan("T-SOFT", 110000, soft_tissue_site=site)

    assert said(claimed("SON-14b", *lines), "SON-14b") == effect
    assert said(claimed("SON-14b", lines[1]), "SON-14b") == []


def test_the_doppler_of_the_neck_stays_beside_the_thyroid():
    assert approved(claimed("SON-14a", scan("701520", 200000), scan("701740", 350000))) == [200000, 350000]


@pytest.mark.parametrize(
    ("quantities", "left"), [((2,), [320000]), ((1, 1), [200000, 120000]), ((1.9,), [380000]), ((1,), [200000])]
)
def test_two_breasts_by_units(quantities, left):
    assert approved(claimed("SON-13c", *(scan("701540", round(200000 * q), q) for q in quantities))) == left


@pytest.mark.parametrize(
    ("prescriber", "effect"),
    [
        ({"qualification": "fellowship", "specialty": "hepatology"}, []),
        ({"qualification": "subspecialist", "specialty": "gastroenterology"}, []),
        ({"qualification": "specialist", "specialty": "gastroenterology"}, REJECT),
        ({"qualification": "resident", "specialty": "gastroenterology"}, REJECT),
        ({"qualification": "subspecialist", "specialty": "rheumatology"}, REJECT),
        ({"qualification": "subspecialist", "specialty": None}, QUERY),
        ({"qualification": None, "specialty": "cardiology"}, REJECT),
    ],
)
def test_who_orders_fibroscan(prescriber, effect):
    assert said(claimed("SON-15a", scan("401735", 600000), claim={"prescriber": prescriber}), "SON-15a") == effect


@pytest.mark.parametrize(("day", "effect"), [("1395-06-31", REJECT), ("1395-07-01", [])])
def test_fibroscan_by_its_row_of_the_day(day, effect):
    over = {"service_date": day, "prescription_date": day}

    assert said(claimed("SON-15b", scan("401740", 900000), claim=over, **sent(day)), "SON-15b") == effect


@pytest.mark.parametrize(
    ("qualification", "code", "effect"),
    [
        ("midwife", "701715", REJECT),
        ("midwife", "T-MIDWIFE", []),
        ("gp", "701715", []),
        (None, "701715", QUERY),
        (None, "T-MIDWIFE", []),
    ],
)
def test_scans_that_a_midwife_orders(qualification, code, effect):
    over = {"prescriber": {"qualification": qualification}}

    assert said(claimed("SON-17", scan(code, 130000), claim=over), "SON-17") == effect


def test_a_midwifes_other_lines_are_no_imaging():
    supply = scan("T-CONTRAST", 500000, over={"section": "supply"})

    result = claimed("SON-17", scan("701715", 300000), supply, claim={"prescriber": {"qualification": "midwife"}})
    assert approved(result) == [0, 500000]


def unpriced(code, **row):
    """Return a row of a later pack that takes the price away from a code."""
    return {"code": code, "group": "sonography"} | row


def test_a_price_that_no_pack_holds_is_missing_where_a_rule_pays_by_it():
    lost = unpriced("X-LOST", group="radiography", attributes={"priced_as": "X-NONE", "digital": True})
    spleen = unpriced("T-SPLEEN", group="abdominal_organ_sonography", attributes={"organ": "spleen"})
    missing = {
        ("RAD-08", 1, "X-NONE"): claimed("RAD-08", scan("X-LOST", 90000), services=[lost]),
        ("SON-11a", 1, ""): claimed("SON-11a", scan("701555", 400000, organs_ordered=["spleen"]), services=[spleen]),
        ("SON-13c", 1, "701545"): claimed("SON-13c", scan("701540", 400000, 2), services=[unpriced("701545")]),
        ("SON-07a", 1, "701735"): fetuses(2, scan("701715", 600000, 2), services=[unpriced("701735")]),
    }

    for (rule, line, code), result in missing.items():
        (query,) = result.queries
        assert (query.rule, query.line, query.facts) == (rule, line, ())
        assert code in (query.needs or "")


def test_an_order_is_asked_where_its_price_is_missing():
    pelvis = unpriced("701611", group="pelvic_sonography", attributes={"pelvic": "complete"})
    lines = [scan("701630", 16000, complete_pelvis_ordered=fact) for fact in (False, None)]

    assert waiting(claimed("SON-01c", *lines, services=[pelvis]), "SON-01c") == {2: ("complete_pelvis_ordered",)}


def test_two_clauses_on_one_price_cite_the_first():
    digital_kub = {"code": "X-KUB", "group": "radiography", "attributes": {"priced_as": "700245", "digital": True}}
    result = claimed("RAD-08", scan("X-KUB", 100000), services=[digital_kub])

    assert (approved(result), cited(result, 1)) == ([80000], {"RAD-05"})
