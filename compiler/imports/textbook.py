"""A figure of a textbook as it is collected from a dataset, and the spec that says it.

Readers add points, lines, circles and what is known of them, in any order; `text` decides what is printed
where, as textbooks do: lengths of drawn pieces beside them, of longer ways as dimensions, of ways that are
not drawn among the givens; equal things with the same marks, right angles with their squares.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ..vocabulary import Home
from .base import SpecWriter, call, path
from .rows import Pair, Rows, outline, pair
from .scaling import Sizes

Angle = tuple[str, str, str]
"""A point on one arm, the vertex, a point on the other arm."""
Way = tuple[str, str]
T = TypeVar("T")
WIDTH = 96
"""Characters of a line of declarations."""


@dataclass
class Ring:
    """A circle: its centre, if that is a point of the figure, and the points on it."""

    name: str
    center: str = ""
    points: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    """Further arguments of its declaration."""


@dataclass
class Outline:
    """A figure that is declared by its vertices: its word, and what is said of it."""

    word: str
    points: tuple[str, ...]
    data: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its name in the spec."""
        return path(*self.points)


class Textbook:
    """Collects a figure."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.rows = Rows()
        self.points: dict[str, list[str]] = {}
        """The arguments of each point's declaration."""
        self.rings: dict[str, Ring] = {}
        """The circles by the names of the dataset."""
        self.outlines: list[Outline] = []
        self.arcs: list[str] = []
        self.is_within: Callable[[str, str, str, str], bool] = lambda a, v, b, c: False
        """Whether a ray runs between the arms of an angle, as far as the original figure tells."""
        self.conditions: list[str] = []
        self.layout: list[str] = []
        self.areas: list[tuple[tuple[str, ...], float]] = []
        self._lengths: dict[Pair, list[str]] = {}
        self._told: set[tuple[Pair, str]] = set()
        """Lengths that the text of a problem tells."""
        self._dashed: dict[Pair, Way] = {}
        self._angles: list[tuple[Angle, str]] = []
        self._numbers: dict[str, Angle] = {}
        self._equal_ways: list[list[Way]] = []
        self._equal_angles: list[list[Angle]] = []
        self._parallel: list[list[Way]] = []
        self._right: list[Angle] = []
        self._labels: list[str] = []
        self._givens: list[str] = []
        self._asked: list[str] = []

    # What is known

    def point(self, name: str, *data: str) -> str:
        """Add a point, with arguments of its declaration."""
        self.points.setdefault(name, []).extend(d for d in data if d not in self.points.get(name, []))
        return name

    def ring(self, name: str) -> Ring:
        """Return the circle of a name, added if new."""
        return self.rings.setdefault(name, Ring(f"c_{name}"))

    def on_ring(self, point: str, name: str) -> None:
        """Put a point on a circle."""
        ring = self.ring(name)
        if point not in ring.points:
            ring.points.append(self.point(point))

    def length(self, a: str, b: str, text: str, *, told: bool = False) -> None:
        """State the length of a way; `told` by the problem's text rather than shown by its figure."""
        known = self._lengths.setdefault(pair(a, b), [])
        if text not in known:
            known.append(text)
            if told:
                self._told.add((pair(a, b), text))

    def dash(self, a: str, b: str) -> None:
        """Draw a line that is not among those of the figure, as a height is drawn."""
        if self.rows.find(a, b) is None and a != b:
            self._dashed.setdefault(pair(a, b), (a, b))

    def angle(self, angle: Angle, text: str) -> None:
        """State an angle, to be printed in it."""
        if (angle, text) not in self._angles:
            self._angles.append((angle, text))

    def number(self, angle: Angle, name: str) -> None:
        """Number an angle."""
        self._numbers.setdefault(name, angle)

    def numbered(self, name: str) -> Angle | None:
        """Return the angle of a number."""
        return self._numbers.get(name)

    def equal_ways(self, *ways: Way) -> None:
        """State that ways are equally long."""
        _join(self._equal_ways, ways, lambda way: pair(*way))

    def equal_angles(self, *angles: Angle) -> None:
        """State that angles are equal."""
        _join(self._equal_angles, angles, _corner)

    def parallel(self, *ways: Way) -> None:
        """State that lines are parallel."""
        _join(self._parallel, ways, lambda way: pair(*way))

    def right_angle(self, angle: Angle) -> None:
        """State that an angle is right; one square is enough where two lines cross."""
        crossing = {self.rows.find(v, angle[1]) for v in angle[::2]}
        for a, v, b in self._right:
            if (
                v == angle[1]
                and {self.rows.find(a, v), self.rows.find(b, v)} == crossing
                and None not in crossing
            ):
                return
        self._right.append(angle)

    def outline(self, word: str, points: Sequence[str], *data: str) -> Outline:
        """Add a figure by its vertices, its sides drawn."""
        new = Outline(word, tuple(self.point(p) for p in points), list(data))
        for known in self.outlines:
            if set(known.points) == set(new.points) and known.word == new.word:
                known.data += [d for d in new.data if d not in known.data]
                return known
        self.outlines.append(new)
        return new

    def condition(self, text: str) -> None:
        """State what must hold and is not printed."""
        if text not in self.conditions:
            self.conditions.append(text)

    def given(self, text: str) -> None:
        """State what has no place in the drawing."""
        if text not in self._givens:
            self._givens.append(text)

    def ask(self, text: str) -> None:
        """State what the problem asks for."""
        self._asked.append(text)

    def way_called(self, letter: str) -> Way | None:
        """Return the way whose length is a letter."""
        found = next((ends for ends, texts in self._lengths.items() if letter in texts), None)
        return None if found is None else (min(found), max(found))

    def name_length(self, letter: str, number: str) -> bool:
        """Write the number of a letter where the letter stands; tell whether it stands anywhere."""
        for texts in self._lengths.values():
            if letter in texts:
                texts[texts.index(letter)] = f"{letter} = {number}"
                return True
        return False

    def are_equal(self, one: Way, other: Way) -> bool:
        """Whether two ways are stated to be equally long."""
        return any({pair(*one), pair(*other)} <= {pair(*way) for way in ways} for ways in self._equal_ways)

    def sizes(self) -> Sizes:
        """Return the stated sizes."""
        lengths = [(_ends(ends), texts[0].rpartition("=")[2]) for ends, texts in self._lengths.items()]
        return Sizes([(ends, text) for ends, text in lengths if ends], self.areas)

    def names(self) -> dict[str, str]:
        """Return what points and circles are called in the spec."""
        return {p: p for p in self.points} | {
            f"circle {name}": ring.name for name, ring in self.rings.items()
        }

    def directed(self) -> Iterator[tuple[str, ...]]:
        """Yield the points of lines whose directions hang together."""
        for ways in self._parallel:
            yield tuple(p for way in ways for p in way)

    # The spec

    def text(self) -> str:
        """Return the spec."""
        writer = SpecWriter(self.title)
        ways = list(self._ways())
        for statement in self._entities():
            writer.add(Home.ENTITIES, statement)
        for statement in self.layout:
            writer.add(Home.LAYOUT, statement)
        for statement in (*self._marks(), *ways):
            writer.add(Home.LABELS, statement)
        for text in self._givens:
            writer.add(Home.LABELS, call("given", quoted(text)))
        for text in self._asked:
            writer.add(Home.LABELS, call("ask", quoted(text)))
        for statement in (*self._incidences(), *self.conditions):
            writer.add(Home.CONSTRAINTS, statement)
        return writer.text()

    def _entities(self) -> Iterator[str]:
        for ring in self.rings.values():
            for point in ring.points:
                self.point(point, f"on = {ring.name}")
        yield from _lines("point", (_declared(name, data) for name, data in self.points.items()))
        for ring in self.rings.values():
            center = [f"center = {ring.center}"] if ring.center else []
            yield f"circle {_declared(ring.name, [*center, *ring.data])}"
        covered: set[Pair] = set()
        for shape in self.outlines:
            covered |= self._covered(shape)
            sides = [
                f"{path(*side)} = {quoted(text)}"
                for side in outline(shape.points)
                if (text := self._beside(side))
            ]
            yield f"{shape.word} {_declared(shape.name, [*sides, *shape.data])}"
        yield from _lines("segment", self._segments(covered))
        for ends, (a, b) in self._dashed.items():
            text = (self._lengths.get(ends) or [""])[0]
            yield f"segment {_declared(path(a, b), [*([quoted(text)] if text else []), 'dashed'])}"
        yield from self.arcs

    def _covered(self, shape: Outline) -> set[Pair]:
        """Return the pieces that the sides of an outline draw, those that print their lengths themselves included."""
        covered = set()
        for a, b in outline(shape.points):
            row = self.rows.find(a, b)
            way = row.between(a, b) if row else (a, b)
            pieces = {pair(p, q) for p, q in zip(way, way[1:])}
            covered |= {piece for piece in pieces if len(pieces) == 1 or piece not in self._lengths}
        return covered

    def _beside(self, side: Way) -> str:
        """Return the length that is written at a side."""
        return (self._lengths.get(pair(*side)) or [""])[0] if self._is_piece(side) else ""

    def _is_piece(self, way: Way) -> bool:
        sides = (pair(*side) for shape in self.outlines for side in outline(shape.points))
        return self.rows.is_piece(*way) or (self.rows.find(*way) is None and pair(*way) in sides)

    def _segments(self, covered: set[Pair]) -> Iterator[str]:
        for a, b in self.rows.pieces():
            if pair(a, b) not in covered:
                text = self._beside((a, b))
                yield _declared(path(a, b), [quoted(text)] if text else [])

    def _ways(self) -> Iterator[str]:
        """Yield the labels of lengths that stand at no piece, and keep the second length of a way as a condition."""
        for ends, texts in self._lengths.items():
            a, b = sorted(ends, key=list(self.points).index)
            row = self.rows.find(a, b)
            rest = texts[1:]
            if not self._is_piece((a, b)) and ends not in self._dashed:
                if row is not None and row.covers(a, b) and (ends, texts[0]) not in self._told:
                    yield call("dimension", a, b, quoted(texts[0]))
                else:
                    rest = texts
            for text in rest:
                self.given(f"${''.join(sorted(ends))} = {text}$")
                self.condition(f"distance({a}, {b}) == {quoted(text)}")

    def _marks(self) -> Iterator[str]:
        for (a, v, b), text in self._angles:
            yield call("angle", a, v, b, quoted(text), "reflex" if self._is_reflex((a, v, b)) else "")
        for name, (a, v, b) in self._numbers.items():
            yield call("angle", a, v, b, f"name = {quoted(name)}")
        for angle in self._right:
            yield call("right_angle", *angle)
        for ways in self._equal_ways:
            drawn = all(self.rows.is_drawn(*way) or self._is_piece(way) for way in ways)
            names = [path(*way) for way in ways]
            if drawn:
                yield call("equal_marks", *names)
            else:
                self.condition(call("equal", *names))
                self.given(f"${' = '.join(names)}$")
        for angles in self._equal_angles:
            yield call("equal_marks", *("--".join(angle) for angle in angles))
        for ways in self._parallel:
            yield call("parallel_marks", *(path(*way) for way in ways))
        yield from self._labels

    def _is_reflex(self, angle: Angle) -> bool:
        """Whether an angle at a centre is the one beyond 180°: its smaller one is made of two that are stated."""
        a, center, b = angle
        if not any(ring.center == center and {a, b} <= set(ring.points) for ring in self.rings.values()):
            return False
        arms = [{p, q} for (p, v, q), _ in self._angles if v == center and {p, q} != {a, b}]
        between = [next(iter(arm - {a})) for arm in arms if a in arm]
        return any({c, b} in arms and self.is_within(a, center, b, c) for c in between)

    def label(self, statement: str) -> None:
        """Add a statement that prints."""
        self._labels.append(statement)

    def _incidences(self) -> Iterator[str]:
        for row in self.rows.rows:
            for a, b, c in zip(row.points, row.points[1:], row.points[2:]):
                yield call("between", b, a, c)


def quoted(text: str) -> str:
    """Return a text in quotes."""
    return '"' + text.replace('"', "'") + '"'


def _declared(name: str, data: Iterable[str]) -> str:
    inner = ", ".join(data)
    return f"{name}({inner})" if inner else name


def _lines(word: str, declarations: Iterable[str]) -> Iterator[str]:
    """Yield declarations of one kind, several on a line."""
    line = ""
    for declaration in declarations:
        if line and len(line) + len(declaration) > WIDTH:
            yield f"{word} {line}"
            line = ""
        line += f", {declaration}" if line else declaration
    if line:
        yield f"{word} {line}"


def _ends(ends: Pair) -> Way | None:
    return (min(ends), max(ends)) if len(ends) == 2 else None


def _corner(angle: Angle) -> tuple[str, Pair]:
    return (angle[1], pair(angle[0], angle[2]))


def _join(groups: list[list[T]], members: Sequence[T], key: Callable[[T], Hashable]) -> None:
    """Join things that are alike with the groups that one of them is in already."""
    together: list[T] = []
    for group in [*groups]:
        if {key(m) for m in group} & {key(m) for m in members}:
            together += group
            groups.remove(group)
    seen = {key(m): m for m in (*together, *members)}
    groups.append(list(seen.values()))
