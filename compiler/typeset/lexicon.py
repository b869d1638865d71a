"""The letters that one picture uses as symbols, so that each is set alike wherever it stands.

A letter alone in prose may be a word, a name or a quantity. Where the same picture says `v_0 = 3 m/s` or has a
point `Q`, the letters are quantities and points in its running text, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Letters that stand for quantities or points, those of them that stand for points, and substances."""

    symbols: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    substances: frozenset[str] = frozenset()
    """Formulas of its reactions, such as `O2`, which elsewhere is the second of some centres."""

    def within(self, text: str) -> Lexicon:
        """Return what of it a text can show: texts without these letters are set once for all pictures."""
        letters = frozenset(text)
        substances = frozenset(formula for formula in self.substances if formula in text)
        return Lexicon(self.symbols & letters, self.points & letters, substances)


NO_SYMBOLS = Lexicon()
_spoken: ContextVar[Callable[[], Lexicon]] = ContextVar("lexicon")


def spoken() -> Lexicon:
    """Return the lexicon of the picture that is being made."""
    make = _spoken.get(None)
    return NO_SYMBOLS if make is None else make()


@contextmanager
def speaking(make: Callable[[], Lexicon]) -> Iterator[None]:
    """Set texts by a lexicon for a while; it is made when the first text is set."""
    token = _spoken.set(make)
    try:
        yield
    finally:
        _spoken.reset(token)


def substances_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the formulas of molecules with an index that reactions name.

    >>> sorted(substances_in(["2 H2 + O2 -> 2 H2O", "the centres O1 and O2"]))
    ['H2', 'H2O', 'O2']
    """
    from .chemistry import MOLECULE, is_reaction

    for text in texts:
        if is_reaction(text):
            yield from MOLECULE.findall(text)


def symbols_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the letters that formulas and labels of one symbol use; prose is no evidence.

    >>> sorted(set(symbols_in(["v_0 = 3 m/s", "a ball at rest", "$F(r, s)$", "Q"])))
    ['F', 'Q', 'r', 's', 'v']
    """
    from .checking import nodes_of
    from .nodes import Sym
    from .segments import read_text

    for text in texts:
        if len(text) > 3 and not set("=$<>≤≥≈_^") & set(text):
            continue
        for node in nodes_of(read_text(text).items):
            if isinstance(node, Sym) and node.face == "italic" and len(node.text) == 1:
                yield node.text
