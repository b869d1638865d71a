"""Measure how pictures are composed: `python tools/composition.py [SPEC…]`, the gallery by default.

Prints a line for each picture and the quantiles of all; exit status 1 if one breaks a rule.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles

from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.source import Source
from diagrammar.eval.composition import Composition, composition, faults

ROOT = Path(__file__).parents[1]


def measured(files: Sequence[Path]) -> Iterator[Composition]:
    """Draw specs and measure them; those without a picture are left out."""
    for file in files:
        scene = compile_spec(Source(text=file.read_text("utf-8"), name=file.name)).scene
        if scene is not None:
            yield composition(file.stem, scene)


def main() -> int:
    """Measure what the command line names and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("specs", nargs="*", type=Path)
    files = parser.parse_args().specs or sorted((ROOT / "tests").glob("*/gallery/*.dgm"))
    found = list(measured(files))
    for one in found:
        wrong = "; ".join(faults(one))
        print(
            f"{one.name:28} {one.width:5.0f} x {one.height:3.0f} mm  sheet {one.share:4.0%}  "
            f"type {one.pixels:4.1f} px  {wrong}"
        )
    for title, values in (
        ("width, mm", [one.width for one in found]),
        ("width over height", [one.aspect for one in found]),
        ("type at 600 px, px", [one.pixels for one in found]),
    ):
        if len(values) > 1:
            print(f"{title:28} " + "  ".join(f"{value:.1f}" for value in quantiles(values, n=10)))
    return 1 if any(any(faults(one)) for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
