"""The AlphaGeometry problem language: points by constructions, and a goal.

A file has a name and a problem on alternate lines, `a b c = triangle a b c; h = orthocenter h a b c ? perp a h b c`,
or problems alone. Source: Trinh et al., Nature 625 (2024), and the problems published with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...dsl.diagnostics import Code, Diagnostic, shortened
from ...dsl.source import Source, Span
from ...dsl.suggest import did_you_mean
from .. import limits
from .ag_constructions import CONSTRUCTIONS, Construction
from .ag_goals import GOALS
from .base import Format, Imported
from .codes import MALFORMED, TOO_MUCH, UNKNOWN_IMPORT_NAME, UNKNOWN_WORD, WRONG_ARGUMENTS
from .facts import Fact
from .names import point_name
from .sketch import Sketch

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
HINT = re.compile(r"@-?[\d.eE+-]+_-?[\d.eE+-]+$")
NUMBER = re.compile(r"-?\d+(\.\d+)?(pi)?(/\d+)?$")
WORDS = re.compile(r"\S+")
MOST_POINTS = 80
"""Of one problem: olympiad problems have about twenty."""


@dataclass(frozen=True)
class Token:
    """A word with its place in the file."""

    text: str
    span: Span


@dataclass
class Problem:
    """One problem while it is read: the names so far and what is wrong."""

    source: Source
    name: str
    known: dict[str, str] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def report(self, code: Code, message: str, span: Span, *hints: str) -> None:
        self.found.append(code.found(message, span, hints=[h for h in hints if h]))

    def read(self, start: int, end: int) -> Imported:
        """Return the problem that stands at a place."""
        text = self.source.text
        question = text.find("?", start, end)
        sketch = Sketch(self.name)
        clauses = list(_pieces(text, start, end if question < 0 else question, ";"))
        if len(clauses) > limits.IMPORTED_STATEMENTS:
            self.report(
                TOO_MUCH,
                f"{len(clauses)} clauses, at most {limits.IMPORTED_STATEMENTS} are read",
                Span(start=start, end=end),
            )
            clauses = []
        for first, last in clauses:
            self.clause(first, last, sketch)
        if question >= 0:
            self.goal(question + 1, end, sketch)
        if len(self.known) > MOST_POINTS:
            self.report(
                TOO_MUCH,
                f"{len(self.known)} points, at most {MOST_POINTS} are read",
                Span(start=start, end=end),
            )
        if self.found:
            return Imported(self.name, self.source, diagnostics=tuple(self.found))
        spec, goals = sketch.text()
        circles = sketch.names()
        names = {name: circles.get(own, own) for name, own in self.known.items()}
        return Imported(self.name, self.source, spec, goals, names)

    def clause(self, start: int, end: int, sketch: Sketch) -> None:
        """Read `x y = construction …, construction …`."""
        text = self.source.text
        sign = text.find("=", start, end)
        if sign < 0:
            what = shortened(text[start:end].strip(), 40)
            self.report(
                MALFORMED,
                f"`{what}` is no clause: it has no `=`",
                Span(start=start, end=end),
                "write `x = construction …`",
            )
            return
        new = [self.introduced(token) for token in _tokens(text, start, sign)]
        points = tuple(p for p in new if p)
        facts: list[Fact] = []
        for first, last in _pieces(text, sign + 1, end, ","):
            facts += self.construction(points, first, last)
        if not points:
            self.report(MALFORMED, "a clause without points", Span(start=start, end=end))
        sketch.add(points, facts)

    def introduced(self, token: Token) -> str:
        """Return the name in the spec of a new point; its foreign coordinates are not needed."""
        name = HINT.sub("", token.text)
        if not NAME.fullmatch(name):
            self.report(MALFORMED, f"`{shortened(token.text, 30)}` is no name of a point", token.span)
            return ""
        if name in self.known:
            self.report(MALFORMED, f"`{name}` is introduced twice", token.span)
            return ""
        self.known[name] = point_name(name, set(self.known.values()))
        return self.known[name]

    def construction(self, points: tuple[str, ...], start: int, end: int) -> list[Fact]:
        """Read one construction; the new points may be left out of its arguments."""
        tokens = _tokens(self.source.text, start, end)
        if not tokens:
            self.report(MALFORMED, "a construction is missing", Span(start=start, end=max(end, start)))
            return []
        word, *rest = tokens
        known = CONSTRUCTIONS.get(word.text)
        if known is None:
            near = did_you_mean(word.text, CONSTRUCTIONS)
            hint = f"did you mean `{near[0]}`?" if near else ""
            self.report(
                UNKNOWN_WORD, f"no construction is called `{shortened(word.text, 30)}`", word.span, hint
            )
            return []
        arguments = self.arguments(known, points, rest)
        if arguments is None:
            shown = f"`{word.text} {' '.join(known.arguments)}`"
            message = f"`{word.text}` takes {len(known.arguments)} arguments, found {len(rest)}"
            self.report(
                WRONG_ARGUMENTS,
                message,
                Span(start=word.span.start, end=tokens[-1].span.end),
                f"write {shown}",
            )
            return []
        return list(known.say(*arguments)) if all(arguments) else []

    def arguments(self, known: Construction, points: tuple[str, ...], rest: list[Token]) -> list[str] | None:
        """Return all arguments as names in the spec; an unknown one is empty, nothing for a wrong number."""
        count = len(known.arguments)
        given = [
            self.argument(token, number=at + count - len(rest) in known.numbers)
            for at, token in enumerate(rest)
        ]
        if len(given) == count:
            return given
        return [*points, *given] if len(given) + len(points) == count else None

    def argument(self, token: Token, *, number: bool = False) -> str:
        if number:
            if not NUMBER.match(token.text):
                self.report(WRONG_ARGUMENTS, f"`{shortened(token.text, 30)}` is no number", token.span)
                return ""
            return token.text
        if token.text not in self.known:
            near = did_you_mean(token.text, self.known)
            message = f"no point before is called `{shortened(token.text, 30)}`"
            self.report(
                UNKNOWN_IMPORT_NAME, message, token.span, f"did you mean `{near[0]}`?" if near else ""
            )
            return ""
        return self.known[token.text]

    def goal(self, start: int, end: int, sketch: Sketch) -> None:
        """Read what is to be proven."""
        tokens = _tokens(self.source.text, start, end)
        if not tokens:
            self.report(MALFORMED, "a goal is missing after `?`", Span(start=start, end=end))
            return
        word, *rest = tokens
        goal = GOALS.get(word.text)
        if goal is None:
            self.report(
                UNKNOWN_WORD,
                f"no goal is called `{shortened(word.text, 30)}`",
                word.span,
                f"goals: {', '.join(GOALS)}",
            )
            return
        points = [self.argument(token) for token in rest]
        if not goal.least <= len(points) <= goal.most:
            self.report(WRONG_ARGUMENTS, f"`{word.text}` does not take {len(points)} points", word.span)
        elif all(points):
            sketch.goals += goal.say(*points)


def _pieces(text: str, start: int, end: int, sign: str) -> Iterator[tuple[int, int]]:
    """Yield the places between signs that are not blank."""
    while start < end:
        at = text.find(sign, start, end)
        stop = end if at < 0 else at
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.group(), Span(start=m.start(), end=m.end())) for m in WORDS.finditer(text, start, end)]


def recognises(source: Source) -> bool:
    """Whether some line of a file is a clause of a known construction."""
    return any(
        "=" in line and (words := line.partition("=")[2].split()) and words[0].rstrip(";,") in CONSTRUCTIONS
        for line in source.text.splitlines()
        if not line.lstrip().startswith(("(", "{", "["))
    )


def read(source: Source, problem: str = "") -> Iterator[Imported]:
    """Yield the problems of a file, or only the one of a name."""
    for title, start, end in _problems(source):
        if problem in ("", title):
            yield Problem(source, title).read(start, end)


def names(source: Source) -> list[str]:
    """Return the names of a file's problems, in order."""
    return [title for title, _, _ in _problems(source)]


def _problems(source: Source) -> Iterator[tuple[str, int, int]]:
    """Yield the name and the place of each problem."""
    name, count = "", 0
    for number, start in enumerate(source.line_starts, 1):
        line = source.line(number)
        if "=" not in line:
            name = line.strip() or name
            continue
        count += 1
        title, name = name or f"problem_{count}", ""
        yield title, start, start + len(line)


ALPHAGEOMETRY = Format(
    name="alphageometry",
    doc="Problems of AlphaGeometry: points by constructions, and a goal.",
    recognises=recognises,
    read=read,
)
