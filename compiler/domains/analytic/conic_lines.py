"""Directrices and foci as things of their own: of one conic, drawn and named."""

from __future__ import annotations

from ....dsl.theme import WIDTH
from ...draw.pen import Pen
from ...model import Entity
from ...pose.poser import Poser
from ...shapes import Line, Nowhere, Point, Several, Shape, xy
from ...targets import AlongLine
from ...vocabulary import Kind, PoseKind, Slot, Want
from ..core.points import draw_point

THIN = WIDTH.mark


def pose_directrix(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the directrix of a conic: both of one that has two, unless its first or second is wanted."""
    return _part(
        entity,
        ("directrix1",)
        if entity.has("first")
        else ("directrix2", "directrix")
        if entity.has("second")
        else ("directrices", "directrix"),
        poser,
    )


def pose_focus(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a focus of a conic: its last one unless the first is wanted."""
    first = entity.has("first") or entity.has("left") or entity.has("lower")
    return _part(entity, ("focus1", "focus") if first else ("focus",), poser)


def _part(entity: Entity, names: tuple[str, ...], poser: Poser) -> Shape[int]:
    of = entity.value("of")
    base = poser.entity(of) if of is not None else None
    if of is None or base is None or base.kind.part is None:
        return Nowhere()
    whole = poser.shape(of)
    found = (base.kind.part(base, whole, name, poser) for name in names)
    return next((shape for shape in found if shape is not None), Nowhere())


def draw_directrix(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a directrix, thin and dashed, with its text."""
    lines = shape.shapes if isinstance(shape, Several) else (shape,)
    for line in lines:
        if not isinstance(line, Line):
            continue
        ends = (xy(line.a), xy(line.b))
        owner = pen.line(ends, role="curve", stroke=pen.stroke(dash="dashed", width=THIN))
        for text in pen.texts(entity):
            pen.label(text, AlongLine(ends, at=0.86), owner=owner)


def draw_focus(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a focus as a point."""
    if isinstance(shape, Point):
        draw_point(entity, shape, pen)


OF = Slot("of", Want.ENTITY, "the conic", ("conic", "curve"), required=True, trait="curve")


def _kind(name: str, doc: str, aliases: tuple[str, ...], traits: tuple[str, ...], pose: PoseKind) -> Kind:
    return Kind(
        name=name, doc=doc, slots=(OF,), aliases=aliases, traits=traits, flags=("first", "second", "left", "right", "lower", "upper"),
        pose=pose, draw=draw_focus if "point" in traits else draw_directrix, names_itself="point" in traits,
        z=30 if "point" in traits else 9, example=f"parabola p(y^2 = 4x)\n{name} F(of = p)",
    )  # fmt: skip


KINDS = (
    _kind(
        "directrix",
        "The directrix of a conic, a thin dashed line.",
        ("directrices",),
        ("line",),
        pose_directrix,
    ),
    _kind("focus", "A focus of a conic: the right or upper one unless `first`.", (), ("point",), pose_focus),
)
