"""Where things stand to each other: above, left of, north of, in line, in rows; solved, and checked on the final boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...arrange.plan import GAP, Axis, Heading, Hint, Level, Order, Ring
from ...model import Panel, Relation
from ...pose.anchors import center_of
from ...pose.boxes import box_name
from ...pose.edges import coordinate, edges
from ...pose.poser import Poser
from ...shapes import Box, Circle, Line, Point, Polyline, Shape, Vector
from ...system import Sort
from ...values import Direction, Formula, Value, Word
from ...vocabulary import ArrangeVerb, Hold, Home, Slot, Verb, Want

PLACES = (Want.ENTITY, Want.POINT, Want.LINE, Want.CIRCLE)
SUBJECT = Slot("of", PLACES, "what is placed", required=True)
OBJECT = Slot("than", PLACES, "beside what", ("to", "reference"), required=True)
MEMBERS = Slot("of", PLACES, "the things, in order", ("members", "things"), many=True, required=True)
CLEARANCE = 1.0
"""White that is stated between things one of which is beside the other, in millimetres."""
DRAWN_IN = 0.5
"""How strongly things beside each other are wished in line."""


def shapes_of(relation: Relation, poser: Poser) -> tuple[Shape[int], Shape[int]]:
    """Return the shapes of the subject and the object of a placement word."""
    first, second = (relation.value(s.name) for s in relation.verb.slots[:2])
    assert first is not None and second is not None
    return poser.shape(first), poser.shape(second)


def _pair(relation: Relation) -> list[str]:
    return [box_name(relation.value(s.name)) for s in relation.verb.slots[:2]]


# One thing beside another


def beside(axis: Axis, sign: int, *, exact: bool) -> tuple[Hold, ArrangeVerb]:
    """Return what a word means that puts its subject beside its object; `exact` keeps points strictly in line."""

    def hold(relation: Relation, poser: Poser) -> None:
        shapes = shapes_of(relation, poser)
        first, second = shapes if sign < 0 else shapes[::-1]
        if not hold_order(first, second, axis, poser):
            poser.not_geometric(relation)
            return
        if sum(isinstance(s, Box) for s in shapes) == 1:
            # a box comes no nearer to a drawing than to another box
            _keep_off(first, second, axis, poser)
        centers = [center_of(s, poser) for s in shapes]
        if axis == "x" and hang(_pair(relation), poser.panel):
            tops = [edges(s, "y", 1, poser)[0] for s in shapes]
            poser.wish("close", *tops, weight=DRAWN_IN)
            return
        if exact and all(isinstance(s, Point) for s in shapes):
            theta = poser.constant(
                {"x": 0.0, "y": math.pi / 2}[axis] if sign > 0 else {"x": math.pi, "y": -math.pi / 2}[axis]
            )
            subject, other = (center for center in centers if center is not None)
            poser.require("direction", other.x, other.y, subject.x, subject.y, theta)
        elif centers[0] is not None and centers[1] is not None:
            across: Axis = "y" if axis == "x" else "x"
            slots = [coordinate(c, across) for c in centers if c is not None]
            poser.wish("close", *slots, weight=DRAWN_IN)

    def arrange(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
        subject, other = _pair(relation)
        first, second = (other, subject) if sign > 0 else (subject, other)
        across: Axis = "y" if axis == "x" else "x"
        edge = 1 if axis == "x" and hang((other, subject), panel) else 0
        return (Order(axis, first, second), Level(across, other, subject, edge))

    return hold, arrange


def hang(names: Sequence[str], panel: Panel) -> bool:
    """Whether things are tables or the like, which have a common top side by side."""
    things = [panel.entities.get(name) for name in names]
    return bool(things) and all(e is not None and "cells" in e.kind.traits for e in things)


def hold_order(
    first: Shape[int], second: Shape[int], axis: Axis, poser: Poser, gap: float = CLEARANCE
) -> bool:
    """Demand that all of one shape comes before all of another on an axis; tell whether both have a place."""
    before, after = edges(first, axis, 1, poser), edges(second, axis, -1, poser)
    for a in before:
        for b in after:
            poser.require("ahead", a, b, poser.constant(gap), sort=Sort.BOUND)
    return bool(before and after)


def _keep_off(first: Shape[int], second: Shape[int], axis: Axis, poser: Poser) -> None:
    for a in edges(first, axis, 1, poser):
        for b in edges(second, axis, -1, poser):
            poser.wish("ahead", a, b, poser.constant(GAP))


def _beside(
    name: str, doc: str, aliases: tuple[str, ...], axis: Axis, sign: int, *, exact: bool = False
) -> Verb:
    hold, arrange = beside(axis, sign, exact=exact)
    return Verb(
        name=name, doc=doc, slots=(SUBJECT, OBJECT), aliases=aliases, home=Home.LAYOUT, hold=hold, arrange=arrange,
        distributes=True, example=f"{name}(b, a)",
    )  # fmt: skip


def diagonal(x: int, y: int) -> tuple[Hold, ArrangeVerb]:
    """Return what a word means that puts its subject beside its object both across and up."""

    def hold(relation: Relation, poser: Poser) -> None:
        shapes = shapes_of(relation, poser)
        for axis, sign in _axes(x, y):
            first, second = shapes if sign < 0 else shapes[::-1]
            if not hold_order(first, second, axis, poser, 0.0):
                poser.not_geometric(relation)
                return

    def arrange(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
        subject, other = (box_name(relation.value(s.name)) for s in relation.verb.slots[:2])
        return tuple(Order(a, *((other, subject) if s > 0 else (subject, other))) for a, s in _axes(x, y))

    return hold, arrange


def _axes(x: int, y: int) -> tuple[tuple[Axis, int], tuple[Axis, int]]:
    return (("x", x), ("y", y))


def _diagonal(name: str, doc: str, aliases: tuple[str, ...], x: int, y: int) -> Verb:
    hold, arrange = diagonal(x, y)
    return Verb(
        name=name, doc=doc, slots=(SUBJECT, OBJECT), aliases=aliases, home=Home.LAYOUT, hold=hold, arrange=arrange,
        example=f"{name}(b, a)",
    )  # fmt: skip


# Several things in a row


def members(relation: Relation) -> list[Value]:
    """Return the things of a row, column, grid or ring."""
    return list(relation.values_of("of"))


def _names(relation: Relation) -> list[str]:
    return list(dict.fromkeys(n for v in members(relation) if (n := box_name(v))))


def _backward(relation: Relation, *words: str) -> bool:
    """Whether a series runs against its usual way: `column(…, up)`."""
    direction = relation.value("direction")
    word = direction.text if isinstance(direction, Direction) else ""
    return word in words or any(relation.has(w) for w in words)


def series(axis: Axis, gap: float) -> tuple[Hold, ArrangeVerb]:
    """Return what a word means that sets things in a row (left to right) or column (top to bottom)."""
    across: Axis = "y" if axis == "x" else "x"
    contrary = ("left", "leftward") if axis == "x" else ("up", "upward", "bottom_up")

    def ordered(relation: Relation) -> bool:
        return _backward(relation, *contrary) == (axis == "x")

    def hold(relation: Relation, poser: Poser) -> None:
        shapes = [poser.shape(v) for v in members(relation)]
        if ordered(relation):
            shapes.reverse()
        clear = min(gap, CLEARANCE)
        held = [hold_order(a, b, axis, poser, clear) for a, b in zip(shapes, shapes[1:])]
        if not all(held):
            poser.not_geometric(relation)
        if axis == "x" and hang(_names(relation), poser.panel):
            tops = [edges(s, "y", 1, poser)[0] for s in shapes]
            for one, other in zip(tops, tops[1:]):
                poser.equate(one, other)
        else:
            _in_line(shapes, across, poser)
        for first, second in zip(shapes, shapes[1:]):
            _draw_near(first, second, axis, gap, poser)

    def arrange(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
        names = _names(relation)
        if ordered(relation):
            names.reverse()
        hints: list[Hint] = []
        edge = 1 if axis == "x" and hang(names, panel) else 0
        for first, second in zip(names, names[1:]):
            hints += [Order(axis, first, second, gap), Level(across, first, second, edge)]
        return tuple(hints)

    return hold, arrange


def _draw_near(first: Shape[int], second: Shape[int], axis: Axis, gap: float, poser: Poser) -> None:
    """Prefer the usual gap between neighbours in a row where no arrangement of boxes has set it."""
    if not isinstance(first, Circle) and not isinstance(second, Circle):
        return
    before, after = edges(first, axis, 1, poser), edges(second, axis, -1, poser)
    for a, b in zip(before, after):
        poser.wish("close", b, poser.defined("sum2", a, poser.constant(gap)), weight=DRAWN_IN)


def _in_line(shapes: list[Shape[int]], across: Axis, poser: Poser) -> None:
    """Keep the centres of a row on one line."""
    centers = [c for s in shapes if (c := center_of(s, poser)) is not None]
    for first, second in zip(centers, centers[1:]):
        poser.equate(coordinate(first, across), coordinate(second, across))


def _series(name: str, doc: str, aliases: tuple[str, ...], axis: Axis, gap: float) -> Verb:
    hold, arrange = series(axis, gap)
    return Verb(
        name=name, doc=doc, slots=(MEMBERS, Slot("direction", Want.DIRECTION, "which way it runs", ("order",))), aliases=aliases,
        flags=("up", "down", "left", "right", "bottom_up", "top_down"), home=Home.LAYOUT, hold=hold, arrange=arrange, sole=True,
        example=f"{name}(a, b, c)",
    )  # fmt: skip


def rows_of(relation: Relation) -> list[list[Value]]:
    """Return the rows of a grid, from the top."""
    things = members(relation)
    given = relation.value("columns")
    columns = int(given.expression.value()) if isinstance(given, Formula) and not given.bindings else 0
    columns = columns if 0 < columns <= len(things) else max(1, math.ceil(math.sqrt(len(things))))
    return [things[k : k + columns] for k in range(0, len(things), columns)]


def arrange_grid(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return the order and the lines of a grid."""
    rows = [[n for v in row if (n := box_name(v))] for row in rows_of(relation)]
    hints: list[Hint] = []
    for row in rows:
        for first, second in zip(row, row[1:]):
            hints += [Order("x", first, second), Level("y", first, second)]
    for upper, lower in zip(rows, rows[1:]):
        for first, second in zip(upper, lower):
            hints += [Order("y", second, first), Level("x", first, second)]
    return tuple(hints)


def hold_grid(relation: Relation, poser: Poser) -> None:
    """Demand rows and columns in line and in order."""
    rows = [[poser.shape(v) for v in row] for row in rows_of(relation)]
    for row in rows:
        _in_line(row, "y", poser)
        for first, second in zip(row, row[1:]):
            hold_order(first, second, "x", poser)
    for upper, lower in zip(rows, rows[1:]):
        for first, second in zip(upper, lower):
            hold_order(second, first, "y", poser)
            _in_line([first, second], "x", poser)


def arrange_ring(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that things stand in a circle."""
    names = _names(relation)
    return (Ring(tuple(names), clockwise=not _anticlockwise(relation)),) if len(names) > 1 else ()


def _anticlockwise(relation: Relation) -> bool:
    return any(relation.has(w) for w in ("ccw", "counterclockwise", "anticlockwise")) or _backward(
        relation, "ccw", "counterclockwise"
    )


def hold_ring(relation: Relation, poser: Poser) -> None:
    """Demand that things follow each other round a convex outline."""
    centers = [c for v in members(relation) if (c := center_of(poser.shape(v), poser)) is not None]
    if _anticlockwise(relation):
        centers.reverse()
    for k, a in enumerate(centers):
        b = centers[(k + 1) % len(centers)]
        c = centers[(k + 2) % len(centers)]
        if len(centers) > 2:
            poser.require("left_of_line", c.x, c.y, b.x, b.y, a.x, a.y, sort=Sort.BOUND)


# In line


EDGES = {
    "left": ("x", -1),
    "right": ("x", 1),
    "top": ("y", 1),
    "bottom": ("y", -1),
    "center": ("x", 0),
    "middle": ("y", 0),
}


def _edge(relation: Relation) -> tuple[Axis, int]:
    value = relation.value("by")
    word = (
        value.id
        if isinstance(value, Word)
        else next((w for w in (*EDGES, "horizontal", "vertical") if relation.has(w)), "middle")
    )
    if word in ("horizontal", "horizontally"):
        return "y", 0
    if word in ("vertical", "vertically"):
        return "x", 0
    axis, edge = EDGES.get(word, ("y", 0))
    return ("x" if axis == "x" else "y"), edge


def hold_aligned(relation: Relation, poser: Poser) -> None:
    """Demand that centres, or edges, agree on an axis."""
    axis, edge = _edge(relation)
    shapes = [poser.shape(v) for v in members(relation)]
    if edge == 0:
        _in_line(shapes, axis, poser)
        return
    lines = [found[0] for s in shapes if len(found := edges(s, axis, edge, poser)) == 1]
    for first, second in zip(lines, lines[1:]):
        poser.equate(first, second)


def arrange_aligned(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
    """Return that things keep to one line."""
    axis, edge = _edge(relation)
    names = _names(relation)
    return tuple(Level(axis, first, second, edge) for first, second in zip(names, names[1:]))


def level(axis: Axis) -> Hold:
    """Return what `horizontal` and `vertical` mean: lines along an axis, things on one line."""

    def hold(relation: Relation, poser: Poser) -> None:
        shapes = [poser.shape(v) for v in members(relation)]
        lines = [s for s in shapes if isinstance(s, Line | Vector | Polyline)]
        for line in lines:
            ends = (line.points[0], line.points[-1]) if isinstance(line, Polyline) else (line.a, line.b)
            poser.equate(*(coordinate(p, axis) for p in ends))
        _in_line([s for s in shapes if s not in lines], axis, poser)

    return hold


def _level(name: str, doc: str, aliases: tuple[str, ...], axis: Axis) -> Verb:
    def arrange(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
        names = _names(relation)
        return tuple(Level(axis, first, second) for first, second in zip(names, names[1:]))

    return Verb(
        name=name, doc=doc, slots=(MEMBERS,), aliases=aliases, home=Home.LAYOUT, hold=level(axis), arrange=arrange,
        example=f"{name}(s)",
    )  # fmt: skip


def _heading(way: str) -> ArrangeVerb:
    def arrange(relation: Relation, panel: Panel) -> tuple[Hint, ...]:
        given = relation.value("way")
        word = given.text if isinstance(given, Direction) else way
        down = word in ("down", "up", "south", "vertical") or relation.has("vertical")
        return (Heading("down" if down else "right"),)

    return arrange


WAY = Slot("way", Want.DIRECTION, "right or down", ("direction", "to"))
VERBS = (
    _beside("above", "The first thing stands above the second.", ("over", "higher_than", "atop"), "y", 1),
    _beside("below", "The first thing stands below the second.", ("under", "beneath", "underneath", "lower_than", "hangs_below"), "y", -1),
    _beside("left_of", "The first thing stands left of the second.", ("left", "to_left_of", "before"), "x", -1),
    _beside("right_of", "The first thing stands right of the second.", ("right", "to_right_of", "after", "beside", "next_to"), "x", 1),
    _beside("north_of", "The first place lies due north of the second.", (), "y", 1, exact=True),
    _beside("south_of", "The first place lies due south of the second.", (), "y", -1, exact=True),
    _beside("west_of", "The first place lies due west of the second.", (), "x", -1, exact=True),
    _beside("east_of", "The first place lies due east of the second.", (), "x", 1, exact=True),
    _diagonal("above_left", "The first thing stands above and left of the second.", ("upper_left_of", "top_left_of", "northwest_of"), -1, 1),
    _diagonal("above_right", "The first thing stands above and right of the second.", ("upper_right_of", "top_right_of", "northeast_of"), 1, 1),
    _diagonal("below_left", "The first thing stands below and left of the second.", ("lower_left_of", "bottom_left_of", "southwest_of"), -1, -1),
    _diagonal("below_right", "The first thing stands below and right of the second.", ("lower_right_of", "bottom_right_of", "southeast_of"), 1, -1),
    _series("row", "Things side by side, from left to right, on one line.", ("side_by_side", "in_row", "left_to_right"), "x", GAP),
    _series("column", "Things one below the other, from the top.", ("in_column", "vertical_list"), "y", GAP),
    _series("stack", "Things one on the other, from the top, without white between.", ("layers", "stacked"), "y", 0.0),
    Verb(
        name="grid", doc="Things in rows and columns.",
        slots=(MEMBERS, Slot("columns", Want.NUMBER, "how many in a row", ("cols", "per_row"), positional=False, counts_to=100)),
        home=Home.LAYOUT, hold=hold_grid, arrange=arrange_grid, sole=True, example="grid(a, b, c, d, columns = 2)",
    ),
    Verb(
        name="ring", doc="Things in a circle from the top, clockwise unless `ccw`.",
        slots=(MEMBERS, Slot("direction", Want.DIRECTION, "cw or ccw", ("sense",))), aliases=("cycle", "circular", "in_circle", "circle_layout"),
        flags=("cw", "ccw", "clockwise", "counterclockwise"), home=Home.LAYOUT, hold=hold_ring, arrange=arrange_ring, sole=True, example="ring(a, b, c, cw)",
    ),
    Verb(
        name="aligned", doc="Things whose centres, or named edges, are in line.",
        slots=(MEMBERS, Slot("by", Want.WORD, "which edge", ("edge", "side", "axis"), choices=(*EDGES, "horizontal", "vertical", "horizontally", "vertically"))),
        aliases=("align", "in_line", "lined_up"), home=Home.LAYOUT, hold=hold_aligned, arrange=arrange_aligned, example="aligned(a, b, top)",
    ),
    _level("same_height", "Things at the same height.", ("same_level", "same_y", "at_same_height"), "y"),
    _level("same_column", "Things on one vertical line.", ("same_x",), "x"),
    _level("horizontal", "A line is horizontal; things are at one height.", ("is_horizontal",), "y"),
    _level("vertical", "A line is vertical; things are on one vertical line.", ("is_vertical",), "x"),
    Verb(
        name="flow_direction", doc="Which way links run through the picture.", slots=(WAY,), aliases=("layout_direction", "direction", "rankdir"),
        flags=("vertical", "horizontal"), home=Home.LAYOUT, arrange=_heading("right"), example="flow_direction(down)",
    ),
    Verb(name="top_down", doc="Links run from the top down.", aliases=("top_to_bottom",), home=Home.LAYOUT, arrange=_heading("down"), example="top_down()"),
)  # fmt: skip
