"""Marks are strokes with shapes of their own, drawn the same each time, and found where they belong."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui import theme
from app.ui.bill import marks
from app.ui.bill.bill_model import Column
from tests.ui.bill.conftest import pixels

CENTRE = QPointF(40, 40)
INK = QColor("#12803c")
DRAWINGS = {
    "tick": lambda painter, seed: marks.draw_tick(painter, CENTRE, 40, INK, seed),
    "circle": lambda painter, seed: marks.draw_circle(painter, QRectF(5, 15, 70, 50), INK, seed),
    "zero": lambda painter, seed: marks.draw_zero(painter, CENTRE, 50, INK, seed),
    "question": lambda painter, seed: marks.draw_question(painter, CENTRE, 40, INK, seed),
    "arrow": lambda painter, seed: marks.draw_arrow(painter, CENTRE, 50, INK, seed),
    "strike": lambda painter, seed: marks.draw_strike(painter, QRectF(5, 35, 70, 10), INK, seed),
}


def drawn(name, seed=1):
    image = QImage(80, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    DRAWINGS[name](painter, seed)
    painter.end()
    return image


def in_cell(desk, no, column):
    """Return a cell of the bill as it is painted."""
    view = desk.bill
    view.select_line(no)
    view.scrollTo(view.bill.index(view.bill.place_of(no), Column.TITLE))
    rect = view.visualRect(view.bill.index(view.bill.place_of(no), column))
    return view.viewport().grab(rect).toImage()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_hand_draws_the_same_mark_twice_and_no_two_lines_alike(themed, name):
    assert drawn(name, 3) == drawn(name, 3)
    assert drawn(name, 3) != drawn(name, 4)


def test_shapes_alone_tell_the_marks_apart(themed):
    hollow = {name: (40, 40) not in pixels(drawn(name), INK, 120) for name in DRAWINGS}
    width = {name: len({x for x, _ in pixels(drawn(name), INK, 120)}) for name in DRAWINGS}

    assert hollow["circle"]
    assert hollow["zero"]
    assert width["zero"] < width["tick"] < width["circle"]
    assert {x for x, _ in pixels(drawn("strike"), INK, 120)} >= set(range(15, 65))


def test_a_circle_surrounds_the_wrong_amount_and_is_slightly_open(themed, desk):
    image = in_cell(desk, 1, Column.CLAIMED)
    pen = pixels(image, theme.GREEN, 60)
    columns = {x for x, _ in pen}
    ink = {x for x, y in pixels(image, theme.INK, 70) if abs(y - image.height() // 3) < 14}

    assert min(columns) < min(ink)
    assert max(columns) > max(ink)


def test_each_mark_is_painted_in_its_pen(themed, desk):
    green = {no: len(pixels(in_cell(desk, no, Column.APPROVED), theme.GREEN)) for no in (1, 3, 6)}
    amber = len(pixels(in_cell(desk, 4, Column.APPROVED), theme.AMBER))

    assert all(count > 30 for count in green.values()), green
    assert amber > 30
    assert not pixels(in_cell(desk, 6, Column.CLAIMED), theme.GREEN)


def test_the_mark_stands_before_the_amount_in_reading_direction(themed, desk):
    image = in_cell(desk, 6, Column.APPROVED)
    tick = {x for x, _ in pixels(image, theme.GREEN)}
    amount = {x for x, _ in pixels(image, theme.INK, 70)}

    assert min(tick) > max(amount)


def test_an_override_shows_the_struck_mark_of_the_engine_and_the_initials(themed, desk):
    image = in_cell(desk, 5, Column.APPROVED)
    rows = {y for _, y in pixels(image, theme.GREEN)}
    longest = max(len([x for x, y in pixels(image, theme.GREEN, 90) if y == row]) for row in rows)

    assert longest > 15
    assert desk.open_claim.settlement.line(5).author_initials == "س‌م"


def test_a_stale_word_is_hatched(themed, desk):
    desk.bill.select_line(1)
    hatch = theme.HATCH
    plain = len(pixels(in_cell(desk, 6, Column.TITLE), hatch, 25))

    assert len(pixels(in_cell(desk, 7, Column.TITLE), hatch, 25)) > plain + 100
