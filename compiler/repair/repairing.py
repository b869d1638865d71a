"""Repair: where the audits find fault with a picture, a few others are tried, and the best is kept and reported.

Statements hold in all of them. What a repair may choose is what they leave open: another start, a larger
scale, a text tied by a leader where it stood too near to something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ...dsl.diagnostics import Diagnostic, Severity
from ...dsl.scene import TextItem
from ...dsl.theme import Theme
from ..audit.legibility_codes import (
    ACCIDENTAL,
    DOUBTFUL_LABEL,
    HIDDEN_INK,
    NEAR_COINCIDENT,
    REPAIRED,
    TEXT_ON_INK,
    TEXT_ON_TEXT,
    TIGHT_TEXT,
    TINY_FEATURE,
)  # fmt: skip
from ..drawing import Choices, Picture, drawn, pictured, solved
from ..fit.fitting import Fitted, is_scaled, resized
from ..model import Model
from ..page import COLUMN

OTHER_STARTS: Final = 2
STRIDE: Final = 104729
"""Between the seeds of other starts, so that they are no seed that a caller is likely to ask for next."""
LARGER: Final = 1.35
GROWTH: Final = 1.3
"""By what factor a picture may be wider or taller than the first one."""
MOST_CONSTRAINTS: Final = 150
"""Of a picture, beyond which another start takes longer than most people wait for a picture."""
LEADER: Final = "_leader"
"""How the id of a leader ends that ties a text; it begins with the text's."""
CROWDED: Final = frozenset(c.code for c in (DOUBTFUL_LABEL, TIGHT_TEXT, TEXT_ON_INK, TEXT_ON_TEXT))
"""Faults that a text makes that stands where it is usual."""
UNLUCKY: Final = frozenset(c.code for c in (NEAR_COINCIDENT, HIDDEN_INK, TINY_FEATURE, ACCIDENTAL))
"""Faults that another drawing of the same statements may not have."""
CRAMPED: Final = frozenset(c.code for c in (TEXT_ON_INK, TEXT_ON_TEXT, TINY_FEATURE, NEAR_COINCIDENT))
"""Faults that more room may mend."""


def repaired(model: Model, theme: Theme, picture: Picture) -> Picture:
    """Return the best of a picture and a few others, with a note for each fault that is gone. Emits LAY020."""
    best, first = picture, picture
    for choices, how in _others(picture, theme):
        if not _badness(best):
            break
        other = _tried(model, theme, first, choices)
        if other is not None and _badness(other) < _badness(best) and _is_like(other, picture):
            best = replace(other, notes=(*_gone(first, other, how), *other.notes))
    return best


def _badness(picture: Picture) -> tuple[int, int]:
    found = [d.severity for d in picture.diagnostics]
    return (found.count(Severity.ERROR), found.count(Severity.WARNING))


def _is_like(other: Picture, first: Picture) -> bool:
    """Whether a picture needs about the room that the first one needs; one that sprawls is no repair."""
    if first.scene is None or other.scene is None:
        return other.scene is not None
    scale = GROWTH * other.choices.scale / first.choices.scale
    wide, tall = other.scene.width / first.scene.width, other.scene.height / first.scene.height
    return max(wide, tall) <= scale and wide * tall <= scale**2


def _others(picture: Picture, theme: Theme) -> Iterator[tuple[Choices, str]]:
    """Yield other choices that may do better, the least change first."""
    here, fits = picture.choices, picture.panels.fits
    yield from _otherwise_led(picture)
    codes = {d.code for d in picture.diagnostics}
    if sum(len(fit.posed.system.constraints) for fit in fits) > MOST_CONSTRAINTS:
        return
    if codes & UNLUCKY and any(fit.layout and fit.layout.freedom for fit in fits):
        for turn in range(1, OTHER_STARTS + 1):
            yield replace(here, seed=here.seed + STRIDE * turn), "now drawn from another start"
    if codes & CRAMPED and theme.page is None and _has_room(picture):
        yield replace(here, scale=LARGER * here.scale), "now drawn larger"


def _otherwise_led(picture: Picture) -> Iterator[tuple[Choices, str]]:
    """Yield choices with leaders for texts that stand badly, and without those that strike other texts."""
    here, leads = picture.choices, picture.choices.leads
    bad = [fault for fault in picture.faults if fault.diagnostic.code in CROWDED]
    texts = {fault.leaf.id for fault in bad if isinstance(fault.leaf, TextItem) and fault.leaf.anchor}
    if texts:
        yield replace(here, leads=replace(leads, must=leads.must | texts)), "now tied with a leader"
    others = [fault.other.id for fault in bad if fault.other is not None]
    striking = {id.removesuffix(LEADER) for id in others if id.endswith(LEADER)}
    if striking:
        yield replace(here, leads=replace(leads, never=leads.never | striking)), "now without the leader"


def _has_room(picture: Picture) -> bool:
    """Whether a larger drawing still fits a page, and the scale decides how large it is."""
    fits = picture.panels.fits
    return (
        picture.scene is not None and picture.scene.width * LARGER <= COLUMN
        and all(is_scaled(fit.posed) for fit in fits)
    )  # fmt: skip


def _tried(model: Model, theme: Theme, first: Picture, choices: Choices) -> Picture | None:
    """Return the picture of other choices, if all its panels can be drawn."""
    fits: Sequence[Fitted | None] = first.panels.fits
    if choices.seed != first.choices.seed:
        fits = [None if outcome.errors else outcome.value for outcome in solved(model, theme, choices.seed)]
    elif choices.scale != first.choices.scale:
        factor = choices.scale / first.choices.scale
        fits = [
            resized(panel, choices.seed, fit, factor) for panel, fit in zip(model.panels, first.panels.fits)
        ]
    else:
        return pictured(model, theme, first.panels, choices)
    whole = [fit for fit in fits if fit is not None and fit.layout is not None]
    if len(whole) < len(model.panels):
        return None
    roomy = choices.scale == first.choices.scale
    return pictured(model, theme, drawn(model, theme, whole, choices.seed, roomy=roomy), choices)


def _gone(before: Picture, after: Picture, how: str) -> Iterator[Diagnostic]:
    """Yield a note for each fault that a repair has done away with."""
    left = {(d.code, d.message) for d in after.diagnostics}
    for found in before.diagnostics:
        if found.severity is not Severity.NOTE and (found.code, found.message) not in left:
            yield REPAIRED.found(f"{found.message}: {how}", found.span, labels=found.labels)
