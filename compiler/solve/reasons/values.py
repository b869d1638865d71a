"""What the other statements make of a measure, against what is said of it, in words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...system import Constraint, Slot, Sort, System
from ..freedom import freedom
from ..jets import Array
from ..levenberg import levenberg
from ..plane import all_points
from ..program import Program
from ..proof import Depth, is_refuted
from ..search import Search
from .core import Core, Stated, listed, spots_of

_COMPARED = re.compile(r"==|<=|>=|<|>")
_HALVINGS = 14
"""Steps to where a measure stops being possible: to some ten-thousandth of what it misses."""
STRICT = 1e-3
"""How far inside or outside a circle is, as a share of its radius."""
_PLAINLY = 5e-3
"""By how much, as a share, what is said to be more is drawn so that it is seen: no part of the reason."""
_STILL = 1e-7
"""Share of a motion by which a number that is determined may still move."""
_FEWER, _ROUGHLY = 9, 4e-3
"""The same where each step costs more, and the share to which it then goes."""
_AGREES = 2e-4
"""Share of what a measure misses by which the limit that is proven may be off the limit that is drawn."""


@dataclass(frozen=True)
class Outlook:
    """A drawing of all statements but for one value, what that comes out as, and whether it can move from there."""

    system: System
    numbers: Array
    slot: int
    is_rigid: bool

    @property
    def value(self) -> float:
        """What the value comes out as."""
        return float(self.numbers[self.slot])


def outlook(core: Core, stated: Stated, near: Array) -> Outlook | None:
    """Return what a stated value would be if it were left open, from a drawing without its statement."""
    slots = list(core.part.slots)
    slots[stated.slot] = replace(slots[stated.slot], free=True)
    system = replace(core.part, slots=tuple(slots))
    search = Search(system)
    places = set(all_points(system).ravel().tolist())
    others = [at for at in search.hard.unknowns.tolist() if at not in places]
    # From the places of the drawing first follows what is measured of them.
    measuring = Program(search.hard.constraints, others, len(slots))
    start = (
        levenberg(measuring, near[: len(slots)], goal=search.goal).numbers if others else near[: len(slots)]
    )
    found = search.solve(start)
    if not found.holds:
        return None
    free = freedom(search.equations, found.numbers, all_points(system))
    place = search.equations.unknowns.tolist().index(stated.measure)
    rigid = not free.basis.size or float(abs(free.basis[place]).max()) < _STILL
    return Outlook(system, found.numbers, stated.measure, rigid)


def limit(seen: Outlook, stated: Stated) -> float | None:
    """Return the value nearest to the stated one that the other statements leave possible, if that is certain."""
    upward = stated.value > seen.value
    possible, refuted = seen.value, stated.value
    depth, halvings = Depth.NARROWED, _HALVINGS
    if not _is_beyond(seen.system, seen.slot, refuted, upward=upward):
        depth, halvings = Depth.ADDED_UP, _FEWER
    for _ in range(halvings):
        middle = 0.5 * (possible + refuted)
        if _is_beyond(seen.system, seen.slot, middle, upward=upward, depth=depth):
            refuted = middle
        else:
            possible = middle
    if refuted == stated.value:
        return None
    slack = (_AGREES if halvings == _HALVINGS else _ROUGHLY) * (stated.value - seen.value)
    nice = stated.rounded(refuted, 2)
    just_beyond = nice + 0.2 * slack
    if abs(refuted - nice) < abs(slack) and _is_beyond(
        seen.system, seen.slot, just_beyond, upward=upward, depth=depth
    ):
        return nice
    return refuted if _is_drawn(seen, refuted - slack) else None


def _is_drawn(seen: Outlook, value: float) -> bool:
    """Tell whether there is a drawing in which a measure has some value."""
    slots = list(seen.system.slots)
    slots[seen.slot] = replace(slots[seen.slot], start=value, free=False)
    start = seen.numbers.copy()
    start[seen.slot] = value
    return Search(replace(seen.system, slots=tuple(slots))).solve(start).holds


def _is_beyond(
    system: System, slot: int, value: float, *, upward: bool, depth: Depth = Depth.NARROWED
) -> bool:
    """Tell whether it is certain that a number cannot be a value or more, or less."""
    at = len(system.slots)
    pair = (slot, at) if upward else (at, slot)
    bound = Constraint("greater", pair, Sort.BOUND)
    slots = (*system.slots, Slot("", value, free=False))
    part = replace(system, slots=slots, constraints=(*system.constraints, bound))
    return is_refuted(part, part.constraints, depth)


def subject(core: Core, stated: Stated) -> str:
    """Return what a stated value is a measure of, in words; nothing if that has no name."""
    measuring = core.measuring(stated)
    spots = spots_of(measuring)
    names = core.names(*spots)
    match measuring.kernel:
        case "distance" if names:
            return names
        case "angle" if names:
            return f"angle {names}"
        case "line_angle" if names:
            return f"the angle between {core.names(*spots[:2])} and {core.names(*spots[2:])}"
        case "distance_to_line" if names:
            return f"the distance of {core.name(spots[0])} from {core.names(*spots[1:])}"
    text = core.system.statements[stated.statement].text
    sides = [part.strip() for part in _COMPARED.split(text)]
    if len(sides) == 2 and stated.words in text:
        return sides[0] if stated.words in sides[1] else sides[1]
    owner, _, inside = text.partition("(")
    if " " not in owner:
        letters = [word.strip() for word in inside.rstrip(")").split(",") if word.strip().isalpha()]
        word = {"angle": "angle ", "distance": ""}.get(measuring.kernel)
        return word + "".join(letters) if word is not None and len(letters) == len(spots) else ""
    if measuring.kernel == "distance":
        return f"the length of {owner.split()[-1]}"
    return f"the radius of {owner.split()[-1]}" if stated.slot in core.radii else f"`{owner}`"


def said_twice(core: Core) -> str | None:
    """Explain one measure that is given two values."""
    if len(core.stated) != 2 or len(core.subset) != 2 or len(core.equations) != 2:
        return None
    first, second = core.stated
    spots = [frozenset(spots_of(s.constraint)) for s in core.stated]
    same = first.constraint.kernel == second.constraint.kernel and spots[0] == spots[1]
    name = subject(core, first)
    if not same or not name or first.constraint.kernel not in ("distance", "angle", "distance_to_line"):
        return None
    return f"the value of {name} cannot be both {first.words} and {second.words}"


def right_triangle(core: Core) -> str | None:
    """Explain three sides and a right angle that are no Pythagorean triangle."""
    corners = [c for c in core.equations if c.kernel == "perpendicular"]
    sides = {frozenset(spots_of(s.constraint)): s for s in core.stated if s.constraint.kernel == "distance"}
    if len(corners) != 1 or len(sides) != 3 or len(core.equations) != 4:
        return None
    a, b, c, d = spots_of(corners[0])
    legs = [sides.get(frozenset(pair)) for pair in ((a, b), (c, d))]
    hypotenuse = sides.get(frozenset({a, b} ^ {c, d}))
    if hypotenuse is None or legs[0] is None or legs[1] is None:
        return None
    wanted = hypotenuse.said(math.hypot(legs[0].value, legs[1].value), 6)
    return (
        f"legs of {legs[0].words} and {legs[1].words} make a hypotenuse of {wanted}, not {hypotenuse.words}"
    )


def compared(core: Core, stated: Stated, seen: Outlook) -> str | None:
    """Explain a stated value by what the other statements make of it."""
    name = subject(core, stated)
    found = _outcome(core, stated, seen) if name else ""
    return f"by the other statements {name} {found}, not {stated.claim}" if found else None


def _outcome(core: Core, stated: Stated, seen: Outlook) -> str:
    """Return what the other statements make of a measure: `is 5 cm`, `is at most 7 cm`, `can be 4 cm`."""
    upward = stated.value > seen.value
    if not seen.is_rigid:
        extreme = limit(seen, stated)
        end = _end(core, stated, extreme, upward) if extreme is not None else ""
        return f"is {end}" if end else ""
    value = _told_apart(stated, seen.value)
    margin = _AGREES * abs(seen.value) * (1 if upward else -1)
    if not value or not _is_beyond(seen.system, seen.slot, seen.value + margin, upward=upward):
        return f"can be {value}" if value else ""
    if _is_beyond(seen.system, seen.slot, seen.value - margin, upward=not upward):
        return f"is {value}"
    end = _end(core, stated, seen.value, upward)
    return f"is {end}" if end else ""


def _end(core: Core, stated: Stated, extreme: float, is_most: bool) -> str:
    """Return a limit in words; on or in a circle, the radius itself is out of bounds."""
    if any(c.kernel in ("inside_circle", "outside_circle") for c in core.constraints):
        for other in core.stated:
            if abs(extreme / other.value - 1.0) < 2 * STRICT:
                return f"{'less' if is_most else 'more'} than {other.words}"
    nice = stated.rounded(extreme, 2)
    if any(c.kernel == "ahead" for c in core.constraints) and abs(nice / extreme - 1.0) < _PLAINLY:
        return f"{'less' if is_most else 'more'} than {stated.said(nice)}"
    value = _told_apart(stated, extreme)
    return f"at {'most' if is_most else 'least'} {value}" if value else ""


def _told_apart(stated: Stated, value: float) -> str:
    """Return a value with as many digits as tell it from the stated one."""
    for digits in (4, 6, 8, 10):
        told = stated.said(value, digits)
        if told != stated.words:
            return told
    return ""


def plainly(core: Core) -> str:
    """Say that some statements cannot hold, without a reason."""
    texts = [f"`{statement.text}`" for statement in core.statements]
    if len(texts) == 1:
        return f"{texts[0]} cannot hold"
    line = f"{listed(texts)} cannot {'both' if len(texts) == 2 else 'all'} hold"
    if len(line) <= _LONGEST:
        return line
    return f"{texts[-1]} cannot hold together with {len(texts) - 1} other{'s' * (len(texts) > 2)}"


_LONGEST = 78


def last_stated(core: Core) -> Sequence[Stated]:
    """Return the stated values, those last that come last in the text first."""

    def place(stated: Stated) -> int:
        span = core.system.statements[stated.statement].span
        return span.start if span else 0

    return sorted(core.stated, key=place, reverse=True)
