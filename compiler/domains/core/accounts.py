"""T-accounts: a title over a rule, debits on the left and credits on the right of a stem.

Source for the form: Weygandt, Kimmel and Kieso, Accounting Principles (2015), section 2.1.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...arrange.plan import Block
from ...draw.paths import polyline
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import Box, Shape
from ...typeset import SetText, Style, typeset
from ...values import Measure, Value, Words
from ...vocabulary import Kind, Slot, Want
from .cells import grid_of, texts_of
from .tabulate import Form, Plate, plate_of

BAR = 0.45
STEM = 0.3
LEAST_SIDE = 20.0
"""Width in millimetres of a side without entries."""
LEAST_ROWS = 2
TITLE = Style(weight="bold")
TITLE_GAP = 1.4
NUMBER_GAP = 6.0
PAD = (1.8, 0.9)


def side_of(entries: Sequence[Value]) -> Plate | None:
    """Return one side's entries as set: references on the left, amounts on their points."""
    rows = [texts for entry in entries if (texts := texts_of(entry))]
    if not rows:
        return None
    return plate_of(grid_of(rows), Form(pad=PAD, bold=False, aligns=("left",) if len(rows[0]) > 1 else ()))


def title_of(entity: Entity) -> tuple[SetText, SetText | None]:
    """Return the account's title and its number, set."""
    said = [v.text for slot in ("title", "number") if isinstance(v := entity.value(slot), Words | Measure)]
    texts = [*said, *(t.text for t in entity.texts)] or ([entity.name] if entity.named else [""])
    return typeset(texts[0], TITLE), typeset(texts[1]) if len(texts) > 1 else None


def size_of(entity: Entity) -> tuple[float, float, float]:
    """Return the width of either side, the height of the entries and that of the title line."""
    sides = [side_of(entity.values_of(slot)) for slot in ("debit", "credit")]
    title, number = title_of(entity)
    line = title.advance + (number.advance + NUMBER_GAP if number else 0.0)
    width = max(LEAST_SIDE, line / 2 + 1.0, *(p.width for p in sides if p))
    height = max(LEAST_ROWS * (3.2 + 2 * PAD[1]), *(p.height for p in sides if p))
    return width, height, title.ascent + title.descent + TITLE_GAP


def pose_account(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose an account as a box of exactly its size."""
    width, height, head = size_of(entity)
    alone = len(poser.panel.entities) == 1
    center = poser.fixed_point(0.0, 0.0) if alone else poser.paper_point(entity.name)
    return Box(center, poser.constant(width), poser.constant((height + head) / 2))


def extent_of_account(entity: Entity, panel: Panel) -> Block:
    """Return how large an account is, for arrangements of boxes."""
    width, height, head = size_of(entity)
    return Block(entity.name, width, (height + head) / 2)


def draw_account(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the title, the T, and the entries of both sides."""
    if not isinstance(shape, Box):
        return
    width, height, head = size_of(entity)
    x, top = shape.center.x, shape.center.y + (height + head) / 2
    bar = top - head
    pen.path(polyline(((x - width, bar), (x + width, bar))), stroke=pen.stroke(width=BAR), role="rule")
    pen.path(polyline(((x, bar), (x, bar - height))), stroke=pen.stroke(width=STEM), role="rule")
    title, number = title_of(entity)
    base = top - title.ascent
    if number is None:
        pen.text(title, (x - title.advance / 2, base), role="title")
    else:
        pen.text(title, (x - width, base), role="title")
        pen.text(number, (x + width - number.advance, base), role="title")
    for slot, left in (("debit", x - width), ("credit", x)):
        plate = side_of(entity.values_of(slot))
        if plate is not None:
            shift = left + (width - plate.width) / 2
            for entry in plate.entries:
                pen.text(entry.text, (shift + entry.x, bar + entry.y), role="cell")


ENTRIES = 'entries, one text each: an amount, or `"4/1 | 15,905"` with its date or reference'
T_ACCOUNT = Kind(
    name="t_account",
    doc="An account of a ledger: its title, debits on the left, credits on the right.",
    slots=(
        Slot("title", Want.TEXT, "the account's title", ("name", "account")),
        Slot("number", Want.TEXT, "the account's number", ("no",)),
        Slot("debit", Want.ROW, ENTRIES, ("debits", "left", "dr"), many=True, positional=False),
        Slot("credit", Want.ROW, ENTRIES, ("credits", "right", "cr"), many=True, positional=False),
    ),
    aliases=("taccount", "ledger_account"),
    traits=("box", "region", "alone"),
    pose=pose_account,
    extent=extent_of_account,
    draw=draw_account,
    z=5,
    example='t_account("Cash", debit = ["4/1 | 15,905", "4/7 | 851"], credit = "4/15 | 646")',
)
KINDS = (T_ACCOUNT,)
