"""Batches: the rest of a bill, the same word elsewhere; each looked at first, done whole or not at all, taken back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from offices import PASSWORD, add_claims, claim, line, make_office

from app.domain.batch import BATCH_KINDS, REST_ACCEPTED
from app.domain.office import ClaimState, DecisionKind, Role
from app.errors import UseError
from app.services.batch import CHANGED_MEANWHILE, LIES_ELSEWHERE, SAID_SINCE, SIGNED_MEANWHILE, Batches
from app.services.office import Office
from app.services.people import add_person, sign_in
from app.services.presence import ThisDesk
from app.services.review import Review
from app.services.sign_off import sign
from app.store.office import OfficeStore


class Stopped(Exception):
    """What a person's wish to end raises."""


def no_progress(_done, _all):
    """Nobody looks."""


@pytest.fixture
def work(desk):
    return Work(*desk)


class Work:
    """One reviewer's work in an office of a few claims whose first lines cost more than they may."""

    def __init__(self, office, session) -> None:
        self.office, self.session = office, session
        self.review, self.batches = Review(office, session), Batches(office, session)

    def bring(self, *amounts, submission_id="S-1"):
        """Import claims of two dear lines and one good one."""
        return add_claims(
            self.office,
            self.session,
            *(
                claim(
                    f"{submission_id}-C{number}",
                    line(1, "T-CHEST", amount),
                    line(2, "700245", 100_000),
                    line(3, "T-WRIST", 60_000),
                )
                for number, amount in enumerate(amounts)
            ),
            submission_id=submission_id,
        )

    def open(self, claim_id):
        return self.review.open(claim_id)

    def rule_of(self, claim_id, no=1):
        (finding,) = self.open(claim_id).result.findings_of(no)
        return finding.rule

    def everything(self):
        with self.office.read() as view:
            return view.trail.last().seq

    def amounts(self, claim_ids):
        return [[line.approved for line in self.open(number).settlement.lines] for number in claim_ids]

    def results(self, claim_ids):
        with self.office.read() as view:
            return [view.results.of_claim(number) for number in claim_ids]

    def same(self, claim_id, no=1):
        return self.batches.same_in_submission(self.open(claim_id), self.rule_of(claim_id, no), no, no_progress)

    def waive(self, claim_id, no=1, reason="گزارش پیوست است"):
        return self.review.waive(self.open(claim_id), self.rule_of(claim_id, no), no, reason)


def test_the_rest_of_a_bill_is_accepted_in_one_step_and_taken_back_in_one(work):
    (number,) = work.bring(95_000)
    work.review.set_amount(work.open(number), 1, 50_000, "توافق")
    before = work.open(number)

    plan = work.batches.rest_of(before)
    assert [(claim.claim_id, [(row.line, row.before, row.after) for row in claim.lines]) for claim in plan.claims] == [
        (number, [(2, 80_000, 80_000)])
    ]
    assert (plan.lines, plan.before, plan.after) == (1, 190_000, 190_000)
    work.batches.carry_out(plan, no_progress)

    after = work.open(number)
    said = [word for word in after.decisions if word.reason == REST_ACCEPTED]
    assert [(word.kind, word.line, word.undone) for word in said] == [(DecisionKind.UPHOLD, 2, False)]
    assert after.settlement.totals == before.settlement.totals
    assert work.batches.rest_of(after).claims == ()
    assert work.review.undo(after).decisions[-1].undone
    assert work.open(number).settlement.line(1).approved == 50_000


def test_all_agreements_of_one_step_are_undone_by_one_key(work):
    (number,) = work.bring(95_000)
    work.batches.carry_out(work.batches.rest_of(work.open(number)), no_progress)
    assert [word.undone for word in work.open(number).decisions] == [False, False]

    undone = work.review.undo(work.open(number))
    assert [word.undone for word in undone.decisions] == [True, True]
    assert undone.state is ClaimState.IN_REVIEW


def test_a_question_stays_a_question(work):
    (number,) = add_claims(work.office, work.session, claim("C-1", line(1, "T-CHEST", 95_000), prescriber_stamp=None))
    before = work.open(number)
    assert before.questions
    work.batches.carry_out(work.batches.rest_of(before), no_progress)

    after = work.open(number)
    assert [question.name for question in after.questions] == [question.name for question in before.questions]
    assert not after.may_be_signed


def test_a_word_is_said_of_the_same_finding_in_the_whole_submission(work):
    claims = work.bring(95_000, 90_000, 60_000, 70_000)
    others = work.bring(95_000, submission_id="S-2")
    work.waive(claims[0])
    before = work.amounts(claims)

    plan = work.same(claims[0])
    touched = {claim.claim_id: [(row.line, row.before, row.after) for row in claim.lines] for claim in plan.claims}
    assert touched == {
        claims[0]: [(2, 80_000, 100_000)],
        claims[1]: [(1, 60_000, 90_000), (2, 80_000, 100_000)],
        claims[2]: [(2, 80_000, 100_000)],
        claims[3]: [(1, 60_000, 70_000), (2, 80_000, 100_000)],
    }
    assert plan.word.reason == "گزارش پیوست است"
    assert (plan.lines, plan.after - plan.before) == (6, 120_000)
    assert work.amounts(claims) == before

    done = work.batches.carry_out(plan, no_progress)
    assert work.amounts(claims) == [
        [95_000, 100_000, 60_000],
        [90_000, 100_000, 60_000],
        [60_000, 100_000, 60_000],
        [70_000, 100_000, 60_000],
    ]
    assert work.amounts(others) == [[60_000, 80_000, 60_000]]
    assert [result.totals.approved for result in work.results(claims)] == [255_000, 250_000, 220_000, 230_000]
    words = [word for number in claims for word in work.open(number).decisions if word.at == done.at]
    assert {(word.kind, word.author, word.reason) for word in words} == {
        (DecisionKind.WAIVE, work.session.user.id, "گزارش پیوست است")
    }
    assert work.office.store.check() == []


def test_one_undo_takes_all_of_it_back_after_other_work_too(work):
    claims = work.bring(95_000, 90_000, 70_000)
    work.waive(claims[0])
    before, results = work.amounts(claims), work.results(claims[1:])
    done = work.batches.carry_out(work.same(claims[0]), no_progress)
    (other,) = work.bring(95_000, submission_id="S-2")
    work.review.set_amount(work.open(other), 1, 10_000, "توافق")

    assert work.batches.last_said(work.open(claims[0]).submission_id) == done.at
    plan = work.batches.undoing(done.plan.submission_id, done.at, no_progress)
    assert (plan.before, plan.after) == (done.plan.after, done.plan.before)
    work.batches.carry_out(plan, no_progress)

    assert work.amounts(claims) == before
    assert work.results(claims[1:]) == results
    assert work.amounts([other])[0][0] == 10_000
    assert work.batches.last_said(done.plan.submission_id) is None
    assert work.batches.undoing(done.plan.submission_id, done.at, no_progress).claims == ()
    assert work.office.store.check() == []


def test_what_was_signed_or_changed_meanwhile_is_left_out_and_named(work):
    claims = work.bring(95_000, 90_000, 70_000, 80_000)
    work.waive(claims[0])
    done = work.batches.carry_out(work.same(claims[0]), no_progress)
    sign(work.office, work.session, work.open(claims[1]))
    work.review.set_amount(work.open(claims[2]), 3, 1_000, "توافق")

    plan = work.batches.undoing(done.plan.submission_id, done.at, no_progress)
    assert [claim.claim_id for claim in plan.claims] == [claims[0], claims[3]]
    assert [(left.number, left.why) for left in plan.left_out] == [
        ("S-1-C1", SIGNED_MEANWHILE),
        ("S-1-C2", SAID_SINCE),
    ]
    work.batches.carry_out(plan, no_progress)
    assert [amounts[1] for amounts in work.amounts(claims)] == [80_000, 100_000, 100_000, 80_000]


def test_what_changes_between_the_preview_and_the_deed_is_left_out_and_named(work):
    claims = work.bring(95_000, 90_000, 70_000, 80_000, 75_000)
    work.waive(claims[0])
    plan = work.same(claims[0])
    work.review.set_amount(work.open(claims[1]), 2, 1_000, "توافق")
    sign(work.office, work.session, work.open(claims[2]))
    other = Office(OfficeStore.open(work.office.store.folder), work.office.clock)
    ThisDesk(other, work.session.user.id).take(claims[3])

    done = work.batches.carry_out(plan, no_progress)
    other.close()
    assert [(left.number, left.why) for left in done.plan.left_out] == [
        ("S-1-C1", CHANGED_MEANWHILE),
        ("S-1-C2", SIGNED_MEANWHILE),
        ("S-1-C3", LIES_ELSEWHERE),
    ]
    assert [claim.claim_id for claim in done.plan.claims] == [claims[0], claims[4]]
    assert [amounts[0] for amounts in work.amounts(claims)] == [95_000, 60_000, 60_000, 60_000, 75_000]


def test_where_nothing_is_left_to_do_nothing_is_done(work):
    claims = work.bring(95_000, 90_000)
    work.waive(claims[0])
    plan = work.same(claims[0])
    for number in claims:
        sign(work.office, work.session, work.open(number))
    before = work.everything()

    with pytest.raises(UseError, match="چیزی برای انجام نماند"):
        work.batches.carry_out(plan, no_progress)
    assert work.everything() == before


@pytest.mark.parametrize("stop_at", range(4))
def test_whoever_cancels_has_changed_nothing(work, stop_at):
    claims = work.bring(95_000, 90_000, 70_000, 80_000)
    work.waive(claims[0])
    plan, before = work.same(claims[0]), work.everything()

    def progress(done, count):
        assert count == 4
        if done == stop_at:
            raise Stopped

    with pytest.raises(Stopped):
        work.batches.carry_out(plan, progress)
    assert work.everything() == before
    work.batches.carry_out(plan, no_progress)
    assert [amounts[0] for amounts in work.amounts(claims)] == [95_000, 90_000, 70_000, 80_000]


def test_an_amount_is_carried_to_equal_lines_alone(work):
    claims = work.bring(95_000, 95_000, 90_000)
    work.review.set_amount(work.open(claims[0]), 1, 40_000, "نصف خدمت انجام شده")

    plan = work.same(claims[0])
    assert [(one.claim_id, [(row.line, row.after) for row in one.lines]) for one in plan.claims] == [
        (claims[1], [(1, 40_000)])
    ]
    assert {(left.number, left.line) for left in plan.left_out} == {
        ("S-1-C0", 2),
        ("S-1-C1", 2),
        ("S-1-C2", 1),
        ("S-1-C2", 2),
    }
    work.batches.carry_out(plan, no_progress)
    assert work.open(claims[1]).settlement.line(1).decision.reason == "نصف خدمت انجام شده"


@pytest.mark.parametrize(("amount", "expected"), [(0, [0, 0, 0]), (95_000, [95_000, 90_000, 60_000])])
def test_nothing_and_all_that_is_claimed_mean_the_same_on_every_line(work, amount, expected):
    claims = work.bring(95_000, 90_000)
    work.review.set_amount(work.open(claims[0]), 1, amount, "توافق")
    work.batches.carry_out(work.same(claims[0]), no_progress)

    assert [amounts[0] for amounts in work.amounts(claims)] == expected[:2]
    assert [amounts[1] for amounts in work.amounts(claims)] == ([0, 0] if not amount else [100_000, 100_000])


def test_a_persons_own_word_on_a_line_stays(work):
    claims = work.bring(95_000, 90_000, 70_000)
    work.review.set_amount(work.open(claims[1]), 1, 5_000, "توافق")
    work.review.uphold(work.open(claims[2]), work.rule_of(claims[2]), 1)
    work.waive(claims[0])
    plan = work.same(claims[0])

    assert [(left.number, left.line) for left in plan.left_out] == [("S-1-C1", 1)]
    work.batches.carry_out(plan, no_progress)
    assert [amounts[0] for amounts in work.amounts(claims)] == [95_000, 5_000, 60_000]


def test_a_finding_without_a_word_has_none_to_repeat(work):
    (number,) = work.bring(95_000)
    with pytest.raises(UseError, match="نخست درباره این یافته نظر دهید"):
        work.same(number)


def test_only_reviewers_say_words_in_batches(work):
    claims = work.bring(95_000, 90_000)
    work.waive(claims[0])
    plan = work.same(claims[0])
    add_person(
        work.office, None, name="nazer", full_name="ناظر آزمایشی", roles=frozenset({Role.SUPERVISOR}), password=PASSWORD
    )
    before = work.everything()
    with pytest.raises(UseError, match="کار کارشناس رسیدگی است"):
        Batches(work.office, sign_in(work.office, "nazer", PASSWORD)).carry_out(plan, no_progress)
    assert work.amounts(claims)[1][0] == 60_000
    assert work.everything() == before + 2  # the signing in, and the key that was made


def test_nobody_takes_back_what_another_said(work):
    claims = work.bring(95_000, 90_000)
    work.waive(claims[0])
    done = work.batches.carry_out(work.same(claims[0]), no_progress)
    add_person(
        work.office, None, name="sima", full_name="سیما آزمایشی", roles=frozenset({Role.REVIEWER}), password=PASSWORD
    )
    others = Batches(work.office, sign_in(work.office, "sima", PASSWORD))
    assert others.last_said(done.plan.submission_id) is None
    assert others.undoing(done.plan.submission_id, done.at, no_progress).claims == ()


def test_single_words_are_no_batch(work):
    claims = work.bring(95_000, 90_000)
    for number in claims:
        work.waive(number)
        work.review.all_in_order(work.open(number))
    assert work.batches.last_said(work.open(claims[0]).submission_id) is None
    assert DecisionKind.ENTER_FACT not in BATCH_KINDS


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), amounts=st.lists(st.sampled_from([50_000, 60_000, 70_000, 95_000]), min_size=1, max_size=4))
def test_what_the_preview_says_is_what_happens_and_undoing_gives_all_of_it_back(tmp_path_factory, data, amounts):
    office, session = make_office(tmp_path_factory.mktemp("batch") / "office")
    work = Work(office, session)
    claims = work.bring(*amounts)
    for number in claims:
        for no in data.draw(st.sets(st.integers(1, 3)), "words"):
            word = data.draw(st.sampled_from(["amount", "uphold", "waive"]), "kind")
            findings = work.open(number).result.findings_of(no)
            if word == "amount":
                work.review.set_amount(work.open(number), no, data.draw(st.integers(0, 50_000)), "توافق")
            elif findings and word == "uphold":
                work.review.uphold(work.open(number), findings[0].rule, no)
            elif findings:
                work.review.waive(work.open(number), findings[0].rule, no, "توافق")
    source = next(
        (
            (number, finding.rule, finding.line)
            for number in claims
            for finding in work.open(number).result.findings
            if finding.line and work.open(number).settlement.line(finding.line).decision
        ),
        None,
    )
    if source is not None:
        number, rule, no = source
        plan = work.batches.same_in_submission(work.open(number), rule, no, no_progress)
    else:
        plan = work.batches.rest_of(work.open(claims[0]))
    before = {number: work.open(number) for number in claims}
    if plan.claims:
        done = work.batches.carry_out(plan, no_progress)
        after = {number: work.open(number) for number in claims}
        for touched in plan.claims:
            assert before[touched.claim_id].settlement.totals.approved == touched.before
            assert after[touched.claim_id].settlement.totals.approved == touched.after
            for row in touched.lines:
                assert after[touched.claim_id].settlement.line(row.line).approved == row.after
            assert work.results([touched.claim_id]) == [touched.summary]
        untouched = set(claims) - {touched.claim_id for touched in plan.claims}
        assert all(after[number].settlement == before[number].settlement for number in untouched)
        back = work.batches.undoing(plan.submission_id, done.at, no_progress)
        work.batches.carry_out(back, no_progress)
    assert all(work.open(number).settlement == before[number].settlement for number in claims)
    assert office.store.check() == []
    office.close()
