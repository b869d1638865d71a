"""Measures of one thing: area, perimeter, radius, diameter; printed when they carry a value."""

from __future__ import annotations

from collections.abc import Callable

from ...draw.pen import Pen
from ...draw.radii import draw_diameter, draw_radius
from ...draw.targets import over_box, target_of
from ...model import Relation
from ...pose.attributes import attribute
from ...pose.poser import Poser
from ...shapes import Arc, Box, Circle, Polygon, Polyline, Several, Shape
from ...values import Measure as Stated
from ...values import Standing
from ...vocabulary import DrawVerb, Home, Measure, Slot, Verb, Want

START = {"area": 600.0, "length": 30.0}


def measuring(name: str, dimension: str) -> Measure:
    """Return the function that measures an attribute of the thing of a relation."""

    def measure(relation: Relation, poser: Poser) -> int:
        thing = relation.value("of")
        shape = _area(poser.shape(thing)) if thing is not None else None
        found = attribute(shape, name, poser) if shape is not None else None
        if found is None:
            if not _only_asked(relation):
                poser.not_geometric(relation)
            return poser.free(name, START[dimension])
        return found.slot

    return measure


def _only_asked(relation: Relation) -> bool:
    """Whether a relation states nothing: it asks for its value, and nothing compares it."""
    stated = relation.value("value")
    return not relation.compared and isinstance(stated, Stated) and stated.standing is Standing.ASKED


def _area(shape: Shape[int]) -> Shape[int]:
    """Return the polygon that three or more letters spell: `area(ABC)`."""
    return Polygon(shape.points) if isinstance(shape, Polyline) and len(shape.points) > 2 else shape


def drawing(draw: Callable[[Pen, Circle[float], str], None]) -> DrawVerb:
    """Return the function that draws a line in a circle with the value of its relation."""

    def draw_line(relation: Relation, pen: Pen) -> None:
        text = pen.words_of(relation)
        value = relation.value("of")
        if not text or relation.compared or value is None:
            return
        shape, entity = pen.shape(value), pen.entity(value)
        if isinstance(shape, Box) and entity is not None and entity.kind.extent is not None:
            pen.label(text, over_box(shape), owner=entity.name)
            return
        for circle in _circles(shape):
            draw(pen, circle, text)

    return draw_line


def _circles(shape: Shape[float]) -> list[Circle[float]]:
    match shape:
        case Circle():
            return [shape]
        case Arc(center, radius):
            return [Circle(center, radius)]
        case Box(center, half_width):
            return [Circle(center, half_width)]
        case Several(shapes):
            return [c for s in shapes for c in _circles(s)]
    return []


def draw_area(relation: Relation, pen: Pen) -> None:
    """Write the area inside its thing."""
    text = pen.words_of(relation)
    value = relation.value("of")
    if not text or relation.compared or value is None:
        return
    target = target_of(_closed(pen.shape(value)), pen)
    if target is not None:
        pen.label(text, target, owner=pen.owner_of(value))


def _closed(shape: Shape[float]) -> Shape[float]:
    return Polygon(shape.points) if isinstance(shape, Polyline) and len(shape.points) > 2 else shape


def draw_perimeter(relation: Relation, pen: Pen) -> None:
    """Write the perimeter beneath the picture: it has no single place."""
    text = pen.words_of(relation)
    if text and not relation.compared:
        pen.note(f"perimeter: {text}" if "perimeter" not in text.lower() else text)


def _verb(
    name: str, doc: str, dimension: str, draw: DrawVerb, want: Want, aliases: tuple[str, ...], example: str
) -> Verb:
    return Verb(
        name=name, doc=doc,
        slots=(
            Slot("of", (want, Want.ENTITY), "the thing", required=True),
            Slot("value", Want.MEASURE, "the value that is printed and holds", ("text", "label"), dimension=dimension),
        ),
        aliases=aliases, home=Home.LABELS, dimension=dimension, measure=measuring(name, dimension), draw=draw, distributes=True, example=example,
    )  # fmt: skip


AREA = _verb(
    "area",
    "The area of a thing, with its value.",
    "area",
    draw_area,
    Want.REGION,
    ("area_of", "surface_area"),
    "area(P[1]) == area(P[2])",
)
PERIMETER = _verb(
    "perimeter",
    "The length of an outline, with its value.",
    "length",
    draw_perimeter,
    Want.REGION,
    ("circumference",),
    "perimeter(t, 12 cm)",
)
RADIUS = _verb(
    "radius", "The radius of a circle or arc, drawn as a radius line with its value.", "length", drawing(draw_radius), Want.CIRCLE,
    ("radius_line", "radius_label"), 'radius(c, "R")',
)  # fmt: skip
DIAMETER = _verb(
    "diameter", "The diameter of a circle, drawn as a line with its value.", "length", drawing(draw_diameter), Want.CIRCLE,
    ("diameter_line", "diameter_label"), "diameter(c, 6 cm)",
)  # fmt: skip
VERBS = (AREA, PERIMETER, RADIUS, DIAMETER)
