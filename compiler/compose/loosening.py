"""Texts and pictograms that were set at a place and met other ink there: made smaller, or handed to the placement service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from ...dsl.scene import Item, Path, Rect, Run, TextItem
from ..audit.overlap import damage
from ..audit.painted import Painted, near
from ..place.geometry import bounds, in_paint_order
from ..place.request import Fixed, LabelRequest
from ..shapes import polar
from ..targets import ByPoint, InArea, Target
from ..typeset import SetText

LOOSE = frozenset({"label", "icon"})
"""Roles of the texts that may move; what stands in a cell or names a table does not."""
SMALLER = (0.8, 0.62, 0.48)
"""The sizes at which a pictogram in the way is tried again, as shares of its own."""
RINGS = (0.7, 1.2, 1.8, 2.6)
"""How far aside a pictogram in the way is tried, as shares of its larger side."""
GAP = 0.6


def loosened(
    items: Sequence[Item], requests: Sequence[LabelRequest]
) -> tuple[list[Item], list[LabelRequest]]:
    """Return the ink and the requests of a drawing, with no text fixed where something else is drawn.

    A pictogram shrinks where it stands, or steps aside; if that does not help, it finds a place like any label.
    """
    page = [Painted(order, leaf) for order, leaf in enumerate(in_paint_order(items))]
    kept: list[Item] = list(items)
    freed: list[LabelRequest] = []
    for own in [one for one in page if _may_move(one)]:
        item, others = own.leaf, [one for one in page if one is not own]
        assert isinstance(item, TextItem)
        if not meets(own, others):
            continue
        page, kept = others, [one for one in kept if one is not item]
        small = _small(own, item, others) if item.role == "icon" else None
        if small is None:
            freed.append(_freed(item, kept))
            continue
        page.append(Painted(own.order, small))
        kept.append(small)
    return kept, [*(_unfixed(request, page) for request in requests), *freed]


def _may_move(one: Painted) -> bool:
    item = one.leaf
    return isinstance(item, TextItem) and item.role in LOOSE and bool(item.runs)


def meets(own: Painted, others: Sequence[Painted]) -> bool:
    """Whether a text touches other ink or another text."""
    close = [one for one in others if near(own.box, one.box)]
    texts = [one for one in close if isinstance(one.leaf, TextItem) and one.leaf.runs]
    ink = [one for one in close if not isinstance(one.leaf, TextItem)]
    return any(own.text.intersects(t.text) for t in texts) or any(damage(own, one, ink) for one in ink)


def _small(own: Painted, icon: TextItem, others: Sequence[Painted]) -> TextItem | None:
    """Return the largest smaller copy of a pictogram, about the same middle or beside it, that meets nothing."""
    copies = (scaled(icon, share) for share in SMALLER)
    aside = (_aside(scaled(icon, SMALLER[1]), ring, turn) for ring in RINGS for turn in range(0, 360, 45))
    return next((c for c in chain(copies, aside) if not meets(Painted(own.order, c), others)), None)


def _aside(icon: TextItem, ring: float, degrees: float) -> TextItem:
    left, bottom, right, top = icon.extent
    return icon.model_copy(update={"at": polar(icon.at, ring * max(right - left, top - bottom), degrees)})


def scaled(icon: TextItem, share: float) -> TextItem:
    """Return a text at a share of its size about its own middle."""
    left, bottom, right, top = icon.extent
    shift = (1 - share) / 2
    at = (icon.at[0] + shift * (left + right), icon.at[1] + shift * (bottom + top))
    runs = tuple(_scaled_run(run, share) for run in icon.runs)
    return icon.model_copy(update={"at": at, "runs": runs, "extent": tuple(share * v for v in icon.extent)})


def _scaled_run(run: Run, share: float) -> Run:
    return run.model_copy(update={"size": share * run.size, "x": share * run.x, "y": share * run.y})


def _freed(item: TextItem, items: Sequence[Item]) -> LabelRequest:
    """Return the request for a place near that where a text stood."""
    icon = item.role == "icon"
    text = set_again(scaled(item, SMALLER[1]) if icon else item)
    return LabelRequest(
        id=item.id, text=text, target=_near(item, items), role=item.role, origin=item.origin, color=item.color,
        z=item.z, may_lead=not icon,
    )  # fmt: skip


def set_again(item: TextItem) -> SetText:
    """Return the set text that a text on the page was made of."""
    left, bottom, right, top = item.extent
    return SetText(item.source, item.runs, item.rules, item.extent, right - left, top, -bottom)


def _near(item: TextItem, items: Sequence[Item]) -> Target:
    """Return what a text belongs to: the box that holds it, the pictogram over it, else its own place."""
    box = bounds([item])
    own = [one for one in items if one.origin is not None and one.origin == item.origin]
    frames = [
        b for one in own if isinstance(one, Path) and one.role == "edge" and _holds(b := bounds([one]), box)
    ]
    icons = [bounds([one]) for one in own if isinstance(one, TextItem) and one.role == "icon"]
    if frames:
        return InArea(_ring(frames[0]))
    if icons and item.role != "icon":
        left, bottom, right, _ = icons[0]
        return ByPoint(((left + right) / 2, bottom), gap=GAP, toward=270)
    return ByPoint(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), gap=GAP)


def _holds(outer: Rect, inner: Rect) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _ring(box: Rect) -> tuple[tuple[float, float], ...]:
    left, bottom, right, top = box
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def _unfixed(request: LabelRequest, page: Sequence[Painted]) -> LabelRequest:
    """Return a request whose text stays where it was told to only if nothing else is drawn there."""
    if not isinstance(request.target, Fixed):
        return request
    at = request.target.at
    item = request.text.item(request.id, _corner(request), role=request.role, z=request.z)
    return replace(request, target=ByPoint(at, gap=GAP)) if meets(Painted(len(page), item), page) else request


def _corner(request: LabelRequest) -> tuple[float, float]:
    """Return the origin of a fixed text, whose target names a point of its box."""
    assert isinstance(request.target, Fixed)
    (x, y), align = request.target.at, request.target.align.split()
    left, bottom, right, top = request.text.extent
    across = left if "left" in align else right if "right" in align else (left + right) / 2
    up = bottom if "bottom" in align else top if "top" in align else (bottom + top) / 2
    return (x - across, y - up)
