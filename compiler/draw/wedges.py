"""The room at vertices that the marks of angles take, so that no two stand in each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..shapes import XY

APART = 1.6
"""Between the arcs of two marks, in millimetres."""
WIDER, CLOSER, TRIES = 2.2, 1.8, 9
"""By how much a mark in the way is made wider, or smaller where its arms are too short, and how often."""
SMALLEST = 2.0


@dataclass(frozen=True)
class Wedge:
    """The room of one mark: its opening in degrees, its radii."""

    start: float
    end: float
    inner: float
    outer: float

    def meets(self, start: float, end: float) -> bool:
        """Whether an opening shares more than a touch with this one."""
        shift = (start - self.start) % 360
        return shift < self.end - self.start - 1e-6 or (self.start - start) % 360 < end - start - 1e-6


@dataclass
class Wedges:
    """The marks of a drawing, by their vertices."""

    held: dict[XY, list[Wedge]] = field(default_factory=dict)

    def free_radius(
        self, vertex: XY, span: tuple[float, float], wanted: float, *,
        most: float, depth: float = 0.0, text: float = 0.0,
    ) -> float:  # fmt: skip
        """Return a radius for a mark that no earlier one at the vertex has over the same opening, and keep it.

        `most` is how far its arms reach, `depth` how much its outermost arc is wider than its innermost, `text` the
        room that later marks leave beyond it: a text there would seem to name the next arc.

        >>> wedges = Wedges()
        >>> wedges.free_radius((0, 0), (0, 40), 6.0, most=30), wedges.free_radius((0, 0), (0, 60), 6.0, most=30)
        (6.0, 8.2)
        """
        held = self.held.setdefault(_key(vertex), [])
        wider = [wanted + WIDER * k for k in range(TRIES) if k == 0 or wanted + WIDER * k + depth <= most]
        smaller = [wanted - CLOSER * k for k in range(1, TRIES) if wanted - CLOSER * k >= SMALLEST]
        near = [wedge for wedge in held if wedge.meets(*span)]
        radius = next((r for r in (*wider, *smaller) if _is_free(r, r + depth, near)), wanted)
        held.append(Wedge(*span, radius, radius + depth + text))
        return radius

    def arc_in(self, vertex: XY, start: float, end: float) -> float | None:
        """Return the radius of an arc that stands in an angle already."""
        held = self.held.get(_key(vertex), [])
        return next((w.inner for w in held if abs(w.start - start) + abs(w.end - end) < 0.1), None)


def _is_free(inner: float, outer: float, near: list[Wedge]) -> bool:
    return all(inner - APART >= wedge.outer or outer + APART <= wedge.inner for wedge in near)


def _key(vertex: XY) -> XY:
    return (round(vertex[0], 3), round(vertex[1], 3))
