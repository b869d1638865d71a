"""The things of a geo-model-builder problem on their way to a spec: declared once each, drawn as far as they matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ..vocabulary import Home
from .base import SpecWriter, call, path
from .ink import Ink

Type: TypeAlias = Literal["point", "line", "circle"]
GREEK = ("alpha", "beta", "gamma", "delta", "omega", "sigma", "tau", "phi", "psi", "theta", "lambda", "mu")
GREEK_NAME = re.compile(rf"({'|'.join(GREEK)})_?(\d*)$", re.IGNORECASE)
SHORT_NAME = re.compile(r"([a-z])_?(\d*|[a-c])$")


@dataclass
class Thing:
    """A point, line or circle: how the spec calls it, and which points are known to lie on it."""

    type: Type
    text: str
    """Its name, or `AB` for a line through two points."""
    points: list[str] = field(default_factory=list)
    touches: set[str] = field(default_factory=set)
    """Of a circle, the texts of lines that are tangent to it, and the other way round."""
    ends: tuple[str, ...] = ()
    """Of a line, two points that it passes through."""
    named: bool = False


@dataclass
class Board:
    """What is declared so far, in order."""

    title: str
    writer: SpecWriter = field(init=False)
    things: dict[str, Thing] = field(default_factory=dict)
    """By the text of the foreign expression that makes them, so that none is made twice."""
    ink: Ink = field(default_factory=Ink)
    taken: set[str] = field(default_factory=set)
    hidden: dict[str, str] = field(default_factory=dict)
    """Declarations of lines that get their ink from the points on them, by name."""

    def __post_init__(self) -> None:
        self.writer = SpecWriter(self.title)

    def declare(self, statement: str) -> None:
        """Add a declaration."""
        self.writer.add(Home.ENTITIES, statement)

    def demand(self, statement: str) -> None:
        """Add a relation."""
        self.writer.add(Home.CONSTRAINTS, statement)

    def fresh(self, stem: str) -> str:
        """Return a new name: a letter and a number."""
        count = 1
        while f"{stem}{count}" in self.taken:
            count += 1
        self.taken.add(f"{stem}{count}")
        return f"{stem}{count}"

    def line_through(self, a: str, b: str) -> Thing:
        """Return the line through two points."""
        key = " ".join(sorted((a, b)))
        known = next((t for t in self.things.values() if t.type == "line" and {a, b} <= set(t.points)), None)
        if known is not None:
            return known
        self.things[f"line {key}"] = Thing("line", path(a, b), [a, b], ends=(a, b))
        return self.things[f"line {key}"]

    def put_on(self, point: str, thing: Thing) -> None:
        """Remember that a point lies on a line or circle."""
        if point not in thing.points:
            thing.points.append(point)

    def lines(self) -> Iterator[Thing]:
        """Yield all lines, each once."""
        yield from {id(t): t for t in self.things.values() if t.type == "line"}.values()

    def finish(self) -> str:
        """Return the spec: lines with two points or more get their ink from them."""
        for line in self.lines():
            if line.named:
                self.show(line.text)
            elif len(line.points) > 1:
                self.ink.line(line.points)
        for statement in self.ink.statements(set()):
            self.declare(statement)
        return self.writer.text()

    def show(self, name: str) -> None:
        """Draw a line whole, since the problem speaks of it by its name."""
        statements = self.writer.statements[Home.ENTITIES]
        for at, statement in enumerate(statements):
            if statement == self.hidden.get(name):
                statements[at] = statement.replace(", hidden)", ")")

    def label(self, name: str) -> None:
        """Write the name of a line or circle as mathematicians do: Γ, ω₁, ℓ."""
        greek, short = GREEK_NAME.match(name), SHORT_NAME.match(name)
        found = greek or short
        if found is None:
            return
        letter, index = found.groups()
        sign = rf"\{letter}" if greek else r"\ell" if letter == "l" else letter
        self.writer.add(Home.LABELS, call("label", name, f'"${sign}{f"_{{{index}}}" if index else ""}$"'))
