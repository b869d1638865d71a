"""The legend: what a colour, a hatching or a line style means."""

from __future__ import annotations

from collections.abc import Iterable

from ...dsl.scene import Fill, Item, Path, Stroke
from ...dsl.theme import DASHES, WIDTH
from ..draw.paths import polyline
from ..draw.pen import SHADE, WIDTHS
from ..model import Style
from ..typeset import typeset
from .pieces import stroked
from .sheet import ROW_GAP, Unit

SWATCH = (5.2, 3.0)
"""Width and height in millimetres."""
GAP = 2.0


def legend_units(rows: Iterable[tuple[str, Style]], width: float) -> list[Unit]:
    """Return the rows of a legend, each a sample and its meaning."""
    units = []
    for n, (meaning, style) in enumerate(dict.fromkeys(rows)):
        left = SWATCH[0] + GAP
        text = typeset(meaning, width=max(20.0, width - left))
        item = text.item(f"legend/{n}", (left, 0.0), role="legend")
        ink = (*swatch(f"legend/{n}/sample", style), item)
        units.append(
            Unit(ink, left + text.advance, max(text.ascent, 2.8), text.descent, ROW_GAP if n else 0.0)
        )
    return units


def swatch(id: str, style: Style) -> tuple[Item, ...]:
    """Return a sample of a style: a box for colours and hatchings, a line for line styles."""
    width, height = SWATCH
    bottom = -0.4
    if (style.dash or style.weight) and not style.fill and not style.hatch:
        stroke = Stroke(
            color=style.color or "ink",
            width=WIDTHS.get(style.weight, WIDTH.line),
            dash=DASHES.get(style.dash, ()),
        )
        return (stroked(id, polyline(((0.0, 1.1), (width, 1.1))), stroke, role="sample"),)
    corners = ((0.0, bottom), (width, bottom), (width, bottom + height), (0.0, bottom + height))
    outline = polyline(corners, closed=True)
    color = style.fill or ("" if style.hatch else style.color)
    color = "" if color == "none" else SHADE if color == "shade" else color
    opacity = 1.0 if style.opacity is None else style.opacity
    items: list[Item] = [
        Path(
            id=id, role="sample", codes=outline.codes, points=outline.points, stroke=Stroke(width=WIDTH.thin),
            fill=Fill(color=color, opacity=opacity) if color else None,
        )
    ]  # fmt: skip
    if style.hatch:
        from ..draw.hatching import hatch_lines

        lines = hatch_lines(((*corners, corners[0]),), style.hatch)
        items.append(
            stroked(
                f"{id}/hatch",
                lines,
                Stroke(color=style.color or "ink", width=WIDTH.hatch),
                role="sample",
                z=1,
            )
        )
    return tuple(items)
