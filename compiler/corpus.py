"""What the compiler makes of a folder of specs: how many become pictures, and which words nobody declares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..dsl.diagnostics import Severity
from ..dsl.source import Source
from .pipeline import Compiled, Options, compile_spec

SUFFIX = ".dgm"
QUOTED = re.compile(r"`([^`]+)`")
FIRST_COMMENT = re.compile(r"\s*//\s*(.+)")


@dataclass(frozen=True)
class Fate:
    """How far one spec came, and what was found."""

    name: str
    type: str
    parsed: bool
    resolved: bool
    compiled: bool
    errors: tuple[str, ...] = ()
    """Codes of its errors, in order."""
    kinds: tuple[str, ...] = ()
    """Words for kinds that nobody declares."""
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Share:
    """Of so many specs, how many came how far."""

    count: int
    parsed: int
    resolved: int
    compiled: int


@dataclass(frozen=True)
class CorpusReport:
    """The fates of all specs of a folder."""

    fates: tuple[Fate, ...]

    @property
    def total(self) -> Share:
        """Of all specs."""
        return _share(self.fates)

    @property
    def by_type(self) -> dict[str, Share]:
        """Of the specs of each image type, the types in alphabetical order."""
        types = sorted({f.type for f in self.fates})
        return {t: _share([f for f in self.fates if f.type == t]) for t in types}

    @property
    def unknown_kinds(self) -> list[tuple[str, int]]:
        """Words for kinds that nobody declares, with how many specs use them, the most frequent first."""
        return _frequencies(f.kinds for f in self.fates)

    @property
    def unknown_verbs(self) -> list[tuple[str, int]]:
        """Words for verbs that nobody declares, with how many specs use them."""
        return _frequencies(f.verbs for f in self.fates)

    @property
    def errors(self) -> list[tuple[str, int]]:
        """Codes of errors, with how many specs have them."""
        return _frequencies(f.errors for f in self.fates)

    def text(self) -> str:
        """Return the report as a page of plain text."""
        lines = [f"{'type':<28}{'specs':>6}{'parsed':>8}{'resolved':>10}{'pictures':>10}"]
        for name, share in (*self.by_type.items(), ("all", self.total)):
            lines.append(
                f"{name[:27]:<28}{share.count:>6}{share.parsed:>8}{share.resolved:>10}{share.compiled:>10}"
            )
        for title, found in (
            ("errors", self.errors),
            ("unknown kinds", self.unknown_kinds),
            ("unknown verbs", self.unknown_verbs),
        ):
            lines += ["", f"{title}: " + ", ".join(f"{word} {count}" for word, count in found)]
        return "\n".join(lines)


def report(folder: Path, types: Mapping[str, str] | None = None, *, draw: bool = True) -> CorpusReport:
    """Compile every spec of a folder; `types` gives the image type by file name, else its first comment does.

    With `draw` off a spec counts as compiled once it is solved without an error.
    """
    fates = [
        fate(Source(text=p.read_text(encoding="utf-8"), name=p.stem), types, draw=draw)
        for p in sorted(folder.glob(f"*{SUFFIX}"))
    ]
    return CorpusReport(tuple(fates))


def fate(source: Source, types: Mapping[str, str] | None = None, *, draw: bool = True) -> Fate:
    """Return how far one spec comes.

    >>> fate(Source(text="// Math\\npoint A", name="a"), draw=False)
    Fate(name='a', type='Math', parsed=True, resolved=True, compiled=True, errors=(), kinds=(), verbs=())
    """
    compiled = compile_spec(source, Options(draw=draw))
    wrong = [d for d in compiled.diagnostics if d.severity is Severity.ERROR]
    return Fate(
        name=source.name, type=(types or {}).get(source.name) or _type_in(source.text),
        parsed=not any(d.code.startswith("SYN") for d in wrong),
        resolved=not any(d.code.startswith(("SYN", "SPC", "UNI")) for d in wrong),
        compiled=compiled.ok and (compiled.scene is not None or not draw), errors=tuple(d.code for d in wrong),
        kinds=_words(compiled, "unknown-kind"), verbs=_words(compiled, "unknown-verb"),
    )  # fmt: skip


def _type_in(text: str) -> str:
    found = FIRST_COMMENT.match(text)
    return found.group(1).strip() if found else ""


def _words(compiled: Compiled, name: str) -> tuple[str, ...]:
    """Return the words that findings of one name quote."""
    found = (QUOTED.search(d.message) for d in compiled.diagnostics if d.name == name)
    return tuple(dict.fromkeys(m.group(1) for m in found if m))


def _share(fates: Iterable[Fate]) -> Share:
    held = list(fates)
    return Share(
        len(held), sum(f.parsed for f in held), sum(f.resolved for f in held), sum(f.compiled for f in held)
    )


def _frequencies(words: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    """Return words with the number of specs that have them, the most frequent first, then by the alphabet."""
    counts = Counter(word for some in words for word in dict.fromkeys(some))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
