"""The one conic that fits what is said of it, whichever definition was used; or why there is none."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

from ...expression.quadratics import Quadratic, quadratic_of
from ...shapes import XY
from ..core.newton import fitted
from .givens import Givens, Straight
from .sections import Section, section_of, through_points

STARTS = {"a": 3.0, "b": 2.0, "p": 1.0, "r": 2.0, "c": 2.0}
"""What a letter of an equation is drawn as when nothing decides it."""
LOOSE = 1e-6
"""Of the conic's size: given data may differ from each other by as much, as printed decimals do."""
OPEN = {"ellipse": "below 1", "circle": "0", "parabola": "1", "hyperbola": "above 1"}
Builder: TypeAlias = Callable[[Sequence[float]], "Section | str"]


@dataclass(frozen=True)
class Fit:
    """A conic with the numbers of the letters in its equation, or what is wrong."""

    section: Section | None = None
    letters: tuple[tuple[str, float], ...] = ()
    fault: str = ""


def fit(givens: Givens) -> Fit:
    """Return the conic of some data.

    >>> fit(Givens("parabola", foci=((2.0, 0.0),), directrix=(1.0, 0.0, -2.0))).section
    Section(family='parabola', center=(0.0, 0.0), a=2.0, b=0.0, tilt=0.0)
    """
    if fault := _impossible(givens):
        return Fit(fault=fault)
    if givens.difference is not None:
        return _of_equation(givens)
    if len(givens.foci) == 1 and givens.directrix is not None:
        return _checked(_of_directrix(givens), givens)
    if givens.family is None and len(givens.through) >= 5:
        found = through_points(givens.through[:5])
        return _checked("the points do not decide it" if found is None else section_of(found), givens)
    return _of_parameters(givens)


def _impossible(givens: Givens) -> str:
    """Return why no conic of the family has such an eccentricity or such axes."""
    e, family = givens.eccentricity, givens.family
    for axis in (givens.a, givens.b):
        if axis is not None and axis <= 0:
            return "a semi-axis is not positive"
    if len(givens.foci) == 2 and givens.a is not None:
        gap, whole = math.dist(*givens.foci), 2 * givens.a
        if family == "ellipse" and whole <= gap:
            return f"2a = {whole:g} is not larger than the distance {gap:.4g} of its foci"
        if family == "hyperbola" and whole >= gap:
            return f"2a = {whole:g} is not smaller than the distance {gap:.4g} of its foci"
    if e is None or family is None:
        return ""
    fits = {"ellipse": 0 <= e < 1, "circle": e == 0, "parabola": e == 1, "hyperbola": e > 1}[family]
    return "" if fits else f"the eccentricity of {_article(family)} is {OPEN[family]}, not {e:g}"


def _article(family: str) -> str:
    return f"an {family}" if family[0] in "aeiou" else f"a {family}"


# By its equation


def _of_equation(givens: Givens) -> Fit:
    assert givens.difference is not None
    difference, names = givens.difference, givens.letters

    def built(numbers: Sequence[float]) -> Section | str:
        found = quadratic_of(difference, dict(zip(names, numbers)))
        return section_of(found) if found else "its equation is not of the second degree in x and y"

    if not names:
        return _checked(built(()), givens)
    for start in _starts(names):
        numbers = fitted(lambda at: _misses(built(at), givens), start)
        if numbers is not None and _fault(built(numbers), givens) == "":
            signed = tuple(zip(names, numbers))
            return Fit(_section(built(numbers)), signed)
    return Fit(
        fault=_fault(built(next(iter(_starts(names)))), givens) or "its letters have no numbers that fit"
    )


def _starts(names: tuple[str, ...]) -> Iterator[list[float]]:
    """Yield numbers to begin with for letters: telling ones first, then the same the other way round."""
    plain = [STARTS.get(name, 1.0) for name in names]
    yield plain
    yield plain[::-1]
    yield [1.5 + 0.5 * k for k in range(len(names))]
    yield [-value for value in plain]


def _section(found: Section | str) -> Section | None:
    return found if isinstance(found, Section) else None


# By focus and directrix


def _of_directrix(givens: Givens) -> Section | str:
    """Return the conic of `|PF| = e d(P, l)`."""
    assert givens.directrix is not None
    e = givens.eccentricity if givens.eccentricity is not None else 1.0
    (x, y), (p, q, r) = givens.foci[0], givens.directrix
    if abs(p * x + q * y - r) < 1e-12:
        return "its focus lies on its directrix"
    k = e * e
    return section_of(
        Quadratic(
            1 - k * p * p,
            -2 * k * p * q,
            1 - k * q * q,
            2 * (k * p * r - x),
            2 * (k * q * r - y),
            x * x + y * y - k * r * r,
        )
    )


# By its parameters


@dataclass(frozen=True)
class _Attempt:
    """Centre, both semi-axes and tilt to begin with, and which of the five the search may change."""

    start: tuple[float, float, float, float, float]
    free: tuple[int, ...]

    def at(self, numbers: Sequence[float]) -> tuple[float, ...]:
        """Return all five with the free ones replaced."""
        changed = dict(zip(self.free, numbers))
        return tuple(changed.get(k, value) for k, value in enumerate(self.start))


def _of_parameters(givens: Givens) -> Fit:
    found = _found(givens)
    return Fit(found) if found is not None else Fit(fault=_contradiction(givens))


def _found(givens: Givens) -> Section | None:
    """Search centre, axes and tilt: in standard position first, then with the centre free, then turned as well."""
    for attempt in _attempts(givens):

        def built(numbers: Sequence[float], attempt: _Attempt = attempt) -> Section | str:
            return _made(givens, *attempt.at(numbers))

        begin = [attempt.start[k] for k in attempt.free]
        numbers = fitted(lambda u, built=built: _misses(built(u), givens), begin)  # type: ignore[misc]
        if numbers is not None and _fault(built(numbers), givens) == "":
            return _section(built(numbers))
    return None


def _contradiction(givens: Givens) -> str:
    """Return which datum contradicts the rest: one without which there is a conic."""
    without = {
        "eccentricity": replace(givens, eccentricity=None), "a": replace(givens, a=None), "b": replace(givens, b=None),
        "directrix": replace(givens, directrix=None), "through": replace(givens, through=()),
        "vertices": replace(givens, vertices=()), "center": replace(givens, center=None), "foci": replace(givens, foci=()),
    }  # fmt: skip
    for name, rest in without.items():
        if rest.sayings < givens.sayings and rest.sayings > 0 and (found := _found(rest)) is not None:
            told = next(_misfits(found, givens), "") if len(rest.foci) == 2 or rest.sayings > 2 else ""
            return f"its `{name}` contradicts the rest" + (f", by which {told}" if told else "")
    return "its data contradict each other"


def _made(givens: Givens, x: float, y: float, a: float, b: float, tilt: float) -> Section | str:
    """Return a conic by its parameters; the larger semi-axis of an ellipse comes first."""
    a, b = abs(a), abs(b)
    if not 1e-9 < min(a, b) <= max(a, b) < 1e9:
        return "it has no extent"
    if givens.family == "parabola":
        return Section("parabola", (x, y), a, 0.0, tilt)
    if givens.family == "hyperbola":
        return Section("hyperbola", (x, y), a, b, tilt)
    if a < b:
        a, b, tilt = b, a, tilt + math.pi / 2
    return Section("ellipse", (x, y), a, b, tilt)


def _size(givens: Givens) -> float:
    spots = (*givens.foci, *givens.vertices, *givens.through)
    if givens.center is not None:
        spots = (*spots, givens.center)
    spread = max((math.dist(p, q) for p, q in product(spots, spots)), default=0.0)
    return max(spread, givens.a or 0.0, givens.b or 0.0) or 5.0


def _attempts(givens: Givens) -> Iterator[_Attempt]:
    """Yield where to begin, from the simplest reading of the data on."""
    pairs = [pair for pair in (givens.foci, givens.vertices) if len(pair) == 2]
    parabola = givens.family == "parabola"
    known = givens.center or (_middle(pairs[0]) if pairs and not parabola else None)
    if parabola and givens.vertices:
        known = givens.vertices[0]
    turns = [givens.tilt] if givens.tilt is not None else _turns(givens, pairs, known)
    size = _size(givens)
    a, b = givens.a or 0.6 * size, givens.b or 0.36 * size
    axes = (*((2,) if givens.a is None else ()), *((3,) if givens.b is None and not parabola else ()))
    for turn in turns:
        yield _Attempt((*(known or (0.0, 0.0)), a, b, turn), axes)
    if known is None:
        middle = _middle((*givens.foci, *givens.vertices, *givens.through) or ((0.0, 0.0),))
        for turn in turns:
            yield _Attempt((*middle, a, b, turn), (0, 1, *axes))
        for turn in (*turns, 0.5, 1.0, 2.0) if givens.tilt is None else ():
            yield _Attempt((*middle, a, b, turn), (0, 1, *axes, 4))


def _turns(givens: Givens, pairs: Sequence[tuple[XY, ...]], known: XY | None) -> list[float]:
    """Return the directions that the axis may have: of the foci, from the vertex to the focus, else level and upright."""
    ends = pairs[0] if pairs else (known, *givens.foci[:1]) if known and givens.foci else ()
    if len(ends) == 2 and ends[0] and ends[1] and ends[0] != ends[1]:
        return [math.atan2(ends[1][1] - ends[0][1], ends[1][0] - ends[0][0])]
    if givens.directrix is not None:
        p, q, r = givens.directrix
        x, y = known or (0.0, 0.0)
        turn = math.atan2(q, p) if p * x + q * y >= r else math.atan2(-q, -p)
        return [turn]
    quarter = math.pi / 2
    return [0.0, quarter, math.pi, -quarter] if givens.family == "parabola" else [0.0, quarter]


def _middle(spots: Sequence[XY]) -> XY:
    return (sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots))


# Whether it fits


def _checked(found: Section | str, givens: Givens) -> Fit:
    fault = _fault(found, givens)
    return Fit(fault=fault) if fault else Fit(_section(found))


def _fault(found: Section | str, givens: Givens) -> str:
    """Return what of the data a conic does not have, in words."""
    if isinstance(found, str):
        return found
    family = givens.family
    if (
        family is not None
        and found.family != family
        and not (family == "ellipse" and found.family == "circle")
    ):
        return f"it is {_article(found.family)}, not {_article(family)}"
    return next(_misfits(found, givens), "")


def _misfits(found: Section, givens: Givens) -> Iterator[str]:
    room = LOOSE * max(found.a, found.b, _size(givens))
    for spot in givens.through:
        if abs(_gap(found, spot)) > room:
            yield f"the point ({spot[0]:.4g}, {spot[1]:.4g}) is not on it"
    if givens.eccentricity is not None and abs(found.eccentricity - givens.eccentricity) > LOOSE:
        yield f"its eccentricity is {found.eccentricity:.4g}, not {givens.eccentricity:.4g}"
    for name, said, has in (
        ("focus", givens.foci, found.foci),
        ("vertex", givens.vertices, (*found.vertices, *found.covertices)),
    ):
        for spot in said:
            if min(math.dist(spot, own) for own in has) > room:
                at = min(has, key=lambda own: math.dist(spot, own))
                yield f"its {name} is ({at[0]:.4g}, {at[1]:.4g}), not ({spot[0]:.4g}, {spot[1]:.4g})"
    if givens.center is not None and math.dist(givens.center, found.center) > room:
        yield f"its centre is ({found.center[0]:.4g}, {found.center[1]:.4g})"
    if givens.directrix is not None and not any(
        _is_line(pair, givens.directrix, room) for pair in found.directrices
    ):
        yield "its directrix is another line"
    for name, axis, own in (("a", givens.a, found.a), ("b", givens.b, found.b)):
        strange = axis is not None and min(abs(axis - found.a), abs(axis - found.b)) > room
        if strange and found.family != "parabola":
            yield f"its semi-axis {name} is {own:.4g}, not {axis:.4g}"


def _is_line(pair: tuple[XY, XY], line: Straight, room: float) -> bool:
    return all(abs(line[0] * x + line[1] * y - line[2]) < room for x, y in pair)


def _gap(found: Section, spot: XY) -> float:
    """Return about how far a place is off a conic: the value of its equation over the size of its slope there."""
    q, (x, y) = found.quadratic(), spot
    slope = math.hypot(2 * q.a * x + q.b * y + q.d, q.b * x + 2 * q.c * y + q.e)
    return q.value(x, y) / slope if slope > 1e-12 else q.value(x, y)


def _misses(found: Section | str, givens: Givens) -> list[float]:
    """Return the residuals of the data for a conic in a search."""
    if isinstance(found, str):
        return [math.inf]
    out = [_gap(found, spot) for spot in givens.through]
    if givens.eccentricity is not None:
        out.append(found.eccentricity - givens.eccentricity)
    out += _pair_misses(givens.foci, found.foci, found)
    if givens.family != "parabola" or givens.vertices:
        own = (*found.vertices, *found.covertices)
        for spot in givens.vertices:
            at = min(own, key=lambda place: math.dist(place, spot))
            out += [spot[0] - at[0], spot[1] - at[1]]
    if givens.directrix is not None:
        p, q, r = givens.directrix
        pair = min(found.directrices, key=lambda pair: abs(p * pair[0][0] + q * pair[0][1] - r), default=None)
        out += [p * x + q * y - r for x, y in pair] if pair else [1.0]
    if givens.center is not None:
        out += [found.center[0] - givens.center[0], found.center[1] - givens.center[1]]
    return out


def _pair_misses(said: tuple[XY, ...], has: tuple[XY, ...], found: Section) -> list[float]:
    out: list[float] = []
    for spot in said:
        at = min(has, key=lambda place: math.dist(place, spot))
        out += [spot[0] - at[0], spot[1] - at[1]]
    return out
