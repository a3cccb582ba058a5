"""A reviewer says one word for many claims: looked at first, done at one stroke, taken back at one."""

import threading

import pytest
from PySide6.QtCore import Qt

from app.domain.batch import REST_ACCEPTED
from app.domain.queue import QueueQuery
from app.services.review import Review
from app.services.sign_off import sign
from app.ui.bill.key_cap import KeyHint
from app.ui.passes.batch_pass import BatchPass
from tests.services.offices import NAME, PASSWORD, claim, line
from tests.stories.conftest import WAIT_MS, import_and_open


def dear_claims(count: int):
    """Return claims with two dear lines and one good one."""
    return [
        claim(f"C-{n}", line(1, "T-CHEST", 95_000), line(2, "700245", 100_000), line(3, "T-WRIST", 60_000))
        for n in range(count)
    ]


@pytest.fixture
def batch(desk):
    return desk.pass_of(BatchPass)


def keys_seen(desk) -> list[str]:
    return [hint.accessibleName() for hint in desk.keys.findChildren(KeyHint) if hint.isVisible()]


def shown(desk):
    return desk.claim.open_claim


def step(qtbot, desk, take) -> None:
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        take()


def preview(qtbot, batch, act) -> list[list[str]]:
    """Ask for a preview with its key, and return the rows of its table."""
    act.trigger()
    qtbot.waitUntil(lambda: batch.page.plan is not None, timeout=WAIT_MS)
    model = batch.page.table.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def do(qtbot, desk, batch) -> None:
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        qtbot.keyClick(batch.page.table, Qt.Key.Key_Return)


def amounts(desk) -> dict[str, list[int]]:
    review = Review(desk.office, desk.session)
    with desk.office.read() as view:
        numbers = [row.id for row in view.claims.page(QueueQuery())]
    opened = [review.open(number) for number in numbers]
    return {one.claim.id: [line.approved for line in one.settlement.lines] for one in opened}


def test_the_rest_of_the_bill_is_accepted_and_undone(qtbot, desk, batch, write_file):
    import_and_open(qtbot, desk, write_file(*dear_claims(1)))
    step(qtbot, desk, lambda: desk.claim.amount_decided.emit(1, 50_000, "توافق"))
    assert batch.rest_action.text() in keys_seen(desk)

    rows = preview(qtbot, batch, batch.rest_action)
    assert [(row[2], row[4], row[5], row[6]) for row in rows] == [("۲", "۸۰٬۰۰۰", "۸۰٬۰۰۰", "بی‌تغییر")]
    assert batch.page.isVisible()
    assert "۱ نظر در ۱ سند" in batch.page.sums.text()
    do(qtbot, desk, batch)
    assert not batch.page.isVisible()
    assert [word.reason for word in shown(desk).decisions] == ["توافق", REST_ACCEPTED]
    assert not batch.rest_action.isEnabled()

    step(qtbot, desk, desk.claim.undo_action.trigger)
    assert shown(desk).decisions[-1].undone
    assert shown(desk).settlement.line(1).approved == 50_000
    assert batch.rest_action.isEnabled()


def test_one_word_goes_to_the_whole_submission_and_back(qtbot, desk, batch, write_file):
    import_and_open(qtbot, desk, write_file(*dear_claims(3)))
    before = amounts(desk)
    desk.claim.select_line(2)
    assert desk.why.findings.current.line == 2
    assert not desk.why.findings.cards[0].offers(batch.same_action)
    finding = desk.why.findings.current
    step(qtbot, desk, lambda: desk.why.finding_waived.emit(finding.rule, 2, "گزارش پیوست است"))
    assert desk.why.findings.cards[0].offers(batch.same_action)

    rows = preview(qtbot, batch, batch.same_action)
    assert [(row[0].strip("\u2066\u2069"), row[2], row[4], row[5], row[6]) for row in rows] == [
        ("C-0", "۱", "۶۰٬۰۰۰", "۹۵٬۰۰۰", "۳۵٬۰۰۰ بیشتر"),
        ("C-1", "۱", "۶۰٬۰۰۰", "۹۵٬۰۰۰", "۳۵٬۰۰۰ بیشتر"),
        ("C-1", "۲", "۸۰٬۰۰۰", "۱۰۰٬۰۰۰", "۲۰٬۰۰۰ بیشتر"),
        ("C-2", "۱", "۶۰٬۰۰۰", "۹۵٬۰۰۰", "۳۵٬۰۰۰ بیشتر"),
        ("C-2", "۲", "۸۰٬۰۰۰", "۱۰۰٬۰۰۰", "۲۰٬۰۰۰ بیشتر"),
    ]
    assert "گزارش پیوست است" in batch.page.heading.text()
    after_waiving = amounts(desk)
    batch.page.escape_action.trigger()
    assert not batch.page.isVisible()
    assert amounts(desk) == after_waiving

    preview(qtbot, batch, batch.same_action)
    do(qtbot, desk, batch)
    assert list(amounts(desk).values()) == [[95_000, 100_000, 60_000]] * 3
    assert "۵ نظر در ۳ سند ثبت شد" in desk.notices.text
    assert shown(desk).settlement.line(1).approved == 95_000
    qtbot.waitUntil(lambda: desk.queue.rows.row(2).deducted == 0, timeout=WAIT_MS)

    review = Review(desk.office, desk.session)
    other = review.open(desk.queue.rows.row(1).id)
    sign(desk.office, desk.session, other)
    assert batch.undo_action.text() in keys_seen(desk)
    rows = preview(qtbot, batch, batch.undo_action)
    assert {row[0].strip("\u2066\u2069") for row in rows} == {"C-0", "C-2"}
    assert "C-1" in batch.page.left_out.text()
    assert "رسیدگی آن دیگر باز نیست" in batch.page.left_out.text()
    do(qtbot, desk, batch)
    assert amounts(desk) == after_waiving | {"C-1": [95_000, 100_000, 60_000]}
    assert before["C-2"] == amounts(desk)["C-2"]
    assert "برگردانده شد" in desk.notices.text
    qtbot.waitUntil(lambda: not batch.undo_action.isVisible(), timeout=WAIT_MS)


def test_a_batch_of_another_day_can_still_be_taken_back(qtbot, window, desk, batch, write_file):
    import_and_open(qtbot, desk, write_file(*dear_claims(2)))
    finding = desk.why.findings.current
    step(qtbot, desk, lambda: desk.why.finding_waived.emit(finding.rule, finding.line, "توافق"))
    before = amounts(desk)
    preview(qtbot, batch, batch.same_action)
    do(qtbot, desk, batch)
    assert amounts(desk) != before
    window.sign_out_action.trigger()
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        window.sign_in_as(NAME, PASSWORD)

    again = window.desk
    qtbot.waitUntil(lambda: again.queue.rows.rowCount() == 2, timeout=WAIT_MS)
    again.queue.go(1)
    taking_back = again.pass_of(BatchPass)
    qtbot.waitUntil(taking_back.undo_action.isVisible, timeout=WAIT_MS)
    preview(qtbot, taking_back, taking_back.undo_action)
    do(qtbot, again, taking_back)
    assert amounts(again) == before


def test_what_changed_under_the_preview_is_named_after_the_deed(qtbot, desk, batch, write_file):
    import_and_open(qtbot, desk, write_file(*dear_claims(3)))
    finding = desk.why.findings.current
    step(qtbot, desk, lambda: desk.why.finding_waived.emit(finding.rule, finding.line, "توافق"))
    preview(qtbot, batch, batch.same_action)
    review = Review(desk.office, desk.session)
    review.set_amount(review.open(desk.queue.rows.row(2).id), 1, 7_000, "توافق")

    do(qtbot, desk, batch)
    assert batch.page.isVisible()
    assert "در این میان تغییر کرده است" in batch.page.left_out.text()
    assert not batch.page.do_action.isEnabled()
    assert amounts(desk)["C-2"][0] == 7_000
    assert amounts(desk)["C-1"][0] == 95_000
    batch.page.escape_action.trigger()
    assert not batch.page.isVisible()


def test_a_batch_that_is_given_up_has_done_nothing(qtbot, desk, batch, write_file):
    import_and_open(qtbot, desk, write_file(*dear_claims(4)))
    finding = desk.why.findings.current
    step(qtbot, desk, lambda: desk.why.finding_waived.emit(finding.rule, finding.line, "توافق"))
    before = amounts(desk)
    preview(qtbot, batch, batch.same_action)

    busy = threading.Event()
    desk.worker.start(lambda _report: busy.wait())
    batch.page.do_action.trigger()
    batch.page.escape_action.trigger()
    busy.set()
    qtbot.waitUntil(lambda: not batch.page.isVisible(), timeout=WAIT_MS)
    assert amounts(desk) == before


def test_there_is_nothing_to_repeat_or_to_take_back_before_a_word_is_said(qtbot, desk, batch, write_file):
    import_and_open(qtbot, desk, write_file(*dear_claims(1)))
    assert not batch.undo_action.isVisible()
    batch.same_action.trigger()
    qtbot.waitUntil(lambda: "نخست درباره این یافته نظر دهید" in batch.page.sums.text(), timeout=WAIT_MS)
    assert not batch.page.do_action.isEnabled()
    batch.page.escape_action.trigger()
    assert desk.claim.isVisible()
