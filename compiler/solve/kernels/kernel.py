"""What a kernel is: one formula over jets, declared once, evaluated for all constraints of its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from ..jets import Array, Jet, seeds

Formula: TypeAlias = Callable[..., Jet | tuple[Jet, ...]]


class Unit(StrEnum):
    """What the value of a kernel is measured in; its tolerance follows from it."""

    LENGTH = "length"
    """Sketch millimetres."""
    ANGLE = "angle"
    """Radians."""
    RATIO = "ratio"
    """What two numbers are divided to, the last slot: tolerance relative to that, however large they are."""
    NUMBER = "number"
    """The unit of the slots themselves: tolerance relative to their magnitude."""


@dataclass(frozen=True)
class Kernel:
    """A relation between slots. `doc` states the formula; an equation wants it 0, a bound wants it >= 0."""

    name: str
    doc: str
    slots: tuple[str, ...]
    """The meaning of each slot, in order; of a variable kernel the names of one round."""
    unit: Unit
    size: int
    """Residuals per constraint."""
    formula: Formula
    varies: bool = False
    """Whether any number of slots is taken (see `doc` for their order)."""
    points: tuple[tuple[int, int], ...] = ()
    """Positions, among the slots, of coordinate pairs."""
    apart: tuple[tuple[int, int, int, int], ...] = ()
    """Positions of two points each, between which the formula takes a direction: they must not coincide."""
    figures: tuple[tuple[int, ...], ...] = ()
    """Positions of the slots of two figures that are only compared: each may be shifted and turned by itself."""
    places: tuple[tuple[int, int, int], ...] = ()
    """Positions, among the slots, of coordinate triples: places in space."""

    def point_positions(self, count: int) -> tuple[tuple[int, int], ...]:
        """Return the positions of coordinate pairs among `count` slots."""
        if not self.varies or not self.points:
            return self.points
        return tuple((at, at + 1) for at in range(0, count - 1, 2))

    def accepts(self, count: int) -> bool:
        """Whether the kernel can read that many slots."""
        return count >= 1 if self.varies else count == len(self.slots)

    def evaluate(self, inputs: Array) -> tuple[Array, Array]:
        """Return residuals `(n, m)` and Jacobians `(n, m, k)` for inputs `(n, k)`."""
        residuals, slopes = self.transposed(inputs)
        return residuals.T, slopes.transpose(2, 0, 1)

    def transposed(self, inputs: Array) -> tuple[Array, Array]:
        """Return residuals `(m, n)` and Jacobians `(m, k, n)`, the layout that jets produce."""
        outputs = self.formula(*seeds(inputs))
        if isinstance(outputs, Jet):
            outputs = (outputs,)
        count, width = inputs.shape
        slopes = np.empty((len(outputs), width, count))
        for row, output in enumerate(outputs):
            slopes[row] = output.grad
        return np.array([output.value for output in outputs]), slopes


def kernel(
    name: str, unit: Unit, *, size: int = 1, apart: str = "", compares: str = ""
) -> Callable[[Formula], Kernel]:
    """Declare a formula as a kernel; its parameters name the slots, `ax, ay` being point a.

    `apart="ab cd"` says that a and b, and c and d, must not coincide for the formula to mean anything;
    `compares="ab cd"` that the points a and b make one figure and c and d another, of which only sizes are compared.
    """

    def declare(formula: Formula) -> Kernel:
        code = formula.__code__
        names = code.co_varnames[: code.co_argcount]
        at = names.index
        ends = tuple(
            (at(pair[0] + "x"), at(pair[0] + "y"), at(pair[1] + "x"), at(pair[1] + "y"))
            for pair in apart.split()
        )
        figures = tuple(
            tuple(at(point + axis) for point in figure for axis in "xy") for figure in compares.split()
        )
        return Kernel(
            name, formula.__doc__ or "", names, unit, size, formula,
            points=_pairs(names), apart=ends, figures=figures, places=_triples(names),
        )  # fmt: skip

    return declare


def variable_kernel(name: str, unit: Unit, *, round_of: tuple[str, ...]) -> Callable[[Formula], Kernel]:
    """Declare a kernel that takes any number of slots: rounds of `round_of`, then a last slot."""

    def declare(formula: Formula) -> Kernel:
        doc = formula.__doc__ or ""
        return Kernel(name, doc, round_of, unit, 1, formula, varies=True, points=_pairs(round_of))

    return declare


def _pairs(names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the positions of points of the plane: `ax, ay`, unless a third coordinate follows."""
    ends = pairwise(names)
    return tuple(
        (at, at + 1)
        for at, (first, second) in enumerate(ends)
        if first[:-1] == second[:-1]
        and first.endswith("x")
        and second.endswith("y")
        and names[at + 2 : at + 3] != (first[:-1] + "z",)
    )


def _triples(names: tuple[str, ...]) -> tuple[tuple[int, int, int], ...]:
    """Return the positions of places in space: `ax, ay, az`."""
    return tuple(
        (at, at + 1, at + 2)
        for at in range(len(names) - 2)
        if names[at : at + 3] == tuple(names[at][:-1] + axis for axis in "xyz")
    )
