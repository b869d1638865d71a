"""Boxes: set material around an origin at the left end of its base line, in ems of the full type size."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...dsl.scene import Rect
from .glyphs import Piece, pieces
from .punctuation import parts_of


class Placed(NamedTuple):
    """A piece at a place and size."""

    piece: Piece
    scale: float
    x: float
    y: float

    @property
    def ink(self) -> Rect:
        """The ink box."""
        p, s = self.piece, self.scale
        return (self.x + p.left * s, self.y + p.bottom * s, self.x + p.right * s, self.y + p.top * s)


class Box(NamedTuple):
    """Placed pieces and rules; `width` is the advance, `height` and `depth` reach from the base line.

    `slant` is how far the last glyph leans over its advance, which a superscript must clear.
    """

    ink: tuple[Placed, ...]
    rules: tuple[Rect, ...]
    width: float
    height: float
    depth: float
    slant: float = 0.0

    def at(self, x: float, y: float) -> "Box":
        """Return the box moved; its width stays."""
        if x == 0 and y == 0:
            return self
        ink = tuple([Placed(p.piece, p.scale, p.x + x, p.y + y) for p in self.ink])
        rules = tuple([(a + x, b + y, c + x, d + y) for a, b, c, d in self.rules]) if self.rules else ()
        return Box(ink, rules, self.width, self.height + y, self.depth - y, self.slant)

    def wide(self, width: float) -> "Box":
        """Return the box with another advance."""
        return Box(self.ink, self.rules, width, self.height, self.depth)

    @property
    def ink_edges(self) -> tuple[float, float]:
        """Left and right end of the ink."""
        edges = [*(p.ink for p in self.ink), *self.rules]
        if not edges:
            return (0.0, self.width)
        return (min(b[0] for b in edges), max(b[2] for b in edges))


EMPTY = Box((), (), 0.0, 0.0, 0.0)


def space(width: float) -> Box:
    """Return white space."""
    return Box((), (), width, 0.0, 0.0)


def rule(x: float, y: float, width: float, thickness: float) -> Box:
    """Return a filled rectangle with its lower left corner at a point."""
    return Box((), ((x, y, x + width, y + thickness),), x + width, y + thickness, max(0.0, -y))


def text_box(text: str, style: str, scale: float) -> Box:
    """Set characters side by side.

    >>> round(text_box("x", "roman", 1.0).width, 3)
    0.5
    """
    x = height = depth = slant = 0.0
    placed: list[Placed] = []
    for piece, dx, dy in (part for whole in pieces(text, style) for part in parts_of(whole)):
        placed.append(Placed(piece, scale, x + dx * scale, dy * scale))
        x += piece.advance * scale
        height = max(height, (piece.top + dy) * scale)
        depth = max(depth, -(piece.bottom + dy) * scale)
        slant = max(0.0, piece.right - piece.advance) * scale
    return Box(tuple(placed), (), x, height, depth, slant)


def overlay(boxes: Sequence[Box], width: float | None = None) -> Box:
    """Lay boxes over each other as they stand; the width is the largest unless given."""
    return Box(
        tuple([p for box in boxes for p in box.ink]),
        tuple([r for box in boxes for r in box.rules]),
        max([box.width for box in boxes], default=0.0) if width is None else width,
        max([box.height for box in boxes], default=0.0),
        max([box.depth for box in boxes], default=0.0),
    )


def beside(boxes: Iterable[Box]) -> Box:
    """Set boxes one after the other on one base line."""
    return at_offsets((0.0, box) for box in boxes)


def at_offsets(parts: Iterable[tuple[float, Box]]) -> Box:
    """Set boxes one after the other, each behind some white space."""
    x = height = depth = slant = 0.0
    ink: list[Placed] = []
    rules: list[Rect] = []
    for gap, box in parts:
        x += gap
        ink += [Placed(p.piece, p.scale, p.x + x, p.y) for p in box.ink]
        if box.rules:
            rules += [(a + x, b, c + x, d) for a, b, c, d in box.rules]
        x += box.width
        height, depth, slant = max(height, box.height), max(depth, box.depth), box.slant
    return Box(tuple(ink), tuple(rules), x, height, depth, slant)
