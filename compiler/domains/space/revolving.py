"""Solids of revolution: a region of the xy-plane turned about a line, with what is summed up.

Seen with x to the right, y up and z to the viewer, a little from the right and from above, so that the region
keeps nearly its own shape. Source: Stewart, Calculus, sections 6.2 and 6.3.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from ....dsl.scene import Fill, Stroke
from ....dsl.theme import WIDTH
from ...draw.in_space import draw_path, hidden_stroke, outline_of_path
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...expression import Number, Operation
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import Nowhere, Patchwork, Shape
from ...space.camera import XYZ, Camera
from ...space.fields import Field, plane_field
from ...space.meeting import clipped, distinct
from ...space.patchworks import Figure, ball_about, sheet_of
from ...space.paths import Path, Round, Straight
from ...space.sheets import Sheet
from ...targets import ByPoint
from ...values import Word
from ...vocabulary import Kind, Slot, Want
from ..core.equations import Limit
from .building import limit_walls, scaled
from .codes import AXIS_THROUGH, NOWHERE
from .extents import corners
from .letters import VARIABLES
from .painting import cells, paint_once
from .readings import number_of, said_by
from .surfaces import BOUNDS, companion, missing, nowhere, scale_of
from .turning import Revolved, axis_of, radius_about, revolved, turned

BEYOND = 9.0
ROUND = 4.0
"""Half the height of the arrow that shows the turn, in millimetres."""
ACCENT = "blue"


def reach_revolution(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of the box around the solid."""
    found = revolved(entity)
    return corners(found.box) if found else ()


def pose_revolution(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a solid of revolution: nothing moves it."""
    said = said_by(entity)
    if not said.equations and not said.limits:
        return missing(entity, poser)
    found, camera = revolved(entity), poser.frame.camera
    if not math.isfinite(axis_of(entity).at):
        message = f"`{entity.name}` turns about a line that is neither level nor upright"
        poser.diagnostics.append(NOWHERE.found(message, entity.span, hints=['write `about = "x = 4"`']))
        return Nowhere()
    if found is None or camera is None:
        return nowhere(entity, poser)
    at = 1 if found.axis.level else 0
    low, high = found.span.box[0][at], found.span.box[1][at]
    if min(high - found.axis.at, found.axis.at - low) > 0.1 * (high - low):
        message = f"the axis {found.axis.text} runs through the region of `{entity.name}`"
        poser.diagnostics.append(
            AXIS_THROUGH.found(message, entity.span, hints=["bound the region on one side of it"])
        )
    return Patchwork(_figure(found, scale_of(poser), camera), camera)


def _figure(found: Revolved, scale: XYZ, camera: Camera) -> Figure:
    walls = []
    for limit, text in turned(found):
        own = limit_walls([limit], scale)
        walls += [replace(w, text=text, pieces=w.pieces if text else ()) for w in own]
    ball = ball_about(*scaled(found.box, scale))
    sheets = []
    for wall in walls:
        others = [field for other in walls if other is not wall for field in other.inside]
        sheets += [sheet_of(p.field, (*p.limits, *others), ball, camera, wall.text) for p in wall.pieces]
    return Figure(tuple(sheets), (), ball, camera, netted=False)


# Drawing


def draw_revolution(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the solid, the region that makes it, its slice, the axis and the sense of the turn."""
    paint_once(entity, pen)
    found = revolved(entity)
    if not isinstance(shape, Patchwork) or found is None:
        return
    scale = pen.solution.poser.frame.place_in_space((1.0, 1.0, 1.0))
    _draw_region(found, shape, scale, pen)
    _draw_slice(entity, found, shape, scale, pen)
    _draw_axis(found, scale, shape.camera, pen, bare=entity.style.bare)


def _cut(shape: Patchwork[float], field: Field, limits: Sequence[Field]) -> Iterator[Path]:
    """Yield the curves at which a surface cuts the walls of a solid."""
    found = []
    for sheet in shape.figure.sheets:
        if not isinstance(sheet, Sheet):
            continue
        for path in shape.figure.surfaces.meeting(sheet.field, field):
            found += clipped(path, (*sheet.limits, *limits))
    yield from distinct(found)


def _side(found: Revolved, scale: XYZ) -> Field:
    """Return the field that is positive on the region's side of the axis."""
    at = 1 if found.axis.level else 0
    normal = [0.0, 0.0, 0.0]
    normal[at] = found.side
    return plane_field(normal, -found.side * found.axis.at * scale[at])


def _draw_region(found: Revolved, shape: Patchwork[float], scale: XYZ, pen: Pen) -> None:
    """Draw the region as the solid's half section, over everything: it is what is turned."""
    paths = list(_cut(shape, plane_field((0.0, 0.0, 1.0), 0.0), [_side(found, scale)]))
    lines = [[s for run in flattened(outline_of_path(p, shape.camera)) for s in run] for p in paths]
    (ax, ay, _), (bx, by, _) = found.span.box
    ends = (
        [(ax, found.axis.at), (bx, found.axis.at)]
        if found.axis.level
        else [(found.axis.at, ay), (found.axis.at, by)]
    )
    drawn = [shape.camera.drawn((x * scale[0], y * scale[1], 0.0)) for x, y in ends]
    for outline, _ in cells([*lines, drawn]):
        pen.ink(outline, role="region", fill=Fill(color=ACCENT, opacity=0.18), z=2)
    for path in paths:
        pen.ink(outline_of_path(path, shape.camera), role="edge", stroke=pen.stroke(color=ACCENT), z=3)


def _draw_slice(entity: Entity, found: Revolved, shape: Patchwork[float], scale: XYZ, pen: Pen) -> None:
    """Draw the disc or washer square to the axis, or the shell about it, at a stated coordinate."""
    at = number_of(entity.value("at"))
    kind = entity.value("slice")
    if at is None and kind is None:
        return
    shell = isinstance(kind, Word) and kind.id == "shell"
    along = (0 if found.axis.level else 1) if not shell else (1 if found.axis.level else 0)
    low, high = found.span.box[0][along], found.span.box[1][along]
    at = low + 0.6 * (high - low) if at is None else at
    stroke = Stroke(color="red", width=WIDTH.line)
    for path in _cut(shape, _slicing(found, along, at, shell=shell, scale=scale), []):
        draw_path(pen, path, stroke=stroke, role="slice", exempt=())
    if shell:
        for sign in (1.0, -1.0):
            _draw_shell_side(found, at, sign, shape, scale, stroke, pen)


def _slicing(found: Revolved, along: int, at: float, *, shell: bool, scale: XYZ) -> Field:
    if not shell:
        normal = [0.0, 0.0, 0.0]
        normal[along] = 1.0
        return plane_field(normal, -at * scale[along])
    radius = Operation("-", radius_about(found.axis), Number(f"{at}", abs(at - found.axis.at)))
    return limit_walls([Limit(Number("0", 0.0), radius)], scale)[0].pieces[0].field


def _draw_shell_side(
    found: Revolved, at: float, sign: float, shape: Patchwork[float], scale: XYZ, stroke: Stroke, pen: Pen
) -> None:
    """Draw a side of the shell: where the view grazes the cylinder, between the walls."""
    axis = found.axis
    way = np.array([1.0, 0.0, 0.0] if axis.level else [0.0, 1.0, 0.0])
    graze = np.cross(way, np.array(shape.camera.toward))
    graze = sign * abs(at - axis.at) * scale[0] * graze / np.linalg.norm(graze)
    k = axis.at * (scale[1] if axis.level else scale[0])
    middle = np.array([0.0, k, 0.0] if axis.level else [k, 0.0, 0.0]) + graze
    ball = shape.figure.ball
    line = ball.chord(middle, way)
    limits = _all_inside(found, scale)
    for piece in clipped(line, limits) if line else ():
        draw_path(pen, piece, stroke=stroke, role="slice")


def _all_inside(found: Revolved, scale: XYZ) -> list[Field]:
    limits = [limit for limit, _ in turned(found)]
    return [field for wall in limit_walls(limits, scale) for field in wall.inside]


def _draw_axis(found: Revolved, scale: XYZ, camera: Camera, pen: Pen, *, bare: bool) -> None:
    """Draw the axis of the turn, dashed unless it is a coordinate axis, with an arrow about its far end."""
    low, high = scaled(found.box, scale)
    along, across = (0, 1) if found.axis.level else (1, 0)
    k = found.axis.at * scale[across]
    ends = []
    for value in (low[along] - BEYOND, high[along] + BEYOND):
        place = [0.0, 0.0, 0.0]
        place[along], place[across] = value, k
        ends.append((place[0], place[1], place[2]))
    if found.axis.at:
        draw_path(pen, Straight(ends[0], ends[1]), stroke=hidden_stroke(pen.stroke()), role="axis")
        tip = camera.drawn(ends[1])
        pen.label(
            f"${found.axis.text}$",
            ByPoint(tip, gap=1.0, toward=0.0 if found.axis.level else 90.0),
            role="axis-name",
        )
    if not bare:
        _draw_turn(ends[0] if found.axis.level else ends[1], along, camera, pen)


def _draw_turn(center: XYZ, along: int, camera: Camera, pen: Pen) -> None:
    """Draw the curved arrow about the axis."""
    e = (0.0, ROUND, 0.0) if along == 0 else (ROUND, 0.0, 0.0)
    path = Round(center, e, (0.0, 0.0, ROUND), -0.9, math.pi + 1.0)
    line = [spot for run in flattened(outline_of_path(path, camera)) for spot in run]
    pen.arrow(line, role="rotation", stroke=Stroke(width=WIDTH.mark))


REVOLUTION = Kind(
    name="revolution",
    doc="The solid that a region of the xy-plane makes, turned about a line: `about = x`, `about = y`, `about = \"x = 4\"`. "
    "The region is given by bounds or by the curves that enclose it; `slice = disk`, `washer` or `shell` shows what is summed.",
    slots=(
        BOUNDS,
        Slot("about", (Want.WORD, Want.TEXT), "the line about which it turns", ("axis", "around"), choices=("x", "y", "x_axis", "y_axis"), positional=False),
        Slot("slice", Want.WORD, "what is summed", ("method",), choices=("disk", "disc", "washer", "shell"), positional=False),
        Slot("at", Want.NUMBER, "the coordinate of the slice", positional=False),
    ),
    aliases=("solid_of_revolution", "revolved", "revolved_solid", "surface_of_revolution"), traits=("solid",),
    flags=("transparent", "wireframe"), variables=VARIABLES, space="upright", reach_in_space=reach_revolution,
    pose=pose_revolution, draw=draw_revolution, companion=companion, z=6,
    example="revolution V(0 <= x <= 2, 0 <= y <= 1 + x^2, about = x)",
)  # fmt: skip

KINDS = (REVOLUTION,)
