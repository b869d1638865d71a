"""The geo-model-builder language: parameters, definitions, assertions and evaluations as s-expressions.

A file is one problem, or a JSON list of records with an `id` and a `spec`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from ...dsl.diagnostics import Diagnostic, shortened
from ...dsl.source import Source
from ...dsl.suggest import did_you_mean
from .. import limits
from .base import Format, Imported, call, claim, path
from .codes import MALFORMED, TOO_MUCH, UNKNOWN_WORD, WRONG_ARGUMENTS
from .gmbl_figure import Board, Thing, Type
from .gmbl_predicates import relations
from .gmbl_terms import MisreadError, Terms, misread
from .names import free, point_name
from .sexpr import Atom, Form, Term, parse

TYPES: tuple[Type, ...] = ("point", "line", "circle")
TRIANGLES = ("triangle", "acute-tri", "right-tri", "iso-tri", "equi-tri")
COMMANDS = ("param", "define", "assert", "eval")


@dataclass
class Problem:
    """One problem while it is read."""

    source: Source
    name: str
    terms: Terms = field(init=False)
    found: list[Diagnostic] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    outlines: dict[frozenset[str], str] = field(default_factory=dict)
    """The names of polygons, by their vertices."""

    def __post_init__(self) -> None:
        self.terms = Terms(Board(self.name))

    @property
    def board(self) -> Board:
        """What is declared so far."""
        return self.terms.board

    def read(self) -> Imported:
        """Return the problem as a spec, or what is wrong with each of its statements."""
        forms, wrong = parse(self.source)
        self.found += wrong
        if len(forms) > limits.IMPORTED_STATEMENTS:
            message = f"{len(forms)} statements, at most {limits.IMPORTED_STATEMENTS} are read"
            self.found.append(TOO_MUCH.found(message, forms[-1].span))
            forms = []
        for form in forms:
            try:
                self.statement(form)
            except MisreadError as error:
                self.found.append(error.finding)
        if not forms and not self.found:
            self.found.append(MALFORMED.found("there is no statement", None))
        if self.found:
            return Imported(self.name, self.source, diagnostics=tuple(self.found))
        for relation in self.terms.later:
            self.board.demand(relation())
        points = list(
            dict.fromkeys(
                t.text for t in self.terms.names.values() if t.type == "point" and "." not in t.text
            )
        )
        if len(points) > 2:
            self.board.demand(call("distinct", *points))
        text = self.board.finish()
        names = {n: t.text for n, t in self.terms.names.items()}
        return Imported(self.name, self.source, text, tuple(self.goals), names)

    def statement(self, form: Term) -> None:
        """Read one statement."""
        if isinstance(form, Atom) or form.head not in COMMANDS:
            near = did_you_mean(form.head, COMMANDS) if isinstance(form, Form) else ()
            hint = f"did you mean `{near[0]}`?" if near else f"statements begin with {', '.join(COMMANDS)}"
            raise misread(UNKNOWN_WORD, f"`{shortened(str(form), 40)}` is no statement", form, hint)
        read: dict[str, Callable[[Form], None]] = {
            "param": self.param, "define": self.define, "assert": self.demand, "eval": self.goal,
        }  # fmt: skip
        read[form.head](form)

    # Names

    def introduced(self, term: Term, type: Type) -> str:
        """Return the name in the spec of a new thing."""
        if not isinstance(term, Atom):
            raise misread(MALFORMED, f"`{shortened(str(term), 30)}` is no name", term)
        if not term.text.replace("_", "").isalnum() or not term.text[0].isalpha():
            raise misread(MALFORMED, f"`{shortened(term.text, 30)}` is no name", term)
        if term.text in self.terms.names:
            raise misread(MALFORMED, f"`{term.text}` is introduced twice", term)
        own = point_name(term.text, self.board.taken) if type == "point" else self.word_name(term.text)
        self.board.taken.add(own)
        return own

    def word_name(self, text: str) -> str:
        """Return the name of a line or circle, none that is a word of the language."""
        from ..domains import vocabulary

        known = vocabulary()
        own = f"{text}_" if known.kind(text) or known.verb(text) else text
        return free(own, self.board.taken)

    def keep(self, term: Term, thing: Thing) -> None:
        """Let later statements find a thing by its name, however it is capitalised if that is clear."""
        assert isinstance(term, Atom)
        self.terms.names.setdefault(term.text, thing)
        self.terms.names.setdefault(term.word, thing)

    # Parameters

    def param(self, form: Form) -> None:
        """Read `(param A point …)` or `(param (A B C) triangle)`."""
        if len(form.rest) not in (2, 3):
            raise misread(WRONG_ARGUMENTS, "`param` takes a name and a type, and where it lies", form)
        names, type = form.rest[:2]
        if isinstance(names, Form):
            self.figure(names, type)
            return
        kind = type.word if isinstance(type, Atom) else ""
        if kind not in TYPES:
            raise misread(
                UNKNOWN_WORD, f"`{shortened(str(type), 30)}` is no type", type, f"types: {', '.join(TYPES)}"
            )
        place = form.rest[2] if len(form.rest) == 3 else None
        readers: dict[str, Callable[[Term, Term | None], None]] = {
            "point": self.point, "line": self.line, "circle": self.circle,
        }  # fmt: skip
        readers[kind](names, place)

    def figure(self, names: Form, type: Term) -> None:
        """Read the vertices of a triangle or polygon."""
        word = type.head if isinstance(type, Form) else type.word
        if word not in (*TRIANGLES, "polygon"):
            raise misread(
                UNKNOWN_WORD,
                f"`{shortened(str(type), 30)}` is no shape",
                type,
                f"shapes: {', '.join(TRIANGLES)}, polygon",
            )
        count = len(names.items)
        if count < 3 or count > 20 or (word != "polygon" and count != 3):
            raise misread(WRONG_ARGUMENTS, f"`{word}` does not have {count} vertices", names)
        own = [self.introduced(n, "point") for n in names.items]
        for term, name in zip(names.items, own):
            self.keep(term, Thing("point", name, named=True))
        special = self.terms.point(type.rest[0]) if isinstance(type, Form) and type.rest else own[0]
        options = {
            "acute-tri": ("acute",), "right-tri": (f"right_at = {special}",), "equi-tri": ("equilateral",),
            "iso-tri": ("isosceles", f"apex = {special}"),
        }.get(word, ())  # fmt: skip
        self.outline("polygon" if word == "polygon" and count > 3 else "triangle", own, options)

    def outline(self, word: str, points: list[str], options: tuple[str, ...]) -> None:
        """Declare a triangle or polygon; a polygon is convex, its vertices in order."""
        short = path(*points)
        name = short if "--" not in short else self.board.fresh("f")
        given = options if "--" not in short else (*points, *options)
        self.board.declare(call(f"{word} {name}", *given) if given else f"{word} {name}")
        self.outlines[frozenset(points)] = name
        self.board.ink.outline(tuple(points))
        if word == "polygon":
            self.board.demand(call("order", *points))

    def point(self, name: Term, place: Term | None) -> None:
        """Declare a point, with the locus on which it lies."""
        if place is not None and not isinstance(place, Form):
            raise misread(UNKNOWN_WORD, f"`{shortened(str(place), 30)}` is no place", place)
        before = list(place.rest) if place else []
        if place is None:
            self.place(name, "")
            return
        terms = self.terms
        match place.head, len(before):
            case "on-seg", 2:
                a, b = terms.points(place.rest)
                self.place(name, f"on = {path(a, b)}", terms.board.line_through(a, b))
            case "on-line", 1:
                line = terms.line(before[0])
                self.place(name, f"on = {line.text}", line)
            case "on-circ", 1:
                circle = terms.circle(before[0])
                self.place(name, f"on = {circle.text}", circle)
            case (("on-minor-arc" | "on-major-arc"), 3):
                circle, (a, b) = terms.circle(before[0]), terms.points(place.rest[1:])
                own = self.place(name, f"on = {circle.text}", circle)
                side = "opposite_side" if place.head == "on-minor-arc" else "same_side"
                self.board.demand(call(side, own, f"{circle.text}.center", f"line = {path(a, b)}"))
            case "on-ray", 2:
                a, b = terms.points(place.rest)
                self.place(name, f"on = ray({a}, {b}, hidden)", terms.board.line_through(a, b))
            case "on-ray-opp", 2:
                a, b = terms.points(place.rest)
                own = self.place(name, "", terms.board.line_through(a, b))
                self.board.demand(call("between", a, own, b))
            case "in-poly", count if count >= 3:
                corners = terms.points(place.rest)
                outline = self.outlines.get(frozenset(corners)) or path(*corners)
                own = self.place(name, "")
                self.board.demand(call("inside", own, outline))
            case _:
                raise misread(UNKNOWN_WORD, f"`{shortened(str(place), 40)}` is no place of a point", place)

    def place(self, name: Term, where: str, thing: Thing | None = None) -> str:
        """Declare a point on a line or circle and return its name."""
        own = self.introduced(name, "point")
        self.board.declare(f"point {own}" + (f"({where})" if where else ""))
        self.keep(name, Thing("point", own, named=True))
        if thing is not None:
            self.board.put_on(own, thing)
        return own

    def line(self, name: Term, place: Term | None) -> None:
        """Declare a line: free, through a point, or touching a circle."""
        if place is not None and (
            not isinstance(place, Form) or len(place.rest) != 1 or place.head not in ("through", "tangent-lc")
        ):
            raise misread(UNKNOWN_WORD, f"`{shortened(str(place), 40)}` is no place of a line", place)
        own = self.introduced(name, "line")
        thing = Thing("line", own, named=True)
        if place is None:
            statement = call(f"line {own}", "hidden")
        elif place.head == "through":
            thing.points.append(self.terms.point(place.rest[0]))
            statement = call(f"line {own}", thing.points[0], "hidden")
        else:
            circle = self.terms.circle(place.rest[0])
            circle.touches.add(own)
            statement = call(f"tangent {own}", circle.text, "hidden")
        self.board.declare(statement)
        self.board.hidden[own] = statement
        self.board.things[f"param {own}"] = thing
        self.board.label(own)
        self.keep(name, thing)

    def circle(self, name: Term, place: Term | None) -> None:
        """Declare a circle: free, touching a line, or through a point."""
        if place is not None and (
            not isinstance(place, Form)
            or len(place.rest) != 1
            or place.head not in ("tangent-cl", "through", "origin")
        ):
            raise misread(UNKNOWN_WORD, f"`{shortened(str(place), 40)}` is no place of a circle", place)
        own = self.introduced(name, "circle")
        thing = Thing("circle", own, named=True)
        argument = ""
        if place is not None and place.head == "tangent-cl":
            line = self.terms.line(place.rest[0])
            thing.touches.add(line.text)
            self.board.demand(call("tangent", line.text, own))
        elif place is not None:
            point = self.terms.point(place.rest[0])
            argument = f"through = {point}" if place.head == "through" else f"center = {point}"
            thing.points += [point] if place.head == "through" else []
        self.board.declare(f"circle {own}" + (f"({argument})" if argument else ""))
        self.board.label(own)
        self.keep(name, thing)

    # Definitions, assertions, evaluations

    def define(self, form: Form) -> None:
        """Read `(define X point …)`."""
        if len(form.rest) != 3:
            raise misread(WRONG_ARGUMENTS, "`define` takes a name, a type and an expression", form)
        name, type, term = form.rest
        if not isinstance(type, Atom) or type.word not in TYPES:
            raise misread(
                UNKNOWN_WORD, f"`{shortened(str(type), 30)}` is no type", type, f"types: {', '.join(TYPES)}"
            )
        kind: Type = next(t for t in TYPES if t == type.word)
        if isinstance(term, Atom):
            self.keep(name, self.terms.thing(term, kind))
            return
        own = self.introduced(name, kind)
        thing = self.terms.thing(term, kind, own)
        if kind != "point":
            self.board.label(own)
        self.keep(name, thing)

    def demand(self, form: Form) -> None:
        """Read `(assert …)`."""
        for relation in relations(self.terms, self.one(form)):
            self.board.demand(relation)

    def goal(self, form: Form) -> None:
        """Read `(eval …)`: a claim."""
        for relation in relations(self.terms, self.one(form)):
            self.goals.append(claim(relation))
            self.board.demand(self.goals[-1])

    def one(self, form: Form) -> Term:
        if len(form.rest) != 1:
            raise misread(WRONG_ARGUMENTS, f"`{form.head}` takes one predicate", form)
        return form.rest[0]


def recognises(source: Source) -> bool:
    """Whether a file is s-expressions of this language, or records of such."""
    text = source.text.lstrip()
    if text.startswith("["):
        return '"spec"' in text[:5000]
    return any(f"({word}" in text[:20000].lower() for word in COMMANDS)


def read(source: Source, problem: str = "") -> Iterator[Imported]:
    """Yield the problems of a file, or only the one of a name."""
    for name, text in _texts(source):
        if problem in ("", name):
            own = source if text is source.text else Source(text=text, name=f"{source.name}#{name}")
            yield Problem(own, name).read()


def _texts(source: Source) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of a file's problems."""
    if not source.text.lstrip().startswith("["):
        yield PurePath(source.name.strip("<>")).stem or "problem", source.text
        return
    try:
        records = json.loads(source.text)
    except (ValueError, RecursionError):
        return
    for count, record in enumerate(records if isinstance(records, list) else (), 1):
        if isinstance(record, dict) and isinstance(record.get("spec"), str):
            yield str(record.get("id") or f"problem_{count}"), record["spec"]


GMBL = Format(
    name="gmbl",
    doc="Problems of the geo-model-builder: parameters, definitions, assertions and evaluations.",
    recognises=recognises,
    read=read,
)
