"""Angles and directions that do not go together, in words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...system import Constraint, Sort
from ..proof.directions import plain_headings, turns_of
from .core import Core, Spot, Stated, listed, spots_of

_WHOLE = {3: "triangle", 4: "quadrilateral", 5: "pentagon", 6: "hexagon"}


def angle_sum(core: Core) -> str | None:
    """Explain the stated angles of one polygon that do not make what they must."""
    stated = [s for s in core.stated if s.constraint.kernel == "angle"]
    right = [c for c in core.equations if c.kernel == "perpendicular" and _corner(c) is not None]
    others = [c for c in core.equations if c.kernel not in ("angle", "perpendicular", "distance")]
    corners = [_triple(s.constraint) for s in stated] + [c for r in right if (c := _corner(r)) is not None]
    count = len(corners)
    if others or len(stated) + len(right) < len(core.subset) - _silent(core) or not 2 <= count <= 6:
        return None
    degrees = [math.degrees(s.value) for s in stated] + [90.0] * len(right)
    words = [f"{angle:.6g}°" for angle in degrees]
    total = sum(degrees)
    if _is_polygon(corners):
        whole = 180 * (count - 2)
        if count == 3 or total > whole:
            end = (
                f"not the {whole}° of a triangle"
                if count == 3
                else f"more than the {whole}° of a {_WHOLE[count]}"
            )
            return f"angles {listed(words)} make {total:.6g}°, {end}"
    if count == 2 and total >= 180 - 1e-9 and _share_a_triangle(corners):
        return f"angles {listed(words)} leave nothing of the 180° of a triangle"
    return None


def _silent(core: Core) -> int:
    """Count the statements that demand nothing but that there is a triangle."""
    saying = {c.origin for c in core.equations}
    return sum(at not in saying for at in core.subset)


def _triple(constraint: Constraint) -> tuple[object, frozenset[object]]:
    a, v, b = spots_of(constraint)
    return v, frozenset((a, b))


def _corner(constraint: Constraint) -> tuple[object, frozenset[object]] | None:
    """Return the vertex and the ends of a right angle whose arms share one."""
    a, b, c, d = spots_of(constraint)
    shared = {a, b} & {c, d}
    if len(shared) != 1:
        return None
    return next(iter(shared)), frozenset({a, b, c, d} - shared)


def _is_polygon(corners: Sequence[tuple[object, frozenset[object]]]) -> bool:
    """Tell whether angles are those of one polygon: each vertex between its two neighbours."""
    ends = dict(corners)
    if len(ends) < len(corners) or any(not near <= set(ends) for near in ends.values()):
        return False
    start = next(iter(ends))
    seen, at = [start], next(iter(ends[start]))
    while at != start:
        if at in seen or seen[-1] not in ends[at]:
            return False
        seen.append(at)
        at = next(iter(ends[at] - {seen[-2]}), start)
    return len(seen) == len(corners)


def _share_a_triangle(corners: Sequence[tuple[object, frozenset[object]]]) -> bool:
    (v, ends), (w, others) = corners
    return v in others and w in ends and len(ends | others) == 3


def turned_lines(core: Core) -> str | None:
    """Explain by how much two lines are turned against each other, and by how much they are said to be."""
    lined = {"parallel", "perpendicular", "line_angle", "directed_line_angle"}
    if not core.equations or any(
        c.kernel not in lined or c.sort is not Sort.EQUATION for c in core.equations
    ):
        return None
    last = max(core.equations, key=lambda c: _place(core, c))
    rest = [c for c in core.equations if c.origin != last.origin]
    a, b, c, d = spots_of(last)
    one, other = core.names(a, b), core.names(c, d)
    said = _said_of(last, core)
    headings = plain_headings(turns_of(rest, core.part.slots, {}))
    turn = headings.between(frozenset((a, b)), frozenset((c, d)))
    if not (one and other and said) or turn is None:
        return None
    premises = [_premise(core, c) for c in rest]
    if not all(premises) or not premises:
        return None
    if len(rest) == 1 and {one, other} == {core.names(*pair) for pair in _pairs(rest[0])}:
        return f"lines {one} and {other} cannot be both {_word(rest[0])} and {_word(last)}"
    line = f"from {listed(premises)} follows {one} {_relation(turn)} {other}, but {said}"
    return (
        line if len(line) <= 86 else f"by the other statements {one} is {_relation(turn)} {other}, but {said}"
    )


def _pairs(constraint: Constraint) -> tuple[list[Spot], list[Spot]]:
    spots = spots_of(constraint)
    return spots[:2], spots[2:]


def _word(constraint: Constraint) -> str:
    return constraint.kernel if constraint.kernel in ("parallel", "perpendicular") else "at that angle"


def _place(core: Core, constraint: Constraint) -> int:
    span = core.system.statements[constraint.origin].span
    return span.start if span else 0


def _premise(core: Core, constraint: Constraint) -> str:
    a, b, c, d = spots_of(constraint)
    one, other = core.names(a, b), core.names(c, d)
    sign = {"parallel": "∥", "perpendicular": "⊥"}.get(constraint.kernel)
    return f"{one} {sign} {other}" if one and other and sign else ""


def _relation(turn: float) -> str:
    degrees = abs(math.degrees(math.remainder(turn, math.pi)))
    if degrees < 1e-6:
        return "∥"
    return "⊥" if degrees > 90 - 1e-6 else f"at {degrees:.6g}° to"


def _said_of(constraint: Constraint, core: Core) -> str:
    plain = {"parallel": "they are said to be parallel", "perpendicular": "they are said to be perpendicular"}
    if constraint.kernel in plain:
        return plain[constraint.kernel]
    stated: Stated | None = core.of_slot(constraint.slots[-1])
    return f"{stated.words} is stated" if stated else ""
