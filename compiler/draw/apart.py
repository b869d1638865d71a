"""Lines whose colours a legend explains differ by their dashes too: no meaning is by colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...dsl.scene import Group, Item, Path
from ...dsl.theme import DASHES
from ..model import Style
from .inked import GREYS, LINES, PLAIN, SUBJECTS, leaves
from .pen import Canvas


def told_apart(canvases: Sequence[Canvas]) -> list[Canvas]:
    """Return the drawings of a picture, the first colour of its legend solid and each further one with its own dash."""
    explained = dict.fromkeys(
        style.color for canvas in canvases for _, style in canvas.legend if _is_colour_alone(style)
    )
    drawn = {
        item.stroke.color
        for canvas in canvases
        for item in leaves(canvas.items)
        if isinstance(item, Path) and item.stroke is not None and _is_subject(item)
    }
    colors = [color for color in explained if color in drawn]
    if len(colors) < 2:
        return list(canvases)
    dashes = dict(zip(colors, LINES))
    return [_dashed(canvas, dashes) for canvas in canvases]


def _is_colour_alone(style: Style) -> bool:
    return style.color not in PLAIN | GREYS and not (style.fill or style.hatch or style.dash)


def _is_subject(item: Item) -> bool:
    """Whether a primitive is a solid line that draws something."""
    if not isinstance(item, Path) or item.stroke is None:
        return False
    return item.role in SUBJECTS and not item.stroke.dash


def _dashed(canvas: Canvas, dashes: Mapping[str, str]) -> Canvas:
    items = [_with_dash(item, dashes) for item in canvas.items]
    legend = [
        (text, replace(style, dash=dashes[style.color] or "solid"))
        if style.color in dashes and _is_colour_alone(style)
        else (text, style)
        for text, style in canvas.legend
    ]
    return replace(canvas, items=items, legend=legend)


def _with_dash(item: Item, dashes: Mapping[str, str]) -> Item:
    if isinstance(item, Group):
        return item.model_copy(update={"items": tuple(_with_dash(i, dashes) for i in item.items)})
    if not isinstance(item, Path) or item.stroke is None or not _is_subject(item):
        return item
    name = dashes.get(item.stroke.color, "")
    if not name:
        return item
    cap = "round" if "dot" in name else "butt"
    return item.model_copy(
        update={"stroke": item.stroke.model_copy(update={"dash": DASHES[name], "cap": cap})}
    )
