"""Departures from the rules under a supervisor's eyes, over a real store; and thresholds, and claims that went away."""

import pytest
from colleagues import join
from offices import add_claims, claim, line

from app.domain.departures import departures_of
from app.domain.office import ClaimState, DecisionKind
from app.errors import UseError
from app.services.queue import QueueFilter, QueueView, page
from app.services.review import Review
from app.services.sign_off import sign, signed_sheet_file
from app.services.supervision import Supervision, set_thresholds, thresholds_of
from app.services.verification import verify_sheet_file

REMARK = "GEN-16b"


class Desks:
    """A reviewer's and a supervisor's desk on one office."""

    def __init__(self, office, session):
        self.office, self.session = office, session
        self.supervisor = join(office, "supervisor")
        self.review = Review(office, session)
        self.supervision = Supervision(office, self.supervisor)

    def signed(self, claim_id, amount=95_000, submission_id=None):
        """Bring a claim of which the engine pays 80,000 of line 1, let a person's amount stand and sign it."""
        lines = line(1, "700245", 100_000), line(2, "T-CHEST", 60_000)
        (number,) = add_claims(
            self.office, self.session, claim(claim_id, *lines), submission_id=submission_id or claim_id
        )
        opened = self.review.open(number)
        if amount is not None:
            opened = self.review.set_amount(opened, 1, amount, "توافق")
        sign(self.office, self.session, opened)
        return self.review.open(number)

    def state(self, claim_id):
        return self.review.open(claim_id).state


@pytest.fixture
def desks(desk):
    return Desks(*desk)


def test_what_is_endorsed_is_technically_done_and_bound_to_the_result(desks):
    shown = desks.signed("C-1")
    assert shown.state is ClaimState.AWAITING_SUPERVISOR

    endorsed = desks.supervision.endorse(shown)

    assert endorsed.state is ClaimState.TECHNICALLY_DONE
    word = endorsed.decisions[-1]
    assert (word.kind, word.author, word.reason) == (DecisionKind.ENDORSE, desks.supervisor.user.id, None)
    assert word.result_digest == shown.result.digest_of(None)
    assert endorsed.settlement == shown.settlement
    assert verify_sheet_file(signed_sheet_file(desks.office, shown.id), desks.office.store.folder).holds
    assert desks.office.store.check() == []


def test_what_is_sent_back_lies_at_the_head_of_the_reviewers_queue_with_its_note(desks):
    (other,) = add_claims(desks.office, desks.session, claim("C-0", line(1, "T-CHEST", 60_000)), submission_id="S-0")
    shown = desks.signed("C-1")
    back = desks.supervision.send_back(shown, "  مدرک توافق کجاست؟ ")

    assert (back.state, back.editable) == (ClaimState.IN_REVIEW, False)  # a supervisor reads, and does not review
    assert back.sheets[-1].voided.reason == "مدرک توافق کجاست؟"
    mine = desks.review.open(shown.id)
    assert (mine.sent_back.reason, mine.sent_back.author) == ("مدرک توافق کجاست؟", desks.supervisor.user.id)
    assert mine.editable
    rows = page(desks.office, QueueFilter())
    assert [(row.id, row.sent_back) for row in rows] == [(shown.id, True), (other, False)]
    assert signed_sheet_file(desks.office, shown.id) is None

    sign(desks.office, desks.session, desks.review.set_amount(mine, 1, 80_000, None))
    again = desks.review.open(shown.id)
    assert (again.state, again.sent_back) == (ClaimState.TECHNICALLY_DONE, None)
    assert [sheet.voided is None for sheet in again.sheets] == [False, True]
    assert [row.id for row in page(desks.office, QueueFilter())] == [other]
    assert desks.office.store.check() == []


def test_a_note_is_never_undone_but_what_was_said_before_it_is(desks):
    back = desks.supervision.send_back(desks.signed("C-1"), "دوباره ببینید")
    undone = desks.review.undo(desks.review.open(back.id))
    assert undone.settlement.line(1).approved == 80_000
    assert undone.sent_back.reason == "دوباره ببینید"
    with pytest.raises(UseError, match="چیزی برای برگرداندن نیست"):
        desks.review.undo(undone)


def test_nobody_judges_their_own_departures(desks):
    everything = join(desks.office, "everything")
    own = Review(desks.office, everything)
    shown = desks.signed("C-1")
    (number,) = add_claims(desks.office, everything, claim("C-2", line(1, "700245", 100_000)), submission_id="S-2")
    sign(desks.office, everything, own.set_amount(own.open(number), 1, 90_000, "توافق"))
    supervision = Supervision(desks.office, everything)
    with desks.office.read() as view:
        before = view.trail.last()

    for judge in (supervision.endorse, lambda claim: supervision.send_back(claim, "یادداشت")):
        with pytest.raises(UseError, match="کار خود شما"):
            judge(own.open(number))
    with desks.office.read() as view:
        assert view.trail.last() == before
    assert supervision.endorse(shown).state is ClaimState.TECHNICALLY_DONE
    assert desks.supervision.endorse(own.open(number)).state is ClaimState.TECHNICALLY_DONE


def test_who_decided_on_a_claim_does_not_judge_it_though_another_signed_it(desks):
    everything = join(desks.office, "everything")
    (number,) = add_claims(desks.office, everything, claim("C-1", line(1, "700245", 100_000)))
    decided = Review(desks.office, everything)
    decided.set_amount(decided.open(number), 1, 90_000, "توافق")
    sign(desks.office, desks.session, desks.review.open(number))
    with pytest.raises(UseError, match="کار خود شما"):
        Supervision(desks.office, everything).endorse(desks.review.open(number))


@pytest.mark.parametrize("name", ["reviewer", "accountant"])
def test_only_supervisors_endorse(desks, name):
    shown, colleague = desks.signed("C-1"), join(desks.office, name)
    with pytest.raises(UseError, match="کار ناظر است"):
        Supervision(desks.office, colleague).endorse(shown)
    assert desks.state(shown.id) is ClaimState.AWAITING_SUPERVISOR


def test_what_another_supervisor_judged_meanwhile_is_told(desks):
    shown = desks.signed("C-1")
    desks.supervision.send_back(shown, "دوباره ببینید")
    with pytest.raises(UseError, match="به دست دیگری رسیده"):
        desks.supervision.endorse(shown)
    sign(desks.office, desks.session, desks.review.open(shown.id))
    assert desks.state(shown.id) is ClaimState.AWAITING_SUPERVISOR
    with pytest.raises(UseError, match="به دست دیگری رسیده"):
        desks.supervision.endorse(shown)  # what was signed since was not what the supervisor saw


def test_a_claim_goes_back_only_with_a_note(desks):
    shown = desks.signed("C-1")
    with pytest.raises(UseError, match="یادداشت"):
        desks.supervision.send_back(shown, "   ")
    assert desks.state(shown.id) is ClaimState.AWAITING_SUPERVISOR


def test_a_departure_names_amounts_words_and_clauses(desks):
    lines = line(1, "700245", 100_000), line(2, "T-CHEST", 60_000), line(3, "700245", 100_000)
    (number,) = add_claims(desks.office, desks.session, claim("C-1", *lines))
    review, opened = desks.review, desks.review.open(number)
    (cut,) = (finding.rule for finding in opened.result.findings_of(1) if finding.deducted)
    opened = review.set_amount(opened, 1, 95_000, "توافق")
    opened = review.add_deduction(opened, REMARK, 2, 20_000, "تشخیص")
    opened = review.waive(opened, cut, 3, "تعرفه همین است")

    rows = departures_of(opened.settlement, opened.decisions)

    assert [(row.line, row.engine, row.approved, row.difference) for row in rows] == [
        (1, 80_000, 95_000, 15_000),
        (2, 60_000, 20_000, -40_000),
        (3, 80_000, opened.settlement.line(3).approved, opened.settlement.line(3).approved - 80_000),
    ]
    assert [[(ground.decision.reason, ground.rules) for ground in row.grounds] for row in rows] == [
        [("توافق", (cut,))],
        [("تشخیص", (REMARK,))],
        [("تعرفه همین است", (cut,))],
    ]


def test_the_dearest_departure_comes_first(desks):
    amounts = {"C-1": 85_000, "C-2": 99_000, "C-3": 90_000}
    numbers = {name: desks.signed(name, amount).id for name, amount in amounts.items()}
    rows = page(desks.office, QueueFilter(QueueView.AWAITING))
    assert [(row.id, row.departure) for row in rows] == [
        (numbers["C-2"], 19_000),
        (numbers["C-3"], 10_000),
        (numbers["C-1"], 5_000),
    ]


@pytest.mark.parametrize(
    ("rial", "percent", "amount", "waits"),
    [
        (None, None, 0, False),
        (20_000, None, 60_000, False),
        (19_999, None, 60_000, True),
        (None, 12, 60_800, False),  # 19,200 of 160,000 rials are twelve percent
        (None, 12, 60_799, True),
        (20_000, 0, 79_999, True),
        (0, None, 80_000, False),
        (1_000_000, 100, 80_001, True),  # what costs more waits, whatever the thresholds
    ],
)
def test_thresholds_hold_larger_departures_for_the_supervisor(desks, rial, percent, amount, waits):
    set_thresholds(desks.office, desks.supervisor, rial, percent)
    state = desks.signed("C-1", amount).state
    assert state is (ClaimState.AWAITING_SUPERVISOR if waits else ClaimState.TECHNICALLY_DONE)


def test_thresholds_are_set_by_supervisor_or_administrator_and_taken_off_again(desks):
    set_thresholds(desks.office, desks.session, 50_000, 20)
    with desks.office.read() as view:
        assert (thresholds_of(view).rial, thresholds_of(view).percent) == (50_000, 20)
    with pytest.raises(UseError, match="کار ناظر یا مدیر دفتر"):
        set_thresholds(desks.office, join(desks.office, "reviewer"), 0, 0)
    for rial, percent in ((-1, None), (None, 101), (None, -1)):
        with pytest.raises(UseError, match="آستانه"):
            set_thresholds(desks.office, desks.supervisor, rial, percent)
    assert set_thresholds(desks.office, desks.supervisor, None, None).rial is None
    assert desks.office.store.check() == []


@pytest.mark.parametrize("state", [ClaimState.RETURNED, ClaimState.REFERRED])
def test_a_claim_that_went_away_comes_back_with_a_reason(desks, state):
    (number,) = add_claims(desks.office, desks.session, claim("C-1", line(1, "T-CHEST", 60_000)))
    review = desks.review
    away = review.send_away(review.open(number), state, " گزارش پیوست نیست ", rule=REMARK, line=1)
    assert (away.state, away.editable) == (state, False)
    word = away.sent_away
    assert (word.reason, word.rule, word.line) == ("گزارش پیوست نیست", REMARK, 1)
    with pytest.raises(UseError):
        review.set_amount(away, 1, 0, "دلیل")
    with pytest.raises(UseError, match="با چه چیزی"):
        review.take_back(away, " ")
    with pytest.raises(UseError, match="کارشناس رسیدگی است"):
        Review(desks.office, desks.supervisor).take_back(away, "رسید")

    back = review.take_back(away, "گزارش رسید")

    assert (back.state, back.editable, back.sent_away) == (ClaimState.IN_REVIEW, True, None)
    assert back.sent_back.reason == "گزارش رسید"
    with pytest.raises(UseError):
        review.take_back(back, "باز هم")
    assert [row.sent_back for row in page(desks.office, QueueFilter())] == [True]
    assert desks.office.store.check() == []


def test_a_claim_that_was_sent_back_and_then_away_is_seen_as_it_is_now(desks):
    back = desks.supervision.send_back(desks.signed("C-1"), "مدرک ندارد")
    changed = desks.review.set_amount(desks.review.open(back.id), 1, 70_000, "توافق دیگر")
    away = desks.review.send_away(changed, ClaimState.RETURNED, "مدرک توافق پیوست نیست")
    seen = desks.review.open(away.id)
    assert seen.notes == ()
    assert seen.settlement.line(1).approved == 70_000
    assert seen.sent_away.reason == "مدرک توافق پیوست نیست"
    here = desks.review.take_back(seen, "مدرک رسید")
    assert [note.reason for note in here.notes] == ["مدرک ندارد", "مدرک رسید"]  # until it is signed again
    sign(desks.office, desks.session, here)
    assert desks.review.open(away.id).notes == ()


def test_who_does_not_review_reads_an_open_claim(desks):
    (number,) = add_claims(desks.office, desks.session, claim("C-1", line(1, "T-CHEST", 60_000)))
    seen = Review(desks.office, desks.supervisor).open(number)
    assert not seen.editable
    assert "کارشناس رسیدگی" in seen.held
    assert desks.review.open(number).held is None
