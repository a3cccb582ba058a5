"""The marks of article 20 as a hand draws them: tick, circle, zero; the question of a query; the stroke of an override.

They are paths, never characters: no font has them, and their shape alone tells them apart on a grey printer.
"""

import math

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.sheets.strokes import Hand, draw_stroke, smooth

PEN_WIDTH = 1.25


def draw_tick(canvas: Canvas, x: float, y: float, size: float, colour: Color, seed: int) -> None:
    """Draw a tick with a long tail, centred on a point."""
    points = [(-0.46, 0.02), (-0.34, -0.12), (-0.18, -0.38), (-0.10, -0.30), (0.16, 0.20), (0.58, 0.62)]
    _draw(canvas, points, (x, y), size, colour, seed, PEN_WIDTH * 1.25)


def draw_circle(
    canvas: Canvas, x: float, y: float, radii: tuple[float, float], colour: Color, seed: int, width: float = PEN_WIDTH
) -> None:
    """Draw a slightly open ellipse around a point: it begins at the upper right and overshoots its own beginning."""
    hand = Hand(seed)
    begin, turns = math.radians(62 + 8 * hand.lean()), math.radians(376)
    steps = 12
    ring = []
    for step in range(steps + 1):
        way = step / steps
        swell = 1.0 + 0.055 * (way - 0.5) + 0.02 * math.sin(5 * way + seed)
        angle = begin + turns * way
        ring.append((x + radii[0] * swell * math.cos(angle), y + radii[1] * swell * math.sin(angle)))
    canvas.setFillColor(colour)
    draw_stroke(canvas, smooth(hand.uneven(ring, 0.028 * radii[1])), width)


def draw_zero(canvas: Canvas, x: float, y: float, size: float, colour: Color, seed: int) -> None:
    """Draw a small upright ring, pressed hard: nothing is payable."""
    draw_circle(canvas, x, y, (size * 0.27, size * 0.36), colour, seed, PEN_WIDTH * 1.45)


def draw_question(canvas: Canvas, x: float, y: float, size: float, colour: Color, seed: int) -> None:
    """Draw a Persian question mark in a dotted ring: no mark yet, somebody must answer."""
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.95)
    canvas.setLineCap(1)
    canvas.setDash([0.05, 2.35])
    canvas.circle(x, y, size * 0.62, stroke=1, fill=0)
    canvas.restoreState()
    hook = [(0.20, 0.20), (0.10, 0.36), (-0.12, 0.36), (-0.21, 0.18), (-0.10, 0.04), (0.02, -0.06), (0.03, -0.20)]
    _draw(canvas, hook, (x, y), size * 0.92, colour, seed, PEN_WIDTH)
    canvas.circle(x + size * 0.03, y - size * 0.33, 0.85, stroke=0, fill=1)


def draw_arrow(canvas: Canvas, x: float, y: float, length: float, colour: Color, seed: int) -> None:
    """Draw the short arrow that leads, leftwards, from a wrong amount to the right one beside it."""
    shaft = [(0.5, -0.02), (0.1, 0.05), (-0.5, 0.0)]
    head = [(-0.22, 0.24), (-0.5, 0.0), (-0.24, -0.22)]
    _draw(canvas, shaft, (x, y), length, colour, seed, PEN_WIDTH * 0.85)
    tip = [(x + px * length, y + py * length * 0.8) for px, py in Hand(seed + 1).uneven(head, 0.02)]
    draw_stroke(canvas, tip, PEN_WIDTH * 0.85)


def draw_strike(canvas: Canvas, left: float, right: float, y: float, rise: float, colour: Color, seed: int) -> None:
    """Draw the stroke through what no longer holds, rising by `rise` points."""
    middle = (left + right) / 2
    points = [(left, y - rise / 2), (middle, y + 0.5), (right, y + rise / 2)]
    canvas.setFillColor(colour)
    draw_stroke(canvas, smooth(Hand(seed).uneven(points, 0.35)), PEN_WIDTH * 0.8)


def _draw(
    canvas: Canvas,
    points: list[tuple[float, float]],
    centre: tuple[float, float],
    size: float,
    colour: Color,
    seed: int,
    width: float,
) -> None:
    """Draw a figure given in units of `size` around a centre."""
    placed = [(centre[0] + x * size, centre[1] + y * size) for x, y in Hand(seed).uneven(points, 0.025)]
    canvas.setFillColor(colour)
    draw_stroke(canvas, smooth(placed), width)
