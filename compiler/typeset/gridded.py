"""Matrices, cases and aligned equations inside a formula: how LaTeX's environments are read and set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .box import Box, overlay
from .delimiters import AXIS
from .nodes import Fenced, Grid, Node, Row

if TYPE_CHECKING:
    from .latex import LatexReader
    from .setting import Size

LEADING: Final = 1.2
"""Distance of base lines, in ems, unless tall cells need more."""
SIDE: Final = 0.14
"""White between a grid and what stands beside it, in ems."""
GUTTER: Final = 0.2
TALL_GUTTER: Final = 0.5
"""White between rows, and between rows of which one has fractions, in ems."""
TALL: Final = 1.3
"""Ems of height from which a cell is taller than a line of text."""
_MARK: Final = re.compile(r"\\(?:begin|end)(?![A-Za-z])|\\\\(?:\[[^\]]*\])?|\\[&{}]|[&{}]")
"""What decides where a cell ends: an inner environment or group, the end of a row, the sign between cells."""
_RULES: Final = re.compile(r"\\[hc]line(?:\{[^}]*\})?")


@dataclass(frozen=True)
class Environment:
    """What stands around a grid, how its columns are set, and how far they are apart."""

    left: str = ""
    right: str = ""
    columns: str = "c"
    apart: float = 0.9


ENVIRONMENTS: Final = {
    "matrix": Environment(),
    "smallmatrix": Environment(apart=0.5),
    "pmatrix": Environment("(", ")"),
    "bmatrix": Environment("[", "]"),
    "Bmatrix": Environment("{", "}"),
    "vmatrix": Environment("|", "|"),
    "Vmatrix": Environment("‖", "‖"),
    "array": Environment(),
    "cases": Environment("{", "", "l", 1.0),
    "aligned": Environment(columns="rl", apart=0.2),
    "align": Environment(columns="rl", apart=0.2),
    "align*": Environment(columns="rl", apart=0.2),
    "split": Environment(columns="rl", apart=0.2),
    "gathered": Environment(),
}
"""Source: amsmath user's guide, sections 3 and 4; the signs around each are those that it draws."""


def read_environment(reader: LatexReader, name: str, body: str) -> Node:
    """Return the grid that the body of an environment holds, in its fences."""
    known = ENVIRONMENTS[name]
    columns = known.columns
    if name == "array" and (stated := re.match(r"\s*\{([^{}]*)\}", body)):
        columns = re.sub(r"[^lcr]", "", stated[1]) or "c"
        body = body[stated.end() :]
    rows = [tuple(Row(reader.part(cell)) for cell in row) for row in _split(_RULES.sub(" ", body))]
    filled = tuple(row for row in rows if any(cell.items for cell in row))
    grid = Grid(filled, columns, known.apart)
    return Fenced(known.left, grid, known.right) if known.left or known.right else grid


def _split(body: str) -> list[list[str]]:
    """Split the body of an environment into rows of cells, leaving what is inside of others alone.

    >>> _split(r"1 & {a & b} \\\\ 2 & 3")
    [['1', '{a & b}'], ['2', '3']]
    """
    rows: list[list[str]] = [[]]
    depth = start = 0
    for mark in _MARK.finditer(body):
        sign = mark[0]
        if sign in ("{", "\\begin"):
            depth += 1
        elif sign in ("}", "\\end"):
            depth -= 1
        elif depth == 0 and (sign == "&" or sign.startswith("\\\\")):
            rows[-1].append(body[start : mark.start()].strip())
            start = mark.end()
            if sign != "&":
                rows.append([])
    rows[-1].append(body[start:].strip())
    return rows


def set_grid(node: Grid, size: Size, set_node: Callable[[Node, Size], Box]) -> Box:
    """Return the box of a grid, its middle on the axis of fractions and fences."""
    rows = [[set_node(cell, size) for cell in row] for row in node.rows]
    count = max((len(row) for row in rows), default=0)
    widths = [max(row[at].width + row[at].slant for row in rows if at < len(row)) for at in range(count)]
    lines = _base_lines(rows, size.scale)
    placed: list[Box] = []
    side_room = SIDE * size.scale
    for row, line in zip(rows, lines):
        x = side_room
        for at, cell in enumerate(row):
            side = node.columns[at % len(node.columns)]
            spare = widths[at] - cell.width
            placed.append(cell.at(x + spare * {"l": 0.0, "c": 0.5, "r": 1.0}[side], line))
            x += widths[at] + node.apart * size.scale
    whole = overlay(placed, sum(widths) + node.apart * size.scale * max(count - 1, 0) + 2 * side_room)
    middle = (whole.height - whole.depth) / 2
    return whole.at(0.0, AXIS * size.scale - middle)


def _base_lines(rows: list[list[Box]], scale: float) -> list[float]:
    """Return the height of each base line, the first at 0."""
    lines = [0.0]
    for above, below in zip(rows, rows[1:]):
        tall = any(cell.height + cell.depth > TALL * scale for cell in (*above, *below))
        white = (TALL_GUTTER if tall else GUTTER) * scale
        needed = _deepest(above) + max((cell.height for cell in below), default=0.0) + white
        lines.append(lines[-1] - max(LEADING * scale, needed))
    return lines


def _deepest(cells: Iterable[Box]) -> float:
    return max((cell.depth for cell in cells), default=0.0)
