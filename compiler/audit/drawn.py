"""What a picture shows without words: how often each thing is drawn, marked places, the words of its spec."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...dsl.source import Span
from ..draw.pen import Canvas
from ..draw.solution import Solution
from ..model import Entity
from ..shapes import Arc, Circle, Ellipse, Point, Several, SpacePoint

_SAME_PLACE = 1e-6
_UNSAID = re.compile(r'"[^"\n]*"|//[^\n]*')
_WORD = re.compile(r"[^\W\d]\w+")
_NUMBER = re.compile(r"(?<![\w.])\d{1,6}(?![\w.]| [A-Za-z°%Ω])")


@dataclass(frozen=True)
class Place:
    """Where a thing is drawn, in the numbers of its axes."""

    name: str
    at: tuple[float, ...]
    span: Span | None = None
    marked: bool = True
    """Whether it is a point that is seen, and no centre of something."""

    def is_at(self, at: Sequence[float | None]) -> bool:
        """Whether it has these coordinates."""
        return len(at) == len(self.at) and all(_is_near(a, b) for a, b in zip(at, self.at))


@dataclass(frozen=True)
class Drawn:
    """The evidence of a picture beyond its texts."""

    words: frozenset[str] = frozenset()
    """The words with which the spec says what is drawn and what holds, outside of texts."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many things are drawn of each name, in the panel that has most."""
    numbers: frozenset[float] = frozenset()
    """The bare numbers with which the spec draws: `grid(4, 4)` has four rows."""
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Where the things of each name are declared."""
    places: tuple[Place, ...] = ()
    """The points and centres in panels whose axes have numbers."""

    def has_place(self, at: Sequence[float | None]) -> bool:
        """Whether a point or centre is drawn at these coordinates.

        >>> Drawn(places=(Place("P", (1.0, 2.0)),)).has_place((1, 2))
        True
        """
        return any(place.is_at(at) for place in self.places)

    def points_at(self, at: Sequence[float | None]) -> Iterator[tuple[str, Span | None]]:
        """Yield the marked points at these coordinates."""
        yield from ((place.name, place.span) for place in self.places if place.marked and place.is_at(at))


NOTHING = Drawn()


def _is_near(wanted: float | None, drawn: float) -> bool:
    return wanted is not None and abs(wanted - drawn) <= _SAME_PLACE * max(1.0, abs(wanted))


def drawn_of(text: str, solutions: Iterable[Solution], canvases: Iterable[Canvas]) -> Drawn:
    """Return what the drawn panels of a spec show; `text` is the spec."""
    counts: Counter[str] = Counter()
    spans: dict[str, tuple[Span, ...]] = {}
    places: list[Place] = []
    for solution, canvas in zip(solutions, canvases):
        here = [(name, e.span) for e in solution.panel.entities.values() for name in _things(e, solution)]
        counts |= Counter(name for name, _ in here)
        for name, span in here:
            spans[name] = (*spans.get(name, ()), span)
        if any(request.role == "tick" for request in canvas.texts):
            places += _places(solution)
    said = _UNSAID.sub(" ", text)
    numbers = frozenset(float(found) for found in _NUMBER.findall(said))
    return Drawn(frozenset(_WORD.findall(said.casefold())), counts, numbers, spans, tuple(places))


def _things(entity: Entity, solution: Solution) -> Iterator[str]:
    """Yield the words that name a drawn thing, as often as it has members."""
    if entity.style.hidden:
        return
    shape = solution.shape_of(entity.name)
    members = len(shape.shapes) if isinstance(shape, Several) else 1
    names = {entity.word, entity.kind.name, *entity.kind.aliases, *_labels(entity)}
    for _ in range(max(members, 1)):
        yield from sorted(name.casefold().replace("_", " ") for name in names if name)


def _labels(entity: Entity) -> Iterator[str]:
    for text in entity.texts:
        yield from (word for word in text.text.split() if word.isalpha() and len(word) > 2)


def _places(solution: Solution) -> Iterator[Place]:
    frame = solution.poser.frame
    for entity in solution.panel.entities.values():
        shape = solution.shape_of(entity.name)
        center = shape.center if isinstance(shape, Circle | Arc | Ellipse) else shape
        if isinstance(center, Point) and not isinstance(center, SpacePoint) and not entity.style.hidden:
            at = frame.data(center.x, center.y)
            yield Place(entity.name, at, entity.span, marked=center is shape)
