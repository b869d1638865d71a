"""Choosing where the sheet stands and how wide its columns are, before anything is broken into lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...dsl.theme import Page
from ..page import READABLE, ROOM
from .rows import Block
from .sheet import (
    BLOCK_GAP,
    COLUMN_GAP,
    FORMULA_GAP,
    HEAD_GAP,
    ROW_GAP,
    Sizes,
    across_of,
    line_height,
    sizes_of,
)
from .tucking import Skyline

GAP = 11.0
"""Between scene and sheet, a rule in the middle."""
WIDTHS = (34.0, 40.0, 46.0, 52.0, 58.0, 64.0, 72.0, 82.0)
CARD_WIDTHS = (72.0, 84.0, 96.0, 106.0, 116.0)
BELOW_WIDTHS = (80.0, 96.0, 112.0, 128.0, 142.0, ROOM)
FLOW_WIDTHS = (40.0, 96.0)
"""Widths of a scene that can head a column of text."""
OPTION_LETTER = 1.5
"""What an option's hanging letter adds to its width."""
SLACK = 1.06
"""What breaking into lines costs: lines are not quite full."""
ASPECT = 1.3
"""Width over height of a picture that sits well on a page or a screen."""
COLUMN_COST = {"right": 0.06, "below": 0.02, "flow": 0.0, "alone": 0.06, "tucked": 0.0}
SIDE_COST = {"right": 0.0, "below": 0.06, "flow": 0.0, "alone": 0.0, "tucked": 0.08}
MANY = 6
"""Rows that fill a column of their own."""
NARROW, NARROW_COST = 84.0, 0.008
"""A narrower picture is blown up where it is shown, its text larger than that of all others: what each millimetre costs."""
FLOATING, FLOATING_COST = 0.4, 0.16
"""A sheet lower than this share of the scene's height floats beside it, tied to nothing: what one of no height costs."""
SMALL_COST, OVER_COST = 0.007, 0.06
"""What each millimetre costs by which a picture is wider than is easily read, and than a page."""


@dataclass(frozen=True)
class Plan:
    """Where the sheet stands, and its columns."""

    side: Literal["right", "below", "flow", "alone", "tucked"]
    """`flow`: two columns, the first under the scene; `tucked`: in a free corner of the scene, as far as it goes."""
    count: int
    width: float
    """Of one column, in millimetres."""

    @property
    def across(self) -> float:
        """The width of all columns."""
        return self.count * self.width + (self.count - 1) * COLUMN_GAP


def plan_for(blocks: Sequence[Block], scene: Skyline | None, page: Page | None = None) -> Plan:
    """Return the plan whose picture is best filled and best proportioned, or is largest on a page of fixed size."""
    sizes = [sizes_of(block) for block in blocks]
    widest = max((s.widest for s in sizes), default=0.0)
    rigid = max((s.rigid for s in sizes), default=0.0)
    most = _most_columns(blocks)
    plans = dict.fromkeys(p for p in _plans(scene, widest + 0.5, rigid + 0.5) if p.count <= most[p.side])
    return min(plans, key=lambda plan: _cost(plan, blocks, sizes, scene, page))


def _most_columns(blocks: Sequence[Block]) -> Mapping[str, int]:
    """Return how many columns may stand side by side: below a scene each begins with a head or a formula of its own."""
    rows = max(1, sum(len(block.rows) for block in blocks))
    leading = [block for n, block in enumerate(blocks) if n == 0 or block.head or block.section.centered]
    torn = rows // MANY + len(leading) - 1
    return {"below": min(rows, max(1, len(leading), torn))} | dict.fromkeys(
        ("right", "flow", "alone", "tucked"), rows
    )


def _plans(scene: Skyline | None, widest: float, rigid: float) -> Iterator[Plan]:
    """Yield all plans whose columns are no wider than their rows and no narrower than their words."""

    def fit(width: float) -> float:
        return max(rigid, min(widest, width))

    if scene is None:
        yield from (Plan("alone", 1, fit(width)) for width in CARD_WIDTHS)
        yield from (Plan("alone", 2, fit(width)) for width in WIDTHS[3:])
        return
    yield from (Plan("right", 1, fit(width)) for width in WIDTHS)
    yield from (Plan("right", 2, fit(width)) for width in WIDTHS[1:6])
    yield from (Plan("tucked", 1, fit(width)) for width in WIDTHS)
    if FLOW_WIDTHS[0] <= scene.width <= FLOW_WIDTHS[1]:
        yield from (Plan("flow", 2, fit(width)) for width in (54.0, 60.0, 66.0, 72.0, 80.0, 88.0))
    for total in (scene.width, *BELOW_WIDTHS):
        for count in (1, 2, 3):
            yield Plan("below", count, fit((total - (count - 1) * COLUMN_GAP) / count))


def _cost(
    plan: Plan, blocks: Sequence[Block], sizes: Sequence[Sizes], scene: Skyline | None, page: Page | None
) -> float:
    """Rate a plan: empty paper, odd proportions, small print, too many columns, lines too long to read."""
    tall = sheet = _height(plan, blocks, sizes)
    text = sum(line_height() * sum(s.lines) for s in sizes)
    wide, drawn = plan.across, 0.0
    if scene is not None:
        drawn = scene.width * scene.height
        extent = _extent(plan, tall, scene)
        if extent is None:
            return math.inf
        wide, tall = extent
    empty = 1.0 - min(1.0, (drawn + 1.5 * text) / (wide * tall))
    if page is not None:
        return math.log(max(wide / page.width, tall / page.height)) + 0.4 * empty + _lone_words(plan, sizes)
    skew = abs(math.log(wide / tall / ASPECT))
    cost = empty + 0.45 * max(0.0, skew - 0.3) + SIDE_COST[plan.side]
    cost += NARROW_COST * max(0.0, NARROW - wide)
    cost += SMALL_COST * max(0.0, wide - READABLE) + OVER_COST * max(0.0, wide - ROOM)
    cost += 0.003 * max(0.0, plan.width - 100.0) + COLUMN_COST[plan.side] * (plan.count - 1)
    if plan.side == "right" and scene is not None:
        cost += FLOATING_COST * max(0.0, 1.0 - sheet / (FLOATING * scene.height))
    if plan.side == "below" and scene is not None:
        cost += 0.25 * max(0.0, (plan.across - scene.width) / plan.across)
    return cost + _lone_words(plan, sizes)


def _extent(plan: Plan, tall: float, scene: Skyline) -> tuple[float, float] | None:
    """Return about how wide and tall scene and sheet are together; `tall` is the sheet alone. Nothing: it has no room."""
    width, height = scene.width, scene.height
    match plan.side:
        case "tucked":
            spot = scene.inset(plan.width, tall)
            return None if spot is None else (max(width, spot[0] + plan.width - scene.box[0]), height)
        case "flow":
            if 2 * tall < height:
                return None
            column = max(width, plan.width)
            return column + GAP + plan.width, max(height, (height + GAP) / 2 + tall)
        case "below":
            return max(width, plan.across), height + GAP + tall
        case _:
            return width + GAP + plan.across, max(height, tall)


def _lone_words(plan: Plan, sizes: Sequence[Sizes]) -> float:
    """Charge rows that would be broken for the sake of a word, or into many short lines."""
    lines = [line for s in sizes for line in s.lines]
    lone = sum(1.0 < line / plan.width < 1.25 for line in lines)
    chopped = sum(max(0.0, line / plan.width - 2.0) for line in lines)
    return (0.15 * lone + 0.1 * chopped) / max(1, len(lines))


def _height(plan: Plan, blocks: Sequence[Block], sizes: Sequence[Sizes]) -> float:
    """Return about how tall the sheet becomes: the tallest column when rows are dealt out evenly."""
    units = []
    for block, size in zip(blocks, sizes):
        rows = list(_row_heights(size.lines, plan.width, block))
        rows[0] += BLOCK_GAP + (line_height() + HEAD_GAP if block.head else 0.0)
        units += rows
    low, high = max([sum(units) / plan.count, *units], default=0.0), sum(units)
    while high - low > 1.0:
        middle = (low + high) / 2
        low, high = (low, middle) if _columns_of(units, middle) <= plan.count else (middle, high)
    return high


def _columns_of(units: Sequence[float], height: float) -> int:
    """Return how many columns of a height rows take."""
    count, filled = 1, 0.0
    for unit in units:
        if filled + unit > height:
            count, filled = count + 1, 0.0
        filled += unit
    return count


def _row_heights(lines: Sequence[float], width: float, block: Block) -> Iterator[float]:
    """Yield about how tall each row is, short options standing side by side."""
    room = width - block.section.indent
    across = across_of([line + OPTION_LETTER for line in lines], room) if block.section.lettered else 1
    for start in range(0, len(lines), across):
        if block.section.centered:
            yield 2.0 * line_height() + FORMULA_GAP
        else:
            broken = math.ceil(SLACK * lines[start] / width - 0.06) if across == 1 else 1
            yield line_height() * max(1, broken) + ROW_GAP
