"""What the names of logic forms stand for in a figure: points, lines, angles by letters or number, figures, circles."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from ...dsl.scene import XY
from ..resolve.scope import POINT_NAME
from .base import call
from .rows import Row, in_order, merged
from .terms import Node, Term
from .textbook import Angle, Textbook, Way

FIGURES = {
    "Triangle": "triangle", "Parallelogram": "parallelogram", "Rhombus": "rhombus", "Rectangle": "rectangle",
    "Square": "square", "Trapezoid": "trapezoid", "Kite": "kite", "Quadrilateral": "polygon", "Polygon": "polygon",
    "Pentagon": "polygon", "Hexagon": "polygon", "Shape": "polygon",
}  # fmt: skip
LOOSE = ("kite", "polygon", "triangle")
"""Words that only name a figure inside another statement."""
EVERYTHING = "$"
"""What stands for the figure as a whole."""


class UntranslatedError(Exception):
    """A statement that has no meaning in this figure; caught by the reader, never leaves it."""


class References:
    """Finds what a problem names in the figure that is made of it."""

    def __init__(self, book: Textbook, places: dict[str, XY]) -> None:
        self.book = book
        self.places = places
        book.is_within = self.is_within
        self.unplaced: set[str] = set()
        """Points that the original figure has no place for."""
        self.lines_called: dict[str, Way] = {}
        """Lines that are known by a letter."""
        self.squares: dict[str, tuple[str, ...]] = {}
        """Squares that are known by a number."""

    # Names

    def point(self, node: Node) -> str:
        """Return a point of the figure."""
        name = argument(node) if isinstance(node, Term) and node.word == "Point" else node
        if not isinstance(name, str) or not POINT_NAME.fullmatch(name):
            raise UntranslatedError(f"no point is called `{name if isinstance(name, str) else name.word}`")
        if name not in self.places:
            self.unplaced.add(name)
            self.places[self.book.point(name)] = self._open_place()
        return name

    def _open_place(self) -> XY:
        """Return a place right of the original figure for a point that it does not have."""
        xs, ys = zip(*self.places.values()) if self.places else ((0.0,), (0.0,))
        return (max(xs) + 0.2 * (max(xs) - min(xs) or 1.0), (max(ys) + min(ys)) / 2 + len(self.unplaced) % 3)

    def way(self, node: Node) -> Way:
        """Return the two points of `Line(A, B)`; a line of one letter is the one of that length."""
        if isinstance(node, Term) and node.word == "LengthOf":
            return self.way(argument(node))
        if not isinstance(node, Term) or node.word != "Line" or len(node.args) not in (1, 2):
            raise UntranslatedError("a line is wanted")
        if len(node.args) == 1:
            name = str(node.args[0])
            found = self.lines_called.get(name) or self.book.way_called(name)
            if found is None:
                raise UntranslatedError(f"no line is called `{node.args[0]}`")
            return found
        return self.point(node.args[0]), self.point(node.args[1])

    def angle(self, node: Node) -> Angle:
        """Return arm, vertex, arm of an angle by three letters, its vertex, or its number."""
        if isinstance(node, str):
            return self._numbered(node.removeprefix("angle").strip())
        if node.word == "MeasureOf":
            return self.angle(argument(node))
        if node.word != "Angle" or len(node.args) not in (1, 3):
            raise UntranslatedError("an angle is wanted")
        if len(node.args) == 1:
            name = str(node.args[0])
            return self._at_vertex(name) if name in self.places else self._numbered(name)
        a, v, b = (self.point(arg) for arg in node.args)
        return a, v, b

    def _numbered(self, number: str) -> Angle:
        found = self.book.numbered(number)
        if found is None:
            raise UntranslatedError(f"no angle is called `{number}`")
        return found

    def _at_vertex(self, vertex: str) -> Angle:
        """Return the one angle at a vertex; of several the widest."""
        arms = self.book.rows.arms(vertex)
        for shape in self.book.outlines:
            if vertex in shape.points and len(arms) < 2:
                at = shape.points.index(vertex)
                arms = [shape.points[at - 1], shape.points[(at + 1) % len(shape.points)]]
        if len(arms) < 2:
            raise UntranslatedError(f"at `{vertex}` there is no angle")
        a, b = max(combinations(arms, 2), key=lambda ends: self.opening(ends[0], vertex, ends[1]))
        return a, vertex, b

    def opening(self, a: str, v: str, b: str) -> float:
        """Return the size of an angle in the original figure; a straight one is none."""
        first, second = (
            math.atan2(self.places[p][1] - self.places[v][1], self.places[p][0] - self.places[v][0])
            for p in (a, b)
        )
        turn = abs(first - second) % (2 * math.pi)
        turn = min(turn, 2 * math.pi - turn)
        return turn if turn < 0.97 * math.pi else 0.0

    def is_within(self, a: str, v: str, b: str, c: str) -> bool:
        """Whether a ray runs between the arms of an angle in the original figure."""
        parts = self.opening(a, v, c) + self.opening(c, v, b)
        return abs(parts - self.opening(a, v, b)) < 0.1

    def vertices(self, node: Node) -> tuple[str, ...]:
        """Return the vertices of a figure; of the whole the outer ones."""
        if not isinstance(node, Term) or node.word not in (*FIGURES, "Shaded"):
            raise UntranslatedError("a figure is wanted")
        if len(node.args) == 1:
            inner = node.args[0]
            if isinstance(inner, Term):
                return self.vertices(inner)
            if inner in self.squares:
                return self.squares[inner]
            if inner == EVERYTHING:
                return hull(self.places)
            raise UntranslatedError(f"no figure is called `{inner}`")
        return tuple(self.point(arg) for arg in node.args)

    def figure(self, node: Node) -> str:
        """Declare a figure that a statement is about, and return its name."""
        points = self.vertices(node)
        word = FIGURES.get(node.word, "polygon") if isinstance(node, Term) else "polygon"
        known = next((o for o in self.book.outlines if set(o.points) == set(points)), None)
        if known is not None and word in LOOSE:
            return known.name
        return self.declare(
            word if word not in LOOSE else "triangle" if len(points) == 3 else "polygon", points
        )

    def declare_in(self, term: Term) -> None:
        """Declare the figures that a goal names: whose perimeter is asked for is a parallelogram."""
        for arg in term.args:
            if isinstance(arg, Term) and FIGURES.get(arg.word, "polygon") not in LOOSE and len(arg.args) > 2:
                self.figure(arg)
            elif isinstance(arg, Term):
                self.declare_in(arg)

    def declare(self, word: str, points: Sequence[str], *data: str) -> str:
        """Declare a figure with its vertices in the order in which its word means something."""
        points = self.turned(word, points)
        if len(points) > 3 and not self.unplaced & set(points):
            ring = points if self._runs_ccw(points) else points[::-1]
            self.book.condition(call("order", *ring))
        upright = ("tilted",) if word in ("rectangle", "square") else ()
        return self.book.outline(word, points, *upright, *data).name

    def _runs_ccw(self, points: Sequence[str]) -> bool:
        spots = [self.places[p] for p in points]
        return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(spots, spots[1:] + spots[:1])) > 0

    def turned(self, word: str, points: Sequence[str]) -> tuple[str, ...]:
        """Begin with the base of a trapezoid, with the apex of a kite, as the original figure has them."""
        turns = [tuple(points[k:]) + tuple(points[:k]) for k in range(len(points))]
        if word == "trapezoid":
            return min(turns[:2], key=self._slant)
        return min(turns[:2], key=self._lopsided) if word == "kite" else turns[0]

    def _slant(self, corners: tuple[str, ...]) -> float:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (self.places[p] for p in corners)
        cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
        return abs(cross) / (math.hypot(bx - ax, by - ay) * math.hypot(dx - cx, dy - cy) or 1.0)

    def _lopsided(self, corners: tuple[str, ...]) -> float:
        a, b, c, d = (self.places[p] for p in corners)
        return abs(math.log((math.dist(a, b) or 1) / (math.dist(a, d) or 1))) + abs(
            math.log((math.dist(c, b) or 1) / (math.dist(c, d) or 1))
        )

    def circle(self, node: Node) -> str:
        """Return the name of a circle: that of its centre."""
        if not isinstance(node, Term) or node.word != "Circle" or not isinstance(node.args[0], str):
            raise UntranslatedError("a circle is wanted")
        name = self.point(node.args[0])
        self.book.ring(name).center = name
        return name

    # Rows

    def lay_rows(self, terms: Sequence[Term], lines: Sequence[Way]) -> None:
        """Find which points lie in rows, and draw the lines."""
        groups = []
        for term in terms:
            match term:
                case Term("PointLiesOnLine", (str(point), Term("Line", (str(a), str(b))))):
                    self._place(point, a, b)
                    groups.append([self.point(p) for p in (point, a, b)])
        for group in merged(groups):
            self.book.rows.rows.append(Row(in_order(group, self.places)))
        for a, b in lines:
            if a != b and a in self.places and b in self.places:
                self.book.rows.draw(a, b)

    def _place(self, point: str, a: str, b: str) -> None:
        """Give a point that the original has no place for one on its line: in it, or beyond its end."""
        shares = {point: 1 / 3, a: -0.5, b: 1.5}
        missing = [name for name in (point, a, b) if name not in self.places]
        if len(missing) == 1:
            (name,) = missing
            one, other = (a, b) if name == point else (point, b) if name == a else (a, point)
            share = shares[name]
            (ax, ay), (bx, by) = self.places[one], self.places[other]
            self.places[self.book.point(name)] = (ax + (bx - ax) * share, ay + (by - ay) * share)


def hull(places: Mapping[str, XY]) -> tuple[str, ...]:
    """Return the outer points of a figure, counter-clockwise: Andrew's monotone chain.

    >>> hull({"A": (0, 0), "B": (4, 0), "C": (2, 1), "D": (2, 5)})
    ('A', 'B', 'D')
    """
    names = sorted(places, key=lambda p: places[p])
    reach = max((math.dist(places[p], places[q]) for p, q in combinations(names, 2)), default=1.0)

    def half(order: Sequence[str]) -> list[str]:
        out: list[str] = []
        for p in order:
            while len(out) > 1 and cross(places[out[-2]], places[out[-1]], places[p]) <= 0.01 * reach * reach:
                out.pop()
            out.append(p)
        return out[:-1]

    return (*half(names), *half(names[::-1]))


def cross(a: XY, b: XY, c: XY) -> float:
    """Return twice the area of a triangle, positive if it runs counter-clockwise."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def argument(term: Term) -> Node:
    """Return the one argument of a term. Raises `UntranslatedError`."""
    if len(term.args) != 1:
        raise UntranslatedError(f"`{term.word}` takes one argument")
    return term.args[0]


def two(term: Term) -> tuple[Node, Node]:
    """Return the two arguments of a term. Raises `UntranslatedError`."""
    if len(term.args) != 2:
        raise UntranslatedError(f"`{term.word}` takes two arguments")
    return term.args[0], term.args[1]
