"""Contours touch, sections lie on both surfaces, statements hold in space."""

import itertools
import math

import numpy as np
import pytest
from diagrammar.compiler.pipeline import Compiled, Options, compile_spec
from diagrammar.compiler.shapes import solved
from diagrammar.compiler.solve.kernels import KERNELS
from diagrammar.compiler.space.bodies import ball, turned
from diagrammar.compiler.space.camera import Camera
from diagrammar.compiler.space.cutting import plane_through, sections
from diagrammar.compiler.space.paths import Round, Straight
from diagrammar.dsl.source import Source

from tests.solid.bodies import CAMERAS, SOLIDS

NAMES = ("cabinet", "oblique", "dimetric", "steep")


@pytest.mark.parametrize("camera", CAMERAS, ids=NAMES)
def test_a_sphere_is_drawn_by_the_places_where_the_view_grazes_it(camera: Camera) -> None:
    shape, _ = SOLIDS["ball"](camera)
    (line,) = ball(shape).lines
    normals = line.path.at(np.linspace(0, 6, 50)) - np.array(shape.center.space)
    assert np.abs(normals @ np.array(camera.toward)).max() < 1e-9
    assert np.allclose(np.linalg.norm(normals, axis=1), shape.radius)


def test_a_sphere_is_a_circle_only_in_an_orthographic_view() -> None:
    for camera, is_round in ((CAMERAS[0], False), (CAMERAS[2], True)):
        shape, _ = SOLIDS["ball"](camera)
        (line,) = ball(shape).lines
        spots = camera.seen(line.path.at(np.linspace(0, 6.3, 100)) - np.array(shape.center.space))
        spread = np.ptp(np.linalg.norm(spots, axis=1))
        assert (spread < 1e-9) == is_round


@pytest.mark.parametrize("camera", CAMERAS, ids=NAMES)
@pytest.mark.parametrize("name", ["cylinder", "cone", "frustum"])
def test_the_sides_of_a_round_body_touch_its_rims(name: str, camera: Camera) -> None:
    """A contour line meets the drawn ellipse of a rim, and the ellipse is nowhere on its other side."""
    shape, _ = SOLIDS[name](camera)
    body = turned(shape)
    rims = [line.path for line in body.lines if isinstance(line.path, Round)]
    for line in body.lines:
        if not isinstance(line.path, Straight):
            continue
        a, b = camera.seen(np.array([line.path.a, line.path.b]))
        normal = np.array([a[1] - b[1], b[0] - a[0]]) / math.dist(a, b)
        for rim in rims:
            off = (camera.seen(rim.at(np.linspace(0, 2 * math.pi, 3601))) - a) @ normal
            assert min(abs(off.min()), abs(off.max())) < 1e-4
            assert np.ptp(np.sign(off[np.abs(off) > 1e-3])) == 0


@pytest.mark.parametrize("name", ["box", "pyramid", "cylinder", "cone", "frustum", "ball", "dome"])
def test_a_section_lies_in_its_plane_and_on_its_solid(name: str) -> None:
    shape, inside = SOLIDS[name](CAMERAS[2])
    plane = plane_through((0, 0, 12), (20, 3, 15), (2, 18, 9))
    rings = sections(shape, plane)
    assert len(rings) == 1
    for path in rings[0]:
        places = path.at(np.linspace(path.start, path.end, 60))
        assert np.abs(places @ plane[:3] + plane[3]).max() < 1e-6
        inner = path.at(np.array([(path.start + path.end) / 2]))
        assert (
            not inside(inner + 0.05 * np.array([[0, 0, 1]])).all()
            or not inside(inner - 0.05 * np.array([[0, 0, 1]])).all()
        )
    following = (*rings[0][1:], rings[0][0])
    for path, after in zip(rings[0], following):
        assert math.dist(path.at(np.array([path.end]))[0], after.at(np.array([after.start]))[0]) < 1.0


def test_the_section_of_a_cube_square_to_its_diagonal_is_a_regular_hexagon() -> None:
    text = (
        "cube q(ABCD, E, F, G, H, side = 4)\nmidpoint P(A, E), Q(A, B), R(B, C)\n"
        "section s(of = q, through = [P, Q, R])"
    )
    compiled = compiled_of(text)
    cut = shape_of(compiled, "s")
    (ring,) = sections(cut.body, plane_through(cut.a.space, cut.b.space, cut.c.space))
    lengths = [math.dist(piece.a, piece.b) for piece in ring]
    assert len(lengths) == 6
    assert np.ptp(lengths) < 1e-6


def compiled_of(text: str) -> Compiled:
    compiled = compile_spec(Source(text=text), Options(draw=False))
    assert compiled.ok, compiled.diagnostics
    return compiled


def shape_of(compiled: Compiled, name: str):
    posed, layout = compiled.posed[0], compiled.layouts[0]
    return solved(posed.poser.shapes[name], layout.values.__getitem__)


def places_of(compiled: Compiled, names: str) -> list[np.ndarray]:
    scale = compiled.posed[0].poser.frame.place_in_space((1.0, 0.0, 0.0))[0]
    return [np.array(shape_of(compiled, name).space) / scale for name in names.split()]


def test_lengths_and_angles_hold_in_space() -> None:
    compiled = compiled_of(
        "point A(0, 0, 0), B, C\ndistance(A, B) == 3\ndistance(B, C) == 4\nangle(A, B, C) == 90°\n"
        "midpoint M(A, C)\ndistance(B, M) == 2.5\nperpendicular(AB, BC)"
    )
    a, b, c, m = places_of(compiled, "A B C M")
    assert math.isclose(math.dist(a, b), 3, rel_tol=1e-6)
    assert math.isclose(math.dist(a, c), 5, rel_tol=1e-6)
    assert np.allclose(m, (a + c) / 2, atol=1e-6)


def test_a_foot_on_a_plane_is_where_the_shortest_way_ends() -> None:
    compiled = compiled_of(
        "point A(3, 0, 0), B(0, 2, 0), C(0, 0, 1), O(0, 0, 0)\nfoot H(O, on = ABC)\nplane p(A, B, C)"
    )
    (h,) = places_of(compiled, "H")
    normal = np.array([2.0, 3.0, 6.0])
    assert np.allclose(h, normal * 6 / (normal @ normal), atol=1e-6)


def test_the_angle_of_a_cubes_faces_is_measured_in_space() -> None:
    compiled = compiled_of("cube q(ABCD, E, F, G, H, side = 4)\ndihedral(E, A, B, D, derived)")
    (slot,) = compiled.posed[0].measures.values()
    assert math.isclose(compiled.layouts[0].values[slot], math.pi / 2, abs_tol=1e-9)


def test_spheres_about_and_in_solids_touch_them() -> None:
    both = compiled_of(
        "cube q(ABCD, E, F, G, H, side = 2)\nsphere s(circumscribed = q)\nsphere t(inscribed = q)"
    )
    about, within = shape_of(both, "s"), shape_of(both, "t")
    assert math.isclose(about.radius / within.radius, math.sqrt(3), rel_tol=1e-6)


def test_what_has_no_meaning_in_space_is_said_and_not_held() -> None:
    compiled = compile_spec(Source(text="segment s((0, 0, 0), (2, 1, 1), horizontal)"), Options(draw=False))
    assert [d.code for d in compiled.diagnostics] == ["POS006"]


@pytest.mark.parametrize("name", [n for n in KERNELS if n.endswith("_in_space")])
def test_a_kernel_in_space_reads_what_its_twin_in_the_plane_reads(name: str) -> None:
    plane, space = KERNELS[name.removesuffix("_in_space")], KERNELS[name]
    assert tuple(s for s in space.slots if not s.endswith("z")) == plane.slots
    assert len(space.places) == len(plane.points)


def test_the_viewer_steps_aside_where_a_diagonal_would_cover_a_corner() -> None:
    compiled = compiled_of("cube q(ABCD, E, F, G, H, side = 4)\nsegment AG")
    names = "ABCDEFGH"
    spots = {n: np.array([(p := shape_of(compiled, n)).x, p.y]) for n in names}
    a, g = spots["A"], spots["G"]
    for name in "BCDEFH":
        assert _off(spots[name], a, g) > 1.5
    for one, other in itertools.combinations(names, 2):
        assert np.linalg.norm(spots[one] - spots[other]) > 2.0


def _off(p: np.ndarray, a: np.ndarray, b: np.ndarray) -> float:
    u, w = b - a, p - a
    return float(abs(u[0] * w[1] - u[1] * w[0]) / np.linalg.norm(u))
