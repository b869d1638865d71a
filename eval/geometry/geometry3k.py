"""What a problem of Geometry3K demands of its drawing: its logic forms, read and measured without the compiler's solver.

`FAULTS` names the problems of the extract whose statements contradict each other, with the contradiction.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ...compiler.expression import read_formula
from ...compiler.imports.geometry3k import NAMES, read
from ...compiler.imports.records import Record, records
from ...compiler.imports.terms import Node, Term, read_prefix
from ...dsl.source import Source
from .base import Case, Corpus, Figure, Statement
from .figures import (
    Error,
    alike,
    angle,
    area,
    even,
    flatness,
    inner,
    legs,
    length,
    midsegment,
    off_segment,
    perimeter,
    quadrilateral,
)
from .letters import Equations, Quantity
from .measuring import cosine, off_line, off_one_line, sine

Ends = tuple[str, str]
FLAT_DRAWN = 0.03
"""Height over the longest side of the flattest triangle of an original figure that was meant as one."""

FAULTS: Mapping[str, str] = {
    "2139": "the equal angles make GD = 14 and GJ = 3.5, so that D is not between G and J",
    "2213": "CX is 5 and 17",
    "2244": "a triangle with sides 21 and 45 has no angles of 70° and 30° facing them",
    "2292": "sides 13, 10.9 and 14.9 are rounded: the distances of P from the three sides differ",
    "2313": "DE is perpendicular to CD, and D lies on CE",
    "2318": "D lies on BA, on VW and on WA, so that B, which lies on YW, is W",
    "2331": "b = 12 and c = 5 fix the figure; ZP = 9.3 then gives a = 4.3, but ZQ = 10.5 gives a = 7.2",
    "2361": "BE is perpendicular to EA, and E lies on AB",
    "2363": "BE is 13 and 15",
}

UNDECIDED: Mapping[str, str] = {
    "2116": "the text says S where the figure has A",
    "2118": "BC is marked equal to CD instead of AB to CD",
    "2122": "x stands in no statement",
    "2141": "that the figure is a rectangle is not stated",
    "2154": "x stands in no statement",
    "2170": "a measure is asked, the answer is a length",
    "2181": "the text says S where the figure has B",
    "2205": "99° is the arc BC, not the angle BAC",
    "2234": "x is the angle of more than 180°",
    "2249": "that AD is perpendicular to BC is not stated",
    "2258": "the text says DFE where the figure has CFE",
    "2321": "y stands in no statement",
    "2349": "that E, D and C are in a row is not stated",
    "2365": "ACB is stated to be 58° instead of 88°",
}
"""Problems whose answer does not follow from their statements, and why."""


def cases(source: Source, problem: str = "") -> Iterator[Case]:
    """Yield the problems of a file with what they demand."""
    kept = {record.name: record for record in records(source, NAMES, "geometry3k")}
    for imported in read(source, problem):
        record = kept[imported.name]
        known = record.text("id") if record.text("split") == "val" else ""
        yield Case(
            imported, tuple(Forms(record).statements()), FAULTS.get(known, ""), false_goal=known in UNDECIDED
        )


class Forms:
    """The logic forms of one problem as statements about coordinates."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.equations = Equations()
        self.numbered: dict[str, tuple[str, str, str]] = {}
        self.squares: dict[str, tuple[str, ...]] = {}
        texts = [*record.texts("diagram"), *record.texts("text")]
        self.terms = [term for text in texts if (term := read_prefix(text)[0]) is not None]
        self.on_circles: dict[str, list[str]] = {}
        for term in self.terms:
            match term:
                case Term("PointLiesOnCircle", (str(point), Term("Circle", (str(center), *_)))):
                    self.on_circles.setdefault(center, []).append(point)
        self.lines = [(line[0], line[1]) for line in record.texts("lines") if len(line) == 2]
        self.lettered = {
            str(t.args[1].args[0]): self.ends(t.args[0])
            for t in self.terms
            if _names_a_line(t) and isinstance(t.args[1], Term)
        }
        self.lettered |= {
            str(t.args[1]): self.ends(t.args[0])
            for t in self.terms
            if _names_a_line(t) and isinstance(t.args[1], str)
        }

    def statements(self) -> Iterator[Statement]:
        """Yield what must hold, the answer last."""
        for term in self.terms:
            if term.word == "Equals" and len(term.args) == 2:
                yield from self.equal(term, *term.args)
            elif term.word == "Find":
                continue
            elif (error := self.error(term)) is not None:
                yield Statement(_text(term), error)
        yield from self.equations.statements()
        yield from self.shape()
        yield from self.answer()

    # Names

    def ends(self, node: Node) -> Ends:
        """Return the ends of a line."""
        if isinstance(node, Term) and node.word == "LengthOf":
            return self.ends(node.args[0])
        if isinstance(node, Term) and len(node.args) == 1:
            return self.lettered[str(node.args[0])]
        assert isinstance(node, Term)
        return str(node.args[0]), str(node.args[1])

    def corner(self, node: Node) -> tuple[str, str, str] | None:
        """Return arm, vertex, arm of an angle, if it has three letters, a number, or is the only one at its vertex."""
        if isinstance(node, Term) and node.word == "MeasureOf":
            return self.corner(node.args[0])
        name = node if isinstance(node, str) else str(node.args[0])
        if isinstance(node, Term) and len(node.args) == 3:
            a, v, b = (str(p) for p in node.args)
            return a, v, b
        number = name.removeprefix("angle").strip()
        return self.numbered.get(number) or self.at_vertex(number)

    def at_vertex(self, vertex: str) -> tuple[str, str, str] | None:
        """Return the angle between the two directions in which lines leave a point."""
        places = self.record.places("points")
        far: dict[int, str] = {}
        for line in self.lines:
            if vertex in line and all(p in places for p in line):
                other = line[1] if line[0] == vertex else line[0]
                dx, dy = (places[other][k] - places[vertex][k] for k in (0, 1))
                far.setdefault(round(math.degrees(math.atan2(dy, dx)) / 6) % 60, other)
        if len(far) != 2:
            return None
        a, b = far.values()
        return a, vertex, b

    def polygon(self, node: Node) -> tuple[str, ...]:
        """Return the vertices of a figure."""
        assert isinstance(node, Term)
        if len(node.args) == 1:
            return self.squares.get(str(node.args[0]), ())
        return tuple(str(p) for p in node.args)

    # Equalities

    def equal(self, term: Term, one: Node, other: Node) -> Iterator[Statement]:
        """Yield an equality, or add it to the equations."""
        text = _text(term)
        for first, second in ((one, other), (other, one)):
            number = _number(second)
            if (
                number
                and isinstance(first, Term)
                and self.numbered.get(number) is None
                and (corner := self.corner(first))
            ):
                self.numbered[number] = corner
                return
            if (
                isinstance(first, Term)
                and isinstance(second, Term)
                and first.word == second.word == "Square"
                and len(first.args) == 1
            ):
                self.squares[str(first.args[0])] = self.polygon(second)
                return
        left, right = self.quantity(one), self.quantity(other)
        if left is not None and right is not None:
            angular = self.power(one) is None
            yield Statement(
                text, lambda f: abs(left(f) - right(f)) / (math.degrees(1) if angular else f.size / f.unit)
            )
        elif left is not None and isinstance(other, str | Term):
            formula = other if isinstance(other, str) else str(other.args[0])
            if not self.equations.add(text, left, formula, self.power(one)):
                yield Statement(text, lambda _: math.inf)
        elif isinstance(one, str) and isinstance(other, str) and one in self.lettered:
            self.equations.add(text, length(*self.lettered[one]), other)
        else:
            yield Statement(f"{text} (not read)", lambda _: math.inf)

    def power(self, node: Node) -> int | None:
        """Return the power of length of a quantity, nothing for angles."""
        word = node.word if isinstance(node, Term) else ""
        return None if word in ("MeasureOf", "Angle") else 2 if word == "AreaOf" else 1

    def quantity(self, node: Node) -> Quantity | None:
        """Return what a term measures, nothing if it is a formula or a letter."""
        if not isinstance(node, Term) or not node.args:
            return None
        inner = node.args[0]
        match node.word:
            case "Line":
                return length(*self.ends(node))
            case "LengthOf" if isinstance(inner, Term) and inner.word == "Line":
                return length(*self.ends(inner))
            case "LengthOf" | "MeasureOf" if isinstance(inner, Term) and inner.word == "Arc":
                return self.arc(inner, measure=node.word == "MeasureOf")
            case "MeasureOf" | "Angle":
                corner = self.corner(node)
                return angle(*corner) if corner else None
            case "AreaOf" | "PerimeterOf" if isinstance(inner, Term):
                points = self.polygon(inner)
                return (
                    (area(points) if node.word == "AreaOf" else perimeter(points))
                    if len(points) > 2
                    else None
                )
            case "RadiusOf" | "DiameterOf" | "CircumferenceOf" if isinstance(inner, Term):
                factor = {"RadiusOf": 1.0, "DiameterOf": 2.0, "CircumferenceOf": 2 * math.pi}[node.word]
                center = str(inner.args[0])
                return lambda f: factor * f.circles[f"circle {center}"].radius / f.unit
            case "SinOf" | "CosOf" | "TanOf":
                corner = self.corner(inner)
                function = {"SinOf": math.sin, "CosOf": math.cos, "TanOf": math.tan}[node.word]
                return (lambda f: function(math.radians(angle(*corner)(f)))) if corner else None
            case "RatioOf":
                return self.quantity(inner)
            case "HeightOf" if isinstance(inner, Term) and inner.args:
                a, b, c, *_ = self.polygon(inner)
                return lambda f: off_line(f.points[c], f.points[a], f.points[b]) / f.unit
        return None

    def arc(self, node: Term, *, measure: bool) -> Quantity | None:
        """Return the degrees or the length of an arc: the shorter one, unless a third point says otherwise."""
        points = [str(p) for p in node.args]
        center = next((c for c, on in self.on_circles.items() if {points[0], points[-1]} <= set(on)), None)
        if center is None:
            return None

        def degrees(f: Figure) -> float:
            if len(points) == 2:
                return angle(points[0], center, points[-1])(f)
            # Source: Euclid III.20, the angle at the rim is half of the arc that it stands on, which is the other one.
            return 360.0 - 2.0 * angle(points[0], points[1], points[-1])(f)

        if measure:
            return degrees
        return lambda f: math.radians(degrees(f)) * math.dist(f.points[points[0]], f.points[center]) / f.unit

    # Relations

    def error(self, term: Term) -> Error | None:
        """Return how far a relation is from holding; nothing for what states none."""
        match term:
            case Term("PointLiesOnLine", (str(p), Term("Line", (str(a), str(b))))):
                return lambda f: off_segment(f.points[p], f.points[a], f.points[b]) / f.size
            case Term("PointLiesOnCircle", (str(p), Term("Circle", (str(c), *_)))):
                return lambda f: (
                    abs(math.dist(f.points[p], f.points[c]) - f.circles[f"circle {c}"].radius) / f.size
                )
            case Term("Perpendicular" | "Parallel", (one, other)):
                measure = cosine if term.word == "Perpendicular" else sine
                first, second = self.ends(one), self.ends(other)
                return lambda f: abs(measure(*(f.points[p] for p in (*first, *second))))
            case Term("Tangent", (line, Term("Circle", (str(c),)))):
                a, b = self.ends(line)
                return lambda f: (
                    abs(off_line(f.points[c], f.points[a], f.points[b]) - f.circles[f"circle {c}"].radius)
                    / f.size
                )
            case Term("IsDiameterOf", (line, Term("Circle", (str(c),)))):
                return self.middle(c, self.ends(line))
            case Term("IsMedianOf", (line, Term(_, points))):
                foot = next(p for p in self.ends(line) if p not in points)
                return self.middle(foot, [str(p) for p in points if p not in self.ends(line)])
            case Term("IsPerpendicularBisectorOf", (line, halved)):
                return self.bisector(self.ends(line), self.ends(halved))
            case Term("IsIncenterOf", (Term("Point", (str(p),)), Term(_, points))):
                return inner(p, [str(q) for q in points])
            case Term("Similar" | "Congruent", (one, other)):
                return alike(self.polygon(one), self.polygon(other), exact=term.word == "Congruent")
            case Term("Isosceles", (Term(word, _) as figure,)):
                return legs(self.polygon(figure), word)
            case Term("Equilateral", (Term() as figure,)):
                return even(self.polygon(figure), right=False)
            case Term(("Parallelogram" | "Rhombus" | "Rectangle" | "Square") as word):
                return quadrilateral(self.polygon(term), word)
            case Term("IsMidsegmentOf", (line, Term(_, points))):
                return midsegment(self.ends(line), [str(p) for p in points])
        return None

    def middle(self, point: str, ends: Sequence[str]) -> Error:
        """Return how far a point is from the middle of two."""

        def error(f: Figure) -> float:
            (ax, ay), (bx, by) = (f.points[p] for p in ends)
            return math.dist(f.points[point], ((ax + bx) / 2, (ay + by) / 2)) / f.size

        return error

    def bisector(self, line: Ends, halved: Ends) -> Error:
        """Return how far the points of a line are from being as far from one end as from the other."""

        def error(f: Figure) -> float:
            a, b = (f.points[p] for p in halved)
            return max(abs(math.dist(f.points[p], a) - math.dist(f.points[p], b)) for p in line) / f.size

        return error

    def shape(self) -> Iterator[Statement]:
        """Yield that no triangle of drawn lines is flat, except where its corners are stated to be in a row."""
        rows = _rows(
            {str(t.args[0]), *self.ends(t.args[1])} for t in self.terms if t.word == "PointLiesOnLine"
        )
        joined = {frozenset(line) for line in self.lines}
        names = sorted({p for line in self.lines for p in line})
        places = self.record.places("points")
        for some in combinations([n for n in names if n in places], 3):
            corners = [places[p] for p in some]
            if (
                off_one_line(corners) > FLAT_DRAWN * max(math.dist(*two) for two in combinations(corners, 2))
                and all(frozenset(two) in joined for two in combinations(some, 2))
                and not any(set(some) <= row for row in rows)
            ):
                yield Statement(f"{''.join(some)} is a triangle", flatness(some))

    def answer(self) -> Iterator[Statement]:
        """Yield that the drawing has the answer that the dataset gives."""
        goal = next((t.args[0] for t in self.terms if t.word == "Find" and t.args), None)
        expected = _answers(self.record)
        quantity = self.quantity(goal) if isinstance(goal, Term) else None
        if isinstance(goal, str):
            quantity = self.equations.letter(goal)
        if quantity is not None and expected:
            measured = quantity
            yield Statement("answer", lambda f: min(_off(measured(f), *e) for e in expected), goal=True)


def _rows(triples: Iterable[set[str]]) -> list[set[str]]:
    """Return the sets of points that lie on one line each: two points decide a line."""
    rows: list[set[str]] = []
    for row in map(set, triples):
        for other in [r for r in rows if len(r & row) > 1]:
            rows.remove(other)
            row |= other
        rows.append(row)
    return rows


def _answers(record: Record) -> list[tuple[float, float]]:
    """Return the answer with the error that its rounding may have: the exact one, and the choice that is right."""
    found = []
    same = record.content.get("formalgeo")
    exact = read_formula(str(same.get("answer"))) if isinstance(same, dict) else None
    if exact is not None and not exact.letters:
        found.append((exact.value(), 1e-6 * max(1.0, abs(exact.value()))))
    values, letter = record.content.get("choice_values"), record.text("answer")
    if isinstance(values, list) and letter in "ABCD" and len(values) > (at := "ABCD".index(letter)):
        value = values[at]
        if isinstance(value, int | float):
            decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
            found.append((float(value), 0.51 * 10.0**-decimals))
    return found


def _off(measured: float, expected: float, within: float) -> float:
    error = abs(measured - expected)
    return 0.0 if error <= within else error if math.isfinite(error) else math.inf


def _text(term: Term) -> str:
    return f"{term.word}({', '.join(a if isinstance(a, str) else _text(a) for a in term.args)})"


def _number(node: Node) -> str:
    if isinstance(node, Term) and node.word in ("MeasureOf", "Angle") and len(node.args) == 1:
        inner = node.args[0]
        name = _number(inner) if isinstance(inner, Term) else inner.removeprefix("angle").strip()
        return name if name.isdigit() else ""
    return ""


def _names_a_line(term: Term) -> bool:
    match term:
        case Term("Equals", (Term("LengthOf", (Term("Line", (_, _)),)), Term("LengthOf", (str(),)))):
            return True
        case Term("Equals", (Term("LengthOf", (Term("Line", (_, _)),)), str(letter))):
            return len(letter) == 1 and letter.isalpha()
    return False


GEOMETRY3K = Corpus("geometry3k", cases)
