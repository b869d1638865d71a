"""Outlines: curves as arrays of points and codes, and as the drawing steps that text formats spell out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]

MOVE, LINE, QUADRATIC, CUBIC, CLOSE = 1, 2, 3, 4, 79
"""One code per point, as FreeType hands them on and Matplotlib's `Path` reads them."""
_POINTS_PER_STEP = {QUADRATIC: 2, CUBIC: 3}


@dataclass(frozen=True)
class Step:
    """One move of the pen: its code, and the points that it takes (none to close)."""

    code: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class Outline:
    """Curves as points with a code each. Areas are filled by the non-zero rule."""

    points: Points
    codes: Codes

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The outline as drawing steps."""
        return tuple(_steps(self.points.tolist(), self.codes.tolist()))

    @cached_property
    def cubic_steps(self) -> tuple[Step, ...]:
        """The outline as drawing steps for formats that know cubic curves only."""
        return tuple(_raised(self.steps))

    def turned(self, degrees: float) -> "Outline":
        """Return the outline turned counter-clockwise about the origin."""
        if degrees == 0:
            return self
        angle = np.deg2rad(degrees)
        cos, sin = np.cos(angle), np.sin(angle)
        return Outline(np.asarray(self.points @ np.array([[cos, sin], [-sin, cos]])), self.codes)

    def moved(self, x: float, y: float, *, scale: float = 1.0) -> "Outline":
        """Return the outline scaled, then moved."""
        return Outline(self.points * scale + (x, y), self.codes)


def joined(outlines: list[Outline]) -> Outline:
    """Return several outlines as one."""
    if not outlines:
        return Outline(np.empty((0, 2)), np.empty(0, dtype=np.uint8))
    return Outline(
        np.concatenate([outline.points for outline in outlines]),
        np.concatenate([outline.codes for outline in outlines]),
    )


def _steps(points: list[tuple[float, float]], codes: list[int]) -> Iterator[Step]:
    at = 0
    while at < len(codes):
        code = codes[at]
        end = at + _POINTS_PER_STEP.get(code, 1)
        yield Step(code, () if code == CLOSE else tuple((x, y) for x, y in points[at:end]))
        at = end


def _raised(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Yield steps with each quadratic curve raised to the cubic that is the same curve."""
    here = (0.0, 0.0)
    for step in steps:
        if step.code == QUADRATIC:
            handle, end = step.points
            yield Step(CUBIC, (_toward(here, handle), _toward(end, handle), end))
        else:
            yield step
        here = step.points[-1] if step.points else here


def _toward(start: tuple[float, float], handle: tuple[float, float]) -> tuple[float, float]:
    """Return the point two thirds of the way: the cubic's handle for a quadratic's."""
    return start[0] + (handle[0] - start[0]) * 2 / 3, start[1] + (handle[1] - start[1]) * 2 / 3


def number(value: float, digits: int = 3) -> str:
    """Return a coordinate as briefly as its digits allow.

    >>> number(2.5), number(-0.0001), number(12)
    ('2.5', '0', '12')
    """
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
