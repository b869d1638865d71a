"""Which languages can be imported, and the reading of a file in one of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.diagnostics import Diagnostic
from ...dsl.source import Source, Span
from ...dsl.suggest import did_you_mean
from .. import limits
from .alphageometry import ALPHAGEOMETRY
from .base import Format, Imported
from .codes import NO_FORMAT, TOO_MUCH
from .formalgeo import FORMALGEO
from .geometry3k import GEOMETRY3K
from .gmbl import GMBL

FORMATS: tuple[Format, ...] = (ALPHAGEOMETRY, GEOMETRY3K, FORMALGEO, GMBL)


def find_format(name: str) -> Format | None:
    """Return the format of a name."""
    return next((f for f in FORMATS if f.name == name), None)


def read(source: Source, format: str = "", problem: str = "") -> Iterator[Imported]:
    """Yield the problems of a file as specs, or only the one that is named; what is wrong is reported, never raised.

    >>> [p.diagnostics[0].code for p in read(Source(text="nothing that anybody wrote", name="x.txt"))]
    ['IMP007']
    """
    if len(source.text) > limits.IMPORTED_CHARACTERS:
        most = f"{limits.IMPORTED_CHARACTERS:,}"
        found = TOO_MUCH.found(f"{len(source.text):,} characters, at most {most} are read", None)
        yield Imported(source.name, source, diagnostics=(found,))
        return
    known = find_format(format) if format else next((f for f in FORMATS if f.recognises(source)), None)
    if known is None:
        yield Imported(source.name, source, diagnostics=(_unknown(source, format),))
        return
    some = False
    for imported in known.read(source, problem):
        some = True
        yield imported
    if not some:
        what = (
            f"no problem is called `{problem}`" if problem else f"no problem in {known.name} is in this file"
        )
        yield Imported(source.name, source, diagnostics=(NO_FORMAT.found(what, None),))


def _unknown(source: Source, format: str) -> Diagnostic:
    names = [f.name for f in FORMATS]
    near = did_you_mean(format, names) if format else ()
    hint = f"did you mean `{near[0]}`?" if near else f"formats: {', '.join(names)}"
    message = f"no format is called `{format}`" if format else "this is in no language that can be imported"
    return NO_FORMAT.found(message, Span(start=0, end=0), hints=[hint])
