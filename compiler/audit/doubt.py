"""What a reader could take for something else: stray leaders, doubtful labels, twin strokes."""

from collections.abc import Iterator, Sequence
from math import dist, inf
from typing import TYPE_CHECKING, Final

from ...dsl.diagnostics import Diagnostic
from ...dsl.scene import XY, Marker, Path
from ..place.geometry import Leaf
from .legibility_codes import DOUBTFUL_LABEL, NEAR_COINCIDENT, STRAY_LEADER
from .painted import Painted, found, near, nearest, said

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MARGIN: Final = 0.15
"""How much nearer (mm) a foreign feature must be before the reader is in doubt."""
TIED: Final = 1.2
"""A leader that begins this close to a text (mm) belongs to it."""
TWIN_GAP: Final = 0.25
"""White between two strokes (mm) below which they look like one."""
SAME_LINE: Final = 0.03
"""Strokes this close (mm) are one line that two things share, which is no fault."""
TWIN_LENGTH: Final = 6.0
PLAINLY_APART: Final = 1.5
"""Lines from one point that are this far (mm) from each other at the end of the shorter are seen as two."""
NOT_COMPARED: Final = frozenset({"hatch", "leader", "grid", "tick", "axis", "icon", "halo"})

STATED: Final = "curve"
"""The role of curves and tangents given by equations: they come as close to others as their equations say."""


def doubts(texts: Sequence[Painted], ink: Sequence[Painted]) -> Iterator[Diagnostic]:
    """Yield the findings LAY006 to LAY008."""
    leaders = [one for one in ink if isinstance(one.leaf, Path) and one.leaf.role == "leader"]
    markers = [one for one in ink if isinstance(one.leaf, Marker) and one.leaf.role != "leader"]
    for leader in leaders:
        yield from _stray_leader(leader, texts, ink)
    for text in texts:
        yield from _doubtful_label(text, markers, leaders)
    yield from _twin_strokes(ink)


def _entity(leaf: Leaf) -> str:
    return leaf.origin.entity if leaf.origin else ""


def _stray_leader(leader: Painted, texts: Sequence[Painted], ink: Sequence[Painted]) -> Iterator[Diagnostic]:
    assert isinstance(leader.leaf, Path)
    if not (entity := _entity(leader.leaf)) or not leader.leaf.points:
        return
    ends = (leader.leaf.points[0], leader.leaf.points[-1])
    (away, named), (other_away, other) = (nearest(texts, end) for end in ends)
    if named is None or other is None:
        return
    tip = ends[1]
    if (other_away, other.order) < (away, named.order):
        named, tip = other, ends[0]
    features = [one for one in ink if one.leaf.role not in NOT_COMPARED and _entity(one.leaf)]
    own, _ = nearest((one for one in features if _entity(one.leaf) == entity), tip)
    away, rival = nearest((one for one in features if _entity(one.leaf) != entity), tip)
    if rival is not None and own < inf and away < own - MARGIN:
        yield found(
            STRAY_LEADER, f"leader of {said(named.leaf)} ends nearer to {said(rival.leaf)}",
            named.leaf, rival.leaf,
            "say a side for the label (`above`, `left` …), or move the other thing away",
        )  # fmt: skip


def _doubtful_label(
    text: Painted, markers: Sequence[Painted], leaders: Sequence[Painted]
) -> Iterator[Diagnostic]:
    entity = _entity(text.leaf)
    own = [_gap(text, one) for one in markers if _entity(one.leaf) == entity]
    if not entity or not own or any(leader.line.distance(text.text) < TIED for leader in leaders):
        return
    foreign = [one for one in markers if _entity(one.leaf) not in ("", entity)]
    nearest = min(foreign, key=lambda one: (_gap(text, one), one.order), default=None)
    if nearest is not None and _gap(text, nearest) < min(own) - MARGIN:
        yield found(
            DOUBTFUL_LABEL, f"text {said(text.leaf)} stands nearer to {said(nearest.leaf)}",
            text.leaf, nearest.leaf,
            "say a side that leads away from the other point (`above`, `left` …)",
        )  # fmt: skip


def _gap(text: Painted, marker: Painted) -> float:
    return float(text.text.distance(marker.line))


def _twin_strokes(ink: Sequence[Painted]) -> Iterator[Diagnostic]:
    import shapely

    strokes = [
        one for one in ink
        if isinstance(one.leaf, Path) and one.leaf.stroke
        and one.leaf.role not in NOT_COMPARED | {STATED} and _entity(one.leaf)
    ]  # fmt: skip
    if len(strokes) < 2:
        return
    lines = [one.middle for one in strokes]
    told = set()
    tree = shapely.STRtree(lines)
    for first, second in sorted(map(tuple, tree.query(lines, predicate="dwithin", distance=1.0).T.tolist())):
        one, two = strokes[first], strokes[second]
        pair = (_entity(one.leaf), _entity(two.leaf))
        if first >= second or pair[0] == pair[1] or pair in told or not near(one.box, two.box, TWIN_GAP):
            continue
        if _run_together(one.leaf, lines[first], two.leaf, lines[second]):
            told.add(pair)
            yield found(
                NEAR_COINCIDENT, f"{said(one.leaf)} and {said(two.leaf)} look like one line",
                two.leaf, one.leaf,
                "state how they differ (a larger angle or distance), or that they coincide",
            )  # fmt: skip


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


def _towards(a: XY, b: XY, length: float) -> XY:
    share = length / (dist(a, b) or 1.0)
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))


def _run_together(one: Leaf, first: "BaseGeometry", two: Leaf, second: "BaseGeometry") -> bool:
    """Whether two lines keep within a hair of each other, without being the same, for some length."""
    assert isinstance(one, Path) and isinstance(two, Path) and one.stroke and two.stroke
    if "C" in one.codes + two.codes and first.distance(second) < SAME_LINE:
        # A curve that touches a line runs along it for a while: that is what tangency looks like.
        return False
    if _parts_from(one, two):
        return False
    reach = (one.stroke.width + two.stroke.width) / 2 + TWIN_GAP
    beside = first.intersection(second.buffer(reach, quad_segs=2))
    if beside.length < TWIN_LENGTH:
        return False
    return bool(beside.difference(second.buffer(SAME_LINE, quad_segs=2)).length >= TWIN_LENGTH)
