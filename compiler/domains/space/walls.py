"""Walls: what one equation or inequality says in space, as pieces of surfaces and as what is inside.

`z = sqrt(x^2 + y^2)` is the upper half of a quadric cone, `φ <= π/3` all within another, `ρ = 3` a sphere:
whatever is a part of a quadric becomes one, so that its curves are found in closed form.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...expression import Application, Equation, Expression, Letter, Negation, Number, Operation
from ...space.camera import XYZ, Array
from ...space.fields import Either, Field, Quadric, normalised, plane_field
from ..core.curves_regions import equation_text
from ..core.equations import Limit
from .letters import (
    constant_of,
    field_of,
    letters_at,
    replaced,
    root_in,
    samples,
    square_of,
    values_of,
)

ROOT = "σ"


@dataclass(frozen=True, eq=False)
class Piece:
    """The part of a field's surface on the inner side of its own limits."""

    field: Field
    limits: tuple[Field, ...] = ()


@dataclass(frozen=True, eq=False)
class Wall:
    """An equation or an inequality: its surface, and the fields that are not negative inside."""

    pieces: tuple[Piece, ...]
    inside: tuple[Field, ...] = ()
    text: str = ""
    """Its equation as a formula."""


def wall_of_equation(equation: Equation, scale: XYZ, text: str = "") -> Wall:
    """Return the surface of an equation."""
    sides = Limit(equation.left, equation.right)
    found = _polar_cone(sides, scale) or _half_plane(sides) or _wall(sides.gap, scale)
    return Wall(found.pieces, (), text)


def wall_of_limit(limit: Limit, scale: XYZ) -> Wall:
    """Return the surface on which an inequality holds with equality, and its inner side."""
    found = _polar_cone(limit, scale) or _wall(limit.gap, scale)
    return Wall(found.pieces, found.inside, equation_text(limit))


def _wall(gap: Expression, scale: XYZ) -> Wall:
    plain = field_of(gap, scale)
    if isinstance(plain, Quadric):
        return Wall((Piece(plain),), (plain,))
    return _product(gap, scale) or _isolated(gap, scale) or Wall((Piece(plain),), (plain,))


def _product(gap: Expression, scale: XYZ) -> Wall | None:
    """Return the wall of `ρ <= 2 cos φ` and its like: times ρ, r or a cosine it is a quadric."""
    if not any(isinstance(part, Application) for part in gap.walk()) or not {"θ", "φ"} & set(gap.letters):
        return None
    for factor in (
        Letter("ρ"),
        Letter("r"),
        *(Application(f, (Letter(a),)) for a in "φθ" for f in ("cos", "sin")),
    ):
        field = field_of(Operation("*", gap, factor), scale)
        if isinstance(field, Quadric):
            return Wall((Piece(field),), (field,))
    return None


def squared(limit: Limit, places: Array) -> tuple[Limit, ...]:
    """Return an inequality without its square root, where the other side is not negative at places; else as it is.

    Where only the root kept that side from being negative, a second inequality says so.

    >>> from ...expression import read_formula
    >>> (found,) = squared(Limit(Letter("y"), read_formula("sqrt(x)")), np.array([[1.0, 0.5, 0.0]]))
    >>> found.gap.value({"x": 4.0, "y": 2.0}), found.gap.value({"x": -1.0, "y": 0.0})
    (0.0, -1.0)
    """
    root = root_in(limit.gap)
    square = square_of(root) if root is not None else None
    if root is None or square is None:
        return (limit,)
    rest = replaced(limit.gap, root, Letter(ROOT))
    share = _share(rest)
    if share is None:
        return (limit,)
    none = replaced(rest, Letter(ROOT), Number("0", 0.0))
    w = Operation("/", none, Number(f"{-share}", -share))
    if not (values_of(w, places) >= -1e-9).all():
        return (limit,)
    other = Operation("^", w, Number("2", 2.0))
    if share > 0:
        return (Limit(other, square),)
    return Limit(square, other), Limit(Number("0", 0.0), w)


def _share(rest: Expression) -> float | None:
    """Return the factor of a root that enters linearly."""

    def at(places: Array, sigma: float) -> Array:
        return rest.values({**letters_at(places, rest.letters), ROOT: np.full(len(places), sigma)})

    found = samples(lambda places: at(places, 0.5))
    if found is None:
        return None
    levels = [at(found[0], sigma) for sigma in (0.0, 1.0, 2.0)]
    steps = np.concatenate([levels[1] - levels[0], levels[2] - levels[1]])
    steps = steps[np.isfinite(steps)]
    share = float(steps.mean()) if len(steps) else 0.0
    return share if share and np.abs(steps - share).max() <= 1e-9 * abs(share) else None


def _isolated(gap: Expression, scale: XYZ) -> Wall | None:
    """Return the wall of a root that enters linearly: A + B σ >= 0 with σ² simple, squared with its sign kept."""
    root = root_in(gap)
    if root is None:
        return None
    rest = replaced(gap, root, Letter(ROOT))
    share = _share(rest)
    if share is None:
        return None
    none = replaced(rest, Letter(ROOT), Number("0", 0.0))
    w = Operation("/", none, Number(f"{-share}", -share))
    return _squared(w, square_of(root) or Operation("*", root, root), share > 0, scale)


def _squared(w: Expression, square: Expression, outer: bool, scale: XYZ) -> Wall:
    """Return the wall of σ >= w (outer) or σ <= w, where σ >= 0 has a known square."""
    other = Operation("^", w, Number("2", 2.0))
    whole = field_of(Operation("-", square, other) if outer else Operation("-", other, square), scale)
    bound = field_of(w, scale)
    level = constant_of(bound)
    limits = () if level is not None and level > 0 else (bound,)
    if not outer:
        return Wall((Piece(whole, limits),), (*limits, whole))
    inside: tuple[Field, ...] = (whole,) if not limits else (Either((field_of(Negation(w), scale), whole)),)
    found = samples(lambda places: values_of(square, places))
    if found is not None and (found[1] < 0).any():
        inside = (*inside, field_of(square, scale))
    return Wall((Piece(whole, limits),), inside)


def _polar_cone(limit: Limit, scale: XYZ) -> Wall | None:
    """Return the wall of `φ <= c` or `φ >= c`: a half cone about the z axis, or the plane z = 0."""
    for letter, other, below in ((limit.smaller, limit.larger, True), (limit.larger, limit.smaller, False)):
        if not (isinstance(letter, Letter) and letter.name == "φ") or other.letters:
            continue
        angle = other.value()
        if not 1e-9 < angle < math.pi - 1e-9:
            return Wall((), ())
        up = plane_field((0.0, 0.0, 1.0), 0.0)
        if abs(angle - math.pi / 2) < 1e-9:
            plane = up if below else -up
            return Wall((Piece(plane),), (plane,))
        return _half_cone(angle, below, up, scale)
    return None


def _half_cone(angle: float, below: bool, up: Quadric, scale: XYZ) -> Wall:
    s, c = math.sin(angle) ** 2, math.cos(angle) ** 2
    upper = angle < math.pi / 2
    half = up if upper else -up

    cone = normalised(np.diag([-c / scale[0] ** 2, -c / scale[1] ** 2, s / scale[2] ** 2, 0.0]))
    inner = upper == below
    inside: tuple[Field, ...] = (half, cone) if inner else (Either((-half, -cone)),)
    return Wall((Piece(cone if inner else -cone, (half,)),), inside)


def _half_plane(sides: Limit) -> Wall | None:
    """Return the wall of `θ = c`: half a plane that ends at the z axis."""
    for letter, other in ((sides.smaller, sides.larger), (sides.larger, sides.smaller)):
        if isinstance(letter, Letter) and letter.name == "θ" and not other.letters:
            angle = other.value()
            ahead = plane_field((math.cos(angle), math.sin(angle), 0.0), 0.0)
            return Wall((Piece(_turned(angle), (ahead,)),))
    return None


def wedge_walls(low: float | None, high: float | None, text: tuple[str, str]) -> Iterator[Wall]:
    """Yield the half planes of a range of the azimuth θ; a whole turn has none."""
    low, high = 0.0 if low is None else low, 2 * math.pi if high is None else high
    if high - low > 2 * math.pi - 1e-9:
        return
    after, before = _turned(low), -_turned(high)
    sector: tuple[Field, ...] = (after, before)
    if high - low > math.pi + 1e-9:
        sector = (Either((after, before)),)
    first = plane_field((math.cos(low), math.sin(low), 0.0), 0.0)
    last = plane_field((math.cos(high), math.sin(high), 0.0), 0.0)
    yield Wall((Piece(after, (first,)),), sector, text[0])
    yield Wall((Piece(before, (last,)),), (), text[1])


def _turned(angle: float) -> Quadric:
    """Return the field that is positive to the left of the half plane at an azimuth."""
    return plane_field((-math.sin(angle), math.cos(angle), 0.0), 0.0)


def range_walls(box: tuple[XYZ, XYZ], axes: str = "xyz") -> list[Wall]:
    """Return the planes of a box in space millimetres, as far as its sides are finite."""
    found = []
    for at, axis in enumerate("xyz"):
        for end, sign in ((box[0][at], 1.0), (box[1][at], -1.0)):
            if axis in axes and math.isfinite(end):
                normal = [0.0, 0.0, 0.0]
                normal[at] = sign
                field = plane_field(normal, -sign * end)
                found.append(Wall((Piece(field),), (field,)))
    return found
