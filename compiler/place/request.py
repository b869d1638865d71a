"""What a drawing asks of the placement service: a text, and the feature that it belongs to."""

from dataclasses import dataclass, field
from typing import TypeAlias

from ...dsl.scene import XY, Origin
from ..typeset.text import SetText


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
    gap: float = 0.8
    in_gap: bool = False
    ink: str = ""
    """The id of the path to break when `in_gap`."""


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


@dataclass(frozen=True)
class LabelRequest:
    """One text that must appear. `owner` is the id of the primitive it names (it may touch no other)."""

    id: str
    text: SetText
    target: Target
    role: str = "label"
    origin: Origin | None = None
    owner: str = ""
    color: str = "ink"
    z: int = 50
    may_lead: bool = True
    """Whether a leader line from text to target is acceptable when crowded."""
    avoid: tuple[str, ...] = field(default=())
    """Ids of light areas that the text must keep out of (text may stand on all others)."""
    rotation: float = 0.0
    """Degrees by which the text is turned, wherever it ends up; upright unless a convention says so."""
