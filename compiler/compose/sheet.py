"""The sheet: what is given, asked and remarked, typeset as a column of rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...dsl.scene import Item, Origin, Rect
from ..expression import to_label
from ..model import Relation
from ..typeset import SetText, Style, typeset
from ..values import Formula, Measure, Value, Words

SIZE = 9.0
LEADING = 1.45
"""Base line to base line, in type sizes."""
INDENT = 2.6


@dataclass(frozen=True)
class Row:
    """One row: its text, where it comes from, and how it is set."""

    text: str
    origin: Origin
    bold: bool = False
    indent: float = 0.0
    before: float = 0.0
    """Extra space above, in millimetres."""


def row_text(value: Value) -> str:
    """Return what a row's value prints."""
    match value:
        case Words(text) | Measure(text=text):
            return text
        case Formula(expression):
            return f"${to_label(expression)}$"
        case _:
            return ""


def rows_of(relations: Iterable[Relation], notes: Iterable[str]) -> list[Row]:
    """Return the rows of the sheet, section by section in the order of the verbs' declaration."""
    by_section: dict[str, list[Row]] = {}
    for relation in relations:
        section = relation.verb.section
        if section is None:
            continue
        origin = Origin(entity=relation.verb.name, span=relation.span)
        for value in relation.values_of("text"):
            text = section.template.format(row_text(value)) if section.template else row_text(value)
            by_section.setdefault(section.name, []).append(Row(text, origin, indent=section.indent))
    ordered = {s.name: s for r in relations if (s := r.verb.section)}
    out: list[Row] = []
    for section in sorted(ordered.values(), key=lambda s: s.rank):
        rows = by_section.get(section.name, [])
        if section.head and rows:
            out.append(Row(section.head, rows[0].origin, bold=True, before=1.6 if out else 0.0))
        elif rows and out:
            rows[0] = Row(rows[0].text, rows[0].origin, rows[0].bold, rows[0].indent, 1.2)
        out += rows
    return out + [Row(note, Origin(entity="note"), before=1.2) for note in notes]


@dataclass(frozen=True)
class Column:
    """Rows set one below the other: items with their top left corner at (0, 0)."""

    items: tuple[Item, ...]
    width: float
    height: float


def set_column(rows: Iterable[Row], width: float, *, prefix: str = "sheet") -> Column:
    """Set rows in a column of a width in millimetres; long ones wrap."""
    items: list[Item] = []
    y, widest = 0.0, 0.0
    for n, row in enumerate(rows):
        style = Style(size=SIZE, weight="bold" if row.bold else "regular")
        text: SetText = typeset(row.text, style, width=width - row.indent)
        y -= row.before
        ascent, descent = max(text.ascent, text.extent[3]), max(text.descent, -text.extent[1])
        items.append(text.item(f"{prefix}/{n}", (row.indent, y - ascent), role="sheet", origin=row.origin))
        y -= ascent + descent + 0.9
        widest = max(widest, row.indent + text.extent[2])
    return Column(tuple(items), widest, -y)


def box_of(column: Column) -> Rect:
    """Return the extent of a column with its top left corner at (0, 0)."""
    return (0.0, -column.height, column.width, 0.0)
