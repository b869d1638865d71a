"""Planes in space: through places, by an equation or intercepts, drawn as a parallelogram or a triangle."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ...draw.in_space import draw_body
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...pose.view import reach_in_space
from ...shapes import XY, Facet, Shape, SpacePoint, xy
from ...space.camera import XYZ
from ...targets import ByPoint, InArea
from ...values import Bound, Chain, Formula, Measure, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from .rounds import camera_of

MARGIN = 0.28
"""Of the way between its places by which a plane is drawn beyond them."""
GREEK = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "pi": "π", "sigma": "σ"}
Coefficients = tuple[float, float, float, float]
"""a, b, c, d of a x + b y + c z = d."""


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


def coefficients(entity: Entity) -> Coefficients | None:
    """Return the numbers of a plane's equation, or of its intercepts."""
    for value in entity.values_of("equation"):
        if isinstance(value, Bound) and (found := linear(value)) is not None:
            return found
    cuts = [stated(v) for v in entity.values_of("intercepts")]
    if len(cuts) == 3 and all(cut is not None and cut for cut in cuts):
        a, b, c = (1 / cut for cut in cuts if cut)
        return (a, b, c, 1.0)
    return None


def stated(value: Value | None) -> float | None:
    """Return a bare or measured number."""
    formula = value.formula if isinstance(value, Measure) else value
    if not isinstance(formula, Formula) or formula.bindings:
        return None
    number = formula.expression.value()
    return number if math.isfinite(number) else None


def linear(bound: Bound) -> Coefficients | None:
    """Return the coefficients of an equation in x, y, z, if it is linear.

    >>> from ...expression import Letter, Number
    >>> linear(Bound(("==",), (Letter("z"), Number("2", 2))))
    (0.0, 0.0, 1.0, 2.0)
    """
    if bound.ops != ("==",):
        return None
    left, right = bound.terms

    def value(x: float, y: float, z: float) -> float:
        at = {"x": x, "y": y, "z": z}
        return left.value(at) - right.value(at)

    zero = value(0.0, 0.0, 0.0)
    a, b, c = (value(*(1.0 if k == at else 0.0 for k in range(3))) - zero for at in range(3))
    exact = all(
        math.isclose(value(*spot), a * spot[0] + b * spot[1] + c * spot[2] + zero, rel_tol=1e-9, abs_tol=1e-9)
        for spot in ((3.0, -2.0, 5.0), (-1.5, 7.3, 0.7))
    )
    return (a + 0.0, b + 0.0, c + 0.0, -zero + 0.0) if exact and (a or b or c) else None


def intercepts(plane: Coefficients) -> list[XYZ]:
    """Return where a plane meets the axes, as far as it does away from the origin."""
    *normal, d = plane
    return [
        (d / n if at == 0 else 0.0, d / n if at == 1 else 0.0, d / n if at == 2 else 0.0)
        for at, n in enumerate(normal)
        if n and d
    ]


def outline(entity: Entity, panel: Panel) -> list[XYZ]:
    """Return the corners of the piece of a plane by its numbers: a triangle of intercepts, else a parallelogram."""
    plane = coefficients(entity)
    if plane is None:
        return []
    cuts = intercepts(plane)
    if len(cuts) == 3 and not entity.has("parallelogram"):
        return cuts
    return patch(plane, _extent(panel))


def _extent(panel: Panel) -> tuple[XYZ, XYZ]:
    stated_box = reach_in_space(_without_planes(panel))
    return stated_box or ((-2.0, -2.0, -2.0), (2.0, 2.0, 2.0))


def _without_planes(panel: Panel) -> Panel:
    from dataclasses import replace

    return replace(panel, entities={k: e for k, e in panel.entities.items() if "plane" not in e.kind.traits})


def patch(plane: Coefficients, box: tuple[XYZ, XYZ]) -> list[XYZ]:
    """Return a parallelogram of a plane near the middle of a box, its sides level and steepest."""
    normal = np.array(plane[:3]) / float(np.linalg.norm(plane[:3]))
    middle = (np.array(box[0]) + np.array(box[1])) / 2
    center = middle - (float(normal @ middle) - plane[3] / float(np.linalg.norm(plane[:3]))) * normal
    level = np.cross([0.0, 0.0, 1.0], normal)
    level = (
        level / float(np.linalg.norm(level))
        if float(np.linalg.norm(level)) > 1e-6
        else np.array([0.0, 1.0, 0.0])
    )
    steep = np.cross(normal, level)
    half = 0.55 * max(h - low for low, h in zip(*box)) or 1.0
    corners = [center + half * (s * level + t * steep) for s, t in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return [(float(x), float(y), float(z)) for x, y, z in corners]


def reach(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of the drawn piece, for which the picture must have room."""
    return tuple(outline(entity, panel))


def pose_plane(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a plane by its equation, through places, or square to a line through a place."""
    corners = outline(entity, poser.panel)
    camera = camera_of(poser)
    if corners:
        fixed = [[poser.constant(v) for v in poser.frame.place_in_space(c)] for c in corners]
        return Facet(tuple(poser.space_point("corner", x, y, z) for x, y, z in fixed), camera)
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


PLANE = Kind(
    name="plane",
    doc="A plane in space: through three places, by its equation or intercepts, or square to a line.",
    slots=(
        Slot("points", (Want.POINT, Want.PATH), "places that it goes through", ("through",), many=True),
        Slot("equation", Want.BOUND, "its equation, `2x + 3y + 6z = 6`", many=True),
        Slot("intercepts", (Want.NUMBER, Want.MEASURE), "where it meets the three axes", many=True, positional=False),
        Slot("contains", (Want.LINE, Want.POINT), "lines and places in it", ("containing",), many=True, positional=False),
        Slot("perpendicular", Want.LINE, "a line that is square to it", ("perpendicular_to", "normal", "orthogonal"), positional=False),
        Slot("octant", Want.WORD, "the part of space of which it is drawn", choices=("first",), positional=False),
    ),
    aliases=("plane3d",), traits=("plane", "line"), variables=("x", "y", "z"), flags=("parallelogram", "transparent"),
    parts=(PartOf("center", "its middle"),), space="oblique",
    reach_in_space=reach, pose=pose_plane, draw=draw_plane, z=4, example="plane alpha(A, B, C)",
)  # fmt: skip

KINDS = (PLANE,)
