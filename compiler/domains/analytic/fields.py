"""Fields in the plane: arrows of a vector field, strokes of a direction field, and the curves that follow them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ....dsl.scene import Stroke
from ....dsl.theme import WIDTH
from ...draw.arrows import Tip
from ...draw.pen import Pen
from ...expression import Equation, Expression, Letter, Number, Operation, read_formula
from ...expression.substitute import substituted
from ...model import Entity, Panel
from ...pose.frame import Frame
from ...pose.poser import Poser
from ...shapes import XY, Curve, Nowhere, Shape, heading
from ...targets import AlongLine, Fixed
from ...values import Bound, Coordinates, Formula, Ref, Value, Words
from ...vocabulary import Kind, Slot, Want
from ..core.equations import number
from ..core.stated import stated_place
from ..core.ticks import multiples, nice_step
from ..core.windows import window_box, window_of
from .codes import NO_FIELD
from .flow import Field, direction_in, followed_from

SPACING = 5.2
"""Millimetres from one arrow to the next, at least."""
LONGEST = 0.92
"""Of the spacing: the longest arrow."""
STROKE = 0.6
"""Of the spacing: the strokes of a direction field."""
SHORTEST = 0.5
"""Millimetres: a shorter arrow is a dot."""
EVEN = 6.0
"""A field whose strong arrows are longer than this many times the median is drawn by the roots of its lengths."""
PLAIN = (-3.0, 3.0)
THIN = WIDTH.mark


# What is said


def field_of(entity: Entity) -> Field | None:
    """Return the field of a thing: two components, a scalar whose gradient it is, or the right side of `dy/dx = …`."""
    if entity.kind is DIRECTION_FIELD:
        slope = _slope(entity)
        return Field(Number("1", 1.0), slope) if slope is not None else None
    scalar = entity.value("gradient_of")
    if isinstance(scalar, Formula):
        return _gradient(scalar.expression)
    named = [entity.value(name) for name in ("P", "Q")]
    values = [value for value in named if value is not None] if all(named) else entity.values_of("of")
    found = [part for value in values for part in _components(value)]
    return Field(found[0], found[1]) if len(found) == 2 else None


def _components(value: Value) -> Iterator[Expression]:
    match value:
        case Formula(expression):
            yield expression
        case Coordinates(items):
            yield from (item.expression for item in items)
        case Words(text):
            yield from _written(text)


def _written(text: str) -> Iterator[Expression]:
    """Read `<-y, x>`, `-y i + x j` without its vector signs, `(-y, x)`."""
    plain = text.strip().strip("$").partition("=")[2] or text.strip().strip("$")
    plain = (
        plain.strip().replace("⟨", "<").replace("⟩", ">").replace("\\langle", "<").replace("\\rangle", ">")
    )
    plain = plain.strip()
    if plain[:1] in "<([" and plain[-1:] in ">)]":
        parts = [read_formula(part) for part in _split(plain[1:-1])]
        yield from (part for part in parts if part is not None and not isinstance(part, Equation))


def _split(text: str) -> Iterator[str]:
    """Yield the parts between commas that stand in no brackets."""
    depth, start = 0, 0
    for k, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            yield text[start:k]
            start = k + 1
    yield text[start:]


def _slope(entity: Entity) -> Expression | None:
    for value in entity.values_of("of"):
        match value:
            case Formula(expression):
                return expression
            case Bound(("==",), (left, right)):
                return right if _is_derivative(left) else left if _is_derivative(right) else None
            case Words(text):
                found = read_formula(text.replace("y'", "dy/dx").replace("y′", "dy/dx"))
                return found.right if isinstance(found, Equation) else found
    return None


def _is_derivative(side: Expression) -> bool:
    match side:
        case Operation("/", Letter("dy"), Letter("dx")) | Letter("slope" | "m" | "y'"):
            return True
    return False


def _gradient(scalar: Expression) -> Field:
    """Return the gradient of an expression by central differences."""
    step = 1e-4

    def difference(name: str) -> Expression:
        ends = [_moved(scalar, name, sign * step) for sign in (1, -1)]
        return Operation("/", Operation("-", *ends), Number("", 2 * step))

    return Field(difference("x"), difference("y"))


def _moved(expression: Expression, name: str, by: float) -> Expression:
    """Return an expression with one variable moved."""
    moved = Operation("+", Letter(name), Number("", by))
    return substituted(expression, {name: moved}.get)


# Posing


def reach_field(entity: Entity, panel: Panel) -> tuple[XY, ...]:
    """Return a plain square around the origin, for axes that state no ranges."""
    return ((PLAIN[0], PLAIN[0]), (PLAIN[1], PLAIN[1]))


def pose_field(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose a field as its arrows: nothing moves them. Emits ANA002 for a field without components."""
    field = field_of(entity)
    if field is None:
        return _no_field(entity, poser)
    plain = entity.kind is DIRECTION_FIELD
    arrows = list(_strokes(field, poser.frame, entity) if plain else _arrows(field, poser.frame, entity))
    followed = [
        line
        for value in entity.values_of("through")
        if (spot := stated_place(value, poser.panel))
        and len(line := followed_from(field, spot, poser.frame)) > 1
    ]
    return Curve((*arrows, *followed)) if arrows else _no_field(entity, poser)


def _no_field(entity: Entity, poser: Poser) -> Shape[int]:
    message = f"`{entity.name}` has no components in x and y that are numbers in the window"
    hints = [f"for example `{entity.kind.example}`"]
    poser.diagnostics.append(NO_FIELD.found(message, entity.span, hints=hints))
    return Nowhere()


def _grid(frame: Frame, entity: Entity) -> Iterator[XY]:
    """Yield the data coordinates at which a field is drawn: nice numbers, far enough apart."""
    left, bottom, right, top = window_of(frame)
    stated = number(entity.value("step"))
    steps = [stated or nice_step(SPACING / scale) for scale in frame.scales]
    steps = [max(step, 3.0 / scale) for step, scale in zip(steps, frame.scales)]
    for x in multiples(steps[0], left, right):
        for y in multiples(steps[1], bottom, top):
            yield x, y


def _spacing(frame: Frame, entity: Entity) -> float:
    stated = number(entity.value("step"))
    steps = ((stated or nice_step(SPACING / scale)) * scale for scale in frame.scales)
    return max(3.0, min(steps))


def _arrows(field: Field, frame: Frame, entity: Entity) -> Iterator[tuple[XY, XY]]:
    """Yield the arrows of a vector field, about their places, in lengths that can be told apart."""
    across, up = frame.scales
    vectors = [(frame.place(*spot), field.at(*spot)) for spot in _grid(frame, entity)]
    vectors = [(at, (u * across, v * up)) for at, (u, v) in vectors if math.isfinite(u + v)]
    sizes = sorted(math.hypot(*way) for _, way in vectors)
    if not sizes or sizes[-1] == 0:
        return
    middle = next((size for size in sizes[len(sizes) // 2 :] if size > 0), sizes[-1])
    strong = sizes[int(0.97 * (len(sizes) - 1))] or sizes[-1]
    power = 0.0 if entity.has("unit") else 1.0 if strong <= EVEN * middle else 0.5
    most = LONGEST * _spacing(frame, entity)
    for (x, y), (u, v) in vectors:
        size = math.hypot(u, v)
        if size == 0:
            continue
        half = 0.5 * most * min(1.0, size / strong) ** power / size
        yield (x - half * u, y - half * v), (x + half * u, y + half * v)


def _strokes(field: Field, frame: Frame, entity: Entity) -> Iterator[tuple[XY, XY]]:
    """Yield the strokes of a direction field, all of one length."""
    way = direction_in(field, frame)
    half = 0.5 * STROKE * _spacing(frame, entity)
    for spot in _grid(frame, entity):
        x, y = frame.place(*spot)
        u, v = way((x, y))
        if math.isfinite(u + v):
            yield (x - half * u, y - half * v), (x + half * u, y + half * v)


# Curves that follow a field


def pose_solution(entity: Entity, poser: Poser) -> Shape[int]:
    """Pose the solution of a direction field, or the flow line of a vector field, through a point."""
    value = entity.value("of")
    base = poser.panel.entities.get(value.name) if isinstance(value, Ref) else None
    field = field_of(base) if base is not None else None
    spots = [spot for v in entity.values_of("through") if (spot := stated_place(v, poser.panel))]
    if field is None or not spots:
        return _no_field(entity, poser)
    return Curve(tuple(line for spot in spots if len(line := followed_from(field, spot, poser.frame)) > 1))


# Drawing


def draw_field(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw the arrows or strokes of a field, curves that follow it thicker, and its text over the window."""
    if not isinstance(shape, Curve):
        return
    stroke = pen.stroke(width=THIN)
    for piece in shape.pieces:
        if len(piece) > 2:
            pen.line(piece, role="curve", stroke=pen.stroke(width=WIDTH.thick), z=2)
        elif entity.kind is DIRECTION_FIELD:
            pen.line(piece, role="field", stroke=stroke)
        else:
            _draw_arrow(piece, stroke, pen)
    _, _, right, top = window_box(pen.solution.poser.frame)
    for text in pen.texts(entity):
        pen.label(text, Fixed((right, top + 3.0), "bottom right"), owner=entity.name)


def _draw_arrow(ends: tuple[XY, ...], stroke: Stroke, pen: Pen) -> None:
    a, b = ends
    size = math.dist(a, b)
    if size < SHORTEST:
        pen.dot(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), size=0.5, color=stroke.color)
        return
    head = min(1.7, 0.5 * size)
    share = 1 - 0.7 * head / size
    pen.line([a, (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))], role="field", stroke=stroke)
    pen.head(Tip(b, heading(a, b), head), color=stroke.color)


def draw_solution(entity: Entity, shape: Shape[float], pen: Pen) -> None:
    """Draw curves that follow a field, with their text."""
    if not isinstance(shape, Curve):
        return
    for piece in shape.pieces:
        pen.line(piece, role="curve", stroke=pen.stroke(width=WIDTH.thick))
        if entity.has("directed"):
            pen.sense(piece, 0.6)
    for text in pen.texts(entity):
        pen.label(text, AlongLine(max(shape.pieces, key=len), at=0.85), owner=entity.name)


STEP_SLOT = Slot(
    "step", Want.NUMBER, "the step of its grid", ("spacing", "grid", "density"), positional=False
)
THROUGH = Slot("through", Want.POINT, "points through which curves that follow it are drawn", ("streamlines", "solutions", "initial"), many=True, positional=False)  # fmt: skip


def axes_beside(entity: Entity) -> str:
    """Return the companion of what is drawn over a window."""
    return "axes"


VECTOR_FIELD = Kind(
    name="vector_field",
    doc="A vector field in x and y as arrows on a grid, `vector_field F(-y, x)`; very uneven lengths are evened out, "
    "`unit` makes all alike. `gradient_of` a scalar gives its gradient field.",
    slots=(
        Slot("of", (Want.EXPRESSION, Want.POINT, Want.TEXT), 'its two components, or `"<-y, x>"`', ("components", "expr", "F", "field"), many=True),
        Slot("gradient_of", Want.EXPRESSION, "the scalar whose gradient it is", ("gradient", "potential", "grad"), positional=False),
        Slot("P", Want.EXPRESSION, "its first component", ("Fx", "F_x", "u"), positional=False),
        Slot("Q", Want.EXPRESSION, "its second component", ("Fy", "F_y", "v"), positional=False),
        STEP_SLOT, THROUGH,
    ),
    aliases=("vectorfield", "field_plot", "gradient_field", "flow_field", "velocity_field"), traits=("curve",), flags=("unit",),
    variables=("x", "y"), pose=pose_field, draw=draw_field, reach=reach_field, companion=axes_beside, z=6,
    example="vector_field F(-y, x)",
)  # fmt: skip
DIRECTION_FIELD = Kind(
    name="direction_field",
    doc="The direction field of a differential equation `dy/dx = f(x, y)`, as short strokes; solutions run `through` given points.",
    slots=(
        Slot("of", (Want.BOUND, Want.EXPRESSION, Want.TEXT), "the equation `dy/dx = x - y`, or its right side", ("equation", "ode", "slope"), many=True),
        STEP_SLOT, THROUGH,
    ),
    aliases=("slope_field", "slopefield", "line_field"), traits=("curve",), variables=("x", "y", "dx", "dy", "y'"),
    pose=pose_field, draw=draw_field, reach=reach_field, companion=axes_beside, z=6,
    example="direction_field d(dy/dx = x - y, through = (0, 1))",
)  # fmt: skip
SOLUTION = Kind(
    name="solution_curve",
    doc="A solution of a direction field, or a flow line of a vector field, through a point.",
    slots=(
        Slot("of", Want.ENTITY, "the field", ("field", "ode"), required=True),
        Slot("through", Want.POINT, "a point of it", ("at", "initial", "from"), many=True),
    ),
    aliases=("solution", "integral_curve", "streamline", "flow_line", "field_line_of", "trajectory_of"), traits=("curve", "path"),
    flags=("directed",), needs=("through",), pose=pose_solution, draw=draw_solution, z=12,
    example="direction_field d(dy/dx = -x/y)\nsolution_curve s(d, through = (0, 1))",
)  # fmt: skip
KINDS = (VECTOR_FIELD, DIRECTION_FIELD, SOLUTION)
