"""Trying a rule on the claim on the desk: the bill before and after, and nothing stored."""

import pytest
from PySide6.QtCore import Qt

from app.services.claim_opening import ClaimOpening
from app.ui.bill.clean_label import CleanLabel
from app.ui.rule_book.rule_book_page import RuleBookPage
from tests.ui.frame.conftest import press, shown


@pytest.fixture
def page(signed_in, three_claims, worker, qtbot):
    office = signed_in[0]
    made = shown(qtbot, RuleBookPage(office, worker))
    made.begin(signed_in[1])
    qtbot.waitUntil(lambda: made.rules.count > 0)
    with office.read() as view:
        made.show_claim(ClaimOpening(office).open(view, three_claims[0]))
    return made


def try_rule(page, rule_id):
    page.field.setText(rule_id)
    page.try_action.trigger()
    return page.trial


def texts(widget):
    return "\n".join(label.text() for label in widget.findChildren(CleanLabel))


def decisions(office, claim_id):
    with office.read() as view:
        return view.decisions.of_claim(claim_id)


def test_an_answer_shows_the_bill_before_and_after_and_stores_nothing(page, signed_in, three_claims, qtbot):
    trial = try_rule(page, "GEN-02a")
    assert "آزمایشی؛ چیزی ثبت نمی‌شود" in texts(trial)
    assert "تفاوتی نکرده است" in trial.bill.summary.text()
    with qtbot.waitSignal(trial.shown):
        press(trial, "خ")

    assert trial.bill.after.totals.approved == 0
    assert trial.bill.summary.text() == "تأییدشده از ۶۰٬۰۰۰ به ۰ ریال"
    assert "GEN-02a" in {finding.rule for finding in trial.bill.after.findings}
    assert decisions(signed_in[0], three_claims[0]) == ()
    with signed_in[0].read() as view:
        now = ClaimOpening(signed_in[0]).open(view, three_claims[0])
    assert now.result.totals.approved == 60_000


def test_the_answer_is_shown_beside_its_fact_and_can_be_another_one(page, qtbot):
    trial = try_rule(page, "GEN-02a")
    for letter, told, approved in (("خ", "خیر", 0), ("ب", "بله", 60_000)):
        with qtbot.waitSignal(trial.shown):
            press(trial, letter)
        assert trial.list.item(0).text().endswith(told)
        assert trial.bill.after.totals.approved == approved


def test_facts_of_lines_are_told_with_their_line(page, qtbot):
    trial = try_rule(page, "GEN-19")
    rows = [trial.list.item(row).text() for row in range(trial.list.count())]
    place = next(row for row, text in enumerate(rows) if "پیوست بودن گزارش" in text)

    assert rows[place].startswith("ردیف ۱")
    for _step in range(place):
        press(trial, key=Qt.Key.Key_Down)
    assert trial.list.currentRow() == place


def test_escape_leaves_the_trial_first_and_then_the_book(page, qtbot):
    try_rule(page, "GEN-02a")
    page.close_action.trigger()
    assert page.details.isVisible()
    assert page.field.hasFocus()
    with qtbot.waitSignal(page.closed):
        page.close_action.trigger()


def test_another_claim_on_the_desk_ends_the_trial(page, signed_in, three_claims):
    trial = try_rule(page, "GEN-02a")
    with signed_in[0].read() as view:
        page.show_claim(ClaimOpening(signed_in[0]).open(view, three_claims[1]))

    assert not trial.isVisible()


def test_without_a_claim_or_a_fact_nothing_can_be_tried(page):
    page.field.setText("RAD-02")
    assert page.rules.current.entry.facts == ()
    assert not page.try_action.isEnabled()
    page.field.setText("GEN-02a")
    assert page.try_action.isEnabled()
    page.show_claim(None)
    assert not page.try_action.isEnabled()
    assert not page.try_button.isEnabled()
