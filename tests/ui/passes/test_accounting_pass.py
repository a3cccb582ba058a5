"""The accountant's pass at the desk: red pen, sums beside the centre's, and signing in a row; figures for tests."""

import pytest
from PySide6.QtCore import Qt

from app.domain.office import ClaimState, Role
from app.domain.recomputed_sums import RecomputedSum, SumOf
from app.services.accounting import Accounting
from app.services.review import Review
from app.services.sign_off import sign
from app.services.signing_the_rest import TheRest
from app.ui import theme
from app.ui.accounting.rest_card import RestCard
from app.ui.accounting.sums_table import HEADING, ROW, SumsTable
from app.ui.bill.amount_editor import listed_reasons
from app.ui.bill.bill_model import Column
from app.ui.passes.accounting_pass import AccountingPass
from app.ui.passes.technical_pass import TechnicalPass
from app.ui.why.waterfall import bars_of_line
from tests.services.offices import add_claims, claim, line
from tests.ui.bill.conftest import pixels
from tests.ui.frame.conftest import shown, type_text
from tests.ui.passes.conftest import WAIT_MS, open_claim, press


@pytest.fixture
def accountants_desk(signed_in, claims, desk_of, qtbot):
    """An accountant's desk with a signed claim on it."""
    sign_green(signed_in, claims[0])
    desk = desk_of(Role.ACCOUNTANT)
    open_claim(desk, qtbot, claims[0])
    return desk


@pytest.fixture
def accounting(accountants_desk):
    return accountants_desk.pass_of(AccountingPass)


def sign_green(signed_in, *claims):
    """Sign claims as their reviewer."""
    office, session = signed_in
    for number in claims:
        sign(office, session, Review(office, session).open(number))


def correct(desk, qtbot, amount, reason="به فاکتور دیگر"):
    desk.claim.select_line(1)
    desk.claim.edit_action.trigger()
    type_text(desk.claim.editor.field, amount)
    press(Qt.Key.Key_Return)
    type_text(desk.claim.editor.panel.reasons.field, reason)
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        press(Qt.Key.Key_Return)


def test_a_signed_claim_is_the_accountants_and_its_green_keys_rest(accountants_desk, accounting):
    desk = accountants_desk
    assert accounting.accounts.isVisible()
    assert accounting.sign_action.isVisible()
    assert not accounting.ask_action.isVisible()
    assert not accounting.undo_action.isVisible()
    assert not desk.pass_of(TechnicalPass).sign_action.isVisible()
    assert desk.claim.edit_action.isEnabled()
    assert not desk.claim.undo_action.isEnabled()
    assert not desk.claim.all_action.isEnabled()


def test_the_editor_writes_in_red_and_says_what_a_correction_costs(accountants_desk):
    desk = accountants_desk
    desk.claim.select_line(1)
    desk.claim.edit_action.trigger()
    editor = desk.claim.editor
    assert editor.panel.ground.isVisible()
    assert "همین مبلغ" in editor.panel.sentence.text()
    type_text(editor.field, "70000")
    assert "امضای فنی را باطل می‌کند" in editor.panel.sentence.text()
    assert editor.panel.reasons.shown.stringList() == list(listed_reasons(theme.Pen.RED))
    assert pixels(editor.field.grab().toImage(), theme.RED)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert "علت می‌خواهد" in editor.panel.sentence.text()
    assert editor.is_open


def test_the_same_amount_corrects_nothing(accountants_desk):
    desk = accountants_desk
    desk.claim.select_line(1)
    desk.claim.edit_action.trigger()
    press(Qt.Key.Key_Return)
    assert not desk.claim.editor.is_open
    assert desk.claim.open_claim.state is ClaimState.TECHNICALLY_DONE


def test_a_red_line_bears_its_mark_beside_the_struck_green_one_and_says_whose_it_is(accountants_desk, qtbot):
    desk = accountants_desk
    green_before = pixels(desk.claim.bill.grab().toImage(), theme.GREEN)
    assert not pixels(desk.claim.bill.grab().toImage(), theme.RED)
    correct(desk, qtbot, "70000")
    picture = desk.claim.bill.grab().toImage()
    assert pixels(picture, theme.RED)
    assert 0 < len(pixels(picture, theme.GREEN)) < len(green_before)
    row = desk.claim.bill.bill.rows[desk.claim.bill.bill.place_of(1)]
    assert row.hint == "حسابداری: به فاکتور دیگر"
    assert row.struck is row.settled.green
    cell = desk.claim.bill.bill.index(desk.claim.bill.bill.place_of(1), Column.APPROVED)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).endswith("تصحیح حسابداری به جای ۸۰٬۰۰۰")


def test_the_arithmetic_tells_whose_amount_was_corrected_by_whom(signed_in, claims, desk_of, qtbot):
    office, session = signed_in
    review = Review(office, session)
    sign(office, session, review.set_amount(review.open(claims[0]), 1, 75_000, "گزارش"))
    desk = desk_of(Role.ACCOUNTANT)
    open_claim(desk, qtbot, claims[0])
    correct(desk, qtbot, "80000")
    bars = [(bar.name, bar.shown) for bar in bars_of_line(desk.claim.open_claim, 1)]
    assert bars[2:] == [("نظر م.ر", 75_000), ("نظر د.ن", 80_000)]
    row = desk.claim.bill.bill.rows[desk.claim.bill.bill.place_of(1)]
    assert (row.settled.overridden, row.struck.approved, row.struck.author_initials) == (False, 75_000, "م.ر")


def test_a_corrected_claim_asks_for_the_signature_and_offers_to_take_back(accountants_desk, accounting, qtbot):
    desk = accountants_desk
    correct(desk, qtbot, "70000")
    assert accounting.ask_action.isVisible()
    assert accounting.undo_action.isVisible()
    assert not accounting.sign_action.isVisible()
    assert "۱ ردیف تصحیح شده است" in accounting.accounts.turn.text()
    assert desk.claim.header.voided_band.isVisible()
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        accounting.undo_action.trigger()
    assert not accounting.undo_action.isVisible()
    assert desk.claim.header.voided_band.isVisible()
    acting = [act for act in desk.claim.actions() if act.isEnabled() and act.isVisible()]
    assert accounting.sign_action in acting or accounting.ask_action in acting
    keys = [key.toString() for act in acting for key in act.shortcuts()]
    assert sorted(keys) == sorted({*keys})


def test_ones_own_review_is_only_looked_at(signed_in, claims, desk_of, qtbot):
    office, session = signed_in
    with office.change(None) as unit:
        unit.users.set_roles(session.user.id, frozenset(Role))
    sign(office, session, Review(office, session).open(claims[0]))
    desk = desk_of(*Role)
    review = Review(office, desk.session)
    sign(office, desk.session, review.open(claims[1]))
    accounting = desk.pass_of(AccountingPass)
    open_claim(desk, qtbot, claims[1])
    desk.work.open_anew(claims[1])
    qtbot.waitUntil(accounting.accounts.isVisible, timeout=WAIT_MS)
    assert "کار خود شما" in accounting.accounts.turn.text()
    assert not accounting.sign_action.isEnabled()
    assert not accounting.send_back_action.isEnabled()
    assert not desk.claim.edit_action.isEnabled()
    open_claim(desk, qtbot, claims[0])
    assert accounting.sign_action.isEnabled()


def test_nothing_is_signed_behind_another_page(accountants_desk, accounting):
    desk = accountants_desk
    desk.show_page(desk.importing)
    accounting.sign_action.trigger()
    assert desk.claim.isVisible()
    assert desk.claim.open_claim.state is ClaimState.TECHNICALLY_DONE


def test_a_claim_that_was_corrected_elsewhere_is_not_signed_and_shown_as_it_is(
    signed_in, accountants_desk, accounting, qtbot
):
    office, _session = signed_in
    desk = accountants_desk
    shown_claim = desk.claim.open_claim
    Accounting(office, desk.session).correct(shown_claim, 1, 70_000, "دلیل")
    with qtbot.waitSignal(desk.work.failed, timeout=WAIT_MS):
        accounting.sign_action.trigger()
    assert "به دست دیگری" in desk.notices.text


def test_signing_and_going_on_opens_the_next_claim(signed_in, accountants_desk, accounting, claims, qtbot):
    desk = accountants_desk
    sign_green(signed_in, claims[1])
    desk.queue.refresh()
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == len(claims[:2]), timeout=WAIT_MS)
    desk.queue.choose(claims[0])
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda opened: opened.id == claims[1]):
        accounting.sign_next_action.trigger()
    with desk.office.read() as view:
        assert view.claims.standing(claims[0]).state is ClaimState.CLOSED


def test_signing_in_a_row_can_be_stopped_between_two_claims(signed_in, accountants_desk, accounting, claims, qtbot):
    desk = accountants_desk
    sign_green(signed_in, *claims[1:])
    accounting.rest_action.trigger()
    rest = accounting.accounts.rest
    assert rest.isVisible()
    assert not accounting.accounts.sums.isVisible()
    qtbot.waitUntil(lambda: rest.rest is not None, timeout=WAIT_MS)
    rest.agreed.emit()
    task = accounting.task
    with qtbot.waitSignal(task.cancelled, timeout=WAIT_MS):
        with qtbot.waitSignal(task.progressed, timeout=WAIT_MS):
            pass
        press(Qt.Key.Key_Escape)
    assert accounting.task is None
    assert accounting.accounts.sums.isVisible()
    assert "متوقف شد" in desk.notices.text
    with desk.office.read() as view:
        found = [view.claims.standing(number).state for number in claims]
        sheets = [len(view.sheets.of_claim(number)) for number in claims]
    assert [state is ClaimState.CLOSED for state in found] == [count == 2 for count in sheets]
    assert found.count(ClaimState.CLOSED) < len(claims)


def test_a_question_that_was_left_comes_back_no_more(accountants_desk, accounting, qtbot):
    accounting.rest_action.trigger()
    press(Qt.Key.Key_Escape)
    rest = accounting.accounts.rest
    assert rest.isHidden()
    with qtbot.waitSignal(accountants_desk.work.changed, timeout=WAIT_MS):
        accounting.sign_action.trigger()
    assert rest.isHidden()


def test_the_rest_that_needs_a_look_is_told_and_nothing_is_agreed_to(themed, qtbot):
    card = shown(qtbot, RestCard())
    card.ask(TheRest(1, (), differing=(1, 2), voided=(3,), own=(4,)))
    assert all(word in card.waiting.text() for word in ("۲ سند با جمع نادرست", "۱ سند که امضای فنی", "خود شما"))
    with qtbot.assertNotEmitted(card.agreed):
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(card.left):
        press(Qt.Key.Key_Escape)


def test_only_a_sum_that_the_centre_wrote_otherwise_bears_a_red_circle(themed, qtbot):
    table = shown(qtbot, SumsTable(), (700, 110))
    agreeing = (
        RecomputedSum(SumOf.TOTAL, 150, 150, 110),
        RecomputedSum(SumOf.PATIENT, 45, 45, 33),
        RecomputedSum(SumOf.INSURER, None, None, 77),
    )
    table.show_sums(agreeing)
    assert not pixels(table.grab().toImage(), theme.RED)
    table.show_sums((RecomputedSum(SumOf.TOTAL, 160, 150, 110), *agreeing[1:]))
    red = pixels(table.grab().toImage(), theme.RED)
    assert red
    assert all(y <= HEADING + ROW for _x, y in red)
    assert "۱۶۰" in table.accessibleName()


def test_headings_stand_on_the_bill_and_not_in_the_table(signed_in, desk_of, qtbot):
    office, session = signed_in
    two = line(1, "T-CHEST", 60_000), line(2, "T-CHEST", 60_000) | {"section": "nuclear"}
    (number,) = add_claims(office, session, claim("C-9", *two), submission_id="S-9")
    sign(office, session, Review(office, session).all_in_order(Review(office, session).open(number)))
    desk = desk_of(Role.ACCOUNTANT)
    open_claim(desk, qtbot, number)
    assert desk.claim.bill.has_headings
    assert desk.pass_of(AccountingPass).accounts.sums.sizeHint().height() == HEADING + 3 * ROW
