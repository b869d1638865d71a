"""How a panel in space is seen: by its author's word, else by the convention of what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from ..model import Entity, Panel, Relation
from ..space.camera import UPRIGHT, XYZ, Camera, oblique, orthographic
from ..values import Coordinates, inside
from ..vocabulary import Manner

Box = tuple[XYZ, XYZ]

OBLIQUE = ((45, 0.5), (40, 0.5), (50, 0.5), (36, 0.55), (45, 0.6), (30, 0.5), (55, 0.45))
"""Angle and scale of the receding axis. Source: ISO 5456-3, cabinet axonometry, for the first."""
VIEWERS = {"": (30.0, 20.0), "orthographic": (24.0, 18.0), "raised": (24.0, 38.0), "axes": (30.0, 20.0)}
"""Azimuth and elevation of the viewer, as in the dimetric views of calculus books."""
TURNS = ((6, 0), (-6, 0), (10, 3), (-9, 3), (14, -3), (-13, -4), (18, 5), (4, 7))
"""Degrees of azimuth and elevation by which a viewer may step aside."""
FAR_TURNS = ((34, 2), (-50, 4))
"""The same where a plane thing would be seen from its edge."""
STRONGEST: tuple[Manner, ...] = ("upright", "axes", "raised", "orthographic", "oblique", "")


def cameras_of(panel: Panel) -> tuple[Camera, ...]:
    """Return how a panel may be seen, the usual way first; nothing for a panel in the plane.

    A place with three coordinates, or a kind that lives in space, makes a panel one in space. Where its author
    says how it is seen, there is no other way.
    """
    manners = {entity.kind.space for entity in panel.entities.values() if entity.kind.space}
    if not manners and not any(len(triple.items) == 3 for triple in coordinates_of(panel)):
        return ()
    for relation in panel.relations:
        said = relation.verb.see(relation) if relation.verb.see else None
        if said is not None:
            return (said,)
    manner = _manner_of(panel)
    if manner == "upright":
        return (UPRIGHT,)
    if manner == "oblique":
        return tuple(oblique(angle, scale) for angle, scale in OBLIQUE)
    return _orthographic(manner, ((0, 0), *TURNS))


def far_cameras_of(panel: Panel) -> tuple[Camera, ...]:
    """Return how a panel that may be seen from anywhere is seen from farther aside than usual."""
    if len(cameras_of(panel)) != 1 + len(TURNS):
        return ()
    return _orthographic(_manner_of(panel), FAR_TURNS)


def _manner_of(panel: Panel) -> Manner:
    """Return how a panel is seen by the strongest of its kinds."""
    manners = {entity.kind.space for entity in panel.entities.values()}
    return next((manner for manner in STRONGEST if manner in manners), "")


def _orthographic(manner: Manner, turns: Iterable[tuple[int, int]]) -> tuple[Camera, ...]:
    azimuth, elevation = VIEWERS[manner]
    return tuple(orthographic(azimuth + turn, elevation + rise) for turn, rise in turns)


def coordinates_of(panel: Panel) -> Iterator[Coordinates]:
    """Yield every pair or triple of coordinates that is stated in a panel."""
    said: list[Entity | Relation] = [*panel.entities.values(), *panel.relations]
    values = [given.value for s in said for given in s.values.values()]
    values += [term for comparison in panel.comparisons for term in comparison.terms]
    for value in values:
        yield from (v for v in inside(value) if isinstance(v, Coordinates))


def reach_in_space(panel: Panel) -> Box | None:
    """Return the least box, in data coordinates, around all places that a panel states, or nothing."""
    framing = [e for e in panel.entities.values() if e.kind.frames and e.kind.reach_in_space]
    own = framing or list(panel.entities.values())
    spots = [spot for e in own if e.kind.reach_in_space for spot in e.kind.reach_in_space(e, panel)]
    if not framing:
        spots += [place for triple in coordinates_of(panel) if (place := fixed_place(triple))]
    if not spots:
        return None
    axes = [[v for v in axis if v == v and abs(v) < 1e12] for axis in zip(*spots)]
    low, high = (tuple(pick(values, default=0.0) for values in axes) for pick in (min, max))
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2])) if inf not in (*low, *high) else None


def fixed_place(triple: Coordinates) -> XYZ | None:
    """Return stated coordinates as numbers, a pair as a place of the plane z = 0; nothing if a letter is in them."""
    if any(item.bindings for item in triple.items) or len(triple.items) not in (2, 3):
        return None
    x, y, *rest = (item.expression.value() for item in triple.items)
    return (x, y, rest[0] if rest else 0.0)


def drawn_size(box: Box, camera: Camera) -> tuple[float, float]:
    """Return how wide and how high a box is drawn.

    >>> from ..space.camera import oblique
    >>> [round(v, 3) for v in drawn_size(((0, 0, 0), (2, 1, 1)), oblique())]
    [1.707, 1.707]
    """
    corners = [(x, y, z) for x in _ends(box, 0) for y in _ends(box, 1) for z in _ends(box, 2)]
    spots = [camera.drawn(corner) for corner in corners]
    across, up = ([spot[axis] for spot in spots] for axis in (0, 1))
    return max(across) - min(across), max(up) - min(up)


def _ends(box: Box, axis: int) -> tuple[float, float]:
    return box[0][axis], box[1][axis]
