"""Places whose coordinates are stated, before anything is posed."""

from __future__ import annotations

import math

from ...model import Panel
from ...shapes import XY
from ...values import Coordinates, Ref, Value


def stated_place(value: Value | None, panel: Panel) -> XY | None:
    """Return where a point is, in data coordinates, if numbers state it: by itself, or as the place of a thing."""
    if isinstance(value, Ref) and value.name in panel.entities:
        value = panel.entities[value.name].value("at")
    if not isinstance(value, Coordinates) or len(value.items) != 2:
        return None
    x, y = (item.expression.value() if not item.bindings else math.nan for item in value.items)
    return (x, y) if math.isfinite(x) and math.isfinite(y) else None
