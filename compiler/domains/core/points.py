"""Points: named places, marked and labelled."""

from __future__ import annotations

from ...draw.pen import Pen
from ...model import Entity
from ...pose.poser import Poser
from ...shapes import Point, Shape, SpacePoint, xy
from ...targets import ByPoint
from ...values import Coordinates
from ...vocabulary import Kind, Slot, Want
from .equations import number


def pose_point(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a point: where it is said to be, else free."""
    at = entity.value("at")
    point = poser.point(at) if at is not None else partly_placed(entity, poser)
    poser.drawn(point)
    return point


def partly_placed(entity: Entity, poser: Poser) -> Point[int]:
    """Return a point of which one coordinate may be stated: `x = 2` on a curve."""
    point = poser.point_at(entity.name)
    if isinstance(point, SpacePoint):
        return point
    x, y = number(entity.value("x")), number(entity.value("y"))
    across, up = poser.frame.place(x or 0.0, y or 0.0)
    return Point(
        point.x if x is None else poser.constant(across), point.y if y is None else poser.constant(up)
    )


def draw_point(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the dot of a point, unless a line ends there or it is only a helper; print its name."""
    if not isinstance(shape, Point):
        return
    at = xy(shape)
    if entity.style.hidden:
        return
    ring = entity.has("open") or entity.has("hollow")
    outward = pen.solution.outward(shape)
    if not entity.style.bare and (outward is None or ring):
        pen.dot(at, shape="ring" if ring else "dot", size=1.6 if ring else 1.2)
    for text in point_texts(entity, pen):
        pen.label(text, ByPoint(at, gap=1.0, toward=outward), owner=entity.name)


def point_texts(entity: Entity, pen: Pen) -> list[str]:
    """Return what stands beside a point: its texts, else its name with its coordinates if wanted."""
    texts = [t.text for t in entity.texts]
    if texts or entity.style.bare or not entity.named:
        return texts
    name = "" if pen.relabelled(entity.name) else indexed(entity.name)
    at = entity.value("at")
    if any("(" in text for text in pen.solution.relabelled.get(entity.name, ())):
        # Its label says the coordinates.
        return []
    if entity.has("coordinates") and isinstance(at, Coordinates):
        return [f"{name}({', '.join(pen.words(i).strip('$') for i in at.items)})"]
    return [name] if name else []


def indexed(name: str) -> str:
    """Return the name of a member as it is written: with an index.

    >>> indexed("Q[1]"), indexed("A")
    ('Q_1', 'A')
    """
    head, bracket, index = name.partition("[")
    plain = index.rstrip("]")
    return f"{head}_{plain}" if bracket and plain.isalnum() else name


POINT = Kind(
    name="point",
    doc="A named place, drawn as a dot with its name.",
    slots=(
        Slot(
            "at",
            Want.POINT,
            "coordinates `(x, y)`, or a place such as `midpoint(A, B)` or `c.top`",
            ("position", "coords", "xy", "pos", "location"),
        ),
        Slot(
            "x", Want.NUMBER, "its first coordinate, when something else decides the second", positional=False
        ),
        Slot(
            "y", Want.NUMBER, "its second coordinate, when something else decides the first", positional=False
        ),
    ),
    aliases=("vertex", "dot", "pt"),
    traits=("point",),
    flags=("open", "hollow", "coordinates"),
    pose=pose_point,
    draw=draw_point,
    names_itself=True,
    z=30,
    example="point A, B(3, 4), M(midpoint(A, B))",
)

KINDS = (POINT,)
