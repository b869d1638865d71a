"""The one service that finds a place for every text of a drawing: `place(ink, requests)`."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...dsl.diagnostics import Diagnostic, Outcome, shortened
from ...dsl.scene import Item
from .codes import KEYED
from .request import LabelRequest


@dataclass(frozen=True)
class Placement:
    """Every text in its place, and the ink once more."""

    labels: tuple[Item, ...]
    """The texts, with leader lines (role `leader`) and halos (role `halo`)."""
    ink: tuple[Item, ...]
    """The ink that was given, with lines broken where a text stands in them."""
    moved: tuple[str, ...] = ()
    """Ids of the requests whose text stands away from its feature, tied to it by a leader."""
    keyed: tuple[str, ...] = ()
    """Ids of the requests whose text stands in the key, tied to its feature by a number."""


def place(ink: Sequence[Item], requests: Sequence[LabelRequest], *, seed: int = 0) -> Outcome[Placement]:
    """Find a place for every text: clear of all ink and of each other, as the field is used to.

    No text is dropped. Where a feature is crowded its text moves away and a leader ties it back; where that
    fails too, a number stands at the feature and the text in a key beside the figure (code LAY030). `Fixed`
    texts stay where they are, come what may.

    >>> place((), ()).value
    Placement(labels=(), ink=(), moved=(), keyed=())
    """
    if not requests:
        return Outcome(Placement((), tuple(ink)))
    # shapely and numpy are loaded only when something is placed, so that `check` stays light
    from .search import find_places

    placement = find_places(ink, requests, seed)
    keyed = [request for request in requests if request.id in set(placement.keyed)]
    return Outcome(placement, tuple(_note(request) for request in keyed))


def _note(request: LabelRequest) -> Diagnostic:
    return KEYED.found(
        f"text `{shortened(request.text.source, 40)}` stands in the key, a number at its feature",
        request.origin.span if request.origin else None,
        hints=["shorten it, make the things larger, or say `bare` where a text need not print"],
    )
