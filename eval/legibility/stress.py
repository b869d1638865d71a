"""The stress set: random scenes with many labels, as ink and requests, the same ones every time.

Three kinds: a street map (named streets and places of interest), a graph (named nodes, weighted links) and
dense geometry (points, segments, circles, angle marks). The page grows with the number of labels, so that
every scene is about as crowded as the others: far more than a figure in a textbook is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import atan2, cos, degrees, dist, hypot, pi, radians, sin, sqrt
from types import MappingProxyType
from typing import Final

import numpy as np

from ...backends.glyphs import run_outline
from ...compiler.targets import AlongLine, ByPoint, InArc, Target
from ...compiler.typeset.text import SetText
from ...dsl.scene import MM_PER_POINT, XY, Item, Marker, Path, Run, Stroke

AREA_PER_LABEL: Final = 200.0
"""Square millimetres of the page for each label; a textbook's figure has about twice as many."""
SMALLEST_PAGE: Final = 2400.0
SIZE: Final = 9.0
STREETS: Final = (
    "Mill Lane", "Station Road", "High Street", "Park Avenue", "Church Walk", "Bridge Street", "Queen's Road",
    "Elm Grove", "Market Row", "Abbey Close", "Harbour Way", "North Parade", "King Street", "Orchard Hill",
)  # fmt: skip
PLACES: Final = (
    "Museum", "Café", "School", "Town Hall", "Library", "Theatre", "Post", "Hospital", "Pool", "Old Mill", "Zoo",
    "Chapel", "Fire Brigade", "Bank", "Gallery", "Hostel", "Well", "Bakery", "University", "Cinema",
)  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """A label that a scene asks for: what it says, and the feature that it names."""

    id: str
    text: SetText
    target: Target
    feature: tuple[XY, ...]
    """One point, or the polyline that is named."""
    owner: str

    @property
    def anchor(self) -> XY:
        """Where a placer that knows points only is told to put it."""
        return _middle(self.feature)


@dataclass(frozen=True)
class StressScene:
    """Ink without text, the labels that it needs, and the size of its page in millimetres."""

    kind: str
    seed: int
    width: float
    height: float
    ink: tuple[Item, ...]
    wishes: tuple[Wish, ...]

    @property
    def lines(self) -> tuple[tuple[XY, ...], ...]:
        """The polylines that are drawn."""
        return tuple(item.points for item in self.ink if isinstance(item, Path))

    @property
    def points(self) -> tuple[XY, ...]:
        """The points that are drawn."""
        return tuple(item.at for item in self.ink if isinstance(item, Marker))


@dataclass
class _Sheet:
    """A scene in the making."""

    kind: str
    count: int
    seed: int
    ink: list[Item] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)

    def __post_init__(self) -> None:
        area = max(SMALLEST_PAGE, AREA_PER_LABEL * self.count)
        self.width, self.height = sqrt(area * 4 / 3), sqrt(area * 3 / 4)
        self.draw = np.random.Generator(np.random.PCG64([self.seed, self.count]))

    def spot(self, margin: float = 4.0) -> XY:
        """Return a random point of the page."""
        x, y = self.draw.uniform((margin, margin), (self.width - margin, self.height - margin)).tolist()
        return x, y

    def spread(self, count: int, apart: float, lines: Sequence[tuple[XY, ...]] = ()) -> list[XY]:
        """Return random points that stand off each other and off lines where they can."""
        found: list[XY] = []
        for _ in range(count):
            spots = (self.spot() for _ in range(80))
            found.append(next((s for s in spots if _free(s, found, apart, lines)), self.spot()))
        return found

    def line(self, id: str, points: Sequence[XY], width: float = 0.35) -> None:
        """Draw a polyline."""
        codes = "M" + "L" * (len(points) - 1)
        self.ink.append(
            Path(id=id, role="edge", codes=codes, points=tuple(points), stroke=Stroke(width=width))
        )

    def dot(self, id: str, at: XY, size: float = 1.2) -> None:
        """Draw a point."""
        self.ink.append(Marker(id=id, role="point", at=at, size=size))

    def name(self, id: str, words: str, target: Target, feature: Sequence[XY]) -> None:
        """Ask for a label of the primitive `id`."""
        if len(self.wishes) < self.count:
            label = f"label{len(self.wishes)}"
            self.wishes.append(Wish(label, one_run(words), target, tuple(feature), id))

    def done(self) -> StressScene:
        """Return the scene."""
        return StressScene(self.kind, self.seed, self.width, self.height, tuple(self.ink), tuple(self.wishes))


def street_map(count: int, seed: int) -> StressScene:
    """A quarter of the labels name streets, the others places of interest."""
    sheet = _Sheet("street map", count, seed)
    streets = list(_streets(sheet, max(1, count // 4)))
    for k, street in enumerate(streets):
        sheet.line(f"street{k}", street, width=0.6)
        sheet.name(f"street{k}", STREETS[k % len(STREETS)], AlongLine(street, ink=f"street{k}"), street)
    for k, at in enumerate(sheet.spread(count - len(streets), 5.0, streets)):
        sheet.dot(f"place{k}", at)
        sheet.name(f"place{k}", PLACES[int(sheet.draw.integers(len(PLACES)))], ByPoint(at), (at,))
    return sheet.done()


def graph(count: int, seed: int) -> StressScene:
    """Named nodes in general position and the weighted links of their Gabriel graph, which do not cross.

    Source: K. R. Gabriel and R. R. Sokal, Systematic Zoology 18 (1969), 259.
    """
    sheet = _Sheet("graph", count, seed)
    nodes = sheet.spread(max(3, round(0.45 * count)), 7.0)
    links = [
        (i, j) for i in range(len(nodes)) for j in range(i) if _is_gabriel(nodes, i, j)
    ]  # fmt: skip
    for k, (i, j) in enumerate(links):
        sheet.line(f"link{k}", (nodes[i], nodes[j]))
    for i, at in enumerate(nodes):
        sheet.dot(f"node{i}", at, size=1.8)
        sheet.name(f"node{i}", f"v{i + 1}", ByPoint(at), (at,))
    for k in sheet.draw.permutation(len(links)).tolist():
        ends = (nodes[links[k][0]], nodes[links[k][1]])
        weight = f"{int(sheet.draw.integers(1, 99))}" + (" km" if k % 3 == 0 else "")
        sheet.name(f"link{k}", weight, AlongLine(ends, ink=f"link{k}"), ends)
    return sheet.done()


def dense_geometry(count: int, seed: int) -> StressScene:
    """Half of the labels name points; the others segments and angles; circles pass through all of it."""
    sheet = _Sheet("geometry", count, seed)
    points = sheet.spread((count + 1) // 2, 6.0)
    for k in range(1 + count // 15):
        center, radius = sheet.spot(12.0), float(sheet.draw.uniform(6.0, 12.0))
        sheet.line(f"circle{k}", _arc(center, radius, 0.0, 360.0), width=0.25)
    segments = list(_segments(sheet, points))
    for k, (i, j) in enumerate(segments):
        sheet.line(f"segment{k}", (points[i], points[j]))
    for i, at in enumerate(points):
        sheet.dot(f"point{i}", at)
        sheet.name(f"point{i}", chr(65 + i % 26) + (str(i // 26) if i >= 26 else ""), ByPoint(at), (at,))
    _angles(sheet, points, segments, (count + 2) // 4)
    for k, (i, j) in enumerate(segments):
        ends = (points[i], points[j])
        words = f"{int(sheet.draw.integers(2, 20))}" + (" cm" if k % 2 else "")
        sheet.name(f"segment{k}", words, AlongLine(ends, ink=f"segment{k}"), ends)
    return sheet.done()


KINDS: Mapping[str, Callable[[int, int], StressScene]] = MappingProxyType(
    {"street map": street_map, "graph": graph, "geometry": dense_geometry}
)


def one_run(words: str, font: str = "roman") -> SetText:
    """Set words in one run of one font, which every drawing library can do alike."""
    run = Run(text=words, font=font, size=SIZE, x=0.0, y=0.0)
    points = run_outline(run).points
    (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    em = SIZE * MM_PER_POINT
    return SetText(words, (run,), (), (left, bottom, right, top), right, 0.75 * em, 0.25 * em)


def _streets(sheet: _Sheet, count: int) -> Iterator[tuple[XY, ...]]:
    """Yield streets that run roughly along the page's sides, with a bend, and keep off their parallels."""
    found: list[tuple[XY, ...]] = []
    for _ in range(count):
        for _ in range(40):
            street = _street(sheet)
            if all(_crosses_or_stands_off(street, other) for other in found):
                break
        found.append(street)
        yield street


def _street(sheet: _Sheet) -> tuple[XY, ...]:
    x, y = sheet.spot(6.0)
    bearing = float(sheet.draw.integers(2)) * pi / 2 + float(sheet.draw.normal(0.0, 0.15))
    half = min(float(sheet.draw.uniform(14.0, 36.0)), 0.45 * sheet.height)
    bend = float(sheet.draw.normal(0.0, 2.0))
    c, s = cos(bearing), sin(bearing)
    points = ((x - half * c, y - half * s), (x - bend * s, y + bend * c), (x + half * c, y + half * s))
    return tuple(
        (min(max(px, 1.0), sheet.width - 1), min(max(py, 1.0), sheet.height - 1)) for px, py in points
    )


def _crosses_or_stands_off(one: Sequence[XY], other: Sequence[XY]) -> bool:
    """Whether two streets are not side by side."""
    turn = [atan2(line[-1][1] - line[0][1], line[-1][0] - line[0][0]) for line in (one, other)]
    if abs(sin(turn[0] - turn[1])) > 0.5:
        return True
    return all(distance_to(p, line) > 7.0 for p, line in ((_middle(one), other), (_middle(other), one)))


def _is_gabriel(nodes: Sequence[XY], i: int, j: int) -> bool:
    """Whether no other node lies in the circle with a pair of nodes as its diameter."""
    center = _middle((nodes[i], nodes[j]))
    radius = dist(nodes[i], nodes[j]) / 2
    return all(dist(at, center) >= radius for k, at in enumerate(nodes) if k not in (i, j))


def _segments(sheet: _Sheet, points: Sequence[XY]) -> Iterator[tuple[int, int]]:
    """Yield pairs of points: each is joined to two of its six nearest."""
    seen = set()
    for i, at in enumerate(points):
        near = sorted(range(len(points)), key=lambda k: (dist(points[k], at), k))[1:7]
        for j in sheet.draw.permutation(near).tolist()[:2]:
            pair = (min(i, j), max(i, j))
            if pair not in seen:
                seen.add(pair)
                yield pair


def _angles(sheet: _Sheet, points: Sequence[XY], segments: Sequence[tuple[int, int]], most: int) -> None:
    """Mark and name angles between neighbouring segments of a point, up to `most`."""
    marked = 0
    for i, at in enumerate(points):
        ends = [points[a + b - i] for a, b in segments if i in (a, b)]
        bearings = sorted(degrees(atan2(y - at[1], x - at[0])) for x, y in ends)
        wide = [(a, b) for a, b in zip(bearings, bearings[1:]) if 30 <= b - a <= 120]
        if not wide or marked == most:
            continue
        start, end = wide[0]
        sheet.line(f"angle{i}", _arc(at, 3.5, start, end), width=0.25)
        words = f"{round(end - start)}°" if i % 2 else "αβγδ"[i % 4]
        middle = radians((start + end) / 2)
        rim = (at[0] + 3.5 * cos(middle), at[1] + 3.5 * sin(middle))
        sheet.name(f"angle{i}", words, InArc(at, 3.5, start, end), (rim,))
        marked += 1


def _arc(center: XY, radius: float, start: float, end: float) -> tuple[XY, ...]:
    steps = max(6, round((end - start) / 6))
    turns = [radians(start + (end - start) * k / steps) for k in range(steps + 1)]
    return tuple((center[0] + radius * cos(t), center[1] + radius * sin(t)) for t in turns)


def _free(spot: XY, others: Sequence[XY], apart: float, lines: Sequence[tuple[XY, ...]]) -> bool:
    return all(dist(spot, other) >= apart for other in others) and all(
        distance_to(spot, line) >= 1.5 for line in lines
    )


def _middle(points: Sequence[XY]) -> XY:
    """Return the point half way along a polyline."""
    lengths = [dist(a, b) for a, b in zip(points, points[1:])]
    left = sum(lengths) / 2
    for (a, b), length in zip(zip(points, points[1:]), lengths):
        if left <= length and length > 0:
            share = left / length
            return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))
        left -= length
    return points[0]


def distance_to(spot: XY, line: Sequence[XY]) -> float:
    """Return how far a point is from a polyline.

    >>> distance_to((1, 2), ((0, 0), (4, 0)))
    2.0
    """
    if len(line) == 1:
        return dist(spot, line[0])
    return min(_to_segment(spot, a, b) for a, b in zip(line, line[1:]))


def _to_segment(spot: XY, a: XY, b: XY) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = min(max(((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / length, 0.0), 1.0) if length else 0.0
    return hypot(spot[0] - a[0] - t * dx, spot[1] - a[1] - t * dy)
