"""Words with several homes: `table` is rows of cells, unless what is said of it is said of furniture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...dsl.spec import Arg, Name, Part, Quantity
from ..vocabulary import Kind, Vocabulary, Want


def claimant(word: str, args: Sequence[Arg], vocabulary: Vocabulary) -> Kind | None:
    """Return the kind of a word that claims it by the names of what is said, if there is one."""
    named = {arg.name.lower() for arg in args if arg.name}
    return next(
        (kind for kind in vocabulary.homes(word) if any(named.issuperset(claim) for claim in kind.claims)),
        None,
    )


def home_of(word: str, args: Sequence[Arg], vocabulary: Vocabulary) -> Kind | None:
    """Return the first kind of a word that can use what is said; nothing if all of them decline."""
    return next((kind for kind in vocabulary.homes(word) if not declines(kind, args)), None)


def declines(kind: Kind, args: Sequence[Arg]) -> bool:
    """Whether arguments hold nothing of what a kind cannot do without.

    Words, names and amounts are said of any thing; texts, numbers and lists are what such slots hold.
    """
    wanted = [slot for slot in kind.slots if slot.name in kind.needs]
    if not wanted:
        return False
    if any(
        arg.name and any(arg.name.lower() in (slot.name, *slot.aliases) for slot in wanted) for arg in args
    ):
        return False
    open_slots = [slot for slot in wanted if slot.positional and Want.WORD not in slot.wants]
    held = [arg for arg in args if not arg.name and not isinstance(arg.value, Name | Part | Quantity)]
    return not (open_slots and held)


def is_flat(args: Sequence[Arg], kinds: Mapping[str, Kind]) -> bool:
    """Whether something is said of a curve in the plane, so that a word means what it means there."""
    names = (arg.value.id for arg in args if isinstance(arg.value, Name))
    return any("curve" in kind.traits and not kind.space for name in names if (kind := kinds.get(name)))
