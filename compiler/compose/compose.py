"""The compose step: sets and places the texts of each panel, then arranges panels and sheet on a canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...dsl.diagnostics import Diagnostic, Outcome
from ...dsl.scene import Item, Scene, Stroke
from ...dsl.theme import WIDTH, Page
from ..draw.dashes import fitted
from ..draw.paths import polyline
from ..draw.pen import Canvas, TextRequest
from ..fit.scales import same_things
from ..model import Model, Panel
from ..model import Style as Look
from ..page import MARGIN
from ..place import place
from ..place.request import LabelRequest
from ..resolve.apart import ALONE
from ..typeset import Style, typeset
from .balance import GAP, Plan, plan_for
from .given_way import given_way
from .leads import USUAL, Leads
from .legend import legend_units
from .loosening import loosened
from .moving import named
from .pieces import Piece, joined, line_of_text, piece_of, rule, stroked
from .rows import Block, blocks_of
from .sheet import BLOCK_GAP, Unit, column, columns, run_in, split, units_of
from .stage import Part, part_of, staged
from .tucking import skyline

CARD_MARGIN = 6.0
"""Between the frame of a card and its text."""
TITLE_GAP = 4.0
CAPTION_GAP = 4.0
RULED = 0.4
"""Share of the scene's height from which a rule parts a sheet from it; beside a short one it would look like a stray stroke."""
PLAIN_GAP = 8.0
FRAME = Stroke(color="muted", width=WIDTH.thin)


def compose(
    model: Model, canvases: Sequence[Canvas], *, seed: int = 0, alt: str = "", leads: Leads = USUAL,
    page: Page | None = None,
) -> Outcome[Scene]:  # fmt: skip
    """Return the whole picture, made to be large on a page if there is one; `leads` says where leaders are due whatever is usual."""
    diagnostics: list[Diagnostic] = []
    parts: list[Part] = []
    for panel, canvas in zip(model.panels, canvases):
        several = len(model.panels) > 1
        outcome = finished(panel, canvas, seed, leads.within(panel.name) if several else leads)
        diagnostics += outcome.diagnostics
        if outcome.value is not None:
            hangs = bool(panel.entities) and all(ALONE in e.kind.traits for e in panel.entities.values())
            drawn = _named(outcome.value, panel.name) if several else outcome.value
            stands = any(other is not panel and same_things(other, panel) for other in model.panels)
            parts.append(part_of(panel.name, drawn, panel.title, panel.caption, hangs=hangs, stands=stands))
    scene = staged(parts, model.arrangements, model.bridges) if parts else None
    remarks = dict.fromkeys(note for canvas in canvases for note in canvas.notes)
    blocks = blocks_of(model.sheet, remarks, ranked=scene is not None)
    legend = [row for canvas in canvases for row in canvas.legend]
    whole = with_sheet(scene, blocks, legend, page)
    return Outcome(on_canvas(with_lines(whole, blocks), alt), tuple(diagnostics))


def _named(piece: Piece, panel: str) -> Piece:
    return replace(piece, items=tuple(named(item, panel) for item in piece.items))


def finished(panel: Panel, canvas: Canvas, seed: int, leads: Leads = USUAL) -> Outcome[Piece]:
    """Return the ink of a canvas with its texts set and placed."""
    requests = [set_request(text) for text in canvas.texts]
    if not canvas.items and not requests:
        return Outcome(None)
    ink, asked = loosened(canvas.items, requests)
    moved = tuple(given_way(panel, requests, asked))
    outcome = place(ink, [leads.told(request) for request in asked], seed=seed)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics).after(moved)
    return Outcome(piece_of((*outcome.value.ink, *outcome.value.labels)), outcome.diagnostics).after(moved)


def set_request(text: TextRequest) -> LabelRequest:
    """Return a text request with its text set."""
    style = Style(weight="bold" if text.bold else "regular")
    return LabelRequest(
        id=text.id, text=typeset(text.text, style, width=text.width), target=text.target, role=text.role,
        origin=text.origin, owner=text.owner, color=text.color, may_lead=text.may_lead,
    )  # fmt: skip


def with_sheet(
    scene: Piece | None,
    blocks: Sequence[Block],
    legend: Sequence[tuple[str, Look]],
    page: Page | None = None,
) -> Piece | None:
    """Return the scene with the sheet beside it, or the sheet alone as a card."""
    rows = [block for block in blocks if block.section.place == "sheet"]
    if not rows and not legend:
        return scene
    outline = skyline(scene) if scene else None
    plan = plan_for(rows, outline, page)
    line = run_in(rows, scene.width) if scene and plan.side == "below" and not legend else None
    if scene is not None and line is not None:
        return captioned(scene, column([line]))
    units = [*legend_units(legend, plan.width), *_spaced(units_of(rows, plan.width), bool(legend))]
    if scene is not None and plan.side == "flow":
        return flowing(scene, units, plan)
    sheet = columns(units, plan.count, plan.width)
    if scene is None or outline is None:
        return card(sheet)
    spot = outline.inset(sheet.width, sheet.height) if plan.side == "tucked" else None
    if spot is not None:
        return joined([scene, sheet.at(*spot)])
    return below(scene, sheet) if plan.side == "below" else beside(scene, sheet)


def _spaced(units: list[Unit], follows: bool) -> list[Unit]:
    return [replace(units[0], before=BLOCK_GAP), *units[1:]] if follows and units else units


def beside(scene: Piece, sheet: Piece) -> Piece:
    """Return a scene with the sheet to its right, a rule between, both centred on one line; a low sheet lines up with the top."""
    height = max(scene.height, sheet.height)
    if sheet.height < RULED * scene.height:
        return joined([scene.at(0.0, 0.0), sheet.at(scene.width + PLAIN_GAP, height - sheet.height)])
    left = scene.at(0.0, (height - scene.height) / 2)
    right = sheet.at(scene.width + GAP, (height - sheet.height) / 2)
    x = scene.width + GAP / 2
    return joined([left, right], [rule("sheet/rule", (x, right.box[1]), (x, right.box[3]))])


def below(scene: Piece, sheet: Piece) -> Piece:
    """Return a scene with the sheet below it from the same left edge, a rule between; a wider sheet has it in its middle."""
    width = max(scene.width, sheet.width)
    over = scene.at((width - scene.width) / 2, sheet.height + GAP)
    under = sheet.at(0.0, 0.0)
    y = sheet.height + GAP / 2
    return joined([over, under], [rule("sheet/rule", (0.0, y), (width, y))])


def captioned(scene: Piece, line: Piece) -> Piece:
    """Return a scene with a sheet of one line in the middle below it, which needs no rule."""
    width = max(scene.width, line.width)
    over = scene.at((width - scene.width) / 2, line.height + CAPTION_GAP)
    return joined([over, line.at((width - line.width) / 2, 0.0)])


def flowing(scene: Piece, units: Sequence[Unit], plan: Plan) -> Piece:
    """Return two columns: the scene with the first rows under it, and the others to the right."""
    wide = max(scene.width, plan.width)
    first, rest = (column(part) for part in split(units, 2, scene.height + GAP))
    height = max(scene.height + (GAP + first.height if first.items else 0.0), rest.height)
    drawn = scene.at((wide - scene.width) / 2, height - scene.height)
    right = rest.at(wide + GAP, height - rest.height)
    lines = [rule("sheet/rule", (wide + GAP / 2, 0.0), (wide + GAP / 2, height))]
    if not first.items:
        return joined([drawn, right], lines)
    y = height - scene.height - GAP / 2
    under = first.at(0.0, height - scene.height - GAP - first.height)
    return joined([drawn, under, right], [*lines, rule("sheet/rule2", (0.0, y), (wide, y))])


def card(sheet: Piece) -> Piece:
    """Return a sheet on its own as a card with a light frame."""
    left, bottom, right, top = sheet.box
    box = (left - CARD_MARGIN, bottom - CARD_MARGIN, right + CARD_MARGIN, top + CARD_MARGIN)
    corners = ((box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]))
    frame = stroked("card/frame", polyline(corners, closed=True), FRAME, role="frame", z=-20)
    return Piece((frame, *sheet.items), box)


def with_lines(whole: Piece | None, blocks: Sequence[Block]) -> Piece | None:
    """Return the picture with its title above and its caption below."""
    for block in blocks:
        if block.section.place == "sheet":
            continue
        above = block.section.place == "above"
        style = Style(
            size=block.section.size, weight="bold" if block.section.bold else "regular", align="center"
        )
        text = typeset(
            "\n".join(row.text for row in block.rows), style, width=max(60.0, whole.width if whole else 0.0)
        )
        line = line_of_text(text, block.section.name, role=block.section.name, origin=block.rows[0].origin)
        if whole is None:
            whole = line
            continue
        x = (whole.box[0] + whole.box[2] - line.width) / 2
        y = whole.box[3] + TITLE_GAP if above else whole.box[1] - CAPTION_GAP - line.height
        whole = joined([whole, line.at(x, y)])
    return whole


def on_canvas(whole: Piece | None, alt: str) -> Scene:
    """Return a picture on a canvas exactly as large as it needs."""
    if whole is None:
        return Scene(width=2 * MARGIN, height=2 * MARGIN, items=(), alt=alt)
    whole = piece_of(whole.items)
    items: tuple[Item, ...] = fitted(whole.at(MARGIN, MARGIN).items)
    return Scene(width=whole.width + 2 * MARGIN, height=whole.height + 2 * MARGIN, items=items, alt=alt)
