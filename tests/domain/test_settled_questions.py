"""A dotted question stands on a line only until a person settles it; test figures."""

import pytest

from app.domain.assessment import ClaimResult, LineResult, Totals
from app.domain.findings import Effect, Finding, Mark, Verdict
from app.domain.office import Decision, DecisionKind
from app.domain.settlement import settle

CLAIMED = 350_000
QUESTION = Finding("GEN-19", "بند آزمایشی", Effect.QUERY, "پرسش آزمایشی.", line=1, facts=("report_attached",))


def asked_of(approved: int, question: Finding = QUESTION) -> ClaimResult:
    totals = Totals(CLAIMED, approved, CLAIMED - approved, 0, approved)
    return ClaimResult("C-1", Verdict.QUERY, totals, (LineResult(1, CLAIMED, approved, Mark.QUERY),), (question,))


def upheld(result: ClaimResult, question: Finding = QUESTION) -> Decision:
    digest = result.digest_of(question.line)
    return Decision(1, DecisionKind.UPHOLD, 7, "2016-05-27T08:00:00Z", digest, question.line, question.rule)


@pytest.mark.parametrize(("approved", "mark"), [(CLAIMED, Mark.TICK), (300_000, Mark.CIRCLE)])
def test_an_upheld_question_gives_way_to_the_mark_of_its_amount(approved: int, mark: Mark) -> None:
    result = asked_of(approved)
    settlement = settle(result, result, [upheld(result)], {})

    assert settlement.open_queries == ()
    assert settlement.line(1).mark is mark
    assert settlement.line(1).engine.mark is Mark.QUERY


def test_a_question_that_nobody_settled_stays() -> None:
    result = asked_of(CLAIMED)

    assert settle(result, result, [], {}).line(1).mark is Mark.QUERY


def test_a_question_on_the_whole_claim_keeps_its_lines_open() -> None:
    of_claim = Finding("GEN-02a", "بند آزمایشی", Effect.QUERY, "پرسش آزمایشی.", facts=("prescriber_stamp",))
    result = asked_of(CLAIMED, of_claim)

    assert settle(result, result, [], {}).line(1).mark is Mark.QUERY
    assert settle(result, result, [upheld(result, of_claim)], {}).line(1).mark is Mark.TICK
