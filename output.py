"""What the command line prints and saves: reports, readings, timings, pictures."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .compiler.pipeline import Compiled
    from .dsl.diagnostics import Diagnostic
    from .dsl.source import Source

OK, WRONG, USAGE, BUG = 0, 1, 2, 3
"""Exit codes: all is well; a spec has errors; the command was called wrongly; a bug in diagrammar."""


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"


class UsageError(Exception):
    """A command that cannot be carried out as it was called."""


def exit_code(results: Iterable[Compiled], *, drawn: bool = False) -> int:
    """Return 0 if all results are sound (with `drawn`: if all are pictures), else 1."""
    return OK if all((r.scene is not None) if drawn else r.ok for r in results) else WRONG


def write_reports(results: Sequence[Compiled], format: ReportFormat, *, quiet: bool) -> None:
    """Print findings; as text and not `quiet`, also how each statement was read and what will be printed."""
    from .dsl import report as rendering

    if format is ReportFormat.JSON:
        records = [rendering.as_record(r.diagnostics, r.source) for r in results]
        print(json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=1))
    elif format is ReportFormat.SARIF:
        print(_sarif(results))
    elif format is ReportFormat.CONCISE:
        for result in results:
            if result.diagnostics:
                print(rendering.concise(result.diagnostics, result.source))
    else:
        for result in results:
            _write_text(result, quiet=quiet)


def _sarif(results: Sequence[Compiled]) -> str:
    from . import __version__
    from .compiler.codes import all_codes
    from .dsl.sarif import as_sarif

    reports = [(r.diagnostics, r.source) for r in results]
    return as_sarif(reports, all_codes().values(), version=__version__)


def _write_text(result: Compiled, *, quiet: bool) -> None:
    if result.diagnostics:
        from .dsl.report import full

        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        print(full(result.diagnostics, result.source, color=color))
    if quiet:
        return
    if result.model is not None:
        print(f"{result.source.name}: read as")
        for reading in result.model.readings:
            print(f"  {result.source.position(reading.span.start).line:>3}  {reading.text}")
    if result.printed:
        print("texts that will appear")
        for printed in result.printed:
            print(f"       {printed.text}")
    _write_degrees(result)
    if result.ok:
        print("ok")


def _write_degrees(result: Compiled) -> None:
    """Print what the statements leave open, and which of them say nothing new."""
    from .compiler.solve.degrees import degrees

    parts = [
        part for posed, layout in zip(result.posed, result.layouts) for part in degrees(posed.system, layout)
    ]
    for head, lines in (
        ("left open", [each for part in parts for each in part.free]),
        ("follows from the other statements", [each for part in parts for each in part.follows]),
    ):
        if lines:
            print(head)
            for line in lines:
                print(f"       {line}")


def write_findings(source: Source, found: Sequence[Diagnostic]) -> None:
    """Print findings about a file that is no spec, to stderr."""
    if found:
        from .dsl.report import full

        print(
            full(found, source, color=sys.stderr.isatty() and "NO_COLOR" not in os.environ), file=sys.stderr
        )


def write_timings(results: Iterable[Compiled]) -> None:
    """Print to stderr how long each step took."""
    for result in results:
        steps: dict[str, float] = {}
        for step, seconds in result.timings:
            steps[step] = steps.get(step, 0.0) + seconds
        parts = ", ".join(f"{step} {1000 * seconds:.1f}" for step, seconds in steps.items())
        print(f"{result.source.name}: {parts} ms", file=sys.stderr)


def need_picture(ending: str, style: str) -> None:
    """Raise `UsageError` for a format or a style that does not exist, before any work is done."""
    from .backends import FORMATS, THEMES

    if ending not in FORMATS:
        raise UsageError(f"no format `{ending}`; there are {', '.join(FORMATS)}")
    if style and style not in THEMES:
        raise UsageError(f"no style `{style}`; there are {', '.join(THEMES)}")


def format_of(target: str) -> str:
    """Return the format that a file name asks for.

    >>> format_of("a/b.tex"), format_of("figure.svg")
    ('tikz', 'svg')
    """
    ending = Path(target).suffix.lstrip(".").lower()
    return {"tex": "tikz"}.get(ending, ending)


def save_picture(result: Compiled, target: Path, *, width: int | None = None, facts: bool = False) -> None:
    """Write a picture, and its fact sheet beside it if wanted; print where it is."""
    from .backends import draw
    from .files import write_atomically

    assert result.scene is not None
    write_atomically(target, draw(result.scene, format_of(target.name), width_px=width))
    if facts:
        write_atomically(target.with_suffix(".json"), fact_text(result, width).encode())
    print(target)


def fact_text(result: Compiled, width: int | None) -> str:
    """Return the fact sheet of a result as JSON text."""
    from .compiler.facts import fact_sheet

    return json.dumps(fact_sheet(result, width_px=width), ensure_ascii=False, indent=1)
