"""What every reader shares: the problem that it hands on, the declaration of a format, the writing of spec text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ...dsl.diagnostics import Diagnostic, Severity
from ...dsl.source import Source
from ..vocabulary import Home


@dataclass(frozen=True)
class Imported:
    """One problem of a foreign file as a spec.

    A problem with an error has no text: a figure that lacks one of its conditions is another figure.
    """

    name: str
    source: Source
    """The text of the foreign problem, in which the places of the findings lie."""
    text: str = ""
    """The spec, formatted, with the goal as a claim that is verified but never solved with."""
    goals: tuple[str, ...] = ()
    """The claims, as they stand in the text."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What each name of the foreign problem is called in the spec."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is a spec."""
        return bool(self.text) and not any(d.severity is Severity.ERROR for d in self.diagnostics)


@dataclass(frozen=True)
class Format:
    """A language that can be imported: one declaration, which `formats` lists."""

    name: str
    doc: str
    recognises: Callable[[Source], bool]
    """Whether a file looks like this language; cheap, and never raises."""
    read: Callable[[Source, str], Iterator[Imported]]
    """Yields the problems of a file, or only the one that is named."""


class SpecWriter:
    """Collects the statements of a spec under their headings and writes them out.

    >>> writer = SpecWriter("two points")
    >>> writer.add(Home.ENTITIES, "point A, B")
    >>> print(writer.text(), end="")
    // two points
    entities {
      point A, B
    }
    """

    def __init__(self, title: str) -> None:
        self.title = " ".join(title.split())
        self.statements: dict[Home, list[str]] = {home: [] for home in Home}

    def add(self, home: Home, statement: str) -> None:
        """Add a statement under a heading, once."""
        if statement not in self.statements[home]:
            self.statements[home].append(statement)

    def text(self) -> str:
        """Return the spec."""
        lines = [f"// {self.title}"]
        for home, statements in self.statements.items():
            if statements:
                lines += [f"{home.value} {{", *(f"  {s}" for s in statements), "}"]
        return "\n".join(lines) + "\n"


def call(word: str, *arguments: str) -> str:
    """Return a call.

    >>> call("parallel", "AB", "CD")
    'parallel(AB, CD)'
    """
    return f"{word}({', '.join(a for a in arguments if a)})"


def claim(statement: str) -> str:
    """Return the claim that a statement holds: it is checked on the drawing, the drawing is not made by it.

    >>> claim("collinear(A, B, C)")
    'verify(collinear(A, B, C))'
    """
    return call("verify", statement)


def path(*points: str) -> str:
    """Return a chain of points as it is most readable: letters in a row where each name is one.

    >>> path("A", "B"), path("A", "O1", "B")
    ('AB', 'A--O1--B')
    """
    short = all(len(p) == 1 and p.isascii() and p.isupper() for p in points)
    return ("" if short else "--").join(points)
