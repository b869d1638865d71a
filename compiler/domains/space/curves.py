"""Curves in space: by a parameter, or where two surfaces meet; with the sense in which they are run through."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from ...draw.in_space import draw_path, outline_of_path
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...draw.roominess import length_of, roomy_share
from ...expression import Application, Expression, Letter
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import XY, Shape, SpacePoint, Threads
from ...space.camera import XYZ, Array, Camera
from ...space.curved import Given
from ...space.fields import Field, within
from ...space.hiding import Flags, split
from ...space.meeting import Surfaces, clipped, distinct
from ...space.patchworks import ball_about
from ...space.paths import WHOLE, Path, Straight
from ...targets import AlongLine
from ...values import Coordinates, Interval, PartRef, Ref
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.equations import numbers
from .building import Span, limit_walls, scaled
from .codes import NOWHERE
from .extents import Box, corners, extent, surface_marks
from .letters import SPACE, VARIABLES
from .readings import EQUATION, Said, canonical, number_of, said_by, stated_ranges
from .surfaces import companion, missing, scale_of
from .walls import range_walls, wall_of_equation

ONE: XYZ = (1.0, 1.0, 1.0)
STEPS = 257
FAR = 12.0
"""Times the usual distance from the origin beyond which a curve is left out: it runs off to a pole."""
HEADS = (0.3, 0.8)
"""Shares of a closed curve's longest visible piece at which its sense is shown."""


# By a parameter


def parametric(said: Said) -> tuple[str, tuple[Expression, Expression, Expression]] | None:
    """Return the parameter and x, y, z of a curve in one letter; nothing for another curve."""
    given = {e.left.name: e.right for e in said.equations if isinstance(e.left, Letter)}
    if not set(SPACE) <= set(given):
        return None
    places = (given["x"], given["y"], given["z"])
    letters = dict.fromkeys(name for part in places for name in part.letters)
    if len(letters) > 1 or any(name in SPACE for name in letters):
        return None
    return next(iter(letters), "t"), places


def domain_of(entity: Entity, letter: str, places: Sequence[Expression]) -> tuple[float, float]:
    """Return the stated range of a parameter; else a whole turn for what turns, and -2..2 for what does not."""
    for key, given in entity.values.items():
        name = canonical(key.partition(":")[2])
        if isinstance(given.value, Interval) and (key == "domain" or name == letter):
            return numbers(given.value)
    for limit in said_by(entity).limits:
        if letter in (*limit.smaller.letters, *limit.larger.letters):
            return _limited(entity, letter)
    turning = any(
        isinstance(part, Application) and part.function in ("sin", "cos")
        for place in places
        for part in place.walk()
    )
    return (0.0, WHOLE) if turning else (-2.0, 2.0)


def _limited(entity: Entity, letter: str) -> tuple[float, float]:
    limits = said_by(entity).limits
    lows = [i.smaller.value() for i in limits if letter in i.larger.letters and not i.smaller.letters]
    highs = [i.larger.value() for i in limits if letter in i.smaller.letters and not i.larger.letters]
    return (max(lows, default=-2.0), min(highs, default=2.0))


def run_of(entity: Entity, scale: XYZ) -> Given | Straight | None:
    """Return a curve given by a parameter, in space millimetres."""
    said = said_by(entity)
    found = parametric(said)
    if found is None:
        return None
    letter, places = found
    low, high = domain_of(entity, letter, places)
    if not math.isfinite(low + high):
        return None
    unit = np.array(scale)

    def at(t: Array) -> Array:
        columns = [np.broadcast_to(place.values({letter: t}), t.shape) for place in places]
        return np.asarray(np.stack(columns, axis=-1) * unit)

    if _is_straight(at, low, high):
        start, end = at(np.array([low, high]))
        return Straight(_three(start), _three(end))
    return Given(at, low, high)


def _is_straight(at: Callable[[Array], Array], low: float, high: float) -> bool:
    places = at(np.linspace(low, high, 7))
    bends = np.diff(places, n=2, axis=0)
    return bool(np.abs(bends).max() < 1e-9 * max(1.0, float(np.abs(places).max())))


# Where surfaces meet


def meeting_of(entity: Entity, panel: Panel) -> Said | None:
    """Return the equations of two surfaces on both of which a curve lies, with all limits."""
    said = said_by(entity)
    equations, limits = list(said.equations), list(said.limits)
    for value in entity.values_of("surfaces"):
        other = panel.entities.get(value.name) if isinstance(value, Ref) else None
        if other is not None:
            own = said_by(other)
            equations += own.equations
            limits += own.limits
    return Said(tuple(equations[:2]), tuple(limits)) if len(equations) >= 2 else None


@lru_cache(maxsize=64)
def meeting_span(said: Said, ranges: Box) -> Span | None:
    """Return how far the curve of two equations reaches."""
    first, second = (wall_of_equation(e, ONE).pieces for e in said.equations)
    limits = [field for wall in limit_walls(said.limits, ONE) for field in wall.inside]
    stated = ranges if any(math.isfinite(v) for side in ranges for v in side) else None
    for cut in dict.fromkeys((stated, None, ((-3.0,) * 3, (3.0,) * 3))):
        closing = [field for wall in range_walls(cut) for field in wall.inside] if cut else []
        box = _both(first[0].field, second[0].field, [*first[0].limits, *second[0].limits, *limits, *closing])
        if box is not None:
            return Span(box, cut) if cut else Span(box)
    return None


def _both(one: Field, other: Field, limits: Sequence[Field]) -> Box | None:
    first, second = surface_marks(one, ()), surface_marks(other, ())

    def marks(nodes: Array, shape: tuple[int, int, int]) -> Flags:
        return first(nodes, shape) & second(nodes, shape) & within(nodes, limits).reshape(shape)

    return extent(marks)


def meeting_paths(said: Said, span: Span, scale: XYZ) -> list[Path]:
    """Return the curve of two equations, in space millimetres."""
    first, second = (wall_of_equation(e, scale).pieces for e in said.equations)
    cutting = [*limit_walls(said.limits, scale), *range_walls(scaled(span.cut, scale))]
    limits = [field for wall in cutting for field in wall.inside]
    surfaces = Surfaces(ball_about(*scaled(span.box, scale)))
    found = [
        piece
        for a in first
        for b in second
        for path in surfaces.meeting(a.field, b.field)
        for piece in clipped(path, (*a.limits, *b.limits, *limits))
    ]
    return list(distinct(found))


# The kind


def reach_curve3(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return corners of the box around a curve."""
    run = run_of(entity, ONE)
    if run is not None:
        places = np.concatenate(
            [p.at(np.linspace(p.start, p.end, 65)) for p in pieces_of(run)] or [np.zeros((0, 3))]
        )
        return (_three(places.min(axis=0)), _three(places.max(axis=0))) if len(places) else ()
    said = meeting_of(entity, panel)
    span = meeting_span(said, stated_ranges(panel)) if said else None
    return corners(span.box) if span else ()


def pose_curve3(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a curve: nothing moves it."""
    camera = poser.frame.camera
    assert camera is not None
    run = run_of(entity, scale_of(poser))
    if run is not None:
        return Threads(tuple(pieces_of(run)), camera)
    said = meeting_of(entity, poser.panel)
    if said is None:
        return missing(entity, poser)
    span = meeting_span(said, stated_ranges(poser.panel))
    paths = meeting_paths(said, span, scale_of(poser)) if span else []
    if not paths:
        message = f"the surfaces of `{entity.name}` do not meet"
        poser.diagnostics.append(
            NOWHERE.found(message, entity.span, hints=["mind the equations and the ranges"])
        )
    return Threads(tuple(paths), camera)


def pieces_of(run: Given | Straight) -> list[Given | Straight]:
    """Return the parts of a curve that are somewhere: between its poles, and not far beyond all the rest."""
    t = np.linspace(run.start, run.end, STEPS)
    size = np.abs(run.at(t)).max(axis=1)
    known = size[np.isfinite(size)]
    if not len(known):
        return []
    good = np.nan_to_num(size, nan=np.inf) <= FAR * float(np.median(known)) + 1e-9
    edges = np.flatnonzero(np.diff(np.concatenate([[False], good, [False]]).astype(int)))
    spans = [(float(t[a]), float(t[b - 1])) for a, b in zip(edges[::2], edges[1::2]) if b - a > 1]
    return [run.part(a, b) for a, b in spans]


def locate_on_curve3(entity: Entity, shape: Shape[int], part: PartRef, poser: Poser) -> Shape[int] | None:
    """Return the place of `r.at(2)`: at a value of the parameter."""
    run = run_of(entity, scale_of(poser))
    value = number_of(part.args[0]) if part.args else None
    if run is None or value is None or part.part not in ("at", "point"):
        return None
    if isinstance(run, Straight):
        found = parametric(said_by(entity))
        assert found is not None
        low, high = domain_of(entity, *found)
        value = (value - low) / (high - low)
    return fixed_place(run.at(np.array([value]))[0], poser)


def part_of_curve3(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return an end of a curve, or its middle."""
    if not isinstance(shape, Threads) or not shape.paths:
        return None
    first, last = shape.paths[0], shape.paths[-1]
    t = {"start": first.start, "end": last.end, "mid": (first.start + first.end) / 2}.get(part)
    return (
        fixed_place((last if part == "end" else first).at(np.array([t]))[0], poser) if t is not None else None
    )


def fixed_place(place: Array, poser: Poser) -> SpacePoint[int]:
    """Return a place in space millimetres that nothing moves."""
    x, y, z = (poser.constant(float(v)) for v in place)
    return poser.space_point("place", x, y, z)


def draw_curve3(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a curve, its hidden parts dashed, with arrowheads where its sense is stated, and its texts."""
    if not isinstance(shape, Threads) or not shape.paths:
        return
    for path in shape.paths:
        draw_path(pen, path, role="curve")
    longest = _seen(max(shape.paths, key=lambda p: length_of(_spots(p, shape.camera))), pen)
    line = _spots(longest, shape.camera)
    if is_oriented(entity):
        turned = sense(entity, shape) < 0
        way = line[::-1] if turned else line
        for share in HEADS if length_of(line) > 40.0 else (0.55,):
            pen.sense(way, share)
    for text in pen.texts(entity):
        pen.label(text, AlongLine(tuple(line), at=roomy_share(line, pen)), owner=entity.name)


def _spots(path: Path, camera: Camera) -> list[XY]:
    return [spot for run in flattened(outline_of_path(path, camera)) for spot in run]


def _seen(path: Path, pen: Pen) -> Path:
    """Return the longest visible piece of a path, or all of it."""
    pieces = [p.path for p in split(path, pen.solution.occluders) if p.visible]
    return max(pieces, key=lambda p: p.end - p.start, default=path)


def is_oriented(entity: Entity) -> bool:
    """Whether a curve shows its sense."""
    return any(
        entity.has(flag)
        for flag in ("directed", "arrow", "oriented", "ccw", "cw", "counterclockwise", "clockwise")
    )


def sense(entity: Entity, shape: Threads[float]) -> float:
    """Return +1 if a curve runs with its parameter, -1 against it: as seen from the side of its normal."""
    ccw = entity.has("ccw") or entity.has("counterclockwise")
    if not ccw and not entity.has("cw") and not entity.has("clockwise"):
        return 1.0
    path = shape.paths[0]
    places = path.at(np.linspace(path.start, path.end, 97))
    around = np.cross(places, np.roll(places, -1, axis=0)).sum(axis=0)
    turn = float(around @ normal_of(entity))
    return math.copysign(1.0, turn if ccw else -turn)


def normal_of(entity: Entity) -> Array:
    """Return the direction from which a curve's sense is seen: stated, else from above."""
    value = entity.value("normal")
    if isinstance(value, Coordinates) and len(value.items) == 3:
        found = np.array([item.expression.value() for item in value.items])
        if np.isfinite(found).all() and np.abs(found).max() > 0:
            return found
    return np.array([0.0, 0.0, 1.0])


def _three(place: Array) -> XYZ:
    return (float(place[0]), float(place[1]), float(place[2]))


CURVE3 = Kind(
    name="curve3",
    doc="A curve in space: `x = cos(t), y = sin(t), z = t, t = 0..2*pi`, or where two surfaces meet, named or by two "
    "equations. `directed` shows its sense; `ccw` the one seen from above, or from where its `normal` points.",
    slots=(
        Slot(EQUATION, Want.BOUND, "its equations and limits", ("expr",), many=True),
        Slot("surfaces", Want.ENTITY, "the two surfaces on which it lies", ("of", "intersection", "between"), many=True),
        Slot("domain", Want.RANGE, "the range of its parameter", ("over", "interval", "range"), positional=False),
        Slot("normal", Want.POINT, "from where its sense is seen, `(0, 0, 1)`", ("seen_from",), positional=False),
    ),
    aliases=("space_curve", "curve3d", "curve_in_space", "line3", "line3d", "contour3", "intersection_curve", "helix", "curve", "line"),
    claims=(("x", "y", "z"),),
    traits=("curve", "path"), flags=("directed", "arrow", "oriented", "closed", "ccw", "cw", "counterclockwise", "clockwise", "octant", "first_octant"),
    variables=VARIABLES, space="axes", reach_in_space=reach_curve3, pose=pose_curve3, part=part_of_curve3,
    locate=locate_on_curve3, draw=draw_curve3, companion=companion, z=12,
    parts=(PartOf("start", "its first place"), PartOf("end", "its last place"), PartOf("mid", "its middle"), PartOf("at", "the place at a value of its parameter")),
    example="curve3 C(x^2 + y^2 = 1, z = 2, ccw)",
)  # fmt: skip

KINDS = (CURVE3,)
