"""Parts a row of nodes into what stays together: words, quantities and formulas; Chinese text parts at most places."""

from typing import Final

from .box import Box, at_offsets
from .breaking import Chunk
from .eastasian import trimmed, with_breaks
from .nodes import Break, Cls, Gap, Node, Sym
from .setting import Size, set_row
from .wordlists import NAMED_BEFORE

ARTICLES: Final = frozenset({"a", "an", "the", "A", "An", "The"})
ARTICLE, NOUN = 3.0, 6.0
"""Cost, in square ems, of a line that ends with an article, and with `point` when its letter follows: less than
uneven lines cost."""
SHORT: Final = 14
"""Nodes in brackets up to which these are not broken: coordinates, intervals, arguments."""


def chunks(items: tuple[Node, ...], size: Size) -> list[Chunk]:
    """Return the unbreakable parts of one line."""
    found: list[Chunk] = []
    word: list[Node] = []
    for node in _bracketed(with_breaks(items)):
        if isinstance(node, Gap) and node.breaks:
            if word or not found:
                found.append(Chunk(set_row(tuple(word), size), node.em * size.scale, _clings(word)))
            else:
                found[-1] = found[-1]._replace(space=found[-1].space + node.em * size.scale)
            word = []
        else:
            word.append(node)
    if word:
        found.append(Chunk(set_row(tuple(word), size), 0.0))
    return _named(found)


def _bracketed(nodes: list[Node]) -> list[Node]:
    """Bind what stands in short brackets without words: `(−4, 0)`, `[a, b]`."""
    bound = list(nodes)
    opened: list[int] = []
    for at, node in enumerate(nodes):
        if not isinstance(node, Sym):
            continue
        if node.text in ("(", "["):
            opened.append(at)
        elif node.text in (")", "]") and opened:
            start = opened.pop()
            if at - start <= SHORT and not any(_is_word(inner) for inner in nodes[start:at]):
                bound[start:at] = [
                    Gap(n.em) if isinstance(n, Gap) else n for n in bound[start:at]
                ]  # fmt: skip
    return bound


def _is_word(node: Node) -> bool:
    return isinstance(node, Sym) and len(node.text) > 3 and node.text.isalpha()


def _clings(word: list[Node]) -> float:
    last = word[-1] if word else None
    return ARTICLE if isinstance(last, Sym) and last.text in ARTICLES else 0.0


def _named(parts: list[Chunk]) -> list[Chunk]:
    """Let a noun cling to the name that follows it: `point A`, `angle θ`."""
    return [
        part._replace(clings=NOUN)
        if following is not None and _is_name(following.box) and _text(part.box).lower() in NAMED_BEFORE
        else part
        for part, following in zip(parts, [*parts[1:], None])
    ]


def _is_name(box: Box) -> bool:
    """Whether a chunk begins with a symbol."""
    return bool(box.ink) and box.ink[0].piece.font in ("italic", "bolditalic")


def _text(box: Box) -> str:
    return "".join(placed.piece.text for placed in box.ink)


def split_lines(items: tuple[Node, ...]) -> list[tuple[Node, ...]]:
    """Split at the breaks that the author wrote."""
    lines: list[list[Node]] = [[]]
    for node in items:
        if isinstance(node, Break):
            lines.append([])
        else:
            lines[-1].append(node)
    return [tuple(line) for line in lines]


def join(parts: list[Chunk]) -> Box:
    """Set chunks side by side with their spaces."""
    spaces = [0.0, *(part.space for part in parts)]
    return trimmed(at_offsets(zip(spaces, [part.box for part in parts])))


def whole(items: tuple[Node, ...], size: Size) -> Box:
    """Set one line that is not to be broken; neighbouring words become one symbol, which is quick."""
    found: list[Node] = []
    for node in with_breaks(items):
        last = found[-1] if found else None
        if isinstance(node, Gap) and node.em == 0.25:
            node = BLANK
        if (
            type(node) is Sym
            and type(last) is Sym
            and node.cls is last.cls is Cls.ORD
            and node.face == last.face
        ):
            found[-1] = Sym(last.text + node.text, last.face)
        elif not (isinstance(node, Gap) and node.em == 0.0):
            found.append(node)
    return trimmed(set_row(tuple(found), size))


BLANK: Final = Sym(" ")
