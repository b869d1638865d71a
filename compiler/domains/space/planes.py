"""Planes by their equations: the triangle between the axes, else a parallelogram as large as the picture.

Any kind with the trait `plane` and an `equation` or `intercepts` can be drawn so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from ....dsl.diagnostics import Diagnostic
from ...draw.pen import Pen
from ...expression import Equation, Letter, Number, Operation, to_label
from ...laws import Rule
from ...model import Entity, Panel
from ...pose.poser import Poser
from ...pose.view import coordinates_of, fixed_place
from ...shapes import Patchwork, Shape
from ...space.camera import XYZ
from ...space.fields import Quadric
from ...targets import ByPoint
from ...values import Coordinates, Formula, Measure, Value
from ..core.equations import Limit
from ..core.ticks import numeral
from .building import OPEN, Span, surface_figure, surface_span
from .codes import WRONG_INTERCEPT
from .extents import Box, corners, joined
from .letters import SPACE
from .readings import EQUATION, Said, number_of, said_by, stated_ranges
from .walls import wall_of_equation

ONE: XYZ = (1.0, 1.0, 1.0)
GROWN = 0.2
"""Share of the picture by which a plane is drawn beyond what is in it."""
USUAL = 2.0


def said_by_plane(entity: Entity) -> Said | None:
    """Return the equation of a plane: as stated, or from its intercepts."""
    said = said_by(entity)
    if said.equations:
        return said if coefficients(said.equations[0]) else None
    cuts = intercepts_stated(entity)
    if len(cuts) != 3 or any(cut == 0 for cut in cuts):
        return None
    terms = [Operation("/", Letter(axis), Number(f"{cut:g}", cut)) for axis, cut in zip(SPACE, cuts)]
    left = Operation("+", Operation("+", terms[0], terms[1]), terms[2])
    return Said((Equation(left, Number("1", 1.0)),), said.limits)


def intercepts_stated(entity: Entity) -> list[float]:
    """Return the intercepts that a plane states."""
    return [n for v in intercept_values(entity) if (n := number_of(v)) is not None]


def intercept_values(entity: Entity) -> tuple[Value, ...]:
    """Return the intercepts as they were written: `[3, 2, 1]` or `(3, 2, 1)`."""
    values = entity.values_of("intercepts")
    return values[0].items if len(values) == 1 and isinstance(values[0], Coordinates) else values


def coefficients(equation: Equation) -> tuple[float, float, float, float] | None:
    """Return a, b, c, d of a x + b y + c z = d, if an equation is that.

    >>> coefficients(Equation(Letter("z"), Number("2", 2)))
    (0.0, 0.0, 1.0, 2.0)
    """
    pieces = wall_of_equation(equation, ONE).pieces
    field = pieces[0].field if pieces else None
    if not isinstance(field, Quadric) or field.plane is None:
        return None
    a, b, c, e = (float(v) for v in field.plane)
    whole = max(abs(v) for v in (a, b, c))
    a, b, c, e = (0.0 if abs(v) < 1e-12 * max(whole, abs(e)) else v for v in (a, b, c, e))
    scale = _scale_of(equation, (a, b, c))
    # Adding zero makes a positive zero of a negative one.
    return (a * scale + 0.0, b * scale + 0.0, c * scale + 0.0, -e * scale + 0.0)


def _scale_of(equation: Equation, unit: XYZ) -> float:
    """Return the factor between a unit normal and the coefficients as they are written."""
    zero = equation.value({"x": 0.0, "y": 0.0, "z": 0.0})
    at = max(range(3), key=lambda k: abs(unit[k]))
    step = equation.value({axis: float(k == at) for k, axis in enumerate(SPACE)}) - zero
    return step / unit[at] if math.isfinite(step) and step else 1.0


def meets(plane: tuple[float, float, float, float]) -> list[float | None]:
    """Return where a plane meets each axis away from the origin; nothing where it does not."""
    *normal, d = plane
    return [d / n if n and d else None for n in normal]


def corners_on_axes(entity: Entity) -> list[XYZ]:
    """Return where the plane of a thing's equation or intercepts meets the axes away from the origin."""
    said = said_by_plane(entity)
    plane = coefficients(said.equations[0]) if said else None
    cuts = meets(plane) if plane else []
    at = [(cut, k) for k, cut in enumerate(cuts) if cut is not None]
    return [(cut if k == 0 else 0.0, cut if k == 1 else 0.0, cut if k == 2 else 0.0) for cut, k in at]


def plane_span(entity: Entity, panel: Panel) -> tuple[Said, Span] | None:
    """Return what is drawn of a plane by its equation, and how far it reaches; nothing for another plane."""
    said = said_by_plane(entity)
    plane = coefficients(said.equations[0]) if said else None
    if said is None or plane is None:
        return None
    if said.limits and (span := surface_span(said, OPEN)) is not None:
        return said, span
    cuts = meets(plane)
    known = [cut for cut in cuts if cut is not None]
    others = _others(entity, panel)
    if len(known) == 3 and not entity.has("parallelogram"):
        said = Said(said.equations, (*said.limits, *(_half(axis, cut) for axis, cut in zip(SPACE, known))))
        span = surface_span(said, OPEN)
        return (said, span) if span else None
    box = _window(plane, cuts, stated_ranges(panel), others)
    span = surface_span(said, box)
    return (said, span) if span else None


def _half(axis: str, cut: float) -> Limit:
    zero = Number("0", 0.0)
    return Limit(zero, Letter(axis)) if cut > 0 else Limit(Letter(axis), zero)


def _others(entity: Entity, panel: Panel) -> Box | None:
    """Return the box around what else is in a picture."""
    spots = [place for triple in coordinates_of(panel) if (place := fixed_place(triple))]
    for other in panel.entities.values():
        if other.kind.reach_in_space and not other.kind.frames and "plane" not in other.kind.traits:
            spots += other.kind.reach_in_space(other, panel)
    return joined([(spot, spot) for spot in spots])


def _window(
    plane: tuple[float, float, float, float], cuts: list[float | None], ranges: Box, others: Box | None
) -> Box:
    """Return the box that cuts a plane: the ranges of the axes, else a little more than the rest of the picture."""
    size = max([abs(c) for c in cuts if c is not None], default=USUAL)
    low, high = list(ranges[0]), list(ranges[1])
    for at in range(3):
        if math.isfinite(low[at]):
            continue
        if others is not None and others[1][at] > others[0][at]:
            pad = GROWN * (others[1][at] - others[0][at])
            low[at], high[at] = others[0][at] - pad, others[1][at] + pad
        elif sum(1 for n in plane[:3] if n) == 2 and plane[3]:
            # Parallel to one axis: the part between the other two, upright from the ground.
            cut = cuts[at]
            low[at], high[at] = min(0.0, cut or 0.0), max(0.0, cut if cut is not None else size)
        else:
            low[at], high[at] = -size, size
        if plane[at] and others is not None and sum(1 for n in plane[:3] if n) == 1:
            low[at], high[at] = -math.inf, math.inf
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def reach_plane(entity: Entity, panel: Panel) -> tuple[XYZ, ...]:
    """Return the corners of the box around what is drawn of a plane."""
    found = plane_span(entity, panel)
    return corners(found[1].box) if found else ()


def pose_plane(entity: Entity, poser: Poser) -> Shape[int] | None:
    """Return the shape of a plane by its equation; nothing for one that is given otherwise."""
    found = plane_span(entity, poser.panel)
    camera = poser.frame.camera
    if found is None or camera is None:
        return None
    scale = poser.frame.place_in_space((1.0, 1.0, 1.0))
    return Patchwork(surface_figure(*found, scale, camera), camera)


def draw_intercepts(entity: Entity, pen: Pen) -> None:
    """Write the intercepts of a plane that states them, each at its place on the axis."""
    said = said_by_plane(entity)
    plane = coefficients(said.equations[0]) if said else None
    wanted = entity.value("intercepts") is not None or entity.has("intercepts")
    camera = pen.solution.poser.frame.camera
    if plane is None or not wanted or camera is None:
        return
    for at, cut in enumerate(meets(plane)):
        if cut is None:
            continue
        place = [cut if k == at else 0.0 for k in range(3)]
        spot = camera.drawn(pen.solution.poser.frame.place_in_space((place[0], place[1], place[2])))
        pen.dot(spot, size=1.0)
        text = f"${exactly(entity, at)}$" if exactly(entity, at) else numeral(cut)
        pen.label(
            text, ByPoint(spot, gap=1.0, toward=(150.0, 60.0, 160.0)[at]), role="intercept", owner=entity.name
        )


def exactly(entity: Entity, at: int) -> str:
    """Return a stated intercept as it was written, as a formula."""
    values = intercept_values(entity)
    if len(values) != 3:
        return ""
    match values[at]:
        case Formula(expression) | Measure(formula=Formula(expression)):
            return to_label(expression)
    return ""


def check_intercepts(panel: Panel) -> Iterator[Diagnostic]:
    """Yield the planes whose stated intercepts are not those of their equation."""
    for entity in panel.entities.values():
        if "plane" not in entity.kind.traits or entity.value(EQUATION) is None:
            continue
        said, stated = said_by_plane(entity), intercepts_stated(entity)
        plane = coefficients(said.equations[0]) if said else None
        if plane is None or len(stated) != 3:
            continue
        for axis, cut, told in zip(SPACE, meets(plane), stated):
            if cut is None or not math.isclose(cut, told, rel_tol=1e-6):
                is_at = (
                    f"meets the {axis} axis at {cut:g}"
                    if cut is not None
                    else f"does not meet the {axis} axis"
                )
                message = f"the plane `{entity.name}` {is_at}, not at {told:g}"
                yield WRONG_INTERCEPT.found(message, entity.values["intercepts"].span)


RULES = (Rule(WRONG_INTERCEPT, check_intercepts),)
