"""What is written at surfaces: names, and the equations of the faces of a solid, each beside its own line."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from ...draw.in_space import hull
from ...draw.pen import Pen
from ...model import Entity
from ...shapes import XY
from ...space.patchworks import Shown
from ...targets import AlongLine, InArea, Target
from .painting import Drawn, figures_of, pieces_of
from .readings import quoted

COORDINATE_PLANE = re.compile("[xyz] = 0")
"""Told by the axes; where a solid has several such faces, no equation is written at them."""
SHORT = 4.0
"""Millimetres: along a shorter piece nothing is written."""


def write_all(pen: Pen, drawn: Sequence[Drawn]) -> None:
    """Write what belongs to the surfaces of a panel."""
    for entity, shape in figures_of(pen):
        own = [d for d in drawn if d.entity is entity]
        with pen.about(entity):
            _write(entity, shape.figure, own, pen)


def _write(entity: Entity, figure: Shown, drawn: Sequence[Drawn], pen: Pen) -> None:
    outline = hull([spot for d in drawn for spot in d.spots])
    taken: list[Drawn] = []
    walls = [sheet for sheet in figure.sheets if COORDINATE_PLANE.fullmatch(sheet.text)]
    told = [
        s for s in figure.sheets if s.text and not entity.style.bare and not (s in walls and len(walls) > 1)
    ]
    own = {id(sheet): pieces_of(sheet, drawn) for sheet in told}
    # Faces with the fewest lines choose first: others have more to choose from.
    for sheet in sorted(told, key=lambda s: sum(_long(p.spots) >= SHORT for p in own[id(s)])):
        best = _best(own[id(sheet)], outline, taken)
        if best is None:
            continue
        spots = hull([spot for piece in own[id(sheet)] for spot in piece.spots])
        shared = best in taken and len(spots) > 2
        target: Target = InArea(tuple(spots)) if shared else _beside(best.spots, outline)
        taken.append(best)
        pen.label(f"${sheet.text}$", target, owner=entity.name, role="equation")
    for text in pen.texts(entity):
        _write_text(text, figure, drawn, outline, pen, entity)


def _write_text(
    text: str, figure: Shown, drawn: Sequence[Drawn], outline: Sequence[XY], pen: Pen, entity: Entity
) -> None:
    """Write a text: an equation along a line of its surface, a name inside or beside the whole."""
    if len(outline) < 3:
        return
    best = _best(drawn, outline, []) if quoted(text) or len(figure.sheets) == 1 else None
    shown = f"${text}$" if quoted(text) and "$" not in text else text
    target: Target = _beside(best.spots, outline) if best else InArea(tuple(outline), prefer_outside=True)
    pen.label(shown, target, owner=entity.name)


def _best(pieces: Sequence[Drawn], outline: Sequence[XY], taken: Sequence[Drawn]) -> Drawn | None:
    """Return the piece beside which an equation reads best: on the outline, a contour rather than an edge, long."""

    def rank(piece: Drawn) -> tuple[bool, float, bool, float]:
        return (
            piece not in taken,
            _outside(piece.spots, outline),
            piece.line.role == "contour",
            _long(piece.spots),
        )

    long = [p for p in pieces if _long(p.spots) >= SHORT]
    return max(long, key=rank, default=None)


def _long(spots: Sequence[XY]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(spots))


def _outside(spots: Sequence[XY], outline: Sequence[XY]) -> float:
    """Return the share of a line that runs along the outline, in tenths."""
    picked = spots[:: max(1, len(spots) // 12)]
    near = sum(_off(spot, outline) < 0.8 for spot in picked)
    return round(near / len(picked), 1)


def _off(spot: XY, outline: Sequence[XY]) -> float:
    """Return how far inside an outline a spot is."""
    return min(_distance(spot, a, b) for a, b in zip(outline, (*outline[1:], outline[0])))


def _distance(p: XY, a: XY, b: XY) -> float:
    length = math.dist(a, b)
    if not length:
        return math.dist(p, a)
    t = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length**2
    t = min(1.0, max(0.0, t))
    return math.dist(p, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))


def _beside(spots: Sequence[XY], outline: Sequence[XY]) -> AlongLine:
    """Return the place along a line, on its outer side, where it runs nearest to the outline."""
    middle = (sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline))
    at = _outermost(spots, outline)
    share = at / max(1, len(spots) - 1)
    a, b = spots[max(0, at - 1)], spots[min(len(spots) - 1, at + 1)]
    turn = (b[0] - a[0]) * (middle[1] - a[1]) - (b[1] - a[1]) * (middle[0] - a[0])
    return AlongLine(tuple(spots), at=min(0.9, max(0.1, share)), side=-1 if turn > 0 else 1)


def _outermost(spots: Sequence[XY], outline: Sequence[XY]) -> int:
    """Return the place along a line that is farthest from the middle of the outline, rather to the right."""
    middle = (sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline))
    inner = range(len(spots) // 6, max(len(spots) // 6 + 1, len(spots) - len(spots) // 6))
    return max(inner, key=lambda k: (spots[k][0] - middle[0]) * 0.8 + abs(spots[k][1] - middle[1]) * 0.5)
