"""The reviewer's work on one claim, over a real store."""

import pytest
from offices import add_claims, claim, line

from app.domain.findings import Mark, Verdict
from app.domain.office import ClaimState, DecisionKind
from app.errors import UseError
from app.services.review import Review


@pytest.fixture
def asked(desk):
    """A claim that asks whether the physician's stamp is there and whether the report of line 2 is attached."""
    office, session = desk
    lines = line(1, "700245", 100_000), line(2, "701740", 300_000, report_attached=None)
    (claim_id,) = add_claims(office, session, claim("C-1", *lines, prescriber_stamp=None))
    return Review(office, session), claim_id


def test_a_claim_lies_on_the_desk_with_its_questions(asked):
    review, claim_id = asked
    opened = review.open(claim_id)
    assert [(question.name, question.line) for question in opened.questions] == [
        ("prescriber_stamp", None),
        ("report_attached", 2),
    ]
    assert opened.result.line(1).approved == 80_000
    assert not opened.may_be_signed


def test_an_answer_marks_the_bill_anew_and_is_kept(asked):
    review, claim_id = asked
    opened = review.enter_fact(review.open(claim_id), "report_attached", False, line=2)
    assert opened.settlement.line(2).mark is Mark.ZERO
    assert review.open(claim_id).settlement.line(2).approved == 0
    assert opened.state is ClaimState.IN_REVIEW


def test_all_in_order_answers_everything_at_one_stroke_and_is_undone_at_one(asked):
    review, claim_id = asked
    answered = review.all_in_order(review.open(claim_id))
    assert answered.questions == ()
    assert answered.may_be_signed
    assert answered.settlement.line(1).mark is Mark.CIRCLE
    assert len(review.undo(answered).questions) == 2


def test_an_amount_that_departs_needs_a_reason(asked):
    review, claim_id = asked
    opened = review.all_in_order(review.open(claim_id))
    with pytest.raises(UseError):
        review.set_amount(opened, 1, 100_000, "  ")
    assert review.set_amount(opened, 1, 80_000, None).settlement.line(1).approved == 80_000


def test_an_amount_above_the_claimed_one_is_refused(asked):
    review, claim_id = asked
    with pytest.raises(UseError):
        review.set_amount(review.open(claim_id), 1, 100_001, "دلیل")


def test_the_persons_amount_stands_beside_the_engines(asked):
    review, claim_id = asked
    opened = review.set_amount(review.all_in_order(review.open(claim_id)), 1, 90_000, "توافق با مرکز")
    settled = opened.settlement.line(1)
    assert (settled.engine.approved, settled.approved, settled.mark) == (80_000, 90_000, Mark.CIRCLE)
    assert settled.overridden
    assert settled.author_initials == "م.ر"
    totals = opened.settlement.totals
    assert totals.approved == 90_000 + 300_000
    assert totals.patient_share + totals.insurer_share == totals.approved


def test_a_decision_becomes_stale_when_its_own_line_changes_and_only_then(asked):
    review, claim_id = asked
    opened = review.set_amount(review.open(claim_id), 2, 250_000, "دلیل")
    other = review.enter_fact(opened, "prescriber_stamp", True)
    assert other.settlement.line(2).approved == 250_000
    changed = review.enter_fact(other, "report_attached", False, line=2)
    assert changed.settlement.stale
    assert changed.settlement.line(2).approved == 0
    assert changed.settlement.line(2).stale.amount == 250_000
    assert not changed.may_be_signed


def test_waiving_a_finding_asks_what_holds_without_it(asked):
    review, claim_id = asked
    opened = review.all_in_order(review.open(claim_id))
    waived = review.waive(opened, "GEN-15e", 1, "تعرفه تازه ابلاغ شده است")
    assert waived.settlement.line(1).approved == 100_000
    assert waived.result.line(1).approved == 80_000
    assert waived.settlement.verdict is Verdict.APPROVED


def test_waiving_needs_a_reason(asked):
    review, claim_id = asked
    with pytest.raises(UseError):
        review.waive(review.open(claim_id), "GEN-15e", 1, "")


def test_undo_takes_back_the_latest_and_keeps_the_entry(asked):
    review, claim_id = asked
    first = review.set_amount(review.open(claim_id), 1, 50_000, "نخست")
    second = review.set_amount(first, 1, 60_000, "سپس")
    back = review.undo(second)
    assert back.settlement.line(1).approved == 50_000
    assert [decision.undone for decision in back.decisions] == [False, True]
    assert review.undo(back).settlement.line(1).approved == 80_000
    with pytest.raises(UseError):
        review.undo(review.open(claim_id))


def test_the_queue_shows_what_people_decided(desk, asked):
    office, _session = desk
    review, claim_id = asked
    review.set_amount(review.all_in_order(review.open(claim_id)), 1, 0, "تکراری است")
    with office.read() as view:
        summary = view.results.of_claim(claim_id)
    assert summary.approved_lines == {1: 0, 2: 300_000}
    assert summary.queries == 0


def test_a_returned_claim_takes_no_further_word(asked):
    review, claim_id = asked
    sent = review.send_away(review.open(claim_id), ClaimState.RETURNED, "برگ اول دفترچه پیوست نیست")
    assert sent.decisions[-1].kind is DecisionKind.RETURN
    with pytest.raises(UseError):
        review.set_amount(sent, 1, 0, "دیر")
