"""Surfaces by two parameters: `x = u cos v, y = u sin v, z = v`."""

from __future__ import annotations

import math

import numpy as np

from ...expression import Application, Expression, Letter
from ...model import Entity
from ...space.camera import XYZ, Array, Camera
from ...space.woven import Woven, WovenFigure
from ...values import Interval
from ..core.equations import numbers
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


def range_of(entity: Entity, letter: str, places: Formulas) -> tuple[float, float]:
    """Return the range of a parameter: stated, else a whole turn for an angle and 0..1 for another."""
    for key, given in entity.values.items():
        if isinstance(given.value, Interval) and canonical(key.partition(":")[2]) == letter:
            return numbers(given.value)
    limits = said_by(entity).limits
    lows = [i.smaller.value() for i in limits if letter in i.larger.letters and not i.smaller.letters]
    highs = [i.larger.value() for i in limits if letter in i.smaller.letters and not i.larger.letters]
    angle = any(
        isinstance(part, Application) and part.function in ("sin", "cos") and letter in part.letters
        for place in places
        for part in place.walk()
    )
    return max(lows, default=0.0), min(highs, default=2 * math.pi if angle else 1.0)


def woven(entity: Entity, scale: XYZ, camera: Camera) -> WovenFigure | None:
    """Return the figure of a surface by two parameters; nothing for another."""
    found = parameters(entity)
    if found is None:
        return None
    (first, second), places = found
    unit = np.array(scale)

    def weave(u: Array, v: Array) -> Array:
        columns = [np.broadcast_to(part.values({first: u, second: v}), u.shape) for part in places]
        return np.asarray(np.stack(columns, axis=-1) * unit)

    low, high = zip(*(range_of(entity, letter, places) for letter in (first, second)))
    if not all(a < b for a, b in zip(low, high)):
        return None
    sheet = Woven(weave, (low[0], low[1]), (high[0], high[1]), camera)
    return WovenFigure((sheet,), camera)


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
