"""What constructions say, in terms that do not hang on a foreign language: shapes, made points, loci, relations.

Points are names; a pair of points is the line through them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class Figure:
    """A shape by its vertices: `triangle`, `square` and so on."""

    word: str
    points: tuple[str, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Free:
    """A point of which nothing is said."""

    point: str


@dataclass(frozen=True)
class Made:
    """A point that a construction gives outright: `midpoint M(A, B)`."""

    word: str
    point: str
    of: tuple[str, ...]
    """The points that it is made of, in a row that reads as one path."""
    line: tuple[str, ...] = ()
    """The line that it is made with, by two points."""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class On:
    """A point on the line through two others."""

    point: str
    line: Pair


@dataclass(frozen=True)
class Between:
    """A point between two others."""

    point: str
    line: Pair


@dataclass(frozen=True)
class OnCircle:
    """A point on the circle about a centre through another point."""

    point: str
    center: str
    rim: str


@dataclass(frozen=True)
class Round:
    """The circle about a named centre through some points; `center` lies there because of it if `places` says so."""

    center: str
    points: tuple[str, ...]
    places: bool = True


@dataclass(frozen=True)
class Concyclic:
    """Points on one circle."""

    points: tuple[str, ...]


@dataclass(frozen=True)
class Perpendicular:
    """Two lines at right angles."""

    first: Pair
    second: Pair


@dataclass(frozen=True)
class Parallel:
    """Two parallel lines."""

    first: Pair
    second: Pair


@dataclass(frozen=True)
class Equal:
    """Two distances that are equal; `seen` are drawn."""

    first: Pair
    second: Pair
    seen: bool = False


@dataclass(frozen=True)
class Directed:
    """The directed angle from one line to another equals that between two more, or a number of degrees."""

    first: Pair
    second: Pair
    third: Pair = ("", "")
    fourth: Pair = ("", "")
    degrees: str = ""


@dataclass(frozen=True)
class Bisecting:
    """A point on the inner bisector of an angle."""

    point: str
    angle: tuple[str, str, str]


@dataclass(frozen=True)
class InRatio:
    """Two distances in a ratio, or in the ratio of two others."""

    first: Pair
    second: Pair
    third: Pair = ("", "")
    fourth: Pair = ("", "")
    ratio: str = ""


@dataclass(frozen=True)
class Turned:
    """Points that follow each other counter-clockwise, or clockwise."""

    points: tuple[str, ...]
    clockwise: bool = False


@dataclass(frozen=True)
class Tangents:
    """The points in which a common tangent touches two circles, each by centre and rim point."""

    contacts: Pair
    one: Pair
    other: Pair


@dataclass(frozen=True)
class Apart:
    """Two points on different sides of a line: which of two like points is meant."""

    points: Pair
    line: Pair


Fact: TypeAlias = (
    Figure | Free | Made | On | Between | OnCircle | Round | Concyclic | Perpendicular | Parallel | Equal | Directed
    | Bisecting | InRatio | Turned | Tangents | Apart
)  # fmt: skip
