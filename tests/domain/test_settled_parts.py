"""The parts of a deduction add up to the rial, whatever people said; all figures are made up for tests."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from test_settlement import RESULTS, decision, result_of

from app.domain.assessment import ClaimResult
from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.findings import Effect, Finding
from app.domain.office import DecisionKind
from app.domain.settled_parts import deduction_parts
from app.domain.settlement import Settlement, settle

ENGINE, PERSON, WAIVED = Taker.ENGINE, Taker.PERSON, Taker.WAIVED


def taken(settlement: Settlement) -> int:
    return sum(part.amount for part in deduction_parts(settlement) if part.taker is not WAIVED)


@settings(max_examples=80)
@given(result=RESULTS, data=st.data())
def test_the_parts_are_the_deduction_whatever_people_said(result: ClaimResult, data: st.DataObject) -> None:
    words = []
    for line in result.lines:
        kind = data.draw(st.sampled_from([None, DecisionKind.SET_AMOUNT, DecisionKind.ADD_DEDUCTION]))
        if kind is not None:
            amount = data.draw(st.integers(0, line.claimed))
            words.append(decision(result, kind, line.no, amount=amount, rule="GEN-14"))
    settlement = settle(result, result, words, {})
    assert taken(settlement) == settlement.totals.deducted


def test_what_the_engine_takes_stands_under_its_rule() -> None:
    result = result_of([(100, 60), (50, 50)])
    assert deduction_parts(settle(result, result, [], {})) == (DeductionPart(1, "GEN-15e", 40, ENGINE),)


def test_a_persons_amount_stands_in_place_of_the_rule_that_is_set_aside() -> None:
    result = result_of([(100, 60)])
    settlement = settle(result, result, [decision(result, DecisionKind.SET_AMOUNT, amount=90)], {})
    assert deduction_parts(settlement) == (
        DeductionPart(1, "GEN-15e", 40, WAIVED),
        DeductionPart(1, None, 10, PERSON),
    )


def test_a_person_who_sets_the_engines_own_amount_agrees_with_the_rule() -> None:
    result = result_of([(100, 60)])
    settlement = settle(result, result, [decision(result, DecisionKind.SET_AMOUNT, amount=60)], {})
    assert deduction_parts(settlement) == (DeductionPart(1, "GEN-15e", 40, ENGINE),)


def test_a_deduction_by_a_rule_is_the_persons_beside_the_engines() -> None:
    result = result_of([(100, 60)])
    word = decision(result, DecisionKind.ADD_DEDUCTION, amount=25, rule="GEN-14")
    assert deduction_parts(settle(result, result, [word], {})) == (
        DeductionPart(1, "GEN-15e", 40, ENGINE),
        DeductionPart(1, "GEN-14", 35, PERSON),
    )


def test_a_waived_finding_is_told_and_takes_nothing() -> None:
    result, revised = result_of([(100, 60)]), result_of([(100, 100)])
    settlement = settle(result, revised, [decision(result, DecisionKind.WAIVE, rule="GEN-15e")], {})
    assert deduction_parts(settlement) == (DeductionPart(1, "GEN-15e", 40, WAIVED),)
    assert taken(settlement) == settlement.totals.deducted == 0


def test_a_ground_on_the_whole_claim_takes_all_that_its_lines_leave() -> None:
    ground = Finding("GEN-02a", "بند آزمایشی", Effect.REJECT, "جمله آزمایشی.", None, 150, 0)
    result = replace(result_of([(100, 0), (50, 0)]), findings=(ground,))
    assert deduction_parts(settle(result, result, [], {})) == (DeductionPart(None, "GEN-02a", 150, ENGINE),)
    settlement = settle(result, result, [decision(result, DecisionKind.SET_AMOUNT, amount=70)], {})
    assert deduction_parts(settlement) == (
        DeductionPart(1, None, 30, PERSON),
        DeductionPart(None, "GEN-02a", 50, ENGINE),
    )
