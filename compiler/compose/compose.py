"""The compose step: sets and places the texts of each panel, then arranges panels and sheet on a canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...dsl.diagnostics import Diagnostic, Outcome
from ...dsl.scene import Item, Origin, Rect, Scene
from ..draw.pen import Canvas, TextRequest
from ..model import Model
from ..place import place
from ..place.geometry import bounds
from ..place.request import LabelRequest
from ..typeset import Style, typeset
from .moving import all_moved
from .sheet import Column, rows_of, set_column

MARGIN = 4.0
GAP = 9.0
"""Between panels, and between scene and sheet."""
SHEET_WIDTH = 62.0
WIDE = 1.5
"""A scene wider than this many times its height has the sheet below."""
LARGEST = 150.0


@dataclass(frozen=True)
class Piece:
    """Items with their extent, ready to be arranged."""

    items: tuple[Item, ...]
    box: Rect

    @property
    def width(self) -> float:
        """Width in millimetres."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Height in millimetres."""
        return self.box[3] - self.box[1]

    def at(self, x: float, y: float) -> tuple[Item, ...]:
        """Return the items with the lower left corner of their extent at (x, y)."""
        return all_moved(self.items, x - self.box[0], y - self.box[1])


def compose(model: Model, canvases: Sequence[Canvas], *, seed: int = 0, alt: str = "") -> Outcome[Scene]:
    """Return the whole picture. Emits LAY codes when a text finds no good place."""
    diagnostics: list[Diagnostic] = []
    pieces = []
    for panel, canvas in zip(model.panels, canvases):
        outcome = finished(canvas, seed)
        diagnostics += outcome.diagnostics
        if outcome.value is not None:
            pieces.append(with_caption(outcome.value, panel.caption, panel.name))
    notes = [note for canvas in canvases for note in canvas.notes]
    rows = rows_of(model.sheet, dict.fromkeys(notes))
    scene = arranged(pieces, set_column(rows, SHEET_WIDTH if pieces else 110.0), alt)
    return Outcome(scene, tuple(diagnostics))


def finished(canvas: Canvas, seed: int) -> Outcome[Piece]:
    """Return the ink of a canvas with its texts set and placed."""
    requests = [set_request(text) for text in canvas.texts]
    if not canvas.items and not requests:
        return Outcome(None)
    outcome = place(canvas.items, requests, seed=seed)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    items = (*outcome.value.ink, *outcome.value.labels)
    return Outcome(Piece(items, bounds(items)), outcome.diagnostics)


def set_request(text: TextRequest) -> LabelRequest:
    """Return a text request with its text set."""
    style = Style(size=text.size, weight="bold" if text.bold else "regular")
    return LabelRequest(
        id=text.id, text=typeset(text.text, style, width=text.width), target=text.target, role=text.role,
        origin=text.origin, owner=text.owner, color=text.color, may_lead=text.may_lead,
    )  # fmt: skip


def with_caption(piece: Piece, caption: str, panel: str) -> Piece:
    """Return a panel with its caption centred below it."""
    if not caption:
        return piece
    text = typeset(caption, Style(size=10.0, weight="bold"), width=max(40.0, piece.width))
    x = (piece.box[0] + piece.box[2]) / 2 - (text.extent[0] + text.extent[2]) / 2
    y = piece.box[1] - 3.0 - text.extent[3]
    item = text.item(f"{panel}/caption", (x, y), role="caption", origin=Origin(entity=panel))
    items = (*piece.items, item)
    return Piece(items, bounds(items))


def arranged(pieces: Sequence[Piece], column: Column, alt: str) -> Scene:
    """Return panels in a row on a common base line, and the sheet to the right of them or below."""
    scene_width = sum(p.width for p in pieces) + GAP * max(0, len(pieces) - 1)
    scene_height = max((p.height for p in pieces), default=0.0)
    below = bool(pieces) and bool(column.items) and scene_width > WIDE * scene_height
    items: list[Item] = []
    x = MARGIN
    sheet_room = column.height + GAP if below else 0.0
    height = max(scene_height + sheet_room, 0.0 if below else column.height)
    base = MARGIN + sheet_room + (0.0 if below else (height - scene_height) / 2)
    for piece in pieces:
        items += piece.at(x, base + (scene_height - piece.height) / 2)
        x += piece.width + GAP
    width = scene_width
    if column.items:
        left = MARGIN if below or not pieces else x
        top = MARGIN + column.height if below else MARGIN + (height + column.height) / 2
        items += all_moved(column.items, left, top)
        width = max(scene_width, column.width) if below else left - MARGIN + column.width
    return Scene(width=width + 2 * MARGIN, height=height + 2 * MARGIN, items=tuple(items), alt=alt)
