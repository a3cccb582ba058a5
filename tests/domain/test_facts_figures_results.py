"""Facts are three-valued, figures dated, results bound by their digest."""

import json
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessment import ClaimResult, LineResult, Totals, canonical_json
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer, FactDefinition, FactDictionary, FactKind, FactScope, all_true, any_true
from app.domain.findings import Effect, Finding, Mark, Verdict
from app.domain.rulebook import DatedFigure

ANSWERS: tuple[Answer, ...] = (True, False, UNKNOWN)
TWO_VALUED = (True, False)


def test_an_unknown_fact_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError):
        bool(UNKNOWN)


@given(answers=st.lists(st.sampled_from(ANSWERS), max_size=4))
def test_a_conclusion_is_known_when_every_way_to_fill_in_the_unknown_agrees(answers: list[Answer]) -> None:
    ways = list(product(*[[answer] if answer is not UNKNOWN else TWO_VALUED for answer in answers]))
    for conclude, plainly in ((all_true, all), (any_true, any)):
        outcomes = {plainly(way) for way in ways}

        assert conclude(*answers) == (outcomes.pop() if len(outcomes) == 1 else UNKNOWN)


def test_good_values_are_those_declared_for_a_scope() -> None:
    dictionary = FactDictionary(
        [
            FactDefinition("stamp", FactScope.CLAIM, FactKind.BOOL, "مهر", good=True),
            FactDefinition("altered", FactScope.CLAIM, FactKind.BOOL, "خدشه", good=False),
            FactDefinition("side", FactScope.LINE, FactKind.TEXT, "سمت", good="left"),
            FactDefinition("code", FactScope.CLAIM, FactKind.TEXT, "کد"),
        ]
    )

    assert dictionary.good_values(FactScope.CLAIM) == {"stamp": True, "altered": False}
    assert (len(dictionary), list(dictionary)) == (4, ["stamp", "altered", "side", "code"])


def test_a_figure_holds_from_its_day_until_the_next() -> None:
    figure = DatedFigure("test", "رقم آزمایشی", ((JalaliDate(1395, 1, 1), 30), (JalaliDate(1396, 1, 1), 45)))

    assert figure.on(JalaliDate(1395, 12, 30)) == 30
    assert figure.on(JalaliDate(1396, 1, 1)) == 45
    assert figure.on(JalaliDate(1394, 1, 1)) == 30


def a_result() -> ClaimResult:
    """A claim of one line that is reduced by a test figure, with a question on the whole."""
    return ClaimResult(
        claim_id="C-1",
        verdict=Verdict.QUERY,
        totals=Totals(claimed=100, approved=70, deducted=30, patient_share=21, insurer_share=49),
        lines=(LineResult(1, 100, 70, Mark.CIRCLE),),
        findings=(
            Finding("GEN-15e", "بند آزمایشی", Effect.REDUCE, "جمله آزمایشی.", line=1, before=100, after=70),
            Finding("GEN-01", "بند آزمایشی", Effect.QUERY, "پرسش آزمایشی.", facts=("stamp",)),
        ),
    )


def test_findings_are_asked_by_line_and_deductions_add_up() -> None:
    result = a_result()

    assert [finding.rule for finding in result.findings_of(1)] == ["GEN-15e"]
    assert [finding.rule for finding in result.findings_of(None)] == ["GEN-01"]
    assert [finding.rule for finding in result.queries] == ["GEN-01"]
    assert sum(finding.deducted for finding in result.findings) == result.line(1).deducted == 30
    with pytest.raises(KeyError):
        result.line(2)


def test_the_digest_changes_with_any_amount_or_finding_and_with_nothing_else() -> None:
    result = a_result()

    assert result.digest() == a_result().digest()
    others = (
        replace(result, lines=(LineResult(1, 100, 71, Mark.CIRCLE),)),
        replace(result, findings=result.findings[:1]),
        replace(result, totals=replace(result.totals, patient_share=22, insurer_share=48)),
    )
    assert len({result.digest(), *(other.digest() for other in others)}) == 4


@given(document=st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=5))
def test_canonical_json_is_the_same_in_any_order(document: dict[str, object]) -> None:
    turned = dict(reversed(document.items()))

    assert canonical_json(turned) == canonical_json(document)
    assert json.loads(canonical_json(document)) == document
