"""Surfaces by two parameters: `x = u cos v, y = u sin v, z = v`."""

from __future__ import annotations

import math

import numpy as np

from ...expression import Application, Expression, Letter, Number
from ...model import Entity
from ...space.camera import XYZ, Array, Camera
from ...space.woven import Woven, WovenFigure
from ...values import Interval
from .extents import Box
from .letters import SPACE
from .readings import canonical, said_by

Formulas = tuple[Expression, Expression, Expression]


def parameters(entity: Entity) -> tuple[tuple[str, str], Formulas] | None:
    """Return the two parameters and x, y, z of a surface that is given by them; nothing for another."""
    given = {e.left.name: e.right for e in said_by(entity).equations if isinstance(e.left, Letter)}
    if not set(SPACE) <= set(given):
        return None
    places = (given["x"], given["y"], given["z"])
    letters = sorted(dict.fromkeys(name for part in places for name in part.letters))
    if len(letters) != 2 or set(letters) & set(SPACE):
        return None
    return (letters[0], letters[1]), places


def range_of(entity: Entity, letter: str, places: Formulas) -> tuple[Expression, Expression]:
    """Return the range of a parameter: stated, else a whole turn for an angle and 0..1 for another."""
    for key, given in entity.values.items():
        if isinstance(given.value, Interval) and canonical(key.partition(":")[2]) == letter:
            return given.value.low.expression, given.value.high.expression
    limits = said_by(entity).limits
    lows = [i.smaller for i in limits if i.larger == Letter(letter)]
    highs = [i.larger for i in limits if i.smaller == Letter(letter)]
    angle = any(
        isinstance(part, Application) and part.function in ("sin", "cos") and letter in part.letters
        for place in places
        for part in place.walk()
    )
    end = 2 * math.pi if angle else 1.0
    return (lows[0] if lows else Number("0", 0.0)), (highs[0] if highs else Number(f"{end:g}", end))


def woven(entity: Entity, scale: XYZ, camera: Camera) -> WovenFigure | None:
    """Return the figure of a surface by two parameters; nothing for another.

    The range of one may hang on the other, `s^2 <= t <= 1`: its share of that range is the net's own parameter.
    """
    found = parameters(entity)
    if found is None:
        return None
    letters, places = found
    ranges = {letter: range_of(entity, letter, places) for letter in letters}
    outer, inner = sorted(letters, key=lambda letter: any(end.letters for end in ranges[letter]))
    low, high = (end.value() for end in ranges[outer])
    first, last = ranges[inner]
    if not low < high or not {*first.letters, *last.letters} <= {outer}:
        return None
    unit = np.array(scale)

    def weave(u: Array, share: Array) -> Array:
        start, end = (np.broadcast_to(e.values({outer: u}), u.shape) for e in (first, last))
        at = {outer: u, inner: start + share * (end - start)}
        return np.asarray(np.stack([np.broadcast_to(p.values(at), u.shape) for p in places], axis=-1) * unit)

    return WovenFigure((Woven(weave, (low, 0.0), (high, 1.0), camera),), camera)


def woven_box(entity: Entity, camera: Camera) -> Box | None:
    """Return the box around a surface by two parameters, in data coordinates; nothing for another."""
    figure = woven(entity, (1.0, 1.0, 1.0), camera)
    if figure is None:
        return None
    (sheet,) = figure.sheets
    places = sheet.weave(*sheet.net.places[:, :2].T)
    places = places[np.isfinite(places).all(axis=1)]
    if not len(places):
        return None
    low, high = places.min(axis=0).tolist(), places.max(axis=0).tolist()
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))
