"""Sets a tree of nodes as a box, with the rules of TeX and the proportions of the STIX fonts.

Source: Knuth, The TeXbook, chapters 17 and 18 and appendix G; parameters measured on STIX General.
"""

from dataclasses import dataclass, replace
from typing import Final

from .box import EMPTY, Box, at_offsets, beside, overlay, rule, space, text_box
from .delimiters import AXIS, delimiter, radical, stretched
from .gridded import set_grid
from .nodes import (
    Accent,
    Break,
    Cls,
    Fenced,
    Frac,
    Gap,
    Grid,
    Node,
    Root,
    Row,
    Ruled,
    Scripts,
    Stacked,
    Sym,
    class_of,
)  # fmt: skip
from .symbols import INTEGRALS

RULE: Final = 0.045
"""Thickness of fraction bars and roots."""
X_HEIGHT: Final = 0.45
ROOT_HEIGHT: Final = 0.66
"""Of the lowest root sign, in ems: that over a digit, so that all simple roots look alike and none is small."""
TALL: Final = 1.2
"""Ems of height from which material is taller than a line of text."""
FENCE_REACH: Final = 0.35
"""How much fences are taller than a grid, in ems: their ends curve towards its corners."""
THIN, MEDIUM, THICK = 1 / 6, 2 / 9, 5 / 18

SPACING: Final = (
    "01230001",
    "11030001",
    "22002002",
    "33003003",
    "00000000",
    "01230001",
    "11011111",
    "11231011",
)  # fmt: skip
"""Space between two classes: 1 thin, 2 medium, 3 thick. Source: The TeXbook, p. 170, with the thin
space after a function's name kept in scripts."""
SPACES: Final = {"0": 0.0, "1": THIN, "2": MEDIUM, "3": THICK}


SMALLEST: Final = 0.62
"""Of the type size: scripts below are not read at 9 points."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large and how bold to set: `scale` is the type size, `level` counts nested scripts."""

    scale: float = 1.0
    level: int = 0
    bold: bool = False

    @property
    def script(self) -> "Size":
        """The size of scripts: 70 %, then half, but in small fractions never so small that nobody reads them."""
        scale = (0.7, 0.52, 0.5)[min(self.level, 2)] * self.base
        return replace(self, scale=max(scale, min(self.scale, SMALLEST)), level=self.level + 1)

    @property
    def base(self) -> float:
        """The scale of the surrounding line."""
        return self.scale / (1.0, 0.7, 0.52, 0.5)[min(self.level, 3)]

    @property
    def fraction(self) -> "Size":
        """The size of a fraction's parts: smaller than the line but never as small as scripts."""
        return replace(self, scale=self.scale * 0.8) if self.scale > 0.6 else self


BOLD: Final = {"roman": "bold", "italic": "bolditalic"}


def set_node(node: Node, size: Size) -> Box:
    """Return the box of one node.

    >>> round(set_node(Sym("2"), Size()).width, 2)
    0.5
    """
    match node:
        case Sym():
            return _symbol(node, size)
        case Gap(em=em):
            return space(em * size.scale)
        case Break():
            return EMPTY
        case Row(items=items):
            return set_row(items, size)
        case Scripts():
            return _scripts(node, size)
        case Frac():
            return _fraction(node, size)
        case Root():
            return _root(node, size)
        case Accent():
            return _accent(node, size)
        case Ruled():
            return _ruled(node, size)
        case Fenced():
            return _fenced(node, size)
        case Stacked():
            return _stacked(node, size)
        case Grid():
            return set_grid(node, size, set_node)


def set_row(items: tuple[Node, ...], size: Size) -> Box:
    """Set nodes side by side, spaced by their classes."""
    if len(items) == 1:
        return set_node(items[0], size)
    parts: list[tuple[float, Box]] = []
    before: Cls | None = None
    slant = 0.0
    for node, cls in zip(items, _classes(items), strict=True):
        box = set_node(node, size)
        gap = 0.0 if before is None or cls is None else _space(before, cls, size)
        if before is Cls.OP and cls is not None:
            gap += slant
        elif slant > max(gap, 0.03 * size.scale) and not _leans(box):
            gap = slant
        elif not slant and before is not None:
            gap += max(0.0, -_left_edge(box) - 0.06 * size.scale)
        parts.append((gap, box))
        slant, before = box.slant, cls
    return at_offsets(parts)


def _space(before: Cls, after: Cls, size: Size) -> float:
    code = SPACING[before][after]
    if size.level and code != "1":
        return 0.06 * size.scale if code == "3" else 0.0
    if size.level and Cls.OP not in (before, after):
        return 0.0
    return SPACES[code] * size.scale


def _classes(items: tuple[Node, ...]) -> list[Cls | None]:
    """Return the classes, with signs that have no left or right operand taken as ordinary."""
    classes = [class_of(node) for node in items]
    before: Cls | None = None
    for index, cls in enumerate(classes):
        if cls is None:
            continue
        if cls is Cls.BIN and before in (None, Cls.BIN, Cls.OP, Cls.REL, Cls.OPEN, Cls.PUNCT):
            classes[index] = cls = Cls.ORD
        following = next((c for c in classes[index + 1 :] if c is not None), None)
        if cls is Cls.BIN and following in (None, Cls.REL, Cls.CLOSE, Cls.PUNCT):
            classes[index] = cls = Cls.ORD
        before = cls
    return classes


def _leans(box: Box) -> bool:
    return bool(box.ink) and box.ink[0].piece.font in ("italic", "bolditalic")


def _left_edge(box: Box) -> float:
    return box.ink[0].ink[0] if box.ink and box.ink[0].piece.right > box.ink[0].piece.left else 0.0


def _symbol(node: Sym, size: Size) -> Box:
    style = BOLD.get(node.face, node.face) if size.bold else node.face
    return text_box(node.text, style, size.scale)


def _scripts(node: Scripts, size: Size) -> Box:
    base = set_node(node.base, size)
    if isinstance(node.base, Sym) and node.base.limits:
        return _limits(base, node.sup, node.sub, size)
    primes = _is_primes(node.sup)
    sup = set_node(node.sup, size if primes else size.script) if node.sup else None
    sub = set_node(node.sub, size.script) if node.sub else None
    tall = isinstance(node.base, Sym) and node.base.text in INTEGRALS
    up = 0.0 if sup is None else 0.03 * size.scale if primes else _raise(base, sup, size)
    down = _drop(base, sub, size, both=sup is not None) if sub else 0.0
    if sup and sub and not primes:
        clearance = (up - sup.depth) + (down - sub.height)
        lack = max(0.0, 3 * RULE * size.scale - clearance)
        up, down = up + lack / 2, down + lack / 2
    parts = [base]
    width = base.width
    if sup:
        x = base.width + base.slant + 0.02 * size.scale
        parts.append(sup.at(x, up))
        width = x + sup.width
    if sub:
        x = base.width - (0.1 * size.scale if tall else 0.0) + 0.01 * size.scale
        parts.append(sub.at(x, -down))
        width = max(width, x + sub.width)
    return overlay(parts, width + 0.04 * size.scale)


def _is_primes(sup: Node | None) -> bool:
    """Whether a superscript is primes only, which the font draws at their height already."""
    return isinstance(sup, Sym) and set(sup.text) == {"′"}


def _raise(base: Box, sup: Box, size: Size) -> float:
    least = 0.35 * size.scale
    return max(least, base.height - 0.31 * size.scale, sup.depth + 0.25 * X_HEIGHT * size.scale)


def _drop(base: Box, sub: Box, size: Size, *, both: bool) -> float:
    least = (0.21 if both else 0.16) * size.scale
    return max(least, base.depth + 0.03 * size.scale, sub.height - 0.8 * X_HEIGHT * size.scale)


def _limits(base: Box, sup: Node | None, sub: Node | None, size: Size) -> Box:
    above = set_node(sup, size.script) if sup else EMPTY
    below = set_node(sub, size.script) if sub else EMPTY
    width = max(base.width, above.width, below.width)
    gap = 0.1 * size.scale
    parts = [base.at((width - base.width) / 2, 0)]
    if sup:
        parts.append(above.at((width - above.width) / 2, base.height + gap + above.depth))
    if sub:
        parts.append(below.at((width - below.width) / 2, -base.depth - gap - below.height))
    return overlay(parts, width)


def _fraction(node: Frac, size: Size) -> Box:
    inner = size if node.big else size.fraction
    top, bottom = set_node(node.top, inner), set_node(node.bottom, inner)
    thickness, side = RULE * size.scale, 0.08 * size.scale
    gap = (0.11 if node.bar else 0.08) * size.scale
    over, under = gap + _relief(top, size), gap + _relief(bottom, size)
    width = max(top.width + top.slant, bottom.width + bottom.slant) + 2 * side
    axis = AXIS * size.scale
    parts = [
        top.at((width - top.width) / 2, axis + thickness / 2 + over + top.depth),
        bottom.at((width - bottom.width) / 2, axis - thickness / 2 - under - bottom.height),
    ]
    if node.bar:
        parts.append(rule(side / 2, axis - thickness / 2, width - side, thickness))
    return overlay(parts, width + side / 2)


def _relief(part: Box, size: Size) -> float:
    """Return the white that a part of a fraction needs beyond the usual: matrices and fractions more than a line."""
    return min(0.2 * size.scale, 0.07 * max(0.0, part.height + part.depth - TALL * size.scale))


def _root(node: Root, size: Size) -> Box:
    body = set_node(node.body, size)
    thickness, gap = RULE * size.scale, 0.1 * size.scale
    low = -body.depth - 0.04 * size.scale
    high = max(body.height, ROOT_HEIGHT * size.scale) + gap
    sign, hook = radical(low, high + thickness, size.scale)
    degree = set_node(node.degree, replace(size.script, scale=0.55 * size.scale)) if node.degree else EMPTY
    lead = max(0.0, degree.width - 0.42 * sign.width)
    parts = [
        sign.at(lead, 0),
        body.at(lead + sign.width, 0),
        rule(lead + hook, high, sign.width - hook + body.width + body.slant + 0.06 * size.scale, thickness),
    ]
    if node.degree:
        parts.append(degree.at(max(0.0, 0.42 * sign.width - degree.width), low + 0.55 * (high - low)))
    return overlay(parts, lead + sign.width + body.width + body.slant + 0.1 * size.scale)


def _accent(node: Accent, size: Size) -> Box:
    body = set_node(node.body, size)
    left, right = body.ink_edges
    upright = isinstance(node.body, Sym) and len(node.body.text) == 1
    lean = 0.07 * size.scale if upright and _leans(body) else 0.0
    if node.wide:
        mark = stretched(node.mark, max(right - left, 0.4 * size.scale), size.scale)
    else:
        mark = text_box(node.mark, "roman", size.scale)
    start, end = mark.ink_edges
    lift = max(body.height, X_HEIGHT * size.scale) + 0.07 * size.scale - min(p.ink[1] for p in mark.ink)
    x = (left + right) / 2 + lean - (start + end) / 2
    return overlay([body, mark.at(x, lift)], body.width)._replace(slant=body.slant)


def _ruled(node: Ruled, size: Size) -> Box:
    body = set_node(node.body, size)
    left, right = body.ink_edges
    left, right = min(left, 0.0), max(right, body.width)
    thickness = RULE * size.scale
    if node.where == "over":
        line = rule(left, body.height + 0.09 * size.scale, right - left, thickness)
        return overlay([body, line], body.width)
    if node.where == "under":
        line = rule(left, -body.depth - 0.1 * size.scale - thickness, right - left, thickness)
        return overlay([body, line], body.width)
    if node.where == "strike":
        return _struck(body, size)
    return _framed(body, size)


def _struck(body: Box, size: Size) -> Box:
    """Strike a body through with a slash for about every em of its width."""
    slash = delimiter("/", body.height + body.depth + 0.2 * size.scale, size.scale)
    shift = (body.height - body.depth - slash.height + slash.depth) / 2
    count = max(1, round(body.width / (0.9 * size.scale)))
    step = body.width / count
    slashes = [slash.at(step * (n + 0.5) - slash.width / 2, shift) for n in range(count)]
    return overlay([body, *slashes], body.width)


def _framed(body: Box, size: Size) -> Box:
    pad, thickness = 0.2 * size.scale, RULE * size.scale
    width = body.width + 2 * pad
    low, high = -body.depth - pad, body.height + pad
    sides = [
        rule(0, low, width, thickness), rule(0, high, width, thickness),
        rule(0, low, thickness, high - low), rule(width - thickness, low, thickness, high - low + thickness),
    ]  # fmt: skip
    return overlay([body.at(pad, 0), *sides], width)


def _fenced(node: Fenced, size: Size) -> Box:
    body = set_node(node.body, size)
    axis = AXIS * size.scale
    reach = max(body.height - axis, body.depth + axis)
    whole = isinstance(node.body, Grid)
    needed = (
        2 * reach + FENCE_REACH * size.scale
        if whole
        else max(2 * reach * 0.92, 2 * reach - 0.25 * size.scale)
    )
    parts = [delimiter(sign, needed, size.scale) if sign else EMPTY for sign in (node.left, node.right)]
    return beside([parts[0], body.wide(body.width + body.slant), parts[1]])


def _stacked(node: Stacked, size: Size) -> Box:
    above = set_node(node.above, size.script) if node.above else EMPTY
    below = set_node(node.below, size.script) if node.below else EMPTY
    if node.wide and isinstance(node.base, Sym):
        room = max(above.width, below.width) + 0.5 * size.scale
        base = stretched(node.base.text, max(room, 1.0 * size.scale), size.scale)
    else:
        base = set_node(node.base, size)
    return _limits(base, node.above, node.below, size)
