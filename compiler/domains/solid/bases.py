"""The bases of prisms and pyramids: polygons on the ground, their first side in front, counterclockwise from above."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...model import Entity
from ...pose.poser import Poser
from ...shapes import Polyhedron, SpacePoint
from ...values import Formula, Measure, Word
from ...vocabulary import PartOf, Slot, Want
from .edges import stated_length
from .vertices import named_vertices

BASE, HEIGHT = 40.0, 50.0
"""Side of the base and height that a solid would like to have, in space millimetres."""
SHAPES = {
    "triangle": 3, "triangular": 3, "equilateral": 3, "equilateral_triangle": 3, "square": 4, "quadrilateral": 4, "rectangle": 4, "parallelogram": 4,
    "pentagon": 5, "pentagonal": 5, "hexagon": 6, "hexagonal": 6, "heptagon": 7, "octagon": 8, "octagonal": 8,
    "isosceles_triangle": 3, "isosceles": 3,
}  # fmt: skip
GENERAL = ("rectangle", "parallelogram", "quadrilateral", "triangle", "triangular")
"""Words for a base of named vertices that need not be regular."""
MOST_SIDES = 24
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX"

Ring = tuple[SpacePoint[int], ...]

PARTS = (
    PartOf("height", "the height, from apex or top to the base"), PartOf("base", "the middle of its base"), PartOf("top", "the middle of its top"),
    PartOf("side", "a side of its base"), PartOf("center", "the middle of its vertices"),
)  # fmt: skip
FLAGS = ("regular", "oblique", "right", "inverted", "lying", "transparent", "wireframe", *SHAPES)
N = Slot(
    "n",
    Want.NUMBER,
    "how many sides its base has",
    ("sides", "count"),
    counts_to=MOST_SIDES,
    positional=False,
)
BASE_SLOT = Slot(
    "base",
    (Want.WORD, Want.PATH, Want.ENTITY),
    "the shape of its base",
    ("cross_section",),
    choices=tuple(SHAPES),
    positional=False,
)


def sides_of(entity: Entity, named: int) -> int:
    """Return how many sides the base has: stated, by its word, or by the vertices."""
    stated = entity.value("n")
    count = stated.formula if isinstance(stated, Measure) else stated
    if isinstance(count, Formula) and not count.bindings and (number := count.expression.value()) == number:
        return min(max(int(number), 3), MOST_SIDES)
    base = entity.value("base")
    words = [base.id] if isinstance(base, Word) else []
    found = next((SHAPES[w] for w in (*words, *entity.flags) if w in SHAPES), 0)
    return found or (named if named > 2 else 0)


def regular_base(count: int, side: int, poser: Poser) -> list[tuple[int, int]]:
    """Return slots of the corners of a regular polygon with a side's slot, its first side straight in front.

    Its corners run counterclockwise seen from above, the first in front on the left.
    """
    radius = 0.5 / math.sin(math.pi / count)
    start = -math.pi / count
    out = []
    for at in range(count):
        angle = start + 2 * math.pi * at / count
        out.append(
            (times(side, radius * math.cos(angle), poser), times(side, radius * math.sin(angle), poser))
        )
    return out


def times(slot: int, factor: float, poser: Poser) -> int:
    """Return the slot of a multiple, a constant where the whole is one."""
    number = poser.fixed(slot)
    if number is not None:
        return poser.constant(number * factor)
    return poser.defined("scaled", slot, poser.constant(factor), start=10.0)


def free_base(count: int, poser: Poser) -> list[tuple[int, int]]:
    """Return the corners of a base of which only the letters are known: general, its first side in front."""
    out = []
    for at in range(count):
        angle = -math.pi / count * 0.85 + 2 * math.pi * at / count
        reach = BASE * 0.62 * (1.0, 1.12, 0.9, 1.06)[at % 4] / math.sin(math.pi / max(count, 4)) * 0.7
        x, y = reach * math.cos(angle), reach * math.sin(angle)
        out.append((poser.free("x", x, hinted=True), poser.free("y", y, hinted=True)))
    return out


def is_regular(entity: Entity) -> bool:
    """Whether the base is regular: by word, or because one side or only its number of sides is said."""
    if entity.has("regular") or entity.value("side") is not None or not named_vertices(entity):
        return True
    base = entity.value("base")
    words = (*entity.flags, *([base.id] if isinstance(base, Word) else ()))
    return any(w in SHAPES and w not in GENERAL for w in words)


def base_of(entity: Entity, count: int, poser: Poser) -> list[tuple[int, int]]:
    """Return the slots of the corners of a base on the ground."""
    triangle = _isosceles(entity, poser) if count == 3 else None
    if triangle is not None:
        return triangle
    words = (*entity.flags, *([base.id] if isinstance(base := entity.value("base"), Word) else ()))
    if count == 4 and "parallelogram" in words:
        return _parallelogram(poser)
    if count == 4 and (entity.value("length") or entity.value("width") or "rectangle" in words):
        zero = poser.constant(0.0)
        length, width = (stated_length(entity.value(w), BASE, poser) for w in ("length", "width"))
        return [(width, zero), (width, length), (zero, length), (zero, zero)]
    if is_regular(entity):
        return regular_base(count, stated_length(entity.value("side"), BASE, poser, "side"), poser)
    return free_base(count, poser)


def _parallelogram(poser: Poser) -> list[tuple[int, int]]:
    """Return a general parallelogram, its fourth corner from the other three."""
    a, b, c, _ = free_base(4, poser)
    x, y = (poser.defined("sum2", a[k], poser.defined("difference", c[k], b[k])) for k in (0, 1))
    return [a, b, c, (x, y)]


def _isosceles(entity: Entity, poser: Poser) -> list[tuple[int, int]] | None:
    """Return an isosceles base stated by its width and height, its broad side in front."""
    width, height = entity.value("base_width"), entity.value("base_height")
    if width is None and height is None:
        return None
    across, deep = stated_length(width, BASE, poser), stated_length(height, 0.8 * BASE, poser)
    zero = poser.constant(0.0)
    return [(deep, times(across, -0.5, poser)), (deep, times(across, 0.5, poser)), (zero, zero)]


def solid(faces: Sequence[Ring], poser: Poser) -> Polyhedron[int]:
    """Return a solid with faces, as its panel is seen."""
    camera = poser.frame.camera
    assert camera is not None
    return Polyhedron(tuple(faces), camera)


def prism_faces(base: Ring, top: Ring) -> list[Ring]:
    """Return base, top and sides of a prism or frustum."""
    count = len(base)
    sides = [(base[at], base[(at + 1) % count], top[(at + 1) % count], top[at]) for at in range(count)]
    return [base, top, *sides]
