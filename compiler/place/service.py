"""The one service that finds a place for every text of a drawing: `place(ink, requests)`."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...dsl.diagnostics import Outcome
from ...dsl.scene import Item
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


def place(ink: Sequence[Item], requests: Sequence[LabelRequest], *, seed: int = 0) -> Outcome[Placement]:
    """Find a place for every text: clear of all ink and of each other, as the field is used to.

    No text is dropped. Where a feature is crowded its text moves away and a leader ties it back; the
    canvas is not limited, so there is always room. `Fixed` texts stay where they are, come what may.

    >>> place((), ()).value
    Placement(labels=(), ink=(), moved=())
    """
    if not requests:
        return Outcome(Placement((), tuple(ink)))
    # shapely and numpy are loaded only when something is placed, so that `check` stays light
    from .search import find_places

    return Outcome(find_places(ink, requests, seed))
