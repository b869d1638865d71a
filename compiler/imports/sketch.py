"""From facts to a spec: how each is best said, what is drawn, which of two like points is meant.

Points are declared in the order in which they are constructed; each by the locus or construction that says most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ..vocabulary import Home
from .base import SpecWriter, call, claim, path
from .choosing import Choice, acute, beside, between, chosen, round_in_order, same_turn, scalene
from .facts import (
    Between,
    Bisecting,
    Concyclic,
    Directed,
    Equal,
    Fact,
    Figure,
    Free,
    Made,
    On,
    OnCircle,
    Pair,
    Parallel,
    Perpendicular,
    Round,
)
from .ink import Ink, Ring
from .saying import circle_word, equals, inked, mentioned, relation

FLAGS = ("scalene", "acute")
"""Choices of what triangles are like, which are said where they are declared."""


@dataclass(frozen=True)
class Step:
    """New points, and what is said of them together."""

    points: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass
class Sketch:
    """A problem on its way to a spec."""

    title: str
    steps: list[Step] = field(default_factory=list)
    goals: list[Fact] = field(default_factory=list)
    ink: Ink = field(default_factory=Ink)
    loci: list[tuple[str, frozenset[Fact]]] = field(default_factory=list)
    """The points that two loci give so far, to tell the second of two like ones."""

    def add(self, points: tuple[str, ...], facts: Iterable[Fact]) -> None:
        """Add new points with what holds of them."""
        self.steps.append(Step(points, tuple(facts)))

    def text(self, *, choose: bool = True) -> tuple[str, tuple[str, ...]]:
        """Return the spec and its claims; with `choose` the figure is settled in which the goal holds."""
        self.draw_ink()
        words = chosen(self.written, self.goals, list(choices(self))) if choose else []
        return self.written(words), self.claims()

    def draw_ink(self) -> None:
        """Collect the lines and circles that the facts and goals show."""
        for fact in self.facts():
            inked(fact, self.ink)
        for fact in self.facts():
            self.ink.spread(*equals(fact))
        for goal in self.goals:
            inked(goal, self.ink, dashed=True)

    def claims(self) -> tuple[str, ...]:
        """Return the goals as claims."""
        return tuple(claim(relation(goal, self.ink)) for goal in self.goals)

    def written(self, words: Sequence[str]) -> str:
        """Return the spec with some choices added."""
        self.loci.clear()
        writer = SpecWriter(self.title)
        for step in self.steps:
            self.write(step, writer, flags=tuple(w for w in words if w in FLAGS))
        for line in self.ink.statements(self.hidden()):
            writer.add(Home.ENTITIES, line)
        shown = [p for step in self.steps for p in step.points if p not in self.hidden()]
        if len(shown) > 2:
            writer.add(Home.CONSTRAINTS, call("distinct", *shown))
        for word in words:
            if word not in FLAGS:
                writer.add(Home.CONSTRAINTS, f"{word}  // which of several figures is meant")
        for one in self.claims():
            writer.add(Home.CONSTRAINTS, one)
        return writer.text()

    def facts(self) -> Iterator[Fact]:
        """Yield all facts but the goals."""
        for step in self.steps:
            yield from step.facts

    def hidden(self) -> set[str]:
        """Return the centres that nothing but their circle speaks of: the circle alone is drawn."""
        centers = {ring.center for ring in self.ink.rings if ring.shown and ring.places}
        spoken = {p for fact in (*self.facts(), *self.goals) for p in mentioned(fact)}
        return centers - spoken

    def names(self) -> dict[str, str]:
        """Return, for each hidden centre, the circle whose centre it is."""
        return {ring.center: ring.name for ring in self.ink.rings if ring.center in self.hidden()}

    # One step

    def write(self, step: Step, writer: SpecWriter, *, flags: tuple[str, ...] = ()) -> None:
        """Write what a step declares and demands."""
        rest: list[Fact] = []
        declared: set[str] = set()
        for fact in step.facts:
            if self.is_drawn(fact, step):
                declared |= {fact.center} if isinstance(fact, Round) else set()
                continue
            words = self.declaration(fact, step)
            if flags and isinstance(fact, Figure) and fact.word == "triangle" and not fact.options:
                words = shape(fact.word, fact.points, flags)
            if words and not (isinstance(fact, Made) and fact.point in declared):
                writer.add(Home.ENTITIES, words)
                declared |= set(
                    fact.points if isinstance(fact, Figure) else step.points if isinstance(fact, Free) else ()
                )
                declared |= (
                    {fact.point}
                    if isinstance(fact, Made)
                    else {fact.center}
                    if isinstance(fact, Round)
                    else set()
                )
            else:
                rest.append(fact)
        new = [p for p in step.points if p not in declared]
        if len(new) == 1 and (words := self.located(new[0], rest)):
            writer.add(Home.ENTITIES, words)
        else:
            if new:
                writer.add(Home.ENTITIES, f"point {', '.join(new)}")
            for fact in rest:
                writer.add(Home.CONSTRAINTS, relation(fact, self.ink))
        before = self.before(step.points[0]) if step.points else set()
        for ring in self.ink.rings:
            needed = {ring.center, *(ring.points[:3] if ring.places else ring.points[:1])}
            if ring.center in self.hidden():
                needed.discard(ring.center)
            if ring.shown and needed <= before | set(step.points) and not needed <= before:
                writer.add(Home.ENTITIES, self.circle(ring))

    def is_drawn(self, fact: Fact, step: Step) -> bool:
        """Whether a fact says no more than a circle that is drawn anyway."""
        if not isinstance(fact, Round) or not self.ink.ring(fact.center, fact.points).shown:
            return False
        return not fact.places or (fact.center in step.points and fact.center in self.hidden())

    def declaration(self, fact: Fact, step: Step) -> str:
        """Return a fact as the declaration of its points, or nothing if it is a relation."""
        match fact:
            case Figure(word, points, options) if all(p in step.points for p in points) or word != "polygon":
                return shape(word, points, options)
            case Free(point):
                return f"point {point}"
            case Made(word, point, of, line, options) if point in step.points:
                whole = (
                    path(*of)
                    if word in ("orthocenter", "incenter", "excenter", "circumcenter", "centroid")
                    else ""
                )
                arguments = (whole,) if whole else of
                return (
                    f"{word} {point}({', '.join((*arguments, *((path(*line),) if line else ()), *options))})"
                )
            case Round(center, points, True) if center in step.points:
                ring = self.ink.ring(center, points)
                return f"circumcenter {center}({path(*points)})" if not ring.shown else f"point {center}"
            case _:
                return ""

    def located(self, point: str, facts: list[Fact]) -> str:
        """Return the declaration of a point by one locus, or by two that meet there."""
        if len(facts) == 1:
            match facts[0]:
                case On(_, line):
                    return f"point {point}(on = {path(*line)})"
                case Between(inner, line) if inner == point:
                    return f"point {point}(on = {path(*line)})"
                case OnCircle(_, center, rim) if (ring := self.ink.ring(center, (rim,))).shown:
                    return f"point {point}(on = {ring.name})"
            return ""
        words = [self.locus(fact) for fact in facts]
        if len(facts) != 2 or not all(words):
            return ""
        other = self.other_than(point, facts)
        return f"intersection {point}({', '.join([*words, *([f'other_than = {other}'] if other else [])])})"

    def locus(self, fact: Fact) -> str:
        """Return the name of the line or circle on which a fact puts its point, if it has one."""
        match fact:
            case On(_, line):
                return path(*line)
            case OnCircle(_, center, rim) if (ring := self.ink.ring(center, (rim,))).shown:
                return ring.name
            case _:
                return ""

    # Which of two

    def other_than(self, point: str, facts: list[Fact]) -> str:
        """Return an earlier point that lies on both loci of a new one, if a circle is among them."""
        return next(iter(self.likes(point, facts)), "")

    def likes(self, point: str, facts: list[Fact]) -> list[str]:
        """Return the earlier points of which a new one is the double by what is said of it."""
        key = frozenset(relocated(fact, point) for fact in facts)
        same = [p for p, loci in self.loci if loci == key]
        self.loci.append((point, key))
        if len(facts) != 2 or not any(isinstance(f, OnCircle | Concyclic | Equal) for f in facts):
            return same
        earlier = self.before(point)
        known = [self.passes(fact) & earlier for fact in facts]
        return list(dict.fromkeys((*sorted(known[0] & known[1] - {point}), *same)))

    def before(self, point: str) -> set[str]:
        """Return the points that are declared before one."""
        found: set[str] = set()
        for step in self.steps:
            if point in step.points:
                break
            found |= set(step.points)
        return found

    def passes(self, fact: Fact) -> set[str]:
        """Return the points through which the locus of a fact passes for certain."""
        match fact:
            case On(_, line):
                return self.ink.through(line)
            case OnCircle(_, center, rim):
                return set(self.ink.ring(center, (rim,)).points)
            case Concyclic(points):
                return set(points)
            case Perpendicular(first, _) | Parallel(first, _):
                return set(first)
            case Bisecting(_, (_, vertex, _)):
                return {vertex}
            case Directed(first, second):
                return set(first) | set(second)
            case _:
                return set()

    # Circles

    def circle(self, ring: Ring) -> str:
        """Return the declaration of a circle."""
        if not ring.places:
            return f"circle {ring.name}(center = {ring.center}, through = {ring.points[0]})"
        center = "" if ring.center in self.hidden() else f"center = {ring.center}"
        return circle_word(ring.name, tuple(ring.points[:3]), center)


def shape(word: str, points: tuple[str, ...], options: tuple[str, ...]) -> str:
    """Return the declaration of a shape."""
    short = path(*points)
    if "--" in short:
        return call(word, *points, *options)
    return f"{word} {short}" + (f"({', '.join(options)})" if options else "")


def relocated(fact: Fact, point: str) -> Fact:
    """Return a fact with its new point taken out, so that like ones compare equal."""
    match fact:
        case On(_, line):
            return On("", line)
        case OnCircle(_, center, rim):
            return OnCircle("", center, rim)
        case Perpendicular(first, second):
            return Perpendicular(_without(first, point), second)
        case Parallel(first, second):
            return Parallel(_without(first, point), second)
        case Equal(first, second):
            return Equal(_without(first, point), _without(second, point))
        case _:
            return fact


def _without(pair: Pair, point: str) -> Pair:
    return ("", pair[1]) if pair[0] == point else ("", pair[0]) if pair[1] == point else pair


def choices(sketch: Sketch) -> Iterator[Choice]:
    """Yield what may tell the figures of a problem apart: of its triangles, and of its points with two places."""
    corners: list[str] = []
    for step in sketch.steps:
        for fact in step.facts:
            if isinstance(fact, Figure) and fact.word == "triangle" and len(fact.points) == 3:
                a, b, c = fact.points
                corners = corners or [a, b, c]
                yield scalene((a, b, c), "scalene")
                yield acute((a, b, c), "acute")
    corners = corners or [p for step in sketch.steps[:4] for p in step.points][:4]
    for step in sketch.steps:
        for point in step.points:
            yield from _places(point, step, corners, sketch)
            yield from _turns(point, step)
    lettered = tuple(sorted(p for step in sketch.steps for p in step.points if p in "ABCDE"))
    for count in range(4, len(lettered) + 1):
        yield round_in_order(lettered[:count])
        yield round_in_order(lettered[:count][::-1])


def _turns(point: str, step: Step) -> Iterator[Choice]:
    """Yield how the triangles lie that a point makes with two pairs of points at equal distances from it."""
    equal = [f for f in step.facts if isinstance(f, Equal) and f.first[0] == f.second[0] == point]
    for one, other in combinations(equal, 2):
        (a, b), (c, d) = (one.first[1], one.second[1]), (other.first[1], other.second[1])
        yield same_turn((point, a, c), (point, b, d))


def _places(point: str, step: Step, corners: list[str], sketch: Sketch) -> Iterator[Choice]:
    """Yield on which part of its line, or on which side of its lines, a point may lie."""
    hidden = sketch.hidden()
    for fact in step.facts:
        match fact:
            case On(own, (a, b)) if own == point and len(step.facts) > 1:
                yield between(point, a, b)
                yield between(a, point, b)
                yield between(b, point, a)
            case Equal((own, a), (_, b)) if own == point and a != b and a != point and b != point:
                pair = (a, b)
                for other in corners:
                    if other not in (*pair, point) and not {other, *pair} & hidden:
                        yield beside(point, other, pair, same=False)
                        yield beside(point, other, pair, same=True)
            case OnCircle(own) if own == point and len(step.facts) > 1:
                for k, other in enumerate(corners):
                    pair = (corners[k - 1], corners[k - 2])
                    if point not in (other, *pair) and len(corners) == 3:
                        yield beside(point, other, pair, same=False)
                        yield beside(point, other, pair, same=True)
            case _:
                pass
