"""A conflict said in words: which statements, why they cannot hold, what dropping one would free."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from ..system import Constraint, Sort, System
from .jets import Array
from .kernels import KERNELS, Unit

_NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:\.\d+)?")
_LONGEST = 78


def conflict_in_words(system: System, subset: Sequence[int]) -> str:
    """Return one line on why some statements cannot all hold."""
    constraints = [c for c in system.constraints if c.origin in set(subset)]
    special = _open_chain(system, constraints) or _angle_sum(system, constraints)
    if special:
        return special
    texts = [f"`{system.statements[at].text}`" for at in subset]
    if len(texts) == 1:
        return f"{texts[0]} cannot hold"
    line = f"{', '.join(texts[:-1])} and {texts[-1]} cannot {'both' if len(texts) == 2 else 'all'} hold"
    if len(line) <= _LONGEST:
        return line
    return f"{texts[-1]} cannot hold together with {len(texts) - 1} other{'s' * (len(texts) > 2)}"


def freed_in_words(system: System, statement: int, drawing: Array) -> str:
    """Return what would become of a statement if it were dropped: its value in a drawing of the others."""
    text = system.statements[statement].text
    own = [c for c in system.constraints if c.origin == statement and c.sort is Sort.EQUATION]
    if len(own) == 1:
        measured = _measured(system, own[0], drawing)
        if measured is not None:
            return f"without `{text}` the others hold; it would come out as {measured}, say"
    return f"without `{text}` the others hold"


def _fixed_measure(system: System, constraint: Constraint) -> float | None:
    """Return the number that a constraint compares its measure with, if it is a constant."""
    kernel = KERNELS[constraint.kernel]
    last = system.slots[constraint.slots[-1]]
    if kernel.name not in ("distance", "angle", "directed_angle", "distance_to_line") or last.free:
        return None
    return last.start


def _measured(system: System, constraint: Constraint, drawing: Array) -> str | None:
    target = _fixed_measure(system, constraint)
    if target is None:
        return None
    kernel = KERNELS[constraint.kernel]
    value = target + float(kernel.evaluate(drawing[list(constraint.slots)][None, :])[0][0, 0])
    if kernel.unit is Unit.ANGLE:
        return f"{_short(math.degrees(value))}°"
    said = _said(system, constraint)
    return _short(value * said / target) if said is not None and target else None


def _said(system: System, constraint: Constraint) -> float | None:
    """Return the last number in the author's text: the measure in the author's own unit, probably."""
    numbers = _NUMBER.findall(system.statements[constraint.origin].text)
    return float(numbers[-1]) if numbers else None


def _short(value: float) -> str:
    """Return three significant digits, whole numbers in full.

    >>> _short(3.0), _short(1234.0), _short(5.2468)
    ('3', '1234', '5.25')
    """
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return str(round(value))
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"


def _open_chain(system: System, constraints: Sequence[Constraint]) -> str | None:
    """Explain fixed distances around a loop of points of which one exceeds all others together."""
    if len(constraints) < 3 or any(c.kernel != "distance" for c in constraints):
        return None
    lengths = [_fixed_measure(system, c) for c in constraints]
    known = [length for length in lengths if length is not None]
    if len(known) < len(lengths) or not _is_loop([(c.slots[:2], c.slots[2:4]) for c in constraints]):
        return None
    longest = int(np.argmax(known))
    if known[longest] <= sum(known) - known[longest]:
        return None
    words = [_short(number) for number in _in_authors_unit(system, constraints, known)]
    rest = " + ".join(word for at, word in enumerate(words) if at != longest)
    return f"sides {_listed(words)} cannot close: {rest} < {words[longest]}"


def _is_loop(edges: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> bool:
    """Tell whether edges form one closed walk that visits each of its points once."""
    around: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    for a, b in edges:
        around.setdefault(a, []).append(b)
        around.setdefault(b, []).append(a)
    if any(len(set(near)) != 2 or len(near) != 2 for near in around.values()):
        return False
    start = edges[0][0]
    seen, at = {start}, around[start][0]
    while at not in seen:
        seen.add(at)
        at = next((near for near in around[at] if near not in seen), start)
    return len(seen) == len(around)


def _in_authors_unit(
    system: System, constraints: Sequence[Constraint], known: Sequence[float]
) -> list[float]:
    """Return the numbers as the author wrote them if all are in one proportion, else as they are."""
    said = [_said(system, c) for c in constraints]
    if all(number for number in said):
        numbers = [number for number in said if number]
        scale = known[0] / numbers[0]
        if all(abs(length - scale * number) < 1e-6 * length for length, number in zip(known, numbers)):
            return numbers
    return list(known)


def _angle_sum(system: System, constraints: Sequence[Constraint]) -> str | None:
    """Explain three fixed angles of one triangle that do not make 180 degrees."""
    if len(constraints) != 3 or any(c.kernel != "angle" for c in constraints):
        return None
    corners = {c.slots[2:4]: {c.slots[:2], c.slots[4:6]} for c in constraints}
    triangle = set(corners)
    if len(triangle) != 3 or any(ends | {vertex} != triangle for vertex, ends in corners.items()):
        return None
    angles = [_fixed_measure(system, c) for c in constraints]
    degrees = [math.degrees(angle) for angle in angles if angle is not None]
    if len(degrees) < 3:
        return None
    words = [f"{_short(angle)}°" for angle in degrees]
    return f"angles {_listed(words)} make {_short(sum(degrees))}°, not the 180° of a triangle"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"
