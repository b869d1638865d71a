"""Panels side by side: rows and columns as their author says, captions on common base lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...dsl.scene import XY, Item, Origin, Rect
from ...dsl.theme import TEXT
from ..model import Arrangement, Bridge
from ..page import ROOM
from ..typeset import SetText, Style, typeset
from .levels import Footing, levels
from .pieces import Piece, piece_of

GAP = 10.0
"""Between neighbouring panels without an arrow."""
ROW_GAP = 9.0
CAPTION_GAP = 3.2
TITLE_GAP = 2.6
FLOATING = 8.0
"""A panel that hangs in the middle of its row, higher than this above its foot, takes its caption along."""
ALIKE = 0.7
"""Scenes whose heights have at least this ratio stand on one ground; others are centred."""
CAPTION = Style(size=TEXT.caption, weight="bold", align="center")


@dataclass(frozen=True)
class Part:
    """One panel: its scene, its title above and its caption below."""

    name: str
    scene: Piece
    title: SetText | None = None
    caption: SetText | None = None
    hangs: bool = False
    """Whether it stands on the common top of its row, not on its ground: tables and the like."""
    stands: bool = False
    """Whether it is a state of the same scene as another panel: such stand on one base line."""
    least: float = 0.0
    """Room across that it takes at least: the width of its column."""

    @property
    def width(self) -> float:
        """Room across, in millimetres."""
        return max(self.scene.width, self.least, *(t.width for t in (self.title, self.caption) if t), 0.0)


def part_of(
    name: str, scene: Piece, title: str, caption: str, *, hangs: bool = False, stands: bool = False
) -> Part:
    """Return a panel with its title and caption set no wider than the scene needs."""
    room = max(44.0, 1.15 * scene.width)
    over, under = (typeset(text, CAPTION, width=room) if text else None for text in (title, caption))
    return Part(name, scene, over, under, hangs=hangs, stands=stands)


@dataclass(frozen=True)
class Place:
    """Where a panel stands: its scene's box, and how far down and up its caption and title reach."""

    box: Rect
    low: float
    high: float

    def at(self, x: float, y: float) -> Place:
        """Return the place moved."""
        left, bottom, right, top = self.box
        return Place((left + x, bottom + y, right + x, top + y), self.low + y, self.high + y)


@dataclass(frozen=True)
class Cluster:
    """Panels that stand together, with their places: the scene's box and the room of each."""

    items: tuple[Item, ...]
    width: float
    height: float
    scenes: Mapping[str, Place] = field(default_factory=dict)
    """Where the panels stand, from the lower left corner of the cluster."""

    def at(self, x: float, y: float) -> Cluster:
        """Return the cluster moved."""
        from .moving import all_moved

        boxes = {name: place.at(x, y) for name, place in self.scenes.items()}
        return Cluster(all_moved(self.items, x, y), self.width, self.height, boxes)


def staged(parts: Sequence[Part], arrangements: Iterable[Arrangement], bridges: Sequence[Bridge]) -> Piece:
    """Return all panels as one piece."""
    groups = grouped([p.name for p in parts], arrangements)
    by_name = {p.name: p for p in parts}
    cluster = _built(groups, by_name, bridges)
    from .bridges import bridge_items

    arrows = [item for n, b in enumerate(bridges) for item in bridge_items(b, cluster.scenes, n)]
    return piece_of((*cluster.items, *arrows))


# Groups: what stands with what, as nested rows and columns of names


@dataclass(frozen=True)
class Group:
    """Panels or groups in a row (or grid of `columns`) or in a column."""

    word: str
    members: tuple[str | Group, ...]
    columns: int = 0

    def holds(self, name: str) -> bool:
        """Whether a panel stands somewhere inside."""
        return any(m == name if isinstance(m, str) else m.holds(name) for m in self.members)


def grouped(names: Sequence[str], arrangements: Iterable[Arrangement]) -> Group:
    """Return what the author said of the panels as nested groups; without a word they stand in a row."""
    blocks: list[str | Group] = list(names)
    said = False
    for arrangement in arrangements:
        members = tuple(dict.fromkeys(_holder(n, blocks) for n in arrangement.panels if n in names))
        if len(members) < 2:
            continue
        said = True
        place = min(blocks.index(m) for m in members)
        group = Group(arrangement.word, members, arrangement.columns)
        blocks = [b for b in blocks if b not in members]
        blocks.insert(min(place, len(blocks)), group)
    if len(blocks) == 1 and isinstance(blocks[0], Group):
        return blocks[0]
    return Group("column" if said else "row", tuple(blocks))


def _holder(name: str, blocks: Sequence[str | Group]) -> str | Group:
    return next(b for b in blocks if b == name or (isinstance(b, Group) and b.holds(name)))


def _built(group: Group, parts: Mapping[str, Part], bridges: Sequence[Bridge]) -> Cluster:
    members = [parts[m] if isinstance(m, str) else _built(m, parts, bridges) for m in group.members]
    if group.word == "column":
        return _stacked([_row([m], ()) for m in members], bridges)
    rows = _broken(members, group.columns, bridges)
    return _stacked([_row(row, bridges) for row in _even(rows)], bridges)


Member = Part | Cluster


def _broken(members: Sequence[Member], columns: int, bridges: Sequence[Bridge]) -> list[Sequence[Member]]:
    """Break a row that is too long into the fewest rows, their widths as even as can be."""
    if columns:
        return [members[n : n + columns] for n in range(0, len(members), columns)]
    for count in range(1, len(members)):
        rows = _evenest(members, count, bridges)
        if max(_length(row, bridges) for row in rows) <= ROOM:
            return rows
    return [[member] for member in members]


def _evenest(members: Sequence[Member], count: int, bridges: Sequence[Bridge]) -> list[Sequence[Member]]:
    """Return members in so many rows that the longest is as short as can be, the first rows the fuller."""
    if count == 1 or len(members) <= count:
        return [members] if count == 1 else [[member] for member in members]
    best: list[Sequence[Member]] = []
    least = float("inf")
    for first in range(len(members) - count + 1, 0, -1):
        own = _length(members[:first], bridges)
        if own >= least and best:
            continue
        rows = [members[:first], *_evenest(members[first:], count - 1, bridges)]
        longest = max(_length(row, bridges) for row in rows)
        if longest < least - 0.01:
            best, least = rows, longest
    return best


def _length(row: Sequence[Member], bridges: Sequence[Bridge]) -> float:
    return sum(m.width for m in row) + sum(_gaps(row, bridges))


def _even(rows: list[Sequence[Member]]) -> list[Sequence[Member]]:
    """Return rows whose members stand in common columns: each as wide as the widest of its column."""
    full = {len(row) for row in rows[:-1]} | {max(len(rows[-1]), len(rows[0]))}
    if len(rows) < 2 or len(full) > 1 or not all(isinstance(m, Part) for row in rows for m in row):
        return rows
    widths = [max(row[n].width for row in rows if n < len(row)) for n in range(len(rows[0]))]
    if sum(widths) + GAP * len(widths) > ROOM:
        return rows
    return [[replace(m, least=w) for m, w in zip(row, widths) if isinstance(m, Part)] for row in rows]


def _gaps(row: Sequence[Member], bridges: Sequence[Bridge]) -> list[float]:
    """Return the white between neighbours: more where an arrow with a text goes."""
    from .bridges import room_for

    return [
        max([GAP, *(room_for(b) for b in bridges if _joins(b, left, right))]) for left, right in pairwise(row)
    ]


def _joins(bridge: Bridge, left: Member, right: Member) -> bool:
    return {bridge.start, bridge.end} <= {*_names(left), *_names(right)} and not (
        {bridge.start, bridge.end} <= set(_names(left)) or {bridge.start, bridge.end} <= set(_names(right))
    )


def _names(member: Member) -> tuple[str, ...]:
    return (member.name,) if isinstance(member, Part) else tuple(member.scenes)


def _row(members: Sequence[Member], bridges: Sequence[Bridge]) -> Cluster:
    """Return members side by side: titles, scenes and captions each on a common line."""
    parts = [m for m in members if isinstance(m, Part)]
    under = max((CAPTION_GAP + p.caption.height for p in parts if p.caption), default=0.0)
    over = max((TITLE_GAP + p.title.height for p in parts if p.title), default=0.0)
    lifts, level = levels([p.scene for p in parts], _footing(members))
    scene = max([level, *(m.height - under - over for m in members if isinstance(m, Cluster))])
    lift_of = {part.name: lift + (scene - level) / 2 for part, lift in zip(parts, lifts)}
    items: list[Item] = []
    boxes: dict[str, Place] = {}
    x = 0.0
    for member, gap in zip(members, [*_gaps(members, bridges), 0.0]):
        if isinstance(member, Part):
            lift = lift_of[member.name]
            placed = member.scene.at(x + (member.width - member.scene.width) / 2, under + lift)
            base = under + lift if lift > FLOATING else under
            low = base - under if member.caption else placed.box[1]
            high = under + scene + over if member.title else placed.box[3]
            boxes[member.name] = Place(placed.box, low, high)
            items += placed.items
            items += _texts(member, x + member.width / 2, base, under + scene)
        else:
            inner = member.at(x, (under + scene + over - member.height) / 2)
            boxes.update(inner.scenes)
            items += inner.items
        x += member.width + gap
    return Cluster(tuple(items), x, under + scene + over, boxes)


def _footing(members: Sequence[Member]) -> Footing:
    """Return on what the panels of a row stand."""
    parts = [m for m in members if isinstance(m, Part)]
    if len(parts) == len(members) and all(p.hangs for p in parts):
        return "top"
    heights = [p.scene.height for p in parts]
    scene = max([*heights, *(m.height for m in members if isinstance(m, Cluster))])
    alike = min(heights, default=0.0) >= ALIKE * scene
    return "ground" if alike or (bool(parts) and all(p.stands for p in parts)) else "middle"


def _texts(part: Part, middle: float, base: float, top: float) -> Iterable[Item]:
    """Yield a panel's caption under the common base line and its title over the common top."""
    origin = Origin(entity=part.name)
    if part.caption:
        at = _hung(part.caption, middle, base - CAPTION_GAP - part.caption.extent[3])
        yield part.caption.item(f"{part.name}/caption", at, role="caption", origin=origin)
    if part.title:
        at = _hung(part.title, middle, top + TITLE_GAP - part.title.extent[1])
        yield part.title.item(f"{part.name}/title", at, role="title", origin=origin)


def _hung(text: SetText, middle: float, y: float) -> XY:
    return (middle - (text.extent[0] + text.extent[2]) / 2, y)


def _stacked(rows: Sequence[Cluster], bridges: Sequence[Bridge]) -> Cluster:
    """Return rows one below the other, each centred."""
    from .bridges import drop_for

    if len(rows) == 1:
        return rows[0]
    width = max(row.width for row in rows)
    gaps = [
        max([ROW_GAP, *(drop_for(b) for b in bridges if _joins(b, upper, lower))])
        for upper, lower in pairwise(rows)
    ]
    height = sum(row.height for row in rows) + sum(gaps)
    items: list[Item] = []
    boxes: dict[str, Place] = {}
    y = height
    for row, gap in zip(rows, [*gaps, 0.0]):
        y -= row.height
        placed = row.at((width - row.width) / 2, y)
        items += placed.items
        boxes.update(placed.scenes)
        y -= gap
    return Cluster(tuple(items), width, height, boxes)
