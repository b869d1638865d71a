"""An independent reader of pictures: optical character recognition by RapidOCR, an optional extra."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from .colors import Colors

INSTALL: Final = "pip install 'diagrammar[ocr]'"
SURE: Final = 0.3
"""The least confidence of a reading that is reported at all."""


class NoReaderError(Exception):
    """The reader is not installed; the message says how to get it."""

    def __init__(self) -> None:
        super().__init__(f"reading pictures needs an extra: {INSTALL}")


@dataclass(frozen=True)
class Reading:
    """A line of text that was read; the box is left, top, right, bottom in pixels from the upper left."""

    text: str
    sure: float
    box: tuple[int, int, int, int]


class Reader:
    """RapidOCR with the models that its package ships; one thread, so that its results do not vary."""

    def __init__(self) -> None:
        try:
            from rapidocr import RapidOCR
        except ImportError:
            raise NoReaderError from None
        self._engine = RapidOCR(
            params={
                "Global.log_level": "error",
                "Global.text_score": SURE,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def find(self, pixels: Colors) -> tuple[Reading, ...]:
        """Return the lines of text that are found in a picture."""
        # the engine keeps what it was last told, so every call says all
        seen = self._engine(_as_bgr(pixels), use_det=True, use_cls=False, use_rec=True)
        if seen.boxes is None or seen.txts is None or seen.scores is None:
            return ()
        return tuple(
            Reading(text, float(sure), _bounds(box)) for text, sure, box in zip(seen.txts, seen.scores, seen.boxes)
        )  # fmt: skip

    def read(self, line: Colors) -> Reading:
        """Return what is read in pixels that show one line of text and nothing else."""
        seen = self._engine(_as_bgr(line), use_det=False, use_cls=False, use_rec=True)
        height, width, _ = line.shape
        box = (0, 0, width, height)
        if not seen.txts:
            return Reading("", 0.0, box)
        return Reading(seen.txts[0], float(seen.scores[0]), box)


def _as_bgr(pixels: Colors) -> Colors:
    """Return the channels in the order that OpenCV's friends expect."""
    return np.ascontiguousarray(pixels[:, :, ::-1])


def _bounds(corners: Sequence[Sequence[float]]) -> tuple[int, int, int, int]:
    xs, ys = zip(*((float(x), float(y)) for x, y in corners))
    return int(min(xs)), int(min(ys)), round(max(xs)), round(max(ys))
