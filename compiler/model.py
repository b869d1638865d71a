"""The `Model`: what a spec means. Typed entities and relations, panel by panel, with nothing solved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..dsl.source import Span
from .values import Given, Listed, Measure, Value, Words
from .vocabulary import Kind, Verb


@dataclass(frozen=True)
class Style:
    """How a thing is drawn, where its author said so; `None` and `""` leave it to the kind."""

    color: str = ""
    fill: str = ""
    dash: str = ""
    """`dashed`, `dotted` or `dashdot`."""
    weight: str = ""
    """`thin`, `thick`."""
    hatch: str = ""
    opacity: float | None = None
    hidden: bool = False
    bare: bool = False
    """No companions, no printed name."""
    lift: int = 0
    """How far in front of the others of its kind it is drawn."""


class Said:
    """What things and relations have in common: values bound to slots, and flags."""

    values: Mapping[str, Given]
    flags: tuple[str, ...]

    def value(self, slot: str) -> Value | None:
        """Return the value of a slot."""
        given = self.values.get(slot)
        return given.value if given else None

    def values_of(self, slot: str) -> tuple[Value, ...]:
        """Return the values of a slot that takes several."""
        return _spread(self.value(slot))

    def has(self, flag: str) -> bool:
        """Whether a flag was given."""
        return flag in self.flags


@dataclass(frozen=True)
class Entity(Said):
    """A thing of the picture."""

    name: str
    kind: Kind
    span: Span
    values: Mapping[str, Given] = field(default_factory=dict)
    style: Style = Style()
    flags: tuple[str, ...] = ()
    texts: tuple[Words, ...] = ()
    """Quoted texts that fit no slot of the kind."""
    extra: tuple[tuple[str, Measure], ...] = ()
    """Values that fit no slot: printed with the thing."""
    named: bool = True
    """Whether the author gave the name (an unnamed thing never prints one)."""
    waived: tuple[str, ...] = ()
    """Laws that do not apply to it: names, or `*` for all."""
    word: str = ""
    """The word that the author used for the kind."""

    def __hash__(self) -> int:
        return hash((self.name, self.span.start))


@dataclass(frozen=True)
class Relation(Said):
    """A verb with its arguments: a label, a measure, a placement, a row of the panel, a link."""

    verb: Verb
    span: Span
    values: Mapping[str, Given] = field(default_factory=dict)
    style: Style = Style()
    flags: tuple[str, ...] = ()
    text: str = ""
    """The statement as written, for diagnostics."""
    compared: bool = False
    """Whether it only serves in a comparison, and so prints nothing."""

    def __hash__(self) -> int:
        return hash((self.verb.name, self.span.start, self.span.end))


@dataclass(frozen=True)
class Comparison:
    """`a == b`, `a < b < c`: holds in silence."""

    ops: tuple[str, ...]
    terms: tuple[Value, ...]
    span: Span
    text: str = ""


@dataclass(frozen=True)
class Claim:
    """What is said to follow from the rest: checked on the drawing, never solved with."""

    said: Relation | Comparison
    span: Span
    text: str = ""


@dataclass(frozen=True)
class Panel:
    """One scene: a state, a view, or the whole picture when there is only one."""

    name: str
    caption: str
    entities: Mapping[str, Entity]
    relations: tuple[Relation, ...]
    comparisons: tuple[Comparison, ...] = ()
    span: Span | None = None
    claims: tuple[Claim, ...] = ()
    title: str = ""
    """A line over the panel; the caption stands below it."""


@dataclass(frozen=True)
class Arrangement:
    """How panels stand to each other: `row(before, after)`, `column(…)`, `grid(…, columns = 2)`."""

    word: Literal["row", "column", "grid"]
    panels: tuple[str, ...]
    span: Span
    columns: int = 0
    """Of a grid; 0 leaves it to the compiler."""


@dataclass(frozen=True)
class Bridge:
    """An arrow or line from panel to panel: `before -> after : "melting"`."""

    op: Literal["->", "<->", "--"]
    start: str
    end: str
    span: Span
    texts: tuple[str, ...] = ()
    style: Style = Style()


@dataclass(frozen=True)
class Reading:
    """How one statement was understood, in words."""

    span: Span
    text: str


@dataclass(frozen=True)
class Model:
    """What a spec means: its panels in order, and the rows of the sheet beside them."""

    panels: tuple[Panel, ...]
    sheet: tuple[Relation, ...] = ()
    readings: tuple[Reading, ...] = field(default=())
    arrangements: tuple[Arrangement, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    style: str = ""
    """The look of the whole picture, by name, where its author says so."""

    def entities(self) -> Iterator[Entity]:
        """Yield every entity of every panel."""
        for panel in self.panels:
            yield from panel.entities.values()


def _spread(value: Value | None) -> tuple[Value, ...]:
    if value is None:
        return ()
    return value.items if isinstance(value, Listed) else (value,)
