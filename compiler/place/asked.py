"""What a placement is asked for, as arrays: what each text may stand on, what is its own, what else is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from .arrays import Bools, Floats
from .candidates import anchor
from .frame import Frame
from .obstacles import Obstacles, Sort
from .request import AlongLine, ByPoint, InArc, InArea, LabelRequest

COMFORT: Final = 2.0
"""Room that a text likes to have from ink that is not its own (mm)."""
COMFORT_LINE: Final = 4.0
"""The same for the text of a line: nearer to another line it could seem to name that one."""
CROWD: Final = 2.5
CROWD_LINE: Final = 5.0
CROWD_ARC: Final = 1.6
"""What lack of that room costs: more for the text of a line, which could seem to name another line, less
for that of an angle, which stands between two lines by nature."""
OWN_REACH: Final = 0.3
"""Ink this close to the anchor belongs to the named feature (mm)."""


@dataclass(frozen=True)
class Asked:
    """All requests of a placement as arrays: one row for each request, one column for each piece of ink."""

    requests: Sequence[LabelRequest]
    frames: Sequence[Frame]
    anchors: Floats
    own: Bools
    """Pieces of the named feature."""
    passable: Bools
    """Pieces that the text may stand on."""
    broken: Bools
    """Pieces of the line that gives way to a text in its gap."""
    points: Floats
    """All point features (rows x, y), for telling whose label a text looks like."""
    areal: Bools
    """Requests that name an area."""
    linear: Bools
    """Requests that name a line."""
    local: Bools
    """Requests that name a point or an angle."""
    rivals: Bools
    """Pieces of other things' lines that the text of a line could seem to name."""
    comfort: Floats
    """Room that each text likes to have from ink that is not its own (mm)."""
    crowd: Floats
    """What the lack of it costs."""

    @classmethod
    def of(cls, requests: Sequence[LabelRequest], ink: Obstacles) -> "Asked":
        """Return the requests with what each may touch."""
        frames = [Frame.of(request.text, request.rotation) for request in requests]
        anchors = np.array([anchor(request.target) for request in requests], dtype=np.float64)
        named = [ink.of(request.owner, _line_id(request)) for request in requests]
        size = np.array([4 * frame.half_width * frame.half_height for frame in frames])
        own = np.stack(named)
        for i, piece in ink.tree.query(shapely.points(anchors), "dwithin", OWN_REACH + ink.widest).T.tolist():
            # a stroke is cut into pieces, but it is one feature
            own[i] |= ink.leaf == ink.leaf[piece]
        grounds = np.stack(named) & (ink.sort == Sort.SOLID) & (ink.areas[None, :] > 4 * size[:, None])
        passable = grounds | (ink.sort == Sort.AREA)
        broken = np.zeros_like(own)
        for i, request in enumerate(requests):
            passable[i] &= ~ink.of(*request.avoid)
            passable[i] |= ink.sort == Sort.GRID
            passable[i] |= (
                (ink.sort == Sort.HATCH)
                if isinstance(request.target, InArea)
                else ink.hatching_around(anchors[i])
            )
            if isinstance(request.target, AlongLine) and (request.target.in_gap or request.target.may_break):
                broken[i] = ink.of(_line_id(request)) & (ink.sort == Sort.STROKE)
        asked_points = [at for request, at in zip(requests, anchors) if isinstance(request.target, ByPoint)]
        points = np.vstack([ink.points, np.array(asked_points, dtype=np.float64).reshape(-1, 2)])
        targets = [request.target for request in requests]
        areal: Bools = np.array([isinstance(target, InArea) for target in targets], dtype=np.bool_)
        linear: Bools = np.array([isinstance(target, AlongLine) for target in targets], dtype=np.bool_)
        local: Bools = np.array([isinstance(target, ByPoint | InArc) for target in targets], dtype=np.bool_)
        kin = np.stack([ink.of(request.origin.entity if request.origin else "") for request in requests])
        lines = (own[linear].any(axis=0) | ink.is_nameable) & (ink.sort == Sort.STROKE)
        rivals = lines[None, :] & ~own & ~kin & linear[:, None]
        comfort = np.where(linear, COMFORT_LINE, COMFORT)
        crowd = np.array([_crowd(request) for request in requests])
        return cls(
            requests, frames, anchors, own, passable, broken, points, areal, linear, local, rivals, comfort, crowd
        )  # fmt: skip


def _crowd(request: LabelRequest) -> float:
    kinds = ((AlongLine, CROWD_LINE), (InArc, CROWD_ARC))
    return next((price for kind, price in kinds if isinstance(request.target, kind)), CROWD)


def _line_id(request: LabelRequest) -> str:
    return (request.target.ink or request.owner) if isinstance(request.target, AlongLine) else request.owner
