"""Predicates and numbers of the geo-model-builder language as relations of the spec."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from ...dsl.diagnostics import shortened
from ...dsl.suggest import did_you_mean
from .base import call, path
from .codes import UNKNOWN_WORD, WRONG_ARGUMENTS
from .gmbl_terms import Terms, misread
from .sexpr import Atom, Form, Term

COMPARISONS = {"=": "==", "gt": ">", "lt": "<", "gte": ">=", "lte": "<="}
OPERATIONS = {"add": "+", "sub": "-", "mul": "*", "div": "/"}
CENTERS = ("incenter", "circumcenter", "orthocenter", "centroid", "excenter")


@dataclass(frozen=True)
class Predicate:
    """How many arguments a predicate takes, and what it says; `denied` says its opposite, if that is more than general position."""

    counts: tuple[int, ...]
    say: Callable[[Terms, Form], list[str]]
    denied: Callable[[Terms, Form], list[str]] | None = None


def relations(terms: Terms, term: Term) -> list[str]:
    """Return the relations that a predicate comes to."""
    form = _form(term)
    if form.head == "not":
        if len(form.rest) != 1:
            raise misread(WRONG_ARGUMENTS, "`not` takes one predicate", form)
        inner = _form(form.rest[0])
        predicate = _known(inner)
        predicate.say(Unsaid(terms), inner)
        return predicate.denied(terms, inner) if predicate.denied else []
    return _known(form).say(terms, form)


def _form(term: Term) -> Form:
    if isinstance(term, Atom):
        raise misread(UNKNOWN_WORD, f"`{shortened(term.text, 30)}` is no predicate", term)
    return term


def _known(form: Form) -> Predicate:
    found = PREDICATES.get(form.head)
    if found is None:
        near = did_you_mean(form.head, PREDICATES)
        message = f"`{shortened(str(form), 40)}` is no predicate"
        raise misread(UNKNOWN_WORD, message, form, f"did you mean `{near[0]}`?" if near else "")
    if len(form.rest) not in found.counts:
        shown = " or ".join(str(n) for n in found.counts[:3])
        raise misread(WRONG_ARGUMENTS, f"`{form.head}` takes {shown} arguments, found {len(form.rest)}", form)
    return found


class Unsaid(Terms):
    """Reads what a denial speaks of only to see that it can be read; nothing is declared for it."""

    def __init__(self, terms: Terms) -> None:
        from copy import deepcopy

        super().__init__(deepcopy(terms.board), dict(terms.names))


# Numbers


def number(terms: Terms, term: Term) -> str:
    """Return an arithmetic expression of the spec; what is constant is computed, an angle in degrees."""
    constant = value(term)
    if constant is not None:
        return f"{constant:.12g}"
    form = _form(term)
    if form.head in OPERATIONS and len(form.rest) == 2:
        left, right = (number(terms, t) for t in form.rest)
        return f"{_bracketed(left)} {OPERATIONS[form.head]} {_bracketed(right)}"
    if form.head == "uangle" and len(form.rest) == 3:
        a, vertex, b = terms.points(form.rest)
        for end in (a, b):
            terms.board.line_through(vertex, end)
        return call("angle", a, vertex, b)
    if form.head == "dist" and len(form.rest) == 2:
        one, other = terms.points(form.rest)
        terms.board.line_through(one, other)
        return call("distance", one, other)
    if form.head == "area" and len(form.rest) == 3:
        return call("area", "--".join(terms.points(form.rest)))
    if form.head in ("radius", "diam") and len(form.rest) == 1:
        return call("radius" if form.head == "radius" else "diameter", terms.circle(form.rest[0]).text)
    raise misread(
        UNKNOWN_WORD,
        f"`{shortened(str(form), 40)}` is no number",
        form,
        "numbers: uangle, dist, area, radius, pi",
    )


def _bracketed(text: str) -> str:
    return f"({text})" if any(f" {sign} " in text for sign in "+-*/") else text


def value(term: Term) -> float | None:
    """Return the number that a constant expression is, nothing for one with points in it.

    >>> from .sexpr import parse
    >>> from ...dsl.source import Source
    >>> [value(t) for t in parse(Source(text="(div pi 2) (mul 2 x)"))[0]]
    [1.5707963267948966, None]
    """
    if isinstance(term, Atom):
        if term.word == "pi":
            return math.pi
        try:
            found = float(term.text)
        except ValueError:
            return None
        return found if math.isfinite(found) else None
    parts = [value(t) for t in term.rest]
    known = [part for part in parts if part is not None]
    if len(known) != 2 or len(parts) != 2 or term.head not in OPERATIONS:
        return None
    a, b = known
    if term.head == "div":
        return a / b if b else None
    return {"add": a + b, "sub": a - b, "mul": a * b}[term.head]


def _is_angle(term: Term) -> bool:
    """Whether an expression is an angle: its constants are then radians."""
    if isinstance(term, Atom):
        return False
    if term.head in ("add", "sub"):
        return any(_is_angle(t) for t in term.rest)
    if term.head in ("mul", "div"):
        return sum(_is_angle(t) for t in term.rest) == 1 and not (
            term.head == "div" and _is_angle(term.rest[1])
        )
    return term.head == "uangle"


def _compared(terms: Terms, form: Form) -> list[str]:
    """Return a comparison; a quotient is multiplied out, since that holds where its divisor vanishes too."""
    left, right = form.rest
    if (
        isinstance(left, Form)
        and left.head == "div"
        and len(left.rest) == 2
        and value(right) is not None
        and form.head == "="
    ):
        factor = value(right)
        whole, part = left.rest[1], left.rest[0]
        inverse = 1 / factor if factor else 0.0
        if inverse and abs(inverse - round(inverse)) < 1e-9:
            return [f"{number(terms, whole)} == {round(inverse)} * {number(terms, part)}"]
        return [f"{number(terms, part)} == {factor:.12g} * {number(terms, whole)}"]
    angular = _is_angle(left) or _is_angle(right)
    sides = []
    for side in (left, right):
        constant = value(side)
        in_degrees = constant is not None and angular
        sides.append(f"{math.degrees(constant or 0.0):.12g}°" if in_degrees else number(terms, side))
    return [f"{sides[0]} {COMPARISONS[form.head]} {sides[1]}"]


# Incidence


def _on_circle(terms: Terms, form: Form) -> list[str]:
    point, circle = terms.point(form.rest[0]), terms.circle(form.rest[1])
    terms.board.put_on(point, circle)
    return [call("on", point, circle.text)]


def _on_line(terms: Terms, form: Form) -> list[str]:
    point, line = terms.point(form.rest[0]), terms.line(form.rest[1])
    terms.board.put_on(point, line)
    return (
        [call("on", point, line.text)]
        if len(line.ends) != 2 or line.named
        else [call("collinear", point, *line.ends)]
    )


def _on_segment(terms: Terms, form: Form) -> list[str]:
    point, a, b = terms.points(form.rest)
    terms.board.put_on(point, terms.board.line_through(a, b))
    return [call("between", point, a, b)]


def _off_segment(terms: Terms, form: Form) -> list[str]:
    """Return that a point of a line lies beyond the ends of a segment."""
    point, a, b = terms.points(form.rest)
    return [f"{call('distance', point, call('midpoint', a, b))} > {call('distance', a, b)} / 2"]


def _on_ray(terms: Terms, form: Form) -> list[str]:
    point, a, b = terms.points(form.rest)
    terms.board.put_on(point, terms.board.line_through(a, b))
    return [call("on", point, call("ray", a, b, "hidden"))]


def _on_opposite_ray(terms: Terms, form: Form) -> list[str]:
    point, a, b = terms.points(form.rest)
    terms.board.put_on(point, terms.board.line_through(a, b))
    return [call("between", a, point, b)]


def _of_points(word: str) -> Callable[[Terms, Form], list[str]]:
    def say(terms: Terms, form: Form) -> list[str]:
        return [call(word, *terms.points(form.rest))]

    return say


def _collinear(terms: Terms, form: Form) -> list[str]:
    points = terms.points(form.rest)
    line = terms.board.line_through(points[0], points[1])
    for point in points[2:]:
        terms.board.put_on(point, line)
    return [call("collinear", *points)]


def _equal(terms: Terms, form: Form) -> list[str]:
    a, b, c, d = terms.points(form.rest)
    terms.board.line_through(a, b)
    terms.board.line_through(c, d)
    return [call("equal", path(a, b), path(c, d))]


def _unequal(terms: Terms, form: Form) -> list[str]:
    a, b, c, d = terms.points(form.rest)
    return [call("unequal", path(a, b), path(c, d))]


def _of_lines(word: str) -> Callable[[Terms, Form], list[str]]:
    def say(terms: Terms, form: Form) -> list[str]:
        return [call(word, *(terms.line(t).text for t in form.rest))]

    return say


def _tangent_line(terms: Terms, form: Form) -> list[str]:
    line, circle = terms.line(form.rest[0]), terms.circle(form.rest[1])
    circle.touches.add(line.text)
    contact = next((p for p in line.points if p in circle.points), "")
    if not contact and line.ends and not isinstance(terms, Unsaid):
        # The line is drawn as far as it touches.
        terms.board.put_on(terms.new_point("foot", "", terms.center(circle), f"on = {line.text}").text, line)
    return [call("tangent", line.text, circle.text, f"at = {contact}" if contact else "")]


def _tangent_circles(terms: Terms, form: Form) -> list[str]:
    return [call("tangent", *(terms.circle(t).text for t in form.rest), "either")]


def _same_side(terms: Terms, form: Form) -> list[str]:
    word = "same_side" if form.head == "same-side" else "opposite_side"
    return [call(word, *terms.points(form.rest[:2]), f"line = {terms.line(form.rest[2]).text}")]


def _right(terms: Terms, form: Form) -> list[str]:
    a, vertex, b = terms.points(form.rest)
    terms.board.line_through(a, vertex)
    terms.board.line_through(b, vertex)
    return [call("perpendicular", path(a, vertex), path(b, vertex))]


def _bisecting(terms: Terms, form: Form) -> list[str]:
    point, a, vertex, b = terms.points(form.rest)
    terms.board.line_through(vertex, point)
    return [call("bisects", path(vertex, point), path(a, vertex, b))]


def _middle(terms: Terms, form: Form) -> list[str]:
    return [call("midpoint", *terms.points(form.rest))]


def _center_of(terms: Terms, form: Form) -> list[str]:
    """Return that a point is a centre of a triangle."""
    point, *corners = terms.points(form.rest)
    return [f"{call('distance', point, f'{form.head}({path(*corners)})')} == 0"]


def _distinct(terms: Terms, form: Form) -> list[str]:
    return [call("distinct", *terms.points(form.rest))]


def _same_place(terms: Terms, form: Form) -> list[str]:
    return [f"{call('distance', *terms.points(form.rest))} == 0"]


MANY = tuple(range(3, 40))
PREDICATES: dict[str, Predicate] = {
    **{word: Predicate((2,), _compared) for word in COMPARISONS},
    "cong": Predicate((4,), _equal, _unequal),
    "coll": Predicate(MANY, _collinear),
    "cycl": Predicate(MANY[1:], _of_points("concyclic")),
    "para": Predicate((2,), _of_lines("parallel")),
    "perp": Predicate((2,), _of_lines("perpendicular")),
    "concur": Predicate((3,), _of_lines("concurrent")),
    "on-seg": Predicate((3,), _on_segment, _off_segment),
    "on-ray": Predicate((3,), _on_ray),
    "on-ray-opp": Predicate((3,), _on_opposite_ray),
    "on-line": Predicate((2,), _on_line),
    "on-circ": Predicate((2,), _on_circle),
    "tangent-lc": Predicate((2,), _tangent_line),
    "tangent-cc": Predicate((2,), _tangent_circles),
    "same-side": Predicate((3,), _same_side),
    "opp-sides": Predicate((3,), _same_side),
    "right": Predicate((3,), _right),
    "i-bisector": Predicate((4,), _bisecting),
    "midp": Predicate((3,), _middle),
    "eq": Predicate((2,), _same_place, _distinct),
    **{word: Predicate((4,), _center_of) for word in CENTERS},
}
