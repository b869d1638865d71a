"""Logic forms of Geometry3K as a textbook figure, one function a predicate.

Source: P. Lu et al., Inter-GPS, ACL 2021, table of predicates; what is undefined there (`Kite` as a mere
name of a figure, lines named by a letter) is read as the figures of the dataset have it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from ...dsl.scene import XY
from .base import call, path
from .references import FIGURES, References, UntranslatedError, argument, cross, two
from .rows import outline
from .terms import Node, Term
from .textbook import Angle, Textbook, Way, quoted
from .values import angle_text, is_letter, length_text, number_of


class LogicForms(References):
    """Reads the statements of one problem into a figure."""

    def __init__(self, book: Textbook, places: dict[str, XY]) -> None:
        super().__init__(book, places)
        self.letters: dict[str, str] = {}
        """Numbers that letters stand for."""
        self.told = False
        """Whether statements of the text are read, rather than what the figure shows."""
        self.line_names: set[str] = set()
        """Letters that name lines: `LengthOf(Line(P, O)) = p` only says so."""
        self.legs: list[tuple[str, ...]] = []
        """Isosceles triangles, whose equal sides are found last."""

    def read(self, term: Term) -> None:
        """Read one statement. Raises `UntranslatedError`."""
        reader = READERS.get(term.word)
        if reader is None:
            raise UntranslatedError(f"`{term.word}` has no translation")
        reader(self, term)

    def finish(self) -> None:
        """Read what hangs on other statements."""
        for letter, number in self.letters.items():
            if not self.book.name_length(letter, number):
                self.book.given(f"{letter} = {number}")
        for a, b, c in self.legs:
            self._equal_legs(a, b, c)

    def _equal_legs(self, a: str, b: str, c: str) -> None:
        """Make an isosceles triangle of the two sides that are stated equal, else of those nearest to it in the original."""
        ends = [((a, b), (a, c)), ((b, a), (b, c)), ((c, a), (c, b))]
        if any(self.book.are_equal(*pair) for pair in ends):
            return
        self.book.equal_ways(
            *min(ends, key=lambda pair: abs(math.log(self._long(pair[0]) / self._long(pair[1]))))
        )

    def _long(self, way: Way) -> float:
        return math.dist(self.places[way[0]], self.places[way[1]]) or 1.0


Reader = Callable[[LogicForms, Term], None]


def _nothing(forms: LogicForms, term: Term) -> None:
    """What is read elsewhere, or says nothing that the lines do not say."""


def _on_circle(forms: LogicForms, term: Term) -> None:
    point, circle = two(term)
    forms.book.on_ring(forms.point(point), forms.circle(circle))


def _circle(forms: LogicForms, term: Term) -> None:
    forms.circle(term)


def _perpendicular(forms: LogicForms, term: Term) -> None:
    one, other = (forms.way(arg) for arg in two(term))
    if not forms.told:
        forms.book.dash(*one)
        forms.book.dash(*other)
    vertex = forms.book.rows.meeting(one, other)
    if vertex is None:
        forms.book.condition(call("perpendicular", path(*one), path(*other)))
        return
    a, b = (_arm(forms.book, way, vertex) for way in (one, other))
    forms.book.right_angle((a, vertex, b))


def _arm(book: Textbook, way: Way, vertex: str) -> str:
    """Return the next point from a vertex along a line through it."""
    row = book.rows.find(*way)
    end = way[1] if way[0] == vertex else way[0]
    if row is None or vertex not in row.points or end not in row.points:
        return end
    between = row.between(vertex, end)
    return between[1] if between[0] == vertex else between[-2]


def _parallel(forms: LogicForms, term: Term) -> None:
    forms.book.parallel(*(forms.way(arg) for arg in two(term)))


def _tangent(forms: LogicForms, term: Term) -> None:
    line, circle = two(term)
    way, name = forms.way(line), forms.circle(circle)
    ring = forms.book.ring(name)
    touching = [f"at = {p}" for p in way if p in ring.points or _is_near_rim(forms, p, name)]
    forms.book.condition(call("tangent", path(*way), ring.name, *touching[:1]))


def _is_near_rim(forms: LogicForms, point: str, center: str) -> bool:
    """Whether a point lies about on a circle in the original figure."""
    rim = [math.dist(forms.places[center], forms.places[p]) for p in forms.book.ring(center).points]
    return any(abs(math.dist(forms.places[center], forms.places[point]) / r - 1) < 0.1 for r in rim if r > 0)


def _diameter(forms: LogicForms, term: Term) -> None:
    line, circle = two(term)
    (a, b), center = forms.way(line), forms.circle(circle)
    for end in (a, b):
        forms.book.on_ring(end, center)
    row = forms.book.rows.find(a, b)
    if row is None or center not in row.between(a, b):
        forms.book.condition(call("between", center, a, b))


def _outline(forms: LogicForms, term: Term) -> None:
    forms.declare(FIGURES[term.word], forms.vertices(term))


def _regular(forms: LogicForms, term: Term) -> None:
    points = forms.vertices(argument(term))
    if len(points) == 3:
        forms.declare("triangle", points, "equilateral")
    elif len(points) == 4:
        forms.declare("square", points)
    else:
        forms.book.outline("regular_polygon", points)


def _isosceles(forms: LogicForms, term: Term) -> None:
    points = forms.vertices(figure := argument(term))
    if isinstance(figure, Term) and figure.word == "Trapezoid":
        forms.declare("trapezoid", points, "isosceles")
    elif len(points) == 3:
        forms.legs.append(points)
    else:
        raise UntranslatedError("an isosceles triangle or trapezoid is wanted")


def _median(forms: LogicForms, term: Term) -> None:
    line, figure = two(term)
    way, points = forms.way(line), forms.vertices(figure)
    side = [p for p in points if p not in way]
    foot = [p for p in way if p not in points]
    if len(side) != 2 or len(foot) != 1:
        raise UntranslatedError("a median joins a vertex and the middle of the side facing it")
    forms.book.condition(call("midpoint", foot[0], *side))


def _midsegment(forms: LogicForms, term: Term) -> None:
    line, figure = two(term)
    way, points = forms.way(line), forms.vertices(figure)
    for end in way:
        side = next(
            (
                s
                for s in outline(points)
                if (row := forms.book.rows.find(*s)) and end in row.points and end not in s
            ),
            None,
        )
        side = side or min(outline(points), key=lambda s: _off_middle(forms.places, end, s))
        forms.book.condition(call("midpoint", end, *side))
    if isinstance(figure, Term) and figure.word == "Trapezoid":
        forms.figure(figure)


def _off_middle(places: Mapping[str, XY], point: str, side: Way) -> float:
    (ax, ay), (bx, by) = places[side[0]], places[side[1]]
    return math.dist(places[point], ((ax + bx) / 2, (ay + by) / 2))


def _perpendicular_bisector(forms: LogicForms, term: Term) -> None:
    line, halved = (forms.way(arg) for arg in two(term))
    foot = forms.book.rows.meeting(line, halved)
    if foot is None:
        forms.book.condition(call("bisects", path(*line), path(*halved)))
        forms.book.condition(call("perpendicular", path(*line), path(*halved)))
        return
    forms.book.condition(call("midpoint", foot, *halved))
    forms.book.right_angle((_arm(forms.book, line, foot), foot, halved[0]))


def _bisector(forms: LogicForms, term: Term) -> None:
    line, angle = two(term)
    forms.book.condition(call("bisects", path(*forms.way(line)), "--".join(forms.angle(angle))))


def _incenter(forms: LogicForms, term: Term) -> None:
    point, triangle = two(term)
    center, corners = forms.point(point), forms.vertices(triangle)
    for a, v, b in zip(corners[-1:] + corners[:-1], corners, corners[1:] + corners[:1]):
        forms.book.condition(call("bisects", path(v, center), "--".join((a, v, b))))


def _alike(forms: LogicForms, term: Term) -> None:
    word = "similar" if term.word == "Similar" else "congruent"
    figures = [path(*forms.vertices(arg)) for arg in two(term)]
    for arg in term.args:
        if not _is_drawn(forms, forms.vertices(arg)):
            forms.figure(arg)
    forms.book.condition(call(word, *figures))
    forms.book.given(f"{figures[0]} {'∼' if word == 'similar' else '≅'} {figures[1]}")


def _is_drawn(forms: LogicForms, points: Sequence[str]) -> bool:
    return all(forms.book.rows.is_drawn(*side) for side in outline(points))


def _equals(forms: LogicForms, term: Term) -> None:
    one, other = two(term)
    if isinstance(one, str) and isinstance(other, Term):
        one, other = other, one
    if isinstance(one, str):
        _name_letter(forms, one, str(other))
        return
    EQUALS.get(one.word, _no_equality)(forms, one, other)


def _no_equality(forms: LogicForms, one: Term, other: Node) -> None:
    raise UntranslatedError(f"what equals `{one.word}` has no translation")


def _name_letter(forms: LogicForms, letter: str, number: str) -> None:
    text = length_text(number)
    if not is_letter(letter) or text is None:
        raise UntranslatedError(f"`{letter} = {number}` has no translation")
    forms.letters[letter] = text


def _equal_length(forms: LogicForms, one: Term, other: Node) -> None:
    inner = argument(one) if one.word == "LengthOf" else one
    if isinstance(inner, Term) and inner.word == "Arc":
        _equal_arc(forms, one, other)
        return
    if isinstance(other, Term) and not (other.word == "LengthOf" and isinstance(argument(other), str)):
        forms.book.equal_ways(forms.way(one), forms.way(other))
        return
    text = length_text(str(argument(other) if isinstance(other, Term) else other))
    if text is None:
        raise UntranslatedError(f"`{other}` is no length")
    way = forms.way(one)
    if text in forms.line_names:
        forms.lines_called[text] = way
        return
    if not forms.told and not forms.unplaced & set(way):
        forms.book.dash(*way)
    forms.book.length(*way, text, told=forms.told)


def _equal_measure(forms: LogicForms, one: Term, other: Node) -> None:
    inner = argument(one) if one.word == "MeasureOf" else one
    if isinstance(inner, Term) and inner.word == "Arc":
        _equal_arc(forms, one, other)
        return
    for numbered, known in ((other, one), (one, other)):
        name = _angle_number(numbered)
        if name and isinstance(known, Term) and forms.book.numbered(name) is None:
            forms.book.number(forms.angle(known), name)
            return
    if isinstance(other, Term):
        forms.book.equal_angles(forms.angle(one), forms.angle(other))
        return
    text = angle_text(other)
    if text is None:
        raise UntranslatedError(f"`{other}` is no angle")
    own = _angle_number(one)
    if not own and _is_arc(forms, corner := forms.angle(one)):
        a, center, b = corner
        _declare_arc(forms, center, (a, b), text)
        return
    if own:
        forms.book.condition(f"{call('angle', *forms.angle(one))} == {quoted(text)}")
        forms.book.given(f"m∠{own} = {text}")
    else:
        forms.book.angle(forms.angle(one), text)


def _angle_number(node: Node) -> str:
    """Return the number by which a node names an angle: `MeasureOf(angle 2)`, `MeasureOf(Angle(2))`."""
    if isinstance(node, Term) and node.word in ("MeasureOf", "Angle") and len(node.args) == 1:
        inner = node.args[0]
        if isinstance(inner, Term):
            return _angle_number(inner)
        name = inner.removeprefix("angle").strip()
        return name if name.isdigit() else ""
    return ""


def _equal_arc(forms: LogicForms, one: Term, other: Node) -> None:
    arc = argument(one)
    assert isinstance(arc, Term)
    ends = [forms.point(arg) for arg in arc.args]
    ring = next((r for r in forms.book.rings.values() if {ends[0], ends[-1]} <= set(r.points)), None)
    text = angle_text(other) if isinstance(other, str) and one.word == "MeasureOf" else None
    if ring is None or text is None:
        raise UntranslatedError(f"the arc `{''.join(ends)}` has no translation")
    _declare_arc(forms, ring.center, ends, text)


def _declare_arc(forms: LogicForms, center: str, ends: Sequence[str], text: str) -> None:
    way = "minor" if len(ends) == 2 or not _is_major(forms, center, ends) else "major"
    inner = f"of = {forms.book.ring(center).name}, from = {ends[0]}, to = {ends[-1]}, {way}, measure = {quoted(text)}"
    forms.book.arcs.append(f"arc arc_{''.join(ends)}({inner})")


def _is_arc(forms: LogicForms, corner: Angle) -> bool:
    """Whether an angle is shown by an arc: at the centre of a circle, between radii that are not drawn."""
    a, center, b = corner
    ring = next((r for r in forms.book.rings.values() if r.center == center), None)
    on = ring is not None and {a, b} <= set(ring.points)
    return on and not any(forms.book.rows.is_drawn(center, end) for end in (a, b))


def _is_major(forms: LogicForms, center: str, ends: Sequence[str]) -> bool:
    """Whether the arc through a third point is the longer one in the original figure."""
    a, via, b = (forms.places[p] for p in ends)
    return cross(a, b, via) * cross(a, b, forms.places[center]) > 0


def _equal_size(forms: LogicForms, one: Term, other: Node) -> None:
    """State an area or a perimeter."""
    text = length_text(other) if isinstance(other, str) else None
    if text is None:
        raise UntranslatedError(f"what equals `{one.word}` has no translation")
    figure = argument(one)
    name = forms.figure(figure)
    if one.word == "AreaOf":
        forms.book.areas += [(forms.vertices(figure), number)] if (number := number_of(str(other))) else []
        forms.book.label(call("area", name, quoted(text)))
        return
    alias = figure.args[0] if isinstance(figure, Term) and len(figure.args) == 1 else name
    forms.book.condition(f"perimeter({name}) == {quoted(text)}")
    forms.book.given(
        f"perimeter of {figure.word.lower() if isinstance(figure, Term) else 'the figure'} {alias} = {text}"
    )


def _equal_round(forms: LogicForms, one: Term, other: Node) -> None:
    """State the radius, diameter or circumference of a circle."""
    text = length_text(other) if isinstance(other, str) else None
    if text is None:
        raise UntranslatedError(f"what equals `{one.word}` has no translation")
    ring = forms.book.ring(forms.circle(argument(one)))
    word = {"RadiusOf": "radius", "DiameterOf": "diameter", "CircumferenceOf": "perimeter"}[one.word]
    forms.book.condition(f"{ring.name}.{word} == {quoted(text)}")
    forms.book.given(f"{'circumference' if word == 'perimeter' else word} of circle {ring.center} = {text}")


def _equal_figure(forms: LogicForms, one: Term, other: Node) -> None:
    """A square that has a number: `Equals(Square(1), Square(A, B, C, D))`."""
    if (
        isinstance(other, Term)
        and len(one.args) == 1
        and isinstance(one.args[0], str)
        and len(other.args) > 2
    ):
        forms.squares[one.args[0]] = forms.vertices(other)
        name = forms.declare(FIGURES[other.word], forms.vertices(other))
        forms.book.label(call("label", name, quoted(one.args[0])))
        return
    raise UntranslatedError("a figure with a number is wanted")


EQUALS: dict[str, Callable[[LogicForms, Term, Node], None]] = {
    "LengthOf": _equal_length, "Line": _equal_length, "MeasureOf": _equal_measure, "Angle": _equal_measure,
    "AreaOf": _equal_size, "PerimeterOf": _equal_size, "RadiusOf": _equal_round, "DiameterOf": _equal_round,
    "CircumferenceOf": _equal_round, "Square": _equal_figure,
}  # fmt: skip
READERS: dict[str, Reader] = {
    "PointLiesOnLine": _nothing, "PointLiesOnCircle": _on_circle, "Circle": _circle, "Perpendicular": _perpendicular,
    "Parallel": _parallel, "Tangent": _tangent, "IsDiameterOf": _diameter, "Equals": _equals, "Regular": _regular,
    "Isosceles": _isosceles, "IsMedianOf": _median, "IsMidsegmentOf": _midsegment, "BisectsAngle": _bisector,
    "IsPerpendicularBisectorOf": _perpendicular_bisector, "IsIncenterOf": _incenter, "Similar": _alike,
    "Congruent": _alike, "Triangle": _nothing, "Quadrilateral": _nothing, "Polygon": _nothing,
    "Parallelogram": _outline, "Rhombus": _outline, "Rectangle": _outline, "Square": _outline, "Trapezoid": _outline,
    "Kite": _outline, "Equilateral": _regular,
}  # fmt: skip
