"""Words with several homes: `table` is rows of cells, unless what is said of it is said of furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...dsl.spec import Arg, Compare, Equation, Expr, Name, Node, Part, Quantity
from ..vocabulary import Kind, Vocabulary, Want
from .rewrite import parts


def claimant(word: str, args: Sequence[Arg], vocabulary: Vocabulary) -> Kind | None:
    """Return the kind of a word that claims it by the names of what is said, or letters of equations, if there is one."""
    named = {arg.name.lower() for arg in args if arg.name}
    named |= {letter for arg in args if not arg.name for letter in _letters(arg.value)}
    return next(
        (kind for kind in vocabulary.homes(word) if any(named.issuperset(claim) for claim in kind.claims)),
        None,
    )


def _letters(value: Expr) -> Iterator[str]:
    """Yield the names in an equation or a chain of inequalities."""
    waiting: list[Node] = [value] if isinstance(value, Equation | Compare) else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name):
            yield node.id
        waiting += parts(node)


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
