"""Breaks a row of nodes into lines: between words and between CJK characters, never in a formula."""

from typing import Final, NamedTuple

from .box import Box, at_offsets
from .glyphs import is_east_asian
from .nodes import Break, Cls, Gap, Node, Sym
from .setting import Size, set_row

NOT_FIRST: Final = frozenset("，。、；：？！）」』】》〉”’…,.;:?!)]}%°")
"""Characters that never begin a line. Source: W3C, Requirements for Chinese Text Layout, 3.1.3."""
NOT_LAST: Final = frozenset("（「『【《〈“‘([{")
CJK_LATIN_GAP: Final = 0.12


class Chunk(NamedTuple):
    """Material that stays together, and the white space that follows it unless the line ends there."""

    box: Box
    space: float


def chunks(items: tuple[Node, ...], size: Size) -> list[Chunk]:
    """Return the unbreakable parts of one line."""
    found: list[Chunk] = []
    word: list[Node] = []
    for node in _with_east_asian_breaks(items):
        if isinstance(node, Gap) and node.breaks:
            if word or not found:
                found.append(Chunk(set_row(tuple(word), size), node.em * size.scale))
            else:
                found[-1] = found[-1]._replace(space=found[-1].space + node.em * size.scale)
            word = []
        else:
            word.append(node)
    if word:
        found.append(Chunk(set_row(tuple(word), size), 0.0))
    return found


def _with_east_asian_breaks(items: tuple[Node, ...]) -> list[Node]:
    """Insert breaks of no width where a line of CJK text may end."""
    if not any(isinstance(node, Sym) and not node.text.isascii() for node in items):
        return list(items)
    found: list[Node] = []
    for node in items:
        last = found[-1] if found else None
        if last is not None and not isinstance(last, Gap) and not isinstance(node, Gap):
            before, after = _edge(last, -1), _edge(node, 0)
            east = (is_east_asian(before), is_east_asian(after))
            if any(east) and after not in NOT_FIRST and before not in NOT_LAST:
                mixed = not all(east) and before.isalnum() and after.isalnum()
                found.append(Gap(CJK_LATIN_GAP if mixed else 0.0, breaks=True))
        found.append(node)
    return found


def _edge(node: Node, index: int) -> str:
    return node.text[index] if isinstance(node, Sym) and node.text else "\u00b7"


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
    return at_offsets(zip(spaces, [part.box for part in parts]))


def whole(items: tuple[Node, ...], size: Size) -> Box:
    """Set one line that is not to be broken; neighbouring words become one symbol, which is quick."""
    found: list[Node] = []
    for node in _with_east_asian_breaks(items):
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
    return set_row(tuple(found), size)


BLANK: Final = Sym(" ")


def balanced(parts: list[Chunk], width: float) -> list[list[Chunk]]:
    """Break into the fewest lines of at most `width`, as even as possible; a long chunk overflows alone.

    The narrowest measure that needs no further line makes the lines even.
    """
    if not parts:
        return [[]]
    greedy = _fewest(parts, width)
    if len(greedy) == 1:
        return greedy
    return _even(parts, width, len(greedy))


def _width(parts: list[Chunk]) -> float:
    return sum(part.box.width + part.space for part in parts) - parts[-1].space


def _fewest(parts: list[Chunk], width: float) -> list[list[Chunk]]:
    lines: list[list[Chunk]] = [[]]
    used = 0.0
    for part in parts:
        if lines[-1] and used + part.box.width > width + 1e-9:
            lines.append([])
            used = 0.0
        lines[-1].append(part)
        used += part.box.width + part.space
    return lines


def _even(parts: list[Chunk], width: float, count: int) -> list[list[Chunk]]:
    """Choose the line ends by a search over the narrowest width that still gives `count` lines."""
    low, high = max(part.box.width for part in parts), width
    if low >= high:
        return _fewest(parts, width)
    for _ in range(12):
        middle = (low + high) / 2
        if len(_fewest(parts, middle)) <= count:
            high = middle
        else:
            low = middle
    return _fewest(parts, high)
