"""Surfaces put together: the sheets of a figure, the curves on which they meet or end, and their contours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal, Protocol

import numpy as np

from .camera import Array, Camera
from .conics import Sphere
from .fields import Field, Quadric, plane_field, within
from .hiding import Flags
from .meeting import Surfaces, clipped, distinct, length
from .paths import Path
from .sheets import Sheet

Role = Literal["edge", "contour", "grid", "girdle"]
GRID = 7
"""Lines each way by which a surface that is no quadric is shown."""
LEAST_GRID = 3.0
"""Millimetres: a shorter line of that net is left out."""


class Seen(Protocol):
    """A piece of a surface: it hides, and tells where it is in front."""

    @property
    def clear(self) -> bool:
        """Whether it hides nothing."""
        ...

    @property
    def text(self) -> str:
        """Its equation, as far as that is printed by itself."""
        ...

    def hides(self, places: Array) -> Flags:
        """Return whether it stands between places and the viewer."""
        ...

    def meets(self, path: Path) -> list[float]:
        """Return the parameters of a path at which what it hides changes."""
        ...

    def front(self, place: Array) -> tuple[float, Array] | None:
        """Return how far towards the viewer its nearest part over a place is, with the slope there."""
        ...

    def off(self, place: Array) -> float:
        """Return how far a place is from it, infinity if its limits leave out what is nearest."""
        ...

    def normal_at(self, place: Array) -> Array:
        """Return a normal of it near a place, of any length."""
        ...


class Shown(Protocol):
    """What a thing of surfaces is drawn from."""

    @property
    def sheets(self) -> Sequence[Seen]:
        """Its pieces."""
        ...

    @property
    def lines(self) -> tuple[SheetLine, ...]:
        """All its lines."""
        ...

    @property
    def cuts(self) -> Sequence[Cut]:
        """What ends its pieces."""
        ...

    @property
    def ball(self) -> Sphere:
        """The ball about it."""
        ...

    @property
    def surfaces(self) -> Surfaces:
        """What meets its surfaces."""
        ...


@dataclass(frozen=True, eq=False)
class SheetLine:
    """A curve that is drawn, and the sheets on which it lies."""

    path: Path
    role: Role
    sheets: tuple[Seen, ...]


@dataclass(frozen=True, eq=False)
class Cut:
    """Where sheets end: the part of a field's surface on the inner side of some limits."""

    field: Field
    limits: tuple[Field, ...] = ()


@dataclass(frozen=True, eq=False)
class Figure:
    """Sheets that belong to one thing, and what ends them; their lines are found when they are asked for."""

    sheets: tuple[Sheet, ...]
    cuts: tuple[Cut, ...]
    ball: Sphere
    camera: Camera
    netted: bool = True

    @cached_property
    def surfaces(self) -> Surfaces:
        """What meets its surfaces."""
        return Surfaces(self.ball)

    @cached_property
    def lines(self) -> tuple[SheetLine, ...]:
        """All its lines: where its sheets meet or end, where the view grazes them, and nets on what is no quadric."""
        found = list(edges_between(self.sheets, self.surfaces))
        for sheet in self.sheets:
            found += rims(sheet, self.cuts, self.surfaces)
            found += contours(sheet, self.surfaces)
            found += net(sheet, self.surfaces) if self.netted else ()
        if not any(line.role == "edge" for line in found):
            found += (line for sheet in self.sheets for line in girdles(sheet, self.surfaces))
        owners = {id(line.path): line for line in found}
        return tuple(owners[id(path)] for path in distinct([line.path for line in found]))


def edges_between(sheets: Sequence[Sheet], surfaces: Surfaces) -> Iterator[SheetLine]:
    """Yield the curves on which sheets meet, as far as both reach."""
    found: list[tuple[Path, tuple[Sheet, ...]]] = []
    for one, other in combinations(sheets, 2):
        limits = (*one.limits, *other.limits)
        for path in surfaces.meeting(one.field, other.field):
            found += [(piece, (one, other)) for piece in clipped(path, limits)]
    owners = {id(path): own for path, own in found}
    for path in distinct([path for path, _ in found]):
        yield SheetLine(path, "edge", owners[id(path)])


def rims(sheet: Sheet, cuts: Sequence[Cut], surfaces: Surfaces) -> Iterator[SheetLine]:
    """Yield the curves at which cuts end a sheet."""
    found: list[Path] = []
    for cut in cuts:
        for path in surfaces.meeting(sheet.field, cut.field):
            found += clipped(path, (*sheet.limits, *cut.limits))
    for path in distinct(found):
        yield SheetLine(path, "edge", (sheet,))


def contours(sheet: Sheet, surfaces: Surfaces) -> Iterator[SheetLine]:
    """Yield where the view grazes a sheet."""
    for path in sheet.contour(surfaces):
        yield SheetLine(path, "contour", (sheet,))


def girdles(sheet: Sheet, surfaces: Surfaces) -> Iterator[SheetLine]:
    """Yield the level curve through the middle of a closed quadric, which alone shows that it is round."""
    if not isinstance(sheet.field, Quadric) or sheet.field.plane is not None:
        return
    square, linear = sheet.field.matrix[:3, :3], sheet.field.matrix[:3, 3]
    if np.linalg.matrix_rank(square, tol=1e-9 * float(np.abs(square).max())) < 3:
        return
    level = float(np.linalg.solve(square, -linear)[2])
    for path in surfaces.meeting(sheet.field, plane_field((0.0, 0.0, 1.0), -level)):
        for piece in clipped(path, sheet.limits):
            yield SheetLine(piece, "girdle", (sheet,))


def net(sheet: Sheet, surfaces: Surfaces) -> Iterator[SheetLine]:
    """Yield lines of constant x and constant y on a sheet that is no quadric, so that its shape is seen."""
    if isinstance(sheet.field, Quadric):
        return
    places = surfaces.mesh(sheet.field).places
    places = places[within(places, sheet.limits)]
    if len(places) < 8:
        return
    low, high = places.min(axis=0), places.max(axis=0)
    for axis in (0, 1):
        normal = np.eye(3)[axis]
        for at in np.linspace(low[axis], high[axis], GRID + 2)[1:-1]:
            for path in surfaces.meeting(sheet.field, plane_field(normal, -float(at))):
                for piece in clipped(path, sheet.limits):
                    if length(piece) > LEAST_GRID:
                        yield SheetLine(piece, "grid", (sheet,))


def seams(one: Sequence[Seen], other: Sequence[Seen], surfaces: Surfaces) -> Iterator[SheetLine]:
    """Yield the curves on which the sheets of two figures run through each other."""
    for a in one:
        for b in other:
            if not isinstance(a, Sheet) or not isinstance(b, Sheet):
                continue
            for path in surfaces.meeting(a.field, b.field):
                for piece in clipped(path, (*a.limits, *b.limits)):
                    yield SheetLine(piece, "edge", (a, b))


def ball_about(low: Sequence[float], high: Sequence[float]) -> Sphere:
    """Return the ball in which the curves of a box are looked for, a little larger than it."""
    middle = [(a + b) / 2 for a, b in zip(low, high)]
    radius = 0.5 * float(np.linalg.norm(np.subtract(high, low)))
    return Sphere((middle[0], middle[1], middle[2]), 1.25 * max(radius, 1.0))


def sheet_of(field: Field, limits: Sequence[Field], ball: Sphere, camera: Camera, text: str = "") -> Sheet:
    """Return the sheet of a field in a ball."""
    return Sheet(field, tuple(limits), camera, ball, text=text)
