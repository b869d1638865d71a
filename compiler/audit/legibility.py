"""Whether a finished picture can be read: judged on the painted scene alone, not on how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import Final

from ...dsl.diagnostics import Diagnostic, Severity, in_order
from ...dsl.scene import Path, Scene, TextItem
from ...dsl.theme import theme_named
from ...dsl.tone import lightness, mixed
from ..page import COLUMN
from ..place.tone import contrast
from .leaders import doubtful_leaders
from .legibility_codes import (
    FAINT_LINE,
    FAINT_TEXT,
    OFF_CANVAS,
    SMALL_TEXT,
)
from .naming import double_names
from .overlap import text_on_ink, texts_on_texts
from .page import NO_FEATURE, Page
from .painted import TOUCH, Fault, Painted, found, near, said
from .standing import doubtful_labels
from .strokes import hidden_ink, merged_strokes
from .tiny import tiny_features

LEAST_SIZE: Final = 9.0
SIZE_SLACK: Final = 0.96
"""Signs that are set to fit, such as a root over its radicand, may be a little smaller."""
LEAST_INDEX_SIZE: Final = 5.5
"""Points, single signs remain readable where texts would not."""
INDEX_RATIO: Final = 0.9
"""A run below this share of its text's largest size is an index, an exponent or a part of a fraction."""
LEAST_CONTRAST: Final = 4.5
LEAST_CONTRAST_LARGE: Final = 3.0
"""Of texts from 18 pt on, and of lines. Source: WCAG 2.2, 1.4.3 and 1.4.11."""
LARGE: Final = 18.0


def legibility(scene: Scene) -> tuple[Diagnostic, ...]:
    """Return what keeps a picture from being read; codes LAY001 to LAY014, LAY016.

    >>> legibility(Scene(width=40, height=30, items=()))
    ()
    """
    return in_order(fault.diagnostic for fault in faults(scene))


def faults(scene: Scene) -> tuple[Fault, ...]:
    """Return what keeps a picture from being read, with the primitives concerned."""
    page = Page(scene)
    return (
        *texts_on_texts(page.texts),
        *(fault for text in page.texts for fault in text_on_ink(text, page.ink)),
        *_off_canvas(page.painted, scene),
        *(fault for text in page.texts for fault in _too_faint(text, page)),
        *(fault for text in page.texts for fault in _too_small(text)),
        *_too_wide(page),
        *_faint_lines(page),
        *doubtful_labels(page),
        *doubtful_leaders(page),
        *merged_strokes(page),
        *hidden_ink(page),
        *tiny_features(page),
        *double_names(page),
    )


def _too_faint(text: Painted, page: Page) -> Iterator[Fault]:
    assert isinstance(text.leaf, TextItem)
    ratio = contrast(page.luminance(text.leaf.color), ground_under(text, page))
    large = max(run.size for run in text.leaf.runs) >= LARGE
    if ratio < (LEAST_CONTRAST_LARGE if large else LEAST_CONTRAST):
        yield found(
            FAINT_TEXT, f"text {said(text.leaf)} has a contrast of {ratio:.1f} : 1", text.leaf, None,
            "give the label or the area behind it another colour: `style(…, color = …)`",
        )  # fmt: skip


def ground_under(text: Painted, page: Page) -> float:
    """Return the luminance of what a text stands on, see-through areas laid over the paper as they are painted."""
    theme = theme_named(page.scene.theme)
    ground = theme.hex(page.scene.background)
    for one in page.ink:
        if (
            one.order < text.order
            and isinstance(one.leaf, Path)
            and one.leaf.fill
            and near(text.box, one.box)
            and one.area.contains(text.text)
        ):
            fill = one.leaf.fill
            ground = mixed(ground, theme.hex(fill.color), fill.opacity)
    return lightness(ground)


def _faint_lines(page: Page) -> Iterator[Fault]:
    ground = page.luminance(page.scene.background)
    told = set()
    for one in page.ink:
        if not isinstance(one.leaf, Path) or one.leaf.stroke is None or one.leaf.role in NO_FEATURE:
            continue
        ratio = contrast(page.luminance(one.leaf.stroke.color), ground)
        if ratio < LEAST_CONTRAST_LARGE and one.leaf.origin and one.leaf.origin not in told:
            told.add(one.leaf.origin)
            yield found(
                FAINT_LINE, f"{said(one.leaf)} has a contrast of {ratio:.1f} : 1", one.leaf, None,
                "give it a darker colour",
            )  # fmt: skip


def _off_canvas(painted: Sequence[Painted], scene: Scene) -> Iterator[Fault]:
    for one in painted:
        left, bottom, right, top = one.box
        beyond = max(-left, -bottom, right - scene.width, top - scene.height)
        if beyond > TOUCH and (right > left or top > bottom):
            kind = "text " if isinstance(one.leaf, TextItem) else ""
            yield found(
                OFF_CANVAS, f"{kind}{said(one.leaf)} reaches {beyond:.1f} mm out of the picture",
                one.leaf, None,
                "drop the fixed size of the picture, or place it nearer to the rest",
            )  # fmt: skip


def _too_small(text: Painted) -> Iterator[Fault]:
    assert isinstance(text.leaf, TextItem)
    if text.leaf.role == "icon":
        return
    largest = max(run.size for run in text.leaf.runs)
    for run in text.leaf.runs:
        scripted = run.size < INDEX_RATIO * largest or text.leaf.rules
        least = LEAST_INDEX_SIZE if scripted else LEAST_SIZE
        if run.size < SIZE_SLACK * least:
            yield found(
                SMALL_TEXT, f"text {said(text.leaf)} is set in {run.size:.1f} pt, below {least:g} pt",
                text.leaf, None,
                "shorten the text, or let the picture be larger",
            )  # fmt: skip
            return


def _too_wide(page: Page) -> Iterator[Fault]:
    """Judge a picture by the size that its texts have once it is as wide as a page."""
    sizes = [
        max(run.size for run in text.leaf.runs) for text in page.texts if isinstance(text.leaf, TextItem)
    ]
    sheet = theme_named(page.scene.theme).page
    column = COLUMN if sheet is None else sheet.width
    usual = median_low(sizes) * column / page.scene.width if sizes else LEAST_SIZE
    if usual >= SIZE_SLACK * LEAST_SIZE or page.scene.width <= column:
        return
    message = f"the picture is {page.scene.width:.0f} mm wide: on a page its texts are {usual:.1f} pt"
    hints = ["break what stands side by side into rows, or make several pictures"]
    wide = SMALL_TEXT.found(message, hints=hints, severity=Severity.WARNING)
    yield Fault(wide, page.texts[0].leaf)
