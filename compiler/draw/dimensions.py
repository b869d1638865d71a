"""Dimension lines: extension lines off the object, arrowheads, the text in a gap of the line.

Convention: ISO 129-1 (extension lines start clear of the object and pass the dimension line a little).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...dsl.scene import Item, Path, Rect
from ..shapes import XY, heading, polar
from ..targets import AlongLine
from .clearance import Strokes, strokes_in, strokes_on
from .outlines import bounds_of
from .paths import polyline

if TYPE_CHECKING:
    from .pen import Pen

OFFSET = 5.0
"""From a measured feature to its dimension line, in millimetres."""
CLEAR = 1.0
PAST = 1.0
GIVE = 2.75
STEPS = 10
"""A dimension line gives way to other ink by so many steps of so many millimetres."""
APART = 4.5
"""Between dimension lines that run side by side: room for the texts in their gaps."""
BESIDE = 2.0
"""The same from other lines."""
SHORT = 6.5
"""Dimensions shorter than this (mm) have their arrowheads outside, pointing at each other."""
TAIL = 5.0
"""Length of the arrows outside."""
WHITE = 1.0
"""From a dimension line to the ends of other lines."""
TOUCH = 0.3
"""A line this close to an end of a dimension (mm) shows it."""
LETTER = (1.7, 1.6)
"""About the width of a letter and half the height of a line of text (mm)."""
RUNS_ON = 2.0
"""A line that runs on from an end for longer than this (mm) stands for the extension line; a marker is no line."""
LONGEST = 16
"""Letters of a text that count for its room; longer ones stand beside the line anyway."""

BOX, PASSED, LINE, EXTENSION, RUN, TEXT, SIDE, STEP = 20.0, 3.0, 4.0, 1.5, 4.0, 2.0, 2.0, 0.3
"""Prices: per box that the line comes upon, that an extension line passes, per stroke crossed by the line, by an extension line, for running along a line, per stroke through
the text, for the side towards the drawing, and for each step away."""


@dataclass(frozen=True)
class Frame:
    """A dimension line between its extension lines: on which side of the feature, how far off."""

    a: XY
    b: XY
    side: int
    offset: float
    starts: tuple[XY, XY]
    """Where the extension lines begin, off the object."""

    @property
    def across(self) -> float:
        """The direction from the feature to the line, in degrees."""
        return heading(self.a, self.b) + 90 * self.side

    @property
    def line(self) -> tuple[XY, XY]:
        """The ends of the dimension line."""
        return polar(self.a, self.offset, self.across), polar(self.b, self.offset, self.across)

    @property
    def reach(self) -> tuple[XY, XY]:
        """The ends of all that is drawn along the dimension line: of a short one, of the arrows outside it."""
        p, q = self.line
        more = TAIL if math.dist(p, q) < SHORT else 0.0
        return polar(p, -more, heading(p, q)), polar(q, more, heading(p, q))

    @property
    def extensions(self) -> list[tuple[XY, XY]]:
        """The extension lines, which pass the dimension line a little."""
        ends = (polar(foot, self.offset + PAST, self.across) for foot in (self.a, self.b))
        return list(zip(self.starts, ends))


def draw_dimension(pen: Pen, a: XY, b: XY, text: str, *, side: int = 0) -> None:
    """Draw a dimension line for the distance from a to b, on the outer side of the drawing.

    Between places in space the text stands at the line itself.
    """
    from .space_marks import dimension_in_space

    if math.dist(a, b) < 0.05:
        return
    if pen.solution.poser.frame.camera and dimension_in_space(pen, a, b, text):
        return
    dimension_on_paper(pen, a, b, text, side=side)


def dimension_on_paper(
    pen: Pen, a: XY, b: XY, text: str, *, side: int = 0, starts: tuple[XY, XY] | None = None
) -> None:
    """Draw a dimension line beside two spots of the picture, after all else and after the shorter ones."""
    pen.last(math.dist(a, b), lambda: _draw(pen, _best_frame(pen, (a, b), text, side, starts), text))


def _draw(pen: Pen, frame: Frame, text: str) -> None:
    p, q = frame.line
    short = math.dist(p, q) < SHORT
    with pen.thin():
        for start, end in frame.extensions if frame.offset else ():
            pen.path(polyline([start, end]), role="extension", stroke=pen.stroke())
        if short:
            for far, tip in zip(frame.reach, (p, q)):
                pen.arrow([far, tip], role="dimension")
            id = pen.path(polyline([p, q]), role="dimension", stroke=pen.stroke())
        else:
            id = pen.arrow([p, q], both=True, role="dimension")
    target = AlongLine((p, q), in_gap=not short, side=frame.side, ink=id)
    pen.label(text, target, owner=id, role="dimension-text")


def _best_frame(pen: Pen, ends: tuple[XY, XY], text: str, side: int, starts: tuple[XY, XY] | None) -> Frame:
    """Return where a dimension meets least: on the outer side and near its feature, if nothing is in the way."""
    free = Frame(*ends, 1, 0.0, ends)
    if side == 0 and starts is None and _stands_between(pen, free, text):
        return free
    side = side or pen.facing_side(*ends)
    sides = (side, -side) if starts is None else (side,)
    ink, dimensions = strokes_on(pen.canvas), strokes_in(pen.canvas, "dimension")
    marks = (pen.mark_at(ends[0]), pen.mark_at(ends[1]))
    frames = [_frame(ends, way, step, starts, ink, marks) for way in sides for step in range(STEPS)]
    boxes = _boxes(pen)

    def price(k: int) -> float:
        return _met(frames[k], boxes, ink, dimensions, text) + SIDE * (k >= STEPS) + STEP * (k % STEPS)

    return frames[min(range(len(frames)), key=price)]


def _stands_between(pen: Pen, frame: Frame, text: str) -> bool:
    """Whether a dimension needs no extension lines: it runs from drawn line to drawn line through nothing."""
    p, q = frame.line
    if math.dist(p, q) < SHORT or pen.mark_at(p) or pen.mark_at(q):
        return False
    ink = strokes_on(pen.canvas)
    theta = heading(p, q)
    touched = all(
        ink.met_by([polar(end, -TOUCH, theta), polar(end, TOUCH, theta)], TOUCH)[1] for end in (p, q)
    )
    inner = polar(p, TOUCH, theta), polar(q, -TOUCH, theta)
    fits = LETTER[0] * len(text) < math.dist(p, q) - 2 * CLEAR
    clear = not ink.crossed([inner, *_diagonals(frame, text)]) and ink.along(p, q, BESIDE) < TOUCH
    return touched and fits and clear


def with_merged_extensions(items: Sequence[Item]) -> list[Item]:
    """Return ink in which extension lines that start at one place in one direction are drawn once, the longest."""
    lines = [i for i in items if isinstance(i, Path) and i.role == "extension" and len(i.points) == 2]
    longest = {_start(line): line.id for line in sorted(lines, key=lambda line: math.dist(*line.points))}
    kept = set(longest.values())
    return [item for item in items if item not in lines or item.id in kept]


def _start(line: Path) -> tuple[float, float, int]:
    """Return where an extension line starts, and its direction in whole degrees."""
    (x, y), end = line.points
    return round(x, 2), round(y, 2), round(heading((x, y), end)) % 360


def _frame(
    ends: tuple[XY, XY],
    side: int,
    step: int,
    starts: tuple[XY, XY] | None,
    ink: Strokes,
    marks: tuple[float, float],
) -> Frame:
    """Return a frame; where a drawn line runs on from an end, its extension line begins after that.

    `marks` are the radii of the markers at the ends.
    """
    across, offset = heading(*ends) + 90 * side, OFFSET + GIVE * step
    if starts is None:
        runs = (ink.along(foot, polar(foot, offset, across), TOUCH / 2) for foot in ends)
        a, b = (
            polar(foot, CLEAR + max(mark, run if RUNS_ON < run < offset else 0.0), across)
            for foot, mark, run in zip(ends, marks, runs)
        )
        starts = (a, b)
    return Frame(*ends, side, offset, starts)


def _met(frame: Frame, boxes: Sequence[Rect], ink: Strokes, dimensions: Strokes, text: str) -> float:
    """Return the price of what a dimension meets."""
    from .linking import comes_upon

    (p, q), lines = frame.reach, frame.extensions
    whole = [lines[0][0], p, q, lines[1][0]]
    met = sum(BOX * comes_upon((p, q), box) + PASSED * comes_upon(whole, box) for box in boxes)
    runs = ink.along(p, q, BESIDE) + dimensions.along(p, q, APART)
    runs += sum(ink.along(*line, 0.5 * CLEAR) for line in lines)
    shifted = ([polar(end, shift, frame.across) for end in (p, q)] for shift in (-WHITE, 0.0, WHITE))
    across = LINE * max(ink.crossed([(a, b)]) for a, b in shifted) + EXTENSION * ink.crossed(lines)
    return met + across + RUN * min(1.0, runs / 4.0) + TEXT * ink.crossed(_diagonals(frame, text))


def _diagonals(frame: Frame, text: str) -> list[tuple[XY, XY]]:
    """Return the diagonals of about the room of the text in the middle of a dimension line."""
    p, q = frame.line
    x, y = (p[0] + q[0]) / 2, (p[1] + q[1]) / 2
    w, h = LETTER[0] * min(len(text), LONGEST) / 2, LETTER[1]
    return [((x - w, y - h), (x + w, y + h)), ((x - w, y + h), (x + w, y - h))]


def _boxes(pen: Pen) -> list[Rect]:
    from .linking import boxed_shapes

    return [box for shape in boxed_shapes(pen) if (box := bounds_of(shape))]


def beside_boxes(boxes: Sequence[Rect], upright: bool = False) -> tuple[tuple[XY, XY], int]:
    """Return the ends and the side of a dimension clear of the boxes that it measures.

    Of one box its width or height, of two the distance of their middles: below them or on their right.
    """
    lowest, rightmost = min(b[1] for b in boxes), max(b[2] for b in boxes)
    if len(boxes) == 1:
        left, bottom, right, top = boxes[0]
        return (((right, bottom), (right, top)) if upright else ((left, bottom), (right, bottom))), -1
    middles = sorted(((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in boxes[:2])
    (ax, ay), (bx, by) = middles
    if bx - ax >= abs(by - ay):
        return ((ax, lowest), (bx, lowest)), -1
    low, high = sorted((ay, by))
    return ((rightmost, low), (rightmost, high)), -1
