"""Items 8 and 22 at their boundaries: periods in which the centre may not work for the insurer."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import assess, general, said

TEST = {"code": "G304", "amount": 50000}


def on_day(rule, day, *, facts=None, provider=None, **claim):
    submission = {"facts": facts or {}, "provider": provider or {}}
    return assess(rule, "laboratory", submission=submission, claim={"service_date": day, "lines": [TEST]} | claim)


@pytest.mark.parametrize(
    ("rule", "name", "days"),
    [
        ("GEN-08c", "suspended", {"1395-03-04": False, "1395-03-05": True, "1395-03-09": True, "1395-03-10": False}),
        ("GEN-22a", "closed", {"1395-03-04": False, "1395-03-05": True, "1395-03-09": True, "1395-03-10": False}),
        (
            "GEN-22b",
            "address_unreported",
            {"1395-03-04": False, "1395-03-05": True, "1395-03-08": True, "1395-03-09": False},
        ),
        (
            "GEN-22c",
            "officer_unreported",
            {"1395-03-04": False, "1395-03-05": True, "1395-03-08": True, "1395-03-09": False},
        ),
    ],
)
def test_a_period_holds_from_its_first_day(rule, name, days):
    facts = {f"{name}_from": "1395-03-05", f"{name}_to": "1395-03-09"}
    results = {day: on_day(rule, day, facts=facts) for day in days}

    assert {day: said(result, rule) == [Effect.REJECT] for day, result in results.items()} == days
    assert {day: said(result, "GEN-22") == [Effect.REFER] for day, result in results.items()} == days


@pytest.mark.parametrize("name", ["suspended", "closed", "address_unreported", "officer_unreported"])
def test_an_end_without_a_beginning_is_nothing(name):
    assert general(on_day("GEN-22", "1395-03-07", facts={f"{name}_to": "1395-03-09"})) == set()


@pytest.mark.parametrize("fact", ["officer_licence_to", "establishment_licence_to"])
@pytest.mark.parametrize(("day", "effect"), [("1395-03-06", []), ("1395-03-07", [Effect.REJECT])])
def test_either_licence_alone_ends_the_work(fact, day, effect):
    result = on_day("GEN-22e", day, facts={fact: "1395-03-06"})

    assert said(result, "GEN-22e") == effect


def test_the_reference_to_the_supervision_office_stands_once():
    facts = {"closed_from": "1395-03-01", "suspended_from": "1395-03-01", "officer_licence_to": "1395-03-01"}
    result = on_day("GEN-22", "1395-03-07", facts=facts, provider={"contract_to": "1395-03-01"})

    assert general(result) == {"GEN-08c", "GEN-22", "GEN-22a", "GEN-22e", "GEN-22f"}
    assert said(result, "GEN-22") == [Effect.REFER]


def test_a_centre_without_any_contract_is_not_referred():
    result = on_day("GEN-08b", "1395-03-07", provider={"contracted": False})

    assert general(result) == {"GEN-08b"}


def test_a_reimbursement_is_judged_by_none_of_these():
    facts = {
        f"{name}_from": "1395-03-01" for name in ("suspended", "closed", "address_unreported", "officer_unreported")
    }
    facts |= {"officer_licence_to": "1395-03-01", "establishment_licence_to": "1395-03-01"}
    provider = {"contract_from": "1395-04-01", "contract_to": "1395-02-01", "contracted": False}

    assert general(on_day("GEN-22", "1395-03-07", facts=facts, provider=provider, pathway="reimbursement")) == set()


def test_the_first_line_date_is_the_service_day_where_none_is_given():
    claim = {"service_date": None, "lines": [TEST | {"date": "1395-03-12"}, TEST | {"date": "1395-03-09"}]}
    result = assess("GEN-08a", "laboratory", submission={"provider": {"contract_from": "1395-03-10"}}, claim=claim)

    assert said(result, "GEN-08a") == [Effect.REJECT]


def test_a_waived_ground_takes_its_reference_with_it():
    submission = {"facts": {"closed_from": "1395-03-01"}}
    waived = frozenset({("GEN-22a", None)})

    assert (
        general(assess("GEN-22a", "laboratory", submission=submission, claim={"lines": [TEST]}, waived=waived)) == set()
    )
