"""What a format cannot show as the scene says it: found before drawing, reported with the entity's place."""

from collections.abc import Iterator

from ..dsl.diagnostics import Code, Diagnostic, Severity, in_order
from ..dsl.scene import Fill, Marker, Path, Scene, Stroke, TextItem
from ..dsl.source import Span
from ..dsl.theme import TEXTBOOK, Theme
from .draw import FORMATS
from .glyphs import glyph
from .options import MAX_PIXELS, Options
from .shapes import Leaf, leaves

MISSING_GLYPH = Code(
    code="REN001",
    name="missing-glyph",
    severity=Severity.WARNING,
    summary="A character that its font lacks is drawn as an empty box.",
    why="a reader sees a box where a sign was meant",
)
OTHER_FONTS = Code(
    code="REN002",
    name="other-fonts",
    severity=Severity.NOTE,
    summary="A format in which other software sets the type may show letters of other widths.",
    why="that no text overlaps was checked for the fonts of the other formats",
)
TOO_LARGE = Code(
    code="REN003",
    name="picture-too-large",
    severity=Severity.ERROR,
    summary="A picture of that many pixels is not drawn.",
    why="painting it would take more memory than a figure is worth",
)
UNKNOWN_COLOR = Code(
    code="REN004",
    name="unknown-color",
    severity=Severity.WARNING,
    summary="A colour word that no palette knows is drawn in ink.",
    why="colours often carry meaning, and this one is lost",
)
CODES = (MISSING_GLYPH, OTHER_FONTS, TOO_LARGE, UNKNOWN_COLOR)


def preflight(
    scene: Scene,
    format: str = "png",
    *,
    theme: Theme = TEXTBOOK,
    width_px: int | None = None,
    dpi: float | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what a format of `FORMATS` will not show as the scene says it; an error means `draw` raises.

    >>> preflight(Scene(width=30, height=20, items=()), width_px=10**6)[0].code
    'REN003'
    """
    features = FORMATS[format].features
    found: list[Diagnostic] = []
    if "pixels" in features:
        found += _too_large(scene, Options(theme, width_px, dpi))
    if "exact text" not in features and any(isinstance(leaf.item, TextItem) for leaf in leaves(scene)):
        found.append(OTHER_FONTS.found(f"`{format}` sets text in the fonts that LaTeX finds"))
    for leaf in leaves(scene):
        found += _missing_glyphs(leaf)
        found += _unknown_colors(leaf, theme)
    return in_order(found)


def _too_large(scene: Scene, options: Options) -> Iterator[Diagnostic]:
    width, height = options.pixels(scene.width, scene.height)
    if width * height > MAX_PIXELS:
        message = f"a picture of {width} by {height} pixels is too large"
        yield TOO_LARGE.found(message, hints=("give a smaller `width_px` or `dpi`",))


def _missing_glyphs(leaf: Leaf) -> Iterator[Diagnostic]:
    if not isinstance(leaf.item, TextItem):
        return
    for run in leaf.item.runs:
        for char in dict.fromkeys(run.text):
            if glyph(run.font, char).missing:
                message = f"font `{run.font}` has no U+{ord(char):04X}"
                yield MISSING_GLYPH.found(message, _span(leaf), hints=("use another sign",))


def _unknown_colors(leaf: Leaf, theme: Theme) -> Iterator[Diagnostic]:
    for color in dict.fromkeys(_colors(leaf.item)):
        if not theme.knows(color):
            hint = "name a CSS colour or write `#rrggbb`"
            yield UNKNOWN_COLOR.found(f"no colour `{color}`", _span(leaf), hints=(hint,))


def _colors(item: Path | Marker | TextItem) -> Iterator[str]:
    if isinstance(item, Path):
        paints: tuple[Stroke | Fill | None, ...] = (item.stroke, item.fill)
        yield from (paint.color for paint in paints if paint is not None)
    else:
        yield item.color


def _span(leaf: Leaf) -> Span | None:
    return leaf.origin.span if leaf.origin else None
