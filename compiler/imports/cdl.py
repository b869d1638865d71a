"""CDL of FormalGeo as a textbook figure, one function a predicate.

Source: X. Zhang et al., FormalGeo, arXiv 2310.18021, predicate library of FormalGeo7k: the right angle of
`RightTriangle(ABC)` is at B, the apex of `IsoscelesTriangle(ABC)` is A, `Trapezoid(ABCD)` has AD parallel to BC,
`MirrorCongruentBetweenTriangle(ABC, DEF)` matches A, B, C with D, F, E, `LengthOfArc(OAB)` runs counter-clockwise
from A to B.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from .base import call, path
from .cdl_values import Values, formula, letters
from .references import UntranslatedError, argument, two
from .rows import Row, outline
from .terms import Node, Term
from .textbook import Angle, Textbook, quoted
from .values import angle_text, length_text


class Cdl:
    """Reads the statements of one problem into a figure."""

    def __init__(self, book: Textbook) -> None:
        self.book = book
        self.values = Values()
        self.faces: list[tuple[str, ...]] = []
        """Corners of closed faces with straight sides, counter-clockwise."""
        self.sectors: list[Angle] = []
        """Angles between neighbouring lines, counter-clockwise."""

        self.touched: set[tuple[Row, str, str]] = set()
        """Lines that touch a circle, and where."""
        self.spoken: list[Angle] = []
        """Angles that statements speak of: they are named counter-clockwise, too."""

    # Construction

    def construct(self, terms: Sequence[Term]) -> None:
        """Read which points lie in rows and on circles, and which lines bound the faces."""
        for term in terms:
            match term:
                case Term("Collinear", (str(points),)):
                    row = Row(self._points(points))
                    row.draw(row.points[0], row.points[-1])
                    self.book.rows.rows.append(row)
                case Term("Cocircular", (str(circle), *rest)):
                    self.book.ring(circle)
                    for point in self._points("".join(str(r) for r in rest)):
                        self.book.on_ring(point, circle)
        for term in terms:
            if term.word == "Shape":
                self._face([str(arg) for arg in term.args])

    def _points(self, points: str) -> tuple[str, ...]:
        return tuple(self.book.point(p) for p in letters(points))

    def _face(self, edges: Sequence[str]) -> None:
        ways = [(edge[-2], edge[-1]) for edge in edges if len(edge) in (2, 3)]
        for edge in edges:
            if len(edge) == 2:
                self.book.point(edge[0])
                self.book.point(edge[1])
                self.book.rows.draw(edge[0], edge[1])
        if (
            not ways
            or any(len(edge) == 3 for edge in edges)
            or any(b != c for (_, b), (c, _) in pairwise(ways))
        ):
            return
        corners = [a for a, _ in ways]
        if ways[-1][1] == ways[0][0]:
            self.faces.append(tuple(corners))
        elif len(ways) == 2:
            self.sectors.append((ways[0][0], ways[0][1], ways[1][1]))

    # Statements

    def read(self, term: Term) -> None:
        """Read one statement. Raises `UntranslatedError`."""
        self._hear(term)
        reader = READERS.get(term.word)
        if reader is None:
            raise UntranslatedError(f"`{term.word}` has no translation")
        reader(self, term)

    def ask(self, term: Term) -> None:
        """Read what is asked for."""
        self._hear(term)
        self.book.ask(formula(self.values.said(argument(term))))

    def _hear(self, term: Term) -> None:
        """Note the angles that a statement speaks of."""
        for arg in term.args:
            if isinstance(arg, Term):
                self._hear(arg)
            elif term.word == "MeasureOfAngle" and len(found := letters(arg)) == 3:
                self.spoken.append((found[0], found[1], found[2]))

    def name_letters(self, terms: Sequence[Term]) -> None:
        """Note which angles letters name, before statements use them."""
        for term in terms:
            match term:
                case Term("Equal", (Term("MeasureOfAngle", (str(points),)), str(letter))) if letter.isalpha():
                    self.values.named[letter] = self._angle_of(points)

    def _angle_of(self, points: str) -> Angle:
        a, v, b = letters(points)
        return a, v, b

    def arrange(self) -> None:
        """Say which way round triangles and angles lie, and the points of circles."""
        for name, ring in self.book.rings.items():
            if not ring.center and name in self.book.points:
                # A circle is called by its centre, where that is a point of the figure.
                ring.center = name
            if len(ring.points) > 2:
                self.book.condition(call("order", *ring.points))
        sectors = [s for s in self.sectors if s[::-1] not in self.sectors]
        turned: dict[frozenset[str], tuple[str, ...]] = {}
        fours: list[tuple[str, ...]] = []
        for corners in (*self.faces, *sectors, *self.spoken):
            turns = self._corners(corners)
            if len(turns) == 3 and frozenset(turns) not in turned:
                turned[frozenset(turns)] = turns
                self.book.condition(call("order", *turns))
            elif len(turns) == 4:
                fours.append(turns)
        for corners in fours:
            for turns in self._turns_of_four(corners, turned):
                if turned.setdefault(frozenset(turns), turns) is turns:
                    self.book.condition(call("order", *turns))

    def _turns_of_four(
        self, corners: tuple[str, ...], turned: Mapping[frozenset[str], tuple[str, ...]]
    ) -> Iterator[tuple[str, ...]]:
        """Yield how a face with four corners turns: as a convex outline, unless one of its corners may be concave.

        That is a centre, and a corner beside which a face turns the other way.
        """
        centers = {ring.center for ring in self.book.rings.values()}
        around = list(zip((corners[-1], *corners[:-1]), corners, (*corners[1:], corners[0])))
        concave = [c for c in around if c[1] in centers or _runs_against(c, turned.get(frozenset(c)))]
        if concave:
            yield from (corner for corner in around if corner not in concave)
        else:
            yield corners

    def _corners(self, points: Sequence[str]) -> tuple[str, ...]:
        """Return the points of a face without those that lie within a side."""
        around = zip((points[-1], *points[:-1]), points, (*points[1:], points[0]))
        return tuple(p for a, p, b in around if not ((row := self.book.rows.find(a, b)) and p in row.points))

    def points(self, node: Node, count: int = 0) -> tuple[str, ...]:
        """Return the points that letters name. Raises `UntranslatedError`."""
        found = letters(node) if isinstance(node, str) else ()
        if not found or (count and len(found) != count):
            raise UntranslatedError(
                f"{count or 'some'} points are wanted, found `{node if isinstance(node, str) else node.word}`"
            )
        return tuple(self.book.point(p) for p in found)

    def outline(self, word: str, points: Sequence[str], *data: str) -> None:
        """Declare a figure; a rectangle or square is upright only if it is the only one."""
        turned = any(shape.word in ("rectangle", "square") for shape in self.book.outlines)
        upright = ("tilted",) if word in ("rectangle", "square") and turned else ()
        self.book.outline(word, points, *data, *upright)

    def mirrored(self, node: Node, word: str) -> str:
        """Return the second figure of a pair, listed so that its vertices match those of the first."""
        points = self.points(node)
        return path(points[0], *points[:0:-1]) if word.startswith("Mirror") else path(*points)

    def arc(self, ends: Sequence[str], *data: str) -> str:
        """Declare an arc of a circle, counter-clockwise, and return its name."""
        circle, a, b = ends
        for end in (a, b):
            self.book.on_ring(self.book.point(end), circle)
        name = f"arc_{a}{b}"
        inner = ", ".join([f"of = {self.book.ring(circle).name}", f"from = {a}", f"to = {b}", "ccw", *data])
        self.book.arcs = [arc for arc in self.book.arcs if not arc.startswith(f"arc {name}(") or data == ()]
        if not any(arc.startswith(f"arc {name}(") for arc in self.book.arcs):
            self.book.arcs.append(f"arc {name}({inner})")
        return name


def _runs_against(corner: tuple[str, ...], turns: tuple[str, ...] | None) -> bool:
    """Whether three points are known to follow each other the other way round."""
    return turns is not None and corner not in (turns, turns[1:] + turns[:1], turns[2:] + turns[:2])


def _center(cdl: Cdl, term: Term) -> None:
    point, circle = two(term)
    (name,) = cdl.points(point, 1)
    cdl.book.ring(str(circle)).center = name


def _parallel(cdl: Cdl, term: Term) -> None:
    (a, b), (c, d) = (cdl.points(arg, 2) for arg in two(term))
    cdl.book.parallel((a, b), (c, d))


def _perpendicular(cdl: Cdl, term: Term) -> None:
    one, other = (cdl.points(arg, 2) for arg in two(term))
    shared = next((p for p in one if p in other), None)
    if shared is None:
        cdl.book.condition(call("perpendicular", path(*one), path(*other)))
        return
    a, b = (next(p for p in way if p != shared) for way in (one, other))
    cdl.book.right_angle((a, shared, b))


def _midpoint(cdl: Cdl, term: Term) -> None:
    (point,), (a, b) = (cdl.points(arg, n) for arg, n in zip(two(term), (1, 2)))
    if (row := cdl.book.rows.find(a, b)) and point in row.between(a, b):
        cdl.book.equal_ways((a, point), (point, b))
    else:
        cdl.book.condition(call("midpoint", point, a, b))


def _tangent(cdl: Cdl, term: Term) -> None:
    line, circle = two(term)
    way, ring = cdl.points(line, 2), cdl.book.ring(str(circle))
    touching = [f"at = {way[1]}"] if way[1] in ring.points else []
    if (row := cdl.book.rows.find(*way)) is not None and touching:
        # AD and BD touch at D: on one line, that is one statement.
        if (row, way[1], ring.name) in cdl.touched:
            return
        cdl.touched.add((row, way[1], ring.name))
    cdl.book.condition(call("tangent", path(*way), ring.name, *touching))


def _diameter(cdl: Cdl, term: Term) -> None:
    line, circle = two(term)
    a, b = cdl.points(line, 2)
    ring = cdl.book.ring(str(circle))
    for end in (a, b):
        cdl.book.on_ring(end, str(circle))
    row = cdl.book.rows.find(a, b)
    if not ring.center:
        cdl.book.condition(call("midpoint", f"{ring.name}.center", a, b))
    elif row is None or ring.center not in row.between(a, b):
        cdl.book.condition(call("between", ring.center, a, b))


def _bisector(cdl: Cdl, term: Term) -> None:
    line, angle = two(term)
    a, v, b = cdl.points(angle, 3)
    end = next(p for p in cdl.points(line, 2) if p != v)
    cdl.book.equal_angles((a, v, end), (end, v, b))


def _perpendicular_bisector(cdl: Cdl, term: Term) -> None:
    line, halved = two(term)
    way, (a, b) = cdl.points(line, 2), cdl.points(halved, 2)
    row = cdl.book.rows.find(a, b)
    foot = next((p for p in way if row and p in row.points), None)
    if foot is None:
        cdl.book.condition(call("bisects", path(*way), path(a, b)))
        cdl.book.condition(call("perpendicular", path(*way), path(a, b)))
        return
    other = next(p for p in way if p != foot)
    cdl.book.right_angle((other, foot, a))
    cdl.book.equal_ways((a, foot), (foot, b))


def _median(cdl: Cdl, term: Term) -> None:
    line, triangle = two(term)
    way, corners = cdl.points(line, 2), cdl.points(triangle, 3)
    cdl.book.condition(call("midpoint", way[1], *(p for p in corners if p != way[0])))


def _altitude(cdl: Cdl, term: Term) -> None:
    line, figure = two(term)
    top, foot = cdl.points(line, 2)
    base = [p for p in cdl.points(figure) if p not in (top, foot)][:2]
    cdl.book.right_angle((top, foot, base[0]))


def _midsegment(cdl: Cdl, term: Term) -> None:
    line, figure = two(term)
    corners = cdl.points(figure)
    for end in cdl.points(line, 2):
        side = next(
            (s for s in outline(corners) if (row := cdl.book.rows.find(*s)) and end in row.points), None
        )
        if side is None:
            raise UntranslatedError(f"`{end}` lies on no side of `{''.join(corners)}`")
        cdl.book.equal_ways((side[0], end), (end, side[1]))


def _incenter(cdl: Cdl, term: Term) -> None:
    point, triangle = two(term)
    (center,), corners = cdl.points(point, 1), cdl.points(triangle, 3)
    for a, v, b in zip((corners[-1], *corners[:-1]), corners, (*corners[1:], corners[0])):
        cdl.book.condition(call("bisects", path(v, center), "--".join((a, v, b))))


def _circumcenter(cdl: Cdl, term: Term) -> None:
    point, triangle = two(term)
    (center,), (a, b, c) = cdl.points(point, 1), cdl.points(triangle, 3)
    cdl.book.condition(f"{call('equal', path(center, a), path(center, b), path(center, c))}")


def _arc_middle(cdl: Cdl, term: Term) -> None:
    point, arc = two(term)
    (middle,), (circle, a, b) = cdl.points(point, 1), letters(arc) if isinstance(arc, str) else ("", "", "")
    first, second = cdl.arc((circle, a, middle)), cdl.arc((circle, middle, b))
    cdl.book.condition(call("equal", first, second))
    cdl.book.given(f"{middle} is the midpoint of arc {a}{b}")


def _right_triangle(cdl: Cdl, term: Term) -> None:
    a, v, b = cdl.points(argument(term), 3)
    cdl.book.right_angle((a, v, b))


def _isosceles(cdl: Cdl, term: Term) -> None:
    a, b, c = cdl.points(argument(term), 3)
    cdl.book.equal_ways((a, b), (a, c))


def _equilateral(cdl: Cdl, term: Term) -> None:
    a, b, c = cdl.points(argument(term), 3)
    cdl.book.equal_ways((a, b), (b, c), (c, a))


def _quadrilateral(cdl: Cdl, term: Term) -> None:
    cdl.outline(term.word.lower(), cdl.points(argument(term), 4))


def _trapezoid(cdl: Cdl, term: Term) -> None:
    a, b, c, d = cdl.points(argument(term), 4)
    kind = {"IsoscelesTrapezoid": ("isosceles",), "RightTrapezoid": ("right",)}.get(term.word, ())
    cdl.outline("trapezoid", (b, c, d, a), *kind)


def _alike(cdl: Cdl, term: Term) -> None:
    one, other = two(term)
    word = "similar" if "Similar" in term.word else "congruent"
    figures = path(*cdl.points(one)), cdl.mirrored(other, term.word)
    cdl.book.condition(call(word, *figures))
    cdl.book.given(f"{figures[0]} {'∼' if word == 'similar' else '≅'} {figures[1]}")


def _equal(cdl: Cdl, term: Term) -> None:
    one, other = two(term)
    if isinstance(one, str) and isinstance(other, Term):
        one, other = other, one
    match one, other:
        case Term("LengthOfLine", (first,)), Term("LengthOfLine", (second,)):
            cdl.book.equal_ways(_way(cdl, first), _way(cdl, second))
        case Term("MeasureOfAngle", (first,)), Term("MeasureOfAngle", (second,)):
            cdl.book.equal_angles(_angle(cdl, first), _angle(cdl, second))
        case Term("LengthOfLine", (first,)), str(value) if text := length_text(value):
            cdl.book.length(*_way(cdl, first), text, told=True)
        case Term("MeasureOfAngle", (first,)), str("90"):
            cdl.book.right_angle(_angle(cdl, first))
        case Term("MeasureOfAngle", (first,)), str(value) if text := angle_text(value):
            cdl.book.angle(_angle(cdl, first), text)
        case Term("MeasureOfArc", (str(first),)), str(value) if text := angle_text(value):
            cdl.arc(letters(first), f"measure = {quoted(text)}")
        case Term("LengthOfArc", (str(first),)), Term("LengthOfArc", (str(second),)):
            names = cdl.arc(letters(first)), cdl.arc(letters(second))
            cdl.book.condition(call("equal", *names))
            cdl.book.given(f"arcs {first[1:]} and {second[1:]} are equal")
        case Term(), _:
            cdl.values.rings = {name: ring.name for name, ring in cdl.book.rings.items()}
            cdl.book.condition(cdl.values.condition(one, other))
            cdl.book.given(formula(cdl.values.told(one, other)))
        case _:
            raise UntranslatedError("an equality of numbers says nothing of the figure")


def _way(cdl: Cdl, node: Node) -> tuple[str, str]:
    a, b = cdl.points(node, 2)
    return a, b


def _angle(cdl: Cdl, node: Node) -> Angle:
    a, v, b = cdl.points(node, 3)
    return a, v, b


READERS: dict[str, Callable[[Cdl, Term], None]] = {
    "Equal": _equal, "IsCentreOfCircle": _center, "ParallelBetweenLine": _parallel, "PerpendicularBetweenLine": _perpendicular,
    "IsMidpointOfLine": _midpoint, "IsTangentOfCircle": _tangent, "IsDiameterOfCircle": _diameter, "IsBisectorOfAngle": _bisector,
    "IsPerpendicularBisectorOfLine": _perpendicular_bisector, "IsMedianOfTriangle": _median, "IsAltitudeOfTriangle": _altitude,
    "IsMidsegmentOfTriangle": _midsegment, "IsMidsegmentOfQuadrilateral": _midsegment, "IsIncenterOfTriangle": _incenter,
    "IsCircumcenterOfTriangle": _circumcenter, "IsMidpointOfArc": _arc_middle, "RightTriangle": _right_triangle,
    "IsoscelesTriangle": _isosceles, "EquilateralTriangle": _equilateral, "Parallelogram": _quadrilateral,
    "Rectangle": _quadrilateral, "Rhombus": _quadrilateral, "Square": _quadrilateral, "Kite": _quadrilateral,
    "Trapezoid": _trapezoid, "IsoscelesTrapezoid": _trapezoid, "RightTrapezoid": _trapezoid,
    **{f"{mirror}{word}Between{figure}": _alike for mirror in ("", "Mirror") for word in ("Similar", "Congruent")
       for figure in ("Triangle", "Quadrilateral")},
}  # fmt: skip
