"""What a problem of FormalGeo demands of its drawing: its CDL, read and measured without the compiler's solver."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from ...compiler.expression import read_formula
from ...compiler.imports.formalgeo import NAMES, read
from ...compiler.imports.records import Record, records
from ...compiler.imports.terms import Node, Term, read_term
from ...dsl.source import Source
from .base import XY, Case, Corpus, Figure, Statement
from .figures import Error, alike, angle, area, flatness, inner, length, midsegment, off_segment, perimeter
from .letters import Equations, Quantity
from .measuring import cosine, cross, minus, off_line, sine

FAULTS: Mapping[str, str] = {
    "5552": "AB = 3 and AC = 5 make the sine at A 4/5, AD = 1 and DE = 0.6 make it 3/5",
    "5923": "the angle ECB is right, and B lies on CE",
    "5967": "AC is tangent to the circle that A and B lie on, and it is a chord of it",
}
"""Problems of the extract whose statements contradict each other, and how."""
UNDECIDED: Mapping[str, str] = {}
"""Problems whose answer does not follow from their statements, and why."""

COMBINED: Mapping[str, Callable[[float, float], float]] = {
    "Add": lambda a, b: a + b, "Sub": lambda a, b: a - b, "Mul": lambda a, b: a * b,
    "Div": lambda a, b: a / b if b else math.inf, "Pow": lambda a, b: a**b,
}  # fmt: skip
FUNCTIONS: Mapping[str, Callable[[float], float]] = {
    "Sin": lambda d: math.sin(math.radians(d)), "Cos": lambda d: math.cos(math.radians(d)),
    "Tan": lambda d: math.tan(math.radians(d)), "Sqrt": math.sqrt,
}  # fmt: skip


def cases(source: Source, problem: str = "") -> Iterator[Case]:
    """Yield the problems of a file with what they demand."""
    kept = {record.name: record for record in records(source, NAMES, "formalgeo")}
    for imported in read(source, problem):
        record = kept[imported.name]
        known = record.text("id") if record.text("source") else ""
        yield Case(
            imported, tuple(Cdl(record).statements()), FAULTS.get(known, ""), false_goal=known in UNDECIDED
        )


class Cdl:
    """The CDL of one problem as statements about coordinates."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.equations = Equations()
        texts = dict.fromkeys((*record.texts("text"), *record.texts("image")))
        self.stated = [term for text in texts if (term := read_term(text)) is not None]
        self.built = [term for text in record.texts("construction") if (term := read_term(text)) is not None]
        self.rows = [str(t.args[0]) for t in self.built if t.word == "Collinear"]
        self.centers = {str(t.args[1]): str(t.args[0]) for t in self.stated if t.word == "IsCentreOfCircle"}

    def statements(self) -> Iterator[Statement]:
        """Yield what must hold, the answer last."""
        for term in self.built:
            yield from self.construction(term)
        for term in self.stated:
            if term.word == "Equal" and len(term.args) == 2:
                yield from self.equal(term)
            elif term.word not in ("IsCentreOfCircle",):
                error = self.error(term)
                yield Statement(_text(term), error or (lambda _: math.inf))
        yield from self.equations.statements()
        yield from self.answer()

    def construction(self, term: Term) -> Iterator[Statement]:
        """Yield order on lines and circles, and that faces with three corners run counter-clockwise."""
        if term.word == "Collinear":
            row = str(term.args[0])
            for a, b, c in zip(row, row[1:], row[2:]):
                yield Statement(f"{a}{b}{c} in a row", _between(a, b, c))
        if term.word == "Cocircular" and len(term.args) == 2:
            circle, points = str(term.args[0]), str(term.args[1])
            for point in points:
                yield Statement(f"{point} on circle {circle}", self.on_circle(point, circle))
            if len(points) > 2:
                yield Statement(f"{points} round circle {circle}", _round(points))
        if term.word == "Shape":
            corners = self.corners([str(arg) for arg in term.args])
            if len(corners) > 3:
                yield Statement(f"{''.join(corners)} counter-clockwise, uncrossed", _uncrossed(corners))
            if len(corners) == 3:
                yield Statement(f"{''.join(corners)} counter-clockwise", _turns_left(corners))
                yield Statement(f"{''.join(corners)} is a triangle", flatness(corners))

    def corners(self, edges: Sequence[str]) -> tuple[str, ...]:
        """Return the corners of a closed face with straight sides, without points within a side."""
        if any(len(e) != 2 for e in edges) or any(a[1] != b[0] for a, b in pairwise((*edges, edges[0]))):
            return ()
        points = [e[0] for e in edges]
        around = zip((points[-1], *points[:-1]), points, (*points[1:], points[0]))
        return tuple(p for a, p, b in around if not any({a, p, b} <= set(row) for row in self.rows))

    def on_circle(self, point: str, circle: str) -> Error:
        """Return how far a point is from a circle."""

        def error(f: Figure) -> float:
            disc = f.circles[f"circle {circle}"]
            return abs(math.dist(f.points[point], disc.center) - disc.radius) / f.size

        return error

    # Equalities

    def equal(self, term: Term) -> Iterator[Statement]:
        """Yield an equality of two measures, or add one with letters to the equations."""
        one, other = term.args
        left, right = self.quantity(one), self.quantity(other)
        if left is None and right is None:
            yield Statement(_text(term), lambda _: math.inf)
        elif left is not None and right is not None:
            yield Statement(_text(term), lambda f: abs(left(f) - right(f)) / self.scale(one, f))
        else:
            measured, formula, kind = (left, other, one) if left is not None else (right, one, other)
            assert measured is not None
            self.equations.add(_text(term), measured, str(formula), self.power(kind))

    def power(self, node: Node) -> int | None:
        """Return the power of length of a quantity, nothing for angles."""
        word = node.word if isinstance(node, Term) else ""
        if word in ("Add", "Sub") and isinstance(node, Term):
            return self.power(node.args[0])
        if word in ("MeasureOfAngle", "MeasureOfArc"):
            return None
        return (
            2
            if word.startswith("AreaOf")
            else 0
            if word in ("Div", "RatioOfSimilarTriangle", *FUNCTIONS)
            else 1
        )

    def scale(self, node: Node, figure: Figure) -> float:
        """Return what a difference is a share of."""
        power = self.power(node)
        return math.degrees(1.0) if power is None else max((figure.size / figure.unit) ** power, 1e-12)

    def quantity(self, node: Node) -> Quantity | None:
        """Return what a term measures; nothing if it is a formula or unknown."""
        if isinstance(node, str):
            return None
        names = "".join(arg for arg in node.args if isinstance(arg, str))
        if node.word in COMBINED and len(node.args) == 2:
            first, second = (self.quantity(arg) or self._constant(arg) for arg in node.args)
            combine = COMBINED[node.word]
            return (lambda f: combine(first(f), second(f))) if first and second else None
        if node.word in FUNCTIONS:
            argument, function = (
                self.quantity(node.args[0]) or self._letter(node.args[0]),
                FUNCTIONS[node.word],
            )
            return (lambda f: function(argument(f))) if argument else None
        return self.measure(node.word, names, [str(a) for a in node.args])

    def measure(self, word: str, names: str, args: Sequence[str]) -> Quantity | None:
        """Return a quantity of points or of a circle by its word."""
        match word:
            case "LengthOfLine":
                return length(names[0], names[1])
            case "MeasureOfAngle":
                return angle(names[0], names[1], names[2])
            case "MeasureOfArc":
                return self.arc(names)
            case "LengthOfArc":
                degrees = self.arc(names)
                return lambda f: math.radians(degrees(f)) * f.circles[f"circle {names[0]}"].radius / f.unit
            case "AreaOfTriangle" | "AreaOfQuadrilateral":
                return area(names)
            case "PerimeterOfTriangle" | "PerimeterOfQuadrilateral":
                return perimeter(names)
            case "RatioOfSimilarTriangle":
                one, other = length(*args[0][:2]), length(*args[1][:2])
                return lambda f: one(f) / other(f)
            case "RadiusOfCircle" | "DiameterOfCircle" | "PerimeterOfCircle":
                factor = {"RadiusOfCircle": 1.0, "DiameterOfCircle": 2.0, "PerimeterOfCircle": 2 * math.pi}[
                    word
                ]
                return lambda f: factor * f.circles[f"circle {names}"].radius / f.unit
        return None

    def arc(self, names: str) -> Quantity:
        """Return the degrees of an arc, counter-clockwise from its first point to its second."""

        def degrees(f: Figure) -> float:
            center = f.circles[f"circle {names[0]}"].center
            first, second = (math.atan2(*minus(f.points[p], center)[::-1]) for p in names[1:])
            return math.degrees(second - first) % 360.0

        return degrees

    def _constant(self, node: Node) -> Quantity | None:
        formula = read_formula(node) if isinstance(node, str) else None
        return None if formula is None or formula.letters else (lambda _: formula.value())

    def _letter(self, node: Node) -> Quantity | None:
        """Return the angle that a letter names."""
        for term in self.stated:
            match term:
                case Term("Equal", (Term("MeasureOfAngle", (str(points),)), str(letter))) if letter == node:
                    return angle(*points)
        return None

    # Relations

    def error(self, term: Term) -> Error | None:
        """Return how far a relation is from holding."""
        args = [str(arg) for arg in term.args]
        match term.word:
            case "ParallelBetweenLine" | "PerpendicularBetweenLine":
                measured = sine if term.word.startswith("Par") else cosine
                return lambda f: abs(measured(*(f.points[p] for p in args[0] + args[1])))
            case "IsMidpointOfLine":
                return _middle(args[0], args[1])
            case "IsTangentOfCircle":
                return self.tangent(args[0], args[1])
            case "IsDiameterOfCircle":
                return lambda f: (
                    max(
                        abs(
                            math.dist(f.points[p], f.circles[f"circle {args[1]}"].center)
                            - length(*args[0])(f) * f.unit / 2
                        )
                        for p in args[0]
                    )
                    / f.size
                )
            case "IsBisectorOfAngle":
                a, v, b = tuple(args[1])
                end = args[0].replace(v, "")
                return lambda f: math.radians(
                    abs(angle(a, v, end)(f) + angle(end, v, b)(f) - angle(a, v, b)(f))
                    + abs(angle(a, v, end)(f) - angle(end, v, b)(f))
                )
            case "IsPerpendicularBisectorOfLine":
                a, b = tuple(args[1])
                return lambda f: (
                    max(abs(length(p, a)(f) - length(p, b)(f)) for p in args[0]) * f.unit / f.size
                )
            case "IsMidpointOfArc":
                first, second = (
                    self.arc(args[1][0] + args[1][1] + args[0]),
                    self.arc(args[1][0] + args[0] + args[1][2]),
                )
                return lambda f: math.radians(abs(first(f) - second(f)))
            case "IsMedianOfTriangle":
                return _middle(args[0][1], args[1].replace(args[0][0], ""))
            case "IsMidsegmentOfTriangle" | "IsMidsegmentOfQuadrilateral":
                return midsegment(args[0], args[1])
            case "IsIncenterOfTriangle":
                return inner(args[0], args[1])
        return self.figure(term.word, args)

    def figure(self, word: str, args: Sequence[str]) -> Error | None:
        """Return how far a named figure is from being what its word says."""
        points = args[0]
        match word:
            case "RightTriangle":
                return lambda f: abs(
                    cosine(*(f.points[p] for p in (points[0], points[1], points[1], points[2])))
                )
            case "IsoscelesTriangle":
                return _equal_sides([points[:2], points[0] + points[2]])
            case "EquilateralTriangle":
                return _equal_sides([points[:2], points[1:], points[::2]])
            case "Parallelogram":
                return _opposite(points)
            case "Rhombus":
                return _both(_opposite(points), _equal_sides([points[:2], points[1:3]]))
            case "Rectangle":
                return _both(_opposite(points), self.figure("RightTriangle", args))
            case "Square":
                return _both(self.figure("Rectangle", args), _equal_sides([points[:2], points[1:3]]))
            case "Trapezoid" | "IsoscelesTrapezoid":
                bases = [f"{points[0]}{points[3]}", f"{points[1]}{points[2]}"]
                return lambda f: abs(sine(*(f.points[p] for p in bases[0] + bases[1])))
        if word.startswith("Mirror"):
            return alike(points, args[1][0] + args[1][:0:-1], exact="Congruent" in word)
        if word.startswith(("Similar", "Congruent")):
            return alike(points, args[1], exact=word.startswith("Congruent"))
        return None

    def tangent(self, line: str, circle: str) -> Error:
        """Return how far a line is from touching a circle."""

        def error(f: Figure) -> float:
            disc = f.circles[f"circle {circle}"]
            return abs(off_line(disc.center, f.points[line[0]], f.points[line[1]]) - disc.radius) / f.size

        return error

    def answer(self) -> Iterator[Statement]:
        """Yield that the drawing has the answer that the dataset gives."""
        goal = read_term(self.record.text("goal"))
        expected = read_formula(self.record.text("answer"))
        if goal is None or not goal.args or expected is None or expected.letters:
            return
        node = goal.args[0]
        measured = self.equations.letter(node) if isinstance(node, str) else self.quantity(node)
        if measured is not None:
            value = expected.value()
            yield Statement("answer", lambda f: abs(measured(f) - value) / max(abs(value), 1.0), goal=True)


def _text(term: Term) -> str:
    return f"{term.word}({', '.join(a if isinstance(a, str) else _text(a) for a in term.args)})"


def _between(a: str, b: str, c: str) -> Error:
    return lambda f: off_segment(f.points[b], f.points[a], f.points[c]) / f.size


def _round(points: str) -> Error:
    """Return whether points of a circle follow each other counter-clockwise: the area of their outline is positive."""

    def error(f: Figure) -> float:
        spots = [f.points[p] for p in points]
        turns = [
            cross(minus(b, a), minus(c, b))
            for a, b, c in zip(spots, spots[1:] + spots[:1], spots[2:] + spots[:2])
        ]
        return 0.0 if min(turns) > 0 else 1.0

    return error


def _uncrossed(corners: Sequence[str]) -> Error:
    """Return whether an outline runs counter-clockwise and none of its sides crosses another."""

    def error(f: Figure) -> float:
        spots = [f.points[p] for p in corners]
        sides = list(zip(spots, spots[1:] + spots[:1]))
        area = sum(cross(a, b) for a, b in sides)
        crossed = any(_cross_each_other(*s, *t) for s, t in combinations(sides, 2) if not {*s} & {*t})
        return 0.0 if area > 0 and not crossed else 1.0

    return error


def _cross_each_other(a: XY, b: XY, c: XY, d: XY) -> bool:
    first, second = minus(b, a), minus(d, c)
    return (
        cross(first, minus(c, a)) * cross(first, minus(d, a)) < 0
        and cross(second, minus(a, c)) * cross(second, minus(b, c)) < 0
    )


def _turns_left(corners: Sequence[str]) -> Error:
    def error(f: Figure) -> float:
        a, b, c = (f.points[p] for p in corners)
        return 0.0 if cross(minus(b, a), minus(c, a)) > 0 else 1.0

    return error


def _middle(point: str, ends: str) -> Error:
    def error(f: Figure) -> float:
        (ax, ay), (bx, by) = (f.points[p] for p in ends)
        return math.dist(f.points[point], ((ax + bx) / 2, (ay + by) / 2)) / f.size

    return error


def _equal_sides(sides: Sequence[str]) -> Error:
    def error(f: Figure) -> float:
        lengths = [length(*side)(f) * f.unit for side in sides]
        return (max(lengths) - min(lengths)) / f.size

    return error


def _opposite(points: str) -> Error:
    def error(f: Figure) -> float:
        a, b, c, d = (f.points[p] for p in points)
        return math.dist((a[0] + c[0], a[1] + c[1]), (b[0] + d[0], b[1] + d[1])) / f.size

    return error


def _both(one: Error | None, other: Error | None) -> Error:
    return lambda f: max(error(f) if error else math.inf for error in (one, other))


FORMALGEO = Corpus("formalgeo", cases)
