"""How surfaces are drawn: curves solid where they are seen and dashed where not, faces in light tints.

What is seen is a map: the visible curves divide the picture into cells, and in each cell one sheet is in
front. So every cell is tinted once, by the slope of its sheet, exactly up to the curves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ....dsl.scene import Fill, Stroke
from ....dsl.theme import WIDTH
from ...draw.in_space import hidden_stroke, outline_of_path
from ...draw.paths import Outline, flattened, polyline
from ...draw.pen import Pen
from ...model import Entity
from ...shapes import XY, Patchwork
from ...space.camera import Array, Camera
from ...space.hiding import split
from ...space.patchworks import Seen, SheetLine, seams

LIGHT = np.array([0.35, -0.45, 0.82])
"""Where light comes from: above, from the left and the viewer's side."""
TINTS = (0.22, 0.62)
"""Opacities of the lightest and the darkest face: printed, both stay lighter than any line."""
COLOR = "faint"
SNAP = 1e-4
NEAR = 0.12
"""Millimetres: a piece that ends so near to another line ends on it, which is drawn as chords."""
THIN = WIDTH.mark
SLIVER = 0.02
NET = Stroke(color="muted", width=WIDTH.net)


@dataclass(frozen=True, eq=False)
class Drawn:
    """A visible piece of a line, as it is drawn."""

    entity: Entity
    line: SheetLine
    spots: tuple[XY, ...]


def figures_of(pen: Pen) -> list[tuple[Entity, Patchwork[float]]]:
    """Return the things of a panel that consist of surfaces."""
    found = ((e, pen.shape_of(e.name)) for e in pen.solution.panel.entities.values() if not e.style.hidden)
    return [(entity, shape) for entity, shape in found if isinstance(shape, Patchwork)]


def paint_once(entity: Entity, pen: Pen) -> None:
    """Draw all surfaces of the panel when the first of them is drawn: what is in front decides cell by cell."""
    from .labelling import write_all

    figures = figures_of(pen)
    if figures and figures[0][0] is entity:
        # Equations may be beyond all numbers somewhere; what is not finite is not drawn.
        with np.errstate(all="ignore"):
            write_all(pen, paint(pen))


def paint(pen: Pen) -> list[Drawn]:
    """Draw all surfaces of a panel at once; return the visible pieces of their lines."""
    figures = figures_of(pen)
    drawn: list[Drawn] = []
    for entity, shape in figures:
        with pen.about(entity):
            for line in shape.figure.lines:
                drawn += _draw_line(entity, line, pen)
    for at, (entity, shape) in enumerate(figures):
        for _, other in figures[:at]:
            with pen.about(entity):
                for line in seams(shape.figure.sheets, other.figure.sheets, shape.figure.surfaces):
                    drawn += _draw_line(entity, line, pen)
    _tint(figures, drawn, pen)
    return drawn


def _draw_line(entity: Entity, line: SheetLine, pen: Pen) -> Iterator[Drawn]:
    camera = pen.solution.poser.frame.camera
    assert camera is not None
    grid = line.role == "grid"
    stroke = NET if grid else pen.stroke(width=THIN) if line.role == "girdle" else pen.stroke()
    for piece in split(line.path, pen.solution.occluders):
        if grid and not piece.visible:
            continue
        outline = outline_of_path(piece.path, camera)
        role = "grid" if grid else "edge"
        pen.ink(
            outline,
            role=role,
            stroke=stroke if piece.visible else hidden_stroke(stroke),
            z=0 if piece.visible else -2,
        )
        if piece.visible and not grid:
            yield Drawn(entity, line, tuple(spot for run in flattened(outline) for spot in run))


# Tints


def _tint(figures: Sequence[tuple[Entity, Patchwork[float]]], drawn: Sequence[Drawn], pen: Pen) -> None:
    """Tint the cells between visible lines, each as the sheet in front asks."""
    camera = pen.solution.poser.frame.camera
    assert camera is not None
    back = _backwards(camera)
    for outline, spot in cells([d.spots for d in drawn]):
        found = _in_front(figures, back, spot)
        if found is None:
            continue
        entity, slope = found
        if entity.style.fill == "none" or entity.has("wireframe"):
            continue
        with pen.about(entity):
            fill = Fill(color=_color(entity), opacity=_opacity(slope, entity))
            pen.ink(outline, role="fill", fill=fill, z=-4)


def _color(entity: Entity) -> str:
    own = entity.style.fill or entity.style.color
    return COLOR if own in ("", "shade") else own


def _opacity(slope: Array, entity: Entity) -> float:
    """Return how strongly a face is tinted: the more, the less light it has; colours are stronger than grey."""
    if entity.style.opacity is not None:
        return entity.style.opacity
    size = float(np.linalg.norm(slope)) or 1.0
    lit = abs(float(slope @ LIGHT)) / size / float(np.linalg.norm(LIGHT))
    share = TINTS[1] + (TINTS[0] - TINTS[1]) * lit
    return round(share * (1.35 if _color(entity) == COLOR else 0.5), 3)


def _backwards(camera: Camera) -> Array:
    """Return the matrix from (across, up, depth) of the picture to places in space."""
    return np.linalg.inv(np.array([camera.right, camera.up, camera.toward]))


def _in_front(
    figures: Sequence[tuple[Entity, Patchwork[float]]], back: Array, spot: XY
) -> tuple[Entity, Array] | None:
    """Return which thing is in front at a spot of the picture, and the slope of its sheet there."""
    best: tuple[float, Entity, Array] | None = None
    for entity, shape in figures:
        ball = shape.figure.ball
        behind = float(np.array(shape.camera.toward) @ np.array(ball.center)) - ball.radius
        place = back @ np.array([*spot, behind])
        for sheet in shape.figure.sheets:
            found = None if sheet.clear else sheet.front(place)
            if found is not None and (best is None or behind + found[0] > best[0]):
                best = (behind + found[0], entity, found[1])
    return (best[1], best[2]) if best is not None else None


def cells(lines: Sequence[Sequence[XY]]) -> Iterator[tuple[Outline, XY]]:
    """Yield the cells into which lines divide the picture, each with a place in it."""
    from shapely import polygonize, union_all
    from shapely.geometry import LineString

    known = [line for line in lines if len(line) > 1]
    if not known:
        return
    noded = union_all([LineString(line) for line in _tied(known)], grid_size=SNAP)
    for cell in polygonize([noded]).geoms:
        if cell.area < SLIVER:
            continue
        spot = cell.representative_point()
        rings = [cell.exterior, *cell.interiors]
        outlines = [polyline([(float(x), float(y)) for x, y in r.coords[:-1]], closed=True) for r in rings]
        yield sum(outlines[1:], outlines[0]), (float(spot.x), float(spot.y))


def _tied(lines: Sequence[Sequence[XY]]) -> list[list[XY]]:
    """Return lines with the ends of others put in where these end on them."""
    ends = [(at, end) for at, line in enumerate(lines) for end in (line[0], line[-1])]
    tied: list[list[XY]] = []
    for at, line in enumerate(lines):
        others = np.array([end for own, end in ends if own != at]).reshape(-1, 2)
        tied.append(_with_ends(np.array(line), others))
    return tied


def _with_ends(line: Array, ends: Array) -> list[XY]:
    """Return a line through those of some places that it passes closely."""
    a, way = line[:-1], np.diff(line, axis=0)
    size = np.maximum((way**2).sum(axis=1), 1e-30)
    share = np.clip(((ends[:, None] - a) * way).sum(axis=2) / size, 0.0, 1.0)
    off = np.linalg.norm(a + share[..., None] * way - ends[:, None], axis=2)
    places = [(float(k), (float(x), float(y))) for k, (x, y) in enumerate(line)]
    for row in np.flatnonzero(off.min(axis=1) < NEAR) if len(ends) else ():
        at = int(off[row].argmin())
        places.append(
            (at + min(max(float(share[row, at]), 1e-9), 1 - 1e-9), (float(ends[row, 0]), float(ends[row, 1])))
        )
    return [spot for _, spot in sorted(places, key=lambda place: place[0])]


def pieces_of(sheet: Seen, drawn: Sequence[Drawn]) -> list[Drawn]:
    """Return the visible pieces of the lines of a sheet."""
    return [d for d in drawn if any(own is sheet for own in d.line.sheets)]
