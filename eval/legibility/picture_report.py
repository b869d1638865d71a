"""The legibility report of a picture file: what can be told from its pixels alone, and by reading it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .colors import Colors, contrast, differs, light_of, luminance
from .page_use import PageUse, commonest, page_use
from .reader import NoReaderError, Reader, Reading
from .sizes import points_of

MOST_BYTES: Final = 50_000_000
MOST_PIXELS: Final = 40_000_000
INK: Final = 1.3
"""Contrast to its own ground from which a pixel of a text's surroundings counts as ink."""
SURROUNDINGS: Final = 0.4
"""How far around a line of text strokes are followed, in heights of the line."""
CORE: Final = 0.3
"""Share of a line's box that is cut off all around: what only runs along its rim strikes no text."""
DESCENDERS: Final = frozenset("gjpqy,;()[]{}|/")
SMALL_LETTERS: Final = frozenset("acemnorsuvwxzgpqy")
CAPITAL, SMALL, DESCENT = 0.68, 0.46, 0.22
"""Heights of letters and the depth of descenders, in type sizes. Source: metrics of the STIX Two fonts."""


class PictureError(Exception):
    """A file that is no picture, or too large to look at."""


@dataclass(frozen=True)
class SeenText:
    """A line of text as it was read. The size in points is an estimate, from the height of its ink."""

    text: str
    sure: float
    box: tuple[int, int, int, int]
    """Left, top, right, bottom in pixels of the file, from the upper left."""
    size: float
    contrast: float
    struck: bool
    """Whether ink runs through it, in from one side of its surroundings and out again."""


@dataclass(frozen=True)
class PictureReport:
    """What a picture file is like when it is shown at a width in pixels."""

    name: str
    width_px: int
    file_width: int
    file_height: int
    page: PageUse | None
    texts: tuple[SeenText, ...] = ()
    unread: str = ""
    """Why its texts were not read; empty if they were."""

    @property
    def ok(self) -> bool:
        """Whether no text that was read is struck through."""
        return not any(text.struck for text in self.texts)


def report_of_picture(file: Path, width_px: int) -> PictureReport:
    """Measure a picture file. Raises `PictureError` for what is no picture or too large."""
    pixels = load(file)
    height, width, _ = pixels.shape
    try:
        readings, unread = _reader().find(pixels), ""
    except NoReaderError as missing:
        readings, unread = (), str(missing)
    scale = width_px / width
    texts = tuple(_seen(pixels, reading, scale) for reading in readings)
    return PictureReport(str(file), width_px, width, height, page_use(pixels), texts, unread)


@cache
def _reader() -> Reader:
    return Reader()


def load(file: Path) -> Colors:
    """Return the pixels of a file on white; only the first frame, and only so many bytes and pixels."""
    from PIL import Image, UnidentifiedImageError

    if file.stat().st_size > MOST_BYTES:
        raise PictureError(f"{file} is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        with warnings.catch_warnings():
            # Pillow warns of many pixels; here they are refused
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=("PNG", "JPEG", "WEBP", "GIF", "BMP"))
        with image:
            if image.width * image.height > MOST_PIXELS:
                raise PictureError(f"{file} has more than {MOST_PIXELS // 1_000_000} million pixels")
            whole = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as wrong:
        raise PictureError(f"{file} is no picture that can be read: {wrong}") from None
    paper = Image.new("RGBA", whole.size, "white")
    return np.asarray(Image.alpha_composite(paper, whole).convert("RGB"))


def _seen(pixels: Colors, reading: Reading, scale: float) -> SeenText:
    left, top, right, bottom = reading.box
    inner = pixels[max(top, 0) : bottom, max(left, 0) : right]
    if not inner.size:
        return SeenText(reading.text, reading.sure, reading.box, 0.0, 1.0, struck=False)
    ground = commonest(inner)
    ink = _whole_pieces(differs(inner, ground, INK))
    light = luminance(inner)[ink] if ink.any() else np.array([light_of(ground)])
    return SeenText(
        text=reading.text,
        sure=round(reading.sure, 3),
        box=reading.box,
        size=round(points_of(_em(ink, reading.text) * scale), 1),
        # strokes are thin: their inmost pixels tell the colour, the others are mixed with the ground
        contrast=round(float(np.percentile(contrast(light, light_of(ground)), 90)), 2),
        struck=_is_struck(pixels, reading.box, ground),
    )


def _whole_pieces(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the pieces of ink that lie wholly inside their box, the letters; all ink if there are none."""
    from scipy.ndimage import label

    pieces, _ = label(ink, structure=np.ones((3, 3)))
    cut = np.unique(np.concatenate((pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1])))
    whole = ink & ~np.isin(pieces, cut[cut > 0])
    return whole if whole.any() else ink


def _em(ink: NDArray[np.bool_], text: str) -> float:
    """Return the type size in pixels, from how high the ink of a line is and which letters it has."""
    rows = np.nonzero(ink.any(axis=1))[0]
    if not len(rows):
        return 0.0
    share = SMALL if SMALL_LETTERS.issuperset(text) else CAPITAL
    share += 0.0 if DESCENDERS.isdisjoint(text) else DESCENT
    return float(rows[-1] - rows[0] + 1) / share


def _is_struck(pixels: Colors, box: tuple[int, int, int, int], ground: tuple[int, int, int]) -> bool:
    """Tell whether a connected piece of ink goes through a text and leaves its surroundings on two sides."""
    from scipy.ndimage import label

    left, top, right, bottom = box
    around, cut = round(SURROUNDINGS * (bottom - top)), round(CORE * (bottom - top))
    high, wide, _ = pixels.shape
    y0, y1, x0, x1 = (
        max(top - around, 0),
        min(bottom + around, high),
        max(left - around, 0),
        min(right + around, wide),
    )
    pieces, count = label(differs(pixels[y0:y1, x0:x1], ground, INK), structure=np.ones((3, 3)))
    if not count:
        return False
    core = pieces[top + cut - y0 : bottom - cut - y0, left + cut - x0 : right - cut - x0]
    sides = [set(side[side > 0].tolist()) for side in (pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1])]
    inside = set(core[core > 0].tolist())
    return any(sum(piece in side for side in sides) > 1 for piece in inside)
