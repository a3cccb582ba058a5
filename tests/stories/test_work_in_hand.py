"""The work in hand on real widgets: what is due when, shared out by the supervisor, found by its reviewer."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.office import Role
from app.domain.rights import RIGHTS, Action
from app.services.importing import import_claim_file
from app.services.office import Office
from app.services.people import add_person, sign_in
from app.services.presence import ThisDesk
from app.services.queue import QueueView
from app.store.office import OfficeStore
from app.ui.workload.submission_texts import deadline_text, states_text
from tests.services.offices import PASSWORD, claim, claim_file, line
from tests.stories.conftest import WAIT_MS, type_text

NOON = datetime(2016, 10, 5, 9, tzinfo=UTC)  # 14 Mehr 1395
PEOPLE = {
    "nazer": ("ناظر آزمایشی", Role.SUPERVISOR),
    "sima": ("سیما آزمایشی", Role.REVIEWER),
    "hesab": ("حسابدار آزمایشی", Role.ACCOUNTANT),
}


@pytest.fixture
def office(window):
    """The office of the window with three people, and three requests of which one is overdue."""
    office = window._office
    office.clock = Ticking()
    for name, (full_name, role) in PEOPLE.items():
        add_person(office, None, name=name, full_name=full_name, roles=frozenset({role}), password=PASSWORD)
    return office


class Ticking:
    """A clock of one noon that goes on by a millisecond at each look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@pytest.fixture
def bring(office, tmp_path):
    """Return a function that imports a request of a month with some claims, and returns its number."""

    def bring(number: str, month: str, delivered_on: str | None, count: int = 1) -> int:
        document = claim_file(*(claim(f"{number}-{n}", line(1, "T-CHEST", 60_000)) for n in range(count)))
        document["submission"] |= {"id": number, "month": month, "delivered_on": delivered_on}
        if delivered_on is None:
            del document["submission"]["delivered_on"]
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        session = sign_in(office, "sima", PASSWORD)
        return import_claim_file(office, session, path, lambda *_told: None).submission_id

    return bring


def come_in(qtbot, window, name: str):
    """Sign a person in and return their desk."""
    if window.desk is not None:
        window.sign_out_action.trigger()
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        window.sign_in_as(name, PASSWORD)
    return window.desk


def look(qtbot, window):
    """Open the page with its key, and return it once the work has been read."""
    window.pages.action("work_in_hand").trigger()
    page = window.pages.page("work_in_hand")
    qtbot.waitUntil(lambda: page.rows.rowCount() > 0 and page.list.isVisible(), timeout=WAIT_MS)
    return page


def rows(page):
    model = page.rows
    return [model.index(place).data(Qt.ItemDataRole.UserRole) for place in range(model.rowCount())]


def test_a_supervisor_shares_the_work_out_and_its_reviewer_finds_it(qtbot, window, office, bring):
    bring("S-LATER", "1395-04", "1395-05-10")
    soon = bring("S-SOON", "1395-03", "1395-04-10", count=3)
    bring("S-OVERDUE", "1395-02", "1395-03-10", count=2)
    come_in(qtbot, window, "nazer")
    page = look(qtbot, window)

    assert [row.submission.id for row in rows(page)] == ["S-OVERDUE", "S-SOON", "S-LATER"]
    assert [deadline_text(row) for row in rows(page)] == [
        "مهلت ۱۳۹۵/۰۶/۱۵ — ۳۰ روز گذشته",
        "مهلت ۱۳۹۵/۰۷/۱۵ — ۱ روز مانده",
        "مهلت ۱۳۹۵/۰۸/۱۵ — ۳۱ روز مانده",
    ]
    assert page.heading.text() == "کارهای در دست — ۳ درخواست، ۱ با مهلت گذشته"
    assert states_text(rows(page)[1]) == "باز ۳ · امضاشده ۰ · بسته ۰"

    qtbot.waitUntil(page.list.hasFocus, timeout=WAIT_MS)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.chosen.id == soon
    page.assign_action.trigger()
    assert page.card.isVisible()
    qtbot.waitUntil(page.card.names.field.hasFocus, timeout=WAIT_MS)
    type_text(page.card.names.field, "سیما")
    qtbot.keyClick(page.card.names.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.chosen.reviewer is not None, timeout=WAIT_MS)
    assert (page.chosen.id, page.chosen.reviewer.name) == (soon, "sima")
    assert "واگذار شد" in page.said.text()
    assert not page.card.isVisible()

    desk = come_in(qtbot, window, "sima")
    qtbot.waitUntil(lambda: desk.queue.chips.chip(QueueView.MINE).text() == "کارهای من ۳", timeout=WAIT_MS)
    desk.queue.chips.chip(QueueView.MINE).click()
    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 3, timeout=WAIT_MS)
    assert {desk.queue.rows.row(place).submission_id for place in range(3)} == {soon}

    come_in(qtbot, window, "nazer")
    page = look(qtbot, window)
    qtbot.waitUntil(page.list.hasFocus, timeout=WAIT_MS)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.chosen.id == soon and page.chosen.reviewer is None, timeout=WAIT_MS)
    assert "پس گرفته شد" in page.said.text()
    assert office.store.check() == []


def test_what_is_given_to_a_reviewer_is_what_was_asked_about(qtbot, window, office, bring):
    asked = bring("S-1", "1395-03", "1395-04-10")
    bring("S-2", "1395-04", "1395-05-10")
    come_in(qtbot, window, "nazer")
    page = look(qtbot, window)
    page.assign_action.trigger()
    assert "S-1" in page.card.question.text()

    page.list.setCurrentIndex(page.rows.index(1))  # a click, or the row is gone when the list is read anew
    type_text(page.card.names.field, "سیما")
    qtbot.keyClick(page.card.names.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "واگذار شد" in page.said.text(), timeout=WAIT_MS)

    with office.read() as view:
        assert set(view.assignments.all()) == {asked}


def test_only_who_shares_work_out_has_the_keys_for_it(qtbot, window, office, bring):
    bring("S-1", "1395-03", "1395-04-10")
    for name in ("sima", "hesab"):
        come_in(qtbot, window, name)
        page = look(qtbot, window)
        assert not page.assign_action.isVisible()
        assert not page.take_back_action.isVisible()
        assert page.open_action.isEnabled()


def test_enter_shows_the_request_in_the_queue(qtbot, window, office, bring):
    bring("S-1", "1395-03", "1395-04-10")
    wanted = bring("S-2", "1395-04", "1395-05-10", count=2)
    desk = come_in(qtbot, window, "sima")
    page = look(qtbot, window)
    qtbot.waitUntil(page.list.hasFocus, timeout=WAIT_MS)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: desk.queue.rows.rowCount() == 2, timeout=WAIT_MS)
    assert not page.isVisible()
    assert desk.queue.filter.submission == wanted
    assert {desk.queue.rows.row(place).submission_id for place in range(2)} == {wanted}


def test_the_page_says_who_is_at_what_and_sees_it_change(qtbot, window, office, bring):
    bring("S-1", "1395-03", "1395-04-10")
    come_in(qtbot, window, "nazer")
    page = look(qtbot, window)
    assert page.at_work.text() == "اکنون سندی روی میزی باز نیست."
    other = Office(OfficeStore.open(office.store.folder), office.clock)
    there = ThisDesk(other, sign_in(other, "sima", PASSWORD).user.id)
    there.take(1)

    page.refresh_action.trigger()
    qtbot.waitUntil(lambda: "سیما آزمایشی: سند" in page.at_work.text(), timeout=WAIT_MS)
    assert "S-1-0" in page.at_work.text()
    there.leave()
    page._refreshing.timeout.emit()
    qtbot.waitUntil(lambda: page.at_work.text() == "اکنون سندی روی میزی باز نیست.", timeout=WAIT_MS)
    other.close()


def test_a_closed_office_says_that_nothing_is_in_hand(qtbot, window, office):
    come_in(qtbot, window, "nazer")
    window.pages.action("work_in_hand").trigger()
    page = window.pages.page("work_in_hand")
    qtbot.waitUntil(lambda: page.state.heading.text() == "کاری در دست نیست", timeout=WAIT_MS)
    assert page.state.isVisible()
    page.close_action.trigger()
    assert not page.isVisible()


def test_sharing_work_out_is_the_supervisors_right():
    assert RIGHTS[Action.ASSIGN].roles == {Role.SUPERVISOR}
