"""Decisions are laid over the engine's result without changing it, and no rial is lost on the way; test figures."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.assessment import ClaimResult, LineResult, Totals
from app.domain.findings import Effect, Finding, Mark, Verdict
from app.domain.line_words import in_force
from app.domain.money import percent_of
from app.domain.office import Decision, DecisionKind
from app.domain.settlement import departures, settle, waivers

AUTHOR = 7
INITIALS = {AUTHOR: "آ.ن"}


def result_of(amounts: list[tuple[int, int]], percent: int = 30, insurer_only: int = 0) -> ClaimResult:
    """An engine's result of lines (claimed, approved), one reducing finding on each line that loses something."""
    lines = tuple(
        LineResult(no, claimed, approved, mark_of(claimed, approved))
        for no, (claimed, approved) in enumerate(amounts, 1)
    )
    findings = tuple(
        Finding("GEN-15e", "بند آزمایشی", Effect.REDUCE, "جمله آزمایشی.", line.no, line.claimed, line.approved)
        for line in lines
        if line.deducted
    )
    claimed, approved = sum(line.claimed for line in lines), sum(line.approved for line in lines)
    patient = percent_of(percent, max(0, approved - insurer_only))
    totals = Totals(claimed, approved, claimed - approved, patient, approved - patient)
    verdict = Verdict.ADJUSTED if totals.deducted else Verdict.APPROVED
    return ClaimResult("C-1", verdict, totals, lines, findings, Fraction(percent), insurer_only)


def mark_of(claimed: int, approved: int) -> Mark:
    if approved == claimed:
        return Mark.TICK
    return Mark.CIRCLE if approved else Mark.ZERO


def decision(result: ClaimResult, kind: DecisionKind, line: int | None = 1, **fields: object) -> Decision:
    """A decision made on today's result."""
    made = Decision(1, kind, AUTHOR, "2016-05-27T08:00:00Z", result.digest_of(line), line=line)
    return replace(made, **fields)  # type: ignore[arg-type]


AMOUNTS = st.integers(0, 10**9).flatmap(lambda claimed: st.tuples(st.just(claimed), st.integers(0, claimed)))
RESULTS = st.builds(result_of, st.lists(AMOUNTS, min_size=1, max_size=5), st.integers(0, 100), st.integers(0, 10**6))


@given(result=RESULTS)
def test_without_decisions_the_engine_stands(result: ClaimResult) -> None:
    settlement = settle(result, result, [], INITIALS)

    assert settlement.totals == result.totals
    assert [(line.approved, line.mark) for line in settlement.lines] == [
        (line.approved, line.mark) for line in result.lines
    ]
    assert not settlement.overridden
    assert departures(settlement) == ()


@settings(max_examples=60)
@given(result=RESULTS, data=st.data())
def test_whatever_people_set_each_rial_is_accounted_for(result: ClaimResult, data: st.DataObject) -> None:
    decisions = [
        decision(result, DecisionKind.SET_AMOUNT, line.no, amount=data.draw(st.integers(0, line.claimed)))
        for line in result.lines
        if data.draw(st.booleans())
    ]

    settlement = settle(result, result, decisions, INITIALS)

    totals = settlement.totals
    assert totals.claimed == sum(line.claimed for line in settlement.lines)
    assert totals.approved == sum(line.approved for line in settlement.lines)
    assert totals.claimed - totals.deducted == totals.approved == totals.patient_share + totals.insurer_share
    assert min(totals.patient_share, totals.insurer_share) >= 0
    for made in decisions:
        assert made.line is not None
        assert settlement.line(made.line).approved == made.amount
        assert settlement.line(made.line).engine == result.line(made.line)


def test_a_persons_amount_bears_its_own_mark_beside_the_engines() -> None:
    result = result_of([(1_000, 700), (500, 500), (300, 300)])
    decisions = [
        decision(result, DecisionKind.SET_AMOUNT, 1, amount=1_000),
        decision(result, DecisionKind.SET_AMOUNT, 2, amount=400),
        decision(result, DecisionKind.SET_AMOUNT, 3, amount=0),
    ]

    settlement = settle(result, result, decisions, INITIALS)

    assert [(line.engine.mark, line.mark, line.author_initials) for line in settlement.lines] == [
        (Mark.CIRCLE, Mark.TICK, "آ.ن"),
        (Mark.TICK, Mark.CIRCLE, "آ.ن"),
        (Mark.TICK, Mark.ZERO, "آ.ن"),
    ]
    assert len(departures(settlement)) == 3


def test_the_last_word_on_a_line_counts() -> None:
    result = result_of([(1_000, 700)])
    set_first = decision(result, DecisionKind.SET_AMOUNT, amount=900)
    set_last = decision(result, DecisionKind.SET_AMOUNT, amount=800)
    upheld = decision(result, DecisionKind.UPHOLD, rule="GEN-15e")

    assert settle(result, result, [set_first, set_last], INITIALS).line(1).approved == 800
    assert settle(result, result, [set_first, upheld], INITIALS).line(1).approved == 700


def test_what_is_undone_counts_for_nothing() -> None:
    result = result_of([(1_000, 700)])
    undone = decision(result, DecisionKind.SET_AMOUNT, amount=900, undone=True)

    assert settle(result, result, [undone], INITIALS).line(1).decision is None


def test_a_decision_on_another_result_is_stale_and_shown() -> None:
    before, today = result_of([(1_000, 700), (500, 500)]), result_of([(1_000, 650), (500, 500)])
    first = decision(before, DecisionKind.SET_AMOUNT, 1, amount=900)
    second = decision(before, DecisionKind.SET_AMOUNT, 2, amount=450)

    settlement = settle(today, today, [first, second], INITIALS)

    assert not in_force(first, today)
    assert (settlement.line(1).approved, settlement.line(1).stale) == (650, first)
    assert (settlement.line(2).approved, settlement.line(2).stale) == (450, None)
    assert settlement.stale


def test_a_waived_finding_gives_back_what_it_took() -> None:
    result, revised = result_of([(1_000, 700), (500, 400)]), result_of([(1_000, 1_000), (500, 400)])
    waived = decision(result, DecisionKind.WAIVE, 1, rule="GEN-15e")

    settlement = settle(result, revised, [waived], INITIALS)

    assert waivers(result, [waived]) == {("GEN-15e", 1)}
    assert waivers(result, [replace(waived, undone=True)]) == frozenset()
    assert [line.approved for line in settlement.lines] == [1_000, 400]
    assert settlement.totals.approved == 1_400
    assert settlement.line(1).overridden
    assert not settlement.line(2).overridden


def test_a_question_stays_open_until_someone_settles_it() -> None:
    plain = result_of([(1_000, 1_000)])
    question = Finding("GEN-01", "بند آزمایشی", Effect.QUERY, "پرسش آزمایشی.", line=1, facts=("stamp",))
    result = replace(plain, findings=(question,), verdict=Verdict.QUERY)

    assert settle(result, result, [], INITIALS).verdict is Verdict.QUERY
    for settled in (
        decision(result, DecisionKind.UPHOLD, rule="GEN-01"),
        decision(result, DecisionKind.SET_AMOUNT, amount=900),
    ):
        assert settle(result, result, [settled], INITIALS).open_queries == ()


def test_the_verdict_follows_what_stands() -> None:
    result = result_of([(1_000, 700)])
    restored = decision(result, DecisionKind.SET_AMOUNT, amount=1_000)

    assert settle(result, result, [], INITIALS).verdict is Verdict.ADJUSTED
    assert settle(result, result, [restored], INITIALS).verdict is Verdict.APPROVED


@pytest.mark.parametrize(
    ("kept", "amount", "units"),
    [
        ((100, 1), 0, 0),
        ((100, 1), 60, 1),
        ((100, 1), 100, 1),
        ((100, 1), 101, 2),
        ((100, 1), 200, 2),
        ((100, 1), 201, 3),
        ((240, 3), 250, 3),
        ((240, 3), 90, 3),
        ((0, 0), 100, 1),
        ((0, 0), 300, 3),
    ],
)
def test_a_persons_amount_pays_the_engines_units_or_further_whole_ones(
    kept: tuple[int, int], amount: int, units: int
) -> None:
    """Of a line of three units for 300 rials, of which the engine keeps some for an amount."""
    plain = result_of([(300, kept[0])])
    result = replace(plain, lines=(replace(plain.line(1), units=Decimal(3), kept_units=Decimal(kept[1])),))
    said = decision(result, DecisionKind.SET_AMOUNT, amount=amount)

    assert settle(result, result, [], INITIALS).line(1).kept_units == kept[1]
    assert settle(result, result, [said], INITIALS).line(1).kept_units == units


def test_a_waived_cut_keeps_the_units_that_the_engine_keeps_without_it() -> None:
    plain = result_of([(300, 100)])
    result = replace(plain, lines=(replace(plain.line(1), units=Decimal(3), kept_units=Decimal(1)),))
    revised = result_of([(300, 300)])
    revised = replace(revised, lines=(replace(revised.line(1), units=Decimal(3), kept_units=Decimal(3)),))
    waived = decision(result, DecisionKind.WAIVE, 1, rule="GEN-15e")

    assert settle(result, revised, [waived], INITIALS).line(1).kept_units == 3
