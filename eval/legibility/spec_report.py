"""The legibility report of a compiled spec: what its picture's texts are like, measured on the pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...dsl.diagnostics import Diagnostic, Severity
from ...dsl.source import Source
from .colors import contrast, light_of, luminance
from .layers import Layers, TextLayer
from .overlaps import GLYPH, Overlap, layers_of, overlaps_in
from .page_use import PageUse, page_use
from .sizes import points_at

if TYPE_CHECKING:
    from ...compiler.pipeline import Compiled

REACH_MM: Final = 3.0
"""How far around a text its clearance is looked for."""
COVERED: Final = 0.5
"""A pixel covered this far is ink when clearances are measured."""
LEGIBILITY: Final = "LAY"
"""The area of the codes that the compiler's own audit of legibility has."""


@dataclass(frozen=True)
class TextFacts:
    """How one text can be read. Sizes in points at the width in question, `clearance` in mm of the picture."""

    text: str
    entity: str
    size: float
    smallest: float
    """Its indices and exponents."""
    clearance: float
    """To the nearest mark or other text; at most `REACH_MM`."""
    contrast: float
    """To the worst ground under it."""


@dataclass(frozen=True)
class SpecReport:
    """What one spec's picture is like at a width in pixels; no `texts` and no `page` if there is none."""

    source: Source
    width_px: int
    width_mm: float = 0.0
    height_mm: float = 0.0
    texts: tuple[TextFacts, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    leaders: int = 0
    page: PageUse | None = None
    findings: tuple[Diagnostic, ...] = ()
    """What the compiler itself found about legibility, and the errors that leave no picture."""
    refused: bool = False
    """Whether the compiler would not hand the picture out."""

    @property
    def name(self) -> str:
        """The name of the spec."""
        return self.source.name

    @property
    def ok(self) -> bool:
        """Whether the picture is handed out and nothing overlaps."""
        return not self.refused and not self.overlaps


def report_of(compiled: Compiled, width_px: int) -> SpecReport:
    """Measure a spec that was compiled, by force if need be."""
    findings = tuple(
        d for d in compiled.diagnostics if d.code.startswith(LEGIBILITY) or d.severity is Severity.ERROR
    )
    scene = compiled.scene
    if scene is None:
        return SpecReport(compiled.source, width_px, findings=findings, refused=True)
    layers = layers_of(scene, width_px)
    return SpecReport(
        source=compiled.source,
        width_px=width_px,
        width_mm=scene.width,
        height_mm=scene.height,
        texts=tuple(_facts(layers, width_px)),
        overlaps=overlaps_in(layers),
        leaders=len(
            {leaf.item.id for leaf in layers.rest if leaf.item.role == "leader" and leaf.item.type == "path"}
        ),
        page=page_use(layers.finished),
        findings=findings,
        refused=not compiled.ok,
    )


def _facts(layers: Layers, width_px: int) -> Iterator[TextFacts]:
    to_points = points_at(width_px, layers.scene.width)
    for one in layers.texts:
        sizes = [run.size for run in one.text.runs]
        yield TextFacts(
            text=one.text.source,
            entity=one.text.origin.entity if one.text.origin else "",
            size=max(sizes) * to_points,
            smallest=min(sizes) * to_points,
            clearance=_clearance(layers, one),
            contrast=_contrast(layers, one),
        )


def _clearance(layers: Layers, one: TextLayer) -> float:
    """Return the distance from a text's glyphs to the nearest ink that is not its own (mm)."""
    from scipy.ndimage import distance_transform_edt

    window = one.window.grown(round(REACH_MM * layers.scale)).shared(layers.whole) or one.window
    ink = layers.all_ink(one, window) >= COVERED
    own = one.glyphs >= COVERED
    if not ink.any() or not own.any():
        return REACH_MM
    away = distance_transform_edt(~ink)[one.window.rows(window), one.window.columns(window)]
    # neighbouring pixels are one apart and nothing lies between them
    return float(min(max(float(away[own].min()) - 1.0, 0.0) / layers.scale, REACH_MM))


def _contrast(layers: Layers, one: TextLayer) -> float:
    inside = one.glyphs >= GLYPH
    if not inside.any():
        return 21.0
    ground = luminance(one.seen(layers.grounds)[inside])
    return float(contrast(ground, light_of(layers.theme.rgb(one.text.color))).min())
