"""Which texts of a picture an independent reader reads back.

Plain text is what a line of print can say: letters, digits and the signs of `SIGNS`, on base lines with
indices and exponents at most. Fractions, roots, integrals, matrices and enlarged brackets are not plain.
What was read is compared with the glyphs that are on the picture, after `folded`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

import numpy as np

from ...backends.glyphs import run_outline
from ...backends.options import Options
from ...backends.png import paint
from ...backends.shapes import leaves
from ...dsl.scene import MM_PER_POINT, Run, Scene, TextItem
from ...dsl.theme import theme_named
from .colors import Colors
from .reader import Reader, Reading

WIDTH_PX: Final = 600
SIGNS: Final = frozenset(" .,:;!?%‰()[]'\"’“”‘/\\+-−–—=<>≤≥±×·°′″*&$€£#@→←…_~|^")
FACES: Final = frozenset({"roman", "italic", "bold", "bolditalic", "cjk"})
"""Font keys of letters; the others are icons and the parts of tall brackets."""
NEW_LINE: Final = 0.75
"""A base line this far from another, in type sizes, is another line; nearer ones are indices and exponents."""
ABOVE, BELOW, BESIDE = 0.85, 0.3, 0.2
"""What of the page around a line a reader is shown: from the base line and beyond its ends, in type sizes."""
LIKE_ONE: Final = {
    **dict.fromkeys("−–—‐‑", "-"), **dict.fromkeys("’‘′`´", "'"), **dict.fromkeys("“”″", '"'), "×": "x", "·": ".",
    "•": ".", "∗": "*", "µ": "μ", "ϕ": "φ", "℃": "°c",
}  # fmt: skip
"""Signs that look alike in print and are compared as one."""
LOOK_ALIKE: Final = {
    **dict.fromkeys("1il|!", "l"), **dict.fromkeys("0oοσ", "o"), **dict.fromkeys("5s", "s"), **dict.fromkeys("2z", "z"),
    **dict.fromkeys("υν", "v"), **dict.fromkeys("wω", "w"), **dict.fromkeys("pρ", "p"), **dict.fromkeys("aα", "a"),
    **dict.fromkeys("xχ", "x"), **dict.fromkeys("yγ", "y"), **dict.fromkeys("bβ", "b"), "×": "x",
    **dict.fromkeys("kκ", "k"), **dict.fromkeys("nη", "n"), **dict.fromkeys("tτ", "t"), **dict.fromkeys("uμ", "u"),
}  # fmt: skip
"""Letters and digits that no reader can tell apart without their context, as each other's confusion."""


@dataclass(frozen=True)
class PlainLine:
    """A line of a plain text: what it says, and its box (left, bottom, right, top) in millimetres."""

    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class PlainText:
    """A plain text of a picture, with its lines from top to bottom."""

    source: str
    entity: str
    lines: tuple[PlainLine, ...]

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class ReadBack:
    """How one text was read: in its own crop, and where a search of the whole picture found it."""

    text: PlainText
    by_crop: str
    found: str

    @property
    def is_read(self) -> bool:
        """Whether its crop was read right."""
        return folded(self.by_crop) == folded(self.text.text)

    @property
    def is_confused(self) -> bool:
        """Whether it was read right but for letters that look alike."""
        return not self.is_read and alike(self.by_crop) == alike(self.text.text)

    @property
    def is_found(self) -> bool:
        """Whether the search of the whole picture found all of it."""
        return folded(self.text.text) in folded(self.found)


def folded(text: str) -> str:
    """Return a text as it is compared: NFKC, without case and spaces, look-alike signs as one.

    >>> folded("V₀ = −3 m"), folded("v0=-3m")
    ('v0=-3m', 'v0=-3m')
    """
    one = "".join(LIKE_ONE.get(char, char) for char in unicodedata.normalize("NFKC", text))
    return "".join(one.casefold().split())


def alike(text: str) -> str:
    """Return a text with letters and digits that look alike as one.

    >>> alike("l0"), alike("1O")
    ('lo', 'lo')
    """
    return "".join(LOOK_ALIKE.get(char, char) for char in folded(text))


def plain_texts(scene: Scene) -> tuple[PlainText, ...]:
    """Return the plain texts of a picture, upright ones."""
    texts = [(leaf.item, leaf.entity) for leaf in leaves(scene) if isinstance(leaf.item, TextItem)]
    return tuple(
        PlainText(item.source, entity, _lines(item))
        for item, entity in texts
        if item.runs and not item.rotation and is_plain(item)
    )


def is_plain(item: TextItem) -> bool:
    """Whether a text has letters, digits and plain signs on base lines only."""
    return (
        not item.rules
        and all(run.font in FACES for run in item.runs)
        and all(char.isalnum() or char in SIGNS for run in item.runs for char in run.text)
        and any(char.isalnum() for run in item.runs for char in run.text)
    )


def read_back(scene: Scene, reader: Reader, width_px: int = WIDTH_PX) -> tuple[ReadBack, ...]:
    """Read a picture of a scene: every plain text in its crop, and the whole picture as it is."""
    texts, pixels = plain_texts(scene), painted(scene, width_px)
    seen = reader.find(pixels) if texts else ()
    return tuple(
        ReadBack(
            text,
            " ".join(reader.read(crop(pixels, line, scene)).text for line in text.lines),
            " ".join(_inside(seen, line, pixels, scene) for line in text.lines),
        )
        for text in texts
    )


def painted(scene: Scene, width_px: int = WIDTH_PX) -> Colors:
    """Return the pixels of a scene in the colours of its theme."""
    theme = theme_named(scene.theme)
    return paint(scene, Options(theme, width_px=width_px))


def crop(pixels: Colors, line: PlainLine, scene: Scene) -> Colors:
    """Return the pixels of a line of text with a margin, whatever else is on them."""
    left, top, right, bottom = _pixel_box(line, pixels, scene)
    height, width, _ = pixels.shape
    part = pixels[max(top, 0) : min(bottom, height), max(left, 0) : min(right, width)]
    return part if part.size else np.full((8, 8, 3), 255, dtype=np.uint8)


def _pixel_box(line: PlainLine, pixels: Colors, scene: Scene) -> tuple[int, int, int, int]:
    scale = pixels.shape[1] / scene.width
    left, bottom, right, top = line.box
    high = pixels.shape[0]
    return floor(left * scale), floor(high - top * scale), ceil(right * scale), ceil(high - bottom * scale)


def _inside(seen: Sequence[Reading], line: PlainLine, pixels: Colors, scene: Scene) -> str:
    """Return what was found where a line of text stands, from left to right."""
    left, top, right, bottom = _pixel_box(line, pixels, scene)
    here = [
        reading
        for reading in seen
        if left < (reading.box[0] + reading.box[2]) / 2 < right or reading.box[0] <= (left + right) / 2 <= reading.box[2]
        if top <= (reading.box[1] + reading.box[3]) / 2 <= bottom
    ]  # fmt: skip
    return " ".join(reading.text for reading in sorted(here, key=lambda reading: reading.box[0]))


def _base_size(runs: Sequence[Run]) -> float:
    """Return the size in which most characters are set."""
    sizes: dict[float, int] = {}
    for run in runs:
        sizes[run.size] = sizes.get(run.size, 0) + len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _lines(item: TextItem) -> tuple[PlainLine, ...]:
    """Return the lines of a text; indices and exponents belong to the line that they stand at."""
    em = _base_size(item.runs) * MM_PER_POINT
    full = [run for run in item.runs if run.size * MM_PER_POINT >= 0.9 * em] or list(item.runs)
    bases: list[float] = []
    for run in sorted(full, key=lambda run: -run.y):
        if not bases or bases[-1] - run.y > NEW_LINE * em:
            bases.append(run.y)
    rows: dict[float, list[Run]] = {base: [] for base in bases}
    for run in item.runs:
        rows[min(bases, key=lambda base: abs(base - run.y))].append(run)
    return tuple(_line(item, base, row, em) for base, row in rows.items() if row)


def _line(item: TextItem, base: float, row: Sequence[Run], em: float) -> PlainLine:
    ordered = sorted(row, key=lambda run: run.x)
    points = np.concatenate([run_outline(run).points for run in ordered])
    (left, low), (right, high) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    x, y = item.at
    box = (
        x + left - BESIDE * em, y + min(low - 0.1 * em, base - BELOW * em),
        x + right + BESIDE * em, y + max(high + 0.1 * em, base + ABOVE * em),
    )  # fmt: skip
    return PlainLine("".join(run.text for run in ordered), box)
