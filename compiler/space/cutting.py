"""Sections: where a plane meets a body, exactly, as closed rings of paths."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from ..shapes import Ball, Polyhedron, Shape, Torus, Turned
from .camera import XYZ, Array
from .paths import WHOLE, Path, Round, Sampled, Straight

Plane = Array
"""Four numbers (n, d) with n · P + d = 0, n a unit vector."""
ON = 1e-6
"""Space millimetres from a plane within which a vertex is on it."""
STEPS = 360


def plane_through(a: XYZ, b: XYZ, c: XYZ) -> Plane:
    """Return the plane through three places.

    >>> plane_through((0, 0, 1), (1, 0, 1), (0, 1, 1)).tolist()
    [0.0, 0.0, 1.0, -1.0]
    """
    normal = np.cross(np.subtract(b, a), np.subtract(c, a))
    normal = normal / max(float(np.linalg.norm(normal)), 1e-30)
    return np.append(normal, -float(normal @ np.array(a)))


def sections(body: Shape[float], plane: Plane) -> list[list[Path]]:
    """Return the rings in which a plane meets a body; none where it misses it."""
    match body:
        case Polyhedron(faces):
            corners = [tuple(p.space for p in face) for face in faces]
            return [_closed(ring) for ring in polygon_rings(corners, plane)]
        case Ball(center, radius, _, pole):
            ring = _ball_section(center.space, radius, plane)
            return (
                [ring]
                if ring and pole is None
                else [_kept(ring, center.space, pole.space)]
                if ring and pole
                else []
            )
        case Turned():
            return _turned_sections(body, plane)
        case Torus():
            return []
    return []


def _closed(ring: Sequence[XYZ]) -> list[Path]:
    return [Straight(a, b) for a, b in zip(ring, (*ring[1:], ring[0]))]


def polygon_rings(faces: Sequence[Sequence[XYZ]], plane: Plane) -> list[list[XYZ]]:
    """Return the polygons in which a plane meets a solid with plane faces, each once round.

    >>> box = [((0, 0, 0), (2, 0, 0), (2, 2, 0), (0, 2, 0)), ((0, 0, 2), (2, 0, 2), (2, 2, 2), (0, 2, 2))]
    >>> box += [((0, 0, 0), (2, 0, 0), (2, 0, 2), (0, 0, 2)), ((2, 0, 0), (2, 2, 0), (2, 2, 2), (2, 0, 2))]
    >>> box += [((2, 2, 0), (0, 2, 0), (0, 2, 2), (2, 2, 2)), ((0, 2, 0), (0, 0, 0), (0, 0, 2), (0, 2, 2))]
    >>> [len(ring) for ring in polygon_rings(box, np.array([0.0, 0.0, 1.0, -1.0]))]
    [4]
    """
    pieces = [piece for face in faces for piece in _face_pieces(face, plane)]
    ends: dict[XYZ, list[XYZ]] = {}
    for a, b in dict.fromkeys((min(a, b), max(a, b)) for a, b in pieces):
        ends.setdefault(a, []).append(b)
        ends.setdefault(b, []).append(a)
    rings = []
    while ends:
        ring = _walk(ends)
        if len(ring) > 2:
            rings.append(ring)
    return rings


def _walk(ends: dict[XYZ, list[XYZ]]) -> list[XYZ]:
    """Take one ring out of a net of pieces."""
    start = min(ends)
    ring, here = [start], start
    while ends.get(here):
        there = ends[here].pop(0)
        ends[there].remove(here)
        for end in (here, there):
            if not ends[end]:
                del ends[end]
        if there == start:
            break
        ring.append(there)
        here = there
    ends.pop(start, None) if not ends.get(start) else None
    return ring


def _face_pieces(face: Sequence[XYZ], plane: Plane) -> Iterator[tuple[XYZ, XYZ]]:
    """Yield the pieces that a plane cuts out of a convex face."""
    heights = [float(plane[:3] @ np.array(p) + plane[3]) for p in face]
    heights = [0.0 if abs(h) < ON else h for h in heights]
    if not any(heights):
        return
    found: list[XYZ] = []
    for at, (p, h) in enumerate(zip(face, heights)):
        q, k = face[(at + 1) % len(face)], heights[(at + 1) % len(face)]
        if h == 0.0:
            found.append(_key(p))
        elif h * k < 0:
            share = h / (h - k)
            found.append(_key(tuple(a + share * (b - a) for a, b in zip(p, q))))
    spots = list(dict.fromkeys(found))
    if len(spots) == 2:
        yield spots[0], spots[1]


def _key(place: Sequence[float]) -> XYZ:
    x, y, z = (round(v, 7) + 0.0 for v in place)
    return (x, y, z)


def _ball_section(center: XYZ, radius: float, plane: Plane) -> list[Path]:
    """Return the circle in which a plane meets a sphere: about the foot of its centre."""
    distance = float(plane[:3] @ np.array(center) + plane[3])
    if abs(distance) >= radius:
        return []
    foot = np.array(center) - distance * plane[:3]
    return [_circle(foot, plane[:3], math.sqrt(radius * radius - distance * distance))]


def _kept(ring: list[Path], center: XYZ, pole: XYZ) -> list[Path]:
    """Return the arc on the pole's side of a hemisphere, closed by its chord."""
    from .bodies import below

    axis = np.subtract(pole, center) / float(np.linalg.norm(np.subtract(pole, center)))
    arcs: list[Path] = list(
        below(ring[0], (float(-axis[0]), float(-axis[1]), float(-axis[2]), float(axis @ np.array(center))))
    )
    if len(arcs) != 1 or arcs[0].end - arcs[0].start > WHOLE - 1e-6:
        return arcs
    ends = arcs[0].at(np.array([arcs[0].end, arcs[0].start]))
    return [arcs[0], Straight(_three(ends[0]), _three(ends[1]))]


def _turned_sections(body: Turned[float], plane: Plane) -> list[list[Path]]:
    """Return the section of a cylinder, cone or frustum: whole ellipses, or arcs closed by chords of the discs."""
    from .bodies import across

    a, b = np.array(body.a.space), np.array(body.b.space)
    height = float(np.linalg.norm(b - a))
    axis = (b - a) / height
    e, f = across(axis)
    slope = (body.radius_b - body.radius_a) / height
    lean = float(plane[:3] @ axis)
    tilt = math.hypot(float(plane[:3] @ e), float(plane[:3] @ f))
    if tilt < 1e-9:
        level = -(float(plane[:3] @ a) + plane[3]) / lean
        inside = 0 < level < height
        return [[_circle(a + level * axis, axis, body.radius_a + slope * level)]] if inside else []
    if abs(_at_apex(body, axis, slope, plane)) < ON:
        return _straight_section(body, plane, (e, f))
    if abs(slope) < 1e-12 and abs(lean) > 1e-9:
        ring = _cylinder_ellipse(a, axis, body.radius_a, plane, (e, f))
        return _clipped(ring, body, plane)
    return _by_generators(body, plane)


def _at_apex(body: Turned[float], axis: Array, slope: float, plane: Plane) -> float:
    """Return how far the apex of a cone is from a plane; of a cylinder, how much its axis leans from it."""
    if abs(slope) < 1e-12:
        return float(plane[:3] @ axis)
    apex = np.array(body.a.space) - body.radius_a / slope * axis
    return float(plane[:3] @ apex + plane[3])


def _straight_section(body: Turned[float], plane: Plane, frame: tuple[Array, Array]) -> list[list[Path]]:
    """Return the section by a plane that holds generators: a triangle, a trapezoid, a rectangle."""
    a, b = np.array(body.a.space), np.array(body.b.space)
    low = [end for chord in _disc_chord(a, body.radius_a, plane, frame) for end in chord] or (
        [a] if body.radius_a <= 0 else []
    )
    high = [end for chord in _disc_chord(b, body.radius_b, plane, frame) for end in chord] or (
        [b] if body.radius_b <= 0 else []
    )
    if not low or not high or len(low) + len(high) < 3:
        return []
    if len(low) == len(high) == 2 and float((low[1] - low[0]) @ (high[1] - high[0])) > 0:
        high = high[::-1]
    return [_closed([_three(p) for p in (*low, *high)])]


def _cylinder_ellipse(
    a: Array, axis: Array, radius: float, plane: Plane, frame: tuple[Array, Array]
) -> Round:
    """Return the ellipse in which a plane meets an endless cylinder: each generator is cut once."""
    lean = float(plane[:3] @ axis)
    center = a - (float(plane[:3] @ a) + plane[3]) / lean * axis
    e, f = (radius * (v - float(plane[:3] @ v) / lean * axis) for v in frame)
    return Round(_three(center), _three(e), _three(f))


def _clipped(ring: Round, body: Turned[float], plane: Plane) -> list[list[Path]]:
    """Return an ellipse cut off at the discs of a cylinder, closed by chords."""
    a, b = np.array(body.a.space), np.array(body.b.space)
    axis = (b - a) / float(np.linalg.norm(b - a))
    limits = ((*-axis, float(axis @ a)), (*axis, -float(axis @ b)))
    parts: list[Path] = [ring]
    from .bodies import below

    for limit in limits:
        parts = [kept for part in parts for kept in below(part, limit)]
    arcs = _joined([p for p in parts if isinstance(p, Round)])
    return [_with_chords(arcs)] if arcs else []


def _joined(arcs: list[Round]) -> list[Round]:
    """Return arcs of one ellipse with those joined that meet at the start of its turn."""
    if len(arcs) > 1 and abs(arcs[-1].end - WHOLE) < 1e-9 and abs(arcs[0].start) < 1e-9:
        first, *middle, last = arcs
        return [*middle, Round(first.center, first.e, first.f, last.start, first.end + WHOLE)]
    return arcs


def _with_chords(arcs: Sequence[Path]) -> list[Path]:
    """Return arcs with straight pieces from each end to the next start."""
    if len(arcs) == 1 and arcs[0].end - arcs[0].start > WHOLE - 1e-9:
        return list(arcs)
    out: list[Path] = []
    for arc, following in zip(arcs, (*arcs[1:], arcs[0])):
        out.append(arc)
        end, start = arc.at(np.array([arc.end]))[0], following.at(np.array([following.start]))[0]
        if float(np.linalg.norm(end - start)) > 1e-9:
            out.append(Straight(_three(end), _three(start)))
    return out


def _by_generators(body: Turned[float], plane: Plane) -> list[list[Path]]:
    """Return the section of a cone or frustum, or along a cylinder, by cutting many of its generators.

    Each place of it is exact; between the places it is drawn as chords.
    """
    from .bodies import across

    a, b = np.array(body.a.space), np.array(body.b.space)
    e, f = across(b - a)
    theta = np.linspace(0.0, WHOLE, STEPS, endpoint=False)
    radial = np.outer(np.cos(theta), e) + np.outer(np.sin(theta), f)
    low, high = a + body.radius_a * radial, b + body.radius_b * radial
    at_low, at_high = (p @ plane[:3] + plane[3] for p in (low, high))
    cut = at_low * at_high <= 0
    if cut.all():
        share = (at_low / np.where(at_low == at_high, 1.0, at_low - at_high))[:, None]
        places = low + share * (high - low)
        return [[Sampled(tuple(_three(p) for p in (*places, places[0])))]]
    pieces: list[Path] = [
        Straight(_three(p), _three(q)) for p, q in (*_disc_chord(a, body.radius_a, plane, (e, f)), *_disc_chord(b, body.radius_b, plane, (e, f)))
    ]  # fmt: skip
    runs = _runs(cut)
    arcs = []
    for run in runs:
        share = at_low[run] / (at_low[run] - at_high[run])
        arcs.append(Sampled(tuple(_three(p) for p in low[run] + share[:, None] * (high[run] - low[run]))))
    return [_stitched([*arcs, *pieces])] if arcs else []


def _disc_chord(
    center: Array, radius: float, plane: Plane, frame: tuple[Array, Array]
) -> list[tuple[Array, Array]]:
    """Return the chord in which a plane meets a disc, if it does."""
    ring = Round(_three(center), _three(radius * frame[0]), _three(radius * frame[1]))
    ends = ring.on_plane(plane)
    if len(ends) < 2 or radius <= 0:
        return []
    p, q = ring.at(np.array(ends))
    return [(p, q)]


def _runs(flags: Array) -> list[Array]:
    """Return the runs of true flags round a circle, as index arrays."""
    count = len(flags)
    off = np.flatnonzero(~np.asarray(flags, dtype=bool))
    first = int(off[0])
    order = (np.arange(count) + first) % count
    runs: list[list[int]] = [[]]
    for at in order.tolist():
        if flags[at]:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    return [np.array(run) for run in runs if len(run) > 1]


def _stitched(paths: Sequence[Path]) -> list[Path]:
    """Return paths in an order in which each begins near where the one before ends, gaps closed by straight pieces."""
    rest = list(paths)
    out = [rest.pop(0)]
    end = out[0].at(np.array([out[0].end]))[0]
    while rest:
        ends = [(path, path.at(np.array([path.start, path.end]))) for path in rest]
        path, (start, stop) = min(ends, key=lambda p: min(float(np.linalg.norm(q - end)) for q in p[1]))
        rest.remove(path)
        if float(np.linalg.norm(stop - end)) < float(np.linalg.norm(start - end)):
            start, stop = stop, start
            path = _turned(path)
        if float(np.linalg.norm(start - end)) > 1e-9:
            out.append(Straight(_three(end), _three(start)))
        out.append(path)
        end = stop
    return out


def _turned(path: Path) -> Path:
    """Return a path run through backwards."""
    if isinstance(path, Straight):
        return Straight(path.b, path.a)
    if isinstance(path, Sampled):
        return Sampled(path.places[::-1])
    return path


def _circle(center: Array, axis: Array, radius: float) -> Round:
    from .bodies import circle

    return circle(_three(center), axis, radius)


def _three(v: Array) -> XYZ:
    return (float(v[0]), float(v[1]), float(v[2]))
