"""What a geo-model-builder problem demands, evaluated on coordinates apart from the reader.

Definitions are measured as incidences (a tangent point would be lost to rounding as the root of an equation);
an expression inside another is computed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from ...compiler.imports.gmbl import read
from ...compiler.imports.sexpr import Atom, Form, Term, parse
from ...dsl.source import Source
from .base import XY, Case, Corpus, Disc, Figure, Statement
from .gmbl_values import UnknownError, Values, meet
from .measuring import cosine, off_circle, off_line, off_one_line, opening, sine

GENERAL = 1e-4
"""How far a denied statement is from holding, at least."""
OPEN_GOALS = frozenset({"IMO_2015_P4"})
"""Problems that do not say the order on which their goal hangs (of F and G), as a comment in one admits."""
FALSE_GOALS = frozenset({"small1", "small3", "small7", "small8", "small10", "small11"})
"""Problems whose evaluation does not follow: they try the language out."""
REFUSED = {
    "fail1": "it is no statement of the language",
    "exp2": "a polygon of which three vertices lie on a line",
}
Error = Callable[[Values, Form], float]


def _size(values: Values) -> float:
    return values.figure.size


def _points(values: Values, form: Form) -> list[XY]:
    return [values.point(t) for t in form.rest]


def _beyond(values: Values, form: Form, start: float, end: float) -> float:
    """Return how far a point is from the piece of a line between two shares of the way from a to b."""
    p, a, b = _points(values, form)
    t = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / math.dist(a, b) ** 2
    outside = max(start - t, t - end, 0.0) * math.dist(a, b)
    return max(off_line(p, a, b), outside) / _size(values)


def _cong(values: Values, form: Form) -> float:
    a, b, c, d = _points(values, form)
    return abs(math.dist(a, b) - math.dist(c, d)) / _size(values)


def _on_circle(p: XY, circle: Disc) -> float:
    return abs(math.dist(p, circle.center) - circle.radius)


def _tangent_line(values: Values, form: Form) -> float:
    line, circle = values.line(form.rest[0]), values.circle(form.rest[1])
    return abs(off_line(circle.center, *line) - circle.radius) / _size(values)


def _tangent_circles(values: Values, form: Form) -> float:
    one, two = (values.circle(t) for t in form.rest)
    apart = math.dist(one.center, two.center)
    touching = (one.radius + two.radius, abs(one.radius - two.radius))
    return min(abs(apart - t) for t in touching) / _size(values)


def _concurrent(values: Values, form: Form) -> float:
    lines = [values.line(t) for t in form.rest]
    at = meet(lines[0], lines[1])
    return off_line(at, *lines[2]) / _size(values)


def _bisecting(values: Values, form: Form) -> float:
    x, a, vertex, b = _points(values, form)
    near, far, whole = opening(a, vertex, x), opening(x, vertex, b), opening(a, vertex, b)
    return max(abs(near - far), min(abs(near + far - whole), abs(near + far - (2 * math.pi - whole))))


def _side(values: Values, form: Form) -> float:
    a, b = (values.point(t) for t in form.rest[:2])
    p, q = values.line(form.rest[2])
    product = sine(p, q, p, a) * sine(p, q, p, b)
    return 0.0 if (product > 0) == (form.head == "same-side") else math.inf


def _compared(values: Values, form: Form) -> float:
    left, right = (values.number(t) for t in form.rest)
    short = {
        "=": abs(left - right),
        "gt": right - left,
        "gte": right - left,
        "lt": left - right,
        "lte": left - right,
    }
    return max(short[form.head], 0.0) / max(abs(left), abs(right), 1e-12)


def _made_center(values: Values, form: Form) -> float:
    made = values.point(Form((form.items[0], *form.rest[1:]), form.span))
    return math.dist(values.point(form.rest[0]), made) / _size(values)


PREDICATES: dict[str, Error] = {
    "cong": _cong,
    "coll": lambda v, f: off_one_line(_points(v, f)) / _size(v),
    "cycl": lambda v, f: off_circle(_points(v, f)) / _size(v),
    "para": lambda v, f: abs(sine(*v.line(f.rest[0]), *v.line(f.rest[1]))),
    "perp": lambda v, f: abs(cosine(*v.line(f.rest[0]), *v.line(f.rest[1]))),
    "concur": _concurrent,
    "on-seg": lambda v, f: _beyond(v, f, 0.0, 1.0),
    "on-ray": lambda v, f: _beyond(v, f, 0.0, math.inf),
    "on-ray-opp": lambda v, f: _beyond(v, f, -math.inf, 0.0),
    "on-line": lambda v, f: off_line(v.point(f.rest[0]), *v.line(f.rest[1])) / _size(v),
    "on-circ": lambda v, f: _on_circle(v.point(f.rest[0]), v.circle(f.rest[1])) / _size(v),
    "tangent-lc": _tangent_line,
    "tangent-cc": _tangent_circles,
    "same-side": _side,
    "opp-sides": _side,
    "right": lambda v, f: abs(opening(*_points(v, f)) - math.pi / 2),
    "i-bisector": _bisecting,
    "midp": _made_center,
    "incenter": _made_center,
    "circumcenter": _made_center,
    "eq": lambda v, f: math.dist(*_points(v, f)) / _size(v),
    **dict.fromkeys(("=", "gt", "lt", "gte", "lte"), _compared),
}


def _minor_arc(values: Values, point: Term, place: Form) -> float:
    circle = values.circle(place.rest[0])
    p, a, b = values.point(point), values.point(place.rest[1]), values.point(place.rest[2])
    beyond = sine(a, b, a, p) * sine(a, b, a, circle.center) < 0
    return _on_circle(p, circle) / _size(values) if beyond == (place.head == "on-minor-arc") else math.inf


def _inside(values: Values, point: Term, place: Form) -> float:
    p, corners = values.point(point), [values.point(t) for t in place.rest]
    turns = [sine(a, b, a, p) for a, b in zip(corners, (*corners[1:], corners[0]))]
    return 0.0 if all(t > 0 for t in turns) or all(t < 0 for t in turns) else math.inf


def holds(term: Term) -> Error | None:
    """Return how a predicate is measured, a denied one as well."""
    if not isinstance(term, Form):
        return None
    if term.head == "not" and isinstance(inner := term.rest[0], Form) and inner.head in PREDICATES:
        return lambda v, f: 0.0 if PREDICATES[inner.head](v, inner) > GENERAL else math.inf
    return PREDICATES.get(term.head)


def _measured(text: str, error: Callable[[Values], float], *, goal: bool = False) -> Statement:
    def on(figure: Figure) -> float:
        try:
            return error(Values(figure))
        except (UnknownError, ZeroDivisionError):
            return math.inf

    return Statement(text, on, goal)


def _predicate(term: Form, *, goal: bool = False) -> Statement:
    error = holds(term)
    if error is None:
        return _measured(f"{term} has no evaluator", lambda v: math.inf, goal=goal)
    return _measured(str(term), lambda v: error(v, term), goal=goal)


def _definition(name: Term, type: str, term: Form) -> Iterator[Statement]:
    """Yield what a definition demands of the thing that it makes."""
    text = f"{name} = {term}"
    if type == "circle":
        yield _measured(text, lambda v: _off_disc(v, v.circle(name), v.circle(term)))
    elif type == "line":
        yield _measured(text, lambda v: _off_lines(v, name, term))
    elif term.head in ("inter-ll", "inter-lc", "inter-cc"):
        for part, other in zip(term.rest[:2], term.head[-2:]):
            word = "on-line" if other == "l" else "on-circ"
            yield _predicate(Form((Atom(word, term.span), name, part), term.span))
        if len(term.rest) > 2 and isinstance(selector := term.rest[2], Form):
            yield _measured(f"{name} by {selector}", lambda v: _selected(v, name, term, selector))
    else:
        yield _measured(text, lambda v: _off_point(v, name, term))


def _off_disc(values: Values, one: Disc, two: Disc) -> float:
    return (math.dist(one.center, two.center) + abs(one.radius - two.radius)) / _size(values)


def _off_lines(values: Values, name: Term, term: Term) -> float:
    one, two = values.line(name), values.line(term)
    return max(off_line(p, *two) for p in one) / _size(values)


def _off_point(values: Values, name: Term, term: Form) -> float:
    p = values.point(name)
    if term.head in ("amidp-opp", "amidp-same"):
        a, b, c = (values.point(t) for t in term.rest)
        far = sine(a, b, a, p) * sine(a, b, a, c) < 0
        off = abs(math.dist(p, a) - math.dist(p, b)) + off_circle([p, a, b, c])
        return off / _size(values) if far == term.head.endswith("opp") else math.inf
    if term.head == "orthocenter":
        a, b, c = (values.point(t) for t in term.rest)
        return max(abs(cosine(a, p, b, c)), abs(cosine(b, p, c, a)))
    if term.head == "excenter":
        a, b, c = (values.point(t) for t in term.rest)
        gaps = [off_line(p, *side) for side in ((a, b), (b, c), (c, a))]
        beyond = sine(b, c, b, p) * sine(b, c, b, a) < 0
        return (max(gaps) - min(gaps)) / _size(values) if beyond else math.inf
    return math.dist(p, values.point(term)) / _size(values)


def _selected(values: Values, name: Term, term: Form, selector: Form) -> float:
    """Return 0 if a root is the one that its selector means."""
    p = values.point(name)
    if selector.head == "rs-neq":
        return 0.0 if math.dist(p, values.point(selector.rest[0])) > GENERAL * _size(values) else math.inf
    if selector.head in ("rs-opp-sides", "rs-same-side"):
        word = "same-side" if selector.head == "rs-same-side" else "opp-sides"
        return _side(values, Form((Atom(word, term.span), name, *selector.rest), term.span))
    if selector.head == "rs-closer-to-p":
        target = values.point(selector.rest[0])
        gaps = [math.dist(root, target) for root in values.roots(term)]
        return max(math.dist(p, target) - min(gaps), 0.0) / _size(values)
    line = values.line(selector.rest[0])
    gaps = [off_line(root, *line) for root in values.roots(term)]
    return max(off_line(p, *line) - min(gaps), 0.0) / _size(values)


def _parameter(form: Form) -> Iterator[Statement]:
    """Yield what a parameter demands."""
    name, type = form.rest[:2]
    if isinstance(name, Form):
        yield from _shape(name, type)
    elif len(form.rest) == 3 and isinstance(place := form.rest[2], Form):
        if place.head in ("on-minor-arc", "on-major-arc"):
            yield _measured(str(form), lambda v: _minor_arc(v, name, place))
        elif place.head == "in-poly":
            yield _measured(str(form), lambda v: _inside(v, name, place))
        elif place.head == "through":
            yield _predicate(Form((Atom("on-line", form.span), place.rest[0], name), form.span))
        elif place.head == "tangent-lc":
            yield _predicate(Form((place.items[0], name, *place.rest), form.span))
        elif place.head == "tangent-cl":
            yield _predicate(Form((Atom("tangent-lc", form.span), *place.rest, name), form.span))
        else:
            yield _predicate(Form((place.items[0], name, *place.rest), form.span))


def _shape(names: Form, type: Term) -> Iterator[Statement]:
    """Yield that a triangle is of its kind, that a polygon is convex."""
    word = type.head if isinstance(type, Form) else type.word if isinstance(type, Atom) else ""

    def corners(values: Values) -> list[XY]:
        return [values.point(t) for t in names.items]

    def angles(values: Values) -> list[float]:
        p = corners(values)
        return [opening(p[k - 1], p[k], p[(k + 1) % len(p)]) for k in range(len(p))]

    def at(values: Values) -> int:
        special = type.rest[0] if isinstance(type, Form) else names.items[0]
        return [str(t) for t in names.items].index(str(special))

    if word == "acute-tri":
        yield _measured(f"acute {names}", lambda v: 0.0 if max(angles(v)) < math.pi / 2 else math.inf)
    elif word == "right-tri":
        yield _measured(f"right {names}", lambda v: abs(angles(v)[at(v)] - math.pi / 2))
    elif word == "iso-tri":
        yield _measured(f"isosceles {names}", lambda v: abs(angles(v)[at(v) - 1] - angles(v)[at(v) - 2]))
    elif word == "polygon":
        yield _measured(f"convex {names}", lambda v: _off_convex(corners(v)))


def _off_convex(p: list[XY]) -> float:
    turns = [sine(a, b, b, c) for a, b, c in zip(p, (*p[1:], p[0]), (*p[2:], *p[:2]))]
    return 0.0 if all(t > 0 for t in turns) or all(t < 0 for t in turns) else math.inf


def demands(source: Source) -> Iterator[Statement]:
    """Yield what a problem demands, in order."""
    for form in parse(source)[0]:
        if not isinstance(form, Form):
            continue
        if form.head == "param":
            yield from _parameter(form)
        elif form.head == "define" and isinstance(term := form.rest[2], Form):
            yield from _definition(
                form.rest[0], form.rest[1].word if isinstance(form.rest[1], Atom) else "", term
            )
        elif form.head in ("assert", "eval") and isinstance(term := form.rest[0], Form):
            yield _predicate(term, goal=form.head == "eval")


def cases(source: Source, problem: str = "") -> Iterator[Case]:
    """Yield the problems of a file with what they demand."""
    for one in read(source, problem):
        name = one.name
        stated = tuple(demands(one.source)) if one.ok else ()
        yield Case(one, stated, REFUSED.get(name, ""), name in FALSE_GOALS | OPEN_GOALS)


GMBL = Corpus("gmbl", cases)
