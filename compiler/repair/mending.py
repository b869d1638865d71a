"""Faults of a finished picture that are mended on the picture itself: readable colours, room, grounds.

Each mend is tried on its own and kept only if the audit then finds less; each is reported as a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ...dsl.diagnostics import Diagnostic, Severity
from ...dsl.scene import Group, Item, Path, Scene, TextItem
from ..audit.legibility import faults, ground_under
from ..audit.legibility_codes import FAINT_TEXT, OFF_CANVAS, REPAIRED
from ..audit.page import Page
from ..audit.painted import Fault
from ..compose.moving import all_moved
from ..place.gaps import HALO, paper
from ..place.geometry import bounds, text_corners
from ..place.tone import contrast

MARGIN: Final = 4.0
"""Millimetres of paper around a picture that is made larger."""
MOST_TRIES: Final = 16
"""Each takes one audit, a few milliseconds."""


@dataclass(frozen=True)
class Mended:
    """A picture with the faults that are left, and what was done to it."""

    scene: Scene
    faults: tuple[Fault, ...]
    notes: tuple[Diagnostic, ...] = ()


def weight(found: Sequence[Fault]) -> int:
    """Return how bad findings are together: any number of warnings is less than an error.

    >>> weight(())
    0
    """
    return sum(1000 if f.diagnostic.severity is Severity.ERROR else 1 for f in found)


def mended(scene: Scene) -> Mended:
    """Return a picture with all that can be mended on it mended. Emits LAY020."""
    best = Mended(scene, faults(scene))
    for _ in range(MOST_TRIES):
        better = next(_better(best), None)
        if better is None:
            break
        best = better
    return best


def _better(before: Mended) -> Iterator[Mended]:
    """Yield the pictures with one fault mended and no new one."""
    for fault in before.faults[:MOST_TRIES]:
        mend = _MENDS.get(fault.diagnostic.code)
        for scene, how in mend(before.scene, fault) if mend else ():
            left = faults(scene)
            if weight(left) < weight(before.faults):
                note = REPAIRED.found(
                    f"{fault.diagnostic.message}: {how}", fault.diagnostic.span, hints=fault.diagnostic.hints
                )
                yield Mended(scene, left, (*before.notes, note))
                return


Mends: TypeAlias = Iterator[tuple[Scene, str]]


def _readable(scene: Scene, fault: Fault) -> Mends:
    """Set a faint text in the colour that stands out most from what it stands on."""
    text = fault.leaf
    assert isinstance(text, TextItem)
    page = Page(scene)
    painted = next((one for one in page.texts if one.leaf is text), None)
    if painted is None:
        return
    ground = ground_under(painted, page)
    color = max(("ink", "paper"), key=lambda name: contrast(page.luminance(name), ground))
    if color != text.color:
        yield _with_text(scene, text, color), "now in a readable colour"
    whole = _with_text(scene, text, "ink")
    yield _with_items(whole, [*whole.items, _ground(text)]), "now on a ground of its own"


def _with_text(scene: Scene, text: TextItem, color: str) -> Scene:
    clear = text.model_copy(update={"color": color})
    return _with_items(scene, [_exchanged(item, text, clear) for item in scene.items])


def _ground(text: TextItem) -> Path:
    """Return paper under a text, as far around it as texts keep from other ink."""
    grown = tuple(side + way * HALO for side, way in zip(text.extent, (-1, -1, 1, 1)))
    return paper(f"{text.id}_halo", text_corners(text.model_copy(update={"extent": grown})), text.z - 1)


def _exchanged(item: Item, old: TextItem, new: TextItem) -> Item:
    if isinstance(item, Group):
        return item.model_copy(update={"items": tuple(_exchanged(one, old, new) for one in item.items)})
    return new if item is old else item


def _roomy(scene: Scene, fault: Fault) -> Mends:
    """Make the canvas as large as what is painted on it."""
    left, bottom, right, top = bounds(scene.items)
    left, bottom = min(left - MARGIN, 0.0), min(bottom - MARGIN, 0.0)
    right, top = max(right + MARGIN, scene.width), max(top + MARGIN, scene.height)
    grown = _with_items(scene, all_moved(scene.items, -left, -bottom))
    yield (
        grown.model_copy(update={"width": right - left, "height": top - bottom}),
        "the canvas is larger now",
    )


def _with_items(scene: Scene, items: Sequence[Item]) -> Scene:
    return scene.model_copy(update={"items": tuple(items)})


_MENDS: Final[dict[str, Callable[[Scene, Fault], Mends]]] = {
    OFF_CANVAS.code: _roomy,
    FAINT_TEXT.code: _readable,
}
