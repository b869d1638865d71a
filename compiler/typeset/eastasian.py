"""Chinese and Japanese lines: where they may end, the white beside Latin letters, the room of punctuation.

Sources: W3C, Requirements for Chinese Text Layout, 3.1 to 3.2; JIS X 4051, line breaking (kinsoku).
"""

from typing import Final

from .box import Box
from .glyphs import is_east_asian
from .nodes import Accent, Break, Cls, Fenced, Frac, Gap, Node, Root, Row, Scripts, Sym

CLOSERS: Final = frozenset("，。、；：）」』】》〉〕〗］｝")
"""Punctuation whose ink fills the left half of its square."""
OPENERS: Final = frozenset("（「『【《〈〔〖［｛")
"""Punctuation whose ink fills the right half of its square."""
NOT_FIRST: Final = (
    CLOSERS
    | frozenset("”’？！…‥·・―—～〜ー々〻ゝゞヽヾ％‰℃°,.;:?!)]}%")
    | frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
)
"""Characters that never begin a line."""
NOT_LAST: Final = OPENERS | frozenset("“‘([{￥＄$№")
"""Characters that never end a line."""
LATIN_GAP: Final = 0.16
"""White between a Chinese character and a Latin letter or a digit, in ems."""
HALF: Final = 0.5
"""Of a punctuation mark's square that is white, in ems: left out between two marks and at a line's ends."""


def with_breaks(items: tuple[Node, ...]) -> list[Node]:
    """Insert breaks where a line of Chinese text may end, and the white between what stands there."""
    if not any(_is_east(node) for node in items):
        return list(items)
    found: list[Node] = []
    for node, following in zip(items, (*items[1:], Break())):
        last = found[-1] if found else Break()
        if (
            isinstance(last, Gap | Break)
            or isinstance(node, Break)
            or _is_operator(last)
            or _is_operator(node)
        ):
            found.append(node)
        elif not isinstance(node, Gap):
            found += (*_between(_edge(last, -1), _edge(node, 0)), node)
        elif node.breaks and not isinstance(following, Gap | Break):
            found += _between(_edge(last, -1), _edge(following, 0)) or (node,)
        else:
            found.append(node)
    return found


def _is_operator(node: Node) -> bool:
    """Whether a node brings its own white: an equals sign, a plus."""
    return isinstance(node, Sym) and node.cls in (Cls.REL, Cls.BIN, Cls.OP)


def _is_east(node: Node) -> bool:
    return isinstance(node, Sym) and not node.text.isascii() and any(map(is_east_asian, node.text))


def _between(before: str, after: str) -> tuple[Gap, ...]:
    """Return the white and the chance to break between two characters."""
    east = is_east_asian(before), is_east_asian(after)
    if not any(east):
        return ()
    breaks = after not in NOT_FIRST and before not in NOT_LAST and not (before.isdigit() and east[1])
    if (before in CLOSERS and after in CLOSERS | OPENERS) or (before in OPENERS and after in OPENERS):
        white = -HALF
    else:
        white = LATIN_GAP if not all(east) and before.isalnum() and after.isalnum() else 0.0
    return (Gap(white, breaks=breaks),) if breaks or white else ()


def _edge(node: Node, index: int) -> str:
    """Return the first or last character that a node shows on the base line; a formula counts as a letter."""
    match node:
        case Sym(text=text):
            return text[index] if text else "x"
        case Row(items=items):
            return _edge(items[index], index) if items else "x"
        case Scripts(base=body) | Accent(body=body):
            return _edge(body, index)
        case Fenced(left=left, right=right):
            return (right if index else left) or "x"
        case Frac() | Root():
            return "x"
    return "·"


def trimmed(line: Box) -> Box:
    """Return a line without the white that punctuation has at its ends."""
    if not line.ink:
        return line
    first, last = line.ink[0], line.ink[-1]
    if first.piece.font == "cjk" and first.piece.text[0] in OPENERS:
        line = line.at(-HALF * first.scale, 0.0).wide(line.width - HALF * first.scale)
    if last.piece.font == "cjk" and last.piece.text[-1] in CLOSERS:
        line = line.wide(line.width - HALF * last.scale)
    return line
