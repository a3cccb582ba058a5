"""A month's papers on real widgets: counted with one key each, the rest with one for all, and printed."""

import json
from datetime import UTC, datetime

import pytest

from app.services.clock import stamp
from app.services.papers import Papers
from tests.services.offices import claim, line, ticking_clock
from tests.sheets.sheet_text import text_of
from tests.stories.conftest import WAIT_MS, type_text

COVERED = {"eligibility": "covered", "eligibility_code": "4021887", "service_registered": True}


@pytest.fixture
def page(window, desk, qtbot, write_file):
    """The page of papers of a month with two booklet sheets, two letterheads and an electronic request."""
    window._office.clock = ticking_clock(datetime(2021, 6, 1, 8, tzinfo=UTC))
    forms = ("booklet", "letterhead", "electronic", "booklet", "letterhead")
    claims = [
        claim(f"C-{place}", line(1, "T-CHEST", 60_000), prescription_form=form, **COVERED)
        | {"prescription_date": "1400-02-04", "service_date": "1400-02-05"}
        for place, form in enumerate(forms, 1)
    ]
    path = write_file(*claims)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["submission"] |= {"insurer": "tamin", "month": "1400-02", "delivered_on": "1400-03-05"}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    with qtbot.waitSignal(desk.importing.imported, timeout=WAIT_MS):
        desk.import_files([path])
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 5, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.go(1)
    window.pages.action("papers").trigger()
    shown = window.pages.page("papers")
    qtbot.waitUntil(lambda: shown.table.rowCount() == 5, timeout=WAIT_MS)
    yield shown
    shown.preview.finish()


def test_papers_are_counted_from_the_keyboard_and_printed(window, desk, page, qtbot):
    qtbot.waitUntil(page.table.hasFocus, timeout=WAIT_MS)
    assert page.delivered.text() == "تحویل به اداره: ۱۴۰۰/۰۳/۰۵"
    assert page.table.current.number == "C-1"
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        type_text(page.table, "خ")
    assert page.table.current.number == "C-2"
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        type_text(page.table, "y")
    assert page.table.current.number == "C-4"
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.all_action.trigger()
    assert [paper.delivered for paper in page.listed.papers] == [False, True, None, True, True]
    assert not page.all_action.isEnabled()

    page.print_action.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    page.preview.close_action.trigger()
    qtbot.waitUntil(page.table.isVisible, timeout=WAIT_MS)

    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        page.close_action.trigger()
    assert desk.claim.open_claim.claim.id == "C-1"
    assert "PAR-11b" in {finding.rule for finding in desk.claim.open_claim.result.findings}
    assert desk.claim.open_claim.settlement.totals.approved == 0
    assert window._office.store.check() == []


def test_a_claim_opens_from_its_paper(desk, page, qtbot):
    page.table.setCurrentCell(3, 0)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda one: one.claim.id == "C-4"):
        page.table.activated.emit(page.table.currentIndex())


def test_keys_pressed_quickly_count_one_paper_each(window, page, qtbot):
    qtbot.waitUntil(page.table.hasFocus, timeout=WAIT_MS)
    type_text(page.table, "بخyب")
    qtbot.waitUntil(lambda: not page.listed.left, timeout=WAIT_MS)
    assert [paper.delivered for paper in page.listed.papers] == [True, False, None, True, True]
    assert window._office.store.check() == []


def test_a_paper_that_could_not_be_counted_is_told_and_stays(window, desk, page, qtbot):
    office = window._office
    first, second = page.listed.papers[0].claim_id, page.listed.papers[1].claim_id
    with office.change(desk.session.user.id) as unit:
        unit.desks.leave(office.desk)
        now = stamp(office.clock())
        unit.desks.take(second, desk.session.user.id, "another desk", at=now, since=now)
    qtbot.waitUntil(page.table.hasFocus, timeout=WAIT_MS)
    type_text(page.table, "بب")
    qtbot.waitUntil(lambda: "روی میز" in page.said.text(), timeout=WAIT_MS)
    assert [paper.delivered for paper in page.listed.papers] == [True, None, None, None, None]
    assert page.listed.papers[0].claim_id == first
    with qtbot.waitSignal(page.queue_changed, timeout=WAIT_MS):
        page.all_action.trigger()
    assert [paper.delivered for paper in page.listed.papers] == [True, None, None, True, True]
    assert "۱ برگ" in page.said.text()
    assert page.said.property("tone") == "amber"
    assert page.table.item(1, 4).text() == "شمرده نشده"


def test_a_second_all_is_not_begun_while_the_first_is_under_way(window, desk, page, qtbot):
    said = []
    page.queue_changed.connect(lambda: said.append(1))
    page.all_action.trigger()
    assert not page.all_action.isEnabled()
    page.all_action.trigger()
    qtbot.waitUntil(lambda: not page.listed.left, timeout=WAIT_MS)
    qtbot.wait(100)
    assert said == [1]
    with window._office.read() as view:
        words = [view.decisions.of_claim(paper.claim_id) for paper in page.listed.needed]
    assert [len(of_claim) for of_claim in words] == [1, 1, 1, 1]


def test_what_another_desk_counted_meanwhile_stands_on_the_printed_list(window, desk, page, qtbot):
    last = page.listed.papers[-1]
    Papers(window._office, desk.session).say(last.claim_id, delivered=False)
    page.print_action.trigger()
    qtbot.waitUntil(page.preview.isVisible, timeout=WAIT_MS)
    assert "۱ تحویل نشده" in text_of(page.preview._pdf)
    assert page.listed.papers[-1].delivered is False
