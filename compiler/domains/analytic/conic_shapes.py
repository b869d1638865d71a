"""Conics as shapes: of known data in the window of their panel, of unknown data as slots that the solver finds."""

from __future__ import annotations

import math

from ...model import Entity, Panel
from ...pose.frame import Frame
from ...pose.incidence import flat
from ...pose.poser import Poser
from ...shapes import Circle, Conic, Ellipse, Line, Point, Shape
from ...system import Sort
from ..core.equations import Rule
from ..core.plotted import Plotted
from ..core.rounds import center_of, half_axis, half_or_whole, tilt_of
from ..core.windows import window_box
from .givens import Givens
from .sections import Section, section_of

TURN = math.pi / 2
TALL = 4.0
"""Units that a narrow parabola is seen to open over, at least: as many as its graph usually has."""
ROOMY = 18.0
"""What a free distance from focus to directrix would like to be at most, in millimetres: the curve is soon wide."""


def known_shape(section: Section, rule: Rule, poser: Poser) -> Shape[int]:
    """Return a conic of known data in the sketch; one that its window cuts shows what is inside."""
    frame = poser.frame
    placed = placed_section(section, frame)
    center = poser.fixed_point(*placed.center)
    if placed.family in ("parabola", "hyperbola"):
        focus = poser.fixed_point(*placed.foci[-1])
        turn = placed.tilt if placed.family == "parabola" or _toward(placed) else placed.tilt + math.pi
        e, half = poser.constant(placed.eccentricity), poser.constant(placed.half_width)
        return Conic(focus, e, half, poser.constant(turn), window_box(frame))
    if frame.reach is not None and _cut(placed, window_box(frame)):
        return Plotted(rule, frame).curve
    if placed.family == "circle":
        return Circle(center, poser.constant(placed.a))
    return Ellipse(center, *(poser.constant(number) for number in (placed.a, placed.b, placed.tilt)))


def placed_section(section: Section, frame: Frame) -> Section:
    """Return a conic of data coordinates in sketch millimetres, where its axes may be others."""
    (across, up), (x, y) = frame.scales, frame.origin
    found = section_of(section.quadratic().scaled(across, up, x, y))
    assert isinstance(found, Section)
    return found


def _toward(placed: Section) -> bool:
    """Whether the last focus of a hyperbola lies along its tilt."""
    (x, y), focus = placed.center, placed.foci[-1]
    return (focus[0] - x) * math.cos(placed.tilt) + (focus[1] - y) * math.sin(placed.tilt) > 0


def _cut(placed: Section, box: tuple[float, float, float, float]) -> bool:
    (x, y), c, s = placed.center, math.cos(placed.tilt), math.sin(placed.tilt)
    w, h = math.hypot(placed.a * c, placed.b * s), math.hypot(placed.a * s, placed.b * c)
    room = 1e-6 * placed.a
    return x - w < box[0] - room or x + w > box[2] + room or y - h < box[1] - room or y + h > box[3] + room


def extent(section: Section, panel: Panel) -> tuple[tuple[float, float], ...]:
    """Return corners of what should be seen of a conic: all of a closed one, the foci and as much again of an open one."""
    (x, y), c, s = section.center, math.cos(section.tilt), math.sin(section.tilt)
    if section.family in ("circle", "ellipse"):
        w, h = math.hypot(section.a * c, section.b * s), math.hypot(section.a * s, section.b * c)
        return ((x - w, y - h), (x + w, y + h))
    if section.family == "parabola":
        ahead = max(3.2 * section.a, min(TALL, 16 * section.a), 1.25 * _deepest(section))
        back, wide = -1.3 * section.a, 2 * math.sqrt(section.a * ahead)
        return tuple(section.place(along, across) for along in (back, ahead) for across in (-wide, wide))
    ahead = max(2.2 * section.a, 1.3 * section.c)
    wide = section.b * math.sqrt((ahead / section.a) ** 2 - 1)
    return tuple(section.place(along, across) for along in (-ahead, ahead) for across in (-wide, wide))


def _deepest(section: Section) -> float:
    """Return how far inside a parabola it meets the axes, unless that is out of all proportion."""
    q, found = section.quadratic(), [0.0]
    for a, b, c, upright in ((q.a, q.d, q.f, False), (q.c, q.e, q.f, True)):
        square = b * b - 4 * a * c
        roots = (
            [-c / b]
            if not a and b
            else [(-b + s * math.sqrt(square)) / (2 * a) for s in (-1, 1)]
            if a and square >= 0
            else []
        )
        for root in roots:
            x, y = (0.0, root) if upright else (root, 0.0)
            dx, dy = x - section.center[0], y - section.center[1]
            found.append(dx * math.cos(section.tilt) + dy * math.sin(section.tilt))
    return max(depth for depth in found if depth <= 60 * section.a)


# Unknown data


def free_shape(entity: Entity, givens: Givens, poser: Poser) -> Shape[int]:
    """Pose a conic whose data are not all numbers."""
    family = givens.family or "ellipse"
    if family == "parabola":
        return _free_parabola(entity, poser)
    foci = [poser.point(value) for value in entity.values_of("foci")]
    shape = (
        _about_foci(entity, foci, family, poser) if len(foci) == 2 else _about_center(entity, family, poser)
    )
    _through(entity, shape, poser)
    return shape


def _about_center(entity: Entity, family: str, poser: Poser) -> Shape[int]:
    center = center_of(entity, poser)
    a, b = half_axis(entity, "a", "width", 28.0, poser), half_axis(entity, "b", "height", 17.0, poser)
    tilt = poser.constant(TURN) if entity.has("vertical") else tilt_of(entity.value("tilt"), poser)
    if family == "ellipse":
        return Ellipse(center, a, b, tilt)
    c = _root_of_squares("sum2", a, b, poser)
    return _hyperbola(center, a, c, tilt, poser)


def _about_foci(entity: Entity, foci: list[Point[int]], family: str, poser: Poser) -> Shape[int]:
    first, second = foci
    center = poser.defined_point("midpoint", *flat(first, second))
    tilt = poser.defined("direction", *flat(first, second), start=0.3)
    c = poser.defined(
        "scaled", poser.defined("distance", *flat(first, second), start=40.0), poser.constant(0.5)
    )
    stated = half_or_whole(entity, "a", "width", 28.0, poser)
    if stated is None and (total := entity.value("sum")) is not None:
        stated = poser.defined("scaled", poser.measure(total), poser.constant(0.5), start=28.0)
    a = (
        stated
        if stated is not None
        else poser.free(f"{entity.name}.a", 28.0 if family == "ellipse" else 12.0)
    )
    larger, smaller = (a, c) if family == "ellipse" else (c, a)
    poser.require("ahead", smaller, larger, poser.constant(1.0), sort=Sort.BOUND)
    if family == "hyperbola":
        return _hyperbola(center, a, c, tilt, poser)
    return Ellipse(center, a, _root_of_squares("difference", a, c, poser), tilt)


def _root_of_squares(kernel: str, a: int, c: int, poser: Poser) -> int:
    squares = (poser.defined("product", part, part, start=400.0) for part in (a, c))
    return poser.defined("sqrt", poser.defined(kernel, *squares, start=300.0), start=17.0)


def _hyperbola(center: Point[int], a: int, c: int, tilt: int, poser: Poser) -> Conic[int]:
    focus = poser.defined_point("polar", *flat(center), c, tilt, name="focus")
    e = poser.defined("quotient", c, a, start=1.5)
    half = poser.defined("difference", poser.defined("product", c, e, start=30.0), a, start=15.0)
    return Conic(focus, e, half, tilt)


def _free_parabola(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a parabola by focus and directrix, by vertex and focus, or by vertex, focal length and direction."""
    focus = poser.point(v) if (v := entity.value("focus")) is not None else None
    line = poser.line(v) if (v := entity.value("directrix")) is not None else None
    vertex = poser.point(v) if (v := entity.value("vertex")) is not None else None
    if line is not None:
        return _from_directrix(entity, line, focus, vertex, poser)
    if vertex is not None and focus is not None:
        tilt = poser.defined("direction", *flat(vertex, focus), start=0.3)
        focal = poser.defined("distance", *flat(vertex, focus), start=8.0)
    else:
        start = focus or vertex or poser.point_at(f"{entity.name}.vertex")
        tilt = tilt_of(entity.value("opens"), poser)
        focal = _focal(entity, poser)
        other = poser.defined_point("polar", *flat(start), focal, tilt)
        focus = focus or other
    shape = Conic(
        focus, poser.constant(1.0), poser.defined("scaled", focal, poser.constant(2.0), start=16.0), tilt
    )
    _through(entity, shape, poser)
    return shape


def _focal(entity: Entity, poser: Poser) -> int:
    stated = entity.value("p")
    if stated is not None:
        return poser.measure(stated)
    focal = poser.free(f"{entity.name}.p", 8.0, hinted=True)
    poser.require("positive", focal, poser.constant(1.0), sort=Sort.BOUND)
    return focal


def _from_directrix(
    entity: Entity, line: Line[int], focus: Point[int] | None, vertex: Point[int] | None, poser: Poser
) -> Shape[int]:
    if focus is None:
        foot = poser.defined_point("foot", *flat(vertex or poser.point_at("vertex", 9.0), line.a, line.b))
        focus = poser.defined_point("rotated", *flat(foot, vertex or foot), poser.constant(math.pi))
    foot = poser.defined_point("foot", *flat(focus, line.a, line.b))
    if entity.value("focus") is not None:
        poser.wish(
            "greater", poser.constant(ROOMY), poser.defined("distance", *flat(foot, focus), start=16.0)
        )
    shape = Conic(
        focus, poser.constant(1.0), poser.defined("distance", *flat(foot, focus), start=16.0),
        poser.defined("direction", *flat(foot, focus), start=0.3),
    )  # fmt: skip
    _through(entity, shape, poser)
    return shape


def _through(entity: Entity, shape: Shape[int], poser: Poser) -> None:
    from ...pose.incidence import lies_on

    for value in entity.values_of("through"):
        lies_on(poser.point(value), shape, poser)


# Parts of unknown conics


def free_part(shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return a focus, vertex, axis or directrix of a parabola or hyperbola that is still to be found."""
    if not isinstance(shape, Conic):
        return None
    if part in ("focus", "F", "focus2", "F2"):
        return shape.focus
    behind = poser.defined(
        "quotient", shape.half_width, poser.defined("sum2", shape.e, poser.constant(1.0)), start=8.0
    )
    if part in ("vertex", "vertex2", "center") and (part != "center" or poser.fixed(shape.e) == 1.0):
        return _along(shape, behind, -1.0, poser)
    if part == "directrix":
        foot = _along(shape, poser.defined("quotient", shape.half_width, shape.e, start=16.0), -1.0, poser)
        return Line(
            foot, poser.defined_point("rotated", *flat(shape.focus, foot), poser.constant(TURN)), "line"
        )
    if part == "axis":
        return Line(_along(shape, behind, -1.0, poser), shape.focus, "line")
    return None


def _along(shape: Conic[int], reach: int, sign: float, poser: Poser) -> Point[int]:
    step = poser.defined("scaled", reach, poser.constant(sign), start=-8.0)
    return poser.defined_point("polar", *flat(shape.focus), step, shape.tilt)
