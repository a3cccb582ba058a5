"""The page of statistics while it reads, where nothing can be read, and with more than one page of documents."""

import threading
import time

import pytest
from PySide6.QtCore import Qt

from app.domain.claim import ClaimKind, Insurer
from app.domain.dates import JalaliMonth
from app.domain.office import ClaimState, Role
from app.domain.statistics import (
    Choices,
    CountedClaim,
    DeductionsUnder,
    Grouping,
    Named,
    StatisticsFilter,
    Sums,
    Tally,
    Word,
    rule_records,
)
from app.services.people import sign_in
from app.services.statistics import PAGE, Statistics
from app.ui.statistics.bars import Bar
from app.ui.statistics.documents_pane import DocumentsPane
from app.ui.statistics.filter_row import FilterRow
from app.ui.statistics.statistics_head import StatisticsHead
from app.ui.statistics.statistics_page import StatisticsPage
from app.ui.statistics.wording import Chart, bars_of_records
from app.ui.statistics.words_pane import WordsPane
from tests.services.offices import NAME, PASSWORD, add_claims, claim, line
from tests.ui.frame.conftest import shown

WAIT_MS = 20_000


def seeing(signed_in, *roles):
    """Return the office and its person with these roles."""
    office, session = signed_in
    with office.change(session.user.id) as unit:
        unit.users.set_roles(session.user.id, frozenset(roles))
    return office, sign_in(office, NAME, PASSWORD)


@pytest.fixture
def page(signed_in, worker, qtbot):
    office, session = seeing(signed_in, Role.SUPERVISOR, Role.ADMINISTRATOR)
    made = shown(qtbot, StatisticsPage(office, worker))
    return made, session


def test_an_office_without_claims_says_what_to_do(page, qtbot):
    made, session = page
    made.begin(session)
    qtbot.waitUntil(made.charts.state.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: made.charts.state.heading.text() == "هنوز سندی امضا نشده است", timeout=WAIT_MS)
    qtbot.mouseClick(made.head.filters.settled, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.charts.state.heading.text() == "هنوز سندی در دفتر نیست", timeout=WAIT_MS)
    assert made.head.sums.text() == "۰ سند · درخواستی ۰ · تأییدشده ۰ · کسر ۰ ریال"


def test_while_figures_are_read_the_page_says_so(page, qtbot, worker):
    made, session = page
    go_on = threading.Event()
    worker.start(lambda _report: go_on.wait(10))
    made.begin(session)
    qtbot.waitUntil(lambda: made.charts.state.heading.text() == "آمار خوانده می‌شود…", timeout=WAIT_MS)
    go_on.set()
    qtbot.waitUntil(lambda: made.charts.state.heading.text() == "هنوز سندی امضا نشده است", timeout=WAIT_MS)
    assert made.head.said.text() == ""


def test_what_cannot_be_read_is_told_with_what_to_do(signed_in, worker, qtbot):
    office, session = seeing(signed_in, Role.REVIEWER)
    made = shown(qtbot, StatisticsPage(office, worker))
    made.begin(session)

    qtbot.waitUntil(lambda: made.charts.state.heading.text() == "آمار خوانده نشد", timeout=WAIT_MS)
    assert "دیدن آمار کار" in made.charts.state.sentence.text()
    assert made.head.said.property("tone") == "red"


def test_a_late_answer_to_an_earlier_question_is_let_go(signed_in, worker, qtbot):
    office, session = seeing(signed_in, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.REVIEWER)
    add_claims(office, session, claim("C-1", line(1, "700245", 100_000)))
    made = shown(qtbot, StatisticsPage(office, worker))
    made.begin(session)
    qtbot.waitUntil(lambda: bool(made.head.sums.text()), timeout=WAIT_MS)
    told = []
    made.work.figures.connect(lambda sums, _found: told.append(sums.claims))
    go_on = threading.Event()
    worker.start(lambda _report: go_on.wait(10))
    made.head.filters.settled.click()
    made.head.filters.settled.click()
    made.head.filters.settled.click()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    worker.start(lambda _report: None, done=lambda _none: told.append("end"))
    qtbot.waitUntil(lambda: "end" in told, timeout=WAIT_MS)

    assert told == [1, "end"]


def test_a_report_asked_for_twice_is_drawn_once(page, qtbot, worker, monkeypatch):
    made, session = page
    made.begin(session)
    qtbot.waitUntil(made.charts.state.isVisible, timeout=WAIT_MS)
    asked, told = [], []
    monkeypatch.setattr(Statistics, "paper", lambda _self, wanted: asked.append(wanted) or b"%PDF")
    monkeypatch.setattr(made.preview, "show_pdf", lambda pdf, **_more: told.append(pdf))
    go_on = threading.Event()
    worker.start(lambda _report: go_on.wait(10))
    for _time in range(2):
        made.report_action.trigger()
    go_on.set()
    worker.start(lambda _report: None, done=lambda _none: told.append("end"))
    qtbot.waitUntil(lambda: "end" in told, timeout=WAIT_MS)
    assert (len(asked), told) == (1, [b"%PDF", "end"])

    made.report_action.trigger()
    qtbot.waitUntil(lambda: len(told) == 3, timeout=WAIT_MS)
    assert len(asked) == 2


def counted_claim(number):
    return CountedClaim(
        id=number,
        external_id=f"C-{number}",
        patient_id="0012345679",
        patient_name=f"بیمار {number}",
        centre_id="P-1",
        centre_name="مرکز آزمایشی",
        month=JalaliMonth(1395, 3),
        kind=ClaimKind.IMAGING,
        state=ClaimState.CLOSED,
        rials=1_000_000 - number,
        times=1,
    )


def test_further_documents_are_asked_for_as_the_list_comes_to_its_end(themed, qtbot):
    pane = shown(qtbot, DocumentsPane(), size=(640, 400))
    pane.show_bar(Bar("GEN-1", 5, "۵", behind=DeductionsUnder(Grouping.RULE, "GEN-1")))
    wanted = []
    pane.more_wanted.connect(wanted.append)
    pane.show_documents([counted_claim(number) for number in range(PAGE)])
    pane.list.go_to(PAGE - 1)
    pane.list.scrollToBottom()
    qtbot.waitUntil(lambda: wanted == [PAGE], timeout=WAIT_MS)
    pane.show_more([counted_claim(PAGE)])
    pane.list.scrollToBottom()
    qtbot.wait(50)

    assert (pane.list.count, wanted) == (PAGE + 1, [PAGE])
    assert pane.list.current.behind == PAGE - 1


@pytest.fixture
def filters(themed, qtbot):
    row = FilterRow()
    qtbot.addWidget(row)
    months = tuple(JalaliMonth(1395, number) for number in (1, 2, 3))
    centres = (Named("P-1", "مرکز آزمایشی"), Named("P-2", None))
    row.show_choices(Choices(months, centres, ("rural",), (ClaimKind.IMAGING,), (Named("7", "مینا رستگار"),)))
    return row


def choose(choice, text):
    choice.setCurrentIndex(choice.findText(text))
    choice.activated.emit(choice.currentIndex())


def test_what_is_chosen_is_what_is_asked_for(filters, qtbot):
    assert filters.wanted == StatisticsFilter()
    assert not filters.narrows
    for choice, text in (
        (filters.first, "فروردین ۱۳۹۵"),
        (filters.last, "خرداد ۱۳۹۵"),
        (filters.centre, "مرکز آزمایشی"),
        (filters.insurer, "تأمین اجتماعی"),
        (filters.fund, "روستاییان"),
        (filters.kind, "تصویربرداری"),
        (filters.reviewer, "مینا رستگار"),
    ):
        with qtbot.waitSignal(filters.changed):
            choose(choice, text)
    assert filters.narrows
    assert filters.wanted == StatisticsFilter(
        JalaliMonth(1395, 1), JalaliMonth(1395, 3), "P-1", "rural", ClaimKind.IMAGING, 7, insurer=Insurer.TAMIN
    )
    assert isinstance(filters.wanted.kind, ClaimKind)
    assert isinstance(filters.wanted.insurer, Insurer)


def test_a_period_never_ends_before_it_begins(filters):
    choose(filters.first, "خرداد ۱۳۹۵")
    choose(filters.last, "فروردین ۱۳۹۵")

    assert (filters.wanted.first, filters.wanted.last) == (JalaliMonth(1395, 3), JalaliMonth(1395, 3))


def test_what_was_chosen_stays_when_the_choices_are_read_anew(filters):
    choose(filters.centre, "مرکز آزمایشی")
    choose(filters.fund, "روستاییان")
    filters.show_choices(Choices(centres=(Named("P-0", "دیگری"), Named("P-1", "مرکز آزمایشی"))))

    assert (filters.wanted.centre, filters.wanted.fund) == ("P-1", None)


def test_the_sums_are_said_with_all_that_belongs_to_them(themed, qtbot):
    head = StatisticsHead()
    qtbot.addWidget(head)
    head.show_sums(Sums(3, 1_000, 600, 250, unassessed=1, departed=30, withheld=20, trial_claims=2))

    assert head.sums.text() == "۳ سند · درخواستی ۱٬۰۰۰ · تأییدشده ۶۰۰ · کسر ۲۵۰ ریال، ۲۵ درصد · ۱ سند رسیدگی‌نشده"
    assert "۳۰ ریال بیشتر و ۲۰ ریال کمتر" in head.sums.toolTip()
    assert not head.trial.isHidden()


def many_records(count):
    return rule_records(
        {
            (f"GEN-{number}", person, word): Tally(number + person, 100)
            for number in range(count)
            for person in (1, 2)
            for word in Word
        }
    )


def test_the_people_are_those_of_the_rule_under_the_keys(themed, qtbot):
    pane = shown(qtbot, WordsPane(), size=(640, 500))
    records = many_records(3)
    pane.show_records(records, {}, {1: "مینا", 2: "زری"})

    assert "GEN-2" in pane.of_rule.text()
    pane.rules.setFocus()
    qtbot.keyClick(pane.rules, Qt.Key.Key_Down)
    assert "GEN-1" in pane.of_rule.text()
    assert [pane.people.bar(place).name for place in range(pane.people.count)] == ["زری", "مینا"]
    assert pane.people.bar(0).behind.reviewer == 2


def test_a_thousand_rules_keep_nobody_waiting(themed, qtbot):
    pane = shown(qtbot, WordsPane(), size=(640, 500))
    records = many_records(1_000)
    started = time.thread_time()
    pane.show_records(records, {}, {1: "مینا", 2: "زری"})
    taken = time.thread_time() - started

    assert pane.rules.count == 1_000
    assert taken < 10 * _speed_of_this_machine()


def _speed_of_this_machine():
    """Return how long it takes to make the bars alone: showing them is to be of the same order."""
    records = many_records(1_000)
    started = time.thread_time()
    bars_of_records(records, {})
    return time.thread_time() - started


def test_every_chart_has_its_chip(themed, qtbot):
    head = shown(qtbot, StatisticsHead())
    for chart in Chart:
        with qtbot.waitSignal(head.chart_chosen) as told:
            qtbot.mouseClick(head.chip(chart), Qt.MouseButton.LeftButton)
        assert told.args == [chart]
        assert isinstance(head.chart, Chart)
