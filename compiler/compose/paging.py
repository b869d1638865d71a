"""Finished pictures on pages of a fixed size: magnified as a whole, text and lines with them."""

from __future__ import annotations

from ...dsl.scene import XY, Group, Item, Marker, Path, Rect, Scene, Stroke, TextItem
from ...dsl.theme import Page
from .moving import moved


def paged(scene: Scene, page: Page | None) -> Scene:
    """Return a picture as large as its page allows, in the page's middle; without a page it stays as it is."""
    if page is None:
        return scene
    factor = min(page.width / scene.width, page.height / scene.height)
    dx, dy = (page.width - factor * scene.width) / 2, (page.height - factor * scene.height) / 2
    items = tuple(moved(magnified(item, factor), dx, dy) for item in scene.items)
    return scene.model_copy(update={"width": page.width, "height": page.height, "items": items})


def magnified(item: Item, factor: float) -> Item:
    """Return a primitive with all its lengths multiplied."""
    match item:
        case Path():
            points = tuple(_point(point, factor) for point in item.points)
            stroke = None if item.stroke is None else _stroke(item.stroke, factor)
            return item.model_copy(update={"points": points, "stroke": stroke})
        case Marker():
            sizes = {"at": _point(item.at, factor), "size": factor * item.size, "line": factor * item.line}
            return item.model_copy(update=sizes)
        case TextItem():
            return _text(item, factor)
        case Group():
            return item.model_copy(update={"items": tuple(magnified(i, factor) for i in item.items)})


def _text(text: TextItem, factor: float) -> TextItem:
    runs = tuple(
        run.model_copy(update={"size": factor * run.size, "x": factor * run.x, "y": factor * run.y})
        for run in text.runs
    )
    rules = tuple(_box(rule, factor) for rule in text.rules)
    changes = {
        "at": _point(text.at, factor), "runs": runs, "rules": rules, "extent": _box(text.extent, factor),
        "anchor": text.anchor and text.anchor.magnified(factor),
    }  # fmt: skip
    return text.model_copy(update=changes)


def _stroke(stroke: Stroke, factor: float) -> Stroke:
    dash = tuple(factor * length for length in stroke.dash)
    return stroke.model_copy(update={"width": factor * stroke.width, "dash": dash})


def _point(point: XY, factor: float) -> XY:
    return (factor * point[0], factor * point[1])


def _box(box: Rect, factor: float) -> Rect:
    left, bottom, right, top = box
    return (factor * left, factor * bottom, factor * right, factor * top)
