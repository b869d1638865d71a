"""Polar coordinates: the grid of circles and rays with its angles, and points by distance and angle."""

from __future__ import annotations

import math
from fractions import Fraction

from ....dsl.scene import Stroke
from ....dsl.theme import WIDTH
from ...draw.paths import circle
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.frame import reached
from ...pose.poser import Poser
from ...shapes import XY, Line, Several, Shape, polar
from ...targets import Fixed
from ...values import Interval, Value
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.equations import number, numbers
from ..core.points import draw_point
from ..core.ticks import multiples, nice_step, numeral
from ..core.windows import window_of
from .givens import number_of

RAYS = 12
"""How many rays there are where nobody says: one every 30°."""
FAINT = Stroke(color="muted", width=WIDTH.net)
AXIS = 0.28
BEYOND = 5.0
GAP = 1.6
LEAST = 9.0
"""Millimetres between circles, at least."""


def reach_polar(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return the square around the outermost circle: as stated, else around everything else in the panel."""
    radius = _stated(entity) or _needed(panel)
    return ((-radius, -radius), (radius, radius))


def _stated(entity: Entity) -> float | None:
    value = entity.value("r")
    return numbers(value)[1] if isinstance(value, Interval) else number(value)


def _needed(panel: Panel) -> float:
    spots = [max(abs(x), abs(y)) for x, y in reached(panel) if math.isfinite(x) and math.isfinite(y)]
    most = max(spots, default=4.0) or 4.0
    step = nice_step(most / 6)
    return math.ceil(most / step - 1e-6) * step


def pose_polar(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a polar grid: the pole first, then the polar axis."""
    pole = poser.fixed_point(*poser.frame.place(0.0, 0.0))
    tip = poser.fixed_point(*poser.frame.place(window_of(poser.frame)[2], 0.0))
    return Several((pole, Line(pole, tip)))


def part_of_polar(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the pole or the polar axis."""
    names = {"pole": 0, "origin": 0, "center": 0, "axis": 1, "x": 1, "polar_axis": 1}
    return shape.shapes[names[part]] if isinstance(shape, Several) and part in names else None


def draw_polar(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw circles and rays faintly, the polar axis with its numbers, and the angles around."""
    frame = pen.solution.poser.frame
    radius, center = window_of(frame)[2], frame.place(0.0, 0.0)
    scale = frame.scales[0]
    step = number(entity.value("step")) or nice_step(LEAST / scale)
    rings = [r for r in multiples(step, 0.0, radius) if r > 0]
    for r in sorted({*rings, radius}):
        pen.path(circle(center, r * scale), role="grid", stroke=FAINT, z=-3)
    count = int(number(entity.value("rays")) or RAYS)
    for k in range(count):
        turn = Fraction(2 * k, count)
        end = polar(center, radius * scale, 180.0 * float(turn))
        pen.line([center, end], role="grid", stroke=FAINT, z=-3)
        _write_angle(turn, end, entity, pen)
    tip = (center[0] + radius * scale + BEYOND, center[1])
    pen.arrow([center, tip], role="axis", stroke=Stroke(color="ink", width=AXIS))
    if entity.has("no_ticks") or entity.style.bare:
        return
    for r in rings:
        at = (center[0] + r * scale, center[1])
        pen.label(numeral(r), Fixed((at[0] - 0.6, at[1] - 0.8), "top right"), role="tick", may_lead=False)


def _write_angle(turn: Fraction, end: XY, entity: Entity, pen: Pen) -> None:
    """Write an angle outside the outermost circle; the polar axis itself has none."""
    if entity.style.bare or turn == 0 or entity.has("no_angles"):
        return
    degrees = 180 * turn
    c, s = math.cos(math.radians(float(degrees))), math.sin(math.radians(float(degrees)))
    across = "left" if c > 0.3 else "right" if c < -0.3 else ""
    up = "bottom" if s > 0.3 else "top" if s < -0.3 else ""
    at = (end[0] + GAP * c, end[1] + GAP * s)
    text = f"{numeral(float(degrees))}°" if entity.has("degrees") else pi_text(turn)
    pen.label(text, Fixed(at, f"{up} {across}".strip()), role="tick", may_lead=False)


def pi_text(turn: Fraction) -> str:
    r"""Return a multiple of π as a formula.

    >>> pi_text(Fraction(2, 3)), pi_text(Fraction(1))
    ('$2\\pi/3$', '$\\pi$')
    """
    over = "" if turn.numerator == 1 else str(turn.numerator)
    under = "" if turn.denominator == 1 else f"/{turn.denominator}"
    return rf"${over}\pi{under}$"


# Points


def pose_polar_point(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a point by its distance from the pole and its angle; a negative distance goes the other way."""
    r, theta = number(entity.value("r")), angle_of(entity.value("angle"))
    if r is None or theta is None:
        return poser.point_at(entity.name)
    point = poser.fixed_point(*poser.frame.place(r * math.cos(theta), r * math.sin(theta)))
    poser.drawn(point)
    return point


def angle_of(value: Value | None) -> float | None:
    """Return an angle in radians, as which a number without a sign counts."""
    return number_of(value)


def reach_polar_point(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return where the point is."""
    r, theta = number(entity.value("r")), angle_of(entity.value("angle"))
    return ((r * math.cos(theta), r * math.sin(theta)),) if r is not None and theta is not None else ()


POLAR_AXES = Kind(
    name="polar_axes",
    doc="A polar grid: circles about the pole, rays with their angles, the polar axis. `degrees` writes degrees instead of multiples of π.",
    slots=(
        Slot("r", (Want.RANGE, Want.NUMBER), "how far it goes: `0..4`", ("range", "radius", "r_range", "R", "rmax")),
        Slot("step", Want.NUMBER, "from one circle to the next", ("ticks", "r_ticks", "r_step"), positional=False),
        Slot("rays", Want.NUMBER, "how many rays", ("sectors", "divisions"), positional=False, counts_to=72),
    ),
    aliases=("polar_grid", "polar_plane", "polar_coordinates", "polar_coordinate_system", "polar_system", "polar_graph"),
    traits=("axes",), flags=("degrees", "radians", "no_ticks", "no_angles", "grid"),
    parts=(PartOf("pole", "the pole", ("origin",)), PartOf("axis", "the polar axis", ("polar_axis", "x"))),
    pose=pose_polar, part=part_of_polar, draw=draw_polar, reach=reach_polar, frames=True, isometric=True, z=0,
    example="polar_axes ax(r = 0..3)\ncurve c(r = 3 cos(2θ))",
)  # fmt: skip
POLAR_POINT = Kind(
    name="polar_point", doc="A point by its distance from the pole and its angle: `polar_point P(2, 60°)`.",
    slots=(
        Slot("r", Want.NUMBER, "its distance from the pole", ("radius", "distance")),
        Slot("angle", (Want.MEASURE, Want.NUMBER), "its angle, `60°` or `pi/3`", ("theta", "θ", "phi"), dimension="angle"),
    ),
    aliases=("polar",), traits=("point",), flags=("open", "hollow"), pose=pose_polar_point, draw=draw_point, reach=reach_polar_point,
    names_itself=True, z=30, example="polar_axes ax(r = 0..3)\npolar_point P(2, 60°)",
)  # fmt: skip
KINDS = (POLAR_AXES, POLAR_POINT)
