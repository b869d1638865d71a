"""From a model to its picture: every panel solved and drawn, all composed, judged and mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..dsl.diagnostics import Diagnostic, Outcome
from ..dsl.scene import Scene
from ..dsl.theme import Theme
from .compose.leads import USUAL, Leads
from .fit.fitting import Fitted, fitted
from .model import Model
from .page import rooms_of

if TYPE_CHECKING:
    from .audit.painted import Fault
    from .draw.pen import Canvas


@dataclass(frozen=True)
class Choices:
    """What a picture leaves to chance or taste, and a repair may choose otherwise."""

    seed: int = 0
    scale: float = 1.0
    """How much larger than usual everything is drawn, texts and lines apart."""
    leads: Leads = USUAL


@dataclass(frozen=True)
class Panels:
    """The panels of a model, solved and drawn."""

    fits: tuple[Fitted, ...]
    canvases: tuple[Canvas, ...]


@dataclass(frozen=True)
class Picture:
    """A picture with what the audits find on it, and what was mended."""

    choices: Choices
    panels: Panels
    scene: Scene | None
    faults: tuple[Fault, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    """What is found on the drawing beyond what is painted: coincidences, texts without a place."""
    notes: tuple[Diagnostic, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings."""
        return (*self.found, *(fault.diagnostic for fault in self.faults), *self.notes)


def solved(model: Model, theme: Theme, seed: int) -> tuple[Outcome[Fitted], ...]:
    """Return each panel of a model, posed and solved, no larger than its room."""
    return fitted(model.panels, seed, rooms_of(theme, len(model.panels)).usual)


def drawn(model: Model, theme: Theme, fits: Sequence[Fitted], seed: int, *, roomy: bool = True) -> Panels:
    """Return solved panels with their ink and their texts; with `roomy` a single one with crowded labels is drawn larger."""
    from .draw.panel import draw_panel

    fits = list(fits)
    canvases = [
        draw_panel(panel, fit.posed, fit.layout)
        for panel, fit in zip(model.panels, fits)
        if fit.layout is not None
    ]
    if len(canvases) == 1 and roomy:
        from .fit.crowding import with_room

        room = rooms_of(theme, 1).crowded
        fits[0], canvases[0] = with_room(model.panels[0], seed, fits[0], canvases[0], room)
    if len(canvases) == 2 and roomy and all(said.word == "row" for said in model.arrangements):
        from .fit.abreast import abreast

        fits, canvases = abreast(model.panels, seed, fits, canvases)
    if theme.ink_only:
        from .draw.inked import in_ink

        canvases = in_ink(canvases)
    elif any(canvas.legend for canvas in canvases):
        from .draw.apart import told_apart

        canvases = told_apart(canvases)
    return Panels(tuple(fits), tuple(canvases))


def pictured(model: Model, theme: Theme, panels: Panels, choices: Choices) -> Picture:
    """Return the picture of drawn panels, mended as far as it can be on the picture itself."""
    from .audit.accidental import accidental
    from .compose.compose import compose
    from .compose.contrast import legible
    from .compose.paging import paged
    from .describe import alt_text
    from .repair.mending import mended

    composed = compose(
        model, panels.canvases, seed=choices.seed, alt=alt_text(model), leads=choices.leads, page=theme.page
    )
    found = [*composed.diagnostics]
    for fit in panels.fits:
        found += accidental(fit.posed, fit.layout) if fit.layout is not None else ()
    if composed.value is None:
        return Picture(choices, panels, None, found=tuple(found))
    named = composed.value.model_copy(update={"theme": theme.name})
    # Judged at the size that lines and texts are made for; a page magnifies all of it alike.
    whole = mended(legible(named, theme))
    return Picture(choices, panels, paged(whole.scene, theme.page), whole.faults, tuple(found), whole.notes)
