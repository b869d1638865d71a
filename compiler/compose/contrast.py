"""Colours that stand out: what is drawn or written in a colour too close to the paper gets a stronger one of its hue,
and tinted areas are as strong as text on them can bear.
"""

from __future__ import annotations

from ...dsl.scene import Group, Item, Marker, Path, Scene, TextItem
from ...dsl.theme import Theme

FOR_LINES, FOR_TEXT = 3.0, 4.5
"""Contrast to the paper that lines and texts have at least. Source: WCAG 2.2, 1.4.11 and 1.4.3."""
BACKGROUND = frozenset({"grid", "halo", "frame", "rule", "hatch"})
"""Roles of lines that stand back on purpose."""
ON_AREAS = frozenset({"paper", "white"})
"""Colours of what stands on dark areas or hides what is behind."""


def legible(scene: Scene, theme: Theme) -> Scene:
    """Return a picture whose lines, markers and texts stand out from its paper."""
    return scene.model_copy(update={"items": tuple(_legible(item, theme) for item in scene.items)})


def _legible(item: Item, theme: Theme) -> Item:
    match item:
        case Group():
            return item.model_copy(update={"items": tuple(_legible(i, theme) for i in item.items)})
        case Path():
            return _line(item, theme)
        case Marker() | TextItem():
            least = FOR_TEXT if isinstance(item, TextItem) else FOR_LINES
            color = _against_paper(item.color, theme, least)
            return item if color == item.color else item.model_copy(update={"color": color})


def _line(path: Path, theme: Theme) -> Path:
    """Return a path whose line stands out; an arrowhead is as its line is, other areas keep their colour."""
    if path.role in BACKGROUND:
        return path
    if path.fill is not None and path.fill.opacity < 1.0:
        fill = path.fill.model_copy(update={"opacity": theme.tint * path.fill.opacity})
        path = path.model_copy(update={"fill": fill})
    if path.stroke is not None:
        color = _against_paper(path.stroke.color, theme, FOR_LINES)
        if color != path.stroke.color:
            return path.model_copy(update={"stroke": path.stroke.model_copy(update={"color": color})})
    elif path.role == "arrowhead" and path.fill is not None:
        color = _against_paper(path.fill.color, theme, FOR_LINES)
        if color != path.fill.color:
            return path.model_copy(update={"fill": path.fill.model_copy(update={"color": color})})
    return path


def _against_paper(color: str, theme: Theme, least: float) -> str:
    return color if color in ON_AREAS else theme.legible(color, least)
