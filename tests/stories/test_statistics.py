"""A supervisor looks at the figures: from a chart to its documents, to the desk and back; and takes the figures along."""

from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain.persian import rials
from app.domain.statistics import Grouping, StatisticsFilter
from app.services.statistics import Statistics
from app.ui.statistics.statistics_page import StatisticsPage
from app.ui.statistics.wording import Chart
from tests.services.figures_office import CLAIMED, figures_office, in_excel
from tests.stories.conftest import WAIT_MS, window_over

SETTLED = StatisticsFilter()


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """The office of all these tests: looking at figures changes nothing of it."""
    office, people, ids = figures_office(tmp_path_factory.mktemp("reviewed") / "office")
    yield office, people, ids
    office.close()


@pytest.fixture
def window(qtbot, reviewed):
    with window_over(qtbot, reviewed[0]) as main:
        yield main


@pytest.fixture
def page(window, desk_of, qtbot) -> StatisticsPage:
    """The figures, asked for by the supervisor with their key."""
    desk_of("davar")
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    found = window.pages.page("statistics")
    assert isinstance(found, StatisticsPage)
    qtbot.waitUntil(lambda: found.charts.bars.count > 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: keys_in(found.charts), timeout=WAIT_MS)
    return found


@pytest.fixture
def figures(reviewed):
    """The same figures, asked of the office itself."""
    office, people, _ids = reviewed
    return Statistics(office, people["davar"])


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifiers)


def press_there(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keys are."""
    press(QApplication.focusWidget(), key, modifiers)


def keys_in(widget):
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def names(chart):
    return [chart.bar(place).name for place in range(chart.count)]


def lengths(chart):
    return [chart.bar(place).length for place in range(chart.count)]


def test_from_a_chart_to_its_documents_to_the_desk_and_back(window, page, qtbot, reviewed, figures):
    _office, _people, ids = reviewed
    _sums, found = figures.deductions(Grouping.RULE, SETTLED)
    assert lengths(page.charts.bars) == [bar.deducted for bar in found]

    press_there(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.documents.list.count > 0, timeout=WAIT_MS)
    assert sum(lengths(page.documents.list)) == found[0].deducted
    assert page.documents.list.count == found[0].claims

    wanted = page.documents.list.current.behind
    with qtbot.waitSignal(window.desk.claim_shown, timeout=WAIT_MS) as shown:
        press_there(Qt.Key.Key_Return)
    assert shown.args[0].id == wanted
    assert wanted in ids
    assert not page.isVisible()

    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: keys_in(page.documents), timeout=WAIT_MS)
    assert page.documents.list.current.behind == wanted
    assert rials(found[0].deducted) in page.documents.about.text()
    press_there(Qt.Key.Key_Escape)
    assert keys_in(page.charts)
    press_there(Qt.Key.Key_Escape)
    assert not page.isVisible()


def turn_to(page, qtbot, chart):
    """Turn the charts by their key until one is seen."""
    while page.head.chart is not chart:
        press_there(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    shown = {
        Chart.MONTH: page.charts.trend,
        Chart.WORDS: page.charts.words.rules,
        Chart.OVERRIDES: page.charts.overrides,
    }
    seen = shown.get(chart, page.charts.bars)
    qtbot.waitUntil(lambda: seen.isVisible() and seen.count > 0 and keys_in(seen), timeout=WAIT_MS)
    return seen


def test_every_chart_leads_to_documents_that_add_up_to_it(page, qtbot):
    for chart in Chart:
        seen = turn_to(page, qtbot, chart)
        bar = seen.current
        press_there(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.documents.list.count > 0, timeout=WAIT_MS)
        if chart not in {Chart.WORDS, Chart.OVERRIDES}:
            assert sum(lengths(page.documents.list)) == bar.length
            assert rials(bar.length) in bar.figure
        press_there(Qt.Key.Key_Escape)
        assert keys_in(page.charts), chart


def test_how_people_judge_the_same_rule(page, qtbot):
    turn_to(page, qtbot, Chart.WORDS)
    words = page.charts.words

    assert names(words.people) == ["زری کمالی", "مینا رستگار"]
    assert "مبلغ دیگر ۱ بار" in words.people.bar(0).spoken
    words.people.setFocus()
    press_there(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.documents.list.count > 0, timeout=WAIT_MS)
    assert page.documents.list.count == 2 if words.people.current.name == "زری کمالی" else 1


def test_filters_narrow_every_figure(page, qtbot, figures, reviewed):
    _office, people, _ids = reviewed
    reviewer = page.head.filters.reviewer
    reviewer.setCurrentIndex(reviewer.findText("زری کمالی"))
    reviewer.activated.emit(reviewer.currentIndex())
    _sums, found = figures.deductions(Grouping.RULE, StatisticsFilter(reviewer=people["zari"].user.id))
    qtbot.waitUntil(lambda: lengths(page.charts.bars) == [bar.deducted for bar in found], timeout=WAIT_MS)

    qtbot.mouseClick(page.head.filters.settled, Qt.MouseButton.LeftButton)
    reviewer.setCurrentIndex(0)
    reviewer.activated.emit(0)
    qtbot.waitUntil(lambda: rials(sum(CLAIMED.values())) in page.head.sums.text(), timeout=WAIT_MS)


def test_what_nothing_is_counted_of_says_what_to_do(page, qtbot):
    page.head.filters.kind.addItem("ویزیت", "visit")
    page.head.filters.kind.setCurrentIndex(page.head.filters.kind.count() - 1)
    page.head.filters.kind.activated.emit(0)

    qtbot.waitUntil(page.charts.state.isVisible, timeout=WAIT_MS)
    assert page.charts.state.heading.text() == "سندی با این پالایه‌ها نیست"
    assert keys_in(page)


def test_the_workbook_says_what_the_charts_say(page, qtbot, tmp_path, monkeypatch, figures):
    path = tmp_path / "آمار.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    with qtbot.waitSignal(page.work.written, timeout=WAIT_MS):
        press_there(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    report = figures.report(SETTLED)
    book = load_workbook(BytesIO(path.read_bytes()))
    for table in report.tables:
        sheet = book[table.name]
        for number, row in enumerate(table.rows, start=int(sheet.freeze_panes[1:])):
            assert [cell.value for cell in sheet[number]] == [in_excel(value) for value in row]
    assert lengths(page.charts.bars) == [row[4] for row in report.tables[0].rows]
    assert "آمار.xlsx" in page.head.said.text()
    assert path.stat().st_mode & 0o077 == 0


def test_the_report_can_be_looked_at_and_left(page, qtbot):
    with qtbot.waitSignal(page.work.drawn, timeout=WAIT_MS) as drawn:
        press_there(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with pypdfium2.PdfDocument(drawn.args[0]) as document:
        assert len(document) >= 1
    assert page.preview.isVisible()
    assert keys_in(page.preview)
    press_there(Qt.Key.Key_Escape)
    assert keys_in(page.charts)


def test_reviewers_are_not_shown_the_figures(window, desk_of):
    desk_of("zari")
    assert not window.pages.action("statistics").isVisible()


def test_no_key_of_the_page_is_also_a_key_of_the_claim_on_the_desk(window, page, qtbot):
    press_there(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.documents.list.count > 0, timeout=WAIT_MS)
    with qtbot.waitSignal(window.desk.claim_shown, timeout=WAIT_MS):
        press_there(Qt.Key.Key_Return)
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: keys_in(page.documents), timeout=WAIT_MS)
    shown = page.keys()
    own = {key.toString() for act in shown for key in act.shortcuts()}
    others = {
        key.toString()
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not page.isAncestorOf(widget)
        for act in widget.actions()
        for key in act.shortcuts()
    }

    assert own
    assert own.isdisjoint(others)
