"""Claims, rules and services are found by their words, in any script and under any of their names."""

import pytest
from offices import add_claims, claim, line

from app.services.find import LIMIT, Finder


@pytest.fixture
def finder(desk):
    office, session = desk
    add_claims(office, session, claim("95-001", line(1, "T-CHEST", 60_000)), claim("95-002", line(1, "700245", 90_000)))
    return Finder(office)


def test_a_claim_is_found_by_its_number_and_its_patient(finder):
    assert [row.external_id for row in finder.find("95-002").claims] == ["95-002"]
    assert [row.external_id for row in finder.find("بيمار ازمايشي").claims] == ["95-001", "95-002"]


def test_the_rule_of_the_very_number_comes_first(finder):
    rules = finder.find("gen-15").rules

    assert rules[0].id == "GEN-15"
    assert all("GEN-15" in rule.id or "GEN-15" in rule.wording for rule in rules)


def test_a_rule_is_found_by_words_of_its_wording_in_any_order(finder):
    rules = finder.find("دولتی تعرفه بهای").rules

    assert "GEN-15" in [rule.id for rule in rules]


def test_a_service_is_found_by_code_in_any_digits_and_by_another_name(finder):
    assert finder.find("۷۰۰۲۴۵").services[0].code == "700245"
    assert "رادیوگرافی ساده شکم خوابیده" in finder.find("kub").names
    assert "700245" in [service.code for service in finder.find("kub").services]


def test_no_more_than_a_handful_of_each_kind(finder):
    assert len(finder.find("باید").rules) == LIMIT


@pytest.mark.parametrize("words", ["", "   ", "\u200c"])
def test_no_words_find_nothing(finder, words):
    assert finder.find(words).nothing


def test_words_that_stand_nowhere_find_nothing(finder):
    assert finder.find("زرشک‌پلو").nothing
