"""The marks of article 20 as a hand draws them: tick, circle, zero; the question of a query; the stroke of an override.

They are paths, never characters: no font has them, and their shape alone tells them apart on a grey printer.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.handwriting import Point, smooth
from app.sheets.strokes import Hand, draw_stroke

PEN_WIDTH = 1.25


@dataclass(frozen=True, slots=True)
class Ink:
    """What a mark is drawn with: where, in which colour, and the seed of the hand's tremor."""

    canvas: Canvas
    colour: Color
    seed: int

    def draw(self, points: Sequence[Point], width: float) -> None:
        """Draw one stroke through the points."""
        self.canvas.setFillColor(self.colour)
        draw_stroke(self.canvas, smooth(points), width)

    def figure(self, points: Sequence[Point], centre: Point, size: float, width: float = PEN_WIDTH) -> None:
        """Draw a figure given in units of `size` around a centre."""
        uneven = Hand(self.seed).uneven(points, 0.025)
        self.draw([(centre[0] + x * size, centre[1] + y * size) for x, y in uneven], width)


def draw_tick(ink: Ink, centre: Point, size: float) -> None:
    """Draw a tick with a long tail."""
    points = [(-0.46, 0.02), (-0.34, -0.12), (-0.18, -0.38), (-0.10, -0.30), (0.16, 0.20), (0.58, 0.62)]
    ink.figure(points, centre, size, PEN_WIDTH * 1.25)


def draw_circle(ink: Ink, centre: Point, radii: Point, width: float = PEN_WIDTH) -> None:
    """Draw a slightly open ellipse: it begins at the upper right and overshoots its own beginning."""
    hand = Hand(ink.seed)
    begin, turns = math.radians(62 + 8 * hand.lean()), math.radians(376)
    steps = 12
    ring = []
    for step in range(steps + 1):
        way = step / steps
        swell = 1.0 + 0.055 * (way - 0.5) + 0.02 * math.sin(5 * way + ink.seed)
        angle = begin + turns * way
        ring.append((centre[0] + radii[0] * swell * math.cos(angle), centre[1] + radii[1] * swell * math.sin(angle)))
    ink.draw(hand.uneven(ring, 0.028 * radii[1]), width)


def draw_zero(ink: Ink, centre: Point, size: float) -> None:
    """Draw a small upright ring, pressed hard: nothing is payable."""
    draw_circle(ink, centre, (size * 0.27, size * 0.36), PEN_WIDTH * 1.45)


def draw_question(ink: Ink, centre: Point, size: float) -> None:
    """Draw a Persian question mark in a dotted ring: no mark yet, somebody must answer."""
    (x, y), canvas = centre, ink.canvas
    canvas.saveState()
    canvas.setStrokeColor(ink.colour)
    canvas.setLineWidth(0.95)
    canvas.setLineCap(1)
    canvas.setDash([0.05, 2.35])
    canvas.circle(x, y, size * 0.62, stroke=1, fill=0)
    canvas.restoreState()
    hook = [(0.20, 0.20), (0.10, 0.36), (-0.12, 0.36), (-0.21, 0.18), (-0.10, 0.04), (0.02, -0.06), (0.03, -0.20)]
    ink.figure(hook, centre, size * 0.92)
    canvas.circle(x + size * 0.03, y - size * 0.33, 0.85, stroke=0, fill=1)


def draw_arrow(ink: Ink, centre: Point, length: float) -> None:
    """Draw the short arrow that leads, leftwards, from a wrong amount to the right one beside it."""
    ink.figure([(0.5, -0.02), (0.1, 0.05), (-0.5, 0.0)], centre, length, PEN_WIDTH * 0.85)
    tip = Hand(ink.seed + 1).uneven([(-0.22, 0.19), (-0.5, 0.0), (-0.24, -0.18)], 0.02)
    ink.canvas.setFillColor(ink.colour)
    draw_stroke(ink.canvas, [(centre[0] + x * length, centre[1] + y * length) for x, y in tip], PEN_WIDTH * 0.85)


def draw_strike(ink: Ink, begin: Point, end: Point, width: float = PEN_WIDTH * 0.8) -> None:
    """Draw the stroke through what no longer holds."""
    middle = ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2 + 0.5)
    ink.draw(Hand(ink.seed).uneven([begin, middle, end], 0.35), width)
