"""Coordinate axes in space: x towards the viewer to the lower left, y to the right, z up; right-handed.

Convention: the negative halves are dashed, as is what a surface hides. Source: Stewart, Calculus, section 12.1.
"""

from __future__ import annotations

import math

import numpy as np

from ....dsl.scene import Stroke
from ....dsl.theme import WIDTH
from ...draw.in_space import draw_arrow, draw_path, hidden_stroke, hull
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...pose.view import coordinates_of, fixed_place
from ...shapes import XY, Line, Patchwork, Several, Shape, SpacePoint
from ...space.camera import XYZ
from ...space.paths import Straight
from ...targets import ByPoint, Fixed
from ...values import Listed, Word, Words
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.axes import in_italics
from ..core.equations import range_of
from ..core.ticks import multiples, nice_step, numeral
from .readings import number_of

THIN = WIDTH.mark
BEYOND = 8.0
"""Millimetres of the picture by which an axis runs on behind what it measures, and behind the outline of surfaces."""
NEGATIVE = 0.08
"""Share of the whole under which a negative reach is no negative half."""
ALONG = 1e-3
"""Millimetres within which an edge runs along an axis."""
HALF_TICK = 0.8
LEAST = 7.0
"""Millimetres of the picture between ticks."""
USUAL = (4.0, 4.0, 3.0)


def spans_of(entity: Entity, panel: Panel) -> tuple[tuple[float, float], ...]:
    """Return what each axis has to show, the origin included: its stated range, else all that the panel holds."""
    spots = [place for triple in coordinates_of(panel) if (place := fixed_place(triple))]
    for other in panel.entities.values():
        if other.kind.reach_in_space and not other.kind.frames:
            spots += other.kind.reach_in_space(other, panel)
    found: list[tuple[float, float]] = []
    size = max((abs(v) for spot in spots for v in spot if math.isfinite(v)), default=1.0)
    for at, axis in enumerate("xyz"):
        known = [spot[at] for spot in spots if math.isfinite(spot[at])]
        low, high = min(known, default=0.0), max(known, default=0.0)
        if not spots:
            high = USUAL[at]
        own = min(size, 3 * max(abs(low), abs(high))) or size
        low, high = min(low, 0.0), max(high, 0.25 * own if low < 0 else 0.4 * own)
        low = 0.0 if low > -NEGATIVE * size else low
        found.append(range_of(entity, axis) or (low, high))
    return tuple(found)


def reach_axes3(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the two corners of the box that the axes show."""
    (a, b), (c, d), (e, f) = spans_of(entity, panel)
    return ((a, c, e), (b, d, f))


def pose_axes3(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose axes: the origin first, so that axes stand for it as a point, then each axis from its low end to its high one."""
    spans = spans_of(entity, poser.panel)

    def fixed(place: XYZ) -> SpacePoint[int]:
        x, y, z = poser.frame.place_in_space(place)
        return poser.space_point("axis", poser.constant(x), poser.constant(y), poser.constant(z))

    lines = []
    for at, (low, high) in enumerate(spans):
        ends = [tuple(end if k == at else 0.0 for k in range(3)) for end in (low, high)]
        a, b = (fixed((x, y, z)) for x, y, z in ends)
        lines.append(Line(a, b))
    return Several((fixed((0.0, 0.0, 0.0)), *lines))


def part_of_axes3(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the origin or one of the axes as a line."""
    if not isinstance(shape, Several):
        return None
    at = {"origin": 0, "center": 0, "x": 1, "x_axis": 1, "y": 2, "y_axis": 2, "z": 3, "z_axis": 3}.get(part)
    return shape.shapes[at] if at is not None else None


def draw_axes3(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the three axes, each solid from the origin to its arrowhead and dashed before the origin."""
    if not isinstance(shape, Several):
        return
    stroke = Stroke(color=entity.style.color or "ink", width=THIN)
    camera = pen.solution.poser.frame.camera
    flat = camera is not None and camera.up[1] > camera.up[2]
    for at, line in enumerate(shape.shapes[1:3] if flat else shape.shapes[1:]):
        if isinstance(line, Line) and isinstance(line.a, SpacePoint) and isinstance(line.b, SpacePoint):
            _draw_axis(entity, at, line.a.space, line.b.space, stroke, pen)
    _draw_origin(entity, pen)


def _draw_axis(entity: Entity, at: int, low: XYZ, high: XYZ, stroke: Stroke, pen: Pen) -> None:
    camera = pen.solution.poser.frame.camera
    assert camera is not None
    way = np.eye(3)[at]
    shrink = math.hypot(*camera.drawn((way[0], way[1], way[2])))
    if shrink < 1e-6:
        return
    tip = max(high[at] * shrink, _leaves(camera.drawn((way[0], way[1], way[2])), pen)) / shrink * way
    tip = tip + BEYOND / shrink * way
    origin = (0.0, 0.0, 0.0)
    if low[at] < 0:
        start = np.array(low) - 0.5 * BEYOND / shrink * way
        draw_path(
            pen, Straight((start[0], start[1], start[2]), origin), stroke=hidden_stroke(stroke), role="axis"
        )
    end = (float(tip[0]), float(tip[1]), float(tip[2]))
    *inner, last = _gaps(at, float(tip[at]), pen)
    for a, b in inner:
        draw_path(pen, Straight(_on(at, a), _on(at, b)), stroke=stroke, role="axis")
    draw_arrow(pen, [_on(at, last[0]), end], stroke=stroke, role="axis")
    if not entity.style.bare:
        spot, heading = camera.drawn(end), camera.drawn((way[0], way[1], way[2]))
        _write_name(name_of(entity, at), spot, heading, pen)
    for value, text in ticks_of(entity, at, low, high, shrink, pen):
        _draw_tick(at, value, text, pen)


def _on(at: int, value: float) -> XYZ:
    """Return the place of an axis at a coordinate."""
    return (value if at == 0 else 0.0, value if at == 1 else 0.0, value if at == 2 else 0.0)


def _gaps(at: int, tip: float, pen: Pen) -> list[tuple[float, float]]:
    """Return the parts of an axis that no edge of a surface runs along: two dashed lines in one look solid."""
    taken: list[tuple[float, float]] = []
    for shape in map(pen.shape_of, pen.solution.panel.entities):
        if isinstance(shape, Patchwork):
            for path in (line.path for line in shape.figure.lines if isinstance(line.path, Straight)):
                ends = path.at(np.array([path.start, path.end]))
                if np.abs(np.delete(ends, at, axis=1)).max() < ALONG:
                    taken.append((float(ends[:, at].min()), float(ends[:, at].max())))
    free, start = [], 0.0
    for a, b in sorted(taken):
        if a > start + 1.0:
            free.append((start, a))
        start = max(start, b) if b < tip - 1.0 else start
    return [*free, (start, tip)]


def _leaves(heading: XY, pen: Pen) -> float:
    """Return how far from the origin, in a direction of the picture, the outlines of surfaces end."""
    farthest = 0.0
    for shape in map(pen.shape_of, pen.solution.panel.entities):
        if not isinstance(shape, Patchwork):
            continue
        ring = hull([spot for run in flattened(outline_of(shape)) for spot in run])
        for a, b in zip(ring, (*ring[1:], *ring[:1])):
            side = [heading[0] * p[1] - heading[1] * p[0] for p in (a, b)]
            if side[0] * side[1] < 0:
                share = side[0] / (side[0] - side[1])
                x, y = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
                farthest = max(farthest, (x * heading[0] + y * heading[1]) / math.hypot(*heading))
    return farthest


def _write_name(text: str, tip: tuple[float, float], heading: tuple[float, float], pen: Pen) -> None:
    """Write an axis' name behind its tip, in its direction."""
    across, up = heading
    if abs(up) > 2 * abs(across):
        pen.label(
            text,
            Fixed((tip[0], tip[1] + math.copysign(1.0, up)), "bottom" if up > 0 else "top"),
            role="axis-name",
            may_lead=False,
        )
    elif across > 0:
        pen.label(text, Fixed((tip[0] + 1.0, tip[1]), "left"), role="axis-name", may_lead=False)
    else:
        pen.label(text, Fixed((tip[0] - 0.6, tip[1] - 0.6), "top right"), role="axis-name", may_lead=False)


def name_of(entity: Entity, at: int) -> str:
    """Return what is written at the tip of an axis."""
    axis = "xyz"[at]
    said = [entity.value(axis), entity.value(f"{axis}label")]
    text = next((value.text for value in said if isinstance(value, Words)), "")
    names = [
        value.text if isinstance(value, Words) else value.id
        for value in entity.values_of("names")
        if isinstance(value, Words | Word)
    ]
    return in_italics(text or (names[at] if len(names) > at else axis))


def _draw_origin(entity: Entity, pen: Pen) -> None:
    """Write the name of the origin, if the axes were given one that is a letter."""
    if entity.named and not entity.style.bare and entity.name in ("O", "0"):
        camera = pen.solution.poser.frame.camera
        assert camera is not None
        pen.label(
            "O" if entity.name == "O" else "0",
            ByPoint(camera.drawn((0.0, 0.0, 0.0)), gap=1.2, toward=200.0),
            owner=entity.name,
        )


def ticks_of(
    entity: Entity, at: int, low: XYZ, high: XYZ, shrink: float, pen: Pen
) -> list[tuple[float, str]]:
    """Return the ticks of an axis: those that are stated, or nice ones if they are asked for."""
    axis = "xyz"[at]
    unit = pen.solution.poser.frame.place_in_space((1.0, 1.0, 1.0))[at]
    own, shared = entity.value(f"{axis}_ticks"), entity.value("ticks")
    stated = own if own is not None else shared
    if isinstance(stated, Listed):
        values = [n for item in stated.items if (n := number_of(item)) is not None]
    elif stated is not None or entity.has("ticks") or entity.has("units"):
        step = number_of(stated) or nice_step(LEAST / shrink / unit)
        values = [v for v in multiples(step, low[at] / unit, high[at] / unit) if v]
    else:
        return []
    return [(v * unit, numeral(v)) for v in values]


def _draw_tick(at: int, value: float, text: str, pen: Pen) -> None:
    camera = pen.solution.poser.frame.camera
    assert camera is not None
    place = [0.0, 0.0, 0.0]
    place[at] = value
    x, y = camera.drawn((place[0], place[1], place[2]))
    way = np.eye(3)[at]
    dx, dy = camera.drawn((way[0], way[1], way[2]))
    size = math.hypot(dx, dy)
    across, up = -dy / size * HALF_TICK, dx / size * HALF_TICK
    pen.line([(x - across, y - up), (x + across, y + up)], role="tick", stroke=Stroke(width=WIDTH.thin))
    where = {0: ((x - 1.3, y + 0.5), "right"), 1: ((x, y - 1.3), "top"), 2: ((x - 1.3, y), "right")}[at]
    pen.label(text, Fixed(*where), role="tick", may_lead=False)


RANGE = 'the range that it shows, `0..3`, or its name, `"t"`'
_TICKS = "where ticks stand, or the step between them"
AXES3 = Kind(
    name="axes3",
    doc="Axes in space: x to the lower left, y to the right, z up; negative halves dashed. Ranges clip what has no end; "
    "`ticks` or stated ticks are numbered. A point `O` may stand for its origin.",
    slots=(
        Slot("names", (Want.TEXT,), "the names of the axes", ("labels",), many=True),
        *(Slot(a, (Want.RANGE, Want.TEXT), RANGE, positional=False) for a in "xyz"),
        *(Slot(f"{a}label", Want.TEXT, f"what is written at the {a} axis", (f"{a}_label", f"{a}_name"), positional=False) for a in "xyz"),
        *(Slot(f"{a}_range", Want.RANGE, f"the range of {a}", (f"{a}range", f"{a}lim"), positional=False) for a in "xyz"),
        Slot("range", Want.RANGE, "the range of all three", positional=False),
        Slot("ticks", Want.NUMBER, _TICKS, many=True, positional=False),
        *(Slot(f"{a}_ticks", Want.NUMBER, _TICKS, (f"{a}ticks",), many=True, positional=False) for a in "xyz"),
    ),
    aliases=("axes3d", "xyz_axes", "space_axes", "coordinate_space", "axes_3d"),
    traits=("axes", "point"), flags=("x", "y", "z", "ticks", "units", "no_ticks", "equal"),
    parts=(
        PartOf("origin", "where they cross", ("center",)), PartOf("x", "the x axis", ("x_axis",)),
        PartOf("y", "the y axis", ("y_axis",)), PartOf("z", "the z axis", ("z_axis",)),
    ),
    space="axes", frames=True, reach_in_space=reach_axes3, pose=pose_axes3, part=part_of_axes3, draw=draw_axes3, z=8,
    example="axes3 O(x = 0..4, y = 0..4, z = 0..3)",
)  # fmt: skip

KINDS = (AXES3,)
