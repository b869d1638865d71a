"""What must hold of every join of a finished scene: arrowheads on their lines and off markers, by the scene alone."""

import math
from collections.abc import Iterable, Iterator, Sequence

from diagrammar.compiler.draw.paths import Outline, flattened
from diagrammar.dsl.scene import Group, Item, Marker, Path, Scene

XY = tuple[float, float]
ON_LINE = 0.16
"""How far, in millimetres, the notch of an arrowhead may be from the middle of its line."""
TOUCH = 0.02


def leaves(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from leaves(item.items)
        else:
            yield item


def faults(scene: Scene) -> list[str]:
    """Return what is wrong with the joins of a scene."""
    items = list(leaves(scene.items))
    heads = [i for i in items if isinstance(i, Path) and i.role == "arrowhead"]
    lines = [line for item in items if isinstance(item, Path) and item.stroke for line in lines_of(item)]
    markers = [i for i in items if isinstance(i, Marker) and i.shape not in ("cross", "plus")]
    dashed = [i for i in items if isinstance(i, Path) and i.stroke and i.stroke.dash and not i.fill]
    return [*_off_line(heads, lines), *_on_markers(heads, markers), *_uneven(dashed)]


def lines_of(path: Path) -> list[list[XY]]:
    return flattened(Outline(path.codes, path.points))


def _off_line(heads: Sequence[Path], lines: Sequence[Sequence[XY]]) -> Iterator[str]:
    for head in heads:
        notch = head.points[2]
        off = min((distance(notch, a, b) for line in lines for a, b in zip(line, line[1:])), default=math.inf)
        if off > ON_LINE:
            yield f"{head.id}: the notch is {off:.2f} mm off any line"


def _on_markers(heads: Sequence[Path], markers: Sequence[Marker]) -> Iterator[str]:
    for head in heads:
        for marker in markers:
            inside = marker.size / 2 - math.dist(head.points[0], marker.at)
            if inside > TOUCH:
                yield f"{head.id}: the tip is {inside:.2f} mm inside {marker.id}"


def _uneven(dashed: Sequence[Path]) -> Iterator[str]:
    """Yield dashed lines that do not end in a dash, and closed ones without a whole number of periods."""
    for path in dashed:
        assert path.stroke is not None
        period, first = sum(path.stroke.dash), path.stroke.dash[0]
        for line in lines_of(path):
            length = sum(math.dist(a, b) for a, b in zip(line, line[1:]))
            count = (length - (0.0 if math.dist(line[0], line[-1]) < TOUCH else first)) / period
            if abs(count - round(count)) * period > 0.05:
                yield f"{path.id}: {count:.2f} periods over {length:.2f} mm"


def distance(p: XY, a: XY, b: XY) -> float:
    """Return the distance from a point to a straight piece."""
    ux, uy = b[0] - a[0], b[1] - a[1]
    square = ux * ux + uy * uy
    t = ((p[0] - a[0]) * ux + (p[1] - a[1]) * uy) / square if square else 0.0
    t = min(max(t, 0.0), 1.0)
    return math.dist(p, (a[0] + t * ux, a[1] + t * uy))
