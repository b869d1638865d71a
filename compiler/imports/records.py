"""Problems of datasets that come as JSON: a record or a list of records, read with bounded size and no trust."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ...dsl.scene import XY
from ...dsl.source import Source, Span

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
MOST = 20_000
"""Records of a file."""


@dataclass(frozen=True)
class Record:
    """One problem: what stands under the keys that its format has for things."""

    source: Source
    name: str
    keys: Mapping[str, Sequence[str]]
    content: Mapping[str, Json]

    def value(self, key: str) -> Json:
        """Return what stands under the first key of a thing that the record has."""
        return next((self.content[name] for name in self.keys.get(key, (key,)) if name in self.content), None)

    def text(self, key: str) -> str:
        """Return a text; empty if there is none."""
        value = self.value(key)
        return str(value) if isinstance(value, str | int | float) else ""

    def texts(self, key: str) -> list[str]:
        """Return a list of texts; a text by itself is a list of one."""
        value = self.value(key)
        if isinstance(value, str):
            return [value]
        return [str(v) for v in value if isinstance(v, str | int)] if isinstance(value, list) else []

    def places(self, key: str) -> dict[str, XY]:
        """Return pairs of numbers by name."""
        value = self.value(key)
        found: dict[str, XY] = {}
        for name, place in value.items() if isinstance(value, dict) else ():
            if isinstance(place, list) and len(place) == 2:
                x, y = place
                if isinstance(x, int | float) and isinstance(y, int | float) and math.isfinite(x + y):
                    found[name] = (float(x), float(y))
        return found

    def spans(self, key: str) -> Iterator[tuple[str, Span]]:
        """Yield the texts of a list with their places in the file."""
        for text in self.texts(key):
            yield text, self.find(text)

    def find(self, text: str) -> Span:
        """Return the place of a text of this record in the file; that of the record if it is not found."""
        start = self.source.text.find(json.dumps(text, ensure_ascii=False), self.span.start)
        return self.span if start < 0 else Span(start=start + 1, end=start + 1 + len(text))

    @property
    def span(self) -> Span:
        """The place of the record: of its number."""
        own = next((name for name in self.keys.get("id", ()) if name in self.content), "")
        start = self.source.text.find(f'"{own}": {json.dumps(self.content.get(own))}') if own else -1
        return Span(start=max(start, 0), end=max(start, 0))


def records(source: Source, keys: Mapping[str, Sequence[str]], family: str) -> Iterator[Record]:
    """Yield the records of a file; nothing if it is no JSON."""
    content = _content(source.text)
    found = content if isinstance(content, list) else [content]
    for at, record in enumerate(found[:MOST], start=1):
        if isinstance(record, dict):
            number = next((record[name] for name in keys["id"] if name in record), at)
            yield Record(source, f"{family}-{number}", keys, record)


def _content(text: str) -> Json:
    try:
        loaded: Json = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return loaded


def is_records(source: Source, marks: Sequence[str]) -> bool:
    """Whether a file is JSON with one of some keys near its beginning."""
    head = source.text[:20_000]
    return head.lstrip()[:1] in ("[", "{") and any(f'"{mark}"' in head for mark in marks)
