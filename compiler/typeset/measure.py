"""Where the ink of a set text is: boxes of its runs, and its extent once turned."""

from functools import lru_cache
from math import cos, radians, sin

from ...dsl.scene import MM_PER_POINT, XY, Rect, Run
from .glyphs import find_glyph, pieces
from .text import SetText


@lru_cache(maxsize=4096)
def run_box(run: Run) -> Rect:
    """Return the tight ink box of one run, in mm from the text's origin."""
    scale = run.size * MM_PER_POINT
    x = run.x
    boxes: list[Rect] = []
    for piece in pieces(run.text, run.font):
        boxes.append(
            (
                x + piece.left * scale,
                run.y + piece.bottom * scale,
                x + piece.right * scale,
                run.y + piece.top * scale,
            )
        )
        x += piece.advance * scale
    return hull(tuple(boxes))


def run_advance(run: Run) -> float:
    """Return how far a run's base line reaches, in mm."""
    return sum(piece.advance for piece in pieces(run.text, run.font)) * run.size * MM_PER_POINT


def boxes(text: SetText) -> tuple[Rect, ...]:
    """Return one tight ink box for each run and each rule, in mm from the text's origin.

    >>> from .typesetting import typeset
    >>> len(boxes(typeset("v_0")))
    2
    """
    return (*(run_box(run) for run in text.runs), *text.rules)


def glyph_boxes(text: SetText) -> tuple[Rect, ...]:
    """Return one tight ink box for each character and each rule: finer than `boxes` for slanted text."""
    found: list[Rect] = []
    for run in text.runs:
        scale, x = run.size * MM_PER_POINT, run.x
        for char in run.text:
            shape = find_glyph(run.font, char)
            if shape is None:
                continue
            if shape.right > shape.left:
                found.append(
                    (
                        x + shape.left * scale,
                        run.y + shape.bottom * scale,
                        x + shape.right * scale,
                        run.y + shape.top * scale,
                    )
                )
            x += shape.advance * scale
    return (*found, *text.rules)


def hull(rects: tuple[Rect, ...]) -> Rect:
    """Return the smallest box that holds all others; of nothing, an empty box at the origin.

    >>> hull(((0, 0, 1, 1), (2, -1, 3, 0)))
    (0, -1, 3, 1)
    """
    if not rects:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        min(r[0] for r in rects),
        min(r[1] for r in rects),
        max(r[2] for r in rects),
        max(r[3] for r in rects),
    )


def turned(rect: Rect, degrees: float, about: XY = (0.0, 0.0)) -> tuple[XY, XY, XY, XY]:
    """Return the corners of a box turned counter-clockwise about a point, from the lower left on.

    >>> [(round(x, 3), round(y, 3)) for x, y in turned((0, 0, 2, 1), 90)]
    [(0.0, 0.0), (0.0, 2.0), (-1.0, 2.0), (-1.0, 0.0)]
    """
    c, s = cos(radians(degrees)), sin(radians(degrees))
    left, bottom, right, top = rect

    def turn(x: float, y: float) -> XY:
        dx, dy = x - about[0], y - about[1]
        return (about[0] + dx * c - dy * s, about[1] + dx * s + dy * c)

    return (turn(left, bottom), turn(right, bottom), turn(right, top), turn(left, top))


def rotated_extent(text: SetText, degrees: float) -> Rect:
    """Return the ink box of a text turned about its origin, from the turned boxes of its runs.

    >>> from .typesetting import typeset
    >>> text = typeset("wide label")
    >>> left, bottom, right, top = rotated_extent(text, 90.0)
    >>> right - left < text.height + 0.01, top - bottom > 5
    (True, True)
    """
    corners = [corner for box in boxes(text) for corner in turned(box, degrees)]
    return hull(tuple((x, y, x, y) for x, y in corners))
