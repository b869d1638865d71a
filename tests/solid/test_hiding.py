"""What is hidden: exact pieces against looking along very many lines of sight."""

import math

import numpy as np
import pytest
from diagrammar.compiler.shapes import Shape
from diagrammar.compiler.space.bodies import bodies_of, circle
from diagrammar.compiler.space.camera import Camera
from diagrammar.compiler.space.hiding import split
from diagrammar.compiler.space.paths import Path, Round, Straight

from tests.solid.bodies import CAMERAS, SOLIDS, Inside

SIGHT = np.linspace(0.15, 160.0, 2500)


def is_hidden(places: np.ndarray, camera: Camera, inside: Inside) -> np.ndarray:
    """Tell whether the way from each place to the viewer comes through the solid, by stepping along it."""
    steps = np.multiply.outer(SIGHT, np.array(camera.toward))
    return np.array([bool(inside(place + steps).any()) for place in places])


def paths(rng: np.random.Generator) -> list[Path]:
    found: list[Path] = []
    for _ in range(4):
        a, b = rng.uniform(-35, 55, (2, 3))
        found.append(Straight(tuple(a), tuple(b)))
        found.append(circle(tuple(rng.uniform(-10, 25, 3)), rng.normal(size=3), float(rng.uniform(8, 40))))
    return found


def near_a_change(t: float, ends: list[float]) -> bool:
    return any(abs(t - end) < 0.02 for end in ends)


@pytest.mark.parametrize("camera", CAMERAS, ids=("cabinet", "oblique", "dimetric", "steep"))
@pytest.mark.parametrize("name", SOLIDS)
def test_pieces_are_hidden_as_sampling_sees_them(name: str, camera: Camera) -> None:
    shape, inside = SOLIDS[name](camera)
    occluders = [o for body in bodies_of(shape) for o in body.occluders]
    for path in paths(np.random.default_rng(len(name))):
        pieces = split(path, occluders)
        ends = [end for piece in pieces for end in (piece.path.start, piece.path.end)]
        assert ends[0] == path.start
        assert ends[-1] == path.end
        probes = [t for t in np.linspace(path.start, path.end, 24)[1:-1] if not near_a_change(t, ends)]
        seen = is_hidden(path.at(np.array(probes)), camera, inside)
        for t, hidden in zip(probes, seen):
            piece = next(p for p in pieces if p.path.start <= t <= p.path.end)
            assert piece.visible == (not hidden), (t, ends)


@pytest.mark.parametrize("camera", CAMERAS, ids=("cabinet", "oblique", "dimetric", "steep"))
@pytest.mark.parametrize("name", ["box", "pyramid", "cylinder", "cone", "frustum", "ball", "dome"])
def test_a_body_shows_its_outline_whole(name: str, camera: Camera) -> None:
    """Contours are seen all along, and what is drawn farthest out is drawn as visible."""
    shape, _ = SOLIDS[name](camera)
    for body in bodies_of(shape):
        for line in body.lines:
            if line.exempt:
                rest = [o for o in body.occluders if o not in line.exempt]
                assert all(piece.visible for piece in split(line.path, rest))


def test_of_a_cuboid_three_edges_are_hidden() -> None:
    shape, _ = SOLIDS["box"](CAMERAS[0])
    (body,) = bodies_of(shape)
    pieces = [split(line.path, body.occluders) for line in body.lines]
    assert sum(not p.visible for found in pieces for p in found) == 3
    assert all(len(found) == 1 for found in pieces)


def test_the_rim_of_a_cylinder_changes_where_its_contour_touches_it() -> None:
    shape, _ = SOLIDS["cylinder"](CAMERAS[2])
    (body,) = bodies_of(shape)
    rim = next(line.path for line in body.lines if isinstance(line.path, Round))
    changes = [p.path.start for p in split(rim, body.occluders)][1:]
    touching = [line.path.a for line in body.lines if line.exempt and isinstance(line.path, Straight)]
    for t in changes:
        at = rim.at(np.array([t]))[0]
        assert min(math.dist(at, end) for end in touching) < 1e-6


def outline_spots(shape: Shape[float], camera: Camera) -> np.ndarray:
    lines = [line.path for body in bodies_of(shape) for line in body.lines]
    return np.vstack([camera.seen(p.at(np.linspace(p.start, p.end, 400))) for p in lines])


@pytest.mark.parametrize("camera", CAMERAS, ids=("cabinet", "oblique", "dimetric", "steep"))
@pytest.mark.parametrize("name", SOLIDS)
def test_no_place_of_a_solid_is_drawn_outside_its_outline(name: str, camera: Camera) -> None:
    shape, inside = SOLIDS[name](camera)
    spots = outline_spots(shape, camera)
    rng = np.random.default_rng(3)
    places = rng.uniform(-40, 60, (20000, 3))
    drawn = camera.seen(places[inside(places)])
    for turn in np.linspace(0, 2 * math.pi, 40, endpoint=False):
        way = np.array([math.cos(turn), math.sin(turn)])
        assert (drawn @ way).max() <= (spots @ way).max() + 1e-3
