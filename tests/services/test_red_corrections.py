"""The accounting pass over a real store: red corrections, two signatures, and what voids them."""

import hashlib

import pytest
from colleagues import join
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from offices import add_claims, claim, line

from app.domain.findings import Mark, Pen
from app.domain.office import ClaimState, DecisionKind, Role
from app.domain.queue import QueueQuery
from app.domain.settlement_digest import settlement_digest
from app.errors import DataError, UseError
from app.services.accounting import Accounting
from app.services.people import sign_in
from app.services.queue import QueueFilter, page
from app.services.review import Review
from app.services.sign_off import ClaimChanged, sign, signed_sheet_file
from app.services.supervision import Supervision
from app.services.verification import verify_in_office

LINES = line(1, "700245", 100_000), line(2, "T-CHEST", 60_000)


@pytest.fixture
def office(desk):
    return desk[0]


@pytest.fixture
def review(desk):
    return Review(*desk)


@pytest.fixture
def accounting(office):
    return Accounting(office, join(office, "accountant"))


@pytest.fixture
def signed(desk, review):
    """A claim that its reviewer has signed: line 1 is cut by the engine to 80,000, line 2 stands at 60,000."""
    (number,) = add_claims(*desk, claim("C-1", *LINES))
    sign(*desk, review.open(number))
    return review.open(number)


def sheets_of(office, number):
    with office.read() as view:
        return view.sheets.of_claim(number)


def verdict_of(office, number, place=-1):
    path = office.store.sheets_folder / sheets_of(office, number)[place].file_name
    return verify_in_office(office, path.read_bytes())


def test_the_second_signature_closes_the_claim_and_both_hold(office, accounting, signed):
    closed = accounting.sign(signed)
    assert closed.state is ClaimState.CLOSED
    green, red = sheets_of(office, signed.id)
    assert (green.role, red.role) == (Role.REVIEWER, Role.ACCOUNTANT)
    assert green.digest == red.digest == settlement_digest(closed.settlement)
    before, after = (
        (office.store.sheets_folder / sheet.file_name).read_bytes() for sheet in sheets_of(office, signed.id)
    )
    assert after.startswith(before)
    verdict = verify_in_office(office, after)
    assert verdict.holds
    assert [("مینا رستگار" in said, "هما کاردان" in said) for said in verdict.sentences[:2]] == [
        (True, False),
        (False, True),
    ]
    assert signed_sheet_file(office, signed.id).read_bytes() == after
    assert office.store.check() == []


def test_the_states_are_told_in_the_trail(office, accounting, signed):
    accounting.sign(signed)
    with office.read() as view:
        entries = view.trail.of_claim(signed.id)
    states = [entry.payload["state"] for entry in entries if "state" in entry.payload]
    assert states[-3:] == ["technically_done", "in_accounting", "closed"]


def test_a_correction_is_red_voids_the_signature_and_leaves_the_green_word_beside_it(office, accounting, signed):
    corrected = accounting.correct(signed, 1, 70_000, "ضرب نادرست")
    settled = corrected.settlement.line(1)
    assert (settled.approved, settled.pen, settled.mark) == (70_000, Pen.RED, Mark.CIRCLE)
    assert (settled.green.approved, settled.engine.approved) == (80_000, 80_000)
    assert settled.author_initials == "ه.ک"
    totals = corrected.settlement.totals
    assert totals.approved == 130_000 == totals.patient_share + totals.insurer_share
    assert corrected.state is ClaimState.IN_ACCOUNTING
    assert corrected.voided.reason == "تصحیح حسابداری ردیف ۱: ضرب نادرست"
    verdict = verdict_of(office, signed.id)
    assert not verdict.holds
    assert "هما کاردان" in verdict.sentences[-1]
    assert "ضرب نادرست" in verdict.sentences[-1]
    assert signed_sheet_file(office, signed.id) is None
    with office.read() as view:
        assert view.results.of_claim(signed.id).approved_lines == {1: 70_000, 2: 60_000}
    assert office.store.check() == []


def test_a_corrected_claim_is_signed_anew_by_its_reviewer_and_closed_by_the_accountant(
    desk, office, review, accounting, signed
):
    corrected = accounting.correct(signed, 1, 70_000, "ضرب نادرست")
    with pytest.raises(UseError, match="دوباره امضا کند"):
        accounting.sign(corrected)
    asked = accounting.ask_for_signature(corrected)
    assert asked.state is ClaimState.IN_REVIEW
    assert asked.sent_back.reason == (
        "برای امضای دوباره پس از تصحیح حسابداری: ردیف ۱ از ۸۰٬۰۰۰ به ۷۰٬۰۰۰ ریال («ضرب نادرست»)"
    )
    sign(*desk, review.open(signed.id))
    again = review.open(signed.id)
    assert (again.state, again.settlement.line(1).approved, again.voided) == (
        ClaimState.TECHNICALLY_DONE,
        70_000,
        None,
    )
    assert accounting.sign(again).state is ClaimState.CLOSED
    assert verdict_of(office, signed.id).holds
    assert not verdict_of(office, signed.id, 0).holds
    assert [sheet.role for sheet in sheets_of(office, signed.id)] == [Role.REVIEWER, Role.REVIEWER, Role.ACCOUNTANT]
    assert office.store.check() == []


def test_the_reviewers_queue_begins_with_what_is_to_be_signed_anew(desk, office, review, accounting, signed):
    later = add_claims(*desk, *(claim(f"C-{n}", *LINES) for n in (2, 3)), submission_id="S-2")
    sign(*desk, review.open(later[1]))
    accounting.send_back(review.open(later[1]), "ببینید")
    assert [(row.id, row.corrected) for row in page(office, QueueFilter())] == [(later[1], False), (later[0], False)]
    accounting.ask_for_signature(accounting.correct(signed, 1, 70_000, "دلیل"))
    rows = page(office, QueueFilter())
    assert [(row.id, row.sent_back, row.corrected) for row in rows] == [
        (signed.id, True, True),
        (later[1], True, False),
        (later[0], False, False),
    ]
    sign(*desk, review.open(signed.id))
    with office.read() as view:
        (row,) = view.claims.page(QueueQuery(states=frozenset({ClaimState.TECHNICALLY_DONE})))
    assert (row.id, row.sent_back, row.corrected) == (signed.id, False, False)


def test_an_upward_correction_waits_for_the_supervisor_who_is_not_its_author(desk, office, review, accounting, signed):
    everything = join(office, "everything")
    others = Accounting(office, everything)
    others.ask_for_signature(others.correct(signed, 1, 90_000, "تعرفه درست"))
    sign(*desk, review.open(signed.id))
    waiting = review.open(signed.id)
    assert waiting.state is ClaimState.AWAITING_SUPERVISOR
    with pytest.raises(UseError, match="کار خود شما"):
        Supervision(office, everything).endorse(waiting)
    endorsed = Supervision(office, join(office, "supervisor")).endorse(waiting)
    assert endorsed.voided is None
    assert accounting.sign(endorsed).state is ClaimState.CLOSED
    assert verdict_of(office, signed.id).holds


def test_nobody_signs_anew_what_they_corrected(office, signed):
    everything = join(office, "everything")
    accounting = Accounting(office, everything)
    accounting.ask_for_signature(accounting.correct(signed, 1, 70_000, "دلیل"))
    with pytest.raises(UseError, match="خود شما در حسابداری"):
        sign(office, everything, Review(office, everything).open(signed.id))
    other = join(office, "reviewer")
    sign(office, other, Review(office, other).open(signed.id))
    assert accounting.sign(Review(office, other).open(signed.id)).state is ClaimState.CLOSED


@pytest.mark.parametrize(
    "step",
    [
        lambda a, c: a.correct(c, 1, 70_000, "دلیل"),
        lambda a, c: a.send_back(c, "یادداشت"),
        lambda a, c: a.sign(c),
    ],
)
def test_nobody_does_the_accounts_of_their_own_review(office, step):
    everything = join(office, "everything")
    review = Review(office, everything)
    (number,) = add_claims(office, everything, claim("C-1", *LINES))
    sign(office, everything, review.open(number))
    before = sheets_of(office, number)
    with pytest.raises(UseError, match="کار خود شما"):
        step(Accounting(office, everything), review.open(number))
    assert review.open(number).state is ClaimState.TECHNICALLY_DONE
    assert sheets_of(office, number) == before
    assert len(list(office.store.sheets_folder.iterdir())) == 1


def test_only_accountants_do_the_accounts(desk, signed):
    with pytest.raises(UseError, match="کارشناس حسابداری"):
        Accounting(*desk).sign(signed)


def test_roles_that_were_taken_away_count_no_longer(office, accounting, signed):
    with office.change(None) as unit:
        unit.users.set_roles(accounting._session.user.id, frozenset({Role.SUPERVISOR}))
    with pytest.raises(UseError, match="کارشناس حسابداری"):
        accounting.sign(signed)
    assert len(sheets_of(office, signed.id)) == 1


@pytest.mark.parametrize(
    ("amount", "reason", "word"),
    [(70_000, " ", "دلیل"), (100_001, "دلیل", "میان صفر"), (-1, "دلیل", "میان صفر"), (80_000, "دلیل", "همین مبلغ")],
)
def test_a_correction_has_an_amount_and_a_reason(accounting, signed, amount, reason, word):
    with pytest.raises(UseError, match=word):
        accounting.correct(signed, 1, amount, reason)


def test_a_correction_is_taken_back_by_its_author_and_the_signature_stays_void(office, accounting, signed):
    first = accounting.correct(signed, 1, 70_000, "یکم")
    second = accounting.correct(first, 2, 50_000, "دوم")
    other = Accounting(office, join(office, "everything"))
    with pytest.raises(UseError, match="از شما"):
        other.undo(second)
    back = accounting.undo(accounting.undo(second))
    assert [entry.approved for entry in back.settlement.lines] == [80_000, 60_000]
    assert (back.corrections, back.voided.reason) == ((), "تصحیح حسابداری ردیف ۱: یکم")
    with pytest.raises(UseError, match="برگرداندن نیست"):
        accounting.undo(back)
    assert "همان است که امضا شده بود" in accounting.ask_for_signature(back).sent_back.reason


def test_the_reviewer_answers_red_words_and_does_not_undo_them(review, accounting, signed):
    asked = accounting.ask_for_signature(accounting.correct(signed, 1, 70_000, "دلیل"))
    with pytest.raises(UseError, match="چیزی برای برگرداندن"):
        review.undo(asked)
    answered = review.set_amount(asked, 1, 75_000, "مبلغ درست این است")
    assert (answered.settlement.line(1).approved, answered.settlement.line(1).pen) == (75_000, Pen.GREEN)


def test_a_claim_goes_back_with_a_note(desk, office, review, accounting, signed):
    with pytest.raises(UseError, match="یادداشت"):
        accounting.send_back(signed, "  ")
    sent = accounting.send_back(signed, "گزارش ردیف ۲ را ببینید")
    assert (sent.state, sent.voided.reason) == (ClaimState.IN_REVIEW, "گزارش ردیف ۲ را ببینید")
    word = sent.decisions[-1]
    assert (word.kind, word.pen, word.reason) == (DecisionKind.SEND_BACK, Pen.RED, "گزارش ردیف ۲ را ببینید")
    assert sent.editable
    with pytest.raises(UseError, match="به دست دیگری"):
        accounting.correct(sent, 1, 0, "دیر")
    sign(*desk, review.open(signed.id))
    assert review.open(signed.id).sent_back is None
    assert accounting.sign(review.open(signed.id)).state is ClaimState.CLOSED


def test_what_the_supervisor_returned_is_not_countersigned(office, accounting, signed):
    supervisor = Supervision(office, join(office, "supervisor"))
    supervisor.send_back(signed, "دوباره ببینید")
    with pytest.raises(UseError, match="به دست دیگری"):
        accounting.sign(signed)
    now = Review(office, accounting._session).open(signed.id)
    assert now.voided.reason == "دوباره ببینید"
    with pytest.raises(UseError, match="برقرار نیست"):
        accounting.sign(now)
    assert len(list(office.store.sheets_folder.iterdir())) == 1


def test_version_two_needs_both_signatures_anew(desk, office, review, accounting, signed):
    accounting.sign(signed)
    with office.change(desk[1].user.id) as unit:
        unit.claims.set_state(signed.id, ClaimState.OBJECTED)
        unit.claims.reopen(signed.id)
    other = join(office, "reviewer")
    second = Review(office, other).open(signed.id)
    assert (second.version, second.reviewers_sheet) == (2, None)
    with pytest.raises(UseError, match="برقرار نیست"):
        accounting.sign(second)
    sign(office, other, second)
    assert accounting.sign(review.open(signed.id)).state is ClaimState.CLOSED
    assert [(sheet.version, sheet.role) for sheet in sheets_of(office, signed.id)] == [
        (1, Role.REVIEWER),
        (1, Role.ACCOUNTANT),
        (2, Role.REVIEWER),
        (2, Role.ACCOUNTANT),
    ]
    assert all(sheet.voided is None for sheet in sheets_of(office, signed.id))


def test_a_sheet_that_no_longer_says_what_stands_is_not_countersigned(office, accounting, signed):
    with office.change(accounting._session.user.id) as unit:
        digest = signed.result.digest_of(1)
        unit.decisions.add(
            signed.id, DecisionKind.SET_AMOUNT, result_digest=digest, line=1, amount=0, reason="نهان", pen=Pen.RED
        )
    with pytest.raises(ClaimChanged):
        accounting.sign(signed)
    now = Review(office, accounting._session).open(signed.id)
    with pytest.raises(UseError, match="یکی نیست"):
        accounting.sign(now)
    assert len(list(office.store.sheets_folder.iterdir())) == 1
    assert accounting.send_back(now, "برگ با سند یکی نیست").editable


def test_a_file_that_was_tampered_with_is_not_countersigned(office, accounting, signed):
    (path,) = office.store.sheets_folder.iterdir()
    path.write_bytes(path.read_bytes() + b"\n%")
    with pytest.raises(DataError, match="یکی نیست"):
        accounting.sign(signed)
    assert len(sheets_of(office, signed.id)) == 1


def test_of_two_accountants_one_comes_too_late(office, accounting, signed):
    accounting.correct(signed, 1, 70_000, "دلیل")
    other = sign_in(office, "accountant", accounting._session.password)
    for step in (lambda a: a.sign(signed), lambda a: a.correct(signed, 2, 0, "دلیل")):
        with pytest.raises(UseError, match="به دست دیگری"):
            step(Accounting(office, other))
    assert office.store.check() == []


def test_the_history_of_a_patient_follows_the_correction_once_it_is_signed(desk, office, review, accounting, signed):
    accounting.ask_for_signature(accounting.correct(signed, 1, 0, "تکراری"))
    sign(*desk, review.open(signed.id))
    accounting.sign(review.open(signed.id))
    with office.read() as view:
        paid = view.claims.history_of(signed.claim.patient.id, office.dictionary)
    assert [service.code for service in paid] == ["T-CHEST"]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_corrected_all_agrees_to_the_rial(desk, office, review, accounting, data):
    with office.read() as view:
        known = len(view.submissions.list(office.dictionary))
    (number,) = add_claims(*desk, claim(f"H-{known}", *LINES), submission_id=f"H-{known}")
    sign(*desk, review.open(number))
    now = review.open(number)
    for _ in range(data.draw(st.integers(1, 3))):
        no = data.draw(st.sampled_from([1, 2]))
        stands, most = now.settlement.line(no).approved, now.line(no).amount
        amount = data.draw(st.integers(0, most).filter(lambda wanted, stands=stands: wanted != stands))
        now = accounting.correct(now, no, amount, "تصحیح")
    if data.draw(st.booleans()):
        now = accounting.undo(now)
    totals, settled = now.settlement.totals, now.settlement.lines
    assert totals.approved == sum(entry.approved for entry in settled) == totals.claimed - totals.deducted
    assert totals.approved == totals.patient_share + totals.insurer_share
    accounting.ask_for_signature(now)
    sign(*desk, review.open(number))
    waiting = review.open(number)
    assert waiting.settlement.totals == totals
    if waiting.state is ClaimState.AWAITING_SUPERVISOR:
        with office.change(None) as unit:
            unit.claims.set_state(number, ClaimState.TECHNICALLY_DONE)
    closed = accounting.sign(review.open(number))
    with office.read() as view:
        kept = view.results.of_claim(number)
        paid = {sheet.role: sheet for sheet in view.sheets.of_claim(number) if sheet.voided is None}
    assert kept.totals == closed.settlement.totals == totals
    pdf = (office.store.sheets_folder / paid[Role.ACCOUNTANT].file_name).read_bytes()
    assert hashlib.sha256(pdf).hexdigest() == paid[Role.ACCOUNTANT].sha256
    assert paid[Role.REVIEWER].digest == paid[Role.ACCOUNTANT].digest == settlement_digest(closed.settlement)
