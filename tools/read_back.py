"""Read the gallery back: which of its plain texts an independent reader gets right at 600 pixels of width.

`python tools/read_back.py [FILE-OR-FOLDER…] [--width 600] [--out FOLDER]` (needs `pip install '.[ocr]'`). Each text
is read in its own crop of the finished picture, as somebody reads who knows where to look; what a search of
the whole picture finds is told apart. All misses are listed; `--out` keeps their crops.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from diagrammar.backends.png import encode
from diagrammar.compiler.pipeline import compile_spec
from diagrammar.dsl.scene import Scene
from diagrammar.eval.legibility.read_back import WIDTH_PX, ReadBack, crop, folded, painted, read_back
from diagrammar.eval.legibility.reader import NoReaderError, Reader
from diagrammar.files import sources, write_atomically
from rich.console import Console
from rich.progress import track

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Read all pictures and print the shares and the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", help="the gallery unless told")
    parser.add_argument("--width", type=int, default=WIDTH_PX)
    parser.add_argument("--out", type=Path, help="keep the pictures, and the crops of what was misread, here")
    chosen = parser.parse_args()
    try:
        reader = Reader()
    except NoReaderError as missing:
        print(missing, file=sys.stderr)
        return 2
    paths = chosen.paths or [str(folder) for folder in sorted((ROOT / "tests").glob("*/gallery"))]
    specs = [spec for path in paths for spec in sources([path])]
    texts: list[ReadBack] = []
    for spec in track(specs, "reading", console=Console(stderr=True)):
        scene = compile_spec(spec).scene
        found = read_back(scene, reader, chosen.width) if scene else ()
        for number, one in enumerate(found):
            if not one.is_read:
                print(miss(Path(spec.name).stem, one), flush=True)
                if chosen.out and scene:
                    keep(chosen.out / f"{Path(spec.name).stem}-{number}.png", scene, one, chosen.width)
        texts += found
    print(summary(texts))
    return 0


def miss(name: str, one: ReadBack) -> str:
    """Return a line on a text that was not read right."""
    kind = "look-alike" if one.is_confused else "misread"
    return f"{kind:<10} {name}: `{one.text.text}` as `{one.by_crop}`" + (", found" if one.is_found else "")


def keep(file: Path, scene: Scene, one: ReadBack, width: int) -> None:
    """Write what the reader was shown of a text, its lines below each other."""
    pixels = painted(scene, width)
    crops = [crop(pixels, line, scene) for line in one.text.lines]
    wide = max(part.shape[1] for part in crops)
    rows = [np.pad(part, ((0, 4), (0, wide - part.shape[1]), (0, 0)), constant_values=255) for part in crops]
    write_atomically(file, encode(np.concatenate(rows), per_metre=3780))


def summary(texts: Sequence[ReadBack]) -> str:
    """Return the shares of all texts, of single letters and of longer ones."""
    parts = {
        "plain texts": texts,
        "of one character": [one for one in texts if len(folded(one.text.text)) == 1],
        "of several": [one for one in texts if len(folded(one.text.text)) > 1],
    }
    return "\n".join(f"{name:<17} {shares(part)}" for name, part in parts.items() if part)


def shares(texts: Sequence[ReadBack]) -> str:
    """Return how many of some texts were read, in which way."""
    count = len(texts)
    read, alike, found = (
        sum(getattr(one, name) for one in texts) for name in ("is_read", "is_confused", "is_found")
    )
    return (
        f"{count:>5}: {read / count:.1%} read in their crops, {(read + alike) / count:.1%} but for look-alike "
        f"letters; {found / count:.1%} found by a search of the whole picture"
    )


if __name__ == "__main__":
    sys.exit(main())
