"""What the accountant sees beside the centre's sums agrees with the bill to the rial; figures are made up for tests."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_settlement import RESULTS, decision, result_of

from app.domain.assessment import ClaimResult
from app.domain.claim import Claim, ClaimKind, Line, Patient, WrittenSums
from app.domain.findings import Mark, Pen
from app.domain.office import DecisionKind
from app.domain.recomputed_sums import SumOf, recomputed_sums, sums_agree
from app.domain.settlement import settle


def claim_of(result: ClaimResult, written: WrittenSums | None = None, *, sections: int = 1) -> Claim:
    lines = tuple(Line(line.no, f"section-{line.no % sections}", line.claimed) for line in result.lines)
    return Claim("C-1", ClaimKind.IMAGING, Patient("1"), lines, written=written)


@settings(max_examples=80)
@given(result=RESULTS, data=st.data())
def test_the_sums_agree_whatever_is_corrected(result: ClaimResult, data: st.DataObject) -> None:
    words = []
    for line in result.lines:
        for pen in (Pen.GREEN, Pen.RED):
            if data.draw(st.booleans()):
                amount = data.draw(st.integers(0, line.claimed))
                words.append(replace(decision(result, DecisionKind.SET_AMOUNT, line.no, amount=amount), pen=pen))
    settlement = settle(result, result, words, {})
    sums = recomputed_sums(claim_of(result, sections=3), settlement)
    headings = [row for row in sums if row.of is SumOf.HEADING]
    total, patient, insurer = sums[-3:]

    assert total.claimed == sum(line.claimed for line in result.lines)
    assert total.stands == settlement.totals.approved == patient.stands + insurer.stands
    if headings:
        assert sum(row.claimed for row in headings) == total.claimed
        assert sum(row.stands for row in headings) == total.stands
    if patient.claimed is not None:
        assert patient.claimed + insurer.claimed == total.claimed
    for line in settlement.lines:
        red = [word for word in words if word.line == line.no and word.pen is Pen.RED]
        assert (line.pen is Pen.RED) == bool(red)
        assert not red or line.approved == red[-1].amount


def test_what_the_centre_wrote_is_held_against_its_own_lines_and_not_against_the_deductions() -> None:
    result = replace(result_of([(100, 60), (50, 50)]), share_percent=Fraction(30))
    written = WrittenSums(total=160, patient_share=45, insurer_share=115)
    total, patient, insurer = recomputed_sums(claim_of(result, written), settle(result, result, [], {}))
    assert (total.written, total.claimed, total.stands, total.difference) == (160, 150, 110, 10)
    assert (patient.written, patient.claimed, patient.stands, patient.differs) == (45, 45, 33, False)
    assert (insurer.written, insurer.claimed, insurer.stands, insurer.difference) == (115, 105, 77, 10)


def test_a_share_that_no_percent_gives_is_not_compared() -> None:
    result = replace(result_of([(100, 60)]), share_percent=Fraction(30), insurer_only=20)
    _total, patient, insurer = recomputed_sums(
        claim_of(result, WrittenSums(100, 30, 70)), settle(result, result, [], {})
    )
    assert (patient.claimed, insurer.claimed) == (None, None)
    assert not patient.differs
    assert not insurer.differs


@pytest.mark.parametrize(
    ("written", "agree"),
    [
        (None, True),
        (WrittenSums(), True),
        (WrittenSums(150), True),
        (WrittenSums(150, 45, 105), True),
        (WrittenSums(151), False),
        (WrittenSums(150, 45, 104), False),
        (WrittenSums(151, 45, 106), False),
    ],
)
def test_only_sums_that_were_written_can_disagree(written: WrittenSums | None, *, agree: bool) -> None:
    assert sums_agree(claim_of(result_of([(100, 60), (50, 50)]), written)) is agree


def test_a_correction_shows_what_the_technical_pass_left_below_it() -> None:
    result = result_of([(100, 60)])
    green = decision(result, DecisionKind.SET_AMOUNT, amount=90)
    red = replace(decision(result, DecisionKind.SET_AMOUNT, amount=70), pen=Pen.RED)
    line = settle(result, result, [green, red], {}).line(1)
    assert (line.approved, line.pen, line.corrected) == (70, Pen.RED, True)
    assert (line.green.approved, line.green.mark, line.green.pen) == (90, Mark.CIRCLE, Pen.GREEN)
    assert not settle(result, result, [green], {}).line(1).corrected


def test_a_correction_back_to_the_engines_amount_is_still_a_correction() -> None:
    result = result_of([(100, 60)])
    words = [
        decision(result, DecisionKind.SET_AMOUNT, amount=90),
        replace(decision(result, DecisionKind.SET_AMOUNT, amount=60), pen=Pen.RED),
    ]
    line = settle(result, result, words, {}).line(1)
    assert (line.overridden, line.corrected, line.pen) == (False, True, Pen.RED)
