"""Whether each text stands with what it names: nearer to it than to anything else of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees, dist
from typing import TYPE_CHECKING, Final

from ...dsl.scene import XY, Anchor
from .legibility_codes import DOUBTFUL_LABEL
from .page import Page, anchor_of, course_of, entity_of, named_by, white
from .painted import Fault, Painted, found, said

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MARGIN: Final = 0.15
"""How much nearer (mm) a foreign feature must be before the reader is in doubt."""
SAME: Final = 0.3
"""What lies this close (mm) to the thing named is a part of it: the side of a polygon, the dot of its end."""
SHARED: Final = 0.5
"""A line that runs along another for this share of the shorter is the same line to a reader."""
FARTHEST: Final = 15.0
"""Beyond this distance (mm) from the thing named nobody measures: a leader is due."""
PARTED: Final = 1.0
"""A name nearer (mm) to its point than this has no room for a line between."""
AT_POINT: Final = 0.8
"""Lines within this distance (mm) of a point run through it to a reader."""


def doubtful_labels(page: Page) -> Iterator[Fault]:
    """Yield the texts that stand nearer to another feature than to their own, or behind one. Emits LAY007."""
    for text in page.texts:
        anchor = anchor_of(text)
        if anchor is None or text.order in page.led:
            continue
        rival = _RIVALS[anchor.sort](page, text, anchor)
        between = _between(page, text, anchor) if rival is None else None
        other = rival or between
        if other is not None:
            how = "stands nearer to" if rival else "is parted from what it names by"
            yield found(
                DOUBTFUL_LABEL, f"text {said(text.leaf)} {how} {said(other.leaf)}", text.leaf, other.leaf,
                "say a side that leads away from the other thing (`above`, `left` …), or make room there",
            )  # fmt: skip


def _between(page: Page, text: Painted, anchor: Anchor) -> Painted | None:
    """Return the line that runs between a point and its name, and not through the point."""
    import shapely

    if anchor.sort != "spot" or not anchor.entity:
        return None
    spot = course_of(anchor)
    way = shapely.shortest_line(text.text, spot)
    if way.length < PARTED:
        return None
    way = shapely.LineString([way.coords[0], way.interpolate(way.length - AT_POINT).coords[0]])
    own = {one.order for one in page.own(text)}
    for one in page.strokes:
        if one.order not in own and one.middle.intersects(way) and one.middle.distance(spot) > SAME:
            return one
    return None


def _own(page: Page, text: Painted, shape: BaseGeometry) -> float:
    """Return the white between a text and what it names, recorded or drawn."""
    return white(text, page.own(text), min(float(text.text.distance(shape)), FARTHEST))


def _foreign_point(page: Page, text: Painted, anchor: Anchor) -> Painted | None:
    """Return the point that the name of another point stands nearer to."""
    spot = anchor.points[0]
    least = _own(page, text, course_of(anchor)) - MARGIN
    rivals = [
        (gap, one.order, one) for one in page.markers
        if entity_of(one) not in ("", named_by(text)) and dist(_middle(one), spot) > SAME
        and (gap := one.gap(text.text)) < least
    ]  # fmt: skip
    return min(rivals, key=lambda rival: rival[:2])[2] if rivals else None


def _foreign_line(page: Page, text: Painted, anchor: Anchor) -> Painted | None:
    """Return the line that the text of another line stands nearer to."""
    course = course_of(anchor)
    least = _own(page, text, course) - MARGIN
    if least <= 0:
        return None
    rivals = [
        (float(piece.distance(text.text)), one.order, one) for one, piece in page.pieces.near(text.text, least)
        if not _is_own(page, text, one) and not _runs_along(piece, course)
    ]  # fmt: skip
    return min(rivals, key=lambda rival: rival[:2])[2] if rivals else None


def _is_own(page: Page, text: Painted, one: Painted) -> bool:
    return one.leaf.origin == text.leaf.origin or entity_of(one) == named_by(text)


def _runs_along(piece: BaseGeometry, course: BaseGeometry) -> bool:
    """Whether a piece of a line and what is named are one line to a reader."""
    if piece.distance(course) > SAME:
        return False
    shared = piece.intersection(course.buffer(SAME, quad_segs=2)).length
    return bool(shared > SHARED * min(piece.length, course.length))


def _foreign_angle(page: Page, text: Painted, anchor: Anchor) -> Painted | None:
    """Return the value of another angle in whose opening, and nearer to whose arc, a text stands."""
    middle = _middle(text)
    within = _opens_to(anchor, middle)
    least = float(text.text.distance(course_of(anchor))) - MARGIN
    for one in page.texts:
        other = anchor_of(one)
        if other is None or other.sort != "opening" or one is text or other.points == anchor.points:
            continue
        nearer = float(text.text.distance(course_of(other))) < least
        if nearer and _opens_to(other, middle) and not (within and _is_narrower(anchor, other)):
            return one
    return None


def _opens_to(anchor: Anchor, spot: XY) -> bool:
    """Whether a spot lies between the legs of an angle."""
    start, _, span = _legs(anchor)
    return (_heading(anchor.points[0], spot) - start) % 360 <= span


def _is_narrower(one: Anchor, other: Anchor) -> bool:
    return _legs(one)[2] < _legs(other)[2] - 1.0


def _legs(anchor: Anchor) -> tuple[float, float, float]:
    """Return the headings of both legs of an angle, and its opening, in degrees."""
    vertex, first, *_, last = anchor.points
    start, end = _heading(vertex, first), _heading(vertex, last)
    return start, end, (end - start) % 360


def _heading(a: XY, b: XY) -> float:
    return degrees(atan2(b[1] - a[1], b[0] - a[0]))


def _foreign_area(page: Page, text: Painted, anchor: Anchor) -> Painted | None:
    """Return the text of another area in which, or nearer to which, the text of an area stands."""
    import shapely

    middle = shapely.Point(_middle(text))
    own = course_of(anchor)
    if own.distance(middle) <= SAME:
        return None
    least = _own(page, text, own) - MARGIN
    for one in page.texts:
        other = anchor_of(one)
        if other is None or other.sort != "area" or one is text or other.points == anchor.points:
            continue
        if float(course_of(other).distance(text.text)) < least:
            return one
    return None


def _middle(one: Painted) -> XY:
    left, bottom, right, top = one.box
    return ((left + right) / 2, (bottom + top) / 2)


_RIVALS: Final = {
    "spot": _foreign_point, "course": _foreign_line, "opening": _foreign_angle, "area": _foreign_area,
}  # fmt: skip
