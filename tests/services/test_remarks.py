"""What only a person can judge, over a real store: seen and in order, or the ground of a deduction with its clause."""

import pytest
from offices import add_claims, claim, line

from app.domain.findings import Effect, Mark, Pen, Verdict
from app.domain.office import ClaimState, DecisionKind
from app.domain.settlement_digest import settlement_digest
from app.errors import UseError
from app.services.review import Review
from app.services.sign_off import sign
from app.services.verification import verify_sheet_file

DIAGNOSIS, OFFICER = "GEN-16b", "GEN-18c"
REASON = "خدمت با تشخیص نوشته‌شده نمی‌خواند"


@pytest.fixture
def judged(desk):
    """A claim of two lines with remarks on each line; line 1 is cut by the engine to 80,000 rials."""
    office, session = desk
    lines = line(1, "700245", 100_000), line(2, "701740", 300_000, report_attached=None)
    (claim_id,) = add_claims(office, session, claim("C-1", *lines))
    return Review(office, session), claim_id


def remark(opened, rule, line_no):
    """What became of a remark."""
    return next(r for r in opened.settlement.remarks if (r.remark.rule, r.remark.line) == (rule, line_no))


def deducted(review, claim_id, amount=50_000, line_no=1, reason=REASON):
    return review.add_deduction(review.open(claim_id), DIAGNOSIS, line_no, amount, reason)


def test_a_remark_waits_for_nobody(judged):
    review, claim_id = judged
    opened = review.enter_fact(review.open(claim_id), "report_attached", True, line=2)
    assert not remark(opened, DIAGNOSIS, 1).seen
    assert opened.may_be_signed


def test_what_was_seen_is_settled_until_it_is_undone(judged):
    review, claim_id = judged
    opened = review.uphold(review.open(claim_id), DIAGNOSIS, 1)
    assert (remark(opened, DIAGNOSIS, 1).author_initials, remark(opened, DIAGNOSIS, 1).deducted) == ("م.ر", False)
    assert not remark(opened, DIAGNOSIS, 2).seen
    assert opened.settlement.line(1).decision is None
    assert not remark(review.undo(opened), DIAGNOSIS, 1).seen


def test_a_deduction_by_a_remark_stands_beside_the_engines_with_its_clause(judged):
    review, claim_id = judged
    opened = deducted(review, claim_id)
    settled = opened.settlement.line(1)
    (added,) = settled.added
    entry = opened.rulebook[DIAGNOSIS]
    assert (added.finding.clause, added.finding.message) == (entry.clause, entry.wording)
    assert (added.finding.effect, added.finding.before, added.finding.after) == (Effect.REDUCE, 80_000, 50_000)
    assert (settled.approved, settled.engine.approved, settled.pen) == (50_000, 80_000, Pen.GREEN)
    assert added.decision.reason == REASON
    assert remark(opened, DIAGNOSIS, 1).deducted
    assert review.undo(opened).settlement.line(1).approved == 80_000


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"amount": 80_000}, "۸۰٬۰۰۰ ریال"),
        ({"amount": 90_000}, "کمتر باشد"),
        ({"amount": -1}, "کمتر باشد"),
        ({"reason": "  "}, "دلیل"),
    ],
)
def test_what_takes_nothing_off_or_says_no_reason_is_refused(judged, change, said):
    review, claim_id = judged
    with pytest.raises(UseError, match=said):
        deducted(review, claim_id, **change)
    assert review.open(claim_id).decisions == ()


def test_a_line_of_which_nothing_is_left_and_a_rule_that_nobody_knows_are_refused(judged):
    review, claim_id = judged
    opened = deducted(review, claim_id, amount=0)
    with pytest.raises(UseError, match="چیزی نمانده"):
        review.add_deduction(opened, OFFICER, 1, 0, REASON)
    with pytest.raises(UseError, match="دفتر ضوابط"):
        review.add_deduction(opened, "GEN-99z", 2, 0, REASON)


def test_a_deduction_is_asked_for_again_when_the_result_of_its_line_changes(judged):
    review, claim_id = judged
    answered = review.enter_fact(deducted(review, claim_id, 10_000, line_no=2), "report_attached", False, line=2)
    assert answered.settlement.line(2).stale.kind is DecisionKind.ADD_DEDUCTION
    assert (answered.settlement.line(2).mark, answered.settlement.line(2).added) == (Mark.ZERO, ())
    assert not remark(answered, DIAGNOSIS, 2).seen
    assert not answered.may_be_signed


def test_lists_and_the_sheet_pay_what_is_left_and_the_office_is_whole(desk, judged):
    office, session = desk
    review, claim_id = judged
    opened = review.enter_fact(review.open(claim_id), "report_attached", True, line=2)
    plain = settlement_digest(opened.settlement)
    opened = review.add_deduction(opened, DIAGNOSIS, 1, 50_000, REASON)
    with office.read() as view:
        summary = view.results.of_claim(claim_id)
    assert (summary.approved_lines, summary.verdict) == ({1: 50_000, 2: 300_000}, Verdict.ADJUSTED)
    assert settlement_digest(opened.settlement) != plain

    path = sign(office, session, opened)

    closed = review.open(claim_id)
    assert closed.state is ClaimState.TECHNICALLY_DONE
    assert closed.settlement == opened.settlement
    assert office.store.check() == []
    assert verify_sheet_file(path, office.store.folder).holds
