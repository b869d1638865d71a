"""Places away from a feature, tied to it by a leader line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ...dsl.scene import XY
from .arrays import Bools, Floats
from .candidates import LED, Places, Surroundings, along, anchor, preferred, turn_between, units
from .frame import Frame
from .request import AlongLine, ByPoint, Fixed, InArea, LabelRequest

LEADER: Final = 14.0
PER_MM: Final = 0.5
LEADER_GAP: Final = 0.6
"""Between a text and its leader (mm)."""
TIP_GAP: Final = 0.4
"""Between the tip of a leader and the marker of the point that it names (mm)."""
SHORT: Final = (4.0, 7.0, 10.5)
LONG: Final = (15.0, 22.0)
"""Lengths of leaders (mm)."""
STEP: Final = 15
"""Between the directions that are tried (degrees); twice as much for long leaders."""
WIDE: Final = 1.6
"""A box this much wider than high has its leader at the middle of an edge; that of another points to its middle."""
STEEP: Final = 0.5
"""Cosine of the steepest leader that still leaves a wide text at its left or right end."""
TIPS: Final = ((0.0, 0.0), (-0.15, 1.0), (0.15, 1.0), (-0.3, 2.0), (0.3, 2.0))
"""How far along a line from its usual place a leader may end, as shares of its length, and what that costs."""
GRAZING: Final = 0.5
"""Sine of the angle with its line (30°) below which a leader seems to run along it."""


@dataclass(frozen=True)
class Ways:
    """Directions and lengths of leaders, a row each."""

    units: Floats
    lengths: Floats
    costs: Floats

    @classmethod
    def from_preferred(cls, degrees: float, lengths: Sequence[float]) -> "Ways":
        """Return all directions for each of some lengths."""
        step = STEP if lengths[0] < LONG[0] else 2 * STEP
        bearings = np.tile(np.arange(0.0, 360, step), len(lengths))
        long = np.repeat(np.asarray(lengths), 360 // step)
        return cls(units(bearings), long, LEADER + PER_MM * long + turn_between(bearings, degrees) / 60)

    def where(self, chosen: Bools) -> "Ways":
        """Return some of the ways."""
        return Ways(self.units[chosen], self.lengths[chosen], self.costs[chosen])


def far(
    request: LabelRequest,
    frame: Frame,
    around: Surroundings,
    *,
    lengths: Sequence[float],
    tips: Sequence[XY] = (),
) -> Places:
    """Return places away from the target by leaders of the given lengths.

    `tips` are spots of an area that are clear of ink, where a leader can end visibly.
    """
    target = request.target
    if isinstance(target, Fixed):
        return Places.none()
    ways = Ways.from_preferred(preferred(target, around), lengths)
    if isinstance(target, AlongLine):
        return Places.joined(list(_off_line(request, target, frame, ways)))
    named = np.array([anchor(target)])
    radius = around.radius if isinstance(target, ByPoint) else 0.0
    ends = _ends(named, np.array(tips), ways.units) if isinstance(target, InArea) and tips else (named,)
    return Places.joined([_led(request, frame, end, ways, radius) for end in ends])


def tied(
    request: LabelRequest, centers: Floats, costs: Floats, starts: Floats, tips: Floats, radius: float = 0.0
) -> Places:
    """Return places with leaders from their starts to their tips, or dearer ones if none is allowed."""
    bare = Places.of(centers, costs, LED)
    if not request.may_lead:
        return replace(bare, costs=costs + LEADER)
    if isinstance(request.target, ByPoint):
        back = starts - tips
        length = np.maximum(np.hypot(back[:, 0], back[:, 1]), 1e-9)
        share = np.minimum((radius + TIP_GAP) / length, 0.5)
        tips = tips + share[:, None] * back
    return replace(bare, leaders=np.concatenate([starts, tips], axis=1))


def _ends(middle: Floats, tips: Floats, ways: Floats) -> tuple[Floats, Floats]:
    """Return where leaders to an area may end: near its middle, and near the rim that each way leads across."""
    inner = tips[np.hypot(*(tips - middle).T).argmin()]
    return inner[None], tips[(ways @ tips.T).argmax(axis=1)]


def _off_line(request: LabelRequest, target: AlongLine, frame: Frame, ways: Ways) -> Iterator[Places]:
    """Yield places beside a line, whose leaders may end at several of its points, and plainly across it."""
    shifts = [(s, price) for s, price in TIPS if not s or 0.05 <= target.at + s <= 0.95]
    points, lines = along(target.points, np.array([target.at + s for s, _ in shifts]))
    for (_, price), point, line in zip(shifts, points, lines):
        across = np.abs(ways.units[:, 0] * line[1] - ways.units[:, 1] * line[0])
        plain = ways.where((across >= GRAZING) & (np.arange(len(across)) % (2 if price else 1) == 0))
        yield _led(request, frame, point[None], replace(plain, costs=plain.costs + price))


def _led(request: LabelRequest, frame: Frame, ends: Floats, ways: Ways, radius: float = 0.0) -> Places:
    """Return the places at which leaders from given points go their ways."""
    reach = ways.lengths + radius
    starts = ends + reach[:, None] * ways.units
    tips = np.broadcast_to(ends, starts.shape)
    return tied(request, _hung(frame, starts, ways.units, tips, reach), ways.costs, starts, tips, radius)


def _hung(frame: Frame, starts: Floats, ways: Floats, tips: Floats, reach: Floats) -> Floats:
    """Return the centres of boxes that hang at the starts of their leaders by the middle of an edge."""
    if frame.half_width < WIDE * frame.half_height or frame.rotation:
        return frame.beside(tips, ways, reach + LEADER_GAP)
    sideways = np.abs(ways[:, 0]) >= STEEP
    grown = frame.grown(LEADER_GAP)
    off = np.sign(ways) * np.where(sideways[:, None], (grown.half_width, 0.0), (0.0, grown.half_height))
    return np.asarray(starts + off)
