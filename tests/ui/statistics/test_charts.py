"""Charts: the keys go from bar to bar, what is drawn is also said, and greys and directions tell everything."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.persian import rials
from app.domain.statistics import DeductionsUnder, Grouping
from app.ui.statistics.bar_list import BarList
from app.ui.statistics.bars import Bar, Segment, Tone
from app.ui.statistics.scales import round_steps, unit_of
from app.ui.statistics.tones import draw_part
from app.ui.statistics.trend_chart import TrendChart
from app.ui.statistics.trend_points import TrendPoint, gaps
from tests.ui.frame.conftest import shown

AMOUNTS = (900_000, 450_000, 30_000)


def bar(number, amount=100_000, segments=()):
    behind = DeductionsUnder(Grouping.RULE, f"GEN-{number}")
    return Bar(f"GEN-{number}", amount, rials(amount), "شرح ضابطه", "۳ سند", behind, segments)


@pytest.fixture
def chart(themed, qtbot):
    made = shown(qtbot, BarList(), size=(640, 300))
    made.show_bars([bar(number, amount) for number, amount in enumerate(AMOUNTS)])
    made.setFocus()
    return made


@pytest.fixture
def trend(themed, qtbot):
    made = shown(qtbot, TrendChart(), size=(640, 420))
    shares = (Fraction(1, 10), None, Fraction(1, 4))
    months = ("فروردین", "اردیبهشت", "خرداد")
    made.show_points(
        [
            TrendPoint(bar(number, amount), share, month, "۱۳۹۵")
            for number, (amount, share, month) in enumerate(zip(AMOUNTS, shares, months, strict=True))
        ]
    )
    made.setFocus()
    return made


def test_the_keys_go_from_bar_to_bar(chart, qtbot):
    assert chart.current == chart.bar(0)
    with qtbot.waitSignal(chart.current_changed):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current == chart.bar(1)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.current == chart.bar(2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_behind_the_bar(chart, qtbot, key):
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(chart.chosen) as told:
        qtbot.keyClick(chart, key)
    assert told.args == [chart.bar(1)]


def test_a_click_leads_behind_the_bar(chart, qtbot):
    place = chart.visualRect(chart.model_of_bars.index(2)).center()
    with qtbot.waitSignal(chart.chosen) as told:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [chart.bar(2)]


def test_a_bar_is_said_in_words(chart):
    segments = (Segment(2, Tone.SOLID, "پذیرفته ۲ بار"), Segment(0, Tone.HATCHED, "چشم‌پوشی ۰ بار"))
    chart.show_bars([bar(1, segments=segments)])
    index = chart.model_of_bars.index(0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "GEN-1؛ شرح ضابطه؛ ۱۰۰٬۰۰۰؛ ۳ سند؛ پذیرفته ۲ بار"
    assert index.data(Qt.ItemDataRole.ToolTipRole).splitlines() == [
        "GEN-1",
        "شرح ضابطه",
        "۱۰۰٬۰۰۰",
        "۳ سند",
        "پذیرفته ۲ بار",
    ]


def dark_in(widget, rect):
    """Return how many pixels of a row are as dark as a bar, from left to right."""
    picture = widget.grab(rect).toImage()
    y = picture.height() - int(14 * picture.devicePixelRatio())
    return [QColor(picture.pixel(x, y)).lightness() < 140 for x in range(picture.width())]


def test_bars_grow_from_the_right_and_are_as_long_as_their_amounts(chart):
    chart.viewport().setFocus()
    lengths = []
    for place in range(3):
        dark = dark_in(chart.viewport(), chart.visualRect(chart.model_of_bars.index(place)))
        right = len(dark) - 1 - dark[::-1].index(True)
        assert right > len(dark) - 30
        lengths.append(sum(dark))
    assert lengths[1] == pytest.approx(lengths[0] / 2, abs=4)
    assert lengths[2] == pytest.approx(lengths[0] / 30, abs=4)


def test_what_is_below_zero_is_said_and_not_drawn(chart):
    chart.show_bars([bar(1), bar(2, -5)])

    dark = dark_in(chart.viewport(), chart.visualRect(chart.model_of_bars.index(1)))
    assert not any(dark[len(dark) // 2 :])
    assert "\u2212۵" in chart.bar(1).figure


def test_the_bar_under_the_keys_stays_when_figures_are_read_anew(chart):
    chart.go_to(1)
    chart.show_bars([bar(7), bar(1, 5), bar(0, 3)])
    assert chart.current.name == "GEN-1"
    chart.show_bars([])
    assert (chart.current, chart.count) == (None, 0)


def grey_of(tone):
    """Return a part of a bar as a print in grey shows it."""
    picture = QImage(64, 12, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw_part(painter, QRectF(0, 0, 64, 12), tone)
    painter.end()
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return [[grey.pixelColor(x, y).red() for x in range(4, 60)] for y in range(2, 10)]


def test_every_tone_is_told_from_the_others_in_grey(themed):
    told = [tone for tone in Tone if tone is not Tone.PLAIN]  # plain bars never stand beside parted ones
    for one, other in itertools.combinations(told, 2):
        pairs = [pair for rows in zip(grey_of(one), grey_of(other), strict=True) for pair in zip(*rows, strict=True)]
        apart = sum(abs(a - b) for a, b in pairs) / len(pairs)
        assert apart > 25, (one, other)


@given(st.integers(0, 10**14), st.integers(1, 8))
def test_a_scale_covers_its_values_in_few_round_steps(most, at_most):
    steps = round_steps(most, at_most=at_most)

    assert steps[0] == 0
    assert steps[-1] >= most
    assert 2 <= len(steps) <= at_most + 1
    width = steps[1]
    assert all(later - earlier == width for earlier, later in itertools.pairwise(steps))
    assert str(int(width)).rstrip("0") in {"1", "2", "5"}
    unit, _name = unit_of(width)
    assert width % unit == 0


def test_in_right_to_left_the_earliest_month_stands_at_the_right(trend, qtbot):
    places = [trend.point_of(place).x() for place in range(3)]
    assert places == sorted(places, reverse=True)
    qtbot.keyClick(trend, Qt.Key.Key_Home)
    qtbot.keyClick(trend, Qt.Key.Key_Left)
    assert trend.current.name == "GEN-1"
    qtbot.keyClick(trend, Qt.Key.Key_Right)
    assert trend.current.name == "GEN-0"


def test_in_left_to_right_it_is_the_other_way_round(trend, qtbot):
    trend.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    places = [trend.point_of(place).x() for place in range(3)]
    assert places == sorted(places)
    qtbot.keyClick(trend, Qt.Key.Key_Home)
    qtbot.keyClick(trend, Qt.Key.Key_Right)
    assert trend.current.name == "GEN-1"


def test_a_larger_amount_stands_higher(trend):
    heights = [trend.point_of(place).y() for place in range(3)]
    assert heights == sorted(heights)


def test_a_month_leads_behind_it(trend, qtbot):
    with qtbot.waitSignal(trend.chosen) as told:
        qtbot.keyClick(trend, Qt.Key.Key_Return)
    assert told.args[0].name == "GEN-2"
    with qtbot.waitSignal(trend.chosen) as told:
        qtbot.mouseClick(trend, Qt.MouseButton.LeftButton, pos=trend.point_of(0))
    assert told.args[0].name == "GEN-0"


def test_the_month_under_the_keys_is_said(trend, qtbot):
    assert trend.accessibleName() == "GEN-2؛ شرح ضابطه؛ ۳۰٬۰۰۰؛ ۳ سند"
    qtbot.keyClick(trend, Qt.Key.Key_Home)
    assert trend.accessibleName().startswith("GEN-0؛")


def point_at(chart, place):
    """Let the pointer rest on a place of a chart."""
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    return QToolTip.text()


def test_the_month_under_the_pointer_is_said(trend):
    between = (trend.point_of(0) + trend.point_of(1)) / 2

    assert point_at(trend, between) == ""
    assert point_at(trend, trend.point_of(1)).startswith("GEN-1\n")


@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_any_number_of_months_can_be_drawn(themed, qtbot, count):
    chart = shown(qtbot, TrendChart(), size=(420, 300))
    points = [
        TrendPoint(bar(number, number * 10**9), Fraction(number, 100), "فروردین", "۱۳۹۵") for number in range(count)
    ]
    chart.show_points(points)
    assert not chart.grab().isNull()
    assert chart.count == count
    assert (chart.current is None) is (count == 0)


def month(amount):
    """Return a month in which this much was deducted; of None there is no document."""
    share = None if amount is None else Fraction(1, 10)
    return TrendPoint(bar(amount or 0, amount or 0), share, "فروردین", "۱۳۹۵")


def test_months_without_a_document_in_a_row_are_one_gap():
    assert gaps([month(amount) for amount in (None, 5, None, None, 0, None)]) == [range(1), range(2, 4), range(5, 6)]


@pytest.mark.parametrize(("between", "joined"), [(500_000, True), (None, False)])
def test_no_line_leads_over_a_month_without_a_document(themed, qtbot, between, joined):
    chart = shown(qtbot, TrendChart(), size=(640, 420))
    chart.show_points([month(amount) for amount in (900_000, between, 900_000)])
    picture, begin = chart.grab().toImage(), chart.point_of(0)
    for end in (chart.point_of(1), chart.point_of(2)):
        ways = [begin + (end - begin) * (step / 20) for step in range(4, 9)]
        dark = [
            min(picture.pixelColor(way.x(), way.y() + off).lightness() for off in range(-2, 3)) < 200 for way in ways
        ]
        if end == chart.point_of(1):
            assert dark == [joined] * len(dark)
        else:
            assert not all(dark)
