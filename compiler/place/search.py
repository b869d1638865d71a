"""The rounds of a placement: conventional places first, then leaders, then outside of all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import inf

import numpy as np
import shapely

from ...dsl.scene import XY, Item, Marker, Path, Stroke
from ...dsl.theme import WIDTH
from .alike import alike_rows
from .anchors import anchored
from .asked import Asked
from .candidates import Places, near
from .choose import Choice
from .frame import Frame
from .gaps import broken, gap_around, halo
from .geometry import bounds
from .key import Entry, key_items, number_frame, worth_a_number
from .leaders import LEADER, LEADER_GAP, LONG, PER_MM, SHORT, far, tied
from .looking import surroundings
from .obstacles import Obstacles, Sort
from .rating import CLEAR, Offers
from .request import AlongLine, ByPoint, Fixed, InArea, LabelRequest
from .service import Placement
from .taken import Taken

LEADER_WIDTH = WIDTH.thin
LEADER_DOT = 0.7
COLUMN_GAP = 4.0
LINE_GAP = 1.5
CONTENT = 2.0
"""A text that pays more than this is offered all conventional places."""
WORTH_MOVING = 3.0
WORTH_MOVING_FAR = 12.0
"""What a text must gain before it is offered places with a leader, or a long one."""


HOPELESS = 50.0
"""A text that pays more than this is put into the key, if it is long."""


def find_places(ink: Sequence[Item], requests: Sequence[LabelRequest], seed: int) -> Placement:
    """Return the placement of at least one request."""
    search = _Search(Obstacles(ink), requests, seed)
    search.run()
    search.enter_key()
    return _placement(ink, search, _last_resort(ink, search))


class _Search:
    """The rounds: each offers more places to the texts that are not content, and chooses anew."""

    def __init__(self, obstacles: Obstacles, requests: Sequence[LabelRequest], seed: int) -> None:
        self.obstacles = obstacles
        self.asked = Asked.of(requests, obstacles)
        looks = np.array([isinstance(request.target, ByPoint) for request in requests], dtype=np.bool_)
        self.around = surroundings(obstacles, self.asked.anchors, looks)
        self.choice = Choice(self.asked.frames, seed, alike_rows(requests, self.asked.anchors))
        self.keyed: list[int] = []
        """Texts that a number in a circle stands for."""

    def run(self) -> None:
        self._round(0.0, lambda i: self._near(i, usual=True) or self._near(i, usual=False), roughly=True)
        self._round(CONTENT, lambda i: self._near(i, usual=False))
        for lengths, worth in ((SHORT, WORTH_MOVING), (LONG, WORTH_MOVING_FAR)):
            self._round(LEADER + PER_MM * lengths[0] + worth, partial(self._far, lengths))

    def enter_key(self) -> None:
        """Put numbers in the place of long texts that found none, until what is left finds room."""
        while stuck := [t for t in self._hopeless() if t not in self.keyed]:
            self.keyed += stuck
            frame = number_frame(len(self.keyed))
            frames = list(self.asked.frames)
            for text in self.keyed:
                frames[text] = frame
                self.choice.replace(text, frame)
            self.asked = replace(self.asked, frames=frames)
            numbers = set(self.keyed)
            self._offer([self._all_near(i) if i in numbers else Places.none() for i in range(len(frames))])
            crowded = {i for i in numbers if self.choice.paid(i) > HOPELESS}
            self._offer([self._far(SHORT, i) if i in crowded else Places.none() for i in range(len(frames))])

    def _hopeless(self) -> list[int]:
        """Return the texts to be put into the key: what collides, and what only a wild leader ties to its feature."""
        asked = self.asked
        may_move = [
            not isinstance(request.target, Fixed) and worth_a_number(frame)
            for request, frame in zip(asked.requests, asked.frames)
        ]
        stuck = self.choice.collisions(may_move)
        return stuck + [t for t, may in enumerate(may_move) if may and inf > self.choice.paid(t) > HOPELESS]

    def give_back(self, texts: Sequence[int]) -> None:
        """Take texts out of the key that must leave the drawing all the same."""
        frames = list(self.asked.frames)
        for text in set(texts) & set(self.keyed):
            self.keyed.remove(text)
            frames[text] = Frame.of(self.asked.requests[text].text, self.asked.requests[text].rotation)
        self.asked = replace(self.asked, frames=frames)

    def taken(self) -> list[Taken]:
        """Return the chosen place of every text."""
        return [
            Taken.of(text, self.asked.frames[text], self.choice.places, option)
            for text, option in enumerate(self.choice.chosen)
        ]

    def _round(self, content: float, offer: Callable[[int], Places], *, roughly: bool = False) -> None:
        texts = range(len(self.asked.requests))
        rows = [offer(i) if self.choice.paid(i) > content else Places.none() for i in texts]
        self._offer(rows, roughly=roughly)

    def _offer(self, rows: Sequence[Places], *, roughly: bool = False) -> None:
        """Rate places, a row for each text, and choose anew."""
        if any(map(len, rows)):
            offers = Offers(self.asked, rows)
            self.choice.offer(offers.whose, offers.places, offers.cost(self.obstacles))
            self.choice.solve(roughly=roughly)

    def _all_near(self, i: int) -> Places:
        return Places.joined([self._near(i, usual=True), self._near(i, usual=False)])

    def _near(self, i: int, *, usual: bool) -> Places:
        if self.asked.requests[i].must_lead:
            return self._far(SHORT, i) if usual else Places.of((), ())
        return near(self.asked.requests[i], self.asked.frames[i], self.around[i], usual=usual)

    def _far(self, lengths: Sequence[float], i: int) -> Places:
        request = self.asked.requests[i]
        target = request.target
        tips = self.obstacles.clear_spots(target, request.owner) if isinstance(target, InArea) else ()
        return far(request, self.asked.frames[i], self.around[i], lengths=lengths, tips=tips)


def _last_resort(ink: Sequence[Item], search: _Search) -> list[Taken]:
    """Move the texts that still collide, and those that stand in their leaders' way, out of the drawing."""
    requests = search.asked.requests
    may_move = [not isinstance(request.target, Fixed) for request in requests]
    taken = search.taken()
    stuck = search.choice.collisions(may_move)
    while stuck:
        search.give_back(stuck)
        column = _column(ink, search, taken, stuck)
        leaders = shapely.MultiLineString([option.leader for option in column if option.leader])
        more = [
            i for i, option in enumerate(taken)
            if i not in stuck and may_move[i] and option.box(CLEAR).intersects(leaders)
        ]  # fmt: skip
        if not more:
            for option in column:
                taken[option.text] = option
            break
        stuck += more
    return taken


def _column(
    ink: Sequence[Item], search: _Search, taken: Sequence[Taken], texts: Sequence[int]
) -> list[Taken]:
    """Return places for texts below each other, right of all ink and all other texts."""
    corners = [p for option in taken for p in option.frame.corners(option.center)]
    _, _, ink_right, ink_top = bounds(ink)
    right = max([ink_right, *(x for x, _ in corners)]) + COLUMN_GAP
    top = max([ink_top, *(y for _, y in corners)])
    options = []
    for i in sorted(texts, key=lambda i: (-search.asked.anchors[i][1], i)):
        frame = search.asked.frames[i]
        across, up = frame.extent()
        center = np.array([[right + across, top - up]])
        top -= 2 * up + LINE_GAP
        # from the left edge, so that the leader crosses no other text of the column
        start = np.array([[right - LEADER_GAP, center[0, 1]]])
        tip = search.asked.anchors[i : i + 1]
        away = tied(search.asked.requests[i], center, np.zeros(1), start, tip)
        options.append(Taken.of(i, frame, away, 0))
    return options


def _placement(ink: Sequence[Item], search: _Search, taken: Sequence[Taken]) -> Placement:
    labels: list[Item] = []
    gaps: dict[str, list[tuple[XY, ...]]] = {}
    entries, moved = [], []
    for request, option in zip(search.asked.requests, taken):
        frame, center = option.frame, option.center
        if option.leader:
            labels += _leader(request, option.leader)
            moved.append(request.id)
        if option.text in search.keyed:
            entries.append(Entry(request, center))
            continue
        if option.breaks and isinstance(request.target, AlongLine):
            gaps.setdefault(request.target.ink or request.owner, []).append(gap_around(frame, center))
        if _on(Sort.GRID, option, search.obstacles) or _on(Sort.HATCH, option, search.obstacles):
            labels.append(halo(f"{request.id}_halo", frame, center, request.z - 1))
        labels.append(
            request.text.item(
                request.id, frame.origin(center), role=request.role, color=request.color,
                rotation=request.rotation, z=request.z, origin=request.origin, anchor=anchored(request),
            )
        )  # fmt: skip
    if entries:
        labels += key_items(entries, bounds([*ink, *labels]))
    keyed = tuple(entry.request.id for entry in entries)
    return Placement(tuple(labels), broken(ink, gaps), tuple(moved), keyed)


def _on(sort: Sort, option: Taken, obstacles: Obstacles) -> bool:
    """Whether a text stands on ink of a sort."""
    if not (obstacles.sort == sort).any():
        return False
    hits = obstacles.tree.query(option.box(CLEAR), predicate="intersects")
    return bool((obstacles.sort[hits] == sort).any())


def _leader(request: LabelRequest, points: tuple[XY, XY]) -> list[Item]:
    line: Item = Path(
        id=f"{request.id}_leader", role="leader", z=request.z - 1, origin=request.origin, codes="ML",
        points=points, stroke=Stroke(color=request.color, width=LEADER_WIDTH),
    )  # fmt: skip
    # what names an area ends in a dot inside it
    if not isinstance(request.target, InArea):
        return [line]
    dot = Marker(
        id=f"{request.id}_leader_dot", role="leader", z=request.z - 1, origin=request.origin,
        at=points[1], size=LEADER_DOT, color=request.color,
    )  # fmt: skip
    return [line, dot]
