"""The names of one panel: what is declared, what a bare word may mean, what comes to be by mention."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...dsl.diagnostics import Diagnostic
from ...dsl.source import Source, Span
from ..model import Entity, Relation
from ..vocabulary import Kind, Role, Vocabulary

POINT_NAME = re.compile(r"[A-Z](?:_?[0-9₀-₉]+)?'*")
"""A name that reads as a point wherever a point is wanted: a capital, its index, its primes."""

HYPHEN = re.compile("[-−–]")
"""Between the two rings of vertices of a solid's name: `ABCD-EFGH`."""


@dataclass
class Scope:
    """What is known while one panel is read. `entities` grows with things that are mentioned only once."""

    vocabulary: Vocabulary
    source: Source
    kinds: dict[str, Kind] = field(default_factory=dict)
    """The declared names, before their arguments are read."""
    entities: dict[str, Entity] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=dict)
    """Names declared with a count, `o[6]`, and how many there are."""

    def has(self, name: str) -> bool:
        """Whether a name is declared, or came to be by mention."""
        return name in self.kinds

    def trait(self, name: str, trait: str) -> bool:
        """Whether a declared thing has a trait."""
        return self.kinds[name].vague or trait in self.kinds[name].traits

    def mention(self, name: str, kind: Kind, span: Span, *, named: bool = False) -> Entity:
        """Bring a thing into being because it is mentioned."""
        if name not in self.entities:
            self.entities[name] = Entity(name=name, kind=kind, span=span, named=named, word=kind.name)
            self.kinds[name] = kind
        return self.entities[name]

    def point(self, name: str, span: Span) -> bool:
        """Whether a name is a point; one that reads as a point comes to be by mention."""
        if self.has(name):
            return True
        if not POINT_NAME.fullmatch(name):
            return False
        self.mention(name, self.vocabulary.kind_in(Role.POINT), span, named=True)
        return True

    def letters(self, word: str) -> tuple[str, ...] | None:
        """Split `ABC` or `P1Q` into declared points, or nothing if one of them is not declared.

        The whole word must be used up, but for the hyphen of `S-ABCD`.
        """
        parts = POINT_NAME.findall(word)
        if len(parts) < 2 or "".join(parts) != HYPHEN.sub("", word):
            return None
        return tuple(parts)

    def is_known_chain(self, word: str) -> bool:
        """Whether a word splits into at least two points that all exist."""
        parts = self.letters(word)
        return parts is not None and all(self.has(p) for p in parts)

    def names(self, trait: str = "") -> Iterable[str]:
        """Return declared names, those of a trait only if one is given."""
        return [n for n, k in self.kinds.items() if not trait or trait in k.traits]

    def text(self, span: Span) -> str:
        """Return what was written at a place, on one line."""
        return " ".join(self.source.slice(span).split())
