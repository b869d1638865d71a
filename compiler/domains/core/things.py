"""Things: what nobody declared, and plain boxes, texts and icons: drawn from what their author gave.

A thing becomes an arrow where it has ends or a direction, a line where it has a path, else its
pictogram or a neutral box with its texts and data.
"""

from __future__ import annotations

import math

from ...arrange.plan import Block, Hint, Tie
from ...draw.contents import Contents, draw_contents
from ...draw.linking import draw_link, end_shape
from ...draw.paths import polyline, rounded
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.boxes import box_name
from ...pose.poser import Poser
from ...shapes import Box, Nowhere, Point, Shape, Vector, xy
from ...system import Sort
from ...values import Chain, Coordinates, Direction, Value
from ...vocabulary import Kind, Slot, Want
from .captions import adopts, contents, datum, shown_name
from .lines import direct
from .placement import hold_order
from .resting import hold_one_on, rests
from .thing_values import OTHERS, SLOTS, is_arrow, path_of, place_of, tail_of

PADDING = (2.4, 2.0)
"""White between a box's edge and its texts, across and up, in millimetres."""
LEAST = (5.0, 3.6)
"""Least half width and half height of an outlined box."""
EVEN = 1.4
"""Boxes whose widths have at most this ratio are drawn equally wide."""
MOST_EVEN = 40
"""Boxes of a kind beyond which each has its own width: comparing all would take longer than drawing them."""
CORNER = 1.2
AWAY = 1.6
"""White between a point and a thing that stands at it, in millimetres."""
ARROW = 16.0
"""Length of an arrow whose length nobody said, in millimetres."""


def extent_of(entity: Entity, panel: Panel) -> Block | None:
    """Return the room that a thing takes, unless it is an arrow or stands at a given place."""
    if is_arrow(entity) or place_of(entity, panel) is not None:
        return None
    width, height, head = _size(entity, panel)
    return Block(entity.name, width, height, head)


def _size(entity: Entity, panel: Panel) -> tuple[float, float, float]:
    """Return half width, half height and the height of the texts with their white, in millimetres."""
    held = contents(entity, panel)
    if not _outlined(entity, held):
        return held.width / 2 + 0.5, held.height / 2 + 0.5, held.height + PADDING[1]
    width, height = held.width / 2 + PADDING[0], held.height / 2 + PADDING[1]
    head = held.height + PADDING[1] if held.lines or held.icon else 0.0
    return _even(max(width, LEAST[0]), entity, panel), max(height, LEAST[1]), head


def _even(width: float, entity: Entity, panel: Panel) -> float:
    """Return the width that a box shares with those of its kind that are about as wide: a row of equal boxes."""
    alike = [e for e in panel.entities.values() if e.kind.name == entity.kind.name]
    if not 1 < len(alike) <= MOST_EVEN:
        return width
    widths = (max(contents(e, panel).width / 2 + PADDING[0], LEAST[0]) for e in alike)
    shared = 0.0
    for wide in sorted(widths, reverse=True):
        shared = wide if not shared or wide * EVEN < shared else shared
        if wide <= width:
            break
    return shared


def _outlined(entity: Entity, held: Contents) -> bool:
    return held.icon is None and entity.kind.name != "text"


def arrange_thing(entity: Entity) -> tuple[Hint, ...]:
    """Return what a thing's own arguments say of its place."""
    ends = [box_name(entity.value(s)) for s in ("from", "to")]
    if all(ends):
        return (Tie(ends[0], ends[1], directed=True, room=12.0),)
    owners = [
        n
        for v in (*entity.values_of("of"), *entity.values_of("at"), *entity.values_of("others"))
        if (n := box_name(v))
    ]
    if is_arrow(entity):
        return ()
    if entity.value("on") is not None:
        return rests(entity.name, entity.value("on"))
    return tuple(Tie(n, entity.name) for n in owners[:1])


def pose_thing(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a thing as what it is drawn as: a path, an arrow, or a box of fixed size."""
    path = path_of(entity)
    if path is not None:
        return poser.shape(path)
    if is_arrow(entity):
        return _pose_arrow(entity, poser)
    at = place_of(entity, poser.panel)
    place = poser.places.get(entity.name)
    if at is not None or place is None:
        width, height, _ = _size(entity, poser.panel)
        return _at_place(entity.name, at, (poser.constant(width), poser.constant(height)), poser)
    center = poser.paper_point(entity.name, place.x, place.y, hinted=True)
    box = Box(center, poser.constant(place.half_width), poser.constant(place.half_height))
    base = entity.value("on")
    if base is not None:
        poser.shapes[entity.name] = box
        hold_one_on(box, base, poser)
    return box


def _at_place(name: str, at: Value | None, half: tuple[int, int], poser: Poser) -> Box[int]:
    """Pose a box at a place: on coordinates, beside a point, right of a figure."""
    if at is None:
        return Box(poser.paper_point(name), *half)
    place = poser.shape(at)
    if isinstance(at, Coordinates) or isinstance(place, Nowhere):
        return Box(poser.point(at), *half)
    box = Box(poser.paper_point(name), *half)
    if isinstance(place, Point):
        poser.attached.append(box)
        zero = poser.constant(0.0)
        poser.require(
            "boxes_apart",
            place.x,
            place.y,
            zero,
            zero,
            box.center.x,
            box.center.y,
            *half,
            poser.constant(AWAY),
            sort=Sort.BOUND,
        )
        poser.wish("close", place.x, box.center.x, weight=0.2)
        poser.wish("close", place.y, box.center.y, weight=0.2)
        return box
    hold_order(place, box, "x", poser)
    center = poser.point(at)
    poser.equate(center.y, box.center.y)
    return box


def _pose_arrow(entity: Entity, poser: Poser) -> Shape[int]:
    start, end = tail_of(entity), entity.value("to")
    assert start is not None
    a = poser.point(start)
    if end is not None:
        return Vector(a, poser.point(end))
    direction = entity.value("direction")
    assert isinstance(direction, Direction)
    length = _reach_beyond(poser.shape(start), poser) + ARROW
    theta = poser.angle_of(direction)
    if theta is None:
        b = poser.paper_point(f"{entity.name}.tip", length, 0.0)
        poser.equate(poser.defined("distance", a.x, a.y, b.x, b.y), poser.constant(length))
        direct(direction, a, b, poser)
        return Vector(a, b)
    x = poser.defined("sum2", a.x, poser.constant(length * math.cos(theta)))
    y = poser.defined("sum2", a.y, poser.constant(length * math.sin(theta)))
    return Vector(a, Point(x, y))


def _reach_beyond(shape: Shape[int], poser: Poser) -> float:
    """Return how far a box reaches from its centre, so that an arrow from it can be seen."""
    if not isinstance(shape, Box):
        return 0.0
    return min(poser.slots[shape.half_width].start, poser.slots[shape.half_height].start)


def draw_thing(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a thing as its shape says."""
    path = path_of(entity)
    if path is not None:
        pen.later(entity, lambda: _draw_path(entity, path, pen))
    elif isinstance(shape, Vector):
        pen.later(entity, lambda: _draw_arrow(entity, shape, pen))
    elif isinstance(shape, Box):
        _draw_box(entity, shape, pen)


def _draw_arrow(entity: Entity, shape: Vector[float], pen: Pen) -> None:
    start, end = end_shape(tail_of(entity), pen), end_shape(entity.value("to"), pen)
    a = pen.center(start) or xy(shape.a)
    b = xy(shape.b) if isinstance(end, Nowhere) else pen.center(end) or xy(shape.b)
    ends = (start, end)
    draw_link(pen, (a, b), ends, text=", ".join(_said(entity, pen)), forward=True)


def _draw_path(entity: Entity, path: Chain, pen: Pen) -> None:
    """Draw a line from thing to thing, its texts beside its longest piece."""
    shapes = [end_shape(end, pen) for end in path.ends]
    pieces = [(a, b) for a, b in zip(shapes, shapes[1:]) if pen.center(a) and pen.center(b)]
    lengths = [math.dist(pen.center(a) or (0.0, 0.0), pen.center(b) or (0.0, 0.0)) for a, b in pieces]
    arrow = path.directed or entity.has("directed") or entity.has("arrow")
    for n, (a, b) in enumerate(pieces):
        text = ", ".join(_said(entity, pen)) if lengths[n] == max(lengths) else ""
        start, end = pen.center(a), pen.center(b)
        if start is not None and end is not None:
            draw_link(pen, (start, end), (a, b), text=text, forward=arrow and n == len(pieces) - 1)


def _said(entity: Entity, pen: Pen) -> list[str]:
    """Return what stands beside an arrow or line: its texts and data, else its name."""
    texts = [t.text for t in entity.texts] + [line for k, v in entity.extra if (line := datum(k, v))]
    silent = entity.style.bare or pen.relabelled(entity.name)
    return texts or ([] if silent else [shown_name(entity, pen.solution.panel)])


def _draw_box(entity: Entity, box: Box[float], pen: Pen) -> None:
    held = contents(entity, pen.solution.panel)
    x, y = xy(box.center)
    if _outlined(entity, held):
        left, bottom = x - box.half_width, y - box.half_height
        right, top = x + box.half_width, y + box.half_height
        sharp = entity.has("square") or entity.has("sharp")
        corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
        outline = polyline(corners, closed=True) if sharp else rounded((left, bottom, right, top), CORNER)
        pen.area(outline, fill="paper")
    roomy = box.half_height - held.height / 2 > 2 * PADDING[1]
    top_of_text = y + box.half_height - PADDING[1] if roomy else y + held.height / 2
    draw_contents(pen, held, (x, top_of_text))


THING = Kind(
    name="thing", doc="Anything without a kind of its own: its pictogram, or a box with its texts and data.",
    slots=(*SLOTS, OTHERS), traits=("box",), flags=("square",), vague=True, pose=pose_thing, draw=draw_thing, extent=extent_of, arrange=arrange_thing, adopts=adopts, z=20, example='thing f("fox")',
)  # fmt: skip
BOX = Kind(
    name="box", doc="A rounded box with its texts.", slots=SLOTS, aliases=("text_box", "textbox", "rounded_box", "process_box", "card"),
    traits=("box", "region"), flags=("square", "sharp"), vague=True, pose=pose_thing, draw=draw_thing, extent=extent_of,
    arrange=arrange_thing, adopts=adopts, z=20, example='box b("start")',
)  # fmt: skip
TEXT = Kind(
    name="text", doc="A text by itself, with a place among the other things.", slots=SLOTS, aliases=("words", "free_text"),
    traits=("box",), pose=pose_thing, draw=draw_thing, extent=extent_of, arrange=arrange_thing, adopts=adopts, z=20,
    example='text t("increasing energy")',
)  # fmt: skip
ICON = Kind(
    name="icon", doc="A pictogram by its everyday word, once or counted.",
    slots=(Slot("picture", Want.TEXT, "what it shows", ("shows", "of_what")), *SLOTS), aliases=("pictogram", "picture", "image_of"), traits=("box",),
    pose=pose_thing, draw=draw_thing, extent=extent_of, arrange=arrange_thing, adopts=adopts, z=20,
    example='icon m("mosquito")',
)  # fmt: skip

KINDS = (THING, BOX, TEXT, ICON)
