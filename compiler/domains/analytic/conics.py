"""Conics: ellipses, parabolas, hyperbolas by any of their definitions, one thing with the same parts whichever it was."""

from __future__ import annotations

import math

from ....dsl.theme import WIDTH
from ...draw.clipping import clip_segment
from ...draw.outlines import outline_of
from ...draw.paths import flattened
from ...draw.pen import Pen
from ...draw.roominess import length_of, roomy_share
from ...expression import Expression
from ...model import Entity, Panel
from ...pose.arithmetic import Term
from ...pose.poser import Poser
from ...shapes import XY, Circle, Ellipse, Line, Nowhere, Point, Several, Shape, xy
from ...targets import AlongLine, ByPoint, InArea
from ...values import PartRef, Ref, inside
from ...vocabulary import Kind, PartOf, Slot, Want
from ..core.curves import companion_of
from ..core.equations import EQUATION, Rule, bounds_of
from ..core.rounds import COMPASS_PARTS, SENSE, draw_axes, ellipse_part
from ..core.senses import SENSES, draw_sense
from ..core.windows import window_box
from .codes import NO_CONIC
from .conic_lines import pose_directrix
from .conic_shapes import extent, free_part, free_shape, known_shape
from .fit_conics import Fit, fit
from .givens import Givens, givens_of
from .sections import Family, Section

FAMILIES: dict[str, Family] = {"ellipse": "ellipse", "parabola": "parabola", "hyperbola": "hyperbola"}
HINT = "its data must be those of one conic; leave out what follows from the rest"


def givens(entity: Entity, panel: Panel) -> Givens:
    """Return what is said of a conic."""
    return givens_of(entity, panel, FAMILIES.get(entity.kind.name))


def fit_of(entity: Entity, panel: Panel) -> Fit | None:
    """Return the conic that numbers decide, or what is wrong with them; nothing for one that the solver finds."""
    data = givens(entity, panel)
    return fit(data) if data.fixed and _decided(data, panel) else None


def _decided(data: Givens, panel: Panel) -> bool:
    """Whether a conic has its place by numbers: one by its semi-axes alone does where there are axes."""
    placed = data.difference or data.foci or data.vertices or data.through or data.directrix
    if placed is not None and placed != ():
        return True
    framed = any(entity.kind.frames for entity in panel.entities.values())
    return (data.center is not None or framed) and data.sayings > 0


def section_in(entity: Entity, panel: Panel) -> Section | None:
    """Return the conic of a thing in data coordinates, if numbers decide it."""
    found = fit_of(entity, panel)
    return found.section if found else None


def curve_of(entity: Entity, panel: Panel) -> Expression | None:
    """Return what vanishes on a conic that numbers decide."""
    section = section_in(entity, panel)
    return section.quadratic().expression() if section else None


def reach_conic(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return how far a conic makes the picture reach."""
    section = section_in(entity, panel)
    if section is None:
        return ()
    feet = [foot for foot, _ in section.directrices] if shows_directrix(entity, panel) else []
    beyond = [(1.06 * (x - section.center[0]), 1.06 * (y - section.center[1])) for x, y in feet]
    return (*extent(section, panel), *((section.center[0] + x, section.center[1] + y) for x, y in beyond))


def shows_directrix(entity: Entity, panel: Panel) -> bool:
    """Whether a directrix of a conic is drawn: by itself, or by another thing that is made from it."""
    if entity.has("directrix") or entity.has("directrices"):
        return True
    own = Ref(entity.name)
    parts = (
        part
        for other in panel.entities.values()
        for given in other.values.values()
        for part in inside(given.value)
        if other is not entity
    )
    return any(
        part.base == own and part.part.startswith("direct") if isinstance(part, PartRef) else False
        for part in parts
    ) or any(
        other.value("of") == own and other.kind.pose is pose_directrix for other in panel.entities.values()
    )


def pose_conic(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a conic. Emits ANA001 for data that contradict each other."""
    found = fit_of(entity, poser.panel)
    if found is None:
        return free_shape(entity, givens(entity, poser.panel), poser)
    if found.section is None:
        message = f"`{entity.word} {entity.name}`: {found.fault}"
        poser.diagnostics.append(NO_CONIC.found(message, entity.span, hints=[HINT]))
        return Nowhere()
    scale = poser.frame.scales[0]
    for letter, number in found.letters:
        slot = poser.constant(abs(number) * scale)
        poser.arithmetic.letters.setdefault(letter, Term(slot, 1))
    rule = Rule("implicit", found.section.quadratic().expression())
    return known_shape(found.section, rule, poser)


# Parts


def part_of_conic(entity: Entity, shape: Shape[int], part: str, poser: Poser) -> Shape[int] | None:
    """Return a focus, vertex, axis, directrix or asymptote of a conic, whichever way it was defined."""
    section = section_in(entity, poser.panel)
    if section is None:
        return ellipse_part(entity, shape, part, poser) or free_part(shape, part, poser)
    return (
        _spots(section, part, poser)
        or _lines(section, part, poser)
        or _compass(entity, section, shape, part, poser)
    )


def _spots(section: Section, part: str, poser: Poser) -> Shape[int] | None:
    foci, vertices = section.foci, section.vertices
    found: dict[str, tuple[XY, ...]] = {
        "center": (section.center,), "centre": (section.center,), "foci": foci, "vertices": vertices,
        "covertices": section.covertices, "focus": foci[-1:], "F": foci[-1:], "vertex": vertices[-1:],
        "focus1": foci[:1], "F1": foci[:1], "focus2": foci[1:], "F2": foci[1:],
        "vertex1": vertices[:1], "vertex2": vertices[1:],
    }  # fmt: skip
    spots = tuple(poser.fixed_point(*poser.frame.place(*spot)) for spot in found.get(part, ()))
    if not spots:
        return None
    return Several(spots) if part in ("foci", "vertices", "covertices") else spots[0]


def _lines(section: Section, part: str, poser: Poser) -> Shape[int] | None:
    across = (section.center, section.place(0.0, 1.0))
    found: dict[str, tuple[tuple[XY, XY], ...]] = {
        "directrix": section.directrices[-1:], "directrices": section.directrices,
        "directrix1": section.directrices[:1], "directrix2": section.directrices[1:],
        "asymptotes": section.asymptotes, "asymptote": section.asymptotes[:1], "asymptote1": section.asymptotes[:1],
        "asymptote2": section.asymptotes[1:], "axis": (section.axis,), "major_axis": (section.axis,),
        "transverse_axis": (section.axis,), "minor_axis": (across,), "conjugate_axis": (across,),
    }  # fmt: skip
    if part in ("latus_rectum", "latus"):
        a, b = (poser.fixed_point(*poser.frame.place(*end)) for end in section.latus_rectum[-1])
        return Line(a, b)
    lines = tuple(framed_line(*pair, poser) for pair in found.get(part, ()))
    if not lines:
        return None
    return Several(lines) if part in ("directrices", "asymptotes") else lines[0]


def framed_line(first: XY, second: XY, poser: Poser) -> Line[int]:
    """Return the endless line through two places in data coordinates, as far as the window shows it."""
    (ax, ay), (bx, by) = poser.frame.place(*first), poser.frame.place(*second)
    far = 1e5 / max(abs(bx - ax), abs(by - ay), 1e-9)
    ends = ((ax - far * (bx - ax), ay - far * (by - ay)), (ax + far * (bx - ax), ay + far * (by - ay)))
    box = window_box(poser.frame)
    cut = clip_segment(*ends, box)
    if cut is None:
        # A line beyond the window is seen beside it, as long as the window is high.
        reach = (box[3] - box[1]) / 2 / math.hypot(bx - ax, by - ay)
        cut = (
            (ax - reach * (bx - ax), ay - reach * (by - ay)),
            (ax + reach * (bx - ax), ay + reach * (by - ay)),
        )
    return Line(poser.fixed_point(*cut[0]), poser.fixed_point(*cut[1]), "framed")


def _compass(
    entity: Entity, section: Section, shape: Shape[int], part: str, poser: Poser
) -> Shape[int] | None:
    """Return the highest, lowest, leftmost or rightmost point of a closed conic."""
    from ...pose.anchors import anchor

    if isinstance(shape, Circle):
        return anchor(shape, part, poser)
    if not isinstance(shape, Ellipse) or part not in ("top", "bottom", "left", "right"):
        return None
    (x, y), q = section.center, section.quadratic()
    # On the highest and lowest point the slope along x vanishes: 2 a x + b y = 0 about the centre.
    upright = part in ("top", "bottom")
    ratio = -q.b / (2 * q.a) if upright else -q.b / (2 * q.c)
    about = q.moved_to(-x, -y)
    size = (
        (-about.f / (about.a * ratio**2 + about.b * ratio + about.c))
        if upright
        else (-about.f / (about.a + about.b * ratio + about.c * ratio**2))
    )
    step = size**0.5 * (1 if part in ("top", "right") else -1)
    spot = (x + ratio * step, y + step) if upright else (x + step, y + ratio * step)
    return poser.fixed_point(*poser.frame.place(*spot))


# Drawing


def draw_conic(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw a conic with its texts, and those of its places and lines that its author asked for."""
    outline = outline_of(shape, pen.view)
    if not outline.points:
        return
    closed = isinstance(shape, Ellipse | Circle)
    pen.area(outline) if closed else pen.path(outline, role="curve", stroke=pen.stroke())
    if isinstance(shape, Ellipse):
        draw_axes(entity, shape, pen)
    section = section_in(entity, pen.solution.panel)
    if section is not None:
        _draw_places(entity, section, pen)
        _draw_lines(entity, section, pen)
    lines = [tuple(line) for line in flattened(outline)]
    longest = max(lines, key=length_of)
    draw_sense(entity, longest, pen, at=SENSE)
    for text in pen.texts(entity):
        inside = closed and not bounds_of(entity) and section is None
        target = InArea(longest) if inside else AlongLine(longest, at=roomy_share(longest, pen))
        pen.label(text, target, owner=entity.name)


def _draw_places(entity: Entity, section: Section, pen: Pen) -> None:
    """Mark the foci, vertices and centre that are asked for; one where a point of the author's stands has its name."""
    wanted = (
        ("foci", section.foci, "F"), ("vertices", section.vertices, "V"), ("center", (section.center,), "C"),
    )  # fmt: skip
    shapes = (pen.shape_of(name) for name in pen.solution.panel.entities)
    taken = [xy(shape) for shape in shapes if isinstance(shape, Point)]
    for flag, spots, letter in wanted:
        singular = {"foci": "focus", "vertices": "vertex"}.get(flag, flag)
        if not (entity.has(flag) or entity.has(singular)):
            continue
        for k, spot in enumerate(spots):
            at = pen.solution.poser.frame.place(*spot)
            if any(abs(at[0] - x) + abs(at[1] - y) < 0.05 for x, y in taken):
                continue
            pen.dot(at, size=1.2)
            name = letter if len(spots) == 1 else f"{letter}_{k + 1}"
            pen.label("" if entity.style.bare else f"${name}$", ByPoint(at, gap=1.0), owner=entity.name)


def _draw_lines(entity: Entity, section: Section, pen: Pen) -> None:
    """Draw the asymptotes, directrices and the axis that are asked for, thin and dashed."""
    groups = (
        ("asymptotes", section.asymptotes), ("directrix", section.directrices[-1:]),
        ("directrices", section.directrices), ("axis", (section.axis,)),
    )  # fmt: skip
    for flag, pairs in groups:
        for pair in pairs if entity.has(flag) else ():
            line = framed_line(*pair, pen.solution.poser)
            ends = [
                (pen.solution.poser.slots[p.x].start, pen.solution.poser.slots[p.y].start)
                for p in (line.a, line.b)
            ]
            pen.line(ends, role="asymptote", stroke=pen.stroke(dash="dashed", width=WIDTH.mark))


# Kinds

EQUATION_SLOT = Slot(EQUATION, Want.BOUND, "its equation in x and y, in any form", many=True)
CENTER = Slot("center", Want.POINT, "its centre", ("centre", "position"))
FOCI = Slot("foci", Want.POINT, "its two foci", ("focuses",), many=True, positional=False)
VERTICES = Slot(
    "vertices", Want.POINT, "the two ends of its axis through the foci", many=True, positional=False
)
THROUGH = Slot(
    "through", Want.POINT, "points on it", ("passes_through", "points"), many=True, positional=False
)
ECCENTRICITY = Slot("eccentricity", Want.NUMBER, "its eccentricity", ("e", "ecc"), positional=False)
TILT = Slot("tilt", (Want.MEASURE, Want.DIRECTION), "by how much it is turned", ("rotation", "angle", "rotate"), dimension="angle", positional=False)  # fmt: skip
DIRECTRIX = Slot("directrix", (Want.LINE, Want.BOUND, Want.TEXT), 'its directrix: a line, or `"x = -2"`', positional=False)  # fmt: skip
FOCUS = Slot("focus", Want.POINT, "its focus", positional=False)


def _axis(name: str, doc: str, aliases: tuple[str, ...], *, positional: bool = True) -> Slot:
    return Slot(name, Want.MEASURE, doc, aliases, dimension="length", printed=True, positional=positional)


PARTS = (
    PartOf("foci", "its foci, from left to right"), PartOf("focus", "its focus, the right or upper of two"),
    PartOf("focus1", "its left or lower focus", ("F1",)), PartOf("focus2", "its right or upper focus", ("F2",)),
    PartOf("vertices", "the ends of its axis through the foci"), PartOf("vertex", "its vertex"),
    PartOf("directrix", "its directrix, beside its last focus"), PartOf("axis", "the line through its foci"),
    PartOf("latus_rectum", "the chord through its last focus at right angles to the axis"),
)  # fmt: skip
FLAGS = (
    "foci",
    "focus",
    "center",
    "vertices",
    "vertex",
    "directrix",
    "directrices",
    "axis",
    "vertical",
    "horizontal",
    *SENSES,
)
ELLIPSE = Kind(
    name="ellipse",
    doc="An ellipse by its equation, by centre and semi-axes, by foci and what else is known, or by width and height. "
    "`foci`, `vertices`, `center`, `directrices` among its words show these.",
    slots=(
        CENTER,
        _axis("a", "its first semi-axis, along its tilt", ("semi_major", "rx", "x_radius")),
        _axis("b", "its second semi-axis", ("semi_minor", "ry", "y_radius")),
        _axis("width", "its whole extent along its tilt", ("major", "major_axis"), positional=False),
        _axis("height", "its whole extent across its tilt", ("minor", "minor_axis"), positional=False),
        TILT, EQUATION_SLOT, FOCI, VERTICES, THROUGH, ECCENTRICITY,
        _axis("sum", "the sum of the distances from its foci", ("distance_sum", "sum_of_distances"), positional=False),
    ),
    aliases=("oval",), traits=("region", "curve"), flags=FLAGS, variables=("x", "y"),
    parts=(*COMPASS_PARTS, *PARTS, PartOf("covertices", "the ends of its other axis"), PartOf("minor_axis", "the line through those")),
    pose=pose_conic, part=part_of_conic, draw=draw_conic, reach=reach_conic, curve=curve_of, isometric=True,
    companion=companion_of, z=4, example="ellipse e(x^2/25 + y^2/9 = 1, foci)",
)  # fmt: skip
PARABOLA = Kind(
    name="parabola",
    doc="A parabola by its equation, by focus and directrix, by vertex and focus, or by its vertex, the way it opens and a point.",
    slots=(
        EQUATION_SLOT, FOCUS, DIRECTRIX,
        Slot("vertex", Want.POINT, "its vertex", ("center",), positional=False),
        _axis("p", "the distance from its vertex to its focus", ("focal_length", "focal_distance"), positional=False),
        Slot("opens", Want.DIRECTION, "the way it opens: `up`, `right`", ("direction", "opening"), positional=False),
        THROUGH,
    ),
    traits=("curve",), flags=FLAGS, variables=("x", "y"),
    parts=(PartOf("center", "its vertex"), *PARTS),
    pose=pose_conic, part=part_of_conic, draw=draw_conic, reach=reach_conic, curve=curve_of, isometric=True,
    companion=companion_of, z=4, example="parabola p(y^2 = 8x, focus, directrix)",
)  # fmt: skip
HYPERBOLA = Kind(
    name="hyperbola",
    doc="A hyperbola by its equation, by foci and vertices or another datum, or by centre and semi-axes.",
    slots=(
        EQUATION_SLOT, FOCI, VERTICES, CENTER,
        _axis("a", "its semi-axis through the vertices", ("semi_major", "semi_transverse"), positional=False),
        _axis("b", "its other semi-axis", ("semi_minor", "semi_conjugate"), positional=False),
        TILT, THROUGH, ECCENTRICITY,
        _axis("sum", "the difference of the distances from its foci", ("difference", "distance_difference"), positional=False),
    ),
    traits=("curve",), flags=(*FLAGS, "asymptotes"), variables=("x", "y"),
    parts=(PartOf("center", "its centre"), *PARTS, PartOf("asymptotes", "its two asymptotes", ("asymptote",))),
    pose=pose_conic, part=part_of_conic, draw=draw_conic, reach=reach_conic, curve=curve_of, isometric=True,
    companion=companion_of, z=4, example="hyperbola h(x^2/9 - y^2/16 = 1, asymptotes)",
)  # fmt: skip
CONIC = Kind(
    name="conic",
    doc="A conic of any type: by an equation of the second degree, through five points, or by focus, directrix and eccentricity.",
    slots=(EQUATION_SLOT, THROUGH, FOCUS, DIRECTRIX, ECCENTRICITY),
    aliases=("conic_section",), traits=("curve",), flags=(*FLAGS, "asymptotes"), variables=("x", "y"),
    parts=(PartOf("center", "its centre"), *PARTS, PartOf("asymptotes", "its asymptotes, if it is a hyperbola")),
    pose=pose_conic, part=part_of_conic, draw=draw_conic, reach=reach_conic, curve=curve_of, isometric=True,
    companion=companion_of, z=4, example="conic k(5x^2 - 6x*y + 5y^2 = 8)",
)  # fmt: skip

KINDS = (ELLIPSE, PARABOLA, HYPERBOLA, CONIC)
