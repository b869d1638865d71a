"""What equations in space are written in: x, y, z, cylindrical r and θ, spherical ρ, θ and φ.

Convention: θ is the azimuth from the x axis, φ the angle from the positive z axis. Source: ISO 80000-2 names
them the other way round; calculus books, from which such problems come, have it so (Stewart, Calculus, ch. 15).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...expression import Application, Expression, Letter, Operation
from ...expression.slopes import Rising, rising
from ...space.camera import XYZ, Array
from ...space.fields import Computed, Field, Quadric, normalised, quadric_through

SPACE = ("x", "y", "z")
CURVED = ("r", "θ", "ρ", "φ")
VARIABLES = (*SPACE, *CURVED, "theta", "phi", "rho", "t", "u", "v", "s")
Function = Callable[[Array], Array]
_SCALES = (3.0, 1.0, 10.0, 0.3, 40.0)
_ENOUGH = 40


def letters_at(places: Array, names: tuple[str, ...]) -> dict[str, Array | float]:
    """Return the values of letters at places `(n, 3)`, data coordinates; a letter without meaning is 1."""
    x, y, z = places.T
    found: dict[str, Array | float] = {"x": x, "y": y, "z": z}
    across = np.hypot(x, y)
    for name in names:
        if name in SPACE:
            continue
        match name:
            case "r":
                found[name] = across
            case "θ":
                found[name] = np.arctan2(y, x)
            case "ρ":
                found[name] = np.hypot(across, z)
            case "φ":
                found[name] = np.arctan2(across, z)
            case _:
                found[name] = 1.0
    return found


def values_of(expression: Expression, places: Array) -> Array:
    """Return an expression's values at places, in data coordinates."""
    return expression.values(letters_at(places, expression.letters))


def strangers(expression: Expression) -> tuple[str, ...]:
    """Return the letters of an expression that are no coordinates: nobody gave them a number."""
    return tuple(name for name in expression.letters if name not in SPACE + CURVED)


def samples(function: Function) -> tuple[Array, Array] | None:
    """Return places at which a function has values, and these; nothing where it hardly has any."""
    for scale in _SCALES:
        places = np.random.default_rng(7).uniform(-scale, scale, (160, 3))
        values = function(places)
        if np.isfinite(values).sum() >= _ENOUGH:
            return places, values
    return None


@dataclass(frozen=True, eq=False)
class Formed:
    """A field in space millimetres that an expression in data coordinates gives, with its exact slope."""

    expression: Expression
    unit: Array

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The letters of its expression."""
        return self.expression.letters

    def value(self, places: Array) -> Array:
        """Return its values at places."""
        return self.expression.values(letters_at(places / self.unit, self.letters))

    def slope(self, places: Array) -> Array:
        """Return its gradients."""
        found = rising(self.expression, rising_letters(places / self.unit, self.letters))
        if found is None:
            return Computed(self.value).slope(places)
        if found.slope is None:
            return np.zeros_like(places)
        return np.asarray(found.slope.T / self.unit)


def rising_letters(places: Array, letters: tuple[str, ...]) -> dict[str, Rising]:
    """Return the coordinates at places with their slopes along x, y and z; a letter without meaning is 1."""
    x, y, z = places.T
    axes = np.zeros((3, 3, len(places)))
    axes[0, 0] = axes[1, 1] = axes[2, 2] = 1.0
    found = {name: Rising(v, axes[k]) for k, (name, v) in enumerate(zip(SPACE, (x, y, z)))}
    if not set(letters) <= set(SPACE):
        found.update({name: Rising(1.0) for name in letters if name not in SPACE})
        found.update(_curved(x, y, z))
    return found


def _curved(x: Array, y: Array, z: Array) -> dict[str, Rising]:
    """Return cylindrical and spherical coordinates with their slopes."""
    r = np.maximum(np.hypot(x, y), 1e-12)
    rho = np.maximum(np.hypot(r, z), 1e-12)
    none = np.zeros_like(x)
    return {
        "r": Rising(r, np.stack([x / r, y / r, none])),
        "θ": Rising(np.arctan2(y, x), np.stack([-y / r**2, x / r**2, none])),
        "ρ": Rising(rho, np.stack([x / rho, y / rho, z / rho])),
        "φ": Rising(np.arctan2(r, z), np.stack([x * z / r, y * z / r, -r]) / rho**2),
    }  # fmt: skip


def field_of(expression: Expression, scale: XYZ) -> Field:
    """Return an expression in data coordinates as a field in space millimetres: a quadric where it is one."""
    found = samples(lambda places: values_of(expression, places))
    matrix = quadric_through(found[1], found[0]) if found else None
    if matrix is None:
        return Formed(expression, np.array(scale))
    shrink = np.diag([1 / scale[0], 1 / scale[1], 1 / scale[2], 1.0])
    return normalised(shrink @ matrix @ shrink)


def constant_of(field: Field) -> float | None:
    """Return the value of a field that is the same everywhere."""
    if isinstance(field, Quadric) and not np.abs(field.matrix).sum() - abs(field.matrix[3, 3]):
        return float(field.matrix[3, 3])
    return None


def replaced(expression: Expression, old: Expression, new: Expression) -> Expression:
    """Return an expression in which a part stands for another."""
    from dataclasses import fields, replace

    if expression == old:
        return new
    if isinstance(expression, Application):
        return Application(expression.function, tuple(replaced(a, old, new) for a in expression.args))
    inner = {
        f.name: replaced(part, old, new)
        for f in fields(expression)
        if isinstance(part := getattr(expression, f.name), Expression)
    }
    return replace(expression, **inner) if inner else expression


def square_of(root: Expression) -> Expression | None:
    """Return what a square root is of, also one that is written as a power; nothing for what is none.

    >>> from ...expression import read_formula
    >>> square_of(read_formula("x^(1/2)"))
    Letter(name='x')
    """
    if isinstance(root, Application) and root.function == "sqrt":
        return root.args[0]
    if isinstance(root, Operation) and root.op == "^" and root.right.value() == 0.5:
        return root.left
    return None


def root_in(expression: Expression) -> Expression | None:
    """Return the one part that is never negative and whose square is simple: a square root, ρ or r."""
    roots = [part for part in expression.walk() if part.letters and square_of(part) is not None]
    roots = [
        *dict.fromkeys(
            root for root in roots if not any(root in other.walk() for other in roots if other != root)
        )
    ]
    own: list[Expression] = [Letter(name) for name in ("ρ", "r") if name in expression.letters]
    found = roots or own
    return found[0] if len(found) == 1 else None
