"""Draw imported geometry problems for several seeds and check each drawing by its own language's evaluator.

`python tools/geometry_corpus.py FILE… [--seeds 10] [--problem NAME] [--pictures FOLDER]`; exit status 1 if one fails.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from diagrammar.compiler.imports import FORMATS
from diagrammar.dsl.source import Source
from diagrammar.eval.geometry.base import Case
from diagrammar.eval.geometry.corpora import find_corpus
from diagrammar.eval.geometry.trial import Trial, table, trial


def main() -> int:
    """Run the trials that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--problem", default="", help="only this problem")
    parser.add_argument("--format", default="", help="else told from the content")
    parser.add_argument("--pictures", type=Path, help="write the spec and the picture of each problem here")
    parser.add_argument("--no-draw", action="store_true", help="solve only")
    chosen = parser.parse_args()
    trials: list[Trial] = []
    for file in chosen.files:
        for case in cases(file, chosen.format, chosen.problem):
            if chosen.pictures:
                picture(case, chosen.pictures)
            trials.append(trial(case, chosen.seeds, draw=not chosen.no_draw))
            print(trials[-1].name, "ok" if trials[-1].passes else "FAILS", file=sys.stderr, flush=True)
    print(table(trials))
    return 0 if trials and all(t.passes for t in trials) else 1


def cases(file: Path, format: str, problem: str) -> Iterator[Case]:
    """Yield the problems of a file with what they demand."""
    source = Source(text=file.read_text("utf-8"), name=str(file))
    name = format or next((f.name for f in FORMATS if f.recognises(source)), "")
    corpus = find_corpus(name)
    yield from corpus.cases(source, problem) if corpus else ()


def picture(case: Case, folder: Path) -> None:
    """Write a problem's spec and, if it can be drawn, its picture."""
    from diagrammar.backends import draw
    from diagrammar.compiler.pipeline import Options, compile_spec

    imported = case.imported
    if not imported.ok:
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{imported.name}.dgm").write_text(imported.text, "utf-8")
    compiled = compile_spec(Source(text=imported.text, name=imported.name), Options(force=True))
    if compiled.scene is not None:
        (folder / f"{imported.name}.png").write_bytes(draw(compiled.scene, "png", width_px=900))


if __name__ == "__main__":
    sys.exit(main())
