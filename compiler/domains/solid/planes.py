"""Planes in space: through places, by an equation or intercepts, drawn as a parallelogram or a triangle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...draw.in_space import draw_body
from ...draw.pen import Pen
from ...model import Entity
from ...pose.poser import Poser
from ...shapes import XY, Facet, Patchwork, Several, Shape, SpacePoint, xy
from ...space.bodies import across
from ...targets import ByPoint, InArea
from ...values import Chain
from ...vocabulary import Kind, PartOf, Slot, Want
from ..space import planes
from ..space.letters import VARIABLES
from ..space.surfaces import draw_surfaces
from .placing import camera_of

MARGIN = 0.28
"""Of the way between its places by which a plane is drawn beyond them."""
GREEK = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "pi": "π", "sigma": "σ"}


def places_in(entity: Entity, poser: Poser) -> list[SpacePoint[int]]:
    """Return the places through which a plane is said to go."""
    out: list[SpacePoint[int]] = []
    for value in entity.values_of("points"):
        ends = value.ends if isinstance(value, Chain) else (value,)
        out += [p for e in ends if isinstance(p := poser.point(e), SpacePoint)]
    for value in entity.values_of("contains"):
        line = poser.line(value)
        ends_of = (line.a, line.b) if line is not None else (poser.point(value),)
        out += [p for p in ends_of if isinstance(p, SpacePoint)]
    return out


def pose_plane(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a plane by its equation, through places, or square to a line through a place."""
    by_equation = planes.pose_plane(entity, poser)
    if by_equation is not None:
        return by_equation
    camera = camera_of(poser)
    places = places_in(entity, poser)
    square_to = entity.value("perpendicular")
    line = poser.line(square_to) if square_to is not None else None
    if line is not None and isinstance(line.a, SpacePoint) and len(places) < 3:
        return _square_to(line.a, line.b, places, poser)
    if len(places) < 3:
        places += [
            p
            for k in range(len(places), 3)
            if isinstance(p := poser.point_at(f"{entity.name}.{k}"), SpacePoint)
        ]
    return Facet(parallelogram(places[:3], poser), camera)


def plane_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return three places of a plane by its equation, for what is said of planes elsewhere."""
    said = planes.said_by_plane(entity)
    found = planes.coefficients(said.equations[0]) if said is not None else None
    if part != "places" or found is None:
        return None
    normal = np.array(found[:3])
    foot = normal * found[3] / float(normal @ normal)
    e, f = across(normal)
    corners = [
        poser.frame.place_in_space((float(x), float(y), float(z))) for x, y, z in (foot, foot + e, foot + f)
    ]
    return Several(tuple(poser.space_point("place", *map(poser.constant, corner)) for corner in corners))


def parallelogram(places: Sequence[SpacePoint[int]], poser: Poser) -> tuple[SpacePoint[int], ...]:
    """Return the corners of a parallelogram about three places, its sides along those between them."""
    low, high = -MARGIN, 1 + MARGIN
    return tuple(
        combined(places, i, j, poser) for i, j in ((low, low), (high, low), (high, high), (low, high))
    )


def combined(places: Sequence[SpacePoint[int]], i: float, j: float, poser: Poser) -> SpacePoint[int]:
    """Return the place A + i AB + j AC."""
    weights = [poser.constant(w) for w in (1 - i - j, i, j)]
    slots = []
    for coordinates in zip(*(p.space for p in places)):
        numbers = [poser.fixed(slot) for slot in coordinates]
        known = [n for n in numbers if n is not None]
        if len(known) == 3:
            slots.append(poser.constant(sum(w * n for w, n in zip((1 - i - j, i, j), known))))
        else:
            terms = [slot for pair in zip(coordinates, weights) for slot in pair]
            slots.append(poser.defined("affine3", *terms, start=10.0))
    x, y, z = slots
    return poser.space_point("corner", x, y, z)


def _square_to(a: object, b: object, places: Sequence[SpacePoint[int]], poser: Poser) -> Facet[int]:
    """Return a plane square to a line, through a place or else through the line's start."""
    assert isinstance(a, SpacePoint)
    assert isinstance(b, SpacePoint)
    middle = places[0] if places else a
    one, other = (p for k in range(2) if isinstance(p := poser.point_at("side"), SpacePoint))
    for corner in (one, other):
        poser.require("perpendicular", a.x, a.y, b.x, b.y, middle.x, middle.y, corner.x, corner.y)
        poser.require("distance", middle.x, middle.y, corner.x, corner.y, poser.constant(28.0))
    poser.require("perpendicular", middle.x, middle.y, one.x, one.y, middle.x, middle.y, other.x, other.y)
    if len(places) > 1:
        poser.require("collinear", one.x, one.y, middle.x, middle.y, places[1].x, places[1].y)
    corners = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))
    return Facet(tuple(combined((middle, one, other), i, j, poser) for i, j in corners), camera_of(poser))


def draw_plane(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a plane's outline with its tint, and its name in a corner."""
    from ...draw.paths import polyline

    if isinstance(shape, Patchwork):
        draw_surfaces(entity, shape, pen)
        planes.draw_intercepts(entity, pen)
    if not isinstance(shape, Facet):
        return
    spots = [xy(p) for p in shape.points]
    pen.fill_area(polyline(spots, closed=True), fill="" if entity.style.bare else "faint")
    draw_body(pen, shape)
    texts = pen.texts(entity)
    for text in texts:
        pen.label(text, InArea(tuple(spots), prefer_outside=len(text) > 4), owner=entity.name)
    name = GREEK.get(entity.name, entity.name)
    if (
        not texts
        and entity.named
        and not entity.style.bare
        and len(name) == 1
        and not pen.relabelled(entity.name)
    ):
        pen.label(name, ByPoint(_inner_corner(spots), gap=0.5), owner=entity.name)


def _inner_corner(spots: Sequence[XY]) -> XY:
    """Return a spot inside the outline near its lower left corner."""
    corner = min(spots, key=lambda p: (p[1] + 0.5 * p[0], p[0]))
    middle = (sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots))
    return (corner[0] + 0.2 * (middle[0] - corner[0]), corner[1] + 0.2 * (middle[1] - corner[1]))


def companion_of_plane(entity: Entity) -> str:
    """Return the axes that accompany a plane by its equation."""
    return "axes3" if entity.value("equation") or entity.value("intercepts") else ""


PLANE = Kind(
    name="plane",
    doc="A plane in space: through three places, by its equation or intercepts, or square to a line.",
    slots=(
        Slot("points", (Want.POINT, Want.PATH), "places that it goes through", ("through",), many=True),
        Slot("equation", Want.BOUND, "its equation, `2x + 3y + 6z = 6`", many=True),
        Slot("intercepts", (Want.NUMBER, Want.MEASURE, Want.POINT), "where it meets the three axes", many=True, positional=False),
        Slot("contains", (Want.LINE, Want.POINT), "lines and places in it", ("containing",), many=True, positional=False),
        Slot("perpendicular", Want.LINE, "a line that is square to it", ("perpendicular_to", "normal", "orthogonal"), positional=False),
    ),
    aliases=("plane3d",), traits=("plane", "line"), variables=VARIABLES, flags=("parallelogram", "transparent", "wireframe", "intercepts", "octant", "first_octant"),
    parts=(PartOf("center", "its middle"),), space="oblique",
    reach_in_space=planes.reach_plane, companion=companion_of_plane, pose=pose_plane, part=plane_part, draw=draw_plane, z=6, example="plane alpha(A, B, C)",
)  # fmt: skip

KINDS = (PLANE,)
