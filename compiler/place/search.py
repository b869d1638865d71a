"""The rounds of a placement: conventional places first, then rings with leaders, then outside of all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import inf

import shapely

from ...dsl.scene import XY, Item, Marker, Path, Stroke
from .candidates import LEADER, LEADER_GAP, PER_MM, RINGS, Candidate, far, near, with_leader
from .choose import Choice, Option
from .gaps import broken, gap_around, halo
from .geometry import bounds
from .obstacles import Obstacles, Sort
from .rating import BLOCKED, Asked, Offers
from .request import AlongLine, Fixed, InArea, LabelRequest
from .service import Placement

LEADER_WIDTH = 0.2
LEADER_DOT = 0.7
CONTENT = 3.0
"""A text that pays more than this is offered all conventional places."""
WORTH_MOVING = 3.0
"""What a text must gain before it is offered places with a leader."""


def find_places(ink: Sequence[Item], requests: Sequence[LabelRequest], seed: int) -> Placement:
    """Return the placement of at least one request."""
    search = _Search(Obstacles(ink), requests, seed)
    search.run()
    return _placement(ink, requests, _last_resort(ink, requests, search), search.obstacles)


class _Search:
    """The rounds: each offers more places to the texts that are not content, and chooses anew."""

    def __init__(self, obstacles: Obstacles, requests: Sequence[LabelRequest], seed: int) -> None:
        self.obstacles = obstacles
        self.asked = Asked.of(requests, obstacles)
        self.around = [obstacles.around((float(x), float(y))) for x, y in self.asked.anchors]
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
        choice = Choice(self.options, self.seed)
        self.taken = choice.solve()
        self.costs = [choice.price(option) for option in choice.chosen]

    def _near(self, i: int, *, usual: bool) -> list[Candidate]:
        return near(self.asked.requests[i], self.asked.frames[i], self.around[i], usual=usual)

    def _far(self, ring: float, i: int) -> list[Candidate]:
        request, around = self.asked.requests[i], self.around[i]
        if isinstance(request.target, InArea):
            tips = self.obstacles.clear_spots(request.target.outline, request.target.holes)
            around = replace(around, tips=tips)
        return far(request, self.asked.frames[i], around, ring)


def _last_resort(ink: Sequence[Item], requests: Sequence[LabelRequest], search: _Search) -> list[Option]:
    """Move the texts that still collide into a column right of all ink and all texts."""
    taken = list(search.taken)
    may_move = [not isinstance(request.target, Fixed) for request in requests]
    stuck = [i for i, cost in enumerate(search.costs) if cost >= BLOCKED and may_move[i]]
    if not stuck:
        return taken
    boxes = [p for option in taken for p in option.frame.corners(option.candidate.center)]
    _, _, ink_right, ink_top = bounds(ink)
    right = max([ink_right, *(x for x, _ in boxes)]) + 4.0
    top = max([ink_top, *(y for _, y in boxes)])
    for i in sorted(stuck, key=lambda i: (-search.asked.anchors[i][1], i)):
        frame, (x, y) = search.asked.frames[i], search.asked.anchors[i].tolist()
        half = frame.reach((0.0, 1.0))
        center = (right + frame.reach((1.0, 0.0)), top - half)
        top -= 2 * half + 1.5
        # from the left edge, so that it crosses no other text of the column
        start = (right - LEADER_GAP, center[1])
        away = with_leader(requests[i], Candidate(center, LEADER), start, (x, y))
        taken[i] = Option(i, away, frame, away.cost)
    return taken


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
        if isinstance(request.target, InArea) and _on_hatching(option, obstacles):
            labels.append(halo(f"{request.id}_halo", frame, candidate.center, request.z - 1))
        if candidate.leader:
            labels += _leader(request, candidate)
            moved.append(request.id)
        labels.append(
            request.text.item(
                request.id, frame.origin(candidate.center), role=request.role, color=request.color,
                rotation=request.rotation, z=request.z, origin=request.origin,
            )
        )  # fmt: skip
    return Placement(tuple(labels), broken(ink, gaps), tuple(moved))


def _on_hatching(option: Option, obstacles: Obstacles) -> bool:
    if not (obstacles.sort == Sort.HATCH).any():
        return False
    box = shapely.Polygon(option.frame.grown(0.5).corners(option.candidate.center))
    hits = obstacles.tree.query(box, predicate="intersects")
    return bool((obstacles.sort[hits] == Sort.HATCH).any())


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
