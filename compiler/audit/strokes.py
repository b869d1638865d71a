"""Lines and dots that a reader cannot tell apart, or cannot see: a hair apart, or one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import dist
from typing import TYPE_CHECKING, Final

from ...dsl.scene import XY, Marker, Origin, Path, Rect
from ..place.geometry import Leaf, subpaths
from .legibility_codes import HIDDEN_INK, NEAR_COINCIDENT
from .page import Page, entity_of, named_by
from .painted import Fault, Painted, found, near, said

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TWIN_GAP: Final = 0.25
"""White between two strokes (mm) below which they look like one."""
SAME_LINE: Final = 0.03
"""Strokes this close (mm) are one line that two things share, which is no fault."""
TWIN_LENGTH: Final = 6.0
TWIN_ARC: Final = 2.5
"""Marks of angles and leaders are short: they merge on a shorter way (mm)."""
PLAINLY_APART: Final = 1.5
"""Lines from one point that are this far (mm) from each other at the end of the shorter are seen as two."""
STATED: Final = "curve"
"""The role of curves and tangents given by equations: they come as close to others as their equations say."""
SHORT: Final = frozenset({"angle", "leader", "rotation"})
NO_COVER: Final = frozenset({"hatch", "leader", "grid", "halo"})
WIDEST: Final = 1.0
"""Millimetres by which a box of what is covered may stand out, for the width of its strokes."""
CLOSED: Final = 0.3
"""A way that ends this near (mm) to its start is an outline, whose sides readers complete."""
LONG_LEG: Final = 4.0
"""Millimetres: a shorter leg of a dashed way is no loss."""
UNSEEN: Final = 0.6
"""Two dots whose middles are nearer than this share of the larger one's size look like one; in one place they are meant to be one."""


def merged_strokes(page: Page) -> Iterator[Fault]:
    """Yield the strokes that look like one line, or that another hides. Emits LAY008 and LAY011."""
    import shapely

    strokes = [one for one in page.strokes if one.leaf.role != STATED]
    strokes += [leader.painted for leader in page.leaders if entity_of(leader.painted)]
    if len(strokes) < 2:
        return
    lines = [one.middle for one in strokes]
    told = set()
    tree = shapely.STRtree(lines)
    for first, second in sorted(map(tuple, tree.query(lines, predicate="dwithin", distance=1.0).T.tolist())):
        one, two = strokes[first], strokes[second]
        pair = (entity_of(one), entity_of(two))
        if first >= second or pair[0] == pair[1] or pair in told or not near(one.box, two.box, TWIN_GAP):
            continue
        if _run_together(one.leaf, lines[first], two.leaf, lines[second]):
            told.add(pair)
            yield found(
                NEAR_COINCIDENT, f"{said(one.leaf)} and {said(two.leaf)} look like one line",
                two.leaf, one.leaf,
                "state how they differ (a larger angle or distance), or that they coincide",
            )  # fmt: skip


def hidden_ink(page: Page) -> Iterator[Fault]:
    """Yield the things all of whose lines, or whose dot, lie under another of another look. Emits LAY011."""
    yield from _hidden_lines(page)
    yield from _hidden_dots(page)


def _hidden_lines(page: Page) -> Iterator[Fault]:
    covers = [one for one in page.ink if isinstance(one.leaf, Path) and one.leaf.role not in NO_COVER]
    grounds = {one.leaf.id: one.order for one in page.ink if one.leaf.role == "halo"}
    for lines in things(page.strokes):
        bare = {one.order: grounds.get(f"{one.leaf.id}/under", -1) for one in lines}
        under = [
            next((c for c in covers if bare[one.order] < c.order and _hides(c, one)), None) for one in lines
        ]
        whole = under[0] if all(under) else None
        cover = whole or _over_a_leg(lines, covers)
        if cover is not None:
            how = "lies" if whole else "lies in part"
            yield found(
                HIDDEN_INK, f"{said(lines[0].leaf)} {how} under {said(cover.leaf)} and is not seen",
                lines[0].leaf, cover.leaf,
                "move it aside, or drop one of the two",
            )  # fmt: skip


def _over_a_leg(lines: Sequence[Painted], covers: Sequence[Painted]) -> Painted | None:
    """Return the line under which a whole leg of an open dashed way of several lies."""
    legs = [leg for one in lines for leg in _legs(one)]
    if len(legs) < 2 or dist(legs[0].points[0], legs[-1].points[-1]) < CLOSED:
        return None
    for leg in legs:
        if dist(*leg.points) > LONG_LEG:
            painted = Painted(lines[0].order, leg)
            if cover := next((c for c in covers if _hides(c, painted)), None):
                return cover
    return None


def _legs(one: Painted) -> Iterator[Path]:
    """Yield the straight pieces of a dashed line."""
    path = one.leaf
    if isinstance(path, Path) and path.stroke and path.stroke.dash and set(path.codes) == {"M", "L"}:
        for line in subpaths(path):
            for ends in pairwise(line):
                yield path.model_copy(update={"codes": "ML", "points": ends})


def things(painted: Iterable[Painted]) -> list[list[Painted]]:
    """Return primitives sorted by the statement that draws them."""
    sorted_out: dict[Origin | None, list[Painted]] = {}
    for one in painted:
        sorted_out.setdefault(one.leaf.origin, []).append(one)
    return list(sorted_out.values())


def _hides(cover: Painted, one: Painted) -> bool:
    """Whether a solid line covers the whole of one that is dashed, or that was painted before in another colour."""
    assert isinstance(cover.leaf, Path) and isinstance(one.leaf, Path)
    over, under = cover.leaf.stroke, one.leaf.stroke
    if over is None or under is None or over.dash or entity_of(cover) == entity_of(one):
        return False
    if not (under.dash or (under.color != over.color and one.order < cover.order)):
        return False
    if not _encloses(cover.box, one.box):
        return False
    room = max((over.width - under.width) / 2, 0.0) + SAME_LINE
    return bool(cover.middle.buffer(room, quad_segs=2).covers(one.middle))


def _encloses(outer: Rect, inner: Rect) -> bool:
    return (
        outer[0] - WIDEST <= inner[0] and outer[1] - WIDEST <= inner[1]
        and outer[2] + WIDEST >= inner[2] and outer[3] + WIDEST >= inner[3]
    )  # fmt: skip


def _hidden_dots(page: Page) -> Iterator[Fault]:
    named = {named_by(text) for text in page.texts} - {entity_of(one) for one in page.strokes}
    markers = [one for one in page.markers if entity_of(one) in named]
    for one, two in combinations(markers, 2):
        if near(one.box, two.box) and entity_of(one) != entity_of(two) and _as_one(one.leaf, two.leaf):
            yield found(
                HIDDEN_INK, f"{said(one.leaf)} and {said(two.leaf)} are drawn as one dot",
                one.leaf, two.leaf,
                "state how far apart they are, or that they are one point",
            )  # fmt: skip


def _as_one(one: Leaf, two: Leaf) -> bool:
    assert isinstance(one, Marker) and isinstance(two, Marker)
    return SAME_LINE < dist(one.at, two.at) < UNSEEN * max(one.size, two.size)


def _parts_from(one: Path, two: Path) -> bool:
    """Whether two straight lines begin at one point and end well apart: a small angle, which can be seen."""
    if len(one.points) != 2 or len(two.points) != 2:
        return False
    for p, q in (one.points, one.points[::-1]):
        for r, s in (two.points, two.points[::-1]):
            if dist(p, r) < SAME_LINE:
                length = min(dist(p, q), dist(r, s))
                return dist(_towards(p, q, length), _towards(r, s, length)) > PLAINLY_APART
    return False


def _stand_side_by_side(one: Path, two: Path) -> bool:
    """Whether two closed outlines touch and do not overlap: boxes that share a wall."""
    if not (one.codes.endswith("Z") and two.codes.endswith("Z")):
        return False
    first, second = ([(min(v), max(v)) for v in zip(*path.points)] for path in (one, two))
    return any(min(a[1], b[1]) - max(a[0], b[0]) < TWIN_GAP + SAME_LINE for a, b in zip(first, second))


def _towards(a: XY, b: XY, length: float) -> XY:
    share = length / (dist(a, b) or 1.0)
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))


def _run_together(one: Leaf, first: BaseGeometry, two: Leaf, second: BaseGeometry) -> bool:
    """Whether two lines keep within a hair of each other, without being the same, for some length."""
    assert isinstance(one, Path) and isinstance(two, Path) and one.stroke and two.stroke
    if "C" in one.codes + two.codes and first.distance(second) < SAME_LINE:
        # A curve that touches a line runs along it for a while: that is what tangency looks like.
        return False
    if _parts_from(one, two) or _stand_side_by_side(one, two):
        return False
    least = TWIN_ARC if {one.role, two.role} & SHORT else TWIN_LENGTH
    reach = (one.stroke.width + two.stroke.width) / 2 + TWIN_GAP
    beside = first.intersection(second.buffer(reach, quad_segs=2))
    if beside.length < least:
        return False
    return bool(beside.difference(second.buffer(SAME_LINE, quad_segs=2)).length >= least)
