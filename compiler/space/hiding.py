"""What hides what: faces and smooth patches between a place and the viewer.

An occluder says of any places whether it hides them, and names planes and quadrics at which that can change
along a path. So a path is cut exactly there, and each piece is judged by its middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from .camera import Array, Camera
from .paths import Path, Sampled, on_planes

Flags: TypeAlias = npt.NDArray[np.bool_]

BEHIND = 1e-3
"""Space millimetres by which a place is behind a face to be hidden by it: what lies on a face is seen."""
EDGE = 1e-3
"""Millimetres of the picture inside the edge of a face: what runs along the edge is seen."""
SHORTEST = 1e-7
"""Share of a path below which a piece is no piece."""
PROBES = 64
"""Places at which a piece of a sampled path is looked at."""


class Occluder(Protocol):
    """Something opaque."""

    def hides(self, places: Array) -> Flags:
        """Return of places `(n, 3)` whether it stands between each and the viewer."""
        ...

    def meets(self, path: Path) -> list[float]:
        """Return the parameters of a path at which what it hides may change."""
        ...


@dataclass(frozen=True)
class Piece:
    """A part of a path that is visible or hidden throughout."""

    path: Path
    visible: bool


@dataclass(frozen=True)
class Face:
    """A plane polygon, opaque; it need not be convex."""

    corners: tuple[tuple[float, float, float], ...]
    camera: Camera

    @cached_property
    def plane(self) -> Array:
        """The plane as (n, d), n a unit vector (by Newell's method, so that three corners may be in line)."""
        points = np.array(self.corners)
        following = np.roll(points, -1, axis=0)
        normal = np.cross(points, following).sum(axis=0)
        size = float(np.linalg.norm(normal))
        normal = normal / size if size else normal
        return np.append(normal, -float(normal @ points.mean(axis=0)))

    def hides(self, places: Array) -> Flags:
        """Return whether places are behind it and within its outline as it is seen."""
        plane, toward = self.plane, np.array(self.camera.toward)
        slant = float(plane[:3] @ toward)
        if abs(slant) < 1e-9:
            return np.zeros(len(places), dtype=bool)
        distance = -(places @ plane[:3] + plane[3]) / slant
        behind = distance > BEHIND
        return np.asarray(behind & self._covers(self.camera.seen(places)), dtype=bool)

    @cached_property
    def _drawn(self) -> tuple[Array, Array, Array]:
        """The corners as they are drawn, the ways to the next ones, and the squares of their lengths."""
        spots = self.camera.seen(np.array(self.corners))
        ways = np.roll(spots, -1, axis=0) - spots
        return spots, ways, np.maximum((ways**2).sum(axis=1), 1e-30)

    def _covers(self, spots: Array) -> Flags:
        """Return whether spots of the picture are inside the outline, clear of its edge."""
        a, way, length = self._drawn
        x, y = spots[:, 0, None] - a[:, 0], spots[:, 1, None] - a[:, 1]
        rising = (y < 0) != (y < way[:, 1])
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = y * way[:, 0] / way[:, 1]
        inside = (rising & (x < crossing)).sum(axis=1) % 2 == 1
        share = np.clip((x * way[:, 0] + y * way[:, 1]) / length, 0.0, 1.0)
        off = np.hypot(x - share * way[:, 0], y - share * way[:, 1])
        return np.asarray(inside & (off.min(axis=1) > EDGE), dtype=bool)

    @cached_property
    def cuts(self) -> Array:
        """The planes `(n, 4)` at which what it hides may change: its own, and those of sight through its edges."""
        corners = np.array(self.corners)
        normals = np.cross(np.roll(corners, -1, axis=0) - corners, np.array(self.camera.toward))
        edges = np.column_stack([normals, -np.einsum("ij,ij->i", normals, corners)])
        return np.vstack([self.plane, edges])

    def meets(self, path: Path) -> list[float]:
        """Return where a path crosses the face's plane, or is drawn across one of its edges."""
        return on_planes(path, self.cuts)


@dataclass(frozen=True)
class Patch:
    """The part of a quadric on the inner side of some planes: `Pᵀ Q P = 0`, each `n · P + d <= 0`."""

    quadric: tuple[tuple[float, ...], ...]
    camera: Camera
    limits: tuple[tuple[float, float, float, float], ...] = ()

    def _along(self, places: Array) -> tuple[float, Array, Array]:
        """Return a, b, c of the quadric a s² + 2 b s + c on the way s from places to the viewer."""
        q = np.array(self.quadric)
        toward = np.array((*self.camera.toward, 0.0))
        homogeneous = np.column_stack([places, np.ones(len(places))])
        a = float(toward @ q @ toward)
        return a, homogeneous @ (q @ toward), np.einsum("ni,ij,nj->n", homogeneous, q, homogeneous)

    def hides(self, places: Array) -> Flags:
        """Return whether the way from places to the viewer comes through the patch."""
        a, b, c = self._along(places)
        hidden = np.zeros(len(places), dtype=bool)
        with np.errstate(divide="ignore", invalid="ignore"):
            if abs(a) < 1e-12:
                ways = [-c / (2 * b)]
            else:
                inside = b * b - a * c
                root = np.sqrt(np.maximum(inside, 0.0))
                ways = [np.where(inside > 0, (-b + sign * root) / a, -1.0) for sign in (1, -1)]
        for s in ways:
            s = np.where(np.isfinite(s), s, -1.0)
            hit = places + np.multiply.outer(s, np.array(self.camera.toward))
            within = np.ones(len(places), dtype=bool)
            for *normal, d in self.limits:
                within &= hit @ np.array(normal) + d <= 1e-9
            hidden |= (s > BEHIND) & within
        return hidden

    def meets(self, path: Path) -> list[float]:
        """Return where a path comes through the patch, is drawn across its outline or across its rim."""
        q = np.array(self.quadric)
        toward = np.array((*self.camera.toward, 0.0))
        across = np.outer(q @ toward, q @ toward) - float(toward @ q @ toward) * q
        found = path.on_quadric(q) + path.on_quadric(across)
        for limit in self.limits:
            plane = np.array(limit)
            slant = float(plane[:3] @ toward[:3])
            if abs(slant) > 1e-9:
                shift = np.eye(4) - np.outer(toward, plane) / slant
                found += path.on_quadric(shift.T @ q @ shift)
            found += path.on_plane(plane)
        return found


@dataclass(frozen=True)
class Disc:
    """A plane disc, or the ellipse that an oblique cut leaves: inside a quadric, on a plane."""

    quadric: tuple[tuple[float, ...], ...]
    plane: tuple[float, float, float, float]
    camera: Camera

    def _shift(self) -> Array | None:
        """Return the matrix that takes places along the view onto the plane."""
        plane, toward = np.array(self.plane), np.array((*self.camera.toward, 0.0))
        slant = float(plane[:3] @ toward[:3])
        return None if abs(slant) < 1e-9 else np.eye(4) - np.outer(toward, plane) / slant

    def hides(self, places: Array) -> Flags:
        """Return whether places are behind the disc."""
        shift, plane = self._shift(), np.array(self.plane)
        if shift is None:
            return np.zeros(len(places), dtype=bool)
        homogeneous = np.column_stack([places, np.ones(len(places))])
        onto = homogeneous @ shift.T
        distance = -(homogeneous @ plane) / float(plane[:3] @ np.array(self.camera.toward))
        level = np.einsum("ni,ij,nj->n", onto, np.array(self.quadric), onto)
        return np.asarray((distance > BEHIND) & (level < -1e-6), dtype=bool)

    def meets(self, path: Path) -> list[float]:
        """Return where a path comes through the plane, or is drawn across the rim."""
        shift = self._shift()
        if shift is None:
            return []
        return path.on_plane(np.array(self.plane)) + path.on_quadric(shift.T @ np.array(self.quadric) @ shift)


def split(path: Path, occluders: Sequence[Occluder]) -> list[Piece]:
    """Return a path as pieces, each visible or hidden throughout, in order; neighbours differ."""
    cuts = [path.start, path.end]
    faces = [occluder.cuts for occluder in occluders if isinstance(occluder, Face)]
    met = on_planes(path, np.vstack(faces)) if faces else []
    for occluder in occluders:
        met += [] if isinstance(occluder, Face) else occluder.meets(path)
    cuts += [t for t in met if path.start < t < path.end]
    if isinstance(path, Sampled):
        cuts += np.linspace(path.start, path.end, PROBES + 1).tolist()
    least = SHORTEST * (path.end - path.start)
    ends = _apart(sorted(cuts), least)
    middles = path.at((np.array(ends[:-1]) + np.array(ends[1:])) / 2)
    hidden = hidden_at(middles, occluders)
    pieces: list[Piece] = []
    first = 0
    for at in range(1, len(hidden) + 1):
        if at == len(hidden) or hidden[at] != hidden[first]:
            pieces.append(Piece(path.part(ends[first], ends[at]), not hidden[first]))
            first = at
    return pieces


def hidden_at(places: Array, occluders: Iterable[Occluder]) -> Flags:
    """Return of places `(n, 3)` whether anything hides each."""
    hidden = np.zeros(len(places), dtype=bool)
    for occluder in occluders:
        hidden |= occluder.hides(places)
    return hidden


def _apart(cuts: list[float], least: float) -> list[float]:
    """Return ascending numbers without those that follow another closely; the last stays."""
    kept = [cuts[0]]
    for cut in cuts[1:]:
        if cut - kept[-1] > least:
            kept.append(cut)
    kept[-1] = cuts[-1] if len(kept) > 1 else kept[-1]
    return kept if len(kept) > 1 else [cuts[0], cuts[-1]]
