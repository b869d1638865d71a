"""Surfaces by their equations, and solids by their bounds."""

from __future__ import annotations

from ...draw.pen import Pen
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...shapes import Nowhere, Patchwork, Shape
from ...space.camera import UPRIGHT, XYZ
from ...vocabulary import Kind, Slot, Want
from .building import solid_figure, solid_limits, solid_span, surface_figure, surface_span
from .codes import LETTER_IS_ONE, NO_SURFACE, NOWHERE
from .extents import Box, corners
from .letters import VARIABLES, strangers
from .painting import paint_once
from .readings import EQUATION, Said, said_by, stated_ranges
from .weaving import woven, woven_box

AXES = "axes3"
"""The companion of whatever has an equation in space."""
NOTHING: tuple[XYZ, ...] = ()


def companion(entity: Entity) -> str:
    """Return the companion of surfaces and solids."""
    return AXES


def scale_of(poser: Poser) -> XYZ:
    """Return how many space millimetres a unit is along each axis."""
    return poser.frame.place_in_space((1.0, 1.0, 1.0))


def report_letters(entity: Entity, said: Said, poser: Poser) -> None:
    """Report letters that nobody gave a number."""
    parts = [e for eq in said.equations for e in (eq.left, eq.right)]
    parts += [e for limit in said.limits for e in (limit.smaller, limit.larger)]
    for letter in dict.fromkeys(name for part in parts for name in strangers(part)):
        poser.diagnostics.append(
            LETTER_IS_ONE.found(f"`{letter}` has no number and is drawn as 1", entity.span)
        )


def missing(entity: Entity, poser: Poser) -> Nowhere[int]:
    """Report a thing without an equation."""
    message = f"`{entity.name}` has no equation in x, y and z"
    poser.diagnostics.append(
        NO_SURFACE.found(message, entity.span, hints=[f"for example `{entity.kind.example}`"])
    )
    return Nowhere()


def nowhere(entity: Entity, poser: Poser) -> Nowhere[int]:
    """Report a thing of which nothing can be drawn."""
    message = f"the bounds of `{entity.name}` enclose nothing that ends"
    hints = ["mind the order of the bounds, and whether they close", "or give the axes ranges"]
    poser.diagnostics.append(NOWHERE.found(message, entity.span, hints=hints))
    return Nowhere()


# Surfaces


def surface_box(entity: Entity, panel: Panel) -> Box | None:
    """Return how far a surface reaches, in data coordinates."""
    box = woven_box(entity, UPRIGHT)
    if box is not None:
        return box
    said = said_by(entity)
    span = surface_span(said, stated_ranges(panel)) if said.equations else None
    return span.box if span else None


def reach_surface(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of the box around a surface."""
    box = surface_box(entity, panel)
    return corners(box) if box else NOTHING


def pose_surface(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a surface: nothing moves it."""
    said = said_by(entity)
    if not said.equations:
        return missing(entity, poser)
    camera = poser.frame.camera
    figure = woven(entity, scale_of(poser), camera) if camera else None
    if camera is not None and figure is not None:
        return Patchwork(figure, camera)
    report_letters(entity, said, poser)
    span = surface_span(said, stated_ranges(poser.panel))
    if span is None or camera is None:
        return nowhere(entity, poser)
    return Patchwork(surface_figure(said, span, scale_of(poser), camera), camera)


# Solids


def reach_solid(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of the box around a solid."""
    limits = solid_limits(said_by(entity))
    span = solid_span(limits, stated_ranges(panel)) if limits else None
    return corners(span.box) if span else NOTHING


def pose_solid(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a solid: nothing moves it."""
    said = said_by(entity)
    if not said.equations and not said.limits:
        return missing(entity, poser)
    report_letters(entity, said, poser)
    limits = solid_limits(said)
    span = solid_span(limits, stated_ranges(poser.panel)) if limits else None
    camera = poser.frame.camera
    if limits is None or span is None or camera is None:
        return nowhere(entity, poser)
    return Patchwork(solid_figure(limits, span, scale_of(poser), camera), camera)


def draw_surfaces(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a surface together with all others of its panel."""
    paint_once(entity, pen)


BOUNDS = Slot(
    EQUATION,
    (Want.BOUND, Want.NUMBER),
    "its equation and inequalities",
    ("expr", "bounds", "bounded_by"),
    many=True,
)
SURFACE = Kind(
    name="surface",
    doc="A surface by its equation in x, y, z (or r, θ, ρ, φ): `z = x^2 + y^2`, `x^2 + y^2 + z^2 = 9`, `ρ = 3`. "
    "or by two parameters, `x = u*cos(v), y = u*sin(v), z = v, u = 0..1, v = 0..2*pi`. Inequalities and ranges cut it, `octant` leaves what is in the first octant. The equation is printed only if quoted.",
    slots=(BOUNDS,),
    aliases=("surface3", "quadric", "paraboloid", "hyperboloid", "ellipsoid", "graph3", "saddle", "sphere", "cylinder", "cone", "hemisphere"),
    claims=(("x", "y"), ("y", "z"), ("x", "z")),
    traits=("surface",), flags=("octant", "first_octant", "positive", "transparent", "wireframe"), variables=VARIABLES,
    space="axes", reach_in_space=reach_surface, pose=pose_surface, draw=draw_surfaces, companion=companion, z=6,
    example="surface S(z = 4 - x^2 - y^2, z >= 0)",
)  # fmt: skip
SOLID = Kind(
    name="solid",
    doc="A solid by bounds in x, y, z, in cylindrical r, θ, z or in spherical ρ, θ, φ; or by the surfaces that enclose it. "
    "Each bound becomes a face with its equation.",
    slots=(BOUNDS,),
    aliases=("solid3", "solid_region", "region3", "wedge3", "region", "ball"),
    claims=(("z",), ("ρ",), ("rho",), ("φ",), ("phi",)),
    traits=("solid",), flags=("octant", "first_octant", "positive", "transparent", "wireframe"), variables=VARIABLES,
    space="axes", reach_in_space=reach_solid, pose=pose_solid, draw=draw_surfaces, companion=companion, z=6,
    example="solid E(3 <= ρ <= 6, φ <= π/3)",
)  # fmt: skip

KINDS = (SURFACE, SOLID)
