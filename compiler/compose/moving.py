"""Moving and naming primitives, so that panels drawn apart stand together."""

from __future__ import annotations

from collections.abc import Iterable

from ...dsl.scene import Group, Item, Marker, Path, TextItem


def moved(item: Item, dx: float, dy: float) -> Item:
    """Return a primitive shifted by (dx, dy) millimetres."""
    match item:
        case Path():
            return item.model_copy(update={"points": tuple((x + dx, y + dy) for x, y in item.points)})
        case Marker():
            return item.model_copy(update={"at": (item.at[0] + dx, item.at[1] + dy)})
        case TextItem():
            anchor = item.anchor.moved(dx, dy) if item.anchor else None
            return item.model_copy(update={"at": (item.at[0] + dx, item.at[1] + dy), "anchor": anchor})
        case Group():
            return item.model_copy(update={"items": tuple(moved(i, dx, dy) for i in item.items)})


def all_moved(items: Iterable[Item], dx: float, dy: float) -> tuple[Item, ...]:
    """Return primitives shifted by (dx, dy) millimetres."""
    if dx == dy == 0.0:
        return tuple(items)
    return tuple(moved(item, dx, dy) for item in items)


def named(item: Item, panel: str) -> Item:
    """Return a primitive whose id says which panel it belongs to, so that ids of panels never clash."""
    renamed = item.model_copy(update={"id": f"{panel}/{item.id}"})
    if isinstance(renamed, Group):
        return renamed.model_copy(update={"items": tuple(named(i, panel) for i in renamed.items)})
    return renamed
