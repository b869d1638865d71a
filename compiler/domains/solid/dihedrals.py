"""Dihedral angles: between two half planes at their common edge."""

from __future__ import annotations

from ...draw.angles import draw_angle_mark
from ...draw.in_space import draw_path, is_drawn
from ...draw.pen import Pen
from ...model import Relation
from ...pose.poser import Poser
from ...shapes import SpacePoint
from ...space.paths import Straight
from ...values import Chain, Value
from ...vocabulary import Home, Slot, Verb, Want


def parts_of(relation: Relation, poser: Poser) -> tuple[SpacePoint[int], ...] | None:
    """Return P, A, B, Q of the angle P-AB-Q: four places in a row, or two planes by their letters."""
    values = relation.values_of("of")
    if len(values) == 2 and all(isinstance(v, Chain) and len(v.ends) > 2 for v in values):
        values = _of_planes(values)
    ends = [end for v in values for end in (v.ends if isinstance(v, Chain) else (v,))]
    places = tuple(p for end in ends if isinstance(p := poser.point(end), SpacePoint))
    return places if len(places) == 4 == len(ends) else None


def _of_planes(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the letters P, A, B, Q of two planes that share the letters A and B."""
    one, other = (v.ends if isinstance(v, Chain) else () for v in values)
    shared = [end for end in one if end in other][:2]
    first = [end for end in one if end not in shared]
    second = [end for end in other if end not in shared]
    return (first[0], *shared, second[0]) if len(shared) == 2 and first and second else ()


def measure(relation: Relation, poser: Poser) -> int:
    """Return the slot of a dihedral angle, and remember the arms by which it is shown."""
    found = parts_of(relation, poser)
    if found is None:
        poser.not_geometric(relation)
        return poser.free("angle", 1.0)
    p, a, b, q = found
    vertex = poser.defined_point("foot", p.x, p.y, a.x, a.y, b.x, b.y)
    other = poser.defined_point("foot", q.x, q.y, a.x, a.y, b.x, b.y)
    arm = poser.defined_point("parallelogram", q.x, q.y, other.x, other.y, vertex.x, vertex.y)
    poser.arms[relation] = ((p,), (vertex,), (arm,))
    slots = [slot for place in (p, a, b, q) for slot in place.space]
    return poser.defined("dihedral", *slots, start=1.0)


def draw(relation: Relation, pen: Pen) -> None:
    """Draw the two perpendiculars to the edge, thin where they are not drawn, and the angle between them."""
    text, arms = pen.words_of(relation), pen.solution.arms(relation)
    if relation.compared or arms is None or not text:
        return
    first, vertex, second = (pen.solution.place_at(spot) for spot in arms)
    for arm in (first, second):
        if arm is not None and vertex is not None and not is_drawn(pen, vertex, arm):
            with pen.thin():
                draw_path(pen, Straight(vertex, arm), role="arm")
    draw_angle_mark(pen, *arms, text)


DIHEDRAL = Verb(
    name="dihedral",
    doc="The angle between two half planes: P-AB-Q as four places, or two planes by their letters; its value holds.",
    slots=(
        Slot("of", (Want.POINT, Want.PATH, Want.LINE), "P, A, B, Q, or two planes", many=True, required=True),
        Slot("value", Want.MEASURE, "the value that is printed and holds", ("text", "label"), dimension="angle"),
    ),
    aliases=("dihedral_angle",),
    home=Home.LABELS,
    dimension="angle",
    measure=measure,
    draw=draw,
    example='tetrahedron P-ABC; dihedral(P, A, B, C, "θ")',
)  # fmt: skip

VERBS = (DIHEDRAL,)
