"""The words that every thing understands: how it looks."""

from __future__ import annotations

from dataclasses import replace

from ...dsl.spec import Expr, Name, Number, Quantity, Text
from ..model import Style

COLORS = frozenset(
    [
        "black",
        "white",
        "gray",
        "grey",
        "red",
        "green",
        "blue",
        "orange",
        "purple",
        "violet",
        "cyan",
        "yellow",
        "brown",
        "pink",
        "magenta",
        "silver",
        "gold",
        "lightgray",
        "lightgrey",
        "darkgray",
        "darkgrey",
        "lightblue",
        "darkblue",
        "lightgreen",
        "darkgreen",
        "navy",
        "teal",
        "maroon",
        "olive",
        "indigo",
        "turquoise",
        "beige",
        "tan",
        "salmon",
    ]
)
FLAGS: dict[str, dict[str, str | bool]] = {
    "dashed": {"dash": "dashed"}, "dash": {"dash": "dashed"}, "dashed_line": {"dash": "dashed"},
    "dotted": {"dash": "dotted"}, "dotted_line": {"dash": "dotted"}, "dashdot": {"dash": "dashdot"},
    "solid": {"dash": "solid"}, "thin": {"weight": "thin"}, "thick": {"weight": "thick"}, "bold": {"weight": "thick"},
    "hatched": {"hatch": "lines"}, "hatch": {"hatch": "lines"}, "crosshatched": {"hatch": "cross"},
    "stippled": {"hatch": "dots"}, "shaded": {"fill": "shade"}, "shade": {"fill": "shade"}, "filled": {"fill": "shade"},
    "transparent": {"fill": "none"}, "unfilled": {"fill": "none"}, "hollow": {"fill": "none"},
    "invisible": {"hidden": True}, "hidden": {"hidden": True}, "bare": {"bare": True}, "unlabeled": {"bare": True},
    "unlabelled": {"bare": True},
}  # fmt: skip
KEYS = {
    "color": "color", "colour": "color", "stroke": "color", "line_color": "color", "fill": "fill", "hatch": "hatch",
    "pattern": "hatch", "linestyle": "dash", "line": "dash", "dash": "dash", "linewidth": "weight", "lw": "weight",
    "line_width": "weight", "thickness": "weight", "opacity": "opacity", "alpha": "opacity",
}  # fmt: skip
HATCHES = {
    "lines": "lines", "diagonal": "lines", "back": "back", "cross": "cross", "horizontal": "horizontal",
    "vertical": "vertical", "dots": "dots", "dotted": "dots", "/": "lines", "\\": "back", "x": "cross", "+": "cross",
    "-": "horizontal", "|": "vertical", ".": "dots",
}  # fmt: skip
WORDS = tuple(sorted({*COLORS, *FLAGS}))


def with_flag(style: Style, word: str) -> Style | None:
    """Return a style with one bare word applied, or nothing if the word is no style."""
    folded = word.lower()
    if folded in COLORS:
        return replace(style, color=folded)
    changes = FLAGS.get(folded)
    return replace(style, **changes) if changes else None  # type: ignore[arg-type]


def with_key(style: Style, key: str, value: Expr) -> Style | None:
    """Return a style with `key = value` applied, or nothing if the key is no style."""
    field = KEYS.get(key.lower())
    if field is None:
        return None
    if field == "opacity":
        return replace(style, opacity=value.value) if isinstance(value, Number) else style
    word = value.id if isinstance(value, Name) else value.value if isinstance(value, Text) else ""
    if isinstance(value, Number | Quantity):
        return (
            replace(style, weight="thick" if _number(value) > 1 else "thin") if field == "weight" else style
        )
    by_flag = with_flag(style, word)
    if field in ("color", "fill"):
        if by_flag is not None and word.lower() not in COLORS:
            return by_flag
        return replace(style, **{field: _color(word)})  # type: ignore[arg-type]
    if field == "hatch" and by_flag is None:
        return replace(style, hatch=_pattern(word))
    return by_flag or style


def _pattern(word: str) -> str:
    """Return the hatching of a name or of plotting programs' signs, `"//"`; slanting lines for what is none."""
    return HATCHES.get(word.lower() if word.isalpha() else word[:1], "lines")


def _number(value: Number | Quantity) -> float:
    return value.value if isinstance(value, Number) else value.number


def _color(word: str) -> str:
    """Return a colour in the spelling of palettes: `apple green` is applegreen, `light_blue` lightblue."""
    return word.lower().replace(" ", "").replace("_", "").replace("-", "")
