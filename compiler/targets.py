"""Where a text may stand: the features that labels belong to, as drawings name them to the placement service."""

from dataclasses import dataclass
from typing import TypeAlias

from ..dsl.scene import XY


@dataclass(frozen=True)
class ByPoint:
    """Beside a point, clear of it by `gap` mm; `toward` is the preferred direction in degrees."""

    at: XY
    gap: float = 1.0
    toward: float | None = None


@dataclass(frozen=True)
class AlongLine:
    """Beside a polyline at its fraction `at`, or in a gap of it.

    `side` is +1 for the left of the line's direction, -1 for the right, 0 for either. With `in_gap`
    the text stands on the line itself, which is then broken around it (dimension text).
    """

    points: tuple[XY, ...]
    at: float = 0.5
    side: int = 0
    gap: float = 1.1
    in_gap: bool = False
    ink: str = ""
    """The id of the path to break when `in_gap`."""
    may_break: bool = False
    """Whether the line may be broken for the text where there is no room beside it."""


@dataclass(frozen=True)
class InArc:
    """At an angle mark: on the bisector of `start`..`end` (degrees, counter-clockwise) from `center`."""

    center: XY
    radius: float
    start: float
    end: float


@dataclass(frozen=True)
class InArea:
    """Inside an outline where there is room, else beside it with a leader."""

    outline: tuple[XY, ...]
    holes: tuple[tuple[XY, ...], ...] = ()
    prefer_outside: bool = False


@dataclass(frozen=True)
class Fixed:
    """Exactly here: `align` names the point of the text's box (`center`, `left`, `bottom right` …)."""

    at: XY
    align: str = "center"


Target: TypeAlias = ByPoint | AlongLine | InArc | InArea | Fixed
