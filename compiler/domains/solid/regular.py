"""The regular polyhedra beyond cube and tetrahedron: octahedron, dodecahedron, icosahedron, by their edge.

Source: Coxeter, Regular Polytopes, 1973, section 3.7, for the coordinates of their vertices.
"""

from __future__ import annotations

import math
from itertools import combinations, product

import numpy as np

from ...draw.pen import Pen
from ...model import Entity
from ...pose.anchors import centroid
from ...pose.poser import Poser
from ...shapes import Line, Polyhedron, Shape
from ...space.camera import Array
from ...vocabulary import Kind, PartOf
from .bases import solid
from .edges import draw_polyhedron, length_slot, outermost, outline_of, own_text, stated_length, write_beside
from .placing import moved
from .vertices import VERTICES, corners_of

GOLDEN = (1 + math.sqrt(5)) / 2
TURN = math.radians(13.0)
"""About its upright axis, so that no vertex stands before another."""
EDGE = 30.0


def _cyclic(triples: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    return [(t[k % 3], t[(k + 1) % 3], t[(k + 2) % 3]) for t in triples for k in range(3)]


def vertices_of(word: str) -> Array:
    """Return the vertices of a regular polyhedron of edge 1, standing on its lowest vertex or face.

    >>> len(vertices_of("icosahedron")), len(vertices_of("dodecahedron")), len(vertices_of("octahedron"))
    (12, 20, 6)
    """
    signs = list(product((1, -1), repeat=2))
    if word == "octahedron":
        found = _cyclic([(s / math.sqrt(2), 0.0, 0.0) for s in (1, -1)])
    elif word == "icosahedron":
        found = _cyclic([(0.0, s / 2, t * GOLDEN / 2) for s, t in signs])
    else:
        cube = [(x * GOLDEN / 2, y * GOLDEN / 2, z * GOLDEN / 2) for x, y, z in product((1, -1), repeat=3)]
        found = cube + _cyclic([(0.0, s / 2, t * GOLDEN * GOLDEN / 2) for s, t in signs])
    turn = np.array([[math.cos(TURN), -math.sin(TURN), 0], [math.sin(TURN), math.cos(TURN), 0], [0, 0, 1]])
    places: Array = np.array(found) @ turn.T
    grounded: Array = places - np.array([0.0, 0.0, places[:, 2].min()])
    return grounded


def faces_of(places: Array) -> list[list[int]]:
    """Return the faces of a convex solid, each a ring of vertices: planes with all vertices on one side.

    >>> len(faces_of(vertices_of("dodecahedron")))
    12
    """
    middle = places.mean(axis=0)
    found: dict[frozenset[int], list[int]] = {}
    for i, j, k in combinations(range(len(places)), 3):
        normal = np.cross(places[j] - places[i], places[k] - places[i])
        if float(normal @ normal) < 1e-12:
            continue
        heights = (places - places[i]) @ normal
        if heights.max() > 1e-9 and heights.min() < -1e-9:
            continue
        ring = np.flatnonzero(np.abs(heights) < 1e-9)
        key = frozenset(ring.tolist())
        if key not in found:
            center = places[ring].mean(axis=0)
            e = places[ring[0]] - center
            f = np.cross(center - middle, e)
            angles = np.arctan2(
                (places[ring] - center) @ f / np.linalg.norm(f),
                (places[ring] - center) @ e / np.linalg.norm(e),
            )
            found[key] = ring[np.argsort(angles)].tolist()
    return list(found.values())


def pose_regular(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a regular polyhedron on the ground, its vertices in the order of their letters."""
    edge = stated_length(entity.value("side"), EDGE, poser, "side")
    zero = poser.constant(0.0)
    unit = vertices_of(entity.kind.name)
    places = [tuple(moved(zero, edge, float(v), poser) for v in row) for row in unit]
    names = [f"V{k + 1}" for k in range(len(places))]
    points = corners_of(entity, poser).points([(x, y, z) for x, y, z in places], names, poser)
    return solid([tuple(points[at] for at in ring) for ring in faces_of(unit)], poser)


def draw_regular(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a regular polyhedron with its edge."""
    draw_polyhedron(entity, shape, pen)
    if isinstance(shape, Polyhedron) and (text := own_text(pen, entity, "side")):
        edges = [(face[at - 1], face[at]) for face in shape.faces for at in range(len(face))]
        low = sorted(edges, key=lambda edge: edge[0].y + edge[1].y)
        if ends := outermost(outline_of(shape), low):
            write_beside(pen, outline_of(shape), ends, text)


def regular_part(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return the middle of a regular polyhedron, and an edge."""
    if not isinstance(shape, Polyhedron):
        return None
    if part == "center":
        return centroid(tuple(dict.fromkeys(p for face in shape.faces for p in face)), poser)
    return Line(shape.faces[0][0], shape.faces[0][1]) if part in ("side", "edge") else None


def _kind(name: str, faces: str, spans: float) -> Kind:
    return Kind(
        name=name,
        doc=f"A regular {name}: {faces}.",
        slots=(VERTICES, length_slot("side", "its edge", "edge", "a", spans=spans)),
        traits=("solid", "polyhedron"),
        flags=("regular", "transparent", "wireframe"),
        parts=(PartOf("center", "its middle"), PartOf("side", "an edge")),
        space="orthographic",
        pose=pose_regular,
        part=regular_part,
        draw=draw_regular,
        z=5,
        example=f"{name} s(side = 3 cm)",
    )


KINDS = (
    _kind("octahedron", "eight triangles", 1.4),
    _kind("dodecahedron", "twelve pentagons", 2.8),
    _kind("icosahedron", "twenty triangles", 1.9),
)
