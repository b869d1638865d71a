"""What is checked of an imported problem, independently of the solver: statements of its own language on coordinates."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from ...compiler.imports.base import Imported
from ...dsl.source import Source

XY: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Disc:
    """A circle of the drawing."""

    center: XY
    radius: float


@dataclass(frozen=True)
class Figure:
    """The coordinates of a drawing, by the names of the foreign problem."""

    points: Mapping[str, XY]
    circles: Mapping[str, Disc] = field(default_factory=dict)
    lines: Mapping[str, tuple[XY, XY]] = field(default_factory=dict)
    """Two points of each named line."""
    unit: float = 1.0
    """How long a unit of length of the problem is in the drawing."""

    @property
    def size(self) -> float:
        """The largest distance of two points, or the largest diameter."""
        apart = (math.dist(p, q) for p, q in combinations(self.points.values(), 2))
        return max([1e-12, *apart, *(2 * c.radius for c in self.circles.values())])


@dataclass(frozen=True)
class Statement:
    """One condition or goal of a foreign problem."""

    text: str
    error: Callable[[Figure], float]
    """How far it is from holding: lengths as shares of the figure's size, angles in radians, ratios relative.

    An inequality that holds gives 0. A figure without what the statement names gives infinity.
    """
    goal: bool = False


@dataclass(frozen=True)
class Case:
    """A problem with what must hold on its drawing."""

    imported: Imported
    statements: tuple[Statement, ...] = ()
    refused: str = ""
    """Why it must be refused, for a problem that is meant to fail."""
    false_goal: bool = False
    """Whether its goal is known not to follow."""


@dataclass(frozen=True)
class Corpus:
    """An evaluator of one foreign language: one declaration, which `corpora` lists."""

    format: str
    """The name of the import format."""
    cases: Callable[[Source, str], Iterator[Case]]
    """Yields the problems of a file with their statements, or only the one that is named."""
