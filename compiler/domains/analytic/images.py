"""Images under transformations: translations, rotations, reflections, dilations, shears and matrices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...draw.outlines import center_of, outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import XY, Circle, Line, Nowhere, Point, Polygon, Polyline, Several, Shape, Vector, xy
from ...targets import AlongLine, ByPoint
from ...values import Chain, Coordinates, Ref, Value, inside
from ...vocabulary import Kind, Slot, Want
from ..core.stated import stated_place
from .affine import affine_of, image_of
from .codes import NO_IMAGE


def pose_image(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the image of a thing. Emits ANA003 for a transformation that is not known."""
    shapes = [image_of(poser.shape(value), entity, poser) for value in entity.values_of("of")]
    if not shapes or all(isinstance(shape, Nowhere) for shape in shapes):
        message = f"`{entity.name}`: the transformation or its object is not known"
        hints = [f"for example `{entity.kind.example}`"]
        poser.diagnostics.append(NO_IMAGE.found(message, entity.span, hints=hints))
        return Nowhere()
    for point in (shape for shape in shapes if isinstance(shape, Point)):
        poser.drawn(point)
    return shapes[0] if len(shapes) == 1 else Several(tuple(shapes))


def mirrored(entity: Entity, poser: Poser) -> Shape[int] | None:
    """Return the mirror image of a thing that is no point, as `reflection(t, in = m)` says it; nothing for a point."""
    things = [value for value in entity.values_of("of") if not isinstance(poser.shape(value), Point)]
    mirror = entity.values.get("on") or entity.values.get("center")
    if not things or mirror is None or len(things) != len(entity.values_of("of")):
        return None
    said = replace(entity, values={"of": entity.values["of"], "reflection": mirror})
    return image_of(poser.shape(things[0]), said, poser)


def reach_image(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return where the stated places of a thing come to lie."""
    affine = affine_of(entity, panel)
    places = (spot for value in entity.values_of("of") for spot in _places(value, panel, 0))
    return tuple(affine(spot) for spot in places) if affine is not None else ()


def _places(value: Value, panel: Panel, depth: int) -> Iterator[XY]:
    """Yield the stated places of a thing: its own, and those of what it is made of."""
    spot = stated_place(value, panel)
    if spot is not None:
        yield spot
    elif isinstance(value, Chain):
        yield from (place for end in value.ends for place in _places(end, panel, depth))
    elif isinstance(value, Ref) and value.name in panel.entities and depth < 4:
        entity = panel.entities[value.name]
        if (affine := affine_of(entity, panel)) is not None:
            inner = (place for v in entity.values_of("of") for place in _places(v, panel, depth + 1))
            yield from (affine(place) for place in inner)
            return
        if entity.kind.reach is not None and entity.kind.reach is not reach_image:
            yield from (s for s in entity.kind.reach(entity, panel) if s[0] == s[0] and s[1] == s[1])
        for given in entity.values.values():
            for part in inside(given.value):
                if isinstance(part, Coordinates) or (isinstance(part, Ref) and part != value):
                    yield from _places(part, panel, depth + 1)


# Drawing


def draw_image(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw an image with the names of its vertices: those of the object, with a prime."""
    shapes = shape.shapes if isinstance(shape, Several) else (shape,)
    for part in shapes:
        _draw_shape(entity, part, pen)
    places = dict(zip(_vertices(shape), names_of(entity, pen)))
    for spot, name in places.items():
        if name and not entity.style.bare:
            pen.dot(spot, size=1.2)
            pen.label(name, ByPoint(spot, gap=1.0), owner=entity.name)
    middle = center_of(shape)
    for text in pen.texts(entity):
        lines = [tuple(line) for line in flattened(outline_of(shape, pen.view)) if len(line) > 1]
        if lines:
            pen.label(text, AlongLine(max(lines, key=len)), owner=entity.name)
        elif middle is not None:
            pen.label(text, ByPoint(middle, gap=1.0), owner=entity.name)


def _draw_shape(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    match shape:
        case Point():
            pen.dot(xy(shape), size=1.2)
        case Vector(a, b):
            pen.arrow([xy(a), xy(b)])
        case Polygon() | Circle():
            pen.area(outline_of(shape))
        case _:
            pen.path(outline_of(shape, pen.view), stroke=pen.stroke())


def _vertices(shape: Shape[float]) -> list[XY]:
    match shape:
        case Point():
            return [xy(shape)]
        case Polygon(points) | Polyline(points):
            return [xy(point) for point in points]
        case Line(a, b, "segment") | Vector(a, b):
            return [xy(a), xy(b)]
        case Circle(center):
            return [xy(center)]
        case Several(shapes):
            return [spot for inner in shapes for spot in _vertices(inner)]
    return []


def names_of(entity: Entity, pen: Pen) -> list[str]:
    """Return what the vertices of an image are called; a point that its author named in capitals keeps that name."""
    own = pen.shape_of(entity.name)
    if isinstance(own, Point) and entity.named and entity.name[:1].isupper() and not pen.texts(entity):
        return ["" if pen.relabelled(entity.name) else entity.name]
    bases = _base_names(entity, pen)
    taken = [set(_base_names(other, pen)) for other in _earlier(entity, pen) if other.kind.draw is draw_image]
    primes = "'" * (1 + sum(bool(set(bases) & names - {""}) for names in taken))
    return [name + primes if name else "" for name in bases]


def _earlier(entity: Entity, pen: Pen) -> Iterator[Entity]:
    for other in pen.solution.panel.entities.values():
        if other is entity:
            return
        yield other


def _base_names(entity: Entity, pen: Pen) -> list[str]:
    """Return the names of the vertices of an object without primes: of the points that stand there."""
    found: list[str] = []
    for value in entity.values_of("of"):
        before = pen.entity(value)
        if before is not None and before.kind.draw is draw_image:
            found += _base_names(before, pen)
        else:
            found += [_name_at(spot, pen) for spot in _vertices(pen.shape(value))]
    return found


def _name_at(spot: XY, pen: Pen) -> str:
    for name, entity in pen.solution.panel.entities.items():
        shape = pen.shape_of(name)
        shown = entity.kind.names_itself and entity.named and not entity.style.hidden
        if shown and isinstance(shape, Point) and abs(shape.x - spot[0]) + abs(shape.y - spot[1]) < 1e-6:
            return name
    return ""


OBJECT = Slot("of", (Want.ENTITY, Want.POINT, Want.PATH), "what is transformed", ("object", "preimage", "figure", "points"), many=True, required=True)  # fmt: skip
CENTER = Slot("center", Want.POINT, "the place that stays; the origin if none is said", ("about", "around", "centre"), positional=False)  # fmt: skip
TRANSLATION = Slot("translation", (Want.POINT, Want.LINE, Want.ENTITY), "the shift, `(-5, 2)` or a vector", ("by", "vector", "shift", "translate"), positional=False)  # fmt: skip
ROTATION = Slot("rotation", Want.MEASURE, "the angle, counter-clockwise unless `cw`", ("angle", "by", "rotate"), dimension="angle", positional=False)  # fmt: skip
MIRROR = Slot("reflection", (Want.LINE, Want.BOUND, Want.POINT, Want.TEXT), 'the mirror line, `"y = x"`, or a point', ("mirror", "in", "across", "over", "reflect"), positional=False)  # fmt: skip
DILATION = Slot("dilation", (Want.NUMBER, Want.MEASURE), "the factor", ("factor", "scale", "k", "scale_factor", "by", "ratio"), positional=False)  # fmt: skip
SHEAR = Slot(
    "shear", Want.NUMBER, "the factor, along x unless `vertical`", ("factor", "k", "by"), positional=False
)
MATRIX = Slot("matrix", Want.ANY, "its rows, `[[0, -1], [1, 0]]`", ("by", "M"), positional=False)
FLAGS = ("cw", "ccw", "clockwise", "counterclockwise", "vertical", "horizontal")


def _plain(slot: Slot, *drop: str) -> Slot:
    """Return a slot without the aliases that only make sense where it is the only one."""
    return replace(
        slot, aliases=tuple(alias for alias in slot.aliases if alias not in ("by", "factor", "k", *drop))
    )


def _lead(slot: Slot) -> Slot:
    return replace(slot, positional=True)


IMAGE = Kind(
    name="image",
    doc="The image of a thing under a transformation, its vertices with primes: `translation = (-5, 2)`, `rotation = 90°` about "
    "a `center`, `reflection` in a line or a point, `dilation = 2`, `shear = 1`, `matrix = [[0, -1], [1, 0]]`.",
    slots=(
        OBJECT, _plain(TRANSLATION), _plain(ROTATION), _plain(MIRROR), _plain(DILATION), _plain(SHEAR), _plain(MATRIX), CENTER,
    ),
    aliases=("transformed", "transformation", "image_under"), traits=("point", "line", "region", "path"), flags=FLAGS,
    pose=pose_image, draw=draw_image, reach=reach_image, z=11,
    needs=("translation", "rotation", "reflection", "dilation", "shear", "matrix"),
    example="triangle t\npoint O\nimage u(of = t, rotation = 90°, center = O)",
)  # fmt: skip


def _kind(name: str, doc: str, slots: tuple[Slot, ...], aliases: tuple[str, ...], example: str) -> Kind:
    return Kind(
        name=name, doc=doc, slots=(replace(OBJECT, many=False), *slots), aliases=aliases, traits=("point", "line", "region", "path"), flags=FLAGS,
        pose=pose_image, draw=draw_image, reach=reach_image, z=11, example=example,
    )  # fmt: skip


KINDS = (
    IMAGE,
    _kind("translation", "The image of a thing that is shifted.", (_lead(TRANSLATION),), ("translated", "shifted", "translate"), "triangle t\npoint P, Q\ntranslation u(t, by = P -> Q)"),
    _kind("rotated", "The image of a thing that is turned about a place.", (_lead(ROTATION), CENTER), ("rotation_of", "rotation_image", "rotation", "rotate"), "triangle t\npoint O\nrotated u(t, 90°, about = O)"),
    _kind("reflected", "The mirror image of a thing in a line or a point.", (_lead(MIRROR),), ("mirrored", "reflection_of", "reflect"), "triangle t\nline m\nreflected u(t, in = m)"),
    _kind("dilation", "The image of a thing that is enlarged or reduced from a centre.", (_lead(DILATION), CENTER), ("dilated", "enlargement", "homothety", "enlarged", "dilate"), "triangle t\npoint O\ndilation u(t, 2, center = O)"),
    _kind("sheared", "The image of a thing under a shear.", (_lead(SHEAR), CENTER), ("shear_of", "shear"), "axes ax\nrectangle q((0, 0), (2, 0), (2, 1), (0, 1))\nsheared u(q, 1)"),
)  # fmt: skip
