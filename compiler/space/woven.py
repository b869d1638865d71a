"""Surfaces by two parameters: a net of triangles hides, and contours are followed in the plane of the parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .camera import Array, Camera
from .conics import Sphere
from .curved import Given, changes
from .hiding import Flags
from .meeting import Surfaces
from .meshes import Ints, Mesh, lines_on, thinned
from .patchworks import SheetLine, ball_about
from .paths import Path

Weave = Callable[[Array, Array], Array]
"""Places `(n, 3)` in space millimetres at parameters u and v `(n,)`."""
NET = 44
"""Steps of the net of triangles along each parameter."""
OWN = 1.2
"""Millimetres in depth within which a triangle is the surface's own at a place, which it does not hide."""
CELLS = 36
SHOWN = 7
"""Lines of either parameter that show how a surface bends."""
LOOKS, SHARP = 81, 14
STEP = 1e-5
"""Share of a parameter's range over which slopes are taken."""


@dataclass(frozen=True, eq=False)
class Woven:
    """A surface `r(u, v)` over ranges of its parameters, opaque."""

    weave: Weave
    low: tuple[float, float]
    high: tuple[float, float]
    camera: Camera
    clear: bool = False
    text: str = ""

    @cached_property
    def span(self) -> tuple[float, float]:
        """How far each parameter runs."""
        return (self.high[0] - self.low[0], self.high[1] - self.low[1])

    def normal(self, u: Array, v: Array) -> Array:
        """Return the normals at parameters, of any length."""
        du, dv = (STEP * s for s in self.span)
        along_u = self.weave(u + du, v) - self.weave(u - du, v)
        along_v = self.weave(u, v + dv) - self.weave(u, v - dv)
        return np.asarray(np.cross(along_u / (2 * du), along_v / (2 * dv)))

    @cached_property
    def net(self) -> Mesh:
        """The plane of the parameters as triangles, its third coordinate zero."""
        u, v = (np.linspace(a, b, NET + 1) for a, b in zip(self.low, self.high))
        grid = np.stack(np.meshgrid(u, v, indexing="ij"), axis=-1).reshape(-1, 2)
        first = (np.arange(NET)[:, None] * (NET + 1) + np.arange(NET)[None, :]).reshape(-1)
        right, up, far = first + NET + 1, first + 1, first + NET + 2
        triangles = np.concatenate(
            [np.stack([first, right, far], axis=-1), np.stack([first, far, up], axis=-1)]
        )
        return Mesh(np.column_stack([grid, np.zeros(len(grid))]), triangles)

    @cached_property
    def _facets(self) -> tuple[Array, Array, Array]:
        """The corners of the triangles as they are seen `(n, 3, 2)`, their depths `(n, 3)`, their normals `(n, 3)`."""
        places = self.weave(*self.net.places[:, :2].T)[self.net.triangles]
        places = places[np.isfinite(places).all(axis=(1, 2))]
        flat = places.reshape(-1, 3)
        normals = np.cross(places[:, 1] - places[:, 0], places[:, 2] - places[:, 0])
        return self.camera.seen(flat).reshape(-1, 3, 2), self.camera.depth(flat).reshape(-1, 3), normals

    @cached_property
    def _buckets(self) -> tuple[Array, Array, dict[tuple[int, int], Ints]]:
        """The triangles that may cover each cell of the picture."""
        corners = self._facets[0]
        low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
        step = np.maximum((high - low) / CELLS, 1e-9)
        first = ((corners.min(axis=1) - low) / step).astype(int)
        last = ((corners.max(axis=1) - low) / step).astype(int)
        cells: dict[tuple[int, int], list[int]] = {}
        for at, ((i, j), (k, m)) in enumerate(zip(first.tolist(), last.tolist())):
            for x in range(i, k + 1):
                for y in range(j, m + 1):
                    cells.setdefault((x, y), []).append(at)
        return low, step, {cell: np.array(held) for cell, held in cells.items()}

    def _over(self, spot: Array) -> tuple[Array, Ints]:
        """Return the depths at which triangles cover a spot of the picture, and which they are."""
        low, step, cells = self._buckets
        if not np.isfinite(spot).all():
            return np.zeros(0), np.zeros(0, dtype=int)
        x, y = ((spot - low) / step).astype(int).tolist()
        held = cells.get((x, y))
        if held is None:
            return np.zeros(0), np.zeros(0, dtype=int)
        (a, b, c), depths = (self._facets[0][held, k] for k in range(3)), self._facets[1][held]
        whole = _area(a, b, c)
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = (
                np.stack([_area(spot, b, c), _area(a, spot, c), _area(a, b, spot)], axis=-1) / whole[:, None]
            )
        good = (shares > -1e-9).all(axis=1)
        return (shares[good] * depths[good]).sum(axis=1), held[good]

    def hides(self, places: Array) -> Flags:
        """Return whether a triangle stands between places and the viewer."""
        hidden = np.zeros(len(places), dtype=bool)
        if self.clear:
            return hidden
        for at, (spot, depth) in enumerate(zip(self.camera.seen(places), self.camera.depth(places))):
            over, _ = self._over(spot)
            hidden[at] = bool((over > depth + OWN).any())
        return hidden

    def meets(self, path: Path) -> list[float]:
        """Return the parameters of a path at which what the surface hides changes."""
        return [] if self.clear else changes(path, self.hides, LOOKS, SHARP)

    def nearest(self, place: Array) -> Array:
        """Return the parameters of the surface's place nearest to another. Source: Gauss and Newton's method."""
        nodes = self.net.places[:, :2]
        uv = nodes[int(np.nanargmin(np.linalg.norm(self.weave(*nodes.T) - place, axis=1)))][None, :]
        for _ in range(12):
            du, dv = (STEP * s for s in self.span)
            u, v = uv.T
            ways = np.stack(
                [
                    (self.weave(u + du, v) - self.weave(u - du, v))[0] / (2 * du),
                    (self.weave(u, v + dv) - self.weave(u, v - dv))[0] / (2 * dv),
                ],
                axis=-1,
            )
            move, *_ = np.linalg.lstsq(ways, place - self.weave(u, v)[0], rcond=None)
            uv = np.clip(uv + move, self.low, self.high)
        return np.asarray(uv[0])

    def off(self, place: Array) -> float:
        """Return how far a place is from the surface."""
        u, v = self.nearest(place)
        return float(np.linalg.norm(self.weave(np.array([u]), np.array([v]))[0] - place))

    def normal_at(self, place: Array) -> Array:
        """Return the normal of the surface near a place."""
        u, v = self.nearest(place)
        return np.asarray(self.normal(np.array([u]), np.array([v]))[0])

    def front(self, place: Array) -> tuple[float, Array] | None:
        """Return how far towards the viewer the surface's nearest part over a place is, with the normal there."""
        over, which = self._over(self.camera.seen(place[None, :])[0])
        if not len(over):
            return None
        best = int(over.argmax())
        return float(over[best] - self.camera.depth(place[None, :])[0]), self._facets[2][which[best]]


def _area(a: Array, b: Array, c: Array) -> Array:
    """Return twice the signed areas of triangles of the picture."""
    return np.asarray(
        (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    )


@dataclass(frozen=True, eq=False)
class WovenFigure:
    """A surface by two parameters with the lines that show it."""

    sheets: tuple[Woven, ...]
    camera: Camera

    @cached_property
    def ball(self) -> Sphere:
        """The ball about it."""
        (sheet,) = self.sheets
        places = sheet.weave(*sheet.net.places[:, :2].T)
        places = places[np.isfinite(places).all(axis=1)]
        return ball_about(places.min(axis=0).tolist(), places.max(axis=0).tolist())

    @property
    def cuts(self) -> tuple[()]:
        """Nothing but its ranges ends it."""
        return ()

    @cached_property
    def surfaces(self) -> Surfaces:
        """What meets surfaces in its ball."""
        return Surfaces(self.ball)

    @cached_property
    def lines(self) -> tuple[SheetLine, ...]:
        """Its rims, its contours and a net."""
        (sheet,) = self.sheets
        found = [SheetLine(path, "edge", self.sheets) for path in rims_of(sheet)]
        found += [SheetLine(path, "contour", self.sheets) for path in contours_of(sheet)]
        found += [SheetLine(path, "grid", self.sheets) for path in net_of(sheet)]
        return tuple(found)


def _along(sheet: Woven, axis: int, at: float) -> Given:
    """Return the curve on which one parameter stays."""

    def places(t: Array) -> Array:
        held = np.full(t.shape, at)
        return sheet.weave(held, t) if axis == 0 else sheet.weave(t, held)

    return Given(places, sheet.low[1 - axis], sheet.high[1 - axis])


def rims_of(sheet: Woven) -> Iterator[Path]:
    """Yield the curves at the ends of the ranges, but for those that come together or are points."""
    for axis in (0, 1):
        ends = [_along(sheet, axis, end) for end in (sheet.low[axis], sheet.high[axis])]
        first, last = (path.at(np.linspace(path.start, path.end, 9)) for path in ends)
        if float(np.abs(first - last).max()) < 1e-6:
            continue
        for path, places in zip(ends, (first, last)):
            if float(np.abs(places - places[0]).max()) > 1e-6:
                yield path


def net_of(sheet: Woven) -> Iterator[Path]:
    """Yield curves of constant parameters."""
    for axis in (0, 1):
        for at in np.linspace(sheet.low[axis], sheet.high[axis], SHOWN + 2)[1:-1]:
            yield _along(sheet, axis, float(at))


def contours_of(sheet: Woven) -> Iterator[Path]:
    """Yield where the view grazes the surface, followed in the plane of its parameters."""
    toward = np.array(sheet.camera.toward)

    def graze(uv: Array) -> Array:
        return np.asarray(sheet.normal(uv[:, 0], uv[:, 1]) @ toward)

    least = 0.4 * min(sheet.span) / NET
    for line in lines_on(sheet.net, graze(sheet.net.places[:, :2])):
        known = mended(thinned(line, least)[:, :2], graze, sheet.span)
        if len(known) > 1:
            yield Given(_following(sheet, known, graze), 0.0, 1.0)


def _following(sheet: Woven, known: Array, graze: Callable[[Array], Array]) -> Callable[[Array], Array]:
    steps = np.linspace(0.0, 1.0, len(known))

    def places(t: Array) -> Array:
        uv = np.stack([np.interp(t, steps, known[:, k]) for k in (0, 1)], axis=-1)
        return sheet.weave(*mended(uv, graze, sheet.span).T)

    return places


def mended(uv: Array, graze: Callable[[Array], Array], span: tuple[float, float]) -> Array:
    """Return parameters moved to where a function of them vanishes, by Newton's method."""
    for _ in range(4):
        value = graze(uv)
        slope = np.stack(
            [
                (graze(uv + step) - graze(uv - step)) / (2e-4 * s)
                for s, step in zip(span, np.diag(1e-4 * np.array(span)))
            ],
            axis=-1,
        )
        size = np.maximum((slope**2).sum(axis=1), 1e-30)
        move = -(value / size)[:, None] * slope
        uv = uv + np.clip(np.nan_to_num(move), -0.02 * np.array(span), 0.02 * np.array(span))
    return uv
