"""Pieces of a picture: primitives with their extent, ready to be put beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...dsl.scene import XY, Item, Origin, Path, Rect, Stroke
from ...dsl.theme import WIDTH
from ..draw.paths import Outline, polyline
from ..place.geometry import bounds
from ..typeset import SetText
from .moving import all_moved

HAIRLINE = Stroke(color="muted", width=WIDTH.net, cap="butt")
"""Rules between parts of a picture: lighter than anything that is drawn."""


@dataclass(frozen=True)
class Piece:
    """Items with their extent."""

    items: tuple[Item, ...]
    box: Rect

    @property
    def width(self) -> float:
        """Width in millimetres."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Height in millimetres."""
        return self.box[3] - self.box[1]

    def at(self, x: float, y: float) -> Piece:
        """Return the piece with the lower left corner of its extent at (x, y)."""
        items = all_moved(self.items, x - self.box[0], y - self.box[1])
        return Piece(items, (x, y, x + self.width, y + self.height))


def piece_of(items: Sequence[Item]) -> Piece:
    """Return items as a piece as large as their ink."""
    return Piece(tuple(items), bounds(items))


def joined(pieces: Sequence[Piece], extra: Sequence[Item] = ()) -> Piece:
    """Return pieces that already stand where they belong as one; `extra` items lie inside their extent."""
    boxes = [piece.box for piece in pieces]
    lefts, bottoms, rights, tops = zip(*boxes)
    box = (min(lefts), min(bottoms), max(rights), max(tops))
    return Piece((*(i for piece in pieces for i in piece.items), *extra), box)


def line_of_text(text: SetText, id: str, *, role: str, origin: Origin | None = None) -> Piece:
    """Return a set text as a piece with its ink box as extent."""
    return Piece((text.item(id, (0.0, 0.0), role=role, origin=origin),), text.extent)


def rule(id: str, a: XY, b: XY) -> Path:
    """Return a thin line between parts of the picture."""
    return stroked(id, polyline((a, b)), HAIRLINE, role="rule")


def stroked(
    id: str, outline: Outline, stroke: Stroke, *, role: str, z: int = 0, origin: Origin | None = None
) -> Path:
    """Return an outline as a primitive."""
    return Path(
        id=id, role=role, z=z, origin=origin, codes=outline.codes, points=outline.points, stroke=stroke
    )
