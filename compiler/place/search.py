"""The rounds of a placement: conventional places first, then rings with leaders, then outside of all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import inf

import shapely

from ...dsl.scene import XY, Item, Marker, Path, Stroke
from ...dsl.theme import WIDTH
from .anchors import anchored
from .candidates import LEADER, LEADER_GAP, PER_MM, RINGS, Candidate, far, near, with_leader
from .choose import KEPT, Choice, Option, shortlist
from .gaps import broken, gap_around, halo
from .geometry import bounds
from .obstacles import Obstacles, Sort
from .rating import CLEAR, Asked, Offers
from .request import AlongLine, ByPoint, Fixed, InArea, LabelRequest
from .service import Placement

LEADER_WIDTH = WIDTH.thin
LEADER_DOT = 0.7
COLUMN_GAP = 4.0
LINE_GAP = 1.5
CONTENT = 3.0
"""A text that pays more than this is offered all conventional places."""
WORTH_MOVING = 3.0
"""What a text must gain before it is offered places with a leader."""


def find_places(ink: Sequence[Item], requests: Sequence[LabelRequest], seed: int) -> Placement:
    """Return the placement of at least one request."""
    search = _Search(Obstacles(ink), requests, seed)
    search.run()
    return _placement(ink, requests, _last_resort(ink, search), search.obstacles)


class _Search:
    """The rounds: each offers more places to the texts that are not content, and chooses anew."""

    def __init__(self, obstacles: Obstacles, requests: Sequence[LabelRequest], seed: int) -> None:
        self.obstacles = obstacles
        self.asked = Asked.of(requests, obstacles)
        self.around = [
            obstacles.around((float(x), float(y)), looks_around=isinstance(request.target, ByPoint))
            for request, (x, y) in zip(requests, self.asked.anchors)
        ]
        self.options: list[list[Option]] = [[] for _ in requests]
        self.seed = seed
        self.taken: list[Option] = []
        self.costs = [inf] * len(requests)

    def run(self) -> None:
        self._round(0.0, lambda i: self._near(i, usual=True) or self._near(i, usual=False))
        self._round(CONTENT, lambda i: self._near(i, usual=False))
        for ring in RINGS:
            self._round(LEADER + PER_MM * ring + WORTH_MOVING, partial(self._far, ring))

    def _round(self, content: float, offer: Callable[[int], list[Candidate]]) -> None:
        rows = [offer(i) if cost > content else [] for i, cost in enumerate(self.costs)]
        if not any(rows):
            return
        offers = Offers(self.asked, rows)
        paid = offers.cost(self.obstacles).tolist()
        for i, candidate, cost in zip(offers.whose.tolist(), offers.candidates, paid):
            self.options[i].append(Option(i, candidate, self.asked.frames[i], cost))
        for i, row in enumerate(rows):
            if row and len(self.options[i]) > KEPT:
                self.options[i] = shortlist(self.options[i])
        self.choice = Choice(self.options, self.seed)
        self.taken = self.choice.solve()
        self.costs = [self.choice.price(option) for option in self.choice.chosen]

    def _near(self, i: int, *, usual: bool) -> list[Candidate]:
        return near(self.asked.requests[i], self.asked.frames[i], self.around[i], usual=usual)

    def _far(self, ring: float, i: int) -> list[Candidate]:
        request, around = self.asked.requests[i], self.around[i]
        if isinstance(request.target, InArea):
            tips = self.obstacles.clear_spots(request.target.outline, request.target.holes)
            around = replace(around, tips=tips)
        return far(request, self.asked.frames[i], around, ring)


def _last_resort(ink: Sequence[Item], search: _Search) -> list[Option]:
    """Move the texts that still collide, and those that stand in their leaders' way, out of the drawing."""
    requests = search.asked.requests
    may_move = [not isinstance(request.target, Fixed) for request in requests]
    stuck = search.choice.collisions(may_move)
    taken = list(search.taken)
    while stuck:
        column = _column(ink, search, stuck)
        leaders = shapely.MultiLineString(
            [option.candidate.leader for option in column if option.candidate.leader]
        )
        more = [
            i for i, option in enumerate(search.taken)
            if i not in stuck and may_move[i] and _box(option, CLEAR).intersects(leaders)
        ]  # fmt: skip
        if not more:
            for option in column:
                taken[option.text] = option
            break
        stuck += more
    return taken


def _column(ink: Sequence[Item], search: _Search, texts: Sequence[int]) -> list[Option]:
    """Return places for texts below each other, right of all ink and all other texts."""
    corners = [p for option in search.taken for p in option.frame.corners(option.candidate.center)]
    _, _, ink_right, ink_top = bounds(ink)
    right = max([ink_right, *(x for x, _ in corners)]) + COLUMN_GAP
    top = max([ink_top, *(y for _, y in corners)])
    options = []
    for i in sorted(texts, key=lambda i: (-search.asked.anchors[i][1], i)):
        frame, (x, y) = search.asked.frames[i], search.asked.anchors[i].tolist()
        half = frame.reach((0.0, 1.0))
        center = (right + frame.reach((1.0, 0.0)), top - half)
        top -= 2 * half + LINE_GAP
        # from the left edge, so that the leader crosses no other text of the column
        start = (right - LEADER_GAP, center[1])
        away = with_leader(search.asked.requests[i], Candidate(center, LEADER), start, (x, y))
        options.append(Option(i, away, frame, away.cost))
    return options


def _box(option: Option, margin: float) -> shapely.Polygon:
    return shapely.Polygon(option.frame.grown(margin).corners(option.candidate.center))


def _placement(
    ink: Sequence[Item], requests: Sequence[LabelRequest], taken: Sequence[Option], obstacles: Obstacles
) -> Placement:
    labels: list[Item] = []
    gaps: dict[str, list[tuple[XY, ...]]] = {}
    moved = []
    for request, option in zip(requests, taken):
        candidate, frame = option.candidate, option.frame
        if candidate.breaks and isinstance(request.target, AlongLine):
            gap = gap_around(frame, candidate.center)
            gaps.setdefault(request.target.ink or request.owner, []).append(gap)
        if _on(Sort.GRID, option, obstacles) or _on(Sort.HATCH, option, obstacles):
            labels.append(halo(f"{request.id}_halo", frame, candidate.center, request.z - 1))
        if candidate.leader:
            labels += _leader(request, candidate)
            moved.append(request.id)
        labels.append(
            request.text.item(
                request.id, frame.origin(candidate.center), role=request.role, color=request.color,
                rotation=request.rotation, z=request.z, origin=request.origin, anchor=anchored(request),
            )
        )  # fmt: skip
    return Placement(tuple(labels), broken(ink, gaps), tuple(moved))


def _on(sort: Sort, option: Option, obstacles: Obstacles) -> bool:
    """Whether a text stands on ink of a sort."""
    if not (obstacles.sort == sort).any():
        return False
    hits = obstacles.tree.query(_box(option, CLEAR), predicate="intersects")
    return bool((obstacles.sort[hits] == sort).any())


def _leader(request: LabelRequest, candidate: Candidate) -> list[Item]:
    line: Item = Path(
        id=f"{request.id}_leader", role="leader", z=request.z - 1, origin=request.origin, codes="ML",
        points=candidate.leader, stroke=Stroke(color=request.color, width=LEADER_WIDTH),
    )  # fmt: skip
    if not candidate.dot:
        return [line]
    dot = Marker(
        id=f"{request.id}_leader_dot", role="leader", z=request.z - 1, origin=request.origin,
        at=candidate.leader[-1], size=LEADER_DOT, color=request.color,
    )  # fmt: skip
    return [line, dot]
