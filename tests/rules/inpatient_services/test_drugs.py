"""Article 13: drugs, supplies and prostheses."""

import pytest

from app.domain.findings import Effect, Mark
from tests.rules.claims import approved, asked, cited, marks, said
from tests.rules.inpatient_services.stays import bill, item, operation, row


@pytest.mark.parametrize(("documented", "left"), [(0, 0), (2.5, 125_000), (10, 500_000), (11, 500_000)])
def test_documented_units_are_kept(documented, left):
    assert approved(bill("DRG-01b", row("drug", "DR01", 500_000, 10, documented_qty=documented))) == [left]


def test_a_prosthesis_is_kept_whatever_was_documented():
    line = row("prosthesis", "PR01", 5_000_000, prosthesis_documented=True, documented_qty=0)

    assert approved(bill("DRG-01b", line)) == [5_000_000]


@pytest.mark.parametrize("section", ["drug", "supply", "prosthesis"])
def test_what_was_not_ordered_goes(section):
    line = row(section, None, 100_000, over={"title": "قلم آزمایشی"}, ordered_by_physician=False)

    assert "DRG-01a" in cited(bill("DRG-01a", line), 1)


@pytest.mark.parametrize(("rule", "section"), [("DRG-03", "supply"), ("DRG-05c", "prosthesis")])
@pytest.mark.parametrize(("claimed", "left"), [(160_000, 160_000), (160_001, 160_000)])
def test_an_item_without_a_code_has_the_rate_that_was_read(rule, section, claimed, left):
    line = row(section, None, claimed, 2, over={"title": "کاتتر"}, approved_unit_price=80_000)
    result = bill(rule, line)

    assert approved(result) == [left]
    assert (rule in cited(result, 1)) is (left < claimed)


def test_the_fee_of_the_pack_goes_before_the_rate_that_was_read():
    line = row("supply", "SP02", 300_000, approved_unit_price=100_000)

    assert approved(bill("DRG-03", line)) == [200_000]


@pytest.mark.parametrize("ward", ["icu", "nicu", "picu", "bicu", "ccu"])
def test_chest_leads_of_special_care_go(ward):
    assert approved(bill("DRG-04", row("supply", "SP03", 30_000, ward=ward))) == [0]


def test_post_ccu_keeps_its_chest_leads_and_an_unread_ward_asks():
    assert approved(bill("DRG-04", item("چست‌ لید", ward="post_ccu"))) == [100_000]
    assert asked(bill("DRG-04", item("الکترود ECG")), "DRG-04") == {"ward"}


PLATE = row("prosthesis", "PR01", 5_000_000, prosthesis_documented=True)


def refused(code, amount):
    return row("surgery", code, amount, operation_times_confirmed=True, complication_of_operation=True)


def test_a_prosthesis_without_any_operation_in_the_bill_stands():
    assert marks(bill("DRG-05b", PLATE)) == [Mark.TICK]


def test_one_operation_that_stands_keeps_the_prosthesis():
    assert approved(bill("DRG-05b", operation("OR03", 6_000_000), PLATE))[1] == 5_000_000


def test_a_prosthesis_from_outside_is_refused_and_referred():
    result = bill("DRG-05d", row("prosthesis", "PR01", 5_000_000, prosthesis_documented=True, bought_outside=True))

    assert said(result, "DRG-05d") == [Effect.REJECT]
    assert said(result, "DRG-00a") == [Effect.REFER]
    assert said(bill("DRG-00a", row("drug", "DR01", 50_000, bought_outside=True)), "DRG-05d") == []
