"""The frame of a panel: how many sketch millimetres a unit of length is, and when not to be to scale.

All stated lengths and coordinates of a panel are gathered first; the largest decides the scale. Lengths
that differ by more than `SCHEMATIC_RATIO` cannot all be seen at one scale: they are drawn in order only.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeGuard

from ..model import Entity, Panel, Relation
from ..space.camera import XYZ, Camera
from ..values import (
    Coordinates,
    Formula,
    Listed,
    Measure,
    Standing,
    Value,
    inside,
)
from ..vocabulary import Kind, Slot, Verb, Want
from .dimensions import dimension_of
from .lettered import lettered
from .sketched import unit_of_coordinates
from .view import cameras_of, drawn_size, reach_in_space

TARGET = 64.0
"""The size in sketch millimetres of the largest length of a panel."""
SPREAD_OF_AREA = 1.8
"""How far a figure of area 1 reaches across, about: a triangle as textbooks draw it."""
TARGET_BOX = (84.0, 66.0)
"""Room for a panel with coordinates: width and height in sketch millimetres."""
SCHEMATIC_RATIO = 12.0
"""Source: vocabulary study, 28 of 108 problems exceed 30:1; 12:1 is where small features stop being legible."""
FARTHEST = 1e12
"""Coordinates beyond are no places of a drawing."""
Reach: TypeAlias = tuple[float, float, float, float]
"""Data extent: left, bottom, right, top."""
FREE_ASPECT = 3.0
"""Coordinates whose spans differ by more are drawn with different scales on the axes."""
SPACE_ASPECT = 1.9
"""Height over width from which a picture of equations in space would be a needle at one scale."""
FLATTEST = 0.22
"""Height over width under which it would be a sheet."""
LENGTH = Slot("", Want.MEASURE, "a stated length", dimension="length")


@dataclass(frozen=True)
class Frame:
    """From the author's units to sketch millimetres."""

    per_unit: float = 1.0
    """Sketch millimetres for one unit of length, before `stretch`."""
    stretch: float = 1.0
    """Vertical scale over horizontal scale; 1 when the axes are equal."""
    origin: tuple[float, float] = (0.0, 0.0)
    """Data coordinates of the sketch's origin."""
    bare: float = 1.0
    """What a bare number is worth in the panel's base unit (SI once any length has a unit)."""
    unit: str = ""
    """The author's unit of length, which `bare` is the worth of; nothing where lengths are bare numbers."""
    schematic: bool = False
    loose: bool = False
    """Whether the author says that the picture is not to scale: stated angles hold roughly, too."""
    lengths: tuple[float, ...] = ()
    """The stated lengths in the base unit, distinct, ascending; used when schematic."""
    reach: Reach | None = None
    """Data extent (left, bottom, right, top), when the panel has coordinates."""
    space_stretch: XYZ = (1.0, 1.0, 1.0)
    """The scales along the axes of space, over the scale of lengths; all 1 unless their ranges differ widely."""
    camera: Camera | None = None
    """How a panel in space is seen; nothing for one in the plane."""
    middle: XYZ = (0.0, 0.0, 0.0)
    """Where places in space stand of which nothing is said (space millimetres), within `spread` of it."""
    spread: float = 24.0

    def place_in_space(self, place: XYZ) -> XYZ:
        """Return space millimetres of data coordinates."""
        x, y, z = (c * self.per_unit * self.bare * s for c, s in zip(place, self.space_stretch))
        return (x, y, z)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return sketch millimetres of data coordinates.

        >>> Frame(per_unit=10, origin=(1, 0)).place(2, 3)
        (10.0, 30.0)
        """
        scale = self.per_unit * self.bare
        return ((x - self.origin[0]) * scale, (y - self.origin[1]) * scale * self.stretch)

    @property
    def scales(self) -> tuple[float, float]:
        """Sketch millimetres for one data unit across and up."""
        across = self.per_unit * self.bare
        return (across, across * self.stretch)

    def data(self, x: float, y: float) -> tuple[float, float]:
        """Return data coordinates of sketch millimetres: the inverse of `place`."""
        scale = self.per_unit * self.bare
        return (x / scale + self.origin[0], y / (scale * self.stretch) + self.origin[1])


def scaled(frame: Frame, factor: float) -> Frame:
    """Return a frame in which everything stated is drawn smaller by a factor."""
    return replace(frame, per_unit=frame.per_unit * factor)


def frame_of(panel: Panel, camera: Camera | None = None) -> Frame:
    """Return the frame in which a panel is drawn; one in space may be given another camera than the usual one."""
    units = [
        m.unit for m, s in _measures(panel) if m.unit and m.unit.dimension.name == s.dimension == "length"
    ]
    first = next((m.unit.factor for m, s in _measures(panel) if m.unit and s.dimension == "length"), 1.0)
    bare = unit_of_coordinates(panel) or first
    unit = units[0].text if units and units[0].factor == bare else ""
    return replace(_frame(panel, camera, bare), unit=unit)


def _frame(panel: Panel, camera: Camera | None, bare: float) -> Frame:
    """Return the frame of a panel in which a bare number is worth so much."""
    sizes = [(v, s.spans) for m, s in _measures(panel) if s.dimension == "length" and (v := _size(m, bare))]
    lengths = sorted({v for v, _ in sizes})
    cameras = cameras_of(panel)
    if cameras:
        return _in_space(panel, camera or cameras[0], bare, sizes)
    reach = _reach(panel)
    if reach is not None:
        frame = _with_coordinates(reach, bare, [] if _framing(panel) else lengths, _free_aspect(panel))
        return replace(frame, lengths=tuple(lengths))
    loose = any(relation.verb.loosens for relation in panel.relations)
    schematic = bool(lengths) and (loose or lengths[-1] / lengths[0] > SCHEMATIC_RATIO)
    per_unit = TARGET / max(v * spans for v, spans in sizes) if sizes else _by_areas(panel, bare)
    return Frame(per_unit, bare=bare, schematic=schematic, loose=loose, lengths=tuple(lengths))


def _by_areas(panel: Panel, bare: float) -> float:
    """Return the scale of a figure of which only areas are stated: the largest is seen, 1 where there is none."""
    areas = [v for m, s in _measures(panel) if s.dimension == "area" and (v := _number(m))]
    return TARGET / (SPREAD_OF_AREA * math.sqrt(max(areas)) * bare) if areas else 1.0


def _in_space(panel: Panel, camera: Camera, bare: float, sizes: list[tuple[float, float]]) -> Frame:
    """Return the frame of a panel in space: all that is stated has room, at one scale in all directions."""
    lengths = tuple(sorted({v for v, _ in sizes}))
    scales = [TARGET / max(v * spans for v, spans in sizes)] if sizes else []
    box = reach_in_space(panel)
    stretch = _stretch_in_space(panel, box) if box is not None and not sizes else (1.0, 1.0, 1.0)
    if box is not None:
        low, high = (tuple(c * s for c, s in zip(corner, stretch)) for corner in box)
        shown = ((low[0], low[1], low[2]), (high[0], high[1], high[2]))
        width, height = drawn_size(shown, camera)
        scales += [room / size / bare for room, size in zip(TARGET_BOX, (width, height)) if size > 0]
    loose = any(relation.verb.loosens for relation in panel.relations)
    ratio = lengths[-1] / lengths[0] if lengths else 1.0
    schematic = bool(lengths) and (loose or (ratio > SCHEMATIC_RATIO and box is None))
    per_unit = min(scales, default=1.0)
    frame = Frame(
        per_unit,
        bare=bare,
        schematic=schematic,
        loose=loose,
        lengths=lengths,
        camera=camera,
        space_stretch=stretch,
    )
    if box is None or box[0] == box[1]:
        return frame
    low, high = (frame.place_in_space(corner) for corner in box)
    x, y, z = ((a + b) / 2 for a, b in zip(low, high))
    return replace(frame, middle=(x, y, z), spread=0.4 * max(b - a for a, b in zip(low, high)))


def _stretch_in_space(panel: Panel, box: tuple[XYZ, XYZ]) -> XYZ:
    """Return the scales of the axes of space: one for all, unless a picture of equations would be a needle or a sheet.

    x and y keep one scale as long as their ranges compare, so that circles about the z axis stay circles.
    """
    things = [entity for entity in panel.entities.values() if entity.kind.space]
    verbs = [relation.verb for relation in panel.relations]
    said = any(verb.measure or (verb.hold and not verb.renames) for verb in verbs)
    framed = all(
        e.kind.space in ("axes", "upright") or (e.kind.companion and e.kind.companion(e)) for e in things
    )
    spans = [high - low for low, high in zip(*box)]
    if not framed or said or panel.comparisons or any(e.has("equal") for e in things) or min(spans) <= 0:
        return (1.0, 1.0, 1.0)
    x, y, z = spans
    across = (1.0, 1.0) if 1 / FREE_ASPECT <= x / y <= FREE_ASPECT else (1.0, x / y)
    wide = max(x * across[0], y * across[1])
    slim = min(max(z / wide, FLATTEST), SPACE_ASPECT) * wide / z
    return (*across, slim)


def _free_aspect(panel: Panel) -> float:
    """Return how long and thin a panel may be before its axes have different scales.

    Where no axes are drawn nobody would see the difference, so that a figure keeps its shape; `equal` axes always do.
    """
    framing = [entity for entity in panel.entities.values() if entity.kind.frames]
    if any(entity.has("equal") for entity in framing):
        return FARTHEST
    if any(entity.kind.isometric and not entity.style.hidden for entity in panel.entities.values()):
        return SCHEMATIC_RATIO
    return FREE_ASPECT if framing else SCHEMATIC_RATIO


def _with_coordinates(reach: Reach, bare: float, lengths: list[float], free_aspect: float) -> Frame:
    left, bottom, right, top = reach
    # Without extent (a single point) any scale serves.
    width = max(right - left, lengths[-1] / bare if lengths else 0.0) or 1.0
    height = max(top - bottom, lengths[-1] / bare if lengths else 0.0) or width
    equal = 1 / free_aspect <= width / height <= free_aspect
    across, up = TARGET_BOX[0] / width, TARGET_BOX[1] / height
    if equal or (width == right - left and height == top - bottom and (top == bottom or right == left)):
        across = up = min(across, up)
    center = ((left + right) / 2, (bottom + top) / 2)
    return Frame(across / bare, up / across, center, bare, reach=reach)


def _framing(panel: Panel) -> list[Entity]:
    """Return the things whose reach alone decides a panel's frame, whatever lengths are stated in it."""
    return [e for e in panel.entities.values() if e.kind.frames and e.kind.reach]


def _reach(panel: Panel) -> Reach | None:
    """Return the extent of a panel: what its axes say, else that of all coordinates and kinds."""
    framing = _framing(panel)
    if not framing:
        return extent_of(reached(panel))
    return extent_of([spot for e in framing if e.kind.reach for spot in e.kind.reach(e, panel)])


def reached(panel: Panel) -> list[tuple[float, float]]:
    """Return every stated pair of coordinates, and how far kinds reach that do not frame the panel themselves.

    A coordinate that is nan says nothing: the line `x = 3` reaches (3, nan).
    """
    spots: list[tuple[float, float]] = []
    for entity in panel.entities.values():
        if entity.kind.reach and not entity.kind.frames:
            spots.extend(entity.kind.reach(entity, panel))
    for value in _values(panel):
        if isinstance(value, Coordinates) and len(value.items) == 2:
            pair = [item.expression.value() for item in value.items if not item.bindings]
            if len(pair) == 2 and all(v == v and abs(v) < FARTHEST for v in pair):
                spots.append((pair[0], pair[1]))
    return spots


def extent_of(spots: Sequence[tuple[float, float]]) -> Reach | None:
    """Return the box around data coordinates, leaving out what is nan.

    >>> extent_of([(3.0, float("nan")), (0.0, 1.0), (1.0, 2.0)])
    (0.0, 1.0, 3.0, 2.0)
    """
    xs, ys = [x for x, _ in spots if x == x], [y for _, y in spots if y == y]
    if not xs and not ys:
        return None
    xs, ys = xs or [-1.0, 1.0], ys or [-1.0, 1.0]
    return (min(xs), min(ys), max(xs), max(ys))


def _said(panel: Panel) -> Iterator[Entity | Relation]:
    yield from panel.entities.values()
    yield from panel.relations


def _measures(panel: Panel) -> Iterator[tuple[Measure, Slot]]:
    """Yield the measures of a panel, in the order of writing, with the slots that hold them."""
    for said in sorted(_said(panel), key=lambda s: s.span.start):
        word: Kind | Verb = said.kind if isinstance(said, Entity) else said.verb
        for name, given in said.values.items():
            slot = word.slot(name)
            if slot is not None:
                items = given.value.items if isinstance(given.value, Listed) else (given.value,)
                yield from ((item, slot) for item in items if isinstance(item, Measure))
        claimed = said.verb.claim(said, panel) if isinstance(said, Relation) and said.verb.claim else None
        if claimed is not None:
            yield claimed, LENGTH
        if isinstance(said, Entity):
            whole = said.kind.whole(said) if said.kind.whole else None
            if whole is not None:
                yield whole, LENGTH
            for points, value in lettered(said):
                yield value, Slot("", (), "", dimension="length" if len(points) == 2 else "angle")
    for comparison in panel.comparisons:
        wanted = next((d for t in comparison.terms if (d := dimension_of(t))), "length")
        for term in comparison.terms:
            for inner in inside(term):
                if isinstance(inner, Measure):
                    yield inner, Slot("", (), "", dimension=wanted)
        if comparison.ops == ("==",) and wanted in ("length", "area"):
            # A bare number that a length equals is one: `distance(A, B) == 5`.
            slot = Slot("", (), "", dimension=wanted)
            yield from ((Measure("", term), slot) for term in comparison.terms if _is_constant(term))


def _is_constant(term: Value) -> TypeGuard[Formula]:
    return isinstance(term, Formula) and not term.bindings and not term.expression.letters


def _values(panel: Panel) -> Iterator[Value]:
    for said in _said(panel):
        for given in said.values.values():
            yield from inside(given.value)
    for comparison in panel.comparisons:
        for term in comparison.terms:
            yield from inside(term)


def _number(measure: Measure) -> float | None:
    """Return a bare number, if it is a positive one."""
    if measure.unit is not None or measure.formula is None or measure.formula.bindings:
        return None
    number = measure.formula.expression.value()
    return number if 0 < number < 1e30 else None


def _size(measure: Measure, bare: float) -> float | None:
    """Return a stated length in the base unit, if it is a positive number."""
    if measure.formula is None or measure.formula.bindings or measure.standing is Standing.CLAIMED:
        return None
    number = measure.formula.expression.value()
    if not 0 < number < 1e30:
        return None
    if measure.unit is None:
        return number * bare
    return measure.unit.to_si(number) if measure.unit.dimension.name == "length" else None
