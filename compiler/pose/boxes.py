"""Boxes whose place the compiler finds: where they start, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ..arrange.arrange import arrange, chain, nesting
from ..arrange.plan import Block, Hint, Loose, Order, Place, Rest
from ..model import Panel
from ..shapes import Box, Point
from ..system import Sort
from ..values import MemberRef, PartRef, Ref, Value, inside

if TYPE_CHECKING:
    from .poser import Poser

APART = 2.0
"""White that boxes must have between them, in millimetres."""
MANY = 24
"""Boxes from which only those that start close to each other are kept apart."""
FAR = 25.0
BESIDE = 18.0
"""White between a drawing and the boxes beside it, in millimetres: axes have numbers there."""
MOST_EDGES = 60
PORTS = {
    "in": (-1.0, 0.0), "inlet": (-1.0, 0.0), "input": (-1.0, 0.0), "entrance": (-1.0, 0.0), "front": (-1.0, 0.0),
    "out": (1.0, 0.0), "outlet": (1.0, 0.0), "output": (1.0, 0.0), "exit": (1.0, 0.0), "back": (1.0, 0.0),
    "feet": (0.0, -1.0), "floor": (0.0, -1.0), "ground": (0.0, -1.0), "root": (0.0, -1.0),
    "roof": (0.0, 1.0), "lid": (0.0, 1.0), "rim": (0.0, 1.0), "cap": (0.0, 1.0), "apex": (0.0, 1.0), "peak": (0.0, 1.0),
}  # fmt: skip
"""Parts whose side everyone knows: steps of the half width and the half height from the centre."""
FREE_PORTS = (
    (0.5, 1.0),
    (0.5, -1.0),
    (-0.5, 1.0),
    (-0.5, -1.0),
    (1.0, 0.4),
    (-1.0, 0.4),
    (1.0, -0.4),
    (-1.0, -0.4),
)


def box_name(value: Value | None) -> str:
    """Return the name of the thing that a value refers to, by itself or by a part of it."""
    match value:
        case Ref(name):
            return name
        case PartRef(base) | MemberRef(base):
            return box_name(base)
        case _:
            return ""


def blocks_of(panel: Panel) -> tuple[Block, ...]:
    """Return the boxes of a panel whose place the compiler finds."""
    found = (e.kind.extent(e, panel) for e in panel.entities.values() if e.kind.extent)
    return tuple(block for block in found if block is not None)


def hints_of(panel: Panel) -> tuple[Hint, ...]:
    """Return what is said of where boxes stand, in the order of writing."""
    said: list[tuple[int, tuple[Hint, ...]]] = []
    for entity in panel.entities.values():
        if entity.kind.arrange is not None:
            said.append((entity.span.start, entity.kind.arrange(entity)))
    for relation in panel.relations:
        if relation.verb.arrange is not None:
            said.append((relation.span.start, relation.verb.arrange(relation, panel)))
    return tuple(hint for _, hints in sorted(said, key=lambda pair: pair[0]) for hint in hints)


def first_places(panel: Panel) -> dict[str, Place]:
    """Return where the boxes of a panel start, in sketch millimetres."""
    blocks = blocks_of(panel)
    return arrange(blocks, hints_of(panel)) if blocks else {}


def keep_apart(poser: Poser) -> None:
    """Demand that boxes do not overlap, but for those that lie in each other or may."""
    boxes = {n: s for n, s in poser.shapes.items() if n in poser.places and isinstance(s, Box)}
    hints = hints_of(poser.panel)
    excused, touching = set(_excused(poser.places, hints)), set(_touching(hints))
    for first, second in combinations(boxes, 2):
        start, other = poser.places[first], poser.places[second]
        if (first, second) in excused or (second, first) in excused:
            continue
        if len(boxes) > MANY and not start.overlaps(other, FAR):
            continue
        free = (first, second) not in touching and (second, first) not in touching
        gap = poser.constant(APART if free and not start.overlaps(other, APART) else 0.0)
        poser.require("boxes_apart", *_slots(boxes[first]), *_slots(boxes[second]), gap, sort=Sort.BOUND)


def keep_beside(poser: Poser) -> None:
    """Demand that boxes which nothing ties to the rest of the drawing stand on its right."""
    from .edges import edges

    for box in poser.attached:
        clear = poser.constant(0.7 * (poser.slots[box.half_width].start + poser.slots[box.half_height].start))
        for segment in poser.drawn_segments[:MOST_EDGES]:
            poser.wish("clear_of_segment", box.center.x, box.center.y, *segment, clear)
    if not poser.places:
        return
    tied = _tied(poser)
    others = [s for n, s in poser.shapes.items() if n not in poser.places and not _hangs_on(n, poser)]
    rights = [slot for s in others for slot in edges(s, "x", 1, poser)][:MOST_EDGES]
    for name, shape in poser.shapes.items():
        if name in poser.places and name not in tied and isinstance(shape, Box):
            left = poser.defined("difference", shape.center.x, shape.half_width)
            for right in rights:
                poser.require("ahead", right, left, poser.constant(BESIDE), sort=Sort.BOUND)


def _hangs_on(name: str, poser: Poser) -> bool:
    """Whether a thing is drawn from boxes, as an arrow at one is."""
    named = {box_name(v) for g in poser.panel.entities[name].values.values() for v in inside(g.value)}
    return bool(named & poser.places.keys())


def _tied(poser: Poser) -> set[str]:
    """Return the boxes that statements tie to other things than boxes, and what stands with them."""
    pairs: list[set[str]] = []
    for relation in poser.panel.relations:
        if (
            relation.verb.hold is not None
            or relation.verb.measure is not None
            or relation.verb.arrange is not None
        ):
            pairs.append({n for g in relation.values.values() for v in inside(g.value) if (n := box_name(v))})
    for entity in poser.panel.entities.values():
        named = {n for g in entity.values.values() for v in inside(g.value) if (n := box_name(v))}
        if named and entity.kind.extent is not None:
            pairs.append(named | {entity.name})
    tied = set().union(*(p - poser.places.keys() for p in pairs))
    while grown := set().union(*(p for p in pairs if p & tied)) - tied:
        tied |= grown
    return tied


def port(box: Box[int], name: str, rank: int, poser: Poser) -> Point[int]:
    """Return a place on the edge of a box for a part without a place of its own: by its name, else the next free one."""
    across, up = PORTS.get(name) or FREE_PORTS[rank % len(FREE_PORTS)]
    x = poser.defined("affine2", box.center.x, poser.constant(1.0), box.half_width, poser.constant(across))
    y = poser.defined("affine2", box.center.y, poser.constant(1.0), box.half_height, poser.constant(up))
    return Point(x, y)


def _slots(box: Box[int]) -> tuple[int, int, int, int]:
    return (box.center.x, box.center.y, box.half_width, box.half_height)


def _touching(hints: tuple[Hint, ...]) -> Iterator[tuple[str, str]]:
    """Yield pairs of boxes between which no white is wanted."""
    for hint in hints:
        if isinstance(hint, Rest):
            yield hint.top, hint.base
        elif isinstance(hint, Order) and hint.gap == 0.0:
            yield hint.first, hint.second


def _excused(names: Container[str], hints: tuple[Hint, ...]) -> Iterator[tuple[str, str]]:
    """Yield pairs of boxes that may overlap: said so, or one lies in the other, at any depth."""
    yield from ((h.first, h.second) for h in hints if isinstance(h, Loose))
    outer = nesting(names, hints)
    for inner in outer:
        for around in chain(inner, outer)[1:]:
            yield inner, around
