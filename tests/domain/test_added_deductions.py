"""A person deducts by a rule that only a person can judge, or says that it was seen; test figures."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.assessment import ClaimResult, LineResult, Remark, Totals
from app.domain.claim import ClaimKind
from app.domain.findings import Effect, Finding, Mark, Pen, Verdict
from app.domain.office import Decision, DecisionKind
from app.domain.rulebook import Decides, RuleEntry
from app.domain.settlement import Settlement, settle

DEDUCT, UPHOLD = DecisionKind.ADD_DEDUCTION, DecisionKind.UPHOLD
JUDGED, OTHER, ENGINES = "GEN-16b", "GEN-18c", "GEN-15e"


def entry(rule: str, decides: Decides) -> RuleEntry:
    kinds = frozenset({ClaimKind.IMAGING})
    return RuleEntry(rule, "general", f"بند {rule}", "آزمایشی", "عنوان", f"جمله {rule}.", kinds, decides, Effect.REDUCE)


RULEBOOK = MappingProxyType(
    {
        JUDGED: entry(JUDGED, Decides.PERSON),
        OTHER: entry(OTHER, Decides.PERSON),
        ENGINES: entry(ENGINES, Decides.AUTO),
    }
)


def result_of(*amounts: tuple[int, int]) -> ClaimResult:
    """The engine's result of lines (claimed, approved), with a remark on each line and one on the claim."""
    lines = tuple(LineResult(no, *amount, Mark.CIRCLE, Pen.RED) for no, amount in enumerate(amounts, 1))
    findings = tuple(
        Finding(ENGINES, "بند", Effect.REDUCE, "جمله.", line.no, line.claimed, line.approved) for line in lines
    )
    claimed, approved = sum(line.claimed for line in lines), sum(line.approved for line in lines)
    totals = Totals(claimed, approved, claimed - approved, 0, approved)
    remarks = (*(Remark(JUDGED, f"بند {JUDGED}", "جمله.", line.no) for line in lines), Remark(OTHER, "بند", "جمله."))
    return ClaimResult("C-1", Verdict.ADJUSTED, totals, lines, findings, remarks=remarks)


def word(result: ClaimResult, kind: DecisionKind, line: int | None = 1, **fields: object) -> Decision:
    """What a person says on today's result."""
    made = Decision(1, kind, 7, "2016-05-27T08:00:00Z", result.digest_of(line), line=line, rule=JUDGED)
    return replace(made, **fields)  # type: ignore[arg-type]


def settled(result: ClaimResult, *words: Decision, revised: ClaimResult | None = None) -> Settlement:
    return settle(result, revised or result, words, {7: "آ.ن"}, RULEBOOK)


def test_a_deduction_is_a_finding_of_the_persons_own_under_the_clause_of_the_rule() -> None:
    result = result_of((1_000, 700))
    deducted = word(result, DEDUCT, amount=600, reason="علت")

    line = settled(result, deducted).line(1)

    (added,) = line.added
    assert added.finding == Finding(
        JUDGED, f"بند {JUDGED}", Effect.REDUCE, f"جمله {JUDGED}.", 1, before=700, after=600, pen=Pen.GREEN
    )
    assert (added.decision, added.author_initials) == (deducted, "آ.ن")
    assert (line.approved, line.mark, line.pen, line.overridden) == (600, Mark.CIRCLE, Pen.GREEN, True)
    assert (line.engine.approved, line.base, line.base_decision) == (700, 700, None)


def test_what_is_deducted_to_nothing_is_rejected_and_pays_no_unit() -> None:
    result = result_of((1_000, 700))
    line = settled(result, word(result, DEDUCT, amount=0)).line(1)
    assert line.added[0].finding.effect is Effect.REJECT
    assert (line.mark, line.kept_units) == (Mark.ZERO, Decimal(0))


def test_a_lower_amount_keeps_the_units_that_the_engine_kept() -> None:
    plain = result_of((900, 600))
    result = replace(plain, lines=(replace(plain.line(1), units=Decimal(3), kept_units=Decimal(2)),))
    assert settled(result, word(result, DEDUCT, amount=100)).line(1).kept_units == 2


def test_deductions_by_several_rules_are_laid_over_one_another() -> None:
    result = result_of((1_000, 700))
    first, second = word(result, DEDUCT, amount=600), word(result, DEDUCT, amount=450, rule=OTHER)

    settlement = settled(result, first, second)

    assert [(a.finding.rule, a.finding.before, a.finding.after) for a in settlement.added] == [
        (JUDGED, 700, 600),
        (OTHER, 600, 450),
    ]
    assert settlement.totals.approved == 450
    assert [remark.deducted for remark in settlement.remarks] == [True, True]


def test_a_deduction_lies_over_an_amount_that_was_set_and_a_later_amount_takes_its_place() -> None:
    result = result_of((1_000, 700))
    amount, deducted = word(result, DecisionKind.SET_AMOUNT, amount=900), word(result, DEDUCT, amount=800)

    both = settled(result, amount, deducted).line(1)
    assert (both.base, both.base_decision, both.approved, both.decision) == (900, amount, 800, deducted)

    later = settled(result, deducted, amount).line(1)
    assert (later.approved, later.added, later.decision) == (900, (), amount)


def test_agreeing_with_a_finding_of_the_engine_leaves_a_deduction_beside_it() -> None:
    result = result_of((1_000, 700))
    upheld = word(result, UPHOLD, rule=ENGINES)
    assert settled(result, word(result, DEDUCT, amount=600), upheld).line(1).approved == 600
    over_an_amount = word(result, DecisionKind.SET_AMOUNT, amount=900), word(result, DEDUCT, amount=800), upheld
    assert settled(result, *over_an_amount).line(1).approved == 700


def test_a_remark_is_to_be_judged_again_when_another_amount_takes_the_place_of_its_deduction() -> None:
    result = result_of((1_000, 700))
    amount = word(result, DecisionKind.SET_AMOUNT, amount=650, rule=None)
    assert not settled(result, word(result, DEDUCT, amount=600), amount).remarks[0].seen


@pytest.mark.parametrize("waivers", [1, 2])
def test_a_deduction_is_asked_for_again_after_a_finding_below_it_was_waived(waivers: int) -> None:
    result, revised = result_of((1_000, 700)), result_of((1_000, 1_000))
    deducted, waived = word(result, DEDUCT, amount=600), word(result, DecisionKind.WAIVE, rule=ENGINES)

    settlement = settled(result, deducted, *[waived] * waivers, revised=revised)

    assert (settlement.line(1).approved, settlement.line(1).stale) == (1_000, deducted)
    assert not settlement.remarks[0].seen
    again = word(result, DEDUCT, amount=900)
    assert not settled(result, deducted, waived, again, revised=revised).stale


def test_an_undone_deduction_counts_for_nothing() -> None:
    result = result_of((1_000, 700))
    settlement = settled(result, word(result, DEDUCT, amount=600, undone=True))
    assert settlement.totals == result.totals
    assert not any(remark.seen for remark in settlement.remarks)


def test_a_deduction_on_another_result_is_stale_and_its_remark_is_to_be_judged_again() -> None:
    before, today = result_of((1_000, 700)), result_of((1_000, 650))
    old = word(before, DEDUCT, amount=600)

    settlement = settled(today, old)

    assert (settlement.line(1).approved, settlement.line(1).added, settlement.line(1).stale) == (650, (), old)
    assert settlement.stale
    assert not settlement.remarks[0].seen


def test_what_was_seen_and_is_in_order_says_nothing_of_the_amount() -> None:
    result = result_of((1_000, 700))
    amount = word(result, DecisionKind.SET_AMOUNT, amount=900)
    seen = word(result, UPHOLD)

    settlement = settled(result, amount, seen)

    assert (settlement.line(1).approved, settlement.line(1).decision) == (900, amount)
    assert [(remark.seen, remark.deducted) for remark in settlement.remarks] == [(True, False), (False, False)]
    assert settlement.remarks[0].author_initials == "آ.ن"


def test_what_was_seen_before_the_line_changed_is_to_be_judged_again_and_holds_nothing_up() -> None:
    before, today = result_of((1_000, 700)), result_of((1_000, 650))
    settlement = settled(today, word(before, UPHOLD))
    assert not settlement.stale
    assert not settlement.remarks[0].seen


@pytest.mark.parametrize(("line", "kind"), [(None, UPHOLD), (2, DEDUCT)])
def test_a_remark_on_the_claim_is_judged_as_a_whole_or_on_any_line(line: int | None, kind: DecisionKind) -> None:
    result = result_of((1_000, 700), (500, 400))
    amount = 300 if kind is DEDUCT else None
    settlement = settled(result, word(result, kind, line, rule=OTHER, amount=amount))
    assert [remark.seen for remark in settlement.remarks] == [False, False, True]


AMOUNTS = st.integers(0, 1_000).flatmap(lambda claimed: st.tuples(st.just(claimed), st.integers(0, claimed)))
KINDS = st.sampled_from([DEDUCT, DEDUCT, DecisionKind.SET_AMOUNT, UPHOLD, DecisionKind.WAIVE])


@settings(max_examples=60)
@given(first=AMOUNTS, data=st.data())
def test_whatever_is_said_the_parts_add_up_and_no_deduction_raises_an_amount(
    first: tuple[int, int], data: st.DataObject
) -> None:
    result = result_of(first)
    revised = result_of((first[0], data.draw(st.integers(0, first[0]))))
    words = [
        word(result, kind, amount=data.draw(st.integers(0, first[0])), rule=data.draw(st.sampled_from([*RULEBOOK])))
        for kind in data.draw(st.lists(KINDS, max_size=6))
    ]

    line = settled(result, *words, revised=revised).line(1)

    assert line.base - sum(added.finding.deducted for added in line.added) == line.approved
    assert all(added.finding.deducted >= 0 for added in line.added)
    assert 0 <= line.approved <= line.claimed
