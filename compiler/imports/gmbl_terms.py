"""Expressions of the geo-model-builder language: each becomes a thing of the spec, declared once.

Source: Krueger, Han, Selsam, "Automatically building diagrams for olympiad geometry problems", CADE 28 (2021),
and the problems published with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from ...dsl.diagnostics import Code, Diagnostic, shortened
from ...dsl.suggest import did_you_mean
from .base import call, path
from .codes import UNKNOWN_IMPORT_NAME, UNKNOWN_WORD, WRONG_ARGUMENTS
from .gmbl_figure import Board, Thing, Type
from .sexpr import Atom, Form, Term

POINTS_OF_TRIANGLE = ("incenter", "circumcenter", "orthocenter", "centroid", "excenter")


class MisreadError(Exception):
    """A term that cannot be read; caught by the statement that it stands in, which is then reported."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def misread(code: Code, message: str, term: Term, hint: str = "") -> MisreadError:
    """Return what to raise for a term."""
    return MisreadError(code.found(message, term.span, hints=[hint] if hint else []))


@dataclass
class Terms:
    """Reads expressions on a board. `names` are the foreign names, as written and in small letters."""

    board: Board
    names: dict[str, Thing] = field(default_factory=dict)
    later: list[Callable[[], str]] = field(default_factory=list)
    """Relations that wait for what later statements name: the other one of two crossings."""

    def thing(self, term: Term, type: Type, name: str = "") -> Thing:
        """Return the thing that an expression makes, under a name if it is being defined."""
        if isinstance(term, Atom):
            return self.named(term, type)
        key = str(term).lower()
        if key in self.board.things and not name:
            return self.board.things[key]
        makers = MAKERS[type]
        maker = makers.get(term.head)
        if maker is None:
            near = did_you_mean(term.head, makers)
            hint = f"did you mean `{near[0]}`?" if near else f"for example {', '.join(list(makers)[:5])}"
            raise misread(UNKNOWN_WORD, f"no {type} is made by `{shortened(str(term), 40)}`", term, hint)
        count = len(term.rest)
        if count not in maker.counts:
            shown = " or ".join(str(n) for n in maker.counts)
            raise misread(WRONG_ARGUMENTS, f"`{term.head}` takes {shown} arguments, found {count}", term)
        found = maker.make(self, term, name)
        self.board.things[key] = found
        return found

    def named(self, atom: Atom, type: Type) -> Thing:
        """Return a thing by its name."""
        found = self.names.get(atom.text) or self.names.get(atom.word)
        if found is None:
            near = did_you_mean(atom.text, self.names)
            hint = f"did you mean `{near[0]}`?" if near else ""
            raise misread(
                UNKNOWN_IMPORT_NAME, f"nothing before is called `{shortened(atom.text, 30)}`", atom, hint
            )
        if found.type != type:
            raise misread(WRONG_ARGUMENTS, f"`{atom.text}` is a {found.type}, a {type} is wanted", atom)
        return found

    def point(self, term: Term) -> str:
        """Return the name of a point in the spec."""
        return self.thing(term, "point").text

    def points(self, terms: tuple[Term, ...]) -> list[str]:
        """Return the names of points."""
        return [self.point(t) for t in terms]

    def line(self, term: Term) -> Thing:
        """Return a line."""
        return self.thing(term, "line")

    def circle(self, term: Term) -> Thing:
        """Return a circle."""
        return self.thing(term, "circle")

    # What is declared on the way

    def new_point(self, word: str, name: str, *given: str) -> Thing:
        """Declare a point by a construction; an unnamed one is not drawn."""
        own = name or self.board.fresh("X")
        self.board.declare(call(f"{word} {own}", *given, "" if name else "hidden"))
        return Thing("point", own, named=bool(name))

    def new_line(self, word: str, stem: str, name: str, *given: str, on: tuple[str, ...] = ()) -> Thing:
        """Declare a line that is drawn as far as the points on it."""
        own = name or self.board.fresh(stem)
        statement = call(f"{word} {own}", *given, "hidden")
        self.board.declare(statement)
        self.board.hidden[own] = statement
        return Thing("line", own, list(on), named=bool(name))

    def new_circle(self, word: str, name: str, *given: str, on: tuple[str, ...] = ()) -> Thing:
        """Declare a circle."""
        own = name or self.board.fresh("k")
        self.board.declare(call(f"{word} {own}", *given))
        return Thing("circle", own, list(on), named=bool(name))

    def center(self, circle: Thing) -> str:
        """Return the place of a circle's centre."""
        return f"{circle.text}.center"


@dataclass(frozen=True)
class Maker:
    """How many arguments an expression takes, and how it is made."""

    counts: tuple[int, ...]
    make: Callable[[Terms, Form, str], Thing]


def _through_points(word: str) -> Maker:
    """Return a maker of a point from points, by a word of the language."""

    def make(terms: Terms, form: Form, name: str) -> Thing:
        return terms.new_point(word, name, path(*terms.points(form.rest)))

    return Maker((3,), make)


def _midpoint(terms: Terms, form: Form, name: str) -> Thing:
    a, b = terms.points(form.rest)
    found = terms.new_point("midpoint", name, a, b)
    terms.board.put_on(found.text, terms.board.line_through(a, b)) if name else None
    return found


def _foot(terms: Terms, form: Form, name: str) -> Thing:
    line = terms.line(form.rest[1])
    point = terms.point(form.rest[0])
    found = terms.new_point("foot", name, point, f"on = {line.text}")
    if name:
        terms.board.put_on(found.text, line)
        terms.board.line_through(point, found.text)
    return found


def _mirrored(terms: Terms, form: Form, name: str) -> Thing:
    center, point = terms.points(form.rest)
    found = terms.new_point("reflection", name, point, f"center = {center}")
    if name:
        line = terms.board.line_through(center, point)
        terms.board.put_on(found.text, line)
    return found


def _reflected(terms: Terms, form: Form, name: str) -> Thing:
    return terms.new_point(
        "reflection", name, terms.point(form.rest[0]), f"on = {terms.line(form.rest[1]).text}"
    )


def _arc_middle(terms: Terms, form: Form, name: str) -> Thing:
    """Make the middle of the arc ab of a circle on which c lies: the one that does not pass through c, or does."""
    a, b, c = terms.points(form.rest)
    own = name or terms.board.fresh("X")
    circle = terms.thing(Form((Atom("circ", form.span), *form.rest), form.span), "circle")
    terms.board.declare(f"point {own}(on = {circle.text}{'' if name else ', hidden'})")
    terms.board.demand(call("equal", path(own, a), path(own, b)))
    side = "opposite_side" if form.head.endswith("opp") else "same_side"
    terms.board.demand(call(side, own, c, f"line = {path(a, b)}"))
    terms.board.put_on(own, circle)
    return Thing("point", own, named=bool(name))


def _origin(terms: Terms, form: Form, name: str) -> Thing:
    center = terms.center(terms.circle(form.rest[0]))
    if not name:
        return Thing("point", center)
    terms.board.declare(f"point {name}({center})")
    return Thing("point", name, named=True)


def _crossing(terms: Terms, form: Form, name: str) -> Thing:
    """Make a point where two lines or circles meet; a tangent meets its circle below the centre."""
    types: dict[str, tuple[Type, Type]] = {
        "inter-ll": ("line", "line"), "inter-lc": ("line", "circle"), "inter-cc": ("circle", "circle"),
    }  # fmt: skip
    one, two = (terms.thing(t, type) for t, type in zip(form.rest, types[form.head]))
    if one.type == "line" and one.text in two.touches:
        found = terms.new_point("foot", name, terms.center(two), f"on = {one.text}")
    else:
        other, demands = _chosen(terms, form, one, two) if len(form.rest) > 2 else ("", [])
        found = terms.new_point(
            "intersection", name, one.text, two.text, f"other_than = {other}" if other else ""
        )
        for demand in demands:
            terms.later.append(partial(demand, found.text))
    terms.board.put_on(found.text, one)
    terms.board.put_on(found.text, two)
    return found


Demand = Callable[[str], str]


def _chosen(terms: Terms, form: Form, one: Thing, two: Thing) -> tuple[str, list[Demand]]:
    """Return which of two crossings is meant: another than a point, or by what holds of it."""
    selector = form.rest[2]
    head = selector.head if isinstance(selector, Form) else selector.word
    if head == "rs-arbitrary":
        return "", []
    if not isinstance(selector, Form) or head not in SELECTORS or len(selector.rest) != SELECTORS[head]:
        raise misread(
            UNKNOWN_WORD, f"`{shortened(str(selector), 40)}` chooses no root", selector, ", ".join(SELECTORS)
        )
    if head == "rs-neq":
        return terms.point(selector.rest[0]), []
    if head in ("rs-opp-sides", "rs-same-side"):
        point, line = terms.point(selector.rest[0]), terms.line(selector.rest[1])
        side = "opposite_side" if head == "rs-opp-sides" else "same_side"
        return "", [lambda own: call(side, own, point, f"line = {line.text}")]
    return "", [_closer(terms, form, selector, one, two)]


def _closer(terms: Terms, form: Form, selector: Form, one: Thing, two: Thing) -> Demand:
    """Return that one crossing is nearer to a point or line than the other crossing, which is made for it."""
    near = selector.rest[0]
    target = terms.point(near) if selector.head.endswith("p") else terms.line(near).text

    def demand(own: str) -> str:
        other = _other(terms, form, own) or terms.new_point(
            "intersection", "", one.text, two.text, f"other_than = {own}"
        )
        return f"{call('distance', own, target)} < {call('distance', other.text, target)}"

    return demand


def _other(terms: Terms, form: Form, own: str) -> Thing | None:
    """Return the crossing that is said to be another than one, if a statement makes it."""
    named = [name for name, thing in terms.names.items() if thing.text == own]
    keys = (f"({form.head} {form.rest[0]} {form.rest[1]} (rs-neq {name}))".lower() for name in named)
    return next((found for key in keys if (found := terms.board.things.get(key))), None)


SELECTORS = {
    "rs-arbitrary": 0,
    "rs-neq": 1,
    "rs-closer-to-p": 1,
    "rs-closer-to-l": 1,
    "rs-opp-sides": 2,
    "rs-same-side": 2,
}


def _line(terms: Terms, form: Form, name: str) -> Thing:
    a, b = terms.points(form.rest)
    if "." in a + b:
        return terms.new_line("line", "l", name, a, b, on=tuple(p for p in (a, b) if "." not in p))
    found = terms.board.line_through(a, b)
    if not name:
        return found
    statement = call(f"line {name}", a, b, "hidden")
    terms.board.declare(statement)
    terms.board.hidden[name] = statement
    return Thing("line", name, found.points, found.touches, (a, b), named=True)


def _line_by(word: str, stem: str) -> Maker:
    """Return a maker of a line through a point, parallel or perpendicular to another."""

    def make(terms: Terms, form: Form, name: str) -> Thing:
        point = terms.point(form.rest[0])
        base = terms.line(form.rest[1])
        on = () if "." in point else (point,)
        return terms.new_line(word, stem, name, base.text, f"through = {point}", on=on)

    return Maker((2,), make)


def _perpendicular_bisector(terms: Terms, form: Form, name: str) -> Thing:
    return terms.new_line("perpendicular_bisector", "m", name, path(*terms.points(form.rest)))


def _bisector(terms: Terms, form: Form, name: str) -> Thing:
    a, vertex, b = terms.points(form.rest)
    inner = terms.new_line(
        "angle_bisector", "b", name if form.head == "i-bisector" else "", a, vertex, b, on=(vertex,)
    )
    if form.head == "i-bisector":
        return inner
    return terms.new_line("perpendicular", "b", name, inner.text, f"through = {vertex}", on=(vertex,))


def _mirror_line(terms: Terms, form: Form, name: str) -> Thing:
    """Make the image of a line in another, through the images of two of its points."""
    line, mirror = (terms.line(t) for t in form.rest)
    starts = line.ends or (f"{line.text}.start", f"{line.text}.end")
    images = [terms.new_point("reflection", "", p, f"on = {mirror.text}").text for p in starts]
    return terms.new_line("line", "l", name, *images)


def _tangent_at(terms: Terms, form: Form, name: str) -> Thing:
    """Make a tangent of a circle at a point of it."""
    point, circle = terms.point(form.rest[0]), terms.circle(form.rest[1])
    found = terms.new_line("tangent", "t", name, circle.text, f"at = {point}", on=(point,))
    circle.touches.add(found.text)
    return found


def _circle_through(terms: Terms, form: Form, name: str) -> Thing:
    points = terms.points(form.rest)
    return terms.new_circle("circumcircle", name, path(*points), on=tuple(points))


def _touching(word: str) -> Maker:
    """Return a maker of a circle that touches the sides of a triangle."""

    def make(terms: Terms, form: Form, name: str) -> Thing:
        a, b, c = terms.points(form.rest)
        found = terms.new_circle(word, name, path(a, b, c))
        found.touches |= {terms.board.line_through(p, q).text for p, q in ((a, b), (b, c), (c, a))}
        return found

    return Maker((3,), make)


def _about(terms: Terms, form: Form, name: str) -> Thing:
    center, point = terms.points(form.rest)
    return terms.new_circle("circle", name, f"center = {center}", f"through = {point}", on=(point,))


def _over_diameter(terms: Terms, form: Form, name: str) -> Thing:
    a, b = terms.points(form.rest)
    return terms.new_circle("circle", name, f"diameter = {path(a, b)}", on=(a, b))


MAKERS: dict[Type, dict[str, Maker]] = {
    "point": {
        **{word: _through_points(word) for word in POINTS_OF_TRIANGLE},
        "midp": Maker((2,), _midpoint),
        "midp-from": Maker((2,), _mirrored),
        "foot": Maker((2,), _foot),
        "reflect-pl": Maker((2,), _reflected),
        "amidp-opp": Maker((3,), _arc_middle),
        "amidp-same": Maker((3,), _arc_middle),
        "origin": Maker((1,), _origin),
        "inter-ll": Maker((2,), _crossing),
        "inter-lc": Maker((2, 3), _crossing),
        "inter-cc": Maker((2, 3), _crossing),
    },
    "line": {
        "line": Maker((2,), _line),
        "para-at": _line_by("parallel", "p"),
        "perp-at": _line_by("perpendicular", "q"),
        "perp-bis": Maker((2,), _perpendicular_bisector),
        "i-bisector": Maker((3,), _bisector),
        "e-bisector": Maker((3,), _bisector),
        "reflect-ll": Maker((2,), _mirror_line),
        "tangent-at": Maker((2,), _tangent_at),
    },
    "circle": {
        "circ": Maker((3,), _circle_through),
        "circumcircle": Maker((3,), _circle_through),
        "incircle": _touching("incircle"),
        "excircle": _touching("excircle"),
        "coa": Maker((2,), _about),
        "diam": Maker((2,), _over_diameter),
    },
}
"""By type and word; what the published problems use, and its nearest kin."""

__all__ = ["MAKERS", "MisreadError", "Terms", "misread"]
