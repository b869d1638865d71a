"""Whether each leader leads where it should: to what its text names, past all else, crossing no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf
from typing import Final

from ...dsl.scene import Anchor, Path
from .legibility_codes import CROSSING_LEADERS, LOST_LEADER, STRAY_LEADER
from .page import Leader, Page, anchor_of, course_of
from .painted import Fault, Painted, found, near, nearest, said

MARGIN: Final = 0.15
"""How much nearer (mm) a foreign feature must be before the reader is in doubt."""
SAME: Final = 0.3
"""What lies this close (mm) to the thing named is a part of it."""
REACH: Final = 1.7
"""Leaders stop up to a millimetre before a point; beyond this (mm) a tip is in blank space."""

INSIDE: Final = 0.5
"""A leader of an area ends in it, within this distance (mm) at least of what is drawn of it."""


def doubtful_leaders(page: Page) -> Iterator[Fault]:
    """Yield the leaders that mislead. Emits LAY006, LAY009 and LAY010."""
    for leader in page.leaders:
        yield from _astray(page, leader)
    for one, two in combinations(page.leaders, 2):
        if near(one.painted.box, two.painted.box) and one.painted.middle.crosses(two.painted.middle):
            yield found(
                CROSSING_LEADERS, f"leaders of {said(one.text.leaf)} and {said(two.text.leaf)} cross",
                two.text.leaf, one.text.leaf,
                "say a side for one of them (`above`, `left` …), or make more room there",
            )  # fmt: skip


def _astray(page: Page, leader: Leader) -> Iterator[Fault]:
    anchor = anchor_of(leader.text)
    features = list(page.own(leader.text))
    own = _to_named(leader, anchor, features)
    if inf > own > (INSIDE if anchor and anchor.sort == "area" else REACH):
        yield found(
            LOST_LEADER, f"leader of {said(leader.text.leaf)} ends {own:.1f} mm from what it names",
            leader.text.leaf, None,
            "say a side for the label (`above`, `left` …), or make more room there",
        )  # fmt: skip
        return
    mine = {one.order for one in features}
    rivals = page.markers if anchor is None or anchor.sort == "spot" else page.features
    away, rival = nearest((one for one in rivals if one.order not in mine), leader.tip)
    if rival is not None and away < min(own, REACH) - MARGIN and not _is_part(rival, anchor):
        yield found(
            STRAY_LEADER, f"leader of {said(leader.text.leaf)} ends nearer to {said(rival.leaf)}",
            leader.text.leaf, rival.leaf,
            "say a side for the label (`above`, `left` …), or move the other thing away",
        )  # fmt: skip


def _to_named(leader: Leader, anchor: Anchor | None, features: Sequence[Painted]) -> float:
    """Return how far a tip is from what is named; an area whose fill is drawn in parts is judged by those."""
    import shapely

    drawn = nearest(features, leader.tip)[0]
    if anchor is None:
        return inf
    if anchor.sort == "area" and any(_is_filled(one) for one in features):
        return drawn
    return min(drawn, float(course_of(anchor).distance(shapely.Point(leader.tip))))


def _is_filled(one: Painted) -> bool:
    return isinstance(one.leaf, Path) and one.leaf.fill is not None


def _is_part(rival: Painted, anchor: Anchor | None) -> bool:
    """Whether a line is drawn along what is named, or through it."""
    return anchor is not None and rival.gap(course_of(anchor)) <= SAME
