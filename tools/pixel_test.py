"""Test pictures for texts that overlap anything, on pixels: `python tools/pixel_test.py FILE-OR-FOLDER…`.

Takes specs, folders of specs and files in a language that can be imported (drawn for seed 0). What the
compiler's own audit refuses is drawn all the same and counted apart. Exit status 1 if a picture that the
compiler would hand out has an overlap.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diagrammar.compiler.imports import FORMATS
from diagrammar.compiler.pipeline import Options, compile_spec
from diagrammar.dsl.source import Source
from diagrammar.eval.geometry.corpora import find_corpus
from diagrammar.eval.legibility import Overlap, overlaps
from diagrammar.files import sources
from rich.console import Console
from rich.progress import track


@dataclass(frozen=True)
class Tested:
    """One picture: whether the compiler hands it out, and what overlaps."""

    name: str
    drawn: bool
    handed_out: bool
    found: tuple[Overlap, ...] = ()


def main() -> int:
    """Test all pictures that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--width", type=int, default=600, help="width in pixels at which the picture is read")
    chosen = parser.parse_args()
    specs = [spec for path in chosen.paths for spec in specs_of(path)]
    results = []
    for spec in track(specs, "testing", console=Console(stderr=True)):
        results.append(tested(spec, chosen.width))
        for overlap in results[-1].found:
            standing = "" if results[-1].handed_out else " (refused by the audit)"
            print(f"{spec.name}: {overlap}{standing}", flush=True)
    print(summary(results))
    return 1 if any(one.found and one.handed_out for one in results) else 0


def specs_of(path: str) -> Iterator[Source]:
    """Yield the specs of a path; problems in a foreign language are imported."""
    for source in sources([path]):
        format = next(
            (f.name for f in FORMATS if Path(source.name).suffix != ".dgm" and f.recognises(source)), ""
        )
        corpus = find_corpus(format)
        if corpus is None:
            yield source
            continue
        for case in corpus.cases(source, ""):
            if case.imported.ok and not case.refused:
                yield Source(text=case.imported.text, name=f"{source.name}:{case.imported.name}")


def tested(spec: Source, width_px: int) -> Tested:
    """Draw a spec and test its pixels."""
    compiled = compile_spec(spec, Options(force=True))
    if compiled.scene is None:
        return Tested(spec.name, drawn=False, handed_out=False)
    return Tested(spec.name, True, compiled.ok, overlaps(compiled.scene, width_px=width_px))


def summary(results: list[Tested]) -> str:
    """Return the counts in one line."""
    handed = [one for one in results if one.handed_out]
    refused = [one for one in results if one.drawn and not one.handed_out]
    return (
        f"{len(results)} specs: {len(handed)} pictures, {sum(bool(one.found) for one in handed)} of them with "
        f"{sum(len(one.found) for one in handed)} overlaps; {len(refused)} drawn in spite of errors, "
        f"{sum(bool(one.found) for one in refused)} of them with {sum(len(one.found) for one in refused)}; "
        f"{sum(not one.drawn for one in results)} not drawn"
    )


if __name__ == "__main__":
    sys.exit(main())
