"""The constructions of the AlphaGeometry language: their arguments, and what each says of its new points.

Source: Trinh, Wu, Le, He, Luong, "Solving olympiad geometry without human demonstrations", Nature 625 (2024),
and the definitions published with it; the meanings are written out here in our own facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .facts import (
    Apart,
    Between,
    Bisecting,
    Concyclic,
    Directed,
    Equal,
    Fact,
    Figure,
    Free,
    InRatio,
    Made,
    On,
    OnCircle,
    Parallel,
    Perpendicular,
    Round,
    Tangents,
    Turned,
)


@dataclass(frozen=True)
class Construction:
    """A word of the language: the names of its arguments in order, and its meaning."""

    arguments: tuple[str, ...]
    say: Callable[..., Iterator[Fact]]
    numbers: tuple[int, ...] = ()
    """Positions of arguments that are no points."""


def _reads(arguments: str, *facts: Callable[..., Fact], numbers: tuple[int, ...] = ()) -> Construction:
    """Return a construction whose meaning is some facts, each a function of all arguments."""

    def say(*points: str) -> Iterator[Fact]:
        for fact in facts:
            yield fact(*points)

    return Construction(tuple(arguments.split()), say, numbers)


def _triangle_circle(arguments: str, word: str) -> Construction:
    """Return a centre of the circle that touches the sides of a triangle, with the points where it does."""

    def say(x: str, y: str, z: str, i: str, a: str, b: str, c: str) -> Iterator[Fact]:
        yield Made(word, i, (a, b, c))
        for contact, side in ((x, (b, c)), (y, (c, a)), (z, (a, b))):
            yield Made("foot", contact, (i,), side)
        yield Round(i, (x, y, z), places=False)

    return Construction(tuple(arguments.split()), say)


def _midpoints(arguments: str, last: Callable[..., Fact]) -> Construction:
    """Return the middles of the sides of a triangle, and a point made from them."""

    def say(x: str, y: str, z: str, i: str, a: str, b: str, c: str) -> Iterator[Fact]:
        for middle, side in ((x, (b, c)), (y, (c, a)), (z, (a, b))):
            yield Made("midpoint", middle, side)
        yield last(x, y, z, i, a, b, c)

    return Construction(tuple(arguments.split()), say)


def _two_tangents(x: str, y: str, a: str, o: str, b: str) -> Iterator[Fact]:
    for contact in (x, y):
        yield OnCircle(contact, o, b)
        yield Perpendicular((a, contact), (o, contact))
    yield Apart((x, y), (a, o))


def _common_tangents(x: str, y: str, z: str, i: str, o: str, a: str, w: str, b: str) -> Iterator[Fact]:
    yield Tangents((x, y), (o, a), (w, b))
    yield Tangents((z, i), (o, a), (w, b))
    yield Apart((x, z), (o, w))


def _mixtilinear(x: str, y: str, z: str, i: str, a: str, b: str, c: str, o: str) -> Iterator[Fact]:
    yield Round(i, (x, y, z))
    yield On(x, (a, c))
    yield On(y, (b, c))
    yield Perpendicular((i, x), (a, c))
    yield Perpendicular((i, y), (b, c))
    yield OnCircle(z, o, a)
    yield On(i, (o, z))


def _trisecting(x: str, y: str, a: str, b: str, c: str) -> Iterator[Fact]:
    yield Between(x, (a, c))
    yield Between(y, (x, c))
    yield Directed((b, a), (b, x), (b, x), (b, y))
    yield Directed((b, x), (b, y), (b, y), (b, c))


def _square(a: str, b: str, c: str, d: str) -> Figure:
    return Figure("square", (a, b, c, d))


def _angle(p: Callable[..., tuple[str, ...]]) -> Callable[..., Fact]:
    """Return the fact that the lines of eight points, two by two, include equal directed angles."""

    def fact(*points: str) -> Fact:
        a, b, c, d, e, f, g, h = p(*points)
        return Directed((a, b), (c, d), (e, f), (g, h))

    return fact


CONSTRUCTIONS: dict[str, Construction] = {
    # Figures
    "free": _reads("a", lambda a: Free(a)),
    "segment": _reads("a b", lambda a, b: Figure("segment", (a, b))),
    "triangle": _reads("a b c", lambda a, b, c: Figure("triangle", (a, b, c))),
    "iso_triangle": _reads("a b c", lambda a, b, c: Figure("triangle", (a, b, c), ("isosceles", f"apex = {a}"))),
    "r_triangle": _reads("a b c", lambda a, b, c: Figure("triangle", (a, b, c), (f"right_at = {a}",))),
    "risos": _reads("a b c", lambda a, b, c: Figure("triangle", (a, b, c), ("isosceles", f"apex = {a}", f"right_at = {a}"))),
    "eq_triangle": _reads("x b c", lambda x, b, c: Figure("triangle", (x, b, c), ("equilateral",))),
    "ieq_triangle": _reads("a b c", lambda a, b, c: Figure("triangle", (a, b, c), ("equilateral",))),
    "triangle12": _reads(
        "a b c", lambda a, b, c: Figure("triangle", (a, b, c)), lambda a, b, c: InRatio((a, b), (a, c), ratio="1/2")
    ),
    "quadrangle": _reads("a b c d", lambda *p: Figure("polygon", p), lambda *p: Turned(p)),
    "pentagon": _reads("a b c d e", lambda *p: Figure("polygon", p), lambda *p: Turned(p)),
    "eq_quadrangle": _reads(
        "a b c d", lambda *p: Figure("polygon", p), lambda *p: Turned(p), lambda a, b, c, d: Equal((d, a), (b, c))
    ),
    "eqdia_quadrangle": _reads(
        "a b c d", lambda *p: Figure("polygon", p), lambda *p: Turned(p), lambda a, b, c, d: Equal((d, b), (a, c), True)
    ),
    "trapezoid": _reads("a b c d", lambda *p: Figure("trapezoid", p)),
    "eq_trapezoid": _reads("a b c d", lambda *p: Figure("trapezoid", p, ("isosceles",))),
    "r_trapezoid": _reads("a b c d", lambda *p: Figure("trapezoid", p, ("right",))),
    "parallelogram": _reads("a b c x", lambda *p: Figure("parallelogram", p)),
    "rectangle": _reads("a b c d", lambda *p: Figure("rectangle", p)),
    "isquare": _reads("a b c d", _square),
    "square": _reads("a b x y", _square),
    # Points made outright
    "midpoint": _reads("x a b", lambda x, a, b: Made("midpoint", x, (a, b))),
    "mirror": _reads("x a b", lambda x, a, b: Made("reflection", x, (a,), options=(f"center = {b}",))),
    "reflect": _reads("x a b c", lambda x, a, b, c: Made("reflection", x, (a,), (b, c))),
    "foot": _reads("x a b c", lambda x, a, b, c: Made("foot", x, (a,), (b, c))),
    "orthocenter": _reads("x a b c", lambda x, *t: Made("orthocenter", x, t)),
    "incenter": _reads("x a b c", lambda x, *t: Made("incenter", x, t)),
    "excenter": _reads("x a b c", lambda x, *t: Made("excenter", x, t)),
    "circle": _reads("x a b c", lambda x, *t: Round(x, t)),
    "circumcenter": _reads("x a b c", lambda x, *t: Made("circumcenter", x, t)),
    "incenter2": _triangle_circle("x y z i a b c", "incenter"),
    "excenter2": _triangle_circle("x y z i a b c", "excenter"),
    "centroid": _midpoints("x y z i a b c", lambda x, y, z, i, a, b, c: Made("centroid", i, (a, b, c))),
    "ninepoints": _midpoints("x y z i a b c", lambda x, y, z, i, a, b, c: Round(i, (x, y, z))),
    "shift": _reads("x b c d", lambda x, b, c, d: Figure("parallelogram", (d, b, x, c), ("hidden",))),
    "trisegment": _reads(
        "x y a b", lambda x, y, a, b: Made("division", x, (a, b), options=("ratio = 1/2",)),
        lambda x, y, a, b: Made("division", y, (a, b), options=("ratio = 2",)),
    ),
    # Points on one locus
    "on_line": _reads("x a b", lambda x, a, b: On(x, (a, b))),
    "on_opline": _reads("x a b", lambda x, a, b: Between(a, (x, b))),
    "on_circle": _reads("x o a", lambda x, o, a: OnCircle(x, o, a)),
    "on_circum": _reads("x a b c", lambda *p: Concyclic(p)),
    "on_dia": _reads("x a b", lambda x, a, b: Perpendicular((x, a), (x, b))),
    "on_pline": _reads("x a b c", lambda x, a, b, c: Parallel((x, a), (b, c))),
    "on_tline": _reads("x a b c", lambda x, a, b, c: Perpendicular((x, a), (b, c))),
    "lc_tangent": _reads("x a o", lambda x, a, o: Perpendicular((x, a), (a, o))),
    "on_bline": _reads("x a b", lambda x, a, b: Equal((x, a), (x, b))),
    "eqdistance": _reads("x a b c", lambda x, a, b, c: Equal((x, a), (b, c), True)),
    "angle_bisector": _reads("x a b c", lambda x, a, b, c: Bisecting(x, (a, b, c))),
    "angle_mirror": _reads("x a b c", _angle(lambda x, a, b, c: (b, a, b, c, b, c, b, x))),
    "on_aline": _reads("x a b c d e", _angle(lambda x, a, b, c, d, e: (a, x, a, b, d, c, d, e))),
    "on_aline2": _reads("x a b c d e", _angle(lambda x, a, b, c, d, e: (x, a, x, b, d, c, d, e))),
    "eqangle2": _reads("x a b c", _angle(lambda x, a, b, c: (a, b, a, x, c, x, c, b))),
    "eqangle3": _reads("x a b d e f", _angle(lambda x, a, b, d, e, f: (x, a, x, b, d, e, d, f))),
    "s_angle": _reads("a b x y", lambda a, b, x, y: Directed((b, a), (b, x), degrees=y), numbers=(3,)),
    # Points where two loci meet
    "intersection_ll": _reads("x a b c d", lambda x, a, b, c, d: On(x, (a, b)), lambda x, a, b, c, d: On(x, (c, d))),
    "intersection_lc": _reads("x a o b", lambda x, a, o, b: On(x, (a, b)), lambda x, a, o, b: OnCircle(x, o, b)),
    "intersection_cc": _reads("x o w a", lambda x, o, w, a: OnCircle(x, o, a), lambda x, o, w, a: OnCircle(x, w, a)),
    "intersection_lp": _reads(
        "x a b c m n", lambda x, a, b, c, m, n: On(x, (a, b)), lambda x, a, b, c, m, n: Parallel((x, c), (m, n))
    ),
    "intersection_lt": _reads(
        "x a b c d e", lambda x, a, b, c, d, e: On(x, (a, b)), lambda x, a, b, c, d, e: Perpendicular((x, c), (d, e))
    ),
    "intersection_pp": _reads(
        "x a b c d e f", lambda x, a, b, c, d, e, f: Parallel((x, a), (b, c)),
        lambda x, a, b, c, d, e, f: Parallel((x, d), (e, f)),
    ),
    "intersection_tt": _reads(
        "x a b c d e f", lambda x, a, b, c, d, e, f: Perpendicular((x, a), (b, c)),
        lambda x, a, b, c, d, e, f: Perpendicular((x, d), (e, f)),
    ),
    "psquare": _reads(
        "x a b", lambda x, a, b: Perpendicular((x, a), (a, b)), lambda x, a, b: Equal((x, a), (a, b), True),
        lambda x, a, b: Turned((a, b, x)),
    ),
    "nsquare": _reads(
        "x a b", lambda x, a, b: Perpendicular((x, a), (a, b)), lambda x, a, b: Equal((x, a), (a, b), True),
        lambda x, a, b: Turned((a, b, x), clockwise=True),
    ),
    "tangent": Construction(("x", "y", "a", "o", "b"), _two_tangents),
    "cc_tangent0": _reads("x y o a w b", lambda x, y, o, a, w, b: Tangents((x, y), (o, a), (w, b))),
    "cc_tangent": Construction(("x", "y", "z", "i", "o", "a", "w", "b"), _common_tangents),
    "2l1c": Construction(("x", "y", "z", "i", "a", "b", "c", "o"), _mixtilinear),
    "3peq": _reads(
        "x y z a b c", lambda x, y, z, a, b, c: On(z, (b, c)), lambda x, y, z, a, b, c: On(x, (a, b)),
        lambda x, y, z, a, b, c: On(y, (a, c)), lambda x, y, z, a, b, c: Made("midpoint", z, (x, y)),
    ),
    "trisect": Construction(("x", "y", "a", "b", "c"), _trisecting),
    "e5128": _reads(
        "x y a b c d", lambda x, y, a, b, c, d: Equal((c, x), (c, b)), lambda x, y, a, b, c, d: On(y, (a, b)),
        lambda x, y, a, b, c, d: On(x, (y, d)),
        _angle(lambda x, y, a, b, c, d: (a, b, a, d, x, a, x, y)),
    ),
}  # fmt: skip
"""By word. The facts of a construction hold of its points together; the order is that in which they read best."""
