"""Regions that inequalities bound, and what lies between two graphs: exact outlines, the bounding curves drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from ...draw.outlines import outline_of
from ...draw.pen import Pen
from ...expression import Letter, Number, Operation, to_label
from ...model import Entity, Panel
from ...pose.frame import Frame
from ...pose.poser import Poser
from ...shapes import XY, Curve, Nowhere, Shape
from ...targets import AlongLine
from ...values import Measure, PartRef, Ref, Value, Words
from .codes import NO_REGION
from .crossings import crossings
from .equations import PLANE, Limit, Rule, intervals_of, limits_of, linear, rule_of
from .plotted import Plotted, axis_rule
from .polar_regions import is_polar, reach_of, rings_of, sweep_of
from .reaches import limits_reach
from .sampling import Piece, traced
from .windows import window_box

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

GRID = 1e-5
"""Millimetres to which outlines are rounded where curves meet, so that they close."""
CELL = 1e-4
"""Millimetres within which an outline's point is a sample of a curve."""
MISSED = 0.15
"""Millimetres by which the chords of two curves may miss where the curves themselves meet."""
SLIVER = 1e-4
"""Square millimetres: less is no area."""
BESIDE = 0.5
"""Millimetres beside an edge at which its shaded side is looked for."""
EDGE = 9
"""How much higher than its shading a region's edge is drawn."""


def region_of_bounds(entity: Entity, poser: Poser) -> Shape[int] | None:
    """Return the area that a thing's inequalities bound, or that lies between its two graphs; nothing without such.

    Emits COR013 when there is no such area in the window.
    """
    limits = limits_of(entity)
    stated = (*entity.values_of("between"), *entity.values_of("bounded_by"))
    under = entity.value("under")
    walls = (
        [wall_rule(value, poser) for value in stated]
        if under is None
        else [wall_rule(under, poser), axis_rule("y")]
    )
    graphs = [wall for wall in walls if wall is not None and wall.form == "y"]
    if len(graphs) == len(walls) == 2 and {name for limit in limits for name in limit.gap.letters} <= {"x"}:
        return _between(entity, graphs, poser)
    return _of_limits(entity, limits, poser) if limits else None


def bounds_reach(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return how far a region of inequalities makes the picture reach."""
    limits = limits_of(entity)
    if is_polar(limits):
        sweep = sweep_of(limits)
        return reach_of(sweep) if sweep is not None else ()
    return limits_reach(limits) if limits else ()


# Inequalities


def _of_limits(entity: Entity, limits: tuple[Limit, ...], poser: Poser) -> Shape[int]:
    if is_polar(limits):
        return _swept(entity, limits, poser)
    letters = {name for limit in limits for name in limit.gap.letters}
    if not letters <= PLANE:
        message = f"the bounds of `{entity.name}` are not in x and y alone"
        hint = "mind the order of the bounds, and whether they meet"
        poser.diagnostics.append(NO_REGION.found(message, entity.span, hints=[hint]))
        return Nowhere()
    frame = poser.frame
    held = [face for face in _faces(limits, frame) if _holds(limits, face, frame)]
    return _outline(entity, held, poser, Corners([edge_rule(limit) for limit in limits], frame))


def _faces(limits: tuple[Limit, ...], frame: Frame) -> list[BaseGeometry]:
    """Return the pieces into which the bounding curves divide the window."""
    from shapely import union_all
    from shapely.geometry import LineString, box
    from shapely.ops import polygonize

    lines = [LineString(piece) for limit in limits for piece in edge_pieces(limit, frame)]
    frame_edge = box(*window_box(frame)).exterior
    return list(polygonize(union_all([frame_edge, *lines], grid_size=GRID)))


def _holds(limits: tuple[Limit, ...], face: BaseGeometry, frame: Frame) -> bool:
    spot = face.representative_point()
    at = dict(zip("xy", frame.data(float(spot.x), float(spot.y))))
    return all(limit.gap.value(at) >= 0 for limit in limits)


def _outline(entity: Entity, faces: Sequence[BaseGeometry], poser: Poser, corners: Corners) -> Shape[int]:
    """Return faces as one closed curve: outer rings and holes, through the curves' own points."""
    from shapely import get_parts, union_all
    from shapely.geometry.polygon import orient

    whole = union_all(list(faces), grid_size=GRID) if faces else None
    if whole is None or whole.area < SLIVER:
        message = f"the bounds of `{entity.name}` enclose no area in the window"
        hint = "mind the order of the bounds, and whether they meet"
        poser.diagnostics.append(NO_REGION.found(message, entity.span, hints=[hint]))
        return Nowhere()
    rings: list[Piece] = []
    for part in get_parts(whole):
        if part.geom_type == "Polygon" and part.area > SLIVER:
            part = orient(part)
            rings += [
                tuple(corners.exact((float(x), float(y))) for x, y in r.coords[:-1])
                for r in (part.exterior, *part.interiors)
            ]
    return Curve(tuple(rings), closed=True)


def _swept(entity: Entity, limits: tuple[Limit, ...], poser: Poser) -> Shape[int]:
    """Return the area that bounds of r and θ sweep over. Emits COR013 where they sweep over none."""
    sweep = sweep_of(limits)
    rings = tuple(rings_of(sweep, poser.frame)) if sweep is not None else ()
    if not rings:
        message = f"the bounds of `{entity.name}` in r and θ enclose no area"
        hints = ["say how far r goes, `0 <= r <= 2 sin(3θ)`, and between which angles"]
        poser.diagnostics.append(NO_REGION.found(message, entity.span, hints=hints))
        return Nowhere()
    return Curve(rings, closed=True)


class Corners:
    """Gives the rounded points of an outline back their digits: of the curves' samples, and of where curves meet."""

    def __init__(self, rules: Sequence[Rule], frame: Frame) -> None:
        plots = [Plotted(rule, frame) for rule in dict.fromkeys(rules)]
        samples = (spot for plot in plots for piece in plot.curve.pieces for spot in piece)
        self.samples = {_cell(spot): spot for spot in samples}
        self.meetings = [spot for pair in combinations(plots, 2) for spot in crossings(*pair)]

    def exact(self, rounded: XY) -> XY:
        """Return the sample or crossing that was rounded to this point, or it itself."""
        i, j = _cell(rounded)
        near = (self.samples.get((i + di, j + dj)) for di in (0, -1, 1) for dj in (0, -1, 1))
        sample = next((spot for spot in near if spot is not None), None)
        if sample is not None:
            return sample
        meeting = min(self.meetings, key=lambda spot: math.dist(spot, rounded), default=rounded)
        return meeting if math.dist(meeting, rounded) < MISSED else rounded


def _cell(spot: XY) -> tuple[int, int]:
    return round(spot[0] / CELL), round(spot[1] / CELL)


def edge_rule(limit: Limit) -> Rule:
    """Return the curve on which an inequality holds with equality."""
    for one, other in ((limit.smaller, limit.larger), (limit.larger, limit.smaller)):
        if isinstance(one, Letter) and one.name in PLANE and one.name not in other.letters:
            form, variable = ("y", "x") if one.name == "y" else ("x", "y")
            rule = Rule(form, other, variable=variable)  # type: ignore[arg-type]
            straight = linear(rule) if form == "x" and other.letters else None
            return _line_rule(*straight) if straight is not None else rule
    rule = Rule("implicit", limit.gap)
    straight = linear(rule)
    return _line_rule(*straight) if straight is not None else rule


def _line_rule(a: float, b: float, c: float) -> Rule:
    """Return the line `a x + b y = c` as a graph, or as an upright line."""
    if not b:
        return Rule("x", Number(f"{c / a:.17g}", c / a), variable="y")
    slope = Operation("*", Number(f"{-a / b:.17g}", -a / b), Letter("x"))
    return Rule("y", Operation("+", slope, Number(f"{c / b:.17g}", c / b)))


def edge_pieces(limit: Limit, frame: Frame) -> tuple[Piece, ...]:
    """Return the bounding curve of an inequality inside the window."""
    return traced(edge_rule(limit), frame).pieces


def walls_of(entity: Entity, poser: Poser) -> tuple[Rule, ...]:
    """Return the rules of the curves that bound a region, as far as they have any."""
    walls = (*entity.values_of("between"), *entity.values_of("bounded_by"))
    found = (wall_rule(value, poser) for value in walls)
    return (*(edge_rule(limit) for limit in limits_of(entity)), *(rule for rule in found if rule))


# Between two graphs


def wall_rule(value: Value, poser: Poser) -> Rule | None:
    """Return the rule of a wall: a plotted curve, a line by its equation, an axis."""
    if isinstance(value, Ref):
        entity = poser.entity(value)
        return rule_of(entity, poser.panel) if entity is not None else None
    axis = value.part.removesuffix("_axis") if isinstance(value, PartRef) else ""
    base = poser.entity(value.base) if isinstance(value, PartRef) else None
    return (
        axis_rule("y" if axis == "x" else "x")
        if base is not None and base.kind.frames and axis in ("x", "y")
        else None
    )


def _between(entity: Entity, walls: list[Rule], poser: Poser) -> Shape[int] | None:
    """Return what lies between two graphs over a range of x; without one, between their crossings."""
    from shapely import make_valid
    from shapely.geometry import Polygon

    low, high = _range(entity, walls, poser.frame)
    if low >= high:
        return None
    first, second = (traced(wall, poser.frame, low, high).pieces for wall in walls)
    if not first or not second:
        return None
    ring = [
        *(spot for piece in first for spot in piece),
        *reversed([spot for piece in second for spot in piece]),
    ]
    area = make_valid(Polygon(ring)) if len(ring) > 2 else Polygon()
    return _outline(entity, [area], poser, Corners(walls, poser.frame))


def _range(entity: Entity, walls: list[Rule], frame: Frame) -> tuple[float, float]:
    for name, low, high in intervals_of(entity, "x"):
        if name == "x" and math.isfinite(low) and math.isfinite(high):
            return low, high
    ends = [frame.data(*piece[0])[0] for limit in limits_of(entity) for piece in edge_pieces(limit, frame)]
    if len(ends) > 1:
        return min(ends), max(ends)
    low, high = max(wall.low for wall in walls), min(wall.high for wall in walls)
    meets = [frame.data(*spot)[0] for spot in crossings(Plotted(walls[0], frame), Plotted(walls[1], frame))]
    if len(meets) < 2:
        meets += [end for end in (low, high) if math.isfinite(end)]
    return (min(meets), max(meets)) if len(meets) > 1 else (0.0, 0.0)


# Drawing


def draw_bounds(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the curves that bound a region of inequalities, each with its equation: its conventional companions."""
    if not isinstance(shape, Curve) or entity.style.bare:
        return
    frame = pen.solution.poser.frame
    if is_polar(limits_of(entity)):
        dash = "dashed" if any(limit.strict for limit in limits_of(entity)) else None
        pen.path(outline_of(shape), role="curve", stroke=pen.stroke(dash=dash), z=EDGE)
        return
    told, rim, earlier = _told(entity, pen), _rim(shape), _earlier_edges(entity, pen)
    for limit in _distinct(limits_of(entity)):
        rule = edge_rule(limit)
        parts = list(_shared(traced(rule, frame).pieces, rim))
        for part in parts:
            pen.line(part, role="curve", stroke=pen.stroke(dash="dashed" if limit.strict else None), z=EDGE)
        text = equation_text(limit)
        if rule in earlier:
            continue
        if parts and text not in told and not _on_axis(limit, pen) and not _ticked(limit, pen):
            longest = max(parts, key=lambda part: sum(math.dist(a, b) for a, b in pairwise(part)))
            pen.label(
                f"${text}$",
                AlongLine(tuple(longest), at=0.6, side=_outer_side(longest, shape)),
                owner=entity.name,
            )


def _earlier_edges(entity: Entity, pen: Pen) -> set[Rule]:
    """Return the curves that bound the regions before this one, which have their equations already."""
    found: set[Rule] = set()
    for other in pen.solution.panel.entities.values():
        if other is entity:
            break
        if other.kind is entity.kind and not other.style.bare:
            found |= {edge_rule(limit) for limit in limits_of(other)}
    return found


def _distinct(limits: tuple[Limit, ...]) -> list[Limit]:
    kept: dict[Rule, Limit] = {}
    for limit in limits:
        kept.setdefault(edge_rule(limit), limit)
    return list(kept.values())


def _rim(area: Curve[float]) -> BaseGeometry:
    """Return the edge of an area as a strip of no visible width."""
    from shapely.geometry import MultiLineString

    return MultiLineString([[*ring, ring[0]] for ring in area.pieces]).buffer(1e-3, quad_segs=1)


def _shared(pieces: Sequence[Piece], rim: BaseGeometry) -> Iterator[list[XY]]:
    """Yield the parts of a bounding curve that are an area's edge."""
    from shapely import get_parts, line_merge
    from shapely.geometry import LineString

    for piece in pieces:
        for part in get_parts(line_merge(LineString(piece).intersection(rim))):
            if part.geom_type == "LineString" and part.length > 0.05:
                yield [(float(x), float(y)) for x, y in part.coords]


def _outer_side(edge: Sequence[XY], area: Curve[float]) -> int:
    """Return the side of an area's edge that is not shaded: left (+1), right (-1), either (0) where both are alike."""
    from shapely import make_valid
    from shapely.geometry import Point, Polygon

    lengths = [math.dist(a, b) for a, b in pairwise(edge)]
    n = max(range(len(lengths)), key=lengths.__getitem__) if len(lengths) < 4 else int(0.6 * len(lengths))
    (ax, ay), (bx, by) = edge[n], edge[n + 1]
    step = BESIDE / (lengths[n] or 1.0)
    across = ((ay - by) * step, (bx - ax) * step)
    middle = ((ax + bx) / 2, (ay + by) / 2)
    rings = [make_valid(Polygon(ring)) for ring in area.pieces if len(ring) > 2]
    left, right = (
        any(ring.contains(Point(middle[0] + k * across[0], middle[1] + k * across[1])) for ring in rings)
        for k in (1, -1)
    )
    return 0 if left == right else -1 if left else 1


def equation_text(limit: Limit) -> str:
    """Return the equation of a bounding curve as a formula, the variable first.

    >>> from ...expression import Number
    >>> equation_text(Limit(Number("0", 0), Letter("x")))
    'x = 0'
    """
    left, right = limit.smaller, limit.larger
    if isinstance(right, Letter) or (not left.letters and right.letters):
        left, right = right, left
    if left == Letter("x") and right == Letter("y"):
        left, right = right, left
    return f"{to_label(left)} = {to_label(right)}"


def _on_axis(limit: Limit, pen: Pen) -> bool:
    """Whether a bound is a coordinate axis that is drawn."""
    rule = edge_rule(limit)
    zero = rule.form in ("x", "y") and not rule.first.letters and rule.first.value() == 0
    return zero and any(entity.kind.frames for entity in pen.solution.panel.entities.values())


def _ticked(limit: Limit, pen: Pen) -> bool:
    """Whether a constant bound is told by a tick that its author put on an axis."""
    from .axes import VERBS, told

    rule = edge_rule(limit)
    if rule.form not in ("x", "y") or rule.first.letters:
        return False
    ticks = (tick for r in pen.solution.panel.relations if r.verb in VERBS for tick in told(r))
    return any(math.isclose(tick.at, rule.first.value(), abs_tol=1e-9) for tick in ticks)


def _told(entity: Entity, pen: Pen) -> set[str]:
    """Return the equations that the author wrote at curves of their own."""
    texts = [
        text.text
        for other in pen.solution.panel.entities.values()
        if other is not entity
        for text in other.texts
    ]
    # `line l(y = 2, "y = 2")` has its equation where other lines have a length.
    others = (other for other in pen.solution.panel.entities.values() if other is not entity)
    texts += [
        given.value.text
        for other in others
        for given in other.values.values()
        if isinstance(given.value, Measure)
    ]
    texts += [
        v.text
        for r in pen.solution.panel.relations
        for v in map(r.value, ("text",))
        if isinstance(v, Words | Measure)
    ]
    return {text.strip("$ ") for text in texts}
