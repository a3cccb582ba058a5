"""Items 7 and 8 at their boundaries: the sheets of the booklet."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import asked, assess, general, said

SHEET_RULES = {"GEN-08h", "GEN-08i", "GEN-08k", "GEN-08l", "GEN-08m", "GEN-08n", "GEN-08o"}
SERVICE = {"code": "G401", "amount": 80000}
VISIT = {"section": "visit", "amount": 150000}


def sheets(rule, base, sent, *lines, submission=None, **facts):
    claim = {"facts": {"sheets": sent} | facts, "lines": list(lines)}
    return assess(rule, base, submission=submission, claim=claim)


def sheet_rules(result):
    return general(result) & SHEET_RULES


@pytest.mark.parametrize(
    ("sent", "rules"),
    [
        (["second"], {"GEN-08n": []}),
        (["first"], {"GEN-08n": [Effect.REJECT]}),
        (["copy"], {"GEN-08h": [Effect.REJECT]}),
        ([], {"GEN-08n": [Effect.REJECT]}),
    ],
)
def test_a_physicians_claim_of_visits_goes_with_the_second_sheet(sent, rules):
    result = sheets("GEN-08n", "physician_service", sent, VISIT)

    assert {rule: said(result, rule) for rule in rules} == rules
    assert said(result, "GEN-08o") == []


def test_one_service_beside_visits_needs_both_sheets():
    result = sheets("GEN-08o", "physician_service", ["second"], VISIT, SERVICE)

    assert sheet_rules(result) == {"GEN-08o"}


@pytest.mark.parametrize("base", ["visit", "physician_service"])
def test_a_pharmacy_sends_the_first_sheet_whatever_the_kind(base):
    line = {"section": "drug", "code": "G501", "amount": 200000}
    result = sheets("GEN-08m", base, ["second"], line, submission={"provider": {"kind": "pharmacy"}})

    assert sheet_rules(result) == {"GEN-08m"}


def test_two_substitutes_are_both_cited():
    result = sheets("GEN-08h", "laboratory", ["copy", "carbon", "third", "blank"], {"code": "G304", "amount": 50000})

    assert sheet_rules(result) == {"GEN-08h", "GEN-08i", "GEN-08k", "GEN-08l"}


@pytest.mark.parametrize(("referred", "effect"), [(True, []), (False, [Effect.REJECT]), (None, [Effect.REJECT])])
def test_only_a_known_referral_spares_the_second_sheet_where_a_copy_lies_in_its_place(referred, effect):
    result = sheets("GEN-08h", "physician_service", ["first", "copy"], SERVICE, referred_by_other=referred)

    assert said(result, "GEN-08h") == effect


def test_the_referral_is_asked_for_where_only_the_first_sheet_was_sent():
    result = sheets("GEN-08o", "physician_service", ["first"], SERVICE)

    assert asked(result, "GEN-08o") == {"referred_by_other"}


def test_the_form_is_asked_for_where_it_decides():
    wrong = sheets("GEN-08m", "laboratory", ["second"], {"code": "G304", "amount": 50000}, prescription_form=None)
    right = sheets("GEN-08m", "laboratory", ["first"], {"code": "G304", "amount": 50000}, prescription_form=None)

    assert asked(wrong, "GEN-08m") == {"prescription_form"}
    assert sheet_rules(right) == set()


def test_neither_form_nor_sheets_known_asks_for_both():
    result = sheets("GEN-08m", "laboratory", None, {"code": "G304", "amount": 50000}, prescription_form=None)

    assert asked(result, "GEN-08m") == {"prescription_form", "sheets"}


@pytest.mark.parametrize("form", ["electronic", "letterhead"])
def test_other_forms_have_no_sheets(form):
    result = sheets("GEN-08m", "laboratory", ["copy"], {"code": "G304", "amount": 50000}, prescription_form=form)

    assert sheet_rules(result) == set()


def test_a_reimbursement_needs_no_sheets():
    claim = {"pathway": "reimbursement", "facts": {"sheets": ["copy"]}, "lines": [{"code": "G304", "amount": 50000}]}

    assert sheet_rules(assess("GEN-08m", "laboratory", claim=claim)) == set()
