"""The named centres and circles of a triangle, as points, circles and parts.

Source: barycentric coordinates of the incentre a : b : c and of the excentre -a : b : c
(Weisstein, MathWorld, "Incenter", "Excenter"); the rest by definition.
"""

from __future__ import annotations

from ...draw.pen import Pen
from ...model import Entity
from ...pose.incidence import flat, spread
from ...pose.poser import Poser
from ...shapes import XY, Circle, Line, Point, Polygon, Polyline, Shape, xy
from ...vocabulary import Kind, Slot, Want
from ..core.measures import foot
from ..core.points import draw_point
from ..core.rounds import draw_circle

CENTERS = ("centroid", "incenter", "circumcenter", "orthocenter", "excenter")
Triangle = tuple[Point[int], Point[int], Point[int]]


def center_point(name: str, corners: Triangle, poser: Poser) -> Point[int]:
    """Return a named centre of a triangle."""
    a, b, c = corners
    if name == "centroid":
        return poser.defined_point("centroid", *flat(a, b, c), name=name)
    if name in ("incenter", "excenter"):
        return _bisecting(corners, poser, outside=name == "excenter")
    if name == "circumcenter":
        return circum(corners, poser).center
    center = poser.point_at(name)
    poser.require("perpendicular", *flat(a, center, b, c))
    poser.require("perpendicular", *flat(b, center, c, a))
    return center


def _bisecting(corners: Triangle, poser: Poser, *, outside: bool) -> Point[int]:
    """Return the centre of the inscribed circle, or of the escribed one beyond the side that faces the first vertex."""
    a, b, c = corners
    sides = [poser.defined("distance", *flat(p, q), start=30.0) for p, q in ((b, c), (c, a), (a, b))]
    both = poser.defined("sum2", sides[1], sides[2], start=60.0)
    foot = poser.defined_point("fraction", *flat(b, c), poser.defined("quotient", sides[2], both, start=0.5))
    whole = poser.defined("difference" if outside else "sum2", both, sides[0], start=90.0)
    return poser.defined_point("fraction", *flat(a, foot), poser.defined("quotient", both, whole, start=0.7))


def circum(corners: Triangle, poser: Poser) -> Circle[int]:
    """Return the circle through three points."""
    center, radius = poser.point_at("circumcenter"), poser.free("radius", 25.0)
    for point in corners:
        poser.require("on_circle", *flat(point, center), radius)
    return Circle(center, radius)


def center_circle(name: str, corners: Triangle, poser: Poser) -> Circle[int]:
    """Return the inscribed, circumscribed or escribed circle of a triangle."""
    if name == "circumcircle":
        return circum(corners, poser)
    center = _bisecting(corners, poser, outside=name == "excircle")
    radius = poser.defined("distance_to_line", *flat(center, corners[1], corners[2]), start=12.0)
    return Circle(center, radius)


def _corners(entity: Entity, poser: Poser) -> Triangle | None:
    points = spread(entity.values_of("of"), poser)
    if (
        len(points) != 3
        and len(only := [e for e in poser.panel.entities.values() if "triangle" in e.kind.traits]) == 1
    ):
        from .places import corners

        points = list(corners(poser.shape_of(only[0].name)))
    return (points[0], points[1], points[2]) if len(points) == 3 else None


def pose_center(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a centre of a triangle; the centroid also of other outlines."""
    from ...pose.anchors import centroid

    points = spread(entity.values_of("of"), poser)
    if entity.kind.name == "centroid" and len(points) > 3:
        center = centroid(tuple(points), poser)
    elif (found := _corners(entity, poser)) is not None:
        center = center_point(entity.kind.name, found, poser)
    else:
        center = poser.point_at(entity.name)
    poser.drawn(center)
    return center


def pose_circle_of(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a circle of a triangle; a named centre is put into it."""
    found = _corners(entity, poser)
    if found is None:
        return Circle(poser.point_at(entity.name), poser.free("radius", 20.0))
    circle = center_circle(entity.kind.name, found, poser)
    if (radius := entity.value("radius")) is not None:
        poser.state(circle.radius, radius, "length")
    named = entity.value("center")
    if named is not None:
        at = poser.point(named)
        poser.require("coincident", *flat(circle.center, at))
        return Circle(at, circle.radius)
    return circle


def draw_center(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a centre as the point that it is; an unnamed one leaves no ink."""
    if entity.named:
        draw_point(entity, shape, pen)


def draw_circle_of(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a circle of a triangle; the sides are drawn out, dashed, to where an escribed circle touches them."""
    draw_circle(entity, shape, pen)
    if entity.kind.name != "excircle" or not isinstance(shape, Circle) or entity.style.bare:
        return
    spots = _drawn_corners(entity, pen)
    with pen.thin():
        for end in spots[1:]:
            touch = foot(xy(shape.center), Line(Point(*spots[0]), Point(*end)))
            pen.line([end, touch], stroke=pen.stroke(dash="dashed"), role="extension")


def _drawn_corners(entity: Entity, pen: Pen) -> list[XY]:
    shapes = [pen.shape(v) for v in entity.values_of("of")]
    if len(shapes) == 1 and isinstance(shapes[0], Polygon | Polyline):
        return [xy(p) for p in shapes[0].points]
    return [xy(s) for s in shapes if isinstance(s, Point)]


OF = Slot(
    "of",
    (Want.PATH, Want.POINT, Want.ENTITY),
    "the triangle, or its vertices",
    ("triangle", "points", "vertices"),
    many=True,
)


def _center(name: str, doc: str, *aliases: str) -> Kind:
    return Kind(
        name=name, doc=doc, slots=(OF,), aliases=aliases, traits=("point",), flags=("open", "hollow"), pose=pose_center,
        draw=draw_center, names_itself=True, z=30, example=f"{name} X(ABC)",
    )  # fmt: skip


def _circle(name: str, doc: str, *aliases: str) -> Kind:
    return Kind(
        name=name, doc=doc,
        slots=(
            OF, Slot("center", Want.POINT, "its centre, if it has a name", ("centre",), positional=False),
            Slot("radius", Want.MEASURE, "its radius", ("r",), dimension="length", printed=True),
        ),
        aliases=aliases, traits=("circle", "region"), pose=pose_circle_of, draw=draw_circle_of, z=4, example=f"{name} k(ABC)",
    )  # fmt: skip


KINDS = (
    _center(
        "centroid",
        "Where the medians of a triangle meet; of more points their mean.",
        "barycenter",
        "center_of_mass_of",
    ),
    _center("incenter", "The centre of the inscribed circle.", "incentre"),
    _center("circumcenter", "The centre of the circumscribed circle.", "circumcentre"),
    _center("orthocenter", "Where the altitudes meet.", "orthocentre"),
    _center(
        "excenter",
        "The centre of the escribed circle beyond the side that faces the first vertex.",
        "excentre",
    ),
    _circle("incircle", "The circle inscribed in a triangle.", "inscribed_circle"),
    _circle("circumcircle", "The circle through the vertices of a triangle.", "circumscribed_circle"),
    _circle(
        "excircle", "The escribed circle beyond the side that faces the first vertex.", "escribed_circle"
    ),
)
